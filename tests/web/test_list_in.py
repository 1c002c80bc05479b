"""A list is taken in whole or not at all; who said it is noted; a review may look back anywhere.

The one thing a reader would get wrong: the list may come from anybody. What is not a list, or names
what the book does not hold, leaves the book as it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from rainbook.record import Asks, PersonNamed
from rainbook.web.pages.list_in import MOST
from tests.web.who_kit import PASSPHRASE, with_book

Text = Callable[[Any], str]
ASKED = {"why": "said on the phone",
         "decision": {"kind_of_decision": "asks", "person": "robin", "words": "No letters."}}
NAMED = {"decision": {"kind_of_decision": "person", "person": "robin", "name": "Robin",
                      "role": "suspect"}}


def send(client: Any, data: bytes, name: str = "list.json", mark: str = "") -> Any:
    """Send a file; what it leads to is opened."""
    answer = client.http.post(
        client.url("list-in-send"),
        data={"mark": mark or client.door.visit.mark},
        files={"file": (name, data, "application/json")},
        headers={"Sec-Fetch-Site": "same-origin", "Origin": client.door.origin},
        follow_redirects=False,
    )
    return client.get(answer.headers["location"]) if answer.status_code == 303 else answer


def said(client: Any) -> list[tuple[Any, str, str]]:
    """Return what is written down: what, why and by whom."""
    found = client.desk.run(lambda: client.desk.book().decisions()).result()
    return [(d.what, d.why, d.by) for d in found]


@pytest.mark.parametrize("first", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark in front"])
def test_a_list_may_name_somebody_and_speak_of_them(
    first: bytes, app_client: Any, text_of: Text
) -> None:
    with_book(app_client)
    answer = send(app_client, first + json.dumps([NAMED, ASKED]).encode())
    assert "The list is written down" in text_of(answer)
    assert said(app_client) == [
        (PersonNamed("robin", "Robin", "suspect"), "", "owner"),
        (Asks("robin", "No letters."), "said on the phone", "owner"),
    ]


@pytest.mark.parametrize(("data", "says"), [
    (b"", "does not hold such a list"),
    (b"{}", "does not hold such a list"),
    (b"\xff\xfe\x00", "does not hold such a list"),
    (b"[" * 100_000, "does not hold such a list"),
    (b"[1]", "does not hold such a list"),
    (b'[{"decision": {"kind_of_decision": "no such"}}]', ""),
    (json.dumps([ASKED]).encode(), "robin"),
    (json.dumps([NAMED, ASKED, {"decision": {"kind_of_decision": "not-relevant",
                                             "event": "3fa8c1d2e4b59607"}}]).encode(),
     "holds no entry"),
    (b" " * (MOST + 1), "too long"),
], ids=["empty", "no list", "no text", "deep", "a number", "kind", "nobody", "one fault", "long"])
def test_one_fault_and_nothing_is_written(
    data: bytes, says: str, app_client: Any, text_of: Text
) -> None:
    with_book(app_client)
    answer = send(app_client, data)
    assert says in text_of(answer)
    assert said(app_client) == []


def test_no_file_and_no_mark(app_client: Any, text_of: Text) -> None:
    with_book(app_client)
    assert "Choose a file first." in text_of(send(app_client, b"", name=""))
    assert send(app_client, json.dumps([NAMED]).encode(), mark="x" * 43).status_code == 403
    assert said(app_client) == []


def test_the_name_of_the_file_is_only_words(app_client: Any) -> None:
    with_book(app_client)
    answer = send(app_client, b"{}", name="<script>alert(1)</script>.json")
    assert "<script>alert" not in answer.text


def test_without_a_book_one_is_opened_first(app_client: Any) -> None:
    assert send(app_client, b"[]").url.path == app_client.url("open")


@pytest.mark.parametrize(("by", "noted"), [("", "owner"), ("Jo, advice", "Jo, advice")])
def test_whoever_opens_the_book_can_say_who_they_are(
    by: str, noted: str, app_client: Any
) -> None:
    with_book(app_client)
    app_client.desk.lock().result(30)
    app_client.post("open", {"book": "book", "passphrase": PASSPHRASE, "by": by})
    send(app_client, json.dumps([NAMED]).encode())
    assert [one[2] for one in said(app_client)] == [noted]


def test_a_name_is_a_short_one(app_client: Any, text_of: Text) -> None:
    with_book(app_client)
    app_client.desk.lock().result(30)
    for by in ("x" * 61, "a\u202eb"):
        answer = app_client.post("open", {"book": "book", "passphrase": PASSPHRASE, "by": by})
        assert "Type a short name" in text_of(answer)
        assert not app_client.desk.is_open


@pytest.mark.parametrize(("typed", "says"), [
    ("6", "Your book as it was after entry 6 of its log."),
    ("soon", "Type a number from the list of what you said"),
    ("999999", "999999"),
])
def test_a_review_may_compare_with_any_number_of_the_list(
    typed: str, says: str, example_client: Any, text_of: Text
) -> None:
    example_client.post("give", {"recipe": "review"})
    answer = example_client.post("give-who", {
        "person": "alex", "initials": "AB", "purpose": "", "since": "", "since-typed": typed,
    })
    assert says in text_of(answer)
    assert answer.url.path == example_client.url("give-preview" if typed == "6" else "give-who")

"""What must not go out: asked kind by kind, shown only when asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rainbook.case import kept_back, nothing_kept_back
from rainbook.record import KEPT_BACK, KeepBack

Text = Callable[[Any], str]
ADDRESS = "5 Quay Walk, Hull"


def nothing_held(client: Any) -> None:
    """Take back what the example keeps back."""
    for number, _ in kept_back(client.desk.book()):
        client.post("keep-back", {"do": "back", "number": str(number)})
    assert kept_back(client.desk.book()) == ()


def held(client: Any) -> list[tuple[str, str]]:
    return [(what.kind, what.words) for _, what in kept_back(client.desk.book())]


def test_each_kind_is_asked_and_can_be_passed_over(example_client: Any, text_of: Text) -> None:
    nothing_held(example_client)
    page = example_client.get("keep-back-ask", n=1)
    assert "Where do you live now" in text_of(page)
    page = example_client.post("keep-back-ask", {"words": ADDRESS, "do": "next"}, n=1)
    assert "Where do you work" in text_of(page) and ADDRESS not in page.text
    for place in range(2, len(KEPT_BACK) + 1):
        assert f"Question {place} of {len(KEPT_BACK)}" in text_of(page)
        page = example_client.post("keep-back-ask", {"words": "", "do": "next"}, n=place)
    assert page.url.path.endswith("/keep-back")
    assert held(example_client) == [("address", ADDRESS)]
    assert ADDRESS not in page.text and "not shown" in text_of(page)
    assert ADDRESS in example_client.get("keep-back", {"show": "1"}).text


@pytest.mark.parametrize(("do", "ends"), [
    ("next", "/keep-back/ask/5"), ("more", "/keep-back/ask/4"), ("stop", "/keep-back"),
])
def test_what_each_button_leads_to(do: str, ends: str, example_client: Any) -> None:
    page = example_client.post("keep-back-ask", {"words": "07700 900456", "do": do}, n=4)
    assert page.url.path.endswith(ends)
    assert ("number", "07700 900456") in held(example_client)
    assert "900456" not in page.text


@pytest.mark.parametrize(("kind", "words", "says"), [
    (1, "12", "Words of fewer than 3 letters"),
    (2, "work", "everyday word"),
    (4, "12345", "fewer than six digits"),
    (5, "sam", "has an @ in it"),
    (6, "AB1", "fewer than four characters"),
    (8, "May", "everyday word"),
    (9, "Jo", "fewer than 3 letters"),
    (9, "chronology", "own sentences"),
])
def test_what_cannot_be_looked_for_is_said(
    kind: int, words: str, says: str, example_client: Any, text_of: Text
) -> None:
    before = held(example_client)
    again = example_client.post("keep-back-ask", {"words": words, "do": "next"}, n=kind)
    assert (again.status_code, says in text_of(again)) == (422, True)
    assert f'value="{words}"' in again.text
    assert held(example_client) == before


def test_own_numbers_are_offered_and_only_those(example_client: Any, text_of: Text) -> None:
    nothing_held(example_client)
    offered = text_of(example_client.get("keep-back-yours"))
    assert "+447700900221" in offered
    page = example_client.post(
        "keep-back-yours", {"account": ["+447700900221", "+447700900999"]}
    )
    assert page.url.path.endswith("/keep-back/ask/1")
    assert held(example_client) == [("number", "+447700900221")]
    assert "900221" not in page.text
    # what is kept back already is not offered once more
    assert "900221" not in example_client.get("keep-back-yours").text


def test_nothing_is_an_answer_and_can_be_taken_back(example_client: Any, text_of: Text) -> None:
    nothing_held(example_client)
    page = example_client.post("keep-back", {"do": "nothing"})
    assert "You said that there is nothing to keep back" in text_of(page)
    assert nothing_kept_back(example_client.desk.book())
    number = example_client.desk.book().decisions()[-1].number
    page = example_client.post("keep-back", {"do": "back", "number": str(number)})
    assert "nobody said that there is nothing" in text_of(page)
    assert not nothing_kept_back(example_client.desk.book())


def test_nothing_cannot_be_said_beside_something(example_client: Any, text_of: Text) -> None:
    again = example_client.post("keep-back", {"do": "nothing"})
    assert (again.status_code, "Take that back first" in text_of(again)) == (422, True)
    assert not nothing_kept_back(example_client.desk.book())


def test_one_thing_is_taken_back_and_the_log_keeps_it(example_client: Any, text_of: Text) -> None:
    first, *rest = kept_back(example_client.desk.book())
    page = example_client.post("keep-back", {"do": "back", "number": str(first[0])})
    assert "Taken back" in text_of(page)
    assert list(kept_back(example_client.desk.book())) == rest
    assert [d.what for d in example_client.desk.book().decisions() if d.withdrawn] == [first[1]]


@pytest.mark.parametrize("number", ["", "0", "-1", "x", "²", "999999999999999", "1"])
def test_only_what_is_kept_back_can_be_taken_back_here(number: str, example_client: Any) -> None:
    before = len(example_client.desk.book().decisions())
    assert example_client.post("keep-back", {"do": "back", "number": number}).status_code == 200
    assert len(example_client.desk.book().decisions()) == before


@pytest.mark.parametrize("n", ["0", "11", "-1", "x", "²", "100000"])
def test_there_is_no_such_question(n: str, example_client: Any) -> None:
    assert example_client.get("keep-back-ask", n=n).status_code == 404


def test_hostile_words_are_shown_as_they_are(example_client: Any) -> None:
    words = "<script>alert(1)</script> \u202e Mill Lane"
    example_client.post("keep-back-ask", {"words": words, "do": "stop"}, n=8)
    assert ("place", words) in held(example_client)
    shown = example_client.get("keep-back", {"show": "1"}).text
    assert "<script>alert" not in shown and "\u202e" not in shown and "[U+202E]" in shown


def test_an_address_of_ours_leads_nowhere_else(example_client: Any) -> None:
    page = example_client.get("keep-back", {"then": "https://example.org"})
    assert "example.org" not in page.text
    example_client.desk.book().decide(KeepBack("place", "Orchard House"))
    assert "Go on to the folder" not in page.text
    on = example_client.get("keep-back", {"then": "give-preview"})
    assert "Go on to the folder" in on.text

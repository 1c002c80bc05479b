"""One entry's page: what it says, what it sends only when asked, and what can be decided there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import Book, new_book
from rainbook.custody import LEAST
from rainbook.record import AccountOf, NotRelevant, PersonNamed, ToldToStop

LINES = (
    "24/03/2024, 18:40 - Sam Okafor: Please stop contacting me.\n"
    "24/03/2024, 23:41 - Alex Reed: You do not mean that\u202e <b>at all</b>.\n"
    "25/03/2024, 07:02 - Somebody: Who is this?\n"
)
STOP, THEIRS, NOBODYS = 0, 1, 2


@pytest.fixture
def made(app_client: Any, tmp_path: Path) -> Any:
    """A book with a small chat on the desk; two of its three names are somebody's."""
    book, _ = new_book(tmp_path / "new", "five blue kettles sing", "owner", LEAST)
    path = tmp_path / "WhatsApp Chat with Alex Reed.txt"
    path.write_text(LINES, encoding="utf-8", newline="\n")
    book.add(path)
    book.decide(PersonNamed("sam", "Sam Okafor", "complainant"))
    book.decide(PersonNamed("alex", "Alex Reed", "suspect"))
    book.decide(AccountOf("sam", "whatsapp:name:Sam Okafor", "own number"))
    book.decide(AccountOf("alex", "whatsapp:name:Alex Reed", "named sender"))
    app_client.desk.take(book)
    return app_client


def id_of(client: Any, row: int) -> str:
    found: str = client.desk.run(lambda: client.desk.book().table().id_of(row)).result()
    return found


def standing(book: Book, kind: type) -> list[Any]:
    return [d.what for d in book.decisions() if isinstance(d.what, kind) and not d.withdrawn]


SAYS = [
    (STOP, ("WhatsApp, You sent", "Sun 24 Mar 2024 18:40", "You said that this is you",
            "Counted Yes", "WhatsApp Chat with Alex Reed.txt")),
    (THEIRS, ("WhatsApp, Came in", "Sun 24 Mar 2024 23:41", "The file gives their name",
              "Counted Yes", "It holds signs that do not show")),
    (NOBODYS, ("Mon 25 Mar 2024 07:02", "Somebody",
               "Counted No: it is not said yet who it is from")),
]


@pytest.mark.parametrize(("row", "says"), SAYS)
def test_it_says_what_is_known(
    made: Any, row: int, says: tuple[str, ...], text_of: Callable[[Any], str]
) -> None:
    shown = text_of(made.get("entry", id=id_of(made, row)))
    assert [one for one in says if one not in shown] == []


def test_words_are_sent_only_when_asked_and_harmless_then(made: Any) -> None:
    entry = id_of(made, THEIRS)
    quiet = made.get("entry", id=entry).text
    assert "You do not mean" not in quiet and "Please stop" not in quiet
    shown = made.get("entry", {"show": "1"}, id=entry).text
    assert "You do not mean that" in shown
    assert "<b>at all" not in shown and "\u202e" not in shown and "[U+202E]" in shown


def test_the_marked_bytes_are_the_cited_ones_and_the_others_are_not(made: Any) -> None:
    shown = made.get("entry", {"show": "1"}, id=id_of(made, STOP)).text
    mark = re.search(r"<mark>(.*?)</mark>", shown, re.S)
    assert mark is not None
    inside = re.sub(r'<span class="govuk-visually-hidden">.*?</span>', "", mark[1])
    assert inside == LINES.splitlines(keepends=True)[STOP]
    assert "You do not mean that" in shown.split("</mark>")[1]
    assert "Byte 0 up to byte 59" in shown  # 58 signs and the end of the line


HOSTILE = ["0" * 16, "f" * 400, "..%2f..%2fetc", "%00", "<b>", "zzzzzzzzzzzzzzzz", "١" * 16]


@pytest.mark.parametrize("entry", HOSTILE)
@pytest.mark.parametrize("page", ["entry", "original"])
def test_a_name_that_is_no_entry_finds_nothing(made: Any, entry: str, page: str) -> None:
    base = made.url(page, id="A")[:-1]
    answer = made.http.get(base + entry, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code in (400, 404)
    assert "<b>" not in answer.text and "Traceback" not in answer.text


def test_an_entry_is_set_aside_and_brought_back(made: Any, text_of: Callable[[Any], str]) -> None:
    entry, book = id_of(made, THEIRS), made.desk.book()
    shown = text_of(made.post("entry", {"do": "aside"}, id=entry))
    assert standing(book, NotRelevant) == [NotRelevant(entry)]
    assert "Counted No: set aside as not relevant" in shown and "Not part of it" in shown
    shown = text_of(made.post("entry", {"do": "back"}, id=entry))
    assert standing(book, NotRelevant) == [] and "Counted Yes" in shown


def test_sending_the_form_twice_writes_one_decision(made: Any) -> None:
    entry, book = id_of(made, THEIRS), made.desk.book()
    for _ in range(2):
        made.post("entry", {"do": "aside"}, id=entry)
    assert len(standing(book, NotRelevant)) == 1


def test_a_message_of_ones_own_can_be_the_refusal(made: Any, text_of: Callable[[Any], str]) -> None:
    entry, book = id_of(made, STOP), made.desk.book()
    shown = text_of(made.post("entry", {"do": "stop", "person": "alex"}, id=entry))
    assert standing(book, ToldToStop) == [ToldToStop("alex", event=entry)]
    assert "You said that this is where you said stop" in shown
    made.post("entry", {"do": "stop-back"}, id=entry)
    assert standing(book, ToldToStop) == []


def test_nobody_is_told_to_stop_by_the_other_persons_message(made: Any) -> None:
    entry, book = id_of(made, THEIRS), made.desk.book()
    assert "This is where I said stop" not in made.get("entry", id=entry).text
    made.post("entry", {"do": "stop", "person": "alex"}, id=entry)
    assert standing(book, ToldToStop) == []


@pytest.mark.parametrize("person", ["", "sam", "nobody", "<b>"])
def test_where_it_is_not_known_whom_it_went_to_that_is_asked(made: Any, person: str) -> None:
    entry, book = id_of(made, STOP), made.desk.book()
    # there is a third name in the chat, so it can have gone to either
    assert 'id="person"' in made.get("entry", id=entry).text
    answer = made.post("entry", {"do": "stop", "person": person}, id=entry)
    assert answer.status_code == 422 and "Pick the person you told" in answer.text
    assert standing(book, ToldToStop) == []


def test_what_was_said_about_it_is_listed_with_a_way_back(example_client: Any) -> None:
    book = example_client.desk.book()
    named = example_client.desk.run(lambda: standing(book, ToldToStop)).result()
    entry = named[0].event
    shown = example_client.get("entry", id=entry).text
    assert "This is where you said stop" in shown and "Take it back" in shown


def test_every_entry_of_the_example_has_a_page(example_client: Any) -> None:
    desk = example_client.desk
    rows = desk.run(lambda: len(desk.book().table())).result()
    for row in range(0, rows, 7):
        entry = id_of(example_client, row)
        for query in ({}, {"show": "1"}):
            assert example_client.get("entry", query, id=entry).status_code == 200
            assert example_client.get("original", query, id=entry).status_code == 200


def test_the_way_back_leads_to_the_same_view(made: Any) -> None:
    view = {"a": "28520000", "b": "28530000", "p": "2"}
    shown = made.get("entry", view, id=id_of(made, STOP)).text
    assert f'href="{made.url("timeline", view)}"'.replace("&", "&amp;") in shown

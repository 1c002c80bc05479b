"""Notes: nothing has to be filled in, what was typed survives, and saving says how it was read."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import open_book
from rainbook.case.diary import written_here
from rainbook.case.diary_drafts import draft, drafts, photo_in
from rainbook.record import DateOrder, EventBy, Impact, NotRelevant, WitnessOf
from tests.web.who_kit import ID, PASSPHRASE, PNG, send_photo, with_named_people

Text = Callable[[Any], str]


@pytest.fixture
def client(app_client: Any) -> Any:
    """A client with an open book in which two people are named."""
    with_named_people(app_client)
    return app_client


def _decided(client: Any, after: int = 2) -> list[Any]:
    return [d.what for d in client.desk.book().decisions()][after:]


def test_from_a_few_words_to_a_saved_note(client: Any, text_of: Text) -> None:
    assert "No note is saved yet" in text_of(client.get("diary"))
    assert client.get("diary-write").status_code == 200
    page = client.post(
        "diary-write",
        {"draft": ID, "do": "next", "words": "The car was there.", "day": "3 March 2024",
         "time": "evening"},
    )  # fmt: skip
    said = text_of(page)
    assert "We read this as: Sun 3 Mar 2024 17:00 to 22:59" in said
    assert client.desk.book().originals() == ()
    page = client.post("diary-check", {}, id=ID)
    assert "Saved." in text_of(page)
    (event,) = written_here(client.desk.book())
    assert (event.words, event.moment.as_written) == ("The car was there.", "3 March 2024 evening")
    assert _decided(client) == []
    assert drafts(client.desk.book()) == ()


def test_all_that_was_answered_becomes_a_decision_and_no_more(client: Any) -> None:
    client.post(
        "diary-write",
        {"draft": ID, "do": "next", "words": "w", "person": "alex", "basis": "seen",
         "note": "by the gate", "witnesses": "Jo", "distress": "yes",
         "alarm": "do not know", "fear_of_violence": ""},
    )  # fmt: skip
    client.post("diary-check", {}, id=ID)
    (event,) = written_here(client.desk.book())
    assert event.actor is not None and event.actor.raw == "Alex Reed"
    assert _decided(client) == [
        EventBy(event.id, "alex", "seen", "by the gate"),
        Impact(event.id, alarm="do not know", distress="yes", person="alex"),
        WitnessOf(event.id, "Jo"),
    ]


# who was chosen and typed, and how it is known -> the name in the note; whether it is counted
WHO = (
    ({"person": "alex", "basis": "recognised"}, "Alex Reed", True),
    ({"person": "alex", "basis": ""}, "Alex Reed", False),
    ({"person": "other", "who": "a man in a hat", "basis": "seen"}, "a man in a hat", False),
    ({"who": "a man in a hat"}, "a man in a hat", False),
    ({"person": "unknown", "who": "ignored"}, None, False),
    ({"person": "nobody-named-so", "basis": "seen"}, None, False),
    ({"person": "alex", "basis": "I feel it"}, "Alex Reed", False),
    ({}, None, False),
)


@pytest.mark.parametrize(("sent", "name", "counted"), WHO)
def test_who_it_was(client: Any, sent: dict[str, str], name: str | None, counted: bool) -> None:
    client.post("diary-write", {"draft": ID, "do": "next", "words": "w", **sent})
    client.post("diary-check", {}, id=ID)
    (event,) = written_here(client.desk.book())
    assert (event.actor.raw if event.actor else None) == name
    assert [type(w) for w in _decided(client)] == ([EventBy] if counted else [])


# what is typed as the day -> what is said about it before saving
DAYS = (
    ({"day": "03/04/2024"}, "This day can be read in two ways"),
    ({"day": "March 2024"}, "We read this as: 1 Mar 2024 to 31 Mar 2024"),
    ({"day": "about 3 March 2024"}, "We read this as: 29 Feb 2024 to 6 Mar 2024"),
    ({"day": "some day in spring"}, "We could not read a day in this. Your words are kept"),
    ({"day": "3 March"}, "We could not read a day in this"),
    ({"forgot": "yes"}, "You do not remember when. That is fine."),
    ({}, "No day given. That is fine."),
)


@pytest.mark.parametrize(("sent", "said"), DAYS)
def test_it_is_said_how_the_day_is_read(
    client: Any, text_of: Text, sent: dict[str, str], said: str
) -> None:
    page = client.post("diary-write", {"draft": ID, "do": "next", "words": "w", **sent})
    assert said in text_of(page)
    assert page.status_code == 200


@pytest.mark.parametrize(("order", "readings"), [("day first", 0), ("", 2), ("sideways", 2)])
def test_which_of_two_days_is_meant(client: Any, order: str, readings: int) -> None:
    client.post("diary-write", {"draft": ID, "do": "next", "words": "w", "day": "03/04/2024"})
    client.post("diary-check", {"order": order}, id=ID)
    (event,) = written_here(client.desk.book())
    assert len(event.moment.readings) == readings
    both = "Mon 4 Mar 2024, no hour given or Wed 3 Apr 2024, no hour given"
    assert (both in client.get("diary").text) == (readings == 2)
    assert event.moment.as_written == "03/04/2024"
    assert [type(w) for w in _decided(client)] == ([] if readings else [DateOrder])


WORDS = (
    'He said "you will see".\nThen he left, "smiling".',
    "=cmd|' /C calc'!A0",
    "\u202eback to front\u2066 \u200b \u0007",
    "\U0001f600 é Ω \u0e01",
    "\n  blank before and after  \n\n",
    "x" * 20_000,
    "a\0b",
    "[03/03/2024, 18:00:00] Alex: a chat that was pasted",
)


@pytest.mark.parametrize("words", WORDS)
def test_words_come_through_the_page_letter_for_letter(client: Any, words: str) -> None:
    page = client.post("diary-write", {"draft": ID, "do": "next", "words": words})
    assert page.status_code == 200
    assert "\u202e" not in page.text
    client.post("diary-check", {}, id=ID)
    (event,) = written_here(client.desk.book())
    assert event.words == words
    shown = client.get("diary-one", id=event.id)
    assert shown.status_code == 200
    assert "\u202e" not in shown.text


def test_a_script_in_a_note_is_only_text(client: Any) -> None:
    bad = "</textarea><script>alert(1)</script>"
    fields = dict.fromkeys(("words", "day", "time", "place", "who", "witnesses", "felt"), bad)
    page = client.post("diary-write", {"draft": ID, "do": "next", **fields})
    assert "<script>alert" not in page.text
    assert "<script>alert" not in client.get("diary-write", {"draft": ID}).text
    client.post("diary-check", {}, id=ID)
    assert "<script>alert" not in client.get("diary").text


def test_kept_for_later_it_is_there_after_the_book_was_closed(
    client: Any, tmp_path: Path, text_of: Text
) -> None:
    typed = {"words": "MARKER half a sentence", "day": "MARKER day", "person": "alex",
             "alarm": "no", "forgot": "yes"}  # fmt: skip
    page = client.post("diary-write", {"draft": ID, "do": "keep", **typed})
    assert "Kept for later" in text_of(page)
    send_photo(client, PNG + b"MARKER")
    client.desk.lock().result(30)
    home = client.desk.home
    everything = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert b"MARKER" not in everything
    client.desk.take(open_book(home / "book", PASSPHRASE, "owner"))
    assert "Begun and not saved yet" in text_of(client.get("diary"))
    form = client.get("diary-write", {"draft": ID}).text
    assert "MARKER half a sentence</textarea>" in form
    assert 'value="MARKER day"' in form
    for ticked in ('value="alex" id="person" checked', 'value="yes" checked'):
        assert ticked in form
    assert photo_in(client.desk.book(), ID) == PNG + b"MARKER"


def test_the_script_keeps_quietly(client: Any) -> None:
    answer = client.post("diary-keep", {"draft": ID, "words": "so far"}, follow=False)
    assert (answer.status_code, answer.text) == (200, "Kept for later.")
    assert draft(client.desk.book(), ID).fields == {"words": "so far"}
    client.post("diary-keep", {"draft": ID, "words": "  "}, follow=False)
    assert draft(client.desk.book(), ID).fields == {"words": "so far"}
    client.post("diary-keep", {"draft": "../../x", "words": "y"}, follow=False)
    assert [d.id for d in drafts(client.desk.book())] == [ID]


def test_without_the_mark_of_the_visit_nothing_is_kept(client: Any) -> None:
    for page in ("diary-keep", "diary-write"):
        answer = client.post(page, {"draft": ID, "words": "x", "mark": "forged"})
        assert answer.status_code == 403
    assert send_photo(client, PNG, mark="forged").status_code == 403
    assert drafts(client.desk.book()) == ()


def test_thrown_away_it_is_gone(client: Any, text_of: Text) -> None:
    client.post("diary-write", {"draft": ID, "do": "keep", "words": "w"})
    page = client.post("diary-write", {"draft": ID, "do": "discard", "words": "w"})
    assert "Thrown away." in text_of(page)
    assert drafts(client.desk.book()) == ()
    assert client.get("diary-check", id=ID).status_code == 404


def test_an_empty_note_is_no_mistake_to_keep_and_nothing_to_save(client: Any) -> None:
    assert client.post("diary-write", {"draft": ID, "do": "keep"}).status_code == 200
    assert drafts(client.desk.book()) == ()
    assert client.post("diary-write", {"draft": ID, "do": "next"}).status_code == 422


def test_written_again_the_first_is_set_aside_with_the_reason(client: Any, text_of: Text) -> None:
    client.post(
        "diary-write",
        {"draft": ID, "do": "next", "words": "red car", "day": "3 March 2024",
         "time": "evening", "person": "alex", "basis": "seen", "alarm": "yes"},
    )  # fmt: skip
    client.post("diary-check", {}, id=ID)
    (first,) = written_here(client.desk.book())
    form = client.post("diary-again", {"event": first.id})
    assert "red car</textarea>" in form.text
    assert 'value="3 March 2024 evening"' in form.text
    (begun,) = drafts(client.desk.book())
    fields = {**begun.fields, "words": "blue car", "draft": begun.id, "do": "next"}
    page = client.post("diary-write", fields)
    assert "Why do you write it again?" in text_of(page)
    client.post("diary-check", {"why": "the colour was wrong"}, id=begun.id)
    words = [e.words for e in written_here(client.desk.book())]
    assert words == ["blue car", "red car"]
    last = client.desk.book().decisions()[-1]
    assert (last.what, last.why) == (NotRelevant(first.id), "the colour was wrong")
    said = text_of(client.get("diary-one", id=first.id))
    assert "This note is set aside. The reason: the colour was wrong" in said
    assert "Write it again" not in said


def test_only_notes_of_the_app_are_shown_here(example_client: Any) -> None:
    case = example_client.desk.book().file()
    other = case.table.id_of(0)
    assert example_client.get("diary-one", id=other).status_code == 404
    assert example_client.get("diary-picture", id=other).status_code == 404
    assert example_client.post("diary-again", {"event": other}).status_code == 404
    assert drafts(example_client.desk.book()) == ()


def test_the_page_to_print_needs_no_book(app_client: Any, text_of: Text) -> None:
    page = app_client.get("diary-blank")
    assert page.status_code == 200
    assert "What happened" in text_of(page)
    assert page.text.count("<th scope=\"col\"") == 6


def test_nothing_typed_stands_in_an_address_or_a_title(client: Any) -> None:
    client.post("diary-write", {"draft": ID, "do": "keep", "words": "SECRET", "who": "SECRET"})
    for page in (client.get("diary"), client.get("diary-write", {"draft": ID})):
        titles = re.findall("<title>(.*?)</title>", page.text)
        places = re.findall(r'(?:href|action|src)="([^"]*)"', page.text)
        assert "SECRET" not in unescape(" ".join([*titles, *places, str(page.url)]))

"""An entry that was typed is a sealed file that is read back letter for letter; a note that was
begun is kept encrypted and belongs to nothing.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rainbook.case import Book, NotUnderstood
from rainbook.case.checked import NotInBook
from rainbook.case.diary import (
    Entry,
    NothingWritten,
    PhotoNotKnown,
    entry_of,
    photo_of,
    set_aside,
    understood,
    write_again,
    write_entry,
    written_here,
)
from rainbook.case.diary_drafts import (
    MOST,
    TooManyDrafts,
    discard,
    draft,
    drafts,
    keep_draft,
    keep_photo,
    photo_in,
)
from rainbook.record import (
    DateOrder,
    EventBy,
    Impact,
    NotRelevant,
    PersonNamed,
    UnknownDecision,
    WitnessOf,
)

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
AT = datetime(2026, 11, 22, 18, 5, 33, tzinfo=UTC)
WORDS = {
    "plain": "I saw the car again.",
    "quotes": 'He said "you will see", and "" twice.',
    "lines": "\nfirst\n\n  second, third\n",
    "carriage returns": "one\rtwo\r\nthree",
    "a formula": "=cmd|' /C calc'!A0",
    "delimiters": "a;b\tc|d,e",
    "emoji": "Then \U0001f600\U0001f3fd\u200d\U0001f9b0 came.",
    "turned round": "safe \u202egnp.exe\u2066 \u200b",
    "an old mark": "\ufeffbegins with a mark",
    "nothing byte": "a\0b\0",
    "twenty thousand": "é" * 20_000,
    "headings": "Date,What happened\r\n03/03/2024,x",
    "a chat": "[03/03/2024, 18:00:00] Alex: hi\n03/03/2024, 18:00 - Alex: hi",
    "an address card": "BEGIN:VCARD\nVERSION:3.0\nFN:Alex\nEND:VCARD\n",
    "a backup": "<?xml version='1.0'?><smses count=\"1\"><sms date=\"1\" body=\"x\"/></smses>",
    "a page": "<html><body><script>alert(1)</script>",
    "blank": " \n ",
}


@pytest.fixture
def named(book: Book) -> Book:
    book.decide(PersonNamed("alex", "Alex Reed", "suspect"))
    return book


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS.keys())
def test_words_are_kept_letter_for_letter(book: Book, words: str) -> None:
    made = write_entry(book, Entry(day="3 March 2024", words=words, felt=words, changed=words), AT)
    (event,) = written_here(book)
    assert event.id == made.event
    assert event.words == words
    assert event.more.get("impact") == words
    assert event.more["What I changed"] == words
    assert made.added.problems == ()
    assert made.added.accounted.bytes == made.added.accounted.of


def test_what_is_known_of_the_file(book: Book) -> None:
    first = write_entry(book, Entry(words="one"), AT).added.original
    second = write_entry(book, Entry(words="two", photo=PNG, photo_name="IMG_1.png"), AT)
    assert (first.name, first.how, first.own) == (
        "notes-2026-11-22-1.csv", "written in the app", "yes",
    )
    assert second.added.original.name == "notes-2026-11-22-2.zip"
    (event, _) = written_here(book)
    assert event.source == "diary_csv"
    assert event.more["written"] == "2026-11-22 18:05:33"


# what was typed as day and time -> how it is shown
READ = (
    ("3 March 2024", "evening", "Sun 3 Mar 2024 17:00 to 22:59"),
    ("3 March 2024", "", "Sun 3 Mar 2024, no hour given"),
    ("Sunday 3rd of March 2024", "about 9pm", "Sun 3 Mar 2024 20:30 to 21:30"),
    ("3 March 2024 21:05", "", "Sun 3 Mar 2024 21:05"),
    ("March 2024", "", "1 Mar 2024 to 31 Mar 2024"),
    ("2024", "", "1 Jan 2024 to 31 Dec 2024"),
    ("13/03/2024", "", "Wed 13 Mar 2024, no hour given"),
    ("3 March", "", ""),
    ("about 3 March 2024", "", "29 Feb 2024 to 6 Mar 2024"),
    ("the day after her birthday", "", ""),
    ("", "evening", ""),
    ("", "", ""),
)


@pytest.mark.parametrize(("day", "time", "shown"), READ)
def test_what_is_told_before_saving_is_what_is_read(
    book: Book, day: str, time: str, shown: str
) -> None:
    entry = Entry(day=day, time=time, words="x")
    assert understood(book, entry).shown == shown
    write_entry(book, entry, AT)
    (event,) = written_here(book)
    assert event.moment.as_written == " ".join(w for w in (day, time) if w)
    assert (event.moment.earliest is None) == (shown == "")


def test_a_day_with_two_readings_is_asked_about_and_can_stay_open(book: Book) -> None:
    entry = Entry(day="03/04/2024", words="x")
    assert understood(book, entry).ways == (
        ("day first", "Wed 3 Apr 2024, no hour given"),
        ("month first", "Mon 4 Mar 2024, no hour given"),
    )
    assert len(_only(book, entry).moment.readings) == 2
    said = Entry(day="03/04/2024", words="y", date_order="month first")
    made = write_entry(book, said, AT)
    event = written_here(book)[0]
    assert event.moment.readings == ()
    assert DateOrder(made.added.original.sha256, "month first") in _said(book)


def _only(book: Book, entry: Entry):  # type: ignore[no-untyped-def]
    write_entry(book, entry, AT)
    return written_here(book)[0]


def _said(book: Book) -> list[object]:
    return [d.what for d in book.decisions() if not d.withdrawn]


def test_only_what_was_answered_is_decided(named: Book) -> None:
    before = len(named.decisions())
    bare = write_entry(named, Entry(words="a", who="Alex Reed", felt="sick"), AT)
    assert bare.decisions == ()
    no_basis = write_entry(named, Entry(words="b", who="Alex Reed", person="alex"), AT)
    assert no_basis.decisions == ()
    assert len(named.decisions()) == before
    made = write_entry(
        named,
        Entry(words="c", who="Alex Reed", person="alex", basis="seen", note="by the gate",
              witnesses="Jo", alarm="yes", fear_of_violence="do not know"),
        AT,
    )  # fmt: skip
    assert _said(named)[before:] == [
        EventBy(made.event, "alex", "seen", "by the gate"),
        Impact(made.event, alarm="yes", fear_of_violence="do not know", person="alex"),
        WitnessOf(made.event, "Jo"),
    ]
    case = named.file()
    row = case.named[made.event]
    assert case.people[int(case.person_of[row])].key == "alex"


# what is wrong with it -> and then nothing at all is sealed or decided
REFUSED = (
    (Entry(), NothingWritten),
    (Entry(words=" \n\t", felt=" "), NothingWritten),
    (Entry(words="a", person="nobody", basis="seen"), NotInBook),
    (Entry(words="a", person="alex", basis="I feel it"), UnknownDecision),
    (Entry(words="a", alarm="very"), UnknownDecision),
    (Entry(words="a", date_order="sideways"), UnknownDecision),
    (Entry(words="a", photo=b"MZ\x90\0 program"), PhotoNotKnown),
)


@pytest.mark.parametrize(("entry", "error"), REFUSED)
def test_nothing_is_kept_of_what_is_refused(
    named: Book, entry: Entry, error: type[Exception]
) -> None:
    if entry.words.strip() == "" and entry.words:
        error = NothingWritten
    before = (len(named.decisions()), named.originals())
    with pytest.raises(error):
        write_entry(named, entry, AT)
    assert (len(named.decisions()), named.originals()) == before


def test_a_photo_is_kept_byte_for_byte_with_its_entry(book: Book) -> None:
    made = write_entry(book, Entry(words="the card", photo=PNG, photo_name="IMG_1.png"), AT)
    (event,) = written_here(book)
    assert [(a.name, a.size) for a in event.attachments] == [("photo-1.png", len(PNG))]
    assert photo_of(book, event) == PNG
    assert event.more["The photo was called"] == "IMG_1.png"
    assert made.added.problems == ()
    with zipfile.ZipFile(io.BytesIO(book.open(made.added.original.sha256).read())) as held:
        assert held.namelist() == ["notes.csv", "photo-1.png"]
        assert held.read("photo-1.png") == PNG


def test_sent_twice_it_is_one_entry(named: Book) -> None:
    entry = Entry(words="once", person="alex", basis="seen")
    first = write_entry(named, entry, AT)
    again = write_entry(named, entry, AT)
    assert again.event == first.event
    assert again.decisions == ()
    assert len(written_here(named)) == 1


def test_written_again_both_stay_and_the_first_is_set_aside(named: Book) -> None:
    first = write_entry(
        named, Entry(day="3 March 2024", time="evening", words="red car", place="gate",
                     person="alex", basis="seen", who="Alex Reed", photo=PNG), AT,
    )  # fmt: skip
    (event,) = written_here(named)
    typed = entry_of(named, event)
    assert (typed.day, typed.words, typed.place, typed.who, typed.person, typed.basis) == (
        "3 March 2024 evening", "red car", "gate", "Alex Reed", "alex", "seen",
    )
    assert typed.photo == PNG
    second = write_again(named, first.event, Entry(words="blue car"), "the colour was wrong")
    assert [e.words for e in written_here(named)] == ["blue car", "red car"]
    aside = set_aside(named.decisions())[first.event]
    assert aside.what == NotRelevant(first.event)
    assert aside.why == "the colour was wrong"
    assert not named.file().counted[named.file().named[first.event]]
    assert second.event not in set_aside(named.decisions())


def test_a_note_that_was_begun_outlives_the_book_and_stands_nowhere_in_plain_text(
    book: Book, folder: Path, again: Callable[..., Book]
) -> None:
    keep_draft(book, "a1", {"words": "MARKER-WORDS"}, "2026-11-22T18:00:00+00:00")
    keep_photo(book, "a1", b"MARKER-PHOTO" * 10, "MARKER-NAME.jpg")
    keep_draft(book, "b2", {"words": "other"}, "2026-11-22T19:00:00+00:00")
    log = len(book.vault().log())
    book.close()
    opened = again()
    with opened:
        assert [d.id for d in drafts(opened)] == ["b2", "a1"]
        found = draft(opened, "a1")
        assert found is not None
        assert (found.fields["words"], found.photo_name, found.photo_size) == (
            "MARKER-WORDS", "MARKER-NAME.jpg", 120,
        )
        assert photo_in(opened, "a1") == b"MARKER-PHOTO" * 10
        assert list(opened.vault().verify()) == []
        assert len(opened.originals()) == 0
        assert len(opened.vault().log()) == log + 1  # that it was opened
        everything = b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file())
        assert b"MARKER" not in everything
        discard(opened, "a1")
        assert draft(opened, "a1") is None
        assert photo_in(opened, "a1") == b""
        assert [d.id for d in drafts(opened)] == ["b2"]


def test_a_note_kept_again_keeps_its_photo(book: Book) -> None:
    keep_draft(book, "a1", {"words": "one"}, "2026")
    keep_photo(book, "a1", b"x" * 9, "p")
    keep_draft(book, "a1", {"words": "two"}, "2027")
    found = draft(book, "a1")
    assert found is not None
    assert (dict(found.fields), found.at, found.photo_size) == ({"words": "two"}, "2027", 9)
    keep_photo(book, "a1", b"", "")
    assert photo_in(book, "a1") == b""


def test_there_is_an_end_to_unfinished_notes(book: Book) -> None:
    for number in range(MOST):
        keep_draft(book, f"n{number}", {"words": "x"}, "2026")
    with pytest.raises(TooManyDrafts):
        keep_draft(book, "more", {"words": "x"}, "2026")
    keep_draft(book, "n0", {"words": "y"}, "2026")


def test_an_entry_that_is_not_there_cannot_be_written_again(book: Book) -> None:
    with pytest.raises((NotInBook, NotUnderstood)):
        write_again(book, "0" * 16, Entry(words="x"), "")
    assert book.originals() == ()

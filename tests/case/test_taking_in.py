"""An advocate's own book takes a bundle in and comes to the same events and findings.

The one thing a reader would get wrong: what is compared here is worked out by both books from their
own sealed files; nothing of the first book is handed to the second but the bundle.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import Book, make_example
from rainbook.case.taking_in import BookNotEmpty, TakenIn
from rainbook.custody import LEAST
from rainbook.record import (
    AccountOf,
    CaseFile,
    Finding,
    OrderClause,
    OrderServed,
    PersonNamed,
)
from tests.case.taken_bundles import PHOTO, bundle_of, empty_book, small_book


class Story:
    """A book, its bundle, the book that took it in, and what came of that."""

    def __init__(self, folder: Path, book: Book, *keep_back: str, **how: Any) -> None:
        self.first = book
        self.bundle = bundle_of(book, folder / "bundle", *keep_back, **how)
        self.second = empty_book(folder / "second")
        self.taken: TakenIn = self.second.take_in(self.bundle)

    def close(self) -> None:
        self.first.close()
        self.second.close()


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    folder = tmp_path_factory.mktemp("example")
    book, _, _ = make_example(folder / "first", cost=LEAST)
    story = Story(folder, book, parts=())  # the whole bundle, as it is given
    yield story
    story.close()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    folder = tmp_path_factory.mktemp("small")
    story = Story(folder, small_book(folder / "first"))
    yield story
    story.close()


def events(case: CaseFile, person: str = "alex") -> list[tuple[Any, ...]]:
    """Return every record of a person and of the complainant, as far as it says something."""
    keys = [p.key for p in case.people]
    found = []
    for row in range(len(case.table)):
        who = int(case.person_of[row])
        guess = int(case.guessed_of[row])
        if {keys[w] for w in (who, guess) if w >= 0} & {person}:
            one = case.event(row)
            found.append(
                (
                    one.kind,
                    one.way,
                    one.moment.earliest,
                    one.moment.latest,
                    one.words,
                    one.actor,
                    one.thread,
                    one.state,
                    [a.name for a in one.attachments],
                    bool(case.counted[row]),
                )
            )
    return sorted(found, key=repr)


def outcome(finding: Finding) -> tuple[str, str, str]:
    return finding.sign, finding.outcome, finding.sentence


def test_the_example_gives_the_same_events(example: Story) -> None:
    first, second = example.first.file(), example.second.file()
    assert events(second) == events(first)
    assert len(events(second)) > 100


def test_the_example_gives_the_same_findings(example: Story) -> None:
    first, second = example.first.file(), example.second.file()
    assert [outcome(f) for f in second.findings] == [outcome(f) for f in first.findings]
    acts = [f.figures.get("acts") for f in first.findings]
    assert [f.figures.get("acts") for f in second.findings] == acts
    assert [len(m.elements) for m in second.matrices] == [len(m.elements) for m in first.matrices]
    answers = [(c.clause, c.answer) for c in first.clauses]
    assert [(c.clause, c.answer) for c in second.clauses] == answers


def test_the_comparison_says_the_same_and_counts(example: Story) -> None:
    found = example.taken.compared
    assert found.same
    assert not found.not_compared
    assert [(t.name, t.then == t.now, t.differs) for t in found.tables] == [
        ("messages/chronology.csv", True, ()),
        ("analysis/findings.csv", True, ()),
        ("analysis/elements.csv", True, ()),
        ("analysis/orders.csv", True, ()),
    ]
    # the chat whole; the texts, the calls and the diary as extracts
    assert (example.taken.files, example.taken.extracts) == (4, 3)
    # how far back the texts go is known from her mother's, which were not given
    assert any("records of this service" in line for line in found.tables[1].beyond)


def test_a_whole_original_keeps_its_hash_and_its_ids(example: Story) -> None:
    chat = example.first.originals()[0]
    there = {o.sha256 for o in example.second.originals()}
    assert chat.sha256 in there
    ids = [
        {book.file().table.id_of(row) for row in range(len(book.file().table))}
        for book in (example.first, example.second)
    ]
    with example.first.open(chat.sha256) as sealed:
        heads = re.findall(rb"^\d\d/\d\d/2024, [\d:]+ - ", sealed.read(), re.M)
    # every message of the chat; the records of extracts have ids of their own
    assert len(ids[0] & ids[1]) == len(heads) == 132


def test_the_small_book_gives_the_same(small: Story) -> None:
    assert small.taken.compared.same, small.taken.compared.tables
    assert small.taken.left_out == ()
    first, second = small.first.file(), small.second.file()
    assert events(second) == events(first)
    assert [outcome(f) for f in second.findings] == [outcome(f) for f in first.findings]
    assert small.second.settings()["session_gap_minutes"] == "30"
    assert (small.taken.files, small.taken.extracts) == (3, 3)


def test_a_picture_sent_with_a_message_is_linked(small: Story) -> None:
    case = small.second.file()
    (photo,) = [a for row in range(len(case.table)) for a in case.event(row).attachments]
    assert (photo.name, photo.path) == ("IMG-20240325-WA0001.jpg", "IMG-20240325-WA0001.jpg")
    (original,) = [o for o in small.second.originals() if "SO1" in o.name]
    with small.second.open(original.sha256) as sealed:
        assert PHOTO in sealed.read()


def test_nothing_of_anybody_else_comes_with_it(small: Story) -> None:
    said = (small.bundle / "record" / "record.json").read_text("ascii")
    for kept in ("900999", "mum", "Nadia", "parsnip", "900555", "my new number", "somebody.vcf"):
        assert kept not in said, kept
    # notes the bundle gives nowhere else are not given here either
    for note in ("she knew", "from my window", "a delivery"):
        assert (note in said) == any(
            note in p.read_text("utf-8-sig") for p in (small.bundle / "record").glob("*.csv")
        ), note


def test_each_decision_says_who_recorded_it_there(small: Story) -> None:
    told = next(d for d in small.first.decisions() if isinstance(d.what, OrderServed))
    here = next(d for d in small.second.decisions() if isinstance(d.what, OrderServed))
    assert here.by == "Ada Vocate"
    assert here.why == (
        f"Taken in from a bundle; recorded by Sam Okafor on {told.at}, log number {told.number}."
    )


def test_numbers_of_orders_are_those_of_this_book(small: Story) -> None:
    here = {d.number: d.what for d in small.second.decisions()}
    (clause,) = [w for w in here.values() if isinstance(w, OrderClause)]
    assert isinstance(here[clause.order], OrderServed)


def test_a_sealed_extract_says_where_it_came_from(small: Story) -> None:
    (one,) = [o for o in small.second.originals() if "SO2" in o.name or "SO3" in o.name][:1]
    assert one.name.endswith("-extract.zip")
    assert "Taken in from a bundle, where it is SO/" in one.how
    assert one.by == "Ada Vocate"


def test_a_bundle_is_taken_in_once_and_into_an_empty_book(small: Story, tmp_path: Path) -> None:
    before = len(small.second.vault().log())
    with pytest.raises(BookNotEmpty, match="into a book of its own"):
        small.second.take_in(small.bundle)
    assert len(small.second.vault().log()) == before


def test_what_was_kept_back_stays_kept_back_and_is_said(tmp_path: Path) -> None:
    story = Story(tmp_path, small_book(tmp_path / "first"), "12 Elder Row")
    try:
        table = story.second.table()
        words = [story.second.event(table, row).words for row in range(len(table))]
        assert "I drove past [kept back: address]." in words
        assert not any("Elder" in (w or "") for w in words)
        lines, *said = story.taken.compared.tables
        assert (lines.differs, story.taken.compared.masked) == ((), 1)
        # the mark has other letters than the address: what rests on how long messages are differs
        assert {d.split(": ")[1].split(",")[0] for t in said for d in t.differs} == {"obsessive"}
    finally:
        story.close()


def test_the_record_is_the_same_bytes_each_time(small: Story, tmp_path: Path) -> None:
    again = bundle_of(small.first, tmp_path / "again")
    one = json.loads((small.bundle / "record" / "record.json").read_text("ascii"))
    two = json.loads((again / "record" / "record.json").read_text("ascii"))
    one.pop("as_of"), two.pop("as_of")
    assert one == two


def test_a_group_stays_a_group_without_the_words_of_the_others(tmp_path: Path) -> None:
    chat = tmp_path / "WhatsApp Chat with Walkers.txt"
    lines = (("Sam Okafor", "Stop."), ("Alex Reed", "No."), ("Jo Marsh", "a secret of mine"))
    told = [f"2{n}/03/2024, 18:40 - {who}: {words}\n" for n, (who, words) in enumerate(lines)]
    chat.write_text("".join([*told, "28/03/2024, 07:02 - Alex Reed: Morning Sam\n"]), "utf-8")
    book = empty_book(tmp_path / "first")
    book.add(chat, own="yes")
    for key, name, role in (
        ("sam", "Sam Okafor", "complainant"),
        ("alex", "Alex Reed", "suspect"),
        ("jo", "Jo Marsh", "witness"),
    ):
        book.decide(PersonNamed(key, name, role))
        book.decide(AccountOf(key, f"whatsapp:name:{name}", "named sender"))
    story = Story(tmp_path, book)
    try:
        # whom a message in a group was aimed at cannot be told: not there, and not here
        found = [(f.sign, f.outcome) for f in story.second.file().findings]
        assert ("repeated", "cannot tell") in found
        assert found == [(f.sign, f.outcome) for f in story.first.file().findings]
        assert story.taken.compared.withheld == 1
        words = [story.second.event(story.second.table(), row).words for row in range(3)]
        assert words == ["Stop.", "No.", "Morning Sam"]
    finally:
        story.close()

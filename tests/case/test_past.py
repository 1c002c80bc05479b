"""A case looked back to a day: what had happened and been written down by then, no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rainbook.case import Book, DayNotUnderstood, new_book
from rainbook.custody import LEAST
from rainbook.record import (
    AccountOf,
    Blocked,
    CameAfter,
    CaseFile,
    Impact,
    ToldToStop,
    Warned,
)
from tests.case.kit import LINES, PASSPHRASE, Write, ids, who_is_who

DIARY = """date,what happened,who,written
2024-03-24,he stood by the gate,Alex,2024-03-24
2024-03-25,he rang the bell,Alex,2024-06-01
,a note without a day,Alex,2024-03-25
,another note,Alex,
"""


@pytest.fixture
def kept(book: Book, chat: Write, tmp_path: Path) -> Book:
    """The small chat, a diary, told to stop on 24 March, warned on 25 March."""
    return filled(book, chat, tmp_path)


@pytest.fixture(scope="module")
def only_read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """The same, shared by the tests that write nothing."""
    folder = tmp_path_factory.mktemp("past")

    def chat(name: str, *lines: tuple[str, str, str]) -> Path:
        path = folder / name
        text = "".join(f"{when} - {who}: {words}\n" for when, who, words in lines)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    made, _ = new_book(folder / "book", PASSPHRASE, "A. Bell", cost=LEAST)
    with made:
        yield filled(made, chat, folder)


def filled(book: Book, chat: Write, tmp_path: Path) -> Book:
    book.add(chat("chat.txt", *LINES))
    diary = tmp_path / "diary.csv"
    diary.write_text(DIARY, "utf-8")
    book.add(diary)
    who_is_who(book)
    book.decide(AccountOf("alex", "diary:name:Alex", "seen"))
    book.decide(ToldToStop("alex", event=ids(book.file())[0]))
    book.decide(Warned("alex", "2024-03-25", "PC Lee"))
    return book


def found(case: CaseFile, sign: str) -> str:
    return next(f.sentence for f in case.findings if f.sign == sign)


# by hand: messages of Alex on 24 March 23:41 and 25 March 07:02; diary 24 March (written that day),
# 25 March (written in June), one note without a day written on 25 March, one without any
ACTS = {
    "2024-03-23": 0,
    "2024-03-24": 2,  # the message at 23:41 and the gate
    "2024-03-25": 4,  # and the message of 07:02, and the note written that day
    "2024-05-31": 4,
    "2024-06-01": 5,  # and the bell, written only now
}


@pytest.mark.parametrize("day", ACTS)
def test_what_had_happened_and_been_written_down_by_a_day(day: str, only_read: Book) -> None:
    case = only_read.file(until=day)
    each = [i for i in case.incidents if i.person == "alex" and i.grouping == "each act"]
    assert len(each) == ACTS[day]
    assert case.until == day
    assert f"As things stood on {day} (Europe/London)" in case.notes[0].text


def test_contact_after_a_warning_appears_on_the_day(only_read: Book) -> None:
    before, on_it = (only_read.file(until=f"2024-03-{d}") for d in (24, 25))
    assert found(before, "unwanted") == (
        "Sam Okafor told Alex Reed to stop on 24 March 2024 at 18:40; after that 1 act by Alex "
        "Reed is recorded, on 24 March 2024."
    )
    assert not any("warned" in line.text for f in before.findings for line in f.supports)
    assert "after that 2 acts by Alex Reed are recorded" in found(on_it, "unwanted")


def test_a_row_looked_back_to_is_still_read_from_its_own_bytes(only_read: Book) -> None:
    case = only_read.file(until="2024-03-24")
    now = only_read.file()
    for row in range(len(case.table)):
        event = case.event(row)
        assert event.id in ids(now)
        assert event.words == now.event(ids(now).index(event.id)).words


def test_a_refusal_without_a_day_is_left_out_and_said(kept: Book) -> None:
    kept.decide(Blocked("alex", ""))
    case = kept.file(until="2024-03-25")
    assert any("Left out, for want of a day: 1 refusal or order" in n.text for n in case.notes)
    assert not any(isinstance(d.what, Blocked) for d in case.decisions)


def test_a_refusal_without_a_day_stays_where_a_kept_act_is_said_to_be_after_it(kept: Book) -> None:
    number = kept.decide(Blocked("alex", ""))
    gate = ids(kept.file())[4]
    kept.decide(CameAfter(gate, number))
    assert any(isinstance(d.what, Blocked) for d in kept.file(until="2024-03-24").decisions)
    assert not any(isinstance(d.what, Blocked) for d in kept.file(until="2024-03-23").decisions)


def test_what_was_said_about_a_later_act_is_not_in_it(kept: Book) -> None:
    last = ids(kept.file())[2]  # Alex on 25 March 07:02
    kept.decide(Impact(last, alarm="yes"))
    assert not any(isinstance(d.what, Impact) for d in kept.file(until="2024-03-24").decisions)
    assert any(isinstance(d.what, Impact) for d in kept.file(until="2024-03-25").decisions)


def test_records_without_a_time_are_said_to_be_left_out(only_read: Book) -> None:
    notes = " ".join(n.text for n in only_read.file(until="2024-03-25").notes)
    assert "Left out, for want of a time that can be read: 1;" in notes


def test_looking_back_changes_nothing_now(only_read: Book) -> None:
    now = only_read.file()
    only_read.file(until="2024-03-24")
    assert only_read.file().findings == now.findings
    assert only_read.file().until == ""


@pytest.mark.parametrize("day", ["", "2024", "2024-13-01", "24/03/2024", "2024-03-24 10:00"])
def test_a_day_that_is_none_is_refused(day: str, only_read: Book) -> None:
    if not day:
        assert only_read.number_at("2030-01-01") > 0
        return
    with pytest.raises(DayNotUnderstood, match="is not a day"):
        only_read.file(until=day)


def test_the_log_is_looked_up_by_day(only_read: Book) -> None:
    """Everything was logged today: nothing by 1 January 2020, all of it by the end of time."""
    last = max(r.number for r in only_read.vault().log())
    assert (only_read.number_at("2020-01-01"), only_read.number_at("2200-01-01")) == (0, last)
    early, late = (only_read.file(as_of=only_read.number_at(d)) for d in ("2020-01-01",
                                                                          "2200-01-01"))
    assert (len(early.table), len(late.table)) == (0, len(only_read.file().table))

"""What a book knows: from sealed files and decisions, worked out afresh, the same every time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rainbook.case import Book
from rainbook.record import (
    AccountOf,
    DateOrder,
    EncodingIs,
    NotRelevant,
    Setting,
    Withdrawn,
    ZoneOf,
)
from tests.case.kit import LINES, Write, counted, ids, who_is_who

NAME = "WhatsApp Chat with Alex Reed.txt"


def test_adding_a_file_twice_adds_nothing(book: Book, chat: Write) -> None:
    first = book.add(chat("chat.txt", *LINES), own="yes")
    before = ids(book.file())
    second = book.add(chat("another name.txt", *LINES))
    assert (first.again, first.events, second.again) == (False, 4, True)
    assert ids(book.file()) == before
    assert len(set(before)) == 4
    assert (second.original.name, second.original.own) == ("chat.txt", "yes")


def test_what_was_said_about_a_file_is_kept_with_it(book: Book, chat: Write) -> None:
    book.add(chat("c.txt", *LINES), how="exported by me", came_from="my phone", own="yes")
    (original,) = book.originals()
    assert (original.how, original.came_from, original.own, original.by) == (
        "exported by me", "my phone", "yes", "A. Bell")


@pytest.mark.parametrize(("basis", "counts"), [
    ("own number", 2), ("named sender", 2), ("recognised", 2), ("seen", 2), ("guess", 0),
])
def test_a_guess_is_kept_and_never_counted(
    basis: str, counts: int, book: Book, chat: Write
) -> None:
    book.add(chat("chat.txt", *LINES))
    who_is_who(book, basis)
    case = book.file()
    index = [p.key for p in case.people].index("alex")
    assert counted(case, "alex") == counts
    assert int((case.guessed_of == index).sum()) == 2 - counts
    # 2 acts, 2 sessions, 2 days
    assert sum(1 for i in case.incidents if i.person == "alex") == (6 if counts else 0)


def test_an_account_given_to_two_people_counts_for_neither(book: Book, chat: Write) -> None:
    book.add(chat("chat.txt", *LINES))
    who_is_who(book)
    number = book.decide(AccountOf("sam", "whatsapp:name:Alex Reed", "own number"))
    case = book.file()
    assert (counted(case, "alex"), counted(case, "sam")) == (0, 2)
    assert [case.why_not[row] for row in (1, 2)] == ["its account was given to two people"] * 2
    assert [q.code for q in book.looked().questions] == ["two people"]
    book.decide(Withdrawn(number))
    assert counted(book.file(), "alex") == 2


def test_what_is_set_aside_stays_and_is_not_counted(book: Book, chat: Write) -> None:
    book.add(chat("chat.txt", *LINES))
    who_is_who(book)
    number = book.decide(NotRelevant(ids(book.file())[2]))
    case = book.file()
    assert (counted(case, "alex"), len(case.table)) == (1, 4)
    assert case.why_not == {2: "set aside as not relevant"}
    book.decide(Withdrawn(number))
    assert counted(book.file(), "alex") == 2


def test_the_past_can_be_shown_as_it_was(book: Book, chat: Write) -> None:
    book.add(chat("chat.txt", *LINES))
    who_is_who(book)
    before = max(d.number for d in book.decisions())
    aside = book.decide(NotRelevant(ids(book.file())[1]))
    book.decide(Withdrawn(aside))
    book.add(chat("later.txt", ("01/04/2024, 09:13", "Alex Reed", "Hello."),
                  ("13/04/2024, 09:13", "Alex Reed", "Hello?")))
    then, aside_then, now = book.file(before), book.file(aside), book.file()
    assert [len(c.table) for c in (then, aside_then, now)] == [4, 4, 6]
    assert [counted(c, "alex") for c in (then, aside_then, now)] == [2, 1, 4]
    assert then.as_of < aside_then.as_of < now.as_of
    assert len(book.file(0).table) == 0


def _local_hours(book: Book) -> list[int]:
    case = book.file()
    return [int(t) // 3_600_000_000 % 24 for t in case.table.earliest]


def test_the_zone_said_for_a_file_reads_it_again(book: Book, chat: Write) -> None:
    """18:40 and 23:41 on the wall are that in London in March, and five hours later from New York
    on 24 March 2024 means four: summer time had begun there and not yet here."""
    sha = book.add(chat("chat.txt", *LINES[:2])).original.sha256
    assert _local_hours(book) == [18, 23]
    number = book.decide(ZoneOf(sha, "America/New_York"))
    assert _local_hours(book) == [22, 3]
    before = ids(book.file())
    book.decide(Withdrawn(number))
    assert _local_hours(book) == [18, 23]
    assert ids(book.file()) == before


def test_the_zone_of_the_book_is_used_where_none_was_said(book: Book, chat: Write) -> None:
    book.add(chat("chat.txt", *LINES[:2]))
    book.decide(Setting("zone", "Europe/Paris"))
    assert _local_hours(book) == [17, 22]


def test_the_order_of_the_day_said_for_a_file_reads_it_again(book: Book, chat: Write) -> None:
    """03/02 alone can be 3 February or 2 March: nothing is picked until it is said."""
    sha = book.add(chat("chat.txt", ("03/02/2024, 10:12", "Alex Reed", "Hi"))).original.sha256
    assert book.looked().accounts[0].rows == 1
    assert "ambiguous_date_order" in book.event(book.table(), 0).warnings
    book.decide(DateOrder(sha, "month first"))
    event = book.event(book.table(), 0)
    assert "ambiguous_date_order" not in event.warnings
    assert event.moment.earliest == 1_709_374_320_000_000  # 2 March 2024 10:12 UTC


def test_the_encoding_said_for_a_diary_reads_it_again(book: Book, tmp_path: Path) -> None:
    diary = tmp_path / "diary.csv"
    diary.write_bytes("date,time,what\n2024-03-13,17:05,Café again\n".encode("cp1252"))
    sha = book.add(diary).original.sha256
    before = [book.event(book.table(), r).words for r in range(len(book.table()))]
    assert "Café again" not in before
    book.decide(EncodingIs(sha, "cp1252"))
    assert [book.event(book.table(), r).words for r in range(len(book.table()))] == ["Café again"]


def test_two_exports_that_overlap_count_each_message_once(book: Book, chat: Write) -> None:
    """The later export no longer holds the line of 25 March: that is said, and it still counts."""
    book.add(chat(f"early/{NAME}", *LINES))
    later = (LINES[0], LINES[1], LINES[3], ("27/03/2024, 08:00", "Alex Reed", "Answer me."))
    book.add(chat(f"late/{NAME}", *later))
    who_is_who(book)
    case = book.file()
    assert len(case.table) == 8
    assert counted(case, "alex") == 3
    assert [case.event(row).words for row in case.removed_later] == ["Good morning."]


def test_a_kept_table_that_is_damaged_or_gone_is_made_again(
    book: Book, chat: Write, folder: Path, again: Callable[..., Book]
) -> None:
    book.add(chat("chat.txt", *LINES))
    who_is_who(book)
    expected = (ids(book.file()), counted(book.file(), "alex"))
    book.close()
    (table,) = [p for p in (folder / "tables").rglob("*") if p.is_file()]
    whole = table.read_bytes()
    for damaged in (whole[:-3], whole[:40] + bytes([whole[40] ^ 1]) + whole[41:], b"", None):
        if damaged is None:
            table.unlink()
        else:
            table.write_bytes(damaged)
        with again() as one:
            assert (ids(one.file()), counted(one.file(), "alex")) == expected
        assert table.stat().st_size == len(whole), "it was not kept again"


def test_a_file_without_entries_is_kept_as_read(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: Callable[..., Book]
) -> None:
    (tmp_path / "note.bin").write_bytes(b"\x00\x01 nothing that can be read")
    assert book.add(tmp_path / "note.bin").events == 0
    book.close()
    monkeypatch.setattr("sys.executable", str(tmp_path / "no such program"))
    with again() as one:
        assert [p.code for p in one.table().problems] == ["no_reader"]


def test_opening_to_read_writes_nothing(
    book: Book, chat: Write, folder: Path, again: Callable[..., Book]
) -> None:
    book.add(chat("chat.txt", *LINES))
    who_is_who(book)
    book.close()
    for table in (p for p in (folder / "tables").rglob("*") if p.is_file()):
        table.unlink()
    before = {p: (p.stat().st_mtime_ns, p.is_file() and p.read_bytes()) for p in folder.rglob("*")}
    with again(read_only=True) as one:
        assert counted(one.file(), "alex") == 2
        assert [line.rows for line in one.looked().accounts] == [2, 2]
    assert before == {
        p: (p.stat().st_mtime_ns, p.is_file() and p.read_bytes()) for p in folder.rglob("*")}


def test_i_do_not_know_is_kept_apart(book: Book, chat: Write, again: Callable[..., Book]) -> None:
    book.add(chat("chat.txt", *LINES))
    book.not_known("whatsapp:name:Alex Reed")
    book.close()
    with again() as one:
        looked = one.looked()
        assert looked.not_known == {"whatsapp:name:Alex Reed"}
        assert len([q for q in looked.questions if q.code == "whose"]) == 2, "it stays open"
        assert one.file().account_person == {}
        assert one.decisions() == ()

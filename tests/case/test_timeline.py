"""The timeline of a case, counted by hand: parts, sides, standings, bands, marks, reach.

The one thing a reader would get wrong: clocks are London's, whose summer begins on 31 March 2024.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from rainbook.case import Book
from rainbook.case.timeline import ALL, SIDES, STANDINGS, Chosen, Timeline, timeline_of
from rainbook.case.timeline_marks import marks_of
from rainbook.case.timeline_view import HOUR, MINUTE, View, view_of
from rainbook.moment import instant, iso
from rainbook.record import (
    AccountOf,
    Blocked,
    CaseFile,
    EventBy,
    GapReason,
    NotRelevant,
    OrderServed,
    PersonNamed,
    Setting,
    ToldToStop,
    Warned,
    rows_named,
)
from tests.case.kit import LINES, Write, ids, who_is_who

ZONE = "Europe/London"
CALLS = """<?xml version='1.0' encoding='UTF-8'?>
<calls count="2">
  <call number="+447700900317" duration="0" date="1711324860000" type="3" />
  <call number="+447700900317" duration="61" date="1711325000000" type="1" />
</calls>
"""
DIARY = """date,time,what
24/03/2024,23:30,Somebody stood outside.
25/03/2024,,A note under the door.
25/03/2024,in the evening,A car drove past twice.
March 2024,,Flowers at work.
,,I do not know when this was.
"""


def add(book: Book, tmp_path: Path, name: str, text: str | bytes) -> None:
    path = tmp_path / "given" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    book.add(path)


def view(first: str, last: str) -> View:
    return view_of(instant(first), instant(last), ZONE)


def cells(line: Timeline, shown: View, chosen: Chosen = ALL) -> dict[tuple[str, ...], int]:
    """Return every figure that is not nought: (lane, side, standing, part) → entries."""
    found = line.picture(shown, chosen).cells
    return {
        (line.lanes[lane], SIDES[side], STANDINGS[standing], shown.names[part]): int(
            found[lane, side, standing, part]
        )
        for lane, side, standing, part in zip(*found.nonzero(), strict=True)
    }


def bands(line: Timeline, shown: View) -> list[tuple[str, str, str, int]]:
    names = shown.names
    return [
        (line.lanes[b.lane], names[b.first], names[b.last], b.entries)
        for b in line.picture(shown).bands
    ]


@pytest.fixture
def case(book: Book, chat: Write) -> CaseFile:
    """The small chat of the kit, with its two people."""
    book.add(chat("WhatsApp Chat with Alex Reed.txt", *LINES))
    who_is_who(book)
    return book.file()


def test_each_message_lies_in_its_day_above_or_below_the_line(case: CaseFile) -> None:
    shown = view("2024-03-24T00:00:00Z", "2024-03-27T00:00:00Z")
    assert shown.unit.length == HOUR
    days = view("2024-03-01T00:00:00Z", "2024-04-01T00:00:00Z")
    assert cells(timeline_of(case), days) == {
        ("whatsapp", "received", "counted", "Sun 24 Mar 2024"): 1,
        ("whatsapp", "sent", "counted", "Sun 24 Mar 2024"): 1,
        ("whatsapp", "received", "counted", "Mon 25 Mar 2024"): 1,
        ("whatsapp", "sent", "counted", "Tue 26 Mar 2024"): 1,
    }


def test_the_index_is_made_once_for_a_case_and_again_after_a_decision(
    book: Book, case: CaseFile
) -> None:
    line = timeline_of(case)
    assert timeline_of(case) is line
    book.decide(NotRelevant(ids(case)[1]))
    again = timeline_of(book.file())
    assert again is not line
    days = view("2024-03-01T00:00:00Z", "2024-04-01T00:00:00Z")
    assert cells(again, days)["whatsapp", "received", "not counted", "Sun 24 Mar 2024"] == 1
    assert ("whatsapp", "received", "counted", "Sun 24 Mar 2024") not in cells(again, days)


def test_what_the_person_sent_is_kept_with_whom_it_went_to(case: CaseFile) -> None:
    line, keys = timeline_of(case), [p.key for p in case.people]
    days = view("2024-03-01T00:00:00Z", "2024-04-01T00:00:00Z")
    alex, nobody = Chosen(keys.index("alex")), Chosen(-1)
    assert sum(cells(line, days, alex).values()) == 4
    assert cells(line, days, nobody) == {}
    assert [int(r) for r in line.listed(days, alex)] == [0, 1, 2, 3]
    assert cells(line, days, Chosen(None, ("calls",))) == {}


@pytest.mark.parametrize(("basis", "standing"), [("guess", "guess"), ("seen", "counted")])
def test_a_guess_stands_apart(book: Book, chat: Write, basis: str, standing: str) -> None:
    book.add(chat("WhatsApp Chat with Alex Reed.txt", *LINES))
    who_is_who(book, basis)
    found = cells(timeline_of(book.file()), view("2024-03-01T00:00:00Z", "2024-04-01T00:00:00Z"))
    assert found["whatsapp", "received", standing, "Mon 25 Mar 2024"] == 1
    assert {s for _, side, s, _ in found if side == "received"} == {standing}


def test_what_nobody_was_named_for_is_not_counted(book: Book, chat: Write) -> None:
    book.add(chat("WhatsApp Chat with Alex Reed.txt", *LINES))
    line = timeline_of(book.file())
    found = cells(line, view("2024-03-01T00:00:00Z", "2024-04-01T00:00:00Z"))
    assert {(side, standing) for _, side, standing, _ in found} == {("neither", "not counted")}
    assert sum(found.values()) == 4


def test_a_time_without_an_hour_is_a_band_and_never_midnight(book: Book, tmp_path: Path) -> None:
    add(book, tmp_path, "diary.csv", DIARY)
    line = timeline_of(book.file())
    hours = view("2024-03-25T00:00:00Z", "2024-03-26T00:00:00Z")
    assert cells(line, hours) == {}
    evening = ("diary", "Mon 25 Mar 2024, 17:00 to 17:14", "Mon 25 Mar 2024, 22:45 to 22:59", 1)
    shown = view("2024-03-25T12:00:00Z", "2024-03-26T00:00:00Z")
    assert shown.unit.length == 15 * MINUTE
    whole = ("diary", shown.names[0], shown.names[-1], 2)  # the day and the month reach beyond it
    assert sorted(bands(line, shown)) == sorted([evening, whole])


def test_a_band_becomes_a_figure_where_the_part_holds_all_of_it(
    book: Book, tmp_path: Path
) -> None:
    add(book, tmp_path, "diary.csv", DIARY)
    line = timeline_of(book.file())
    days = view("2024-03-01T00:00:00Z", "2024-04-05T00:00:00Z")
    assert cells(line, days) == {
        ("diary", "neither", "not counted", "Sun 24 Mar 2024"): 1,
        ("diary", "neither", "not counted", "Mon 25 Mar 2024"): 2,
    }
    assert bands(line, days) == [("diary", "Fri 1 Mar 2024", "Sun 31 Mar 2024", 1)]
    months = view("2023-01-01T00:00:00Z", "2025-01-01T00:00:00Z")
    assert cells(line, months) == {("diary", "neither", "not counted", "Mar 2024"): 4}
    assert bands(line, months) == []


def test_what_has_no_day_is_in_a_list_of_its_own(book: Book, tmp_path: Path) -> None:
    add(book, tmp_path, "diary.csv", DIARY)
    line = timeline_of(book.file())
    assert [int(r) for r in line.without_day()] == [4]
    assert 4 not in line.listed(view_of(*line.whole, ZONE)).tolist()


def test_a_day_that_touches_the_view_is_listed_with_it(book: Book, tmp_path: Path) -> None:
    add(book, tmp_path, "diary.csv", DIARY)
    line = timeline_of(book.file())
    hour = view("2024-03-25T19:00:00Z", "2024-03-25T20:00:00Z")
    # the month, the day and the evening; not the minute of the day before
    assert sorted(int(r) for r in line.listed(hour)) == [1, 2, 3]


def test_calls_have_a_lane_of_their_own(book: Book, tmp_path: Path) -> None:
    add(book, tmp_path, "calls-1.xml", CALLS)
    book.decide(PersonNamed("alex", "Alex Reed", "suspect"))
    book.decide(AccountOf("alex", "phone:+447700900317", "own number"))
    line = timeline_of(book.file())
    assert line.lanes == ("calls",)
    # 1711324860 is 00:01:00, 1711325000 is 00:03:20
    assert cells(line, view("2024-03-25T00:00:00Z", "2024-03-25T00:10:00Z")) == {
        ("calls", "received", "counted", "Mon 25 Mar 2024, 00:01"): 1,
        ("calls", "received", "counted", "Mon 25 Mar 2024, 00:03"): 1,
    }


def test_a_message_after_midnight_in_summer_is_of_the_day_the_clock_showed(
    book: Book, chat: Write
) -> None:
    book.add(chat("WhatsApp Chat with A.txt", ("01/07/2024, 00:30", "Alex Reed", "Hello"),
                  ("13/07/2024, 10:00", "Alex Reed", "Hello again")))
    who_is_who(book)
    line = timeline_of(book.file())
    assert iso(line.whole[0], "UTC") == "2024-06-30T23:30:00+00:00"
    names = {part for *_, part in cells(line, view("2024-06-20T00:00:00Z", "2024-07-20T00:00:00Z"))}
    assert "Mon 1 Jul 2024" in names
    book.decide(Setting("zone", "UTC"))
    # the chat is read again with the other clock: its written time stays the same
    line = timeline_of(book.file())
    assert iso(line.whole[0], "UTC") == "2024-07-01T00:30:00+00:00"


def test_an_empty_book_has_an_empty_timeline(book: Book) -> None:
    line = timeline_of(book.file())
    assert (line.lanes, line.whole, len(line.without_day())) == ((), (0, 0), 0)
    picture = line.picture(line.opening())
    assert picture.cells.size == 0 and picture.bands == ()


def test_one_entry_alone_can_be_shown(book: Book, chat: Write) -> None:
    book.add(chat("WhatsApp Chat with A.txt", LINES[1]))
    line = timeline_of(book.file())
    shown = line.opening()
    assert shown.names == ("Sun 24 Mar 2024, 23:41",)
    assert line.picture(shown).rows.max() == 0


def test_what_lies_years_away_is_left_out_at_first_and_shown_with_everything(
    book: Book, tmp_path: Path
) -> None:
    days = [f"{d:02d}/05/2024,10:00,Seen" for d in range(1, 29)] * 8
    text = "\n".join(["date,time,what", "01/01/1970,00:00,?", *days, "01/01/2199,10:00,?"])
    add(book, tmp_path, "diary.csv", text + "\n")
    line = timeline_of(book.file())
    assert [iso(t, ZONE)[:10] for t in line.main] == ["2024-05-01", "2024-05-28"]
    assert iso(line.whole[0], ZONE)[:4] == "1970" and iso(line.whole[1], ZONE)[:4] == "2199"
    everything = line.picture(view_of(*line.whole, ZONE))
    assert everything.cells.sum() == 226


def test_a_reach_is_from_the_first_to_the_last_entry_of_each_file(
    book: Book, chat: Write
) -> None:
    book.add(chat("WhatsApp Chat with A.txt", *LINES[:2]))
    book.add(chat("WhatsApp Chat with B.txt", ("13/06/2024, 09:00", "Jo Marsh", "Hi"),
                  ("14/06/2024, 09:00", "Jo Marsh", "Hi again")))
    who_is_who(book)
    line = timeline_of(book.file())
    shown = view("2024-03-01T00:00:00Z", "2024-07-01T00:00:00Z")
    spans = [[iso(t, ZONE)[:16] for t in one] for one in line.picture(shown).cover[0]]
    assert spans == [
        ["2024-03-24T18:40", "2024-03-24T23:41"], ["2024-06-13T09:00", "2024-06-14T09:00"],
    ]
    alex = Chosen([p.key for p in book.file().people].index("alex"))
    assert len(line.picture(shown, alex).cover[0]) == 1


def test_marks_are_as_wide_as_what_was_typed(book: Book, case: CaseFile) -> None:
    book.decide(ToldToStop("alex", event=ids(case)[0]))
    book.decide(Blocked("alex", "2024-04"))
    book.decide(Warned("alex", "2024-05-01", "a constable"))
    number = book.decide(OrderServed("alex", "non-molestation order", made="2024-06-01",
                                     served="2024-06-03", until="2025-06-01"))
    book.decide(GapReason("alex", "abroad", "2024-07-01", "2024-07-31"))
    book.decide(ToldToStop("alex", how="By telephone"))
    marks = [(m.kind, m.span and tuple(iso(t, ZONE)[:10] for t in m.span), m.words)
             for m in marks_of(book.file())]
    assert marks == [
        ("stop", ("2024-03-24", "2024-03-24"), ""),
        ("blocked", ("2024-04-01", "2024-04-30"), ""),
        ("warned", ("2024-05-01", "2024-05-01"), "a constable"),
        ("made", ("2024-06-01", "2024-06-01"), "non-molestation order"),
        ("served", ("2024-06-03", "2024-06-03"), "non-molestation order"),
        ("force", ("2024-06-03", "2025-06-01"), "non-molestation order"),
        ("quiet", ("2024-07-01", "2024-07-31"), "abroad"),
        ("stop", None, "By telephone"),
    ]
    assert {m.number for m in marks_of(book.file()) if m.kind == "force"} == {number}
    sam = [p.key for p in case.people].index("sam")
    assert marks_of(book.file(), sam) == ()


def test_a_sighting_is_its_persons_by_a_decision(book: Book, tmp_path: Path) -> None:
    add(book, tmp_path, "diary.csv", DIARY)
    book.decide(PersonNamed("alex", "Alex Reed", "suspect"))
    seen = ids(book.file())[0]
    book.decide(EventBy(seen, "alex", "seen"))
    case = book.file()
    assert rows_named(case.table, (seen,)) == {seen: 0}
    line = timeline_of(case)
    assert line.listed(view_of(*line.whole, ZONE), Chosen(0)).tolist() == [0]

"""When each line of a chat was written: both readings where there are two, and what was assumed.

All instants are worked out by hand: in 2024 London is an hour ahead of UTC from 31 March to 27
October.
"""

from __future__ import annotations

import pytest

from rainbook.events.sources.interface import Asked
from rainbook.moment import iso
from rainbook.record import Event, ZoneFrom
from tests.events.made_chats import SUSPECT, Chat, android, iphone, read_chat

ASSUMED_ZONE = "zone: the export names none; Europe/London was assumed"
ASK = "date order: day first and month first are both possible; both are kept, please say which"


def utc(event: Event) -> list[tuple[str, str]]:
    """Return every reading of an event in UTC, to the minute."""
    moment = event.moment
    pairs = moment.readings or ((moment.earliest or 0, moment.latest or 0),)
    return [(iso(a)[:16].replace("T", " "), iso(b)[:16].replace("T", " ")) for a, b in pairs]


def read(text: str, **said: object) -> Chat:
    return read_chat(text, asked=Asked(**said))  # type: ignore[arg-type]


def test_two_readings_are_both_kept_and_asked() -> None:
    (event,) = read("03/04/2024, 09:00 - Alex: x\n").events
    # 4 March is winter time, 3 April summer time
    assert utc(event) == [("2024-03-04 09:00", "2024-03-04 09:00"),
                          ("2024-04-03 08:00", "2024-04-03 08:00")]  # fmt: skip
    assert (iso(event.moment.earliest or 0), iso(event.moment.latest or 0)) == (
        "2024-03-04T09:00:00+00:00", "2024-04-03T08:00:59.999999+00:00",
    )  # fmt: skip
    assert "ambiguous_date_order" in event.warnings
    assert event.moment.assumed == (ASSUMED_ZONE, ASK)


SAID = [
    ("day first", "2024-04-03 08:00", False), ("month first", "2024-03-04 09:00", False),
    ("year first", "", True), ("nonsense", "", True),
]  # fmt: skip


@pytest.mark.parametrize(("order", "instant", "unsure"), SAID)
def test_what_the_person_says_settles_it(order: str, instant: str, unsure: bool) -> None:
    (event,) = read("03/04/2024, 09:00 - Alex: x\n", date_order=order).events
    assert ("ambiguous_date_order" in event.warnings) == unsure
    if not unsure:
        assert utc(event) == [(instant, instant)]
        assert (event.moment.readings, event.moment.assumed) == ((), (ASSUMED_ZONE,))


def test_a_day_that_is_the_same_both_ways_is_sure() -> None:
    chat = read("03/03/2024, 09:00 - Alex: x\n04/03/2024, 09:00 - Alex: y\n")
    assert chat.doubts == [[], ["ambiguous_date_order"]]


def test_one_day_over_twelve_settles_the_file() -> None:
    chat = read("03/04/2024, 09:00 - Alex: x\n13/04/2024, 09:00 - Alex: y\n")
    assert chat.when == ["2024-04-03T09:00:00", "2024-04-13T09:00:00"]
    assert (chat.doubts, chat.events[0].moment.assumed) == ([[], []], (ASSUMED_ZONE,))


def test_an_order_taken_from_the_lines_is_an_assumption_of_every_line() -> None:
    days = ["01/03", "02/03", "01/04", "02/04", "01/05", "02/05", "01/06"]
    chat = read("".join(f"{day}/2024, 09:00 - Alex: x\n" for day in days))
    assert [w[:10] for w in chat.when] == [
        "2024-03-01", "2024-03-02", "2024-04-01", "2024-04-02", "2024-05-01", "2024-05-02",
        "2024-06-01",
    ]  # fmt: skip
    because = "read month first, the lines would run backwards 3 times"
    assert chat.events[0].moment.assumed == (
        ASSUMED_ZONE, f"date order: day first, because {because}",
    )  # fmt: skip


def test_one_line_that_contradicts_a_whole_chat_is_marked_and_changes_nothing() -> None:
    lines = [f"{day:02d}/01/2024, 09:00 - Sam: x\n" for day in range(1, 29)] * 2
    lines[27] += "01/31/2024, 09:00 - Sam: I wanted it\n"
    chat = read("".join(sorted(lines[:28])) + "".join(f"{d:02d}/02/2024, 09:00 - Sam: y\n"
                                                      for d in range(1, 29)))  # fmt: skip
    forged = [e for e in chat.events if e.words == "I wanted it"]
    assert [[w for w in e.warnings if w != "tz_assumed"] for e in forged] == [
        ["ambiguous_date_order", *SUSPECT]
    ]
    assert utc(forged[0]) == [("2024-01-31 09:00", "2024-01-31 09:00")]
    assert [d for e, d in zip(chat.events, chat.doubts, strict=True) if e.words != "I wanted it"
            and d] == []  # fmt: skip


def test_a_few_lines_that_contradict_leave_both_readings() -> None:
    days = ("05/04/2024", "13/04/2024", "04/14/2024")
    chat = read("".join(android("09:00 Alex: x", day=day) for day in days))
    assert chat.doubts[0] == ["ambiguous_date_order"]
    assert [w[:10] for w in chat.when[1:]] == ["2024-04-13", "2024-04-14"]


ZONES = [
    ({}, "2024-07-01 11:00", "Europe/London", ZoneFrom.ASSUMED, True),
    ({"zone": "Europe/London", "zone_said": True}, "2024-07-01 11:00", "Europe/London",
     ZoneFrom.USER, False),
    ({"zone": "America/New_York", "zone_said": True}, "2024-07-01 16:00", "America/New_York",
     ZoneFrom.USER, False),
]  # fmt: skip


@pytest.mark.parametrize(("said", "instant", "zone", "zone_from", "assumed"), ZONES)
def test_the_zone_is_said_or_assumed(
    said: dict[str, object], instant: str, zone: str, zone_from: ZoneFrom, assumed: bool
) -> None:
    chat = read("01/07/2024, 12:00 - Sam: y\n13/07/2024, 12:00 - Alex: x\n", **said)
    event = chat.events[0]
    assert utc(event) == [(instant, instant)]
    assert event.moment.zone == zone
    assert int(chat.tables[0].zone_from[0]) == zone_from
    assert ("tz_assumed" in event.warnings) == assumed
    assert (ASSUMED_ZONE in event.moment.assumed) == assumed


NIGHTS = [
    # zone, day and clock as written, earliest and latest start, doubt
    ("Europe/London", "31/03/2024, 00:59", "2024-03-31 00:59", "2024-03-31 00:59", []),
    ("Europe/London", "31/03/2024, 01:30", "2024-03-31 00:30", "2024-03-31 01:30", ["dst_gap"]),
    ("Europe/London", "31/03/2024, 02:00", "2024-03-31 01:00", "2024-03-31 01:00", []),
    ("Europe/London", "27/10/2024, 00:59", "2024-10-26 23:59", "2024-10-26 23:59", []),
    ("Europe/London", "27/10/2024, 01:30", "2024-10-27 00:30", "2024-10-27 01:30", ["dst_fold"]),
    ("Europe/London", "27/10/2024, 02:00", "2024-10-27 02:00", "2024-10-27 02:00", []),
    ("America/New_York", "31/03/2024, 01:30", "2024-03-31 05:30", "2024-03-31 05:30", []),
    ("America/New_York", "03/11/2024, 01:30", "2024-11-03 05:30", "2024-11-03 06:30", ["dst_fold"]),
]  # fmt: skip


@pytest.mark.parametrize(("zone", "written", "early", "late", "doubts"), NIGHTS)
def test_the_nights_clocks_change(
    zone: str, written: str, early: str, late: str, doubts: list[str]
) -> None:
    chat = read(f"{written} - Alex: x\n", zone=zone, zone_said=True, date_order="day first")
    assert utc(chat.events[0]) == [(early, late)]
    assert chat.doubts == [doubts]


def test_the_hour_that_happens_twice_is_no_forgery() -> None:
    """Written at 00:30, 00:50 and 01:10 UTC: the clock goes back between the second and third."""
    chat = read(android("01:30 Alex: a", "01:50 Sam: b", "01:10 Alex: c", "02:10 Sam: d",
                        day="27/10/2024"))  # fmt: skip
    assert chat.doubts == [["dst_fold"], ["dst_fold"], ["dst_fold", "clock_backward"], []]


def test_the_hour_that_never_happens_is_an_interval_with_seconds_too() -> None:
    chat = read(iphone("01:30:15 Alex: a", day="31/03/2024"))
    moment = chat.events[0].moment
    assert (iso(moment.earliest or 0), iso(moment.latest or 0)) == (
        "2024-03-31T00:30:15+00:00", "2024-03-31T01:30:15.999999+00:00",
    )  # fmt: skip


def test_minutes_and_seconds_are_intervals_of_their_own_width() -> None:
    minute = read(android("09:00 Alex: x")).events[0].moment
    second = read(iphone("09:00:05 Alex: x")).events[0].moment
    assert (minute.latest or 0) - (minute.earliest or 0) == 59_999_999
    assert (second.latest or 0) - (second.earliest or 0) == 999_999
    assert (minute.as_written, second.as_written) == ("24/01/2024, 09:00", "24/01/2024, 09:00:05")


YEARS = [
    ("24/01/2008", ["time_implausible"]), ("24/01/2009", []), ("24/01/2049", []),
    ("24/01/2050", ["time_implausible"]), ("24/01/67", ["time_implausible"]),  # the year 2567?
]  # fmt: skip


@pytest.mark.parametrize(("day", "doubts"), YEARS)
def test_a_year_no_chat_can_be_of(day: str, doubts: list[str]) -> None:
    assert read(android("09:00 Alex: x", day=day)).doubts == [doubts]


@pytest.mark.parametrize("day", ["15/3/2567", "1402/11/4", "24/01/1989", "24/01/2101"])
def test_another_calendar_is_not_read_rather_than_wrongly(day: str) -> None:
    assert read(android("09:00 Alex: x", day=day)).codes == ["no_reader"]


def test_the_korean_year_of_two_digits() -> None:
    chat = read("[24. 3. 15. 오후 3:20:15] 김: a\r\n[24. 3. 16. 오전 12:20:15] 이: b\r\n")
    assert chat.when == ["2024-03-15T15:20:15", "2024-03-16T00:20:15"]
    (event,) = read("[24. 9. 15. 오후 3:20:15] 김: a\r\n").events
    assert [a[:10] for a, _ in utc(event)] == ["2015-09-24", "2024-09-15"]
    assert "ambiguous_date_order" in event.warnings


def test_backwards_is_judged_in_the_order_that_fits() -> None:
    """Read month first, this chat would jump to and fro; no line of it is marked for that."""
    days = ["10/04", "11/04", "12/04", "01/05", "02/05"]
    chat = read("".join(f"{day}/2024, 09:00 - Alex: x\n" for day in days))
    assert chat.doubts == [["ambiguous_date_order"]] * 5

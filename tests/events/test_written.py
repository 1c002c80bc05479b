"""Dates and times as people write them, read in London; every row of these tables is a rule.

In these tables a time is London wall-clock time; 2024-03-31 and 2024-10-27 are the nights the
clocks change. "D" stands for a whole day.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rainbook.moment import iso
from rainbook.moment.hours import HOUR, MINUTE, read_time
from rainbook.moment.written import When, read_written, when
from rainbook.record import Precision, Warn, ZoneFrom

LONDON = "Europe/London"
BOTH = ("day first", "month first")


def read(text: str, *orders: str, time: str = "", said: bool = True) -> When | None:
    what = read_written(text, time)
    return None if what is None else when(what, orders or ("day first",), LONDON, said)


def spans(text: str, *orders: str) -> list[str]:
    found = read(text, *orders)
    assert found is not None
    pairs = found.readings or ((found.earliest, found.latest),)
    return [f"{iso(a, LONDON)[:19]} {iso(b + 1, LONDON)[:19]}" for a, b in pairs]


def d(day: str, after: str) -> str:
    return f"{day}T00:00:00 {after}T00:00:00"


DAYS = [
    ("2024-03-03", d("2024-03-03", "2024-03-04")),
    ("2024/3/3", d("2024-03-03", "2024-03-04")),
    ("2024.03.03", d("2024-03-03", "2024-03-04")),
    ("03/04/2024", d("2024-04-03", "2024-04-04")),
    ("3.4.24", d("2024-04-03", "2024-04-04")),
    ("3-4-2024", d("2024-04-03", "2024-04-04")),
    ("3 March 2024", d("2024-03-03", "2024-03-04")),
    ("3rd Mar 2024", d("2024-03-03", "2024-03-04")),
    ("the 3rd of March, 2024", d("2024-03-03", "2024-03-04")),
    ("on 3 Sept '24", d("2024-09-03", "2024-09-04")),
    ("3-Mar-24", d("2024-03-03", "2024-03-04")),
    ("March 3, 2024", d("2024-03-03", "2024-03-04")),
    ("march 3rd 2024", d("2024-03-03", "2024-03-04")),
    ("Sunday 3 March 2024", d("2024-03-03", "2024-03-04")),
    ("Sun, 03/03/2024", d("2024-03-03", "2024-03-04")),
    ("29 February 2024", d("2024-02-29", "2024-03-01")),
    ("Mar 2024", d("2024-03-01", "2024-04-01")),
    ("December 2024", d("2024-12-01", "2025-01-01")),
    ("2024", d("2024-01-01", "2025-01-01")),
]


@pytest.mark.parametrize(("text", "span"), DAYS)
def test_day(text: str, span: str) -> None:
    assert spans(text) == [span]


NOT_DAYS = [
    "", " ", "3 March", "03/04", "Tuesday", "yesterday", "last week", "31/31/2024", "30 Feb 2024",
    "29 February 2023", "2024-13-01", "0/0/2024", "1 March 1066", "2400-01-01", "03/04-2024",
    "9pm", "March", "3/4/20245", "x" * 500, "the day after",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_DAYS)
def test_without_a_year_there_is_no_time(text: str) -> None:
    assert read(text, *BOTH) is None


TIMES = [
    # words                     from                to (not included)
    ("9pm", "21:00:00", "21:01:00"),
    ("9 PM", "21:00:00", "21:01:00"),
    ("9.30 pm", "21:30:00", "21:31:00"),
    ("9:30p.m.", "21:30:00", "21:31:00"),
    ("21:05", "21:05:00", "21:06:00"),
    ("21.05", "21:05:00", "21:06:00"),
    ("21:05:10", "21:05:10", "21:05:11"),
    ("at 2105hrs", "21:05:00", "21:06:00"),
    ("12am", "00:00:00", "00:01:00"),
    ("12pm", "12:00:00", "12:01:00"),
    ("noon", "12:00:00", "12:01:00"),
    ("around 9pm", "20:30:00", "21:31:00"),
    ("about 9pm", "20:30:00", "21:31:00"),
    ("c. 9pm", "20:30:00", "21:31:00"),
    ("~21:00", "20:30:00", "21:31:00"),
    ("9pm-ish", "20:30:00", "21:31:00"),
    ("early hours", "00:00:00", "06:00:00"),
    ("in the morning", "05:00:00", "12:00:00"),
    ("afternoon", "12:00:00", "18:00:00"),
    ("evening", "17:00:00", "23:00:00"),
    ("night", "20:00:00", "30:00:00"),
    ("between 9pm and 10pm", "21:00:00", "22:01:00"),
    ("between 9 and 10pm", "21:00:00", "22:01:00"),
    ("21:00-22:00", "21:00:00", "22:01:00"),
    ("from 21:00 until 22:30", "21:00:00", "22:31:00"),
    ("11pm to 1am", "23:00:00", "25:01:00"),
    ("between about 9pm and 10pm", "20:30:00", "22:31:00"),
]  # fmt: skip


def clock(text: str) -> int:
    hours, minutes, seconds = (int(p) for p in text.split(":"))
    return hours * HOUR + minutes * MINUTE + seconds * 1_000_000


@pytest.mark.parametrize(("text", "begins", "ends"), TIMES)
def test_time(text: str, begins: str, ends: str) -> None:
    found = read_time(text)
    assert found is not None
    assert (found.begins, found.ends + 1) == (clock(begins), clock(ends))


@pytest.mark.parametrize(
    "text",
    ["", "9", "25:00", "12:60", "21:05:99", "0pm", "13am", "21:30am", "soon", "9 or 10", "9:3", "m",
     "between 9 and 10", "x" * 300],
)  # fmt: skip
def test_no_time(text: str) -> None:
    assert read_time(text) is None


ASSUMED = [
    ("3 March 2024 9:30", ("9:30 says neither am nor pm and was read as 09:30",)),
    ("3 March 2024 09:30", ()),
    ("3.3.24", ("the year 24 was read as 2024",)),
    ("Tuesday 3 March 2024", ("it says Tuesday, but 3 March 2024 was a Sunday",)),
    ("3 March 2024 around 9pm", ("'about' was read as 30 minutes either way",)),
    ("3 March 2024 evening", ("'evening' was read as 17:00 to 22:59",)),
    ("3 March 2024 11pm-1am", ("11pm-1am was read as running past midnight",)),
    ("about 12 March 2024", ("'about' was read as 3 days either way",)),
    ("about March 2024", ("'about' was read as 15 days either way",)),
    ("around the 12th March 2024 9pm",
     ("'about' was read as 3 days either way", "the time of day was left out")),
    ("3 March 2024 after tea", ("'after tea' after the day was left out",)),
    ("3 March 2024 midnight", ("midnight can be the start or the end of that day",)),
]


@pytest.mark.parametrize(("text", "assumed"), ASSUMED)
def test_what_was_assumed_is_said(text: str, assumed: tuple[str, ...]) -> None:
    found = read(text)
    assert found is not None
    assert found.assumed == assumed


TOGETHER = [
    ("3 March 2024 9pm", Precision.MINUTE, "2024-03-03T21:00:00 2024-03-03T21:01:00"),
    ("2024-03-03T21:05:10", Precision.SECOND, "2024-03-03T21:05:10 2024-03-03T21:05:11"),
    ("03/04/2024, 21:05", Precision.MINUTE, "2024-04-03T21:05:00 2024-04-03T21:06:00"),
    ("9pm on 3 March 2024", Precision.MINUTE, "2024-03-03T21:00:00 2024-03-03T21:01:00"),
    ("3 March 2024 at about 9pm", Precision.HOUR, "2024-03-03T20:30:00 2024-03-03T21:31:00"),
    ("3 March 2024, evening", Precision.PART_OF_DAY, "2024-03-03T17:00:00 2024-03-03T23:00:00"),
    ("3 March 2024 night", Precision.PART_OF_DAY, "2024-03-03T20:00:00 2024-03-04T06:00:00"),
    ("3 March 2024", Precision.DAY, d("2024-03-03", "2024-03-04")),
    ("about 12 March 2024", Precision.DAY, d("2024-03-09", "2024-03-16")),
    ("~2024-03-12", Precision.DAY, d("2024-03-09", "2024-03-16")),
    ("about March 2024", Precision.MONTH, d("2024-02-15", "2024-04-16")),
    ("31 March 2024", Precision.DAY, d("2024-03-31", "2024-04-01")),  # a day of 23 hours
    ("March 2024", Precision.MONTH, d("2024-03-01", "2024-04-01")),
    ("2024", Precision.YEAR, d("2024-01-01", "2025-01-01")),
]


@pytest.mark.parametrize(("text", "precision", "span"), TOGETHER)
def test_day_and_time_in_one_cell(text: str, precision: Precision, span: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.precision, spans(text)) == (precision, [span])


def test_time_in_a_cell_of_its_own() -> None:
    found = read("3 March 2024", time="9pm")
    # 2024-03-03 21:00:00 UTC, London being on UTC in March
    assert found is not None
    assert (found.earliest, found.latest) == (1709499600000000, 1709499659999999)
    vague = read("3 March 2024", time="after tea")
    assert vague is not None
    assert vague.assumed == ("the time 'after tea' could not be read and was left out",)


def test_a_summer_day_in_london_begins_before_utc() -> None:
    found = read("1 July 2024")
    # 2024-06-30 23:00:00 UTC to 2024-07-01 22:59:59.999999 UTC
    assert found is not None
    assert (found.earliest, found.latest) == (1719788400000000, 1719874799999999)


def test_two_readings_stay_two() -> None:
    found = read("03/04/2024", *BOTH)
    assert found is not None
    assert spans("03/04/2024", *BOTH) == [
        d("2024-03-04", "2024-03-05"), d("2024-04-03", "2024-04-04"),
    ]  # fmt: skip
    assert found.warnings == Warn.AMBIGUOUS_DATE_ORDER
    assert found.earliest == min(a for a, _ in found.readings)
    assert found.latest == max(b for _, b in found.readings)


@pytest.mark.parametrize("text", ["13/04/2024", "04/04/2024", "Wednesday 03/04/2024"])
def test_one_reading_is_left(text: str) -> None:
    found = read(text, *BOTH)
    assert found is not None
    assert (found.readings, found.warnings) == ((), Warn(0))


def test_a_weekday_that_settles_it_is_said() -> None:
    found = read("Wednesday 03/04/2024", *BOTH)
    assert found is not None
    assert found.assumed == ("only one reading of the day is a Wednesday",)


def test_midnight_is_two_times() -> None:
    found = read("3 March 2024 midnight")
    assert found is not None
    assert found.warnings == Warn.TIME_IN_TWO_READINGS
    assert spans("3 March 2024 midnight") == [
        "2024-03-03T00:00:00 2024-03-03T00:01:00", "2024-03-04T00:00:00 2024-03-04T00:01:00",
    ]  # fmt: skip


CLOCK_CHANGES = [
    # the hour that happens twice: from the first 01:30 (00:30 UTC) to the second (01:30 UTC)
    ("27 October 2024 01:30", Warn.DST_FOLD, 1729989000000000, 1729992659999999),
    # the hour that never happens: 01:30 read both ways, 00:30 UTC to 01:30 UTC
    ("31 March 2024 01:30", Warn.DST_GAP, 1711845000000000, 1711848659999999),
]


@pytest.mark.parametrize(("text", "warn", "earliest", "latest"), CLOCK_CHANGES)
def test_nights_the_clocks_change(text: str, warn: Warn, earliest: int, latest: int) -> None:
    found = read(text)
    assert found is not None
    assert (found.earliest, found.latest, found.warnings) == (earliest, latest, warn)


def test_a_zone_nobody_said_is_assumed() -> None:
    found = read("3 March 2024", said=False)
    assert found is not None
    assert (found.zone_from, found.warnings) == (ZoneFrom.ASSUMED, Warn.TZ_ASSUMED)
    assert found.assumed == ("the clock was in Europe/London",)
    said = read("3 March 2024")
    assert said is not None
    assert (said.zone_from, said.assumed) == (ZoneFrom.USER, ())


@given(st.text(alphabet="0123456789/.-: apmtoJuneMarch,'", max_size=40))
def test_whatever_is_written_an_answer_is_an_interval(text: str) -> None:
    found = read(text, *BOTH)
    if found is not None:
        assert found.earliest <= found.latest
        assert all(found.earliest <= a <= b <= found.latest for a, b in found.readings)

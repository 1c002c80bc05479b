"""The stretch of time a picture shows: its parts by the clock, its nights, and the ways to move.

The one thing a reader would get wrong: clocks are London's. On 31 March 2024 they went forward at
01:00 UTC, on 27 October 2024 back at 01:00 UTC.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from rainbook.case.timeline_view import DAY, HOUR, MINUTE, View, label_of, of_days, view_of
from rainbook.moment import instant

ZONE = "Europe/London"


def view(first: str, last: str) -> View:
    return view_of(instant(first), instant(last), ZONE)


def test_the_days_the_clocks_change_are_as_long_as_they_were() -> None:
    march = view("2024-03-30T00:00:00Z", "2024-04-30T00:00:00Z")
    lengths = dict(zip(march.names, np.diff(march.edges) // HOUR, strict=True))
    assert lengths["Sat 30 Mar 2024"] == 24
    assert lengths["Sun 31 Mar 2024"] == 23
    assert lengths["Mon 1 Apr 2024"] == 24
    october = view("2024-10-01T00:00:00Z", "2024-10-31T00:00:00Z")
    lengths = dict(zip(october.names, np.diff(october.edges) // HOUR, strict=True))
    assert lengths["Sun 27 Oct 2024"] == 25


def test_an_hour_that_came_twice_is_two_parts_and_one_that_never_came_is_none() -> None:
    twice = view("2024-10-26T23:00:00Z", "2024-10-28T00:00:00Z").names
    assert twice[:4] == (
        "Sun 27 Oct 2024, 00:00 to 00:59", "Sun 27 Oct 2024, 01:00 to 01:59",
        "Sun 27 Oct 2024, 01:00 to 01:59 (again)", "Sun 27 Oct 2024, 02:00 to 02:59",
    )
    never = view("2024-03-31T00:00:00Z", "2024-04-01T00:00:00Z").names
    assert never[:2] == ("Sun 31 Mar 2024, 00:00 to 00:59", "Sun 31 Mar 2024, 02:00 to 02:59")


NIGHTS = [
    # from, to, hours of night in it
    ("2024-03-30T12:00:00Z", "2024-03-31T12:00:00Z", [6]),  # 23:00 to 06:00 summer time
    ("2024-10-26T12:00:00Z", "2024-10-27T12:00:00Z", [8]),
    ("2024-07-01T12:00:00Z", "2024-07-02T12:00:00Z", [7]),
    ("2024-07-01T00:00:00Z", "2024-07-01T12:00:00Z", [5]),  # 00:00 UTC is 01:00 by the clock
    ("2024-07-01T08:00:00Z", "2024-07-01T18:00:00Z", []),
    ("2024-07-01T00:00:00Z", "2024-09-01T00:00:00Z", []),  # too thin to see
]


@pytest.mark.parametrize(("first", "last", "hours"), NIGHTS)
def test_night_is_from_eleven_to_six_by_the_clock(
    first: str, last: str, hours: list[int]
) -> None:
    shown = view(first, last)
    assert [(b - a) // HOUR for a, b in shown.nights] == hours


UNITS = [
    # minutes asked for, minutes of a part, parts
    (0, 1, 1), (1, 1, 1), (72, 1, 72), (73, 5, 15), (6 * 60, 5, 72), (18 * 60, 15, 72),
    (3 * 1440, 60, 72), (18 * 1440, 360, 72), (72 * 1440, 1440, 72),
]


@pytest.mark.parametrize(("asked", "each", "parts"), UNITS)
def test_the_finest_parts_that_fit_are_chosen(asked: int, each: int, parts: int) -> None:
    start = instant("2023-01-02T00:00:00+00:00")  # a Monday in winter
    shown = view_of(start, start + asked * MINUTE, ZONE)
    assert (shown.unit.length // MINUTE, shown.parts, shown.start) == (each, parts, start)


@pytest.mark.parametrize(
    ("first", "last"),
    [("1970-01-01T00:00:00Z", "2200-12-31T00:00:00Z"), ("2024-01-31T00:00:00Z",
     "2026-03-30T00:00:00Z"), ("2024-03-31T00:59:00Z", "2024-03-31T01:01:00Z")],
)
def test_a_view_holds_what_was_asked_for_and_every_move_is_a_view(first: str, last: str) -> None:
    shown = view(first, last)
    assert shown.start <= instant(first) and shown.end >= instant(last)
    assert shown.parts <= 74 and (np.diff(shown.edges) > 0).all() and len(shown.labels) <= 9
    for ends in (shown.earlier(), shown.later(), shown.closer(), shown.wider()):
        assert view_of(*ends, ZONE).parts >= 1
    near = view_of(*shown.closer(), ZONE)
    assert near.end - near.start < shown.end - shown.start


def test_going_closer_ends_at_a_minute() -> None:
    shown = view("2000-01-01T00:00:00Z", "2030-01-01T00:00:00Z")
    for _ in range(60):
        if shown.parts == 1:
            break
        shown = view_of(*shown.closer(), ZONE)
    assert shown.end - shown.start == MINUTE


@pytest.mark.parametrize("ends", [(-(10**30), 10**30), (10**30, 10**30), (5, 5), (9, -9)])
def test_ends_no_calendar_has_are_brought_back(ends: tuple[int, int]) -> None:
    shown = view_of(*ends, ZONE)
    assert shown.parts >= 1 and shown.labels and shown.names
    assert view_of(*shown.wider(), ZONE).parts >= 1


def test_days_are_whole_and_may_be_given_in_either_order() -> None:
    first, last = instant("2024-03-31T00:00:00+00:00"), instant("2024-04-02T00:00:00+01:00")
    days = date(2024, 3, 31), date(2024, 4, 1)
    assert of_days(*days, ZONE) == (first, last) == of_days(days[1], days[0], ZONE)


def test_a_label_is_a_time_a_day_a_month_or_a_year() -> None:
    at = int(np.datetime64("2024-03-04T05:30", "us").astype(int))
    units = view("2024-01-01T00:00:00Z", "2024-01-01T01:00:00Z").unit
    assert label_of(at, units) == "05:30"
    assert label_of(at // DAY * DAY, units) == "Mon 4 Mar"

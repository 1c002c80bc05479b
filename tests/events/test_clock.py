"""Wall clocks and instants, with the nights clocks change worked out by hand.

London: 2024-03-31 01:00 becomes 02:00 (01:00 UTC); 2024-10-27 02:00 becomes 01:00 (01:00 UTC).
New York: 2024-03-10 02:00 becomes 03:00 (07:00 UTC); 2024-11-03 02:00 becomes 01:00 (06:00 UTC).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rainbook.moment import days_in_zone, instant, iso, local_to_utc
from rainbook.moment.clock import DAY, HOUR, UnknownZone
from rainbook.record import Warn

LONDON, NEW_YORK = "Europe/London", "America/New_York"
EPOCH = datetime(1970, 1, 1)
FOLD, GAP = Warn.DST_FOLD, Warn.DST_GAP
SURE = Warn(0)


def micros(written: str) -> int:
    return (datetime.fromisoformat(written) - EPOCH) // timedelta(microseconds=1)


LOCAL = [
    # wall clock, zone, earliest and latest in UTC, doubt
    ("2024-01-15 12:00", LONDON, "2024-01-15 12:00", "", SURE),
    ("2024-07-15 12:00", LONDON, "2024-07-15 11:00", "", SURE),
    ("2024-07-15 00:30", LONDON, "2024-07-14 23:30", "", SURE),
    ("2024-03-31 00:59:59", LONDON, "2024-03-31 00:59:59", "", SURE),
    ("2024-03-31 01:00", LONDON, "2024-03-31 00:00", "2024-03-31 01:00", GAP),
    ("2024-03-31 01:30", LONDON, "2024-03-31 00:30", "2024-03-31 01:30", GAP),
    ("2024-03-31 02:00", LONDON, "2024-03-31 01:00", "", SURE),
    ("2024-10-27 00:59:59", LONDON, "2024-10-26 23:59:59", "", SURE),
    ("2024-10-27 01:00", LONDON, "2024-10-27 00:00", "2024-10-27 01:00", FOLD),
    ("2024-10-27 01:59:59", LONDON, "2024-10-27 00:59:59", "2024-10-27 01:59:59", FOLD),
    ("2024-10-27 02:00", LONDON, "2024-10-27 02:00", "", SURE),
    ("2024-01-15 12:00", NEW_YORK, "2024-01-15 17:00", "", SURE),
    ("2024-07-15 12:00", NEW_YORK, "2024-07-15 16:00", "", SURE),
    ("2024-03-10 02:30", NEW_YORK, "2024-03-10 06:30", "2024-03-10 07:30", GAP),
    ("2024-11-03 01:30", NEW_YORK, "2024-11-03 05:30", "2024-11-03 06:30", FOLD),
    ("2024-07-15 12:00", "Asia/Kolkata", "2024-07-15 06:30", "", SURE),
    ("2024-07-15 12:00", "UTC", "2024-07-15 12:00", "", SURE),
    ("1970-06-01 12:00", LONDON, "1970-06-01 11:00", "", SURE),  # Britain kept summer time
    # the night Lord Howe moves by half an hour: 2024-04-07 01:30 to 02:00 happens twice
    ("2024-04-07 01:45", "Australia/Lord_Howe", "2024-04-06 14:45", "2024-04-06 15:15", FOLD),
]  # fmt: skip


@pytest.mark.parametrize(("wall", "zone", "early", "late", "doubt"), LOCAL)
def test_a_wall_clock_is_an_instant_or_two(
    wall: str, zone: str, early: str, late: str, doubt: Warn
) -> None:
    low, high, warn = local_to_utc(np.array([micros(wall)], np.int64), zone)
    assert (int(low[0]), int(high[0])) == (micros(early), micros(late or early))
    assert int(warn[0]) == doubt


def test_many_at_once_are_the_same_as_one_by_one() -> None:
    walls = np.array([micros(w) for w, zone, *_ in LOCAL if zone == LONDON] * 3, np.int64)
    low, high, warn = local_to_utc(walls, LONDON)
    for row, wall in enumerate(walls.tolist()):
        one = local_to_utc(np.array([wall], np.int64), LONDON)
        assert [int(c[0]) for c in one] == [int(low[row]), int(high[row]), int(warn[row])]


def test_none_at_all() -> None:
    empty = np.zeros(0, np.int64)
    assert [len(c) for c in local_to_utc(empty, LONDON)] == [0, 0, 0]
    assert len(days_in_zone(empty, LONDON)) == 0


WALLS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1))


@given(WALLS, st.sampled_from([LONDON, NEW_YORK]))
def test_an_instant_shows_the_wall_clock_it_was_read_from(wall: datetime, zone: str) -> None:
    local = (wall - EPOCH) // timedelta(microseconds=1)
    low, high, warn = (int(c[0]) for c in local_to_utc(np.array([local], np.int64), zone))
    assert 0 <= high - low <= HOUR and (high > low) == bool(warn)
    if not warn & GAP:
        for found in (low, high):
            assert datetime.fromisoformat(iso(found, zone)).replace(tzinfo=None) == wall
            assert instant(iso(found, zone)) == found


EXTREMES = ["0001-01-01 00:00", "0001-01-02 12:00", "9999-12-30 12:00", "9999-12-31 23:59"]


@pytest.mark.parametrize("wall", EXTREMES)
@pytest.mark.parametrize("zone", [LONDON, NEW_YORK, "UTC"])
def test_the_ends_of_the_calendar_do_not_end_the_import(wall: str, zone: str) -> None:
    low, high, _ = local_to_utc(np.array([micros(wall)], np.int64), zone)
    assert abs(int(low[0]) - micros(wall)) < DAY and low[0] == high[0]


DAYS = [
    ("2024-07-14 22:59:59", LONDON, "2024-07-14"), ("2024-07-14 23:00", LONDON, "2024-07-15"),
    ("2024-01-14 23:59:59", LONDON, "2024-01-14"), ("2024-01-15 00:00", LONDON, "2024-01-15"),
    ("2024-01-15 04:59", NEW_YORK, "2024-01-14"), ("2024-01-15 05:00", NEW_YORK, "2024-01-15"),
    ("2024-07-14 18:29", "Asia/Kolkata", "2024-07-14"),
    ("2024-07-14 18:30", "Asia/Kolkata", "2024-07-15"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "zone", "day"), DAYS)
def test_the_day_a_zone_shows(when: str, zone: str, day: str) -> None:
    found = days_in_zone(np.array([micros(when)], np.int64), zone)
    assert int(found[0]) == micros(day) // DAY


SHOWN = [
    ("2024-06-01 08:30:00", LONDON, "2024-06-01T09:30:00+01:00"),
    ("2024-01-01 08:30:00.5", LONDON, "2024-01-01T08:30:00.500+00:00"),
    ("2024-01-01 08:30:00.000001", "UTC", "2024-01-01T08:30:00.000001+00:00"),
    ("2024-01-01 08:30:00", NEW_YORK, "2024-01-01T03:30:00-05:00"),
    ("2024-01-01 08:30:00", "Asia/Kolkata", "2024-01-01T14:00:00+05:30"),
    ("1969-12-31 23:59:59.999999", "UTC", "1969-12-31T23:59:59.999999+00:00"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "zone", "shown"), SHOWN)
def test_an_instant_in_a_zone(when: str, zone: str, shown: str) -> None:
    assert iso(micros(when), zone) == shown
    assert instant(shown) == micros(when)


@pytest.mark.parametrize("written", ["2024-01-01", "2024-01-01T10:00:00", "soon", ""])
def test_without_an_offset_it_is_no_instant(written: str) -> None:
    with pytest.raises(ValueError, match=r"offset|Invalid"):
        instant(written)


def test_zulu() -> None:
    assert instant("2024-01-01T10:00:00Z") == micros("2024-01-01 10:00")
    assert datetime.fromtimestamp(instant("2024-01-01T10:00:00Z") / 1e6, UTC).hour == 10


@pytest.mark.parametrize("zone", ["London", "europe/nowhere", "", "../etc/passwd", "BST"])
def test_an_unknown_zone_is_named(zone: str) -> None:
    for call in (
        lambda: local_to_utc(np.zeros(1, np.int64), zone),
        lambda: days_in_zone(np.zeros(1, np.int64), zone),
        lambda: iso(0, zone),
    ):
        with pytest.raises(UnknownZone, match="is not a time zone name"):
            call()


@pytest.mark.parametrize("wall", EXTREMES)
def test_the_ends_of_the_calendar_can_be_shown(wall: str) -> None:
    assert instant(iso(micros(wall), LONDON)) == micros(wall)

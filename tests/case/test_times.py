"""Times as they are shown and as they are typed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rainbook.case import said_time, shown_day, shown_span, shown_time, zone_is_known
from rainbook.case.times import TimeNotUnderstood

LONDON, KATHMANDU = "Europe/London", "Asia/Kathmandu"


def us(text: str) -> int:
    """Return the instant written (UTC) in µs since 1970."""
    moment = datetime.fromisoformat(text).replace(tzinfo=UTC)
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


@pytest.mark.parametrize(("earliest", "latest", "zone", "shown"), [
    ("2024-03-24 23:41:00", "2024-03-24 23:41:59.999999", LONDON, "Sun 24 Mar 2024 23:41"),
    ("2024-06-01 23:41:00", "2024-06-01 23:41:00", LONDON, "Sun 2 Jun 2024 00:41"),
    ("2024-06-01 23:41:00", "2024-06-01 23:41:00", KATHMANDU, "Sun 2 Jun 2024 05:26"),
    # a day nobody noted the hour of is not midnight
    ("2024-04-29 23:00:00", "2024-04-30 22:59:59.999999", LONDON, "Tue 30 Apr 2024, no hour given"),
    # the day the clocks went back has 25 hours
    ("2024-10-26 23:00:00", "2024-10-27 23:59:59.999999", LONDON, "Sun 27 Oct 2024, no hour given"),
    ("2024-04-30 23:00:00", "2024-05-31 22:59:59.999999", LONDON, "1 May 2024 to 31 May 2024"),
    ("2024-03-13 17:00:00", "2024-03-13 17:59:59.999999", LONDON, "Wed 13 Mar 2024 17:00 to 17:59"),
    # 01:30 happened twice
    ("2024-10-27 00:30:00", "2024-10-27 01:30:59", LONDON,
     "Sun 27 Oct 2024 01:30 (the clocks went back; it happened twice)"),
    ("2024-03-13 23:30:00", "2024-03-14 00:30:00", LONDON,
     "Wed 13 Mar 2024 23:30 or Thu 14 Mar 2024 00:30"),
    ("2024-03-13 12:00:00", "2024-03-15 12:00:00", LONDON,
     "Wed 13 Mar 2024 12:00 to Fri 15 Mar 2024 12:00"),
])
def test_a_time_is_shown_no_finer_than_it_is_known(
    earliest: str, latest: str, zone: str, shown: str
) -> None:
    assert shown_span(us(earliest), us(latest), zone) == shown


def test_no_time_is_said() -> None:
    assert {shown_span(None, None, LONDON), shown_time(None, LONDON), shown_day(None, LONDON)} == {
        "no time"}
    assert shown_day(us("2024-06-01 23:41:00"), LONDON) == "2 Jun 2024"


@pytest.mark.parametrize(("typed", "zone", "kept"), [
    ("2024-03-24", LONDON, "2024-03-24"),
    (" 2024-03-24 ", LONDON, "2024-03-24"),
    ("2024-03-24 18:40", LONDON, "2024-03-24T18:40:00+00:00"),
    ("2024-06-01 18:40", LONDON, "2024-06-01T18:40:00+01:00"),
    ("2024-06-01T18:40:05", KATHMANDU, "2024-06-01T18:40:05+05:45"),
    ("2024-10-27 01:30+01:00", LONDON, "2024-10-27T01:30:00+01:00"),
    ("2024-10-27T01:30Z", LONDON, "2024-10-27T01:30:00+00:00"),
])
def test_a_time_typed_is_kept_with_its_offset(typed: str, zone: str, kept: str) -> None:
    assert said_time(typed, zone) == kept


@pytest.mark.parametrize(("typed", "says"), [
    ("24/03/2024", "is not a day or time"), ("2024-02-30", "is not a day or time"),
    ("yesterday", "is not a day or time"), ("", "is not a day or time"),
    ("20240324", "is not a day or time"), ("2024-W12-7", "is not a day or time"),
    ("2024-03-24 18", "is not a day or time"), ("0024-03-24 18:40", "is not a day or time"),
    ("2024-03-24 25:00", "is not a day or time"), ("\u0662\u0660\u0662\u0664", "is not a day"),
    ("2024-03-31 01:30", "went forward"), ("2024-10-27 01:30", "happened twice"),
])
def test_a_time_that_is_none_is_refused(typed: str, says: str) -> None:
    with pytest.raises(TimeNotUnderstood, match=says):
        said_time(typed, LONDON)


def test_an_hour_that_happened_twice_is_offered_both_ways() -> None:
    with pytest.raises(TimeNotUnderstood) as said:
        said_time("2024-10-27 01:30", LONDON)
    for way in ("2024-10-27T01:30:00+01:00", "2024-10-27T01:30:00+00:00"):
        assert f'"{way}"' in str(said.value)
        assert said_time(way, LONDON) == way


@pytest.mark.parametrize(("zone", "known"), [
    ("Europe/London", True), ("UTC", True), ("Europe/Cardif", False), ("", False),
    ("../../etc/passwd", False), ("x\0y", False),
])
def test_a_zone_is_known_by_its_exact_name(zone: str, known: bool) -> None:
    assert zone_is_known(zone) is known

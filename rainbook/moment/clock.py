"""Wall clocks, zones and instants: the only place that turns one into another.

The one thing a reader would get wrong: an hour in a zone can happen twice (autumn) or never
(spring). Twice gives
an interval from the first to the second; never gives the instant the clock would have shown, both
ways round, as
an interval, with a warning. Source: `whenever` with the pinned `tzdata` release.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from whenever import (
    Instant,
    PlainDateTime,
    RepeatedTime,
    SkippedTime,
    TimeZoneNotFoundError,
    ZonedDateTime,
)

from rainbook.record import RainbookError, Warn

DAY = 86_400_000_000
HOUR = 3_600_000_000
_EPOCH = datetime(1970, 1, 1)
_FIRST_DAY, _LAST_DAY = (datetime.min - _EPOCH).days, (datetime.max - _EPOCH).days
Times = npt.NDArray[np.int64]


class UnknownZone(RainbookError):
    """The zone named is not in the zone data; the sentence says which spelling is wanted."""


def local_to_utc(local: Times, zone: str) -> tuple[Times, Times, npt.NDArray[np.uint32]]:
    """Return earliest, latest (µs UTC) and warnings for wall-clock times (µs, as if UTC) in one
    zone.

    Whole days on which the zone's offset does not change are shifted together; the few others one
    by one.
    Raises UnknownZone.
    """
    days = local // DAY
    earliest, warn = local.copy(), np.zeros(len(local), np.uint32)
    latest = earliest.copy()
    known, where = np.unique(days, return_inverse=True)
    shift = np.zeros(len(known), np.int64)
    odd = np.zeros(len(known), bool)
    for place, day in enumerate(known.tolist()):
        found = _offset_of_day(day, zone)
        if found is None:
            odd[place] = True
        else:
            shift[place] = found
    earliest -= shift[where]
    latest -= shift[where]
    for row in np.flatnonzero(odd[where]).tolist():
        earliest[row], latest[row], warn[row] = _resolve(int(local[row]), zone)
    return earliest, latest, warn


def days_in_zone(instants: Times, zone: str) -> Times:
    """Return the calendar day (days since 1970-01-01) of each instant (µs UTC) as the zone's clocks
    show it.
    """
    return local_in_zone(instants, zone) // DAY


def local_in_zone(instants: Times, zone: str) -> Times:
    """Return what the zone's clocks show at each instant (µs UTC), as µs since 1970 by that
    clock.
    """
    hours, where = np.unique(instants // HOUR, return_inverse=True)
    # an offset is constant within an hour of UTC except where it changes inside one; those zones
    # change on the hour
    offsets = np.array([_offset_at(hour, zone) for hour in hours.tolist()], np.int64).reshape(-1)
    return instants + offsets[where] if len(instants) else instants.copy()


def iso(when: int, zone: str = "UTC") -> str:
    """Return the instant (µs UTC) as ISO 8601 with the zone's offset, e.g.
    2024-06-01T09:30:00+01:00.
    """
    # in UTC at the ends of the calendar: with an offset it may lie outside
    away = _offset_exact(when, zone if _FIRST_DAY < when // DAY < _LAST_DAY else "UTC")
    # before zones there were offsets of odd seconds, which cannot be written
    offset = abs(away) // 60_000_000 * (-1 if away < 0 else 1)
    moved = _EPOCH + timedelta(microseconds=when + offset * 60_000_000)
    sign, minutes = ("-", -offset) if offset < 0 else ("+", offset)
    fine = (
        "microseconds"
        if moved.microsecond % 1000
        else "milliseconds"
        if moved.microsecond
        else "seconds"
    )
    return f"{moved.isoformat(timespec=fine)}{sign}{minutes // 60:02d}:{minutes % 60:02d}"


def instant(written: str) -> int:
    """Return µs UTC of an ISO 8601 instant with an offset or Z; raises ValueError for anything
    else.
    """
    read = datetime.fromisoformat(written)
    if read.tzinfo is None:
        raise ValueError(f"{written!r} has no offset from UTC")
    return (read.astimezone(UTC).replace(tzinfo=None) - _EPOCH) // timedelta(microseconds=1)


@lru_cache(maxsize=65_536)
def _offset_of_day(day: int, zone: str) -> int | None:
    """Return the zone's offset in µs over a whole local day, or None when it changes then."""
    # no zone changes at the two ends of the calendar, where there is no day before or after
    midnight = _plain(min(max(day, _FIRST_DAY + 1), _LAST_DAY - 1) * DAY)
    before = _zoned(midnight - timedelta(hours=2), zone)
    after = _zoned(midnight + timedelta(hours=26), zone)
    return before if before == after else None


def _zoned(when: datetime, zone: str) -> int:
    try:
        read = PlainDateTime(
            when.year, when.month, when.day, when.hour, when.minute, when.second
        ).assume_tz(zone, disambiguation="earlier")
    except TimeZoneNotFoundError:
        raise UnknownZone(
            f"{zone!r} is not a time zone name. Use one like Europe/London or America/New_York."
        ) from None
    return int(read.offset.total("seconds")) * 1_000_000


def _resolve(local: int, zone: str) -> tuple[int, int, int]:
    plain = _plain(local - local % 1_000_000)
    fine = local % 1_000_000
    wanted = PlainDateTime(
        plain.year, plain.month, plain.day, plain.hour, plain.minute, plain.second
    )
    warn = 0
    try:
        one = wanted.assume_tz(zone, disambiguation="raise")
        both = (one, one)
    except RepeatedTime:
        warn = int(Warn.DST_FOLD)
        both = (
            wanted.assume_tz(zone, disambiguation="earlier"),
            wanted.assume_tz(zone, disambiguation="later"),
        )
    except SkippedTime:
        warn = int(Warn.DST_GAP)
        both = (
            wanted.assume_tz(zone, disambiguation="earlier"),
            wanted.assume_tz(zone, disambiguation="later"),
        )
    low, high = sorted(_micros(b) + fine for b in both)
    return low, high, warn


def _micros(when: ZonedDateTime) -> int:
    return when.timestamp() * 1_000_000


@lru_cache(maxsize=262_144)
def _offset_at(hour: int, zone: str) -> int:
    return _offset_exact(hour * HOUR, zone)


def _offset_exact(when: int, zone: str) -> int:
    if zone == "UTC":
        return 0
    try:
        read = Instant.from_timestamp(when // 1_000_000).to_tz(zone)
    except TimeZoneNotFoundError:
        raise UnknownZone(
            f"{zone!r} is not a time zone name. Use one like Europe/London or America/New_York."
        ) from None
    return int(read.offset.total("seconds")) * 1_000_000


def _plain(local: int) -> datetime:
    return _EPOCH + timedelta(microseconds=local)

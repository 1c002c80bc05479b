"""The stretch of time a picture shows: its parts, labels and nights, and where to go next.

The one thing a reader would get wrong: parts are cut by the clock of the case's zone, so the day
on which the clocks change is 23 or 25 hours long here, as it was for the person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from rainbook.moment import SHORT_MONTHS, SHORT_WEEKDAYS, local_in_zone, local_to_utc
from rainbook.record import Warn

MINUTE, HOUR, DAY = 60_000_000, 3_600_000_000, 86_400_000_000
MOST_PARTS, MOST_LABELS = 72, 7
NIGHT = (23, 6)
"""Night is from 23:00 to 06:00 by the clock of the zone, as the signs have it."""
NIGHTS_UNTIL = 18 * DAY
FIRST, LAST = -11_676_096_000 * 1_000_000, 19_880_899_200 * 1_000_000
"""Instants (µs UTC) between which a view lies: the years 1600 to 2600."""
_MONTH = 2_629_746 * 1_000_000
_MONTHLY = 7  # the place of the month among UNITS
_EPOCH = date(1970, 1, 1).toordinal()
_MONDAY = 4 * DAY  # 1970-01-05 was a Monday
Times = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Unit:
    """How long a part is. `months`: of the calendar, 0 where `length` (µs) says it."""

    name: str
    length: int
    months: int = 0


UNITS = (
    Unit("minute", MINUTE),
    Unit("minutes", 5 * MINUTE),
    Unit("minutes", 15 * MINUTE),
    Unit("hour", HOUR),
    Unit("hours", 6 * HOUR),
    Unit("day", DAY),
    Unit("week", 7 * DAY),
    Unit("month", _MONTH, 1),
    Unit("months", 3 * _MONTH, 3),
    Unit("year", 12 * _MONTH, 12),
    Unit("years", 60 * _MONTH, 60),
    Unit("years", 120 * _MONTH, 120),
    Unit("years", 1_200 * _MONTH, 1_200),
)


@dataclass(frozen=True)
class View:
    """Times (µs UTC) from `start` to before `end`, cut into parts at `edges`."""

    zone: str
    unit: Unit
    edges: Times

    @property
    def start(self) -> int:
        """The first instant shown."""
        return int(self.edges[0])

    @property
    def end(self) -> int:
        """The first instant no longer shown."""
        return int(self.edges[-1])

    @property
    def parts(self) -> int:
        """How many parts there are."""
        return len(self.edges) - 1

    def earlier(self) -> tuple[int, int]:
        """Return the ends of the view half its length before."""
        return self._moved(-1)

    def later(self) -> tuple[int, int]:
        """Return the ends of the view half its length after."""
        return self._moved(1)

    def closer(self) -> tuple[int, int]:
        """Return the ends of the middle half, or of the first half of three parts or fewer."""
        # what is left out on each side is whole parts, so that nothing is cut in two
        out = self.parts // 4
        last = self.parts - out if out else (self.parts + 1) // 2
        return int(self.edges[out]), int(self.edges[last])

    def wider(self) -> tuple[int, int]:
        """Return the ends of a view twice as long round the same middle."""
        long = self.end - self.start
        return kept(self.start - long // 2, self.end + long // 2)

    def _moved(self, sign: int) -> tuple[int, int]:
        by = sign * (self.end - self.start) // 2
        return kept(self.start + by, self.end + by)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return what each part is called: a minute, an hour, a day, a week, a month or years."""
        local = local_in_zone(self.edges, self.zone).tolist()
        after = local_in_zone(self.edges - 1, self.zone).tolist()
        found: list[str] = []
        seen: set[str] = set()  # in autumn an hour comes twice
        for place in range(self.parts):
            name = name_of(local[place], after[place + 1], self.unit)
            found.append(f"{name} (again)" if name in seen else name)
            seen.add(name)
        return tuple(found)

    @cached_property
    def labels(self) -> tuple[tuple[int, str], ...]:
        """Return where (µs UTC) a label stands under the picture, and its words; few enough to
        read.
        """
        for unit in UNITS:
            if (self.end - self.start) / unit.length <= MOST_LABELS:
                break
        places = edges_of(self.start, self.end, unit, self.zone)
        places = places[(places >= self.start) & (places < self.end)]
        local = local_in_zone(places, self.zone)
        return tuple(
            (int(at), label_of(int(here), unit)) for at, here in zip(places, local, strict=True)
        )

    @cached_property
    def nights(self) -> tuple[tuple[int, int], ...]:
        """Return the nights in the view (µs UTC), none where a night would be too thin to see."""
        if self.end - self.start > NIGHTS_UNTIL:
            return ()
        days = local_in_zone(np.array([self.start, self.end], np.int64), self.zone) // DAY
        midnights = np.arange(days[0] - 1, days[1] + 1, dtype=np.int64) * DAY
        begins = to_utc(midnights + NIGHT[0] * HOUR, self.zone)
        ends = to_utc(midnights + DAY + NIGHT[1] * HOUR, self.zone)
        return tuple(
            (max(int(a), self.start), min(int(b), self.end))
            for a, b in zip(begins, ends, strict=True)
            if a < self.end and b > self.start
        )


def view_of(start: int, end: int, zone: str) -> View:
    """Return the view of at least `start` to `end` (µs UTC), widened to whole parts.

    The parts are the finest of which no more than MOST_PARTS are needed; a view is a minute long
    at least. Raises UnknownZone.
    """
    start, end = kept(start, end)
    for unit in UNITS:
        if (end - start) / unit.length <= MOST_PARTS:
            break
    return View(zone, unit, edges_of(start, end, unit, zone))


def kept(start: int, end: int) -> tuple[int, int]:
    """Return the two instants inside the calendar, in order and a minute apart at least."""
    start, end = (min(max(t, FIRST), LAST) for t in (start, end))
    start, end = min(start, end), max(start, end)
    return (start, end) if end - start >= MINUTE else (min(start, LAST - MINUTE), start + MINUTE)


def edges_of(start: int, end: int, unit: Unit, zone: str) -> Times:
    """Return where the parts begin, the end of the last included: they cover `start` to `end`."""
    first, last = (int(t) for t in local_in_zone(np.array([start, end], np.int64), zone))
    if unit.months:
        low, high = (int(np.datetime64(t, "us").astype("M8[M]").astype(int)) for t in (first, last))
        months = np.arange(low // unit.months, high // unit.months + 2) * unit.months
        local = months.astype("M8[M]").astype("M8[us]").astype(np.int64)
    elif unit.length > HOUR:
        zero = _MONDAY if unit.length == 7 * DAY else 0
        low, high = (first - zero) // unit.length, (last - zero) // unit.length
        local = np.arange(low, high + 2, dtype=np.int64) * unit.length + zero
    else:  # within the hour the clock's own hands are followed: an hour that comes twice is two
        away = first - start
        low = first // unit.length * unit.length - away
        return np.arange(low, end + unit.length, unit.length, dtype=np.int64)
    found = np.unique(to_utc(local, zone))
    return found[: int(np.searchsorted(found, end)) + 1]


def to_utc(local: Times, zone: str) -> Times:
    """Return the first instant (µs UTC) at which the zone's clock shows each time, or a later."""
    early, late, doubt = local_to_utc(local, zone)
    return np.where((doubt & Warn.DST_GAP) != 0, late, early)


def of_days(first: date, last: date, zone: str) -> tuple[int, int]:
    """Return the first instant of one day and the end of another (µs UTC), in either order."""
    days = sorted((first.toordinal() - _EPOCH, last.toordinal() - _EPOCH))
    both = to_utc(np.array([days[0] * DAY, (days[1] + 1) * DAY], np.int64), zone)
    return int(both[0]), int(both[1])


def name_of(first: int, last: int, unit: Unit) -> str:
    """Return the name of a part from its first and last µs by the zone's clock."""
    if unit.months == 1:
        return label_of(first, unit)
    if unit.months:
        begins, ends = (label_of(t, UNITS[_MONTHLY]) for t in (first, last))
        if unit.months >= 12:
            begins, ends = begins[-4:], ends[-4:]
        return begins if begins == ends else f"{begins} to {ends}"
    begins = f"{label_of(first // DAY * DAY, unit)} {str(np.datetime64(first, 'us'))[:4]}"
    if unit.length == DAY:
        return begins
    if unit.length > DAY:
        ends = f"{label_of(last // DAY * DAY, unit)} {str(np.datetime64(last, 'us'))[:4]}"
        return f"{begins} to {ends}"
    clock = f"{first // HOUR % 24:02d}:{first // MINUTE % 60:02d}"
    if unit.length == MINUTE:
        return f"{begins}, {clock}"
    return f"{begins}, {clock} to {last // HOUR % 24:02d}:{last // MINUTE % 60:02d}"


def label_of(local: int, unit: Unit) -> str:
    """Return the label of a place on the scale. `local`: µs by the zone's clock."""
    day = np.datetime64(local, "us").astype("M8[D]")
    year, month = (int(n) for n in str(day).rsplit("-", 2)[:2])
    number = int(str(day)[-2:])
    if unit.months >= 12:
        return str(year)
    if unit.months:
        return f"{SHORT_MONTHS[month - 1]} {year}"
    if unit.length < DAY and local % DAY:
        return f"{local // HOUR % 24:02d}:{local // MINUTE % 60:02d}"
    weekday = SHORT_WEEKDAYS[(local // DAY + 3) % 7]
    return f"{weekday} {number} {SHORT_MONTHS[month - 1]}"

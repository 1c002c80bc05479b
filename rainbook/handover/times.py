"""Times as a reader of a bundle sees them: the wall clock of the complainant's zone, with its
offset and every doubt.

The one thing a reader would get wrong: a time is shown no finer than its source wrote it, and a
time with two readings shows both; neither is put first because it is likelier.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from rainbook.moment import SHORT_MONTHS, SHORT_WEEKDAYS, instant, iso
from rainbook.record import NO_TIME, Moment, Precision


@dataclass(frozen=True, slots=True)
class Shown:
    """A time in words, and its two ends as ISO 8601 in the zone ("" = not known)."""

    text: str
    earliest: str
    latest: str
    second_reading: str


def shown(moment: Moment, precision: int, zone: str) -> Shown:
    """Return the time in `zone`, both readings where there are two. µs UTC in, plain words out."""
    low, high = moment.earliest, moment.latest
    if low is None or high is None or low == NO_TIME:
        return Shown("time not readable", "", "", "")
    ends = sorted(set(moment.readings)) or [(low, high)]
    parts = list(dict.fromkeys(_between(a, b, precision, zone) for a, b in ends))
    second = "/".join(iso(end, zone) for end in ends[1]) if len(ends) > 1 else ""
    first = ends[0] if len(ends) > 1 else (low, high)
    return Shown(" or ".join(parts), iso(first[0], zone), iso(first[1], zone), second)


def plain(when: int, zone: str, precision: int = Precision.MINUTE) -> str:
    """Return an instant (µs UTC) as "Mon 3 Jun 2024, 14:05 +01:00", no finer than `precision`."""
    read = datetime.fromisoformat(iso(when, zone))
    day = f"{SHORT_WEEKDAYS[read.weekday()]} {read.day} {SHORT_MONTHS[read.month - 1]} {read.year}"
    if precision == Precision.YEAR:
        return str(read.year)
    if precision == Precision.MONTH:
        return f"{SHORT_MONTHS[read.month - 1]} {read.year}"
    if precision in (Precision.DAY, Precision.NONE):
        return day
    finer = precision in (Precision.SECOND, Precision.MILLISECOND, Precision.MICROSECOND)
    clock = f"{read:%H:%M:%S}" if finer else f"{read:%H:%M}"
    return f"{day}, {clock} {iso(when, zone)[-6:]}"


def _between(low: int, high: int, precision: int, zone: str) -> str:
    fine = Precision.MINUTE if precision in (Precision.HOUR, Precision.PART_OF_DAY) else precision
    one, two = plain(low, zone, fine), plain(high, zone, fine)
    if one != two:
        return f"between {one} and {two}"
    return f"{one}, time of day not in the record" if precision == Precision.DAY else one


def stamp(as_of: str) -> datetime:
    """Return the moment a bundle is dated with (UTC): the case's `as_of`, never the clock of this
    computer.

    A day alone counts from midnight UTC. Raises ValueError for anything that is no ISO 8601 day or
    instant.
    """
    read = datetime.fromisoformat(as_of)
    read = read.replace(microsecond=0)  # a PDF date has whole seconds
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)


def recorded(written: str, zone: str) -> str:
    """Return an ISO 8601 day or instant as a person writes it, an instant in `zone`; anything else
    as it stands.
    """
    try:
        read = datetime.fromisoformat(written)
    except ValueError:
        return written
    if read.tzinfo is not None:
        return plain(instant(written), zone)
    day = f"{SHORT_WEEKDAYS[read.weekday()]} {read.day} {SHORT_MONTHS[read.month - 1]} {read.year}"
    return day if len(written) <= 10 else f"{day}, {read:%H:%M}"

"""Times as people read them, and as they type them.

The one thing a reader would get wrong: a time is shown no finer than its source wrote it. A day
whose hour nobody noted is a day here, never midnight.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import numpy as np

from rainbook.moment import SHORT_MONTHS, SHORT_WEEKDAYS, iso, local_to_utc
from rainbook.record import RainbookError, Warn

_MINUTE, _DAY = 60_000_000, 86_400_000_000
_WIDE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_CLOCK = re.compile(r"[0-9]:[0-9]")


class TimeNotUnderstood(RainbookError):
    """A day or time somebody typed could not be read."""


def shown_day(when: int | None, zone: str) -> str:
    """Return the day of an instant (µs UTC) in the zone, "24 Mar 2024"; "no time" for None."""
    return "no time" if when is None else _day(_local(when, zone))


def shown_time(when: int | None, zone: str) -> str:
    """Return an instant (µs UTC) in the zone, "Sun 24 Mar 2024 23:41"; "no time" for None."""
    if when is None:
        return "no time"
    read = _local(when, zone)
    return f"{SHORT_WEEKDAYS[read.weekday()]} {_day(read)} {read:%H:%M}"


def shown_span(earliest: int | None, latest: int | None, zone: str) -> str:
    """Return a time no finer than it is known: a minute, a day without an hour, or both ends."""
    if earliest is None or latest is None:
        return "no time"
    if latest - earliest < _MINUTE:
        return shown_time(earliest, zone)
    first, last = _local(earliest, zone), _local(latest, zone)
    whole = f"{first:%H:%M} {last:%H:%M}" == "00:00 23:59"
    if whole and first.date() == last.date():
        return f"{SHORT_WEEKDAYS[first.weekday()]} {_day(first)}, no hour given"
    if whole:
        return f"{_day(first)} to {_day(last)}"
    if first.date() == last.date() and first.utcoffset() == last.utcoffset():
        return f"{shown_time(earliest, zone)} to {last:%H:%M}"
    one, two = shown_time(earliest, zone), shown_time(latest, zone)
    if one == two:
        return f"{one} (the clocks went back; it happened twice)"
    return f"{one} or {two}" if latest - earliest < _DAY else f"{one} to {two}"


def said_stretch(written: str, zone: str) -> str:
    """Return a year ("2012"), a month ("2012-05"), a day or a time somebody typed as ISO 8601.

    Raises TimeNotUnderstood, as `said_time` does.
    """
    text = written.strip()
    found = _WIDE.fullmatch(text)
    if found is None:
        if _CLOCK.search(text) or len(text) == 10:
            return said_time(written, zone)
    elif 1900 <= int(found[1]) <= 2200 and 1 <= int(found[2] or 1) <= 12:
        return text
    raise TimeNotUnderstood(
        f"{written!r} is not a day or time. Write a day like 2024-03-24 (year-month-day), a month "
        'like 2012-05, a year like 2012, or a time like "2024-03-24 18:40".'
    )


def said_time(written: str, zone: str) -> str:
    """Return a day or a time somebody typed as ISO 8601: "2024-03-24", or with the zone's offset
    "2024-03-24T18:40:00+00:00".

    Raises TimeNotUnderstood; an hour that happened twice, or never, must be given with its offset.
    """
    text = written.strip()
    wrong = TimeNotUnderstood(
        f"{written!r} is not a day or time. Write a day like 2024-03-24 (year-month-day), or a "
        'time like "2024-03-24 18:40".'
    )
    try:
        if len(text) == 10:
            return date(*(int(part) for part in text.split("-"))).isoformat()
        read = datetime.fromisoformat(text.replace(" ", "T", 1))
    except (ValueError, TypeError):
        raise wrong from None
    if len(text) < 16 or not 1900 <= read.year <= 2200:
        raise wrong
    return read.isoformat() if read.tzinfo is not None else _with_offset(read, written, zone)


def zone_is_known(zone: str) -> bool:
    """Return whether the zone data has a zone of this name; raises nothing."""
    try:
        iso(0, zone)
    except RainbookError:
        return False
    return True


def _with_offset(read: datetime, written: str, zone: str) -> str:
    local = (read - datetime(1970, 1, 1)) // timedelta(microseconds=1)
    early, late, doubt = local_to_utc(np.array([local], np.int64), zone)
    if not doubt[0]:
        return iso(int(early[0]), zone)
    ways = " or ".join(f'"{iso(int(t), zone)}"' for t in (early[0], late[0]))
    if int(doubt[0]) & Warn.DST_GAP:
        raise TimeNotUnderstood(
            f"The clocks in {zone} went forward over {written.strip()}, so no clock there showed "
            f"it. Say which is meant: {ways}."
        )
    raise TimeNotUnderstood(
        f"The clocks in {zone} went back, so {written.strip()} happened twice. Say which is "
        f"meant: {ways}."
    )


def _local(when: int, zone: str) -> datetime:
    return datetime.fromisoformat(iso(when, zone))


def _day(read: datetime) -> str:
    return f"{read.day} {SHORT_MONTHS[read.month - 1]} {read.year}"

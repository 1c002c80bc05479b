"""Reads the days and times a person typed into decisions.

The one thing a reader would get wrong: what is typed has a width. A year is the whole year in the
complainant's zone, a month the month, a day the day; a time without seconds is a minute.
"""

from __future__ import annotations

import re
from datetime import date, datetime

import numpy as np

from rainbook.moment import instant, local_to_utc

DAY = 86_400_000_000
_DAYS = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_EPOCH = datetime(1970, 1, 1)


def when_of(written: str, zone: str) -> tuple[int, int] | None:
    """Return the first and last instant (µs UTC) of an ISO 8601 year, month, day or time, None
    where it is none of them.

    A day is the whole day in the zone; a time without an offset is the zone's clock; one without
    seconds is a minute.
    """
    text = written.strip()
    try:
        if found := _DAYS.fullmatch(text):
            return _days(found, zone)
        read = datetime.fromisoformat(text)
        width = (
            1
            if read.microsecond
            else 1_000_000
            if re.search(r"\d:\d{2}:\d{2}", text)
            else 60_000_000
        ) - 1
        if read.tzinfo is not None:
            return instant(text), instant(text) + width
        clock = int((read - _EPOCH).total_seconds()) * 1_000_000 + read.microsecond
        first, last, _ = local_to_utc(np.array([clock], np.int64), zone)
        return int(first[0]), int(last[0]) + width
    except (ValueError, OverflowError):
        return None


def _days(found: re.Match[str], zone: str) -> tuple[int, int]:
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    begins = date(year, month, day)
    if found[3]:
        after = begins.toordinal() + 1
    elif found[2]:
        after = date(year + month // 12, month % 12 + 1, 1).toordinal()
    else:
        after = date(year + 1, 1, 1).toordinal()
    zero = _EPOCH.date().toordinal()
    local = np.array([(begins.toordinal() - zero) * DAY, (after - zero) * DAY], np.int64)
    first, last, _ = local_to_utc(local, zone)
    return int(first[0]), int(last[1]) - 1


def spans_of(start: str, end: str) -> str:
    """Return " from … to …" as it was typed, with the ends that were given; "" for neither."""
    parts = [f"from {start}" if start else "", f"to {end}" if end else ""]
    said = " ".join(p for p in parts if p)
    return f", {said}" if said else ""

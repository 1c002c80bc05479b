"""Contacts by the hour of the day, for `hours.csv` and the figure in `charts.pdf`.

The one thing a reader would get wrong: only a contact whose hour is certain stands in an hour; all
others are counted apart, and never put at midnight.
"""

from __future__ import annotations

from collections import Counter

from rainbook.handover.interface import Entry, Given
from rainbook.handover.once import once
from rainbook.handover.paper.plain_words import DOUBTS

NIGHT_FROM, NIGHT_TO = 23, 6
"""Night is 23:00 to 05:59 by the case's clock, as in the finding "obsessive"."""
DAY_ONLY = "time of day not in the record"


@once
def by_hour(given: Given) -> tuple[list[Counter[str]], int, int]:
    """Return contacts by service for each of the 24 hours, how many have no certain hour, and how
    many of those in an hour rest on a time zone that was assumed.
    """
    hours: list[Counter[str]] = [Counter() for _ in range(24)]
    unsure = assumed = 0
    for entry in given.entries:
        if not entry.contact:
            continue
        hour = certain_hour(entry)
        if hour is None:
            unsure += 1
        else:
            hours[hour][entry.channel] += 1
            assumed += DOUBTS["tz_assumed"] in entry.warnings
    return hours, unsure, assumed


def certain_hour(entry: Entry) -> int | None:
    """Return the hour (0 to 23) of a line by the case's clock, None where it is not certain."""
    time = entry.time
    if not time.earliest or time.second_reading or time.earliest[:13] != time.latest[:13]:
        return None
    return None if time.text.endswith(DAY_ONLY) else int(time.earliest[11:13])


def is_night(hour: int) -> bool:
    """Return whether an hour is night."""
    return hour >= NIGHT_FROM or hour < NIGHT_TO

"""Contacts by week, for `weeks.csv` and for the small chart of the index.

The one thing a reader would get wrong: a week starts on Monday in the case's zone; a record whose
day can be read in two ways is in no week and is counted apart, and so is one without a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from rainbook.handover.interface import Entry, Given
from rainbook.handover.once import once
from rainbook.handover.said.facts import facts_of
from rainbook.record import Blocked, OrderServed, ToldToStop, Warned


def monday(iso_time: str) -> date:
    """Return the Monday of the week an ISO 8601 day or instant falls in, by the day it names."""
    day = datetime.fromisoformat(iso_time).date()
    return day - timedelta(days=day.weekday())


@once
def by_week(given: Given) -> tuple[dict[date, Counter[str]], int]:
    """Return Monday → contacts by service, every week from first to last, and how many fall in no
    certain week.
    """
    weeks: dict[date, Counter[str]] = {}
    unsure = 0
    for entry in given.entries:
        if not entry.contact:
            continue
        if (
            entry.time.second_reading
            or not entry.time.earliest
            or monday(entry.time.earliest) != monday(entry.time.latest)
        ):
            unsure += 1
            continue
        weeks.setdefault(monday(entry.time.earliest), Counter())[entry.channel] += 1
    if weeks:
        week = min(weeks)
        while week < max(weeks):
            week += timedelta(days=7)
            weeks.setdefault(week, Counter())
    return dict(sorted(weeks.items())), unsure


def stops(given: Given) -> Mapping[date, list[str]]:
    """Return Monday → what happened then to make it stop (told, blocked, warned, served)."""
    found: dict[date, list[str]] = {}
    by_id: dict[str, Entry] = {e.id: e for e in given.entries}
    for decided in facts_of(given):
        what = decided.what
        if isinstance(what, ToldToStop):
            at, said = what.at, "told to stop"
            if not at and what.event in by_id and not by_id[what.event].time.second_reading:
                at = by_id[what.event].time.earliest
        elif isinstance(what, (Blocked, Warned)):
            at, said = what.at, "blocked" if isinstance(what, Blocked) else "warned"
        elif isinstance(what, OrderServed):
            at, said = what.served, "order served"
        else:
            continue
        try:
            found.setdefault(monday(at), []).append(said)
        except ValueError:
            continue  # no day: the fact stands in the index, without a place in the chart
    return found

"""Cuts a case at a past day: what had happened, and had been written down, by the end of it.

The one thing a reader would get wrong: this is not the log's past (`Book.file(as_of=…)` is that).
It
is worked out with what is known now, so that what came later cannot be seen in it: an act after the
day, a diary entry written after it, a refusal made after it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rainbook.custody import LogRecord
from rainbook.findings.said_times import when_of
from rainbook.record import (
    NO_TIME,
    Blocked,
    CameAfter,
    Decided,
    EventTable,
    Kind,
    Line,
    OrderServed,
    Original,
    RainbookError,
    ToldToStop,
    Warned,
    Withdrawn,
)

SAID_TIMES = ("at", "made", "served", "start")


class DayNotUnderstood(RainbookError):
    """A day to look back to could not be read."""


@dataclass(frozen=True, slots=True)
class Past:
    """What is left of a case at a day: the rows kept, as numbers of the whole table, the decisions,
    and what is said about what was left out.
    """

    table: EventTable
    rows: tuple[int, ...]
    decisions: tuple[Decided, ...]
    notes: tuple[Line, ...]


def as_it_stood(
    originals: Sequence[Original], decisions: Sequence[Decided], log: Sequence[LogRecord], last: int
) -> tuple[tuple[Original, ...], tuple[Decided, ...]]:
    """Return the originals and decisions there were after entry `last` of the log; a decision is
    marked as taken back only where that was before.
    """
    held = {r.body["sha256"] for r in log if r.kind == "sealed" and r.number <= last}
    made = [d for d in decisions if d.number <= last]
    back = {d.what.number for d in made if isinstance(d.what, Withdrawn)}
    return (
        tuple(o for o in originals if o.sha256 in held),
        tuple(replace(d, withdrawn=d.number in back) for d in made),
    )


def end_of(day: str, zone: str) -> int:
    """Return the last instant (µs UTC) of a day in the zone. Raises DayNotUnderstood."""
    span = when_of(day, zone) if len(day.strip()) == 10 else None
    if span is None:
        raise DayNotUnderstood(f"{day!r} is not a day. Write it like 2024-03-24 (year-month-day).")
    return span[1]


def cut(
    table: EventTable,
    decisions: Sequence[Decided],
    day: str,
    zone: str,
    named: Mapping[str, int],
) -> Past:
    """Return what had happened, and had been written down, by the end of a day in the zone.

    A record without a time is left out: whether it lies before the day cannot be told. `named`: the
    row of every event the decisions name. Raises DayNotUnderstood.
    """
    end = end_of(day, zone)
    # a diary says when it was written; for the rest that column is the sender's clock
    written = np.where(table.kind == Kind.DIARY, table.sent, NO_TIME)
    undated = (table.latest == NO_TIME) & (written == NO_TIME)
    later = (table.earliest > end) | (written > end)
    kept = ~undated & ~later
    gone = {event for event, row in named.items() if not kept[row]}
    left = tuple(d for d in decisions if not _later(d, gone, end, zone))
    left, unplaced = _placed(left, zone)
    notes = _notes(day, zone, int(undated.sum()), unplaced)
    rows = np.flatnonzero(kept)
    return Past(table.take(rows), tuple(rows.tolist()), left, notes)


def _notes(day: str, zone: str, undated: int, unplaced: tuple[int, ...]) -> tuple[Line, ...]:
    """Say what day it is, and what was left out because nothing places it before or after."""
    notes = [
        Line(
            f"As things stood on {day} ({zone}), worked out with what is known now: what happened, "
            "or was written down, after that day is not in it."
        )
    ]
    if undated:
        notes.append(
            Line(
                f"Left out, for want of a time that can be read: {undated:,}; whether before or "
                "after cannot be told."
            )
        )
    if unplaced:
        said = "refusal or order" if len(unplaced) == 1 else "refusals or orders"
        text = (
            f"Left out, for want of a day: {len(unplaced):,} {said}; whether before or after "
            "cannot be told."
        )
        notes.append(Line(text, (), unplaced))
    return tuple(notes)


def _later(decided: Decided, gone: set[str], end: int, zone: str) -> bool:
    """Return whether a decision is about something after the day. What carries no day is kept."""
    what = decided.what
    if {getattr(what, "event", ""), getattr(what, "other", "")} & gone:
        return True
    said = [getattr(what, name, "") for name in SAID_TIMES]
    spans = [when_of(s, zone) for s in said if isinstance(s, str) and s]
    return any(span is not None and span[0] > end for span in spans)


def _placed(
    decisions: tuple[Decided, ...], zone: str
) -> tuple[tuple[Decided, ...], tuple[int, ...]]:
    """Return the decisions without refusals and orders that nothing places before the day, and the
    numbers of those left out.
    """
    needed = {d.what.refusal for d in decisions if isinstance(d.what, CameAfter)}
    out = {
        d.number
        for d in decisions
        if isinstance(d.what, (ToldToStop, Blocked, Warned, OrderServed))
        and d.number not in needed
        and not getattr(d.what, "event", "")
        and not any(when_of(str(getattr(d.what, n, "")), zone) for n in SAID_TIMES)
    }
    return tuple(d for d in decisions if d.number not in out), tuple(sorted(out))

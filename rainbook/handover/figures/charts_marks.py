"""What stands over the weeks of the chart: refusals, blocks, warnings, orders, and quiet times.

The one thing a reader would get wrong: a quiet time says that nothing is counted in it, and not
that nothing happened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rainbook.handover.interface import Given
from rainbook.handover.said.facts import facts_of, line_of_event
from rainbook.handover.schedules.periods import day_of, stretch_of
from rainbook.handover.times import recorded
from rainbook.record import Blocked, Decided, GapReason, OrderServed, Together, ToldToStop, Warned

QUIET_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that happened to make it stop: `sign` is the letter in the figure."""

    day: date
    sign: str
    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Quiet:
    """Whole weeks (Mondays, both included) without a counted contact, and the reason if told."""

    first: date
    last: date
    reason: str

    @property
    def weeks(self) -> int:
        return (self.last - self.first).days // 7 + 1


SIGNS = {
    "S": "told to stop",
    "B": "blocked",
    "W": "warned",
    "O": "order or notice made, served or ended",
}


def marks_of(given: Given) -> list[Mark]:
    """Return every fact of these kinds that has a certain day, in order of time."""
    found = [m for d in facts_of(given) for m in _marks(given, d)]
    return sorted(found, key=lambda m: (m.day, m.number, m.text))


def undated(given: Given) -> int:
    """Return how many of these facts have no certain day and stand in no week."""
    kinds = (ToldToStop, Blocked, Warned, OrderServed)
    facts = [d for d in facts_of(given) if isinstance(d.what, kinds)]
    return sum(1 for d in facts if not _marks(given, d))


def _marks(given: Given, decided: Decided) -> list[Mark]:
    what, zone = decided.what, given.case.zone
    if isinstance(what, ToldToStop):
        at = what.at
        line = line_of_event(given, what.event) if what.event else 0
        if not at and line and not given.entries[line - 1].time.second_reading:
            at = given.entries[line - 1].time.earliest
        dated = [(at, "S", f"told to stop{f' (line {line})' if line else ''}")]
    elif isinstance(what, Blocked):
        dated = [(what.at, "B", "blocked")]
    elif isinstance(what, Warned):
        dated = [(what.at, "W", f"warned by {what.by}")]
    elif isinstance(what, OrderServed):
        dated = [
            (what.made, "O", f"{what.kind} made"),
            (what.served, "O", f"{what.kind} served or known"),
            (what.until, "O", f"{what.kind} ends"),
        ]
    else:
        dated = []
    days = [(day_of(at, zone), sign, text) for at, sign, text in dated]
    return [Mark(day, sign, text, decided.number) for day, sign, text in days if day]


def quiet_times(given: Given, weeks: Mapping[date, int]) -> list[Quiet]:
    """Return the runs of QUIET_WEEKS weeks and more with no counted contact. `weeks`: Monday →
    contacts, every week from first to last.
    """
    found: list[Quiet] = []
    run: list[date] = []
    for week, count in [*sorted(weeks.items()), (date.max, 1)]:
        if not count:
            run.append(week)
            continue
        if len(run) >= QUIET_WEEKS:
            found.append(Quiet(run[0], run[-1], _reason(given, run)))
        run = []
    return found


def _reason(given: Given, run: Sequence[date]) -> str:
    """Return the recorded reason of a quiet time that lies in it for the most part, "" for none."""
    zone, persons = given.case.zone, given.disclosure.persons
    first, last = run[0], run[-1] + timedelta(days=6)
    for decided in given.case.decisions:
        what = decided.what
        if decided.withdrawn or not isinstance(what, (GapReason, Together)):
            continue
        if what.person not in persons or not (what.start and what.end):
            continue
        start, end = stretch_of(what.start, zone), stretch_of(what.end, zone)
        if start and end:
            shared = (min(last, end[1]) - max(first, start[0])).days + 1
            if shared * 2 >= (last - first).days + 1:
                said = what.reason if isinstance(what, GapReason) else what.how
                return f"recorded: {said} (log number {decided.number})"
    return ""


def said_day(day: date) -> str:
    """Return a day as a person writes it."""
    return recorded(day.isoformat(), "")

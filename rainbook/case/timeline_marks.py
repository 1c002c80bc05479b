"""What a person wrote down about times: refusals, warnings, orders, quiet times with their reason.

The one thing a reader would get wrong: a mark is as wide as what was typed. "June 2019" is a month
here; one without a day stands in the list and nowhere on the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rainbook.case.timeline import timeline_of
from rainbook.findings.said_times import when_of
from rainbook.moment.spans import widen
from rainbook.record import (
    NO_TIME,
    Blocked,
    CaseFile,
    Decided,
    GapReason,
    OrderServed,
    Together,
    ToldToStop,
    Warned,
)

KINDS = ("stop", "blocked", "warned", "made", "served", "force", "quiet", "together")
OPEN = ("force", "quiet", "together")
"""Marks that last: they are stretches, the others are moments."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. `kind`: one of KINDS; `span`: first and last instant (µs UTC), None where no day is
    known; `person`: index into people, -1 = not there; `number`: the decision; `words`: what kind
    of order, who warned, why it was quiet, as it was said; `event`: the entry it is, or "".
    """

    kind: str
    span: Span | None
    person: int
    number: int
    words: str = ""
    event: str = ""


def marks_of(case: CaseFile, person: int | None = None) -> tuple[Mark, ...]:
    """Return every mark about a person (None = all), by time; those without a day are last."""
    index = {p.key: place for place, p in enumerate(case.people)}
    found: list[Mark] = []
    for one in case.decisions:
        who = index.get(getattr(one.what, "person", ""), -1)
        if not one.withdrawn and (person is None or who == person):
            found += _marks(case, one, who)
    return tuple(sorted(found, key=lambda m: (m.span is None, m.span or (0, 0), m.number)))


def _marks(case: CaseFile, one: Decided, who: int) -> Iterator[Mark]:
    what, number = one.what, one.number
    if isinstance(what, ToldToStop):
        span = _of_event(case, what.event) if what.event else _said(case, what.at)
        yield Mark("stop", span, who, number, what.how, what.event)
    elif isinstance(what, Blocked):
        yield Mark("blocked", _said(case, what.at), who, number)
    elif isinstance(what, Warned):
        yield Mark("warned", _said(case, what.at), who, number, what.by)
    elif isinstance(what, OrderServed):
        made, served = _said(case, what.made), _said(case, what.served)
        if made or not served:
            yield Mark("made", made, who, number, what.kind)
        if served:
            yield Mark("served", served, who, number, what.kind)
        begins, ends = served or made, _said(case, what.until)
        if begins and ends and ends[1] > begins[0]:
            yield Mark("force", (begins[0], ends[1]), who, number, what.kind)
    elif isinstance(what, GapReason):
        yield Mark("quiet", _stretch(case, what.start, what.end), who, number, what.reason)
    elif isinstance(what, Together):
        yield Mark("together", _stretch(case, what.start, what.end), who, number, what.how)


def _said(case: CaseFile, written: str) -> Span | None:
    return when_of(written, case.zone) if written else None


def _stretch(case: CaseFile, start: str, end: str) -> Span | None:
    """Return a stretch of time; an end left open is where the records begin or end."""
    first, last = _said(case, start), _said(case, end)
    if first is None and last is None:
        return None
    whole = timeline_of(case).whole
    low = first[0] if first else min(whole[0], last[0] if last else whole[0])
    high = last[1] if last else max(whole[1], low)
    return (low, high) if high > low else None


def _of_event(case: CaseFile, event: str) -> Span | None:
    row = case.named.get(event)
    if row is None or int(case.table.earliest[row]) == NO_TIME:
        return None
    table, one = case.table, np.array([row])
    low, high = widen(table.earliest[one], table.latest[one], table.precision[one])
    return int(low[0]), int(high[0])

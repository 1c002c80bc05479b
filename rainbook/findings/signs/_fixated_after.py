"""What lies after a refusal, and until when the refusal stood.

The one thing a reader would get wrong: a refusal does not stand for ever. A reunion recorded after
it, or a block that was undone, ends it here: what came later is no longer "after a refusal". Only
what lies wholly after its last instant is after it; an overlap is neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from rainbook.findings.interface import Facts, Refusal, acts, facts_of, refusals_of, when_of
from rainbook.moment import days_in_zone
from rainbook.moment.spans import fewest_sessions, widen
from rainbook.record import NO_TIME, CameAfter, CaseFile, Kind, Person, Together

NEVER = int(np.iinfo(np.int64).max)
AGAIN = ("reunited", "lived together")
"""What was recorded of the two that ends a refusal. Agreed contact does not: it is often about one
thing, a child or a debt, and is shown beside what came after.
"""
Longs = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Term:
    """One refusal with a time, and the last instant (µs UTC) it stood; what ended it: a row, or a
    decision, or nothing (both None).
    """

    refusal: Refusal
    until: int = NEVER
    row: int | None = None
    decision: int | None = None


@dataclass(frozen=True)
class Looked:
    """One person's acts, what was decided about them, and the refusals that came before them."""

    case: CaseFile
    person: Person
    found: acts.Acts
    facts: Facts
    refusals: tuple[Refusal, ...]

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Return the refusals that have a time, earliest first."""
        return tuple(_term(self, r) for r in self.refusals if r.usable)

    @cached_property
    def spans(self) -> tuple[Longs, Longs]:
        """Return the first and last instant (µs UTC) of every row of the table; NO_TIME stays."""
        table = self.case.table
        return widen(table.earliest, table.latest, table.precision)

    @cached_property
    def said_after(self) -> dict[int, set[int]]:
        """Return for rows the refusals (numbers of decisions) the complainant says they came
        after.
        """
        given: dict[int, set[int]] = {}
        for one in self.facts.all(CameAfter):
            if one.row is not None:
                given.setdefault(one.row, set()).add(one.what.refusal)
        return given

    def starts(self, rows: Longs, term: Term) -> Longs:
        """Return the first instant of each row; one the complainant places after the refusal, and
        whose own time does not deny it, starts just after it.
        """
        first, last = (ends[rows].copy() for ends in self.spans)
        for place in np.flatnonzero(np.isin(rows, list(self.said_after))).tolist():
            said = term.refusal.decision in self.said_after[int(rows[place])]
            if said and (first[place] == NO_TIME or last[place] >= term.refusal.earliest):
                first[place] = max(int(first[place]), term.refusal.latest + 1)
        return first

    def by_word(self, rows: tuple[int, ...], term: Term) -> int:
        """Return how many of the rows are after the refusal by the complainant's word alone."""
        own = self.spans[0][list(rows)]
        return int((own <= term.refusal.latest).sum())

    def stands_at(self, row: int) -> Term | None:
        """Return the last refusal that stood when the row began, None where none did."""
        one = np.array([row], np.int64)
        standing = [
            t for t in self.terms if t.refusal.latest < int(self.starts(one, t)[0]) <= t.until
        ]
        return standing[-1] if standing else None

    def after(self, rows: Longs) -> Mask:
        """Return which rows lie wholly after a refusal that still stood."""
        found = np.zeros(len(rows), bool)
        for term in self.terms:
            first = self.starts(rows, term)
            found |= (first > term.refusal.latest) & (first <= term.until)
        return found

    def fewest_days(self, rows: tuple[int, ...]) -> int:
        """Return on how many days of the zone the rows lie at least; rows without a time are on
        none.
        """
        chosen = np.array(rows, np.int64)
        chosen = chosen[self.spans[0][chosen] != NO_TIME]
        if not len(chosen):
            return 0
        first, last = (days_in_zone(ends[chosen], self.case.zone) for ends in self.spans)
        sure = len(set(first[first == last].tolist()))
        return max(sure, fewest_sessions(first, last, 0))


def look_at(case: CaseFile, person: Person) -> Looked:
    """Return what the sign reads of this person."""
    return Looked(
        case,
        person,
        acts.acts_of(case, person),
        facts_of(case, person),
        tuple(refusals_of(case, person)),
    )


def together_at(one: Together, zone: str) -> tuple[int, int] | None:
    """Return the first and last instant a time together can have been, None without any end.

    An end that was not given is not taken to be open: a time together that only begins is sure on
    its first day alone.
    """
    spans = [span for text in (one.start, one.end) if text and (span := when_of(text, zone))]
    return (spans[0][0], spans[-1][1]) if spans else None


def _term(looked: Looked, refusal: Refusal) -> Term:
    """Return until when a refusal stood."""
    ended = Term(refusal)
    for one in looked.facts.all(Together):
        span = together_at(one.what, looked.case.zone) if one.what.how in AGAIN else None
        if span is not None and span[1] > refusal.latest:
            begin = max(span[0], refusal.latest)
            if begin < ended.until:
                ended = Term(refusal, begin, None, one.number)
    for row in unblocked(looked) if refusal.kind == "blocked" else ():
        begin = int(looked.spans[0][row])
        if refusal.latest < begin < ended.until:
            ended = Term(refusal, begin, row)
    return ended


def unblocked(looked: Looked) -> list[int]:
    """Return the rows in which a service notes that a block was undone, in a chat of the person."""
    table = looked.case.table
    noted = np.flatnonzero(table.kind == Kind.UNBLOCK)
    if not len(noted):
        return []
    me = acts.index_of(looked.case, looked.person)
    theirs = np.asarray(looked.case.person_of) == me
    threads = np.unique(table.thread[theirs & (table.thread >= 0)])
    near = np.isin(table.thread[noted], threads) | theirs[noted]
    return [int(row) for row in noted[near].tolist()]

"""Tells an act that is held against an order in one breath: what, by whom, when, in what words.

The one thing a reader would get wrong: for an act nobody wrote down the words are the diary's, and
that is said; an act whose words were not read is not an act without words.
"""

from __future__ import annotations

import numpy as np

from rainbook.findings import acts
from rainbook.findings.facts import Facts
from rainbook.findings.orders.acts import Held
from rainbook.findings.orders.words import MOST_READ, Clock, Reader, act_nouns, quoted
from rainbook.record import (
    DO_NOT_KNOW,
    ActSort,
    AimedAt,
    Call,
    CaseFile,
    Kind,
    NeverArrived,
    Precision,
    SingleThreat,
    State,
    Way,
)

_FINE = (Precision.MICROSECOND, Precision.MILLISECOND, Precision.SECOND)
_UNANSWERED = (Call.MISSED, Call.REJECTED, Call.CANCELLED)
_KEPT_OUT = (State.BLOCKED_BY_DEVICE, State.FAILED)


class Telling:
    """Tells each act once and keeps it: the same act may stand beside many clauses."""

    def __init__(
        self,
        case: CaseFile,
        facts: Facts,
        held: Held,
        clock: Clock,
        reader: Reader,
        to_read: frozenset[int],
    ) -> None:
        self._case, self._facts, self._held = case, facts, held
        self._clock, self._reader, self._to_read = clock, reader, to_read
        self._told: dict[int, tuple[str, tuple[int, ...]]] = {}
        self._names = {p.key: p.name for p in case.people}
        table, rows = case.table, held.rows
        self._nouns = act_nouns(case, rows)
        self._fine = np.isin(table.precision[rows], _FINE).tolist()
        self._kinds = table.kind[rows].tolist()
        self._missed = (
            np.isin(table.call[rows], _UNANSWERED) | (np.asarray(case.way)[rows] == Way.MISSED)
        ).tolist()
        self._kept_out = (
            np.isin(table.state[rows], _KEPT_OUT) | (table.call[rows] == Call.BLOCKED)
        ).tolist()

    def of(self, at: int) -> tuple[str, tuple[int, ...]]:
        """Return the act at a place of Held in words, and the decisions those rest on."""
        told = self._told.get(at)
        if told is None:
            told = self._told[at] = self._tell(at)
        return told

    def _tell(self, at: int) -> tuple[str, tuple[int, ...]]:
        row = int(self._held.rows[at])
        first, last = int(self._held.first[at]), int(self._held.last[at])
        when = self._clock.when(first, last, self._fine[at])
        if row not in self._facts.by_row and not self._held.towards[at]:
            tried = self._tried(at)
            return f"{self._nouns[at]} {when}{self._words(at, row)}{tried}", ()
        what, cites = self._what(at, row)
        by, did = self._by(row)
        towards, aimed = self._towards(at, row)
        never = self._facts.last(row, NeverArrived)
        numbers = (*cites, *did, *aimed, *((never.number,) if never else ()))
        text = f"{what}{by}{towards} {when}{self._words(at, row)}{self._tried(at, never)}"
        return text, numbers

    def _what(self, at: int, row: int) -> tuple[str, tuple[int, ...]]:
        said = self._facts.last(row, ActSort)
        threat = self._facts.last(row, SingleThreat)
        if threat is not None and self._kinds[at] != Kind.DIARY:
            of = "" if threat.what.of == DO_NOT_KNOW else f" of {threat.what.of}"
            cites = (threat.number, *((said.number,) if said else ()))
            return f"{self._nouns[at]} (picked as a threat{of})", cites
        if said is None or said.what.sort == DO_NOT_KNOW:
            return self._nouns[at], ()
        if self._kinds[at] == Kind.DIARY:
            return f'an act recorded as "{said.what.sort}"', (said.number,)
        noun = self._nouns[at]
        return (noun if said.what.sort in noun else f'{noun} (recorded as "{said.what.sort}")'), (
            said.number,
        )

    def _by(self, row: int) -> tuple[str, tuple[int, ...]]:
        said = self._held.by.get(row)
        if said is None:
            return "", ()
        who = int(self._case.person_of[row])
        name = self._case.people[who].name if who >= 0 else "somebody else"
        whose = self._names.get(said.what.person, said.what.person)
        return f" by {name}, for {whose} ({said.what.basis})", (said.number,)

    def _towards(self, at: int, row: int) -> tuple[str, tuple[int, ...]]:
        key = self._held.towards[at]
        said = self._facts.last(row, AimedAt)
        cites = (said.number,) if said else ()
        return (f" towards {self._names.get(key, key)}" if key else ""), cites

    def _tried(self, at: int, never: object = None) -> str:
        if never or self._kept_out[at]:
            return f", a try that did not reach {acts.complainant(self._case)}"
        return ", a try that was not answered" if self._missed[at] else ""

    def _words(self, at: int, row: int) -> str:
        if self._kinds[at] == Kind.CALL:
            return ""
        if row not in self._to_read:
            return f" (words not quoted here: those of {MOST_READ} acts are)"
        read = self._reader.read(row)
        if read is None:
            return " (its words could not be read)"
        if not read[0].strip():
            return " (without words)"
        diary = "the diary says " if self._kinds[at] == Kind.DIARY else ""
        return f" ({diary}{quoted(read[0])})"

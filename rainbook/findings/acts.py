"""What a sign reads of one person: their acts, what was left out and why, and what the complainant
sent back.

The one thing a reader would get wrong: the numbers come from the incidents of the case file and
from nowhere else, so that a stranger with the same rows gets the same numbers. Acts towards
somebody else are kept apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from rainbook.findings.once import once
from rainbook.findings.wording import SAID, many
from rainbook.moment import days_in_zone
from rainbook.moment.spans import fewest_sessions, widen
from rainbook.record import (
    GROUPINGS,
    NO_TIME,
    AccountOf,
    CaseFile,
    Incident,
    Line,
    Person,
    State,
    Warn,
    Way,
)

EACH, SESSION, DAY = GROUPINGS
GAP_MINUTES = 60
MINUTE = 60_000_000
Longs = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Acts:
    """One person's counted acts towards the complainant, in time order (rows without a time first).

    `first`/`last`: µs UTC, the act's whole width. `grouped`: the rows in a group. `elsewhere`: rows
    towards others, with the key of whom. `sessions`, `days`: the incidents under those groupings.
    """

    rows: tuple[int, ...]
    first: Longs
    last: Longs
    grouped: frozenset[int]
    elsewhere: tuple[tuple[int, str], ...]
    sessions: tuple[Incident, ...]
    days: tuple[Incident, ...]

    def direct(self) -> tuple[int, ...]:
        """Return the rows that are not in a group."""
        return tuple(r for r in self.rows if r not in self.grouped)

    def count_days(self, rows: Sequence[int], zone: str) -> tuple[int, int]:
        """Return the fewest and the most days of the zone the rows can lie on."""
        found, doubtful = self._groups("days", rows)
        first, last = (days_in_zone(t, zone) for t in self._times(rows))
        # two acts are surely on two days when the last day of one is before the first of the other
        return max(found, fewest_sessions(first, last, 0), min(len(rows), 1)), found + doubtful

    def count_sessions(self, rows: Sequence[int], gap_minutes: int) -> tuple[int, int]:
        """Return the fewest and the most sessions of the rows; a doubtful one may join two."""
        found, doubtful = self._groups("sessions", rows)
        apart = fewest_sessions(*self._times(rows), gap_minutes * MINUTE)
        fewest = max(apart, found - doubtful, min(len(rows), 1)) if doubtful else found
        return fewest, found + doubtful

    def among(self, rows: Sequence[int]) -> npt.NDArray[np.bool_]:
        """Return for each act whether it is one of the rows."""
        if rows is self.rows:
            return np.ones(len(self.rows), bool)
        return np.isin(self.row_numbers, np.fromiter(rows, np.int64, len(rows)))

    @cached_property
    def row_numbers(self) -> Longs:
        """Return the rows as an array."""
        return np.array(self.rows, np.int64)

    def _times(self, rows: Sequence[int]) -> tuple[Longs, Longs]:
        dated = self.among(rows) & (self.first != NO_TIME)
        return self.first[dated], self.last[dated]

    def _groups(self, name: str, rows: Sequence[int]) -> tuple[int, int]:
        """Return how many of the incidents hold one of the rows, and how many rows none holds."""
        inside = self._places[name][self.among(rows)]
        return len(np.unique(inside[inside >= 0])), len(set(rows)) - int((inside >= 0).sum())

    @cached_property
    def _places(self) -> dict[str, Longs]:
        """Return for each act the place of its session and of its day, -1 where it has none."""
        made = {}
        for name, incidents in (("sessions", self.sessions), ("days", self.days)):
            where = {row: place for place, i in enumerate(incidents) for row in i.rows}
            made[name] = np.array([where.get(row, -1) for row in self.rows], np.int64)
        return made

    def placed_days(self) -> dict[date, tuple[int, ...]]:
        """Return the rows of each day that is certain."""
        return {date.fromisoformat(i.day): i.rows for i in self.days}

    def gaps(self) -> list[tuple[int, date, date]]:
        """Return how many days lie from one day with an act to the next, the longest first."""
        found = [((b - a).days, a, b) for a, b in pairwise(sorted(self.placed_days()))]
        return sorted(found, key=lambda gap: (-gap[0], gap[1]))


@once
def acts_of(case: CaseFile, person: Person) -> Acts:
    """Return the person's acts as the case's incidents have them."""
    by_grouping: dict[str, list[Incident]] = {g: [] for g in GROUPINGS}
    elsewhere: list[tuple[int, str]] = []
    others = {p.key for p in case.people} | {"somebody else"}
    for one in case.incidents:
        if one.person != person.key:
            continue
        if one.towards not in others:
            by_grouping[one.grouping].append(one)
        elif one.grouping == EACH:
            elsewhere.extend((row, one.towards) for row in one.rows)
    each = sorted(by_grouping[EACH], key=lambda i: (i.earliest, i.rows))
    return Acts(
        rows=tuple(i.rows[0] for i in each),
        first=np.array([i.earliest for i in each], np.int64),
        last=np.array([i.latest for i in each], np.int64),
        grouped=frozenset(i.rows[0] for i in each if "group" in i.towards),
        elsewhere=tuple(elsewhere),
        sessions=tuple(by_grouping[SESSION]),
        days=tuple(by_grouping[DAY]),
    )


def index_of(case: CaseFile, person: Person) -> int:
    """Return the person's place in `case.people`, -1 where they are not in it."""
    return next((i for i, p in enumerate(case.people) if p.key == person.key), -1)


def complainant(case: CaseFile) -> str:
    """Return the complainant's name, or "the complainant"."""
    return next((p.name for p in case.people if p.role == "complainant"), "the complainant")


def is_placed(case: CaseFile, person: Person) -> bool:
    """Return whether any account, or any single event, is the person's by more than a guess."""
    return any(
        key == person.key and basis != "guess" for key, basis in case.account_person.values()
    ) or bool((np.asarray(case.person_of) == index_of(case, person)).any())


def gap_minutes(case: CaseFile) -> int:
    """Return the case's session gap in minutes."""
    said = case.settings.get("session_gap_minutes", "")
    return int(said) if said.isdecimal() else GAP_MINUTES


@once
def own_replies(case: CaseFile, person: Person) -> Longs | None:
    """Return the rows the complainant sent to the person, None where that is not known."""
    if case.relationship_of is None:
        return None
    sent = (np.asarray(case.relationship_of) == index_of(case, person)) & (
        np.asarray(case.way) == Way.SENT
    )
    # a draft, or what the phone failed to send, reached nobody
    sent &= np.isin(case.table.kind, list(SAID))
    sent &= ~np.isin(case.table.state, (State.NOT_YET_SENT, State.FAILED))
    return np.flatnonzero(sent & ~_copies(case)).astype(np.int64)


def _copies(case: CaseFile) -> npt.NDArray[np.bool_]:
    """Return the rows that are second copies: what was sent once is one reply, in however many
    exports it stands.
    """
    found = np.zeros(len(case.table), bool)
    found[[row for row, reason in case.why_not.items() if "copy" in reason]] = True
    return found


@once
def in_doubt(case: CaseFile, person: Person) -> tuple[int, ...]:
    """Return the rows that might be this person's acts if a doubt were settled: guesses,
    contradictions, headings.
    """
    me = index_of(case, person)
    found = np.asarray(case.guessed_of) == me
    found |= (np.asarray(case.person_of) == me) & (
        (case.table.warnings & Warn.MAY_BELONG_TO_MESSAGE_BEFORE) != 0
    )
    rows = set(np.flatnonzero(found & ~np.asarray(case.counted)).tolist())
    return tuple(sorted(rows | set(_contested(case, person))))


def _contested(case: CaseFile, person: Person) -> list[int]:
    given: dict[str, set[str]] = {}
    for one in case.decisions:
        if isinstance(one.what, AccountOf) and not one.withdrawn:
            given.setdefault(one.what.account, set()).add(one.what.person)
    if not any(person.key in people and len(people) > 1 for people in given.values()):
        return []
    return [row for row, reason in case.why_not.items() if "two people" in reason]


def left_out(case: CaseFile, person: Person) -> tuple[Line, ...]:
    """Return one line for each reason why records of this person are in no count, and one for
    unread places.
    """
    me = index_of(case, person)
    theirs = (np.asarray(case.person_of) == me) | (np.asarray(case.guessed_of) == me)
    rows = sorted(
        set(np.flatnonzero(theirs & ~np.asarray(case.counted)).tolist())
        | set(_contested(case, person))
    )
    by_reason: dict[str, list[int]] = {}
    for row in rows:
        by_reason.setdefault(case.why_not.get(row, "no reason is noted"), []).append(row)
    lines = [
        Line(f"Left out, {many(len(found), 'record')}: {reason}.", tuple(found))
        for reason, found in sorted(by_reason.items())
    ]
    unread = len(case.table.problems)
    if unread:
        lines.append(
            Line(
                f"{many(unread, 'place')} in the files could not be read; what stands there is not "
                "in any count."
            )
        )
    return tuple(lines)


def row_of(case: CaseFile, event: str) -> int | None:
    """Return the row of an event id, or None where the case has no such event."""
    return case.named.get(event)


def span_of(case: CaseFile, row: int) -> tuple[int, int]:
    """Return the first and last instant (µs UTC) a row's time can be; NO_TIME twice where it has
    none.
    """
    table = case.table
    one = slice(row, row + 1)
    first, last = widen(table.earliest[one], table.latest[one], table.precision[one])
    return int(first[0]), int(last[0])

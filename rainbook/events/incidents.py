"""Groups a person's acts into occasions, three stated ways side by side: each act, session gap,
calendar day.

The one thing a reader would get wrong: none of the three is "the" number. An act whose day (or
session) cannot be told is in "each act" only; it is left out of the other two, so those are numbers
of at least that many.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from rainbook.events.people import TOWARDS_COMPLAINANT, TOWARDS_GROUP, Whose
from rainbook.events.threads import TOWARDS_SOMEBODY_ELSE
from rainbook.moment import days_in_zone
from rainbook.moment.spans import widen
from rainbook.record import GROUPINGS, NO_TIME, EventTable, Incident, Kind, Person, State, Warn, Way

SESSION_GAP_MINUTES = 60
MINUTE = 60_000_000
ACT_KINDS = (
    Kind.MESSAGE,
    Kind.CALL,
    Kind.VOICEMAIL,
    Kind.EMAIL,
    Kind.REACTION,
    Kind.FRIEND_REQUEST,
    Kind.MESSAGE_REQUEST,
    Kind.LOCATION_SHARE,
    Kind.SCREENSHOT_TAKEN,
    Kind.MEDIA,
    Kind.DIARY,
    Kind.POLL,
)
"""What counts as an act. A call is one however it ended. Notes, cards, drafts, log-ins and member
changes are not.
"""
TOWARDS_ME, TOWARDS_A_GROUP = "complainant", "a group the complainant is in"
TOWARDS_BOTH = "the complainant and a group the complainant is in"
TOWARDS_ANOTHER = "somebody else"
EACH, SESSION, DAY = GROUPINGS
Rows = npt.NDArray[np.int64]
Times = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Occasions:
    """One person's occasions under one grouping: occasion i is `rows[starts[i]:starts[i + 1]]` (the
    last, to the end).

    `first`/`last` (µs UTC, by row in the same order) hold each act's whole width; `day` days since
    1970-01-01 or -1. `left_out`: acts whose place under this grouping cannot be told.
    """

    person: int
    grouping: str
    towards: int
    rows: Rows
    starts: Rows
    first: Times
    last: Times
    day: Times
    left_out: Rows

    def __len__(self) -> int:
        return len(self.starts)


def what_counts(
    table: EventTable, whose: Whose, copy_of: npt.NDArray[np.int32], set_aside: Iterable[int]
) -> tuple[Mask, dict[int, str]]:
    """Return which rows may enter a count, and for each other row the reason in plain words."""
    reasons: list[tuple[Mask, str]] = [
        (np.isin(np.arange(len(table)), list(set_aside)), "set aside as not relevant"),
        (copy_of >= 0, "a second copy of a record that is counted once"),
        (whose.contested, "its account was given to two people"),
        (whose.guessed_of >= 0, "who it is from is a guess"),
        (
            (table.warnings & Warn.MAY_BELONG_TO_MESSAGE_BEFORE) != 0,
            "its heading may have been typed inside another message",
        ),
    ]
    counted, why = np.ones(len(table), bool), {}
    for mask, reason in reasons:
        why.update(dict.fromkeys(np.flatnonzero(mask & counted).tolist(), reason))
        counted &= ~mask
    return counted, why


def acts(table: EventTable, whose: Whose, counted: Mask) -> Mask:
    """Return which rows are an act of a placed person other than the complainant, in any direction
    but sent.
    """
    mine = [i for i, p in enumerate(whose.people) if p.role == "complainant"]
    found = (
        counted
        & (whose.person_of >= 0)
        & ~np.isin(whose.person_of, mine)
        & np.isin(table.kind, ACT_KINDS)
        & (whose.way != Way.SENT)
        & (whose.way != Way.SYSTEM)
        & (table.state != State.NOT_YET_SENT)
    )
    return np.asarray(found, bool)


def occasions(
    table: EventTable,
    whose: Whose,
    counted: Mask,
    zone: str,
    gap_minutes: int = SESSION_GAP_MINUTES,
) -> tuple[Occasions, ...]:
    """Return each person's occasions under the three groupings, apart for those aimed at somebody
    else.

    A new session begins when more than `gap_minutes` lie between two acts. Days are the zone's.
    Acts towards the complainant and in a group they are in stand together; acts towards a named
    third person stand apart.
    """
    is_act = acts(table, whose, counted)
    chosen = np.flatnonzero(is_act)
    first, last = widen(table.earliest[chosen], table.latest[chosen], table.precision[chosen])
    order = np.lexsort((table.seq[chosen], first))
    chosen, first, last = chosen[order], first[order], last[order]
    day_first, day_last = _days(first, zone), _days(last, zone)
    towards = whose.towards[chosen]
    towards = np.where(towards == TOWARDS_GROUP, TOWARDS_COMPLAINANT, towards)
    who = whose.person_of[chosen]
    found: list[Occasions] = []
    for person in np.unique(who).tolist():
        for aim in np.unique(towards[who == person]).tolist():
            rows = np.flatnonzero((who == person) & (towards == aim))
            found += _three(
                person,
                aim,
                chosen[rows],
                first[rows],
                last[rows],
                day_first[rows],
                day_last[rows],
                gap_minutes,
            )
    return tuple(found)


def _three(
    person: int,
    aim: int,
    rows: Rows,
    first: Times,
    last: Times,
    day: Times,
    day_last: Times,
    gap: int,
) -> list[Occasions]:
    one_day = (day == day_last) & (day >= 0)
    exact = (first != NO_TIME) & (last - first < MINUTE)
    shown_day = np.where(one_day, day, -1)
    made = []
    for grouping, sure in ((EACH, np.ones(len(rows), bool)), (SESSION, exact), (DAY, one_day)):
        kept = np.flatnonzero(sure)
        if grouping == EACH:
            new = np.ones(len(kept), bool)
        elif grouping == SESSION:
            new = np.diff(first[kept], prepend=0) > gap * MINUTE
        else:
            new = np.diff(day[kept], prepend=-1) != 0
        new[:1] = True
        made.append(
            Occasions(
                person,
                grouping,
                aim,
                rows[kept],
                np.flatnonzero(new),
                first[kept],
                last[kept],
                shown_day[kept],
                rows[~sure],
            )
        )
    return made


def incidents(
    found: Sequence[Occasions], people: Sequence[Person], whose: Whose
) -> tuple[Incident, ...]:
    """Return the occasions as objects, in the order given. Costs about 2 µs each: "each act" is one
    object an act.
    """
    made: list[Incident] = []
    for one in found:
        key, aimed = people[one.person].key, people[one.towards].key if one.towards >= 0 else ""
        if one.towards == TOWARDS_SOMEBODY_ELSE:
            aimed = TOWARDS_ANOTHER
        grouped = whose.towards[one.rows] == TOWARDS_GROUP
        some, every = (
            np.logical_or.reduceat(grouped, one.starts),
            np.logical_and.reduceat(grouped, one.starts),
        )
        # 0 the complainant, 1 both, 2 a group
        towards = [
            (TOWARDS_ME, TOWARDS_BOTH, TOWARDS_A_GROUP)[n]
            for n in (some.astype(int) + every).tolist()
        ]
        rows, starts = one.rows.tolist(), one.starts.tolist()
        parts = [tuple(rows[a:b]) for a, b in pairwise([*starts, len(rows)])]
        first, last = (
            one.first[one.starts].tolist(),
            np.maximum.reduceat(one.last, one.starts).tolist(),
        )
        days = map(_iso, one.day[one.starts].tolist())
        made += [
            Incident(key, one.grouping, part, start, end, day, aimed or aim)
            for part, start, end, day, aim in zip(parts, first, last, days, towards, strict=True)
        ]
    return tuple(made)


def _days(instants: Times, zone: str) -> Times:
    """Return the zone's day of each instant, -1 where there is no time."""
    found = np.full(len(instants), -1, np.int64)
    dated = instants != NO_TIME
    found[dated] = days_in_zone(instants[dated], zone)
    return found


@lru_cache(maxsize=65_536)
def _iso(day: int) -> str:
    return "" if day < 0 else (date(1970, 1, 1) + timedelta(days=day)).isoformat()

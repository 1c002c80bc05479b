"""Says, for each thread, who takes part: two people, a group, or a chat between others that a
witness gave.

The one thing a reader would get wrong: an act counts towards the person it was aimed at. A message
in a group, or to a witness, is kept and named as such; it is not quietly an act towards the
complainant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rainbook.events.accounts import account_key
from rainbook.events.extracts import TEXT
from rainbook.record import Account, EventTable, Kind, Way

TOWARDS_COMPLAINANT, TOWARDS_GROUP, TOWARDS_SOMEBODY_ELSE = -1, -2, -3
_ME = 0
Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Threads:
    """By thread, with one more place at the end that answers for thread -1 (none).

    `other`: the one other person in a thread with the complainant, or -1. `pair`: the two people of
    a thread the complainant has no part in, or -1, -1. `group`: three or more take part.
    """

    other: Ints
    pair: Ints
    group: npt.NDArray[np.bool_]

    def other_of(self, thread: Ints) -> Ints:
        """Return for each row the other person of its two-party thread, or -1."""
        return self.other[thread]

    def towards_of(self, thread: Ints, person_of: Ints) -> Ints:
        """Return for each row whom its thread says it was aimed at (TOWARDS_COMPLAINANT,
        TOWARDS_GROUP or a person).
        """
        one, two = self.pair[thread, 0], self.pair[thread, 1]
        towards = np.where(self.group[thread], TOWARDS_GROUP, TOWARDS_COMPLAINANT).astype(np.int32)
        towards = np.where((one >= 0) & (person_of == one), two, towards)
        return np.where((two >= 0) & (person_of == two), one, towards).astype(np.int32)


@dataclass(frozen=True, slots=True)
class _Parties:
    """Who takes part: `of` thread: 0 = the complainant or the export's owner, 1..people = person +
    1, more = an account nobody placed; `maybe_me`: the unplaced ones on services where no account
    is known to be the complainant's.
    """

    of: Mapping[int, set[int]]
    people: int
    maybe_me: set[int]
    owner_in: set[int]
    changed: set[int]


def read_threads(
    table: EventTable,
    keys: Sequence[str],
    person: Ints,
    mine: Sequence[int],
    way: npt.NDArray[np.uint8],
    placed: Mapping[str, int],
    region: str,
) -> Threads:
    """Return who takes part in each thread. `person` is by account (last place: nobody); `placed`
    by key, no guesses.
    """
    size = len(table.threads)
    found = _parties(table, keys, person, mine, way)
    other, group = np.full(size + 1, -1, np.int32), np.zeros(size + 1, bool)
    pair = np.full((size + 1, 2), -1, np.int32)
    services = sorted({a.platform for a in table.accounts})
    for thread, name in enumerate(table.threads):
        if not name:
            continue
        inside = found.of.get(thread, set())
        others = inside - {_ME}
        people = sorted(p - 1 for p in others if p <= found.people)
        with_me = _ME in inside or thread in found.owner_in
        if not with_me and len(others) == 2 == len(people):
            pair[thread] = people
        elif (
            thread in found.changed
            or len(others) > 2
            or (len(others) == 2 and (with_me or not others & found.maybe_me))
        ):
            group[thread] = True
        elif len(others) == 1 and people:
            other[thread] = people[0]
        elif not others:
            tried = (account_key(Account(s, "name", name), region) for s in services)
            named = {placed[k] for k in tried if k in placed} - set(mine)
            other[thread] = named.pop() if len(named) == 1 else -1
    return Threads(other, pair, group)


def _parties(
    table: EventTable,
    keys: Sequence[str],
    person: Ints,
    mine: Sequence[int],
    way: npt.NDArray[np.uint8],
) -> _Parties:
    people = int(person.max(initial=-1)) + 1
    unplaced: dict[str, int] = {}
    number = np.full(len(keys) + 1, -1, np.int64)
    my_services = {
        a.platform
        for i, a in enumerate(table.accounts)
        if a.kind == "own" or int(person[i]) in mine
    }
    maybe_me: set[int] = set()
    for place, key in enumerate(keys):
        who, account = int(person[place]), table.accounts[place]
        if who in mine or account.kind == "own":
            number[place] = _ME
        elif who >= 0:
            number[place] = 1 + who
        else:
            number[place] = 1 + people + unplaced.setdefault(key, len(unplaced))
            if account.platform not in my_services:
                maybe_me.add(int(number[place]))
    width = 2 + people + len(unplaced)
    party = number[table.actor]
    inside = (table.thread >= 0) & (party >= 0)
    of: dict[int, set[int]] = {}
    for code in np.unique(table.thread[inside].astype(np.int64) * width + party[inside]).tolist():
        of.setdefault(code // width, set()).add(code % width)
    directed = np.isin(table.way, (Way.RECEIVED, Way.SENT)) | (way == Way.SENT)
    owner_in = set(np.unique(table.thread[directed]).tolist())
    changed = set(np.unique(table.thread[_told_of_groups(table)]).tolist())
    return _Parties(of, people, maybe_me, owner_in, changed)


def _told_of_groups(table: EventTable) -> npt.NDArray[np.bool_]:
    """Return the rows that say their thread is a group: somebody joined or left, or the note of an
    extract says so, because the words of the others in it were not given.
    """
    told: npt.NDArray[np.bool_] = table.kind == Kind.GROUP_CHANGE
    extracts = [place for place, path in enumerate(table.members) if path == TEXT]
    if extracts:
        told = told | ((table.group == 1) & np.isin(table.member, extracts))
    return told

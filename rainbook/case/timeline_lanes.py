"""Where an entry is drawn: its channel, whose it is, which way it went, and whether it counts.

The one thing a reader would get wrong: a guess, and what is not counted, has a place of its own
beside what is counted; the two are never added up. The person's own messages are there too, under
the name of whom they went to.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rainbook.record import CaseFile, Kind, Way

CALLS, TEXTS, EMAIL, DIARY, OTHER = "calls", "texts", "email", "diary", "other"
_BY_KIND = {
    Kind.CALL: CALLS,
    Kind.VOICEMAIL: CALLS,
    Kind.EMAIL: EMAIL,
    Kind.DIARY: DIARY,
}
_MESSAGES = (
    Kind.MESSAGE,
    Kind.REACTION,
    Kind.MEDIA,
    Kind.POLL,
    Kind.FRIEND_REQUEST,
    Kind.MESSAGE_REQUEST,
)
_SERVICE = {"phone": TEXTS, "sms": TEXTS, "sms_backup": TEXTS}
_ORDER = (CALLS, TEXTS)
_LAST = (EMAIL, DIARY, OTHER)
_RECEIVED = (Way.RECEIVED, Way.MISSED)
Ints = npt.NDArray[Any]


@dataclass(frozen=True)
class Codes:
    """The codes of the rows of a case's table. `group`: lane, side, standing and person in one
    number below `groups`; `contact`: whether the row is drawn at all; `file`: which file (an
    original or a member of one) it stands in.
    """

    lanes: tuple[str, ...]
    people: int
    group: Ints
    contact: Ints
    file: Ints
    used: Ints

    @property
    def groups(self) -> int:
        """How many groups there can be."""
        return len(self.lanes) * 9 * (self.people + 1)

    @property
    def flat(self) -> Ints:
        """Return, for each group, its lane, side and standing as one number."""
        return np.arange(self.groups) // (self.people + 1)

    def place(self, group: int) -> tuple[int, int, int]:
        """Return the lane, side and standing of a group."""
        return self.unflat(group // (self.people + 1))

    def unflat(self, flat: int) -> tuple[int, int, int]:
        """Return the lane, side and standing that `flat` gives as one number."""
        return flat // 9, flat // 3 % 3, flat % 3

    def person(self, group: int) -> int:
        """Return the person of a group: an index, -1 for nobody named."""
        return group % (self.people + 1) - 1

    def allowed(self, person: int | None, lanes: Collection[str]) -> Ints:
        """Return which groups are of a person (None = all) and of these lanes (empty = all)."""
        every = np.arange(self.groups)
        found = np.ones(self.groups, bool)
        if person is not None:
            found &= every % (self.people + 1) == person + 1
        if lanes:
            wanted = np.array([lane in lanes for lane in self.lanes], bool)
            found &= wanted[every // (9 * (self.people + 1))]
        return found

    def files_of(self, person: int | None) -> frozenset[int] | None:
        """Return the files that hold an entry of a person; None = every file."""
        if person is None:
            return None
        pairs = self.used[self.used % (self.people + 1) == person + 1]
        return frozenset((pairs // (self.people + 1)).tolist())

    def cover(self, rows: Ints, first: Ints, last: Ints) -> Sequence[tuple[int, int, int, int]]:
        """Return lane, file, and the first and last instant of each lane of each file."""
        if not len(rows):
            return ()
        lane = self.group[rows] // (9 * (self.people + 1))
        key = self.file[rows] * len(self.lanes) + lane
        order = np.argsort(small(key), kind="stable")
        key = key[order]
        begins = np.flatnonzero(np.diff(key, prepend=-1))
        # of a day that can be read in two ways only what lies between both is sure
        low = np.minimum.reduceat(last[order], begins).tolist()
        high = np.maximum.reduceat(first[order], begins).tolist()
        return tuple(
            (one % len(self.lanes), one // len(self.lanes), min(a, b), max(a, b))
            for one, a, b in zip(key[begins].tolist(), low, high, strict=True)
        )


def small(key: Ints) -> Ints:
    """Return the numbers in two bytes where they fit: those are sorted ten times as fast."""
    return key.astype(np.uint16) if int(key.max(initial=0)) < 1 << 16 else key


def codes_of(case: CaseFile) -> Codes:
    """Return the codes of every row of a case."""
    table = case.table
    files = _files(case)
    names, lane = _lanes(case, files)
    person = _persons(case)
    way = np.asarray(case.way)
    side = np.full(len(table), 2, np.int64)
    side[np.isin(way, _RECEIVED)] = 0
    side[way == Way.SENT] = 1
    guess = np.asarray(case.guessed_of) >= 0
    known = np.asarray(case.counted) & (np.asarray(case.person_of) >= 0)
    standing = np.where(guess, 1, np.where(known, 0, 2))
    each = len(case.people) + 1
    group = ((lane * 3 + side) * 3 + standing) * each + person + 1
    pairs = np.flatnonzero(np.bincount(files * each + person + 1)) if len(files) else files
    contact = table.kind != Kind.CONTACT_CARD
    return Codes(names, len(case.people), group.astype(np.int32), contact, files, pairs)


def _persons(case: CaseFile) -> Ints:
    """Return for each row the other person it is between: an index into people, -1 = nobody."""
    mine = [i for i, p in enumerate(case.people) if p.role == "complainant"]
    who = np.asarray(case.person_of).astype(np.int64)
    who = np.where(who >= 0, who, case.guessed_of)
    if case.relationship_of is None:
        return who
    own = np.isin(who, mine) | (np.asarray(case.way) == Way.SENT)
    return np.where(own & (case.relationship_of >= 0), case.relationship_of, who)


def _files(case: CaseFile) -> Ints:
    """Return for each row the number of its file, small and without holes."""
    table = case.table
    code = table.original.astype(np.int64) * (len(table.members) + 1) + table.member + 1
    seen = np.flatnonzero(np.bincount(code)) if len(code) else code
    return np.asarray(np.searchsorted(seen, code))


def _lanes(case: CaseFile, files: Ints) -> tuple[tuple[str, ...], Ints]:
    """Return the keys of the lanes there are, in the order they are drawn, and each row's."""
    table = case.table
    services = [*(a.platform for a in table.accounts), ""]
    of_account = [_SERVICE.get(s, s) for s in services]
    named = sorted({k for k in of_account if k} - {*_ORDER, *_LAST})
    every = (*_ORDER, *named, *_LAST)
    number = {key: place for place, key in enumerate(every)}
    by_kind = np.full(256, number[OTHER], np.int64)
    for kind, key in _BY_KIND.items():
        by_kind[kind] = number[key]
    lane = by_kind[table.kind]
    message = np.isin(table.kind, _MESSAGES)
    of = np.array([number.get(k, number[OTHER]) for k in of_account[:-1]] + [-1], np.int64)
    service = of[table.actor]
    lane[message] = np.where(service >= 0, service, _of_file(files, service, number))[message]
    there = np.flatnonzero(np.bincount(lane[table.kind != Kind.CONTACT_CARD], minlength=len(every)))
    new = np.zeros(len(every), np.int64)
    new[there] = np.arange(len(there))
    return tuple(every[n] for n in there.tolist()), new[lane]


def _of_file(files: Ints, service: Ints, number: dict[str, int]) -> Ints:
    """Return for each row the service of the first account its file names: a message of nobody
    stands in somebody's chat.
    """
    if not len(files):
        return files
    found = np.full(int(files.max()) + 1, number[OTHER], np.int64)
    known = np.flatnonzero(service >= 0)[::-1]
    found[files[known]] = service[known]  # the last one written is the first in the file
    return found[files]

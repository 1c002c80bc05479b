"""What was decided about one person's acts, and about the person, laid out by row.

The one thing a reader would get wrong: a decision taken back is not here, and an answer that was
never given is not "no": `on` and `all` return an empty list for "not asked", and the answer "do not
know" is returned as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np

from rainbook.findings.once import once
from rainbook.findings.said_times import when_of
from rainbook.record import (
    DO_NOT_KNOW,
    NO_TIME,
    ActSort,
    CaseFile,
    Decided,
    Decision,
    Kind,
    Person,
)

T = TypeVar("T")
SORT_OF_KIND: Mapping[Kind, str] = {
    Kind.MESSAGE: "message",
    Kind.MEDIA: "message",
    Kind.REACTION: "message",
    Kind.POLL: "message",
    Kind.CALL: "call",
    Kind.VOICEMAIL: "voicemail",
    Kind.EMAIL: "e-mail",
    Kind.FRIEND_REQUEST: "social media",
    Kind.MESSAGE_REQUEST: "social media",
    Kind.SCREENSHOT_TAKEN: "social media",
    Kind.LOCATION_SHARE: "message",
}
"""What sort of act a record is when nobody has said: only what its kind makes plain. A diary entry
has none until the person says.
"""
CONTACT = frozenset(
    ("message", "call", "voicemail", "e-mail", "letter", "social media", "spoke to me", "gift")
)
"""Sorts that are contact and, by themselves, nothing more."""


ALARMING = frozenset(
    (
        "threat",
        "violence",
        "followed me",
        "tracker or device",
        "got into an account",
        "damage or theft",
    )
)
"""Sorts that no other purpose covers and that weigh by what they are."""
HEAVY = ALARMING | {
    "came in",
    "came to my home",
    "came to my work",
    "waited or watched",
    "filmed or spied",
}
"""Sorts that are more than contact."""


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """One decision in force: its number, what it says, the row it is about (None: no row), and the
    time it gives (µs UTC, first and last instant; NO_TIME twice where it gives none).
    """

    number: int
    what: T
    row: int | None
    earliest: int
    latest: int


@dataclass(frozen=True)
class Facts:
    """What was decided that bears on one person: on rows, on the person, or on no one in
    particular.
    """

    case: CaseFile
    said: tuple[Said[Any], ...]
    by_row: Mapping[int, tuple[Said[Any], ...]]

    def on(self, row: int, kind: type[T]) -> list[Said[T]]:
        """Return what was said of this kind about a row, in the order it was said."""
        return [s for s in self.by_row.get(row, ()) if isinstance(s.what, kind)]

    def all(self, kind: type[T]) -> list[Said[T]]:
        """Return everything said of this kind, about rows or not, in the order it was said."""
        return [s for s in self.said if isinstance(s.what, kind)]

    def last(self, row: int, kind: type[T]) -> Said[T] | None:
        """Return the latest word of this kind about a row."""
        found = self.on(row, kind)
        return found[-1] if found else None

    def sorts(self, rows: Sequence[int]) -> list[str]:
        """Return `sort_of` each row; a million rows take less than a second."""
        kinds = self.case.table.kind[np.asarray(rows, np.int64)].tolist()
        plain = {kind: SORT_OF_KIND.get(Kind(kind), "") for kind in set(kinds)}
        return [
            self.sort_of(row) if row in self.by_row else plain[kind]
            for row, kind in zip(rows, kinds, strict=True)
        ]

    def sort_of(self, row: int) -> str:
        """Return what sort of act a row is: as the person said, else as its kind makes plain, else
        "".
        """
        said = self.last(row, ActSort)
        if said is not None:
            return "" if said.what.sort == DO_NOT_KNOW else said.what.sort
        return SORT_OF_KIND.get(Kind(int(self.case.table.kind[row])), "")


@once
def facts_of(case: CaseFile, person: Person) -> Facts:
    """Return what was decided about this person, about events, and about nobody in particular."""
    found = tuple(s for d in case.decisions if (s := _said(case, person, d)))
    by_row: dict[int, tuple[Said[Any], ...]] = {}
    for one in found:
        if one.row is not None:
            by_row[one.row] = (*by_row.get(one.row, ()), one)
    return Facts(case, found, by_row)


def _said(case: CaseFile, person: Person, decided: Decided) -> Said[Decision] | None:
    what = decided.what
    if decided.withdrawn or getattr(what, "person", "") not in ("", person.key):
        return None
    event = getattr(what, "event", "")
    if event and event not in case.named:
        return None
    first, last = NO_TIME, NO_TIME
    start = getattr(what, "at", "") or getattr(what, "start", "") or getattr(what, "served", "")
    if span := when_of(start, case.zone) if isinstance(start, str) and start else None:
        first, last = span
        ends = getattr(what, "end", "")
        if ends and (until := when_of(ends, case.zone)):
            last = max(last, until[1])
    return Said(decided.number, what, case.named.get(event) if event else None, first, last)

"""What could not be read, put together for a page: one sentence for each sort, with its places.

The one thing a reader would get wrong: nothing is left out by being put together. Each place is
listed, and where there are very many, how many more there are is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rainbook.record import Problem

MOST_PLACES = 50
_DIGITS = re.compile("[0-9][0-9,]*")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one thing could not be read: the file inside a zip ("" = the file itself), and its
    bytes (None where it has no place).
    """

    inside: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Unread:
    """One sort of thing that could not be read. `more`: places beyond those listed."""

    code: str
    sentence: str
    unknown: str
    spots: tuple[Spot, ...]
    more: int
    original: str


def unread(problems: Iterable[Problem]) -> tuple[Unread, ...]:
    """Return the problems by sentence, in the order they first came. Sentences that differ only in
    their numbers are one sort.
    """
    found: dict[tuple[str, str, str], list[Problem]] = {}
    for one in problems:
        key = (one.original, one.code, _DIGITS.sub("#", one.sentence))
        found.setdefault(key, []).append(one)
    return tuple(
        Unread(
            some[0].code, some[0].sentence, some[0].unknown,
            tuple(_spot(p) for p in some[:MOST_PLACES] if p.path or p.start is not None),
            max(0, len(some) - MOST_PLACES), some[0].original,
        )
        for some in found.values()
    )


def _spot(one: Problem) -> Spot:
    has_place = one.start is not None and one.end is not None and one.end > one.start
    return Spot(one.path or "", one.start if has_place else None, one.end if has_place else None)

"""What came of adding a file, and what is known about the accounts in the records.

The one thing a reader would get wrong: a file that was sealed and could not be read is still added;
what could not be read is among its problems.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from rainbook.case.known import AccountLine
from rainbook.events.people import Question
from rainbook.events.reading import Accounted, accounted
from rainbook.events.sources.interface import Asked
from rainbook.record import EventTable, Original, Problem, Warn


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding one file.

    `sources`: the names of the readers that took it; `doubts`: the doubts any of its rows has;
    `asked`: what it was read with.
    """

    original: Original
    again: bool
    events: int
    problems: tuple[Problem, ...]
    accounted: Accounted
    sources: tuple[str, ...] = ()
    doubts: frozenset[str] = frozenset()
    asked: Asked = field(default_factory=Asked)

    @property
    def asks(self) -> tuple[str, ...]:
        """Return what only the person can say about the file: "order", "zone", "encoding"."""
        order = "ambiguous_date_order" in self.doubts
        encoding = any(p.code == "encoding_unknown" for p in self.problems)
        zone = "tz_assumed" in self.doubts
        found = (("encoding", encoding), ("order", order), ("zone", zone))
        return tuple(name for name, open_still in found if open_still)


@dataclass(frozen=True, slots=True)
class Looked:
    """The accounts in the records and what only the person can say about them.

    `not_known`: accounts of which the person said that they do not know; the question stays open.
    """

    accounts: tuple[AccountLine, ...]
    questions: tuple[Question, ...]
    not_known: frozenset[str] = frozenset()


def added_of(
    original: Original, again: bool, table: EventTable, of: int, asked: Asked
) -> Added:
    """Return what came of reading one original; `of`: how many bytes there are to account for."""
    readings = table.readings.values()
    doubts = int(np.bitwise_or.reduce(table.warnings)) if len(table) else 0
    return Added(
        original,
        again,
        len(table),
        table.problems,
        accounted([table], of),
        tuple(dict.fromkeys(r["source"] for r in readings if r.get("source"))),
        frozenset(Warn(doubts).names()),
        asked,
    )

"""What is laid beside the law: elements with what is on record for each, clauses of orders with the
acts that may touch them, and the card of dates.

The one thing a reader would get wrong: nothing here says that an element is made out or that an
order was broken. It says which records bear on it, and what is not recorded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rainbook.record.nouns import Line

CLAUSE_ANSWERS = (
    "possible breach",
    "before it was served",
    "after it ended",
    "may be allowed",
    "cannot tell",
    "before it began",
)
"""The last: after the order was served, before the day from which this clause is to run."""


@dataclass(frozen=True, slots=True)
class ElementLine:
    """One element of the law, or one of its routes: what bears on it, and what is not recorded.

    `element`: the element as a page prints it (`Element.cited()`), with id, section, words, source,
    as_of, in_force, cannot_say. `route`: "" or the number and words of one of two ways, looked at
    apart. `bears`: what is on record. `weakens`: what is on record against it. `gaps`: what is not
    recorded, each a plain sentence ("no impact is recorded").
    """

    element: Mapping[str, str]
    route: str
    bears: tuple[Line, ...]
    weakens: tuple[Line, ...]
    gaps: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DateCard:
    """A day to ask about: `sentence` says what it is counted from and for what, `day` is ISO 8601
    or
    "" where it cannot be worked out, `rows` the incident it is counted from, `decisions` the order.
    """

    sentence: str
    day: str
    rows: tuple[int, ...]
    source: str
    decisions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """The elements of one jurisdiction for one person. `threats`: single messages the complainant
    picked as threats, to be read first.
    """

    person: str
    jurisdiction: str
    name: str
    as_of: str
    note: str
    threats: tuple[Line, ...]
    card: tuple[DateCard, ...]
    elements: tuple[ElementLine, ...]
    limits: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ClauseCheck:
    """One act held against one clause of one order. `answer` is one of CLAUSE_ANSWERS.

    `order` is the number of the decision that recorded the order; `clause` its number as written;
    `row` the act; `line` the sentence with every row and decision it rests on.
    """

    person: str
    order: int
    kind: str
    clause: str
    words: str
    row: int
    answer: str
    line: Line

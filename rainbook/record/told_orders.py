"""What a person can say about an order: its clauses, what it allows, and whether an act was
allowed.

The one thing a reader would get wrong: an order is known by the number of the decision that
recorded
it (`OrderServed`), and its clauses are copied word for word; `forbids` only says which acts to hold
against which clause.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rainbook.record.answers import (
    ANSWERS,
    DO_NOT_KNOW,
    FORBIDS,
    PURPOSES,
)


@dataclass(frozen=True, slots=True)
class OrderClause:
    """One clause of the order of decision `order`: its number, its words, and what it forbids.

    `places`: for "coming near a place". `start`/`end`: where the clause has a period of its own.
    """

    order: int
    clause: str
    words: str
    forbids: tuple[str, ...] = field(default=(), metadata={"one_of": FORBIDS})
    places: tuple[str, ...] = ()
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class OrderAllows:
    """What the order of decision `order` allows, word for word; and, where said, the clause it
    belongs to, the purpose, the account, and the hours of day ("09:00-17:00") it is limited to.
    """

    order: int
    words: str
    clause: str = ""
    purpose: str = field(default="", metadata={"one_of": ("", *PURPOSES)})
    account: str = ""
    hours: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Allowed:
    """Whether this act was allowed by the order, as the complainant says."""

    event: str
    order: int
    answer: str = field(metadata={"one_of": ANSWERS})
    words: str = ""


@dataclass(frozen=True, slots=True)
class NotAsked:
    """A question was passed over for now: which, about what. Nothing follows from it."""

    question: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question was answered with no, or with do not know, where no other decision holds that."""

    question: str
    answer: str = field(metadata={"one_of": ("no", DO_NOT_KNOW)})
    about: str = ""

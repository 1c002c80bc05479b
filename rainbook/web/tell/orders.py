"""What an order says, clause by clause, and what it allows: asked for each order by its number.

The one thing a reader would get wrong: the clauses are copied from the paper, word for word. What a
clause forbids is picked from a list only so that acts can be held against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rainbook.record import (
    DO_NOT_KNOW,
    FORBIDS,
    PURPOSES,
    Decided,
    OrderAllows,
    OrderClause,
    OrderServed,
)
from rainbook.web.tell.kinds import (
    HOURS,
    LINE,
    LIST,
    NOTED,
    PICK,
    TICKS,
    WHEN,
    WORDS,
    Field,
    Question,
    yes_or_no,
)
from rainbook.web.tell.plain_text import plain
from rainbook.web.tell.standing import One, Standing

_FOR = tuple(w for w in PURPOSES if w not in ("none", DO_NOT_KNOW))


def orders_about(standing: Standing) -> list[tuple[int, OrderServed]]:
    """Return the orders about the person, each with its number in the list."""
    found = standing.all(OrderServed)
    return [(d.number, d.what) for d in found if isinstance(d.what, OrderServed)]


def _each(standing: Standing, question: Question) -> Sequence[One]:
    return [
        standing.one(question, str(number), order=plain(order.kind))
        for number, order in orders_about(standing)
    ]


def number_of(one: One) -> int:
    """Return the number of the decision a question is about."""
    return int(one.key.split()[-1])


def _of_this(standing: Standing, one: One) -> list[Decided]:
    number = number_of(one)
    found: list[Decided] = []
    for decided in standing.decisions:
        what: Any = decided.what
        if isinstance(what, one.question.makes) and what.order == number:
            found.append(decided)
    return found


def _clause(standing: Standing, one: One, given: dict[str, Any]) -> list[OrderClause]:
    """Return the clause; one without a number is given the next."""
    count = str(len(_of_this(standing, one)) + 1)
    return [OrderClause(order=number_of(one), **{"clause": count, **given})]


def _allows(standing: Standing, one: One, given: dict[str, Any]) -> list[OrderAllows]:
    return [OrderAllows(order=number_of(one), **given)]


CLAUSES = Question(
    "order", "clauses", "paper-says", OrderClause, yes_or_no(),
    (
        Field("words", WORDS, need=True), Field("clause", LINE), Field("forbids", TICKS, FORBIDS,
        "forbids"), Field("places", LIST), Field("start", WHEN), Field("end", WHEN),
    ),
    no=True, unsure=NOTED, yes=True, repeats=True, find=_of_this, spread=_each, write=_clause,
)
ALLOWS = Question(
    "order", "allows", "paper-lets", OrderAllows, yes_or_no(),
    (
        Field("words", WORDS, need=True), Field("clause", LINE),
        Field("purpose", PICK, _FOR, "purpose"), Field("account", PICK, choices="accounts"),
        Field("hours", HOURS), Field("start", WHEN), Field("end", WHEN),
    ),
    no=True, unsure=NOTED, yes=True, repeats=True, find=_of_this, spread=_each, write=_allows,
)

"""The questions about an entry that name something said before: an order, a time they were told.

The one thing a reader would get wrong: an entry with a time of its own is not asked about; its time
says what it came after.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rainbook.record import (
    Allowed,
    Blocked,
    CameAfter,
    Decided,
    OrderServed,
    ToldToStop,
    Warned,
)
from rainbook.web.tell.kinds import IN_THE_ANSWER, NOTED, PICK, WORDS, Field, Question, yes_or_no
from rainbook.web.tell.orders import number_of, orders_about
from rainbook.web.tell.plain_text import plain
from rainbook.web.tell.standing import One, Standing

HOW = {ToldToStop: "told", Blocked: "blocked", Warned: "warned", OrderServed: "order"}


def _refusals(standing: Standing, question: Question) -> Sequence[One]:
    if not standing.without_time():
        return ()
    return [
        standing.one(question, str(d.number), how=HOW[type(d.what)], number=str(d.number))
        for d in standing.all(*HOW)
    ]


def _orders(standing: Standing, question: Question) -> Sequence[One]:
    return [
        standing.one(question, str(number), order=plain(order.kind), number=str(number))
        for number, order in orders_about(standing)
    ]


def _said_after(standing: Standing, one: One) -> list[Decided]:
    found = standing.said(CameAfter)
    return [d for d in found if getattr(d.what, "refusal", 0) == number_of(one)]


def _said_allowed(standing: Standing, one: One) -> list[Decided]:
    return [d for d in standing.said(Allowed) if getattr(d.what, "order", 0) == number_of(one)]


def _after(standing: Standing, one: One, given: dict[str, Any]) -> list[CameAfter]:
    return [CameAfter(standing.event, number_of(one), **given)]


def _allowed(standing: Standing, one: One, given: dict[str, Any]) -> list[Allowed]:
    return [Allowed(standing.event, number_of(one), **given)]


AFTER = Question(
    "after", "after", "after", CameAfter, yes_or_no(), (Field("words", WORDS),),
    no=True, unsure=NOTED, yes=True, find=_said_after, spread=_refusals, write=_after,
)
LETS = Question(
    "allowed", "allowed", "let", Allowed, Field("answer", PICK, ("yes", "no"), "answer"),
    (Field("words", WORDS),), unsure=IN_THE_ANSWER, find=_said_allowed, spread=_orders,
    write=_allowed,
)

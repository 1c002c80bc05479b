"""Orders clause by clause, with the acts held against each clause.

The one thing a reader would get wrong: an act stands here because it happened while the order ran
and its sort is one the clause forbids. The words are "possible breach" and never more; a clause
with no act beside it is listed too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Given
from rainbook.handover.paper.plain_words import number_of
from rainbook.handover.said.paper import Paper
from rainbook.handover.said.rests_on import counted, entry_of, numbers_of, rests
from rainbook.record import ClauseCheck, OrderAllows, OrderClause, OrderServed
from rainbook.record.elements import CLAUSE_ANSWERS

POSSIBLE = "possible breach"
IN_FULL = {POSSIBLE: 40, "may be allowed": 15, "cannot tell": 15}
NO_ACT = "no act is held against it"
WHERE = "orders.csv"
ORDERS, CLAUSES = 8, 20
REPEATED = 60
_NUMBER = re.compile(r"^\W*(?:clause\s+\d+[\s.:)]*|\d+\s*[.:)]+(?!\d)\s*|[a-z]\)\s*)")


@dataclass(frozen=True, slots=True)
class ClauseSaid:
    """One clause as recorded, and every act held against it, in the order of CLAUSE_ANSWERS."""

    clause: str
    words: str
    start: str
    end: str
    checks: tuple[ClauseCheck, ...]


@dataclass(frozen=True, slots=True)
class OrderSaid:
    """One order about one person: `number` is the log number of the decision that recorded it."""

    number: int
    person: str
    kind: str
    made: str
    served: str
    until: str
    exceptions: tuple[str, ...]
    allows: tuple[tuple[int, OrderAllows], ...]
    clauses: tuple[ClauseSaid, ...]


def orders_of(given: Given) -> list[OrderSaid]:
    """Return every order about the persons handed over, by log number, with its clauses."""
    persons = given.disclosure.persons
    standing = [d for d in given.case.decisions if not d.withdrawn]
    checks = [c for c in given.case.clauses if c.person in persons]
    served = {
        d.number: d.what
        for d in standing
        if isinstance(d.what, OrderServed) and d.what.person in persons
    }
    found = []
    for number in sorted({*served, *(c.order for c in checks)}):
        mine = [c for c in checks if c.order == number]
        what = served.get(number) or OrderServed(mine[0].person, mine[0].kind)
        said = [
            d.what for d in standing if isinstance(d.what, OrderClause) and d.what.order == number
        ]
        allows = tuple(
            (d.number, d.what)
            for d in standing
            if isinstance(d.what, OrderAllows) and d.what.order == number
        )
        found.append(
            OrderSaid(
                number,
                what.person,
                what.kind,
                what.made,
                what.served,
                what.until,
                what.exceptions,
                allows,
                tuple(_clauses(what.clauses, said, mine)),
            )
        )
    return found


def _clauses(
    plain: Sequence[str], said: Sequence[OrderClause], checks: Sequence[ClauseCheck]
) -> list[ClauseSaid]:
    """Return the clauses in the order they were recorded; one known only from a check is last."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for one in said:
        found[(one.clause, one.words)] = (one.start, one.end)
    for check in checks:
        found.setdefault((check.clause, check.words), ("", ""))
    known = {bare(words) for _, words in found}
    for place, words in enumerate(plain, 1):
        if bare(words) not in known:
            found.setdefault((str(place), words), ("", ""))
    rank = {answer: place for place, answer in enumerate(CLAUSE_ANSWERS)}
    return [
        ClauseSaid(
            clause,
            words,
            start,
            end,
            tuple(
                sorted(
                    (c for c in checks if (c.clause, c.words) == (clause, words)),
                    key=lambda c: rank.get(c.answer, len(rank)),
                )
            ),
        )
        for (clause, words), (start, end) in found.items()
    ]


def bare(words: str) -> str:
    """Return the words of a clause without its number and its spacing: the same clause may have
    been recorded twice, with the order ("1. No contact.") and by itself ("No contact.").
    """
    return " ".join(_NUMBER.sub("", words.casefold()).split()).rstrip(".")


def possible(order: OrderSaid) -> list[int]:
    """Return the rows of the acts that may breach some clause of the order, once each."""
    found = (c.row for one in order.clauses for c in one.checks if c.answer == POSSIBLE)
    return list(dict.fromkeys(found))


def orders(given: Given, person: str, show: Paper) -> tuple[list[dict[str, Any]], str]:
    """Return the orders about one person for a template, and what is said of those left out."""
    mine = [one for one in orders_of(given) if one.person == person]
    return [
        {
            "name": show(f"{one.kind} (log number {one.number})"),
            "dates": show(_dates(given, one)),
            "allows": [show(text) for text in _allowed(one)[:CLAUSES]],
            "clauses": [_clause(given, c, show) for c in one.clauses[:CLAUSES]],
            "more": _more(len(one.clauses) - CLAUSES, "clause"),
        }
        for one in mine[:ORDERS]
    ], _more(len(mine) - ORDERS, "order")


def _more(number: int, one: str) -> str:
    return f"and {number_of(number, one)} more, see {WHERE}" if number > 0 else ""


def _dates(given: Given, one: OrderSaid) -> str:
    made, served, until = (
        times.recorded(day, given.case.zone) if day else "not recorded"
        for day in (one.made, one.served, one.until)
    )
    return f"Made: {made}. Served, or known of: {served}. Until: {until}."


def _allowed(one: OrderSaid) -> list[str]:
    known = {bare(what.words) for _, what in one.allows}
    lines = [f"“{words}”" for words in one.exceptions if bare(words) not in known]
    for number, what in one.allows:
        limits = (what.clause and f"clause {what.clause}", what.purpose, what.account, what.hours)
        only = ", ".join(p for p in limits if p)
        lines.append(f"“{what.words}”{f' ({only})' if only else ''}; log number {number}")
    return lines


def _clause(given: Given, one: ClauseSaid, show: Paper) -> dict[str, Any]:
    by_answer: dict[str, list[ClauseCheck]] = {}
    for check in one.checks:
        by_answer.setdefault(check.answer, []).append(check)
    wanted = [c for answer, most in IN_FULL.items() for c in by_answer.get(answer, [])[:most]]
    acts = [_act(given, check, show) for check in wanted[: max(0, show.acts)]]
    every = sum(len(by_answer.get(answer, [])) for answer in IN_FULL)
    return {
        "name": show(f"Clause {one.clause}"),
        "words": show(f"“{one.words}”" if one.words else "Its words are not recorded."),
        "period": show(_period(one)),
        "acts": acts,
        "counts": [
            show(_counted(given, answer, by_answer[answer]))
            for answer in dict.fromkeys((*CLAUSE_ANSWERS, *by_answer))
            if answer in by_answer
        ]
        or [f"{NO_ACT.capitalize()}."],
        "cut": _more(every - len(acts), "act"),
    }


def _period(one: ClauseSaid) -> str:
    if not (one.start or one.end):
        return ""
    return f"Its own period: {one.start or 'not recorded'} to {one.end or 'not recorded'}."


def _counted(given: Given, answer: str, checks: Sequence[ClauseCheck]) -> str:
    numbers, gone = numbers_of(given, (c.row for c in checks))
    lines = "; ".join(
        p
        for p in (
            counted("line", numbers, WHERE),
            f"{gone:,} not handed over" if gone else "",
        )
        if p
    )
    number = len({c.row for c in checks})
    return f"{answer.capitalize()}: {number_of(number, 'act')} ({lines})."


def _act(given: Given, check: ClauseCheck, show: Paper) -> dict[str, Any]:
    shown = show.act(given, check.row)
    entry = entry_of(given, check.row)
    if entry and " ".join((entry.words or "").split())[:REPEATED] in check.line.text:
        shown["words"] = []  # the sentence holds them already
    return {
        **shown,
        "answer": show(check.answer.capitalize()),
        "text": show(check.line.text),
        "rests": show(rests(given, check.line, WHERE)),
    }

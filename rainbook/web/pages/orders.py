"""Orders and notices, clause by clause, with the entries held against each.

The one thing a reader would get wrong: "possible breach" means that an act lies inside the time and
the kind of thing a clause speaks of. Whether an order was broken is for a court. What an answer
says in full may hold words of a message, so it is not in the page until somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rainbook.record import (
    CaseFile,
    ClauseCheck,
    OrderAllows,
    OrderClause,
    OrderServed,
)
from rainbook.web.findings_said.as_it_stood import Stood, as_it_stood, time_words
from rainbook.web.findings_said.cited import FEW, cited
from rainbook.web.findings_said.pages_of import page_of
from rainbook.web.findings_said.people import name_of, why_empty
from rainbook.web.findings_said.standing import round_it
from rainbook.web.interface import BOOK, Answer, Asked, Page, PageNotThere

ANSWERS = (
    "possible breach", "cannot tell", "may be allowed", "before it began", "before it was served",
    "after it ended",
)
ON_A_PAGE = 50


def _orders(asked: Asked, case: CaseFile, stood: Stood) -> Answer:
    """Show every order with its dates, its clauses, what it allows and the first answers."""
    found = [_order(asked, case, stood, number, o) for number, o in _standing(case, OrderServed)]
    empty = why_empty(asked, case, found) if not case.originals else ""
    return asked.page("orders.html", found=found, empty=empty, **round_it(asked, case, stood))


def _standing(case: CaseFile, kind: type[Any]) -> Iterator[tuple[int, Any]]:
    return (
        (d.number, d.what) for d in case.decisions if not d.withdrawn and isinstance(d.what, kind)
    )


def _order(
    asked: Asked, case: CaseFile, stood: Stood, number: int, order: OrderServed
) -> dict[str, Any]:
    clauses = []
    for place, (clause, words) in enumerate(_clauses(case, number)):
        checks = _checks(case, number, clause, words)
        at = asked.url("orders-clause", dict(stood.query), order=str(number), place=str(place))
        clauses.append({
            "clause": clause, "words": words, "checks": _said(asked, case, checks[:FEW]),
            "rest": at if len(checks) > FEW else "",
        })
    allows = [w for _, w in _standing(case, OrderAllows) if w.order == number]
    return {
        "kind": order.kind[:1].upper() + order.kind[1:], "name": name_of(case, order.person),
        "number": number,
        "dates": [(p, time_words(getattr(order, p))) for p in ("made", "served", "until")],
        "clauses": clauses,
        "allows": [{"words": w.words, "limits": _limits(asked, w)} for w in allows],
    }


def _clauses(case: CaseFile, number: int) -> list[tuple[str, str]]:
    """Return the clauses of an order, number and words, those with answers first, each once."""
    held = [(c.clause, c.words) for c in case.clauses if c.order == number]
    said = [(w.clause, w.words) for _, w in _standing(case, OrderClause) if w.order == number]
    shown = {clause for clause, _ in held}
    return list(dict.fromkeys([*held, *(s for s in said if s[0] not in shown)]))


def _checks(
    case: CaseFile, order: int, clause: str, words: str
) -> list[tuple[int, ClauseCheck]]:
    """Return the answers about a clause with their numbers, what may matter most first."""
    found = [
        (n, c) for n, c in enumerate(case.clauses)
        if (c.order, c.clause, c.words) == (order, clause, words)
    ]
    return sorted(found, key=lambda one: _rank(one[1].answer))


def _rank(answer: str) -> int:
    return ANSWERS.index(answer) if answer in ANSWERS else len(ANSWERS)


def _said(
    asked: Asked, case: CaseFile, checks: list[tuple[int, ClauseCheck]]
) -> list[dict[str, Any]]:
    """Return each answer with its links; its sentence only where the address asks for it."""
    show = asked.query.get("show", "")
    found = []
    for number, check in checks:
        wanted = {**asked.query, "show": number}
        to = f"{asked.url(asked.name, wanted, **dict(asked.path))}#answer-{number}"
        found.append({
            "answer": check.answer, "line": cited(asked, case, check.line), "number": number,
            "text": check.line.text if show == str(number) else "", "to": to,
        })
    return found


def _limits(asked: Asked, one: OrderAllows) -> str:
    """Return what an allowance is limited to, in the words it was recorded in."""
    days = f"{one.start} - {one.end}" if one.start or one.end else ""
    clause = asked.t("orders-clause", clause=one.clause) if one.clause else ""
    parts = (clause, one.purpose, one.account, one.hours, days)
    return "; ".join(part for part in parts if part)


def _clause(asked: Asked, case: CaseFile, stood: Stood) -> Answer:
    """Show every answer about one clause, page by page. Raises PageNotThere."""
    orders = {str(n): o for n, o in _standing(case, OrderServed)}
    order, place = asked.path["order"], asked.path["place"]
    clauses = _clauses(case, int(order)) if order in orders else []
    if place not in {str(n) for n in range(len(clauses))}:
        raise PageNotThere(asked.t("orders-not-there"))
    clause, words = clauses[int(place)]
    checks = _checks(case, int(order), clause, words)
    shown = page_of(asked, len(checks), ON_A_PAGE)
    return asked.page(
        "orders-clause.html", order=orders[order], clause=clause, clause_words=words, shown=shown,
        checks=_said(asked, case, checks[shown.start : shown.end]), **round_it(asked, case, stood),
    )


PAGES = (
    Page("orders", "/orders", as_it_stood(_orders), BOOK),
    Page("orders-clause", "/orders/{order}/{place}", as_it_stood(_clause), BOOK),
)

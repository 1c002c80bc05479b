"""What is not recorded about each order, and which acts were held against nothing.

The one thing a reader would get wrong: a notice, a warning or a caution is not a court order, and
this program cannot tell one from the other by its name. It is listed as it was recorded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rainbook.findings import acts, wording
from rainbook.findings.facts import Facts, Said, facts_of
from rainbook.findings.orders.acts import OTHERS, SORTS_OF, Held, held_of
from rainbook.findings.orders.allowed import hours_of
from rainbook.findings.orders.times import edge_of
from rainbook.findings.orders.words import Clock, plain, quoted
from rainbook.record import (
    CaseFile,
    Decided,
    Line,
    OrderAllows,
    OrderClause,
    OrderServed,
    Person,
)

FOR_A_COURT = (
    "Each line is a possible breach and no more: what counts as one is for a court. R v O'Neill "
    "[2016] EWCA Crim 92 (known here from a summary only) limits what does under a non-molestation "
    "order."
)
NO_FORCE = (
    "a notice, a warning or a caution has, by itself, no clauses with the force of an order. As "
    "recorded; whether it is an order is not known here."
)
_PAPER = re.compile(r"\b(notice|caution|warning|instruction|advice|pin)\b", re.I)
_ORDER = re.compile(r"\b(order|injunction|protection notice|undertaking|interdict)\b", re.I)


def is_paper(order: OrderServed) -> bool:
    """Return whether a kind of order names a notice, warning or caution and no order."""
    return bool(_PAPER.search(order.kind)) and not _ORDER.search(order.kind)


def kind_words(order: OrderServed) -> str:
    """Return the kind as a sentence has it, with the doubt where it may be no order."""
    kind = plain(order.kind) or "order of a kind that is not recorded"
    doubt = " (as recorded; whether it is an order is not known here)"
    return f"{kind}{doubt}" if is_paper(order) else kind


def clause_words(clause: OrderClause) -> str:
    """Return "clause 2"."""
    number = re.sub(r"^\s*(clause|paragraph)\s+", "", plain(clause.clause), flags=re.I)
    return f"clause {number}" if number.strip() else "a clause without a number"


def clauses_by_order(facts: Facts) -> dict[int, list[Said[OrderClause]]]:
    """Return the clauses that say what sort of act they are about, by the number of their order."""
    found: dict[int, list[Said[OrderClause]]] = {}
    for said in facts.all(OrderClause):
        known = found.setdefault(said.what.order, [])
        # the same clause recorded twice is one clause
        if matchable(said.what) and all(said.what != one.what for one in known):
            known.append(said)
    return {order: clauses for order, clauses in found.items() if clauses}


def matchable(clause: OrderClause) -> bool:
    """Return whether acts can be held against a clause."""
    return any(word in SORTS_OF for word in clause.forbids)


def orders_lines(case: CaseFile, person: Person) -> tuple[Line, ...]:
    """Return what is not recorded about each order on this person, what was not held against any
    clause and why, and what is for a court. Nothing where no order is recorded.
    """
    facts = facts_of(case, person)
    given = [s for s in facts.all(OrderServed) if s.what.person == person.key]
    adrift = tuple(_adrift(case, person, bool(given)))
    if not given:
        return adrift
    clock = Clock(case.zone)
    lines = [line for one in given for line in _order(case, facts, one, clock)]
    lines += adrift
    if clauses_by_order(facts):
        words = {w for s in facts.all(OrderClause) for w in s.what.forbids}
        lines += _not_held(case, held_of(case, person, facts), words)
    return (*lines, Line(FOR_A_COURT))


def _order(case: CaseFile, facts: Facts, order: Said[OrderServed], clock: Clock) -> Iterable[Line]:
    what, number = order.what, order.number
    name = f"{plain(what.kind) or 'Order'} (decision {number})"
    yield from (Line(f"{name}: {text}", (), (number,)) for text in _times(what, case.zone, clock))
    if is_paper(what):
        yield Line(f"{name}: {NO_FORCE}", (), (number,))
    clauses = [s for s in facts.all(OrderClause) if s.what.order == number]
    if not clauses:
        said = (
            "its clauses are recorded as words only, with no sort of act noted"
            if what.clauses
            else "no clause is recorded"
        )
        yield Line(
            f"{name}: {said}, so no act was held against it.",
            (),
            (number,),
        )
    for one in clauses:
        if not matchable(one.what):
            yield Line(
                f"{name}: {clause_words(one.what)} has no sort of act noted that acts can be held "
                "against, so no act was.",
                (),
                (number, one.number),
            )
        for what_for, typed in (("begins", one.what.start), ("ends", one.what.end)):
            if typed.strip() and edge_of(typed, case.zone).span is None:
                yield Line(
                    f"{name}: when {clause_words(one.what)} {what_for} is recorded as "
                    f"{quoted(typed)}, which is no day or time that can be read; it was not used.",
                    (),
                    (number, one.number),
                )
    yield from _allows(facts, number, name, {s.what.clause for s in clauses}, case.zone)


def _times(what: OrderServed, zone: str, clock: Clock) -> Iterable[str]:
    made, served, until = (edge_of(t, zone) for t in (what.made, what.served, what.until))
    if not served.typed:
        also = " That it was made does not show that it was known of." if made.typed else ""
        yield (
            "when it was served or known of is not recorded, so no act can be laid before or after "
            f"it.{also}"
        )
    elif served.span is None:
        yield f"when it was served is recorded as {quoted(served.typed)}, which cannot be read."
    elif re.fullmatch(r"\d{4}(-\d{2}){0,2}", served.typed):
        yield (
            f"it is recorded as served {served.said(clock)}, without a time; acts in that time are "
            '"cannot tell".'
        )
    if served.span and made.span and served.span[1] < made.span[0]:
        yield (
            f"it is recorded as served {served.said(clock)}, before it was made "
            f"({made.said(clock)}); one of the two may be a slip."
        )
    if not made.typed:
        yield "when it was made is not recorded; acts before it was served are not listed."
    elif made.span is None:
        yield f"when it was made is recorded as {quoted(made.typed)}, which cannot be read."
    if not until.typed:
        yield "until when it lasts is not recorded; acts are listed as if it had not ended."
    elif until.span is None:
        yield (
            f"until when it lasts is recorded as {quoted(until.typed)}, which is no day or time; "
            "acts are listed as if it had not ended."
        )


def _allows(facts: Facts, number: int, name: str, clauses: set[str], zone: str) -> Iterable[Line]:
    for one in facts.all(OrderAllows):
        what, cites = one.what, (number, one.number)
        if what.order != number:
            continue
        said = f"{name}: what it allows ({quoted(what.words)})"
        if what.clause and what.clause not in clauses:
            yield Line(
                f"{said} is recorded for clause {plain(what.clause)}, which is not recorded; it "
                "was laid beside no act.",
                (),
                cites,
            )
        if what.hours.strip() and hours_of(what.hours) is None:
            yield Line(
                f"{said} has hours that cannot be read ({quoted(what.hours)}). Write them like "
                "09:00-17:00.",
                (),
                cites,
            )
        for typed in (what.start, what.end):
            if typed.strip() and edge_of(typed, zone).span is None:
                yield Line(
                    f"{said} has a day that cannot be read ({quoted(typed)}). Write it like "
                    "2024-03-24.",
                    (),
                    cites,
                )


def _adrift(case: CaseFile, person: Person, has_orders: bool) -> Iterable[Line]:
    """Say which clauses and exceptions belong to an order that was taken back or never recorded."""
    orders = {d.number: d for d in case.decisions if isinstance(d.what, OrderServed)}
    for one in case.decisions:
        if one.withdrawn or not isinstance(one.what, (OrderClause, OrderAllows)):
            continue
        its = orders.get(one.what.order)
        if (its is None and has_orders) or (its and its.withdrawn and _is_on(its, person)):
            gone = "was taken back" if its else "is not an order that is recorded"
            yield Line(
                f"Decision {one.number} belongs to decision {one.what.order}, which {gone}; no act "
                "was held against it. Record it again for the order that stands.",
                (),
                (one.number,),
            )


def _is_on(order: Decided, person: Person) -> bool:
    return isinstance(order.what, OrderServed) and order.what.person == person.key


def _not_held(case: CaseFile, held: Held, words: set[str]) -> Iterable[Line]:
    rows = held.rows.tolist()
    unsorted = tuple(r for r, s in zip(rows, held.sorts, strict=True) if not s)
    if unsorted:
        yield Line(
            f"{wording.many(len(unsorted), 'act')} of which no sort is recorded: held against no "
            "clause. Say what sort of act each was, and it will be.",
            unsorted,
        )
    others = held.touches[OTHERS].tolist()
    away = tuple(
        r for r, key, other in zip(rows, held.towards, others, strict=True) if key and not other
    )
    if away:
        yield Line(
            f"{wording.many(len(away), 'act')} towards somebody other than "
            f"{acts.complainant(case)}: held against a clause only where it names them or speaks "
            "of a place.",
            away,
        )
    if held.by and OTHERS not in words:
        yield Line(
            f"{wording.many(len(held.by), 'act')} done for them by somebody else: held only "
            "against a clause on contact by others, and none is noted.",
            tuple(sorted(held.by)),
        )
    if held.guesses:
        yield Line(
            f"{wording.many(len(held.guesses), 'act')} said to be done for them by somebody else "
            "by a guess: held against no clause.",
            (),
            held.guesses,
        )

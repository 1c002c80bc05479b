"""Orders, clause by clause: each act that may touch a clause, beside the clause, with when, and in
what words.

The one thing a reader would get wrong: a line says "possible breach" and never more. Which acts a
clause is about was said by a person; the times are honoured to the second; what is not recorded is
"cannot tell"; and what counts is for a court.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from rainbook.findings import acts
from rainbook.findings.facts import Facts, Said, facts_of
from rainbook.findings.orders.acts import (
    AIMED_BY,
    PLACE,
    Held,
    at_the_place,
    held_of,
    open_aim,
    touching,
)
from rainbook.findings.orders.allowed import DOUBT, FITS, NO, Permit, beside, exceptions_to
from rainbook.findings.orders.papers import clause_words, clauses_by_order, kind_words, orders_lines
from rainbook.findings.orders.said import Telling
from rainbook.findings.orders.times import (
    AFTER_END,
    ALLOWED,
    BEFORE_BEGAN,
    BEFORE_SERVED,
    CANNOT,
    OUT,
    POSSIBLE,
    Ints,
    Mask,
    Window,
    reason,
    window_of,
)
from rainbook.findings.orders.words import MOST_READ, Clock, Longs, Reader, quoted
from rainbook.record import (
    DO_NOT_KNOW,
    Allowed,
    CameAfter,
    CaseFile,
    ClauseCheck,
    Kind,
    Line,
    OrderClause,
    OrderServed,
    Person,
)
from rainbook.record.elements import CLAUSE_ANSWERS

__all__ = ["clauses_of", "orders_lines"]
More = dict[int, tuple[str, tuple[int, ...]]]
"""What is said after an act, by its place: sentences, and the decisions they rest on."""


@dataclass(frozen=True)
class _Laid:
    """One clause with the acts it may touch (`at`: places in Held), an answer for each, and what is
    said after the act, by place in `at`: the sentence and the decisions it rests on.
    """

    order: Said[OrderServed]
    clause: Said[OrderClause]
    window: Window
    at: Longs
    codes: Ints
    why: Ints
    more: More


@dataclass(frozen=True)
class _Desk:
    """What every clause is worked out from."""

    case: CaseFile
    person: Person
    facts: Facts
    held: Held
    clock: Clock
    reader: Reader


def clauses_of(case: CaseFile, person: Person) -> tuple[ClauseCheck, ...]:
    """Return each counted act of the person that may touch a clause of an order on them, by order,
    clause and time; answers in CLAUSE_ANSWERS.

    Acts from before the order are left out; between made and served they are listed as that. A
    clause without `forbids` is held against nothing (`orders_lines` says so). Words are read for at
    most 500 acts.
    """
    facts = facts_of(case, person)
    given = [s for s in facts.all(OrderServed) if s.what.person == person.key]
    clauses = clauses_by_order(facts)
    if not any(s.number in clauses for s in given):
        return ()
    held = held_of(case, person, facts)
    desk = _Desk(case, person, facts, held, Clock(case.zone), Reader(case))
    laid = [_lay(desk, order, one) for order in given for one in clauses.get(order.number, ())]
    telling = Telling(case, facts, held, desk.clock, desk.reader, _to_read(desk, laid))
    return tuple(check for one in laid for check in _checks(desk, one, telling))


def _lay(desk: _Desk, order: Said[OrderServed], clause: Said[OrderClause]) -> _Laid:
    held = desk.held
    window = window_of(order.what, clause.what, desk.case.zone)
    at = np.flatnonzero(touching(desk.case, held, clause.what))
    at = at[_near(desk, clause.what, at)]
    after = _said_after(desk.facts, order.number)
    said = np.isin(held.rows[at], list(after))
    codes, why = window.hold(held.first[at], held.last[at], said)
    kept = codes != OUT
    at, codes, why = at[kept], codes[kept], why[kept]
    me = acts.complainant(desk.case)
    rows = held.rows[at].tolist()
    more: More = {
        i: (f"{me} said that it came after it was served{denied}.", (after[row],))
        for i, row in enumerate(rows)
        if row in after
        for denied in ["; its time says otherwise" if codes[i] == BEFORE_SERVED else ""]
    }
    in_force = np.flatnonzero(codes == POSSIBLE).tolist()
    _doubts(desk, clause.what, at, codes, more)
    permits = exceptions_to(desk.case, desk.facts, order, clause.what, held, desk.clock)
    _allow(desk, order, permits, in_force, at, codes, more)
    return _Laid(order, clause, window, at, codes, why, more)


def _said_after(facts: Facts, order: int) -> dict[int, int]:
    """Return the rows said to have come after the order was served, with the decision."""
    found = facts.all(CameAfter)
    return {s.row: s.number for s in found if s.what.refusal == order and s.row is not None}


def _only_place(desk: _Desk, clause: OrderClause, at: Longs) -> list[int]:
    """Return which of the acts nothing but the place of the clause touches."""
    touches = desk.held.touches
    if PLACE not in clause.forbids:
        return []
    only = touches[PLACE][at].copy()
    for word in clause.forbids:
        if word in touches and word != PLACE:
            only &= ~touches[word][at]
    return np.flatnonzero(only).tolist()


def _near(desk: _Desk, clause: OrderClause, at: Longs) -> Mask:
    """Return which of the acts were not at another place than the clause's."""
    near = np.ones(len(at), bool)
    for number in _only_place(desk, clause, at):
        near[number], _ = at_the_place(desk.held, int(at[number]), clause, desk.reader)
    return near


def _doubts(desk: _Desk, clause: OrderClause, at: Longs, codes: Ints, more: More) -> None:
    """Turn into "cannot tell" what stood in a group, or at a place that is not known."""
    held = desk.held
    turns_on_aim = np.ones(len(at), bool)
    for word in clause.forbids:
        if word in held.touches and word not in AIMED_BY:
            turns_on_aim &= ~held.touches[word][at]
    me = acts.complainant(desk.case)
    in_a_group = f"It stood in a group {me} is in; whom it was aimed at is not recorded."
    in_force = codes == POSSIBLE
    for number in np.flatnonzero(held.grouped[at] & turns_on_aim & in_force).tolist():
        codes[number] = CANNOT
        _add(more, number, in_a_group)
    for number in np.flatnonzero(in_force & open_aim(desk.case, held, clause)[at]).tolist():
        codes[number] = CANNOT
        _add(more, number, f"Whether it was because of {me} is not recorded.")
    for number in _only_place(desk, clause, at):
        _, doubt = at_the_place(held, int(at[number]), clause, desk.reader)
        if doubt and codes[number] == POSSIBLE:
            codes[number] = CANNOT
            _add(more, number, doubt)


def _add(more: More, number: int, words: str, cites: Iterable[int] = ()) -> None:
    before, known = more.get(number, ("", ()))
    said = " ".join(part for part in (before, words) if part)
    more[number] = (said, tuple(dict.fromkeys((*known, *cites))))


def _allow(
    desk: _Desk,
    order: Said[OrderServed],
    permits: list[Permit],
    in_force: list[int],
    at: Longs,
    codes: Ints,
    more: More,
) -> None:
    """Lay what the order allows, and what was said of single acts, over acts in force."""
    given = [s for s in desk.facts.all(Allowed) if s.what.order == order.number]
    said = {s.row: s for s in given if s.row is not None}
    if not permits and not said:
        return
    rows = desk.held.rows[at].tolist()
    all_fits = np.array([p.fits[at] for p in permits], np.int8).reshape(len(permits), len(at)).T
    cited = tuple(dict.fromkeys(p.number for p in permits))
    kept: dict[bytes, tuple[int | None, tuple[str, tuple[int, ...]]]] = {}
    for number in in_force:
        fits = all_fits[number]
        key = fits.tobytes()
        if key not in kept:
            plain, _, _ = _answer(desk, None, int(fits.max(initial=NO)))
            kept[key] = plain, (beside(permits, fits.tolist()), cited)
        code, told = kept[key]
        row = rows[number]
        if row in said:
            code, words, cites = _answer(desk, said[row], int(fits.max(initial=NO)))
            _add(more, number, words, cites)
        if code is not None:
            codes[number] = code
        if number in more:
            _add(more, number, *told)
        else:
            more[number] = told  # one tuple for a hundred thousand acts


def _answer(
    desk: _Desk, said: Said[Allowed] | None, best: int
) -> tuple[int | None, str, tuple[int, ...]]:
    """Return the answer (None: as it was), what the complainant said of it, and what it cites."""
    me = acts.complainant(desk.case)
    answer = said.what.answer if said else ""
    noted = f" ({quoted(said.what.words)})" if said and said.what.words.strip() else ""
    cites = (said.number,) if said else ()
    if answer == "yes":
        return ALLOWED, f"{me} said that the order allowed it{noted}.", cites
    if answer == "no":
        return None, f"{me} said that the order did not allow it{noted}.", cites
    if best == FITS:
        return ALLOWED, "", ()
    if answer == DO_NOT_KNOW:
        return CANNOT, f"{me} does not know whether the order allowed it{noted}.", cites
    return (CANNOT if best == DOUBT else None), "", ()


def _to_read(desk: _Desk, laid: list[_Laid]) -> frozenset[int]:
    """Return the rows whose words are read: possible ones first, each kind by time."""
    wanted: dict[int, None] = {}
    for pick in (True, False):
        for one in laid:
            rows = desk.held.rows[one.at[(one.codes == POSSIBLE) == pick]]
            spoken = rows[desk.case.table.kind[rows] != Kind.CALL]
            wanted.update(dict.fromkeys(spoken[:MOST_READ].tolist()))
    known = {row for row in wanted if desk.reader.has(row)}
    fresh = [row for row in wanted if row not in known][: desk.reader.left]
    return frozenset(fresh) | known


def _checks(desk: _Desk, one: _Laid, telling: Telling) -> list[ClauseCheck]:
    paper, clause = kind_words(one.order.what), clause_words(one.clause.what)
    served, began = one.window.served.said(desk.clock), one.window.starts.said(desk.clock)
    leads = {
        POSSIBLE: f"Possible breach of {clause} of the {paper}: ",
        BEFORE_SERVED: f"Before the {paper} was served ({served}), held against {clause}: ",
        AFTER_END: f"After {clause} of the {paper} ended ({one.window.last().said(desk.clock)}): ",
        ALLOWED: f"May be allowed by the {paper}, held against {clause}: ",
        CANNOT: f"Cannot tell for {clause} of the {paper}: ",
        BEFORE_BEGAN: f"Before {clause} of the {paper} began ({began}): ",
    }
    doubts = set(one.why.tolist()) - {0}
    reasons = {0: ""} | {w: f" {reason(one.window, w, desk.clock)}" for w in doubts}
    base = (one.order.number, one.clause.number)
    order, what, person = one.order, one.clause.what, desk.person.key
    kind, words, nothing = order.what.kind, what.words, ("", ())
    rows = desk.held.rows[one.at].tolist()
    each = zip(one.at.tolist(), rows, one.codes.tolist(), one.why.tolist(), strict=True)
    made: list[ClauseCheck] = []
    for number, (at, row, code, why) in enumerate(each):
        act, cites = telling.of(at)
        after, more = one.more.get(number, nothing)
        text = f"{leads[code]}{act}.{reasons[why]}{' ' if after else ''}{after}"
        decisions = tuple(dict.fromkeys((*base, *cites, *more))) if cites or more else base
        line = Line(text, (row,), decisions)
        made.append(
            ClauseCheck(
                person, order.number, kind, what.clause, words, row, CLAUSE_ANSWERS[code], line
            )
        )
    return made

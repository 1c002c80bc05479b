"""Orders and notices, clause by clause, with the acts held against each.

The one thing a reader would get wrong: "possible breach" means that an act lies inside the time and
the kind of thing a clause speaks of. Whether an order was broken is for a court.
"""

from __future__ import annotations

from rainbook.cli.cited import name_of, tell_lines
from rainbook.cli.screen import out, say
from rainbook.record import CaseFile, ClauseCheck, OrderAllows, OrderClause, OrderServed

_END = (
    "Possible breach means that this act, at this time, may be worth showing to the police or a "
    "solicitor. Whether an order was broken is for a court."
)


def orders_page(case: CaseFile, every: bool) -> None:
    """Print every order with its dates, its clauses, what it allows, and the acts held against
    it.
    """
    standing = {d.number: d.what for d in case.decisions if not d.withdrawn}
    orders = {n: w for n, w in standing.items() if isinstance(w, OrderServed)}
    if not orders:
        them = next((p.key for p in case.people if p.role == "suspect"), "PERSON")
        say(f"No order is recorded. To record one: rainbook tell {them} --part order")
        return
    for number, order in orders.items():
        _heading(case, number, order)
        checks = [c for c in case.clauses if c.order == number]
        _checks(case, checks, every)
        clauses = [w for w in standing.values()
                   if isinstance(w, OrderClause) and w.order == number]
        held = {c.clause for c in checks}
        for clause in clauses:
            if clause.clause not in held:
                say(f"clause {clause.clause}: {clause.words}", "  ")
                say("No act in the records is held against this clause.", "    ")
        if not clauses and not checks:
            say(
                "No clause is recorded word for word, so no act is held against it. To record "
                f"them: rainbook tell {order.person} --part order",
                "  ",
            )
        for one in standing.values():
            if isinstance(one, OrderAllows) and one.order == number:
                say(f"allows: {one.words}{_limits(one)}", "  ")
        out("")
    say(_END)


def _heading(case: CaseFile, number: int, order: OrderServed) -> None:
    say(f"{order.kind} - {name_of(case, order.person)} (number {number} in the list)")
    said = (("made", order.made), ("served or known of", order.served), ("until", order.until))
    shown = (f"{name}: {when.replace('T', ' ') or 'not recorded'}" for name, when in said)
    say("; ".join(shown), "  ")


def _checks(case: CaseFile, checks: list[ClauseCheck], every: bool) -> None:
    last: tuple[str, str] | None = None
    for check in checks:
        if (check.clause, check.words) != last:
            last = (check.clause, check.words)
            say(f"clause {check.clause}: {check.words}", "  ")
        tell_lines(case, check.answer, (check.line,), every, "    ")


def _limits(one: OrderAllows) -> str:
    days = f"{one.start} to {one.end}".strip() if one.start or one.end else ""
    clause = f"clause {one.clause}" if one.clause else ""
    limits = [clause, one.purpose, one.account, one.hours, days]
    listed = "; ".join(part for part in limits if part)
    return f" ({listed})" if listed else ""

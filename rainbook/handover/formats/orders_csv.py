"""`orders.csv`: each act held against each clause of each order.

The one thing a reader would get wrong: the answers are "possible breach", "before it was served",
"after it ended", "may be allowed" and "cannot tell". None says that an order was broken.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table
from rainbook.handover.said.facts import name_of
from rainbook.handover.said.orders import NO_ACT, ClauseSaid, OrderSaid, orders_of
from rainbook.handover.said.rests_on import cells, entry_of

COLUMNS = (
    "person",
    "order",
    "log_number",
    "clause",
    "words",
    "answer",
    "line",
    "when",
    "text",
    "lines",
    "log_numbers",
)


def orders_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write one row for each act and clause; a clause with no act has a row that says so."""
    rows = (
        row
        for order in orders_of(given)
        for clause in order.clauses
        for row in _clause(given, order, clause)
    )
    write_table(folder / "analysis/orders.csv", COLUMNS, rows)


def _clause(given: Given, order: OrderSaid, clause: ClauseSaid) -> Iterator[list[str]]:
    name = name_of(given, order.person)
    start = [name, order.kind, str(order.number), clause.clause, clause.words]
    if not clause.checks:
        yield [*start, NO_ACT, "", "", "", "", ""]
    for check in clause.checks:
        entry = entry_of(given, check.row)
        line, when = (str(entry.number), entry.time.text) if entry else ("not handed over", "")
        yield [*start, check.answer, line, when, check.line.text, *cells(given, check.line)]


FORMAT = Format("analysis/orders.csv", "orders, clause by clause", orders_csv)

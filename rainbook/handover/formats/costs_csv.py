"""`costs.csv`: what was spent or lost, as the complainant wrote it, and sums by currency.

The one thing a reader would get wrong: only a plain sum of money ("£120.50", "EUR 40") is added up.
"About £20 a week" is listed as written and is in no sum; currencies are never mixed; the sums can
be added up again from the rows marked "yes".
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table
from rainbook.handover.said.facts import name_of
from rainbook.record import Changed, Decided

COLUMNS = (
    "log_number",
    "about",
    "area",
    "words",
    "start",
    "end",
    "cost_as_written",
    "currency",
    "amount",
    "in_the_sum",
    "why_not",
    "recorded_by",
    "recorded_utc",
)
SIGNS = {"£": "GBP", "€": "EUR", "gbp": "GBP", "eur": "EUR", "usd": "USD", "$": "$"}
""""$" stays as it is: which dollar it is, is not said."""
_SIGN = r"(£|€|\$|gbp|eur|usd)"
_AMOUNT = r"(\d{1,3}(?:,\d{3})+(?:\.\d{2})?|\d{1,9}(?:\.\d{2})?)"
_MONEY = re.compile(rf"{_SIGN}\s*{_AMOUNT}|{_AMOUNT}\s*{_SIGN}", re.ASCII)
NOT_PLAIN = "not a plain sum of money in one currency; it is in no sum"


def money(written: str) -> tuple[str, Decimal] | None:
    """Return the currency and the amount of a plain sum of money, None for anything else."""
    found = _MONEY.fullmatch(written.strip().casefold())
    if found is None:
        return None
    sign, amount = (found[1], found[2]) if found[1] else (found[4], found[3])
    return SIGNS[sign], Decimal(amount.replace(",", ""))


def costs_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write one row for each change with a cost, then one row for the sum of each currency."""
    rows, sums = [], dict[str, Decimal]()
    about = _about(given)
    for decided in given.case.decisions:
        what = decided.what
        if not isinstance(what, Changed) or decided.withdrawn or not what.cost.strip():
            continue
        plain = money(what.cost)
        if plain:
            sums[plain[0]] = sums.get(plain[0], Decimal(0)) + plain[1]
        rows.append(_row(decided, what, plain, about))
    for currency, total in sorted(sums.items()):
        rows.append(["", "sum", *[""] * 5, currency, f"{total:.2f}", *[""] * 4])
    write_table(folder / "record/costs.csv", COLUMNS, rows)


def _row(
    decided: Decided, what: Changed, plain: tuple[str, Decimal] | None, about: str
) -> list[str]:
    money_in = [plain[0], f"{plain[1]:.2f}", "yes", ""] if plain else ["", "", "no", NOT_PLAIN]
    said = [what.area, what.words, what.start, what.end, what.cost]
    return [str(decided.number), about, *said, *money_in, decided.by, decided.at]


def _about(given: Given) -> str:
    """Return whose doing a change is said to be: the record holds no name beside it, so with more
    than one person it is not known.
    """
    others = [p.key for p in given.case.people if p.role == "suspect"]
    if others == list(given.disclosure.persons):
        return name_of(given, others[0]) if len(others) == 1 else "not recorded of which person"
    return "not recorded of which person"


FORMAT = Format(
    "record/costs.csv", "what was spent or lost, with sums by currency", costs_csv, always=False
)

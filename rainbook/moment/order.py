"""Which number in 03/04/2024 is the day: decided for a whole file, or left as two readings and
asked.

The one thing a reader would get wrong: content decides only when it leaves one reading. The order
of the lines may
decide when the other reading runs backwards again and again; that is written down as an assumption.
Otherwise both
readings stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

YEAR_FIRST, DAY_FIRST, MONTH_FIRST = "year first", "day first", "month first"
ORDERS = (YEAR_FIRST, DAY_FIRST, MONTH_FIRST)
_EPOCH = date(1970, 1, 1).toordinal()
BACKWARD_DAYS = 1  # a step back of more than this many days counts against a reading
ENOUGH_BACKWARD = 3  # and this many such steps rule it out, when the other reading has none
Token = tuple[int, int, int, bool]
"""The three numbers of a written day, in written order, and whether its year has four digits."""


@dataclass(frozen=True, slots=True)
class OrderFound:
    """The orders still possible ("" warnings: one left), why, and how many lines contradict the
    choice.
    """

    orders: tuple[str, ...]
    because: str
    assumed: bool


@lru_cache(maxsize=65_536)
def day_number(token: Token, order: str) -> int | None:
    """Return days since 1970-01-01, or None where the numbers are no day in that order."""
    a, b, c, four = token
    year, month, day = (
        (a, b, c) if order == YEAR_FIRST else (c, b, a) if order == DAY_FIRST else (c, a, b)
    )
    if not four:
        year += 2000 if year < 100 else 0
    try:
        return date(year, month, day).toordinal() - _EPOCH
    except ValueError:
        return None


def readings_of(token: Token, orders: Sequence[str]) -> tuple[int, ...]:
    """Return the different days the token can be under the orders given, earliest first."""
    return tuple(sorted({d for o in orders if (d := day_number(token, o)) is not None}))


def find_order(tokens: Sequence[Token], said: str = "") -> OrderFound:
    """Return the orders a file's days can be in, from its days in file order (repeats may be left
    out).

    A four-digit year in front settles it; so does any number over 12 unless lines contradict each
    other, when the
    larger side is taken and the others stay doubtful. `said` is what the person decided.
    """
    if said in ORDERS:
        return OrderFound((said,), "you said so", False)
    if tokens and all(t[0] > 31 for t in tokens):
        return OrderFound((YEAR_FIRST,), "the year is written first", False)
    only_day = sum(1 for t in tokens if t[0] > 12 and t[1] <= 12)
    only_month = sum(1 for t in tokens if t[1] > 12 and t[0] <= 12)
    if only_day and only_day > 2 * only_month:
        return OrderFound((DAY_FIRST,), f"{only_day} days over 12 stand first", bool(only_month))
    if only_month and only_month > 2 * only_day:
        return OrderFound((MONTH_FIRST,), f"{only_month} days over 12 stand second", bool(only_day))
    if only_day or only_month:
        return OrderFound((DAY_FIRST, MONTH_FIRST), "its lines contradict each other", True)
    back = {order: _backward(tokens, order) for order in (DAY_FIRST, MONTH_FIRST)}
    for good, bad in ((DAY_FIRST, MONTH_FIRST), (MONTH_FIRST, DAY_FIRST)):
        if back[good] == 0 and back[bad] >= ENOUGH_BACKWARD:
            return OrderFound(
                (good,), f"read {bad}, the lines would run backwards {back[bad]} times", True
            )
    return OrderFound((DAY_FIRST, MONTH_FIRST), "both readings are possible", True)


def _backward(tokens: Sequence[Token], order: str) -> int:
    days = [d for t in tokens if (d := day_number(t, order)) is not None]
    return sum(1 for one, two in pairwise(days) if two < one - BACKWARD_DAYS)

"""Which number in 03/04/2024 is the day: decided for a whole file, or left as two readings and
asked.

The one thing a reader would get wrong: somebody else wrote part of the file, so a few lines never
decide against many. Content decides only when it leaves one reading. The order of the lines may
decide when the other reading runs backwards again and again; that is written down as an assumption.
Otherwise both readings stay.
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
_FIRST_YEAR, _LAST_YEAR = 2009, 2049  # a two-digit year in front is thought of only in these
BACKWARD_DAYS = 1  # a step back of more than this many days counts against a reading
ENOUGH_BACKWARD = 3  # and this many such steps rule it out, when the other reading has none
OF_ALL_STEPS = 10  # and they are at least one in so many
OUTNUMBERED = 2  # more than so many days of one kind to one of the other, and the one is a slip
OUTNUMBERED_SHARED = 20  # the same where somebody else could write such lines on purpose
FURTHER = 12  # how many times further a reading must leap from day to day to be ruled out
Token = tuple[int, int, int, bool]
"""The three numbers of a written day, in written order, and whether its year has four digits."""


@dataclass(frozen=True, slots=True)
class OrderFound:
    """The orders still possible, why, and whether the choice is an assumption."""

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


def find_order(
    tokens: Sequence[Token], said: str = "", *, shared: bool = False, short_year: bool = False
) -> OrderFound:
    """Return the orders a file's days can be in, from its days in file order (repeats may be left
    out).

    A four-digit year in front settles it; so does any number over 12 unless lines contradict each
    other: then only a great majority does, and else both stay. `said` is what the person decided;
    it stands when at least half of the days can be read so. `shared`: somebody else wrote part of
    the file. `short_year`: the year may have two digits and stand in front (24/03/15).
    """
    if said in ORDERS:
        fits = sum(1 for t in tokens if day_number(t, said) is not None)
        if 2 * fits >= len(tokens):
            return OrderFound((said,), "you said so", False)
    if tokens and all(t[0] > 31 for t in tokens):
        return OrderFound((YEAR_FIRST,), "the year is written first", False)
    found = _year_last(tokens, OUTNUMBERED_SHARED if shared else OUTNUMBERED)
    return _year_in_front(tokens, found) if short_year and tokens else found


def _year_last(tokens: Sequence[Token], outnumbered: int) -> OrderFound:
    only_day = sum(1 for t in tokens if t[0] > 12 and t[1] <= 12)
    only_month = sum(1 for t in tokens if t[1] > 12 and t[0] <= 12)
    if only_day > outnumbered * only_month:
        return OrderFound((DAY_FIRST,), f"{only_day} days over 12 stand first", bool(only_month))
    if only_month > outnumbered * only_day:
        return OrderFound((MONTH_FIRST,), f"{only_month} days over 12 stand second", bool(only_day))
    if only_day or only_month:
        return OrderFound((DAY_FIRST, MONTH_FIRST), "its lines contradict each other", True)
    back = {order: _backward(tokens, order) for order in (DAY_FIRST, MONTH_FIRST)}
    for good, bad in ((DAY_FIRST, MONTH_FIRST), (MONTH_FIRST, DAY_FIRST)):
        enough = back[bad] >= ENOUGH_BACKWARD and back[bad] * OF_ALL_STEPS >= len(tokens) - 1
        if back[good] == 0 and enough:
            return OrderFound(
                (good,), f"read {bad}, the lines would run backwards {back[bad]} times", True
            )
    return OrderFound((DAY_FIRST, MONTH_FIRST), "both readings are possible", True)


def _backward(tokens: Sequence[Token], order: str) -> int:
    days = [d for t in tokens if (d := day_number(t, order)) is not None]
    return sum(1 for one, two in pairwise(days) if two < one - BACKWARD_DAYS)


def _year_in_front(tokens: Sequence[Token], found: OrderFound) -> OrderFound:
    """Return what is left when the year may stand first with two digits: the reading whose days
    leap far further than those of the other is ruled out.
    """
    front = _plausible(tokens, YEAR_FIRST)
    last = max((_plausible(tokens, o) for o in found.orders), key=len)
    if 3 * len(front) < 2 * len(tokens):
        return found
    if 3 * len(last) < 2 * len(tokens):
        because = "only so are its years those of phones"
        return OrderFound((YEAR_FIRST,), because, len(front) < len(tokens))
    leap_front, leap_last = _leap(front), min(_leap(_plausible(tokens, o)) for o in found.orders)
    if leap_front > FURTHER * (leap_last + 1):
        return found
    if leap_last > FURTHER * (leap_front + 1):
        because = f"with the year last, its lines would lie {leap_last:.0f} days apart"
        return OrderFound((YEAR_FIRST,), because, True)
    return OrderFound(
        (YEAR_FIRST, *found.orders), "the year may stand first or last in its days", True
    )


def _plausible(tokens: Sequence[Token], order: str) -> list[int]:
    low, high = date(_FIRST_YEAR, 1, 1).toordinal(), date(_LAST_YEAR, 12, 31).toordinal()
    days = (day_number(t, order) for t in tokens)
    return [d for d in days if d is not None and low <= d + _EPOCH <= high]


def _leap(days: Sequence[int]) -> float:
    """Return how many days apart neighbouring lines lie on average."""
    steps = [abs(two - one) for one, two in pairwise(days)]
    return sum(steps) / len(steps) if steps else 0.0

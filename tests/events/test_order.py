"""Which number is the day: every rule, worked through the days of one file in file order.

A day is written as in the file; four digits say which number is the year.
"""

from __future__ import annotations

from datetime import date

import pytest

from rainbook.moment import find_order, readings_of
from rainbook.moment.order import DAY_FIRST, MONTH_FIRST, ORDERS, YEAR_FIRST, Token, day_number

DAY, MONTH, YEAR = (DAY_FIRST,), (MONTH_FIRST,), (YEAR_FIRST,)
BOTH = (DAY_FIRST, MONTH_FIRST)


def tokens(written: str) -> list[Token]:
    found = []
    for one in written.split():
        a, b, c = one.split("/")
        found.append((int(a), int(b), int(c), len(a) == 4 or len(c) == 4))
    return found


RULES = [
    # the days of a file, what the person said, the orders left, whether that is an assumption
    ("", "", BOTH, True),
    ("2024/01/02", "", YEAR, False),
    ("2024/13/02", "", YEAR, False),
    ("01/02/2024", "", BOTH, True),
    ("13/02/2024", "", DAY, False), ("02/13/2024", "", MONTH, False),
    ("01/02/2024 02/02/2024 13/02/2024", "", DAY, False),
    ("01/01/2024 02/02/2024 12/12/2024", "", BOTH, True),
    # the person's answer stands over both readings, and over the content, where days can be so
    ("01/02/2024", DAY_FIRST, DAY, False), ("01/02/2024", MONTH_FIRST, MONTH, False),
    ("01/02/2024 13/02/2024", MONTH_FIRST, MONTH, False),
    ("13/02/2024 14/02/2024 01/02/2024", MONTH_FIRST, DAY, False),  # it cannot be so
    ("01/02/2024", "backwards", BOTH, True), ("", DAY_FIRST, DAY, False),
    # one slip against more than twice as many
    ("13/02/2024 02/14/2024", "", BOTH, True),
    ("13/02/2024 14/02/2024 02/15/2024", "", BOTH, True),
    ("13/02/2024 14/02/2024 15/02/2024 02/16/2024", "", DAY, True),
    ("02/13/2024 02/14/2024 02/15/2024 16/02/2024", "", MONTH, True),
    # read one way the lines run backwards three times and more, the other way never
    ("01/03/2024 02/03/2024 01/04/2024 02/04/2024 01/05/2024 02/05/2024 01/06/2024", "", DAY, True),
    ("03/01/2024 03/02/2024 04/01/2024 04/02/2024 05/01/2024 05/02/2024 06/01/2024", "", MONTH,
     True),
    ("01/03/2024 02/03/2024 01/04/2024 02/04/2024", "", BOTH, True),  # once is not enough
    ("01/03/2024 02/03/2024 01/04/2024 02/04/2024 01/05/2024 02/05/2024 01/06/2024 01/05/2024", "",
     BOTH, True),  # and the other way once too
]  # fmt: skip


@pytest.mark.parametrize(("written", "said", "orders", "assumed"), RULES)
def test_rule(written: str, said: str, orders: tuple[str, ...], assumed: bool) -> None:
    found = find_order(tokens(written), said)
    assert (found.orders, found.assumed) == (orders, assumed)
    assert found.because


def test_three_steps_back_among_very_many_days_decide_nothing() -> None:
    """Somebody who may write lines could make three of them."""
    forged = "01/03/2024 02/03/2024 01/04/2024 02/04/2024 01/05/2024 02/05/2024 01/06/2024"
    assert find_order(tokens(forged)).orders == DAY
    same = tokens("01/01/2024 02/02/2024") * 40
    assert find_order([*same, *tokens(forged)]).orders == BOTH


SHARED = [
    ("13/02/2024 " * 20 + "02/14/2024", BOTH), ("13/02/2024 " * 21 + "02/14/2024", DAY),
    ("02/13/2024 " * 21 + "14/02/2024", MONTH),
]  # fmt: skip


@pytest.mark.parametrize(("written", "orders"), SHARED)
def test_where_others_wrote_too_it_takes_twenty_to_one(
    written: str, orders: tuple[str, ...]
) -> None:
    assert find_order(tokens(written), shared=True).orders == orders
    assert find_order(tokens(written)).orders != BOTH


SHORT_YEARS = [
    # the year may stand first with two digits
    ("24/3/15 24/3/16", YEAR), ("24/3/15 24/3/16 24/4/1 25/1/2", YEAR),
    ("24/3/5", YEAR),  # there was no such chat in 2005
    ("17/9/19 18/9/19", DAY), ("17/9/19 18/9/19 1/10/19 2/2/20", DAY),
    ("9/17/19 9/18/19", MONTH),  # there is no month 17
    ("17/9/19", (YEAR_FIRST, *DAY)), ("17/9/19 17/10/19", (YEAR_FIRST, *DAY)),
    ("11/10/12", (YEAR_FIRST, *BOTH)),
    ("8/9/19 9/9/19", BOTH),  # nor one in 2008
]  # fmt: skip


@pytest.mark.parametrize(("written", "orders"), SHORT_YEARS)
def test_a_year_of_two_digits_in_front(written: str, orders: tuple[str, ...]) -> None:
    assert find_order(tokens(written), short_year=True).orders == orders
    assert YEAR_FIRST not in find_order(tokens(written)).orders


NUMBERS = [
    ((1, 2, 2024, True), DAY_FIRST, date(2024, 2, 1)),
    ((1, 2, 24, False), DAY_FIRST, date(2024, 2, 1)),
    ((1, 2, 2024, True), MONTH_FIRST, date(2024, 1, 2)),
    ((2024, 1, 2, True), YEAR_FIRST, date(2024, 1, 2)),
    ((24, 1, 2, False), YEAR_FIRST, date(2024, 1, 2)),
    ((29, 2, 2024, True), DAY_FIRST, date(2024, 2, 29)),
    ((29, 2, 2023, True), DAY_FIRST, None), ((31, 4, 2024, True), DAY_FIRST, None),
    ((13, 1, 2024, True), MONTH_FIRST, None), ((0, 1, 2024, True), DAY_FIRST, None),
    ((1, 1, 0, True), DAY_FIRST, None), ((1, 1, 0, False), DAY_FIRST, date(2000, 1, 1)),
    ((1, 1, 123, False), DAY_FIRST, date(123, 1, 1)), ((1, 1, 10000, True), DAY_FIRST, None),
]  # fmt: skip


@pytest.mark.parametrize(("token", "order", "day"), NUMBERS)
def test_the_day_three_numbers_are(token: Token, order: str, day: date | None) -> None:
    wanted = None if day is None else (day - date(1970, 1, 1)).days
    assert day_number(token, order) == wanted


def test_readings_are_the_different_days_earliest_first() -> None:
    first, second = ((date(2024, m, d) - date(1970, 1, 1)).days for m, d in ((3, 4), (4, 3)))
    assert readings_of((4, 3, 2024, True), ORDERS) == (first, second)
    assert readings_of((3, 3, 2024, True), ORDERS) == ((date(2024, 3, 3) - date(1970, 1, 1)).days,)
    assert readings_of((32, 32, 2024, True), ORDERS) == ()

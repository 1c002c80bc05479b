"""The change-point: what is found, what is not, and that the same counts give the same answer.

The one thing a reader would get wrong: these are a few rows worked out by hand; how often it is
right and wrong over many invented series is measured by benchmarks/change_point.py.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from rainbook.findings.change import (
    EDGE,
    LEVEL,
    SHUFFLES,
    WEEK,
    _shuffled,
    find_change,
    outgrew,
)


def counts(*given: int) -> np.ndarray:
    return np.array(given, np.int64)


def series(seed: int, *parts: tuple[int, float]) -> np.ndarray:
    """Return Poisson counts: (days, rate) one after the other."""
    rng = np.random.Generator(np.random.PCG64(seed))
    return np.concatenate([rng.poisson(rate, days) for days, rate in parts])


# (series, way, first and last day the change may be said to be)
FOUND = {
    "exactly three times from day 60": (counts(*[1] * 60, *[3] * 60), "up", 60, 60),
    "a third from day 60": (counts(*[3] * 60, *[1] * 60), "down", 60, 60),
    "from nothing to one a day": (counts(*[0] * 60, *[1] * 60), "up", 60, 60),
    "three times, weekends busier": (
        counts(*[0, 0, 0, 0, 1, 3, 3] * 10, *[0, 0, 0, 0, 3, 9, 9] * 10),
        "up",
        63,
        77,
    ),
    "three times, by chance": (series(1, (100, 2.0), (80, 6.0)), "up", 93, 107),
}


@pytest.mark.parametrize("given", FOUND)
def test_what_is_found(given: str) -> None:
    made, way, first, last = FOUND[given]
    change = find_change(made)
    assert change is not None and change.found
    assert (change.up, change.down) == (way == "up", way == "down")
    assert first <= change.at <= last


NOT_FOUND = {
    "always two": counts(*[2] * 120),
    "weekends only": counts(*[0, 0, 0, 0, 0, 5, 5] * 18),
    "one day of a hundred": counts(*[1] * 70, 100, *[1] * 49),
    "three floods among quiet days": counts(
        *[0] * 40, *[30] * 2, *[0] * 40, *[30] * 2, *[0] * 40, *[30] * 2, *[0] * 40
    ),
    "two a day by chance": series(2, (200, 2.0)),
    "a step in the last days only": counts(*[1] * 110, *[3] * 5),
}


@pytest.mark.parametrize("given", NOT_FOUND)
def test_what_is_not_found(given: str) -> None:
    change = find_change(NOT_FOUND[given])
    assert change is not None and not change.found


@pytest.mark.parametrize(
    ("made", "enough"),
    [
        (counts(*[1] * 84), True),
        (counts(*[1] * 83), False),
        (counts(*[1] * 20, *[0] * 80), True),
        (counts(*[1] * 19, *[0] * 80), False),
        (counts(), False),
    ],
)
def test_small_numbers_have_no_answer(made: np.ndarray, enough: bool) -> None:
    assert (find_change(made) is not None) is enough


def test_the_same_counts_give_the_same_answer() -> None:
    made = series(3, (100, 1.0), (60, 1.6))
    first = find_change(made)
    np.random.seed(7)  # nothing but the counts has a say
    assert find_change(made.astype(np.int32).astype(np.int64).copy()) == first
    assert find_change(made[::-1].copy()) != first


def test_a_change_is_never_said_to_be_at_the_very_ends() -> None:
    for seed in range(10):
        made = series(seed, (5, 30.0), (110, 1.0), (5, 30.0))
        change = find_change(made)
        assert change is not None and EDGE <= change.at <= len(made) - EDGE


def test_a_flood_after_many_talkative_days_is_no_rise_and_no_fall() -> None:
    """Four a day, then silence with two floods: quieter by most days, more by plain number."""
    made = counts(*[4] * 60, *([0] * 29 + [300]) * 2)
    change = find_change(made)
    assert change is not None and not change.up and not change.down


def test_shuffling_keeps_weeks_whole_and_loses_no_day() -> None:
    made = counts(*range(100))
    orders = np.concatenate(list(_shuffled(made, WEEK)))
    assert orders.shape == (SHUFFLES, 100)
    assert (np.sort(orders, axis=1) == np.arange(100)).all()
    for order in orders[:20].tolist():
        # 14 whole weeks and two days over: no more than 14 places where the next day is another
        assert sum(b != a + 1 for a, b in pairwise(order)) <= 14
        assert all(b % WEEK == 0 for a, b in pairwise(order) if b != a + 1)
    assert len({tuple(o) for o in orders.tolist()}) > SHUFFLES - 5


STEP = ((60, 1.0), (60, 3.0))


@pytest.mark.parametrize(
    ("sent", "one_sided"),
    [
        (series(11, *STEP), False),  # both three times as many
        (series(12, (120, 1.0)), True),  # what was sent back stays the same
        (series(13, (60, 3.0), (60, 1.0)), True),  # and falls
        (series(14, (60, 1.0), (60, 9.0)), False),  # and rises more
        (np.zeros(120, np.int64), False),  # nothing to compare with: the sign asks that first
    ],
)
def test_whether_acts_outgrew_what_was_sent_back(sent: np.ndarray, one_sided: bool) -> None:
    assert (outgrew(series(10, *STEP), sent, 60) <= 0.01) is one_sided


def test_exactly_alike_is_not_outgrown() -> None:
    acts, sent = counts(*[4] * 60, *[12] * 60), counts(*[3] * 60, *[9] * 60)
    assert outgrew(acts, sent, 60) == 1


def test_stable_series_are_seldom_called_changed() -> None:
    """A small watch over the measured figure: 100 series, of which one or so may be called
    changed at this level.
    """
    made = [series(100 + n, (120, 2.0)) for n in range(100)]
    found = [c for one in made if (c := find_change(one)) and c.found]
    assert len(found) <= 100 * LEVEL + 2

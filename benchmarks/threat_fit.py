"""Fits the order of threats: ridge logistic regression in NumPy, the same each time.

The one thing a reader would get wrong: a post's values are divided by the root of the number of ALL
its features, those that are not learnt among them, as the product divides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
EVEN = 8.0
"""What the rarity of a feature (about 1 to 10) is divided by."""


@dataclass(frozen=True)
class Sparse:
    """Which feature (column) each post (row) holds, and how much each counts in it."""

    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    values: Floats
    shape: tuple[int, int]

    def times(self, weights: Floats) -> Floats:
        """Return a value for each post."""
        found = np.bincount(self.rows, self.values * weights[self.columns], self.shape[0])
        return found.astype(np.float64)

    def back(self, slopes: Floats) -> Floats:
        """Return a value for each feature."""
        found = np.bincount(self.columns, self.values * slopes[self.rows], self.shape[1])
        return found.astype(np.float64)


def rarity(seen: Counter[str], posts: int, names: Sequence[str]) -> Floats:
    """Return how much each feature counts: more the fewer posts hold it."""
    return np.array([(np.log(posts / (seen[n] + 1)) + 1) / EVEN for n in names])


def sparse(features: Sequence[frozenset[str]], scale: Mapping[str, float]) -> Sparse:
    """Return the posts' features among those that have a scale."""
    index = {name: i for i, name in enumerate(scale)}
    held = [sorted(index[f] for f in one if f in index) for one in features]
    rows = np.repeat(np.arange(len(held)), [len(h) for h in held])
    columns = np.array([c for h in held for c in h], np.int64)
    sizes = np.sqrt([max(len(one), 1) for one in features])
    values = np.array(list(scale.values()))[columns] / sizes[rows]
    return Sparse(rows, columns, values, (len(held), len(index)))


def fit(given: Sparse, threat: npt.NDArray[np.bool_], each: Floats) -> Floats:
    """Return the weight of each feature; `each` is how much each post counts."""
    wanted = threat.astype(np.float64)

    def loss(x: Floats) -> tuple[float, Floats]:
        value = given.times(x[:-1]) + x[-1]
        slope = each * (1 / (1 + np.exp(-value)) - wanted)
        cost = _product(each, np.logaddexp(0, value) - wanted * value)
        cost += _product(x[:-1], x[:-1]) / 2
        return cost, np.append(given.back(slope) + x[:-1], slope.sum())

    return smallest(loss, np.zeros(given.shape[1] + 1))[:-1]


def smallest(loss: Callable[[Floats], tuple[float, Floats]], at: Floats) -> Floats:
    """Return where a convex function is smallest (L-BFGS, eight steps remembered)."""
    value, slope = loss(at)
    steps: list[tuple[Floats, Floats]] = []
    for _ in range(300):
        way = _direction(slope, steps)
        length, down = 1.0, _product(slope, way)
        while True:
            there = at - length * way
            new, new_slope = loss(there)
            if new <= value - 1e-4 * length * down or length < 1e-8:
                break
            length /= 2
        if _product(there - at, new_slope - slope) > 1e-10:
            steps = [*steps[-7:], (there - at, new_slope - slope)]
        at, before, value, slope = there, value, new, new_slope
        if abs(before - value) < 1e-8 * max(1.0, abs(before)):
            break
    return at


def _direction(slope: Floats, steps: Sequence[tuple[Floats, Floats]]) -> Floats:
    if not steps:
        return slope / max(1.0, float(np.sqrt(_product(slope, slope))))
    way, shares = slope.copy(), []
    for moved, turned in reversed(steps):
        shares.append(_product(moved, way) / _product(turned, moved))
        way -= shares[-1] * turned
    moved, turned = steps[-1]
    way *= _product(moved, turned) / _product(turned, turned)
    for (moved, turned), share in zip(steps, reversed(shares), strict=True):
        way += moved * (share - _product(turned, way) / _product(turned, moved))
    return way


def _product(one: Floats, two: Floats) -> float:
    # not "@": that adds up in another order on another number of cores
    return float((one * two).sum())

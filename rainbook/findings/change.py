"""Whether the number of acts a day changed once, looked at from the end: the day and a p-value.

The one thing a reader would get wrong: a p-value here says how often a change as large comes up
when whole weeks (or longer blocks) of the SAME counts are shuffled. It is not how sure anybody can
be of the day, and it says nothing about why. A relationship is held against itself and against
nobody else.

How: the statistic is the largest CUSUM of log(1 + acts of the day), divided by the square root of
the long-run variance that is left once the step is taken out, so that days that hang together
(conversations, moods) do not look like a change. Blocks keep weekends and conversations whole when
they are shuffled. Chosen against others in docs/decisions/0006-intensity.md; measured by
benchmarks/change_point.py.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FEWEST_DAYS = 84
"""Twelve weeks: with fewer, shuffled whole weeks can hardly come out below LEVEL."""
FEWEST_ACTS = 20
WEEK = 7
EDGE = 14
"""Days at both ends in which a change is not looked for: too little lies beyond it."""
LEVEL = 0.005
"""The largest p-value at which a change is called found."""
STRICT = 0.0025, 0.0005
"""The same where days hang together: with longer pieces shuffled, and where there are too few days
for longer pieces.
"""
SHUFFLES = 1_999
LONGEST_DAYS = 3_653
"""Ten years; of a longer series the last ten are looked at."""

_ENOUGH = 20  # so many shuffles that do as well end the counting: the p-value is far over LEVEL
_AT_ONCE = 111
_BLOCKS = (28, 14)
_FEWEST_BLOCKS = 10
_WINDOW = 28  # days over which days may hang together
_HANGS = 1.3  # long-run variance over plain variance from which longer blocks are shuffled
_UNIT = 1 << 20  # logarithms become whole numbers: sums of them are exact on every machine
Counts = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Change:
    """The best place for one change: `at` is the number of days before it; `p` in (0, 1].

    `up`, `down`: which way the acts a day went; neither where the statistic and the plain mean go
    different ways (many quiet days and one flood). `block`: days kept together when shuffled.
    `level`: the largest p-value at which this one is called found.
    """

    at: int
    up: bool
    down: bool
    p: float
    shuffles: int
    block: int
    level: float

    @property
    def found(self) -> bool:
        """Say whether so large a change comes up too seldom by shuffling to be that alone."""
        return self.p <= self.level


def find_change(counts: Counts) -> Change | None:
    """Return the most likely single change in acts a day (one count for each day, in order).

    None where there are fewer than FEWEST_DAYS days or FEWEST_ACTS acts: then nothing can be said.
    The answer depends on the counts alone.
    """
    if len(counts) < FEWEST_DAYS or int(counts.sum()) < FEWEST_ACTS:
        return None
    series = np.rint(np.log1p(counts.astype(np.float64)) * _UNIT)
    step, size = _largest(series[None, :])
    block, level = _block(series[None, :], abs(int(step[0])))
    done = as_large = 0
    # sums of floats may differ in their last digit between machines: so nearly equal is equal
    enough = float(size[0]) * (1 - 1e-9)
    for orders in _shuffled(counts, block):
        as_large += int(np.count_nonzero(_largest(series[orders])[1] >= enough))
        done += len(orders)
        if as_large >= _ENOUGH:
            break
    at = abs(int(step[0]))
    way, more = int(step[0]), _mean(counts[at:]) - _mean(counts[:at])
    p = (1 + as_large) / (1 + done)
    return Change(at, way > 0 < more, way < 0 > more, p, done, block, level)


def outgrew(counts: Counts, others: Counts, at: int) -> float:
    """Return how often, in shuffled weeks, the share of `counts` in both together rises as much
    from before day `at` to after it: small where `counts` rose and `others` did not rise alike.

    Both have one number for each day, at least one of each side of `at`.
    """
    both = np.stack([counts, others])
    done = as_large = 0
    enough = float(_gained(both[:, None, :], at)[0])
    for orders in _shuffled(both, WEEK):
        as_large += int(np.count_nonzero(_gained(both[:, orders], at) >= enough - 1e-9))
        done += len(orders)
        if as_large >= _ENOUGH:
            break
    return (1 + as_large) / (1 + done)


def _gained(both: Counts, at: int) -> Numbers:
    """Return how much the share of the first in both rose, for series of shape (2, shuffles, days);
    a side with nothing in it has half.
    """
    shares = []
    for part in (both[:, :, :at], both[:, :, at:]):
        mine, all_ = part[0].sum(axis=1), part.sum(axis=(0, 2))
        shares.append(np.where(all_ > 0, mine / np.maximum(all_, 1), 0.5))
    return np.asarray(shares[1] - shares[0], np.float64)


def _mean(counts: Counts) -> float:
    return float(counts.mean())


def _largest(series: Numbers) -> tuple[Counts, Numbers]:
    """Return for each row (series, days) where its largest step is (days before it; negative for a
    step down) and how large.
    """
    days = series.shape[1]
    sums = np.cumsum(series, axis=1)
    total = sums[:, -1:]
    before = np.arange(EDGE, days - EDGE + 1, dtype=np.float64)
    sums = sums[:, EDGE - 1 : days - EDGE]
    steps = (total * before / days - sums) / (before * (days - before)) ** 0.25
    place = np.abs(steps).argmax(axis=1)
    each = np.arange(len(series))
    at, best = place + EDGE, steps[each, place]
    size = np.abs(best) / np.sqrt(_long_run(_left(series, at)).max(axis=0))
    return np.where(best > 0, at, -at).astype(np.int64), size


def _block(series: Numbers, at: int) -> tuple[int, float]:
    """Return how many days are kept together (weeks, or more where days hang together for longer
    and enough pieces remain) and the p-value to be reached.
    """
    long, plain = _long_run(_left(series, np.array([at])))[:2, 0]
    if long < _HANGS * plain:
        return WEEK, LEVEL
    days = series.shape[1]
    wide = next((b for b in _BLOCKS if days >= b * _FEWEST_BLOCKS), WEEK)
    return wide, STRICT[0] if wide > WEEK else STRICT[1]


def _left(series: Numbers, at: Counts) -> Numbers:
    """Return each row less its mean before and after its step: what the step leaves."""
    days = series.shape[1]
    first = np.arange(days) < at[:, None]
    low = np.where(first, series, 0.0).sum(axis=1) / at
    high = np.where(first, 0.0, series).sum(axis=1) / (days - at)
    return np.asarray(series - np.where(first, low[:, None], high[:, None]), np.float64)


def _long_run(left: Numbers) -> Numbers:
    """Return, for each row, the long-run variance with Bartlett's weights over _WINDOW days (Newey
    and West 1987), the plain variance, and the least there is: shape (3, rows).
    """
    days = left.shape[1]
    window = min(_WINDOW, days // 4)
    around = np.zeros((len(left), window))
    sums = np.cumsum(np.concatenate((around, left, around[:, 1:]), axis=1), axis=1)
    # the mean square of sums over a window IS the sum of autocovariances with Bartlett's weights
    moving = sums[:, window:] - sums[:, :-window]
    long = np.square(moving).sum(axis=1) / (days * window)
    plain = np.square(left).mean(axis=1)
    # a series that is a perfect step leaves nothing, and nothing cannot be divided by
    return np.asarray([long, plain, np.full(len(left), (_UNIT * 1e-6) ** 2)], np.float64)


def _shuffled(counts: Counts, block: int) -> Iterator[Counts]:
    """Give orders of the days (shuffles, days) in which blocks stay whole; the same counts give the
    same orders.
    """
    seed = hashlib.sha256(counts.astype("<i8").tobytes()).digest()
    stream = np.random.PCG64(int.from_bytes(seed[:16], "big"))
    days = np.arange(counts.shape[-1])
    starts = days[::block]
    for begin in range(0, SHUFFLES, _AT_ONCE):
        many = min(_AT_ONCE, SHUFFLES - begin)
        # raw words of the bit generator stay the same over versions; `permutation` may not
        keys = stream.random_raw(many * len(starts)).reshape(many, -1)
        ranks = np.argsort(np.argsort(keys, axis=1), axis=1)
        yield np.argsort(ranks[:, days // block], axis=1, kind="stable")

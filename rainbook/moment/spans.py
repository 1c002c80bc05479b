"""How wide a written time is, and how few separate occasions a set of such times can be.

The one thing a reader would get wrong: a time written to the minute is a whole minute, not its
first second. Every question of before and after is asked of the whole width, and an overlap is
"cannot tell".
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from rainbook.record import NO_TIME, Precision

_UNIT = {Precision.MILLISECOND: 1_000, Precision.SECOND: 1_000_000, Precision.MINUTE: 60_000_000}
_LONG = {Precision.HOUR: 3_600_000_000, Precision.DAY: 86_400_000_000}
Times = npt.NDArray[np.int64]


def widen(earliest: Times, latest: Times, precision: npt.NDArray[np.uint8]) -> tuple[Times, Times]:
    """Return the first and last instant (µs UTC) each time can be, the width of its last written
    digit included.

    All three arrays have the same length. Rows without a time (NO_TIME) stay as they are.
    """
    first, last = earliest.copy(), latest.copy()
    dated = earliest != NO_TIME
    for how, unit in _UNIT.items():
        rows = dated & (precision == how)
        # the end is brought back to the start of its unit first: some readers already give the
        # whole unit
        last[rows] = last[rows] // unit * unit + unit - 1
    for how, unit in _LONG.items():
        rows = dated & (precision == how) & (latest - earliest < unit - 1_000_000)
        last[rows] = first[rows] + unit - 1
    return first, last


def fewest_sessions(first: Times, last: Times, gap: int) -> int:
    """Return a number of occasions there must be at least, wherever in its interval each act lay
    (all µs).

    Two acts belong to one occasion when no more than `gap` lies between them; acts chain.
    """
    if not len(first):
        return 0
    order = np.argsort(first, kind="stable")
    reach = np.maximum.accumulate(last[order])
    return 1 + int(np.count_nonzero(first[order][1:] - reach[:-1] > gap))

"""Opens some records of one thread: their salts, and hashes in place of the others.

The one thing a reader would get wrong: a part that is opened whole needs one seed and no hash, so
a whole thread costs 32 bytes however long it is; its records are read again only when some of the
thread stays closed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from rainbook.handover.proof.forms import half, root_of
from rainbook.handover.proof.seeds import halves

Mask = npt.NDArray[np.bool_]


@dataclass(slots=True)
class Opened:
    """What a proof gives of one thread: `ranges` [from, to) of its records, and what leads from
    them to the root.
    """

    ranges: list[list[int]] = field(default_factory=list)
    seeds: list[str] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)


def open_some(given: Mask, of_thread: bytes, leaves: Sequence[bytes]) -> Opened:
    """Return the opening of the records that are `given`. `of_thread`: the thread's seed; `leaves`
    may be empty when all are given.
    """
    made = Opened(ranges=_ranges(given))
    before = np.concatenate(([0], np.cumsum(given))).tolist()

    def walk(seed: bytes, low: int, high: int) -> None:
        opened = before[high] - before[low]
        if opened == high - low:
            made.seeds.append(seed.hex())
        elif not opened:
            made.hashes.append(root_of(leaves[low:high]).hex())
        else:
            left, right = halves(seed)
            middle = low + half(high - low)
            walk(left, low, middle)
            walk(right, middle, high)

    walk(of_thread, 0, len(given))
    return made


def _ranges(given: Mask) -> list[list[int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], given, [False])).astype(np.int8)))
    return [[int(a), int(b)] for a, b in zip(edges[::2], edges[1::2], strict=True)]

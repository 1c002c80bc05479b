"""Works the root of a thread out again from the records that are given and the hashes of the rest.

The one thing a reader would get wrong: the number of records shapes the tree, so a forged number
leads to another root or leaves something over; both are refused.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from rainbook.handover.proof.forms import BODY, LEAF, half, hashed, root_of, text, u64
from rainbook.handover.proof.parts import GivenThread
from rainbook.handover.proof.seeds import salts
from rainbook.handover.proof.strict import Refused


def check_ranges(thread: GivenThread) -> None:
    """Raise Refused unless the ranges are in order, apart, inside the thread, and as many records
    are given as they say.
    """
    if not thread.count:
        raise Refused("A thread is said to have no records.")
    last = -1
    for low, high in thread.ranges:
        if not last < low < high <= thread.count:
            raise Refused("The ranges of a thread are not in order, or lie outside it.")
        last = high
    if sum(high - low for low, high in thread.ranges) != len(thread.records):
        raise Refused("A thread gives more or fewer records than its ranges say.")


def body_of(thread: GivenThread, found: Sequence[bytes]) -> bytes:
    """Return the body of a thread whose ranges were checked. `found`: the SHA-256 of the bytes of
    each record given, in order. Raises Refused.
    """
    seeds, closed = iter(thread.seeds), iter(thread.hashes)
    leaves = _Leaves(thread, found)
    starts = [low for low, _ in thread.ranges]
    sums = [0, *accumulate(high - low for low, high in thread.ranges)]

    def opened_before(place: int) -> int:
        at = bisect_right(starts, place)
        if not at:
            return 0
        low, high = thread.ranges[at - 1]
        return sums[at - 1] + min(place, high) - low

    def walk(low: int, high: int) -> bytes:
        opened = opened_before(high) - opened_before(low)
        if opened == high - low:
            return leaves.root(_next(seeds), opened)
        if not opened:
            return _next(closed)
        middle = low + half(high - low)
        left = walk(low, middle)
        return hashed(b"\x01", left, walk(middle, high))

    root = walk(0, thread.count)
    if next(seeds, None) is not None or next(closed, None) is not None:
        raise Refused("A thread gives more hashes than it has places for.")
    return hashed(BODY, thread.blind, u64(thread.count), root)


def _next(some: Iterator[bytes]) -> bytes:
    found = next(some, None)
    if found is None:
        raise Refused("A thread gives fewer hashes than it has places for.")
    return found


class _Leaves:
    """The records given of one thread, taken in order."""

    def __init__(self, thread: GivenThread, found: Sequence[bytes]) -> None:
        self._records, self._found, self._at = thread.records, found, 0
        self._paths = {path: text(path) for path, _, _ in thread.records}

    def root(self, seed: bytes, count: int) -> bytes:
        """Return the root of the next `count` records, their salts made from a seed."""
        low, self._at = self._at, self._at + count
        sha256, paths = hashlib.sha256, self._paths
        some = zip(
            salts(seed, count), self._records[low : low + count], self._found[low:], strict=False
        )
        return root_of(
            [
                sha256(LEAF + salt + paths[path] + u64(start) + u64(end) + digest).digest()
                for salt, (path, start, end), digest in some
            ]
        )

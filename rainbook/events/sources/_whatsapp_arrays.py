"""Array work on raw bytes for the quick pass: which bodies could be markers, where hidden
characters stand, which rows run against the file's order.

The one thing a reader would get wrong: these only choose what to look at more closely; they decide
nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

import numpy as np
import numpy.typing as npt

from rainbook.events.sources._whatsapp_words import first_keys, last_keys

MINUTE = 60_000_000
OUTNUMBERED = 4
FAR = 10  # minutes: closer than this, a message that merely arrived late is likelier
_Bytes = npt.NDArray[np.uint8]
LONG, SHORT = np.array(first_keys(8), np.uint64), np.array(first_keys(4), np.uint64)
LAST = np.array(last_keys(), np.uint64)
MARKS = np.array([0x8E80E2, 0x8F80E2], np.uint64)  # U+200E and U+200F in UTF-8
_BEGINS = np.zeros(256, bool)  # what a header line can begin with
_BEGINS[[*b"0123456789[", *range(0xC2, 0xF5)]] = True
_BEGINS = np.zeros(256, bool)  # what a header line can begin with
_BEGINS[[*b"0123456789[", *range(0xC2, 0xF5)]] = True
_ODD = np.zeros(256, bool)
_ODD[[*range(9), 11, 12, *range(14, 32), 127, 0xC2, 0xE2, 0xEF]] = True


class Ids(dict[bytes | None, int]):
    """Numbers byte strings in the order they are first seen; None, nobody, is always -1."""

    def __missing__(self, key: bytes | None) -> int:
        self[key] = made = len(self) - (None in self)
        return made


def numbers(ids: Ids, keys: list[bytes | None]) -> npt.NDArray[np.int64]:
    """Return the number of each byte string; new ones are given the next."""
    return np.fromiter(map(ids.__getitem__, keys), np.int64, len(keys))


def lengths(pieces: list[bytes]) -> npt.NDArray[np.int64]:
    """Return how many bytes each piece has."""
    return np.fromiter(map(len, pieces), np.int64, len(pieces))


def bytes_at(raw: _Bytes, at: Any, width: int) -> npt.NDArray[np.uint64]:
    """Return `width` bytes from each place as one little-endian number; zero past the end."""
    made = np.zeros(len(at), np.uint64)
    for step in range(width):
        place = at + step
        byte = np.where(place < len(raw), raw[np.minimum(place, len(raw) - 1)], 0).astype(np.uint64)
        made |= byte << np.uint64(8 * step)
    return made


def among(keys: npt.NDArray[np.uint64], wanted: npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    """Return which keys are wanted ones, capitals and small letters alike (the wanted are already
    folded).
    """
    width = 4 if int(wanted[-1]) < 1 << 32 else 8
    folded = keys | np.uint64(int.from_bytes(b" " * width, "little"))
    place = np.minimum(np.searchsorted(wanted, folded), len(wanted) - 1)
    return np.asarray(wanted[place] == folded)


def telling_places(raw: _Bytes) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the line feeds inside a body that matter, and where hidden characters stand.

    A line feed matters before what may be a header or a tag, or after what may be an attachment's
    name (its caption follows). Hidden are controls, U+200B, U+2028–202E, U+2060, U+2066–2069,
    U+FEFF, U+0080–009F, and carriage returns that close no line.
    """
    where = np.flatnonzero(raw == 10)
    before = raw[np.maximum(where - 1, 0)]
    closed = np.count_nonzero(before == 13)
    before = np.where(before == 13, raw[np.maximum(where - 2, 0)], before)
    after = raw[np.minimum(where + 1, len(raw) - 1)]
    matters = _BEGINS[after] | (before == ord(")")) | (before == ord(">"))
    hides = _odd_places(raw)
    if np.count_nonzero(raw == 13) != closed:
        returns = np.flatnonzero(raw == 13)
        lone = returns[raw[np.minimum(returns + 1, len(raw) - 1)] != 10]
        hides = np.sort(np.concatenate((hides, lone)))
    return where[matters], hides


def _odd_places(raw: _Bytes) -> npt.NDArray[np.int64]:
    where = np.flatnonzero(_ODD[raw])
    a = raw[where]
    b, c = raw[np.minimum(where + 1, len(raw) - 1)], raw[np.minimum(where + 2, len(raw) - 1)]
    e280 = (a == 0xE2) & (b == 0x80) & ((c == 0x8B) | ((c >= 0xA8) & (c <= 0xAE)))
    e281 = (a == 0xE2) & (b == 0x81) & ((c == 0xA0) | ((c >= 0xA6) & (c <= 0xA9)))
    rest = (a < 0x80) | ((a == 0xC2) & (b < 0xA0)) | ((a == 0xEF) & (b == 0xBB) & (c == 0xBF))
    return np.asarray(where[e280 | e281 | rest], np.int64)


def out_of_order(local: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the fewest rows to set aside for the rest to run forward in time (whole minutes).

    Where it is as good to set aside another row instead, and far apart in time, both are returned:
    nothing says which of the two was typed.
    """
    minutes = local // MINUTE
    if len(minutes) < 2 or not np.any(minutes[1:] < minutes[:-1]):
        return np.zeros(0, np.int64)
    # where everything before is no later than everything after, the two sides are independent
    before, after = np.maximum.accumulate(minutes), np.minimum.accumulate(minutes[::-1])[::-1]
    cuts = np.flatnonzero(before[:-1] <= after[1:]) + 1
    edges = np.concatenate(([0], cuts, [len(minutes)]))
    out: list[int] = []
    for place in np.flatnonzero(np.diff(edges) > 1).tolist():
        start, end = int(edges[place]), int(edges[place + 1])
        out += [start + row for row in _set_aside(minutes[start:end].tolist())]
    return np.array(out, np.int64)


def _set_aside(minutes: list[int]) -> list[int]:
    run, rank = _longest_run(minutes)
    _, left = _longest_run([-m for m in reversed(minutes)])
    spread: dict[int, list[int]] = {}  # the earliest and latest row each place of a run could have
    for minute, one, two in zip(minutes, rank, reversed(left), strict=True):
        if one + two - 1 == len(run):
            low, high = spread.get(one, (minute, minute))
            spread[one] = [min(low, minute), max(high, minute)]
    kept = {row for row in run if spread[rank[row]][1] - spread[rank[row]][0] < FAR}
    return [row for row in range(len(minutes)) if row not in kept]


def _longest_run(minutes: list[int]) -> tuple[list[int], list[int]]:
    """Return the rows of a longest run that never goes back (of several the one complete first),
    and the length of the longest that ends at each row.
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    rank: list[int] = []
    last = -1
    for row, minute in enumerate(minutes):
        place = bisect_right(tails, minute)
        before.append(ends[place - 1] if place else -1)
        rank.append(place + 1)
        if place == len(tails):
            tails.append(minute)
            ends.append(row)
            last = row
        else:
            tails[place], ends[place] = minute, row
    run = []
    while last >= 0:
        run.append(last)
        last = before[last]
    return run, rank


def unlike_the_rest(traits: list[int], rows: npt.NDArray[np.int64]) -> list[bool]:
    """Return which of the ways a thing is written (a trait each, with how many rows write it so)
    are unlike nearly all others; trait 0 does not show it. One phone writes one way.
    """
    counts = np.bincount(np.array(traits, np.int64), rows, minlength=1)
    counts[0] = 0
    main = counts.max()
    few = (counts > 0) & (counts * OUTNUMBERED <= main)
    return [bool(few[trait]) and main >= OUTNUMBERED for trait in traits]

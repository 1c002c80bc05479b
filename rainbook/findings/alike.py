"""Messages that are the same or nearly the same, found without comparing each with each.

The one thing a reader would get wrong: nearly the same letters is not the same meaning ("I will
come" and "I will not come" can be joined), so a group is something to read and never a theme by
itself. Short texts ("ok", "good night", a row of pictures) are never joined: everybody repeats
those.

How: folded texts are cut into runs of three characters; min-hashing (Broder 1997) proposes pairs,
and each proposed pair is then really compared. It costs about the length of all texts, also where
somebody wrote twenty thousand texts to make it slow.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from rainbook.record import search_text

SHORTEST_SAME = 10
"""Letters and digits below which equal texts are not joined: greetings and "ok" lie below it."""
SHORTEST_NEAR = 20
"""Letters and digits below which two texts must be equal: one other word is another sentence."""
NEAR = 0.7
"""The share of common runs of three characters (of all runs of both) from which texts are near."""
LONGEST = 2_000
"""Characters of a text that are compared; what stands after them is not looked at."""

_BANDS, _ROWS = 8, 3  # near texts (0.7) are proposed 96 times in 100, at 0.8 over 99 times
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
# raw words of the bit generator: the same in every version
_HASHES = np.random.PCG64(1997).random_raw(2 * _BANDS * _ROWS).reshape(-1, 2)
Hashes = npt.NDArray[np.uint64]


def groups_of(words: Sequence[str]) -> list[tuple[int, ...]]:
    """Return the places of texts that are the same or nearly the same: groups of two or more.

    Each text of a group is near to at least one other of it. Places are in rising order, groups by
    their first place; which texts are together does not depend on the order they come in.
    """
    places: dict[str, list[int]] = {}
    for place, text in enumerate(words):
        key = folded(text)
        if _length(key) >= SHORTEST_SAME:
            places.setdefault(key, []).append(place)
    keys = sorted(places)
    joined = _Joined(len(keys))
    for one, other in _proposed(keys, joined):
        if near(keys[one], keys[other]):
            joined.join(one, other)
    groups: dict[int, list[int]] = {}
    for number, key in enumerate(keys):
        groups.setdefault(joined.first(number), []).extend(places[key])
    return sorted(tuple(sorted(g)) for g in groups.values() if len(g) > 1)


@lru_cache(maxsize=4_096)
def folded(text: str) -> str:
    """Return what is compared: letters and digits, folded, one space between words, a letter
    written three times or more once.
    """
    kept = (
        c if c.isalnum() or unicodedata.category(c) == "Mc" else " "
        for c in search_text(text[:LONGEST])
    )
    return _STRETCHED.sub(r"\1", " ".join("".join(kept).split()))


def near(one: str, other: str) -> bool:
    """Say whether two folded texts are nearly the same."""
    if one == other:
        return True
    mine, yours = _runs(one), _runs(other)
    # the smaller can hold no more than all of it: most pairs end here without an intersection
    if min(len(mine), len(yours)) < NEAR * max(len(mine), len(yours)):
        return False
    common = len(mine & yours)
    return common >= NEAR * (len(mine) + len(yours) - common)


@lru_cache(maxsize=4_096)
def _runs(text: str) -> frozenset[str]:
    return frozenset(text[n : n + 3] for n in range(len(text) - 2))


def _length(key: str) -> int:
    return len(key) - key.count(" ")


class _Joined:
    """Which numbers belong together."""

    def __init__(self, many: int) -> None:
        self._up = list(range(many))

    def first(self, number: int) -> int:
        """Return the number that stands for the whole group."""
        while self._up[number] != number:
            self._up[number] = self._up[self._up[number]]
            number = self._up[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Put two numbers into one group."""
        low, high = sorted((self.first(one), self.first(other)))
        self._up[high] = low


def _proposed(keys: list[str], joined: _Joined) -> Iterable[tuple[int, int]]:
    """Give pairs of keys to compare: in each band, a key with the first and with the one before.

    Not each with each: a bucket that somebody filled on purpose would cost its square.
    """
    long = [n for n, key in enumerate(keys) if _length(key) >= SHORTEST_NEAR]
    if not long:
        return
    signs = _signatures([keys[n] for n in long])
    seen: set[tuple[int, int]] = set()
    for band in range(_BANDS):
        buckets: dict[bytes, list[int]] = {}
        for place, number in enumerate(long):
            sign = signs[place, band * _ROWS : (band + 1) * _ROWS].tobytes()
            buckets.setdefault(sign, []).append(number)
        for bucket in buckets.values():
            for before, number in pairwise(bucket):
                for pair in ((bucket[0], number), (before, number)):
                    if pair not in seen and joined.first(pair[0]) != joined.first(pair[1]):
                        seen.add(pair)
                        yield pair


def _signatures(texts: list[str]) -> Hashes:
    """Return the smallest hash of each text's runs under each hash function: shape (texts,
    bands x rows).
    """
    found = np.empty((len(texts), len(_HASHES)), np.uint64)
    begin = 0
    while begin < len(texts):
        # by pieces of about a million characters, so that memory stays small
        end, size = begin, 0
        while end < len(texts) and size < 1_000_000:
            size += len(texts[end])
            end += 1
        found[begin:end] = _signed(texts[begin:end])
        begin = end
    return found


def _signed(texts: list[str]) -> Hashes:
    lengths = np.array([len(t) for t in texts])
    codes = np.frombuffer("".join(texts).encode("utf-32-le"), np.uint32).astype(np.uint64)
    runs = codes[:-2] << np.uint64(42) | codes[1:-1] << np.uint64(21) | codes[2:]
    runs = (runs ^ runs >> np.uint64(29)) * np.uint64(0x9E3779B97F4A7C15)
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    # runs that reach over the end of a text are no text's
    owner = np.repeat(np.arange(len(texts)), lengths)
    inside = owner[:-2] == owner[2:]
    runs = runs[inside]
    starts = starts - 2 * np.arange(len(texts))
    found = np.empty((len(texts), len(_HASHES)), np.uint64)
    for column, (times, plus) in enumerate(_HASHES):
        mixed = runs * (times | np.uint64(1)) + plus
        # the high half: the low bits of a product know only the low bits of the run
        found[:, column] = np.minimum.reduceat(mixed >> np.uint64(32), starts)
    return found

"""How numbers, text and JSON are turned into bytes before they are hashed.

The one thing a reader would get wrong: everything that is hashed begins with a byte or a word that
says what it is, so that nothing of one sort can be passed off as another (docs/bundle-format.md).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

LEAF, NODE, BODY, ENTRY = b"\x00", b"\x01", b"\x02", b"\x03"
FILE, READING, HEAD, FILES = b"\x04", b"\x05", b"\x06", b"\x07"
NO_THREADS, HEADS, TOLD = b"\x08", b"\x09", b"\x0a"
LEFT, RIGHT = b"\x10", b"\x11"


def hashed(*parts: bytes) -> bytes:
    """Return the SHA-256 of the parts joined."""
    return hashlib.sha256(b"".join(parts)).digest()


def u64(number: int) -> bytes:
    """Return a number from 0 to 2**64 - 1 as 8 bytes, the highest first."""
    return number.to_bytes(8, "big")


def utf8(words: str) -> bytes:
    """Return UTF-8; half a surrogate pair becomes its own three bytes."""
    return words.encode("utf-8", "surrogatepass")


def text(words: str) -> bytes:
    """Return the number of bytes (4 bytes) and the UTF-8 of some text."""
    raw = utf8(words)
    return len(raw).to_bytes(4, "big") + raw


def canonical(value: Any) -> str:
    """Return the one way a value is written as JSON: keys sorted, no spaces, ASCII, no line end."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
    )


def half(count: int) -> int:
    """Return the largest power of two below `count` (which is 2 or more)."""
    return 1 << ((count - 1).bit_length() - 1)


def levels_of(hashes: Sequence[bytes]) -> list[list[bytes]]:
    """Return each level of the tree over one or more hashes, these first and the root last.

    A hash without a neighbour moves up as it is: the same tree as halving at a power of two.
    """
    levels = [list(hashes)]
    sha256 = hashlib.sha256
    while len(below := levels[-1]) > 1:
        pairs = zip(below[::2], below[1::2], strict=False)
        above = [sha256(NODE + a + b).digest() for a, b in pairs]
        levels.append(above + below[-1:] if len(below) % 2 else above)
    return levels


def root_of(hashes: Sequence[bytes]) -> bytes:
    """Return the root of the tree over one or more hashes."""
    return levels_of(hashes)[-1][0]


def path_of(levels: Sequence[Sequence[bytes]], place: int) -> list[bytes]:
    """Return the neighbours needed to work the root out from one hash, from below."""
    path = []
    for level in levels[:-1]:
        if place ^ 1 < len(level):
            path.append(level[place ^ 1])
        place >>= 1
    return path


def root_from(leaf: bytes, place: int, count: int, path: Sequence[bytes]) -> bytes | None:
    """Return the root a path leads to, or None where the path is too long or too short."""
    rest = list(reversed(path))
    while count > 1:
        if place ^ 1 < count:
            if not rest:
                return None
            beside = rest.pop()
            leaf = hashed(NODE, beside, leaf) if place & 1 else hashed(NODE, leaf, beside)
        place, count = place >> 1, (count + 1) >> 1
    return None if rest else leaf

"""Hashes the bytes of many records, reading them in large pieces.

The one thing a reader would get wrong: records are hashed in the order they lie in, and returned
in the order they were asked for; a member of a zip is thereby unpacked once and not once a record.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from rainbook.record import RainbookError

Read = Callable[[str | None, int, int], bytes]
"""Member (None: the original itself), start, end → exactly those bytes, or fewer at its end."""
Ints = npt.NDArray[np.int64]
PIECE = 4 << 20
APART = 1 << 16  # records nearer than this are read together


class RecordNotThere(RainbookError):
    """The bytes a record stands for could not be read again."""


def digests(
    read: Read, members: tuple[str | None, ...], member: Ints, start: Ints, end: Ints
) -> bytes:
    """Return the SHA-256 of the bytes of each record, 32 bytes each, in the order given.

    `member`: an index into `members` for each record; `start`, `end`: its bytes there. Raises
    RecordNotThere, and whatever `read` raises.
    """
    made = np.zeros((len(start), 32), np.uint8)
    for place, path in enumerate(members):
        rows = np.flatnonzero(member == place)
        rows = rows[np.argsort(start[rows], kind="stable")]
        for some in _together(rows, start, end):
            found = b"".join(_of_piece(read, path, start[some], end[some]))
            made[some] = np.frombuffer(found, np.uint8).reshape(-1, 32)
    return made.tobytes()


def _together(rows: Ints, start: Ints, end: Ints) -> Iterator[Ints]:
    """Yield runs of rows that lie near each other and are read in one piece."""
    if not len(rows):
        return
    low, high = start[rows], np.maximum.accumulate(end[rows])
    first = 0
    gaps = np.flatnonzero(low[1:] - high[:-1] > APART) + 1
    for stop in [*gaps.tolist(), len(rows)]:
        while first < stop:
            reach = int(np.searchsorted(high[first:stop], int(low[first]) + PIECE, "right"))
            upto = first + max(1, reach)
            yield rows[first:upto]
            first = upto


def _of_piece(read: Read, path: str | None, start: Ints, end: Ints) -> Iterator[bytes]:
    """Yield the hashes of records that lie together; one that is larger is read bit by bit."""
    low, high = int(start[0]), int(end.max())
    if len(start) == 1 and high - low > PIECE:
        yield _long(read, path, low, high)
        return
    block, sha256 = memoryview(read(path, low, high)), hashlib.sha256
    if len(block) != high - low:
        raise _gone()
    for a, b in zip((start - low).tolist(), (end - low).tolist(), strict=True):
        yield sha256(block[a:b]).digest()


def _long(read: Read, path: str | None, low: int, high: int) -> bytes:
    digest = hashlib.sha256()
    while low < high:
        block = read(path, low, min(high, low + PIECE))
        if not block:
            raise _gone()
        digest.update(block)
        low += len(block)
    return digest.digest()


def _gone() -> RecordNotThere:
    return RecordNotThere(
        "A record could not be read again where it was found. Run rainbook verify on the case."
    )

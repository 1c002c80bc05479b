"""RIFF: the boxes WebP pictures and WAV recordings are kept in.

The one thing a reader would get wrong: a chunk of odd length is followed by one byte that belongs
to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from rainbook.handover.gate.files._part import exactly
from rainbook.handover.gate.files.interface import CouldNotLook

MOST = 20_000


@dataclass(frozen=True, slots=True)
class Chunk:
    """One chunk: its four letters, where it starts, where its body is, where the next begins."""

    kind: bytes
    start: int
    body: int
    body_end: int
    end: int


def chunks(stream: BinaryIO, at: int, end: int) -> Iterator[Chunk]:
    """Yield the chunks between two places; raises CouldNotLook when one is cut short."""
    for _ in range(MOST):
        if at + 8 > end:
            return
        head = exactly(stream, at, 8, "the file")
        length = int.from_bytes(head[4:], "little")
        body_end = at + 8 + length
        if body_end > end:
            raise CouldNotLook("The file ends in the middle. Give it from its first export.")
        after = min(end, body_end + length % 2)
        yield Chunk(head[:4], at, at + 8, body_end, after)
        at = after
    raise CouldNotLook("The file is cut into too many parts to be read. Leave it out.")


def riff_end(stream: BinaryIO, size: int) -> int:
    """Return where the outer chunk ends; raises CouldNotLook when the file is shorter."""
    length = int.from_bytes(exactly(stream, 4, 4, "the file"), "little")
    if 8 + length > size:
        raise CouldNotLook("The file ends in the middle. Give it from its first export.")
    return min(size, 8 + length + length % 2)

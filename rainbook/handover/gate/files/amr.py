"""AMR voice recordings: they have no room for notes.

The one thing a reader would get wrong: bytes behind the last frame are not sound, and are read.

Source: RFC 4867 §5.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._behind import behind
from rainbook.handover.gate.files._part import BLOCK, copy, size_of
from rainbook.handover.gate.files.interface import SPEECH, CouldNotLook, Piece, Trace

NARROW, WIDE = b"#!AMR\n", b"#!AMR-WB\n"
FRAMES = {
    NARROW: (13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1),
    WIDE: (18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1),
}


class _Amr:
    name = "amr"
    title = "a voice recording (AMR)"
    unseen = SPEECH

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins as an AMR."""
        return head.startswith((NARROW, WIDE))

    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield what lies behind the last frame of sound."""
        yield from behind(stream, _end(stream, size), size, inside)

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Copy the sound without what lies behind it."""
        size = size_of(stream)
        end = _end(stream, size)
        copy(stream, 0, end, out)
        return ("what lies behind the end of the sound",) if end < size else ()


def _end(stream: BinaryIO, size: int) -> int:
    stream.seek(0)
    data = stream.read(BLOCK)
    mark = WIDE if data.startswith(WIDE) else NARROW
    lengths, base, at = FRAMES[mark], 0, len(mark)
    while at < size:
        if at - base >= len(data):
            base = at
            stream.seek(at)
            data = stream.read(BLOCK)
        if not data:
            raise CouldNotLook("The recording ends before it should. Leave it out.")
        head = data[at - base]
        length = lengths[head >> 3 & 15]
        # the first and the last two bits of a frame's head are always zero
        if not length or head & 0x83 or at + length > size:
            return at
        at += length
    return size


KIND = _Amr()

"""FLAC sound: comments, pictures and programs' notes before the sound.

The one thing a reader would get wrong: a bare copy has to mark another block as the last one, so
one bit of the blocks that stay may change; the sound itself does not.

Source: RFC 9639.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._noticed import noticing
from rainbook.handover.gate.files._part import copy, exactly, size_of
from rainbook.handover.gate.files._strings import strings_in
from rainbook.handover.gate.files._vorbis import comments, picture
from rainbook.handover.gate.files.interface import SPEECH, CouldNotLook, Piece, Trace

STREAM, SEEK = 0, 3
COMMENT, PICTURE = 4, 6


class _Flac:
    name = "flac"
    title = "a sound recording (FLAC)"
    unseen = SPEECH

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins as a FLAC."""
        return head[:4] == b"fLaC"

    @noticing
    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield what every block before the sound says."""
        broken: CouldNotLook | None = None
        for kind, start, end in _blocks(stream):
            if kind in (STREAM, SEEK):
                continue
            data = exactly(stream, start + 4, end - start - 4, "the recording")
            try:
                if kind == COMMENT:
                    yield from comments(data, inside)
                elif kind == PICTURE:
                    yield from picture(data, inside)
                else:
                    yield from strings_in(data, "program's note", True, start + 4)
            except CouldNotLook as fault:
                broken = fault
        if broken:
            raise broken

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Copy the sound and the two blocks that say how it is kept."""
        size = size_of(stream)
        found = list(_blocks(stream))
        kept = [block for block in found if block[0] in (STREAM, SEEK)]
        if len(kept) == len(found) or not kept:
            copy(stream, 0, size, out)
            return ()
        out.write(b"fLaC")
        for number, (kind, start, end) in enumerate(kept):
            last = 0x80 if number == len(kept) - 1 else 0
            out.write(bytes([kind | last]))
            copy(stream, start + 1, end, out)
        copy(stream, found[-1][2], size, out)
        return ("comments and cover",)


def _blocks(stream: BinaryIO) -> Iterator[tuple[int, int, int]]:
    at = 4
    for _ in range(10_000):
        head = exactly(stream, at, 4, "the recording")
        end = at + 4 + int.from_bytes(head[1:], "big")
        exactly(stream, end - 1, 1, "the recording")
        yield head[0] & 0x7F, at, end
        if head[0] & 0x80:
            return
        at = end
    raise CouldNotLook("The recording is cut into too many parts to be read. Leave it out.")


KIND = _Flac()

"""MP3 and AAC sound: the notes before and behind it.

The one thing a reader would get wrong: the sound itself is not touched in a bare copy; only whole
notes at either end go.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._id3 import MOST, id3, id3_length, tail_said, tails
from rainbook.handover.gate.files._noticed import noticing
from rainbook.handover.gate.files._part import copy, exactly, size_of
from rainbook.handover.gate.files.interface import SPEECH, CouldNotLook, Piece, Trace


class _Mp3:
    name = "mp3"
    title = "a sound recording (MP3, AAC)"
    unseen = SPEECH

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins with ID3 notes or with a frame of sound."""
        if head[:3] == b"ID3":
            return True
        if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
            return False
        layer, adts = head[1] >> 1 & 3, head[1] & 0xF6 == 0xF0
        # FF FE begins texts in UTF-16: version and layer there are not sound's
        return adts or (layer == 1 and head[1] >> 3 & 3 != 1 and head[2] >> 4 not in (0, 15))

    @noticing
    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield what the notes before the sound and those behind it say."""
        broken: CouldNotLook | None = None
        start, end = _sound(stream, size)
        for at, after in start:
            try:
                yield from id3(exactly(stream, at, after - at, "ID3 notes", MOST), inside)
            except CouldNotLook as fault:
                broken = fault
        for name, at, after in end:
            yield from tail_said(stream, name, at, after)
        if broken:
            raise broken

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Copy the sound without the notes at either end."""
        size = size_of(stream)
        start, end = _sound(stream, size)
        first = start[-1][1] if start else 0
        last = end[-1][1] if end else size
        copy(stream, first, max(first, last), out)
        return (("notes (title, author, comment, cover)",) if start or end else ())


def _sound(
    stream: BinaryIO, size: int
) -> tuple[list[tuple[int, int]], list[tuple[str, int, int]]]:
    start: list[tuple[int, int]] = []
    at = 0
    for _ in range(8):
        stream.seek(at)
        length = id3_length(stream.read(10))
        if not length:
            break
        if at + length > size:
            raise CouldNotLook("The recording ends in the middle. Give it from its first export.")
        start.append((at, at + length))
        at += length
    return start, [tail for tail in tails(stream, size) if tail[1] >= at]


KIND = _Mp3()

"""WAV sound: lists of titles, broadcast notes, places of marks, ID3 and XMP chunks.

The one thing a reader would get wrong: recorders write their own name, and often the place, in a
chunk that no player shows.

Source: Multimedia Programming Interface 1.0 (RIFF); EBU Tech 3285 (bext).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._behind import behind
from rainbook.handover.gate.files._id3 import id3
from rainbook.handover.gate.files._noticed import noticing
from rainbook.handover.gate.files._part import copy, exactly, size_of
from rainbook.handover.gate.files._riff import Chunk, chunks, riff_end
from rainbook.handover.gate.files._strings import strings_in
from rainbook.handover.gate.files._xmp import xmp
from rainbook.handover.gate.files.interface import SPEECH, CouldNotLook, Piece, Trace

NOTE_MOST = 1 << 25
KEPT = (b"fmt ", b"data", b"fact")
AUTHORS, PLACES, SOFTWARE = (b"IART", b"ICOP", b"IENG", b"ICMS", b"ITCH"), (b"IARL",), (b"ISFT",)


class _Wav:
    name = "wav"
    title = "a sound recording (WAV)"
    unseen = SPEECH

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins as a WAV."""
        return head[:4] == b"RIFF" and head[8:12] == b"WAVE"

    @noticing
    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield what every chunk beside the sound says, then what lies behind the end."""
        end = riff_end(stream, size)
        broken: CouldNotLook | None = None
        for chunk in chunks(stream, 12, end):
            if chunk.kind not in KEPT:
                try:
                    yield from _said(stream, chunk, inside)
                except CouldNotLook as fault:
                    broken = fault
        yield from behind(stream, end, size, inside)
        if broken:
            raise broken

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Copy the sound and how it is kept, and nothing else."""
        size = size_of(stream)
        end = riff_end(stream, size)
        found = list(chunks(stream, 12, end))
        kept = [chunk for chunk in found if chunk.kind in KEPT]
        if len(kept) == len(found) and end == size:
            copy(stream, 0, size, out)
            return ()
        total = 4 + sum(chunk.end - chunk.start for chunk in kept)
        out.write(b"RIFF" + total.to_bytes(4, "little") + b"WAVE")
        for chunk in kept:
            copy(stream, chunk.start, chunk.end, out)
        behind_end = ("what lies behind the end of the sound",) if end < size else ()
        notes = ("notes (title, author, recorder)",) if len(kept) < len(found) else ()
        return (*notes, *behind_end)


def _said(stream: BinaryIO, chunk: Chunk, inside: int) -> Iterator[Piece | Trace]:
    data = exactly(stream, chunk.body, chunk.body_end - chunk.body, "the recording", NOTE_MOST)
    if chunk.kind in (b"id3 ", b"ID3 ") and data[:3] == b"ID3" and len(data) > 10:
        yield from id3(data, inside)
    elif chunk.kind == b"_PMX":
        yield from xmp(data, inside)
    elif chunk.kind == b"LIST":
        for inner in chunks(stream, chunk.body + 4, chunk.body_end):
            body = exactly(stream, inner.body, inner.body_end - inner.body, "a note", NOTE_MOST)
            where = f"note {inner.kind.decode('latin-1')}"
            yield from strings_in(body, where, True, inner.body)
            text = body.decode("utf-8", "replace").strip("\0 ")
            sorts = ((AUTHORS, "author"), (PLACES, "place"), (SOFTWARE, "software"))
            yield from (Trace(where, sort, text) for kinds, sort in sorts if inner.kind in kinds)
    else:
        where = f"note {chunk.kind.decode('latin-1').strip()}"
        yield from strings_in(data, where, True, chunk.body)
        if chunk.kind == b"bext":
            author = data[256:288].decode("latin-1").strip("\0 ")
            if author:
                yield Trace(where, "author", author)


KIND = _Wav()

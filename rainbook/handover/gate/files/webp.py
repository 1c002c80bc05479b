"""WebP pictures: EXIF, XMP, unknown chunks, and what lies behind the end.

The one thing a reader would get wrong: the head of the file also says which notes follow, so it
changes with them; the picture's own chunks stay byte for byte.

Source: RFC 9649.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._behind import behind
from rainbook.handover.gate.files._exif import exif, only_orientation, orientation
from rainbook.handover.gate.files._noticed import noticing
from rainbook.handover.gate.files._part import copy, exactly, size_of
from rainbook.handover.gate.files._riff import Chunk, chunks, riff_end
from rainbook.handover.gate.files._strings import strings_in, strings_of
from rainbook.handover.gate.files._xmp import xmp
from rainbook.handover.gate.files.interface import PICTURE, CouldNotLook, Piece, Trace

NOTE_MOST = 1 << 24
PICTURES = (b"VP8 ", b"VP8L", b"ALPH", b"ANIM")
KEPT = (*PICTURES, b"ANMF", b"ICCP", b"VP8X")
HAS_EXIF, HAS_XMP = 0x08, 0x04
NAMES = {b"EXIF": "EXIF", b"XMP ": "XMP"}


class _WebP:
    name = "webp"
    title = "a WebP picture"
    unseen = PICTURE

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins as a WebP."""
        return head[:4] == b"RIFF" and head[8:12] == b"WEBP"

    @noticing
    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield what every chunk says, then what lies behind the end."""
        end = riff_end(stream, size)
        broken: CouldNotLook | None = None
        for chunk in chunks(stream, 12, end):
            try:
                yield from _said(stream, chunk, inside)
            except CouldNotLook as fault:
                broken = fault
        yield from behind(stream, end, size, inside)
        if broken:
            raise broken

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Copy the chunks the picture is made of, and a note of how it is turned if it is."""
        size, taken = size_of(stream), dict[str, None]()
        end = riff_end(stream, size)
        kept: list[tuple[Chunk, bytes | None]] = []
        for chunk in chunks(stream, 12, end):
            new = _turned(stream, chunk) if chunk.kind == b"EXIF" else b""
            if chunk.kind in KEPT or new is None:
                kept.append((chunk, None))
                continue
            if new:
                kept.append((chunk, new))
            taken[NAMES.get(chunk.kind, "unknown chunks")] = None
        if end < size:
            taken["what lies behind the end of the picture"] = None
        if not taken:
            copy(stream, 0, size, out)
            return ()
        total = 4 + sum(c.end - c.start if new is None else len(new) for c, new in kept)
        out.write(b"RIFF" + total.to_bytes(4, "little") + b"WEBP")
        turned = any(chunk.kind == b"EXIF" for chunk, _ in kept)
        for chunk, new in kept:
            if chunk.kind == b"VP8X":
                out.write(_flags(exactly(stream, chunk.start, chunk.end - chunk.start, "the head"),
                                 turned))
            elif new is not None:
                out.write(new)
            else:
                copy(stream, chunk.start, chunk.end, out)
        return tuple(taken)


def _flags(chunk: bytes, turned: bool) -> bytes:
    flags = chunk[8] & ~(HAS_EXIF | HAS_XMP) | (HAS_EXIF if turned else 0)
    return chunk[:8] + bytes([flags]) + chunk[9:]


def _turned(stream: BinaryIO, chunk: Chunk) -> bytes | None:
    """Return a chunk that only says how the picture is turned, b"" for none, None for itself."""
    data = exactly(stream, chunk.body, chunk.body_end - chunk.body, "EXIF", NOTE_MOST)
    turned = orientation(data.removeprefix(b"Exif\0\0"))
    if turned == 1:
        return b""
    small = only_orientation(turned)
    return None if data == small else b"EXIF" + len(small).to_bytes(4, "little") + small


def _said(stream: BinaryIO, chunk: Chunk, inside: int) -> Iterator[Piece | Trace]:
    if chunk.kind in (*PICTURES, b"VP8X"):
        return
    if chunk.kind == b"ANMF":
        for inner in chunks(stream, chunk.body + 16, chunk.body_end):
            if inner.kind not in PICTURES:
                yield from strings_of(stream, inner.body, inner.body_end, "unknown chunk", True)
        return
    data = exactly(stream, chunk.body, chunk.body_end - chunk.body, "the picture", NOTE_MOST)
    if chunk.kind == b"EXIF":
        yield from exif(data.removeprefix(b"Exif\0\0"), "EXIF", inside)
    elif chunk.kind == b"XMP ":
        yield from xmp(data, inside)
    else:
        where = "colour profile" if chunk.kind == b"ICCP" else "unknown chunk"
        yield from strings_in(data, where, True, chunk.body)


KIND = _WebP()

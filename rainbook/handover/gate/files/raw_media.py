"""Films and sound whose notes are stored as they are: Matroska, WebM, AVI, WMV, FLV.

The one thing a reader would get wrong: these are not walked part by part. Every readable run of
characters in them is given, most of them noise, and there is no bare copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._strings import strings_of
from rainbook.handover.gate.files._text_traces import traces
from rainbook.handover.gate.files.interface import FILM, Piece, Trace

FIRST = (b"\x1aE\xdf\xa3", b"FLV\x01", bytes.fromhex("3026b2758e66cf11"), b"\0\0\1\xba",
         b"\0\0\1\xb3")


class _RawMedia:
    name = "raw media"
    title = "a film or sound (Matroska, AVI, WMV)"
    unseen = FILM

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins as one of these."""
        return head.startswith(FIRST) or (head[:4] == b"RIFF" and head[8:12] == b"AVI ")

    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield each run of at least five readable characters."""
        for piece in strings_of(stream, 0, size, "readable characters", True):
            yield piece
            yield from traces(piece.text, piece.where, True)

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Return None: what is metadata in such a file is not known."""
        return None


KIND = _RawMedia()

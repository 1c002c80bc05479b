"""TIFF pictures, and the raw pictures of cameras that are kept as TIFF (DNG, NEF, CR2).

The one thing a reader would get wrong: the notes of such a picture are its frame. They cannot be
cut out without making a new picture, so there is no bare copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._exif import exif
from rainbook.handover.gate.files._noticed import noticing
from rainbook.handover.gate.files._part import exactly
from rainbook.handover.gate.files.interface import PICTURE, Piece, Trace

MOST = 1 << 28


class _Tiff:
    name = "tiff"
    title = "a TIFF picture"
    unseen = PICTURE

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins as a TIFF."""
        return head[:4] in (b"II*\0", b"MM\0*")

    @noticing
    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield what every tag says."""
        yield from exif(exactly(stream, 0, size, "the picture", MOST), "EXIF", inside, False)

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Return None: its notes cannot be cut out."""
        return None


KIND = _Tiff()

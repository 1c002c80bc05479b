"""Any other file: every readable run of characters in its bytes.

The one thing a reader would get wrong: this is weak. Words that are packed or scrambled are not
seen, which is why archives nothing here opens are refused elsewhere and do not come to this.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._strings import strings_of
from rainbook.handover.gate.files._text_traces import traces
from rainbook.handover.gate.files.interface import Piece, Trace


class _Other:
    name = "other"
    title = "a file of a kind not known here"
    unseen = ""

    def claims(self, head: bytes, name: str) -> bool:
        """Claim every file: this one is asked last."""
        return True

    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield each run of at least five readable characters, in UTF-8 or UTF-16."""
        for piece in strings_of(stream, 0, size, "readable characters", False):
            yield piece
            yield from traces(piece.text, piece.where)

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Return None: what is metadata in such a file is not known."""
        return None


KIND = _Other()

"""Office documents: Word, Excel, PowerPoint and OpenDocument.

The one thing a reader would get wrong: the older sorts (.doc, .xls) are kept in quite another way
and are not read here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._office_bare import bare_office
from rainbook.handover.gate.files._package import look_package, looks_like_document
from rainbook.handover.gate.files.interface import Piece, Trace


class _Office:
    name = "office"
    title = "an office document (Word, Excel, PowerPoint, OpenDocument)"
    unseen = ""

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins as a packed document does."""
        return looks_like_document(head, name)

    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield the words of every part, properties, hidden sheets, and the files within."""
        yield from look_package(stream, size, inside)

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Write the document without properties, small picture and the notes of its pictures."""
        return bare_office(stream, out, inside)


KIND = _Office()

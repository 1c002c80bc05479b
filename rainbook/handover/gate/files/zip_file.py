"""Zip files: every member as the kind of file it is, and what stands beside the members.

The one thing a reader would get wrong: a member's name is seen by whoever opens the zip, so it is
content, and a bare copy keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._office_bare import bare_office, bare_zip
from rainbook.handover.gate.files._package import is_document, look_package, looks_like_document
from rainbook.handover.gate.files._zip import open_zip
from rainbook.handover.gate.files.interface import Piece, Trace


class _Zip:
    name = "zip"
    title = "a zip file"
    unseen = ""  # what a member is, is said for each

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins as a zip file and no document claims it."""
        if head[:4] not in (b"PK\3\4", b"PK\5\6", b"PK\7\x08"):
            return False
        return not looks_like_document(head, name)

    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield what every member says, its name, and what stands beside the members."""
        yield from look_package(stream, size, inside)

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Write the zip with every member bare; None when one cannot be made so."""
        document = is_document(open_zip(stream))
        return (bare_office if document else bare_zip)(stream, out, inside)


KIND = _Zip()

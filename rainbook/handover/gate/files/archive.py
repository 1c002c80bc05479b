"""Archives nothing here opens (7z, RAR, gzip, tar …), and files that are locked as a whole.

The one thing a reader would get wrong: what cannot be opened is refused, every time. Nothing found
in a packed file would only mean that nobody looked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files.interface import CouldNotLook, Piece, Trace

FIRST = (
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"), (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x1f\x8b", "a gzip file"), (b"BZh", "a bzip2 file"), (b"\xfd7zXZ\0", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"), (b"MSCF", "a cabinet archive"),
    (b"\x04\x22\x4d\x18", "an LZ4 file"), (b"\x1f\x9d", "a compressed file"),
    (b"age-encryption.org/", "a locked file"), (b"-----BEGIN AGE", "a locked file"),
    (b"-----BEGIN PGP MESSAGE", "a locked file"), (b"Salted__", "a locked file"),
)
TAR = b"ustar"


class _Archive:
    name = "archive"
    title = "an archive or a locked file"
    unseen = ""

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins as one of these."""
        return bool(_said(head))

    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Raise CouldNotLook: nothing here opens it."""
        yield from ()
        stream.seek(0)
        raise CouldNotLook(
            f"This is {_said(stream.read(512))}, which nothing here opens. Unpack or unlock it, "
            "and add what is in it."
        )

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Return None: what is in it is not known."""
        return None


def _said(head: bytes) -> str:
    if head[257:262] == TAR:
        return "a tar archive"
    return next((said for first, said in FIRST if head.startswith(first)), "")


KIND = _Archive()

"""Opens what was received as material for the sources: the file itself, or the members of its zip.

The one thing a reader would get wrong: nothing is ever unpacked to disk. A zip's directory is
checked before any
member is opened (how many, how much they claim to unpack to, whether two share the same bytes), and
a member's name
is only a label.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from rainbook.events.sources.interface import Sibling
from rainbook.record import Problem

MOST_MEMBERS = 100_000
LARGEST_DIRECTORY = 64 << 20
FREE_BYTES = 64 << 20  # below this a high ratio is no danger
MOST_RATIO = 200
MOST_UNPACKED = 100 << 30
KEPT_IN_MEMORY = 256 << 20
_LOCAL = struct.Struct("<4s5H3L2H")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    struct.error,
)


@dataclass
class Plain:
    """A file as it was received, read through an open handle that can seek."""

    original: str
    name: str
    size: int
    handle: BinaryIO
    path: None = None
    siblings: Sequence[Sibling] = ()

    def read_at(self, start: int, length: int) -> bytes:
        """Return up to `length` bytes from `start`."""
        self.handle.seek(start)
        pieces = []
        while length > 0 and (piece := self.handle.read(length)):
            pieces.append(piece)
            length -= len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def blocks(self, length: int = 1 << 20) -> Iterator[bytes]:
        """Yield the file from its first byte in pieces of `length`."""
        return _blocks(self, length)


@dataclass
class Member:
    """One file inside a zip. `size` is what it unpacks to; more than it declares is never read."""

    original: str
    name: str
    path: str
    size: int
    siblings: Sequence[Sibling]
    archive: zipfile.ZipFile
    info: zipfile.ZipInfo
    _held: bytes | None = field(default=None, repr=False)

    def read_at(self, start: int, length: int) -> bytes:
        """Return up to `length` unpacked bytes from `start`; raises zipfile.BadZipFile when they
        are damaged.
        """
        length = max(0, min(length, self.size - start))
        if self.size <= KEPT_IN_MEMORY:
            if self._held is None:
                with self.archive.open(self.info) as stream:
                    self._held = stream.read(self.size)
            return self._held[start : start + length]
        with self.archive.open(self.info) as stream:
            stream.seek(start)
            return stream.read(length)

    def blocks(self, length: int = 1 << 20) -> Iterator[bytes]:
        """Yield the member from its first byte in pieces of `length`."""
        return _blocks(self, length)


def _blocks(material: Plain | Member, length: int) -> Iterator[bytes]:
    at = 0
    while at < material.size and (piece := material.read_at(at, length)):
        yield piece
        at += len(piece)


@dataclass(frozen=True)
class Opened:
    """What there is to read in one original, and what could not be opened. `size` in bytes: see
    `accounted`.
    """

    materials: tuple[Plain | Member, ...]
    problems: tuple[Problem, ...] = ()
    is_zip: bool = False

    @property
    def size(self) -> int:
        """Return how many bytes have to be accounted for: the file's own, or all its members'
        unpacked.
        """
        refused = sum((p.end or 0) - (p.start or 0) for p in self.problems)
        return sum(m.size for m in self.materials) + refused


def open_original(handle: BinaryIO, original: str, name: str) -> Opened:
    """Return what can be read in an original given as an open, seekable handle."""
    size = handle.seek(0, io.SEEK_END)
    plain = Plain(original, name, size, handle)
    if plain.read_at(0, 4) not in (b"PK\x03\x04", b"PK\x05\x06"):
        return Opened((plain,))
    try:
        return _open_zip(plain)
    except _BROKEN as broken:
        return _refused(
            plain, "zip_damaged", f"This zip file is damaged and could not be opened ({broken})."
        )


def _refused(plain: Plain, code: str, sentence: str) -> Opened:
    more = " It is kept as it is. Ask the app for a new export, or add the chat's .txt file on its own."
    problem = Problem(
        code, sentence + more, None, 0, plain.size, "everything inside it", plain.original
    )
    return Opened((), (problem,), is_zip=True)


def _open_zip(plain: Plain) -> Opened:
    declared = _directory(plain)
    if declared is None:
        return _refused(
            plain,
            "zip_cut",
            "This zip file has no list of contents: it was probably cut off while copying.",
        )
    members, listed = declared
    if members > MOST_MEMBERS or listed > LARGEST_DIRECTORY:
        return _refused(
            plain,
            "zip_too_many",
            f"This zip file says it holds {members:,} files; at most {MOST_MEMBERS:,} are read.",
        )
    archive = zipfile.ZipFile(plain.handle)
    infos = [i for i in archive.infolist() if not i.is_dir()]
    unpacked = sum(i.file_size for i in infos)
    if unpacked > MOST_UNPACKED or (
        unpacked > FREE_BYTES and unpacked > MOST_RATIO * max(1, plain.size)
    ):
        return _refused(
            plain,
            "zip_bomb",
            f"This zip file of {plain.size:,} bytes would unpack to {unpacked:,} bytes, which no "
            "real export does.",
        )
    if _overlapping(plain, infos):
        return _refused(
            plain,
            "zip_overlap",
            "Files inside this zip share the same bytes, which no real export does.",
        )
    siblings = tuple(Sibling(i.filename, i.file_size) for i in infos)
    materials: list[Plain | Member] = []
    problems: list[Problem] = []
    for info in infos:
        fault = _locked(info)
        if fault is not None:
            problems.append(
                Problem(
                    *fault, info.filename, 0, info.file_size, "what this file holds", plain.original
                )
            )
        else:
            materials.append(
                Member(
                    plain.original,
                    plain.name,
                    info.filename,
                    info.file_size,
                    siblings,
                    archive,
                    info,
                )
            )
    if not infos:
        return _refused(plain, "zip_empty", "This zip file holds no files.")
    return Opened(tuple(materials), tuple(problems), is_zip=True)


def _locked(info: zipfile.ZipInfo) -> tuple[str, str] | None:
    if info.flag_bits & 0x1:
        return (
            "zip_locked",
            "This file inside the zip is locked with a password. Export it again without one.",
        )
    if info.compress_type not in (
        zipfile.ZIP_STORED,
        zipfile.ZIP_DEFLATED,
        zipfile.ZIP_BZIP2,
        zipfile.ZIP_LZMA,
    ):
        return "zip_method", "This file inside the zip is packed in a way this version cannot open."
    return None


def _directory(plain: Plain) -> tuple[int, int] | None:
    """Return how many members the zip declares and how long its list is, before any of it is
    loaded.
    """
    tail = plain.read_at(max(0, plain.size - 66_000), 66_000)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + 22 > len(tail):
        return None
    count, length = struct.unpack_from("<HL", tail, at + 10)
    wide = tail.rfind(b"PK\x06\x06")
    if wide >= 0 and (count == 0xFFFF or length == 0xFFFFFFFF) and wide + 56 <= len(tail):
        count, length = struct.unpack_from("<QQ", tail, wide + 32)
    return count, length


def _overlapping(plain: Plain, infos: Sequence[zipfile.ZipInfo]) -> bool:
    """Return whether two members lie over each other (Python 3.11's zipfile does not look)."""
    reached = 0
    for info in sorted(infos, key=lambda i: i.header_offset):
        if info.header_offset < reached:
            return True
        head = plain.read_at(info.header_offset, _LOCAL.size)
        if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
            raise zipfile.BadZipFile("a file in its list is not there")
        *_, name, extra = _LOCAL.unpack(head)
        reached = info.header_offset + _LOCAL.size + name + extra + info.compress_size
    return reached > plain.size

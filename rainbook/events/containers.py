"""Opens what was received as material for the sources: the file itself, or the members of its zip.

The one thing a reader would get wrong: nothing is ever unpacked to disk. A zip's directory is
checked before any member is opened (how many, how much they claim to unpack to, whether two share
the same bytes or the same name), and a member's name is only a label.
"""

from __future__ import annotations

import errno
import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from rainbook.events.sources.interface import Sibling
from rainbook.events.unpacking import Streams
from rainbook.record import Problem

MOST_MEMBERS = 100_000
LARGEST_DIRECTORY = 32 << 20
FREE_BYTES = 64 << 20  # below this a high ratio is no danger
MOST_RATIO = 200
MOST_UNPACKED = 100 << 30
_LOCAL = struct.Struct("<4s5H3L2H")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    struct.error,
)


class OutOfReach(Exception):
    """Part of the program itself could not be loaded: this process may open no more files."""


def out_of_reach(broken: BaseException) -> None:
    """Raise OutOfReach when what failed is this process and not the file."""
    if isinstance(broken, ImportError) or getattr(broken, "errno", None) == errno.EMFILE:
        raise OutOfReach(str(broken)) from broken


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
    streams: Streams
    info: zipfile.ZipInfo

    def read_at(self, start: int, length: int) -> bytes:
        """Return up to `length` unpacked bytes from `start`; raises zipfile.BadZipFile when they
        are damaged.
        """
        length = max(0, min(length, self.size - start))
        return self.streams.read(self.info, start, length) if length else b""

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
    except (ImportError, *BROKEN) as broken:
        out_of_reach(broken)
        return _refused(
            plain, "zip_damaged", f"This zip file is damaged and could not be opened ({broken})."
        )


def _refused(plain: Plain, code: str, sentence: str) -> Opened:
    more = (
        " It is kept as it is. Ask the app for a new export, or add the chat's .txt file on its "
        "own."
    )
    problem = Problem(
        code, sentence + more, None, 0, plain.size, "everything inside it", plain.original
    )
    return Opened((), (problem,), is_zip=True)


def _open_zip(plain: Plain) -> Opened:
    entries = _entries(plain)
    if entries is None:
        return _refused(
            plain,
            "zip_cut",
            "This zip file has no list of contents: it was probably cut off while copying.",
        )
    if entries > MOST_MEMBERS:
        return _refused(
            plain,
            "zip_too_many",
            f"The list of contents of this zip file is longer than that of {MOST_MEMBERS:,} files, "
            "more than are read.",
        )
    archive = zipfile.ZipFile(plain.handle)
    infos = [i for i in archive.infolist() if i.file_size or not i.is_dir()]
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
    if not infos:
        return _refused(plain, "zip_empty", "This zip file holds no files.")
    return _members(plain, archive, infos)


def _members(plain: Plain, archive: zipfile.ZipFile, infos: Sequence[zipfile.ZipInfo]) -> Opened:
    """Return the members that can be read, and a Problem for each that cannot."""
    times = Counter(i.filename for i in infos)
    siblings = tuple(Sibling(i.filename, i.file_size) for i in infos if times[i.filename] == 1)
    streams, number = Streams(archive), 0
    materials: list[Plain | Member] = []
    problems: list[Problem] = []
    for info in infos:
        path, fault = info.filename, _fault(info)
        if times[path] > 1:
            fault = _TWO
            while path in times:  # a label that no other member has
                number += 1
                path = f"{info.filename} [{number}]"
        if fault is None:
            materials.append(
                Member(plain.original, plain.name, path, info.file_size, siblings, streams, info)
            )
        else:
            unknown = "what this file holds"
            problems.append(Problem(*fault, path, 0, info.file_size, unknown, plain.original))
    return Opened(tuple(materials), tuple(problems), is_zip=True)


_TWO = (
    "zip_two_of_one_name",
    "Several files inside this zip have this same name, so no one could say which is meant. None "
    "of them was read. Unpack the zip, give them names of their own and add each.",
)


def _fault(info: zipfile.ZipInfo) -> tuple[str, str] | None:
    if info.flag_bits & 0x1:
        return (
            "zip_locked",
            "This file inside the zip is locked with a password. Export it again without one.",
        )
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # no phone packs in other ways, and what unpacks those takes the memory it is told to take
        return "zip_method", "This file inside the zip is packed in a way this version cannot open."
    return None


def _entries(plain: Plain) -> int | None:
    """Return how many members the zip's list names, before zipfile makes an object of each. None:
    there is no list.
    """
    tail = plain.read_at(max(0, plain.size - 66_000), 66_000)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + 22 > len(tail):
        return None
    (length,) = struct.unpack_from("<L", tail, at + 12)
    # a larger zip says it again just before, and that is what counts when it is there
    if at >= 76 and tail[at - 20 : at].startswith(b"PK\x06\x07"):
        (length,) = struct.unpack_from("<Q", tail, at - 36)
        at -= 76
    end = max(0, plain.size - len(tail)) + at
    if length > end:
        raise zipfile.BadZipFile("its list of contents is longer than the file")
    if length > LARGEST_DIRECTORY:
        return MOST_MEMBERS + 1
    # how many it says it holds may be a lie: count its entries
    return plain.read_at(end - length, length).count(b"PK\x01\x02")


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

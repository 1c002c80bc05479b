"""Reading a zip file that may be hostile: how many, how large, how far packed, what lies between.

The one thing a reader would get wrong: a zip may hold bytes its own list does not speak of (a
member that was "deleted", a file stuck in front), so the space between the members is read too.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from rainbook.handover.gate.files._strings import strings_in, strings_of
from rainbook.handover.gate.files.interface import CouldNotLook, Piece, Trace, look_within

MEMBERS, TOTAL = 10_000, 4 << 30
AT_ONCE = 1 << 26  # a member up to this size is unpacked in memory
RATIO, RATIO_FROM = 300, 1 << 24
LOCAL = 30
EPOCH = (1980, 1, 1, 0, 0, 0)
STANDING_EXTRAS = (0x0001, 0x5455, 0x7875, 0x000A, 0x000D, 0x9901, 0xCAFE, 0xA220)


def open_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """Open a zip file after checking what it claims.

    Raises CouldNotLook for one that is damaged, locked, holds over 10,000 members or 4 GB, or is
    packed tighter than any real file.
    """
    stream.seek(0)
    try:
        packed = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as fault:
        raise CouldNotLook(
            "The packed file is damaged or cut short. Give it from its first export."
        ) from fault
    members = packed.infolist()
    if len(members) > MEMBERS or sum(one.file_size for one in members) > TOTAL:
        raise CouldNotLook("The packed file holds too much to be looked into. Unpack it first.")
    for one in members:
        if one.header_offset < 0 or not one.filename:
            raise CouldNotLook(f"{one.filename}: is damaged. Leave the file out.")
        if one.flag_bits & 0x1:
            raise CouldNotLook(
                f"{one.filename}: is locked with a password. Unlock it first, or leave it out."
            )
        if one.file_size > RATIO_FROM and one.file_size > RATIO * max(1, one.compress_size):
            raise CouldNotLook(f"{one.filename}: is packed tighter than a real file. Leave it out.")
    return packed


def read(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Return a member's bytes (at most 64 MB); raises CouldNotLook when damaged or too large."""
    if member.file_size > AT_ONCE:
        raise CouldNotLook(f"{member.filename}: is too large to be read inside a packed file.")
    try:
        with packed.open(member) as opened:
            data = opened.read(AT_ONCE + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError,
            RuntimeError) as fault:
        raise CouldNotLook(f"{member.filename}: is damaged. Leave the file out.") from fault
    if len(data) != member.file_size:
        raise CouldNotLook(f"{member.filename}: is damaged. Leave the file out.")
    return data


def look_member(
    packed: zipfile.ZipFile, member: zipfile.ZipInfo, where: str, inside: int,
    metadata: bool = False,
) -> Iterator[Piece | Trace]:
    """Yield what a member says, whatever kind of file it is."""
    if member.file_size <= AT_ONCE:
        data = io.BytesIO(read(packed, member))
        yield from look_within(data, member.file_size, member.filename, where, inside, metadata)
        return
    try:
        with packed.open(member) as opened:
            counted = cast(BinaryIO, io.BufferedReader(_Counted(opened, 3 * member.file_size)))
            yield from look_within(
                counted, member.file_size, member.filename, where, inside, metadata
            )
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as fault:
        raise CouldNotLook(f"{member.filename}: is damaged. Leave the file out.") from fault


class _Counted(io.RawIOBase):
    """A large member read in place; going back means unpacking again, so that is counted."""

    def __init__(self, opened: IO[bytes], most: int) -> None:
        self.opened, self.left = opened, most

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        before = self.opened.tell()
        after = self.opened.seek(offset, whence)
        self._spend(after - before if after >= before else after)
        return after

    def tell(self) -> int:
        return self.opened.tell()

    def readinto(self, buffer: object) -> int:
        into = memoryview(cast(bytearray, buffer))
        data = self.opened.read(len(into))
        into[: len(data)] = data
        self._spend(len(data))
        return len(data)

    def _spend(self, many: int) -> None:
        self.left -= many
        if self.left < 0:
            raise CouldNotLook("A large file inside a packed file is too slow to read. Unpack it.")


def between(packed: zipfile.ZipFile, stream: BinaryIO, size: int) -> Iterator[Piece]:
    """Yield what stands beside the members: comments, extra fields, and bytes nobody lists."""
    yield from strings_in(packed.comment, "comment of the zip", True)
    at = 0
    for one in sorted(packed.infolist(), key=lambda member: member.header_offset):
        if one.header_offset > at:
            yield from _gap(stream, at, one.header_offset)
        stream.seek(one.header_offset)
        head = stream.read(LOCAL)
        if len(head) < LOCAL or head[:4] != b"PK\3\4":
            raise CouldNotLook(f"{one.filename}: is damaged. Leave the file out.")
        name, extra = (int.from_bytes(head[n : n + 2], "little") for n in (26, 28))
        local = stream.read(name + extra)
        if local[:name] != one.orig_filename.encode("utf-8", "replace"):
            yield from strings_in(local[:name], "file name inside the zip", False)
        yield from strings_in(one.comment, "comment of the zip", True)
        for fields in {local[name:], one.extra}:
            yield from _extras(fields)
        at = max(at, one.header_offset + LOCAL + name + extra + one.compress_size)
    start = getattr(packed, "start_dir", size)
    yield from _gap(stream, at, start)


def _gap(stream: BinaryIO, start: int, end: int) -> Iterator[Piece]:
    if end - start > 24:  # a note of length after a member has up to 24 bytes
        yield from strings_of(stream, start, end, "between the members of the zip", True)


def _extras(fields: bytes) -> Iterator[Piece]:
    at = 0
    while at + 4 <= len(fields):
        kind, length = (int.from_bytes(fields[n : n + 2], "little") for n in (at, at + 2))
        if kind not in STANDING_EXTRAS:
            yield from strings_in(fields[at + 4 : at + 4 + length], "extra field of the zip", True)
        at += 4 + length


def write_plain(out: BinaryIO, members: Iterator[tuple[str, bytes, bool]]) -> None:
    """Write a zip with no times, owners or comments; a member is name, bytes, packed or not."""
    with zipfile.ZipFile(out, "w") as packed:
        for name, data, pack in members:
            one = zipfile.ZipInfo(name, EPOCH)
            one.create_system = 0
            one.compress_type = zipfile.ZIP_DEFLATED if pack else zipfile.ZIP_STORED
            packed.writestr(one, data)

"""A part of a stream as a stream of its own, and reading that says when bytes are missing.

The one thing a reader would get wrong: a part shares the position of the outer stream. It seeks
before each read, so two parts may be read in turn, but not by two threads.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import BinaryIO, cast

from rainbook.handover.gate.files.interface import CouldNotLook

BLOCK = 1 << 20


class _Part(io.RawIOBase):
    def __init__(self, stream: BinaryIO, start: int, end: int) -> None:
        self.stream, self.start, self.length, self.at = stream, start, end - start, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self.at, io.SEEK_END: self.length}[whence]
        self.at = max(0, base + offset)
        return self.at

    def tell(self) -> int:
        return self.at

    def readinto(self, buffer: object) -> int:
        into = memoryview(cast(bytearray, buffer))
        wanted = min(len(into), max(0, self.length - self.at))
        self.stream.seek(self.start + self.at)
        data = self.stream.read(wanted)
        into[: len(data)] = data
        self.at += len(data)
        return len(data)


def part_of(stream: BinaryIO, start: int, end: int) -> BinaryIO:
    """Return bytes `start` to `end` of a stream as a stream that begins at 0."""
    return cast(BinaryIO, io.BufferedReader(_Part(stream, start, end)))


def exactly(stream: BinaryIO, start: int, length: int, what: str, most: int = 1 << 26) -> bytes:
    """Return `length` bytes from `start`.

    Raises CouldNotLook, naming `what`, when there are fewer or when `length` is more than `most`.
    """
    if not 0 <= length <= most:
        raise CouldNotLook(
            f"{what}: this part claims to be {length:,} bytes long, more than is read at once. "
            "The file may be damaged; leave it out or give it from its first export."
        )
    stream.seek(start)
    data = stream.read(length)
    if len(data) != length:
        raise CouldNotLook(f"{what}: the file ends in the middle. Give it from its first export.")
    return data


def copy(stream: BinaryIO, start: int, end: int, out: BinaryIO) -> None:
    """Write bytes `start` to `end` of a stream to `out`."""
    stream.seek(start)
    left = end - start
    while left > 0:
        data = stream.read(min(BLOCK, left))
        if not data:
            raise CouldNotLook("The file ends in the middle. Give it from its first export.")
        out.write(data)
        left -= len(data)


def copy_with(
    stream: BinaryIO, size: int, out: BinaryIO, patches: Iterable[tuple[int, bytes | int]]
) -> None:
    """Write a copy of the same length in which some bytes are others.

    A patch is where, and the new bytes or how many zeros. Where two overlap the later in the file
    begins where the earlier ends.
    """
    at = 0
    for start, new in sorted(patches, key=lambda patch: patch[0]):
        length = new if isinstance(new, int) else len(new)
        if start + length <= at:
            continue
        copy(stream, at, max(at, start), out)
        cut = max(0, at - start)
        if isinstance(new, int):
            _zeros(out, length - cut)
        else:
            out.write(new[cut:])
        at = start + length
    copy(stream, at, size, out)


def _zeros(out: BinaryIO, length: int) -> None:
    block = bytes(min(BLOCK, length))
    while length > 0:
        out.write(block[:length])
        length -= len(block)


def size_of(stream: BinaryIO) -> int:
    """Return how many bytes a stream holds."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    return size

"""Unpacks the members of a zip, piece by piece, and never to disk.

The one thing a reader would get wrong: only the member read last takes memory, so a zip with
thousands of photos costs no more than its chat.
"""

from __future__ import annotations

import zipfile
from typing import IO, cast

KEPT_IN_MEMORY = 32 << 20  # a member no larger is held whole when it is read from its middle
STEP = 1 << 20


class Streams:
    """Unpacks the members of one zip, one at a time: forward without starting again, and small
    ones whole. Only the last member read takes memory.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._of: zipfile.ZipInfo | None = None
        self._stream: IO[bytes] | None = None
        self._held: bytes | None = None
        self._at = 0

    def read(self, info: zipfile.ZipInfo, start: int, length: int) -> bytes:
        """Return `length` unpacked bytes from `start`, which must lie inside the member; raises
        zipfile.BadZipFile when they are damaged or not all there.
        """
        if info is not self._of or (self._held is None and start < self._at):
            self._begin(info)
        if self._held is None and self._at == 0 < start and info.file_size <= KEPT_IN_MEMORY:
            self._held = self._forward(0, info.file_size)
        if self._held is not None:
            return self._held[start : start + length]
        return self._forward(start, length)

    def _begin(self, info: zipfile.ZipInfo) -> None:
        if self._stream is not None:
            self._stream.close()
        self._of, self._held, self._at = None, None, 0
        self._stream = self._archive.open(info)
        self._of = info

    def _forward(self, start: int, length: int) -> bytes:
        stream = cast(IO[bytes], self._stream)
        while self._at < start:
            self._at += len(self._some(stream, min(STEP, start - self._at)))
        pieces = []
        while length > 0:
            pieces.append(self._some(stream, min(STEP, length)))
            length -= len(pieces[-1])
            self._at += len(pieces[-1])
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _some(self, stream: IO[bytes], length: int) -> bytes:
        piece = stream.read(length)
        if not piece:
            self._of = None
            raise zipfile.BadZipFile("it is shorter than the list of contents says")
        return piece

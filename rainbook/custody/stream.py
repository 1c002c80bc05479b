"""A sealed file: a header, then chunks of 64 KiB, each tied to its place and to the end.

The one thing a reader would get wrong: the header is written last. It binds the file's key to its
name and length, so until it is written the file cannot be opened by anybody, and a renamed or cut
file never opens.
"""

from __future__ import annotations

import io
import secrets
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from rainbook.custody.disk import Disk
from rainbook.record import RainbookError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Bytes = bytes | bytearray | memoryview
CHUNK = 65_536
TAG = 16
STEP = CHUNK + TAG
ORIGINAL, TABLE = b"book 1 o", b"book 1 t"
HEADER = 83  # 8 magic, 8 size, 7 nonce prefix, 12 nonce, 48 wrapped key
GROUP = 16  # chunks moved in one go


class SealDamaged(RainbookError):
    """A sealed file is not as it was sealed; `kind` is the kind of Fault."""

    def __init__(self, sentence: str, kind: str) -> None:
        super().__init__(sentence)
        self.kind = kind


class TooLong(RainbookError):
    """A file is longer than the format can number (256 TiB)."""


def nonce_of(prefix: bytes, number: int, last: bool) -> bytes:
    """Return the 12-byte nonce of a chunk: 7 random, 4 its number, 1 whether it ends the file."""
    return prefix + struct.pack(">IB", number, last)


def chunks_in(size: int) -> int:
    """Return how many chunks `size` bytes of plaintext take.

    An empty file takes one empty chunk.
    """
    return max(1, -(-size // CHUNK))


def length_of(size: int) -> int:
    """Return how many bytes the sealed file has for `size` bytes of plaintext."""
    return HEADER + size + TAG * chunks_in(size)


class Sealing:
    """A sealed file being written: `add` bytes, then `finish` with its name (32 bytes)."""

    def __init__(self, disk: Disk, file: BinaryIO, magic: bytes, wrap_key: bytes) -> None:
        self._disk, self._file, self._magic = disk, file, magic
        self._wrap = AESGCM(wrap_key)
        self._key = secrets.token_bytes(32)
        self._cipher = AESGCM(self._key)
        self._prefix = secrets.token_bytes(7)
        self._out = memoryview(bytearray(GROUP * STEP))  # one buffer: fresh memory costs time
        self._full = 0
        self._held = bytearray()  # up to one chunk: only at the end is it known which is the last
        self._number = 0
        self.size = 0
        disk.write(file, bytes(HEADER))

    def add(self, data: Bytes) -> None:
        """Encrypt and write `data`, holding back what may be the last chunk.

        Raises TooLong, OSError.
        """
        view = memoryview(data).cast("B")
        self.size += len(view)
        room = CHUNK - len(self._held)
        self._held += view[:room]
        view = view[room:]
        if not view:
            return
        self._chunk(self._held, False)
        while len(view) > CHUNK:
            self._chunk(view[:CHUNK], False)
            view = view[CHUNK:]
        self._held = bytearray(view)

    def finish(self, name: bytes) -> None:
        """Write the last chunk and the header, and flush everything to the disk."""
        self._chunk(self._held, True)
        self._spill()
        head = self._magic + struct.pack(">Q", self.size) + self._prefix
        nonce = secrets.token_bytes(12)
        wrapped = self._wrap.encrypt(nonce, self._key, head + name)
        self._file.seek(0)
        self._disk.write(self._file, head + nonce + wrapped)
        self._disk.flush(self._file)

    def _chunk(self, data: Bytes, last: bool) -> None:
        if self._number >= 1 << 32:
            raise TooLong("This file is longer than 256 TiB. Split it and add the parts.")
        nonce = nonce_of(self._prefix, self._number, last)
        self._number += 1
        if self._full + STEP > len(self._out):
            self._spill()
        end = self._full + len(data) + TAG
        self._cipher.encrypt_into(nonce, data, None, self._out[self._full:end])
        self._full = end

    def _spill(self) -> None:
        self._disk.write(self._file, self._out[:self._full])
        self._full = 0


class SealedFile(io.BufferedIOBase):
    """A sealed file open for reading: seekable, decrypted chunk by chunk, nothing kept on the disk.

    Every byte given out has been authenticated with its place. Raises SealDamaged on reading.
    """

    def __init__(self, path: Path, magic: bytes, wrap_key: bytes, name: bytes) -> None:
        self._file = path.open("rb", buffering=0)
        try:
            self._start(magic, wrap_key, name)
        except BaseException:
            self._file.close()
            raise

    def _start(self, magic: bytes, wrap_key: bytes, name: bytes) -> None:
        head = self._file.read(HEADER)
        if len(head) < HEADER or head[:8] != magic:
            raise SealDamaged("the start of the file is not as it was sealed", "changed")
        try:
            key = AESGCM(wrap_key).decrypt(head[23:35], head[35:], head[:23] + name)
        except InvalidTag:
            raise SealDamaged(
                "the start of the file is changed, or the file belongs under another name or in"
                " another book", "changed",
            ) from None
        self.size = int.from_bytes(head[8:16], "big")
        self._prefix, self._cipher = head[16:23], AESGCM(key)
        self.chunks = chunks_in(self.size)
        self._at, self._cached, self._cache = 0, -1, b""
        self._file.seek(0, io.SEEK_END)
        self.extra = self._file.tell() - length_of(self.size)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        if base + offset < 0:
            raise ValueError("a place before the start of the file")
        self._at = base + offset
        return self._at

    def read(self, size: int | None = -1, /) -> bytes:
        length = self.size if size is None or size < 0 else size
        found = self.read_at(self._at, length)
        self._at += len(found)
        return found

    def read1(self, size: int = -1, /) -> bytes:
        return self.read(min(size, CHUNK) if size >= 0 else CHUNK)

    def peek(self, size: int = 0, /) -> bytes:
        """Return bytes ahead without moving, at least one unless at the end."""
        return self.read_at(self._at, CHUNK - self._at % CHUNK)

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        found = self.read(len(view))
        view[:len(found)] = found
        return len(found)

    def close(self) -> None:
        self._file.close()
        super().close()

    def read_at(self, start: int, length: int) -> bytes:
        """Return up to `length` plain bytes from byte `start`.

        Fewer only at the end of the file.
        """
        end = min(start + length, self.size)
        if start >= end:
            return b""
        first, last = start // CHUNK, (end - 1) // CHUNK
        if first == last:
            inside = first * CHUNK
            return self._one(first)[start - inside:end - inside]
        found = io.BytesIO()  # grows in place: a list of parts would take the memory twice
        for number, part in enumerate(self._many(first, last + 1), first):
            skip = start - first * CHUNK if number == first else 0
            stop = end - last * CHUNK if number == last else CHUNK
            found.write(memoryview(part)[skip:stop])
        return found.getvalue()

    def blocks(self) -> Iterator[bytes]:
        """Yield the whole file in blocks of at most 1 MiB, from the start."""
        for first in range(0, self.chunks, GROUP):
            yield b"".join(self._many(first, min(first + GROUP, self.chunks)))

    def stored(self, place: int, number: int | None = None) -> bytes:
        """Return the encrypted bytes at the place of chunk `place`.

        As long as chunk `number` is.
        """
        self._file.seek(HEADER + place * STEP)
        return self._file.read(self._length(place if number is None else number))

    def plain(self, number: int, data: Bytes) -> bytes:
        """Return the plaintext of `data` taken as chunk `number`. Raises InvalidTag."""
        nonce = nonce_of(self._prefix, number, number == self.chunks - 1)
        return self._cipher.decrypt(nonce, data, None)

    def _one(self, number: int) -> bytes:
        if number != self._cached:
            self._cache = next(self._many(number, number + 1))
            self._cached = number
        return self._cache

    def _many(self, first: int, end: int) -> Iterator[bytes]:
        for group in range(first, end, GROUP):
            stop = min(group + GROUP, end)
            self._file.seek(HEADER + group * STEP)
            data = memoryview(self._file.read((stop - group) * STEP))
            for number in range(group, stop):
                place = (number - group) * STEP
                # a file with bytes added behind it still reads: the last chunk's length is known
                length = self._length(number)
                try:
                    yield self.plain(number, data[place:place + length])
                except InvalidTag:
                    raise self._broken(number) from None

    def _length(self, number: int) -> int:
        if number < self.chunks - 1:
            return STEP
        return self.size - (self.chunks - 1) * CHUNK + TAG

    def _broken(self, number: int) -> SealDamaged:
        start = HEADER + number * STEP
        wanted = min(start + STEP, length_of(self.size))
        kind = "cut" if wanted > length_of(self.size) + self.extra else "changed"
        return SealDamaged(f"bytes {start} to {wanted} are not as they were sealed", kind)

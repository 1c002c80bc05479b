"""A window that slides over the bytes of one file, for the readers of XML.

The one thing a reader would get wrong: a window only ever holds the bytes from its cursor on; what
lies before is gone unless `back_to` reads it again. That keeps a 300 MB file within a few MB of
memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

BLOCK = 1 << 20
ReadAt = Callable[[int, int], bytes]


class Window:
    """Bytes `data[at:]` stand at offset `base + at` of the file; `ended` once the last block is in
    `data`.
    """

    def __init__(self, blocks: Iterator[bytes], read_at: ReadAt) -> None:
        self._blocks, self._read_at = blocks, read_at
        self._streamed = 0  # how far the one pass over the file has come
        self._next = 0  # the offset of the next byte that `data` does not hold
        self.data, self.at, self.base, self.ended = b"", 0, 0, False

    @property
    def offset(self) -> int:
        """Return where the cursor stands in the file, in bytes."""
        return self.base + self.at

    def block(self) -> bytes:
        """Return the next bytes of the file, or b"" at its end."""
        if self._next < self._streamed:
            got = self._read_at(self._next, min(BLOCK, self._streamed - self._next))
        else:
            got = next((b for b in self._blocks if b), b"")
            self._streamed += len(got)
        self._next += len(got)
        self.ended = not got
        return got

    def fill(self) -> bool:
        """Take one more block into `data`, dropping what lies before the cursor; False at the end
        of the file.
        """
        got = self.block()
        self.data, self.base, self.at = self.data[self.at :] + got, self.base + self.at, 0
        return bool(got)

    def need(self, length: int) -> None:
        """Make sure that `length` bytes follow the cursor, or all there are."""
        while len(self.data) - self.at < length and not self.ended:
            self.fill()

    def back_to(self, offset: int) -> None:
        """Put the cursor at an offset, forwards or back; bytes already gone are read again."""
        if self.base <= offset <= self.base + len(self.data):
            self.at = offset - self.base
        else:
            self.data, self.base, self.at, self._next, self.ended = b"", offset, 0, offset, False

    def until(self, mark: bytes, keep: int) -> tuple[bytes, int] | None:
        """Return the bytes up to `mark` and how many there were, and put the cursor behind it.

        Of a longer run only the first `keep` bytes are given. None when the mark does not come: the
        cursor is then at the end of the file.
        """
        found = self.data.find(mark, self.at)
        if found >= 0:
            got, length = self.data[self.at : min(found, self.at + keep)], found - self.at
            self.at = found + len(mark)
            return got, length
        kept, room, start = [self.data[self.at :][:keep]], keep, self.offset
        room -= len(kept[0])
        tail = self.data[self.at :][-len(mark) + 1 :] if len(mark) > 1 else b""
        while got := self.block():
            here, place = tail + got, self._next - len(got) - len(tail)
            found = here.find(mark)
            if room and (found < 0 or found > len(tail)):
                kept.append(got[: min(room, len(got) if found < 0 else found - len(tail))])
                room -= len(kept[-1])
            if found >= 0:
                self.data, self.base, self.at = here, place, found + len(mark)
                length = place + found - start
                return b"".join(kept)[:length], length
            tail = here[-len(mark) + 1 :] if len(mark) > 1 else b""
        self.data, self.base, self.at = b"", self._next, 0
        return None

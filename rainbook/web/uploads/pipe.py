"""A file that is still arriving, as something that can be read like a file.

The one thing a reader would get wrong: it holds at most MOST bytes. Whoever gives waits when it is
full, whoever reads waits when it is empty, and both notice when the other is gone.
"""

from __future__ import annotations

import io
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from rainbook.record import RainbookError

MOST = 2 << 20  # bytes
SILENCE = 120.0  # seconds without a byte after which nobody is there any more
_LOOK = 0.2  # seconds between two looks whether the person left


class UploadStopped(RainbookError):
    """The file did not arrive whole; nothing of it was kept."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(
            sentence
            or "The file did not arrive whole, so nothing of it was kept. Add the same file again."
        )


class Pipe(io.RawIOBase):
    """Bytes from one thread to another. `look` is called while waiting and may raise."""

    def __init__(self, look: Callable[[], None] = lambda: None, most: int = MOST) -> None:
        self._pieces: deque[bytes] = deque()
        self._held, self._at, self._most = 0, 0, most
        self._ended = self._stopped = self._gone = False
        self._changed = threading.Condition()
        self.look = look

    def offer(self, data: bytes) -> bool:
        """Take a piece if there is room and return whether it was taken; where nobody reads any
        more it is taken and dropped.
        """
        with self._changed:
            if self._gone or not data:
                return True
            if self._held and self._held + len(data) > self._most:
                return False
            self._pieces.append(data)
            self._held += len(data)
            self._changed.notify_all()
            return True

    @property
    def held(self) -> int:
        """Return how many bytes are waiting to be read."""
        return self._held

    def end(self) -> None:
        """Say that the file is whole."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def stop(self) -> None:
        """Say that no more will come though the file is not whole; ends the reading."""
        with self._changed:
            self._stopped = True
            self._pieces.clear()
            self._changed.notify_all()

    def leave(self) -> None:
        """Say that nobody will read any more."""
        with self._changed:
            self._gone = True
            self._pieces.clear()
            self._held = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill as much of the buffer as there is; 0 at the end of the file. Raises UploadStopped,
        and what `look` raises.
        """
        since = time.monotonic()
        with self._changed:
            while not self._pieces:
                if self._stopped:
                    raise UploadStopped
                if self._ended:
                    return 0
                if time.monotonic() - since > SILENCE:
                    raise UploadStopped
                self.look()
                self._changed.wait(_LOOK)
            self.look()
            return self._take(memoryview(buffer).cast("B"))

    def _take(self, into: memoryview) -> int:
        filled = 0
        while self._pieces and filled < len(into):
            piece = memoryview(self._pieces[0])[self._at :]
            some = piece[: len(into) - filled]
            into[filled : filled + len(some)] = some
            filled += len(some)
            self._at += len(some)
            if len(some) == len(piece):
                self._pieces.popleft()
                self._at = 0
        self._held -= filled
        return filled

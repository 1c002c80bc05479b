"""One file on its way into the book: sealed in the desk's thread while it arrives.

The one thing a reader would get wrong: until `finish` returns, nothing is in the book. A file that
breaks off leaves no entry and no sealed file behind.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import BinaryIO, cast

from rainbook.record import Original
from rainbook.web.desk import Desk, DeskBusy, Job, NoBookOpen
from rainbook.web.uploads.pipe import Pipe, UploadStopped

_PAUSE = 0.002  # seconds between two tries while the pipe is full
_WAIT = 60.0  # seconds to wait for other work with the book


@dataclass(frozen=True, slots=True)
class About:
    """What is recorded with a file. `size`: bytes that progress is told to expect."""

    name: str
    own: str
    how: str = ""
    came_from: str = ""
    size: int = 0


class SealingFile:
    """Begin it, `give` it the bytes, then `finish` or `stop`."""

    def __init__(self, desk: Desk, about: About, said: str, then: str) -> None:
        self._desk, self._about = desk, about
        self._said, self._then = said, then
        self._pipe = Pipe()
        self._job: Job | None = None

    async def begin(self) -> None:
        """Wait for the desk and begin. Raises DeskBusy, NoBookOpen."""
        late = time.monotonic() + _WAIT
        while True:
            if not self._desk.is_open:
                raise NoBookOpen("No book is open. Open it and add the file again.")
            try:
                self._job = self._desk.start(self._said, self._seal, self._then)
            except DeskBusy:
                if time.monotonic() > late:
                    raise
                await asyncio.sleep(0.1)
            else:
                return

    def _seal(self, job: Job) -> tuple[Original, bool]:
        done = 0

        def look() -> None:
            job.step(self._said, done, self._about.size)

        def told(bytes_done: int) -> None:
            nonlocal done
            done = bytes_done

        self._pipe.look = look
        about = self._about
        try:
            return self._desk.book().seal(
                cast(BinaryIO, self._pipe), about.name, how=about.how,
                came_from=about.came_from, own=about.own, progress=told,
            )
        finally:
            self._pipe.leave()

    async def give(self, data: bytes) -> None:
        """Hand on some bytes; waits while the sealing is behind."""
        while not self._pipe.offer(data):
            if self._over():
                return
            await asyncio.sleep(_PAUSE)

    async def finish(self) -> tuple[Original, bool]:
        """Return the sealed original and whether it was in the book already. Raises what stopped
        it.
        """
        self._pipe.end()
        return await self._result()

    async def stop(self) -> None:
        """Give up: nothing of the file is kept."""
        self._pipe.stop()
        if self._job is not None:
            self._job.stop()
            while not self._over():
                await asyncio.sleep(_PAUSE)

    @property
    def failed(self) -> bool:
        """Whether sealing has ended with a fault, so that more bytes are of no use."""
        return self._job is not None and self._job.state == "failed"

    async def _result(self) -> tuple[Original, bool]:
        job = self._job
        if job is None:
            raise UploadStopped
        while not self._over():
            await asyncio.sleep(_PAUSE)
        if job.failed is not None:
            raise job.failed
        found: tuple[Original, bool] = job.result
        return found

    def _over(self) -> bool:
        return self._job is None or self._job.state not in ("running", "asking")

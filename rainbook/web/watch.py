"""Locks the book when nobody is there, and when the computer slept.

The one thing a reader would get wrong: sleep is seen afterwards, by a clock that went on while we
did not. What lies in memory while the computer sleeps is not protected by this.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from rainbook.web.desk import Desk
from rainbook.web.entrance.visit import Visit

EVERY = 2.0  # seconds between looks
SLEPT = 20.0  # seconds a look may come late before the computer is taken to have slept


class Watch:
    """Looks at the clock again and again. `wall` and `steady` are clocks in seconds."""

    def __init__(
        self,
        desk: Desk,
        visit: Callable[[], Visit],
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self.desk, self.visit = desk, visit
        self._wall, self._steady = wall, steady
        self._last = (wall(), steady())
        self._over = threading.Event()

    def look(self) -> str:
        """Lock where it is time; return why ("idle", "slept"), or "" where nothing was done."""
        now = (self._wall(), self._steady())
        late = max(n - last for n, last in zip(now, self._last, strict=True)) - EVERY
        self._last = now
        why = ""
        if late > SLEPT:
            why = "slept"
        elif self.visit().idle() > self.desk.settings.idle * 60 and not self._working():
            why = "idle"
        if why and self.desk.is_open:
            self.desk.lock()
            self.desk.locked_because = why
            return why
        return ""

    def _working(self) -> bool:
        """Something long that was begun is let finish; a question nobody answers is not."""
        return self.desk.job is not None and self.desk.job.state == "running"

    def run(self) -> None:
        """Look until `end` is called."""
        while not self._over.wait(EVERY):
            self.look()

    def end(self) -> None:
        """Stop looking."""
        self._over.set()

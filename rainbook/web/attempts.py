"""Makes wrong passphrases cost time.

The one thing a reader would get wrong: nothing is ever locked for good and nothing is deleted.
Whoever has the folder can try elsewhere; this only slows down somebody at this page.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from math import ceil

FREE = 3
LONGEST = 60.0  # seconds


class Attempts:
    """Counts wrong passphrases in a row. `steady`: a clock in seconds.

    `turn` is held from asking for the wait to saying how it went: tries sent all at once wait for
    each other.
    """

    def __init__(self, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self.turn = threading.Lock()
        self._wrong, self._until = 0, 0.0

    def wait(self) -> int:
        """Return the whole seconds until the next try may be made, 0 for now."""
        left = self._until - self._steady()
        return max(0, ceil(left))

    def wrong(self) -> None:
        """Note a wrong one: after three, each costs twice as long, a minute at most."""
        self._wrong += 1
        if self._wrong >= FREE:
            self._until = self._steady() + min(LONGEST, 2.0 ** min(9, self._wrong - FREE + 1))

    def right(self) -> None:
        """Note that it was opened."""
        self._wrong, self._until = 0, 0.0

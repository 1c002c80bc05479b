"""Makes wrong passphrases cost time.

The one thing a reader would get wrong: nothing is ever locked for good and nothing is deleted.
Whoever has the folder can try elsewhere; this only slows down somebody at this page.
"""

from __future__ import annotations

import time
from collections.abc import Callable

FREE = 3
LONGEST = 60.0  # seconds


class Attempts:
    """Counts wrong passphrases in a row. `steady`: a clock in seconds."""

    def __init__(self, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self._wrong, self._until = 0, 0.0

    def wait(self) -> int:
        """Return the whole seconds until the next try may be made, 0 for now."""
        left = self._until - self._steady()
        return 0 if left <= 0 else int(left) + 1

    def wrong(self) -> None:
        """Note a wrong one: after three, each costs twice as long, a minute at most."""
        self._wrong += 1
        if self._wrong >= FREE:
            self._until = self._steady() + min(LONGEST, 2.0 ** (self._wrong - FREE + 1))

    def right(self) -> None:
        """Note that it was opened."""
        self._wrong, self._until = 0, 0.0

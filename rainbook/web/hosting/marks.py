"""The mark of a form without a visit: made from a secret of this process and a time.

The one thing a reader would get wrong: it names nobody and is the same for everybody in one second.
What keeps other sites out is the check of Origin in shield.py; this only makes forms grow old.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

GOOD_FOR = 12 * 60 * 60  # seconds


@dataclass(frozen=True)
class Marks:
    """Makes marks and tells those made here, not too long ago. `now` gives seconds."""

    now: Callable[[], float] = time.time
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def make(self) -> str:
        """Return a mark."""
        until = f"{int(self.now()) + GOOD_FOR:x}"
        return f"{until}.{self._signed(until)}"

    def ok(self, given: str) -> bool:
        """Return whether a mark was made here and is not too old."""
        until, _, signed = given.partition(".")
        same = hmac.compare_digest(signed.encode("utf-8", "replace"), self._signed(until).encode())
        return same and int(until, 16) >= self.now()

    def _signed(self, until: str) -> str:
        return hmac.digest(self._key, until.encode("utf-8", "replace"), "sha256").hex()


@dataclass
class NoVisit:
    """What stands where the app has a visit: nothing is known from one page to the next."""

    marks: Marks
    device: str = ""

    @property
    def mark(self) -> str:
        """Return a mark for a form of this page."""
        return self.marks.make()

    def mark_ok(self, given: str) -> bool:
        """Return whether a form was made by a page of ours."""
        return self.marks.ok(given)

    def take_said(self) -> list[tuple[str, int]]:
        """Return nothing: a page never says something because of the one before."""
        return []

"""One visit: from the moment the browser shows the token until the person leaves.

The one thing a reader would get wrong: a visit has two secrets, one in the address and one in a
cookie bound to that address. A cookie alone would be sent to every other program of this computer
that serves pages under the same name; the address is known to none of them.
"""

from __future__ import annotations

import hmac
import secrets
import time
from dataclasses import dataclass, field

COOKIE = "place"


def _secret() -> str:
    return secrets.token_urlsafe(24)


@dataclass
class Visit:
    """The secrets of a visit and what the next page says.

    `said`: sentences with the number of the decision they can take back, 0 = none. `device`: what
    was answered to "could the other person see this device?".
    """

    root: str = field(default_factory=_secret)
    cookie: str = field(default_factory=_secret)
    mark: str = field(default_factory=_secret)
    said: list[tuple[str, int]] = field(default_factory=list)
    device: str = ""
    seen: float = field(default_factory=time.monotonic)

    def mark_ok(self, given: str) -> bool:
        """Return whether a form was made by a page of this visit."""
        return same(given, self.mark)

    def touch(self) -> None:
        """Note that somebody is there."""
        self.seen = time.monotonic()

    def idle(self) -> float:
        """Return the seconds since somebody was there."""
        return time.monotonic() - self.seen

    def take_said(self) -> list[tuple[str, int]]:
        """Return what the next page says, once."""
        said, self.said = self.said, []
        return said


def same(given: str, wanted: str) -> bool:
    """Compare two secrets without telling by time where they differ."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())

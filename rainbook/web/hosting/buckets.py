"""How often one connection may ask: a bucket of turns for each address, kept in memory only.

The one thing a reader would get wrong: no address is kept. What is kept is a hash with a salt that
is made when the program starts and is gone when it ends.
"""

from __future__ import annotations

import ipaddress
import math
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b

MOST = 20_000
"""Buckets held at once. Beyond it, those who are new share one."""
_EVERYBODY = b""


@dataclass
class Buckets:
    """Turns: `burst` at once, and `every` seconds for each one more. `now` gives seconds."""

    burst: int
    every: float
    now: Callable[[], float] = time.monotonic
    _salt: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _left: dict[bytes, tuple[float, float]] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, address: str) -> int:
        """Take one turn for an address; return 0, or the whole seconds until there is one."""
        key = blake2b(_network(address), key=self._salt, digest_size=16).digest()
        with self._guard:
            if key not in self._left and len(self._left) >= MOST and not self._tidied():
                key = _EVERYBODY
            at = self.now()
            left, since = self._left.get(key, (float(self.burst), at))
            left = min(float(self.burst), left + (at - since) / self.every)
            if left < 1:
                self._left[key] = (left, at)
                return max(1, math.ceil((1 - left) * self.every))
            self._left[key] = (left - 1, at)
            return 0

    def _tidied(self) -> bool:
        """Forget the buckets that are full again; return whether there is room now."""
        full = self.burst * self.every
        at = self.now()
        for key in [k for k, (_, since) in self._left.items() if at - since >= full]:
            del self._left[key]
        return len(self._left) < MOST


def _network(address: str) -> bytes:
    """Return an address as bytes; of IPv6 the first half, which one household has as a whole."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return b"?"
    if isinstance(found, ipaddress.IPv6Address):
        return (found.ipv4_mapped or found).packed[:8]
    return found.packed

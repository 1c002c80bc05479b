"""The secrets of one original: everything hidden in its tree comes from one seed.

The one thing a reader would get wrong: whoever is given the seed of an original can work out its
whole tree; the seed goes to nobody but an expert who is given the original itself as well.
"""

from __future__ import annotations

import hashlib

from rainbook.handover.proof.forms import LEFT, RIGHT, half, hashed
from rainbook.handover.proof.vrf import VrfKey, key_from


def blind(what: str, seed: bytes) -> bytes:
    """Return what hides `what`: "file", "reading" or "told"."""
    return hashed(b"rb1 blind ", what.encode("ascii"), seed)


def vrf_key(seed: bytes) -> VrfKey:
    """Return the key that places the threads of the original."""
    return key_from(hashed(b"rb1 vrf", seed))


def thread_seed(seed: bytes, label: bytes) -> bytes:
    """Return the seed all salts of one thread come from."""
    return hashed(b"rb1 thread", seed, label)


def thread_blind(of_thread: bytes) -> bytes:
    """Return what hides how many records a thread has; `of_thread` is its seed."""
    return hashed(b"rb1 thread blind", of_thread)


def halves(seed: bytes) -> tuple[bytes, bytes]:
    """Return the seeds of the two halves of a part."""
    return hashed(LEFT, seed), hashed(RIGHT, seed)


def salts(seed: bytes, count: int) -> list[bytes]:
    """Return the salts of one or more leaves, from the seed of the part they make up."""
    sha256, made = hashlib.sha256, []
    while count > 1:
        k = half(count)
        left, seed = halves(seed)
        part = [left]
        while len(part) < k:
            part = [
                side.digest() for s in part for side in (sha256(LEFT + s), sha256(RIGHT + s))
            ]
        made += part
        count -= k
    return [*made, seed]

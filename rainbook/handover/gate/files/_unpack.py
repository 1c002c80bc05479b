"""Unpacking with a bound: a small packed part must not become a huge one.

The one thing a reader would get wrong: what is packed tighter than the bound allows is refused,
not cut. A cut part would be an answer that looks whole.
"""

from __future__ import annotations

import zlib

from rainbook.handover.gate.files.interface import CouldNotLook


def inflated(data: bytes, where: str, most: int, bits: int = zlib.MAX_WBITS) -> bytes:
    """Return what zlib packed (`bits` as in zlib.decompressobj).

    Raises CouldNotLook when it is damaged or larger than `most` bytes.
    """
    if not data:
        return b""
    unpacking = zlib.decompressobj(bits)
    try:
        found = unpacking.decompress(data, most + 1)
    except zlib.error as fault:
        raise CouldNotLook(f"{where}: a packed part is damaged. Make a bare copy.") from fault
    if len(found) > most:
        raise CouldNotLook(f"{where}: a packed part is too large to be read. Make a bare copy.")
    if not unpacking.eof:
        raise CouldNotLook(f"{where}: a packed part ends in the middle. Make a bare copy.")
    return found

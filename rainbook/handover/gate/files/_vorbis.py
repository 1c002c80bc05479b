"""The comments of Ogg and FLAC sound: "NAME=words", and pictures packed among them.

The one thing a reader would get wrong: anything may be a name; the few that are known only get a
trace of their own besides.

Source: Vorbis I, Ogg Vorbis I comment field; RFC 9639 §8.8.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from rainbook.handover.gate.files._strings import strings_in
from rainbook.handover.gate.files.interface import CouldNotLook, Piece, Trace, look_within_bytes

MOST = 100_000
AUTHORS = ("ARTIST", "PERFORMER", "COPYRIGHT", "CONTACT", "ORGANIZATION", "AUTHOR", "COMPOSER")
PLACES = ("LOCATION", "GEO_LOCATION", "LATITUDE", "LONGITUDE")


def fields(data: bytes) -> tuple[bytes, list[bytes], int]:
    """Return the program's name, the comments, and where they end; raises CouldNotLook."""
    found = list[bytes]()
    vendor, at = _taken(data, 0)
    many = int.from_bytes(data[at : at + 4], "little")
    at += 4
    if many > MOST:
        raise CouldNotLook("The recording has too many notes to be read. Leave it out.")
    for _ in range(many):
        one, at = _taken(data, at)
        found.append(one)
    return vendor, found, at


def _taken(data: bytes, at: int) -> tuple[bytes, int]:
    length = int.from_bytes(data[at : at + 4], "little")
    if at + 4 + length > len(data):
        raise CouldNotLook("The recording's notes are damaged. Leave it out.")
    return data[at + 4 : at + 4 + length], at + 4 + length


def comments(data: bytes, inside: int) -> Iterator[Piece | Trace]:
    """Yield each comment, and the pictures packed in them; `data` begins with the vendor."""
    vendor, found, end = fields(data)
    if vendor:
        yield Piece("software", vendor.decode("utf-8", "replace"), None, None, True)
    for comment in found:
        key, _, value = comment.decode("utf-8", "replace").partition("=")
        where = f"comment {key}"
        if key.upper() == "METADATA_BLOCK_PICTURE":
            yield from _picture(value, inside)
            continue
        yield Piece(where, value, None, None, True)
        if b"\0" in comment:
            yield from strings_in(comment, where, True)
        if key.upper() in (*AUTHORS, *PLACES):
            yield Trace(where, "place" if key.upper() in PLACES else "author", value[:200])
    yield from strings_in(data[end:], "comment", True)


def _picture(value: str, inside: int) -> Iterator[Piece | Trace]:
    try:
        data = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as fault:
        raise CouldNotLook("The recording's cover is damaged. Make a bare copy.") from fault
    yield from picture(data, inside)


def picture(data: bytes, inside: int) -> Iterator[Piece | Trace]:
    """Yield what a picture block (as FLAC writes it) says."""
    at = 4
    for _ in range(2):
        length = int.from_bytes(data[at : at + 4], "big")
        yield from strings_in(data[at + 4 : at + 4 + length], "cover picture", True)
        at += 4 + length
    yield Trace("cover picture", "thumbnail", f"a picture of {max(0, len(data) - at - 20):,} bytes")
    yield from look_within_bytes(data[at + 20 :], "", "cover picture", inside, metadata=True)

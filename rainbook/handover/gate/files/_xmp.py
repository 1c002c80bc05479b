"""XMP and IPTC: what picture programs write beside EXIF, and Photoshop's own blocks.

The one thing a reader would get wrong: XMP keeps a history of the files a picture came from, with
their names and folders, long after the picture was saved under another name.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
from collections.abc import Iterator, Mapping

from rainbook.handover.gate.files._strings import strings_in
from rainbook.handover.gate.files._xml_words import local, walk
from rainbook.handover.gate.files.interface import (
    AT_LAST,
    HEAD,
    CouldNotLook,
    Piece,
    Trace,
    kind_of,
    look_within_bytes,
)

KINDS = {
    **dict.fromkeys((
        "GPSLatitude", "GPSLongitude", "GPSDestLatitude", "GPSDestLongitude", "City", "State",
        "Country", "Location", "LocationCreated", "LocationShown", "Sublocation", "CountryCode",
        "GPSAreaInformation", "LocationName", "AddressLine", "CiAdrExtadr", "CiAdrCity",
        "CiAdrPcode",
    ), "place"),
    **dict.fromkeys((
        "creator", "Artist", "AuthorsPosition", "CaptionWriter", "OwnerName", "CameraOwnerName",
        "rights", "Author", "LastModifiedBy", "Credit", "publisher", "contributor",
    ), "author"),
    **dict.fromkeys((
        "Make", "Model", "SerialNumber", "BodySerialNumber", "LensSerialNumber", "Lens",
        "LensModel", "ImageUniqueID",
    ), "device"),
    **dict.fromkeys(("CreatorTool", "Software", "softwareAgent", "Producer"), "software"),
    **dict.fromkeys((
        "filePath", "RawFileName", "PreservedFileName", "DerivedFrom", "manifestReference",
    ), "path"),
    "image": "thumbnail",
}
IPTC_PLACES = {90: "city", 92: "place", 95: "county", 101: "country", 26: "place", 27: "place"}
IPTC_AUTHORS = {80: "author", 85: "author's title", 110: "credit", 116: "copyright", 122: "writer"}
PACKED = re.compile(r"[A-Za-z0-9+/\s]{64,}={0,2}")
STANDING = ("rdf:", "xmlns", "x:xmptk")


def xmp(data: bytes, inside: int, where: str = "XMP") -> Iterator[Piece | Trace]:
    """Yield what an XMP packet says: each value by itself, and the pictures packed in it.

    Damaged XMP is given as runs of readable characters, and then raises CouldNotLook.
    """
    data = data.strip(b"\0 \t\r\n")
    if not data:
        return
    found: list[tuple[str, str]] = []
    path: list[str] = []

    def opened(name: str, attributes: Mapping[str, str]) -> None:
        path.append(name)
        found.extend((key, value) for key, value in attributes.items()
                     if not key.startswith(STANDING))

    def text(words: str) -> None:
        if words.strip():
            found.append((_named(path), words.strip()))

    def closed(_name: str) -> None:
        path.pop()

    try:
        walk(io.BytesIO(data), where, opened, closed, text)
    except CouldNotLook:
        yield from strings_in(data, where, True)
        raise
    for name, value in found:
        yield from _said(local(name), value, where, inside)


def _named(path: list[str]) -> str:
    return next((name for name in reversed(path) if not name.startswith("rdf:")), "")


def _said(name: str, value: str, where: str, inside: int) -> Iterator[Piece | Trace]:
    place = f"{where} {name}".strip()
    kind = KINDS.get(name)
    inner = _unpacked(value)
    if kind_of(inner[:HEAD], "").name in AT_LAST:
        yield Piece(place, value, None, None, True)
        if kind:
            yield Trace(place, kind, value[:200])
    else:
        yield Trace(place, "thumbnail", f"a file of {len(inner):,} bytes")
    if inner:
        yield from look_within_bytes(inner, "", place, inside, metadata=True)


def _unpacked(value: str) -> bytes:
    """Return what a long value is the base64 of, b"" where it is none. Long words look like it."""
    if not PACKED.fullmatch(value):
        return b""
    try:
        return base64.b64decode(re.sub(r"\s", "", value), validate=True)
    except (binascii.Error, ValueError):
        return b""


def iptc(data: bytes, where: str = "IPTC") -> Iterator[Piece | Trace]:
    """Yield the data sets of IPTC-IIM records; what cannot be read as such, as runs."""
    at = 0
    while at + 5 <= len(data) and data[at] == 0x1C:
        record, number = data[at + 1], data[at + 2]
        length = int.from_bytes(data[at + 3 : at + 5], "big")
        at += 5
        if length & 0x8000:
            many = length & 0x7FFF
            length = int.from_bytes(data[at : at + many], "big") if many <= 4 else len(data)
            at += many
        value = data[at : at + length]
        if len(value) < length:
            yield from strings_in(data, where, True)
            raise CouldNotLook(f"{where}: is cut short. Make a bare copy of the file.")
        at += length
        if record == 2 and value:
            yield from _data_set(number, value, where)
        else:
            yield from strings_in(value, where, True)
    yield from strings_in(data[at:], where, True)


def _data_set(number: int, value: bytes, where: str) -> Iterator[Piece | Trace]:
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = value.decode("cp1252", "replace")
    name = IPTC_PLACES.get(number) or IPTC_AUTHORS.get(number) or str(number)
    yield Piece(f"{where} {name}", text, None, None, True)
    if "\0" in text:
        yield from strings_in(value, f"{where} {name}", True)
    if number in IPTC_PLACES:
        yield Trace(f"{where} {name}", "place", text)
    elif number in IPTC_AUTHORS:
        yield Trace(f"{where} {name}", "author", text)


def photoshop(data: bytes, inside: int) -> Iterator[Piece | Trace]:
    """Yield what Photoshop's blocks say: IPTC, XMP, the small picture, paths, and the rest."""
    at, where = 0, "Photoshop block"
    while data[at : at + 4] in (b"8BIM", b"8B64", b"MeSa", b"AgHg", b"PHUT", b"DCSR"):
        number = int.from_bytes(data[at + 4 : at + 6], "big")
        name = data[at + 7 : at + 7 + data[at + 6]] if at + 6 < len(data) else b""
        at += 6 + (1 + len(name) + 1) // 2 * 2
        length = int.from_bytes(data[at : at + 4], "big")
        value = data[at + 4 : at + 4 + length]
        if len(value) < length:
            yield from strings_in(data, where, True)
            raise CouldNotLook(f"{where}: is cut short. Make a bare copy of the file.")
        at += 4 + (length + 1) // 2 * 2
        yield from strings_in(name, where, True)
        if number == 0x0404:
            yield from iptc(value)
        elif number == 0x0424:
            yield from xmp(value, inside)
        elif number in (0x0409, 0x040C):
            yield Trace(where, "thumbnail", f"a small picture of {len(value):,} bytes")
            yield from look_within_bytes(value[28:], "", "thumbnail", inside, metadata=True)
        else:
            yield from strings_in(value, where, True)
    yield from strings_in(data[at:], where, True)

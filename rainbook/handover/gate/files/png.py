"""PNG pictures, still and moving: each chunk, and what lies behind the end.

The one thing a reader would get wrong: texts in a PNG may be packed, so searching the bytes of the
file for a word does not find it.

Source: Portable Network Graphics (third edition), W3C 2025.
"""

from __future__ import annotations

import binascii
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from rainbook.handover.gate.files._behind import behind
from rainbook.handover.gate.files._exif import exif, only_orientation, orientation
from rainbook.handover.gate.files._noticed import noticing
from rainbook.handover.gate.files._part import copy, exactly, size_of
from rainbook.handover.gate.files._strings import strings_in, strings_of
from rainbook.handover.gate.files._unpack import inflated
from rainbook.handover.gate.files._xmp import iptc, photoshop, xmp
from rainbook.handover.gate.files.interface import PICTURE, CouldNotLook, Piece, Trace

FIRST = b"\x89PNG\r\n\x1a\n"
MOST = 100_000
TEXT_MOST = 1 << 24
KEPT = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"cICP", b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
}
SILENT = KEPT - {b"iCCP", b"sPLT"} | {b"tIME"}
NAMES = {b"eXIf": "EXIF", b"tEXt": "text notes", b"zTXt": "text notes", b"iTXt": "text notes",
         b"tIME": "time of the last change"}
KINDS = {"author": "author", "artist": "author", "copyright": "author", "software": "software",
         "source": "device", "location": "place"}
RAW_PROFILE = re.compile(rb"\s*\w+\s+\d+\s+([0-9a-fA-F\s]*)")


@dataclass(frozen=True, slots=True)
class _Chunk:
    kind: bytes
    start: int
    body: int
    end: int

    @property
    def length(self) -> int:
        return self.end - 4 - self.body


class _Png:
    name = "png"
    title = "a PNG picture"
    unseen = PICTURE

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins as a PNG."""
        return head.startswith(FIRST)

    @noticing
    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield what every chunk says, then what lies behind the end."""
        at = 0
        broken: CouldNotLook | None = None
        for chunk in _chunks(stream, size):
            at = chunk.end
            if chunk.kind not in SILENT:
                try:
                    yield from _said(stream, chunk, inside)
                except CouldNotLook as fault:
                    broken = fault
        yield from behind(stream, at, size, inside)
        if broken:
            raise broken

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Copy the chunks the picture is made of, and a note of how it is turned if it is."""
        size, at, taken = size_of(stream), 0, dict[str, None]()
        out.write(FIRST)
        for chunk in _chunks(stream, size):
            at = chunk.end
            if chunk.kind in KEPT:
                copy(stream, chunk.start, chunk.end, out)
                continue
            new = b""
            if chunk.kind == b"eXIf":
                data = exactly(stream, chunk.body, chunk.length, "EXIF")
                turned = orientation(data)
                new = only_orientation(turned) if turned != 1 else b""
                if new == data:
                    copy(stream, chunk.start, chunk.end, out)
                    continue
            if new:
                out.write(_chunk(b"eXIf", new))
            taken[NAMES.get(chunk.kind, "unknown chunks")] = None
        if at < size:
            taken["what lies behind the end of the picture"] = None
        return tuple(taken)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def _chunks(stream: BinaryIO, size: int) -> Iterator[_Chunk]:
    at = len(FIRST)
    for _ in range(MOST):
        head = exactly(stream, at, 8, "the picture")
        length, kind = int.from_bytes(head[:4], "big"), head[4:]
        end = at + 12 + length
        if end > size:
            raise CouldNotLook("The picture ends in the middle. Give it from its first export.")
        yield _Chunk(kind, at, at + 8, end)
        if kind == b"IEND":
            return
        at = end
    raise CouldNotLook("The picture is cut into too many parts to be read. Leave it out.")


def _said(stream: BinaryIO, chunk: _Chunk, inside: int) -> Iterator[Piece | Trace]:
    if chunk.kind not in (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"iCCP", b"sPLT"):
        where = "chunk " + chunk.kind.decode("latin-1")
        yield from strings_of(stream, chunk.body, chunk.end - 4, where, True)
        return
    data = exactly(stream, chunk.body, chunk.length, "the picture", TEXT_MOST)
    if chunk.kind == b"eXIf":
        yield from exif(data.removeprefix(b"Exif\0\0"), "EXIF", inside)
        return
    key, _, rest = data.partition(b"\0")
    name = key.decode("latin-1")
    if chunk.kind in (b"iCCP", b"sPLT"):
        yield Piece("colour profile", name, None, None, True)
        packed = rest[1:] if chunk.kind == b"iCCP" else b""
        yield from strings_in(inflated(packed, "colour profile", TEXT_MOST),
                              "colour profile", True)
        return
    words = _words(chunk.kind, rest)
    yield from _text(name, words, inside)


def _words(kind: bytes, rest: bytes) -> bytes:
    if kind == b"tEXt":
        return rest
    if kind == b"zTXt":
        return inflated(rest[1:], "text notes", TEXT_MOST)
    packed, rest = rest[:1] == b"\1", rest[2:]
    language, _, rest = rest.partition(b"\0")
    title, _, rest = rest.partition(b"\0")
    words = inflated(rest, "text notes", TEXT_MOST) if packed else rest
    return words if not (language + title).strip() else b" ".join((title, language, words))


def _text(name: str, words: bytes, inside: int) -> Iterator[Piece | Trace]:
    if name.startswith("XML:com.adobe.xmp"):
        yield from xmp(words, inside)
        return
    raw = RAW_PROFILE.fullmatch(words) if name.startswith("Raw profile type") else None
    if raw:
        yield from _raw_profile(name.split()[-1], raw.group(1), inside)
        return
    place = f"text note {name}"
    try:
        text = words.decode("utf-8")
    except UnicodeDecodeError:
        text = words.decode("latin-1")
    yield Piece(place, f"{name}: {text}", None, None, True)
    if b"\0" in words:
        yield from strings_in(words, place, True)
    kind = KINDS.get(name.casefold())
    if kind:
        yield Trace(place, kind, text[:200])


def _raw_profile(kind: str, hexed: bytes, inside: int) -> Iterator[Piece | Trace]:
    """ImageMagick writes EXIF, IPTC and XMP as hexadecimal digits in a text note."""
    try:
        data = binascii.unhexlify(re.sub(rb"\s", b"", hexed))
    except binascii.Error as fault:
        raise CouldNotLook("A text note of the picture is damaged. Make a bare copy.") from fault
    if kind in ("exif", "APP1", "app1") and not data.startswith(b"http"):
        yield from exif(data.removeprefix(b"Exif\0\0"), "EXIF", inside)
    elif kind == "iptc":
        yield from (photoshop if data.startswith(b"8BIM") else _iptc)(data, inside)
    elif kind in ("xmp", "APP1", "app1"):
        yield from xmp(data[data.find(b"<") :], inside)
    else:
        yield from strings_in(data, f"text note {kind}", True)


def _iptc(data: bytes, _inside: int) -> Iterator[Piece | Trace]:
    yield from iptc(data)


KIND = _Png()

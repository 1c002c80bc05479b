"""EXIF: the tags a camera writes, wherever they are kept (JPEG, PNG, WebP, HEIC, TIFF).

The one thing a reader would get wrong: the small picture inside EXIF often shows more than the
picture around it, because programs that crop or cover leave it as it was.

Source: CIPA DC-008 (Exif 2.32), TIFF 6.0.
"""

from __future__ import annotations

import struct
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

from rainbook.handover.gate.files._strings import strings_in
from rainbook.handover.gate.files._xmp import iptc, photoshop, xmp
from rainbook.handover.gate.files.interface import CouldNotLook, Piece, Trace, look_within_bytes

TABLES, TAGS = 64, 8192
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
BELOW = {0x8769: "EXIF", 0x8825: "EXIF GPS", 0xA005: "EXIF", 0x014A: "EXIF"}
NAMED = {
    0x010E: ("title", "description"), 0x010F: ("device", "maker"), 0x0110: ("device", "model"),
    0x0131: ("software", "software"), 0x013B: ("author", "artist"),
    0x013C: ("device", "computer"), 0x8298: ("author", "copyright"),
    0xA430: ("author", "owner of the camera"), 0xA431: ("device", "serial number"),
    0xA433: ("device", "lens maker"), 0xA434: ("device", "lens model"),
    0xA435: ("device", "lens serial number"), 0xA420: ("device", "picture number"),
    0x9C9D: ("author", "author"), 0xC614: ("device", "model"), 0xC62F: ("device", "serial number"),
    0xC68B: ("path", "first file name"),
}
WIDE = range(0x9C9B, 0x9CA0)  # the texts the Windows file window writes
COMMENTED = (0x9286, 0x001B, 0x001C)  # user comment, GPS method, GPS area: a code, then the words
ORIENTATION, XMP_TAG, IPTC_TAG, PHOTOSHOP_TAG, MAKER = 0x0112, 700, 33723, 34377, 0x927C


@dataclass(slots=True)
class _Walk:
    data: bytes
    where: str
    inside: int
    order: str
    seen: set[int] = field(default_factory=set)
    tags: int = 0
    broken: str = ""


@dataclass(frozen=True, slots=True)
class _Tag:
    tag: int
    kind: int
    count: int
    raw: bytes


def exif(data: bytes, where: str, inside: int, picture: bool = True) -> Iterator[Piece | Trace]:
    """Yield what EXIF bytes (from their "II" or "MM") say.

    `picture`: the bytes lie in a picture, so a second table describes a thumbnail. Raises
    CouldNotLook at the end when a table or a value points outside, after yielding every readable
    run of characters instead.
    """
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if order is None or len(data) < 8:
        yield from strings_in(data, where, True)
        raise CouldNotLook(f"{where}: does not begin as it should. Make a bare copy of the file.")
    walk = _Walk(data, where, inside, order)
    (first,) = struct.unpack_from(order + "I", data, 4)
    at, number = first, 0
    while at:
        name = where if number == 0 or not picture else "thumbnail"
        at = yield from _table(walk, at, name)
        number += 1
    if walk.broken:
        yield from strings_in(data, where, True)
        raise CouldNotLook(f"{where}: {walk.broken}. Make a bare copy of the file.")


def orientation(data: bytes) -> int:
    """Return how the picture is to be turned (1 to 8); 1 when it is not said or not readable."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if order is None or len(data) < 10:
        return 1
    walk = _Walk(data, "", 0, order)
    tags, _next = _read(walk, struct.unpack_from(order + "I", data, 4)[0])
    turned = next((t for t in tags if t.tag == ORIENTATION and t.kind == 3 and t.count), None)
    value = struct.unpack_from(order + "H", turned.raw)[0] if turned else 1
    return value if 1 <= value <= 8 else 1


def only_orientation(turned: int) -> bytes:
    """Return EXIF bytes that say how the picture is turned, and nothing else."""
    return b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, ORIENTATION, 3, 1, turned, 0, 0)


def _read(walk: _Walk, at: int) -> tuple[list[_Tag], int]:
    data, found = walk.data, list[_Tag]()
    if at in walk.seen or len(walk.seen) >= TABLES:
        walk.broken = "its tables go round in a circle"
        return [], 0
    walk.seen.add(at)
    if at + 2 > len(data):
        walk.broken = "a table lies outside it"
        return [], 0
    (count,) = struct.unpack_from(walk.order + "H", data, at)
    for n in range(count):
        place = at + 2 + 12 * n
        walk.tags += 1
        if place + 12 > len(data) or walk.tags > TAGS:
            walk.broken = "a table is cut short or too long"
            return found, 0
        tag, kind, many = struct.unpack_from(walk.order + "HHI", data, place)
        length = SIZES.get(kind, 0) * many
        start = place + 8
        if length > 4:
            (start,) = struct.unpack_from(walk.order + "I", data, start)
        if start + length > len(data):
            walk.broken = "a value lies outside it"
            continue
        found.append(_Tag(tag, kind, many, data[start : start + length]))
    end = at + 2 + 12 * count
    after = struct.unpack_from(walk.order + "I", data, end)[0] if end + 4 <= len(data) else 0
    return found, after


def _table(walk: _Walk, at: int, where: str) -> Generator[Piece | Trace, None, int]:
    tags, after = _read(walk, at)
    for tag in tags:
        if tag.tag in BELOW:
            for below in _whole(walk, tag)[:TABLES]:
                yield from _table(walk, below, BELOW[tag.tag])
        else:
            yield from _value(walk, tag, where)
    if where == "EXIF GPS":
        yield from _place(walk, {tag.tag: tag for tag in tags})
    yield from _small_picture(walk, {tag.tag: tag for tag in tags})
    return after


def _value(walk: _Walk, tag: _Tag, where: str) -> Iterator[Piece | Trace]:
    if tag.tag == XMP_TAG:
        yield from xmp(tag.raw, walk.inside)
    elif tag.tag == IPTC_TAG:
        yield from iptc(tag.raw)
    elif tag.tag == PHOTOSHOP_TAG:
        yield from photoshop(tag.raw, walk.inside)
    elif tag.kind in (1, 2, 6, 7):
        kind, name = NAMED.get(tag.tag, ("", f"tag {tag.tag}"))
        place = f"{where} {name}"
        texts = _texts(tag, walk.order)
        for text in texts:
            yield Piece(place, text, None, None, True)
            if kind and kind != "title":
                yield Trace(place, kind, text)
        # words may be written in another way than the tag says
        if not texts or b"\0" in tag.raw.rstrip(b"\0"):
            yield from strings_in(tag.raw, place, True)


def _texts(tag: _Tag, order: str) -> list[str]:
    raw = tag.raw
    if tag.tag in WIDE:
        texts = [raw.decode("utf-16-le", "replace")]
    elif tag.tag in COMMENTED and tag.kind == 7:
        code, words = raw[:8], raw[8:]
        wide = "utf-16-le" if order == "<" else "utf-16-be"
        texts = [words.decode(wide if code.startswith(b"UNICODE") else "utf-8", "replace")]
        # programs disagree about the byte order here, so the other one is read too
        if code.startswith(b"UNICODE"):
            other = "utf-16-be" if order == "<" else "utf-16-le"
            texts.append(words.decode(other, "replace"))
    elif tag.kind == 2:
        texts = _plain(raw)
    else:
        return []
    return [text.strip("\0 ") for text in texts if text.strip("\0 ")]


def _plain(raw: bytes) -> list[str]:
    try:
        return raw.decode("utf-8").split("\0")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace").split("\0")


def _whole(walk: _Walk, tag: _Tag) -> list[int]:
    code = {3: "H", 4: "I", 13: "I"}.get(tag.kind)
    return list(struct.unpack(f"{walk.order}{tag.count}{code}", tag.raw)) if code else []


def _place(walk: _Walk, tags: dict[int, _Tag]) -> Iterator[Trace]:
    shown = []
    for ref, value, back in ((1, 2, b"S"), (3, 4, b"W"), (19, 20, b"S"), (21, 22, b"W")):
        if value in tags:
            degrees = _degrees(walk, tags[value])
            sign = -1 if ref in tags and tags[ref].raw[:1].upper() == back else 1
            shown.append("?" if degrees is None else f"{sign * degrees:.6f}")
    if shown:
        yield Trace("EXIF GPS", "place", ", ".join(shown))


def _degrees(walk: _Walk, tag: _Tag) -> float | None:
    if tag.kind not in (5, 10) or not tag.count:
        return None
    code = "I" if tag.kind == 5 else "i"
    parts = struct.unpack(f"{walk.order}{tag.count * 2}{code}", tag.raw)
    total = 0.0
    for n in range(min(3, tag.count)):
        top, bottom = parts[2 * n], parts[2 * n + 1]
        total += (top / bottom if bottom else 0.0) / 60**n
    return total


def _small_picture(walk: _Walk, tags: dict[int, _Tag]) -> Iterator[Piece | Trace]:
    if 0x0201 not in tags or 0x0202 not in tags:
        return
    start, length = _whole(walk, tags[0x0201]), _whole(walk, tags[0x0202])
    if not start or not length or not length[0]:
        return
    data = walk.data[start[0] : start[0] + length[0]]
    if len(data) < length[0]:
        walk.broken = "its small picture is cut short"
    yield Trace("thumbnail", "thumbnail", f"a small picture of {length[0]:,} bytes")
    try:
        yield from look_within_bytes(data, "", "thumbnail", walk.inside, metadata=True)
    except CouldNotLook:
        walk.broken = "its small picture is damaged"

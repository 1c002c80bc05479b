"""Looking into films, sound and pictures kept in boxes: MP4, MOV, M4A, 3GP, HEIC, AVIF.

The one thing a reader would get wrong: a bare copy has the same length. Notes are written over
with zeros and their boxes called free space, because the file's own tables count in bytes from
its beginning.

The small picture inside a HEIC shows what the large one shows, and stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._boxes import Box, Count, all_boxes, within
from rainbook.handover.gate.files._exif import exif, only_orientation
from rainbook.handover.gate.files._iso_items import Item, items
from rainbook.handover.gate.files._iso_tracks import NOTES, WORDS, samples, tracks
from rainbook.handover.gate.files._iso_words import note, value
from rainbook.handover.gate.files._noticed import noticing
from rainbook.handover.gate.files._part import copy_with, exactly, part_of, size_of
from rainbook.handover.gate.files._strings import strings_in, strings_of
from rainbook.handover.gate.files._xmp import xmp
from rainbook.handover.gate.files.interface import (
    HEAD,
    CouldNotLook,
    Piece,
    Trace,
    look_within,
)

NOTE_MOST, NOTES_MOST = 1 << 25, 500
XMP_ID = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
FREE = (b"free", b"skip", b"wide")
OUTER = {b"ftyp", b"moov", b"mdat", b"moof", b"mfra", b"sidx", b"ssix", b"styp", b"meta", b"pdin",
         b"prft", b"jP  ", *FREE}
FIRST = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot", b"styp")
STILL = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis", b"hevc", b"mif2")
SOUND = (b"M4A ", b"M4B ", b"M4P ")
NO_NOTES = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'


class IsoMedia:
    """One sort of file kept in boxes, told from the others by its first box."""

    def __init__(self, name: str, title: str, unseen: str, brands: tuple[bytes, ...]) -> None:
        self.name, self.title, self.unseen, self.brands = name, title, unseen, brands

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins with a box of a film, a sound or a picture of this sort."""
        if head[4:8] not in FIRST:
            return False
        brand = head[8:12] if head[4:8] == b"ftyp" else b""
        if brand in (b"", b"qt  "):
            return not self.brands
        known = brand in (*STILL, *SOUND)
        return brand in self.brands if self.brands else not known

    @noticing
    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield every note, wherever it is kept, and what lies in space nobody uses."""
        count = Count()
        found = list(all_boxes(stream, 0, size, count))
        broken: CouldNotLook | None = None
        if sum(box.path[-1:] == (b"ilst",) for box in found) > NOTES_MOST:
            raise CouldNotLook("The file has too many notes to be read. Leave it out.")
        for box in found:
            try:
                yield from _said(stream, box, found, size, inside, count)
            except CouldNotLook as fault:
                broken = fault
        for track in tracks(found, stream):
            if track.carries in NOTES + WORDS:
                yield from _samples(stream, track.carries, samples(stream, track, size))
        if broken:
            raise broken

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Copy the file with its notes written over, every other byte where it was."""
        size, count = size_of(stream), Count()
        found = list(all_boxes(stream, 0, size, count))
        patches: list[tuple[int, bytes | int]] = []
        taken = dict[str, None]()
        for box in found:
            _overwrite(stream, box, size, count, patches, taken)
        for track in tracks(found, stream):
            if track.carries in NOTES:
                patches += [(start, length) for start, length in samples(stream, track, size)]
                patches += [(track.box.start + 4, b"free"), (track.box.body, track.box.length)]
                taken["a track of notes by the second"] = None
        copy_with(stream, size, out, patches)
        return tuple(taken)


def _said(
    stream: BinaryIO, box: Box, found: list[Box], size: int, inside: int, count: Count
) -> Iterator[Piece | Trace]:
    kind, above = box.kind, box.path[-1:]
    if kind in (b"uuid", b"XMP_"):
        yield from _uuid(stream, box, inside)
    elif kind in FREE:
        yield from strings_of(stream, box.body, box.end, "unused space", True)
    elif not box.path and kind not in OUTER:
        yield from _unknown(stream, box, inside)
    elif above == (b"udta",) and kind != b"meta":
        yield from note(stream, box)
    elif above == (b"ilst",):
        yield from _listed(stream, box, found, inside)
    elif kind == b"meta":
        for item in items(stream, box, size, count):
            yield from _item(stream, item, inside)
    elif kind in (b"hdlr", b"stsd", b"keys", b"xml ", b"url ", b"urn ", b"infe", b"iinf"):
        yield from strings_of(stream, box.body, box.end, _where(kind), kind == b"xml ")
    elif above == (b"moov",) and kind in (b"gps ", b"mdta"):
        yield from note(stream, box)


def _where(kind: bytes) -> str:
    return {b"xml ": "note", b"hdlr": "name of a track"}.get(kind, "how it is kept")


def _uuid(stream: BinaryIO, box: Box, inside: int) -> Iterator[Piece | Trace]:
    start = box.body + (16 if box.kind == b"uuid" else 0)
    head = exactly(stream, box.body, min(16, box.length), "the file")
    if head == XMP_ID or box.kind == b"XMP_":
        yield from xmp(exactly(stream, start, box.end - start, "XMP", NOTE_MOST), inside)
    else:
        yield from strings_of(stream, box.body, box.end, "unknown part", True)


def _unknown(stream: BinaryIO, box: Box, inside: int) -> Iterator[Piece | Trace]:
    """A part of the file that no film or picture has: a film behind a picture, or anything."""
    head = exactly(stream, box.body, min(HEAD, box.length), "the file")
    letters = box.kind.decode("latin-1").strip()
    yield Trace("unknown part", "trailing bytes", f"{letters}: {box.length:,} bytes")
    if head[4:8] in FIRST:
        part = part_of(stream, box.body, box.end)
        yield from look_within(part, box.length, "", "unknown part", inside, metadata=True)
    else:
        yield from strings_of(stream, box.body, box.end, "unknown part", True)


def _listed(
    stream: BinaryIO, box: Box, found: list[Box], inside: int
) -> Iterator[Piece | Trace]:
    names, key = _names(stream, box, found), ""
    number = int.from_bytes(box.kind, "big")
    if 0 < number <= len(names):
        key = names[number - 1]
    for inner in within(found, box):
        if len(inner.path) != len(box.path) + 1:
            continue
        data = exactly(stream, inner.body, inner.length, "a note in the file", NOTE_MOST)
        if inner.kind == b"data":
            yield from value(data, box.kind, key, inside)
        elif inner.kind == b"name":
            key = data[4:].decode("utf-8", "replace")
        yield from strings_in(data[4:], f"note {key}".strip(), True)


def _names(stream: BinaryIO, box: Box, found: list[Box]) -> list[str]:
    """Return the names of the numbered notes of the list a note is in."""
    keys = next((
        b for around in found if around.kind == b"meta" and around.start < box.start < around.end
        for b in within(found, around) if b.kind == b"keys"
    ), None)
    if keys is None:
        return []
    data = exactly(stream, keys.body, keys.length, "a note in the file", NOTE_MOST)
    names, at = [], 8
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        names.append(data[at + 8 : at + length].decode("utf-8", "replace"))
        at += max(8, length)
    return names


def _item(stream: BinaryIO, item: Item, inside: int) -> Iterator[Piece | Trace]:
    data = b"".join(
        exactly(stream, start, length, "a note in the file", NOTE_MOST)
        for start, length in item.extents
    )
    if item.sort == "Exif":
        at = 4 + int.from_bytes(data[:4], "big")
        yield from exif(data[at:], "EXIF", inside)
    elif item.sort == "XMP":
        yield from xmp(data, inside)
    else:
        yield from strings_in(data, f"note {item.name}", True)


def _samples(
    stream: BinaryIO, carries: bytes, places: Iterator[tuple[int, int]]
) -> Iterator[Piece | Trace]:
    seen = carries in WORDS
    where = "subtitles" if seen else "notes by the second"
    if not seen:
        yield Trace(where, "place", "a track of notes by the second, which may say places")
    for start, length in places:
        if seen and length > 2:
            words = exactly(stream, start, length, "the film", NOTE_MOST)
            yield Piece(where, words[2:].decode("utf-8", "replace"), None, None, False)
        yield from strings_of(stream, start, start + length, where, not seen)


def _overwrite(
    stream: BinaryIO, box: Box, size: int, count: Count,
    patches: list[tuple[int, bytes | int]], taken: dict[str, None],
) -> None:
    """Add what is to be written over because of one box, and what that takes out."""
    kind = box.kind
    if kind == b"meta":
        for item in items(stream, box, size, count):
            new = _blank(stream, item)
            patches += new
            if new:
                taken["EXIF" if item.sort == "Exif" else "XMP and other notes"] = None
    whole = kind in (b"udta", b"uuid", b"XMP_") or (kind == b"meta" and box.path[:1] == (b"moov",))
    whole = whole or (box.path == (b"moov",) and kind == b"gps ")
    strange = not box.path and kind not in OUTER
    if whole or strange:
        patches += [(box.start + 4, b"free"), (box.body, box.length)]
        taken["unknown parts" if strange else "notes (title, author, place, camera)"] = None
    elif kind in FREE and _written(stream, box):
        patches.append((box.body, box.length))
        taken["what was left in unused space"] = None


def _written(stream: BinaryIO, box: Box) -> bool:
    at = box.body
    while at < box.end:
        stream.seek(at)
        block = stream.read(min(1 << 20, box.end - at))
        if not block or block.strip(b"\0"):
            return bool(block)
        at += len(block)
    return False


def _blank(stream: BinaryIO, item: Item) -> list[tuple[int, bytes | int]]:
    """Return what to write over an item: notes of the same length that say nothing."""
    total = sum(length for _, length in item.extents)
    new = {"Exif": bytes(4) + only_orientation(1), "XMP": NO_NOTES}.get(item.sort, b"")
    new = new if len(new) <= total else b""
    filling = b" " if item.sort == "XMP" else b"\0"
    new = new.ljust(total, filling)
    patches: list[tuple[int, bytes | int]] = []
    at = 0
    for start, length in item.extents:
        part = new[at : at + length]
        if exactly(stream, start, length, "a note in the file", NOTE_MOST) != part:
            patches.append((start, part))
        at += length
    return patches


"""The items of a HEIC or AVIF picture: where its EXIF and XMP lie.

The one thing a reader would get wrong: the notes of such a picture lie among the picture's own
bytes, and a table elsewhere says where. To take them out is to write over them, not to cut.

Source: ISO/IEC 14496-12 §8.11, ISO/IEC 23008-12.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from rainbook.handover.gate.files._boxes import Box, Count, boxes, first_inside
from rainbook.handover.gate.files._part import exactly
from rainbook.handover.gate.files.interface import CouldNotLook

TABLE_MOST, ITEMS_MOST = 1 << 22, 10_000


@dataclass(frozen=True, slots=True)
class Item:
    """One item that is not picture: "Exif", "XMP" or another sort, and its bytes in the file."""

    sort: str
    name: str
    extents: tuple[tuple[int, int], ...]  # where each begins and how long it is


@dataclass(slots=True)
class _Bytes:
    data: bytes
    at: int = 0

    def number(self, length: int) -> int:
        if self.at + length > len(self.data):
            raise CouldNotLook("A table of the picture is cut short. Leave the file out.")
        found = int.from_bytes(self.data[self.at : self.at + length], "big")
        self.at += length
        return found

    def text(self) -> str:
        end = self.data.find(b"\0", self.at)
        end = len(self.data) if end < 0 else end
        found = self.data[self.at : end].decode("utf-8", "replace")
        self.at = end + 1
        return found


def items(stream: BinaryIO, meta: Box, size: int, count: Count) -> Iterator[Item]:
    """Yield the items of a picture's "meta" box that are EXIF, XMP or other notes."""
    inner = {b.kind: b for b in boxes(stream, first_inside(stream, meta), meta.end, (), count)}
    if b"iinf" not in inner or b"iloc" not in inner:
        return
    sorts = _sorts(stream, inner[b"iinf"], count)
    idat = inner.get(b"idat")
    for number, extents in _places(_table(stream, inner[b"iloc"]), idat.body if idat else None):
        sort, name = sorts.get(number, ("", ""))
        if sort in ("Exif", "XMP", "note"):
            if any(start + length > size for start, length in extents):
                raise CouldNotLook("The picture ends in the middle. Give it from its first export.")
            yield Item(sort, name, extents)


def _table(stream: BinaryIO, box: Box) -> _Bytes:
    return _Bytes(exactly(stream, box.body, box.length, "a table of the picture", TABLE_MOST))


def _sorts(stream: BinaryIO, iinf: Box, count: Count) -> dict[int, tuple[str, str]]:
    version = exactly(stream, iinf.body, 1, "the picture")[0]
    start = iinf.body + (6 if version == 0 else 8)
    found: dict[int, tuple[str, str]] = {}
    for box in boxes(stream, start, iinf.end, (), count):
        table = _table(stream, box)
        version = table.number(1)
        table.number(3)
        if box.kind != b"infe" or version < 2:
            continue
        number = table.number(2 if version == 2 else 4)
        table.number(2)
        kind = table.number(4).to_bytes(4, "big")
        name = table.text()
        said = table.text() if kind in (b"mime", b"uri ") else ""
        sort = "Exif" if kind == b"Exif" else "note" if kind in (b"mime", b"uri ") else ""
        found[number] = ("XMP" if "rdf+xml" in said else sort, f"{name} {said}".strip())
    return found


def _places(
    table: _Bytes, idat: int | None
) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
    version = table.number(1)
    table.number(3)
    sizes = table.number(2)
    offset, length, base, index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    many = table.number(4 if version == 2 else 2)
    if many > ITEMS_MOST:
        raise CouldNotLook("The picture has too many parts to be read. Leave it out.")
    for _ in range(many):
        number = table.number(4 if version == 2 else 2)
        way = table.number(2) & 15 if version else 0
        table.number(2)
        start = table.number(base)
        extents = []
        for _ in range(table.number(2)):
            if version and index:
                table.number(index)
            first, many_bytes = table.number(offset), table.number(length)
            extents.append((start + first, many_bytes))
        if way == 1 and idat is not None:
            extents = [(idat + first, many_bytes) for first, many_bytes in extents]
        yield number, tuple(extents) if way in (0, 1) else ()

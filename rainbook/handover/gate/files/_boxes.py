"""The boxes that films, sound and HEIC pictures are kept in (ISO base media, QuickTime).

The one thing a reader would get wrong: a box says how long it is, and may lie. Boxes are walked
within the box around them, never past it, and only so many.

Source: ISO/IEC 14496-12 (ISO base media file format); QuickTime File Format Specification.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from rainbook.handover.gate.files._part import exactly
from rainbook.handover.gate.files.interface import CouldNotLook

MOST, DEEPEST = 60_000, 12
HOLDS = {
    b"moov", b"trak", b"mdia", b"minf", b"stbl", b"udta", b"edts", b"dinf", b"mvex", b"moof",
    b"traf", b"iprp", b"ipco", b"tref", b"gmhd", b"mfra", b"meta", b"ilst",
}


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its four letters, its bytes (start, body, end) and the letters of those around it.
    """

    kind: bytes
    start: int
    body: int
    end: int
    path: tuple[bytes, ...]

    @property
    def length(self) -> int:
        """Return how many bytes the body has."""
        return self.end - self.body


@dataclass(slots=True)
class Count:
    """How many boxes were read so far, over the whole file."""

    boxes: int = field(default=0)


def boxes(
    stream: BinaryIO, at: int, end: int, path: tuple[bytes, ...], count: Count
) -> Iterator[Box]:
    """Yield the boxes that lie side by side between two places.

    Up to seven bytes too few for a box at the end (QuickTime writes four zeros) are passed over.
    Raises CouldNotLook for a box that is longer than what is around it, and for too many.
    """
    while at + 8 <= end:
        count.boxes += 1
        if count.boxes > MOST:
            raise CouldNotLook("The file is cut into too many parts to be read. Leave it out.")
        head = exactly(stream, at, 8, "the file")
        length, body = int.from_bytes(head[:4], "big"), at + 8
        if length == 1:
            length, body = int.from_bytes(exactly(stream, at + 8, 8, "the file"), "big"), at + 16
        elif length == 0:
            if path and path[-1] == b"udta":  # four zeros close QuickTime's list
                return
            length = end - at
        if length < body - at or at + length > end:
            raise CouldNotLook(
                "The file is damaged or ends in the middle: a part of it claims more bytes than "
                "there are. Give it from its first export, or leave it out."
            )
        yield Box(head[4:], at, body, at + length, path)
        at += length


def all_boxes(
    stream: BinaryIO, at: int, end: int, count: Count, path: tuple[bytes, ...] = ()
) -> Iterator[Box]:
    """Yield every box, the outer one before those in it."""
    for box in boxes(stream, at, end, path, count):
        yield box
        if box.kind in HOLDS or (path and path[-1] == b"ilst"):
            if len(path) >= DEEPEST:
                raise CouldNotLook("The file is nested too deep to be read. Leave it out.")
            start = first_inside(stream, box)
            yield from all_boxes(stream, start, box.end, count, (*path, box.kind))


def first_inside(stream: BinaryIO, box: Box) -> int:
    """Return where the first box inside another begins; "meta" may have four bytes before it."""
    if box.kind != b"meta" or box.length < 8:
        return box.body
    # QuickTime writes no version and flags here, ISO does
    return box.body if exactly(stream, box.body + 4, 4, "the file") == b"hdlr" else box.body + 4


def within(found: Sequence[Box], box: Box) -> Sequence[Box]:
    """Return the boxes inside one box, at any depth; `found` is in the order of all_boxes."""
    first = bisect_left(found, box.start + 1, key=lambda one: one.start)
    return found[first : bisect_left(found, box.end, key=lambda one: one.start)]

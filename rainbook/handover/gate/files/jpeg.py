"""JPEG pictures: each segment, and what lies behind the end (a film, a second picture).

The one thing a reader would get wrong: a bare copy is not a new picture. The bytes the picture is
decoded from stay as they are; only the segments beside them go, and one tag says how it is turned.

Source: ITU-T T.81, JFIF 1.02, CIPA DC-007 (several pictures in one file).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from rainbook.handover.gate.files._behind import behind
from rainbook.handover.gate.files._exif import exif, only_orientation, orientation
from rainbook.handover.gate.files._noticed import noticing
from rainbook.handover.gate.files._part import copy, exactly, size_of
from rainbook.handover.gate.files._strings import strings_in
from rainbook.handover.gate.files._xmp import photoshop, xmp
from rainbook.handover.gate.files.interface import PICTURE, CouldNotLook, Piece, Trace

BLOCK, MOST_SEGMENTS, MOST_PICTURES = 1 << 16, 20_000, 16
SOI, EOI, SOS, COM, DQT = 0xD8, 0xD9, 0xDA, 0xFE, 0xDB
ALONE = {0x01, *range(0xD0, 0xD8)}
EXIF, XMP = b"Exif\0", b"http://ns.adobe.com/xap/1.0/\0"
MORE_XMP = b"http://ns.adobe.com/xmp/extension/\0"
PHOTOSHOP, ICC, MPF = b"Photoshop 3.0\0", b"ICC_PROFILE\0", b"MPF\0"
JFIF, ADOBE = b"JFIF\0", b"Adobe"
IMAGE = {*range(0xC0, 0xD0), *range(0xDA, 0xE0)}  # frames, tables and scans


@dataclass(frozen=True, slots=True)
class _Segment:
    marker: int
    start: int
    body: int
    end: int


class _Jpeg:
    name = "jpeg"
    title = "a JPEG picture"
    unseen = PICTURE

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins as a JPEG."""
        return head[:3] == b"\xff\xd8\xff"

    @noticing
    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield what every segment says, then what lies behind the end."""
        at, more = 0, bytearray()
        broken: CouldNotLook | None = None
        for number in range(MOST_PICTURES):
            for segment in _segments(stream, at, size):
                at = segment.end
                try:
                    yield from _said(stream, segment, inside, more)
                except CouldNotLook as fault:
                    broken = fault
            if number:
                yield Trace("trailing bytes", "trailing bytes", "a further picture behind this one")
            stream.seek(at)
            if stream.read(3) != b"\xff\xd8\xff":
                break
        if more:
            yield from xmp(bytes(more), inside, "XMP, continued")
        yield from behind(stream, at, size, inside)
        if broken:
            raise broken

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Copy the picture without its segments of metadata and without what lies behind it."""
        size, at, taken = size_of(stream), 0, dict[str, None]()
        for segment in _segments(stream, 0, size):
            at = segment.end
            head = exactly(stream, segment.body, min(40, segment.end - segment.body), "the picture")
            new, what = _instead(stream, segment, head)
            if what:
                taken[what] = None
            if new is None:
                copy(stream, segment.start, segment.end, out)
            else:
                out.write(new)
        if at < size:
            taken["what lies behind the end of the picture"] = None
        return tuple(taken)


def _segments(stream: BinaryIO, at: int, size: int) -> Iterator[_Segment]:
    yield _Segment(SOI, at, at + 2, at + 2)
    at += 2
    for _ in range(MOST_SEGMENTS):
        start = at
        lead = exactly(stream, at, 2, "the picture")
        if lead[0] != 0xFF:
            break
        at += 1
        while lead[1] == 0xFF and at + 2 <= size:  # filling between segments
            at += 1
            lead = b"\xff" + exactly(stream, at, 1, "the picture")
        marker, at = lead[1], at + 1
        if marker in ALONE or marker in (SOI, EOI):
            yield _Segment(marker, start, at, at)
            if marker == EOI:
                return
            continue
        length = int.from_bytes(exactly(stream, at, 2, "the picture"), "big")
        end = at + length
        if length < 2 or end > size:
            break
        if marker == SOS:
            end = _scan_end(stream, end, size)
        yield _Segment(marker, start, at + 2, end)
        at = end
    raise CouldNotLook(
        "The picture is damaged: its parts do not follow one another as they should. "
        "Give it from its first export, or leave it out."
    )


def _scan_end(stream: BinaryIO, at: int, size: int) -> int:
    """Return where the next marker begins that is not part of the scan."""
    stream.seek(at)
    held = b""
    while block := stream.read(BLOCK):
        data = held + block
        begin, found = at - len(held), data.find(b"\xff")
        while 0 <= found < len(data) - 1:
            after = data[found + 1]
            if after != 0 and after != 0xFF and not 0xD0 <= after <= 0xD7:
                return begin + found
            found = data.find(b"\xff", found + 1)
        at += len(block)
        held = b"\xff" if data.endswith(b"\xff") else b""
    raise CouldNotLook("The picture ends in the middle. Give it from its first export.")


def _said(
    stream: BinaryIO, segment: _Segment, inside: int, more: bytearray
) -> Iterator[Piece | Trace]:
    marker = segment.marker
    if marker in ALONE | IMAGE or segment.body == segment.end:
        return
    data = exactly(stream, segment.body, segment.end - segment.body, "the picture")
    if marker == COM:
        yield from strings_in(data, "comment", True, segment.body)
    elif data.startswith(EXIF):
        yield from exif(data[6:], "EXIF", inside)
    elif data.startswith(XMP):
        yield from xmp(data[len(XMP) :], inside)
    elif data.startswith(MORE_XMP):
        more += data[len(MORE_XMP) + 40 :]
    elif data.startswith(PHOTOSHOP):
        yield from photoshop(data[len(PHOTOSHOP) :], inside)
    elif data.startswith((b"JFXX\0", JFIF)) and _small_picture(data):
        yield Trace("thumbnail", "thumbnail", "a small picture")
        yield from strings_in(data, "thumbnail", True, segment.body)
    elif not data.startswith((MPF, JFIF)):
        where = "colour profile" if data.startswith(ICC) else f"segment {marker:02X}"
        yield from strings_in(data, where, True, segment.body)


def _small_picture(data: bytes) -> bool:
    return data.startswith(b"JFXX\0") or (len(data) > 14 and bool(data[12] * data[13]))


def _instead(stream: BinaryIO, segment: _Segment, head: bytes) -> tuple[bytes | None, str]:
    """Return what to write instead of a segment (None: itself) and what that takes out."""
    marker = segment.marker
    if marker == COM:
        return b"", "comment"
    if not 0xE0 <= marker <= 0xEF:
        return (None, "") if marker in ALONE | IMAGE | {SOI, EOI} else (b"", "unknown segments")
    if marker == 0xE0 and head.startswith(JFIF) and len(head) >= 14:
        if segment.end - segment.body == 14:
            return None, ""
        small = head[:12] + b"\0\0"
        return b"\xff\xe0\0\x10" + small, "thumbnail"
    if (marker, head[:12]) == (0xE2, ICC) or (marker == 0xEE and head.startswith(ADOBE)):
        return None, ""
    if not head.startswith(EXIF):
        return b"", "XMP and other notes" if marker != 0xED else "IPTC"
    turned = orientation(exactly(stream, segment.body, segment.end - segment.body, "EXIF")[6:])
    if turned == 1:
        return b"", "EXIF"
    small = b"Exif\0\0" + only_orientation(turned)
    segment_bytes = b"\xff\xe1" + (len(small) + 2).to_bytes(2, "big") + small
    whole = exactly(stream, segment.start, segment.end - segment.start, "EXIF")
    return (None, "") if whole == segment_bytes else (segment_bytes, "EXIF")


KIND = _Jpeg()

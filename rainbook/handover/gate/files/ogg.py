"""Ogg sound (Opus voice notes, Vorbis): the comments in its second packet.

The one thing a reader would get wrong: a bare copy keeps every length. The comments are written
over in place and the sums of their pages made anew, so the sound's own pages stay as they were.

Source: RFC 3533, RFC 7845, Vorbis I.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from rainbook.handover.gate.files._noticed import noticing
from rainbook.handover.gate.files._part import copy_with, exactly, size_of
from rainbook.handover.gate.files._strings import strings_in
from rainbook.handover.gate.files._vorbis import comments, fields
from rainbook.handover.gate.files.interface import SPEECH, CouldNotLook, Piece, Trace

MOST, PAGES = 1 << 25, 1 << 16
MARKS = (b"OpusTags", b"\x03vorbis")
FILLER = b"X="


@dataclass(slots=True)
class _Comments:
    """The packet of comments of one stream, and where its bytes lie, page by page."""

    data: bytearray = field(default_factory=bytearray)
    parts: list[tuple[int, int, int]] = field(default_factory=list)  # page, where, how long


class _Ogg:
    name = "ogg"
    title = "a sound recording (Ogg)"
    unseen = SPEECH

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins as an Ogg page."""
        return head[:4] == b"OggS"

    @noticing
    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield each comment, and the pictures packed in them."""
        found = _comments(stream, size)
        if not found:
            raise CouldNotLook("The recording has no notes where they must be. Leave it out.")
        broken: CouldNotLook | None = None
        for one in found:
            try:
                yield from _said(bytes(one.data), inside)
            except CouldNotLook as fault:
                broken = fault
        if broken:
            raise broken

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Copy the file with its comments written over; None when there is no room to do so."""
        size = size_of(stream)
        patches: list[tuple[int, bytes | int]] = []
        pages: dict[int, bytearray] = {}
        for one in _comments(stream, size):
            new = _blank(bytes(one.data))
            if new is None:
                return None
            at = 0
            for page, where, length in one.parts:
                if new[at : at + length] != one.data[at : at + length]:
                    whole = pages.setdefault(page, bytearray(_page(stream, page)))
                    whole[where - page : where - page + length] = new[at : at + length]
                at += length
        for page, whole in pages.items():
            whole[22:26] = bytes(4)
            whole[22:26] = _sum(whole).to_bytes(4, "little")
            patches.append((page, bytes(whole)))
        copy_with(stream, size, out, patches)
        return ("comments (title, author, place, cover)",) if patches else ()


def _page(stream: BinaryIO, at: int) -> bytes:
    head = exactly(stream, at, 27, "the recording")
    table = exactly(stream, at + 27, head[26], "the recording")
    return exactly(stream, at, 27 + head[26] + sum(table), "the recording")


def _comments(stream: BinaryIO, size: int) -> list[_Comments]:
    """Read pages until each stream of the file has given its second packet."""
    at, packets, found = 0, dict[bytes, int](), dict[bytes, _Comments]()
    for _ in range(PAGES):
        if at + 27 > size or (found and all(packets[one] > 1 for one in packets)):
            break
        page = _page(stream, at)
        if page[:4] != b"OggS":
            raise CouldNotLook("The recording is damaged. Give it from its first export.")
        one, place = page[14:18], 27 + page[26]
        number = packets.setdefault(one, 0)
        for length in page[27:place]:
            if number == 1:
                held = found.setdefault(one, _Comments())
                held.data += page[place : place + length]
                held.parts.append((at, at + place, length))
                if len(held.data) > MOST:
                    raise CouldNotLook("The recording's notes are too long. Leave it out.")
            place += length
            number += length < 255
        packets[one] = number
        at += len(page)
    if any(number < 2 for number in packets.values()):
        raise CouldNotLook("The recording ends in the middle. Give it from its first export.")
    return list(found.values())


def _said(data: bytes, inside: int) -> Iterator[Piece | Trace]:
    mark = _mark(data)
    if mark:
        yield from comments(data[mark:], inside)
    else:
        yield from strings_in(data, "comment", True)


def _mark(data: bytes) -> int:
    return next((len(mark) for mark in MARKS if data.startswith(mark)), 0)


def _blank(data: bytes) -> bytes | None:
    """Return the packet with one comment of blanks in place of all; None when it has no room."""
    mark = _mark(data)
    if not mark:
        return None if data.strip(b"\0") else data
    vendor, found, _end = fields(data[mark:])
    many = len(found)
    start = mark + 4 + len(vendor) + 4
    closing = b"\1" if data.startswith(b"\x03vorbis") else b""
    if not many and not data[start:].strip(b"\0\1"):
        return data
    length = len(data) - start - 4 - len(closing)
    if length < len(FILLER):
        return None
    filler = FILLER.ljust(length)
    if found == [filler]:
        return data
    return (data[: start - 4] + (1).to_bytes(4, "little") + length.to_bytes(4, "little")
            + filler + closing)


def _sum(page: bytes | bytearray) -> int:
    found = 0
    for one in page:
        found = (found << 8) & 0xFFFFFFFF ^ TABLE[found >> 24 ^ one]
    return found


def _table() -> tuple[int, ...]:
    found = []
    for one in range(256):
        value = one << 24
        for _ in range(8):
            value = (value << 1 ^ (0x04C11DB7 if value >> 31 else 0)) & 0xFFFFFFFF
        found.append(value)
    return tuple(found)


TABLE = _table()
KIND = _Ogg()

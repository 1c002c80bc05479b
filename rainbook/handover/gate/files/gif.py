"""GIF pictures, still and moving: comments, programs' own blocks, and what lies behind the end.

The one thing a reader would get wrong: XMP in a GIF is not cut into blocks like all else; it runs
on until a tail of 258 bytes that makes it look as if it were.

Source: GIF89a, CompuServe 1990; XMP part 3, Adobe 2020.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from rainbook.handover.gate.files._behind import behind
from rainbook.handover.gate.files._noticed import noticing
from rainbook.handover.gate.files._part import copy, exactly, size_of
from rainbook.handover.gate.files._strings import strings_in
from rainbook.handover.gate.files._xmp import xmp
from rainbook.handover.gate.files.interface import PICTURE, CouldNotLook, Piece, Trace

MOST, MOST_BLOCKS = 200_000, 5_000_000
NOTE_MOST = 1 << 24
COMMENT, PLAIN, PROGRAM, CONTROL = 0xFE, 0x01, 0xFF, 0xF9
KEPT = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
XMP = b"XMP DataXMP"


@dataclass(frozen=True, slots=True)
class _Block:
    kind: int  # 0 for the header and the pictures themselves
    start: int
    body: int
    end: int


class _Gif:
    name = "gif"
    title = "a GIF picture"
    unseen = PICTURE

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether this begins as a GIF."""
        return head[:6] in (b"GIF87a", b"GIF89a")

    @noticing
    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield the comments and programs' blocks, then what lies behind the end."""
        at = 0
        broken: CouldNotLook | None = None
        for block in _blocks(stream):
            at = block.end
            try:
                yield from _said(stream, block, inside)
            except CouldNotLook as fault:
                broken = fault
        yield from behind(stream, at, size, inside)
        if broken:
            raise broken

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Copy everything but comments, programs' own blocks and what lies behind the end."""
        size, at, taken = size_of(stream), 0, dict[str, None]()
        for block in _blocks(stream):
            at = block.end
            if block.kind == COMMENT:
                taken["comment"] = None
            elif block.kind == PROGRAM and not _name(stream, block).startswith(KEPT):
                taken["programs' own notes"] = None
            else:
                copy(stream, block.start, block.end, out)
        if at < size:
            taken["what lies behind the end of the picture"] = None
        return tuple(taken)


def _name(stream: BinaryIO, block: _Block) -> bytes:
    return exactly(stream, block.body + 1, min(11, block.end - block.body - 1), "the picture")


def _table(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(stream: BinaryIO) -> Iterator[_Block]:
    head = exactly(stream, 0, 13, "the picture")
    at = 13 + _table(head[10])
    yield _Block(0, 0, 0, at)
    for _ in range(MOST):
        kind = exactly(stream, at, 1, "the picture")[0]
        if kind == 0x3B:
            yield _Block(0, at, at, at + 1)
            return
        if kind == 0x2C:
            flags = exactly(stream, at, 10, "the picture")[9]
            body, label = at + 10 + _table(flags) + 1, 0
        elif kind == 0x21:
            label = exactly(stream, at + 1, 1, "the picture")[0]
            body = at + 2
        else:
            break
        end = _end(stream, body)
        yield _Block(label, at, body, end)
        at = end
    raise CouldNotLook("The picture is damaged. Give it from its first export, or leave it out.")


def _end(stream: BinaryIO, at: int) -> int:
    stream.seek(at)
    for _ in range(MOST_BLOCKS):
        length = stream.read(1)
        if not length:
            break
        at += 1 + length[0]
        if not length[0]:
            return at
        stream.seek(at)
    raise CouldNotLook("The picture ends in the middle. Give it from its first export.")


def _said(stream: BinaryIO, block: _Block, inside: int) -> Iterator[Piece | Trace]:
    if block.kind in (0, CONTROL):
        return
    data = exactly(stream, block.body, block.end - block.body, "the picture", NOTE_MOST)
    if block.kind == PROGRAM and data[1:12] == XMP:
        yield from xmp(data[12:-258], inside)
        return
    joined, at = b"", 0
    while at < len(data):
        joined += data[at + 1 : at + 1 + data[at]]
        at += 1 + data[at]
    where = {COMMENT: "comment", PLAIN: "text over the picture"}.get(block.kind, "program's note")
    yield from strings_in(joined, where, block.kind in (COMMENT, PROGRAM))


KIND = _Gif()

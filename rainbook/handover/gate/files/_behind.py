"""What lies behind the end of a picture or a film: a film behind a photo, or anything at all.

The one thing a reader would get wrong: no program that shows the picture shows this, so nobody who
looks at the picture knows that it is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._part import BLOCK, part_of
from rainbook.handover.gate.files.interface import CouldNotLook, Piece, Trace, look_within

WHERE = "trailing bytes"


def behind(stream: BinaryIO, start: int, size: int, inside: int) -> Iterator[Piece | Trace]:
    """Yield a trace of the bytes from `start` to the end, and what they say.

    Zeros and ends of lines say nothing.
    """
    first = _first_said(stream, start, size)
    if first is None:
        return
    yield Trace(WHERE, "trailing bytes", f"{size - first:,} bytes behind the end")
    part = part_of(stream, first, size)
    yield from look_within(part, size - first, "", WHERE, inside, metadata=True)


def _first_said(stream: BinaryIO, start: int, size: int) -> int | None:
    stream.seek(start)
    while start < size:
        block = stream.read(min(BLOCK, size - start))
        if not block:
            raise CouldNotLook("The file ends before it should. Give it from its first export.")
        rest = block.lstrip(b"\0\r\n")
        if rest:
            return start + len(block) - len(rest)
        start += len(block)
    return None

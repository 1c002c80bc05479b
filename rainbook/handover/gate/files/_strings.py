"""Runs of readable characters in bytes nobody here knows the layout of.

The one thing a reader would get wrong: packed or scrambled words are not seen by this. It is the
last resort, for bytes that are mostly stored as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files.interface import CouldNotLook, Piece

SHORTEST = 5  # a plate or a postcode without its space has six or seven
WINDOW, OVERLAP = 1 << 20, 1 << 13
RUNS = (
    ("utf-8", re.compile(
        rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
        rb"|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]"
        rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}){%d,}" % SHORTEST
    )),
    ("utf-16-le", re.compile(
        rb"(?:[\t\n\r\x20-\x7e\xa0-\xff]\x00|[\x00-\xff][\x01-\x06]|[\x10-\x3a]\x20){%d,}"
        % SHORTEST
    )),
    ("utf-16-be", re.compile(
        rb"(?:\x00[\t\n\r\x20-\x7e\xa0-\xff]|[\x01-\x06][\x00-\xff]|\x20[\x10-\x3a]){%d,}"
        % SHORTEST
    )),
)


def strings_in(data: bytes, where: str, metadata: bool, at: int | None = None) -> Iterator[Piece]:
    """Yield each run of at least five characters in UTF-8 or UTF-16 (either order).

    `at` is the place of `data` in the file, None where it is not stored there as such.
    """
    for encoding, runs in RUNS:
        for run in runs.finditer(data):
            text = run.group().decode(encoding, "replace")
            if not text.strip():
                continue
            if at is None:
                yield Piece(where, text, None, None, metadata)
            else:
                yield Piece(where, text, at + run.start(), at + run.end(), metadata, encoding)


def strings_of(
    stream: BinaryIO, start: int, end: int, where: str, metadata: bool
) -> Iterator[Piece]:
    """Yield the runs in bytes `start` to `end` of a stream, one window at a time."""
    at, told = start, dict.fromkeys((name for name, _ in RUNS), start)
    while at < end:
        stream.seek(at)
        data = stream.read(min(WINDOW + OVERLAP, end - at))
        if not data:
            raise CouldNotLook("The file ends before it should. Give it from its first export.")
        for piece in strings_in(data, where, metadata, at):
            assert piece.start is not None and piece.end is not None
            # the tail of a window is the beginning of the next one
            if piece.end > told[piece.encoding]:
                told[piece.encoding] = piece.end
                yield piece
        at += WINDOW

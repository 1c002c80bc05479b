"""The tracks of a film that are neither picture nor sound: places by the second, subtitles.

The one thing a reader would get wrong: such a track's bytes lie among the film's. Turning the
track's own box into free space hides where they are and leaves them there, so both are needed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from rainbook.handover.gate.files._boxes import Box, within
from rainbook.handover.gate.files._part import exactly
from rainbook.handover.gate.files.interface import CouldNotLook

TABLE_MOST = 1 << 25
SAMPLES_MOST = 2_000_000
NOTES = (b"meta", b"camm", b"gpmd", b"hint", b"priv", b"data")
WORDS = (b"text", b"sbtl", b"subt", b"clcp", b"subp")


@dataclass(slots=True)
class Track:
    """One track: its box, what it carries ("vide", "soun", "meta" …) and its tables of samples."""

    box: Box
    carries: bytes = b""
    tables: dict[bytes, Box] = field(default_factory=dict)


def tracks(found: list[Box], stream: BinaryIO) -> Iterator[Track]:
    """Yield the tracks among all boxes of a film, in their order."""
    for trak in (box for box in found if box.kind == b"trak"):
        track = Track(trak)
        for box in within(found, trak):
            if box.kind == b"hdlr" and box.path[-1:] == (b"mdia",) and box.length >= 12:
                track.carries = exactly(stream, box.body + 8, 4, "the film")
            elif box.path[-1:] == (b"stbl",):
                track.tables[box.kind] = box
        yield track


def samples(stream: BinaryIO, track: Track, size: int) -> Iterator[tuple[int, int]]:
    """Yield where each sample of a track begins and how long it is.

    Raises CouldNotLook when the tables are damaged or point outside the file.
    """
    tables = track.tables
    if b"stsz" not in tables or b"stsc" not in tables:
        return
    wide = b"co64" in tables
    if not wide and b"stco" not in tables:
        return
    chunks = _numbers(stream, tables[b"co64" if wide else b"stco"], 4, 8 if wide else 4)
    runs = _numbers(stream, tables[b"stsc"], 4, 4, 3)
    lengths = _lengths(stream, tables[b"stsz"])
    sample, firsts = 0, runs[::3]
    for number, start in enumerate(chunks, 1):
        run = bisect_right(firsts, number) - 1
        if run < 0:
            break
        at = start
        for _ in range(min(runs[3 * run + 1], SAMPLES_MOST)):
            if sample >= len(lengths):
                return
            if at + lengths[sample] > size:
                raise CouldNotLook("The film ends in the middle. Give it from its first export.")
            yield at, lengths[sample]
            at += lengths[sample]
            sample += 1


def _numbers(
    stream: BinaryIO, box: Box, skip: int, width: int, times: int = 1
) -> list[int]:
    data = exactly(stream, box.body, box.length, "a table of the film", TABLE_MOST)
    many = int.from_bytes(data[skip : skip + 4], "big") * times
    body = data[skip + 4 :]
    if many * width > len(body):
        raise CouldNotLook("A table of the film is cut short. Give it from its first export.")
    return [int.from_bytes(body[n * width : (n + 1) * width], "big") for n in range(many)]


def _lengths(stream: BinaryIO, box: Box) -> list[int]:
    head = exactly(stream, box.body, 12, "a table of the film")
    same, many = int.from_bytes(head[4:8], "big"), int.from_bytes(head[8:], "big")
    if many > SAMPLES_MOST:
        raise CouldNotLook("The film is cut into too many parts to be read. Leave it out.")
    return [same] * many if same else _numbers(stream, box, 8, 4)

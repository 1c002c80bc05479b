"""Volumes: the bundle as several ordinary ZIP files, each small enough to upload or to mail.

The one thing a reader would get wrong: the volumes are not one archive cut in pieces. Each opens by
itself, and unpacking all of them into one folder gives the bundle. Only a single file larger than
the limit is cut, and `volumes.csv` says how to join it.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rainbook.handover.extras.interface import Extra, Part, blocks_of, new_folder, whole
from rainbook.handover.paper.csv_file import write_table
from rainbook.record import RainbookError

FIRST = ("index.pdf", "read-me.txt", "hashes.txt", "check.html")
"""What volume 1 begins with, so that whoever opens one file only opens the right one."""
LEAST = 1 << 20
TABLE, HOW = "volumes.csv", "how-to-join.txt"
COLUMNS = ("volume", "file", "bytes", "sha256", "piece_of", "piece", "whole_bytes", "whole_sha256")
_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP file can hold
_END = 98 + 22  # the two closing records of a volume, the larger forms
_HEADS = 30 + 46 + 2 * 28  # what a file costs beside its bytes, with the fields for large files
_CUT = 1 << 16  # pieces are cut at a whole number of these
_AT_ONCE = 40  # names in one command: a command window takes 8,191 characters


class LimitTooSmall(RainbookError):
    """The largest size a volume may have is too small for any volume."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in a volume under one name: a whole file, or bytes `start` to `end` of it.

    `number` counts from 1, 0 for a whole file.
    """

    name: str
    part: Part
    start: int
    end: int
    number: int = 0

    @property
    def size(self) -> int:
        """Return how many bytes it has."""
        return self.end - self.start

    @property
    def cost(self) -> int:
        """Return how many bytes of a volume it takes at the most."""
        return self.size + _HEADS + 2 * len(self.name.encode("utf-8"))


def split(folder: Path, limit: int, out: Path) -> Path:
    """Write the bundle `folder` as volumes of at most `limit` bytes into the new folder `out`, with
    a table of which file is where; the same bundle and limit give the same bytes.

    Raises LimitTooSmall (under 1 MiB), NotWhole, NameTaken, ChangedMeanwhile, ExtraNotWritten.
    """
    if limit < LEAST:
        raise LimitTooSmall(
            f"A volume of {limit:,} bytes is too small. Give at least {LEAST:,} (1 MB)."
        )
    parts = whole(folder)
    volumes = planned(parts, limit)
    rows: list[list[str]] = []
    with new_folder(out, folder) as place:
        reading: dict[str, Iterator[bytes]] = {}
        for number, pieces in enumerate(volumes, 1):
            name = f"volume-{number}.zip"
            for piece, digest in _write(place / name, pieces, reading):
                rows.append(_row(name, piece, digest))
        for left in reading.values():
            next(left, None)  # reads to the end, where the whole file is compared
        write_table(place / TABLE, COLUMNS, rows)
        (place / HOW).write_bytes(how(volumes).replace("\n", "\r\n").encode("utf-8"))
    return Path(out)


def planned(parts: Sequence[Part], limit: int) -> list[list[Piece]]:
    """Return what each volume holds. Each goes into the first volume that has room for it; what a
    reader should see first goes first.
    """
    order = {name: place for place, name in enumerate(FIRST)}
    volumes: list[list[Piece]] = []
    room: list[int] = []
    for part in sorted(parts, key=lambda p: (order.get(p.name, len(order)), p.name)):
        for piece in _pieces(part, limit):
            fits = (n for n, left in enumerate(room) if left >= piece.cost and not piece.number)
            place = next(fits, len(volumes))
            if place == len(volumes):
                volumes.append([])
                room.append(limit - _END)
            volumes[place].append(piece)
            room[place] -= piece.cost
    return volumes


def _pieces(part: Part, limit: int) -> list[Piece]:
    one = Piece(part.name, part, 0, part.size)
    if one.cost + _END <= limit:
        return [one]
    names = 2 * (len(part.name.encode("utf-8")) + len(".part000000"))
    most = (limit - _END - _HEADS - names) // _CUT * _CUT
    starts = range(0, part.size, most)
    return [
        Piece(f"{part.name}.part{n:03d}", part, start, min(start + most, part.size), n)
        for n, start in enumerate(starts, 1)
    ]


def _write(
    path: Path, pieces: Sequence[Piece], reading: dict[str, Iterator[bytes]]
) -> Iterator[tuple[Piece, str]]:
    """Write one volume and yield each piece with its SHA-256. Nothing is compressed: pictures and
    recordings would not shrink, and two versions of a compressor give two different files.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED, allowZip64=True) as volume:
        for piece in pieces:
            head = entry_of(piece)
            digest = hashlib.sha256()
            with volume.open(head, "w") as stream:
                for block in _bytes_of(piece, reading):
                    digest.update(block)
                    stream.write(block)
            yield piece, digest.hexdigest()


def entry_of(piece: Piece) -> zipfile.ZipInfo:
    """Return the head of a piece: no time, ordinary rights, the same on every computer."""
    head = zipfile.ZipInfo(piece.name, _DATE)
    head.create_system = 3  # the rights below are those of a Unix file, whatever computer this is
    head.external_attr = 0o100644 << 16
    head.file_size = piece.size  # known before, so a large file gets its fields for large sizes
    return head


def _bytes_of(piece: Piece, reading: dict[str, Iterator[bytes]]) -> Iterator[bytes]:
    """Yield the bytes of a piece. Pieces of one file are read one after another, in one reading, so
    that the whole file is compared at its end.
    """
    if not piece.number:
        yield from blocks_of(piece.part)
        return
    stream = reading.setdefault(piece.part.name, _in_cuts(piece.part))
    left = piece.size
    while left > 0:
        block = next(stream)
        left -= len(block)
        yield block


def _in_cuts(part: Part) -> Iterator[bytes]:
    """Yield the bytes of a file in blocks that end wherever a piece may end."""
    for block in blocks_of(part):
        for start in range(0, len(block), _CUT):
            yield block[start : start + _CUT]


def _row(volume: str, piece: Piece, digest: str) -> list[str]:
    of = [piece.part.name, f"{piece.number}", f"{piece.part.size}", piece.part.sha256]
    return [volume, piece.name, str(piece.size), digest, *(of if piece.number else [""] * 4)]


def how(volumes: Sequence[Sequence[Piece]]) -> str:
    """Return in plain words how to put the volumes together again."""
    cut: dict[str, list[Piece]] = {}
    for piece in (p for volume in volumes for p in volume if p.number):
        cut.setdefault(piece.part.name, []).append(piece)
    one = len(volumes) == 1
    text = _HOW.format(volumes=len(volumes), are="is" if one else "are", s="" if one else "s")
    if not cut:
        return text
    text += _CUT_SAYS
    for name, pieces in sorted(cut.items()):
        text += f"\n{name} ({len(pieces)} pieces, {pieces[0].part.size:,} bytes)\n"
        names = [p.name for p in pieces]
        for first in range(0, len(names), _AT_ONCE):
            text += _join(name, names[first : first + _AT_ONCE], more=first > 0)
    return text + "\nThen delete the pieces, and check with hashes.txt as read-me.txt says.\n"


def _join(name: str, pieces: Sequence[str], *, more: bool) -> str:
    """Return the commands that put pieces into a file, or behind what it holds already."""
    target = name.replace("/", "\\")
    windows = "+".join(
        f'"{n}"' for n in [*([target] if more else []), *(p.replace("/", "\\") for p in pieces)]
    )
    shown = " ".join(f'"{n}"' for n in pieces)
    return (
        f'  Windows (command window)   copy /b {windows} "{target}"\n'
        f'  Mac, Linux (terminal)      cat {shown} {">>" if more else ">"} "{name}"\n'
    )


_HOW = """HOW TO PUT THESE VOLUMES TOGETHER

There {are} {volumes} volume{s}. Each is an ordinary ZIP file and opens by itself; begin with
volume-1.zip: it holds index.pdf and read-me.txt.
To have everything in one place, unpack all of them into the same new folder. Which file is in
which volume, with its hash, is in volumes.csv. This file and volumes.csv stay outside the folder.
"""
_CUT_SAYS = """
A file that was larger than the limit is in pieces (.part001, .part002 and so on), each in a
volume of its own. Unpack all volumes first, open the folder in a command window or terminal, and
join the pieces with one line:
"""
EXTRA = Extra("volumes", "ordinary ZIP volumes under a size limit", split)

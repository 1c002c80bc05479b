"""The files a bundle gives, as they are sealed in another book: an exhibit as it is, or a zip made
of an extract, its places and how its original was read.

The one thing a reader would get wrong: a record is known in the bundle by its place in the
original. Here it has a place in a file of its own, and `id_of` says which.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np

from rainbook.case.bundle_read import From, Given, Place, RecordNotUsable, spans_of
from rainbook.events.extracts import (
    FOLDER,
    TEXT,
    Extract,
    NotAnExtract,
    checked_reading,
    write_extract,
)
from rainbook.events.reading import sources
from rainbook.handover.hashes import hash_of
from rainbook.record import EventTable, Original, event_id
from rainbook.record.table import reading_key

IN_MEMORY = 64 << 20
LONGEST_PATH = 1_000


@dataclass
class Piece:
    """One file to seal: the exhibit as it is, or the zip of an extract. `places`: path and bytes in
    the original → bytes here.
    """

    original: Original
    of: From
    given: Given
    stream: BinaryIO
    places: dict[tuple[str, int, int], tuple[int, int]] = field(default_factory=dict)


def piece_of(folder: Path, of: From, given: Given, held: ExitStack) -> Piece:
    """Return one file to seal, as it stands in the bundle. Raises RecordNotUsable."""
    path = _exhibit(folder, given.file)
    if given.whole:
        stream: BinaryIO = held.enter_context(path.open("rb"))
        sha256, size = hash_of(path)
        return Piece(_original(of, given, sha256, size, of.name), of, given, stream)
    spans = spans_of(_exhibit(folder, given.spans))
    if spans and spans[-1][3] > path.stat().st_size:
        raise RecordNotUsable(f"{given.spans} names places behind the end of {given.file}.")
    try:
        reading = checked_reading(given.readings[given.member], [s.name for s in sources()])
    except NotAnExtract as wrong:
        raise RecordNotUsable(f"{given.file} cannot be taken in. {wrong}") from wrong
    groups = frozenset(given.groups)
    said = Extract(of.sha256, of.name, of.size, given.member, reading, spans, groups)
    made = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - `held` closes it
    stream = cast(BinaryIO, held.enter_context(made))
    with ExitStack() as reading_files:
        text = reading_files.enter_context(path.open("rb"))
        media = [
            (inside, reading_files.enter_context(_exhibit(folder, file).open("rb")))
            for inside, file in sorted(given.media.items())
            if inside and not inside.startswith(FOLDER) and len(inside) <= LONGEST_PATH
        ]
        write_extract(stream, said, text, media)
    sha256, size = _hashed(stream)
    name = f"{Path(given.file).name.removesuffix('.txt')}.zip"
    places = {(given.member, low, high): (start, end) for low, high, start, end in spans}
    return Piece(_original(of, given, sha256, size, name), of, given, stream, places)


def _exhibit(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.is_file():
        raise RecordNotUsable(f"The bundle does not hold {name}, which its record speaks of.")
    return path


def _original(of: From, given: Given, sha256: str, size: int, name: str) -> Original:
    about = of.about
    what = "the file" if given.whole else "an extract of the file"
    how = (
        f"Taken in from a bundle, where it is {given.ref}, {what} {of.name}, received "
        f"{about['received']} by {about['received_by']}. How it was obtained, as said there: "
        f"{about['how'] or 'not said'}"
    )
    own = f"given in a bundle; its giver was asked and said: {about['own'] or 'nothing'}"
    return Original(sha256, size, name, "", "", about["came_from"], how, own)


def _hashed(stream: BinaryIO) -> tuple[str, int]:
    stream.seek(0)
    digest, size = hashlib.sha256(), 0
    while block := stream.read(1 << 20):
        digest.update(block)
        size += len(block)
    return digest.hexdigest(), size


class Pieces:
    """All files of one bundle. Raises RecordNotUsable where one exhibit is named twice."""

    def __init__(self, every: Sequence[Piece]) -> None:
        self.every = tuple(every)
        self._of = {(p.of.sha256, "" if p.given.whole else p.given.member): p for p in every}
        self._whole = {p.of.sha256 for p in every if p.given.whole}
        files = {p.original.sha256 for p in every}
        if len(files) < len(self.every) or len(self._of) < len(self.every):
            raise RecordNotUsable("The bundle's record names one exhibit twice.")

    def must_hold(self, places: Collection[Place]) -> None:
        """Raise RecordNotUsable where a record is named that lies in none of the files."""
        for original, member, start, end in places:
            whole = original in self._whole
            piece = self._of.get((original, "" if whole else member))
            if piece is None or (not whole and (member, start, end) not in piece.places):
                raise RecordNotUsable(
                    "The bundle's record speaks of a record that is not in the bundle."
                )

    def place(self, table: EventTable, lines: Collection[Place]) -> None:
        """Find the records of whole files in the table read from them. `lines`: how the bundle
        names its records.

        A copy in which something was kept back has its records at other places: there the first
        record is the first, and so on, if there are as many.
        """
        for piece in self.every:
            one = piece.original.sha256
            if not piece.given.whole or one not in table.originals:
                continue
            rows = np.flatnonzero(table.original == table.originals.index(one)).tolist()
            for member in {table.member_of(row) for row in rows}:
                mine = [row for row in rows if table.member_of(row) == member]
                here = sorted((int(table.start[r]), int(table.end[r])) for r in mine)
                there = here
                if one != piece.of.sha256:
                    named = (piece.of.sha256, member or "")
                    there = sorted((s, e) for o, m, s, e in lines if (o, m) == named)
                if len(there) == len(here):
                    found = zip(there, here, strict=True)
                    piece.places.update({(member or "", *t): h for t, h in found})

    def id_of(self, table: EventTable, place: Place) -> str:
        """Return the id a record has here, "" where it is not read. See `must_hold`."""
        original, member, start, end = place
        whole = original in self._whole
        piece = self._of[(original, "" if whole else member)]
        if (member, start, end) not in piece.places:
            return ""
        start, end = piece.places[(member, start, end)]
        inside = (member or None) if whole else TEXT
        reading = table.readings.get(reading_key(piece.original.sha256, inside), {})
        source = reading.get("source", "")
        return event_id(piece.original.sha256, inside, start, end, source) if source else ""

    def places(self) -> Iterator[Place]:
        """Yield how the bundle names each record that lies in one of the files."""
        for piece in self.every:
            for member, low, high in piece.places:
                yield piece.of.sha256, member, low, high

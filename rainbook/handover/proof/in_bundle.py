"""Reads the records of a proof out of the files of a bundle.

The one thing a reader would get wrong: every name in a proof is hostile. A file is opened only when
it lies in the bundle's folder, is no link and is an ordinary file.
"""

from __future__ import annotations

import csv
import sys
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, BinaryIO

import numpy as np

from rainbook.handover.hashes import hash_of
from rainbook.handover.paper.csv_file import ADDED, exact
from rainbook.handover.proof.parts import OpenedFile, Where
from rainbook.handover.proof.pieces import RecordNotThere, digests
from rainbook.handover.proof.strict import Refused

Record = tuple[str, int, int]
CHRONOLOGY = "messages/chronology.csv"
_FREE, _RATIO = 64 << 20, 200  # a member that unpacks to more than this is no export
_STEP = 1 << 20
_BROKEN = (
    zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError,
    ValueError, RecordNotThere,
)


def file_in(folder: Path, name: str) -> Path:
    """Return the path of an ordinary file of the bundle. Raises Refused."""
    parts = name.split("/")
    odd = not name.isascii() or not name.isprintable() or any(c in name for c in '\\:*?"<>|')
    if odd or not all(parts) or any(p.strip(". ") == "" for p in parts):
        raise Refused("The proof names a file that cannot be one of this bundle.")
    path = folder
    for part in parts:
        path = path / part
        if path.is_symlink():
            raise Refused(f"{name} is only a link to another place.", "changed", name)
    if not path.is_file():
        raise Refused(f"{name} is not in the bundle, and the proof needs it.", "missing", name)
    return path


def given_digests(
    folder: Path, where: Where, opened: OpenedFile, records: Sequence[Record]
) -> list[bytes]:
    """Return the SHA-256 of the bytes of each record as the bundle gives them. Raises Refused."""
    name = where.whole or next(iter(where.extracts.values()), ("", ""))[0]
    try:
        if where.whole:
            return _from_whole(folder, where.whole, opened, records)
        return _from_extracts(folder, where.extracts, records)
    except _BROKEN as broken:
        raise Refused(
            f"The records cannot be read out of {_short(name)}: it is damaged, or they are not "
            "where the proof says.", "changed", _short(name),
        ) from broken


def _short(name: str) -> str:
    return "".join(c for c in name[:80] if c.isascii() and c.isprintable())


def _from_whole(
    folder: Path, name: str, opened: OpenedFile, records: Sequence[Record]
) -> list[bytes]:
    path = file_in(folder, name)
    if hash_of(path) != (opened.sha256, opened.size):
        raise Refused(f"{name} is not the file that was sealed.", "changed", name)
    with path.open("rb") as stream, ExitStack() as stack:
        members = Members(stream, stack)
        return _digests(members.read, records)


def _digests(read: object, records: Sequence[Record]) -> list[bytes]:
    paths = {path: number for number, path in enumerate(dict.fromkeys(r[0] for r in records))}
    table = np.array([(paths[p], a, b) for p, a, b in records], np.int64).reshape(-1, 3)
    names = tuple(path or None for path in paths)
    found = digests(read, names, table[:, 0], table[:, 1], table[:, 2])  # type: ignore[arg-type]
    return [found[at : at + 32] for at in range(0, len(found), 32)]


class Members:
    """One original of the bundle: its own bytes, or those of the members of a zip, forward."""

    def __init__(self, stream: BinaryIO, stack: ExitStack) -> None:
        self._file, self._stack = stream, stack
        self._zip: zipfile.ZipFile | None = None
        self._path, self._at = "", 0
        self._member: IO[bytes] | None = None

    def read(self, member: str | None, start: int, end: int) -> bytes:
        """Return bytes `start` to `end`, or fewer where there are no more."""
        if member is None:
            self._file.seek(start)
            return self._file.read(end - start)
        if self._member is None or self._path != member or start < self._at:
            self._begin(member)
        assert self._member is not None
        while self._at < start:
            skipped = len(self._member.read(min(_STEP, start - self._at)))
            if not skipped:
                return b""
            self._at += skipped
        found = self._member.read(end - start)
        self._at += len(found)
        return found

    def _begin(self, member: str) -> None:
        if self._zip is None:
            self._zip = self._stack.enter_context(zipfile.ZipFile(self._file))
        try:
            info = self._zip.getinfo(member)
        except KeyError:
            raise zipfile.BadZipFile("no such member") from None
        if info.file_size > max(_FREE, _RATIO * info.compress_size):
            raise zipfile.BadZipFile("it claims to unpack to too much")
        self._member = self._stack.enter_context(self._zip.open(info))
        self._path, self._at = member, 0


def _from_extracts(
    folder: Path, extracts: Mapping[str, tuple[str, str]], records: Sequence[Record]
) -> list[bytes]:
    spans: dict[str, dict[tuple[int, int], tuple[int, int]]] = {}
    moved: list[Record] = []
    for path, start, end in records:
        if path not in extracts:
            raise Refused("The proof gives a record and no extract that it stands in.")
        if path not in spans:
            spans[path] = _spans(folder, extracts[path][1])
        place = spans[path].get((start, end))
        if place is None or place[1] - place[0] != end - start:
            name = extracts[path][1]
            raise Refused(f"{name} does not say where a record of the proof lies.", "changed", name)
        moved.append((path, *place))
    with ExitStack() as stack:
        files = {
            path: stack.enter_context(file_in(folder, extracts[path][0]).open("rb"))
            for path in spans
        }

        def read(path: str | None, start: int, end: int) -> bytes:
            stream = files[path or ""]
            stream.seek(start)
            return stream.read(end - start)

        return _digests(read, moved)


def _spans(folder: Path, name: str) -> dict[tuple[int, int], tuple[int, int]]:
    found: dict[tuple[int, int], tuple[int, int]] = {}
    columns = ("original_start", "original_end", "extract_start", "extract_end")
    for row in rows_of(folder, name, columns):
        low, high, first, last = (count_in(row[c], name) for c in columns)
        if found.setdefault((low, high), (first, last)) != (first, last):
            raise Refused(f"{name} gives two places for one record.", "changed", name)
    return found


def rows_of(folder: Path, name: str, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the rows of a table of the bundle, the cells of these columns exact again. Raises
    Refused.
    """
    path = file_in(folder, name)
    broken = Refused(f"{name} is not a table this program wrote.", "changed", name)
    with path.open(encoding="utf-8-sig", newline="") as stream, _long_cells():
        try:
            table = csv.DictReader(stream, strict=True)
            if not set(columns) <= set(table.fieldnames or ()):
                raise broken
            for row in table:
                added = row.get(ADDED) or ""
                if None in row or any(row[c] is None for c in columns):
                    raise broken
                yield {c: exact(row[c], c, added) for c in columns}
        except (csv.Error, UnicodeDecodeError) as odd:
            raise broken from odd


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let a cell be as long as a message can be; the limit is one for the whole program."""
    before = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def count_in(cell: str, name: str) -> int:
    """Return the whole number in a cell. Raises Refused."""
    if not (cell.isascii() and cell.isdigit() and len(cell) <= 16):
        raise Refused(f"{name} has something else where a number must be.", "changed", name)
    return int(cell)


def lines_given(folder: Path) -> list[tuple[str, str, int, int]]:
    """Return the lines of the chronology whose words are given: original, member, start, end.
    Raises Refused.
    """
    columns = ("inside", "byte_start", "byte_end", "original_sha256")
    return [
        (
            row["original_sha256"],
            row["inside"],
            count_in(row["byte_start"], CHRONOLOGY),
            count_in(row["byte_end"], CHRONOLOGY),
        )
        for row in rows_of(folder, CHRONOLOGY, columns)
        if row["original_sha256"]
    ]

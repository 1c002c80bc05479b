"""Reads sealed originals: their tables, and the bytes a row cites.

The one thing a reader would get wrong: a table kept in the book is only a saving of time. It may be
damaged, deleted or out of date, and the original is then read again, in a process of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import BinaryIO, cast

from rainbook.case.known import asked_of
from rainbook.custody import (
    BookDamaged,
    DiskFull,
    DiskRefused,
    OriginalDamaged,
    OriginalMissing,
    ReadOnly,
    SealDamaged,
    TableDamaged,
    Vault,
)
from rainbook.events.containers import Opened, open_original
from rainbook.events.guarded import read_guarded
from rainbook.events.sources.interface import Asked
from rainbook.events.tables import pack, unpack
from rainbook.record import Decided, EventTable, Original, join

Progress = Callable[[int], None]


class Watched:
    """A file that tells how far into it somebody has read."""

    def __init__(self, handle: BinaryIO, progress: Progress) -> None:
        self._handle, self._progress, self._reached = handle, progress, 0

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place in the file."""
        return self._handle.seek(offset, whence)

    def read(self, length: int = -1) -> bytes:
        """Read on, and tell the furthest byte reached so far. Raises what `progress` raises."""
        data = self._handle.read(length)
        self._reached = max(self._reached, self._handle.tell())
        self._progress(self._reached)
        return data


class Sealed:
    """The tables of one open vault, each read once."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._tables: dict[str, EventTable] = {}
        self._opened: dict[str, Opened] = {}
        self._whole: tuple[tuple[str, ...], EventTable] | None = None

    def open(self, sha256: str) -> BinaryIO:
        """Return a sealed original as a seekable binary file."""
        return self._vault.open_original(sha256)  # type: ignore[return-value]

    def joined(
        self, originals: Sequence[Original], decisions: Sequence[Decided]
    ) -> EventTable:
        """Return the rows of all the originals as one table, as read with these decisions."""
        keys = tuple(f"{o.sha256} {asked_of(o, decisions)}" for o in originals)
        if self._whole is None or self._whole[0] != keys:
            self._whole = (keys, join([self.table(o, decisions) for o in originals]))
        return self._whole[1]

    def table(
        self, original: Original, decisions: Sequence[Decided], progress: Progress | None = None
    ) -> EventTable:
        """Return the rows of one original, kept or read again. `progress` is told the bytes reached
        while it is read; what it raises ends the reading.
        """
        asked = asked_of(original, decisions)
        key = f"{original.sha256} {asked}"
        if key not in self._tables:
            kept = self._kept(original, str(asked))
            self._tables[key] = self._read(original, asked, progress) if kept is None else kept
        return self._tables[key]

    def _kept(self, original: Original, asked: str) -> EventTable | None:
        try:
            blob = self._vault.table(original.sha256)
        except TableDamaged:
            return None  # it is only a saving of time: the original is read again
        return None if blob is None else unpack(blob, asked)

    def _read(
        self, original: Original, asked: Asked, progress: Progress | None
    ) -> EventTable:
        with self.open(original.sha256) as sealed:
            handle = sealed if progress is None else cast(BinaryIO, Watched(sealed, progress))
            tables, _ = read_guarded(handle, original.sha256, original.name, original.size, asked)
        made = join(tables)
        if any(p.code == "reader_stopped" for p in made.problems):
            return made  # another day it may get further
        # a book that takes no entries, or a full disk, can still be looked into
        with suppress(ReadOnly, BookDamaged, DiskFull, DiskRefused):
            self._vault.keep_table(original.sha256, pack(made, str(asked)))
        return made

    def _open(self, original: Original) -> Opened:
        if original.sha256 not in self._opened:
            self._opened[original.sha256] = open_original(
                self.open(original.sha256), original.sha256, original.name
            )
        return self._opened[original.sha256]

    def size_of(self, original: Original) -> int:
        """Return how many bytes of an original have to be accounted for (see containers)."""
        return self._open(original).size

    def fetch(self, sha256: str, member: str | None, start: int, end: int) -> bytes:
        """Return the bytes a row cites. Raises OriginalMissing, OriginalDamaged and the like."""
        original = next((o for o in self._vault.originals() if o.sha256 == sha256), None)
        if original is None:
            raise OriginalMissing("The case does not hold the file these words were read from.")
        try:
            material = next(m for m in self._open(original).materials if m.path == member)
            return material.read_at(start, end - start)
        except SealDamaged as damaged:
            raise OriginalDamaged(
                f"The sealed file of {original.name!r} is damaged: {damaged}. Add the same file "
                "again, or put the folder back from a copy."
            ) from damaged

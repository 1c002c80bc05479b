"""Shows what a file holds without a case and without a trace.

The one thing a reader would get wrong: nothing is written anywhere, not even a temporary file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from rainbook.case.known import DEFAULTS
from rainbook.events.containers import open_original
from rainbook.events.guarded import read_guarded
from rainbook.events.reading import Accounted, accounted
from rainbook.events.shown import Fetch, event_of
from rainbook.events.sources.interface import Asked
from rainbook.record import Event, EventTable, Problem, RainbookError, Wrapping


class FileNotOpened(RainbookError):
    """The file named could not be opened."""


@dataclass
class Glance:
    """What one file holds. Iterate `events` first; afterwards the rest is filled in."""

    name: str
    sha256: str
    size: int
    tables: list[EventTable]
    of: int
    fetch: Fetch
    handle: BinaryIO

    def events(self) -> Iterator[Event]:
        """Yield every event in file order, its words read from the file."""
        for table in self.tables:
            for row in range(len(table)):
                yield event_of(table, row, self.fetch)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return everything that could not be read."""
        return tuple(p for t in self.tables for p in t.problems)

    @property
    def wrappings(self) -> tuple[Wrapping, ...]:
        """Return the bytes that only wrap records."""
        return tuple(w for t in self.tables for w in t.wrappings)

    @property
    def accounted(self) -> Accounted:
        """Return how many of the file's bytes are accounted for."""
        return accounted(self.tables, self.of)

    def close(self) -> None:
        """Let go of the file."""
        self.handle.close()


def read_file(
    path: Path,
    *,
    zone: str | None = None,
    date_order: str = "",
    encoding: str = "",
    region: str = "GB",
) -> Glance:
    """Read a file as an export, with what the person says about it. Raises FileNotOpened and
    UnknownZone.

    Every fault of its content is a Problem.
    """
    asked = Asked(zone or DEFAULTS["zone"], bool(zone), date_order, encoding, region)
    try:
        handle = path.open("rb")
    except OSError as refused:
        raise FileNotOpened(
            f"{path.name} could not be opened ({refused.strerror}). Check the name and that you "
            "may read it."
        ) from refused
    try:
        sha256 = hashlib.file_digest(handle, "sha256").hexdigest()
        tables, of = read_guarded(handle, sha256, path.name, path.stat().st_size, asked)
        opened = open_original(handle, sha256, path.name)
    except BaseException:
        handle.close()
        raise
    by_path = {m.path: m for m in opened.materials}

    def fetch(_: str, member: str | None, start: int, end: int) -> bytes:
        return by_path[member].read_at(start, end - start)

    return Glance(path.name, sha256, path.stat().st_size, tables, of, fetch, handle)

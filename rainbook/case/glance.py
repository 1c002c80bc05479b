"""Shows what a file holds without a case and without a trace.

The one thing a reader would get wrong: nothing is written anywhere, not even a temporary file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from rainbook.case.checked import ENCODINGS, ORDERS, NotUnderstood
from rainbook.case.known import DEFAULTS
from rainbook.case.times import zone_is_known
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
    NotUnderstood.

    Every fault of its content is a Problem.
    """
    asked = _asked(zone, date_order, encoding, region)
    handle, size = plain_file(path)
    return _glance(handle, path.name, size, asked)


def read_held(
    handle: BinaryIO,
    name: str,
    size: int,
    *,
    zone: str | None = None,
    date_order: str = "",
    encoding: str = "",
    region: str = "GB",
) -> Glance:
    """Read a file that is held in memory as `read_file` does. Raises NotUnderstood.

    The one thing to know: nothing of it is written anywhere either.
    """
    return _glance(handle, name, size, _asked(zone, date_order, encoding, region))


def _asked(zone: str | None, date_order: str, encoding: str, region: str) -> Asked:
    if zone and not zone_is_known(zone):
        raise NotUnderstood(
            f"{zone!r} is not a time zone name. Use one like Europe/London or America/New_York."
        )
    for given, wanted in ((date_order, ORDERS), (encoding, ENCODINGS)):
        if given and given not in wanted:
            raise NotUnderstood(f"{given!r} is not one of: {', '.join(wanted)}.")
    return Asked(zone or DEFAULTS["zone"], bool(zone), date_order, encoding, region)


def _glance(handle: BinaryIO, name: str, size: int, asked: Asked) -> Glance:
    try:
        sha256 = _sha256(handle)
        tables, of = read_guarded(handle, sha256, name, size, asked)
        opened = open_original(handle, sha256, name)
    except BaseException:
        handle.close()
        raise
    by_path = {m.path: m for m in opened.materials}

    def fetch(_: str, member: str | None, start: int, end: int) -> bytes:
        return by_path[member].read_at(start, end - start)

    return Glance(name, sha256, size, tables, of, fetch, handle)


def _sha256(handle: BinaryIO) -> str:
    handle.seek(0)
    digest = hashlib.sha256()
    while block := handle.read(1 << 20):
        digest.update(block)
    return digest.hexdigest()


def plain_file(path: Path) -> tuple[BufferedReader, int]:
    """Return a file opened for reading and its size in bytes. Raises FileNotOpened."""
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise FileNotOpened(
                f"{name} is a folder. Name the files in it, one by one or all at once."
            )
        if path.exists() and not path.is_file():  # a pipe or a device would be waited for for ever
            raise FileNotOpened(f"{name} is not a file that can be read from beginning to end.")
        return path.open("rb"), path.stat().st_size
    except (OSError, ValueError) as refused:
        why = getattr(refused, "strerror", None) or "its name cannot be a file's name"
        raise FileNotOpened(
            f"{name} could not be opened ({why}). Check the name, and that you may read it."
        ) from refused

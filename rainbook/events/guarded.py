"""Reads an original in a process of its own, so that a hostile file meets no key and cannot fill
the computer.

The one thing a reader would get wrong: when that process is stopped, everything it sent before is
kept, and the rest
is a `Problem`, not an empty answer.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from rainbook.events.child import receive, send
from rainbook.events.reading import accounted
from rainbook.events.sources.interface import Asked
from rainbook.events.tables import unpack
from rainbook.record import EventTable, Problem, join

MEMORY = 4 << 30
CPU_SECONDS = 120
BYTES_PER_SECOND = 1 << 20  # slower than this no reader is, so a longer file gets longer
NO_FILES, SOME_FILES = 3, 256  # how many it may have open; three are what it talks through
COMMAND = ("-P", "-m", "rainbook.events.child")


class NeedsFiles(Exception):
    """The process could not load a part of the program it needs."""


def read_guarded(
    handle: BinaryIO, original: str, name: str, size: int, asked: Asked
) -> tuple[list[EventTable], int]:
    """Return the tables of an original and how many bytes there are to account for (see
    containers.Opened).

    The process may open no file at all. Where Python turns out to need one of its own after all, it
    is done again by a process that may open files to read, and still no connection.
    """
    allowed = CPU_SECONDS + size // BYTES_PER_SECOND
    order = {"original": original, "name": name, "size": size, "asked": asdict(asked)}
    for files in (NO_FILES, SOME_FILES):
        limits = {"memory": MEMORY, "cpu_seconds": allowed, "files": files}
        try:
            return _in_a_process({**order, "limits": limits}, handle, 2 * allowed)
        except NeedsFiles:
            continue
    return _stopped([], original, size, "part of the program could not be loaded")


def _in_a_process(
    order: Mapping[str, Any], handle: BinaryIO, seconds: float
) -> tuple[list[EventTable], int]:
    child = subprocess.Popen(
        [sys.executable, *COMMAND],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )
    ask, answer = cast(BinaryIO, child.stdin), cast(BinaryIO, child.stdout)
    tables: list[EventTable] = []
    late = threading.Timer(seconds, child.kill)
    late.start()
    try:
        send(ask, order)
        for table, done in _answers(ask, answer, handle):
            if table is None:
                return tables, done
            tables.append(table)
        raise EOFError("the reader ended without a last word")
    except (EOFError, OSError) as gone:
        return _stopped(tables, order["original"], order["size"], str(gone))
    finally:
        late.cancel()
        child.kill()
        child.wait()
        ask.close()
        answer.close()


def _environment() -> dict[str, str]:
    """Return this program's environment, with the place this very package lies first."""
    here = str(Path(__file__).resolve().parents[2])
    others = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": here if not others else os.pathsep.join((here, others))}


def _answers(
    ask: BinaryIO, answer: BinaryIO, handle: BinaryIO
) -> Iterator[tuple[EventTable | None, int]]:
    """Yield each table; at the end (None, bytes to account for). Answers every request for bytes in
    between.
    """
    while True:
        head, body = receive(answer)
        if "read" in head:
            start, length = head["read"]
            handle.seek(start)
            send(ask, {}, handle.read(length))
        elif "table" in head:
            table = unpack(body, "")
            if table is None:
                raise EOFError("the reader sent a table of another version")
            yield table, 0
        elif "done" in head:
            yield None, head["done"]
            return
        elif "again" in head:
            raise NeedsFiles(head["again"])
        else:
            raise EOFError(head.get("failed", "the reader stopped"))


def _stopped(
    tables: list[EventTable], original: str, size: int, why: str
) -> tuple[list[EventTable], int]:
    """Return what was read so far and a Problem for the rest of the file."""
    reached = max(
        (int(t.end.max()) for t in tables if len(t) and t.member_of(0) is None), default=0
    )
    inside = [t for t in tables if len(t) and t.member_of(0) is not None]
    problem = Problem(
        "reader_stopped",
        "Reading stopped before the end of this file "
        f"({why or 'the reader used too much time or memory'})."
        " The file is kept as it is; what was read before that point is shown.",
        None,
        0 if inside else reached,
        size,
        "everything after this place",
        original,
    )
    kept = [] if inside else tables
    counted = accounted([*kept, replace(join(()), problems=(problem,))], size)
    return [*tables, replace(join(()), problems=(problem,))], max(counted.bytes, size)

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
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import BinaryIO, cast

from rainbook.events.child import receive, send
from rainbook.events.reading import accounted
from rainbook.events.sources.interface import Asked
from rainbook.events.tables import unpack
from rainbook.record import EventTable, Problem, join

MEMORY = 4 << 30
CPU_SECONDS = 120
BYTES_PER_SECOND = 1 << 20  # slower than this no reader is, so a longer file gets longer
COMMAND = ("-P", "-m", "rainbook.events.child")


def read_guarded(
    handle: BinaryIO, original: str, name: str, size: int, asked: Asked
) -> tuple[list[EventTable], int]:
    """Return the tables of an original and how many bytes there are to account for (see
    containers.Opened).
    """
    allowed = CPU_SECONDS + size // BYTES_PER_SECOND
    limits = {"memory": MEMORY, "cpu_seconds": allowed}
    child = subprocess.Popen(
        [sys.executable, *COMMAND],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )
    ask, answer = cast(BinaryIO, child.stdin), cast(BinaryIO, child.stdout)
    tables: list[EventTable] = []
    late = threading.Timer(2 * allowed, child.kill)
    late.start()
    try:
        send(
            ask,
            {
                "original": original,
                "name": name,
                "size": size,
                "asked": asdict(asked),
                "limits": limits,
            },
        )
        for table, done in _answers(ask, answer, handle):
            if table is None:
                return tables, done
            tables.append(table)
        raise EOFError("the reader ended without a last word")
    except (EOFError, BrokenPipeError, ConnectionError, OSError) as gone:
        return _stopped(tables, original, size, str(gone))
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

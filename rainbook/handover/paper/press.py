"""Sets long documents in a process beside this one, while the rest of a hand-over goes on.

The one thing a reader would get wrong: the pages are the same, byte for byte, wherever they are
set. Where no process can be started (or there is one processor only), they are set here and now.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from rainbook.handover.interface import NotTypeset
from rainbook.handover.paper.typeset import NoGlyph, compiled, pdf, sentence

Data = Callable[[bool], Mapping[str, Any]]
Told = Callable[[], None]
MOST = 2
_STARTS = ("subprocess.Popen", "os.posix_spawn", "os.fork", "os.system", "os.exec")
COMMAND = ("-P", "-m", "rainbook.handover.paper.press")
_SIZE = struct.Struct("<BQ")
_GO, _PLAIN, _NO = 0, 1, 2


class Press:
    """Takes documents to set; `finish` waits until all stand in their files."""

    def __init__(self) -> None:
        self._children: dict[int, subprocess.Popen[bytes]] = {}  # by the thread that talks to it
        self._work: list[tuple[Future[None], Told]] = []
        # as many at once as there are processors, and no more than two: memory stays level
        self._many = min(MOST, os.cpu_count() or 1)
        self._lines = ThreadPoolExecutor(self._many)

    def __enter__(self) -> Press:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for child in self._children.values() if kind is not None else ():
            child.kill()
        self._lines.shutdown(cancel_futures=True)
        for child in self._children.values():
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    with suppress(OSError):  # what a process that ended no longer takes
                        pipe.close()
            child.wait()

    def later(self, path: Path, template: str, data: Data, stamp: datetime, told: Told) -> None:
        """Set a document into a file, soon; `told` is called by `finish` once it stands there."""
        first = json.dumps(data(False))
        job = self._lines.submit(self._set, path, template, first, data, stamp)
        self._work.append((job, told))

    def finish(self) -> None:
        """Wait for every document. Raises NotTypeset, OSError."""
        for job, told in self._work:
            job.result()
            told()
        self._work.clear()

    def _set(self, path: Path, template: str, first: str, data: Data, stamp: datetime) -> None:
        child = self._started()
        if child is None:
            path.write_bytes(pdf(template, data, stamp))
            return
        kind, made = self._ask(child, template, first, stamp)
        if kind == _PLAIN:  # a font refuses to draw something: once more, all of it marked
            kind, made = self._ask(child, template, json.dumps(data(True)), stamp)
        if kind != _GO:
            raise NotTypeset(made.decode("utf-8", "replace"))
        path.write_bytes(made)

    def _started(self) -> subprocess.Popen[bytes] | None:
        mine = threading.get_ident()
        if mine not in self._children and self._many > 1:
            here = str(Path(__file__).resolve().parents[3])
            others = os.environ.get("PYTHONPATH")
            place = here if not others else os.pathsep.join((here, others))
            try:
                self._children[mine] = subprocess.Popen(
                    [sys.executable, *COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": place},
                )
            except OSError:
                return None
        return self._children.get(mine)

    @staticmethod
    def _ask(
        child: subprocess.Popen[bytes], template: str, data: str, stamp: datetime
    ) -> tuple[int, bytes]:
        assert child.stdin is not None and child.stdout is not None
        order = json.dumps({"template": template, "stamp": stamp.isoformat()}).encode()
        try:
            _send(child.stdin, _GO, order)
            _send(child.stdin, _GO, data.encode())
            return _receive(child.stdout)
        except (OSError, EOFError):
            return _NO, sentence(template, "the process that sets pages ended").encode()


def _send(pipe: IO[bytes], kind: int, body: bytes) -> None:
    pipe.write(_SIZE.pack(kind, len(body)) + body)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> tuple[int, bytes]:
    """Return the next message. Raises EOFError when there is none any more."""
    head = pipe.read(_SIZE.size)
    if len(head) != _SIZE.size:
        raise EOFError
    kind, length = _SIZE.unpack(head)
    body = pipe.read(length)
    if len(body) != length:
        raise EOFError
    return kind, body


def _serve(ask: IO[bytes], answer: IO[bytes]) -> None:
    """Set what is asked for until nothing more is."""
    while True:
        try:
            order = json.loads(_receive(ask)[1])
            data = json.loads(_receive(ask)[1])
        except EOFError:
            return
        template, stamp = order["template"], datetime.fromisoformat(order["stamp"])
        try:
            _send(answer, _GO, compiled(template, data, stamp))
        except NoGlyph:
            _send(answer, _PLAIN, b"")
        except NotTypeset as refused:
            _send(answer, _NO, str(refused).encode())


def forbid() -> None:
    """Let this process open no connection and start no program from now on."""

    def watch(event: str, _: object) -> None:
        if event.startswith("socket.") or event in _STARTS:
            raise PermissionError("this process sets pages and does nothing else")

    sys.addaudithook(watch)


if __name__ == "__main__":
    forbid()
    _serve(sys.stdin.buffer, sys.stdout.buffer)

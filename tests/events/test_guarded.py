"""The process that reads: what it gives back, and what it has given up.

The one thing a reader would get wrong: these tests start the real process; what it may not do is
tried for real.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rainbook.events import guarded
from rainbook.events.child import Asking, receive, send, serve
from rainbook.events.guarded import read_guarded
from rainbook.events.reading import accounted, read
from rainbook.events.sources.interface import Asked

EXAMPLE = Path(__file__).resolve().parents[2] / "rainbook" / "example"
FILES = sorted(p.name for p in EXAMPLE.iterdir() if p.suffix in (".txt", ".xml", ".csv", ".vcf"))
FORBIDDEN = {
    "a connection": "import socket; socket.socket()",
    "a program": "import subprocess, sys; subprocess.Popen([sys.executable, '-V'])",
    "writing a file": "open('left-behind', 'w')",
    "a module read from disk": "import xmlrpc.client",
}


@pytest.mark.parametrize("name", FILES)
def test_it_reads_the_same_as_without_a_process_of_its_own(name: str) -> None:
    data = (EXAMPLE / name).read_bytes()
    tables, of = read_guarded(io.BytesIO(data), "0" * 64, name, len(data), Asked())
    plain = list(read(io.BytesIO(data), "0" * 64, name, Asked()))
    assert sum(map(len, tables)) == sum(map(len, plain))
    assert [t.problems for t in tables] == [t.problems for t in plain]
    for one, two in zip(tables, plain, strict=True):
        for column in one.columns:
            assert one.columns[column].tolist() == two.columns[column].tolist(), column
    counted = accounted(tables, of)
    assert (counted.bytes, counted.of, counted.twice) == (len(data), len(data), 0)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_it_has_given_up(what: str, tmp_path: Path) -> None:
    """Each is tried in a process that has given up what a reader gives up; it must end in an
    OSError.
    """
    code = (
        "from rainbook.events.child import give_up\n"
        "give_up({'memory': 4 << 30, 'cpu_seconds': 60, 'files': 3}, 'Europe/London')\n"
        f"try:\n    {FORBIDDEN[what]}\n"
        "except (OSError, ImportError) as refused:\n    print('refused'); raise SystemExit(0)\n"
        "print('done')\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        env=_env(),
        check=False,
    )
    if what == "a module read from disk" and sys.platform == "win32":
        assert (
            ran.stdout.strip() == "done"
        )  # no limit on open files there: docs/attackers.md says so
    else:
        assert ran.stdout.strip() == "refused", ran.stderr
    assert list(tmp_path.iterdir()) == []


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no limit on memory for one process here"
)
def test_a_reader_that_needs_too_much_memory_is_stopped_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guarded, "MEMORY", 64 << 20)
    data = b"Date,What happened\n" + b"13/02/2024,the doorbell\n" * 200_000
    tables, of = read_guarded(io.BytesIO(data), "0" * 64, "diary.csv", len(data), Asked())
    problems = [p for t in tables for p in t.problems]
    assert [p.code for p in problems] == ["reader_stopped"]
    assert accounted(tables, of).bytes == len(data)


def test_a_reader_that_ends_without_a_word_leaves_what_it_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guarded, "COMMAND", ("-c", "import sys; sys.exit(3)"))
    tables, of = read_guarded(io.BytesIO(b"abc"), "0" * 64, "x", 3, Asked())
    assert [p.code for t in tables for p in t.problems] == ["reader_stopped"]
    assert accounted(tables, of).bytes == of == 3


def test_serving_from_memory_asks_only_for_what_it_reads() -> None:
    """The child's side without a process: a script of answers, and what it sent back."""
    data = (EXAMPLE / "contacts.vcf").read_bytes()
    asked = {
        "zone": "Europe/London",
        "zone_said": False,
        "date_order": "",
        "encoding": "",
        "region": "GB",
    }
    order = {
        "original": "0" * 64,
        "name": "contacts.vcf",
        "size": len(data),
        "asked": asked,
        "limits": {},
    }
    ask, answer = _Line(data), io.BytesIO()
    send(ask, order)
    ask.start()
    serve(ask, _Both(answer, ask), limit=False)  # type: ignore[arg-type]
    answer.seek(0)
    kinds = []
    while True:
        try:
            head, _ = receive(answer)
        except EOFError:
            break
        kinds.append(next(iter(head)))
    assert kinds[-1] == "done" and "table" in kinds and "read" in kinds


class _Line(io.BytesIO):
    """The parent's side: answers each request put to it with the bytes of the file."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.data = data

    def start(self) -> None:
        self.seek(0)

    def answer(self, start: int, length: int) -> None:
        place = self.tell()
        self.seek(0, io.SEEK_END)
        send(self, {}, self.data[start : start + length])
        self.seek(place)


class _Both(io.RawIOBase):
    """Keeps what the child sends and has each request for bytes answered."""

    def __init__(self, kept: io.BytesIO, line: _Line) -> None:
        self.kept, self.line, self.pending = kept, line, b""

    def write(self, raw: bytes) -> int:  # type: ignore[override]
        self.pending += bytes(raw)
        self.kept.write(raw)
        return len(raw)

    def flush(self) -> None:
        head, _ = receive(io.BytesIO(self.pending))
        self.pending = b""
        if "read" in head:
            self.line.answer(*head["read"])


def test_a_handle_that_seeks_past_the_end_reads_nothing() -> None:
    asking = Asking(10, io.BytesIO(), io.BytesIO())
    assert (asking.seek(0, io.SEEK_END), asking.seek(5, io.SEEK_CUR), asking.read(4)) == (
        10,
        15,
        b"",
    )

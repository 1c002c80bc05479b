"""A long document is the same, byte for byte, wherever it is set, and a failure there is said.

The one thing a reader would get wrong: the process beside this one is real in these tests, and so
is its end.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rainbook.handover.interface import NotTypeset
from rainbook.handover.paper.press import Press
from rainbook.handover.paper.typeset import pdf

STAMP = datetime(2024, 6, 1, 10, tzinfo=UTC)


def data(words: str):
    """Return what gives the values of a chronology of one line."""

    def values(plain_only: bool) -> dict[str, object]:
        line = {
            "number": 1, "time": "now", "who": "Sam", "account": "", "how": "message",
            "words": [{"text": words if not plain_only else "marked", "rtl": False}],
            "withheld": False, "attachments": [], "state": "", "notes": [], "ref": "AB/1",
            "place": "", "inside": "", "own": False,
        }
        return {"title": "Chronology", "zone": "Europe/London", "as_of": "now", "first": 1,
                "last": 1, "of": 1, "entries": [line]}

    return values


@pytest.mark.parametrize(
    "words", ["Where are you?", "\u0645\u0631\u062d\u0628\u0627", "漢"],
    ids=["plain", "right to left", "no font has it"],
)
def test_the_same_bytes_wherever_it_is_set(words: str, tmp_path: Path) -> None:
    told: list[str] = []
    with Press() as press:
        for name in ("a.pdf", "b.pdf", "c.pdf"):
            press.later(tmp_path / name, "chronology", data(words), STAMP, lambda: told.append("x"))
        press.finish()
    here = pdf("chronology", data(words), STAMP)
    assert [(tmp_path / n).read_bytes() == here for n in ("a.pdf", "b.pdf", "c.pdf")] == [True] * 3
    assert told == ["x"] * 3


def test_a_document_that_cannot_be_set_is_said() -> None:
    with Press() as press, pytest.raises(NotTypeset, match="could not be made as a PDF"):
        press.later(Path("never"), "chronology", lambda _: {"title": "x"}, STAMP, lambda: None)
        press.finish()


def test_a_process_that_ends_is_said_and_its_document_is_not_there(tmp_path: Path) -> None:
    with Press() as press:
        press.later(tmp_path / "a.pdf", "chronology", data("one"), STAMP, lambda: None)
        press.finish()
        for child in press._children.values():
            child.kill()
            child.wait()
        with pytest.raises(NotTypeset, match="ended"):
            for n in range(2):
                press.later(tmp_path / f"b{n}.pdf", "chronology", data("two"), STAMP, lambda: None)
            press.finish()
    # the other line of work has a process of its own, which goes on
    assert sum((tmp_path / f"b{n}.pdf").exists() for n in range(2)) < 2


def test_where_no_process_can_be_started_it_is_set_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    with Press() as press:
        press.later(tmp_path / "a.pdf", "chronology", data("one"), STAMP, lambda: None)
        press.finish()
        assert press._children == {}
    assert (tmp_path / "a.pdf").read_bytes() == pdf("chronology", data("one"), STAMP)


@pytest.mark.parametrize(
    "what",
    ["import socket; socket.socket()", "import os; os.system('echo')",
     "import subprocess, sys; subprocess.run([sys.executable, '-c', ''])"],
)
def test_the_process_that_sets_pages_can_do_nothing_else(what: str) -> None:
    code = f"from rainbook.handover.paper.press import forbid; forbid(); {what}"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ran.returncode, "PermissionError: this process sets pages" in ran.stderr) == (1, True)

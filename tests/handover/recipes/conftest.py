"""Writes single parts of a bundle and reads them back.

The one thing a reader would get wrong: a part is given what `hand_over` gives it, masked by the
gate; only the last look through the whole folder, which takes seconds, is left to the tests of
the gate and to `test_whole.py`.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rainbook.handover.bundle import Told, formats, gather
from rainbook.handover.gate.gate import Gate
from rainbook.handover.selection import select
from rainbook.record import Disclosure
from tests.handover.recipes.then_now import then_and_now as two_states


@pytest.fixture
def give(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes the named parts and returns the folder."""

    def written(made: Any, *parts: str, to: str = "b", since: int = 0, **told: Any) -> Path:
        wanted = Disclosure(("sam",), "AB", parts=parts, since=since)
        folder = tmp_path / to
        folder.mkdir()
        chosen, gate = select(made.case, wanted), Gate(made.case)
        given = gather(
            made.case, wanted, chosen, made.read, folder, gate, None, Told(**told)
        )
        for one in formats():
            if one.name in parts:
                (folder / one.name).parent.mkdir(exist_ok=True)
                one.write(given, folder, None)
        return folder

    return written


@pytest.fixture
def then_and_now(kit: Any) -> SimpleNamespace:
    """The book before and now, of `then_now.py`."""
    return two_states(kit)


@pytest.fixture
def text() -> Callable[[Path], str]:
    """Return a function that reads a PDF as one line of text."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (Debian package poppler-utils) is not here to read the PDF with")

    def read(path: Path) -> str:
        ran = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
        return " ".join(ran.stdout.decode("utf-8").split())

    return read


@pytest.fixture
def rows() -> Callable[[Path], list[dict[str, str]]]:
    """Return a function that reads a table."""

    def read(path: Path) -> list[dict[str, str]]:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))

    return read

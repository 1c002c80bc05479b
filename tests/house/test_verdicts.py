"""Nothing handed over holds a verdict, a score or a promise.

The one thing a reader would get wrong: the words of the messages are in the bundle too. The example
holds none of these words, so one that is found is ours.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

VERDICTS = re.compile(
    r"\b(is stalking|is a stalker|is harassment|guilty|proves?|admissible|risk score|high risk"
    r"|low risk|confidence|probability|clean|safe|innocent|liar)\b",
    re.I,
)


def test_the_example_itself_holds_none_of_the_words() -> None:
    example = files("rainbook") / "example"
    texts = [p.read_text(encoding="utf-8") for p in example.iterdir() if p.is_file()]
    assert [VERDICTS.findall(text) for text in texts if VERDICTS.search(text)] == []


@pytest.mark.parametrize("suffix", [".pdf", ".csv", ".txt"])
def test_nothing_handed_over_holds_a_verdict(suffix: str, way_through: Any) -> None:
    assert way_through.code == 0, way_through.err
    if suffix == ".pdf" and shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (Debian package poppler-utils) is not here to read the PDFs with")
    found = sorted(way_through.bundle.rglob(f"*{suffix}"))
    texts = {path.name: _text(path) for path in found}
    assert texts
    assert all(text.strip() for text in texts.values())
    assert {n: VERDICTS.findall(t) for n, t in texts.items() if VERDICTS.search(t)} == {}


def _text(path: Path) -> str:
    if path.suffix != ".pdf":
        return path.read_bytes().decode("utf-8-sig", "replace")
    read = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True,
                          check=True)
    return read.stdout.decode("utf-8")

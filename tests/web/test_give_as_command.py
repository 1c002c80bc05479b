"""What the pages write is, byte for byte, what the command writes for the same choices."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rainbook.case.example import PASSPHRASE
from rainbook.cli.app import run
from tests.web.giving_kit import answered, begun

Text = Callable[[Any], str]


def every_file(folder: Path) -> dict[str, bytes]:
    found = sorted(p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in found}


@pytest.mark.parametrize("recipe", ["first-report", "facts-only", ""])
def test_the_same_bytes(recipe: str, example_client: Any, tmp_path: Path) -> None:
    home = example_client.desk.home
    shutil.copytree(home / "book", tmp_path / "book")
    (tmp_path / "pass").write_text(PASSPHRASE + "\n", encoding="utf-8")
    report = begun(example_client, "given", recipe or "usual")
    answered(example_client, report, answer="write", looked="no")
    chosen = ("--recipe", recipe) if recipe else ()
    code = run([
        "hand-over", str(tmp_path / "given"), "--book", str(tmp_path / "book"), "--person", "alex",
        "--initials", "SO", "--purpose", "for a report", *chosen, "--yes", "--looked", "no",
        "--passphrase-file", str(tmp_path / "pass"), "--json",
    ])
    assert code == 0
    here, there = every_file(home / "given"), every_file(tmp_path / "given")
    assert sorted(here) == sorted(there) and len(here) > 4
    assert [name for name in here if here[name] != there[name]] == []

"""Nothing readable lies on the disk, and looking at a file leaves nothing behind.

The one thing a reader would get wrong: the words looked for are in the files, the names and the
decisions; a sealed file may hold any byte, so they are chosen long enough not to turn up by chance.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rainbook.case import Book
from rainbook.record import AccountOf, Asks, ToldToStop
from tests.case.kit import LINES, PASSPHRASE, Write, ids, who_is_who

TELLING = (
    "wheelbarrow", "Please stop contacting", "Sam Okafor", "Alex Reed", "You do not mean",
    "kettles", "my sister saw it", "no contact at all", "exported by hand", "parsnip",
)


def holding(folder: Path) -> list[str]:
    """Return each file below the folder that holds one of the words, in any width."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            held = path.read_bytes()
            found += [
                f"{path.name}: {word}" for word in TELLING
                for written in (word.encode(), word.encode("utf-16-le"))
                if written in held
            ]
        found += [f"{path.name} (its name)" for word in TELLING if word in path.name]
    return found


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder and a home of their own, to see what is left in them."""
    place = tmp_path / "temporary"
    place.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(place))
    monkeypatch.setattr("tempfile.tempdir", None)
    return place


def test_nothing_readable_is_at_rest(
    temporary: Path, book: Book, chat: Write, folder: Path
) -> None:
    given = chat("wheelbarrow.txt", *LINES, ("27/03/2024, 08:00", "Alex Reed", "parsnip"))
    assert holding(given.parent), "the words must be found where they are"
    book.add(given, how="exported by hand", came_from="my sister saw it", own="yes")
    who_is_who(book)
    book.decide(AccountOf("alex", "phone:own", "guess", "my sister saw it"), "my sister saw it")
    book.decide(ToldToStop("alex", event=ids(book.file())[0]))
    book.decide(Asks("alex", "no contact at all"))
    book.not_known("whatsapp:name:Sam Okafor")
    book.looked()
    assert book.file().findings
    book.close()
    assert sum(1 for p in folder.rglob("*") if p.is_file()) > 5
    assert holding(folder) == []
    assert [p.name for p in temporary.rglob("*")] == []


@pytest.mark.parametrize("more", [(), ("--json",), ("--all",)])
def test_looking_at_a_file_leaves_no_trace(
    more: tuple[str, ...], temporary: Path, tmp_path: Path, chat: Write, root: Path
) -> None:
    given = chat("wheelbarrow.txt", *LINES)
    here = tmp_path / "here"
    here.mkdir()
    before = {p: (p.stat().st_mtime_ns, p.stat().st_size) for p in tmp_path.rglob("*")}
    ran = subprocess.run(
        [sys.executable, "-m", "rainbook", "read", str(given), *more],
        cwd=here, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, timeout=120,
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}, check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "You do not mean that." in ran.stdout
    assert before == {p: (p.stat().st_mtime_ns, p.stat().st_size) for p in tmp_path.rglob("*")}


def test_the_passphrase_is_nowhere(book: Book, folder: Path) -> None:
    book.close()
    assert not any(PASSPHRASE.encode() in p.read_bytes() for p in folder.rglob("*") if p.is_file())

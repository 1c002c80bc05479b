"""Two copies of one book that went different ways, with the same keys, cannot be mixed unseen."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from rainbook.custody import Vault
from rainbook.custody.disk import Disk
from rainbook.custody.stream import ORIGINAL, Sealing
from rainbook.record import Setting

PASSPHRASE = "five blue kettles sing"
Copies = tuple[Path, Path, list[int]]


@pytest.fixture
def copies(vault: Vault, folder: Path) -> Copies:
    """Two folders whose logs part after entry 0, and where entries 1, 2 and 3 start and end."""
    vault.close()
    other, ends = folder.with_name("other"), [(folder / "log").stat().st_size]
    shutil.copytree(folder, other)
    for one, zone in ((folder, "Europe/London"), (other, "Europe/Paris")):
        with Vault.open(one, PASSPHRASE) as book:
            for _ in range(2):
                book.decide(Setting("zone", zone), "A. Bell", "home")
    data = (folder / "log").read_bytes()
    for _ in range(3):
        ends.append(ends[-1] + 4 + int.from_bytes(data[ends[-1]:ends[-1] + 4], "big"))
    assert ends[-1] == len(data) == (other / "log").stat().st_size
    return folder, other, ends


def found(folder: Path) -> list[tuple[str, str]]:
    with Vault.open(folder, PASSPHRASE, read_only=True) as vault:
        return [(f.kind, f.place) for f in vault.verify()]


@pytest.mark.parametrize(("name", "place"), [("log", "head"), ("head", "head")])
def test_the_log_of_one_and_the_head_of_the_other(copies: Copies, name: str, place: str) -> None:
    one, other, _ = copies
    shutil.copy(other / name, one / name)
    assert found(one) == [("changed", place)]


@pytest.mark.parametrize("entry", [1, 2])
def test_one_entry_of_the_other_copy_among_the_own(copies: Copies, entry: int) -> None:
    one, other, ends = copies
    start, end = ends[entry - 1], ends[entry]
    own, theirs = (one / "log").read_bytes(), (other / "log").read_bytes()
    (one / "log").write_bytes(own[:start] + theirs[start:end] + own[end:])
    # entry 1 follows from entry 0 in both copies; it is the next one that does not follow from it
    places = {1: [(end, ends[2])], 2: [(start, end), (end, ends[3])]}[entry]
    assert found(one) == [("changed", f"log, bytes {a} to {b}") for a, b in places]


def test_other_bytes_sealed_under_the_name_of_an_original(vault: Vault) -> None:
    kept = vault.seal(io.BytesIO(b"a line\n"), "notes", "A. Bell", "phone", "export", "yes")
    book = vault._book  # a key holder who forges: everything fits but the SHA-256 in the log
    path = book.path_of(kept.sha256)
    path.unlink()
    with path.open("x+b", buffering=0) as file:
        sealing = Sealing(Disk(), file, ORIGINAL, book.keys.file_wrap)
        sealing.add(b"A LINE\n")
        sealing.finish(book.name_of(kept.sha256))
    place = path.relative_to(vault.folder).as_posix()
    assert [(f.kind, f.place) for f in vault.verify()] == [("changed", place)]

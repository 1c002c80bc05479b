"""Every byte of every file of a book: changed, it is found and its file named.

And none is readable.
"""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path
from typing import Any

import pytest

from rainbook.custody import LEAST, Vault
from rainbook.record import PersonNamed

ABOUT = {"by": "A. Bell", "came_from": "my phone", "how": "export chat", "own": "yes"}


def files(folder: Path) -> dict[str, Path]:
    return {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}


HARMS = {
    "changed": lambda data, at: data[:at] + bytes([data[at] ^ 1]) + data[at + 1:],
    "missing": lambda data, at: data[:at] + data[at + 1:],
    "added": lambda data, at: data[:at] + b"\x5a" + data[at:],
    "reordered": lambda data, at: data[:at] + data[at:at + 2][::-1] + data[at + 2:],
}


@pytest.mark.parametrize("harm", HARMS)
def test_every_harmed_byte_of_every_file_is_found(vault: Vault, folder: Path, harm: str) -> None:
    kept = vault.seal(io.BytesIO(b"a line\n"), "notes", **ABOUT)
    vault.keep_table(kept.sha256, b"columns")
    quiet, tried = 0, 0
    for name, path in files(folder).items():
        whole = path.read_bytes()
        for place in range(len(whole)):
            harmed = HARMS[harm](whole, place)
            if harmed == whole:
                continue  # two equal bytes changed places
            path.write_bytes(harmed)
            named = {f.place.partition(",")[0] for f in vault.verify()}
            quiet += name not in named
            tried += 1
        path.write_bytes(whole)
    assert quiet == 0
    assert tried > 1500
    assert list(vault.verify()) == []


def test_every_missing_file_is_found(vault: Vault, folder: Path) -> None:
    vault.seal(io.BytesIO(b"a line\n"), "notes", **ABOUT)
    for name, path in files(folder).items():
        if name == "lock":
            continue
        whole = path.read_bytes()
        path.unlink()
        assert [(f.kind, f.place) for f in vault.verify()] == [("missing", name)]
        path.write_bytes(whole)


@pytest.mark.parametrize("name", [
    "notes.txt", "keys/notes.txt", "keys/0123456789abcdef.json", "originals/notes",
    "originals/ab/notes", "originals/ab/" + "cd" * 32, "originals/ab/" + "ab" * 32,
    "tables/" + "00" * 32, "format.bak", "tables/notes", "more/notes", ".DS_Store",
])
def test_every_added_file_is_found(vault: Vault, folder: Path, name: str) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x")
    place = "more" if name == "more/notes" else name
    assert [(f.kind, f.place) for f in vault.verify()] == [("added", place)]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a special right on Windows")
def test_a_link_in_the_place_of_a_file_is_found(vault: Vault, folder: Path) -> None:
    vault.seal(io.BytesIO(b"a line\n"), "notes", **ABOUT)
    path = next((folder / "originals").rglob("*/*"))
    path.rename(folder.parent / "elsewhere")
    path.symlink_to(folder.parent / "elsewhere")
    place = path.relative_to(folder).as_posix()
    assert [(f.kind, f.place) for f in vault.verify()] == [("changed", place)]


def test_a_folder_in_the_place_of_a_file_is_found(vault: Vault, folder: Path) -> None:
    kept = vault.seal(io.BytesIO(b"a line\n"), "notes", **ABOUT)
    vault.keep_table(kept.sha256, b"columns")
    for name, path in files(folder).items():
        if name == "lock":
            continue
        whole = path.read_bytes()
        path.unlink()
        path.mkdir()
        found = {f.kind for f in vault.verify() if f.place == name}
        assert found & {"changed", "unreadable"}, name
        path.rmdir()
        path.write_bytes(whole)
    assert list(vault.verify()) == []


@pytest.mark.parametrize("part", ["keys", "originals", "tables"])
def test_a_whole_folder_gone_is_found(vault: Vault, folder: Path, part: str) -> None:
    (folder / part).rename(folder.parent / "elsewhere")
    assert ("missing", part) in {(f.kind, f.place) for f in vault.verify()}


def test_a_book_put_back_while_it_is_open_is_found(vault: Vault, folder: Path) -> None:
    log, head = (folder / "log").read_bytes(), (folder / "head").read_bytes()
    vault.note("handed over", "A. Bell", {})
    (folder / "log").write_bytes(log)
    (folder / "head").write_bytes(head)
    assert [(f.kind, f.place) for f in vault.verify()] == [("changed", "log")]


def test_the_progress_of_checking_ends_at_the_total(vault: Vault) -> None:
    for size in (0, 5, 3_000_000):
        vault.seal(io.BytesIO(bytes(size)), "notes", **ABOUT)
    seen: list[tuple[int, int]] = []
    assert list(vault.verify(progress=lambda done, total: seen.append((done, total)))) == []
    assert seen[-1] == (3_000_005, 3_000_005)
    assert seen == sorted(seen)


TELLING = {
    "content": b"THE-WORDS-OF-THE-MESSAGE", "name": b"TELLING-FILE-NAME", "by": b"TELLING-PERSON",
    "came_from": b"TELLING-PHONE", "how": b"TELLING-WAY", "own": b"TELLING-ANSWER",
    "why": b"TELLING-REASON", "who": b"TELLING-SUSPECT", "table": b"TELLING-COLUMNS",
    "label": b"TELLING-HOLDER", "note": b"TELLING-NOTE", "first": b"TELLING-PASSPHRASE",
    "second": b"TELLING-OTHER-PASSPHRASE",
}
WORDS = {name: word.decode() for name, word in TELLING.items()}
watched: list[Any] = []
written: list[str] = []


def listen(event: str, args: tuple[Any, ...]) -> None:
    """Note each file opened for writing while a book is watched."""
    if event == "open" and watched and isinstance(args[0], str | bytes) and (
        any(letter in str(args[1] or "") for letter in "wax+")
    ):
        written.append(str(args[0]))


def forms(word: bytes) -> list[bytes]:
    text = word.decode()
    return [word, text.encode("utf-16-le"), word.hex().encode(), word.lower()]


def test_at_no_moment_is_anything_readable_on_the_disk(folder: Path) -> None:
    content = TELLING["content"] * 60_000
    sha256 = hashlib.sha256(content)
    wanted = [f for word in TELLING.values() for f in forms(word)]
    wanted += [sha256.digest(), sha256.hexdigest().encode()]
    seen = set()

    def look(_: str) -> None:
        for path in folder.parent.rglob("*"):
            if path.is_file():
                data = path.read_bytes()
                seen.add(path.suffix)
                found = [w for w in wanted if w in data or w.decode("latin-1") in path.name]
                assert not found, (path, found)

    sys.addaudithook(listen)
    watched.append(True)
    vault, code = Vault.create(folder, WORDS["first"], WORDS["by"], cost=LEAST, steps=look)
    wanted += [code.encode(), code[:9].encode(), vault._book.master, vault._book.keys.log]
    with vault:
        kept = vault.seal(io.BytesIO(content), WORDS["name"], WORDS["by"], WORDS["came_from"],
                          WORDS["how"], WORDS["own"])
        vault.decide(PersonNamed("p1", WORDS["who"], "suspect"), WORDS["by"], WORDS["why"])
        vault.keep_table(kept.sha256, TELLING["table"] * 10_000)
        vault.add_holder(WORDS["label"], WORDS["second"], WORDS["by"], LEAST)
        vault.note("handed over", WORDS["by"], {"to": WORDS["note"]})
        assert vault.open_original(kept.sha256).read() == content
        assert vault.table(kept.sha256) == TELLING["table"] * 10_000
        assert list(vault.verify()) == []
    watched.clear()
    look("")
    assert {".new", ".json", ""} <= seen
    assert written
    assert all(Path(name).is_relative_to(folder.parent) for name in written), written


def test_names_in_the_folder_tell_nothing(good: Path) -> None:
    telling = ("stalk", "harass", "evidence", "victim", "suspect", "police", "abuse", "threat")
    data = "\n".join(files(good)).lower()
    plain = [p.read_bytes() for n, p in files(good).items() if n.startswith(("keys", "format"))]
    assert not [w for w in telling if w in data or any(w.encode() in p.lower() for p in plain)]

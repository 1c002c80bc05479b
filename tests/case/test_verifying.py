"""Checking a book or a bundle names every place that is not as it was left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rainbook.case import Book, check_folder
from rainbook.case.verifying import NothingToCheck
from rainbook.record import Disclosure
from tests.case.kit import LINES, PASSPHRASE, Write, who_is_who
from tests.handover.agreeing import agree

ALEX = Disclosure(("alex",), "SO", "slash", "for the police")


@pytest.fixture
def told(book: Book, chat: Write) -> Book:
    book.add(chat("WhatsApp Chat with Alex Reed.txt", *LINES))
    who_is_who(book)
    return book


def everything(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes()
            for p in folder.rglob("*") if p.is_file()}


def test_handing_over_twice_gives_the_same_bytes(
    told: Book, tmp_path: Path, again: Callable[..., Book]
) -> None:
    told.hand_over(tmp_path / "one", ALEX, agree)
    told.close()
    with again() as one:
        one.hand_over(tmp_path / "two", ALEX, agree)
        handed = [r for r in one.vault().log() if r.kind == "handed over"]
    assert everything(tmp_path / "one") == everything(tmp_path / "two")
    assert [r.body["purpose"] for r in handed] == ["for the police"] * 2
    assert handed[0].body["hashes"] == handed[1].body["hashes"]


def test_the_preview_says_what_is_then_handed_over(told: Book, tmp_path: Path) -> None:
    seen = told.preview(ALEX)
    assert (seen.persons, seen.initials, seen.lines, seen.own, seen.third, seen.elsewhere) == (
        ("Alex Reed",), "SO", 4, 2, 0, 0)
    assert [o.name for o in seen.originals] == ["WhatsApp Chat with Alex Reed.txt"]
    assert not (tmp_path / "one").exists()
    bundle = told.hand_over(tmp_path / "one", ALEX, agree)
    assert [e.original for e in bundle.exhibits] == [o.sha256 for o in seen.originals]


def damage(folder: Path, place: str, how: str) -> None:
    path = folder / place
    if how == "missing":
        path.unlink()
    elif how == "added":
        path.write_bytes(b"not ours")
    else:
        held = bytearray(path.read_bytes())
        held[len(held) // 2] ^= 1
        path.write_bytes(bytes(held))


def first(folder: Path, start: str) -> str:
    return next(name for name in sorted(everything(folder)) if name.startswith(start))


@pytest.mark.parametrize(("start", "how"), [
    ("originals/", "changed"), ("originals/", "missing"), ("log", "changed"), ("head", "changed"),
    ("keys/", "changed"), ("format", "changed"), ("format", "missing"), ("stray", "added"),
])
def test_a_damaged_book_is_named(
    start: str, how: str, told: Book, folder: Path
) -> None:
    told.close()
    assert check_folder(folder, lambda: PASSPHRASE).faults == ()
    place = start if how == "added" else first(folder, start)
    damage(folder, place, how)
    found = check_folder(folder, lambda: PASSPHRASE)
    assert found.what == "case"
    named = " ".join(f"{kind} {where} {sentence}" for kind, where, sentence in found.faults)
    assert place.split("/")[0] in named
    assert how in {kind for kind, _, _ in found.faults}


@pytest.mark.parametrize(("place", "how"), [
    ("index.pdf", "changed"), ("messages/chronology.csv", "missing"), ("hashes.txt", "changed"),
    ("note.txt", "added"),
])
def test_a_damaged_bundle_is_named(place: str, how: str, told: Book, tmp_path: Path) -> None:
    told.hand_over(tmp_path / "bundle", ALEX, agree)
    assert check_folder(tmp_path / "bundle", lambda: "").faults == ()
    damage(tmp_path / "bundle", place, how)
    faults = check_folder(tmp_path / "bundle", lambda: "").faults
    assert faults
    if place != "hashes.txt":
        assert [(kind, where) for kind, where, _ in faults] == [(how, place)]


def test_a_whole_older_copy_is_found_with_the_mark(told: Book, folder: Path) -> None:
    old = everything(folder)
    told.not_known("phone:own")
    mark = told.mark()
    told.close()
    assert check_folder(folder, lambda: PASSPHRASE, mark=mark).faults == ()
    for name, held in old.items():
        (folder / name).write_bytes(held)
    assert check_folder(folder, lambda: PASSPHRASE).faults == ()
    assert check_folder(folder, lambda: PASSPHRASE, mark=mark).faults != ()


def test_a_folder_that_is_neither_is_said(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "gone"):
        with pytest.raises(NothingToCheck):
            check_folder(place, lambda: "")

"""Killed at any moment while a bundle is written: it is there whole, or it is not there.

The one thing a reader would get wrong: every file-system call is looked at and not a chosen few
(see watched.py); what stands on the disk at that moment is what a kill would leave.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import Book
from rainbook.case.left_over import UNFINISHED, left_beside
from rainbook.handover.gate.interface import Agreed, Report
from rainbook.record import Disclosure, RainbookError
from tests.case.kit import LINES, Write, who_is_who
from tests.case.watched import agree, give, verdict

NAME = "WhatsApp Chat with Alex Reed.txt"
Open = Callable[..., Book]
Child = Callable[..., tuple[list[Any], int]]
posix = pytest.mark.skipif(os.name != "posix", reason="done in another way on Windows")


@pytest.fixture
def closed(book: Book, chat: Write, tmp_path: Path) -> Path:
    """A book with one chat, closed; return the place to write to."""
    book.add(chat(NAME, *LINES))
    who_is_who(book)
    book.close()
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.fixture
def child(folder: Path, root: Path) -> Child:
    """Return a function that runs watched.py; it returns what was said and the code at the end."""

    def run(job: str, out: Path, number: int = 0) -> tuple[list[Any], int]:
        command = [sys.executable, "-m", "tests.case.watched", job, folder, out, number]
        ran = subprocess.run(
            [str(one) for one in command], cwd=root, capture_output=True, timeout=60, check=False,
            env={**os.environ, "PYTHONPATH": str(root)}, encoding="utf-8",
        )
        assert ran.stderr == ""
        return [json.loads(line) for line in ran.stdout.splitlines()], ran.returncode

    return run


def test_at_no_moment_does_half_a_bundle_pass(closed: Path, child: Child) -> None:
    said, code = child("watch", closed)
    assert code == 0
    parts = [s for s in said if s[0] != "bundle"]
    assert len(parts) > 100, "too few moments were looked at"
    assert {s[1] for s in parts} == {UNFINISHED}
    assert {s[1] for s in said if s[0] == "bundle"} == {"whole"}
    most = max(s[3] for s in said)
    assert {s[3] for s in said if s[0] == "bundle"} == {most}
    # hashes.txt is written when everything it names is there: by its content alone, under any
    # other name, the folder agrees with its list only when nothing but the signature is missing
    whole = [s[3] for s in parts if s[2] == "whole"]
    assert set(whole) <= {most - 1, most}
    assert whole


@posix
def test_killed_the_next_hand_over_works_and_what_is_left_is_named(
    closed: Path, child: Child, again: Open
) -> None:
    aside = closed.parent / "aside"
    aside.mkdir()
    (calls,), code = child("kill", aside, -1)
    assert code == 0
    for times, share in enumerate((0.02, 0.3, 0.8, 1.0), 1):
        assert child("kill", closed, round(share * (calls - 1))) == ([], -signal.SIGKILL)
        left = left_beside(closed / "bundle")
        # the last call reads the list of hashes for the book's log: the bundle stands by then
        there = (closed / "bundle").exists()
        assert (len(left), there) == ((3, True) if share == 1.0 else (times, False))
    assert {verdict(closed / name) for name in left} == {UNFINISHED}
    assert verdict(closed / "bundle") == "whole"
    with again() as book:
        give(book, closed / "next")
    assert verdict(closed / "next") == "whole"
    assert left_beside(closed / "next") == left, "it may be another that is still writing"


@pytest.mark.parametrize("name", ["bundle.part-a1b2c3d_", "x.part-abcdefgh"])
def test_no_bundle_has_the_name_of_an_unfinished_one(
    name: str, closed: Path, again: Open
) -> None:
    with again() as book, pytest.raises(RainbookError) as said:
        book.hand_over(closed / name, Disclosure(("alex",), "SO"), agree)
    assert "Choose another name" in str(said.value)
    assert list(closed.iterdir()) == []


@posix
@pytest.mark.parametrize("most", [0, 4_000, 60_000])
def test_a_disk_that_takes_no_more_leaves_nothing(most: int, closed: Path, child: Child) -> None:
    said, code = child("limit", closed, most)
    assert (code, len(said)) == (0, 1)
    assert "room on the disk" in said[0]
    assert list(closed.iterdir()) == []


def test_a_disk_full_at_any_file_leaves_nothing(closed: Path, child: Child) -> None:
    said, code = child("full", closed)
    assert code == 0
    assert [at for at, _, _ in said] == [1, 2, 5, 13, 26]
    for at, sentence, left in said:
        assert ("No space left on device" in sentence, left) == (True, []), at


def appears(kind: str, target: Path) -> None:
    if kind == "a file":
        target.write_bytes(b"theirs")
    elif kind == "a folder":
        target.mkdir()
        (target / "theirs").write_bytes(b"theirs")
    else:
        target.symlink_to(target.parent)


@pytest.mark.parametrize("kind", ["a file", "a folder", "a link"])
def test_a_target_that_appears_meanwhile_is_not_touched(
    kind: str, closed: Path, again: Open
) -> None:
    def said_yes(_: Report) -> Agreed:
        appears(kind, closed / "bundle")
        return Agreed(True, "not asked")

    with again() as book, pytest.raises(RainbookError):
        book.hand_over(closed / "bundle", Disclosure(("alex",), "SO"), said_yes)
    assert [p.name for p in closed.iterdir()] == ["bundle"]
    if kind == "a folder":
        assert [p.name for p in (closed / "bundle").iterdir()] == ["theirs"]
    if kind == "a file":
        assert (closed / "bundle").read_bytes() == b"theirs"


@pytest.mark.parametrize("where", ["a file", "too long"])
def test_a_place_that_cannot_be_written_to(where: str, closed: Path, again: Open) -> None:
    (closed / "file").write_bytes(b"mine")
    target = closed / "file" / "bundle" if where == "a file" else closed / ("b" * 250)
    with again() as book, pytest.raises(RainbookError) as said:
        book.hand_over(target, Disclosure(("alex",), "SO"), agree)
    assert "Choose another place" in str(said.value)
    assert [p.name for p in closed.iterdir()] == ["file"]
    assert (closed / "file").read_bytes() == b"mine"


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="a place nobody may write to")
def test_a_read_only_place(closed: Path, again: Open) -> None:
    with again() as book, pytest.raises(RainbookError) as said:
        book.hand_over(Path("/sys/kernel/bundle"), Disclosure(("alex",), "SO"), agree)
    assert "Choose another place" in str(said.value)


def test_written_but_not_noted_in_the_book(closed: Path, again: Open) -> None:
    with again(read_only=True) as book, pytest.raises(RainbookError) as said:
        give(book, closed / "bundle")
    assert "bundle is written and whole" in str(said.value)
    assert verdict(closed / "bundle") == "whole"

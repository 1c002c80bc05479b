"""Killed at any moment while a bundle is written: it is there whole, or it is not there.

The one thing a reader would get wrong: the child is watched at every file-system call it makes
(an audit hook), so that every moment is looked at and not a chosen few; what stands on the disk
at that moment is what a kill would leave.
"""

from __future__ import annotations

import errno
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import Book, check_folder
from rainbook.case.left_over import UNFINISHED, left_beside
from rainbook.case.verifying import NothingToCheck
from rainbook.handover.check import check_bundle
from rainbook.handover.gate.interface import Agreed, Report
from rainbook.record import Bundle, Disclosure, RainbookError
from tests.case.kit import LINES, Write, who_is_who

NAME = "WhatsApp Chat with Alex Reed.txt"
CALLS = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "shutil.rmtree"}
Open = Callable[..., Book]
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def agree(_: Report) -> Agreed:
    return Agreed(True, "not asked")


def hand_over(book: Book, out: Path) -> Bundle:
    return book.hand_over(out / "bundle", Disclosure(("alex",), "SO"), agree)


@pytest.fixture
def closed(book: Book, chat: Write, tmp_path: Path) -> Path:
    """A book with one chat, closed; return the place to write to."""
    book.add(chat(NAME, *LINES))
    who_is_who(book)
    book.close()
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def in_child(job: Callable[[Callable[[Any], None]], None]) -> tuple[list[Any], int]:
    """Run `job` in a child; return what it said, and the number it ended with."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        try:
            job(lambda what: os.write(theirs, (json.dumps(what) + "\n").encode()) and None)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(theirs)
    with os.fdopen(ours) as heard:
        said = [json.loads(line) for line in heard]
    return said, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def at_each_call(out: Path, look: Callable[[], None]) -> None:
    """Call `look` before each file-system call that names something in `out`, for ever."""
    busy = [False]

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if busy[0] or event not in CALLS or not str(args[0]).startswith(str(out)):
            return
        busy[0] = True
        try:
            look()
        finally:
            busy[0] = False

    sys.addaudithook(hook)


def verdict(folder: Path) -> str:
    """Return what `verify` says of a folder: "whole", or the first thing that is wrong."""
    try:
        faults = check_folder(folder, lambda: "").faults
    except NothingToCheck:
        return "nothing to check"
    return faults[0][2] if faults else "whole"


@forks
def test_at_no_moment_does_half_a_bundle_pass(closed: Path, again: Open) -> None:
    def job(say: Callable[[Any], None]) -> None:
        def look() -> None:
            for one in closed.iterdir():
                content = "whole" if not check_bundle(one) else "not whole"
                say([one.name, verdict(one), content, len(list(one.rglob("*")))])

        with again() as book:
            at_each_call(closed, look)
            hand_over(book, closed)
            look()

    said, code = in_child(job)
    assert code == 0
    parts = [s for s in said if s[0] != "bundle"]
    assert len(parts) > 100, "too few moments were looked at"
    assert {s[1] for s in parts} == {UNFINISHED}
    assert {s[1] for s in said if s[0] == "bundle"} == {"whole"}
    assert {s[3] for s in said if s[0] == "bundle"} == {max(s[3] for s in said)}
    # the list of hashes is written when everything it names is: so by itself, under any other
    # name, the folder agrees with its list only with all its files there
    whole = [s for s in parts if s[2] == "whole"]
    assert whole
    assert min(s[3] for s in whole) >= max(s[3] for s in said) - 1, "all but the signature"


@forks
@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.8, 0.95, 1.0])
def test_killed_the_next_hand_over_works_and_what_is_left_is_named(
    share: float, closed: Path, again: Open
) -> None:
    def job(say: Callable[[Any], None], at: int = -1) -> None:
        calls = [0]

        def look() -> None:
            if calls[0] == at:
                os.kill(os.getpid(), signal.SIGKILL)
            calls[0] += 1

        with again() as book:
            at_each_call(closed / ("other" if at < 0 else ""), look)
            hand_over(book, closed / ("other" if at < 0 else ""))
            say(calls[0])

    (closed / "other").mkdir()
    (calls,), code = in_child(job)
    assert code == 0
    said, code = in_child(lambda say: job(say, round(share * (calls - 1))))
    assert (said, code) == ([], -signal.SIGKILL)
    assert not (closed / "bundle").exists() or verdict(closed / "bundle") == "whole"
    left = left_beside(closed / "bundle")
    assert len(left) == (0 if share == 0.0 else 1)
    for name in left:
        assert verdict(closed / name) == UNFINISHED
    with again() as book:
        book.hand_over(closed / "next", Disclosure(("alex",), "SO"), agree)
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


@forks
@pytest.mark.parametrize("most", [0, 200, 4_000, 30_000, 60_000, 90_000])
def test_a_disk_that_takes_no_more_leaves_nothing(most: int, closed: Path, again: Open) -> None:
    """No file may grow past `most` bytes: the system refuses as it does on a full disk."""
    import resource

    def job(say: Callable[[Any], None]) -> None:
        with again() as book:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
            try:
                hand_over(book, closed)
            except RainbookError as refused:
                say(str(refused))

    said, code = in_child(job)
    assert code == 0
    assert len(said) == 1
    assert "room on the disk" in said[0]
    assert list(closed.iterdir()) == []


@forks
def test_a_disk_full_at_any_call_leaves_nothing(closed: Path, again: Open) -> None:
    """The n-th time a file is opened for writing the system says that there is no room."""

    def job(say: Callable[[Any], None]) -> None:
        left = [0]

        def hook(event: str, args: tuple[Any, ...]) -> None:
            writing = event == "open" and isinstance(args[1], str) and args[1][:1] in "wax"
            if writing and str(args[0]).startswith(str(closed)):
                left[0] -= 1
                if left[0] == 0:
                    raise OSError(errno.ENOSPC, "No space left on device")

        with again() as book:
            sys.addaudithook(hook)
            for at in (1, 2, 3, 5, 8, 13, 21, 26):
                left[0] = at
                try:
                    hand_over(book, closed)
                except RainbookError as refused:
                    say([at, str(refused), [p.name for p in closed.iterdir()]])

    said, code = in_child(job)
    assert code == 0
    assert [at for at, _, _ in said] == [1, 2, 3, 5, 8, 13, 21, 26]
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
        hand_over(book, closed)
    assert "bundle is written and whole" in str(said.value)
    assert verdict(closed / "bundle") == "whole"

"""A hand-over in a process of its own, watched at every file-system call that names its place.

The one thing a reader would get wrong: this is run as a program by test_hand_over_killed.py. It is
not forked from the tests, because the typesetter's threads would not be there in a fork.
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

try:
    import resource
except ImportError:  # not on Windows; `limit` is not asked for there
    resource = None  # type: ignore[assignment]

from rainbook.case import Book, check_folder, open_book
from rainbook.case.verifying import NothingToCheck
from rainbook.handover.check import check_bundle
from rainbook.handover.gate.interface import Agreed, Report
from rainbook.record import Disclosure, RainbookError
from tests.case.kit import PASSPHRASE

CALLS = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "shutil.rmtree"}


def agree(_: Report) -> Agreed:
    """Say yes."""
    return Agreed(True, "not asked")


def give(book: Book, folder: Path) -> None:
    """Hand over the thread with Alex."""
    book.hand_over(folder, Disclosure(("alex",), "SO"), agree)


def verdict(folder: Path) -> str:
    """Return what `verify` says of a folder: "whole", or the first thing that is wrong."""
    try:
        faults = check_folder(folder, lambda: "").faults
    except NothingToCheck:
        return "nothing to check"
    return faults[0][2] if faults else "whole"


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


def say(what: Any) -> None:
    """Print one line."""
    print(json.dumps(what), flush=True)


def watch(book: Book, out: Path, _: int) -> None:
    """At each call, say of each folder: name, what verify says, what its list says, its files."""

    def look() -> None:
        for one in out.iterdir():
            content = "whole" if not check_bundle(one) else "not whole"
            say([one.name, verdict(one), content, len(list(one.rglob("*")))])

    at_each_call(out, look)
    give(book, out / "bundle")
    look()


def kill(book: Book, out: Path, at: int) -> None:
    """End at call number `at` as by a power cut; else say how many calls there were."""
    calls = [0]

    def look() -> None:
        if calls[0] == at:
            os.kill(os.getpid(), signal.SIGKILL)
        calls[0] += 1

    at_each_call(out, look)
    give(book, out / "bundle")
    say(calls[0])


def limit(book: Book, out: Path, most: int) -> None:
    """No file may grow past `most` bytes: the system itself refuses."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    try:
        give(book, out / "bundle")
    except RainbookError as refused:
        say(str(refused))


def full(book: Book, out: Path, _: int) -> None:
    """The n-th time a file is opened for writing there is no room."""
    left = [0]

    def hook(event: str, args: tuple[Any, ...]) -> None:
        writing = event == "open" and isinstance(args[1], str) and args[1][:1] in "wax"
        if writing and str(args[0]).startswith(str(out)):
            left[0] -= 1
            if left[0] == 0:
                raise OSError(errno.ENOSPC, "No space left on device")

    sys.addaudithook(hook)
    for at in (1, 2, 5, 13, 26):
        left[0] = at
        try:
            give(book, out / "bundle")
        except RainbookError as refused:
            say([at, str(refused), [p.name for p in out.iterdir()]])


if __name__ == "__main__":
    with open_book(Path(sys.argv[2]), PASSPHRASE, "A. Bell") as opened:
        {"watch": watch, "kill": kill, "limit": limit, "full": full}[sys.argv[1]](
            opened, Path(sys.argv[3]), int(sys.argv[4])
        )

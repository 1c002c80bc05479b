"""Killed at any moment, a book opens again with everything that was reported as done.

The one thing a reader would get wrong: the child prints a line only after `add` has returned, so
each line is a promise; what was under way when it was killed may be there or not, but never half.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from rainbook.case import Book, check_folder
from tests.case.kit import PASSPHRASE

KILLS = 10
CHILD = """
import sys
from pathlib import Path
from rainbook.case import open_book
folder, *files = map(Path, sys.argv[1:])
with open_book(folder, sys.stdin.readline().rstrip("\\n"), "A. Bell") as book:
    print("open", flush=True)
    for file in files:
        print(book.add(file).original.sha256, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="a process is killed in another way on Windows")
def test_what_was_reported_as_done_is_there_after_a_kill(
    book: Book, folder: Path, tmp_path: Path, root: Path, again: Callable[..., Book]
) -> None:
    book.close()
    chance, promised, reached = random.Random(1997), set(), set()
    for attempt in range(KILLS):
        files = []
        for number in range(3):
            path = tmp_path / f"chat {attempt} {number}.txt"
            path.write_text(f"24/03/2024, 18:40 - Alex Reed: {attempt} {number}\n" * 400)
            files.append(str(path))
        lines = _killed(folder, files, attempt % 3 + 1, chance.uniform(0.0, 0.8), root)
        promised |= set(lines[1:])
        reached.add(len(lines))
        with again() as one:
            held = {o.sha256 for o in one.originals()}
            assert promised <= held
            for sha256 in held:
                with one.open(sha256) as stream:
                    assert len(stream.read()) > 400
        # a file that was in place before its entry was written is named, and is no damage
        faults = check_folder(folder, lambda: PASSPHRASE).faults
        assert {kind for kind, _, _ in faults} <= {"unfinished"}
    assert len(reached) > 1, "every kill came at the same place: this test showed nothing"


def _killed(folder: Path, files: list[str], said: int, after: float, root: Path) -> list[str]:
    """Add the files in a process that is killed some time after it has said so many lines."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder), *files], cwd=root,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
    )
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(PASSPHRASE + "\n")
    child.stdin.flush()
    first = "".join(child.stdout.readline() for _ in range(said))
    time.sleep(after)
    child.kill()
    rest = child.stdout.read()
    child.wait()
    child.stdin.close()
    child.stdout.close()
    return [line for line in (first + rest).split("\n")[:-1] if line]

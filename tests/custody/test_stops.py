"""Killed at any moment, the book opens again with nothing lost that was reported as done.

The child process ends itself (no clean-up, no flushing) just before its n-th file-system call, for
every n.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from rainbook.custody import LEAST, BookDamaged, DiskFull, NotABook, Vault, WrongPassphrase
from rainbook.record import Setting

OLD, NEWER, SECOND = "five blue kettles sing", "seven green kettles hum", "one red kettle waits"
BIG = b"0123456789abcdef" * 100_000  # 1.6 MB: more than one write
Said = Callable[[str], None]
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def work(folder: Path, steps: Callable[[str], None], said: Said) -> None:
    """Everything a person can do in an open book, saying aloud what was reported as done."""
    with Vault.open(folder, OLD, by="A. Bell", steps=steps) as vault:
        said("opened")
        sealed = vault.seal(io.BytesIO(BIG), "big", "A. Bell", "phone", "export", "yes")
        said(f"sealed {sealed.sha256}")
        said(f"decided {vault.decide(Setting('zone', 'Europe/London'), 'A. Bell', 'home')}")
        vault.seal(io.BytesIO(BIG), "big again", "A. Bell", "mail", "export", "yes")
        said("again")
        vault.keep_table(sealed.sha256, b"columns")
        said(f"table {sealed.sha256}")
        vault.add_holder("a friend", SECOND, "A. Bell", LEAST)
        said("second")
        vault.change_passphrase(NEWER, "A. Bell", LEAST)
        said("changed")
        vault.note("handed over", "A. Bell", {"to": "R. Example"})
        said("handed over")


def stopped(job: Callable[[Callable[[str], None], Said], None], at: int) -> tuple[list[str], bool]:
    """Run `job` in a child that ends before call number `at`.

    Return what it said, and if it ended so.
    """
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        left = [at]

        def steps(_: str) -> None:
            left[0] -= 1
            if left[0] < 0:
                os._exit(9)

        try:
            job(steps, lambda word: say(theirs, word))
            os._exit(0)
        finally:
            os._exit(1)
    os.close(theirs)
    with os.fdopen(ours) as heard:
        said = heard.read().splitlines()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, 9), said
    return said, code == 9


def say(pipe: int, word: str) -> None:
    os.write(pipe, f"{word}\n".encode())


def open_again(folder: Path, said: list[str]) -> Vault:
    """Open with a passphrase that must work, given what was reported as done."""
    if "changed" in said:
        with pytest.raises(WrongPassphrase):
            Vault.open(folder, OLD)
        return Vault.open(folder, NEWER)
    try:
        return Vault.open(folder, OLD)
    except WrongPassphrase:
        return Vault.open(folder, NEWER)


def check(folder: Path, said: list[str]) -> None:
    with open_again(folder, said) as vault:
        faults = list(vault.verify())
        assert {f.kind for f in faults} <= {"unfinished"}, faults
        kinds = [r.kind for r in vault.log()]
        for word in said:
            name, _, what = word.partition(" ")
            if name == "sealed":
                assert vault.open_original(what).read() == BIG
            elif name == "decided":
                assert vault.log()[int(what)].kind == "decided"
            elif name == "table":
                assert vault.table(what) == b"columns"
            elif name in ("again", "handed over"):
                assert {"again": "received again"}.get(name, name) in kinds
        number = vault.decide(Setting("language", "en-GB"), "A. Bell", "after")
        assert [d.number for d in vault.decisions()][-1] == number
    if "handed over" in said:
        Vault.open(folder, SECOND, read_only=True).close()


@forks
def test_stopped_before_every_call_nothing_reported_as_done_is_lost(tmp_path: Path) -> None:
    base = tmp_path / "base"
    Vault.create(base, OLD, "A. Bell", cost=LEAST)[0].close()
    at, more = 0, True
    while more:
        folder = tmp_path / f"stop {at}"
        shutil.copytree(base, folder)
        said, more = stopped(lambda steps, say, f=folder: work(f, steps, say), at)
        check(folder, said)
        shutil.rmtree(folder)
        at += 1
    assert at > 60
    assert said[-1] == "handed over"


@forks
@pytest.mark.parametrize("after", [1, 7, 20])
def test_killed_while_entries_are_written(tmp_path: Path, after: int) -> None:
    folder = tmp_path / "book"
    Vault.create(folder, OLD, "A. Bell", cost=LEAST)[0].close()
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        try:
            vault = Vault.open(folder, OLD)
            for n in range(10_000):
                vault.seal(io.BytesIO(b"%d" % n), "n", "A. Bell", "phone", "export", "yes")
                say(theirs, str(n))
        finally:
            os._exit(1)
    os.close(theirs)
    with os.fdopen(ours) as heard:
        said = [heard.readline() for _ in range(after)]
        os.kill(child, signal.SIGKILL)
        said += heard.readlines()
    os.waitpid(child, 0)
    with Vault.open(folder, OLD) as vault:
        held = {o.sha256 for o in vault.originals()}
        assert {hashlib.sha256(n.strip().encode()).hexdigest() for n in said} <= held
        assert {f.kind for f in vault.verify()} <= {"unfinished"}


@forks
def test_a_new_book_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    at, more = 0, True
    while more:
        folder = tmp_path / f"stop {at}" / "book"
        folder.parent.mkdir()

        def make(steps: Callable[[str], None], say: Said, folder: Path = folder) -> None:
            Vault.create(folder, OLD, "A. Bell", cost=LEAST, steps=steps)[0].close()
            say("made")

        said, more = stopped(make, at)
        if folder.exists():
            with Vault.open(folder, OLD) as vault:
                assert {f.kind for f in vault.verify()} <= {"unfinished"}
        else:
            assert said == []
            with pytest.raises(NotABook):
                Vault.open(folder, OLD)
        at += 1
    assert said == ["made"]


@pytest.fixture
def before_and_after(vault: Vault, folder: Path) -> tuple[bytes, bytes, bytes]:
    """The log before an entry, the log after it, and the head before it."""
    log, head = (folder / "log").read_bytes(), (folder / "head").read_bytes()
    vault.decide(Setting("zone", "Europe/London"), "A. Bell", "home")
    after = (folder / "log").read_bytes()
    vault.close()
    return log, after, head


@pytest.mark.parametrize("part", [1, 3, 4, 5, 43, 44, 45, 55, 56, 57, 200, -16, -1])
def test_half_an_entry_is_cut_off_and_logged(
    folder: Path, before_and_after: tuple[bytes, bytes, bytes], part: int
) -> None:
    log, after, head = before_and_after
    torn = log + after[len(log):][:part]
    (folder / "log").write_bytes(torn)
    (folder / "head").write_bytes(head)
    with Vault.open(folder, OLD, read_only=True) as vault:
        assert [f.kind for f in vault.verify()] == ["unfinished"]
    assert (folder / "log").read_bytes() == torn
    with Vault.open(folder, OLD) as vault:
        assert [r.kind for r in vault.log()] == ["begun", "put right", "opened"]
        assert [f.kind for f in vault.put_right] == ["unfinished"]
    with Vault.open(folder, OLD) as vault:
        assert list(vault.verify()) == []


def test_a_whole_entry_past_the_head_is_kept(
    folder: Path, before_and_after: tuple[bytes, bytes, bytes]
) -> None:
    (folder / "head").write_bytes(before_and_after[2])
    with Vault.open(folder, OLD) as vault:
        assert [r.kind for r in vault.log()] == ["begun", "decided", "put right", "opened"]
        assert len(vault.decisions()) == 1


def test_what_is_written_is_flushed_in_the_order_that_makes_it_last(folder: Path) -> None:
    calls: list[str] = []
    vault, _ = Vault.create(folder, OLD, "A. Bell", cost=LEAST, steps=calls.append)
    with vault:
        calls.clear()
        vault.seal(io.BytesIO(b"a line\n"), "notes", "A. Bell", "phone", "export", "yes")
    sealed = ["create", "write", "write", "write", "flush", "folder", "flush folder", "replace",
              "flush folder"]
    logged = ["write", "flush"]
    headed = ["remove", "create", "write", "flush", "replace", "flush folder"]
    assert calls == sealed + logged + headed


def run_out(left: list[int]) -> Callable[[str], None]:
    """A disk full for one call, the `left[0]`-th from now; taking files away still works."""

    def steps(name: str) -> None:
        left[0] -= 1
        if left[0] == 0 and name != "remove":
            raise OSError(errno.ENOSPC, "No space left on device")

    return steps


@pytest.mark.parametrize("at", range(17))
def test_a_full_disk_in_a_change_of_keys_locks_nobody_out(folder: Path, at: int) -> None:
    left = [10_000]
    vault, code = Vault.create(folder, OLD, "A. Bell", cost=LEAST, steps=run_out(left))
    with vault:
        left[0] = at + 1
        try:
            vault.change_passphrase(NEWER, "A. Bell", LEAST)
            done = True
        except DiskFull:
            done = False
        left[0] = 10_000
        with suppress(BookDamaged):
            vault.note("verified", "A. Bell", {})
    with open_again(folder, ["changed"] if done else []) as again:
        assert {f.kind for f in again.verify()} <= {"unfinished"}
    with Vault.open(folder, recovery_code=code) as again:
        assert list(again.verify()) == []
        assert [h.kind for h in again.holders()] in (["owner", "recovery"], ["recovery", "owner"])


@pytest.mark.parametrize("at", range(1, 30, 3))
def test_a_full_disk_leaves_no_half_of_a_new_book(folder: Path, at: int) -> None:
    with pytest.raises(DiskFull):
        Vault.create(folder, OLD, "A. Bell", cost=LEAST, steps=run_out([at]))
    assert list(folder.parent.iterdir()) == []


@pytest.mark.parametrize("at", range(19))
def test_a_full_disk_says_so_and_the_book_goes_on(folder: Path, at: int) -> None:
    left = [10_000]
    data = b"a line\n" * 50
    vault, _ = Vault.create(folder, OLD, "A. Bell", cost=LEAST, steps=run_out(left))
    left[0] = at + 1
    try:
        with vault:
            vault.seal(io.BytesIO(data), "notes", "A. Bell", "phone", "export", "yes")
            done = True
    except DiskFull as said:
        done = False
        assert "Make room" in str(said)
    left[0] = 10_000
    with Vault.open(folder, OLD) as again:
        assert {f.kind for f in again.verify()} <= {"unfinished"}
        if done:
            assert len(again.originals()) == 1
        kept = again.seal(io.BytesIO(data), "notes", "A. Bell", "phone", "export", "yes")
        assert kept.sha256 == hashlib.sha256(data).hexdigest()
        assert again.open_original(kept.sha256).read() == data

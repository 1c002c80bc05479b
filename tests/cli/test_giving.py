"""`hand-over`, `verify` and `example`: what leaves the house."""

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

Run = Callable[..., Any]


def plain(text: str) -> str:
    return " ".join(text.split())


SAY_ALL = ("--yes", "--looked", "no")


def test_nothing_is_written_before_somebody_said_yes(opened: Run, book: Path, here: Path) -> None:
    for typed, says in (
        (None, "add: --yes, and --looked"),
        ("no\nno\n", "Nothing was written."),
        ("yes\n\n", "Nothing was written."),
    ):
        ran = opened("hand-over", "given", typed=typed)
        assert ran.code == 2
        assert "What it will hold The thread with Alex Reed." in plain(ran.out)
        assert "nothing here sees them" in plain(ran.out)
        assert says in ran.err
    preview, error = opened("hand-over", "given", "--json").lines()
    assert preview["would_hold"]["persons"] == ["Alex Reed"]
    assert set(error) == {"error"}
    assert sorted(p.name for p in here.iterdir()) == ["book", "pass"]


@pytest.mark.parametrize("given", [
    ("--yes",), ("--looked", "yes"), ("--yes", "--looked", "perhaps"), ("--json", "--yes"),
])
def test_without_a_keyboard_both_answers_are_needed(
    given: tuple[str, ...], opened: Run, book: Path, here: Path
) -> None:
    ran = opened("hand-over", "given", *given)
    assert (ran.code, "--looked" in ran.err + ran.out) == (2, True)
    assert not (here / "given").exists()


def test_nobody_was_asked_what_must_be_kept_back(opened: Run, book: Path, here: Path) -> None:
    for line in opened("keep-back", "--json").lines():
        opened("decide", "take-back", f"number={line['number']}")
    ran = opened("hand-over", "given", *SAY_ALL)
    assert (ran.code, "rainbook keep-back" in plain(ran.err)) == (2, True)
    assert not (here / "given").exists()
    assert opened("keep-back", "--none").code == 0
    assert opened("hand-over", "given", *SAY_ALL).code == 0


def test_the_report_is_shown_and_then_asked(opened: Run, book: Path, here: Path) -> None:
    """The example: her workplace in the diary; one picture in a message."""
    ran = opened("hand-over", "given", typed="list\nyes\nyes\n")
    said = plain(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert "workplace: 1 place" in said
    assert "exhibits/SO4-extract-redacted.txt: workplace, masked, 1 place" in said
    assert "1 picture or recording." in said
    assert said.index("Has somebody looked at each?") < said.index("what the picture shows")
    assert said.index("what the picture shows") < said.index("Write it?")
    assert "Harbour Glass" not in ran.out
    assert "Somebody looked at the pictures and recordings: yes." in plain(
        (here / "given" / "read-me.txt").read_text("utf-8")
    )


def test_handing_over_and_checking(opened: Run, rainbook: Run, book: Path, here: Path) -> None:
    ran = opened("hand-over", "given", "--purpose", "for a report", typed="no\nyes\n")
    assert (ran.code, ran.err) == (0, "")
    assert "Begin with index.pdf" in plain(ran.out)
    sound = rainbook("verify", "given")
    assert (sound.code, sound.err) == (0, "")
    assert "Nothing is changed, missing, added or out of order" in plain(sound.out)
    (said,) = rainbook("verify", "given", "--json").lines()
    assert (said["what"], said["faults"]) == ("bundle", [])
    (here / "given" / "messages/chronology.csv").write_bytes(b"changed")
    for more in ((), ("--json",)):
        broken = rainbook("verify", "given", *more)
        assert (broken.code, "messages/chronology.csv" in broken.out) == (1, True)
    taken = opened("hand-over", "given", *SAY_ALL)
    assert (taken.code, taken.out, "is there already" in taken.err) == (2, "", True)


def test_handing_over_in_json(opened: Run, book: Path) -> None:
    (line,) = opened("hand-over", "given", *SAY_ALL, "--json", "--initials", "AB").lines()
    assert "index.pdf" in line["files"]
    assert {e["ref"].split("/")[0] for e in line["exhibits"]} == {"AB"}
    assert line["report"]["sought"] == [["address", 1], ["number", 1], ["workplace", 1]]
    assert line["report"]["by_kind"] == {"workplace": 1}


@pytest.mark.parametrize(("given", "says"), [
    (("--person", "zed"), "'zed'"),
    (("--initials", "A1"), "cannot mark exhibits"),
    ((), "--initials AB"),
])
def test_what_cannot_be_handed_over(
    given: tuple[str, ...], says: str, opened: Run, book: Path, here: Path
) -> None:
    opened("decide", "setting", "name=initials", "value=")
    ran = opened("hand-over", "given", *SAY_ALL, *given,
                 *(() if not given or "--initials" in given else ("--initials", "AB")))
    assert (ran.code, says in ran.err) == (2, True)
    assert not (here / "given").exists()


def test_nobody_is_named_yet(opened: Run, empty: Path) -> None:
    ran = opened("hand-over", "given", *SAY_ALL, "--initials", "AB")
    assert (ran.code, "rainbook people ask" in ran.err) == (2, True)


def test_two_people_must_be_told_apart(opened: Run, book: Path) -> None:
    opened("people", "name", "kim", "Kim", "them")
    ran = opened("hand-over", "given", *SAY_ALL, "--initials", "AB")
    assert (ran.code, "The book knows: alex, kim." in ran.err) == (2, True)
    assert opened("hand-over", "given", *SAY_ALL, "--person", "alex").code == 0


def test_checking_a_book(opened: Run, rainbook: Run, book: Path) -> None:
    assert opened("verify", "book").code == 0
    assert rainbook("verify", "book").code == 2, "there is no keyboard and no passphrase"
    (book / "originals" / "stray").write_bytes(b"x")
    ran = opened("verify", "book")
    assert (ran.code, "added" in ran.out, "stray" in ran.out) == (1, True, True)
    (book / "format").write_bytes(b"book 9\n")
    assert opened("verify", "book").code in (1, 2)
    assert opened("verify", "book", "--mark", "nonsense").code in (1, 2)


@pytest.mark.parametrize("place", ["gone", "."])
def test_checking_what_is_neither(place: str, rainbook: Run, here: Path) -> None:
    assert rainbook("verify", place).code == 2
    assert set(rainbook("verify", place, "--json").lines()[0]) == {"error"}


def test_the_example(rainbook: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = rainbook("example", "a", "b")
    assert (ran.code, ran.err) == (0, "")
    assert "Checked: 0 faults." in plain(ran.out)
    assert "unwanted: shown." in plain(ran.out)
    assert rainbook("example", "a", "c").code == 2, "the folder is taken"


def process(
    given: list[str], here: Path, root: Path, more: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        given, cwd=here, capture_output=True, stdin=subprocess.DEVNULL, timeout=120, check=False,
        env={**os.environ, "PYTHONPATH": str(root), **(more or {})})


def test_a_real_process_ends_with_the_code(here: Path, root: Path) -> None:
    command = [sys.executable, "-m", "rainbook"]
    assert process([*command, "verify", "gone"], here, root).returncode == 2
    helped = process([*command, "--help"], here, root)
    assert (helped.returncode, helped.stderr) == (0, b"")
    assert process([*command, "open", "--help"], here, root).returncode == 0
    assert process([*command, "open", "--nothing"], here, root).returncode == 2
    odd = process([*command, "read", "gone\udcff.txt", "--json"], here, root)
    assert (odd.returncode, set(json.loads(odd.stdout))) == (2, {"error"})


@pytest.mark.skipif(os.name != "posix", reason="the shell's pipe is another on Windows")
@pytest.mark.parametrize("more", ["", "--json", "--all"])
def test_a_reader_that_leaves_early_is_no_failure(more: str, here: Path, root: Path) -> None:
    chat = "".join(f"24/03/2024, 18:40 - Alex Reed: line {n}\n" for n in range(5_000))
    (here / "chat.txt").write_text(chat, encoding="utf-8")
    ran = process(
        ["sh", "-c", f"'{sys.executable}' -m rainbook read chat.txt {more} | head -n 1"],
        here, root)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.count(b"\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent in another way on Windows")
def test_ctrl_c_is_one_sentence(here: Path, root: Path) -> None:
    chat = "".join(f"24/03/2024, 18:40 - Alex Reed: line {n}\n" for n in range(50_000))
    (here / "chat.txt").write_text(chat, encoding="utf-8")
    child = subprocess.Popen(
        [sys.executable, "-m", "rainbook", "read", "chat.txt", "--json"], cwd=here,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(root)})
    assert child.stdout is not None
    child.stdout.readline()  # it is in the middle of its work
    child.send_signal(signal.SIGINT)
    shown, said = child.communicate(timeout=60)
    assert (child.returncode, b"Traceback" in said) == (2, False)
    assert json.loads(shown.splitlines()[-1])["error"].startswith("Stopped.")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_of_another_alphabet(encoding: str, here: Path, root: Path) -> None:
    (here / "chat.txt").write_text("24/03/2024, 18:40 - Ålex: 😂 …\n", encoding="utf-8")
    ran = process([sys.executable, "-m", "rainbook", "read", "chat.txt"], here, root,
                  {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"\\U0001f602" in ran.stdout

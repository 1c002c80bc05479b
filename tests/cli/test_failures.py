"""Whatever happens, one plain sentence: never a trace of the inside, never a word of a record."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rainbook.record import RainbookError

Run = Callable[..., Any]
SECRET = "Please stop contacting me"


@pytest.mark.parametrize(("failure", "says"), [
    (KeyError(SECRET), "fault in the program itself (KeyError at "),
    (ValueError(SECRET), "fault in the program itself"),
    (MemoryError(), "fault in the program itself (MemoryError at "),
    (RecursionError(SECRET), "fault in the program itself"),
    (OSError(28, "No space left on device"), "No space left on device"),
    (KeyboardInterrupt(), "Stopped."),
    (EOFError(), "Stopped."),
    (RainbookError("Say what to do."), "Say what to do."),
])
@pytest.mark.parametrize("as_json", [False, True])
def test_every_failure_is_one_sentence(
    failure: BaseException, says: str, as_json: bool, rainbook: Run, here: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr("rainbook.cli.reading.read_file", fails)
    ran = rainbook("read", "chat.txt", *(["--json"] if as_json else []))
    shown = ran.lines()[0]["error"] if as_json else ran.err
    assert ran.code == 2
    assert says in shown
    assert "Traceback" not in ran.err + ran.out
    assert SECRET not in ran.err + ran.out
    assert len((ran.err + ran.out).strip().splitlines()) == 1


PIECES = (
    "new", "read", "add", "people", "name", "own", "ask", "decide", "look", "hand-over", "verify",
    "keys", "list", "remove", "sheet", "--book", "book", "--json", "--passphrase-file", "pass",
    "--events", "alex", "--all", "--as-of", "-1", "99999999999999999999", "", " ", ".", "..", "/",
    "\0", "\udcff", "\u202e", "=", "person=", "event=\0", "at=9999-99-99", "--", "-", "--yes",
    "--initials", "AB", "told-to-stop", "setting", "name=zone", "value=../..", "--zone", "--from",
    "tell", "--part", "order", "--entry", "--again", "--law", "--court", "--orders", "--notes",
    "--sign", "repeated", "--until", "2024-03-24", "--refusals", "--read-first", "sort", "impact",
    "order=1", "clause", "start=\udcff", "hours=9", "words=\x1b[2J",
    "a" * 5_000, "*", "CON", "nul.txt", "--mark", "--sheet", "--words", "💥",
)


@pytest.mark.parametrize("seed", range(6))
def test_no_arguments_bring_out_a_trace(seed: int, rainbook: Run, empty: Path) -> None:
    chance = random.Random(seed)
    told: dict[str, str] = {}
    for _ in range(25):
        given = [chance.choice(PIECES) for _ in range(chance.randint(1, 6))]
        if given[0] == "new":  # its key work is slow on purpose
            continue
        ran = rainbook(*given)
        if ran.code not in (0, 1, 2) or "fault in the program" in ran.err + ran.out:
            told[" ".join(given)] = ran.err + ran.out
    assert told == {}

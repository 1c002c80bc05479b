"""Books for the command line's tests: one filled book, made once and copied; a way to run commands.

The one thing a reader would get wrong: commands run inside this process, through the same door as
the real one (`run`), so that what they do is measured; a few tests start a real process as well.
"""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import pytest

from rainbook.case import new_book, open_book
from rainbook.case.example import PASSPHRASE, make_example
from rainbook.cli.app import run
from rainbook.custody import LEAST
from rainbook.record import OrderServed, Warned, Withdrawn
from rainbook.record.told import Told
from tests.cli.typing_kit import Found, keys, said


@dataclass(frozen=True)
class Ran:
    """What a command printed, and the code it ended with."""

    code: int
    out: str
    err: str

    def lines(self) -> list[dict[str, Any]]:
        """Return the JSON objects printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


class Keyboard(io.StringIO):
    """Typed lines, as from a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's book, with cheap key work. Nobody writes into it: see `here`."""
    place = tmp_path_factory.mktemp("filled")
    book, _, _ = make_example(place / "book", cost=LEAST)
    book.close()
    return place


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the passphrase in the file `pass`."""
    place = tmp_path / "here"
    place.mkdir()
    (place / "pass").write_text(PASSPHRASE + "\n", encoding="utf-8")
    monkeypatch.chdir(place)
    monkeypatch.setenv("COLUMNS", "80")
    return place


@pytest.fixture
def book(here: Path, filled: Path) -> Path:
    """A copy of the example's book, as `book` in the folder one works in."""
    return Path(shutil.copytree(filled / "book", here / "book"))


@pytest.fixture(scope="session")
def kept(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's book with everything taken back that is told of acts, people and orders."""
    place = Path(shutil.copytree(filled / "book", tmp_path_factory.mktemp("kept") / "book"))
    with open_book(place, PASSPHRASE, "owner") as one:
        for said_once in one.decisions():
            if isinstance(said_once.what, (OrderServed, Warned, *get_args(Told))):
                one.decide(Withdrawn(said_once.number))
    return place


@pytest.fixture
def untold(here: Path, kept: Path) -> Path:
    """A copy of it as `book` in the folder one works in: what only `tell` asks is open."""
    return Path(shutil.copytree(kept, here / "book"))


@pytest.fixture
def empty(here: Path) -> Path:
    """A new book with nothing in it."""
    made, _ = new_book(here / "book", PASSPHRASE, "owner", cost=LEAST)
    made.close()
    return here / "book"


@pytest.fixture
def rainbook(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Ran]:
    """Return a function that runs a command; `typed` is what somebody types at a keyboard."""

    def command(*given: str | Path, typed: str | None = None) -> Ran:
        monkeypatch.setattr(sys, "stdin", io.StringIO() if typed is None else Keyboard(typed))
        capsys.readouterr()
        code = run([str(one) for one in given])
        shown = capsys.readouterr()
        return Ran(code, shown.out, shown.err)

    return command


@pytest.fixture
def opened(rainbook: Callable[..., Ran]) -> Callable[..., Ran]:
    """Return a function that runs a command on the book, with its passphrase from the file."""

    def command(*given: str | Path, typed: str | None = None) -> Ran:
        return rainbook(*given, "--passphrase-file", "pass", typed=typed)

    return command


@pytest.fixture
def told(opened: Callable[..., Ran], untold: Path) -> Callable[..., Found]:
    """Return a function that answers one part and returns what was written down."""

    def answer(*given: str, typed: tuple[str, ...]) -> Found:
        before = len(opened("decide", "--json").lines())
        ran = opened("tell", "alex", *given, typed=keys(*typed))
        assert (ran.code, ran.err) == (0, ""), ran.out
        return said(opened, before)

    return answer

"""What every command needs: where the book is, the passphrase, the keyboard.

The one thing a reader would get wrong: a passphrase comes from a prompt, a file or a file
descriptor. There is no option for the passphrase itself, and no variable of the environment.
"""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from rainbook.case import Book, open_book
from rainbook.cli.screen import out
from rainbook.record import RainbookError

BookOption = Annotated[Path, typer.Option("--book", help="The folder of the book.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for other programs.")]
PassFileOption = Annotated[
    Path | None,
    typer.Option("--passphrase-file", help="Read the passphrase from the first line of this file."),
]
PassFdOption = Annotated[
    int | None,
    typer.Option("--passphrase-fd", help="Read the passphrase from this open file descriptor."),
]
ByOption = Annotated[str, typer.Option("--by", help="Who is doing this, for the book's log.")]
DEFAULT_BOOK = Path("book")
_LONGEST = 65_536


class NoPassphrase(RainbookError):
    """No passphrase could be had."""


class NoBookHere(RainbookError):
    """There is no folder where the book should be."""


def passphrase(
    file: Path | None, descriptor: int | None, ask: str = "Passphrase: ", *, twice: bool = False
) -> str:
    """Return the passphrase from a file, a descriptor or a prompt. Raises NoPassphrase."""
    if file is not None:
        try:
            with file.open(encoding="utf-8-sig") as stream:
                return _first_line(stream.read(_LONGEST))
        except (OSError, ValueError) as refused:
            raise NoPassphrase(
                f"The passphrase file {file.name} could not be read. Check its name, and that it "
                "is plain text."
            ) from refused
    if descriptor is not None:
        try:
            with os.fdopen(descriptor, encoding="utf-8") as stream:
                return _first_line(stream.read(_LONGEST))
        except (OSError, ValueError, OverflowError) as refused:
            raise NoPassphrase(
                f"Nothing could be read from file descriptor {descriptor}. Open it before starting "
                "this command, for reading."
            ) from refused
    if not keyboard():
        raise NoPassphrase(
            "There is no keyboard to ask for the passphrase. Use --passphrase-file or "
            "--passphrase-fd."
        )
    given = getpass.getpass(ask)
    if twice and getpass.getpass("The same again: ") != given:
        raise NoPassphrase("The two were not the same. Nothing was changed; start again.")
    return given


def keyboard() -> bool:
    """Return whether somebody can answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def answer(question: str) -> str:
    """Print a question and return the line typed, without spaces round it; "" for Enter alone.

    Raises EOFError where nothing more can be typed.
    """
    return answer_exactly(question).strip()


def answer_exactly(question: str) -> str:
    """Print a question and return the line as it was typed, spaces and all. Raises EOFError."""
    sys.stdout.write(question)
    sys.stdout.flush()
    line = sys.stdin.readline() if sys.stdin is not None else ""
    if not line:
        out("")
        raise EOFError
    return line.removesuffix("\n").removesuffix("\r")


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0].removesuffix("\r")


@contextmanager
def opened(
    folder: Path,
    file: Path | None,
    descriptor: int | None,
    by: str,
    *,
    recovery: bool = False,
    read_only: bool = False,
) -> Iterator[Book]:
    """Open the book for one command. Raises the custody errors, NoBookHere and NoPassphrase."""
    if not folder.is_dir():
        raise NoBookHere(
            f"There is no folder {str(folder)!r} here. Say where the book is with --book FOLDER, "
            "or make a new one: rainbook new"
        )
    if recovery:
        secret = passphrase(file, descriptor, "Recovery code, all lines, spaces between: ")
        book = open_book(folder, None, by, recovery_code=secret, read_only=read_only)
    else:
        book = open_book(folder, passphrase(file, descriptor), by, read_only=read_only)
    with book:
        yield book

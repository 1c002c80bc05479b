"""What every command needs: where the book is, the passphrase, a progress bar, and ways to print.

The one thing a reader would get wrong: words from a record go to the terminal only through
`visible`, because they
can hold codes that move the cursor or turn the text around.
"""

from __future__ import annotations

import getpass
import json
import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from rainbook.case import Book, open_book
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
_RECOVERY = {"--recovery"}


class NoPassphrase(RainbookError):
    """No passphrase could be had."""


def passphrase(
    file: Path | None, descriptor: int | None, ask: str = "Passphrase: ", *, twice: bool = False
) -> str:
    """Return the passphrase from a file, a descriptor or a prompt."""
    if file is not None:
        try:
            return _first_line(file.read_text("utf-8"))
        except (OSError, UnicodeDecodeError) as refused:
            raise NoPassphrase(
                f"The passphrase file {file.name} could not be read. Check its name, and that it "
                "is plain text."
            ) from refused
    if descriptor is not None:
        try:
            with os.fdopen(descriptor, encoding="utf-8") as stream:
                return _first_line(stream.read(65_536))
        except (OSError, UnicodeDecodeError) as refused:
            raise NoPassphrase(
                f"Nothing could be read from file descriptor {descriptor}."
            ) from refused
    if not sys.stdin.isatty():
        raise NoPassphrase(
            "There is no keyboard to ask for the passphrase. Use --passphrase-file or "
            "--passphrase-fd."
        )
    given = getpass.getpass(ask)
    if twice and getpass.getpass("The same again: ") != given:
        raise NoPassphrase("The two were not the same. Nothing was made; start again.")
    return given


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
    """Open the book for one command. Raises the custody errors and NoPassphrase."""
    if recovery:
        secret = passphrase(file, descriptor, "Recovery code, all lines, spaces between: ")
        book = open_book(folder, None, by, recovery_code=secret, read_only=read_only)
    else:
        book = open_book(folder, passphrase(file, descriptor), by, read_only=read_only)
    with book:
        yield book


def visible(words: str, longest: int = 0) -> str:
    """Return words with control and direction codes shown as ⟦U+202E⟧; cut with … when `longest` is
    given.
    """
    shown = "".join(
        c
        if c == "\n"
        or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
        or c == "\u200d"
        else f"⟦U+{ord(c):04X}⟧"
        for c in words
    )
    if longest and len(shown) > longest:
        shown = shown[: longest - 1] + "…"
    return shown


def out(line: str) -> None:
    """Print one line as it is, for programs and for people."""
    sys.stdout.write(line + "\n")


def out_json(value: Any) -> None:
    """Print one JSON object on one line. Words that are no valid text (lone surrogates) are
    escaped.
    """
    out(json.dumps(value, ensure_ascii=True))


def console() -> Console:
    """Return the terminal, without colour codes where there is none."""
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=False)


def grid(title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """Print a table."""
    made = Table(
        title=title or None,
        title_justify="left",
        title_style="bold",
        show_edge=False,
        pad_edge=False,
    )
    for name in columns:
        made.add_column(name, overflow="fold")
    for row in rows:
        made.add_row(*(Text(visible(cell)) for cell in row))
    console().print(made)


class Bar:
    """A progress bar on the error stream, only where somebody is watching."""

    def __init__(self, label: str, quiet: bool) -> None:
        self._label = label
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeRemainingColumn(),
            console=Console(stderr=True, markup=False),
            transient=True,
            disable=quiet or not sys.stderr.isatty(),
        )

    def __enter__(self) -> Bar:
        self._bar.start()
        self._task = self._bar.add_task(self._label, total=None)
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def to(self, done: int, total: int) -> None:
        """Show that `done` of `total` is done."""
        self._bar.update(self._task, completed=done, total=max(total, 1))

    def step(self, what: str, done: int, total: int) -> None:
        """Show what is being done and how much of it."""
        self._bar.update(self._task, description=what, completed=done, total=max(total, 1))

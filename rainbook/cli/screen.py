"""Ways to print: words, sentences, tables and JSON.

The one thing a reader would get wrong: words from a record go to the terminal only through
`visible`, because they can hold codes that move the cursor or turn the text around.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

_WIDEST = 100
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
_JOINER = "\u200d"  # holds emoji together
# the flags of England, Scotland and Wales are written with characters that do not show
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")


def visible(words: str, longest: int = 0) -> str:
    """Return words with control and direction codes shown as ⟦U+202E⟧, cut with … at `longest`."""
    flags = {place for found in _FLAG.finditer(words) for place in range(*found.span())}
    shown = "".join(
        c
        if c in ("\n", _JOINER) or place in flags or unicodedata.category(c) not in _HIDDEN
        else " "
        if c == "\t"
        else f"⟦U+{ord(c):04X}⟧"
        for place, c in enumerate(words.replace("\r\n", "\n"))
    )
    return shown[: longest - 1] + "…" if longest and len(shown) > longest else shown


def out(line: str) -> None:
    """Print one line as it is, for programs and for people."""
    sys.stdout.write(line + "\n")


def say(sentence: str, indent: str = "") -> None:
    """Print a sentence folded to the width of the terminal, later lines under the first."""
    wide = min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)
    later = indent + "  " if indent else ""
    for part in visible(sentence).split("\n"):
        folded = textwrap.wrap(
            part,
            max(wide - 1, 20),
            initial_indent=indent,
            subsequent_indent=later,
            break_on_hyphens=False,
        )
        out("\n".join(folded) or "")


def next_steps(*steps: tuple[str, str]) -> None:
    """Print commands one could give now, each whole on its line so that it can be copied."""
    widest = max((len(command) for command, _ in steps), default=0)
    for command, what in steps:
        out(f"  {command:<{widest}}  {what}".rstrip())


def out_json(value: Any) -> None:
    """Print one JSON object on one line. Characters outside ASCII are escaped."""
    out(json.dumps(value, ensure_ascii=True))


def counted(number: int, one: str, many: str = "") -> str:
    """Return "1 entry", "2 entries", "1,204 entries"."""
    plural = many or (one[:-1] + "ies" if one.endswith("y") else one + "s")
    return f"{number:,} {one if number == 1 else plural}"


def grid(title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """Print a table; where there are no rows, nothing."""
    if not rows:
        return
    if title:
        out(title)
    made = Table(show_edge=False, pad_edge=False, box=None, padding=(0, 2, 0, 0))
    for name in columns:
        widest = max(len(word) for row in rows for word in _words(row[columns.index(name)]))
        made.add_column(name, overflow="fold", min_width=min(widest, 16))
    for row in rows:
        made.add_row(*(Text(visible(cell)) for cell in row))
    screen = Console(highlight=False, markup=False, emoji=False, width=_width())
    with screen.capture() as shown:
        screen.print(made)
    for line in shown.get().splitlines():
        out(line.rstrip())


def _words(cell: str) -> list[str]:
    return cell.split() or [""]


def _width() -> int:
    return min(shutil.get_terminal_size((80, 24)).columns, 140)


class Bar:
    """A progress bar on the error stream, only where somebody is watching."""

    def __init__(self, label: str, quiet: bool) -> None:
        self._label = label
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %", markup=False),
            TimeRemainingColumn(),
            console=Console(stderr=True, markup=False),
            transient=True,
            disable=quiet or not sys.stderr.isatty(),
        )

    def __enter__(self) -> Bar:
        self._bar.start()
        self._task = self._bar.add_task(visible(self._label, 60), total=None)
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def to(self, done: int, total: int) -> None:
        """Show that `done` of `total` is done."""
        self._bar.update(self._task, completed=done, total=max(total, 1))

    def step(self, what: str, done: int, total: int) -> None:
        """Show what is being done and how much of it."""
        self._bar.update(self._task, description=what, completed=done, total=max(total, 1))

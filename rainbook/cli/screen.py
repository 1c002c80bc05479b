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
from collections.abc import Iterable, Sequence
from itertools import islice, zip_longest
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

_WIDEST = 100
_GAP = 2
_NARROWEST = 4
_LOOKED_AT = 200
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
_JOINER = "\u200d"  # holds emoji together
# the flags of England, Scotland and Wales are written with characters that do not show
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")


def visible(words: str, longest: int = 0) -> str:
    """Return words with control and direction codes shown as ⟦U+202E⟧, cut with … at `longest`."""
    if words.isprintable():
        return _cut(words, longest)
    flags = {place for found in _FLAG.finditer(words) for place in range(*found.span())}
    shown = "".join(
        c
        if c in ("\n", _JOINER) or place in flags or unicodedata.category(c) not in _HIDDEN
        else " "
        if c == "\t"
        else f"⟦U+{ord(c):04X}⟧"
        for place, c in enumerate(words.replace("\r\n", "\n"))
    )
    return _cut(shown, longest)


def _cut(shown: str, longest: int) -> str:
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


def grid(
    title: str,
    columns: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
) -> None:
    """Print a table in columns that fit the terminal; where there are no rows, nothing.

    Rows are printed as they come, so a long list need not be held; the widths are those of the
    first ones.
    """
    coming = iter(rows)
    first = list(islice(coming, _LOOKED_AT))
    if not first:
        return
    shown = [tuple(map(visible, row)) for row in first]
    wide = _fitting([columns, *shown], shutil.get_terminal_size((80, 24)).columns - 1)
    if title:
        out(title)
    for row in (columns, *shown):
        _print_row(row, wide)
    for row in coming:
        _print_row(tuple(map(visible, row)), wide)


def _fitting(rows: Sequence[tuple[str, ...]], room: int) -> list[int]:
    """Return how wide each column is: as wide as it needs, the widest cut until all of them fit."""
    by_column = list(zip(*rows, strict=True))
    wide = [max(_cells(part) for c in cells for part in c.split("\n")) for cells in by_column]
    least = [
        min(16, max((_cells(word) for c in cells for word in c.split()), default=1))
        for cells in by_column
    ]
    room -= _GAP * (len(wide) - 1)
    while sum(wide) > room:
        spare = [w - n for w, n in zip(wide, least, strict=True)]
        at = spare.index(max(spare))
        if spare[at] <= 0 and max(least) > _NARROWEST:
            least = [_NARROWEST] * len(wide)  # a narrow terminal: words are broken
        elif spare[at] <= 0:
            break
        else:
            wide[at] -= 1
    return wide


def _print_row(row: tuple[str, ...], wide: list[int]) -> None:
    folded = [_folded(cell, width) for cell, width in zip(row, wide, strict=True)]
    for line in zip_longest(*folded, fillvalue=""):
        padded = [
            part + " " * (width - _cells(part)) for part, width in zip(line, wide, strict=True)
        ]
        out((" " * _GAP).join(padded).rstrip())


def _folded(text: str, width: int) -> list[str]:
    """Return the lines of a cell, each no wider than the column; a long word is broken."""
    if _cells(text) <= width and "\n" not in text:
        return [text]
    lines = []
    for part in text.split("\n"):
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if _cells(longer) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            line = word
            while _cells(line) > width:
                at = width if line.isascii() else _broken(line, width)
                lines.append(line[:at])
                line = line[at:]
        lines.append(line)
    return lines


def _broken(word: str, width: int) -> int:
    """Return how many characters of a word fit; at least one, so that it always gets shorter."""
    at = 1
    while at < len(word) and _cells(word[: at + 1]) <= width:
        at += 1
    return at


def _cells(text: str) -> int:
    return len(text) if text.isascii() else cell_len(text)


class Wait:
    """Shows, on the error stream, that something takes a while and cannot say how long."""

    def __init__(self, label: str, quiet: bool) -> None:
        self._shown = Progress(
            SpinnerColumn("line"),
            TextColumn("{task.description}", markup=False),
            TimeElapsedColumn(),
            console=Console(stderr=True, markup=False),
            transient=True,
            disable=quiet or not sys.stderr.isatty(),
        )
        self._label = label

    def __enter__(self) -> Wait:
        self._shown.start()
        self._shown.add_task(visible(self._label, 60), total=None)
        return self

    def __exit__(self, *_: object) -> None:
        self._shown.stop()


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

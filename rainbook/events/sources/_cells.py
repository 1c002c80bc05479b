"""Takes comma-separated text apart, row by row, keeping each row's exact place (RFC 4180).

The one thing a reader would get wrong: a line end inside quotes belongs to the cell, and only CR
and LF end a row; no other character does, whatever Unicode calls it. A quote that is never closed
counts as a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

DELIMITERS = (",", ";", "\t", "|")
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells, where it stands in the text (characters, line end included), and an
    unclosed quote.
    """

    cells: tuple[str, ...]
    start: int
    end: int
    unclosed: bool


@lru_cache(maxsize=8)
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    mark = re.escape(delimiter)
    return re.compile(rf' *+"((?:[^"]++|"")*+)" *+(?=[{mark}\r\n]|\Z)'), re.compile(
        rf"[^{mark}\r\n]*+"
    )


def rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows of the text in order; together they are every character of it once."""
    quoted, plain = _patterns(delimiter)
    at, start, cells, unclosed = 0, 0, [], False
    # one quote that nothing closes would be looked for again in every row after it
    last_quote = text.rfind('"')
    while at < len(text):
        found = quoted.match(text, at) if at <= last_quote else None
        if found is not None:
            cells.append(found[1].replace('""', '"'))
        else:
            found = plain.match(text, at)
            assert found is not None  # it matches nothing at all as well
            cells.append(found[0])
            unclosed = unclosed or found[0].lstrip(" ").startswith('"')
        at = found.end()
        if text.startswith(delimiter, at):
            at += 1
            if at < len(text):
                continue
            cells.append("")
        end = _LINE_END.match(text, at)
        at = end.end() if end is not None else at
        yield Row(tuple(cells), start, at, unclosed)
        start, cells, unclosed = at, [], False

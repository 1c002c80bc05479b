"""How a diary's table is laid out, and whether it can be read at all: encoding, delimiter,
headings.

The one thing a reader would get wrong: an encoding is never guessed. UTF-8 and UTF-16 prove
themselves; an old Windows file is read only after the person has seen its first line and confirmed
it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rainbook.events.sources._cells import DELIMITERS, Row, rows
from rainbook.events.sources._diary_columns import columns_of
from rainbook.events.sources.interface import HEAD
from rainbook.moment.written import read_written

LARGEST = 64 << 20  # a diary is written by hand; more than this is something else
_HEADING_WITHIN = 10  # rows
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UTF8_MARK = b"\xef\xbb\xbf"
_SPECIAL = re.compile(rb"[^\r\n\x80-\xff]{0,80}[\x80-\xff][^\r\n]{0,80}")


@dataclass(frozen=True, slots=True)
class Layout:
    """How one file is laid out: delimiter, the key of each column, the row of the headings."""

    delimiter: str
    columns: tuple[str, ...]
    heading: int


def encoding_of(raw: bytes, said: str) -> tuple[str, int]:
    """Return the encoding and how many bytes of mark stand in front; "" when it cannot be known."""
    mark = _MARKS.get(raw[:2])
    skip = 2 if mark else 3 if raw.startswith(_UTF8_MARK) else 0
    for encoding in [mark] if mark else ["utf-8", "cp1252"] if said == "cp1252" else ["utf-8"]:
        try:
            raw[skip:].decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding, skip
    return "", 0


def trouble_with(
    size: int, raw: bytes, encoding: str, table: Layout | None, text: str
) -> tuple[str, str] | None:
    """Return why no row can be read (code and sentence), or None."""
    if size > LARGEST:
        return (
            "too_large",
            f"This table has {size} bytes, more than a diary can ({LARGEST}). Split it "
            "and add the parts.",
        )
    if not encoding and raw[:2] in _MARKS:
        return (
            "encoding_unknown",
            "This file begins like UTF-16 and then is not. Ask for it again, or save it anew "
            "as UTF-8.",
        )
    if not encoding:
        first, special = _first_lines(raw)
        return "encoding_unknown", (
            "This file is not UTF-8. Read as an old Windows file (cp1252) its first line is "
            f"{first!r} and its first line with other letters than a to z is {special!r}. If both "
            "look right to you, confirm the encoding cp1252 and read it again."
        )
    if table is None:
        names = ", ".join(
            repr(c.strip()[:30])
            for c in next(iter(rows(text, _delimiter(text))), Row((), 0, 0, False)).cells[:8]
        )
        return "headings_unknown", (
            f"Which column is the date? The first row of this table is: {names}. Put a "
            "row of headings on top of a copy, with at least 'date' and 'what happened', and add "
            "that."
        )
    return None


def _first_lines(raw: bytes) -> tuple[str, str]:
    """Return the first line, and the first that is not plain ASCII, as cp1252 shows them."""
    found = _SPECIAL.search(raw)
    special = found[0] if found else b""
    first = raw[:400].replace(b"\r", b"\n").split(b"\n")[0]
    return first[:160].decode("cp1252", "replace"), special[:160].decode("cp1252", "replace")


def beginning(head: bytes) -> str | None:
    """Return the beginning of a file as text good enough to find headings in; None: no text."""
    mark = _MARKS.get(head[:2])
    if mark:
        return head[2:].decode(mark, "ignore")
    if b"\x00" in head:
        return None
    return head.removeprefix(_UTF8_MARK).decode("utf-8", "replace")


def layout_of(text: str) -> Layout | None:
    """Return how the table is laid out, or None when no row near the top is a row of headings."""
    for delimiter in DELIMITERS:
        for number, row in zip(range(_HEADING_WITHIN), rows(text[:HEAD], delimiter), strict=False):
            columns = columns_of(row.cells)
            if columns is not None:
                return Layout(delimiter, tuple(columns), number)
    return None


def _delimiter(text: str) -> str:
    return max(DELIMITERS, key=text[:4096].count)


def is_dated(text: str) -> bool:
    """Return whether most rows have the same number of cells and one column of dates."""
    some = [
        r.cells
        for _, r in zip(range(50), rows(text[:HEAD], _delimiter(text)), strict=False)
        if any(r.cells)
    ]
    if (
        len(some) < 2
        or len(some[0]) < 2
        or sum(len(c) == len(some[0]) for c in some) < 0.8 * len(some)
    ):
        return False
    return any(
        sum(1 for c in some if place < len(c) and read_written(c[place]) is not None)
        >= 0.6 * len(some)
        for place in range(len(some[0]))
    )

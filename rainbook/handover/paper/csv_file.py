"""Writes tables that a spreadsheet opens without running anything: UTF-8 with a mark, CRLF, RFC
4180.

The one thing a reader would get wrong: a cell that a spreadsheet could take for a formula gets ONE
apostrophe in front, and the row's last column, `apostrophe_added_in`, names the columns where that
was done. Take that one character away and the cell is exact again; an apostrophe that is not named
there belongs to the record.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

ADDED = "apostrophe_added_in"
# a spreadsheet may skip blanks and take the wide forms for the plain ones
_RISKY = re.compile(r"[\s\u00a0\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_LONE = re.compile("[\ud800-\udfff]")


def guarded(cell: str) -> tuple[str, bool]:
    """Return the cell as written, and whether an apostrophe was put in front."""
    return (f"'{cell}", True) if _RISKY.match(cell) else (cell, False)


def exact(cell: str, column: str, added: str) -> str:
    """Return the cell as it was before `guarded`: the way back, for whoever reads the file by
    program.
    """
    return cell[1:] if column in added.split(";") else cell


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write the rows under the column names, with the column ADDED last.

    Half a surrogate pair cannot be written in UTF-8; it stands as ⟦U+D83D⟧ and its column is named
    as "column:half-character".
    """
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([*columns, ADDED])
        for row in rows:
            cells, added = [], []
            for column, cell in zip(columns, row, strict=True):
                if _LONE.search(cell):
                    cell = _LONE.sub(lambda half: f"⟦U+{ord(half.group()):04X}⟧", cell)
                    added.append(f"{column}:half-character")
                written, changed = guarded(cell)
                cells.append(written)
                if changed:
                    added.append(column)
            writer.writerow([*cells, ";".join(added)])

"""`messages/chronology.xlsx`: the lines of `chronology.csv` as a workbook that can be sorted and
filtered.

The one thing a reader would get wrong: every cell is text except the numbers of lines and the
column of days and times; nothing is a formula or a link, whatever it looks like. What a workbook
cannot hold (a control character, more than 32,767 characters) is marked or cut, says so in its row,
and stands exactly in the CSV.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

from rainbook.handover import times
from rainbook.handover.figures.chronology_cells import COLUMNS, rows_of
from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.visible import mark

NAME = "messages/chronology.xlsx"
ROWS_A_SHEET = 1_048_000
"""A workbook's sheet holds 1,048,576 rows, its header included."""
LONGEST = 32_767
WHEN, CHANGED = "day_and_time", "changed_for_this_workbook"
WIDTHS = {"line": 7, "time": 24, WHEN: 19, "who": 18, "account": 18, "words": 70, "service": 12}
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
    "default_date_format": "ddd d mmm yyyy hh:mm:ss",
}
# no XML can hold these; half a surrogate pair cannot be written at all
_NOT_HELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def chronology_xlsx(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the workbook, one row for each line, in constant memory. Raises OSError."""
    stamp = times.stamp(given.case.as_of).replace(tzinfo=None)
    with tempfile.TemporaryDirectory(dir=folder) as inside:  # what is spilled stays in the bundle's
        options = {**OPTIONS, "tmpdir": inside}  # own folder, and goes with it
        book = xlsxwriter.Workbook(str(folder / NAME), options)
        book.set_properties({"title": "Chronology", "created": stamp})
        _fill(book, given, ROWS_A_SHEET, progress)
        try:
            book.close()
        except FileCreateError as refused:  # the library's own word for a full disk
            raise OSError(*getattr(refused.args[0], "args", ())) from refused


def _fill(book: Any, given: Given, most: int, progress: Progress | None) -> None:
    """Write all lines, `most` on a sheet."""
    sheets = max(1, -(-len(given.entries) // most))
    rows = zip(given.entries, rows_of(given.entries), strict=True)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    plain = book.add_format({"valign": "top"})
    when = book.add_format({"valign": "top", "num_format": OPTIONS["default_date_format"]})
    for number in range(sheets):
        lines = min(most, len(given.entries) - number * most)
        sheet = book.add_worksheet("Chronology" if sheets == 1 else f"Chronology {number + 1}")
        _frame(sheet, head, lines)
        for at in range(1, lines + 1):
            entry, cells = next(rows)
            sheet.write_number(at, 0, entry.number, plain)
            if instant := _local(entry.time.earliest, entry.time.latest, entry.time.second_reading):
                sheet.write_datetime(at, 1, instant, when)
            changed = []
            for place, (column, cell) in enumerate(zip(COLUMNS[1:], cells[1:], strict=True), 2):
                held, what = held_cell(cell)
                if held:
                    sheet.write_string(at, place, held, text)
                changed += [f"{column}: {one}" for one in what]
            if changed:
                sheet.write_string(at, len(COLUMNS) + 1, "; ".join(changed), text)
            if progress and at % 5_000 == 0:
                progress("writing the workbook", number * most + at, len(given.entries))


def _frame(sheet: Any, head: Any, lines: int) -> None:
    """Set what stands round the rows: header, widths, filter, what repeats on each printed page."""
    columns: Sequence[str] = (COLUMNS[0], WHEN, *COLUMNS[1:], CHANGED)
    for place, name in enumerate(columns):
        sheet.set_column(place, place, WIDTHS.get(name, 14))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, lines, len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for place, name in enumerate(columns):
        sheet.write_string(0, place, name, head)


def held_cell(cell: str) -> tuple[str, list[str]]:
    """Return a cell as a workbook can hold it, and what was changed in it."""
    if cell.isascii() and cell.isprintable() and len(cell) <= LONGEST and "_x" not in cell:
        return cell, []  # nearly every cell
    changed = []
    if _NOT_HELD.search(cell):
        cell = _NOT_HELD.sub(lambda one: mark(one.group()), cell)
        changed.append("characters no workbook can hold are marked")
    if "\r" in cell:
        cell = cell.replace("\r\n", "\n").replace("\r", mark("\r"))
        changed.append("carriage returns")
    if _ESCAPE.search(cell):
        # a spreadsheet would read _x0041_ as the letter A
        cell = _ESCAPE.sub(r"_x005F_x\1_", cell)
    if len(cell.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST:
        cell, left = _cut(cell)
        changed.append(f"cut, {left:,} characters more: see chronology.csv")
    return cell, changed


def _cut(cell: str) -> tuple[str, int]:
    """Return the beginning that fits with its note, and how many characters are left out."""
    room = LONGEST - 60
    kept = cell[:room]
    while len(kept.encode("utf-16-le", "surrogatepass")) // 2 > room:
        kept = kept[: -(len(kept.encode("utf-16-le", "surrogatepass")) // 2 - room + 1) // 2 or -1]
    left = len(cell) - len(kept)
    return f"{kept}… (cut: {left:,} more, see chronology.csv)", left


def _local(earliest: str, latest: str, second: str) -> datetime | None:
    """Return the wall clock of a line whose time is known to the minute, None for any other."""
    if not earliest or second or earliest[:16] != latest[:16]:
        return None
    read = datetime.fromisoformat(earliest).replace(tzinfo=None, microsecond=0)
    return read if 1900 <= read.year <= 9999 else None


FORMAT = Format(NAME, "every line of the thread, to sort and filter", chronology_xlsx)

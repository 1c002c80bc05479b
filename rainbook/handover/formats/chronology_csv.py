"""`chronology.csv`: every line of the thread, exact, for a spreadsheet or a program.

The one thing a reader would get wrong: the words here are the record's own characters, including
those that do not show; the PDF marks such characters instead.
"""

from __future__ import annotations

from pathlib import Path

from rainbook.handover.figures.chronology_cells import COLUMNS, rows_of
from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table


def chronology_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the table, one row for each line of the chronology; times in the case's zone."""
    write_table(folder / "messages/chronology.csv", COLUMNS, rows_of(given.entries))


FORMAT = Format(
    "messages/chronology.csv", "every line of the thread, for a spreadsheet", chronology_csv
)

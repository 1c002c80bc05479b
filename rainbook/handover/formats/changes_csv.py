"""`changes.csv`: every change since an entry of the log, a row each.

The one thing a reader would get wrong: where there was nothing to compare with, the one row says
so; a table with no rows would read as "nothing changed".
"""

from __future__ import annotations

from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table
from rainbook.handover.said.changes import NO_EARLIER, changes_of, settings_changed
from rainbook.handover.said.changes_said import since_said

COLUMNS = ("part", "what", "then", "now", "lines", "log_numbers")


def changes_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the table. Its first row says what it was compared with."""
    rows = [["compared with", since_said(given) or NO_EARLIER, "", "", "", ""]]
    rows += [
        [
            c.part,
            c.what,
            c.then,
            c.now,
            " ".join(map(str, c.lines)),
            " ".join(map(str, c.log)),
        ]
        for c in changes_of(given)
    ]
    rows += [["setting", text, "", "", "", ""] for text in settings_changed(given)]
    write_table(folder / "record/changes.csv", COLUMNS, rows)


FORMAT = Format(
    "record/changes.csv", "what changed since last time, a row each", changes_csv, always=False
)

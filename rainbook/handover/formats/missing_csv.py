"""`missing.csv`: what could not be read in the originals that are handed over, and where.

The one thing a reader would get wrong: beside an extract only the place and the kind of fault are
given, because the words of the fault may tell of somebody else's records.
"""

from __future__ import annotations

from pathlib import Path

from rainbook.handover.csv_file import write_table
from rainbook.handover.interface import Format, Given, Progress

WITHHELD = "not given: the file also holds other people's records"


def missing_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write one row for each thing that could not be read."""
    main = {e.original: e for e in reversed(given.exhibits) if e.ref in given.mains}
    columns = ("exhibit", "code", "what", "leaves_unknown", "inside", "byte_start", "byte_end")
    rows = []
    for p in given.case.table.problems:
        exhibit = main.get(p.original)
        if exhibit is None:
            continue
        ends = ["" if at is None else str(at) for at in (p.start, p.end)]
        said = [WITHHELD, "", ""] if exhibit.is_extract else [p.sentence, p.unknown, p.path or ""]
        rows.append([exhibit.ref, p.code, *said, *ends])
    write_table(folder / "record/missing.csv", columns, rows)


FORMAT = Format("record/missing.csv", "what could not be read", missing_csv)

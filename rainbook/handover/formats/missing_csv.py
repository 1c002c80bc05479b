"""`missing.csv`: what could not be read in the originals that are handed over, and where; and that
there are files nothing at all could be read from.

The one thing a reader would get wrong: beside an extract only the place and the kind of fault are
given, because the words of the fault may tell of somebody else's records. A file of other people's
records is not listed; a file without any record is, by no name, because nobody knows whose it is.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table

WITHHELD = "not given: the file also holds other people's records"
NOTHING_READ = "a file in the book that no record could be read from; it is not handed over"


def missing_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write one row for each thing that could not be read."""
    main = {e.original: e for e in reversed(given.exhibits) if e.ref in given.mains}
    columns = ("exhibit", "code", "what", "leaves_unknown", "inside", "byte_start", "byte_end")
    table, rows = given.case.table, []
    read = {table.originals[at] for at in np.unique(table.original).tolist()}
    for p in table.problems:
        exhibit = main.get(p.original)
        if exhibit is None:
            if p.original and p.original not in read:
                rows.append(["", p.code, NOTHING_READ, *[""] * 4])
            continue
        ends = ["" if at is None else str(at) for at in (p.start, p.end)]
        said = [WITHHELD, "", ""] if exhibit.is_extract else [p.sentence, p.unknown, p.path or ""]
        rows.append([exhibit.ref, p.code, *said, *ends])
    rows += [["", "left_out", sentence, *[""] * 4] for sentence in given.not_taken]
    write_table(folder / "record/missing.csv", columns, rows)


FORMAT = Format("record/missing.csv", "what could not be read", missing_csv)

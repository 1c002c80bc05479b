"""`exhibits.csv`, the register: what each exhibit is, where it came from, who had it.

The one thing a reader would get wrong: an original that is not handed over is not in the register,
not even by name, because its name may be somebody else's.
"""

from __future__ import annotations

from pathlib import Path

from rainbook.handover.csv_file import write_table
from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.plain_words import without_folders

COLUMNS = (
    "exhibit",
    "file",
    "what_it_is",
    "sha256",
    "bytes",
    "lines_citing_it",
    "original_name",
    "original_sha256",
    "original_bytes",
    "received_utc",
    "received_by",
    "came_from",
    "how_obtained",
    "is_it_yours",
)


def exhibits_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write one row for each exhibit."""
    originals = {o.sha256: o for o in given.case.originals}
    rows = []
    for e in given.exhibits:
        o = originals[e.original]
        rows.append(
            [
                e.ref,
                e.file,
                e.description,
                e.sha256,
                str(e.size),
                str(given.cited.get(e.ref, 0)),
                without_folders(o.name),
                o.sha256,
                str(o.size),
                o.received,
                o.by,
                without_folders(o.came_from),
                without_folders(o.how),
                o.own,
            ]
        )
    write_table(folder / "exhibits.csv", COLUMNS, rows)


FORMAT = Format("exhibits.csv", "the register of exhibits", exhibits_csv)

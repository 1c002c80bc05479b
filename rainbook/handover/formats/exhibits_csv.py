"""`exhibits.csv`, the register: what each exhibit is, who produces it, where it came from, who had
it.

The one thing a reader would get wrong: an original that is not handed over is not in the register,
not even by name, because its name may be somebody else's. The statement that refers to an exhibit
is the officer's to write; its column is left open.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table
from rainbook.handover.paper.plain_words import without_folders
from rainbook.handover.producers import producers_of
from rainbook.record import Exhibit, Original

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
    "produced_by",
    "how_it_is_marked",
    "handled_by",
    "referred_to_in_the_statement_of",
    "redacted",
    "places_kept_back",
)


def exhibits_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write one row for each exhibit."""
    originals = {o.sha256: o for o in given.case.originals}
    producers = producers_of(given.case, given.disclosure)
    rows, places = [], Counter[str]()
    for one in given.kept_back:
        places[one.file] += one.times
    for e in given.exhibits:
        o = originals[e.original]
        who = producers.produces(e.original)
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
                who.name or f"{who.initials} (name not recorded)",
                f"{who.letters} and a number. {producers.rule}".strip(),
                _handled(o, e),
                "",
                "yes" if places[e.file] else "no",
                str(places[e.file]),
            ]
        )
    write_table(folder / "exhibits.csv", COLUMNS, rows)


def _handled(original: Original, exhibit: Exhibit) -> str:
    """Return everybody the book knows to have had it, in order of time."""
    source = without_folders(original.came_from) or "source not recorded"
    how = without_folders(original.how) or "how not recorded"
    made = "an extract was made from it" if exhibit.is_extract else "a copy was made of it"
    return (
        f"1. Before: {source}; {how}. 2. Received and sealed by {original.by}, "
        f"{original.received}; kept sealed since. 3. For this hand-over {made} by the program. "
        "Whoever had it before or after is not recorded."
    )


FORMAT = Format("exhibits.csv", "the register of exhibits", exhibits_csv)

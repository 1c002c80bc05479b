"""`record/identifiers.csv`: every account that contacted the complainant as a person handed over.

The one thing a reader would get wrong: rows of the part "in the same thread" are nobody's by any
decision; they stand there so that nothing in the thread is missing, and support nothing.
"""

from __future__ import annotations

from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table
from rainbook.handover.said.rests_on import runs
from rainbook.handover.schedules.identifiers import Identifier, schedule_of

NAME = "record/identifiers.csv"
COLUMNS = (
    "part",
    "kind",
    "service",
    "as_written",
    "normal_form",
    "attributed_to",
    "basis",
    "how_sure",
    "said_by",
    "log_numbers",
    "first_seen",
    "last_seen",
    "lines_counted",
    "lines_not_counted",
    "exhibits",
    "lines",
    "what_else_supports_it",
    "what_would_settle_it",
)


def identifiers_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write one row for each account, service and basis; what no row can say is a row "note"."""
    found = schedule_of(given)
    rows = [_row("said to be theirs", one) for one in found.theirs]
    rows += [_row("in the same thread", one) for one in found.others]
    blank = [""] * (len(COLUMNS) - 2)
    rows += [["note", sentence, *blank] for sentence in found.sentences]
    write_table(folder / NAME, COLUMNS, rows)


def _row(part: str, one: Identifier) -> list[str]:
    lines = " ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs(one.lines))
    return [
        part,
        one.kind,
        one.service,
        " | ".join(one.written),
        one.normal,
        one.attributed,
        one.basis,
        one.sure,
        one.said_by,
        " ".join(map(str, one.log)),
        one.first,
        one.last,
        str(one.counted),
        str(one.not_counted),
        " ".join(one.exhibits),
        lines,
        " ".join(one.supports),
        one.settles,
    ]


FORMAT = Format(
    NAME, "every number, handle and address, and why it is said to be theirs", identifiers_csv
)

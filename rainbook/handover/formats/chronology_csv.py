"""`chronology.csv`: every line of the thread, exact, for a spreadsheet or a program.

The one thing a reader would get wrong: the words here are the record's own characters, including
those that do not show; the PDF marks such characters instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rainbook.handover.csv_file import write_table
from rainbook.handover.entries import WITHHELD
from rainbook.handover.interface import Entry, Format, Given, Progress

COLUMNS = (
    "line",
    "time",
    "earliest",
    "latest",
    "second_reading",
    "as_written",
    "time_assumptions",
    "service",
    "kind",
    "way",
    "who",
    "account",
    "words",
    "attachments",
    "state",
    "warnings",
    "counted",
    "why_not_counted",
    "exhibit",
    "file",
    "inside",
    "byte_start",
    "byte_end",
    "original_sha256",
    "record",
)


def chronology_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the table, one row for each line of the chronology; times in the case's zone."""
    write_table(folder / "messages/chronology.csv", COLUMNS, _rows(given.entries))


def _rows(entries: tuple[Entry, ...]) -> Iterator[tuple[str, ...]]:
    for e in entries:
        place = (
            ("", "", "")
            if e.withheld
            else (str(e.citation.start), str(e.citation.end), e.citation.original)
        )
        yield (
            str(e.number),
            e.time.text,
            e.time.earliest,
            e.time.latest,
            e.time.second_reading,
            e.as_written,
            " ".join(e.doubts),
            e.channel,
            e.kind,
            e.way,
            e.who,
            e.account,
            WITHHELD if e.withheld else e.words or "",
            "; ".join(e.attachments),
            e.state,
            " ".join(e.warnings),
            "yes" if e.counted else "no",
            e.why_not,
            e.ref,
            e.file,
            "" if e.withheld else e.path,
            *place,
            e.id,
        )


FORMAT = Format("messages/chronology.csv", "every line of the thread, for a spreadsheet", chronology_csv)

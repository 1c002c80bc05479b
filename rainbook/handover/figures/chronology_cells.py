"""The lines of the chronology as cells, for every table that lists them.

The one thing a reader would get wrong: `side` says whose line it is by a decision; a guess is
nobody's side, and neither is a third person.
"""

from __future__ import annotations

from collections.abc import Iterator

from rainbook.handover.entries import WITHHELD
from rainbook.handover.interface import Entry

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
    "side",
)
SIDES = ("person named", "complainant", "")
"""By a person handed over, by decision and not by guess; by the complainant; anything else."""


def rows_of(entries: tuple[Entry, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each line, in the order of COLUMNS, each exactly as it stands."""
    for e in entries:
        # no hash where the exact bytes are not given: the proof withholds those lines too
        sha256 = "" if e.masked else e.citation.original
        place = ("", "", "") if e.withheld else (str(e.citation.start), str(e.citation.end), sha256)
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
            SIDES[0] if e.theirs else SIDES[1] if e.own else SIDES[2],
        )

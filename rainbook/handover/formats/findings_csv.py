"""`findings.csv`: each finding with the lines it rests on, what speaks against it, and its limits.

The one thing a reader would get wrong: "lines" are numbers of the chronology; what a finding rests
on outside the bundle is counted and not described.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table
from rainbook.handover.said.facts import name_of
from rainbook.handover.said.rests_on import cells
from rainbook.handover.said.signs import findings_of
from rainbook.record import Finding

COLUMNS = ("person", "sign", "outcome", "part", "text", "lines", "log_numbers", "figures")


def findings_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write every finding about the persons handed over with all it rests on, by line number."""
    rows = (row for f in findings_of(given) for row in _finding(given, f))
    write_table(folder / "analysis/findings.csv", COLUMNS, rows)


def _finding(given: Given, f: Finding) -> Iterator[list[str]]:
    start = [name_of(given, f.person), f.sign, f.outcome]
    figures = "; ".join(f"{name} = {f.figures[name]}" for name in sorted(f.figures))
    yield [*start, "in a sentence", f.sentence, "", "", figures]
    for part, lines in (("supports", f.supports), ("against", f.against), ("limits", f.limits)):
        for line in lines:
            yield [*start, part, line.text, *cells(given, line), ""]
    for law in f.law:
        yield [*start, "law", "; ".join(f"{k}: {law[k]}" for k in sorted(law)), "", "", ""]


FORMAT = Format("analysis/findings.csv", "the findings and what they rest on", findings_csv)

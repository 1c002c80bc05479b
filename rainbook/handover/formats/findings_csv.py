"""`findings.csv`: each finding with the lines it rests on, what speaks against it, and its limits.

The one thing a reader would get wrong: "lines" are numbers of the chronology; what a finding rests
on outside the bundle is counted and not described.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rainbook.handover.csv_file import write_table
from rainbook.handover.interface import Format, Given, Progress


def findings_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write every finding about the persons handed over with all it rests on, by line number."""
    columns = ("sign", "outcome", "part", "text", "lines", "log_numbers", "figures")
    write_table(folder / "findings.csv", columns, _findings(given))


def _findings(given: Given) -> Iterator[list[str]]:
    for f in given.case.findings:
        if f.person not in given.disclosure.persons:
            continue
        figures = "; ".join(f"{name} = {f.figures[name]}" for name in sorted(f.figures))
        yield [f.sign, f.outcome, "in a sentence", f.sentence, "", "", figures]
        for part, lines in (("supports", f.supports), ("against", f.against), ("limits", f.limits)):
            for line in lines:
                numbers = [str(given.numbers[r]) for r in line.rows if r in given.numbers]
                elsewhere = len(line.rows) - len(numbers)
                said = " ".join(numbers) + (
                    f" and {elsewhere} not handed over" if elsewhere else ""
                )
                yield [
                    f.sign,
                    f.outcome,
                    part,
                    line.text,
                    said.strip(),
                    " ".join(map(str, line.decisions)),
                    "",
                ]
        for law in f.law:
            yield [
                f.sign,
                f.outcome,
                "law",
                "; ".join(f"{k}: {law[k]}" for k in sorted(law)),
                "",
                "",
                "",
            ]


FORMAT = Format("findings.csv", "the findings and what they rest on", findings_csv)

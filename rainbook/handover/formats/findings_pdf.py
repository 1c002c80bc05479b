"""`findings.pdf`: the four signs, what links the occasions, what a court asks next, the elements of
the law and the orders, each with the lines it rests on.

The one thing a reader would get wrong: this file holds no records of its own. Every number in it is
a line of the chronology or a number of the log, and whoever doubts a sentence can look there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.typeset import pdf
from rainbook.handover.said.findings import TEMPLATE, findings_data

NAME = "analysis/findings.pdf"


def findings_pdf(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the findings. Raises NotTypeset."""

    def data(plain_only: bool) -> dict[str, Any]:
        return findings_data(given, plain_only)

    (folder / NAME).write_bytes(pdf(TEMPLATE, data, times.stamp(given.case.as_of)))


FORMAT = Format(NAME, "the findings and the law, for reading", findings_pdf)

"""`analysis/charts.pdf`: contacts each week and by hour of the day, drawn, with the same figures as
tables.

The one thing a reader would get wrong: the figures count contacts that may be counted; a quiet week
is a week without one, and may hold lines that are not counted.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rainbook.handover import times
from rainbook.handover.figures.charts import charts_data
from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.typeset import pdf
from rainbook.handover.said.facts import complainant
from rainbook.handover.said.paper import Paper
from rainbook.handover.schedules.identifiers import persons_of

NAME = "analysis/charts.pdf"


def charts_pdf(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the figures. Raises NotTypeset."""

    def data(plain_only: bool) -> dict[str, Any]:
        paper = Paper(plain_only)
        return {
            "title": "Charts",
            "zone": paper(given.case.zone),
            "as_of": paper(times.recorded(given.case.as_of, given.case.zone)),
            "complainant": paper(complainant(given)),
            "other": paper(" and ".join(persons_of(given).values())),
            **charts_data(given, paper),
        }

    (folder / NAME).write_bytes(pdf("charts", data, times.stamp(given.case.as_of)))


FORMAT = Format(NAME, "contacts by week and by hour of the day, drawn", charts_pdf)

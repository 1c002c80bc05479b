"""`weeks.csv`: contacts by week and service, the figures of the chart in the index.

The one thing a reader would get wrong: the last row holds what falls in no certain week; the rows
add up to all contacts only with it.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rainbook.handover.figures.weeks import by_week, stops
from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table


def weeks_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write `weeks.csv`: one row for each week and service, and what happened that week to make it
    stop.
    """
    weeks, unsure = by_week(given)
    marked = stops(given)
    services = sorted({s for counts in weeks.values() for s in counts})
    rows = []
    for week in sorted({*weeks, *marked}):
        counts = weeks.get(week, Counter())
        rows.append(
            [
                week.isoformat(),
                *(str(counts[s]) for s in services),
                str(counts.total()),
                "; ".join(marked.get(week, ())),
            ]
        )
    rows.append(["no certain week", *("" for _ in services), str(unsure), ""])
    columns = ("week_from_monday", *services, "all", "what_happened")
    write_table(folder / "analysis/weeks.csv", columns, rows)


FORMAT = Format("analysis/weeks.csv", "contacts by week and service", weeks_csv)

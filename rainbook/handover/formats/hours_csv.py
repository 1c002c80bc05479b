"""`analysis/hours.csv`: contacts by hour of the day and service, the figures of the second chart.

The one thing a reader would get wrong: the last row holds what has no certain hour; the rows add up
to all contacts only with it.
"""

from __future__ import annotations

from pathlib import Path

from rainbook.handover.figures.hours import by_hour, is_night
from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table

NAME = "analysis/hours.csv"


def hours_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write one row for each hour, one column for each service."""
    hours, unsure, _ = by_hour(given)
    services = sorted({s for counts in hours for s in counts})
    rows = [
        [
            f"{hour:02d}",
            "night" if is_night(hour) else "day",
            *(str(counts[s]) for s in services),
            str(counts.total()),
        ]
        for hour, counts in enumerate(hours)
    ]
    rows.append(["no certain hour", "", *("" for _ in services), str(unsure)])
    write_table(folder / NAME, ("hour", "part_of_day", *services, "all"), rows)


FORMAT = Format(NAME, "contacts by hour of the day and service", hours_csv)

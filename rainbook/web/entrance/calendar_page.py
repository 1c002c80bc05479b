"""The weeks of a month, for the calendar shown on leaving.

The one thing a reader would get wrong: weeks begin on Monday; days of other months are empty.
"""

from __future__ import annotations

import calendar


def month_rows(year: int, month: int) -> list[list[str]]:
    """Return the weeks of a month, each seven texts, "" for a day of another month."""
    return [
        [str(day) if day else "" for day in week]
        for week in calendar.Calendar(firstweekday=0).monthdayscalendar(year, month)
    ]

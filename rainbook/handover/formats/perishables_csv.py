"""`record/perishables.csv`: what may show an act and may soon be gone, with its clock.

The one thing a reader would get wrong: a row marked "nobody has asked yet" is a hint from the
records and a question for the officer; the complainant did not say that there is such a thing.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table
from rainbook.handover.said.rests_on import runs
from rainbook.handover.schedules.periods import as_of_day
from rainbook.handover.schedules.perishables import Item, perishables_of

NAME = "record/perishables.csv"
COLUMNS = (
    "what",
    "where",
    "of_when",
    "lines",
    "usual_period",
    "period_source",
    "period_as_of",
    "period_how_sure",
    "may_be_gone_from",
    "usually_gone_by",
    "days_since",
    "counted_from",
    "clock",
    "asked",
    "answer",
    "question_for_the_officer",
    "log_number",
    "recorded_by",
    "recorded_utc",
)


def perishables_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write one row for each thing to ask for, what is gone first at the top."""
    as_of = _day(as_of_day(given.case))
    write_table(folder / NAME, COLUMNS, (_row(one, as_of) for one in perishables_of(given)))


def _row(one: Item, as_of: str) -> list[str]:
    period = one.period
    return [
        one.what,
        one.where,
        one.of_when,
        " ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs(one.lines)),
        period.text if period else "not known",
        period.source if period else "",
        period.as_of if period else "",
        period.sure if period else "",
        _day(one.clock.gone_from),
        _day(one.clock.gone_by),
        "" if one.clock.days_since is None else str(one.clock.days_since),
        as_of,
        one.clock.text,
        one.asked,
        one.answer,
        one.ask,
        str(one.number or ""),
        one.by,
        one.recorded,
    ]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


FORMAT = Format(NAME, "what may soon be gone, with its clock", perishables_csv)

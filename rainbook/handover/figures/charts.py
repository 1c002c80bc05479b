"""The figures of `charts.pdf`: contacts by week and by hour of the day, as bars and as tables.

The one thing a reader would get wrong: a figure and the table under it are made of the same
numbers; neither shows anything that the other does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from rainbook.handover.figures.charts_marks import (
    QUIET_WEEKS,
    SIGNS,
    Mark,
    Quiet,
    marks_of,
    quiet_times,
    said_day,
    undated,
)
from rainbook.handover.figures.hours import NIGHT_FROM, NIGHT_TO, by_hour, is_night
from rainbook.handover.figures.weeks import by_week, monday
from rainbook.handover.interface import Given
from rainbook.handover.paper.plain_words import number_of
from rainbook.moment import SHORT_MONTHS

PANEL = 53
"""Weeks in one figure: a year and a bit, so that a bar can be read."""
PANELS = 20
SERVICES = 4
"""Services with a pattern of their own; all others are one, "other services"."""
MARKS = 12
"""Marks written out under one figure; the table has all."""
OTHER = "other services"
Show = Callable[[str], str]


def charts_data(given: Given, show: Show) -> dict[str, Any]:
    """Return the values of the template, except title, zone and state of the records."""
    weeks, unsure = by_week(given)
    names = services_of(weeks.values())
    panels, left = panels_of(given, weeks, names, show)
    marks = marks_of(given)
    spare = undated(given)
    outside = [m for m in marks if not weeks or not min(weeks) <= _week(m) <= max(weeks)]
    return {
        "services": [show(n) for n in names],
        "signs": [f"{sign}: {text}" for sign, text in SIGNS.items()],
        "panels": panels,
        "weeks_left": f"{number_of(left, 'earlier week')} not drawn: see weeks.csv."
        if left
        else "",
        "weeks_note": show(_weeks_note(weeks, unsure, spare)),
        "outside": [show(_mark_said(m)) for m in outside],
        "hours": _hours(given, names, show),
    }


def services_of(counts: Any) -> list[str]:
    """Return the services drawn apart, most contacts first, and OTHER where there are more."""
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    ordered = sorted(total, key=lambda s: (-total[s], s))
    rest = [OTHER] if len(ordered) > SERVICES else []
    return [*ordered[:SERVICES], *rest]


def _split(counts: Counter[str], names: Sequence[str]) -> list[int]:
    known = [counts[n] for n in names if n != OTHER]
    return [*known, counts.total() - sum(known)] if OTHER in names else known


def panels_of(
    given: Given, weeks: Mapping[date, Counter[str]], names: Sequence[str], show: Show
) -> tuple[list[dict[str, Any]], int]:
    """Return the figures of at most PANEL weeks each, and how many of the earliest weeks are left
    out.
    """
    every = list(weeks)
    left = max(0, len(every) - PANEL * PANELS)
    every = every[left:]
    marks, quiet = marks_of(given), quiet_times(given, {w: c.total() for w, c in weeks.items()})
    high = max((weeks[w].total() for w in every), default=0)
    return [
        _panel(weeks, every[at : at + PANEL], names, marks, quiet, high, show)
        for at in range(0, len(every), PANEL)
    ], left


def _panel(
    weeks: Mapping[date, Counter[str]],
    part: Sequence[date],
    names: Sequence[str],
    marks: Sequence[Mark],
    quiet: Sequence[Quiet],
    high: int,
    show: Show,
) -> dict[str, Any]:
    here: dict[date, list[Mark]] = {}
    for mark in marks:
        if part[0] <= _week(mark) <= part[-1]:
            here.setdefault(_week(mark), []).append(mark)
    gaps = [q for q in quiet if q.first <= part[-1] and q.last >= part[0]]
    bars = [
        {
            "parts": _split(weeks[w], names),
            "all": weeks[w].total(),
            "signs": "".join(dict.fromkeys(m.sign for m in here.get(w, ()))),
            "month": _month(w, at),
            "quiet": any(q.first <= w <= q.last for q in gaps),
        }
        for at, w in enumerate(part)
    ]
    title = f"Contacts each week, {said_day(part[0])} to the week of {said_day(part[-1])}"
    return {
        "title": show(title),
        "high": high,
        "bars": bars,
        "alt": show(_alt(title, bars, [m for ms in here.values() for m in ms], gaps)),
        "rows": _rows(weeks, part, names, here, gaps, show),
    }


def _alt(title: str, bars: Sequence[Any], here: Sequence[Mark], gaps: Sequence[Quiet]) -> str:
    most = max((b["all"] for b in bars), default=0)
    total = sum(b["all"] for b in bars)
    said = f"Bar chart. {title}: {number_of(total, 'contact')}, at most {most:,} in a week."
    for mark in here[:MARKS]:
        said += f" {_mark_said(mark)}."
    for gap in gaps[:MARKS]:
        said += f" No counted contact for {gap.weeks} weeks from {said_day(gap.first)}."
    return said + " The table below has every figure."


def _rows(
    weeks: Mapping[date, Counter[str]],
    part: Sequence[date],
    names: Sequence[str],
    here: Mapping[date, Sequence[Mark]],
    gaps: Sequence[Quiet],
    show: Show,
) -> list[list[str]]:
    """Return the figures as a table; weeks with neither contact nor mark are one row."""
    rows: list[list[str]] = []
    empty: list[date] = []
    for week in [*part, date.max]:
        counts = weeks.get(week, Counter())
        if week != date.max and not counts.total() and week not in here:
            empty.append(week)
            continue
        if empty:
            rows.append(_empty(empty, names, gaps, show))
            empty = []
        if week != date.max:
            numbers = [f"{n:,}" for n in (*_split(counts, names), counts.total())]
            said = "; ".join(_mark_said(m) for m in here.get(week, ()))
            rows.append([show(said_day(week)), *numbers, show(said)])
    return rows


def _empty(
    empty: Sequence[date], names: Sequence[str], gaps: Sequence[Quiet], show: Show
) -> list[str]:
    gap = next((q for q in gaps if q.first <= empty[0] <= q.last), None)
    said = f"{number_of(len(empty), 'week')} without a counted contact"
    if gap and gap.weeks >= QUIET_WEEKS:
        said += f"; reason {gap.reason}" if gap.reason else "; reason not recorded"
    first, last = said_day(empty[0]), said_day(empty[-1])
    label = first if len(empty) == 1 else f"{first} to the week of {last}"
    return [show(label), *("0" for _ in (*names, "all")), show(said)]


def _weeks_note(weeks: Mapping[date, Counter[str]], unsure: int, spare: int) -> str:
    total = sum(c.total() for c in weeks.values())
    said = f"{number_of(total, 'contact')} in a certain week; {unsure:,} in no certain week."
    if spare:
        said += f" {number_of(spare, 'recorded fact')} without a certain day not marked."
    return f"{said} Weeks begin on Monday. Figures: weeks.csv."


def _hours(given: Given, names: Sequence[str], show: Show) -> dict[str, Any]:
    hours, unsure, assumed = by_hour(given)
    night = sum(c.total() for hour, c in enumerate(hours) if is_night(hour))
    total = sum(c.total() for c in hours)
    note = (
        f"{number_of(total, 'contact')} with a certain hour, {night:,} of them at night "
        f"({NIGHT_FROM:02d}:00 to {NIGHT_TO - 1:02d}:59). Left out, because the hour is not "
        f"certain: {unsure:,}."
    )
    if assumed:
        note += f" For {assumed:,} of those drawn the time zone was assumed."
    bars = [
        {"parts": _split(c, names), "all": c.total(), "night": is_night(h), "hour": f"{h:02d}"}
        for h, c in enumerate(hours)
    ]
    high = max((c.total() for c in hours), default=0)
    top = [f"{h:02d}:00 ({c.total():,})" for h, c in enumerate(hours) if high and c.total() == high]
    most = f" Most in the hour from {', '.join(top)}." if top else ""
    return {
        "bars": bars,
        "high": high,
        "total": total,
        "note": show(f"{note} Figures: hours.csv."),
        "alt": show(f"Bar chart of 24 hours. {note}{most} The table below has every figure."),
    }


def _mark_said(mark: Mark) -> str:
    return f"{mark.sign}: {mark.text}, {said_day(mark.day)} (log number {mark.number})"


def _week(mark: Mark) -> date:
    return monday(mark.day.isoformat())


def _month(week: date, at: int) -> str:
    """Return the label of a week that begins a month, with the year for January and the first."""
    if at and (week.day > 7 or at < 4):  # the first label is long: none beside it
        return ""
    label = SHORT_MONTHS[week.month - 1]
    return f"{label} {week.year}" if at == 0 or week.month == 1 else label


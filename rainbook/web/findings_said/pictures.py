"""The one small picture of a sign: bars, and the same figures as a table.

The one thing a reader would get wrong: a picture is drawn only from figures that can be counted
again from the entries the lines cite; where those figures are not there, there is no picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rainbook.record import CaseFile, Finding, OrderServed
from rainbook.web.words import Words

WIDE, LINE, MOST = 220.0, 22, 24
"""Width and height of a bar's strip in units of the picture; bars of one picture."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: where it stands, how long it is, and what it says. `second`: drawn as an outline."""

    y: float
    width: float
    said: str
    second: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The bars that belong together under a label."""

    label: str
    y: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its table. `columns`: the headings of the figures; `rows`: a label and its
    figures; `left_out`: groups that are only in the table.
    """

    title: str
    what: str
    height: float
    groups: tuple[Group, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    first: str
    left_out: int = 0


def picture_of(words: Words, case: CaseFile, finding: Finding) -> Picture | None:
    """Return the picture of a finding, None where there is nothing to draw."""
    drawn = {"unwanted": _unwanted, "repeated": _repeated, "obsessive": _obsessive}
    draw = drawn.get(finding.sign)
    return draw(words, case, finding.figures) if draw else None


def _unwanted(words: Words, case: CaseFile, figures: Mapping[str, Any]) -> Picture | None:
    """What came after each time, and what was sent back."""
    said = {d.number: d.what for d in case.decisions}
    rows = []
    for one in figures.get("refusals", ()):
        what = said.get(one["decision"])
        kind = what.kind if isinstance(what, OrderServed) else one["kind"]
        label = words.text("shows-pic-after", what=str(kind), number=str(one["decision"]))
        rows.append((label, (int(one["after"]), int(one["own_replies_after"]))))
    return _picture(words, "unwanted", rows, str)


def _repeated(words: Words, case: CaseFile, figures: Mapping[str, Any]) -> Picture | None:
    """Days with an act in each month, or in each year where that is too many."""
    days = [date.fromisoformat(d) for d in figures.get("by_day", {})]
    if not days:
        return None
    months = _count(words, days, False)
    rows = months if len(months) <= MOST else _count(words, days, True)
    return _picture(words, "repeated", rows, str)


def _count(words: Words, days: Sequence[date], yearly: bool) -> list[tuple[str, tuple[int, ...]]]:
    first, last = min(days), max(days)
    found: dict[tuple[int, int], int] = {}
    for year in range(first.year, last.year + 1):
        for month in (0,) if yearly else range(1, 13):
            inside = yearly or (first.year, first.month) <= (year, month) <= (last.year, last.month)
            if inside:
                found[year, month] = 0
    for day in days:
        found[day.year, 0 if yearly else day.month] += 1
    return [(_named(y, m), (n,)) for (y, m), n in found.items()]


def _named(year: int, month: int) -> str:
    return f"{date(year, month, 1):%B %Y}" if month else str(year)


def _obsessive(words: Words, case: CaseFile, figures: Mapping[str, Any]) -> Picture | None:
    """How many a day before and after the day that was looked at, both ways."""
    pairs, replies = figures.get("before_after", ()), figures.get("replies", ())
    if len(pairs) != 2 or any(days <= 0 for _, days in pairs):
        return None
    back = replies if len(replies) == 2 else (0, 0)
    rows = [
        (words.text(f"shows-pic-{when}"), (acts / days, sent / days))
        for when, (acts, days), sent in zip(("before", "later"), pairs, back, strict=True)
    ]
    return _picture(words, "obsessive", rows, lambda n: f"{n:.2f}")


def _picture(words: Words, sign: str, rows: Sequence[tuple[str, tuple[Any, ...]]],
             said: Any) -> Picture | None:
    if not rows or not any(v > 0 for _, values in rows for v in values):
        return None
    most = max(v for _, values in rows for v in values)
    groups, y = [], 0.0
    for label, values in rows[:MOST]:
        bars = tuple(
            Bar(y + LINE + n * LINE, max(1.0, WIDE * v / most) if v else 0.0, said(v), n > 0)
            for n, v in enumerate(values)
        )
        groups.append(Group(label, y + LINE * 0.7, bars))
        y += LINE * (len(values) + 1) + 8
    columns = [words.text(f"shows-pic-{sign}-column")]
    if len(rows[0][1]) > 1:
        columns.append(words.text(f"shows-pic-{sign}-second"))
    table = tuple((label, tuple(said(v) for v in values)) for label, values in rows[:MOST * 10])
    return Picture(
        words.text(f"shows-pic-{sign}-title"), words.text(f"shows-pic-{sign}-what"), y,
        tuple(groups), tuple(columns), table, words.text(f"shows-pic-{sign}-first"),
        max(0, len(rows) - MOST),
    )

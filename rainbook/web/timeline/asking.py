"""Reads what a timeline page is asked for, and writes the same as addresses.

The one thing a reader would get wrong: an address holds numbers only (minutes, the place of a
person in the list), because an address stays in the browser's history. Whatever cannot be read is
passed over, and the page opens as it does at first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from rainbook.case.timeline import Chosen, Timeline, timeline_of
from rainbook.case.timeline_view import View, of_days, view_of
from rainbook.record import CaseFile
from rainbook.web.interface import Asked, Slip

_MINUTE = 60_000_000
_NUMBER = re.compile("-?[0-9]{1,12}")
_LONGEST = 64


@dataclass(frozen=True)
class Wish:
    """What is asked for. `way`: the key of one lane or ""; `person`: "" for everybody, "0" for
    nobody named, else the place of a person from 1; `page`: of the list, from 1.
    """

    view: View
    person: str = ""
    way: str = ""
    page: int = 1
    dayless: bool = False
    listed: bool = False
    typed: tuple[str, str] = ("", "")
    slips: tuple[Slip, ...] = ()

    @property
    def chosen(self) -> Chosen:
        """The entries asked for."""
        who = int(self.person) - 1 if self.person else None
        return Chosen(who, (self.way,) if self.way else ())

    def filters(self) -> dict[str, str]:
        """Return the part of the address that says who and which channel."""
        return {k: v for k, v in (("p", self.person), ("c", self.way)) if v}

    def query(self, ends: tuple[int, int] | None = None, **more: str) -> dict[str, str]:
        """Return the address of these entries in the view, or in one with other ends (µs UTC)."""
        start, end = ends or (self.view.start, self.view.end)
        return {
            **self.filters(),
            "a": str(start // _MINUTE),
            "b": str(-(-end // _MINUTE)),
            **{k: v for k, v in more.items() if v},
        }


def wish_of(asked: Asked) -> tuple[CaseFile, Timeline, Wish]:
    """Return the case, its index, and what the address asks for."""
    case = asked.case()
    line = timeline_of(case)
    query = asked.query
    person = query.get("p", "")
    if not (_NUMBER.fullmatch(person) and 0 <= int(person) <= len(case.people)):
        person = ""
    way = query.get("c", "") if query.get("c", "") in line.lanes else ""
    page = query.get("page", "")
    wish = Wish(
        _view(query, line),
        str(int(person)) if person else "",
        way,
        max(1, min(int(page), 10**6)) if page.isascii() and page.isdigit() and len(page) < 8 else 1,
        query.get("d") == "1",
        query.get("l") == "1",
    )
    return case, line, _with_days(asked, line, wish)


def _view(query: Mapping[str, str], line: Timeline) -> View:
    ends = [query.get(name, "") for name in ("a", "b")]
    if all(_NUMBER.fullmatch(end) for end in ends):
        return view_of(int(ends[0]) * _MINUTE, int(ends[1]) * _MINUTE, line.zone)
    if query.get("w") == "1":
        return view_of(*line.whole, line.zone)
    return line.opening()


def _typed(asked: Asked, name: str) -> str:
    return asked.query.get(name, "").strip()[:_LONGEST]


def _with_days(asked: Asked, line: Timeline, wish: Wish) -> Wish:
    """Return the wish with the days that were typed, or with what to mend in them."""
    typed = (_typed(asked, "from"), _typed(asked, "to"))
    if not any(typed):
        return wish
    days, slips = [], []
    for name, text in zip(("from", "to"), typed, strict=True):
        try:
            days.append(date.fromisoformat(text) if text else None)
        except ValueError:
            slips.append(Slip(name, asked.t("timeline-day-slip")))
    if slips:
        return replace(wish, typed=typed, slips=tuple(slips))
    first, last = days
    whole = line.whole
    start = of_days(first, first, line.zone)[0] if first else whole[0]
    end = of_days(last, last, line.zone)[1] if last else whole[1]
    if first and last:
        start, end = of_days(first, last, line.zone)
    return replace(wish, view=view_of(start, end, line.zone), typed=typed)

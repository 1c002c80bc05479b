"""The longest quiet times, each with the question why there was nothing.

The one thing a reader would get wrong: a quiet time is asked about because a court asks about it.
It says nothing about whether anything was wanted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from rainbook.case import shown_day
from rainbook.record import DO_NOT_KNOW, GAP_REASONS, TOGETHER, Decided, GapReason, Together
from rainbook.web.tell.kinds import IN_THE_ANSWER, PICK, WORDS, Field, Question
from rainbook.web.tell.standing import One, Standing

_LONGEST = 3
_LEAST_DAYS = 28
_TOGETHER = tuple(w for w in TOGETHER if w != DO_NOT_KNOW)
_REASONS = tuple(w for w in GAP_REASONS if w != DO_NOT_KNOW)


def _each(standing: Standing, question: Question) -> Sequence[One]:
    found = []
    for first, last in _longest(standing):
        start, end = first.isoformat(), last.isoformat()
        one = standing.one(question, f"{start} {end}", first=_day(first), last=_day(last))
        found.append(one)
    return found


def _longest(standing: Standing) -> list[tuple[date, date]]:
    """Return the days before and after the longest quiet times, the longest first."""
    days: list[date] = []
    for finding in standing.case.findings:
        by_day = finding.figures.get("by_day")
        if finding.person == standing.person.key and isinstance(by_day, Mapping) and not days:
            days = sorted(date.fromisoformat(day) for day in by_day)
    found = [pair for pair in pairwise(days) if (pair[1] - pair[0]).days >= _LEAST_DAYS]
    return sorted(found, key=lambda pair: (pair[0] - pair[1], pair[0]))[:_LONGEST]


def _day(day: date) -> str:
    return shown_day((day - date(1970, 1, 1)).days * 86_400_000_000, "UTC")


def _told(standing: Standing, one: One) -> list[Decided]:
    first, last = _ends(one)
    return [d for d in standing.said(GapReason, Together) if _covers(d.what, first, last)]


def _covers(what: Any, first: str, last: str) -> bool:
    """Return whether a time that was told of (each end a year, month or day, "" = open) covers a
    quiet time.
    """
    start, end = what.start, what.end
    return bool(start or end) and start[:10] <= first and (not end or end[:10] + "~" >= last)


def _ends(one: One) -> tuple[str, str]:
    first, last = one.key.split()[1:]
    return first, last


def _reason(
    standing: Standing, one: One, given: dict[str, Any]
) -> list[GapReason | Together]:
    """Return the reason; a time they were together is written down as that."""
    start, end = _ends(one)
    key, reason, words = standing.person.key, given["reason"], given.get("words", "")
    if reason in _TOGETHER:
        return [Together(key, reason, start, end, words)]
    return [GapReason(key, reason, start, end, words)]


QUIET = Question(
    "gaps", "gap", "quiet", GapReason,
    Field("reason", PICK, (*_REASONS, *_TOGETHER), "gap"), (Field("words", WORDS),),
    unsure=IN_THE_ANSWER, find=_told, spread=_each, write=_reason,
)

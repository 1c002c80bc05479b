"""Rows and sentences the tables of Obsessive share.

The one thing a reader would get wrong: day 0 is 1 March 2024, so day 60 is 30 April, day 119 is 28
June, day 120 is 29 June and day 179 is 27 August.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rainbook.record import (
    Account,
    AccountOf,
    CaseFile,
    GapReason,
)
from tests.signs.build import ALEX, JOINED, SAM, File, Row, case, say

ALEX_TEXTS = Account("phone", "phone", "+44 7700 900123")
ALEX_DIARY = Account("diary", "name", "Alex")
WRITTEN = AccountOf("alex", "diary:name:Alex", "seen")


def day(number: int) -> str:
    """Return the day so many days after 1 March 2024."""
    return (date(2024, 3, 1) + timedelta(number)).isoformat()


def every(counts: Sequence[int], who: Account = ALEX, start: int = 0, **more: object) -> list[Row]:
    """Return so many messages on each day, an hour apart from 8 o'clock (Sam: from ten past)."""
    minute = 10 if who == SAM else 0
    return [
        say(f"{day(start + n)} {8 + k % 15:02}:{minute + k // 15:02}", who, **more)
        for n, many in enumerate(counts)
        for k in range(many)
    ]


def found(rows: Sequence[Row], *more: object) -> Callable[[], CaseFile]:
    return lambda: case(list(rows), [*JOINED, *more])  # type: ignore[list-item]


def files(*given: File, more: Sequence[object] = ()) -> Callable[[], CaseFile]:
    return lambda: case(list(given), [*JOINED, *more])  # type: ignore[list-item]


STEP = [1] * 60 + [3] * 60
RISE = every(STEP)
ROSE = (
    "Acts by Alex towards Sam rose from 1 a day (60 acts in 60 days) to 3 a day (180 acts in 60 "
    "days) from about 30 April 2024."
)
NONE_FOUND = "No rise was found in the {} acts by Alex towards Sam {}, held against their own {}"
EARLIER = "earlier rate."
SPRING = "between 1 March and 28 June 2024"
JAIL = GapReason("alex", "prison or custody", day(60), day(119))
SILENT = "A reason is recorded for the silence between 30 April and 28 June 2024: prison or custody"
APART = [*every([1] * 60), *every([1] * 60, start=120)]
BACK = [*every([1] * 60), *every([3] * 60, start=120)]
TEXTS = every([2] * 60, ALEX_TEXTS, start=60, thread="+447700900123")


def steady(number: int, when: str = SPRING) -> str:
    return NONE_FOUND.format(f"{number:,}", when, EARLIER)


def purpose(what: str) -> str:
    return (
        f"{ROSE} But a purpose is recorded ({what}): whether the rise is more than that is for a "
        "person to say."
    )


def unknown_replies() -> CaseFile:
    return replace(case(RISE), relationship_of=None)

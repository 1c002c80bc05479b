"""Reads the dates people write by hand, with a grammar of its own: no guess is made and no year is
made up.

The one thing a reader would get wrong: 03/04/2024 is two days until something decides.
`read_written` only takes the text apart; `when` needs the orders that are possible in the whole
file (`find_order`), and keeps both readings when both are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from rainbook.moment.clock import local_to_utc
from rainbook.moment.hours import DAY, WHOLE_DAY, Hours, read_time
from rainbook.moment.names import MONTHS, WEEKDAYS
from rainbook.moment.order import Token, readings_of
from rainbook.record import Precision, Warn, ZoneFrom

_EPOCH = date(1970, 1, 1)
_LONGEST = 128
_MONTH_OF = {
    **{m[:3].lower(): i for i, m in enumerate(MONTHS, 1)},
    "sept": 9,
    **{m.lower(): i for i, m in enumerate(MONTHS, 1)},
}
_M = "(" + "|".join(sorted(_MONTH_OF, key=len, reverse=True)) + r")\b\.?"
_D = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_Y = r"((?:19|20|21)[0-9]{2}|'?[0-9]{2})"
_WEEKDAY = re.compile(
    r"(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    r"\.?,?\s*(?:the\s+)?"
)
_ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])t?")
_NUMBERS = re.compile(r"([0-9]{1,2})\s?([-/.])\s?([0-9]{1,2})\s?\2\s?([0-9]{4}|[0-9]{2})(?![0-9:])")
_DAY_MONTH = re.compile(rf"{_D}(?:\s+of)?[\s,.-]*{_M}[\s,-]*{_Y}(?![0-9:])")
_MONTH_DAY = re.compile(rf"{_M}[\s-]*{_D}(?:\s*,\s*|\s+){_Y}(?![0-9:])")
_MONTH = re.compile(rf"{_M}[\s,-]*((?:19|20|21)[0-9]{{2}})(?![0-9:])")
_ISO_MONTH = re.compile(r"((?:19|20|21)[0-9]{2})-(0[1-9]|1[0-2])(?![0-9-/.:])")
_YEAR = re.compile(r"((?:19|20|21)[0-9]{2})(?![0-9:])")
_ABOUT = re.compile(
    r"(?:on )?(?:around|about|approximately|approx\.?|circa|c\.|ca\.|roughly|~)\s*(?:the )?"
)
ROUGHLY = {Precision.DAY: 3, Precision.MONTH: 15}
"""Days either way that "about" stands for, before a day and before a month."""
_JOIN = re.compile(r"[\s,;]*(?:\bat\b|\bon\b|@|-|\u2013)?[\s,;]*")


@dataclass(frozen=True, slots=True)
class Written:
    """A written day and time taken apart, before any zone.

    `token` holds the three numbers of a day like 03/04/2024, whose order is not said in it;
    otherwise `first` and `last` are days since 1970-01-01, the last included. `weekday` counts from
    Monday = 0.
    """

    precision: Precision
    first: int = 0
    last: int = 0
    token: Token | None = None
    hours: Hours | None = None
    weekday: int | None = None
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A written time as instants: earliest and latest in µs UTC (the latest included), and every
    doubt about it.
    """

    earliest: int
    latest: int
    precision: Precision
    zone_from: ZoneFrom
    warnings: Warn
    assumed: tuple[str, ...]
    readings: tuple[tuple[int, int], ...]


def read_written(written: str, time: str = "") -> Written | None:
    """Return the day (and the time, from the same words or from `time`), or None: no year, no date.

    Words after the day that are no time are an assumption said in words, not a reason to lose the
    day.
    """
    text = " ".join(written.casefold().replace("\u2011", "-").split()).strip(" ,;.\"'")
    if not text or len(text) > _LONGEST:
        return None
    found = _day_then_time(text) or _time_then_day(text) or _roughly(text)
    if found is None or not time.strip():
        return found
    hours = read_time(time)
    if hours is None:
        return replace(
            found,
            assumed=(
                *found.assumed,
                f"the time {time.strip()[:40]!r} could not be read and was left out",
            ),
        )
    return replace(found, hours=hours)


def when(
    what: Written, orders: Sequence[str], zone: str, zone_said: bool, because: Sequence[str] = ()
) -> When | None:
    """Return the instants of a written time in a zone, or None where its numbers are no day in any
    of the orders.

    `because` are reasons for the orders that belong among the assumptions. Raises UnknownZone.
    """
    assumed = list(what.assumed)
    days = _days(what, orders, because, assumed)
    if not days:
        return None
    hours = what.hours if what.hours is not None and what.precision is Precision.DAY else WHOLE_DAY
    spans = [(hours.begins, hours.ends)] + ([hours.other] if hours.other else [])
    assumed += hours.assumed if hours is what.hours else ()
    readings, warnings = [], Warn(0) if zone_said else Warn.TZ_ASSUMED
    for first, last in days:
        for begins, ends in spans:
            early, late, warn = local_to_utc(
                np.array([first * DAY + begins, last * DAY + ends], np.int64), zone
            )
            readings.append((int(early[0]), int(late[1])))
            warnings |= Warn(int(warn[0] | warn[1]))
    warnings |= Warn.AMBIGUOUS_DATE_ORDER if len(days) > 1 else Warn(0)
    warnings |= Warn.TIME_IN_TWO_READINGS if len(spans) > 1 else Warn(0)
    if not zone_said:
        assumed.append(f"the clock was in {zone}")
    readings.sort()
    precision = hours.precision if what.precision is Precision.DAY else what.precision
    return When(
        readings[0][0],
        max(r[1] for r in readings),
        precision,
        ZoneFrom.USER if zone_said else ZoneFrom.ASSUMED,
        warnings,
        tuple(assumed),
        tuple(readings) if len(readings) > 1 else (),
    )


def _days(
    what: Written, orders: Sequence[str], because: Sequence[str], assumed: list[str]
) -> list[tuple[int, int]]:
    """Return each stretch of days the words can mean, and add what was assumed to `assumed`."""
    if what.token is None:
        days = [(what.first, what.last)]
    else:
        assumed += because
        days = [(d, d) for d in readings_of(what.token, orders) if _sane(d)]
    if what.weekday is not None and what.precision is Precision.DAY:
        days = _by_weekday(days, what.weekday, assumed)
    return days


def _by_weekday(
    days: list[tuple[int, int]], weekday: int, assumed: list[str]
) -> list[tuple[int, int]]:
    """Check the weekday that is written beside the day; where it fits one reading alone, it
    decides.
    """
    fit = [d for d in days if (d[0] + 3) % 7 == weekday]
    if fit and len(days) > 1:
        assumed.append(f"only one reading of the day is a {WEEKDAYS[weekday]}")
        return fit if len(fit) == 1 else days
    if not fit:
        assumed += [
            f"it says {WEEKDAYS[weekday]}, but {_said(d)} was a {WEEKDAYS[(d + 3) % 7]}"
            for d, _ in days
        ]
    return days


def _day_then_time(text: str) -> Written | None:
    weekday, rest = _weekday(text)
    found = _day(rest)
    if found is None:
        return None
    day, length = found
    day = replace(day, weekday=weekday)
    after = rest[length:]
    after = after[_JOIN.match(after).end() :]  # type: ignore[union-attr]
    if not after:
        return day
    hours = read_time(after)
    if hours is None:
        return replace(day, assumed=(*day.assumed, f"{after[:40]!r} after the day was left out"))
    return replace(day, hours=hours)


def _roughly(text: str) -> Written | None:
    """Read "about 3 March 2024": the day is not known, so its hours mean nothing either. Days
    whose order is not said in them (03/04/2024) are not widened, and not read.
    """
    about = _ABOUT.match(text)
    found = _day_then_time(text[about.end() :]) if about else None
    if found is None or found.token is not None or found.precision not in ROUGHLY:
        return None
    days = ROUGHLY[found.precision]
    said = f"'about' was read as {days} days either way"
    lost = ("the time of day was left out",) if found.hours is not None else ()
    return replace(
        found, first=found.first - days, last=found.last + days, hours=None, weekday=None,
        assumed=(*found.assumed, said, *lost),
    )


def _time_then_day(text: str) -> Written | None:
    """Read "9pm on 3 March 2024": every gap between words may be where the time ends."""
    for gap in (i for i, c in enumerate(text) if c == " "):
        hours = read_time(text[:gap])
        if hours is None:
            continue
        weekday, rest = _weekday(text[gap + 1 :])
        found = _day(rest)
        if found is not None and found[1] == len(rest):
            return replace(found[0], hours=hours, weekday=weekday)
    return None


def _weekday(text: str) -> tuple[int | None, str]:
    """Return the weekday the text starts with (Monday = 0) and the rest of it."""
    text = text.removeprefix("on ").removeprefix("the ").lstrip()
    found = _WEEKDAY.match(text)
    if found is None:
        return None, text
    return next(i for i, w in enumerate(WEEKDAYS) if w.lower()[:2] == found[1][:2]), text[
        found.end() :
    ]


def _day(text: str) -> tuple[Written, int] | None:
    """Return the day, month or year the text starts with, and how many characters it takes."""
    if found := _ISO.match(text):
        return _named(int(found[1]), int(found[3]), int(found[4]), found.end())
    if found := _NUMBERS.match(text):
        year = found[4]
        assumed = () if len(year) == 4 else (f"the year {year} was read as 20{year}",)
        token = (int(found[1]), int(found[3]), int(year), len(year) == 4)
        return Written(Precision.DAY, token=token, assumed=assumed), found.end()
    if found := _DAY_MONTH.match(text):
        return _named(found[3], _MONTH_OF[found[2]], int(found[1]), found.end())
    if found := _MONTH_DAY.match(text):
        return _named(found[3], _MONTH_OF[found[1]], int(found[2]), found.end())
    found, iso = _MONTH.match(text), _ISO_MONTH.match(text)
    if found := found or iso:
        month, year = (int(iso[2]), int(iso[1])) if iso else (_MONTH_OF[found[1]], int(found[2]))
        after = date(year + month // 12, month % 12 + 1, 1)
        return _stretch(Precision.MONTH, date(year, month, 1), after, found.end())
    if found := _YEAR.match(text):
        return _stretch(
            Precision.YEAR, date(int(found[1]), 1, 1), date(int(found[1]) + 1, 1, 1), found.end()
        )
    return None


def _named(year: str | int, month: int, day: int, length: int) -> tuple[Written, int] | None:
    """Return a day whose three parts are known for what they are, or None where there is no such
    day.
    """
    short = str(year).removeprefix("'")
    assumed = (f"the year {short} was read as 20{short}",) if len(short) == 2 else ()
    try:
        found = (date(int(short) + (2000 if len(short) == 2 else 0), month, day) - _EPOCH).days
    except ValueError:
        return None
    return (Written(Precision.DAY, found, found, assumed=assumed), length) if _sane(found) else None


def _stretch(precision: Precision, begins: date, after: date, length: int) -> tuple[Written, int]:
    return Written(precision, (begins - _EPOCH).days, (after - _EPOCH).days - 1), length


def _sane(day: int) -> bool:
    """Return whether the day is in a year that a living person writes about (1900 to 2199)."""
    return -25_567 <= day < 84_006


def _said(day: int) -> str:
    found = _EPOCH + timedelta(days=day)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"

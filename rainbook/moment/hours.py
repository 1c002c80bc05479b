"""Reads the time of day that a person writes: 9pm, 21:05, in the evening, between 9 and 10pm.

The one thing a reader would get wrong: every answer is an interval, and each widening is said in
words. The parts of the day are fixed here, so that two people reading the same diary get the same
hours: early hours 00:00-05:59, early morning 05:00-08:59, morning 05:00-11:59, lunchtime
11:30-14:00, afternoon 12:00-17:59, early evening 17:00-19:59, evening 17:00-22:59, late evening
21:00-23:59, night 20:00-05:59 of the next day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rainbook.record import Precision

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
AROUND = 30  # minutes either way that "about" stands for
_PARTS = {
    "early hours": (0, 360),
    "small hours": (0, 360),
    "early morning": (300, 540),
    "morning": (300, 720),
    "lunchtime": (690, 841),
    "lunch time": (690, 841),
    "lunch": (690, 841),
    "early afternoon": (720, 900),
    "late afternoon": (900, 1080),
    "afternoon": (720, 1080),
    "early evening": (1020, 1200),
    "late evening": (1260, 1440),
    "evening": (1020, 1380),
    "late at night": (1200, 1800),
    "late night": (1200, 1800),
    "overnight": (1200, 1800),
    "night": (1200, 1800),
    "all day": (0, 1440),
}
_FIXED = {"noon": 720, "midday": 720, "12 noon": 720, "12 midday": 720}
_MIDNIGHT = ("midnight", "12 midnight")
_ABOUT = re.compile(
    r"(?:at )?(?:around|about|approximately|approx\.?|circa|c\.|ca\.|roughly|~)\s*(?:at )?"
)
_CLOCK = re.compile(
    r"([0-9]{1,2})(?:[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:\.[0-9]{1,6})?)?)?\s*([ap])?\.?(?:m\.?)?"
)
_ARMY = re.compile(r"([0-2][0-9])([0-5][0-9])\s*(?:h|hrs?|hours)\.?")
_SPAN = re.compile(
    r"(?:between|from)?\s*(.{1,24}?)\s*(?:-|\u2013|\u2014|\band\b|\bto\b|\buntil\b|\btill\b)\s*(.{1,24})"
)
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Hours:
    """A stretch of a day in µs from its midnight, the end included; it may run past the next
    midnight.

    `other` is a second reading of the same words, or None.
    """

    begins: int
    ends: int
    precision: Precision
    assumed: tuple[str, ...] = ()
    other: tuple[int, int] | None = None


WHOLE_DAY = Hours(0, DAY - 1, Precision.DAY)


def read_time(written: str) -> Hours | None:
    """Return the stretch of the day that the words stand for, or None when they are no time."""
    text = " ".join(written.casefold().split()).strip(" ,;.")
    if not text or len(text) > _LONGEST:
        return None
    text = (
        text.removeprefix("at ")
        .removeprefix("in the ")
        .removeprefix("during the ")
        .removeprefix("the ")
    )
    if text in _MIDNIGHT:
        return Hours(
            0,
            MINUTE - 1,
            Precision.MINUTE,
            ("midnight can be the start or the end of that day",),
            (DAY, DAY + MINUTE - 1),
        )
    if text in _PARTS:
        begins, ends = (m * MINUTE for m in _PARTS[text])
        return Hours(
            begins,
            ends - 1,
            Precision.PART_OF_DAY,
            (f"{text!r} was read as {_clock(begins)} to {_clock(ends - 1)}",),
        )
    about = _ABOUT.match(text)
    if about is not None or text.endswith("ish"):
        return _around(
            _point(text[about.end() :] if about else text.removesuffix("ish").rstrip(" -"))
        )
    return _point(text) or _span(text)


def _point(text: str, half: str = "") -> Hours | None:
    """Return a time said as one point; `half` is "a" or "p" when it is said elsewhere in the
    sentence.
    """
    if text in _FIXED:
        return Hours(_FIXED[text] * MINUTE, _FIXED[text] * MINUTE + MINUTE - 1, Precision.MINUTE)
    army = _ARMY.fullmatch(text)
    found = None if army else _CLOCK.fullmatch(text)
    if army is not None:
        hour, minute, second, said = int(army[1]), int(army[2]), None, ""
    elif found is not None:
        said = found[4] or half
        if (not said and found[2] is None) or (text.endswith("m") and not found[4]):
            return None  # a bare number is no time
        hour, minute, second = int(found[1]), int(found[2] or 0), found[3]
    else:
        return None
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return None
    if said and (hour == 0 or (hour > 12 and (said == "a" or half))):
        return None  # 21:30pm is a slip that leaves no doubt; 21:30am is no time
    assumed: tuple[str, ...] = ()
    if said and hour <= 12:
        hour = hour % 12 + (12 if said == "p" else 0)
    elif not said and army is None and 1 <= hour <= 12 and not text.startswith("0"):
        assumed = (f"{text} says neither am nor pm and was read as {hour:02d}:{minute:02d}",)
    begins = hour * HOUR + minute * MINUTE + int(second or 0) * SECOND
    if second is not None:
        return Hours(begins, begins + SECOND - 1, Precision.SECOND, assumed)
    return Hours(begins, begins + MINUTE - 1, Precision.MINUTE, assumed)


def _around(point: Hours | None) -> Hours | None:
    if point is None:
        return None
    said = f"'about' was read as {AROUND} minutes either way"
    return Hours(
        point.begins - AROUND * MINUTE,
        point.ends + AROUND * MINUTE,
        Precision.HOUR,
        (*point.assumed, said),
    )


def _span(text: str) -> Hours | None:
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    about = _ABOUT.match(found[1])
    last = _point(found[2])
    if last is None:
        return None
    # in "between 9 and 10pm" the one "pm" is said of both
    half = _CLOCK.fullmatch(found[2])
    first_text = found[1][about.end() :] if about else found[1]
    first = _point(first_text, (half[4] or "") if half else "") or _point(first_text)
    if first is None:
        return None
    begins, ends, assumed = first.begins, last.ends, [*first.assumed, *last.assumed]
    if ends < begins:
        ends += DAY
        assumed.append(f"{text} was read as running past midnight")
    if about:
        begins, ends = begins - AROUND * MINUTE, ends + AROUND * MINUTE
        assumed.append(f"'about' was read as {AROUND} minutes either way")
    return Hours(begins, ends, max(first.precision, last.precision), tuple(dict.fromkeys(assumed)))


def _clock(micros: int) -> str:
    minutes = micros // MINUTE
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}" + (
        " the next day" if micros >= DAY else ""
    )

"""Days and times as a form takes them: a year, a month, a day and a clock time, each in a box.

The one thing a reader would get wrong: an hour that happened twice, or never, is not guessed. The
form asks which is meant and keeps what was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rainbook.case import said_stretch, said_time
from rainbook.record import RainbookError
from rainbook.web.interface import Form
from rainbook.web.tell.kinds import DAY

BOXES = ("day", "month", "year", "clock")
_TWO_WAYS = re.compile(r'"(\S+)" or "(\S+)"')


class NoSuchTime(RainbookError):
    """What was typed is no day or time; the text is the key of the sentence to show.

    `ways`: the two instants it may mean (ISO 8601), where the clocks changed over it.
    """

    def __init__(self, key: str, ways: tuple[str, ...] = ()) -> None:
        super().__init__(key)
        self.ways = ways


@dataclass(frozen=True, slots=True)
class TypedTime:
    """What stands in the boxes of one time."""

    day: str
    month: str
    year: str
    clock: str
    meant: str

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.day or self.month or self.year or self.clock)


def typed_time(form: Form, name: str) -> TypedTime:
    """Return what a form holds in the boxes of a time."""
    day, month, year, clock = (form.one(f"{name}-{box}") for box in BOXES)
    return TypedTime(day, month, year, clock, form.one(f"{name}-meant"))


def time_of(typed: TypedTime, widget: str, zone: str) -> str:
    """Return the time as the record holds it, "" where nothing was typed. Raises NoSuchTime."""
    if typed.empty:
        return ""
    written = _written(typed, widget)
    try:
        return (said_time if widget == DAY else said_stretch)(written, zone)
    except RainbookError as refused:
        ways = _TWO_WAYS.search(str(refused))
        if ways is None:
            raise NoSuchTime("tell-slip-time") from None
        if typed.meant in ways.groups():
            return said_time(typed.meant, zone)
        key = "tell-slip-twice" if "went back" in str(refused) else "tell-slip-never"
        raise NoSuchTime(key, (ways[1], ways[2])) from None


def _written(typed: TypedTime, widget: str) -> str:
    """Return the boxes as one text. Raises NoSuchTime."""
    parts = (typed.year, typed.month, typed.day)
    if not typed.year or (typed.day and not typed.month):
        raise NoSuchTime("tell-slip-part")
    if (widget == DAY or typed.clock) and not typed.day:
        raise NoSuchTime("tell-slip-day")
    if any(p and not re.fullmatch("[0-9]{1,4}", p) for p in parts) or len(typed.year) != 4:
        raise NoSuchTime("tell-slip-time")
    written = "-".join(p if p == typed.year else p.zfill(2) for p in parts if p)
    return f"{written} {_clock(typed.clock)}" if typed.clock else written


def _clock(said: str) -> str:
    found = re.fullmatch("([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}))?", said)
    if found is None:
        raise NoSuchTime("tell-slip-clock")
    return ":".join(p for p in (found[1].zfill(2), found[2], found[3]) if p)

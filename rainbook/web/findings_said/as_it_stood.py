"""Which state of the book a page shows: now, or as it stood on a day or after a number of the log.

The one thing a reader would get wrong: the book keeps one case file, so a past one is worked out by
itself and kept at the desk; it is worked out again once anything new is written down.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from rainbook.case import Book, DayNotUnderstood
from rainbook.record import CaseFile, RainbookError
from rainbook.web.desk import Job
from rainbook.web.interface import Answer, Asked

KEPT = "as it stood"
_NUMBER, _DAY = re.compile("[0-9]{1,17}"), re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
Shows = Callable[[Asked, CaseFile, "Stood"], Answer]


class StoodNotUnderstood(RainbookError):
    """The state of the book that was asked for cannot be read."""


@dataclass(frozen=True, slots=True)
class Stood:
    """The state asked for: `until` a day (ISO 8601), `as_of` a number of the log or a day; "" both
    for now.
    """

    until: str = ""
    as_of: str = ""

    @property
    def query(self) -> Mapping[str, str]:
        """Return what an address carries to show this state."""
        return {k: v for k, v in (("until", self.until), ("as_of", self.as_of)) if v}

    def number(self, book: Book) -> int | None:
        """Return the number of the log meant, None for now. Raises DayNotUnderstood."""
        if not self.as_of:
            return None
        return int(self.as_of) if _NUMBER.fullmatch(self.as_of) else book.number_at(self.as_of)

    def said(self, asked: Asked) -> str:
        """Return the sentence of the banner, "" for now."""
        if self.until:
            return asked.t("shows-stood-until", day=day_words(self.until))
        if self.as_of and _NUMBER.fullmatch(self.as_of):
            return asked.t("shows-stood-number", number=self.as_of)
        return asked.t("shows-stood-day", day=day_words(self.as_of)) if self.as_of else ""


def stood_of(query: Mapping[str, str]) -> Stood:
    """Read the state asked for. Raises StoodNotUnderstood."""
    until, as_of = query.get("until", ""), query.get("as_of", "")
    if until and not is_day(until):
        raise StoodNotUnderstood("This day cannot be read. Go back and give a day.")
    if as_of and not (_NUMBER.fullmatch(as_of) or is_day(as_of)):
        raise StoodNotUnderstood("This day or number cannot be read. Go back and give one.")
    return Stood(until, as_of)


def is_day(text: str) -> bool:
    """Return whether a text is a day that exists, written like 2024-03-24."""
    try:
        return bool(_DAY.fullmatch(text) and 1900 <= date.fromisoformat(text).year <= 2200)
    except ValueError:
        return False


def as_it_stood(shows: Shows) -> Callable[[Asked], Answer]:
    """Return a page's `handle` that is given the case file asked for, worked out before where that
    takes long.
    """

    def handle(asked: Asked) -> Answer:
        stood = stood_of(asked.query)
        found = _found(asked, stood)
        if found is not None:
            return shows(asked, found, stood)
        again = dict(asked.query)
        return asked.start(
            "shows-working-out", lambda job: _work_out(asked, stood, job), asked.name, again,
            **asked.path,
        )

    return handle


def _found(asked: Asked, stood: Stood) -> CaseFile | None:
    book = asked.book
    if not stood.query:
        return book.file() if book.known_now() else None
    kept = asked.desk.kept.get(KEPT)
    key = (stood, book.mark())
    return kept[1] if kept is not None and kept[0] == key else None


def _work_out(asked: Asked, stood: Stood, job: Job) -> None:
    job.step("", 0, 0)
    book = asked.book
    case = book.file(stood.number(book), stood.until)
    job.step("", 0, 0)  # whoever left meanwhile has closed the book: nothing is kept
    if stood.query:
        asked.desk.kept[KEPT] = ((stood, book.mark()), case)


def time_words(written: str) -> str:
    """Return a day or time (ISO 8601) in words, as its own clock showed it; what is neither comes
    back as it is.
    """
    try:
        read = datetime.fromisoformat(written)
    except ValueError:
        return written
    day = f"{read.day} {read:%B} {read.year}"
    return day if len(written) == 10 else f"{day}, {read:%H:%M}"


def day_words(day: str) -> str:
    """Return a day in words: "24 March 2024". Raises DayNotUnderstood."""
    try:
        read = date.fromisoformat(day)
    except ValueError:
        raise DayNotUnderstood(f"{day!r} is not a day.") from None
    return f"{read.day} {read:%B} {read.year}"

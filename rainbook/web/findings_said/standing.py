"""Reads the form that asks for the book as it stood, and gives every page what it shows of that.

The one thing a reader would get wrong: "what had happened by a day" is worked out with what is
known now; "what the book held" is the book itself as it was. They are two questions.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rainbook.record import CaseFile
from rainbook.web.findings_said.as_it_stood import Stood, time_words
from rainbook.web.findings_said.cited import link
from rainbook.web.interface import Asked, Slip

_LAST = "2200-12-31"


def round_it(asked: Asked, case: CaseFile, stood: Stood) -> Mapping[str, Any]:
    """Return what the frame of every page of findings shows: the banner and the links to others."""
    query = dict(stood.query)
    places: dict[str, Any] = dict(asked.path)
    beside = [
        (name, asked.url(name, query)) for name in ("shows", "court", "law", "orders", "book-notes")
        if asked.desk.has(name) and name != asked.name
    ]
    return {
        "stood": stood.said(asked), "now": asked.url(asked.name, **places),
        "beside": beside, "zone": case.zone, "query": query,
        "help_at": link(asked, "help"), "people_at": link(asked, "who"),
        "add_at": link(asked, "add"), "tell_at": link(asked, "tell"),
        "in_words": time_words,
    }


def asked_for(asked: Asked) -> tuple[Stood, tuple[Slip, ...]]:
    """Read the form. Return the state asked for, and what is to be mended in the form."""
    way = asked.form.one("way")
    if way in ("until", "held"):
        day = _day(asked)
        if not day:
            return Stood(), (Slip("day", asked.t("shows-form-day-wrong")),)
        return (Stood(until=day) if way == "until" else Stood(as_of=day)), ()
    if way == "number":
        number = asked.form.one("number").replace(",", "")
        known = asked.book.number_at(_LAST)
        plain = number.isascii() and number.isdigit() and len(number) < 10
        if not plain or not 0 < int(number) <= known:
            wrong = asked.t("shows-form-number-wrong", last=str(known))
            return Stood(), (Slip("number", wrong),)
        return Stood(as_of=str(int(number))), ()
    if way == "now":
        return Stood(), ()
    return Stood(), (Slip("way", asked.t("shows-form-way-wrong")),)


def _day(asked: Asked) -> str:
    """Return the day typed, ISO 8601; "" where it is none."""
    parts = [asked.form.one(name) for name in ("year", "month", "day")]
    if not all(p.isascii() and p.isdigit() and len(p) <= 4 for p in parts):
        return ""
    try:
        read = date(*(int(p) for p in parts))
    except ValueError:
        return ""
    return read.isoformat() if 1900 <= read.year <= 2200 else ""

"""Records what a decided case says around the acts: the two people, refusals, warnings, orders, the
time before.

The one thing a reader would get wrong: a case's own word "background", or an earlier conviction,
makes an incident history and not an act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from benchmarks import case_words as words
from rainbook.case import Book
from rainbook.record import (
    Blocked,
    Decision,
    GapReason,
    History,
    OrderClause,
    OrderServed,
    PurposeOf,
    Relationship,
    Together,
    ToldTo,
    ToldToStop,
    Warned,
)

SUSPECT = "d"


NUMBERS = ("count_min", "offset_days")


def tidied(case: Mapping[str, Any]) -> dict[str, Any]:
    """Return the case with every value of its lists a text or, for NUMBERS, a whole number; what is
    empty or neither is None.
    """
    made = dict(case)
    for name in ("incidents", "context", "orders"):
        made[name] = [
            {k: _whole_number(v) if k in NUMBERS else _text(v) for k, v in one.items()}
            for one in case.get(name) or []
        ]
    made["parties"] = {k: _text(v) for k, v in (case.get("parties") or {}).items()}
    return made


def _text(value: object) -> str | None:
    said = value if isinstance(value, str) else ""
    return "".join(c if c.isprintable() else " " for c in said).strip() or None


def _whole_number(value: object) -> int | None:
    return int(value) if isinstance(value, (int, float)) and abs(value) < 100_000 else None


def act_of(one: Mapping[str, Any]) -> str:
    return str(one.get("act") or "")


def by_of(one: Mapping[str, Any]) -> str:
    """Return who did it: "D" wherever the case says D, else its own words."""
    said = str(one.get("by") or "unknown")
    return "D" if re.search(r"\bD\b(?!\d|'s|\u2019s)|defendant|respondent", said) else said


def is_past(one: Mapping[str, Any]) -> bool:
    """Return whether the case itself calls an incident background to what it decided."""
    return bool(words.BACKGROUND.search(f"{one.get('found') or ''} {act_of(one)[:25]}"))


def whole(case: Mapping[str, Any]) -> Iterable[Decision]:
    """Yield what is recorded about the two people and the time around the acts."""
    bond, said = bond_of(case), (case.get("parties") or {}).get("relationship") or ""
    if bond:
        yield Relationship(SUSPECT, bond, said)
    reason = words.first_of(words.WHOLE, (case.get("parties") or {}).get("relationship") or "")
    if any(words.CHILD_ORDER.search(one.get("what") or "") for one in case.get("context") or []):
        reason = reason or "child"
    if reason:
        yield PurposeOf(SUSPECT, reason)
    for one in case.get("incidents") or []:
        if is_past(one):
            yield History(
                SUSPECT,
                words.first_of(words.PAST, act_of(one)) or "following or unwanted contact",
                "",
                act_of(one),
            )
    first = min(
        (day_of(i.get("date")) for i in (case.get("incidents") or []) if day_of(i.get("date"))),
        default="",
    )
    for one in case.get("context") or []:
        yield from _context(one, first)


def bond_of(case: Mapping[str, Any]) -> str:
    return words.first_of(words.BONDS, (case.get("parties") or {}).get("relationship") or "")


def _context(one: Mapping[str, Any], first: str) -> Iterable[Decision]:
    text, day = one.get("what") or "", day_of(one.get("date"))
    if words.REUNITED.search(text):
        yield Together(SUSPECT, "reunited", day, "", text)
    elif words.LIVED.search(text):
        yield Together(SUSPECT, "lived together", day, "", text)
    elif words.BOTH.search(text):
        yield Together(SUSPECT, "agreed contact", day, "", text)
    if words.CUSTODY.search(text):
        yield GapReason(SUSPECT, "prison or custody", day, day, text)
    elif words.AWAY.search(text):
        yield GapReason(SUSPECT, "abroad", day, day, text)
    said_by = one.get("by") or ""
    by_police = said_by == "police" or "police" in text.lower()
    others = said_by not in ("", "C", "D", "both")
    if (by_police or others) and words.TOLD_OFF.search(text) and not words.TO_C.search(text):
        yield Warned(SUSPECT, day, said_by or "police")
    elif by_police:
        yield ToldTo("police", day, text)
    elif said_by == "C" and words.BLOCKED.search(text):
        yield Blocked(SUSPECT, day)
    elif said_by == "C" and words.REFUSED.search(text):
        yield ToldToStop(SUSPECT, at=day, how=text[:80])
    past = words.first_of(words.PAST, text)
    before = not day or (bool(first) and day < first)
    if past and before and not by_police and not re.search(r"petition|final", text, re.I):
        yield History(SUSPECT, past, day, text)


def day_of(said: object) -> str:
    """Return a year, month or day as the case gives it, as much of it as there is in the calendar;
    "" for anything else.
    """
    found = re.match(r"\d{4}(-\d{2}){0,2}", str(said or ""))
    text = found[0] if found else ""
    while text:
        try:
            date.fromisoformat(f"{text}-01-01"[:10] if len(text) < 10 else text)
        except ValueError:
            text = text[:-3]
        else:
            return text
    return ""


def full_day(day: str) -> str:
    return day if len(day) == 10 else ""


def refusals(book: Book, kept: list[Mapping[str, Any]]) -> dict[str, int]:
    """Record each refusal a case tells of, and return its number for the incidents after it."""
    found: dict[str, int] = {}
    for one in kept:
        text = one.get("unwanted_evidence") or ""
        if not text or words.DENIED.search(text) or _only_reported(text):
            continue
        if words.BLOCKED.search(text):
            found[one["id"]] = book.decide(Blocked(SUSPECT, ""), text)
        elif words.WARNED.search(text):
            found[one["id"]] = book.decide(Warned(SUSPECT, "", "as the case says"), text)
        elif words.REFUSED.search(text):
            found[one["id"]] = book.decide(ToldToStop(SUSPECT, how=text[:80]), text)
    return found


def _only_reported(text: str) -> bool:
    """Return whether a text only says that somebody was told of an act."""
    return bool(words.REPORTED.search(text)) and not words.REFUSED.search(text)


def orders(book: Book, case: Mapping[str, Any]) -> None:
    for one in case.get("orders") or []:
        day = full_day(day_of(one.get("date")))
        terms = one.get("terms") or "as the case says"
        number = book.decide(
            OrderServed(SUSPECT, one.get("type") or "order", made=day, served=day, clauses=(terms,))
        )
        if re.search(r"contact|stay away|approach", terms, re.I):
            book.decide(
                OrderClause(
                    number,
                    "1",
                    terms,
                    ("any contact", "coming near a place", "following or watching"),
                )
            )

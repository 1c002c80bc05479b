"""Limb (c) of a stalking protection order: what was tried before, and what came after each.

The one thing a reader would get wrong: "came after" is the order in time and nothing more; it does
not say that a measure failed. What is in force already stands here too, and so does silence after
a measure, because both speak against the need of an order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Given
from rainbook.handover.said.came_after import (
    After,
    contacts_of,
    is_time,
    kind_of,
    refusals_of,
    sentence,
    what_came,
    when_of,
)
from rainbook.handover.said.paper import Paper
from rainbook.handover.said.spo_risk import said_of
from rainbook.record import (
    Asks,
    Blocked,
    Changed,
    Decided,
    Line,
    OrderServed,
    PoliceContact,
    ToldTo,
    Warned,
)

WHERE = "chronology.csv"
MOST = 60


def tried(given: Given, person: str) -> list[After]:
    """Return everything that was tried, in order of time, those without a time last."""
    mine = contacts_of(given, person)
    found = [o for o in refusals_of(given) if getattr(o.decided.what, "person", "") == person]
    for decided, _ in (*said_of(given, PoliceContact, person), *said_of(given, ToldTo, person)):
        at = getattr(decided.what, "at", "")
        found.append(After(decided, at, 0, *mine.after(at)))
    return sorted(found, key=lambda a: (not is_time(a.at), a.at[:10], a.at, a.decided.number))


def tried_rows(given: Given, every: Sequence[After], show: Paper) -> list[dict[str, Any]]:
    """Return what was tried for a template: what, when, what came after."""
    rows = [
        {
            "what": show(what_was_tried(one.decided)),
            "when": show(when_of(given, one)),
            "after": show(sentence(what_came(one, WHERE)) + "."),
            "rests": show(_rests(one)),
        }
        for one in every[:MOST]
    ]
    if len(every) > MOST:
        more = f"and {len(every) - MOST:,} more, see facts.csv and contacts-log.csv"
        rows.append({"what": more, "when": "", "after": "", "rests": ""})
    return rows


def _rests(one: After) -> str:
    line = f"line {one.line}; " if one.line else ""
    return f"{line}log number {one.decided.number}"


def what_was_tried(decided: Decided) -> str:
    """Return what was tried, with the words it was recorded in."""
    what = decided.what
    if isinstance(what, PoliceContact):
        parts = ["police or another service", what.how, what.who, what.station]
        parts += [f"reference {what.reference}" if what.reference else ""]
        parts += [f"promised: “{what.promised}”" if what.promised else ""]
        return sentence(", ".join(p for p in parts if p))
    if isinstance(what, ToldTo):
        told = f"told {what.who}" + (f", reference {what.reference}" if what.reference else "")
        return sentence(told + (f": “{what.words}”" if what.words else ""))
    return sentence(kind_of(decided))


def changes_made(given: Given, person: str) -> list[Line]:
    """Return what the complainant changed, in their words."""
    lines = []
    for decided, _ in said_of(given, Changed, person):
        what = decided.what
        assert isinstance(what, Changed)
        days = " to ".join(d for d in (what.start, what.end) if d)
        words = f": “{what.words}”" if what.words else ""
        text = f"Changed: {what.area}{f' ({days})' if days else ''}{words}"
        lines.append(Line(text, (), (decided.number,)))
    return lines


def against_need(given: Given, every: Sequence[After]) -> list[Line]:
    """Return what is in force already, and the measures after which no contact is on record."""
    lines = []
    today = given.case.as_of[:10]
    for one in every:
        what = one.decided.what
        if isinstance(what, OrderServed) and not (what.until and what.until[:10] < today):
            end = times.recorded(what.until, given.case.zone) if what.until else "no end recorded"
            text = f"Recorded as in force: {what.kind}; until: {end}."
            lines.append(Line(text, (), (one.decided.number,)))
        if is_time(one.at) and not one.surely and not one.unsure:
            text = f"{what_was_tried(one.decided)}: no contact is on record after it."
            lines.append(Line(text, (), (one.decided.number,)))
    return lines


def gaps_of_need(given: Given, person: str, every: Sequence[After]) -> list[Line]:
    """Return what is not recorded."""
    there = {type(o.decided.what) for o in every}
    wanted = (
        ((Blocked,), "That an account was blocked is not recorded."),
        ((Warned,), "A warning by somebody in authority is not recorded."),
        ((OrderServed,), "An order or notice is not recorded."),
        ((PoliceContact, ToldTo), "That anybody was told is not recorded."),
    )
    lines = [Line(text) for kinds, text in wanted if not there & set(kinds)]
    lines += [
        Line(f"{what_was_tried(o.decided)}: when is not recorded.", (), (o.decided.number,))
        for o in every
        if not is_time(o.at)
    ]
    if not said_of(given, Changed, person):
        lines.append(Line("What the complainant changed in daily life is not recorded."))
    return lines


def asked(given: Given, person: str, show: Paper) -> list[dict[str, str]]:
    """Return what the complainant asks to stop, word for word."""
    return [
        {"words": show(d.what.words), "rests": f"log number {d.number}"}
        for d, _ in said_of(given, Asks, person)
        if isinstance(d.what, Asks)
    ]

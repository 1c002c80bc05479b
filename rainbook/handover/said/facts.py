"""The facts the complainant recorded about the persons handed over, as the formats use them.

The one thing a reader would get wrong: a decision that was taken back is not given; only that there
is one, in the index. Of the smaller answers only those go that something in the bundle rests on.
"""

from __future__ import annotations

from rainbook.handover import times
from rainbook.handover.interface import Given
from rainbook.record import Asks, Blocked, Decided, Line, OrderServed, ToldToStop, Warned

ABOUT_A_PERSON = (Asks, ToldToStop, Blocked, Warned, OrderServed)


def facts_of(given: Given) -> list[Decided]:
    """Return the decisions in force about the persons handed over, in the order they were made."""
    return [
        d
        for d in given.case.decisions
        if not d.withdrawn
        and isinstance(d.what, ABOUT_A_PERSON)
        and d.what.person in given.disclosure.persons
    ]


def cited_of(given: Given) -> list[Decided]:
    """Return the other decisions in force that a finding, an element or an order about the persons
    handed over rests on, so that every log number in the bundle can be looked up.
    """
    numbers = {number for line in lines_said(given) for number in line.decisions}
    told = {d.number for d in facts_of(given)}
    return [
        d
        for d in given.case.decisions
        if d.number in numbers - told and not d.withdrawn and _is_theirs(given, d)
    ]


def _is_theirs(given: Given, decided: Decided) -> bool:
    person = getattr(decided.what, "person", "")
    return not person or person in given.disclosure.persons


def lines_said(given: Given) -> list[Line]:
    """Return every line of a finding, an element or an order about the persons handed over."""
    case, persons = given.case, given.disclosure.persons
    said = [
        line
        for f in case.findings
        if f.person in persons
        for line in (*f.supports, *f.against, *f.limits)
    ]
    for m in case.matrices:
        if m.person in persons:
            said += [*m.threats, *m.limits]
            said += [line for e in m.elements for line in (*e.bears, *e.weakens, *e.gaps)]
    return [*said, *(c.line for c in case.clauses if c.person in persons)]


def line_of_event(given: Given, event: str) -> int:
    """Return the number of the line with this event id; 0 where it is not among the lines."""
    return next((e.number for e in given.entries if e.id == event), 0)


def complainant(given: Given) -> str:
    """Return the complainant's name as they gave it."""
    return next(
        (p.name for p in given.case.people if p.role == "complainant"),
        "the complainant (name not recorded)",
    )


def name_of(given: Given, person: str) -> str:
    """Return a person's name, or the short word where there is none."""
    return next((p.name for p in given.case.people if p.key == person), person)


def when(given: Given, written: str) -> str:
    """Return a recorded day or instant in words, an instant in the case's zone; what is no date as
    it stands.
    """
    return times.recorded(written, given.case.zone)

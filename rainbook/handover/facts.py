"""The facts the complainant recorded about the persons handed over, as the formats use them.

The one thing a reader would get wrong: a decision that was taken back is not given; only that there
is one, in the index.
"""

from __future__ import annotations

from rainbook.handover import times
from rainbook.handover.interface import Given
from rainbook.record import Asks, Blocked, Decided, OrderServed, ToldToStop, Warned

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


def line_of_event(given: Given, event: str) -> int:
    """Return the number of the line with this event id; 0 where it is not among the lines."""
    return next((e.number for e in given.entries if e.id == event), 0)


def complainant(given: Given) -> str:
    """Return the complainant's name as they gave it."""
    return next(
        (p.name for p in given.case.people if p.role == "complainant"),
        "the complainant (name not recorded)",
    )


def when(given: Given, written: str) -> str:
    """Return a recorded day or instant in words, an instant in the case's zone; what is no date as
    it stands.
    """
    return times.recorded(written, given.case.zone)

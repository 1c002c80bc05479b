"""What a sign is: one file that looks at a case file and one person, and ends in `SIGN = …`.

The one thing a reader would get wrong: a sign never decides what the law means. It counts, quotes,
and says what speaks against it and what it cannot tell; the outcome is one of shown, not shown,
cannot tell.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from rainbook.findings import acts, bounds, change, wording
from rainbook.findings.alike import groups_of
from rainbook.findings.court.interface import Asked, Question, Seen
from rainbook.findings.facts import CONTACT, Facts, Said, facts_of
from rainbook.findings.law import Element, Law, load_law
from rainbook.findings.links import Linked, links_of
from rainbook.findings.refusals import Refusal, refusals_of, said_after
from rainbook.findings.said_times import spans_of, when_of
from rainbook.record import CaseFile, Finding, Person
from rainbook.shelf import shelf

__all__ = [
    "CONTACT",
    "Asked",
    "Element",
    "Facts",
    "Law",
    "Linked",
    "Question",
    "Refusal",
    "Said",
    "Seen",
    "Sign",
    "acts",
    "bounds",
    "change",
    "facts_of",
    "groups_of",
    "links_of",
    "load_law",
    "questions",
    "refusals_of",
    "said_after",
    "spans_of",
    "when_of",
    "wording",
]


def questions() -> tuple[Question, ...]:
    """Return every question a court asks next, in the order of their files' names."""
    return shelf("rainbook.findings.court", "QUESTION")


@runtime_checkable
class Sign(Protocol):
    """One sign."""

    name: str
    title: str

    def look(self, case: CaseFile, person: Person, law: Law) -> Finding:
        """Return what the case file shows of this sign for this person: one sentence, and lines
        that cite rows.
        """
        ...

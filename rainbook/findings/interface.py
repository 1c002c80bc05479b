"""What a sign is: one file that looks at a case file and one person, and ends in `SIGN = …`.

The one thing a reader would get wrong: a sign never decides what the law means. It counts, quotes,
and says what speaks against it and what it cannot tell; the outcome is one of shown, not shown,
cannot tell.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from rainbook.findings import acts, bounds, wording
from rainbook.findings.facts import CONTACT, Facts, Said, facts_of
from rainbook.findings.law import Element, Law, load_law
from rainbook.findings.refusals import Refusal, refusals_of
from rainbook.findings.said_times import when_of
from rainbook.record import CaseFile, Finding, Person

__all__ = [
    "CONTACT",
    "Element",
    "Facts",
    "Law",
    "Refusal",
    "Said",
    "Sign",
    "acts",
    "bounds",
    "facts_of",
    "load_law",
    "refusals_of",
    "when_of",
    "wording",
]


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

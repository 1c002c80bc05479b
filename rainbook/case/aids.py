"""Aids to reading: which messages to look at first, and which of the complainant's own may be a
refusal.

The one thing a reader would get wrong: no finding, no count and no bundle knows of them. What they
propose counts only once the person picks a message, and then it is the person's decision.
"""

from __future__ import annotations

from rainbook.case.checked import NotInBook
from rainbook.findings.sorting.shown import refusal_lines, threat_lines
from rainbook.record import CaseFile, Line, Person, RainbookError


class ReadingAidOff(RainbookError):
    """Sorting messages for reading was asked for and is turned off."""


def read_first(case: CaseFile, person: str, most: int = 20) -> tuple[Line, ...]:
    """Return the messages of a person in the order somebody might read them, with the words that
    put them there. Raises ReadingAidOff where the setting is off, NotInBook.
    """
    if case.settings["threat_words"] != "on":
        raise ReadingAidOff(
            "Sorting by threatening words is off. To turn it on: rainbook decide setting "
            "name=threat_words value=on"
        )
    return threat_lines(case, _known(case, person), most)


def refusals_proposed(case: CaseFile, person: str) -> tuple[Line, ...]:
    """Return the complainant's own messages that may be a refusal. Raises NotInBook."""
    return refusal_lines(case, _known(case, person))


def _known(case: CaseFile, key: str) -> Person:
    for person in case.people:
        if person.key == key:
            return person
    raise NotInBook(
        f"The book knows no person {key!r}. It knows: "
        f"{', '.join(p.key for p in case.people) or 'nobody yet'}."
    )

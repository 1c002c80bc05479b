"""Who a page is about: the people said to be the other side, and their findings in order.

The one thing a reader would get wrong: an address names a person by their place in the book (1, 2,
…), so that no name stands in it; the short word is understood too, where another page gives it.
"""

from __future__ import annotations

from collections.abc import Sequence

from rainbook.record import CaseFile, Finding, Person
from rainbook.web.interface import Asked, PageNotThere

ORDER = ("fixated", "obsessive", "unwanted", "repeated", "linked")
COURT = "court"


def them(case: CaseFile) -> tuple[Person, ...]:
    """Return the people said to be the other side."""
    return tuple(p for p in case.people if p.role == "suspect")


def place_of_person(case: CaseFile, key: str) -> str:
    """Return what stands for a person in an address; the short word where nobody has it."""
    keys = [p.key for p in case.people]
    return str(keys.index(key) + 1) if key in keys else key


def name_of(case: CaseFile, key: str) -> str:
    """Return the name of a person known by their short word."""
    return next((p.name for p in case.people if p.key == key), key)


def person_at(asked: Asked, case: CaseFile, place: str) -> str:
    """Return the short word of the person an address names. Raises PageNotThere."""
    keys = [p.key for p in case.people]
    if place.isascii() and place.isdigit() and len(place) < 9 and 0 < int(place) <= len(keys):
        return keys[int(place) - 1]
    if place in keys:
        return place
    raise PageNotThere(asked.t("shows-nobody-there"))


def signs_of(case: CaseFile, person: str) -> tuple[tuple[int, Finding], ...]:
    """Return a person's findings with their numbers, the four signs first, no questions."""
    found = [
        (n, f) for n, f in enumerate(case.findings) if f.person == person and f.sign != COURT
    ]
    return tuple(sorted(found, key=lambda one: _rank(one[1].sign)))


def courts(case: CaseFile) -> tuple[tuple[int, Finding], ...]:
    """Return the lists of questions with their numbers."""
    return tuple((n, f) for n, f in enumerate(case.findings) if f.sign == COURT)


def title_of(asked: Asked, sign: str) -> str:
    """Return the name of a sign as a page shows it."""
    key = f"shows-sign-{sign}"
    return asked.t(key) if asked.words.has(key) else sign


def about(asked: Asked, sign: str) -> str:
    """Return what a sign looks at, "" where there are no words for it."""
    key = f"shows-about-{sign}"
    return asked.t(key) if asked.words.has(key) else ""


def why_empty(asked: Asked, case: CaseFile, found: Sequence[object]) -> str:
    """Return why there is nothing to show yet, "" where there is something."""
    if found:
        return ""
    if not case.originals:
        return asked.t("shows-empty-files")
    return asked.t("shows-empty-nobody" if not them(case) else "shows-empty-findings")


def _rank(sign: str) -> tuple[int, str]:
    return (ORDER.index(sign) if sign in ORDER else len(ORDER), sign)

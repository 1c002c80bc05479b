"""The entries of a law file: elements, routes, sorts of act, orders, cases, and what is not known.

The one thing a reader would get wrong: `words` are the statute's and exact, `says` is our
paraphrase, and `read` says how much of the text was read. What was "not read" is printed as such.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

NOT_VERIFIED = "not verified"
READ = ("in full", "in part", "not read")
SOMETHING_ELSE = "something_else"
ASKED = ("alarm", "distress", "fear_of_violence")
"""What a route can ask a person about an act: the fields of `record.Impact`."""
ROLES: Mapping[str, str] = {
    "prohibition": "what a person must not do, or the offence as a whole",
    "amounts to harassment": "that the course of conduct amounts to harassment, as a check apart",
    "course of conduct": "how many occasions there must be",
    "several victims": "acts towards two or more people",
    "through others": "acts done by somebody else for the person",
    "individual": "who can be the person acted towards",
    "conduct": "what can be conduct at all",
    "alarm or distress": "what harassing a person includes",
    "suffering": "what the course of conduct must have caused the person acted towards",
    "stalking offence": "the named offence as a whole",
    "associated acts": "that the acts are ones associated with stalking, as a check apart",
    "stalking acts": "the list of acts the tags are taken from",
    "knows or ought to know": "what the other person knew, meant or ought to have known",
    "reasonable": "when it is not an offence: another reason for the contact",
    "fear": "fear of violence on so many occasions",
    "fear or serious distress": "two routes, looked at apart",
    "single threat": "an offence that one message can be",
    "single act": "an offence that one act can be",
    "other message": "other offences that one message can be",
    "how a message is dated": "when a message counts as sent, and where the section reaches",
    "second source": "that one person's word is not enough",
    "time limit": "how long there is to begin",
    "offence": "an offence as a whole, with how it is tried",
    "search": "a power of the police",
    "civil": "a claim or order the person can ask for",
    "order on acquittal": "an order that needs no conviction",
}
"""The closed list of what an element is for. Signs ask for a role, never for a section's number."""


@dataclass(frozen=True, slots=True)
class Route:
    """One way an element can be met, looked at apart: its number as written ("(i)", or "" where
    there is one way only), its words, which answers bear on it (of ASKED), on how many occasions at
    least (0 = not a number), and whether changes in daily life bear on it.
    """

    number: str = ""
    words: str = ""
    says: str = ""
    answers: tuple[str, ...] = ()
    at_least: int = 0
    daily_life: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """One thing the law asks for. `in_force` is None where the day was not read (`in_force_note`
    says why). `role`: of ROLES. `matrix`: its place in the element matrix, 0 = not in it.
    `towards`: whom the acts may be towards, where the law says more than one person. `months`: the
    time limit.
    """

    id: str
    section: str
    act: str
    title: str
    source: str
    read: str
    as_of: str
    in_force: date | None
    cannot_say: str
    bears: tuple[str, ...]
    role: str
    words: str = ""
    words_2: str = ""
    says: str = ""
    in_force_note: str = ""
    matrix: int = 0
    towards: str = ""
    months: int = 0
    routes: tuple[Route, ...] = ()

    def cited(self) -> dict[str, str]:
        """Return what a page prints of it, as text."""
        quoted = [f"“{w}”" for w in (self.words, self.words_2) if w]
        return {
            "id": self.id,
            "section": f"{self.act} {self.section}",
            "title": self.title,
            "words": "; ".join(quoted),
            "says": self.says,
            "source": sourced(self.source, self.read),
            "as_of": self.as_of,
            "in_force": in_force_words(self.in_force, self.in_force_note),
            "cannot_say": self.cannot_say,
        }


@dataclass(frozen=True, slots=True)
class Tag:
    """A sort of act a person may tag an incident with; its words are the statute's. `letter`: as
    the statute numbers it, "" where the text read shows none.
    """

    id: str
    words: str
    letter: str = ""

    def named(self) -> str:
        """Return "(b) contacting, …"."""
        return f"{self.letter} {self.words}".strip()


@dataclass(frozen=True, slots=True)
class OrderKind:
    """A kind of order: who applies for it, what it can hold, what breaking it is, what has to be
    shown for it. `called`: how people write its name, in small letters.
    """

    id: str
    name: str
    act: str
    section: str
    who_applies: str
    terms: str
    breach: str
    source: str
    read: str
    as_of: str
    in_force: date | None
    called: tuple[str, ...]
    standard: str = ""
    note: str = ""
    in_force_note: str = ""

    def cited(self) -> dict[str, str]:
        """Return what a page prints of it, as text."""
        return {
            "id": self.id,
            "section": f"{self.act} {self.section}",
            "title": self.name,
            "who_applies": self.who_applies,
            "terms": self.terms,
            "breach": self.breach,
            "standard": self.standard,
            "note": self.note,
            "source": sourced(self.source, self.read),
            "as_of": self.as_of,
            "in_force": in_force_words(self.in_force, self.in_force_note),
        }


@dataclass(frozen=True, slots=True)
class Decided:
    """What a court is reported to have said, with how much of it was read."""

    id: str
    sentence: str
    source: str
    read: str
    as_of: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something about the law that is not known here, said out loud."""

    what: str
    sentence: str
    source: str
    as_of: str


def sourced(source: str, read: str) -> str:
    """Return the source with how much of it was read, where that is not all of it."""
    return source if read == "in full" else f"{source} ({read})"


def in_force_words(day: date | None, note: str) -> str:
    """Return the day as ISO 8601, or "not verified" and why."""
    return day.isoformat() if day else f"{NOT_VERIFIED}: {note}"

"""What a person says that a hand-over needs: what must never go out with it, what was said to the
police, what may soon be gone, and who produces which file.

The one thing a reader would get wrong: `KeepBack` holds the secret itself. It is looked for in
every file that leaves the house and is never written into one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rainbook.record.answers import ANSWERS, CONTACTS, KEPT_BACK, PERISHABLES, UNSAID


@dataclass(frozen=True, slots=True)
class KeepBack:
    """This must not leave the house with any hand-over: an address, a place, a number."""

    kind: str = field(metadata={"one_of": KEPT_BACK})
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PoliceContact:
    """One contact with the police or another service: who said or promised what, and the reference.

    `at`: day or instant; `promised_by`: the day by which; `kept`: whether it was done.
    """

    at: str
    how: str = field(default="something else", metadata={"one_of": CONTACTS})
    who: str = ""
    station: str = ""
    reference: str = ""
    said: str = ""
    promised: str = ""
    promised_by: str = ""
    kept: str = field(default=UNSAID, metadata={"one_of": ANSWERS})
    event: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Perishable:
    """Something that may show it and may soon be gone: what, where, of when, and whether somebody
    asked for it. `kept_days`: how long it is kept, if known; 0 = not known.
    """

    what: str = field(metadata={"one_of": PERISHABLES})
    where: str = ""
    at: str = ""
    kept_days: int = 0
    asked_at: str = ""
    answer: str = ""
    event: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class ProducedBy:
    """Who will produce one original as an exhibit, and the initials that mark it."""

    original: str
    name: str
    initials: str


Care = KeepBack | PoliceContact | Perishable | ProducedBy

"""Who produces which original as an exhibit, and the letters that mark it.

The one thing a reader would get wrong: two producers may have the same initials. The first keeps
them; the next gets the initial of a middle name, or else further letters of the surname, so that no
two exhibits ever have the same reference. The register prints this rule where it was used.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rainbook.handover.interface import InitialsWanted
from rainbook.record import CaseFile, Disclosure, ProducedBy

RULE = (
    "The first producer keeps the initials. Another with the same initials gets the initial of a "
    "middle name, or else the next letters of the surname. Each producer's numbers begin at 1."
)


@dataclass(frozen=True, slots=True)
class Producer:
    """One producer: `name` as given ("" = not recorded), `initials` as given, `letters` as used."""

    name: str
    initials: str
    letters: str

    @property
    def changed(self) -> bool:
        """True where the letters are not the initials, because somebody else has those."""
        return self.letters != self.initials


@dataclass(frozen=True, slots=True)
class Producers:
    """`usual` produces whatever nobody else is said to; `of`: SHA-256 of an original → producer."""

    usual: Producer
    of: Mapping[str, Producer]

    def produces(self, original: str) -> Producer:
        """Return who produces an original."""
        return self.of.get(original, self.usual)

    @property
    def rule(self) -> str:
        """Return the rule in a sentence where it was used, "" where no two share initials."""
        every = {p.letters: p for p in (self.usual, *self.of.values())}
        return RULE if any(p.changed for p in every.values()) else ""


def letters_of(written: str) -> str:
    """Return initials in capitals (one to five letters). Raises InitialsWanted."""
    letters = "".join(c for c in written.upper() if not c.isspace() and c != ".")
    if not re.fullmatch("[A-Z]{1,5}", letters):
        raise InitialsWanted(
            f"{written!r} cannot mark exhibits. Give the initials of the person who will produce "
            "them, one to five letters from A to Z, such as AB."
        )
    return letters


def producers_of(case: CaseFile, disclosure: Disclosure) -> Producers:
    """Return who produces which original; the last decision in force about one counts. Raises
    InitialsWanted.
    """
    initials = letters_of(disclosure.initials)
    name = next((p.name for p in case.people if p.role == "complainant"), "")
    usual = Producer(name if _initials(name) == initials else "", initials, initials)
    said = {
        d.what.original: d.what
        for d in case.decisions
        if isinstance(d.what, ProducedBy) and not d.withdrawn
    }
    known: dict[tuple[str, str], Producer] = {(_folded(usual.name), initials): usual}
    taken = {initials}
    for what in said.values():
        theirs = letters_of(what.initials)
        key = (_folded(what.name), theirs)
        if not key[0] and theirs == initials:
            known[key] = usual  # the same initials and no other name: the same producer
        if key not in known:
            free = next(one for one in _tries(what.name, theirs) if one not in taken)
            known[key] = Producer(what.name.strip(), theirs, free)
            taken.add(free)
    of = {
        original: known[(_folded(what.name), letters_of(what.initials))]
        for original, what in said.items()
    }
    return Producers(usual, of)


def _tries(name: str, initials: str) -> Iterator[str]:
    """Yield the letters to try: the initials, a middle initial put in, letters of the surname put
    behind, then the alphabet.
    """
    yield initials
    parts = [p for p in (_plain(part) for part in name.split()) if p]
    for middle in parts[1:-1]:
        if len(initials) >= 2:
            yield f"{initials[:-1]}{middle[0]}{initials[-1]}"
    rest = parts[-1][1:] if parts else ""
    for count in range(1, len(rest) + 1):
        yield initials + rest[:count]
    for first in string.ascii_uppercase:
        yield initials + first
    for first in string.ascii_uppercase:
        for second in string.ascii_uppercase:
            yield initials + first + second


def _initials(name: str) -> str:
    return "".join(p[0] for p in (_plain(part) for part in name.split()) if p)


def _plain(text: str) -> str:
    """Return the letters A to Z of a name, accents taken off."""
    bare = unicodedata.normalize("NFKD", text).upper()
    return "".join(c for c in bare if c in string.ascii_uppercase)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())

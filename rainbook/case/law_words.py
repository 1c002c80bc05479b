"""What the law files say, for a page that needs no book.

The one thing a reader would get wrong: a nation whose file says nothing in a role comes back with
no entries and not left out, so that a page can say that nothing was read there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rainbook.findings.law import SOMETHING_ELSE, Element, Law, jurisdictions, load_law

__all__ = ["Acts", "LawEntry", "NationLaw", "acts_of_law", "law_in_role", "not_known_of_law"]


@dataclass(frozen=True, slots=True)
class LawEntry:
    """One entry: the section, the law's own `words` (each exact), what we say of it, and from when
    and where. `is_read`: whether its text was read at all.
    """

    section: str
    title: str
    words: tuple[str, ...]
    says: str
    source: str
    as_of: str
    is_read: bool


@dataclass(frozen=True, slots=True)
class NationLaw:
    """What one nation's file says in a role: entries in the order of the file, or none."""

    id: str
    name: str
    entries: tuple[LawEntry, ...]


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts one nation's law gives as examples, as it numbers and words them."""

    name: str
    entry: LawEntry
    acts: tuple[str, ...]


def law_in_role(*roles: str) -> tuple[NationLaw, ...]:
    """Return what each nation's law says in any of these roles. Raises LawNotUsable for a word that
    is no role.
    """
    return tuple(
        NationLaw(law.jurisdiction, law.name, tuple(
            _entry(one) for role in roles for one in law.with_role(role)
        ))
        for law in _laws()
    )


def acts_of_law() -> tuple[Acts, ...]:
    """Return the list of examples of each nation's law, without the program's own "something
    else".
    """
    return tuple(
        Acts(law.name, _entry(found), tuple(
            tag.named() for tag in law.tags if tag.id != SOMETHING_ELSE
        ))
        for law in _laws() if (found := law.role("stalking acts")) is not None
    )


def not_known_of_law() -> tuple[tuple[str, str, str], ...]:
    """Return what each file says is not known: the nation, the sentence, its day."""
    return tuple(
        (law.name, one.sentence, one.as_of) for law in _laws() for one in law.unknowns
    )


def _laws() -> Sequence[Law]:
    return [load_law(name) for name in jurisdictions()]


def _entry(one: Element) -> LawEntry:
    cited = one.cited()
    return LawEntry(
        cited["section"], one.title, tuple(w for w in (one.words, one.words_2) if w), one.says,
        cited["source"], one.as_of, one.read != "not read",
    )

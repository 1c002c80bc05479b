"""The law as dated data: one TOML file for each jurisdiction, checked when it is read.

The one thing a reader would get wrong: law without a date is wrong law. Which element could apply
is asked for the day of the act, and an element whose first day was never read says so; it is not
taken to have always been there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from importlib.resources import files
from typing import Any

from rainbook.record import RainbookError

NOT_VERIFIED = "not verified"
READ = ("in full", "in part", "not read")


class LawNotUsable(RainbookError):
    """A law file is missing or says less than it must; the sentence names the file, the entry and
    the field.
    """


@dataclass(frozen=True, slots=True)
class Element:
    """One thing the law asks for. `in_force` is None where the day was not read (`in_force_note`
    says why).
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
    words: str = ""
    words_2: str = ""
    says: str = ""
    in_force_note: str = ""

    def cited(self) -> dict[str, str]:
        """Return what a page prints of it, as text."""
        quoted = [f"“{w}”" for w in (self.words, self.words_2) if w]
        return {
            "id": self.id,
            "section": f"{self.act} {self.section}",
            "title": self.title,
            "words": "; ".join(quoted),
            "says": self.says,
            "source": self.source,
            "as_of": self.as_of,
            "in_force": self.in_force.isoformat()
            if self.in_force
            else f"{NOT_VERIFIED}: {self.in_force_note}",
            "cannot_say": self.cannot_say,
        }


@dataclass(frozen=True, slots=True)
class Tag:
    """A sort of act a person may tag an incident with; its words are the statute's."""

    id: str
    words: str


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


@dataclass(frozen=True)
class Law:
    """One jurisdiction: elements, tags, cases and what is not known."""

    jurisdiction: str
    name: str
    as_of: str
    note: str
    elements: tuple[Element, ...]
    tags: tuple[Tag, ...]
    cases: tuple[Decided, ...]
    unknowns: tuple[Unknown, ...]

    def element(self, name: str) -> Element:
        """Return the element with this id, or raise LawNotUsable."""
        for one in self.elements:
            if one.id == name:
                return one
        raise LawNotUsable(
            f"The law file for {self.name} has no element {name!r}. Put it back, or use the file "
            "that came with this version."
        )

    def case(self, name: str) -> Decided:
        """Return the case with this id, or raise LawNotUsable."""
        for one in self.cases:
            if one.id == name:
                return one
        raise LawNotUsable(
            f"The law file for {self.name} has no case {name!r}. Put it back, or use the file that "
            "came with this version."
        )

    def in_force_on(self, day: date) -> tuple[Element, ...]:
        """Return the elements that could apply to an act on that day; those with no known first day
        are among them.
        """
        return tuple(e for e in self.elements if e.in_force is None or e.in_force <= day)

    def not_yet_on(self, day: date) -> tuple[Element, ...]:
        """Return the elements that came later and do not reach back to that day."""
        return tuple(e for e in self.elements if e.in_force is not None and e.in_force > day)


def load_law(jurisdiction: str = "england_wales") -> Law:
    """Return the law file of that name that came with this version. Raises LawNotUsable."""
    found = files(__name__) / f"{jurisdiction}.toml"
    if not jurisdiction.isidentifier() or not found.is_file():
        raise LawNotUsable(
            f"There is no law file for {jurisdiction!r}. The one that comes with this version is "
            "england_wales."
        )
    return read_law(found.read_text("utf-8"), f"{jurisdiction}.toml")


def read_law(text: str, name: str) -> Law:
    """Return the law a TOML text holds, checked field by field. Raises LawNotUsable naming what is
    missing.
    """
    try:
        given: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise LawNotUsable(
            f"{name} is not a TOML file that can be read: {wrong}. Put back the file that came "
            "with this version."
        ) from wrong
    at = f"{name}, first lines"
    elements = tuple(
        _element(e, f"{name}, element {_called(e)}") for e in _list(given, "element", name)
    )
    made = Law(
        jurisdiction=_text(given, "jurisdiction", at),
        name=_text(given, "name", at),
        as_of=_as_of(given, at),
        note=_text(given, "note", at),
        elements=elements,
        tags=tuple(
            Tag(_text(t, "id", name), _text(t, "words", name)) for t in _list(given, "tag", name)
        ),
        cases=tuple(_case(c, f"{name}, case {_called(c)}") for c in _list(given, "case", name)),
        unknowns=tuple(
            _unknown(u, f"{name}, unknown {_called(u)}") for u in _list(given, "unknown", name)
        ),
    )
    _only(given, {"jurisdiction", "name", "as_of", "note", "element", "tag", "case", "unknown"}, at)
    ids = [e.id for e in elements]
    for twice in {i for i in ids if ids.count(i) > 1}:
        raise LawNotUsable(f"{name} has two elements called {twice!r}. Give one another id.")
    return made


def _element(given: Mapping[str, Any], at: str) -> Element:
    _only(given, {f.name for f in fields(Element)}, at)
    in_force = given.get("in_force")
    if in_force == NOT_VERIFIED:
        _text(given, "in_force_note", at)
    else:
        in_force = _day(given, "in_force", at)
    if not (given.get("words") or given.get("says")):
        raise LawNotUsable(f"{at}: it needs `words` (exact, quoted) or `says` (our paraphrase).")
    bears = given.get("bears")
    if not isinstance(bears, list) or not bears or not all(isinstance(b, str) for b in bears):
        raise LawNotUsable(f"{at}: `bears` must be a list of what evidence bears on it.")
    must = {
        k: _text(given, k, at) for k in ("id", "section", "act", "title", "source", "cannot_say")
    }
    may = {k: str(given.get(k, "")) for k in ("words", "words_2", "says", "in_force_note")}
    return Element(
        **must,
        **may,
        read=_read(given, at),
        as_of=_as_of(given, at),
        in_force=None if in_force == NOT_VERIFIED else in_force,
        bears=tuple(bears),
    )


def _case(given: Mapping[str, Any], at: str) -> Decided:
    _only(given, {f.name for f in fields(Decided)}, at)
    return Decided(
        _text(given, "id", at),
        _text(given, "sentence", at),
        _text(given, "source", at),
        _read(given, at),
        _as_of(given, at),
        str(given.get("words", "")),
    )


def _unknown(given: Mapping[str, Any], at: str) -> Unknown:
    return Unknown(
        _text(given, "what", at),
        _text(given, "sentence", at),
        _text(given, "source", at),
        _as_of(given, at),
    )


def _called(given: object) -> str:
    return (
        str(given.get("id") or given.get("what") or "without a name")
        if isinstance(given, Mapping)
        else "without a name"
    )


def _list(given: Mapping[str, Any], key: str, name: str) -> Sequence[Mapping[str, Any]]:
    found = given.get(key, [])
    if not isinstance(found, list) or not all(isinstance(f, dict) for f in found):
        raise LawNotUsable(f"{name}: `{key}` must be written as [[{key}]] tables.")
    return found


def _text(given: Mapping[str, Any], key: str, at: str) -> str:
    found = given.get(key)
    if not isinstance(found, str) or not found.strip():
        raise LawNotUsable(
            f"{at}: `{key}` is missing or empty. Every entry says where it comes from and when it "
            "was read."
        )
    return found


def _day(given: Mapping[str, Any], key: str, at: str) -> date:
    found = given.get(key)
    if type(found) is not date:
        raise LawNotUsable(
            f"{at}: `{key}` must be a day such as 2012-11-25, without quotation marks."
        )
    return found


def _as_of(given: Mapping[str, Any], at: str) -> str:
    found = _text(given, "as_of", at)
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", found):
        raise LawNotUsable(
            f'{at}: `as_of` must be a year, month or day in quotation marks, such as "2015".'
        )
    return found


def _read(given: Mapping[str, Any], at: str) -> str:
    found = _text(given, "read", at)
    if found not in READ:
        raise LawNotUsable(f"{at}: `read` must be one of: {', '.join(READ)}.")
    return found


def _only(given: Mapping[str, Any], known: set[str], at: str) -> None:
    extra = sorted(set(given) - known)
    if extra:
        raise LawNotUsable(
            f"{at}: this version does not know {', '.join(extra)}. Check the spelling."
        )

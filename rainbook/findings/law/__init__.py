"""The law as dated data: one TOML file for each jurisdiction, checked when it is read.

The one thing a reader would get wrong: law without a date is wrong law. Which element could apply
is asked for the day of the act, and an element whose first day was never read says so; it is not
taken to have always been there. How a file is written: docs/add-a-law.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from rainbook.findings.law.entries import (
    ASKED,
    NOT_VERIFIED,
    READ,
    ROLES,
    SOMETHING_ELSE,
    Decided,
    Element,
    OrderKind,
    Route,
    Tag,
    Unknown,
)
from rainbook.findings.law.fields import LawNotUsable
from rainbook.findings.law.reading import parts_of

__all__ = [
    "ASKED",
    "NOT_VERIFIED",
    "READ",
    "ROLES",
    "SOMETHING_ELSE",
    "Decided",
    "Element",
    "Law",
    "LawNotUsable",
    "OrderKind",
    "Route",
    "Tag",
    "Unknown",
    "jurisdictions",
    "load_law",
    "read_law",
]


@dataclass(frozen=True)
class Law:
    """One jurisdiction: elements, tags, orders, cases and what is not known."""

    jurisdiction: str
    name: str
    as_of: str
    note: str
    elements: tuple[Element, ...]
    tags: tuple[Tag, ...]
    cases: tuple[Decided, ...]
    unknowns: tuple[Unknown, ...]
    orders: tuple[OrderKind, ...] = ()

    def element(self, name: str) -> Element:
        """Return the element with this id, or raise LawNotUsable."""
        for one in self.elements:
            if one.id == name:
                return one
        raise _not_there(self, "element", name)

    def role(self, name: str) -> Element | None:
        """Return the first element of the file that has this role (of ROLES), or None: not every
        jurisdiction has each. Raises LawNotUsable for a word that is not a role.
        """
        return next(iter(self.with_role(name)), None)

    def with_role(self, name: str) -> tuple[Element, ...]:
        """Return every element with this role, in the order of the file. Raises LawNotUsable."""
        if name not in ROLES:
            raise LawNotUsable(f"{name!r} is not a role. The roles are: {', '.join(ROLES)}.")
        return tuple(e for e in self.elements if e.role == name)

    def in_matrix(self) -> tuple[Element, ...]:
        """Return the elements of the matrix in their order."""
        return tuple(sorted((e for e in self.elements if e.matrix), key=lambda e: e.matrix))

    def case(self, name: str) -> Decided:
        """Return the case with this id, or raise LawNotUsable."""
        found = self.case_or_none(name)
        if found is None:
            raise _not_there(self, "case", name)
        return found

    def case_or_none(self, name: str) -> Decided | None:
        """Return the case with this id, None where this jurisdiction's file has none."""
        return next((one for one in self.cases if one.id == name), None)

    def order(self, name: str) -> OrderKind | None:
        """Return the kind of order by its id or by how a person wrote its name, else None."""
        written = " ".join(name.casefold().replace("-", " ").split())
        return next((o for o in self.orders if name == o.id or written in o.called), None)

    def in_force_on(self, day: date) -> tuple[Element, ...]:
        """Return the elements that could apply to an act on that day; those with no known first day
        are among them.
        """
        return tuple(e for e in self.elements if e.in_force is None or e.in_force <= day)

    def not_yet_on(self, day: date) -> tuple[Element, ...]:
        """Return the elements that came later and do not reach back to that day."""
        return tuple(e for e in self.elements if e.in_force is not None and e.in_force > day)


def _not_there(law: Law, what: str, name: str) -> LawNotUsable:
    return LawNotUsable(
        f"The law file for {law.name} has no {what} {name!r}. Put it back, or use the file that "
        "came with this version."
    )


def jurisdictions() -> Sequence[str]:
    """Return the names of the law files that came with this version, in order."""
    found = (f.name for f in files(__name__).iterdir())
    return sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml"))


def load_law(jurisdiction: str = "england_wales") -> Law:
    """Return the law file of that name that came with this version. Raises LawNotUsable."""
    known = jurisdictions()
    if jurisdiction not in known:
        raise LawNotUsable(
            f"There is no law file for {jurisdiction!r}. Those that come with this version are: "
            f"{', '.join(known)}."
        )
    return read_law(
        (files(__name__) / f"{jurisdiction}.toml").read_text("utf-8"), f"{jurisdiction}.toml"
    )


def read_law(text: str, name: str) -> Law:
    """Return the law a TOML text holds, checked field by field. Raises LawNotUsable naming what is
    missing.
    """
    return Law(**parts_of(text, name))

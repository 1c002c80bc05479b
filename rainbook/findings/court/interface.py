"""What every question is given, and what it gives back.

The one thing a reader would get wrong: all that a question may use is here. It reads what was
recorded and what the person said; it never reads the words of a message for what they mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, runtime_checkable

from rainbook.findings import acts, wording
from rainbook.findings.facts import ALARMING, HEAVY, Facts, Said, facts_of
from rainbook.findings.links import Linked, links_of
from rainbook.findings.links_kinds import after_refusal, is_unwelcome
from rainbook.findings.refusals import Refusal, refusals_of
from rainbook.findings.said_times import spans_of
from rainbook.record import CaseFile, History, Line, Person

__all__ = [
    "ALARMING",
    "HEAVY",
    "Asked",
    "Question",
    "Seen",
    "acts",
    "is_unwelcome",
    "past_line",
    "spans_of",
    "wording",
]

GRAVE_PASTS = ("violence", "threats", "conviction or caution")


@dataclass(frozen=True)
class Seen:
    """One person's acts as a question sees them."""

    case: CaseFile
    person: Person

    @cached_property
    def linked(self) -> Linked:
        """Return what links the acts."""
        return links_of(self.case, self.person)

    @property
    def rows(self) -> tuple[int, ...]:
        """Return the counted acts towards the complainant."""
        return self.linked.acts.rows

    @property
    def facts(self) -> Facts:
        """Return what was decided about this person."""
        return self.linked.facts

    @cached_property
    def sorts(self) -> dict[int, str]:
        """Return the sort of each act, "" where it is not recorded."""
        return dict(zip(self.rows, self.linked.sorts, strict=True))

    @cached_property
    def refused(self) -> tuple[Refusal | None, frozenset[int]]:
        """Return the first refusal and the acts recorded, or said, to be after it."""
        first, after, said = after_refusal(self.case, self.person, self.linked.acts, self.facts)
        return first, frozenset((*after, *said))

    @cached_property
    def told_to_stop(self) -> frozenset[int]:
        """Return the complainant's own messages that are refusals: they are no taking part."""
        given = refusals_of(self.case, self.person)
        return frozenset(r.row for r in given if r.row is not None)

    def grave_past(self) -> list[Said[History]]:
        """Return what is recorded of violence, threats or a conviction before the first act: a
        later act may be read in its light.
        """
        return [s for s in self.facts.all(History) if s.what.past in GRAVE_PASTS]

    @property
    def me(self) -> str:
        """Return the complainant's name."""
        return acts.complainant(self.case)

    def others(self) -> list[tuple[Person, Facts]]:
        """Return the other people said to be the other side."""
        found = [p for p in self.case.people if p.role == "suspect" and p != self.person]
        return [(p, facts_of(self.case, p)) for p in found]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whether what is recorded raises the question, and the lines that say so or say why not."""

    raised: bool
    lines: tuple[Line, ...]


@runtime_checkable
class Question(Protocol):
    """One question. `name` is short and stable; `title` is what a court may ask, in plain words."""

    name: str
    title: str

    def ask(self, seen: Seen) -> Asked:
        """Return whether what is recorded raises the question for this person, with what cites."""
        ...


def past_line(seen: Seen) -> tuple[Line, ...]:
    """Return the line that says what had happened before, where something grave had."""
    told = seen.grave_past()
    if not told:
        return ()
    what = wording.listed(sorted({s.what.past for s in told}))
    said = f"What had happened before the first act is recorded: {what}."
    return (Line(said, (), tuple(s.number for s in told)),)

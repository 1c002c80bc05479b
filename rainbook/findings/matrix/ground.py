"""What the lines of the matrix are made from: one person's acts, what was said about them, and
which of them lie before the law.

The one thing a reader would get wrong: an act that was never asked about is "not said, or not
asked". It is neither "no" nor "do not know", and each of the three has a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

import numpy as np

from rainbook.findings import acts, wording
from rainbook.findings.facts import Facts, Said, facts_of
from rainbook.findings.law import Element, Law
from rainbook.findings.refusals import Refusal, refusals_of
from rainbook.findings.said_times import when_of
from rainbook.record import DO_NOT_KNOW, NO_TIME, UNSAID, CaseFile, Impact, Line, Person

T = TypeVar("T")
ASKED_AS = {
    "alarm": "Alarm",
    "distress": "Distress",
    "fear_of_violence": "Fear of violence",
}


@dataclass
class Held:
    """The three columns of a line, while they are filled."""

    bears: list[Line] = field(default_factory=list)
    weakens: list[Line] = field(default_factory=list)
    gaps: list[Line] = field(default_factory=list)

    def add(self, other: Held) -> None:
        """Put another's lines after these."""
        self.bears += other.bears
        self.weakens += other.weakens
        self.gaps += other.gaps

    def gap(self, sentence: str, rows: Sequence[int] = (), decisions: Sequence[int] = ()) -> None:
        """Note something that is not recorded."""
        self.gaps.append(Line(sentence, tuple(rows), tuple(decisions)))


@dataclass(frozen=True)
class Known:
    """What is the same for every element: the acts, what was said, the refusals. `mine`: rows that
    are this person's counted acts, or were sent to them.
    """

    case: CaseFile
    person: Person
    law: Law
    acts: acts.Acts
    facts: Facts
    refusals: tuple[Refusal, ...]
    mine: frozenset[int]

    @property
    def me(self) -> str:
        """The complainant's name."""
        return acts.complainant(self.case)

    @property
    def them(self) -> str:
        """The other person's name."""
        return self.person.name

    def said(self, kind: type[T]) -> list[Said[T]]:
        """Return what was said of this kind about this person's acts, or about no act."""
        return [s for s in self.facts.all(kind) if s.row is None or s.row in self.mine]

    def many_suspects(self) -> bool:
        """Say whether more than one person is recorded whose acts a change could follow."""
        return sum(1 for p in self.case.people if p.role == "suspect") > 1


@dataclass(frozen=True)
class Ground:
    """One element, with the acts it can be held against: `rows` towards the complainant, `others`
    towards somebody else (with whom), `early` before its first day, `unsure` maybe before it.
    """

    known: Known
    element: Element
    rows: tuple[int, ...]
    others: tuple[tuple[int, str], ...]
    early: tuple[int, ...]
    unsure: tuple[int, ...]

    def scope(self) -> tuple[int, ...]:
        """Return the rows the element speaks of: others too, where the law says anybody."""
        return (*self.rows, *(r for r, _ in self.others)) if self.element.towards else self.rows

    def on_scope(self, kind: type[T]) -> list[Said[T]]:
        """Return what was said of this kind about an act in scope."""
        return [s for s in self.known.facts.all(kind) if s.row in self._inside]

    @cached_property
    def _inside(self) -> frozenset[int]:
        return frozenset(self.scope())


def known_of(case: CaseFile, person: Person, law: Law) -> Known:
    """Return what every element of the matrix is held against."""
    found = acts.acts_of(case, person)
    sent = acts.own_replies(case, person)
    mine = {*found.rows, *(r for r, _ in found.elsewhere), *([] if sent is None else sent.tolist())}
    refusals = tuple(refusals_of(case, person))
    return Known(case, person, law, found, facts_of(case, person), refusals, frozenset(mine))


def ground_of(known: Known, element: Element) -> Ground:
    """Return the acts an element can be held against: those before its first day stand apart."""
    found = known.acts
    start = element.in_force and when_of(element.in_force.isoformat(), known.case.zone)
    if not start:
        return Ground(known, element, found.rows, found.elsewhere, (), ())
    spans = [acts.span_of(known.case, r) for r, _ in found.elsewhere]
    first = np.concatenate([found.first, np.array([a for a, _ in spans], np.int64)])
    last = np.concatenate([found.last, np.array([b for _, b in spans], np.int64)])
    dated = first != NO_TIME
    early = dated & (last < start[0])
    unsure = dated & (first < start[0]) & ~early
    if not (early.any() or unsure.any()):
        return Ground(known, element, found.rows, found.elsewhere, (), ())
    all_of = (*found.rows, *(r for r, _ in found.elsewhere))
    cut = len(found.rows)
    return Ground(
        known,
        element,
        tuple(found.rows[i] for i in np.flatnonzero(~early[:cut]).tolist()),
        tuple(found.elsewhere[i] for i in np.flatnonzero(~early[cut:]).tolist()),
        tuple(all_of[i] for i in np.flatnonzero(early).tolist()),
        tuple(all_of[i] for i in np.flatnonzero(unsure).tolist()),
    )


def before_the_law(ground: Ground) -> Held:
    """Say which acts lie before the element's first day, and for which that cannot be told."""
    held, element = Held(), ground.element
    if element.in_force is None or not (ground.early or ground.unsure):
        return held
    day, section = wording.day_words(element.in_force), element.section
    if ground.early:
        held.weakens.append(
            Line(
                f"{_acts(ground.early)} before {day}, left out here: {section} was not in force "
                "then and does not reach back.",
                ground.early,
            )
        )
    if ground.unsure:
        held.gap(
            f"Whether {_acts(ground.unsure)} came before {day}, when {section} came into force, is "
            "not recorded.",
            ground.unsure,
        )
    return held


def no_act(ground: Ground) -> str:
    """Return the sentence for an element that no act is left for."""
    day = ground.element.in_force
    since = f" from {wording.day_words(day)} on" if day and ground.early else ""
    return f"No act by {ground.known.them}{since} is recorded."


def _acts(rows: Sequence[int]) -> str:
    return wording.many(len(rows), "act")


@dataclass(frozen=True)
class Answers:
    """What was answered to one question about each act: the rows and decisions of each answer."""

    asked: str
    yes: tuple[tuple[int, int], ...]
    no: tuple[tuple[int, int], ...]
    unknown: tuple[tuple[int, int], ...]
    unsaid: tuple[int, ...]
    changed: tuple[tuple[int, int], ...]

    @property
    def name(self) -> str:
        """The question in words."""
        return ASKED_AS[self.asked]


def answers_of(ground: Ground, asked: str) -> Answers:
    """Return the answers to one question of `Impact`, act by act: the latest word holds, and a word
    that was changed is kept as that.
    """
    given: dict[int, list[tuple[str, int]]] = {}
    for said in ground.on_scope(Impact):
        answer = getattr(said.what, asked)
        if answer != UNSAID and said.row is not None:
            given.setdefault(said.row, []).append((answer, said.number))
    by_answer: dict[str, list[tuple[int, int]]] = {}
    changed = []
    for row in ground.scope():
        if row not in given:
            continue
        answer, number = given[row][-1]
        by_answer.setdefault(answer, []).append((row, number))
        if len({a for a, _ in given[row]}) > 1:
            changed.append((row, number))
    yes, no, unknown = (tuple(by_answer.get(a, ())) for a in ("yes", "no", DO_NOT_KNOW))
    unsaid = tuple(r for r in ground.scope() if r not in given)
    return Answers(asked, yes, no, unknown, unsaid, tuple(changed))


def line(text: str, found: Iterable[tuple[int | None, int]]) -> Line:
    """Return a line that rests on pairs of row (None = no row) and decision."""
    pairs = list(found)
    rows = tuple(dict.fromkeys(r for r, _ in pairs if r is not None))
    return Line(text, rows, tuple(dict.fromkeys(n for _, n in pairs)))


def of(said: Iterable[Said[T]]) -> list[tuple[int | None, int]]:
    """Return the row and the decision of each thing said."""
    return [(s.row, s.number) for s in said]


def quoted(words: str) -> str:
    """Return “words” after a colon, or nothing where none were given."""
    return f": “{' '.join(words.split())}”" if words.strip() else ""


def occasions(ground: Ground, rows: Sequence[int]) -> tuple[int, int, int]:
    """Return how many acts, and the fewest sessions and days they make. Acts towards others are in
    the first number only.
    """
    known, inside = ground.known, set(ground.rows)
    mine = [r for r in rows if r in inside]
    gap = acts.gap_minutes(known.case)
    sessions = known.acts.count_sessions(mine, gap)[0] if mine else 0
    days = known.acts.count_days(mine, known.case.zone)[0] if mine else 0
    return len(rows), sessions, days


def three_ways(ground: Ground, rows: Sequence[int]) -> str:
    """Return "2 acts, at least 1 session, at least 1 day": the three groupings side by side."""
    known, inside = ground.known, set(ground.rows)
    mine = [r for r in rows if r in inside]
    parts = [wording.many(len(rows), "act")]
    if mine:
        gap = acts.gap_minutes(known.case)
        parts.append(wording.at_least(known.acts.count_sessions(mine, gap), "session"))
        parts.append(wording.at_least(known.acts.count_days(mine, known.case.zone), "day"))
    return ", ".join(parts)

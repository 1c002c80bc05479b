"""What was said already about a person or an entry, and which questions that leaves open.

The one thing a reader would get wrong: this reads the record the way `rainbook tell` reads it. A
question answered or passed over at the keyboard is answered or passed over here, and back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rainbook.case import Book
from rainbook.record import (
    NO_TIME,
    Answered,
    CaseFile,
    Decided,
    NotAsked,
    Person,
    rows_named,
)
from rainbook.web.tell.kinds import Question
from rainbook.web.tell.plain_text import plain

OPEN, ANSWERED, PASSED = "", "answered", "passed over"


@dataclass(frozen=True, slots=True)
class One:
    """One question about one person or entry, as it stands now.

    `given`: fields of the decision that are known already. `values`: for its sentences. `state`:
    OPEN, ANSWERED or PASSED. `said`: the decisions that answer it.
    """

    question: Question
    key: str
    place: str
    given: Mapping[str, Any]
    values: Mapping[str, str] = field(default_factory=dict)
    state: str = OPEN
    said: tuple[Decided, ...] = ()


@dataclass
class Standing:
    """Everything that stands about a person, or about one entry and that person.

    `event`: the reference of the entry, "" for the person. `near`: the day (ISO 8601) near which
    other entries are looked for, "" for that of the entry. `case` may be older than the last
    answers; who the people and the entries are is up to date in it.
    """

    book: Book
    case: CaseFile
    person: Person
    event: str = ""
    near: str = ""
    decisions: tuple[Decided, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.decisions = tuple(d for d in self.book.decisions() if not d.withdrawn)

    @property
    def about(self) -> str:
        """What the record says a question is about: the person's short word, or the reference."""
        return self.event or self.person.key

    def said(self, *kinds: type[Any]) -> list[Decided]:
        """Return what was said of these kinds about the same person, and the same entry or none."""
        found = []
        for one in self.decisions:
            what: Any = one.what
            theirs = bool(self.event) or getattr(what, "person", "") in ("", self.person.key)
            if isinstance(what, kinds) and theirs and getattr(what, "event", "") == self.event:
                found.append(one)
        return found

    def all(self, *kinds: type[Any]) -> list[Decided]:
        """Return everything of these kinds that was said about the person, entry or not."""
        return [
            d for d in self.decisions
            if isinstance(d.what, kinds) and getattr(d.what, "person", "") == self.person.key
        ]

    def noted(self, *keys: str) -> tuple[Decided, ...]:
        """Return what was noted under these keys: answered with no or do not know, passed over."""
        return tuple(
            d for d in self.decisions
            if isinstance(d.what, Answered | NotAsked)
            and d.what.question in keys and d.what.about == self.about
        )

    def row(self) -> int:
        """Return the row of the entry in the case's table."""
        return rows_named(self.case.table, (self.event,))[self.event]

    def without_time(self) -> bool:
        """Return whether the entry has no time that could be read."""
        return int(self.case.table.earliest[self.row()]) == NO_TIME

    def placed(self) -> Person | None:
        """Return whose act the entry is said to be, a guess included; None where nobody said."""
        row = self.row()
        index = max(int(self.case.person_of[row]), int(self.case.guessed_of[row]))
        return self.case.people[index] if index >= 0 else None

    def all_open(self, questions: Sequence[Question]) -> tuple[One, ...]:
        """Return every question in its order, with how it stands."""
        return tuple(self._judged(one) for q in questions for one in self._spread(q))

    def _spread(self, question: Question) -> Sequence[One]:
        if question.spread is not None:
            return question.spread(self, question)
        return (self.one(question),)

    def one(self, question: Question, which: str = "", **values: str) -> One:
        """Return a question about this person or entry. `which`: of several, the one meant."""
        names = {f for f in ("person", "event") if f in question.makes.__dataclass_fields__}
        filled = {"person": self.person.key, "event": self.event}
        return One(
            question,
            f"{question.key} {which}".strip(),
            f"{question.place}-{which.replace(' ', '-')}" if which else question.place,
            {name: filled[name] for name in names},
            {"name": plain(self.person.name), **values},
        )

    def _judged(self, one: One) -> One:
        question = one.question
        found = (question.find or _made)(self, one)
        noted = self.noted(*(question.keys or (one.key,)))
        answers = [d for d in noted if isinstance(d.what, Answered)]
        if found or answers or (question.done is not None and question.done(self)):
            return replace(one, state=ANSWERED, said=(*found, *answers))
        return replace(one, state=PASSED if noted else OPEN)


def _made(standing: Standing, one: One) -> list[Decided]:
    return standing.said(one.question.makes)

"""A talk with the person: one question at a time, each of which can be passed over.

The one thing a reader would get wrong: passing over is not an answer, "I do not know" is one, and
neither is ever taken for "no". Words that were typed are kept exactly as they were typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from rainbook.case import Book, said_stretch, said_time
from rainbook.cli.desk import answer, answer_exactly
from rainbook.cli.screen import out, say
from rainbook.record import (
    DO_NOT_KNOW,
    PURPOSES,
    Answered,
    CaseFile,
    Decided,
    Decision,
    NotAsked,
    Person,
    RainbookError,
)

BASES_SAID = (
    ("own number", "it is their own number or account, I have known it before"),
    ("named sender", "it is the name I saved for them, or the name shown"),
    ("recognised", "I recognise the voice, the words or what they knew"),
    ("seen", "I saw them do it"),
    ("guess", "I think so and cannot be sure (kept apart, never counted)"),
)
PURPOSES_SAID = (("none", "nothing: it has no other purpose"), *PURPOSES[1:])
"""Stands as the reason of a `not-asked` that was answered, where the answer adds nothing else."""
_WHY = "asked one by one"
_WHEN = "(a day like 2024-03-24, a month, a year, or with the time; Enter to leave it open)"
_DAY = '(a day like 2024-03-24, or "2024-03-24 18:40"; Enter to leave it open)'
T = TypeVar("T")


class Enough(Exception):
    """The person wants to stop here."""


def typed(question: str) -> str:
    """Return what was typed; "" for Enter. Raises Enough for q."""
    given = answer(question)
    if given.lower() == "q":
        raise Enough
    return given


def choice(question: str, most: int, letters: str = "") -> str:
    """Return a number from 1 to `most`, one of the letters, or "" for skip. Raises Enough."""
    while True:
        given = typed(question).lower()
        if given == "" or (len(given) == 1 and given in letters):
            return given
        if re.fullmatch("[0-9]{1,9}", given) and 1 <= int(given) <= most:
            return str(int(given))
        say(f"{given!r} is none of the choices. Enter skips, q stops.")


@dataclass
class Talk:
    """One talk about a person, or about one entry. `about`: the short word, or the reference.

    `case` is as it was when the talk began.

    `again`: also ask what was passed over. `insist`: ask everything (one part was gone to).
    `listing`: where it is a list, nothing is asked and each question is put into it. `stopping`:
    q was typed inside a question; what was said of it is still written down first.
    """

    book: Book
    case: CaseFile
    person: Person
    about: str
    again: bool = False
    insist: bool = False
    listing: list[dict[str, str]] | None = None
    part: str = ""
    asked: int = field(default=0, init=False)
    stopping: bool = field(default=False, init=False)

    def said(self, kind: type[T]) -> Iterator[T]:
        """Yield what was said of this kind about the same person, and the same entry or none."""
        event = "" if self.about == self.person.key else self.about
        for one in self.standing():
            what: Any = one.what
            theirs = bool(event) or getattr(what, "person", "") in ("", self.person.key)
            if isinstance(what, kind) and theirs and getattr(what, "event", "") == event:
                yield what

    def standing(self) -> list[Decided]:
        """Return every decision in force."""
        return [d for d in self.book.decisions() if not d.withdrawn]

    def open(self, question: str, *kinds: type[Any], done: bool = False) -> bool:
        """Return whether a question is to be asked now. `done`: it was answered in another way."""
        self._go_on()
        said = done or any(True for kind in kinds for _ in self.said(kind))
        state = "answered" if said else self._state(question)  # passed over, and answered later
        if self.listing is not None:
            self.listing.append(
                {
                    "part": self.part,
                    "question": question,
                    "about": self.about,
                    "state": state or "open",
                }
            )
            return False
        if state and not self.insist and not (self.again and state == "passed over"):
            return False
        self.asked += 1
        return True

    def _state(self, question: str) -> str:
        found = [
            d.what
            for d in self.standing()
            if isinstance(d.what, (NotAsked, Answered))
            and (d.what.question, d.what.about) == (question, self.about)
        ]
        if any(isinstance(what, Answered) for what in found):
            return "answered"
        return "passed over" if found else ""

    def pick(
        self,
        question: str,
        sentence: str,
        options: Sequence[str | tuple[str, str]],
        *,
        unsure: bool = True,
        nothing: str = "",
    ) -> str:
        """Return the option picked, or "" where nothing more is to be said.

        `unsure`: "do not know" is returned like an option; else it is written down here.
        `nothing`: a last option ("no, never"), written down here as the answer.
        """
        self._go_on()
        say("\n" + sentence)
        pairs = [(o, o) if isinstance(o, str) else o for o in options]
        pairs = [p for p in pairs if p[0] != DO_NOT_KNOW or p[1] != DO_NOT_KNOW]
        texts = [text for _, text in pairs] + ([nothing] if nothing else [])
        for number, text in enumerate(texts, 1):
            say(f"{number}  {text}", "  ")
        out("  d  I do not know")
        chosen = choice("Which one? (Enter passes it over) ", len(texts), "d")
        if chosen == "":
            self.passed(question)
        elif chosen == "d" and not unsure:
            self.answered(question, DO_NOT_KNOW)
        elif chosen == "d":
            return DO_NOT_KNOW
        elif int(chosen) > len(pairs):
            self.answered(question, nothing)
        else:
            return pairs[int(chosen) - 1][0]
        return ""

    def yes(self, question: str, sentence: str) -> bool:
        """Return whether the answer is yes; no, do not know and passed over are written down."""
        return self.pick(question, sentence, ["yes"], unsure=False, nothing="no") == "yes"

    def more(self, sentence: str) -> bool:
        """Return whether there is more of the same to say."""
        return self._inside(lambda: choice(f"\n{sentence} (1 for yes, Enter for no) ", 1)) == "1"

    def choose(self, sentence: str, options: Sequence[str | tuple[str, str]]) -> str:
        """Return one of the options of a question inside another, "" for none of them."""
        if self.stopping:
            return ""
        say(sentence)
        pairs = [(o, o) if isinstance(o, str) else o for o in options]
        for number, (_, text) in enumerate(pairs, 1):
            say(f"{number}  {text}", "  ")
        asked = "Which one? (Enter to leave it open) "
        chosen = self._inside(lambda: choice(asked, len(pairs)))
        return pairs[int(chosen) - 1][0] if chosen else ""

    def words(self, question: str = "More, in your words (Enter to leave it out): ") -> str:
        """Return words exactly as typed, "" for none."""
        given = self._inside(lambda: answer_exactly(question))
        if given.strip().lower() == "q":
            self.stopping = True
            return ""
        return given if given.strip() else ""

    def line(self, question: str) -> str:
        """Return what was typed in a question inside another, without spaces round it."""
        return self._inside(lambda: typed(question))

    def when(self, question: str, *, exact: bool = False) -> str:
        """Return a year, month, day or time in full, "" for none; a slip is asked again.

        `exact`: only a day or a time.
        """
        read, hint = (said_time, _DAY) if exact else (said_stretch, _WHEN)
        while given := self.line(f"{question} {hint} "):
            try:
                return read(given, self.case.zone)
            except RainbookError as refused:
                say(str(refused))
        return ""

    def write(self, what: Decision, why: str = _WHY) -> int | None:
        """Write something down and say how to take it back; a refusal is said and ends nothing."""
        try:
            number = self.book.decide(what, why)
        except RainbookError as refused:
            say(f"Not written down: {refused}")
            number = None
        else:
            say(
                f"Written down as number {number}. To take it back: rainbook decide take-back "
                f"number={number}"
            )
        self._go_on()
        return number

    def answered(self, question: str, answer: str) -> None:
        """Write down an answer that no other kind of decision holds: no, or do not know."""
        said = "no" if answer.startswith("no") else answer
        self.write(Answered(question, said, self.about), f"{_WHY}; in these words: {answer}")

    def passed(self, question: str) -> None:
        """Write down that a question was passed over, once."""
        self._go_on()
        if self._state(question) != "passed over":
            self.book.decide(NotAsked(question, self.about), _WHY)
        say("Passed over. Nothing follows from it.")

    def _inside(self, ask: Callable[[], str]) -> str:
        """Return the answer to a question inside another; q there ends the talk after what was
        said of the outer one is written down.
        """
        if self.stopping:
            return ""
        try:
            return ask()
        except (Enough, EOFError):
            self.stopping = True
            return ""

    def _go_on(self) -> None:
        """Raise Enough where the person wanted to stop inside a question."""
        if self.stopping:
            raise Enough

"""What a question is: the answer it wants, what can be added, and what is written down.

The one thing a reader would get wrong: `place` stands in the address and `key` in the record. The
address is seen by whoever glances at the screen, so a place says less than a key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rainbook.record import Decided, Decision
    from rainbook.web.tell.standing import One, Standing

PICK, TICKS, MESSAGES = "pick", "ticks", "messages"
WORDS, LINE, LIST = "words", "line", "list"
WHEN, DAY, HOURS, DAYS = "when", "day", "hours", "days"
"""The widgets. WHEN also takes a year or a month; DAY only a day or a time."""
NO, UNSURE = "-no", "-unsure"
"""What a form sends for "no" and for "I do not know"; no word of a list begins with a dash."""
IN_THE_ANSWER, NOTED = "in the answer", "noted"
"""Where "I do not know" goes: into the decision itself, or written down beside the question."""

Groups = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a form takes. `of`: the closed list; `labels`: whose words stand for it.

    `choices`: where the list is made from the book: accounts, people, entries, tags, others.
    `blank`: what is written where nothing was said and the decision wants something.
    `need`: nothing is written without it. `key`: its own question in the record, if it has one.
    """

    name: str
    widget: str
    of: tuple[str, ...] = ()
    labels: str = ""
    choices: str = ""
    blank: str = ""
    need: bool = False
    key: str = ""
    groups: Groups = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `first` is the answer; `more` may all be left out, where not `need`.

    `key`: what the record calls it. `makes`: the decision. `no`: whether "no" is an answer that is
    noted. `unsure`: IN_THE_ANSWER, NOTED, or "" where nobody is asked for it. `yes`: the first is
    only yes or no and is in no field of the decision. `repeats`: there may be more than one.
    `find`: the decisions that answer it; `done`: whether it is answered in another way. `spread`:
    makes one question into as many as there are. `write`: makes the decisions where one from the
    fields is not enough. `keys`: where it is several questions in the record.
    """

    part: str
    key: str
    place: str
    makes: type[Any]
    first: Field
    more: tuple[Field, ...] = ()
    no: bool = False
    unsure: str = ""
    yes: bool = False
    repeats: bool = False
    find: Callable[[Standing, One], Sequence[Decided]] | None = None
    done: Callable[[Standing], bool] | None = None
    spread: Callable[[Standing, Question], Sequence[One]] | None = None
    write: Callable[[Standing, One, dict[str, Any]], Sequence[Decision]] | None = None
    keys: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field, the answer first."""
        return (self.first, *self.more)


def slug(word: str) -> str:
    """Return a word of a closed list as it stands in the key of its label."""
    return re.sub("[^a-z0-9]+", "-", word.casefold()).strip("-")


def label_key(labels: str, word: str) -> str:
    """Return the key of the text that stands for one word of a closed list."""
    return f"tell-{labels}-{slug(word)}"


def yes_or_no() -> Field:
    """Return the answer of a question that is only yes or no."""
    return Field("answer", PICK, ("yes",), "answer")

"""Which questions there are about a person or an entry, in their order, and which is next.

The one thing a reader would get wrong: the working-out that tells whose an entry is can be older
than the last answers; it is done again only when somebody was named, placed or taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rainbook.case import Book
from rainbook.record import (
    AccountOf,
    CaseFile,
    EventBy,
    NotRelevant,
    Person,
    PersonNamed,
    Setting,
    Withdrawn,
)
from rainbook.web.tell.about_entry import ABOUT_AN_ENTRY
from rainbook.web.tell.about_person import ABOUT_A_PERSON
from rainbook.web.tell.kinds import MESSAGES
from rainbook.web.tell.offers import Seen, messages_proposed, rows_proposed
from rainbook.web.tell.standing import OPEN, One, Standing

_MOVES = (AccountOf, EventBy, NotRelevant, PersonNamed, Setting, Withdrawn)
_KEPT = "tell"
_MOST_MESSAGES = 500


@dataclass
class Kept:
    """What was worked out for the questions, and what it was worked out from.

    `rows`: the messages proposed as a refusal, by person.
    """

    mark: tuple[int, ...]
    case: CaseFile
    rows: dict[str, tuple[int, ...]] = field(default_factory=dict)


def mark_of(book: Book) -> tuple[int, ...]:
    """Return what tells whether something was worked out from the book as it is."""
    moves = (d.number for d in book.decisions() if isinstance(d.what, _MOVES))
    return (len(book.originals()), *moves)


def kept_in(kept: dict[str, object], book: Book) -> Kept | None:
    """Return what was kept, None where it is too old or the book has to be worked out first."""
    found = kept.get(_KEPT)
    mark = mark_of(book)
    if isinstance(found, Kept) and found.mark == mark:
        return found
    if not book.known_now():
        return None
    made = Kept(mark, book.file())
    kept[_KEPT] = made
    return made


def questions_of(standing: Standing) -> tuple[One, ...]:
    """Return every question about the person, or about the entry, in its order."""
    return standing.all_open(ABOUT_AN_ENTRY if standing.event else ABOUT_A_PERSON)


def next_of(ones: Sequence[One], place: str = "") -> One | None:
    """Return the first open question after the one at `place`, else the first open one."""
    places = [one.place for one in ones]
    after = places.index(place) + 1 if place in places else 0
    return next((o for o in (*ones[after:], *ones[:after]) if o.state == OPEN), None)


def suspects_of(book: Book) -> tuple[Person, ...]:
    """Return everybody the questions can be about, the other side first."""
    found = [p for p in book.people() if p.role != "complainant"]
    return tuple(sorted(found, key=lambda p: p.role != "suspect"))


def meant_by_entry(case: CaseFile, row: int, book: Book, chosen: str) -> Person | None:
    """Return the person the questions about an entry are about: the one chosen, the one whose act
    it is, the only one there is; None where it has to be asked.
    """
    people = suspects_of(book)
    others = [p for p in people if p.role == "suspect"] or list(people)
    index = max(int(case.person_of[row]), int(case.guessed_of[row]))
    key = chosen or (case.people[index].key if index >= 0 else "")
    found = next((p for p in people if p.key == key and (chosen or p.role == "suspect")), None)
    return found or (others[0] if len(others) == 1 else None)


def messages_for(kept: dict[str, object], standing: Standing, one: One) -> tuple[Seen, ...]:
    """Return the messages proposed where a question asks for messages, the earliest first; which
    they may be is worked out once for each person.
    """
    if all(spec.widget != MESSAGES for spec in one.question.fields):
        return ()
    found = kept_in(kept, standing.book)
    rows = found.rows.get(standing.person.key) if found is not None else None
    if rows is None:
        rows = rows_proposed(standing)
        if found is not None:
            found.rows[standing.person.key] = rows
    return messages_proposed(standing, rows[:_MOST_MESSAGES])

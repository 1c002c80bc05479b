"""Chooses the rows that go to somebody: the whole thread of the persons named, and nothing else.

The one thing a reader would get wrong: the complainant's own replies belong to the thread and are
always given; what a third person wrote in a group is listed without its words; a diary is never a
thread, only its entries about the person go.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rainbook.handover.interface import NothingToHandOver, PersonNotKnown
from rainbook.record import NO_TIME, CaseFile, Disclosure, Kind, Warn, Way

Mask = npt.NDArray[np.bool_]
LONGEST = 60  # characters of a name in a sentence


@dataclass(frozen=True, slots=True)
class Selection:
    """`rows`: chosen rows in order of time (no time last). `third`, `chosen`: masks over the whole
    table.
    """

    people: tuple[int, ...]
    rows: npt.NDArray[np.int64]
    chosen: Mask
    third: Mask
    theirs: Mask
    own: Mask
    facts: Mapping[str, int]


def select(case: CaseFile, disclosure: Disclosure) -> Selection:
    """Return the rows to give. Raises PersonNotKnown, NothingToHandOver."""
    wanted = _people(case, disclosure)
    table = case.table
    person, guessed = np.asarray(case.person_of), np.asarray(case.guessed_of)
    theirs = np.isin(person, wanted)
    about = theirs | np.isin(guessed, wanted) | _to_them(case, wanted)
    cards = table.kind == Kind.CONTACT_CARD
    chosen = (about | _in_their_threads(case, about)) & ~cards
    if not (about & ~cards).any():
        raise NothingToHandOver(_nothing(case, wanted))
    own = _own(case, person)
    third = chosen & ~about & ~own & _third(case, person, chosen, about, own)
    rows = np.flatnonzero(chosen).astype(np.int64)
    early = _places(case)[rows]
    last = np.where(early == NO_TIME, np.iinfo(np.int64).max, early)
    rows = rows[np.lexsort((table.seq[rows], table.original[rows], last))]
    facts = {
        "third": int(third.sum()),
        **_left_out(case, ~chosen & ~cards),
        "cards": int(cards.sum()),
    }
    return Selection(tuple(wanted), rows, chosen, third, theirs, own, facts)


def _nothing(case: CaseFile, wanted: list[int]) -> str:
    """Say that there is nothing to give, and the next step."""
    names = " or ".join(_short(case.people[w].name) for w in wanted)
    if not case.originals:
        return f"There is no file in this book yet, so nothing of {names}. First: rainbook add FILE"
    if not len(case.table):
        return (
            f"No record could be read from the files in this book, so nothing of {names}. "
            "rainbook look says why; add another export: rainbook add FILE"
        )
    return (
        f"No record in this case belongs to {names}. Say which account is theirs first: "
        "rainbook people ask"
    )


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[:LONGEST]}…"


def _left_out(case: CaseFile, rest: Mask) -> dict[str, int]:
    """Count what is not given: diary entries, records of withheld numbers, all others."""
    table = case.table
    diary = rest & (table.kind == Kind.DIARY)
    hidden = [i for i, a in enumerate(table.accounts) if a.kind == "withheld"]
    withheld = rest & ~diary & np.isin(table.actor, hidden)
    return {
        "diary": int(diary.sum()),
        "withheld": int(withheld.sum()),
        "elsewhere": int((rest & ~diary & ~withheld).sum()),
    }


def _to_them(case: CaseFile, wanted: list[int]) -> Mask:
    """What the complainant sent to one of them, where the case knows to whom it went."""
    if case.relationship_of is None:
        return np.zeros(len(case.table), bool)
    sent: Mask = np.isin(np.asarray(case.relationship_of), wanted)
    return sent


def _places(case: CaseFile) -> npt.NDArray[np.int64]:
    """Return the time each row is listed at. A record that may be the rest of the message before it
    stands right behind that message: the time in its heading was chosen by whoever typed it.
    """
    table = case.table
    when = table.earliest.astype(np.int64, copy=True)
    doubtful = np.flatnonzero((table.warnings & Warn.MAY_BELONG_TO_MESSAGE_BEFORE) != 0)
    for row in doubtful.tolist():
        same = row > 0 and table.original[row - 1] == table.original[row]
        if same and table.member[row - 1] == table.member[row]:
            when[row] = when[row - 1]
    return when


def _people(case: CaseFile, disclosure: Disclosure) -> list[int]:
    keys = {p.key: i for i, p in enumerate(case.people)}
    if not disclosure.persons:
        raise PersonNotKnown("Say whose thread is to be handed over: no person was named.")
    for key in disclosure.persons:
        if key not in keys:
            known = ", ".join(sorted(keys)) or "nobody yet"
            raise PersonNotKnown(f"This case knows no person called {key!r}. It knows: {known}.")
    return sorted({keys[key] for key in disclosure.persons})


def _in_their_threads(case: CaseFile, about: Mask) -> Mask:
    """Rows in a thread of the same original as one of theirs; in any original when the thread is a
    number or address.

    Two chats named "Sam" in two originals may be two Sams, so a mere name joins nothing across
    originals.
    """
    table = case.table
    place = table.original.astype(np.int64) * (len(table.threads) + 1) + table.thread
    here = np.isin(place, np.unique(place[about & (table.thread >= 0)]))
    exact = [
        i
        for i in np.unique(table.thread[about]).tolist()
        if i >= 0 and _is_address(table.threads[i])
    ]
    found: Mask = ((here | np.isin(table.thread, exact)) & (table.thread >= 0)) & (
        table.kind != Kind.DIARY
    )
    return found


def _is_address(thread: str) -> bool:
    return "@" in thread or sum(c.isdigit() for c in thread) >= 7


def _own(case: CaseFile, person: npt.NDArray[Any]) -> Mask:
    me = [i for i, p in enumerate(case.people) if p.role == "complainant"]
    mine: Mask = (np.asarray(case.way) == Way.SENT) | np.isin(person, me)
    return mine


def _third(case: CaseFile, person: npt.NDArray[Any], chosen: Mask, about: Mask, own: Mask) -> Mask:
    """Rows by somebody else: a person named as another, or one of several unnamed accounts in the
    same thread.

    A single unnamed account in a thread where nobody is known as the complainant is taken for the
    complainant's.
    """
    table = case.table
    rest = chosen & ~about & ~own & (table.actor >= 0)
    third = rest & (person >= 0)
    for thread in np.unique(table.thread[rest & (person < 0)]).tolist():
        here = rest & (person < 0) & (table.thread == thread)
        spoken = bool((own & chosen & (table.thread == thread) & (table.actor >= 0)).any())
        if spoken or len(np.unique(table.actor[here])) > 1:
            third |= here
    return third

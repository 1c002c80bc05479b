"""Says whose each row is: only a decision joins an account to a person, and the answer says on what
basis.

The one thing a reader would get wrong: a name in an address book, a look-alike or the same display
name on another service joins nothing. They become questions or proposals; the arrays here hold
decided joins only, and a guess stays in an array of its own that no count reads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rainbook.events.accounts import REGION, account_key
from rainbook.events.questions import (
    NO_NAMES,
    Names,
    Question,
    nobody_named,
    open_questions,
    withheld,
)
from rainbook.events.threads import TOWARDS_COMPLAINANT, TOWARDS_GROUP, Threads, read_threads
from rainbook.record import AccountOf, Decided, EventBy, EventTable, Person, PersonNamed, Way

__all__ = [
    "TOWARDS_COMPLAINANT",
    "TOWARDS_GROUP",
    "Names",
    "Question",
    "Whose",
    "account_key",
    "whose",
]
NO_ROWS: Mapping[str, int] = {}
Ints = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Whose:
    """Whose each row is. Arrays have one place for each row of the table.

    `person_of`/`guessed_of`: index into `people` or -1. `contested`: the account was given to two
    people, so to neither. `way`: the table's, with UNKNOWN answered where it can be.
    `relationship_of`: for the complainant's own rows, the other person of a two-party thread or -1.
    `towards`: TOWARDS_COMPLAINANT, TOWARDS_GROUP or a person. `keys`: the key of each of the
    table's accounts. `account_person`: key → (person's key, basis).
    """

    people: tuple[Person, ...]
    person_of: Ints
    guessed_of: Ints
    basis_of: tuple[str, ...]
    contested: Mask
    way: npt.NDArray[np.uint8]
    relationship_of: Ints
    towards: Ints
    keys: tuple[str, ...]
    account_person: Mapping[str, tuple[str, str]]
    questions: tuple[Question, ...]


@dataclass(slots=True)
class _Placed:
    """What the decisions say, by account key."""

    people: tuple[Person, ...]
    joins: dict[str, tuple[int, str]]
    contested: dict[str, tuple[int, ...]]
    questions: list[Question]

    def firm(self) -> dict[str, int]:
        """Return the joins that are more than a guess."""
        return {k: i for k, (i, basis) in self.joins.items() if basis != "guess"}


def whose(
    table: EventTable,
    decisions: Sequence[Decided],
    names: Names = NO_NAMES,
    region: str = REGION,
    rows: Mapping[str, int] = NO_ROWS,
) -> Whose:
    """Return whose each row is, which way it went, towards whom, and what is still open.

    The rows only look up what is known of their account. `rows`: event ids that decisions name.
    """
    placed = _placed([d for d in decisions if not d.withdrawn])
    keys = tuple(account_key(a, region) for a in table.accounts)
    mine = [i for i, p in enumerate(placed.people) if p.role == "complainant"]
    actor = table.actor
    person, guess, basis, contested = _look_up(keys, placed)
    person_of, guessed_of, is_contested = person[actor], guess[actor], contested[actor]
    by_me = np.isin(person_of, mine)
    way = _ways(table, person_of, by_me, is_contested, mine)
    # a reader may name the other party as the actor of what the owner sent: not that party's act
    addressee = np.where((way == Way.SENT) & ~by_me, person_of, -1).astype(np.int32)
    not_theirs = (way == Way.SENT) & ~by_me
    person_of[not_theirs], guessed_of[not_theirs], is_contested[not_theirs] = -1, -1, False
    said = np.array([*basis, ""], dtype=object)[actor]
    said[not_theirs] = ""
    _place_single(decisions, placed.people, rows, (person_of, guessed_of, said, is_contested))
    threads = read_threads(table, keys, person, mine, way, placed.firm(), region)
    return Whose(
        people=placed.people,
        person_of=person_of,
        guessed_of=guessed_of,
        basis_of=tuple(said.tolist()),
        contested=is_contested,
        way=way,
        relationship_of=_relationship(threads, table, way, addressee),
        towards=threads.towards_of(table.thread, person_of),
        keys=keys,
        account_person={k: (placed.people[i].key, b) for k, (i, b) in placed.joins.items()},
        questions=(*placed.questions, *_open(table, keys, placed, names)),
    )


def _placed(decisions: Sequence[Decided]) -> _Placed:
    people: dict[str, Person] = {}
    for one in decisions:
        if isinstance(one.what, PersonNamed):
            people[one.what.person] = Person(one.what.person, one.what.name, one.what.role)
    index = {key: place for place, key in enumerate(people)}
    given: dict[str, list[tuple[int, str, int]]] = {}
    questions: list[Question] = []
    for one in decisions:
        if not isinstance(one.what, AccountOf):
            continue
        key = one.what.account
        if one.what.person not in index:
            questions.append(nobody_named(one, key, one.what.person))
        elif key.endswith(":withheld"):
            questions.append(withheld(one, key))
        else:
            given.setdefault(key, []).append((index[one.what.person], one.what.basis, one.number))
    joins, contested = {}, {}
    for key, said in given.items():
        if len({person for person, _, _ in said}) > 1:
            contested[key] = tuple(number for _, _, number in said)
        else:
            joins[key] = said[-1][:2]  # the latest word on the same person gives the basis
    return _Placed(tuple(people.values()), joins, contested, questions)


def _open(table: EventTable, keys: Sequence[str], placed: _Placed, names: Names) -> list[Question]:
    return open_questions(table, keys, placed.joins, placed.contested, names)


def _place_single(
    decisions: Sequence[Decided],
    people: Sequence[Person],
    rows: Mapping[str, int],
    columns: tuple[Ints, Ints, npt.NDArray[np.object_], Mask],
) -> None:
    """Write what was decided about single rows over what their accounts say."""
    person_of, guessed_of, said, contested = columns
    for row, (who, why) in _single(decisions, people, rows).items():
        person_of[row] = -1 if why == "guess" else who
        guessed_of[row] = who if why == "guess" else -1
        said[row], contested[row] = why, who < 0


def _single(
    decisions: Sequence[Decided], people: Sequence[Person], rows: Mapping[str, int]
) -> dict[int, tuple[int, str]]:
    """Return what was decided about single rows: (person, basis); person -1 where two decisions say
    two people.
    """
    index = {p.key: place for place, p in enumerate(people)}
    found: dict[int, tuple[int, str]] = {}
    for one in (d.what for d in decisions if not d.withdrawn):
        if isinstance(one, EventBy) and one.event in rows and one.person in index:
            row, who = rows[one.event], index[one.person]
            same = row not in found or found[row][0] == who
            found[row] = (who, one.basis) if same else (-1, "")
    return found


def _look_up(keys: Sequence[str], placed: _Placed) -> tuple[Ints, Ints, list[str], Mask]:
    """Return arrays by account, each with one more place at the end that answers for actor -1,
    nobody.
    """
    person, guess = np.full(len(keys) + 1, -1, np.int32), np.full(len(keys) + 1, -1, np.int32)
    contested = np.zeros(len(keys) + 1, bool)
    basis = [""] * len(keys)
    for place, key in enumerate(keys):
        contested[place] = key in placed.contested
        if key in placed.joins:
            who, basis[place] = placed.joins[key]
            (guess if basis[place] == "guess" else person)[place] = who
    return person, guess, basis, contested


def _ways(
    table: EventTable, person_of: Ints, by_me: Mask, contested: Mask, mine: Sequence[int]
) -> npt.NDArray[np.uint8]:
    """Answer UNKNOWN: the complainant's own rows were sent; others' were received, once it is known
    which are theirs.
    """
    way = table.way.copy()
    way[by_me & ((way == Way.UNKNOWN) | (way == Way.MISSED))] = Way.SENT
    services = np.array(_service_numbers(table), np.int32)
    on = services[table.actor]
    known_on = np.isin(on, np.unique(on[by_me])) if by_me.any() else np.zeros(len(table), bool)
    others = (table.actor >= 0) & ~by_me & ~contested & (way == Way.UNKNOWN)
    way[others & ((person_of >= 0) | known_on)] = Way.RECEIVED
    return way


def _service_numbers(table: EventTable) -> list[int]:
    known: dict[str, int] = {}
    return [known.setdefault(a.platform, len(known)) for a in table.accounts] + [-1]


def _relationship(
    threads: Threads, table: EventTable, way: npt.NDArray[np.uint8], addressee: Ints
) -> Ints:
    found = np.where(way == Way.SENT, threads.other_of(table.thread), -1).astype(np.int32)
    return np.where(addressee >= 0, addressee, found).astype(np.int32)

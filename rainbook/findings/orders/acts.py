"""The acts that are held against the clauses of a person's orders, and which clause each may touch.

The one thing a reader would get wrong: which sorts of act a clause is about was said by a person
(`forbids`). Nothing here reads a clause; a clause of which that was not said touches no act, and
an act of which no sort is known touches no clause.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rainbook.findings import acts, wording
from rainbook.findings.facts import CONTACT, SORT_OF_KIND, Facts, Said
from rainbook.findings.orders.words import Longs, Reader, quoted
from rainbook.moment.spans import widen
from rainbook.record import (
    NO_TIME,
    ActedFor,
    AimedAt,
    CaseFile,
    Kind,
    OrderClause,
    Person,
    SingleThreat,
    Way,
    search_text,
)

ANY, OTHERS, PUBLISHING, PLACE, FOLLOWING, VIOLENCE, DAMAGE = (
    "any contact",
    "contact by others",
    "publishing",
    "coming near a place",
    "following or watching",
    "threats or violence",
    "damage",
)
HOME, WORK = "came to my home", "came to my work"
SORTS_OF: Mapping[str, tuple[str, ...]] = {
    ANY: tuple(sorted(CONTACT)),
    OTHERS: ("contacted people around me",),
    PUBLISHING: ("published something",),
    PLACE: (HOME, WORK, "came in", "waited or watched"),
    FOLLOWING: ("followed me", "filmed or spied", "waited or watched", "tracker or device"),
    VIOLENCE: ("threat", "violence"),
    DAMAGE: ("damage or theft",),
}
"""Which sorts of act each word of a clause is about."""
NOT_CONTACT = ("published something", "contacted people around me")
"""Sorts that make a message no contact with the complainant."""
AIMED_BY = (ANY, OTHERS, VIOLENCE)
"""What turns on whom an act was aimed at, so that a group leaves it open."""
HOME_WORDS = frozenset(("home", "house", "address", "flat"))
WORK_WORDS = frozenset(("work", "workplace", "office", "job"))
KINDS = frozenset(map(int, wording.SAID))
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Held:
    """Acts in time order, those without a time last. `first`/`last`: µs UTC, the whole width;
    `grouped`; `towards`: "" or the key of somebody else; `by`: who did it for the person, by row;
    `touches`: for each word of SORTS_OF the acts that are such; `because`: rows said to be aimed at
    somebody else, and whether because of the complainant; `guesses`: decisions that say "for the
    person" by a guess.
    """

    rows: Longs
    first: Longs
    last: Longs
    grouped: Mask
    towards: tuple[str, ...]
    by: Mapping[int, Said[ActedFor]]
    touches: Mapping[str, Mask]
    because: Mapping[int, str]
    sorts: tuple[str, ...]
    guesses: tuple[int, ...]


def held_of(case: CaseFile, person: Person, facts: Facts) -> Held:
    """Return the counted acts of a person, towards others too, and what others did for them."""
    found = acts.acts_of(case, person)
    by, guesses = _by_others(case, person, facts)
    towards = {**dict.fromkeys(found.rows, ""), **dict(found.elsewhere)}
    towards.update(dict.fromkeys((r for r in by if r not in towards), ""))
    rows = np.fromiter(towards, np.int64, len(towards))
    table = case.table
    first, last = widen(table.earliest[rows], table.latest[rows], table.precision[rows])
    order = np.lexsort((rows, first, first == NO_TIME))
    rows, first, last = rows[order], first[order], last[order]
    aimed = tuple(towards[r] for r in rows.tolist())
    sorts = tuple(facts.sorts(rows.tolist()))
    because = _because_of_me(case, facts)
    return Held(
        rows,
        first,
        last,
        np.isin(rows, list(found.grouped)),
        aimed,
        by,
        _touches(case, facts, rows, sorts, by, because),
        because,
        sorts,
        guesses,
    )


def _by_others(
    case: CaseFile, person: Person, facts: Facts
) -> tuple[dict[int, Said[ActedFor]], tuple[int, ...]]:
    """Return what somebody else did for the person, by row, and the decisions that only guess."""
    me = acts.index_of(case, person)
    found: dict[int, Said[ActedFor]] = {}
    for said in facts.all(ActedFor):
        row = said.row
        if row is None or said.what.person != person.key or not case.counted[row]:
            continue
        sent = int(case.way[row]) in (Way.SENT, Way.SYSTEM)
        if sent or int(case.person_of[row]) == me or int(case.table.kind[row]) not in KINDS:
            continue
        found[row] = said
    guessed = {row for row, said in found.items() if said.what.basis == "guess"}
    kept = {row: said for row, said in found.items() if row not in guessed}
    return kept, tuple(found[row].number for row in sorted(guessed))


def _touches(
    case: CaseFile,
    facts: Facts,
    rows: Longs,
    sorts: tuple[str, ...],
    by: Mapping[int, Said[ActedFor]],
    because: Mapping[int, str],
) -> dict[str, Mask]:
    names = sorted(set(sorts))
    codes = np.searchsorted(np.array(names, dtype=str), np.array(sorts, dtype=str))
    kinds = [int(k) for k, sort in SORT_OF_KIND.items() if sort in CONTACT]

    def are(wanted: tuple[str, ...]) -> Mask:
        return np.isin(codes, [i for i, name in enumerate(names) if name in wanted])

    found = {word: are(wanted) for word, wanted in SORTS_OF.items()}
    # a threat in a message is a message too
    found[ANY] |= np.isin(case.table.kind[rows], kinds) & ~are(NOT_CONTACT)
    place = {row: i for i, row in enumerate(rows.tolist())}
    for threat in facts.all(SingleThreat):
        if threat.row in place:
            found[VIOLENCE][place[threat.row]] = True
    for row in by:
        for mask in found.values():
            mask[place[row]] = False
        found[OTHERS][place[row]] = True
    for row, answer in because.items():
        if row in place and answer != "no":
            found[OTHERS][place[row]] = True
    return found


def _because_of_me(case: CaseFile, facts: Facts) -> dict[int, str]:
    """Return the rows said to be aimed at somebody else, and whether because of the complainant."""
    mine = {"me", "group", *(p.key for p in case.people if p.role == "complainant")}
    others = {"somebody else", *(p.key for p in case.people)} - mine
    last = {s.row: s.what for s in facts.all(AimedAt) if s.row is not None}
    return {row: what.because_of_me for row, what in last.items() if what.at in others}


def open_aim(case: CaseFile, held: Held, clause: OrderClause) -> Mask:
    """Return the acts that only "contact by others" touches, of which it is not recorded whether
    they were because of the complainant.
    """
    found = np.zeros(len(held.rows), bool)
    if OTHERS not in clause.forbids:
        return found
    named = _named(case, clause)
    place = {row: i for i, row in enumerate(held.rows.tolist())}
    for row, answer in held.because.items():
        at = place.get(row)
        if at is None or answer in ("yes", "no") or row in held.by or held.towards[at] in named:
            continue
        at_place = PLACE in clause.forbids and bool(held.touches[PLACE][at])
        found[at] = not at_place and held.sorts[at] not in SORTS_OF[OTHERS]
    return found


def touching(case: CaseFile, held: Held, clause: OrderClause) -> Mask:
    """Return the acts a clause may touch. An act towards somebody else is touched by the clauses on
    contact only where its words name them, or where it was said to be aimed at them because of the
    complainant.
    """
    named = _named(case, clause)
    direct = np.array([not key or key in named for key in held.towards], bool)
    found = np.zeros(len(held.rows), bool)
    for word in clause.forbids:
        if word in held.touches:
            anyone = word in (OTHERS, PLACE)
            found |= held.touches[word] & (True if anyone else direct)
    return found


def _named(case: CaseFile, clause: OrderClause) -> set[str]:
    words = search_text(clause.words)
    found = set()
    for person in case.people:
        name = search_text(person.name)
        if len(name) > 1 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words):
            found.add(person.key)
    return found


def at_the_place(held: Held, number: int, clause: OrderClause, reader: Reader) -> tuple[bool, str]:
    """Return whether an act may have been at a place of the clause, and what is left open ("" when
    it was).
    """
    wanted = [search_text(p) for p in clause.places if p.strip()]
    sort, row = held.sorts[number], int(held.rows[number])
    if not wanted:
        return True, "The clause has no place noted that the act could be laid beside."
    here = {HOME: "home", "came in": "home", WORK: "work"}.get(sort, "")
    meant = ["home" if _is(p, HOME_WORDS) else "work" if _is(p, WORK_WORDS) else "" for p in wanted]
    if here and here in meant:
        return True, ""
    written = _written(reader, row)
    if written and any(_same_place(search_text(written), p) for p in wanted):
        return True, ""
    if here and all(meant):
        return False, ""
    if not written:
        return True, "Where it was is not recorded, or not read here."
    return True, (
        f"Its place is written as {quoted(written)}; whether that is a place of the clause cannot "
        "be told."
    )


def _written(reader: Reader, row: int) -> str:
    if int(reader.case.table.kind[row]) != Kind.DIARY or not (reader.has(row) or reader.left):
        return ""
    read = reader.read(row)
    return read[1] if read else ""


def _is(place: str, words: frozenset[str]) -> bool:
    """Return whether a place is said by such a word alone ("my home", "her place of work")."""
    said = set(re.findall(r"\w+", place)) - {"my", "the", "her", "his", "their", "place", "of"}
    return bool(said) and said <= words


def _same_place(one: str, other: str) -> bool:
    a, b = (" ".join(re.findall(r"\w+", p)) for p in (one, other))
    return bool(a and b) and (f" {a} " in f" {b} " or f" {b} " in f" {a} ")

"""The identifiers schedule: every account that contacted the complainant as one of the persons
handed over, on what basis it is said to be theirs, and what would settle it.

The one thing a reader would get wrong: how sure is said in the words of the basis and never in a
number. An account is not a person, and a name an app shows is not a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from rainbook.handover.interface import Entry, Given
from rainbook.handover.once import once
from rainbook.handover.paper import plain_words
from rainbook.handover.paper.plain_words import number_of
from rainbook.handover.schedules.identifiers_beside import Beside, beside
from rainbook.handover.schedules.identifiers_form import normal, settles, sort_of
from rainbook.record import Account, AccountOf, Decided, EventBy

SURE = {
    "own number": "The complainant knew it as theirs before. Nothing here shows who held it.",
    "named sender": "By the name saved or shown only. Anybody can show any name.",
    "recognised": "By the voice, the words or what was known. That is the complainant's account.",
    "seen": "The complainant saw it. That is their account.",
    "guess": "A guess. It is never counted.",
}
NOBODY = "nobody has said whose it is"
DISPUTED = "given to two people, so counted for neither"
NO_ROWS: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Identifier:
    """One account on one service. `attributed`: a person's name, or NOBODY, or DISPUTED; `said_by`:
    who said so, when, and its log number.
    """

    kind: str
    service: str
    written: tuple[str, ...]
    normal: str
    attributed: str
    basis: str
    sure: str
    said_by: str
    log: tuple[int, ...]
    first: str
    last: str
    counted: int
    not_counted: int
    exhibits: tuple[str, ...]
    lines: tuple[int, ...]
    supports: tuple[str, ...]
    settles: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """`theirs`: accounts said to be a person's who is handed over; `others`: accounts that wrote in
    the same threads and are nobody's by a decision; `sentences`: what no row can say.
    """

    theirs: tuple[Identifier, ...]
    others: tuple[Identifier, ...]
    sentences: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    """The lines of one account on one service, under one attribution and basis."""

    account: Account
    written: dict[str, None] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


Key = tuple[str, str, str, str, str]


def persons_of(given: Given) -> dict[int, str]:
    """Return index → name of the persons handed over."""
    wanted = given.disclosure.persons
    return {i: p.name for i, p in enumerate(given.case.people) if p.key in wanted}


def is_theirs(given: Given, entry: Entry) -> bool:
    """Return whether a line is by a person handed over, by a decision or by a guess."""
    if entry.own or entry.withheld:
        return False
    return entry.theirs or int(given.case.guessed_of[entry.row]) in persons_of(given)


@once
def schedule_of(given: Given) -> Schedule:
    """Return the whole schedule: the accounts with most lines first."""
    theirs, others, bare = _gathered(given)
    known = beside(given)
    made = [_made(given, key, found, known) for key, found in theirs.items()]
    apart = [_made(given, key, found, known) for key, found in others.items()]
    return Schedule(_most_first(made), _most_first(apart), tuple(_sentences(given, made, bare)))


def _most_first(rows: Sequence[Identifier]) -> tuple[Identifier, ...]:
    key = lambda r: (-r.counted - r.not_counted, r.service, r.normal, r.basis)  # noqa: E731
    return tuple(sorted(rows, key=key))


def _gathered(
    given: Given,
) -> tuple[dict[Key, _Found], dict[Key, _Found], dict[str, list[int]]]:
    """Return the accounts that are theirs, the others of the same threads, and for each person the
    lines that name no account at all.
    """
    table, people = given.case.table, persons_of(given)
    person, guessed = np.asarray(given.case.person_of), np.asarray(given.case.guessed_of)
    theirs: dict[Key, _Found] = {}
    others: dict[Key, _Found] = {}
    bare: dict[str, list[int]] = {}
    for entry in given.entries:
        actor = int(table.actor[entry.row])
        if entry.own or entry.withheld:
            continue
        at = int(person[entry.row])
        at = at if at in people else int(guessed[entry.row])
        account = table.accounts[actor] if actor >= 0 else None
        if account is None or account.platform == "diary" or account.kind == "own":
            if at in people:
                bare.setdefault(people[at], []).append(entry.number)
            continue
        basis = given.case.basis_of[entry.row]
        whose = people.get(at, "")
        if whose:
            basis = basis or "guess"
        service = entry.channel if account.kind != "phone" else _service(entry)
        key = (service, account.kind, normal(given.case, account), whose, basis)
        into = theirs if whose else others
        found = into.setdefault(key, _Found(account))
        found.written[account.raw] = None
        found.entries.append(entry)
    return theirs, others, bare


def _service(entry: Entry) -> str:
    """Calls and texts of one number are one account with its network."""
    phone = entry.channel in ("Phone call", "Text message")
    return "Phone (calls and texts)" if phone else entry.channel


def _made(given: Given, key: Key, found: _Found, known: Beside) -> Identifier:
    service, kind, form, whose, basis = key
    entries = found.entries
    dated = [e for e in entries if e.time.earliest]
    said = list(_said(given, found)) if whose else []
    contested = any("given to two people" in e.why_not for e in entries)
    counted = sum(1 for e in entries if e.contact)
    return Identifier(
        kind=sort_of(kind),
        service=service,
        written=tuple(found.written),
        normal=form,
        attributed=whose or (DISPUTED if contested else NOBODY),
        basis=plain_words.said(basis, plain_words.BASES) if basis else "",
        sure=SURE.get(basis, ""),
        said_by="; ".join(f"{d.by}, {d.at} (log number {d.number})" for d in said[:5])
        + (f" and {len(said) - 5} more" if len(said) > 5 else ""),
        log=tuple(d.number for d in said),
        first=dated[0].time.text if dated else "no readable time",
        last=dated[-1].time.text if dated else "no readable time",
        counted=counted,
        not_counted=len(entries) - counted,
        exhibits=tuple(dict.fromkeys(e.ref for e in entries if e.ref)),
        lines=tuple(e.number for e in entries),
        supports=known.of(given, form, found.account, entries) if whose else (),
        settles=settles(kind, service),
    )


def _said(given: Given, found: _Found) -> Iterator[Decided]:
    """Yield the decisions in force that say whose this account, or any of these lines, is."""
    accounts, keys = given.case.table.accounts, given.case.keys
    mine = {
        keys[i]
        for i, a in enumerate(accounts)
        if i < len(keys) and a.platform == found.account.platform and a.raw in found.written
    }
    ids = {e.id for e in found.entries}
    for decided in given.case.decisions:
        what = decided.what
        if decided.withdrawn:
            continue
        if (isinstance(what, AccountOf) and what.account in mine) or (
            isinstance(what, EventBy) and what.event in ids
        ):
            yield decided


def _sentences(
    given: Given, made: Sequence[Identifier], bare: Mapping[str, Sequence[int]]
) -> list[str]:
    """Return what has no row: persons without an account, acts without one, third persons."""
    lines = []
    for name in persons_of(given).values():
        acts = number_of(len(bare.get(name, ())), "line")
        are = number_of(len(bare.get(name, ())), "line is", "lines are")
        if not any(row.attributed == name for row in made):
            lines.append(
                f"No number, handle or address in these records is said to be {name}'s"
                + (f"; {are} theirs by what was seen or recognised." if name in bare else ".")
            )
        elif name in bare:
            lines.append(
                f"{acts} of {name} without an account (a sighting, something delivered, a withheld "
                "call): there is nothing to look up for them but what the line says."
            )
    third = {int(given.case.table.actor[e.row]) for e in given.entries if e.withheld}
    if third:
        lines.append(
            f"{number_of(len(third), 'account')} of other people in the same groups: not given."
        )
    return lines

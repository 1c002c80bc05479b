"""Guards: what keeps the counts honest about who is who, how many, and what else it could be.

The one thing a reader would get wrong: nothing here doubts the person who keeps the record, and
nothing here changes a count. It says what each link rests on, leaves guesses out in the open, and
asks the same questions of every case.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import compress

import numpy as np

from rainbook.findings import acts, wording
from rainbook.findings.facts import facts_of
from rainbook.findings.guards.asked import explanations_of, other_reason
from rainbook.findings.refusals import refusals_of
from rainbook.record import (
    BASES,
    GROUPINGS,
    AccountOf,
    ActedFor,
    CaseFile,
    EventBy,
    Line,
    Person,
)

__all__ = ["explanations_of", "notes_of"]
MANY_PEOPLE = 5
"""The default of the setting many_people. It is ours; it comes from no study."""
FEW_ACTS = 3
SEVERAL_PEOPLE = 3
"""From so many people on, "few acts each, and more guesses than acts" is looked at. Ours too."""
MANY_ACTS = 1_000
GUESS = "guess"
FIRM = tuple(b for b in BASES if b != GUESS)


def notes_of(case: CaseFile) -> tuple[Line, ...]:
    """Return what is said about the case as a whole: who the links rest on, how many people are
    named, whether another reason was asked for. Nothing where nobody is named as the other side.
    """
    suspects = [p for p in case.people if p.role == "suspect"]
    if not suspects:
        return ()
    counted = _acts_by_person(case)
    guessed = _guessed_rows(case, suspects)
    facts = {p.key: facts_of(case, p) for p in suspects}
    return (
        *_many_people(case, suspects, counted, guessed),
        *_bases(case, suspects),
        *_guesses(case, suspects, guessed),
        *_volume(case, suspects, counted),
        *(other_reason(p, facts[p.key]) for p in suspects),
    )


def many_people(case: CaseFile) -> int:
    """Return the setting many_people."""
    said = case.settings.get("many_people", "")
    return int(said) if said.isdecimal() else MANY_PEOPLE


def _acts_by_person(case: CaseFile) -> Counter[str]:
    """Return each person's counted acts, whoever they were aimed at."""
    each = GROUPINGS[0]
    return Counter(i.person for i in case.incidents if i.grouping == each)


def _guessed_rows(case: CaseFile, suspects: list[Person]) -> tuple[int, ...]:
    wanted = [acts.index_of(case, p) for p in suspects]
    return tuple(np.flatnonzero(np.isin(np.asarray(case.guessed_of), wanted)).tolist())


def _many_people(
    case: CaseFile, suspects: list[Person], counted: Counter[str], guessed: tuple[int, ...]
) -> Iterable[Line]:
    limit, total = many_people(case), sum(counted[p.key] for p in suspects)
    thin = (
        len(suspects) >= SEVERAL_PEOPLE
        and all(counted[p.key] <= FEW_ACTS for p in suspects)
        and len(guessed) > total
    )
    if len(suspects) <= limit and not thin:
        return
    why = (
        f"the number of people named is over {limit:,} (the setting many_people)"
        if len(suspects) > limit
        else f"{SEVERAL_PEOPLE} people or more are named with {FEW_ACTS} acts or fewer each, and "
        "more records are placed by a guess than not"
    )
    decisions = tuple(
        d.number
        for d in case.decisions
        if not d.withdrawn and getattr(d.what, "role", "") == "suspect"
    )
    yield Line(
        f"{len(suspects):,} people are named as the other side. Each of them is looked at alone; "
        "nothing here joins one to another.",
        (),
        decisions,
    )
    yield Line(
        "Living with this much going on wears anybody down. A GP can help with sleep and strain, a "
        "helpline listens and knows what others did, and somebody you trust can look at this "
        "record with you. None of that takes anything away from what you have written down. This "
        f"is said when {why}; that limit is this program's own and comes from no study."
    )


def _bases(case: CaseFile, suspects: list[Person]) -> Iterable[Line]:
    """Say on what each link between the records and the people named rests."""
    keys = {p.key for p in suspects}
    mine = np.isin(np.asarray(case.person_of), [acts.index_of(case, p) for p in suspects])
    chosen = mine & np.asarray(case.counted)
    records = Counter(compress(case.basis_of, chosen.tolist()))
    accounts = Counter(b for person, b in case.account_person.values() if person in keys)
    given = _links(case, keys)
    acted = Counter(d.basis for _, d in given if isinstance(d, ActedFor))
    if not any(records[b] or accounts[b] or acted[b] for b in FIRM):
        yield Line("No record is placed with anybody named as the other side yet.")
        return
    parts = (_rests(b, accounts[b], records[b], acted[b]) for b in FIRM)
    yield Line(
        f"What the links to the people named rest on: {wording.listed(parts)}.",
        (),
        tuple(number for number, d in given if d.basis != GUESS),
    )


def _rests(basis: str, accounts: int, records: int, acted: int) -> str:
    """Return "own number (1 account, 3 records)", or "seen (none)"."""
    found = [
        wording.many(accounts, "account") if accounts else "",
        wording.many(records, "record") if records else "",
        f"{wording.many(acted, 'act')} by somebody else" if acted else "",
    ]
    return f"{basis} ({', '.join(f for f in found if f) or 'none'})"


def _links(case: CaseFile, keys: set[str]) -> list[tuple[int, AccountOf | EventBy | ActedFor]]:
    """Return the decisions in force that place an account or an act with one of the people."""
    return [
        (d.number, d.what)
        for d in case.decisions
        if not d.withdrawn
        and isinstance(d.what, (AccountOf, EventBy, ActedFor))
        and d.what.person in keys
    ]


def _guesses(case: CaseFile, suspects: list[Person], guessed: tuple[int, ...]) -> Iterable[Line]:
    links = [one for one in _links(case, {p.key for p in suspects}) if one[1].basis == GUESS]
    if not guessed and not links:
        yield Line("No link to a person rests on a guess.")
        return
    acted = {case.named.get(d.event) for _, d in links if isinstance(d, ActedFor)}
    rows = sorted({*guessed, *(row for row in acted if row is not None)})
    yield Line(
        f"{wording.many(len(rows), 'record')} placed by a guess "
        f"({wording.many(len(links), 'decision')}): kept and shown, and in no count.",
        tuple(rows),
        tuple(number for number, _ in links),
    )


def _volume(case: CaseFile, suspects: list[Person], counted: Counter[str]) -> Iterable[Line]:
    for person in suspects:
        if counted[person.key] > MANY_ACTS and not refusals_of(case, person):
            yield Line(
                f"{wording.many(counted[person.key], 'act')} by {person.name} are recorded, and no "
                "refusal. How many there are changes no outcome here: that they were wanted, or "
                "not, is for a person to record."
            )

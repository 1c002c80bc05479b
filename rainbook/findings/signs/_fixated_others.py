"""Other people used or approached because of the complainant, and knowledge the person should not
have.

The one thing a reader would get wrong: all of it is what the complainant recorded, act by act. No
name in a chat and no number of strangers becomes somebody's helper here, and many people said to
act for one person are not taken together.
"""

from __future__ import annotations

import numpy as np

from rainbook.findings.interface import Said, acts, wording
from rainbook.findings.signs._fixated_after import Looked
from rainbook.findings.signs._fixated_part import Part, purposes, quoted
from rainbook.record import (
    DO_NOT_KNOW,
    UNSAID,
    ActedFor,
    ActSort,
    AimedAt,
    KnewOf,
    Line,
    Way,
)

AROUND = "contacted people around me"
TWO_ACTS = 2
MANY_PEOPLE = 5  # where the setting "many_people" is missing
Found = dict[int, tuple[int, ...]]


def third_parties(looked: Looked) -> Part:
    """Return the acts towards others because of the complainant, and those done by others for the
    person.
    """
    name = "acts towards or through other people"
    aimed, around = _aimed(looked), _around(looked)
    through, crowd, guessed = _through(looked)
    every = {**aimed, **around, **through}
    spoken_for = [r for r in every if purposes(looked, r)]
    used = tuple(sorted(r for r in every if r not in spoken_for))
    limits = [*crowd, *guessed, *_not_said(looked, set(every))]
    if spoken_for:
        text = (
            f"{wording.many(len(spoken_for), 'act')} towards or through other people: a purpose is "
            "recorded for each, so they are not counted here."
        )
        numbers = tuple(n for r in spoken_for for _, n in purposes(looked, r))
        limits.append(Line(text, tuple(spoken_for), numbers))
    them, number = looked.person.name, len(used)
    return Part(
        name,
        shown=number >= TWO_ACTS,
        doubt=bool(crowd or guessed),
        asked=bool(every or crowd or guessed),
        says=f"{wording.many(number, 'act')} by or for {them} are recorded that went to or through "
        f"other people because of {acts.complainant(looked.case)}",
        also=f"{wording.many(number, 'act')} towards or through other people",
        supports=tuple(_lines(looked, (aimed, around, through))),
        limits=tuple(limits),
        figures={"acts_towards_or_through_others": number},
    )


def knowledge(looked: Looked) -> Part:
    """Return the acts recorded as showing knowledge the person should not have had."""
    name = "knowledge they should not have"
    mine = _theirs(looked)
    said = [s for s in looked.facts.all(KnewOf) if s.row is not None]
    found = [s for s in said if s.row in mine]
    doubtful = set(acts.in_doubt(looked.case, looked.person))
    unsure = [s for s in said if s.row in doubtful and s.row not in mine]
    them = looked.person.name
    limits = [
        Line(
            "Knowledge is recorded of an act that is in no count, because who did it is not "
            "certain.",
            (s.row,),
            (s.number,),
        )
        for s in unsure
        if s.row is not None
    ]
    number = len({s.row for s in found})
    return Part(
        name,
        shown=number > 0,
        doubt=bool(unsure),
        asked=bool(said),
        says=f"{wording.many(number, 'act')} by {them} {'is' if number == 1 else 'are'} recorded "
        f"as showing knowledge {them} should not have had",
        also=f"knowledge {them} should not have had ({wording.many(number, 'act')})",
        supports=tuple(_known(looked, s.row, s) for s in found if s.row is not None),
        limits=tuple(limits),
        figures={"acts_showing_knowledge": number},
    )


def _known(looked: Looked, row: int, said: Said[KnewOf]) -> Line:
    me, them = acts.complainant(looked.case), looked.person.name
    text = (
        f"{me} recorded that this act shows knowledge {them} should not have had: "
        f"{quoted(said.what.words)}. How {them} came to know is not said here."
    )
    return Line(text, (row,), (said.number,))


def _theirs(looked: Looked) -> set[int]:
    """Return the person's counted acts, towards whomever."""
    return {*looked.found.rows, *(row for row, _ in looked.found.elsewhere)}


def _aimed(looked: Looked) -> Found:
    """Return acts aimed at somebody else of which it is recorded that it was because of the
    complainant.
    """
    mine = {p.key for p in looked.case.people if p.role == "complainant"}
    found: Found = {}
    for row in sorted(_theirs(looked) & looked.facts.by_row.keys()):
        said = looked.facts.last(row, AimedAt)
        other = said is not None and said.what.at not in {"me", "group", DO_NOT_KNOW, *mine}
        if said is not None and other and said.what.because_of_me == "yes":
            found[row] = (said.number,)
    return found


def _around(looked: Looked) -> Found:
    """Return acts recorded as contacting people around the complainant, unless it was not because
    of them.
    """
    found: Found = {}
    for row in sorted(_theirs(looked) & looked.facts.by_row.keys()):
        sort, aim = looked.facts.last(row, ActSort), looked.facts.last(row, AimedAt)
        unrelated = aim is not None and aim.what.because_of_me == "no"
        if sort is not None and sort.what.sort == AROUND and not unrelated:
            found[row] = (sort.number,)
    return found


def _through(looked: Looked) -> tuple[Found, list[Line], list[Line]]:
    """Return acts somebody else did for the person; a line where too many people are said to have;
    and one for guesses.
    """
    case, found, guessed = looked.case, Found(), Found()
    me = acts.index_of(case, looked.person)
    for one in looked.facts.all(ActedFor):
        row = one.row
        if row is None or not _may_count(looked, row) or int(case.person_of[row]) == me:
            continue
        into = guessed if one.what.basis == "guess" else found
        into[row] = (*into.get(row, ()), one.number)
    lines = [
        Line(
            "That somebody did this for them is recorded as a guess; a guess is not counted.",
            (row,),
            numbers,
        )
        for row, numbers in guessed.items()
        if row not in found
    ]
    doers = {(int(case.table.actor[r]), int(case.person_of[r])) for r in found}
    said = case.settings.get("many_people", "")
    most = int(said) if said.isdecimal() else MANY_PEOPLE
    if len(doers) <= most:
        return found, [], lines
    text = (
        f"{len(doers):,} different people or accounts are recorded as having acted for "
        f"{looked.person.name}. So many are not taken together here; each is for a person to look "
        "at by itself."
    )
    crowd = Line(text, tuple(found), tuple(n for ns in found.values() for n in ns))
    return {}, [crowd], lines


def _may_count(looked: Looked, row: int) -> bool:
    case = looked.case
    sent = int(np.asarray(case.way)[row]) == Way.SENT
    return bool(case.counted[row]) and int(case.table.kind[row]) in wording.SAID and not sent


def _lines(looked: Looked, parts: tuple[Found, Found, Found]) -> list[Line]:
    me, them = acts.complainant(looked.case), looked.person.name
    said = (
        f"by {them} towards others, recorded as being because of {me}",
        f"by {them} recorded as contacting people around {me}",
        f"done by somebody else for {them}, as {me} recorded it, on this basis",
    )
    lines = []
    for found, what in zip(parts, said, strict=True):
        if not found:
            continue
        rows = tuple(found)
        numbers = tuple(n for ns in found.values() for n in ns)
        text = f"{wording.many(len(rows), 'act')} {what}"
        if found is parts[2]:
            bases = {s.what.basis for s in looked.facts.all(ActedFor) if s.number in numbers}
            text += f": {wording.listed(sorted(bases))}"
        days = looked.fewest_days(rows)
        when = f" On at least {wording.many(days, 'day')}." if days > 1 else ""
        lines.append(Line(f"{text}.{when}", rows, numbers))
    return lines


def _not_said(looked: Looked, used: set[int]) -> list[Line]:
    """Say of how many acts towards others it is not recorded whether they were because of the
    complainant.
    """
    rows = []
    for row, _ in looked.found.elsewhere:
        said = looked.facts.last(row, AimedAt)
        answer = UNSAID if said is None else said.what.because_of_me
        if row not in used and answer in (UNSAID, DO_NOT_KNOW):
            rows.append(row)
    if not rows:
        return []
    text = (
        f"{wording.many(len(rows), 'act')} towards others: whether because of "
        f"{acts.complainant(looked.case)} is not recorded."
    )
    return [Line(text, tuple(rows))]

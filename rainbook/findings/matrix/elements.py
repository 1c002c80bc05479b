"""The element matrix: each element of one jurisdiction's law beside what is on record for it, what
is on record against it, and what is not recorded.

The one thing a reader would get wrong: a full line is not an answer and an empty one is not either.
The matrix never says that an element is there; it says what a court would be shown, and what it
would ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from rainbook.findings import acts, wording
from rainbook.findings.law import Law, Route
from rainbook.findings.matrix import acts as matrix_acts
from rainbook.findings.matrix import felt, own, told
from rainbook.findings.matrix.dates import date_card
from rainbook.findings.matrix.ground import (
    Ground,
    Held,
    Known,
    before_the_law,
    ground_of,
    known_of,
    line,
    of,
)
from rainbook.findings.matrix.threats import threats_of
from rainbook.record import (
    DO_NOT_KNOW,
    Answered,
    CaseFile,
    ElementLine,
    EventBy,
    Line,
    Matrix,
    NotAsked,
    NotRelevant,
    Person,
    SingleThreat,
)

BY_ROLE: Mapping[str, Callable[[Ground], Held]] = {
    "course of conduct": matrix_acts.course,
    "prohibition": told.prohibition,
    "amounts to harassment": told.prohibition,
    "several victims": matrix_acts.several,
    "through others": matrix_acts.through_others,
    "individual": matrix_acts.individual,
    "knows or ought to know": told.knows,
    "reasonable": own.reasonable,
    "associated acts": matrix_acts.sorts,
    "stalking acts": matrix_acts.sorts,
    "second source": matrix_acts.witnesses,
}
"""What is laid beside an element with one way, by its role. Elements about what was felt
(FELT) go by their routes.
"""
FELT = ("alarm or distress", "suffering", "fear", "fear or serious distress")


def matrix_of(case: CaseFile, person: Person, law: Law) -> Matrix:
    """Return the elements of this law for one person, in the order of the law file; elements with
    two routes are two lines.
    """
    known = known_of(case, person, law)
    lines = [one for element in law.in_matrix() for one in _lines(ground_of(known, element))]
    return Matrix(
        person=person.key,
        jurisdiction=law.jurisdiction,
        name=law.name,
        as_of=law.as_of,
        note=law.note,
        threats=threats_of(known),
        card=date_card(case, person, law),
        elements=tuple(lines),
        limits=_limits(known),
    )


def _lines(ground: Ground) -> list[ElementLine]:
    if ground.element.role not in FELT:
        laid = BY_ROLE.get(ground.element.role)
        return [_line(ground, "", laid(ground) if laid else Held())]
    made = []
    for route in ground.element.routes or (Route(),):
        held = felt.felt(ground, route) if route.answers else told.likely(ground)
        named = f"{route.number} {route.words or route.says}" if route.number else ""
        made.append(_line(ground, named, held))
    return made


def _line(ground: Ground, route: str, held: Held) -> ElementLine:
    held.add(before_the_law(ground))
    return ElementLine(
        element=ground.element.cited(),
        route=route,
        bears=tuple(held.bears),
        weakens=tuple(held.weakens),
        gaps=tuple(held.gaps),
    )


def _limits(known: Known) -> tuple[Line, ...]:
    law, case = known.law, known.case
    passed = [s for s in known.facts.all(NotAsked) if s.what.about in ("", known.person.key)]
    lines = [
        Line(f"{law.note} The law as of {law.as_of}."),
        *(Line(u.sentence) for u in law.unknowns),
        *acts.left_out(case, known.person),
        *_loose(known),
    ]
    if passed:
        text = f"{wording.many(len(passed), 'question')} passed over for now; nothing follows."
        lines.append(line(text, of(passed)))
    for answer in ("no", DO_NOT_KNOW):
        those = [
            s
            for s in known.facts.all(Answered)
            if s.what.answer == answer and s.what.about == known.person.key
        ]
        if those:
            asked = wording.listed(sorted({s.what.question for s in those}))
            lines.append(line(f"Asked, and the answer was {answer}: {asked}.", of(those)))
    lines.append(
        Line(
            "What is on record is laid beside each element; whether an element is there is for a "
            "court, and a page with gaps can be given to the police as it is."
        )
    )
    return tuple(lines)


def _loose(known: Known) -> list[Line]:
    """Say which answers are about records of this person that are in no count."""
    theirs = acts.index_of(known.case, known.person)
    whose = (np.asarray(known.case.person_of), np.asarray(known.case.guessed_of))
    found = [
        s
        for s in known.facts.said
        if s.row is not None
        and s.row not in known.mine
        and any(int(w[s.row]) == theirs for w in whose)
        and not isinstance(s.what, (NotRelevant, EventBy))
        and not (isinstance(s.what, SingleThreat) and int(whose[0][s.row]) == theirs)
    ]
    if not found:
        return []
    text = (
        f"{wording.many(len(found), 'answer')} not used above: about a record that is in no count."
    )
    return [line(text, of(found))]

"""Single messages the complainant picked as threats, to be read before everything else.

The one thing a reader would get wrong: these are picked by a person, one by one. A message the
program or a list of words would call a threat is not here, and one act is enough to ask about.
"""

from __future__ import annotations

import numpy as np

from rainbook.findings import acts, wording
from rainbook.findings.facts import Said
from rainbook.findings.law import Element
from rainbook.findings.matrix.ground import Known, line, of, quoted
from rainbook.findings.said_times import when_of
from rainbook.record import DO_NOT_KNOW, NO_TIME, ActSort, Line, SingleThreat


def threats_of(known: Known) -> tuple[Line, ...]:
    """Return the picked messages, earliest first, then the acts sorted as threats that were not
    picked.
    """
    element = known.law.role("single threat") or known.law.role("single act")
    theirs = acts.index_of(known.case, known.person)
    person_of = np.asarray(known.case.person_of)
    found: dict[int, Said[SingleThreat]] = {}
    for said in known.facts.all(SingleThreat):
        if said.row is not None and int(person_of[said.row]) == theirs:
            found[said.row] = said
    in_time = sorted(found.items(), key=lambda one: (*_time(known, one[0]), one[0]))
    lines = [_line(known, element, said, row) for row, said in in_time]
    if lines and element is not None:
        lines.insert(0, Line(_what_the_law_says(element)))
    return (*lines, *_not_picked(known, set(found), theirs))


def _time(known: Known, row: int) -> tuple[bool, int]:
    first = acts.span_of(known.case, row)[0]
    return first == NO_TIME, first


def _what_the_law_says(element: Element) -> str:
    words = f" It speaks of “{element.words}”." if element.words else ""
    return (
        f"{element.act} {element.section}: one act is enough to ask the police about.{words} "
        f"{element.cannot_say}"
    )


def _line(known: Known, element: Element | None, said: Said[SingleThreat], row: int) -> Line:
    case = known.case
    first, last = acts.span_of(case, row)
    when = "at a time that cannot be read"
    if first != NO_TIME and last - first < acts.MINUTE:
        when = f"on {wording.time_words(first, case.zone)}"
    elif first != NO_TIME:
        when = wording.between(wording.day_at(first, case.zone), wording.day_at(last, case.zone))
    of_what = "what it threatens: do not know"
    if said.what.of != DO_NOT_KNOW:
        of_what = f"a threat of {said.what.of}"
    parts = [f"Picked as a threat, {when}: {of_what}{quoted(said.what.words)}."]
    if element is not None and element.role == "single threat":
        dated = known.law.role("how a message is dated")
        named = f" ({dated.section})" if dated else ""
        parts.append(f"Online, the day that matters is the day it was first sent{named}.")
    if not case.counted[row]:
        parts.append(f"In no count: {case.why_not.get(row, 'no reason is noted')}.")
    start = element and element.in_force and when_of(element.in_force.isoformat(), case.zone)
    if element and element.in_force and start and first != NO_TIME and last < start[0]:
        parts.append(
            f"{element.section} came into force on {wording.day_words(element.in_force)}, after "
            "it, and does not reach back; ask about other offences."
        )
    return Line(" ".join(parts), (row,), (said.number,))


def _not_picked(known: Known, picked: set[int], theirs: int) -> list[Line]:
    found = [
        s
        for s in known.facts.all(ActSort)
        if s.row is not None
        and s.row not in picked
        and s.what.sort == "threat"
        and known.facts.last(s.row, ActSort) is s
        and int(np.asarray(known.case.person_of)[s.row]) == theirs
    ]
    if not found:
        return []
    text = (
        f"Sorted as a threat and not picked as a single threat: "
        f"{wording.many(len(found), 'act')}. Whether each conveys one is for a person to say."
    )
    return [line(text, of(found))]

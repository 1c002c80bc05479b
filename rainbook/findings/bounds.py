"""Lines about the bounds of a count: whom acts were aimed at, and which lie before the law.

The one thing a reader would get wrong: these acts are not dropped in silence; each line cites them.
"""

from __future__ import annotations

from rainbook.findings import acts, wording
from rainbook.findings.facts import Facts
from rainbook.findings.law import Law
from rainbook.record import AimedAt, CaseFile, Line


def aimed(case: CaseFile, found: acts.Acts, facts: Facts, law: Law) -> list[Line]:
    """Say which acts were in a group or towards somebody else, and which of these because of the
    complainant.
    """
    lines: list[Line] = []
    if found.grouped:
        lines.append(
            Line(
                f"{wording.many(len(found.grouped), 'act')} stood in a group "
                f"{acts.complainant(case)} is in; whom each was aimed at is for a person to say.",
                tuple(sorted(found.grouped)),
            )
        )
    if found.elsewhere:
        names = {p.key: p.name for p in case.people}
        whom = wording.listed(sorted({names.get(k, k) for _, k in found.elsewhere}))
        rows = tuple(r for r, _ in found.elsewhere)
        number = wording.many(len(rows), "act")
        lines.append(Line(f"Not counted: {number} towards {whom}. {_others(law)}", rows))
        lines += _because(case, facts, rows)
        lines += _each(case, found, law)
    return lines


def _each(case: CaseFile, found: acts.Acts, law: Law) -> list[Line]:
    """Say how many acts there are towards each person, for the branch about two or more people."""
    several, course = law.role("several victims"), law.role("course of conduct")
    names = {p.key: p.name for p in case.people}
    towards = {acts.complainant(case): found.rows} if found.rows else {}
    for key in dict.fromkeys(k for _, k in found.elsewhere):
        # who "somebody else" is was not said, so they are not a person of this branch
        if key in names:
            towards[names[key]] = tuple(r for r, k in found.elsewhere if k == key)
    if several is None or course is None or len(towards) < 2:
        return []
    parts = wording.listed(f"{name} {len(rows):,}" for name, rows in sorted(towards.items()))
    said = (
        f"For {several.section} with {course.section}(b), at least one occasion towards each: acts "
        f"are recorded towards {parts}. What they were meant to make anybody do is not recorded "
        "here."
    )
    return [Line(said, tuple(r for rows in towards.values() for r in rows))]


def _others(law: Law) -> str:
    """Say what the law of this jurisdiction has for acts towards others."""
    course, several = law.role("course of conduct"), law.role("several victims")
    if course is not None and several is not None:
        return (
            f"The law asks for two occasions towards the same person ({course.section}(a)); for "
            f"acts towards two or more people see {several.section} and {course.section}(b)."
        )
    section = f" ({course.section})" if course is not None else ""
    return f"Here the law also speaks of acts towards others{section}; what they bear on is asked."


def _because(case: CaseFile, facts: Facts, rows: tuple[int, ...]) -> list[Line]:
    told = [s for row in rows for s in facts.on(row, AimedAt) if s.what.because_of_me == "yes"]
    if not told:
        return []
    me = acts.complainant(case)
    cited = tuple(s.row for s in told if s.row is not None)
    said = f"Of these, because of {me}, as {me} says: {len(told):,}."
    return [Line(said, cited, tuple(s.number for s in told))]


_NAMED = (
    "prohibition",
    "stalking offence",
    "stalking acts",
    "course of conduct",
    "fear or serious distress",
)


def before_the_law(found: acts.Acts, law: Law) -> list[Line]:
    """Say which acts lie before an element came into force: none of them reaches back."""
    days = found.placed_days()
    lines = []
    asked = [e for e in law.elements if e.in_force and e.role in _NAMED]
    for start in sorted({e.in_force for e in asked if e.in_force}):
        rows = tuple(r for day, those in days.items() if day < start for r in those)
        if rows:
            sections = wording.listed(e.section for e in asked if e.in_force == start)
            lines.append(
                Line(
                    f"{wording.many(len(rows), 'act')} before {wording.day_words(start)}: "
                    f"{sections} did not exist then and do not reach back, so stalking was not yet "
                    "a named offence.",
                    rows,
                )
            )
    return lines

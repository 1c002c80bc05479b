"""Lines about the bounds of a count: whom acts were aimed at, and which lie before the law.

The one thing a reader would get wrong: these acts are not dropped in silence; each line cites them.
"""

from __future__ import annotations

from rainbook.findings import acts, wording
from rainbook.findings.law import Law
from rainbook.record import CaseFile, Line


def aimed(case: CaseFile, found: acts.Acts) -> list[Line]:
    """Say which acts were in a group or towards somebody else."""
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
        lines.append(
            Line(
                f"Not counted: {wording.many(len(found.elsewhere), 'act')} towards {whom}. The law "
                "asks for two occasions towards the same person (s.7(3)(a)); for acts towards two "
                "or more people see s.1(1A) and s.7(3)(b).",
                tuple(r for r, _ in found.elsewhere),
            )
        )
    return lines


def before_the_law(found: acts.Acts, law: Law) -> list[Line]:
    """Say which acts lie before an element came into force: none of them reaches back."""
    days = found.placed_days()
    lines = []
    for start in sorted({e.in_force for e in law.elements if e.in_force}):
        rows = tuple(r for day, those in days.items() if day < start for r in those)
        if rows:
            sections = wording.listed(e.section for e in law.elements if e.in_force == start)
            lines.append(
                Line(
                    f"{wording.many(len(rows), 'act')} before {wording.day_words(start)}: "
                    f"{sections} did not exist then and do not reach back, so stalking was not yet "
                    "a named offence.",
                    rows,
                )
            )
    return lines

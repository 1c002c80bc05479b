"""The lines of the sign "unwanted": what came after each refusal, what was sent back, and the
limits.

The one thing a reader would get wrong: what the complainant sent after a refusal is in the lines
whether it helps or not; a thread is shown whole.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rainbook.findings.interface import Law, Refusal, acts, wording
from rainbook.record import CaseFile, Kind, Line, Person


@dataclass(frozen=True, slots=True)
class After:
    """One refusal and the rows after it: `direct` to the complainant, `grouped` in a group,
    `unsure` before or after, `said` after by the complainant's word, by decisions `told`.
    """

    refusal: Refusal
    direct: tuple[int, ...]
    grouped: tuple[int, ...]
    unsure: tuple[int, ...]
    replies: tuple[int, ...]
    said: tuple[int, ...] = ()
    told: tuple[int, ...] = ()


def when_said(refusal: Refusal) -> str:
    return f" {refusal.when}" if refusal.when else ""


def support(case: CaseFile, person: Person, one: After) -> Line:
    refusal = one.refusal
    cited = () if refusal.row is None else (refusal.row,)
    text = f"{refusal.what}{when_said(refusal)}. After that by {person.name}: {len(one.direct):,}"
    if one.direct:
        text += f" ({wording.channels(case.table, one.direct)})"
    if one.grouped:
        text += f"; in a group: {len(one.grouped):,}"
    if one.said:
        text += f"; by the word of {acts.complainant(case)}, not by their own time: {len(one.said)}"
    rows = (*cited, *one.direct, *one.grouped, *one.said)
    return Line(f"{text}.", rows, (refusal.decision, *one.told))


def against(case: CaseFile, person: Person, one: After) -> Line:
    me, refusal = acts.complainant(case), one.refusal
    if not one.replies:
        return Line(
            f"After {refusal.name}{when_said(refusal)}, nothing that {me} sent to {person.name} "
            "stands "
            "in the records read.",
            (),
            (refusal.decision,),
        )
    return Line(
        f"After {refusal.name}{when_said(refusal)}, {me} sent {person.name} "
        f"{wording.channels(case.table, one.replies)}.",
        one.replies,
        (refusal.decision,),
    )


def limits(
    case: CaseFile, person: Person, given: tuple[Refusal, ...], after: list[After], law: Law
) -> tuple[Line, ...]:
    lines = [
        Line(r.trouble, () if r.row is None else (r.row,), (r.decision,))
        for r in given
        if r.trouble
    ]
    for one in after:
        if one.unsure:
            lines.append(
                Line(
                    f"{wording.many(len(one.unsure), 'act')}: whether before or after "
                    f"{one.refusal.name} cannot be told, so counted as neither{_below(case, one)}.",
                    one.unsure,
                    (one.refusal.decision,),
                )
            )
    noted = tuple(np.flatnonzero(case.table.kind == Kind.BLOCK).tolist())
    if noted and not any(r.kind == "blocked" for r in given):
        lines.append(
            Line(
                f"{wording.many(len(noted), 'block')} noted by the service itself; it counts as a "
                "refusal once you record it as a decision.",
                noted,
            )
        )
    if given and acts.own_replies(case, person) is None:
        lines.append(Line("What was sent back could not be worked out, so it is not shown."))
    lines += acts.left_out(case, person)
    return (
        *lines,
        Line(
            "Whether a person knew, or ought to have known, that contact was unwanted is for a "
            "court."
        ),
        *(Line(e.cannot_say) for e in law.with_role("reasonable")[:1]),
        Line(law.note),
    )


def _below(case: CaseFile, one: After) -> str:
    """Say how many of the unsure acts stand below the refusal in its own file: their order there is
    evidence too.
    """
    row, table = one.refusal.row, case.table
    if row is None:
        return ""
    same = [
        r
        for r in one.unsure
        if table.original[r] == table.original[row] and table.member[r] == table.member[row]
    ]
    below = sum(1 for r in same if table.seq[r] > table.seq[row])
    return f" ({below:,} of them below it in the same file)" if same else ""

"""Unwanted: each refusal that is on record, and exactly what came after it.

The one thing a reader would get wrong: only what lies wholly after the last instant the refusal can
have been is "after". What overlaps it is counted apart as "before or after, cannot be told". No
refusal on record is not consent, and however many acts there are, they do not stand in for one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from rainbook.findings.interface import Law, Refusal, acts, refusals_of, wording
from rainbook.record import NO_TIME, CaseFile, Finding, Kind, Line, Person

NOTHING = "No refusal is recorded. That is not the same as wanted."


@dataclass(frozen=True, slots=True)
class _After:
    """One refusal and the rows after it: `direct` to the complainant, `grouped` in a group,
    `unsure` before or after.
    """

    refusal: Refusal
    direct: tuple[int, ...]
    grouped: tuple[int, ...]
    unsure: tuple[int, ...]
    replies: tuple[int, ...]


class Unwanted:
    """See the module."""

    name = "unwanted"
    title = "Unwanted"

    def look(self, case: CaseFile, person: Person, law: Law) -> Finding:
        """Return every refusal of this person and the acts after it, by channel, own replies beside
        them.
        """
        found = acts.acts_of(case, person)
        given = refusals_of(case, person)
        after = [_after(case, person, found, r) for r in given if r.usable]
        outcome, sentence = _outcome(case, person, given, after)
        return Finding(
            sign=self.name,
            person=person.key,
            outcome=outcome,
            sentence=sentence,
            supports=tuple(_support(case, person, a) for a in after),
            against=tuple(_against(case, person, a) for a in after)
            if acts.own_replies(case, person) is not None
            else (),
            limits=_limits(case, person, given, after, law),
            law=(law.element("s1_1").cited(), law.element("s1_3").cited()),
            figures={"refusals": [_figures(case, a) for a in after], "zone": case.zone},
        )


SIGN = Unwanted()


def _after(case: CaseFile, person: Person, found: acts.Acts, refusal: Refusal) -> _After:
    dated = found.first != NO_TIME
    later = dated & (found.first > refusal.latest)
    unsure = ~later & ~(dated & (found.last < refusal.earliest))
    rows = np.array(found.rows, np.int64)
    sent = acts.own_replies(case, person)
    replies: tuple[int, ...] = ()
    if sent is not None:
        # the table's own start of each time is enough here: a reply is shown whether or not it is
        # at the boundary
        replies = tuple(
            r for r in sent[case.table.earliest[sent] > refusal.latest].tolist() if r != refusal.row
        )
    after = rows[later].tolist()
    return _After(
        refusal,
        tuple(r for r in after if r not in found.grouped),
        tuple(r for r in after if r in found.grouped),
        tuple(rows[unsure].tolist()),
        replies,
    )


def _outcome(
    case: CaseFile, person: Person, given: list[Refusal], after: list[_After]
) -> tuple[str, str]:
    them = person.name
    if not given:
        return "cannot tell", NOTHING
    if not after:
        return (
            "cannot tell",
            f"{wording.many(len(given), 'refusal is', 'refusals are')} recorded, but none with a "
            "time that can be used; see the limits.",
        )
    if not acts.is_placed(case, person):
        return (
            "cannot tell",
            f"No account has been placed with {them} yet, so what came after cannot be counted.",
        )
    hit = next((a for a in after if a.direct), None)
    if hit:
        return "shown", _told(case, person, hit)
    first = after[0].refusal
    if any(a.unsure or a.grouped for a in after) or _doubtful_after(case, person, first):
        return (
            "cannot tell",
            f"{first.what} {first.when}. Whether anything by {them} towards "
            f"{acts.complainant(case)} came after cannot be told here.",
        )
    end = _last_record(case)
    if end is None or end <= first.latest:
        return (
            "cannot tell",
            f"{first.what} {first.when}. The records read end before that, so what came after is "
            "not known.",
        )
    until = wording.day_words(wording.day_at(end, case.zone))
    return (
        "not shown",
        f"{first.what} {first.when}. No act by {them} after that stands in the records read, which "
        f"go on to {until}.",
    )


def _told(case: CaseFile, person: Person, hit: _After) -> str:
    first, last = hit.direct[0], hit.direct[-1]
    days = [wording.day_at(acts.span_of(case, row)[0], case.zone) for row in (first, last)]
    number = len(hit.direct)
    return (
        f"{hit.refusal.what} {hit.refusal.when}; after that {wording.many(number, 'act')} by "
        f"{person.name} {'is' if number == 1 else 'are'} recorded, {wording.between(*days)}."
    )


def _support(case: CaseFile, person: Person, one: _After) -> Line:
    refusal = one.refusal
    cited = () if refusal.row is None else (refusal.row,)
    text = f"{refusal.what} {refusal.when}. After that by {person.name}: {len(one.direct):,}"
    if one.direct:
        text += f" ({wording.channels(case.table, one.direct)})"
    if one.grouped:
        text += f"; in a group: {len(one.grouped):,}"
    return Line(f"{text}.", (*cited, *one.direct, *one.grouped), (refusal.decision,))


def _against(case: CaseFile, person: Person, one: _After) -> Line:
    me, refusal = acts.complainant(case), one.refusal
    if not one.replies:
        return Line(
            f"After {refusal.name} {refusal.when}, nothing that {me} sent to {person.name} stands "
            "in the records read.",
            (),
            (refusal.decision,),
        )
    return Line(
        f"After {refusal.name} {refusal.when}, {me} sent {person.name} "
        f"{wording.channels(case.table, one.replies)}.",
        one.replies,
        (refusal.decision,),
    )


def _limits(
    case: CaseFile, person: Person, given: list[Refusal], after: list[_After], law: Law
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
        Line(law.element("s1_3").cannot_say),
        Line(law.note),
    )


def _below(case: CaseFile, one: _After) -> str:
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


def _doubtful_after(case: CaseFile, person: Person, refusal: Refusal) -> bool:
    return any(acts.span_of(case, row)[1] > refusal.latest for row in acts.in_doubt(case, person))


def _last_record(case: CaseFile) -> int | None:
    dated = case.table.earliest[case.table.earliest != NO_TIME]
    return int(dated.max()) if len(dated) else None


def _figures(case: CaseFile, one: _After) -> dict[str, Any]:
    return {
        "decision": one.refusal.decision,
        "kind": one.refusal.kind,
        "after": len(one.direct),
        "after_in_a_group": len(one.grouped),
        "cannot_tell": len(one.unsure),
        "own_replies_after": len(one.replies),
    }

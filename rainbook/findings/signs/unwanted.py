"""Unwanted: each refusal that is on record, and exactly what came after it.

The one thing a reader would get wrong: only what lies wholly after the last instant the refusal can
have been is "after". What overlaps it is counted apart as "before or after, cannot be told". No
refusal on record is not consent, and however many acts there are, they do not stand in for one.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from rainbook.findings.interface import (
    Facts,
    Law,
    Refusal,
    acts,
    facts_of,
    refusals_of,
    said_after,
    wording,
)
from rainbook.findings.signs._unwanted_lines import After, against, limits, support, when_said
from rainbook.record import NO_TIME, CaseFile, Finding, Person

NOTHING = "No refusal is recorded. That is not the same as wanted."


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
        facts = facts_of(case, person)
        after = [a for r in given if (a := _after(case, person, found, r, facts))]
        outcome, sentence = _outcome(case, person, given, after)
        return Finding(
            sign=self.name,
            person=person.key,
            outcome=outcome,
            sentence=sentence,
            supports=tuple(support(case, person, a) for a in after),
            against=tuple(against(case, person, a) for a in after if a.refusal.usable)
            if acts.own_replies(case, person) is not None
            else (),
            limits=limits(case, person, given, after, law),
            law=tuple(e.cited() for e in (law.role("prohibition"), law.role("reasonable")) if e),
            figures={"refusals": [_figures(case, a) for a in after], "zone": case.zone},
        )


SIGN = Unwanted()


def _after(
    case: CaseFile, person: Person, found: acts.Acts, refusal: Refusal, facts: Facts
) -> After | None:
    """Return what came after a refusal; None where it has no time and nothing is said of it."""
    said = said_after(found, refusal, facts)
    if not refusal.usable:
        return After(refusal, (), (), (), (), *said) if said[0] else None
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
    return After(
        refusal,
        tuple(r for r in after if r not in found.grouped),
        tuple(r for r in after if r in found.grouped),
        tuple(r for r in rows[unsure].tolist() if r not in said[0]),
        replies,
        tuple(r for r in said[0] if r not in after),
        said[1],
    )


def _outcome(
    case: CaseFile, person: Person, given: tuple[Refusal, ...], after: list[After]
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
    by_word = next((a for a in after if a.said), None)
    if by_word:
        return "shown", _told_by_word(case, person, by_word)
    return _nothing_sure(case, person, after)


def _nothing_sure(case: CaseFile, person: Person, after: list[After]) -> tuple[str, str]:
    """Say why nothing is surely after a refusal: in doubt, beyond the records, or not there."""
    first = after[0].refusal
    if any(a.unsure or a.grouped for a in after) or _doubtful_after(case, person, first):
        return (
            "cannot tell",
            f"{first.what} {first.when}. Whether anything by {person.name} towards "
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
        f"{first.what} {first.when}. No act by {person.name} after that stands in the records "
        "read, which "
        f"go on to {until}.",
    )


def _told(case: CaseFile, person: Person, hit: After) -> str:
    first, last = hit.direct[0], hit.direct[-1]
    days = [wording.day_at(acts.span_of(case, row)[0], case.zone) for row in (first, last)]
    number = len(hit.direct)
    return (
        f"{hit.refusal.what} {hit.refusal.when}; after that {wording.many(number, 'act')} by "
        f"{person.name} {'is' if number == 1 else 'are'} recorded, {wording.between(*days)}."
    )


def _told_by_word(case: CaseFile, person: Person, one: After) -> str:
    number = len(one.said)
    return (
        f"{one.refusal.what}{when_said(one.refusal)}; after that, as {acts.complainant(case)} "
        "says, "
        f"{wording.many(number, 'act')} by {person.name} {'is' if number == 1 else 'are'} "
        "recorded. Their own times do not show it."
    )


def _doubtful_after(case: CaseFile, person: Person, refusal: Refusal) -> bool:
    return any(acts.span_of(case, row)[1] > refusal.latest for row in acts.in_doubt(case, person))


def _last_record(case: CaseFile) -> int | None:
    dated = case.table.earliest[case.table.earliest != NO_TIME]
    return int(dated.max()) if len(dated) else None


def _figures(case: CaseFile, one: After) -> dict[str, Any]:
    return {
        "decision": one.refusal.decision,
        "kind": one.refusal.kind,
        "after": len(one.direct),
        "after_in_a_group": len(one.grouped),
        "cannot_tell": len(one.unsure),
        "own_replies_after": len(one.replies),
        "said_after": len(one.said),
    }

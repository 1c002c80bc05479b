"""Repeated: on how many occasions one person acted towards the complainant, counted three ways side
by side.

The one thing a reader would get wrong: two occasions are what the law asks for at least, not what
makes a course of conduct. The sign is shown only where every careful way of counting gives two;
where it depends on the way of counting it cannot tell, and it never says what the acts amount to.
"""

from __future__ import annotations

from typing import Any

from rainbook.findings.interface import Law, acts, wording
from rainbook.findings.signs._repeated_lines import (
    LONGEST,
    Count,
    against,
    count,
    law_of,
    limits,
    range_of,
    since,
    supports,
)
from rainbook.record import NO_TIME, CaseFile, Finding, Kind, Person


class Repeated:
    """See the module."""

    name = "repeated"
    title = "Repeated"

    def look(self, case: CaseFile, person: Person, law: Law) -> Finding:
        """Return the occasions of this person under the three groupings. Acts towards others are
        not among them.
        """
        found = acts.acts_of(case, person)
        gap = acts.gap_minutes(case)
        everything, direct = (
            count(found, rows, gap, case.zone) for rows in (found.rows, found.direct())
        )
        outcome, sentence = _outcome(case, person, found, everything, direct)
        first_line, after = since(case, person, found, gap)
        return Finding(
            sign=self.name,
            person=person.key,
            outcome=outcome,
            sentence=sentence,
            supports=(
                *supports(case, person, found, everything, gap, law),
                *([first_line] if first_line else ()),
            ),
            against=against(case, person, found, law),
            limits=limits(case, person, found, everything, law),
            law=law_of(found, law),
            figures={**_figures(case, found, everything, gap), **_after_figures(after)},
        )


SIGN = Repeated()


def _outcome(
    case: CaseFile, person: Person, found: acts.Acts, everything: Count, direct: Count
) -> tuple[str, str]:
    them, me = person.name, acts.complainant(case)
    doubtful = acts.in_doubt(case, person)
    if direct.sure():
        return "shown", _told(case, person, found, everything)
    if everything.sure():
        return "cannot tell", (
            f"{wording.many(everything.acts, 'act')} by {them} are recorded, but only "
            f"{direct.acts:,} outside groups: whether what was said in a group was aimed at {me} "
            "cannot be told here."
        )
    if everything.acts >= 2:
        return "cannot tell", (
            f"{wording.many(everything.acts, 'act')} by {them} are recorded {_when(case, found)}, "
            f"but they make {_ways(everything)}: whether that is two occasions cannot be told "
            "here."
        )
    counted = wording.many(everything.acts, "act") if everything.acts else "no act"
    if doubtful:
        return "cannot tell", (
            f"{counted.capitalize()} by {them} towards {me} can be counted; "
            f"{wording.many(len(doubtful), 'more record')} might be, if it were certain who each "
            "is from."
        )
    if not acts.is_placed(case, person):
        return (
            "cannot tell",
            f"No account has been placed with {them} yet, so nothing can be counted.",
        )
    return (
        "not shown",
        f"{counted.capitalize()} by {them} towards {me} is recorded; the law asks for two "
        "occasions or more.",
    )


def _told(case: CaseFile, person: Person, found: acts.Acts, count: Count) -> str:
    seen = any(int(case.table.kind[r]) == Kind.DIARY for r in found.rows)
    verb = "acted towards" if seen else "contacted"
    if count.sessions[0] < 2:
        return (
            f"{person.name} {verb} {acts.complainant(case)} on "
            f"{wording.at_least(count.days, 'day')} ({wording.many(count.acts, 'act')}, so close "
            f"together that they make {range_of(count.sessions, 'session')}) {_when(case, found)}."
        )
    return (
        f"{person.name} {verb} {acts.complainant(case)} on "
        f"{wording.at_least(count.sessions, 'occasion')} ({wording.many(count.acts, 'act')}, "
        f"{wording.at_least(count.days, 'day')}) {_when(case, found)}."
    )


def _ways(count: Count) -> str:
    return f"{range_of(count.sessions, 'session')} and lie on {range_of(count.days, 'day')}"


def _when(case: CaseFile, found: acts.Acts) -> str:
    """Say the first and the last day any act can have been."""
    dated = found.first != NO_TIME
    if not dated.any():
        return "without a day that can be read"
    ends = (int(found.first[dated].min()), int(found.last[dated].max()))
    return wording.between(*(wording.day_at(end, case.zone) for end in ends))


def _figures(case: CaseFile, found: acts.Acts, count: Count, gap: int) -> dict[str, Any]:
    days = found.placed_days()
    return {
        "acts": count.acts,
        "sessions": list(count.sessions),
        "days": list(count.days),
        "session_gap_minutes": gap,
        "zone": case.zone,
        "in_a_group": len(found.grouped),
        "towards_others": len(found.elsewhere),
        "by_day": {day.isoformat(): len(rows) for day, rows in sorted(days.items())},
        "longest_gaps_days": [n for n, _, _ in found.gaps()[:LONGEST]],
    }


def _after_figures(after: Count | None) -> dict[str, Any]:
    if after is None:
        return {}
    return {
        "acts_since_refused": after.acts,
        "sessions_since_refused": list(after.sessions),
        "days_since_refused": list(after.days),
    }

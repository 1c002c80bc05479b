"""Obsessive: how intense one person's acts are, held against their own earlier time with the same
complainant.

The one thing a reader would get wrong: many acts show nothing here. Shown is only a rise against
the same relationship's own earlier rate that what was sent back, late files, a time both wanted or
an ordinary purpose does not account for; nobody else's rate is a measure. Night, runs, bursts,
lengths and repeats stand beside it and change no outcome.
"""

from __future__ import annotations

from typing import Any

from rainbook.findings.interface import Law, acts, bounds, facts_of, wording
from rainbook.findings.interface import change as changes
from rainbook.findings.signs import _obsessive_days as days
from rainbook.findings.signs import _obsessive_lines as lines
from rainbook.findings.signs._obsessive_rate import ALIKE, FEWEST_BEFORE, Half, Rate, rate_of
from rainbook.record import CaseFile, Finding, Line, Person

COURSE = "course of conduct"


class Obsessive:
    """See the module."""

    name = "obsessive"
    title = "Obsessive"

    def look(self, case: CaseFile, person: Person, law: Law) -> Finding:
        """Return whether this person's acts towards the complainant rose against their own earlier
        rate, with what else is known of their intensity.
        """
        found, facts = acts.acts_of(case, person), facts_of(case, person)
        rate = rate_of(case, person, found, facts)
        also = lines.habits_of(case, person, found, rate)
        outcome, sentence = _outcome(case, person, found, rate)
        course = law.role(COURSE)
        return Finding(
            sign=self.name,
            person=person.key,
            outcome=outcome,
            sentence=sentence,
            supports=tuple(lines.supports(rate, also)),
            against=tuple(lines.against(case, person, rate, days.together_of(case, facts))),
            limits=(
                *lines.limits(rate, also),
                *bounds.aimed(case, found, facts, law),
                *acts.left_out(case, person),
                Line(law.note),
            ),
            law=(course.cited(),) if course else (),
            figures=_figures(case, found, rate, also),
        )


SIGN = Obsessive()


def _outcome(case: CaseFile, person: Person, found: acts.Acts, rate: Rate) -> tuple[str, str]:
    if rate.change is None or rate.halves is None:
        return "cannot tell", _too_few(case, person, found, rate)
    one, two = rate.halves
    them, me = person.name, acts.complainant(case)
    if not rate.rose:
        number = wording.many(len(one.rows) + len(two.rows), "act")
        when = wording.between(days.day_of(one.first), days.day_of(two.last))
        return "not shown", (
            f"No rise was found in the {number} by {them} towards {me} {when}, held against their "
            "own earlier rate."
        )
    return _held(me, _risen(them, me, one, two), len(one.rows), rate)


def _held(me: str, risen: str, before: int, rate: Rate) -> tuple[str, str]:
    """Return the outcome of a rise that was found, held against all that could account for it."""
    if before < FEWEST_BEFORE:
        return "cannot tell", (
            f"{risen} But to hold a rise against an earlier rate of their own, at least "
            f"{FEWEST_BEFORE} acts before it are needed."
        )
    if not rate.replies_known:
        return "cannot tell", (
            f"{risen} What {me} sent back could not be worked out, so whether it rose on both "
            "sides cannot be told."
        )
    if rate.late:
        return "cannot tell", (
            f"{risen} But some of the files begin only later than others, and without them no rise "
            "is found: whether there was less before, or only less is kept, cannot be told."
        )
    if rate.both == ALIKE:
        return "not shown", f"{risen} What {me} sent back rose alike: the rise is on both sides."
    if rate.both:
        return "cannot tell", (
            f"{risen} What {me} sent back rose too, and the numbers are too small or too uneven to "
            "say whether it rose less."
        )
    if rate.span:
        return "cannot tell", (
            f"{risen} But it begins in a time recorded as {rate.span.what}: whether that contact "
            "was wanted is for a person to say."
        )
    if rate.ordinary:
        return "cannot tell", (
            f"{risen} But {rate.ordinary[0]}: whether the rise is more than that is for a person "
            "to say."
        )
    return "shown", risen


def _risen(them: str, me: str, one: Half, two: Half) -> str:
    return (
        f"Acts by {them} towards {me} rose from {lines.a_day(one.rate)} ({lines.in_days(one)}) to "
        f"{lines.a_day(two.rate)} ({lines.in_days(two)}) from about "
        f"{wording.day_words(days.day_of(two.first))}."
    )


def _too_few(case: CaseFile, person: Person, found: acts.Acts, rate: Rate) -> str:
    """Say which number is missing."""
    them, me = person.name, acts.complainant(case)
    placed, many = len(rate.days.rows), len(rate.days.days)
    if not placed:
        return _nothing(case, person, found, rate)
    said = f"{wording.many(placed, 'act')} by {them} towards {me} on {wording.many(many, 'day')}"
    if found.grouped:
        said += f" (and {len(found.grouped):,} in a group)"
    wanted = (
        f"{changes.FEWEST_DAYS} days from the first to the last act"
        if many < changes.FEWEST_DAYS
        else f"{changes.FEWEST_ACTS} acts"
    )
    return (
        f"{said} can be compared; to hold a time against an earlier one, at least {wanted} are "
        "needed."
    )


def _nothing(case: CaseFile, person: Person, found: acts.Acts, rate: Rate) -> str:
    them, me = person.name, acts.complainant(case)
    if rate.days.outside:
        return f"All acts by {them} towards {me} lie on days that are not compared; see the limits."
    if found.direct():
        number = wording.many(len(found.direct()), "act")
        return f"{number} by {them} towards {me}, but none on a day that is certain."
    if found.grouped:
        number = wording.many(len(found.grouped), "act")
        return (
            f"{number} by {them}, but only in a group {me} is in: whom they were aimed at is for a "
            "person to say."
        )
    doubtful = acts.in_doubt(case, person)
    if doubtful:
        number = wording.many(len(doubtful), "record")
        return (
            f"No act by {them} towards {me} can be counted; {number} might be, if it were certain "
            "who each is from."
        )
    if not acts.is_placed(case, person):
        return f"No account has been placed with {them} yet, so nothing can be counted."
    return f"No act by {them} towards {me} is recorded, so there is nothing to compare."


def _way(rate: Rate) -> str:
    change = rate.change
    if change is None:
        return "too few"
    return "none" if not change.found else "up" if change.up else "down" if change.down else "mixed"


def _figures(
    case: CaseFile, found: acts.Acts, rate: Rate, also: lines.Habits | None
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "zone": case.zone,
        "acts": len(rate.days.rows),
        "in_a_group": len(found.grouped),
        "day_not_certain": len(rate.days.unplaced),
        "not_compared": len(rate.days.outside),
        "days": len(rate.days.days),
        "change": _way(rate),
    }
    if rate.halves is None or also is None:
        return made
    one, two = rate.halves
    change = rate.change
    return {
        **made,
        "p": None if change is None else round(change.p, 4),
        "shuffled_in_days": None if change is None else change.block,
        "split": days.day_of(two.first).isoformat(),
        "before_after": [[len(h.rows), h.days] for h in (one, two)],
        "replies": [None if h.replies is None else len(h.replies) for h in (one, two)],
        "night": [[len(n.rows), n.timed] for n in also.nights],
        "longest_run": [None if r is None else len(r) for r in also.runs],
        "most_in_an_hour": len(also.hour),
        "most_in_a_day": len(also.day),
        "words_read": [len(r.rows) for r in also.reads],
        "middle_length": [r.middle for r in also.reads],
        "nearly_the_same": sum(map(len, also.alike)),
        "most_alike": len(also.alike[0]) if also.alike else 0,
    }

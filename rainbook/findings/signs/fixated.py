"""Fixated: ways round a refusal, the same again after it, other people used, knowledge they should
not have.

The one thing a reader would get wrong: no number of messages shows this, however large. It is shown
only by a fact that volume cannot make:

- an account, a service or a way of contact first used after a refusal that still stood (where a
  purpose is recorded, a known account on another service is a doubt; a new account is not);
- one theme, as recorded, or nearly the same text, on two days or more after such a refusal (where
  no purpose is recorded for it: a parent's or a collector's reminders repeat by their nature);
- two acts or more towards or through other people because of the complainant, as recorded;
- one act recorded as showing knowledge the person should not have had.

One account is enough because it was made or fetched on purpose; one repeated text on one day, or
one act towards one other person, is not, since either happens by chance. Places and years are lines
of support: they stand beside a fact and never in place of one. Without a refusal, or without later
records, the first two could not be looked for, and the answer is "cannot tell"; it is "not shown"
only where they could be, nothing was found, and nothing is left in doubt.
"""

from __future__ import annotations

import numpy as np

from rainbook.findings.interface import Law, acts, wording
from rainbook.findings.signs._fixated_after import Looked, look_at
from rainbook.findings.signs._fixated_again import texts, themes
from rainbook.findings.signs._fixated_beside import against, places_and_years
from rainbook.findings.signs._fixated_others import knowledge, third_parties
from rainbook.findings.signs._fixated_part import Part
from rainbook.findings.signs._fixated_ways_round import ways_round
from rainbook.record import NO_TIME, CaseFile, Finding, Line, Person


class Fixated:
    """See the module."""

    name = "fixated"
    title = "Fixated"

    def look(self, case: CaseFile, person: Person, law: Law) -> Finding:
        """Return what the case file shows of ways round a refusal, of the same again, of other
        people used, of knowledge, and what speaks against each.
        """
        looked = look_at(case, person)
        parts = [
            ways_round(looked),
            themes(looked),
            texts(looked),
            knowledge(looked),
            third_parties(looked),
        ]
        outcome, sentence = _outcome(looked, parts)
        beside, spread = places_and_years(looked)
        supports = tuple(line for part in parts for line in part.supports)
        cited = {row for line in supports for row in line.rows}
        return Finding(
            sign=self.name,
            person=person.key,
            outcome=outcome,
            sentence=sentence,
            supports=(*supports, *(beside if outcome == "shown" else ())),
            against=(
                *(line for part in parts for line in part.against),
                *against(looked, cited),
            ),
            limits=_limits(looked, parts, () if outcome == "shown" else beside, law),
            law=_law(law),
            figures={
                "zone": case.zone,
                **{k: v for part in parts for k, v in part.figures.items()},
                **spread,
            },
        )


SIGN = Fixated()


def _outcome(looked: Looked, parts: list[Part]) -> tuple[str, str]:
    shown = [part for part in parts if part.shown]
    if shown:
        also = [part.also for part in shown[1:]]
        more = f" Also recorded: {wording.listed(also)}." if also else ""
        return "shown", f"{shown[0].says}.{more}"
    them, number = looked.person.name, len(looked.refusals)
    if not acts.is_placed(looked.case, looked.person):
        return (
            "cannot tell",
            f"No account has been placed with {them} yet, so what came from which account cannot "
            "be looked at.",
        )
    if not number:
        return (
            "cannot tell",
            "No refusal is recorded, so what came after one cannot be looked at; nothing else on "
            "record shows it by itself.",
        )
    if not looked.terms:
        return (
            "cannot tell",
            f"{wording.many(number, 'refusal is', 'refusals are')} recorded, but none with a time "
            "that can be used; see the limits.",
        )
    return _after(looked, parts)


def _after(looked: Looked, parts: list[Part]) -> tuple[str, str]:
    """Return the answer where a refusal has a time and no part shows anything."""
    refusal = looked.terms[0].refusal
    said = f"{refusal.what} {refusal.when}."
    end = _last_record(looked.case)
    if end is None or end <= refusal.latest:
        return (
            "cannot tell",
            f"{said} The records read end before that, so what came after is not known.",
        )
    if any(part.doubt for part in parts) or _doubtful_after(looked):
        return (
            "cannot tell",
            f"{said} Whether what came after shows a way round it, or the same again, cannot be "
            "told here; the limits say why.",
        )
    until = wording.day_words(wording.day_at(end, looked.case.zone))
    return (
        "not shown",
        f"{said} In the records after that, which go on to {until}, "
        f"{looked.person.name} used no account or service for the first time and repeated no text "
        "or theme on two days; nothing else on record shows it by itself.",
    )


def _doubtful_after(looked: Looked) -> bool:
    """Say whether something after the first refusal was left out: whose it is, or when it was, is
    not known, or the refusal no longer stood.
    """
    latest = looked.terms[0].refusal.latest
    direct = np.array(looked.found.direct(), np.int64)
    unsure = np.array(acts.in_doubt(looked.case, looked.person), np.int64)
    left = np.concatenate([unsure, direct[~looked.after(direct)]])
    first, last = (ends[left] for ends in looked.spans)
    # what ends before the refusal does was not surely after it, and the limits say how much
    return bool(((first == NO_TIME) | (last > latest)).any())


def _last_record(case: CaseFile) -> int | None:
    dated = case.table.earliest[case.table.earliest != NO_TIME]
    return int(np.max(dated)) if len(dated) else None


def _limits(
    looked: Looked, parts: list[Part], beside: tuple[Line, ...], law: Law
) -> tuple[Line, ...]:
    lines = [
        Line(r.trouble, () if r.row is None else (r.row,), (r.decision,))
        for r in looked.refusals
        if r.trouble
    ]
    lines += [line for part in parts for line in part.limits]
    lines += _overlapping(looked)
    unasked = [part.name for part in parts if not part.asked]
    if unasked:
        lines.append(
            Line(f"Nothing is recorded about {wording.listed(unasked)}. That is not a “no”.")
        )
    lines += beside
    lines += acts.left_out(looked.case, looked.person)
    if not looked.terms:
        lines.append(
            Line("Without a refusal that has a time, texts and accounts are not compared here.")
        )
    lines.append(Line("What the acts say of a person’s state of mind is not for software."))
    course = law.role("course of conduct")
    return (*lines, *((Line(course.cannot_say),) if course else ()), Line(law.note))


def _overlapping(looked: Looked) -> list[Line]:
    """Say how many acts may lie before or after the first refusal: they are not looked at."""
    if not looked.terms:
        return []
    refusal = looked.terms[0].refusal
    rows = np.array(looked.found.direct(), np.int64)
    first, last = (ends[rows] for ends in looked.spans)
    over = (first != NO_TIME) & (first <= refusal.latest) & (last >= refusal.earliest)
    if not over.any():
        return []
    text = (
        f"{wording.many(int(over.sum()), 'act')}: whether before or after {refusal.name} cannot be "
        "told, so not looked at as after it."
    )
    return [Line(text, tuple(rows[over].tolist()), (refusal.decision,))]


def _law(law: Law) -> tuple[dict[str, str], ...]:
    course = law.role("course of conduct")
    return () if course is None else (course.cited(),)

"""What links the occasions, and what weakens the link.

The one thing a reader would get wrong: this is not one of the four signs and says nothing about
whether contact was wanted. Courts do not stop at counting to two: they ask what connects the acts.
Here stand the links that are recorded, with the acts each joins, and what speaks against them;
whether the acts are a course of conduct is for a court.
"""

from __future__ import annotations

from rainbook.findings.interface import Law, Linked, acts, links_of, spans_of, wording
from rainbook.record import CaseFile, Finding, GapReason, Line, Person, PurposeOf, Together

LONGEST = 3


class LinkedActs:
    """See the module."""

    name = "linked"
    title = "What links the occasions"

    def look(self, case: CaseFile, person: Person, law: Law) -> Finding:
        """Return what links this person's acts towards the complainant, by kind of link."""
        linked = links_of(case, person)
        return Finding(
            sign=self.name,
            person=person.key,
            outcome=_outcome(case, person, linked),
            sentence=_sentence(case, person, linked),
            supports=tuple(link.line for link in linked.links),
            against=tuple(_against(case, linked)),
            limits=_limits(case, person, linked, law),
            law=_law(law),
            figures=_figures(linked),
        )


SIGN = LinkedActs()


def _outcome(case: CaseFile, person: Person, linked: Linked) -> str:
    if len(linked.acts.rows) < 2 and acts.in_doubt(case, person):
        return "cannot tell"
    if len(linked.acts.direct()) < 2 <= len(linked.acts.rows):
        return "cannot tell"
    return linked.outcome


def _sentence(case: CaseFile, person: Person, linked: Linked) -> str:
    me, them, number = acts.complainant(case), person.name, len(linked.acts.rows)
    counted = wording.many(number, "act") if number else "No act"
    if number < 2:
        return f"{counted} by {them} towards {me} can be counted, so there is nothing to link."
    if len(linked.acts.direct()) < 2:
        return (
            f"{counted} by {them} are recorded, nearly all in a group {me} is in: whom they were "
            "aimed at is for a person to say, so what links them cannot be told here."
        )
    said = f"{counted} by {them} towards {me} are recorded"
    outcome = linked.outcome
    names = wording.listed(dict.fromkeys(link.name for link in linked.links))
    if outcome == "shown":
        return f"{said}; what is recorded links them in these ways: {names}."
    if outcome == "cannot tell" and linked.links:
        return f"{said}; all that links them is {names}, which by itself says little."
    if outcome == "cannot tell":
        return f"{said}, but too little is recorded about them to see what might link them."
    far = (
        f" More than {linked.near_days} days lie between them."
        if linked.far and number == 2
        else ""
    )
    return f"{said}, and nothing that is recorded links them.{far}"


def _against(case: CaseFile, linked: Linked) -> list[Line]:
    lines: list[Line] = []
    number = len(linked.acts.rows)
    if number == 2:
        lines.append(
            Line(
                "There are only two acts: the fewer there are, the more a link between "
                "them is asked for.",
                linked.acts.rows,
            )
        )
    for one, two in linked.far[:LONGEST]:
        lines.append(_gap(case, linked, one, two))
    if len(linked.far) > LONGEST:
        lines.append(
            Line(
                f"{len(linked.far) - LONGEST:,} more times of over {linked.near_days} "
                "days lie between neighbouring acts.",
                tuple(r for pair in linked.far[LONGEST:] for r in pair),
            )
        )
    for span in linked.facts.all(Together):
        if span.what.how != "do not know":
            when = spans_of(span.what.start, span.what.end)
            lines.append(Line(f"Recorded: {span.what.how}{when}.", (), (span.number,)))
    return lines + _other_reasons(case, linked)


def _other_reasons(case: CaseFile, linked: Linked) -> list[Line]:
    """Say which acts were aimed at others, or are set apart as meetings by chance, and where
    purposes differ.
    """
    lines: list[Line] = []
    me = acts.complainant(case)
    if linked.alarmed:
        lines.append(
            Line(
                f"{wording.many(len(linked.alarmed), 'act')} aimed at somebody else, for which "
                f"alarm, distress or fear of {me} is recorded, among these; whether that can be "
                "relied on is for a court.",
                linked.alarmed,
            )
        )
    if linked.chance:
        lines.append(
            Line(
                f"{wording.many(len(linked.chance), 'act')} said to be a meeting at a "
                "place both use; not among those linked.",
                linked.chance,
            )
        )
    purposes = {s.what.purpose for s in linked.facts.all(PurposeOf)} - {"none", "do not know"}
    if len(purposes) > 1:
        told = tuple(s.number for s in linked.facts.all(PurposeOf))
        lines.append(
            Line(
                "Different purposes are recorded for different acts: "
                f"{wording.listed(sorted(purposes))}.",
                (),
                told,
            )
        )
    return lines


def _gap(case: CaseFile, linked: Linked, one: int, two: int) -> Line:
    """Say how long nothing was recorded, and the reason where one is recorded."""
    ends, begins = acts.span_of(case, one)[1], acts.span_of(case, two)[0]
    days = [wording.day_at(t, case.zone) for t in (ends, begins)]
    text = (
        f"{wording.many((days[1] - days[0]).days, 'day')} lie between "
        f"{wording.day_words(days[0])} and {wording.day_words(days[1])}"
    )
    reasons = [
        s
        for s in linked.facts.all(GapReason)
        if s.earliest < begins and s.latest > ends and s.what.reason != "do not know"
    ]
    if not reasons:
        return Line(f"{text}; no reason is recorded.", (one, two))
    why = wording.listed(dict.fromkeys(s.what.reason for s in reasons))
    return Line(
        f"{text}; the reason recorded is: {why}. A time explained in this way is not an end.",
        (one, two),
        tuple(s.number for s in reasons),
    )


def _limits(case: CaseFile, person: Person, linked: Linked, law: Law) -> tuple[Line, ...]:
    blank = tuple(r for r, s in zip(linked.acts.rows, linked.sorts, strict=True) if not s)
    lines = [
        Line(
            f"“Near” means within {linked.near_days} days, a setting of this book; no court "
            "has fixed a number of days."
        )
    ]
    if blank:
        lines.append(Line(f"{wording.many(len(blank), 'act')} whose sort is not recorded.", blank))
    lines += acts.left_out(case, person)
    course = law.role("course of conduct")
    if course is not None:
        lines.append(Line(course.cannot_say))
    return (*lines, Line(law.note))


def _law(law: Law) -> tuple[dict[str, str], ...]:
    course = law.role("course of conduct")
    return () if course is None else (course.cited(),)


def _figures(linked: Linked) -> dict[str, object]:
    return {
        "acts": len(linked.acts.rows),
        "near_days": linked.near_days,
        "links": {
            name: len({r for x in linked.links if x.name == name for r in x.rows})
            for name in dict.fromkeys(x.name for x in linked.links)
        },
        "far_apart": len(linked.far),
    }

"""The lines of the sign "repeated": what the counts rest on, what speaks against them, and their
limits.

The one thing a reader would get wrong: acts by others for the person, and acts towards others,
stand
here in lines of their own and are in none of the counts above them.
"""

from __future__ import annotations

from dataclasses import dataclass

from rainbook.findings.interface import (
    Facts,
    Law,
    acts,
    bounds,
    facts_of,
    links_of,
    refusals_of,
    spans_of,
    wording,
)
from rainbook.record import (
    NO_TIME,
    ActedFor,
    Call,
    CaseFile,
    GapReason,
    Line,
    NeverArrived,
    Person,
    State,
)

Range = tuple[int, int]
LONGEST = 3  # how many gaps are listed
DAYS_OF_NO_PAUSE = 3


@dataclass(frozen=True, slots=True)
class Count:
    """The acts, sessions and days of one set of rows."""

    acts: int
    sessions: Range
    days: Range

    def sure(self) -> bool:
        """Say whether both careful groupings give two occasions or more.

        A run without a pause is one session however long it is; over three days or more it lasted
        longer than a day, so it is not one occasion.
        """
        apart = self.sessions[0] >= 2 or self.days[0] >= DAYS_OF_NO_PAUSE
        return self.acts >= 2 and self.days[0] >= 2 and apart


def count(found: acts.Acts, rows: tuple[int, ...], gap: int, zone: str) -> Count:
    return Count(len(rows), found.count_sessions(rows, gap), found.count_days(rows, zone))


def range_of(found: Range, one: str) -> str:
    return (
        wording.many(found[0], one)
        if found[0] == found[1]
        else f"between {found[0]:,} and {wording.many(found[1], one)}"
    )


def supports(
    case: CaseFile, person: Person, found: acts.Acts, counted: Count, gap: int, law: Law
) -> tuple[Line, ...]:
    """Return the counts under the three groupings, tries that never arrived, and acts by others."""
    facts = facts_of(case, person)
    by_others = _by_others(person, facts, law)
    if not found.rows:
        return by_others
    in_sessions = tuple(r for i in found.sessions for r in i.rows)
    days = found.placed_days()
    lines = [
        Line(
            f"Each act counted by itself: {counted.acts:,} "
            f"({wording.channels(case.table, found.rows)}).",
            found.rows,
        ),
        Line(
            f"By session (a new one after more than {gap} minutes without an act): "
            f"{range_of(counted.sessions, 'occasion')}.",
            in_sessions,
        ),
        Line(
            f"By calendar day ({case.zone}): {range_of(counted.days, 'day')}.",
            tuple(r for rows in days.values() for r in rows),
        ),
    ]
    if days:
        dates = (f"{wording.day_words(day)} ({len(rows):,})" for day, rows in sorted(days.items()))
        lines.append(Line(f"Days, with the number of acts: {wording.listed(dates)}."))
    return (*lines, *_linked(case, person, "shown"), *_tries(case, found, facts), *by_others)


def _linked(case: CaseFile, person: Person, outcome: str) -> list[Line]:
    """Say whether what is recorded links the acts, where that is the outcome."""
    linked = links_of(case, person)
    if linked.outcome != outcome or len(linked.acts.rows) < 2:
        return []
    if outcome == "shown":
        names = wording.listed(dict.fromkeys(link.name for link in linked.links))
        rows = tuple(dict.fromkeys(r for link in linked.links for r in link.rows))
        return [Line(f"What is recorded links them by: {names}.", rows)]
    if outcome == "not shown":
        return [Line("Nothing that is recorded links them.", linked.acts.rows)]
    return [
        Line("Whether anything links them cannot be told from what is recorded.", linked.acts.rows)
    ]


def _tries(case: CaseFile, found: acts.Acts, facts: Facts) -> list[Line]:
    """Say which of the acts were tries that never reached the complainant."""
    never = {s.row: s.number for s in facts.all(NeverArrived) if s.row is not None}
    numbers, table = found.row_numbers, case.table
    blocked = (table.state[numbers] == State.BLOCKED_BY_DEVICE) | (
        table.call[numbers] == Call.BLOCKED
    )
    rows = tuple(numbers[blocked | found.among(tuple(never))].tolist())
    if not rows:
        return []
    said = (
        f"Of these, tries that never reached {acts.complainant(case)} (blocked by the phone, sent "
        f"back or kept from them): {len(rows):,}. A try is an act too."
    )
    return [Line(said, rows, tuple(never[r] for r in rows if r in never))]


def _by_others(person: Person, facts: Facts, law: Law) -> tuple[Line, ...]:
    """Say which acts by others are said to have been done for the person; none is counted above."""
    told = [s for s in facts.all(ActedFor) if s.row is not None]
    known = [s for s in told if s.what.basis != "guess"]
    if not known:
        return ()
    section = law.role("through others")
    why = f" ({section.section})" if section else ""
    bases = wording.listed(sorted({s.what.basis for s in known}))
    rows = tuple(dict.fromkeys(s.row for s in known if s.row is not None))
    return (
        Line(
            f"Besides these, {wording.many(len(rows), 'act')} by somebody else "
            f"{'is' if len(rows) == 1 else 'are'} said to have been done for {person.name}{why}, "
            f"known by: {bases}. Not in the counts above.",
            rows,
            tuple(s.number for s in known),
        ),
    )


def since(
    case: CaseFile, person: Person, found: acts.Acts, gap: int
) -> tuple[Line | None, Count | None]:
    """Return the count of what came after the first refusal: an earlier act may be welcome."""
    first = next((r for r in refusals_of(case, person) if r.usable), None)
    if first is None:
        return None, None
    rows = tuple(
        r
        for r, start in zip(found.rows, found.first.tolist(), strict=True)
        if start != NO_TIME and start > first.latest
    )
    after = count(found, rows, gap, case.zone)
    said = (
        f"Of these, after {first.name} ({first.when}): {wording.many(after.acts, 'act')}, "
        f"{range_of(after.sessions, 'session')}, {range_of(after.days, 'day')}."
    )
    return Line(said, rows, (first.decision,)), after


def against(case: CaseFile, person: Person, found: acts.Acts, law: Law) -> tuple[Line, ...]:
    """Return the longest gaps, with the reasons recorded, and what the complainant sent."""
    if not found.rows:
        return ()
    lines: list[Line] = []
    days, gaps = found.placed_days(), found.gaps()
    if gaps:
        shown = wording.listed(
            f"{wording.many(n, 'day')} ({wording.day_words(a)} to {wording.day_words(b)})"
            for n, a, b in gaps[:LONGEST]
        )
        rows = tuple(r for _, a, b in gaps[:LONGEST] for r in (days[a][-1], days[b][0]))
        lines.append(Line(f"Longest times from one day with an act to the next: {shown}.", rows))
        lines += _reasons(facts_of(case, person))
    fewer = law.case_or_none("fewer")
    if fewer is not None:
        lines.append(Line(fewer.sentence))
    lines += _linked(case, person, "not shown")
    lines += _replies(case, person, found)
    return tuple(lines)


def _reasons(facts: Facts) -> list[Line]:
    """Say which reasons for a time without acts are recorded."""
    return [
        Line(
            f"A reason for a time without acts is recorded: {s.what.reason}"
            f"{spans_of(s.what.start, s.what.end)}.",
            (),
            (s.number,),
        )
        for s in facts.all(GapReason)
        if s.what.reason != "do not know"
    ]


def _replies(case: CaseFile, person: Person, found: acts.Acts) -> list[Line]:
    sent, me = acts.own_replies(case, person), acts.complainant(case)
    if sent is None:
        return []
    dated = found.first[found.first != NO_TIME]
    when = case.table.earliest[sent]
    inside = sent[(when >= dated.min()) & (when <= found.last.max())] if len(dated) else sent[:0]
    if not len(inside):
        said = f"Nothing that {me} sent to {person.name} stands in the records read for that time."
        return [Line(said)]
    rows = tuple(inside.tolist())
    return [
        Line(
            f"In that time {me} sent {person.name} {wording.channels(case.table, rows)}. What was "
            "said back is part of the picture.",
            rows,
        )
    ]


def limits(
    case: CaseFile, person: Person, found: acts.Acts, counted: Count, law: Law
) -> tuple[Line, ...]:
    """Return what is left out and why, what is not certain, and what the law asks."""
    lines = list(acts.left_out(case, person))
    if found.rows:
        lines.append(Line("Every act is counted here, whether it was welcome at the time or not."))
    for name, kept in (("session", found.sessions), ("day", found.days)):
        inside = {r for i in kept for r in i.rows}
        rows = tuple(r for r in found.rows if r not in inside)
        if rows:
            lines.append(
                Line(
                    f"{wording.many(len(rows), 'act')} whose {name} is not certain: counted as "
                    f"acts, left out of the smaller number of {name}s.",
                    rows,
                )
            )
    lines += bounds.aimed(case, found, facts_of(case, person), law)
    lines += _guessed_proxies(facts_of(case, person))
    lines += _linked(case, person, "cannot tell")
    kelly = law.case_or_none("kelly")
    if kelly and counted.acts >= 2 and not (counted.sessions[0] >= 2 and counted.days[0] >= 2):
        lines.append(Line(kelly.sentence))
    if acts.own_replies(case, person) is None:
        lines.append(Line("What was sent back could not be worked out, so it is not shown."))
    return (
        *lines,
        *bounds.before_the_law(found, law),
        *_of_law(law),
        Line(law.note),
        *(Line(u.sentence) for u in law.unknowns),
    )


def _guessed_proxies(facts: Facts) -> list[Line]:
    told = [s for s in facts.all(ActedFor) if s.what.basis == "guess"]
    if not told:
        return []
    rows = tuple(s.row for s in told if s.row is not None)
    said = f"{wording.many(len(told), 'act')} by others: for whom is a guess, so only named here."
    return [Line(said, rows, tuple(s.number for s in told))]


def _of_law(law: Law) -> list[Line]:
    course, individual = law.role("course of conduct"), law.role("individual")
    lines = [] if course is None else [Line(course.cannot_say)]
    return lines + ([] if individual is None else [Line(individual.says)])


def law_of(found: acts.Acts, law: Law) -> tuple[dict[str, str], ...]:
    """Return the elements quoted, as they stood on the day of the last act."""
    days = sorted(found.placed_days())
    could = law.in_force_on(days[-1]) if days else law.elements
    wanted = {"course of conduct", "individual", "stalking acts"}
    wanted |= {"several victims"} if found.elsewhere else set()
    return tuple(e.cited() for e in could if e.role in wanted)

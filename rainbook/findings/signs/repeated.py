"""Repeated: on how many occasions one person acted towards the complainant, counted three ways side
by side.

The one thing a reader would get wrong: two occasions are what the law asks for at least, not what
makes a course of conduct. The sign is shown only where every careful way of counting gives two;
where it depends on the way of counting it cannot tell, and it never says what the acts amount to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rainbook.findings.interface import Law, acts, bounds, refusals_of, wording
from rainbook.record import NO_TIME, CaseFile, Finding, Kind, Line, Person

Range = tuple[int, int]
LONGEST = 3  # how many gaps are listed
DAYS_OF_NO_PAUSE = 3


@dataclass(frozen=True, slots=True)
class _Count:
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
            _count(found, rows, gap, case.zone) for rows in (found.rows, found.direct())
        )
        outcome, sentence = _outcome(case, person, found, everything, direct)
        since, after = _since(case, person, found, gap)
        return Finding(
            sign=self.name,
            person=person.key,
            outcome=outcome,
            sentence=sentence,
            supports=(*_supports(case, found, everything, gap), *([since] if since else ())),
            against=_against(case, person, found, everything, law),
            limits=_limits(case, person, found, everything, law),
            law=_law(found, law),
            figures={**_figures(case, found, everything, gap), **_after_figures(after)},
        )


SIGN = Repeated()


def _count(found: acts.Acts, rows: tuple[int, ...], gap: int, zone: str) -> _Count:
    return _Count(len(rows), found.count_sessions(rows, gap), found.count_days(rows, zone))


def _outcome(
    case: CaseFile, person: Person, found: acts.Acts, everything: _Count, direct: _Count
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


def _told(case: CaseFile, person: Person, found: acts.Acts, count: _Count) -> str:
    seen = any(int(case.table.kind[r]) == Kind.DIARY for r in found.rows)
    verb = "acted towards" if seen else "contacted"
    if count.sessions[0] < 2:
        return (
            f"{person.name} {verb} {acts.complainant(case)} on "
            f"{wording.at_least(count.days, 'day')} ({wording.many(count.acts, 'act')}, so close "
            f"together that they make {_range(count.sessions, 'session')}) {_when(case, found)}."
        )
    return (
        f"{person.name} {verb} {acts.complainant(case)} on "
        f"{wording.at_least(count.sessions, 'occasion')} ({wording.many(count.acts, 'act')}, "
        f"{wording.at_least(count.days, 'day')}) {_when(case, found)}."
    )


def _ways(count: _Count) -> str:
    return f"{_range(count.sessions, 'session')} and lie on {_range(count.days, 'day')}"


def _range(found: Range, one: str) -> str:
    return (
        wording.many(found[0], one)
        if found[0] == found[1]
        else f"between {found[0]:,} and {wording.many(found[1], one)}"
    )


def _when(case: CaseFile, found: acts.Acts) -> str:
    """Say the first and the last day any act can have been."""
    dated = found.first != NO_TIME
    if not dated.any():
        return "without a day that can be read"
    ends = (int(found.first[dated].min()), int(found.last[dated].max()))
    return wording.between(*(wording.day_at(end, case.zone) for end in ends))


def _supports(case: CaseFile, found: acts.Acts, count: _Count, gap: int) -> tuple[Line, ...]:
    if not found.rows:
        return ()
    in_sessions = tuple(r for i in found.sessions for r in i.rows)
    days = found.placed_days()
    lines = [
        Line(
            f"Each act counted by itself: {count.acts:,} "
            f"({wording.channels(case.table, found.rows)}).",
            found.rows,
        ),
        Line(
            f"By session (a new one after more than {gap} minutes without an act): "
            f"{_range(count.sessions, 'occasion')}.",
            in_sessions,
        ),
        Line(
            f"By calendar day ({case.zone}): {_range(count.days, 'day')}.",
            tuple(r for rows in days.values() for r in rows),
        ),
    ]
    if days:
        dates = (f"{wording.day_words(day)} ({len(rows):,})" for day, rows in sorted(days.items()))
        lines.append(Line(f"Days, with the number of acts: {wording.listed(dates)}."))
    return tuple(lines)


def _since(
    case: CaseFile, person: Person, found: acts.Acts, gap: int
) -> tuple[Line | None, _Count | None]:
    """Return the count of what came after the first refusal: an earlier act may be welcome."""
    first = next((r for r in refusals_of(case, person) if r.usable), None)
    if first is None:
        return None, None
    rows = tuple(
        r
        for r, start in zip(found.rows, found.first.tolist(), strict=True)
        if start != NO_TIME and start > first.latest
    )
    count = _count(found, rows, gap, case.zone)
    said = (
        f"Of these, after {first.name} ({first.when}): {wording.many(count.acts, 'act')}, "
        f"{_range(count.sessions, 'session')}, {_range(count.days, 'day')}."
    )
    return Line(said, rows, (first.decision,)), count


def _against(
    case: CaseFile, person: Person, found: acts.Acts, count: _Count, law: Law
) -> tuple[Line, ...]:
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
    lines.append(Line(law.case("fewer").sentence))
    lines += _replies(case, person, found)
    return tuple(lines)


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


def _limits(
    case: CaseFile, person: Person, found: acts.Acts, count: _Count, law: Law
) -> tuple[Line, ...]:
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
    lines += bounds.aimed(case, found)
    if count.acts >= 2 and not (count.sessions[0] >= 2 and count.days[0] >= 2):
        lines.append(Line(law.case("kelly").sentence))
    if acts.own_replies(case, person) is None:
        lines.append(Line("What was sent back could not be worked out, so it is not shown."))
    return (
        *lines,
        *bounds.before_the_law(found, law),
        Line(law.element("s7_3").cannot_say),
        Line(law.element("s7_5").says),
        Line(law.note),
        *(Line(u.sentence) for u in law.unknowns),
    )


def _law(found: acts.Acts, law: Law) -> tuple[dict[str, str], ...]:
    """Return the elements quoted, as they stood on the day of the last act."""
    days = sorted(found.placed_days())
    could = law.in_force_on(days[-1]) if days else law.elements
    wanted = {"s7_3", "s7_5", "s2A_3"} | ({"s1_1A"} if found.elsewhere else set())
    return tuple(e.cited() for e in could if e.id in wanted)


def _figures(case: CaseFile, found: acts.Acts, count: _Count, gap: int) -> dict[str, Any]:
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


def _after_figures(after: _Count | None) -> dict[str, Any]:
    if after is None:
        return {}
    return {
        "acts_since_refused": after.acts,
        "sessions_since_refused": list(after.sessions),
        "days_since_refused": list(after.days),
    }

"""The lines of the sign Obsessive: what each fact says, before and after the same day.

The one thing a reader would get wrong: "before" and "after" are sides of the day of the change
where one was found, and of the middle day where none was; the first line says which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rainbook.findings.interface import acts, wording
from rainbook.findings.interface import change as changes
from rainbook.findings.signs import _obsessive_days as days
from rainbook.findings.signs import _obsessive_habits as habits
from rainbook.findings.signs._obsessive_rate import NEAR, Half, Rate
from rainbook.record import CaseFile, Line, Person


@dataclass(frozen=True)
class Habits:
    """What was found besides the rate, for each half."""

    nights: tuple[habits.Night, habits.Night]
    runs: tuple[tuple[int, ...] | None, tuple[int, ...] | None]
    hour: tuple[int, ...]
    day: tuple[int, ...]
    reads: tuple[habits.Read, habits.Read]
    alike: list[tuple[int, ...]]


def habits_of(case: CaseFile, person: Person, found: acts.Acts, rate: Rate) -> Habits | None:
    """Return the habits on both sides of the day, None where there are no two days to compare."""
    if rate.halves is None:
        return None
    one, two = (h.rows for h in rate.halves)
    reads = (
        habits.read_words(case, one, last=True),
        habits.read_words(case, two, last=False),
    )
    return Habits(
        nights=(habits.night_of(found, one, case.zone), habits.night_of(found, two, case.zone)),
        runs=(
            habits.longest_run(case, person, found, one),
            habits.longest_run(case, person, found, two),
        ),
        hour=habits.most_in_an_hour(found, rate.days.rows.tolist()),
        day=habits.most_in_a_day(rate.days.day, rate.days.rows),
        reads=reads,
        alike=habits.repeated_words(reads),
    )


def a_day(rate: float) -> str:
    """Return "0.25 a day", "3.1 a day", "1 a day", "42 a day"."""
    said = f"{rate:.2f}" if rate < 1 else f"{rate:.1f}" if rate < 10 else f"{rate:,.0f}"
    return f"{said.rstrip('0').rstrip('.') if '.' in said else said} a day"


def in_days(half: Half) -> str:
    """Return "60 acts in 60 days"."""
    return f"{wording.many(len(half.rows), 'act')} in {wording.many(half.days, 'day')}"


def from_to(half: Half) -> str:
    """Return the half's days in words."""
    return wording.between(days.day_of(half.first), days.day_of(half.last))


def supports(rate: Rate, also: Habits | None) -> Iterator[Line]:
    """Give the facts, each with the rows it rests on."""
    if rate.halves is None or also is None:
        return
    if rate.change is None:
        split = "the middle day (there is too little to look for a change)"
    elif rate.change.found:
        split = "the day of the change"
    else:
        split = "the middle day, as no change was found"
    for name, half in zip(("Before", "From"), rate.halves, strict=True):
        yield Line(
            f"{name} {split}: {in_days(half)}, {a_day(half.rate)} ({from_to(half)}).", half.rows
        )
    if rate.change is not None and rate.rose:
        yield Line(_shuffles(rate.change), tuple(rate.days.rows.tolist()))
    yield _night(also)
    if also.runs[0] is not None and also.runs[1] is not None:
        lengths = [wording.many(len(r), "act") for r in also.runs if r is not None]
        yield Line(
            f"Longest run of acts with nothing sent back in between: {lengths[0]} before, "
            f"{lengths[1]} after.",
            (*also.runs[0], *also.runs[1]),
        )
    yield Line(f"Most acts within 60 minutes: {len(also.hour):,}.", also.hour)
    yield Line(f"Most acts on one day: {len(also.day):,}.", also.day)
    yield from _words(also)


def _shuffles(change: changes.Change) -> str:
    times = wording.many(round(change.p * (change.shuffles + 1)) - 1, "time")
    whole = wording.many(change.block // changes.WEEK, "whole week")
    return (
        f"When the same days are shuffled in pieces of {whole}, a change as large came up "
        f"{times} in {change.shuffles:,} (p = {change.p:.4f}); it is called found up to p = "
        f"{change.level}."
    )


def _night(also: Habits) -> Line:
    said = [f"{len(n.rows):,} of {wording.many(n.timed, 'act')}" for n in also.nights]
    rows = (*also.nights[0].rows, *also.nights[1].rows)
    return Line(f"At night (23:00 to 06:00): {said[0]} before, {said[1]} after.", rows)


def _words(also: Habits) -> Iterator[Line]:
    one, two = also.reads
    if not one.rows and not two.rows:
        return
    yield Line(
        f"Half of the messages read have this many characters or more: {one.middle:,.0f} before, "
        f"{two.middle:,.0f} after.",
        (*one.rows, *two.rows),
    )
    if also.alike:
        yield Line(
            f"{sum(map(len, also.alike)):,} of the {len(one.rows) + len(two.rows):,} messages read "
            "have the same or nearly the same words as another; the most alike are "
            f"{len(also.alike[0]):,}.",
            tuple(row for group in also.alike for row in group),
        )


def against(case: CaseFile, person: Person, rate: Rate, spans: Sequence[days.Span]) -> list[Line]:
    """Return what speaks against: what was sent back, a fall, explained silences, times together,
    an ordinary purpose.
    """
    lines: list[Line] = []
    if rate.halves is None:
        return lines
    me = acts.complainant(case)
    first, second = rate.halves
    lines += _replies(me, person.name, first, second)
    lines += _fall(rate)
    start = second.first if rate.rose else None
    for gap in rate.days.gaps:
        lines.append(_gap(gap, start))
    lines += [line for span in spans if (line := _together(rate, span))]
    if rate.ordinary:
        said, decision = rate.ordinary
        lines.append(Line(f"{said[:1].upper()}{said[1:]}.", (), (decision,)))
    return lines


def _replies(me: str, them: str, first: Half, second: Half) -> Iterator[Line]:
    if first.replies is None or second.replies is None:
        return
    rows = (*first.replies, *second.replies)
    if not rows:
        yield Line(f"Nothing that {me} sent to {them} on these days stands in the records read.")
        return
    rates = [a_day(len(h.replies or ()) / h.days) for h in (first, second)]
    yield Line(
        f"On these days {me} sent {them} {len(first.replies):,} before ({rates[0]}) and "
        f"{len(second.replies):,} after ({rates[1]}).",
        rows,
    )


def _fall(rate: Rate) -> Iterator[Line]:
    change = rate.change
    if change is None or rate.halves is None:
        return
    if change.found and change.down:
        one, two = rate.halves
        yield Line(
            f"A fall was found: from {a_day(one.rate)} ({in_days(one)}) to {a_day(two.rate)} "
            f"({in_days(two)}) from about {wording.day_words(days.day_of(two.first))}.",
            (*one.rows, *two.rows),
        )
    if rate.fall_after is not None:
        end = len(rate.days.days)
        rows = rate.days.rows_in(rate.fall_after, end)
        yield Line(
            "The acts fell again from about "
            f"{wording.day_words(days.day_of(int(rate.days.days[rate.fall_after])))}: "
            f"{wording.many(len(rows), 'act')} in the last "
            f"{wording.many(end - rate.fall_after, 'day')}.",
            rows,
        )


def _gap(gap: days.Span, start: int | None) -> Line:
    when = wording.between(days.day_of(gap.first), days.day_of(gap.last))
    said = (
        f"A reason is recorded for the silence {when}: {gap.what}. These days are left out of the "
        "rates; such a silence is not an end."
    )
    if start is not None and 0 <= start - gap.last <= NEAR:
        said += " The rise begins where that time ends."
    return Line(said, (), (gap.decision,))


def _together(rate: Rate, span: days.Span) -> Line | None:
    inside = (rate.days.day >= span.first) & (rate.days.day <= span.last)
    rows = tuple(rate.days.rows[inside].tolist())
    start = rate.halves[1].first if rate.rose and rate.halves else None
    ends = start is not None and 0 <= start - span.last <= NEAR
    if not rows and not ends:
        return None
    said = (
        f"{span.what.capitalize()} is recorded for a time in which "
        f"{wording.many(len(rows), 'act lies', 'acts lie')}; they may have been wanted."
    )
    if ends:
        said += " The rise begins where that time ends; messages may take the place of being near."
    return Line(said, rows, (span.decision,))


def limits(rate: Rate, also: Habits | None) -> list[Line]:
    """Return what was left out, how much was read, and what such a count cannot say."""
    lines: list[Line] = []
    of = rate.days
    if of.unplaced:
        number = wording.many(len(of.unplaced), "act")
        lines.append(Line(f"{number} whose day is not certain: in no rate.", of.unplaced))
    if of.outside:
        number = wording.many(len(of.outside), "act")
        lines.append(
            Line(
                f"{number} on days that are not compared (an explained silence, or more than ten "
                "years before the last act).",
                of.outside,
            )
        )
    if not rate.replies_known:
        lines.append(Line("What was sent back could not be worked out, so it is not shown."))
    lines += _looked(also)
    return [
        *lines,
        Line(
            "A change is looked for once, 14 days or more from the first and the last act. One "
            "nearer to an end, a slow one, one that went back again, or one among very uneven days "
            "can be missed, and its day is rough."
        ),
        Line(
            "The measure is this person's own earlier time with the same complainant, never how "
            "much other people write. Why it changed is not in a count."
        ),
    ]


def _looked(also: Habits | None) -> Iterator[Line]:
    if also is None:
        return
    unsure = (*also.nights[0].unsure, *also.nights[1].unsure)
    if unsure:
        number = wording.many(len(unsure), "act")
        yield Line(f"{number} whose hour is not certain: neither day nor night.", unsure)
    read, could = (sum(x) for x in zip(*((len(r.rows), r.could) for r in also.reads), strict=True))
    yield Line(
        f"Words were read of {read:,} of {wording.many(could, 'message')} (at most "
        f"{habits.AT_MOST_READ:,} on each side of the day, the nearest to it)."
    )
    unread = (*also.reads[0].unread, *also.reads[1].unread)
    if unread:
        number = wording.many(len(unread), "message")
        yield Line(f"{number} without words, or whose words could not be read.", unread)

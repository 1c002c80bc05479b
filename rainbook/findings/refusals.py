"""The refusals a person recorded: told to stop, blocked, warned, order served, each with when it
was.

The one thing a reader would get wrong: a refusal is only as exact as it was recorded. A day is the
whole day in the complainant's zone, so counting starts on the next; a message that may be
somebody's typing inside another message, or was sent by the person it is meant to stop, is no
refusal, and that is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np

from rainbook.findings import acts, wording
from rainbook.findings.facts import Facts
from rainbook.findings.once import once
from rainbook.findings.said_times import when_of
from rainbook.record import (
    NO_TIME,
    Blocked,
    CameAfter,
    CaseFile,
    Decided,
    OrderServed,
    Person,
    ToldToStop,
    Warn,
    Warned,
    Way,
)

DAY = 86_400_000_000
MINUTE = 60_000_000
_DAY_ONLY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refusal. `earliest`/`latest` µs UTC where `usable`; `what` and `when` make a sentence;
    `name` stands after "after"; `row` is the message it cites; `trouble` says what is wrong with it
    or what to know.
    """

    decision: int
    kind: str
    what: str
    name: str
    earliest: int = NO_TIME
    latest: int = NO_TIME
    when: str = ""
    row: int | None = None
    trouble: str = ""

    @property
    def usable(self) -> bool:
        """Say whether something can be counted after it."""
        return self.latest != NO_TIME


@once
def refusals_of(case: CaseFile, person: Person) -> tuple[Refusal, ...]:
    """Return the refusals recorded for this person, earliest first; those without a usable time
    last.
    """
    found = [r for d in case.decisions if not d.withdrawn and (r := _refusal(case, person, d))]
    return tuple(sorted(found, key=lambda r: (not r.usable, r.latest, r.decision)))


def said_after(
    found: acts.Acts, refusal: Refusal, facts: Facts
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the acts said to be after the refusal whose own time does not deny it, and by which
    decisions.
    """
    last = dict(zip(found.rows, found.last.tolist(), strict=True))
    told = [
        (s.row, s.number)
        for s in facts.all(CameAfter)
        if s.row is not None
        and s.row in last
        and s.what.refusal == refusal.decision
        and not (refusal.usable and NO_TIME != last[s.row] < refusal.earliest)
    ]
    return tuple(dict.fromkeys(r for r, _ in told)), tuple(n for _, n in told)


def _refusal(case: CaseFile, person: Person, decided: Decided) -> Refusal | None:
    what, me, them = decided.what, acts.complainant(case), person.name
    if (
        not isinstance(what, (ToldToStop, Blocked, Warned, OrderServed))
        or what.person != person.key
    ):
        return None
    if isinstance(what, ToldToStop):
        blank = Refusal(
            decided.number, "told to stop", f"{me} told {them} to stop", f"{them} was told to stop"
        )
        return (
            _by_message(case, person, blank, what.event)
            if what.event
            else _timed(case, blank, what.at, "when it was said")
        )
    if isinstance(what, Blocked):
        blank = Refusal(decided.number, "blocked", f"{me} blocked {them}", f"{them} was blocked")
        return _timed(case, blank, what.at, "when the block was made")
    if isinstance(what, Warned):
        blank = Refusal(
            decided.number, "warned", f"{them} was warned by {what.by}", f"{them} was warned"
        )
        return _timed(case, blank, what.at, "when the warning was given")
    blank = Refusal(
        decided.number,
        "order served",
        f"A {what.kind} was served on {them}",
        f"the {what.kind} was served",
    )
    return _timed(case, blank, what.served, "when it was served")


def _timed(case: CaseFile, blank: Refusal, written: str, missing: str) -> Refusal:
    span = when_of(written, case.zone) if written else None
    if span is None:
        said = f" ({written!r} cannot be read as a day or a time)" if written else ""
        return replace(
            blank,
            trouble=f"Decision {blank.decision} does not say {missing}{said}, so nothing is "
            "counted from it.",
        )
    earliest, latest = span
    if _DAY_ONLY.fullmatch(written.strip()):
        day = wording.day_words(wording.day_at(earliest, case.zone))
        return replace(
            blank,
            earliest=earliest,
            latest=latest,
            when=f"on {day}",
            trouble=f"Only the day is recorded for decision {blank.decision} ({day}): acts on that "
            "day are counted as neither before nor after.",
        )
    return replace(blank, earliest=earliest, latest=latest, when=_at(earliest, latest, case.zone))


def _by_message(case: CaseFile, person: Person, blank: Refusal, event: str) -> Refusal:
    row = acts.row_of(case, event)
    if row is None:
        return replace(
            blank,
            trouble=f"Decision {blank.decision} points to a message ({event}) that is not in the "
            "files read, so nothing is counted from it.",
        )
    earliest, latest = acts.span_of(case, row)
    wrong = _not_a_refusal(case, person, row)
    if earliest == NO_TIME and not wrong:
        wrong = "has no time that can be read"
    if wrong:
        return replace(
            blank,
            row=row,
            trouble=f"The message of decision {blank.decision} {wrong}, so nothing is counted from "
            "it.",
        )
    return replace(
        blank, row=row, earliest=earliest, latest=latest, when=_at(earliest, latest, case.zone)
    )


def _at(earliest: int, latest: int, zone: str) -> str:
    """Say when, no finer than it is known; with both ends where more than a minute is in doubt."""
    to = "minute" if latest - earliest >= MINUTE - 1_000 else "second"
    if latest - earliest < MINUTE:
        return f"on {wording.time_words(earliest, zone, to)}"
    first, last = (wording.time_words(end, zone, to, offset=True) for end in (earliest, latest))
    return f"on {first} or, at the latest, on {last}"


def _not_a_refusal(case: CaseFile, person: Person, row: int) -> str:
    if Warn.MAY_BELONG_TO_MESSAGE_BEFORE & Warn(int(case.table.warnings[row])):
        return "may have been typed inside another message"
    if int(np.asarray(case.person_of)[row]) == acts.index_of(case, person):
        return f"was sent by {person.name}"
    if int(np.asarray(case.way)[row]) != Way.SENT:
        return f"is not known to have been sent by {acts.complainant(case)}"
    return ""

"""The rate before and after, and what else than the person could have made it rise.

The one thing a reader would get wrong: a rise that is found is not yet shown. It is held against
files that begin late, against what the complainant sent back, against times both wanted, and
against an ordinary purpose that was recorded; each can take it away, none can make one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from rainbook.findings.interface import Facts, acts
from rainbook.findings.interface import change as changes
from rainbook.findings.signs import _obsessive_days as days
from rainbook.findings.signs._obsessive_days import Span
from rainbook.record import CaseFile, Explained, Person, PurposeOf, Relationship

OUTGREW = 0.002
"""The acts outgrew the replies where their share rose more than in all but 2 of 1,000 shuffles."""
ALSO = 0.05
"""Replies are said to have risen too where they did more than in all but 5 of 100 shuffles."""
ALIKE, UNCLEAR = "alike", "unclear"
FEW_REPLIES = 10
"""Fewer messages sent back before than this cannot be compared in shares; then, if what was sent
back after is under a tenth of the acts, it is no exchange that rose.
"""
FEWEST_BEFORE = 5
"""Acts before the rise below which there is no earlier rate of their own to hold it against."""
ORDINARY = ("child", "debt", "complaint", "work", "press", "legal step")
NEAR = changes.EDGE


@dataclass(frozen=True, slots=True)
class Half:
    """One side of the day: its acts, how many days, and what was sent back (None: not known)."""

    rows: tuple[int, ...]
    first: int
    last: int
    days: int
    replies: tuple[int, ...] | None

    @property
    def rate(self) -> float:
        """Return the acts a day."""
        return len(self.rows) / self.days


@dataclass(frozen=True)
class Rate:
    """The days, the change (None: too few to look), both sides of it (of the middle day where there
    is none; a rise that falls again ends at the fall), and what a rise is held against.
    """

    days: days.Days
    change: changes.Change | None
    halves: tuple[Half, Half] | None
    fall_after: int | None
    late: bool
    both: str
    span: Span | None
    ordinary: tuple[str, int] | None
    replies_known: bool

    @property
    def rose(self) -> bool:
        """Say whether a rise was found."""
        return self.change is not None and self.change.found and self.change.up


def rate_of(case: CaseFile, person: Person, found: acts.Acts, facts: Facts) -> Rate:
    """Return the rate of this person's direct acts and everything a rise is held against."""
    of = days.days_of(case, found, facts)
    sent = days.replies_by_day(case, person)
    change, fall = _risen(of.counts()) if len(of.days) else (None, None)
    at = change.at if change and change.found else (len(of.days) + 1) // 2
    end = len(of.days) if fall is None else fall
    halves = _halves(of, (0, at, end), sent) if len(of.days) >= 2 else None
    rose = change is not None and change.found and change.up
    return Rate(
        days=of,
        change=change,
        halves=halves,
        fall_after=fall,
        late=rose and _late(case, of),
        both=_both(of, sent[1], at, halves) if rose and sent and halves else "",
        span=_span(case, facts, int(of.days[at])) if rose else None,
        ordinary=_ordinary(case, facts, of) if rose else None,
        replies_known=sent is not None,
    )


def _risen(counts: days.Longs) -> tuple[changes.Change | None, int | None]:
    """Return the rise if there is one, and the day a fall begins after it; else the one change.

    Where the largest change is a fall, a rise is looked for before it, so that acts that rose and
    then stopped are not missed; where it is a rise, a fall is looked for after it.
    """
    change = changes.find_change(counts)
    if change is None or not change.found:
        return change, None
    if change.up:
        later = changes.find_change(counts[change.at :])
        fell = later is not None and later.found and later.down
        return change, change.at + later.at if later and fell else None
    earlier = changes.find_change(counts[: change.at])
    if earlier and earlier.found and earlier.up:
        return earlier, change.at
    return change, None


def _halves(
    of: days.Days, ends: tuple[int, int, int], sent: tuple[days.Longs, days.Longs] | None
) -> tuple[Half, Half]:
    made = []
    for begin, end in pairwise(ends):
        part = of.days[begin:end]
        replies = None if sent is None else tuple(sent[0][np.isin(sent[1], part)].tolist())
        rows = of.rows_in(begin, end)
        made.append(Half(rows, int(part[0]), int(part[-1]), end - begin, replies))
    return made[0], made[1]


def _still(of: days.Days) -> bool:
    change, _ = _risen(of.counts()) if len(of.days) else (None, None)
    return change is not None and change.found and change.up


def _late(case: CaseFile, of: days.Days) -> bool:
    """Say whether the rise is gone without the kinds of export that begin after the first day, and
    also when only the days are compared by which all had begun.
    """
    begins = days.begins_of(case)[of.rows]
    early = begins <= of.days[0]
    if early.all():
        return False
    since = days.fewer(of, np.ones(len(of.rows), bool), int(begins.max()))
    return not (_still(days.fewer(of, early)) or _still(since))


def _both(of: days.Days, sent: days.Longs, at: int, halves: tuple[Half, Half]) -> str:
    """Return ALIKE where what the complainant sent rose with the acts, UNCLEAR where it rose and
    whether it is less cannot be told, else "".
    """
    before, after = halves
    end = at + after.days
    acts_, replies = of.counts()[:end], of.counts(sent)[:end]
    few, many = int(replies[:at].sum()), int(replies[at:].sum())
    if many * before.days <= few * after.days:
        return ""
    if few < FEW_REPLIES and many * 10 <= len(after.rows):
        return ""
    if changes.outgrew(acts_, replies, at) <= OUTGREW:
        return ""
    # held against one of each day, the share rises as the replies do
    return ALIKE if changes.outgrew(replies, np.ones_like(replies), at) <= ALSO else UNCLEAR


def _span(case: CaseFile, facts: Facts, day: int) -> Span | None:
    """Return the time both wanted in which the rise begins."""
    return next((s for s in days.together_of(case, facts) if s.first <= day <= s.last), None)


def _ordinary(case: CaseFile, facts: Facts, of: days.Days) -> tuple[str, int] | None:
    """Return an ordinary reason for the acts as a whole, and its decision; or that of single acts
    where the rise is gone without them.
    """
    whole = [s for s in facts.all(PurposeOf) if not s.what.event]
    if whole and whole[-1].what.purpose in ORDINARY:
        return f"a purpose is recorded ({whole[-1].what.purpose})", whole[-1].number
    bonds = facts.all(Relationship)
    if bonds and bonds[-1].what.bond == "institution":
        return "the sender is recorded as an institution", bonds[-1].number
    said = facts.all(Explained)
    if said and said[-1].what.answer == "yes":
        return "another reason for it is recorded", said[-1].number
    single = {
        row: last
        for row in of.rows.tolist()
        if (last := facts.last(row, PurposeOf)) and last.what.purpose in ORDINARY
    }
    if single and not _still(days.fewer(of, ~np.isin(of.rows, list(single)))):
        last = single[max(single)]
        return f"a purpose is recorded for {len(single):,} of them", last.number
    return None

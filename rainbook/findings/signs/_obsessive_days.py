"""The days that are compared: each with the number of one person's acts, and of what was sent back.

The one thing a reader would get wrong: days of a time whose silence is explained (prison, abroad)
are taken out, not counted as quiet days; otherwise every return would look like a rise. A day is
the complainant's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from rainbook.findings.interface import Facts, acts, when_of
from rainbook.findings.interface import change as changes
from rainbook.moment import days_in_zone
from rainbook.record import DO_NOT_KNOW, NO_TIME, CaseFile, GapReason, Person, Together, Warn

Longs = npt.NDArray[np.int64]
_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Span:
    """A time that was recorded: its decision, what it is, its words, and its first and last day
    (days since 1970, both included).
    """

    decision: int
    what: str
    first: int
    last: int


@dataclass(frozen=True)
class Days:
    """`days`: the days compared, rising. `rows` and `day`: the acts on them, in time order.

    `unplaced`: acts whose day is not certain; `outside`: acts on days that are not compared.
    `gaps`: explained times that were taken out.
    """

    days: Longs
    rows: Longs
    day: Longs
    unplaced: tuple[int, ...]
    outside: tuple[int, ...]
    gaps: tuple[Span, ...]

    def counts(self, day: Longs | None = None) -> Longs:
        """Return the acts on each day compared, or how many of the days given fall on each."""
        given = self.day if day is None else day[np.isin(day, self.days)]
        return np.bincount(np.searchsorted(self.days, given), minlength=len(self.days)).astype(
            np.int64
        )

    def rows_in(self, begin: int, end: int) -> tuple[int, ...]:
        """Return the acts on `days[begin:end]`."""
        first, last = np.searchsorted(self.day, [self.days[begin], self.days[end - 1] + 1])
        return tuple(self.rows[first:last].tolist())


def days_of(case: CaseFile, found: acts.Acts, facts: Facts) -> Days:
    """Return the days of this person's acts towards the complainant, those in groups left out."""
    direct = np.array([r not in found.grouped for r in found.rows], bool)
    rows, first, last = np.array(found.rows, np.int64)[direct], found.first[direct], found.last
    day = _certain(first, last[direct], case.zone)
    # a date nobody can mean (a clock gone wrong, a forged year) would stretch the days compared
    day[(case.table.warnings[rows] & Warn.TIME_IMPLAUSIBLE) != 0] = -1
    unplaced = tuple(rows[day < 0].tolist())
    rows, day = rows[day >= 0], day[day >= 0]
    order = np.argsort(day, kind="stable")
    return _without(rows[order], day[order], unplaced, gaps_of(case, facts, day[order]))


def fewer(of: Days, kept: npt.NDArray[np.bool_], since: int | None = None) -> Days:
    """Return the same days with only some of the acts, from the first of them (or `since`) on."""
    if since is not None:
        kept = kept & (of.day >= since)
    return _without(of.rows[kept], of.day[kept], (), of.gaps, since)


def replies_by_day(case: CaseFile, person: Person) -> tuple[Longs, Longs] | None:
    """Return the rows the complainant sent to the person and their days, None where not known."""
    sent = acts.own_replies(case, person)
    if sent is None:
        return None
    when = case.table.earliest[sent]
    sent, when = sent[when != NO_TIME], when[when != NO_TIME]
    return sent, days_in_zone(when, case.zone)


def gaps_of(case: CaseFile, facts: Facts, day: Longs) -> tuple[Span, ...]:
    """Return the explained silences among the acts, as days without an act at their ends."""
    found = []
    for said in facts.all(GapReason):
        if said.what.reason == DO_NOT_KNOW or not len(day):
            continue
        start, end = (_ends(case, t) for t in (said.what.start, said.what.end))
        if start is None and end is None:
            continue
        first, last = _silence(day, start, end)
        if first <= last and first <= day[-1] and last >= day[0]:
            words = f"{said.what.reason} ({said.what.words})" if said.what.words else ""
            found.append(Span(said.number, words or said.what.reason, first, last))
    return tuple(found)


def together_of(case: CaseFile, facts: Facts) -> tuple[Span, ...]:
    """Return the times the two were together or both wanted contact; an open end stays open."""
    found = []
    for said in facts.all(Together):
        start, end = (_ends(case, t) for t in (said.what.start, said.what.end))
        if said.what.how != DO_NOT_KNOW and (start or end):
            first = start[0] if start else 0
            last = end[1] if end else int(np.iinfo(np.int64).max)
            found.append(Span(said.number, said.what.how, first, last))
    return tuple(found)


def begins_of(case: CaseFile) -> Longs:
    """Return, for each row of the table, the day its kind of export begins in this case.

    By kind and not by file: an export that was split begins where its first part does.
    """
    table = case.table
    code = table.original.astype(np.int64) * (len(table.members) + 1) + table.member + 1
    known, where = np.unique(code, return_inverse=True)
    width = len(table.members) + 1
    names = [_source(case, int(c) // width, int(c) % width - 1) for c in known]
    kinds = sorted(set(names))
    kind = np.array([kinds.index(n) for n in names], np.int64)[where]
    begins = np.full(len(kinds), np.iinfo(np.int64).max)
    dated = table.earliest != NO_TIME
    np.minimum.at(begins, kind[dated], table.earliest[dated])
    some = begins < np.iinfo(np.int64).max
    begins[some] = days_in_zone(begins[some], case.zone)
    return np.asarray(begins[kind], np.int64)


def day_of(number: int) -> date:
    """Return the date of a day since 1970."""
    return date.fromordinal(number + _EPOCH)


def _source(case: CaseFile, original: int, member: int) -> str:
    table = case.table
    key = table.originals[original]
    key = key if member < 0 else f"{key}/{table.members[member]}"
    return table.readings.get(key, {}).get("source", "")


def _certain(first: Longs, last: Longs, zone: str) -> Longs:
    """Return the day of each act, -1 where it can be two or is not known."""
    day = np.full(len(first), -1, np.int64)
    dated = first != NO_TIME
    begin, end = days_in_zone(first[dated], zone), days_in_zone(last[dated], zone)
    day[dated] = np.where(begin == end, begin, -1)
    return day


def _without(
    rows: Longs,
    day: Longs,
    unplaced: tuple[int, ...],
    gaps: tuple[Span, ...],
    since: int | None = None,
) -> Days:
    if not len(day):
        return Days(day, rows, day, unplaced, (), gaps)
    begin = int(day[0]) if since is None else since
    days = np.arange(max(begin, int(day[-1]) - changes.LONGEST_DAYS + 1), int(day[-1]) + 1)
    for gap in gaps:
        days = days[(days < gap.first) | (days > gap.last)]
    inside = np.isin(day, days)
    return Days(days, rows[inside], day[inside], unplaced, tuple(rows[~inside].tolist()), gaps)


def _ends(case: CaseFile, typed: str) -> tuple[int, int] | None:
    """Return the first and last day of what was typed, None for nothing or what is no time."""
    span = when_of(typed, case.zone) if typed else None
    if span is None:
        return None
    first, last = days_in_zone(np.array(span, np.int64), case.zone).tolist()
    return first, last


def _silence(
    day: Longs, start: tuple[int, int] | None, end: tuple[int, int] | None
) -> tuple[int, int]:
    """Return the first and last day of a silence: an end that is as wide as a month lies where the
    acts stop and begin again; an end left open is the next act.
    """
    if start is None:
        before = day[day < end[0]] if end else day[:0]
        first = int(before[-1]) + 1 if len(before) else int(day[0])
    else:
        within = day[(day >= start[0]) & (day <= start[1])]
        first = int(within[-1]) + 1 if len(within) else start[0]
    if end is None:
        after = day[day >= first]
        last = int(after[0]) - 1 if len(after) else first - 1
    else:
        within = day[(day >= end[0]) & (day <= end[1]) & (day >= first)]
        last = int(within[0]) - 1 if len(within) else end[1]
    return first, last

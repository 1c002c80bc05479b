"""Accounts, services and ways of contact a person used for the first time after a refusal.

The one thing a reader would get wrong: "new" is said of the records, not of the world. It is said
only where the records of that service go back before the refusal and the account stands in none of
them. A spelling, another phone of the complainant's, a name in place of a number can make an old
account look new: each is looked at, and what cannot be settled is "cannot tell".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rainbook.findings.interface import CONTACT, acts, wording
from rainbook.findings.signs._fixated_accounts import (
    Identity,
    Used,
    identity_of_key,
    known_on,
    on_service,
    soft,
)
from rainbook.findings.signs._fixated_after import Longs, Looked, Term
from rainbook.findings.signs._fixated_part import purposes
from rainbook.record import NO_TIME, ActSort, Blocked, Kind, StartedBy

CALLS = (Kind.CALL, Kind.VOICEMAIL)


@dataclass(frozen=True, slots=True)
class Fresh:
    """Something first used after a refusal that still stood: an "account", a "service", or a "way"
    (then `used` is None and `sort` names it). `rows`: the acts; `goes_back`: the first row of that
    service's records; `wrote`: what the complainant sent there since.
    """

    what: str
    used: Used | None
    sort: str
    term: Term
    rows: tuple[int, ...]
    goes_back: int
    wrote: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something first seen after a refusal that cannot be said to be new, and why (a clause)."""

    used: Used | None
    sort: str
    term: Term
    rows: tuple[int, ...]
    why: str


Said = Fresh | Doubt


def first_used(looked: Looked, used: Sequence[Used]) -> list[Said]:
    """Return what was first used after a refusal, and what may have been."""
    if not looked.terms:
        return []
    found = [said for one in used if (said := _account(looked, one)) is not None]
    return [_with_purpose(looked, said) for said in (*found, *_ways(looked))]


def used_before(looked: Looked, used: Sequence[Used]) -> list[tuple[Term, Used, tuple[int, ...]]]:
    """Return accounts that acts came from after the first refusal and that were in use before it:
    not new.
    """
    if not looked.terms:
        return []
    term = looked.terms[0]
    found = []
    for one in used:
        rows = _rows_under(looked, one.rows, term)
        if rows and bool(_before(looked, one.seen, term).any()):
            found.append((term, one, rows))
    return found


def _with_purpose(looked: Looked, said: Said) -> Said:
    """Return a doubt where a known account only changed its service or way, and a purpose is
    recorded: a parent who is blocked on one service may write about the child by another.
    """
    if isinstance(said, Doubt) or said.what == "account":
        return said
    if not purposes(looked) and not all(purposes(looked, row) for row in said.rows):
        return said
    why = "a purpose is recorded for it, and the account itself is not new"
    return Doubt(said.used, said.sort, said.term, said.rows, why)


def _account(looked: Looked, one: Used) -> Said | None:
    known = known_on(looked, one.account.platform)
    here = np.concatenate([one.rows, *known.values()])
    for what, seen in (("account", one.seen), ("service", here)):
        both = np.append(seen, one.wrote)
        terms = [t for t in looked.terms if _all_after(looked, both, t)]
        if terms:
            return _weigh(looked, what, one, known, terms)
    return _unsure_start(looked, one)


def _all_after(looked: Looked, rows: Longs, term: Term) -> bool:
    return bool((looked.starts(rows, term) > term.refusal.latest).all())


def _before(looked: Looked, rows: Longs, term: Term) -> npt.NDArray[np.bool_]:
    first, last = (ends[rows] for ends in looked.spans)
    return np.asarray((first != NO_TIME) & (last < term.refusal.earliest), bool)


def _rows_under(looked: Looked, rows: Longs, term: Term) -> tuple[int, ...]:
    first = looked.starts(rows, term)
    return tuple(rows[(first > term.refusal.latest) & (first <= term.until)].tolist())


def _unsure_start(looked: Looked, one: Used) -> Doubt | None:
    """Return a doubt where the account's first record overlaps a refusal or has no time."""
    both = np.append(one.seen, one.wrote)
    for term in looked.terms:
        if not _before(looked, both, term).any():
            rows = one.rows[looked.starts(one.rows, term) <= term.until]
            why = "whether its first record is before or after the refusal cannot be told"
            return Doubt(one, "", term, tuple(rows.tolist()), why) if len(rows) else None
    return None


def _weigh(
    looked: Looked, what: str, one: Used, known: dict[Identity, Longs], terms: list[Term]
) -> Said | None:
    """Return what can be said of something that stands in no record before one of the refusals."""
    standing = [(t, rows) for t in terms if (rows := _rows_under(looked, one.rows, t))]
    # a block says most about a way round it; of two, the later is the nearer
    standing.sort(key=lambda s: (s[0].refusal.kind == "blocked", s[0].refusal.latest))
    if not standing:
        why = "that refusal had ended before it; see what speaks against"
        return Doubt(one, "", terms[-1], tuple(one.rows.tolist()), why)
    doubt: Doubt | None = None
    for term, rows in reversed(standing):
        back = _goes_back(looked, one, rows, term)
        if back is None:
            why = _begins(looked, one, rows)
        else:
            why = _mine_first(looked, one, rows, term)
            if not why and what == "account":
                why = _may_be_old(looked, one, known, term)
        if back is not None and not why:
            wrote = tuple(r for r in one.wrote.tolist() if _all_after(looked, np.array([r]), term))
            return Fresh(what, one, "", term, rows, back, wrote)
        doubt = doubt or Doubt(one, "", term, rows, why)
    return doubt


def _same_sort(looked: Looked, one: Used, rows: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    """Return the rows of the service with a time and of the acts' sort, calls or not: the two stand
    in different exports, which go back differently far.
    """
    calls = np.isin(looked.case.table.kind, CALLS)
    wanted = calls[list(rows)]
    sort = calls if wanted.all() else ~calls if not wanted.any() else np.ones(len(calls), bool)
    dated = looked.spans[0] != NO_TIME
    return np.asarray(on_service(looked, one.account.platform) & sort & dated, bool)


def _goes_back(looked: Looked, one: Used, rows: tuple[int, ...], term: Term) -> int | None:
    """Return the first row of the service's records where it lies before the refusal."""
    return _first_before(looked, np.flatnonzero(_same_sort(looked, one, rows)), term)


def _first_before(looked: Looked, rows: Longs, term: Term) -> int | None:
    if not len(rows):
        return None
    row = int(rows[np.argmin(looked.spans[1][rows])])
    return row if looked.spans[1][row] < term.refusal.earliest else None


def _begins(looked: Looked, one: Used, rows: tuple[int, ...]) -> str:
    begin = int(looked.spans[0][_same_sort(looked, one, rows)].min(initial=_FAR))
    said = "whether it was in use before cannot be told"
    if begin == _FAR:
        return f"{said}; no record of this service has a time that can be read"
    day = wording.day_words(wording.day_at(begin, looked.case.zone))
    return f"{said}; the records of this service begin on {day}"


_FAR = int(np.iinfo(np.int64).max)


def _mine_first(looked: Looked, one: Used, rows: tuple[int, ...], term: Term) -> str:
    """Say whether the complainant was the first to write there."""
    me = acts.complainant(looked.case)
    first = int(looked.starts(np.array(rows[:1]), term)[0])
    wrote = looked.starts(one.wrote, term)
    if ((wrote > term.refusal.latest) & (wrote < first)).any():
        return f"the first record on it is by {me}"
    said = looked.facts.last(rows[0], StartedBy)
    if said is not None and said.what.who == "me":
        return f"it is recorded that {me} started that contact (decision {said.number})"
    return ""


def _may_be_old(looked: Looked, one: Used, known: dict[Identity, Longs], term: Term) -> str:
    """Say whether a telephone may only have begun to show an old account in another way."""
    if one.withheld or _shut(looked, known, term):
        return ""
    files = _files(looked, one.seen)
    for other, rows in sorted(known.items()):
        if other == one.identity or other[-1] == "withheld":
            continue
        in_use = rows[~(looked.starts(rows, term) > term.refusal.latest)]
        shown_otherwise = soft(other) or soft(one.identity)
        if len(in_use) and shown_otherwise and not files & _files(looked, rows):
            return (
                "the records before it show another account only as a telephone showed it then, in "
                "another file; whether the two are the same cannot be told (which account was "
                "blocked, where that is recorded, may settle it)"
            )
    return ""


def _shut(looked: Looked, known: dict[Identity, Longs], term: Term) -> bool:
    """Say whether the refusal was a block of the person on this service: what arrives after it
    comes from another account. A block of nothing named is of it where the person is known on no
    other service.
    """
    if term.refusal.kind != "blocked":
        return False
    what = next(d.what for d in looked.case.decisions if d.number == term.refusal.decision)
    if isinstance(what, Blocked) and what.account:
        return identity_of_key(what.account) in known
    theirs = np.asarray(looked.case.person_of) == acts.index_of(looked.case, looked.person)
    codes = np.unique(looked.case.table.actor[theirs & (looked.case.table.actor >= 0)])
    services = {looked.case.table.accounts[c].platform for c in codes.tolist()}
    return len(services - {"diary"}) == 1


def _files(looked: Looked, rows: Longs) -> set[tuple[int, int]]:
    table = looked.case.table
    return set(zip(table.original[rows].tolist(), table.member[rows].tolist(), strict=True))


def _ways(looked: Looked) -> list[Said]:
    """Return the ways of contact a diary names (a letter, a gift) that stand in no act before."""
    table = looked.case.table
    rows = np.array(looked.found.rows, np.int64)
    sorts = np.array(looked.facts.sorts(looked.found.rows), dtype=object)
    sorted_by_hand = [r for r in looked.facts.by_row if looked.facts.on(r, ActSort)]
    diary = np.isin(rows, sorted_by_hand) & (table.kind[rows] == Kind.DIARY)
    diary &= ~np.isin(rows, list(looked.found.grouped))
    found: list[Said] = []
    for sort in sorted(set(sorts[diary].tolist()) & CONTACT):
        said = _way(looked, sort, rows[sorts == sort], rows[diary & (sorts == sort)])
        if said is not None:
            found.append(said)
    return found


def _way(looked: Looked, sort: str, seen: Longs, mine: Longs) -> Said | None:
    doubt: Doubt | None = None
    terms = sorted(
        looked.terms, key=lambda t: (t.refusal.kind == "blocked", t.refusal.latest), reverse=True
    )
    kept = (looked.case.table.kind == Kind.DIARY) & (looked.spans[0] != NO_TIME)
    for term in terms:
        may_be = tuple(mine[looked.starts(mine, term) <= term.until].tolist())
        if not may_be or _before(looked, seen, term).any():
            continue
        back = _first_before(looked, np.flatnonzero(kept), term)
        if back is not None and _all_after(looked, seen, term):
            return Fresh("way", None, sort, term, _rows_under(looked, mine, term), back)
        why = "whether the first such act was before or after the refusal cannot be told"
        if back is None:
            why = (
                "whether there were such acts before cannot be told; the diary does not go back "
                "before the refusal"
            )
        doubt = doubt or Doubt(None, sort, term, may_be, why)
    return doubt

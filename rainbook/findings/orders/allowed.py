"""What an order allows, laid beside an act: by its purpose, its account, the hours, the days, or
what the complainant said of this act.

The one thing a reader would get wrong: "not recorded" is not "not allowed". Where an exception is
only words, or turns on what nobody has said, the act is listed with the exception's words beside
it; an act that fits an exception is "may be allowed", never "allowed".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rainbook.findings.facts import Facts, Said
from rainbook.findings.orders.acts import Held
from rainbook.findings.orders.times import edge_of
from rainbook.findings.orders.words import DAY, MINUTE, SECOND, Clock, plain, quoted
from rainbook.findings.said_times import spans_of
from rainbook.record import (
    DO_NOT_KNOW,
    NO_TIME,
    Account,
    CaseFile,
    OrderAllows,
    OrderClause,
    OrderServed,
    PurposeOf,
)

NO, BESIDE, DOUBT, FITS = range(4)
"""Whether an act fits an exception: it does not; nobody said; it cannot be told; it does."""
_HOURS = re.compile(r"\s*(\d{1,2}):(\d{2})\s*(?:-|\u2013|to)\s*(\d{1,2}):(\d{2})\s*")
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))
LOCAL_DIGITS = 9
Ints = npt.NDArray[np.int8]


@dataclass(frozen=True)
class Permit:
    """One exception with, for each act held, whether it fits (NO, BESIDE, DOUBT, FITS)."""

    number: int
    said: str
    fits: Ints


def exceptions_to(
    case: CaseFile,
    facts: Facts,
    order: Said[OrderServed],
    clause: OrderClause,
    held: Held,
    clock: Clock,
) -> list[Permit]:
    """Return what the order allows that bears on a clause, in the order it was recorded."""
    found = [
        _exception(case, facts, said, held, clock)
        for said in facts.all(OrderAllows)
        if said.what.order == order.number and said.what.clause in ("", clause.clause)
    ]
    typed = {said.what.words for said in facts.all(OrderAllows)}
    for words in order.what.exceptions:
        if words.strip() and words not in typed:
            beside = np.full(len(held.rows), BESIDE, np.int8)
            found.append(Permit(order.number, quoted(words), beside))
    return found


def _exception(
    case: CaseFile, facts: Facts, said: Said[OrderAllows], held: Held, clock: Clock
) -> Permit:
    what = said.what
    parts: list[Ints] = []
    if what.purpose:
        parts.append(_by_purpose(facts, what.purpose, held))
    if what.account:
        parts.append(_by_account(case, what.account, held))
    if what.hours:
        parts.append(_by_hours(what.hours, held, clock))
    if what.start or what.end:
        parts.append(_by_days(what, held, case.zone))
    if not parts:
        return Permit(said.number, quoted(what.words), np.full(len(held.rows), BESIDE, np.int8))
    fits = np.minimum.reduce([np.where(p == BESIDE, BESIDE, FITS) for p in parts]).astype(np.int8)
    fits[np.any([p == DOUBT for p in parts], axis=0)] = DOUBT
    # one thing that surely does not fit is enough, whatever is open about the others
    fits[np.any([p == NO for p in parts], axis=0)] = NO
    limits = [
        f"purpose: {what.purpose}" if what.purpose else "",
        f"account {plain(what.account)}" if what.account else "",
        plain(what.hours),
        plain(spans_of(what.start, what.end).removeprefix(", ")),
    ]
    shown = ", ".join(part for part in limits if part)
    return Permit(said.number, f"{quoted(what.words)} ({shown})", fits)


def _by_purpose(facts: Facts, wanted: str, held: Held) -> Ints:
    """Return whether the purpose recorded for each act, else for all of it, is the one wanted."""
    said = facts.all(PurposeOf)
    fits = np.full(
        len(held.rows), _purpose({s.what.purpose for s in said if not s.what.event}, wanted)
    )
    place = {row: i for i, row in enumerate(held.rows.tolist())}
    for one in said:
        if one.row in place:
            fits[place[one.row]] = _purpose({one.what.purpose}, wanted)
    return fits.astype(np.int8)


def _purpose(known: set[str], wanted: str) -> int:
    if wanted in known:
        return FITS
    if DO_NOT_KNOW in known:
        return DOUBT
    return NO if known else BESIDE


def _by_account(case: CaseFile, wanted: str, held: Held) -> Ints:
    table = case.table
    fits = [FITS if is_account(wanted, a) else NO for a in table.accounts]
    # nobody named: whose account it was cannot be told
    return np.asarray(np.array([*fits, DOUBT], np.int8)[table.actor[held.rows]], np.int8)


def is_account(key: str, account: Account) -> bool:
    """Return whether a key ("phone:+447700900123", "whatsapp:name:Alex") or a number as typed is
    this account.
    """
    raw = unicodedata.normalize("NFC", " ".join(account.raw.translate(_MARKS).split()))
    typed = " ".join(key.split())
    if typed in (f"{account.platform}:{account.kind}:{raw}", raw):
        return True
    if account.kind == "email":
        return typed.casefold() in (f"email:{raw}".casefold(), raw.casefold())
    wanted, found = _digits(typed.removeprefix("phone:")), _digits(raw)
    if not wanted or not found:
        return False
    if wanted[0] == found[0] == "+":
        return wanted == found
    # one is written with its country and one without: the national part decides
    one, other = (d.lstrip("+").lstrip("0") for d in (wanted, found))
    return min(len(one), len(other)) >= LOCAL_DIGITS and (
        one.endswith(other) or other.endswith(one)
    )


def _digits(number: str) -> str:
    bare = re.sub(r"[\s().\-\u2010-\u2015/]", "", number)
    bare = bare.replace("00", "+", 1) if bare.startswith("00") else bare
    return bare if re.fullmatch(r"\+?[0-9]{5,15}", bare) else ""


def hours_of(typed: str) -> tuple[int, int] | None:
    """Return the first and last µs of the day of "09:00-17:00": the second at which it ends is in
    it. The last is less than the first for hours across midnight. None where it cannot be read.
    """
    found = _HOURS.fullmatch(typed)
    if found is None:
        return None
    begins, ends = (int(found[i]) * 60 + int(found[i + 1]) for i in (1, 3))
    if max(int(found[2]), int(found[4])) > 59 or max(begins, ends) > 1440 or begins == ends:
        return None
    return begins * MINUTE, DAY - 1 if ends == 1440 else ends * MINUTE + SECOND - 1


def _by_hours(typed: str, held: Held, clock: Clock) -> Ints:
    hours = hours_of(typed)
    fits = np.full(len(held.rows), BESIDE, np.int8)
    if hours is None:
        return fits
    begins, ends = hours
    dated = held.first != NO_TIME
    first, last = (clock.walls(t[dated]) for t in (held.first, held.last))
    long = (ends - begins) % DAY
    a, b = ((t - begins) % DAY for t in (first, last))
    wide = last - first  # by the clocks on the wall: an hour that happens twice has no width
    inside = (a <= long) & (b <= long) & (a <= b) & (wide < DAY // 2)
    outside = (a > long) & (b > long) & (a <= b) & (wide < DAY // 2)
    fits[dated] = np.where(inside, FITS, np.where(outside, NO, DOUBT))
    return fits


def _by_days(what: OrderAllows, held: Held, zone: str) -> Ints:
    """Return whether each act lies between the days typed, both of them included."""
    fits = np.full(len(held.rows), FITS, np.int8)
    for edge, is_start in ((edge_of(what.start, zone), True), (edge_of(what.end, zone), False)):
        if edge.span is None:
            if edge.typed:
                fits = np.minimum(fits, np.int8(BESIDE))
            continue
        limit = edge.span[0] if is_start else edge.span[1]
        out = held.last < limit if is_start else held.first > limit
        partly = held.first < limit if is_start else held.last > limit
        fits[partly & (fits != NO)] = DOUBT
        fits[out] = NO
    return fits


def beside(found: Sequence[Permit], fits: Sequence[int]) -> str:
    """Return the sentences on every exception to print beside an act, as far as each goes."""
    said = {
        NO: "The order allows {}, which this does not fit.",
        BESIDE: "The order allows {}; whether that covers this is not recorded.",
        DOUBT: "The order allows {}; whether this fits cannot be told.",
        FITS: "The order allows {}, which this fits.",
    }
    # put together, not formatted: the words may hold brackets
    return " ".join(said[fit].replace("{}", one.said) for one, fit in zip(found, fits, strict=True))

"""What stands in the finding about accounts, services and ways first used after a refusal: its
lines, and what speaks against them.

The one thing a reader would get wrong: who is behind an account is what the complainant recorded,
on the basis they gave; it is printed beside each account and was checked by nobody here.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rainbook.findings.interface import acts, wording
from rainbook.findings.signs._fixated_accounts import (
    Used,
    identity_of_key,
    on_service,
    shown_name,
    used_by,
)
from rainbook.findings.signs._fixated_after import Looked
from rainbook.findings.signs._fixated_new import Doubt, Fresh, first_used, used_before
from rainbook.findings.signs._fixated_part import Part
from rainbook.record import (
    BASES,
    NO_TIME,
    AccountOf,
    ActSort,
    Call,
    CameAfter,
    EventBy,
    Kind,
    Line,
    NeverArrived,
    State,
)

_WHAT = {
    "account": "an account that stands in no earlier record",
    "service": "known before from another service; on this one it stands in no earlier record",
    "way": "a way of contact that stands in no earlier act on record",
}
_NOUN = {"account": "account", "service": "service", "way": "way of contact"}


def ways_round(looked: Looked) -> Part:
    """Return what was first used after a refusal, on what basis it is said to be the person's, and
    what speaks against it.
    """
    used = used_by(looked) if looked.terms else []
    said = first_used(looked, used)
    # the earliest refusal leads: all that is listed came after it
    fresh = sorted(
        (s for s in said if isinstance(s, Fresh)), key=lambda f: (f.term.refusal.latest, f.rows)
    )
    doubts = [s for s in said if isinstance(s, Doubt)]
    grouped = _groups(looked)
    return Part(
        "accounts and services",
        shown=bool(fresh),
        doubt=bool(doubts or grouped),
        says=_says(looked, fresh) if fresh else "",
        also="",
        supports=tuple(_line(looked, f) for f in fresh),
        against=(*(_replies(looked, f) for f in fresh), *_not_new(looked, used), *_number(looked)),
        limits=(
            *(_doubt(looked, d) for d in doubts),
            *_withheld(looked, fresh),
            *_basis(fresh),
            *grouped,
        ),
        figures={"first_used_after_a_refusal": [_figures(looked, f) for f in fresh]},
    )


def _says(looked: Looked, fresh: Sequence[Fresh]) -> str:
    refusal = fresh[0].term.refusal
    rows = [r for f in fresh for r in f.rows]
    spans = [acts.span_of(looked.case, r) for r in rows]
    starts = [first for first, _ in spans if first != NO_TIME]
    new = f"{_several(fresh)} that stand"
    if len(fresh) == 1:
        noun = _NOUN[fresh[0].what]
        new = f"{'an' if noun[0] == 'a' else 'a'} {noun} that stands"
    when = ""
    if starts:
        days = [wording.day_at(t, looked.case.zone) for t in (min(starts), max(starts))]
        when = f", {wording.between(*days)}"
    return (
        f"{refusal.what} {refusal.when}; after that {looked.person.name} used {new} in no earlier "
        f"record ({wording.many(len(rows), 'act')}{when})"
    )


def _several(fresh: Sequence[Fresh]) -> str:
    """Say how many of each: "2 accounts and 1 way of contact"."""
    kinds = [f.what for f in fresh]
    plural = {"account": "accounts", "service": "services", "way": "ways of contact"}
    return wording.listed(
        wording.many(kinds.count(what), _NOUN[what], plural[what]) for what in dict.fromkeys(kinds)
    )


def _name(one: Fresh | Doubt) -> str:
    return f"“{one.sort}”" if one.used is None else shown_name(one.used.account)


def _line(looked: Looked, one: Fresh) -> Line:
    table, zone = looked.case.table, looked.case.zone
    refusal, them = one.term.refusal, looked.person.name
    if one.used is None:
        told = f"{wording.many(len(one.rows), 'act')} recorded as {_name(one)}"
    else:
        told = f"{wording.channels(table, one.rows)} from {_name(one)}"
    first = int(looked.spans[0][one.rows[0]])
    begins = (
        f" The first is of {wording.day_words(wording.day_at(first, zone))}."
        if first != NO_TIME
        else ""
    )
    back = wording.day_words(wording.day_at(int(looked.spans[0][one.goes_back]), zone))
    kept = "The diary goes" if one.used is None else "The records of this service go"
    text = (
        f"After {refusal.name} {refusal.when}: {told}, {_what(looked, one)}.{begins}"
        f"{_tries(looked, one.rows)}{_by_word(looked, one)} The basis on which this is said to be "
        f"{them}: "
        f"{_bases(looked, one.rows)}. {kept} back to {back}."
    )
    cited = () if refusal.row is None else (refusal.row,)
    rows = tuple(dict.fromkeys((*cited, *one.rows, one.goes_back)))
    return Line(text, rows, (refusal.decision, *_decided(looked, one)))


def _what(looked: Looked, one: Fresh) -> str:
    if one.used is not None and one.used.withheld:
        return f"which stands in no earlier act of {looked.person.name}’s"
    return _WHAT[one.what]


def _bases(looked: Looked, rows: Sequence[int]) -> str:
    found = {looked.case.basis_of[r] for r in rows}
    return wording.listed([b for b in BASES if b in found]) or "none is recorded"


def _tries(looked: Looked, rows: Sequence[int]) -> str:
    table = looked.case.table
    number = sum(
        1
        for r in rows
        if int(table.state[r]) == State.BLOCKED_BY_DEVICE
        or int(table.call[r]) in (Call.BLOCKED, Call.REJECTED)
        or looked.facts.on(r, NeverArrived)
    )
    if not number:
        return ""
    verb = "was" if number == 1 else "were"
    return f" {number:,} of them {verb} blocked, rejected or never arrived; a try is an act too."


def _by_word(looked: Looked, one: Fresh) -> str:
    number = looked.by_word(one.rows, one.term)
    if not number:
        return ""
    me = acts.complainant(looked.case)
    return f" After it by the word of {me}, not by their own time: {number:,}."


def _decided(looked: Looked, one: Fresh) -> tuple[int, ...]:
    """Return the decisions that say the account, the acts or their sort are the person's."""
    found = []
    for decided in looked.case.decisions:
        what = decided.what
        if decided.withdrawn or not isinstance(what, (AccountOf, EventBy, ActSort, CameAfter)):
            continue
        if isinstance(what, AccountOf):
            same = one.used is not None and identity_of_key(what.account) == one.used.identity
            if same and what.person == looked.person.key:
                found.append(decided.number)
        elif looked.case.named.get(what.event) in one.rows and (
            one.used is None or not isinstance(what, ActSort)
        ):
            found.append(decided.number)
    return tuple(found)


def _replies(looked: Looked, one: Fresh) -> Line:
    me, name = acts.complainant(looked.case), _name(one)
    if one.used is None:
        text = f"Whether {me} answered the acts recorded as {name} is not known from the records."
        return Line(text, one.rows)
    if not one.wrote:
        text = f"Nothing that {me} sent to {name} stands in the records read."
        return Line(text, one.rows)
    text = f"To {name}, {me} sent {wording.channels(looked.case.table, one.wrote)}."
    return Line(text, one.wrote)


def _not_new(looked: Looked, used: Sequence[Used]) -> list[Line]:
    """Say which accounts acts came from after the first refusal were in use before it."""
    lines = []
    for term, one, rows in used_before(looked, used):
        text = (
            f"After {term.refusal.name} {term.refusal.when}, "
            f"{wording.channels(looked.case.table, rows)} came from {shown_name(one.account)}, "
            "which was in use before: not a new account."
        )
        lines.append(Line(text, rows, (term.refusal.decision,)))
    return lines


def _number(looked: Looked) -> list[Line]:
    """Say where a service itself notes a change of number: an open change is no way round."""
    table, case = looked.case.table, looked.case
    noted = np.flatnonzero(table.kind == Kind.NUMBER_CHANGED)
    if not len(noted) or not looked.terms:
        return []
    theirs = np.asarray(case.person_of) == acts.index_of(case, looked.person)
    threads = np.unique(table.thread[theirs & (table.thread >= 0)])
    near = noted[np.isin(table.thread[noted], threads) | theirs[noted]]
    if not len(near):
        return []
    text = (
        f"{wording.many(len(near), 'change')} of number noted by the service itself: a number may "
        "have been changed openly."
    )
    return [Line(text, tuple(near.tolist()))]


def _doubt(looked: Looked, one: Doubt) -> Line:
    refusal = one.term.refusal
    told = wording.channels(looked.case.table, one.rows)
    from_what = f"from {_name(one)}" if one.used else f"recorded as {_name(one)}"
    text = f"After {refusal.name} {refusal.when}, {told} {from_what}: {one.why}."
    return Line(text, one.rows, (refusal.decision,))


def _withheld(looked: Looked, fresh: Sequence[Fresh]) -> list[Line]:
    """Say how many earlier calls from withheld numbers nobody has been placed with."""
    lines = []
    for one in fresh:
        if one.used is None or not one.used.withheld:
            continue
        codes = [n for n, a in enumerate(looked.case.table.accounts) if a.kind == "withheld"]
        here = on_service(looked, one.used.account.platform)
        here &= np.isin(looked.case.table.actor, codes) & (np.asarray(looked.case.person_of) < 0)
        here &= looked.spans[0] <= one.term.refusal.latest
        rows = tuple(np.flatnonzero(here).tolist())
        if rows:
            text = (
                f"{wording.channels(looked.case.table, rows)} from withheld numbers before that "
                f"stand with nobody; whether any was by {looked.person.name} is not recorded."
            )
            lines.append(Line(text, rows))
    return lines


def _basis(fresh: Sequence[Fresh]) -> list[Line]:
    if not fresh:
        return []
    return [
        Line("Who is behind an account is what was recorded, on the basis given; see each line.")
    ]


def _groups(looked: Looked) -> list[Line]:
    rows = np.array(sorted(looked.found.grouped), np.int64)
    rows = rows[looked.after(rows)] if len(rows) and looked.terms else rows[:0]
    if not len(rows):
        return []
    text = (
        f"{wording.many(len(rows), 'act')} in a group after a refusal: not looked at here until "
        "it is recorded whom they were aimed at."
    )
    return [Line(text, tuple(rows.tolist()))]


def _figures(looked: Looked, one: Fresh) -> dict[str, object]:
    return {
        "what": one.what,
        "name": _name(one),
        "decision": one.term.refusal.decision,
        "acts": len(one.rows),
        "basis": _bases(looked, one.rows),
        "own_replies": len(one.wrote),
    }

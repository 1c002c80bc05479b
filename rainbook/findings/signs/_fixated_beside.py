"""What stands beside the facts: places and years as lines of support, and what speaks against.

The one thing a reader would get wrong: places and years show nothing by themselves. Two people who
live in one town meet in many places, and an old friendship is many years long.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np

from rainbook.findings.interface import acts, spans_of, wording
from rainbook.findings.signs._fixated_after import Looked, together_at
from rainbook.findings.signs._fixated_part import purposes, quoted
from rainbook.record import (
    ActSort,
    DidBack,
    Explained,
    Kind,
    Line,
    StartedBy,
    Together,
    search_text,
)

MOST_ENTRIES = 1_000
_PLACE_OF = {"came to my home": "the complainant's home", "came to my work": "their work"}
_WELCOME = ("invited", "agreed")


def places_and_years(looked: Looked) -> tuple[tuple[Line, ...], dict[str, Any]]:
    """Return a line about places and one about years where there are two of either, and the
    figures. Places are counted, not named: a line may be handed over.
    """
    places, read, there = _places(looked)
    lines: list[Line] = []
    alone = "Beside other facts this may support a link; by itself it shows nothing."
    if len(places) > 1:
        unread = f" ({there - read:,} diary entries were not looked at)" if read < there else ""
        rows = tuple(sorted({r for found in places.values() for r in found}))
        numbers = tuple(
            s.number
            for r in rows
            for s in looked.facts.on(r, ActSort)[-1:]
            if s.what.sort in _PLACE_OF
        )
        text = f"Acts are recorded at {wording.many(len(places), 'place')}{unread}. {alone}"
        lines.append(Line(text, rows, numbers))
    years: dict[int, list[int]] = {}
    for day, rows in sorted(looked.found.placed_days().items()):
        years.setdefault(day.year, []).extend(rows)
    days = sorted(looked.found.placed_days())
    if len(years) > 1:
        text = (
            f"Acts are recorded in {wording.many(len(years), 'calendar year')} "
            f"({wording.listed(map(str, years))}), {wording.between(days[0], days[-1])}. {alone}"
        )
        ends = (*looked.found.placed_days()[days[0]], *looked.found.placed_days()[days[-1]])
        lines.append(Line(text, tuple(dict.fromkeys((*ends, *(r[0] for r in years.values()))))))
    span = (days[-1] - days[0]).days if days else 0
    return tuple(lines), {"places": len(places), "years": list(years), "span_days": span}


def _places(looked: Looked) -> tuple[dict[str, list[int]], int, int]:
    """Return the acts at each place, how many diary entries were read for it, of how many."""
    rows = np.array(looked.found.direct(), np.int64)
    diary = rows[looked.case.table.kind[rows] == Kind.DIARY].tolist()
    found: dict[str, list[int]] = {}
    for row in diary[:MOST_ENTRIES]:
        said = looked.facts.last(row, ActSort)
        place = _PLACE_OF.get(said.what.sort, "") if said else ""
        if not place:
            written = looked.case.event(row).more.get("place", "")
            place = search_text(written) if isinstance(written, str) else ""
        if place:
            found.setdefault(place, []).append(row)
    return found, min(len(diary), MOST_ENTRIES), len(diary)


def against(looked: Looked, cited: Collection[int]) -> list[Line]:
    """Return what speaks against: reunions and blocks undone after a refusal, purposes, own
    invitations, another reason.
    """
    return [
        *_ended(looked),
        *_together(looked),
        *_purposes(looked, cited),
        *_welcome(looked, cited),
        *_explained(looked),
    ]


def _ended(looked: Looked) -> list[Line]:
    """Say which refusal ended, by what, and that what came later is not counted after it."""
    lines = []
    for term in looked.terms:
        if term.row is None and term.decision is None:
            continue
        refusal = term.refusal
        when = wording.day_words(wording.day_at(term.until, looked.case.zone))
        what = (
            f"the service notes that a block was undone, on {when}"
            if term.decision is None
            else f"the two being together again is recorded, from {when}"
        )
        text = (
            f"After {refusal.name} {refusal.when}, {what}: later acts are not taken here as coming "
            "after that refusal."
        )
        rows = () if term.row is None else (term.row,)
        more = () if term.decision is None else (term.decision,)
        lines.append(Line(text, rows, (refusal.decision, *more)))
    return lines


def _together(looked: Looked) -> list[Line]:
    """Say which times of agreed contact lie after the first refusal."""
    lines = []
    for one in looked.facts.all(Together):
        span = together_at(one.what, looked.case.zone)
        later = bool(looked.terms) and span is not None
        if later and span is not None and span[1] > looked.terms[0].refusal.latest:
            if one.what.how != "agreed contact":
                continue
            when = spans_of(one.what.start, one.what.end)
            lines.append(Line(f"Recorded: {one.what.how}{when}.", (), (one.number,)))
    return lines


def _purposes(looked: Looked, cited: Collection[int]) -> list[Line]:
    lines = [
        Line(
            f"A purpose is recorded for the contact as a whole: {purpose}. It may be another "
            "reason for what is listed above.",
            (),
            (number,),
        )
        for purpose, number in purposes(looked)
    ]
    of_acts = [(r, *found) for r in sorted(cited) for found in purposes(looked, r)]
    if of_acts:
        words = wording.listed(sorted({purpose for _, purpose, _ in of_acts}))
        numbers = tuple(n for _, _, n in of_acts)
        text = f"A purpose is recorded for {wording.many(len(of_acts), 'act')} cited: {words}."
        lines.append(Line(text, tuple(r for r, _, _ in of_acts), numbers))
    return lines


def _welcome(looked: Looked, cited: Collection[int]) -> list[Line]:
    me = acts.complainant(looked.case)
    found: list[tuple[int, int]] = []
    for row in sorted(cited):
        found += [(row, s.number) for s in looked.facts.on(row, DidBack) if s.what.what in _WELCOME]
        found += [(row, s.number) for s in looked.facts.on(row, StartedBy) if s.what.who == "me"]
    if not found:
        return []
    rows = tuple(dict.fromkeys(r for r, _ in found))
    text = (
        f"Of {wording.many(len(rows), 'act')} cited it is recorded that {me} started the contact, "
        "invited it or agreed to it."
    )
    return [Line(text, rows, tuple(n for _, n in found))]


def _explained(looked: Looked) -> list[Line]:
    lines = []
    for one in looked.facts.all(Explained):
        if one.what.answer == "yes":
            words = f": {quoted(one.what.words)}" if one.what.words.strip() else ""
            lines.append(Line(f"Another reason is recorded{words}.", (), (one.number,)))
    return lines

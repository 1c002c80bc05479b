"""The findings of the index: what to read first, the four signs in a sentence each, and the page of
`findings.pdf` where the rest stands.

The one thing a reader would get wrong: "what links the occasions" and "what a court asks next" are
no signs. They are pointed to, with their page, and not listed among the signs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rainbook.handover.interface import Given
from rainbook.handover.paper.room import Room
from rainbook.handover.said.read_first import MOST, read_first
from rainbook.handover.said.rests_on import counted, numbers_of
from rainbook.handover.said.signs import APART, COURT, LINKED, signs_of, title_of

SHOWN = 5
PARTS = (
    ("signs", "the signs in full"),
    (LINKED, "what links the occasions and what weakens the link"),
    (COURT, "what a court asks next"),
    ("threats", "single messages to read first"),
    ("elements", "the elements of the law"),
    ("orders", "orders, clause by clause"),
)


def findings(given: Given, room: Room) -> dict[str, Any]:
    """Return the signs, each with its outcome, its sentence and the first lines it rests on."""
    mine = signs_of(given)
    rows = []
    for f in mine[: room.findings]:
        numbers, _ = numbers_of(given, (r for line in f.supports for r in line.rows))
        lines = counted("line", numbers, "findings.csv", SHOWN).capitalize()
        lines = f"{lines}." if lines else ""
        against = (
            f" Against: {len(f.against)}; limits: {len(f.limits)}." if f.against or f.limits else ""
        )
        rows.append(
            {
                "sign": room.text(title_of(f.sign), 30),
                "outcome": f.outcome,
                "sentence": room.text(f.sentence),
                "lines": f"{lines}{against}",
            }
        )
    more = len(mine) - len(rows)
    return {
        "findings": rows,
        "findings_more": f"and {more:,} more; all of them, with what they rest on, in findings.csv"
        if more
        else "",
    }


def first(given: Given, room: Room) -> list[str]:
    """Return what to read first, at most three messages and as few orders as there is room for."""
    lines = read_first(given, min(MOST, room.facts))
    return room.some([room.text(one) for one in lines], 2 * room.facts, "findings.pdf")


def where(given: Given, pages: Mapping[str, int]) -> str:
    """Return where in `findings.pdf` to look; without pages only that it is there."""
    case, persons = given.case, given.disclosure.persons
    there = {f.sign for f in case.findings if f.person in persons} & set(APART)
    there |= {"signs"} if signs_of(given) else set()
    mine = [m for m in case.matrices if m.person in persons]
    there |= {"elements"} if mine else set()
    there |= {"threats"} if any(m.threats for m in mine) else set()
    there |= {"orders"} if any(c.person in persons for c in case.clauses) else set()
    said = "; ".join(
        f"{name}, page {pages[part]}" if part in pages else name
        for part, name in PARTS
        if part in there
    )
    return f"Where to look in findings.pdf: {said}." if said else ""

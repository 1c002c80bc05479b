"""The elements of the law laid beside the records, the messages to read first, the card of dates.

The one thing a reader would get wrong: "not recorded" is a gap in the record and not an answer
against anybody; and the law quoted is the law as it was read on the day printed beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Given
from rainbook.handover.said.paper import Paper
from rainbook.handover.said.rests_on import rests
from rainbook.handover.said.signs import findings_of, nothing, part
from rainbook.record import DateCard, ElementLine, Line, Matrix

WHERE = "elements.csv"
THREATS = 20
ELEMENTS, ROUTES = 40, 6  # no law file here has as many
FOR_IT = "Nothing is recorded for it."
AGAINST_IT = "Nothing is recorded against it."


def matrices_of(given: Given, person: str = "") -> list[Matrix]:
    """Return the matrices of the persons handed over, or of one of them."""
    wanted = (person,) if person else given.disclosure.persons
    return [m for m in given.case.matrices if m.person in wanted]


def threats(given: Given, person: str, show: Paper) -> dict[str, Any]:
    """Return the single messages to read first, each with its words."""
    said = [line for m in matrices_of(given, person) for line in m.threats]
    every = messages(said)
    return {
        "general": [show(line.text) for line in said if not line.rows],
        "shown": [
            {
                "text": show(line.text),
                "rests": show(rests(given, line, WHERE)),
                "acts": [show.act(given, row) for row in line.rows[:3]],
            }
            for line in every[:THREATS]
        ],
        "more": f"and {len(every) - THREATS:,} more, see {WHERE}" if len(every) > THREATS else "",
    }


def messages(lines: Iterable[Line]) -> list[Line]:
    """Return the lines about a message; the others say what the law is."""
    return [line for line in lines if line.rows]


def cards(given: Given, person: str, show: Paper) -> list[dict[str, str]]:
    """Return the days to ask about."""
    return [
        {
            "sentence": show(card.sentence),
            "day": show(card_day(given, card)),
            "rests": show(rests(given, Line("", card.rows), WHERE)),
            "source": show(card.source),
        }
        for m in matrices_of(given, person)
        for card in m.card
    ]


def card_day(given: Given, card: DateCard) -> str:
    """Return the day of a card in words."""
    return times.recorded(card.day, given.case.zone) if card.day else "cannot be worked out"


def matrices(given: Given, person: str, show: Paper) -> list[dict[str, Any]]:
    """Return each matrix for a template: the law it is from, its elements, its limits."""
    return [
        {
            "name": show(m.name),
            "as_of": show(m.as_of),
            "note": show(m.note),
            "elements": [_element(given, group, show) for group in _by_element(m)[:ELEMENTS]],
            "limits": part(given, "Limit", m.limits, show, WHERE),
        }
        for m in matrices_of(given, person)
    ]


def _by_element(matrix: Matrix) -> list[list[ElementLine]]:
    """Return the lines of each element together: two routes stand under one heading."""
    groups: dict[tuple[str, str], list[ElementLine]] = {}
    for one in matrix.elements:
        element = one.element
        groups.setdefault((element.get("id", ""), element.get("section", "")), []).append(one)
    return list(groups.values())


def _element(given: Given, group: list[ElementLine], show: Paper) -> dict[str, Any]:
    element = group[0].element
    return {
        "name": show(", ".join(p for p in (_section(element), element.get("title", "")) if p)),
        "words": show(element.get("words", "")),
        "says": show(element.get("says", "")),
        "as_of": show(element.get("as_of", "") or "a day not recorded"),
        "cannot_say": show(element.get("cannot_say", "")),
        "routes": [
            {
                "name": show(one.route),
                "rows": [
                    *(
                        part(given, "On record", one.bears, show, WHERE)
                        or nothing("On record", FOR_IT)
                    ),
                    *(
                        part(given, "On record against it", one.weakens, show, WHERE)
                        or nothing("On record against it", AGAINST_IT)
                    ),
                    *part(given, "Not recorded", one.gaps, show, WHERE),
                ],
            }
            for one in group[:ROUTES]
        ],
    }


def _section(element: Mapping[str, str]) -> str:
    return element.get("section") or element.get("id") or "Element"


def sources(given: Given, person: str, show: Paper) -> list[dict[str, str]]:
    """Return every section quoted about a person once: where it was read, as of when, in force
    since when.
    """
    quoted = [law for f in findings_of(given, person) for law in f.law]
    quoted += [one.element for m in matrices_of(given, person) for one in m.elements]
    found: dict[tuple[str, str], Mapping[str, str]] = {}
    for one in quoted:
        if one.get("source") or one.get("as_of"):
            found.setdefault((_section(one), one.get("as_of", "")), one)
    return [
        {
            "section": show(section),
            "as_of": show(as_of or "a day not recorded"),
            "in_force": show(one.get("in_force") or "not recorded"),
            "source": show(one.get("source") or "not recorded"),
        }
        for (section, as_of), one in sorted(found.items(), key=lambda item: item[0])
    ]

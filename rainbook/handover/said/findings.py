"""The values of `findings.pdf`, and on which page each of its parts begins.

The one thing a reader would get wrong: `CaseFile.notes` is not among them. Notes speak to the
person who keeps the record, and of everybody named in it. The index asks for the pages before
anything is written, so the document is laid out once more; no format reads another's file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Given
from rainbook.handover.paper.typeset import places
from rainbook.handover.said.elements import cards, matrices, sources, threats
from rainbook.handover.said.facts import complainant, name_of
from rainbook.handover.said.orders import orders
from rainbook.handover.said.paper import Paper
from rainbook.handover.said.read_first import read_first
from rainbook.handover.said.signs import court, linked, shared, signs

TEMPLATE = "findings"


def where_in_findings(given: Given) -> Mapping[str, int]:
    """Return the page of `findings.pdf` on which each part begins: signs, linked, court, threats,
    elements, dates, orders, law. Raises NotTypeset.
    """

    def data(plain_only: bool) -> dict[str, Any]:
        return findings_data(given, plain_only)

    return places(TEMPLATE, data, times.stamp(given.case.as_of))


def findings_data(given: Given, plain_only: bool) -> dict[str, Any]:
    """Return the values of the template."""
    show = Paper(plain_only)
    persons = list(dict.fromkeys(given.disclosure.persons))
    return {
        "title": "Findings and the law",
        "zone": show(given.case.zone),
        "as_of": show(times.recorded(given.case.as_of, given.case.zone)),
        "until": show(times.recorded(given.case.until, "") if given.case.until else ""),
        "complainant": show(complainant(given)),
        "other": show(" and ".join(name_of(given, p) for p in persons)),
        "first": [show(line) for line in read_first(given)],
        "persons": [
            _about(given, p, f": {name_of(given, p)}" if len(persons) > 1 else "", show)
            for p in persons
        ],
    }


def _about(given: Given, person: str, suffix: str, show: Paper) -> dict[str, Any]:
    # in reading order: the signs use up the room before the orders do
    said: dict[str, Any] = {
        "suffix": show(suffix),
        "signs": signs(given, person, show),
        "linked": linked(given, person, show),
        "shared": [show(text) for text in shared(given, person)],
        "court": court(given, person, show),
        "threats": threats(given, person, show),
        "matrices": matrices(given, person, show),
        "cards": cards(given, person, show),
    }
    said["orders"], said["orders_more"] = orders(given, person, show)
    return {**said, "sources": sources(given, person, show)}

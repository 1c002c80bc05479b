"""The values of `spo-pack.pdf`: the three limbs of the Stalking Protection Act 2019, each with what
is on record, what speaks against it, what is not recorded and who could say it.

The one thing a reader would get wrong: this is not an application and not a statement in anybody's
name. Only the police can apply; nothing here says that a limb is met, and there is no score.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Given
from rainbook.handover.recipes import recipe
from rainbook.handover.said.elements import matrices_of
from rainbook.handover.said.facts import complainant, name_of
from rainbook.handover.said.paper import Paper
from rainbook.handover.said.signs import nothing, part
from rainbook.handover.said.spo_risk import (
    against_risk,
    for_risk,
    gaps_of_risk,
    of_elements,
    said_of,
)
from rainbook.handover.said.spo_tried import (
    against_need,
    asked,
    changes_made,
    gaps_of_need,
    tried,
    tried_rows,
)
from rainbook.record import Line, SingleThreat

TEMPLATE = "spo"
ORDER = "spo"
ACTS = ("s2A_2_b", "s7_3", "s7_3A")
"""Of the matrix: acts associated with stalking, on how many occasions, through others."""
THREATS = 12
NOT_GIVEN = "The law file was not given to this document; the words of the Act are not quoted."
NOT_LAID = "The elements of the law were not laid beside the records when this was made."
LIMBS = (
    (
        "(a) Acts associated with stalking",
        "Has the person carried out acts associated with stalking?",
        "Who could say it: the complainant, of each act what sort it was; a witness; a network or "
        "platform, whose account it was (identifiers.csv).",
    ),
    (
        "(b) A risk associated with stalking",
        "Does the person pose a risk associated with stalking to another person? Below is what was "
        "said and picked, in the complainant's words; nothing is weighed and there is no score.",
        "Who could say it: the complainant, of fear and of what happened before; the police, from "
        "their own records; a professional who assesses risk, which this program does not do.",
    ),
    (
        "(c) An order is necessary to protect",
        "Is the order necessary to protect another person? Below is what was tried before, and "
        "what came after each; coming after is not the same as because of.",
        "Who could say it: the complainant; whoever was told, from their own notes; the court that "
        "made an earlier order.",
    ),
)


def spo_data(given: Given, plain_only: bool) -> dict[str, Any]:
    """Return the values of the template."""
    show = Paper(plain_only)
    persons = list(dict.fromkeys(given.disclosure.persons))
    law = given.case.settings.get("law", "england_wales")
    misfit = recipe("spo").misfit(law)
    return {
        "title": "The three limbs: what is on record for each",
        "zone": show(given.case.zone),
        "as_of": show(times.recorded(given.case.as_of, given.case.zone)),
        "complainant": show(complainant(given)),
        "other": show(" and ".join(name_of(given, p) for p in persons)),
        "misfit": show(misfit),
        "law": _law(given, show, bool(misfit)),
        "no_law": "" if given.order_law else NOT_GIVEN,
        "persons": [] if misfit else [_about(given, p, len(persons) > 1, show) for p in persons],
    }


def _law(given: Given, show: Paper, every: bool) -> list[dict[str, str]]:
    """Return what the law file says of the order; where the pack does not fit, of every order."""
    return [
        {
            "name": show(f"{one.get('title', '')}: {one.get('section', '')}"),
            "who": show(one.get("who_applies", "")),
            "terms": show(one.get("terms", "")),
            "standard": show(_standard(one)),
            "source": show(_source(one)),
        }
        for one in given.order_law
        if every or one.get("id") == ORDER
    ]


def _standard(one: Mapping[str, str]) -> str:
    return " ".join(p for p in (one.get("standard", ""), one.get("breach", "")) if p)


def _source(one: Mapping[str, str]) -> str:
    as_of, since = one.get("as_of", "a day not recorded"), one.get("in_force", "not recorded")
    return (
        f"{one.get('source', '')}. As read in {as_of}; in force since {since}. It may be out of "
        "date."
    )


def _about(given: Given, person: str, several: bool, show: Paper) -> dict[str, Any]:
    """Return the three limbs about one person, and what is asked."""
    acts, risk, need = (_limb(show, *said) for said in LIMBS)
    bears, weakens, gaps = (
        of_elements(given, person, ACTS, p) for p in ("bears", "weakens", "gaps")
    )
    if not matrices_of(given, person):
        gaps = [Line(NOT_LAID)]
    every = tried(given, person)
    # in reading order: what is said first uses up the room first
    acts["rows"] = _rows(given, bears, weakens, gaps, show)
    risk["rows"] = _rows(
        given,
        for_risk(given, person, every),
        against_risk(given, person),
        gaps_of_risk(given, person),
        show,
    )
    risk["threats"] = _threats(given, person, show)
    need["tried"] = tried_rows(given, every, show)
    need["rows"] = _rows(
        given,
        changes_made(given, person),
        against_need(given, every),
        gaps_of_need(given, person, every),
        show,
        "beside what was tried",
    )
    return {
        "suffix": show(f": {name_of(given, person)}" if several else ""),
        "acts": acts,
        "risk": risk,
        "need": need,
        "asked": asked(given, person, show),
    }


def _limb(show: Paper, title: str, asks: str, who: str) -> dict[str, Any]:
    return {"title": show(title), "asks": show(asks), "who": show(who)}


def _rows(
    given: Given,
    on_record: list[Line],
    against: list[Line],
    gaps: list[Line],
    show: Paper,
    what: str = "for it",
) -> list[dict[str, str]]:
    """Return the rows of one limb; each of the three parts says so when it is empty."""
    return [
        *(
            part(given, "On record", on_record, show, "elements.csv and facts.csv")
            or nothing("On record", f"Not recorded: nothing is on record {what}.")
        ),
        *(
            part(given, "Against it", against, show, "elements.csv and facts.csv")
            or nothing("Against it", "Nothing is recorded against it.")
        ),
        *(
            part(given, "Not recorded", gaps, show, "elements.csv")
            or nothing("Not recorded", "No gap was found. That does not mean that there is none.")
        ),
    ]


def _threats(given: Given, person: str, show: Paper) -> list[dict[str, Any]]:
    """Return the messages picked as threats, word for word."""
    rows = [row for _, found in said_of(given, SingleThreat, person) for row in found]
    return [show.act(given, row) for row in dict.fromkeys(rows)][:THREATS]

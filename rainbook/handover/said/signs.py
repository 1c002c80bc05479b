"""The findings of one person as a template prints them: the four signs, what links the occasions,
what a court asks next.

The one thing a reader would get wrong: "linked" and "court" are findings and not signs. They stand
under headings of their own, so that nobody counts six signs; and a sign that was not looked at is
said to be so, never left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rainbook.handover.interface import Given
from rainbook.handover.said.paper import Paper
from rainbook.handover.said.rests_on import rests
from rainbook.record import Finding, Line

FOUR = ("fixated", "obsessive", "unwanted", "repeated")
LINKED, COURT = "linked", "court"
APART = {
    LINKED: "What links the occasions, and what weakens the link",
    COURT: "What a court asks next",
}
NOT_LOOKED_AT = "This sign was not looked at when the bundle was made."
NOT_RAISED = "not raised by what is recorded"
MOST = 30
FEW = 2  # once the document is full
SIGNS = 8  # there are four; a version to come may have more
WHERE = "findings.csv"
Rows = list[dict[str, str]]


def findings_of(given: Given, person: str = "") -> list[Finding]:
    """Return the findings about the persons handed over, or about one of them."""
    wanted = (person,) if person else given.disclosure.persons
    return [f for f in given.case.findings if f.person in wanted]


def signs_of(given: Given, person: str = "") -> list[Finding]:
    """Return the signs alone, the four first and in the order of their initials."""
    found = [f for f in findings_of(given, person) if f.sign not in APART]
    order = {name: place for place, name in enumerate(FOUR)}
    return sorted(found, key=lambda f: order.get(f.sign, len(FOUR)))


def named(given: Given, person: str, sign: str) -> Finding | None:
    """Return the finding of this name about a person, None where there is none."""
    return next((f for f in findings_of(given, person) if f.sign == sign), None)


def title_of(sign: str) -> str:
    """Return a finding's name as a heading."""
    return APART.get(sign) or sign.replace("_", " ").capitalize()


def part(given: Given, label: str, lines: Sequence[Line], show: Paper, where: str = WHERE) -> Rows:
    """Return the rows of one part of a table: the label, what it says, what it rests on."""
    most = FEW if show.full else MOST
    rows = [
        {"part": label, "text": show(one.text), "rests": show(rests(given, one, where))}
        for one in lines[:most]
    ]
    if len(lines) > most:
        more = f"and {len(lines) - most:,} more, see {where}"
        rows.append({"part": label, "text": more, "rests": ""})
    return rows


def nothing(label: str, said: str) -> Rows:
    """Return the one row that says a part is empty."""
    return [{"part": label, "text": said, "rests": ""}]


def signs(given: Given, person: str, show: Paper) -> list[dict[str, Any]]:
    """Return each of the four signs whole, and any other finding that is no sign of the four."""
    found = signs_of(given, person)
    there = {f.sign for f in found}
    order = {name: place for place, name in enumerate(FOUR)}
    said = [(order.get(f.sign, len(FOUR)), _whole(given, f, show)) for f in found[:SIGNS]]
    said += [(order[name], _not_looked_at(name)) for name in FOUR if name not in there]
    return [one for _, one in sorted(said, key=lambda pair: pair[0])]


def linked(given: Given, person: str, show: Paper) -> dict[str, Any] | None:
    """Return what links the occasions and what weakens the link; None where nobody looked."""
    found = named(given, person, LINKED)
    if found is None:
        return None
    said = _whole(given, found, show)
    said["rows"] = [
        *(part(given, "Links", found.supports, show) or nothing("Links", "Nothing recorded.")),
        *(part(given, "Weakens", found.against, show) or nothing("Weakens", "Nothing recorded.")),
        *part(given, "Limit", _own(given, found), show),
    ]
    return said


def court(given: Given, person: str, show: Paper) -> dict[str, Any] | None:
    """Return what a court asks next: the questions that what is recorded raises, those it does not
    raise, and the limits. None where nobody looked.
    """
    found = named(given, person, COURT)
    if found is None:
        return None
    none = "No question is raised by what is recorded. That does not mean that none will be asked."
    quiet = f"Every question looked at is raised. Nothing is {NOT_RAISED}."
    return {
        **_whole(given, found, show),
        "raised": part(given, "Raised", found.supports, show) or nothing("Raised", none),
        "quiet": part(given, "Not raised", found.against, show) or nothing("Not raised", quiet),
        "limits": part(given, "Limit", _own(given, found), show),
    }


def _whole(given: Given, found: Finding, show: Paper) -> dict[str, Any]:
    return {
        "name": show(title_of(found.sign)),
        "outcome": show(found.outcome),
        "sentence": show(found.sentence),
        "rows": [
            *(part(given, "For", found.supports, show) or nothing("For", "Nothing recorded.")),
            *(
                part(given, "Against", found.against, show)
                or nothing("Against", "Nothing recorded.")
            ),
            *part(given, "Limit", _own(given, found), show),
        ],
        "law": quotations(found.law, show),
    }


def shared(given: Given, person: str) -> list[str]:
    """Return the limits that more than one finding about a person has in the same words and that
    rest on no record; a document says them once.
    """
    every = Counter(
        text for f in findings_of(given, person) for text in {one.text for one in f.limits}
    )
    resting = {
        one.text
        for f in findings_of(given, person)
        for one in f.limits
        if one.rows or one.decisions
    }
    return [text for text, number in every.items() if number > 1 and text not in resting]


def _own(given: Given, found: Finding) -> list[Line]:
    """Return the limits of this finding that are not said of others too."""
    others = set(shared(given, found.person))
    return [one for one in found.limits if one.text not in others]


def _not_looked_at(name: str) -> dict[str, Any]:
    return {
        "name": title_of(name),
        "outcome": "not looked at",
        "sentence": NOT_LOOKED_AT,
        "rows": [],
        "law": [],
    }


def quotations(law: Iterable[Mapping[str, str]], show: Paper) -> list[dict[str, str]]:
    """Return the sections a finding is held against: name, words (or our paraphrase), as_of."""
    made = []
    for one in law:
        section = one.get("section") or one.get("act") or one.get("id") or "law"
        title = one.get("title", "")
        words = one.get("words", "")
        said = " ".join(p for p in (words, one.get("says", "")) if p)
        made.append(
            {
                "section": show(f"{section}, {title}" if title else section),
                "said": show(said),
                "as_of": show(one.get("as_of") or "a day not recorded"),
            }
        )
    return made

"""What it shows: the signs for each person said to be the other side, for and against.

The one thing a reader would get wrong: what speaks against stands beside what speaks for, under the
same heading, and no page here can be asked to leave it out. No words of a message are shown.
"""

from __future__ import annotations

from typing import Any

from rainbook.record import CaseFile, Finding
from rainbook.web.findings_said.as_it_stood import Stood, as_it_stood
from rainbook.web.findings_said.cited import (
    LINES,
    PAGE,
    cited,
    decision_link,
    entry_link,
    lines_at,
    part_of,
    place_of,
)
from rainbook.web.findings_said.cited import Place as LinePlace
from rainbook.web.findings_said.figures import figures_of
from rainbook.web.findings_said.pages_of import page_of
from rainbook.web.findings_said.people import (
    COURT,
    about,
    name_of,
    person_at,
    place_of_person,
    signs_of,
    them,
    title_of,
    why_empty,
)
from rainbook.web.findings_said.pictures import picture_of
from rainbook.web.findings_said.standing import asked_for, round_it
from rainbook.web.interface import BOOK, Answer, Asked, Page, PageNotThere, Slip


def _shows(asked: Asked, case: CaseFile, stood: Stood, slips: tuple[Slip, ...] = ()) -> Answer:
    """Show each person with an answer to each sign, and the form for the book as it stood."""
    people = [
        {"name": p.name, "signs": [_short(asked, case, stood, f) for _, f in signs_of(case, p.key)]}
        for p in them(case)
    ]
    found = [s for p in people for s in p["signs"]]
    typed = {name: asked.form.one(name) for name in ("way", "day", "month", "year", "number")}
    return asked.page(
        "shows.html", slips=slips, people=people, empty=why_empty(asked, case, found),
        typed=typed,
        **round_it(asked, case, stood),
    )


def _short(asked: Asked, case: CaseFile, stood: Stood, finding: Finding) -> dict[str, Any]:
    at = {"person": place_of_person(case, finding.person), "sign": finding.sign}
    return {
        "title": title_of(asked, finding.sign), "about": about(asked, finding.sign),
        "outcome": finding.outcome, "sentence": finding.sentence,
        "at": asked.url("shows-one", dict(stood.query), **at),
    }


def _asked_to_look_back(asked: Asked) -> Answer:
    """Answer the form: show the book as it stood, or the form again with what to mend."""
    stood, slips = asked_for(asked)
    if not slips:
        return asked.go("shows", dict(stood.query))
    return _shows(asked, asked.book.file(), Stood(), slips)


def shows(asked: Asked) -> Answer:
    """Show what it shows; a form sent asks for the book as it stood."""
    return _asked_to_look_back(asked) if asked.posted else as_it_stood(_shows)(asked)


def _one(asked: Asked, case: CaseFile, stood: Stood) -> Answer:
    """Show one sign of one person in full."""
    person = person_at(asked, case, asked.path["person"])
    sign = asked.path["sign"]
    found = [(n, f) for n, f in signs_of(case, person) if f.sign == sign]
    if not found:
        raise PageNotThere(asked.t("shows-sign-not-there"))
    number, finding = found[0]
    parts: dict[str, Any] = {
        part: part_of(asked, case, stood, LinePlace("f", number, place))
        for place, part in enumerate(("supports", "against", "limits"))
    }
    return asked.page(
        "shows-one.html", finding=finding, title=title_of(asked, sign), about=about(asked, sign),
        person=name_of(case, person), figures=figures_of(asked.words, finding),
        picture=picture_of(asked.words, case, finding), **parts, **round_it(asked, case, stood),
    )


def _lines(asked: Asked, case: CaseFile, stood: Stood) -> Answer:
    """Show all lines of a part, page by page."""
    place = place_of(asked.path["place"])
    lines = lines_at(case, place)
    shown = page_of(asked, len(lines), LINES)
    made = [
        cited(asked, case, line, asked.url(
            "shows-rests", dict(stood.query), place=str(place), line=str(shown.start + n)
        ))
        for n, line in enumerate(lines[shown.start : shown.end])
    ]
    back = _back(asked, case, stood, place)
    return asked.page(
        "shows-lines.html", lines=made, shown=shown, back_at=back, **round_it(asked, case, stood)
    )


def _back(asked: Asked, case: CaseFile, stood: Stood, place: LinePlace) -> str:
    """Return the address of the page a line stands on."""
    query = dict(stood.query)
    if place.holder == "n":
        return asked.url("book-notes", query)
    if place.holder == "m":
        alone = len(case.matrices) == 1
        return asked.url("law", query) if alone else asked.url(
            "law-one", query, place=str(place.number + 1)
        )
    finding = case.findings[place.number]
    if finding.sign == COURT:
        return asked.url("court", query)
    at = {"person": place_of_person(case, finding.person), "sign": finding.sign}
    return asked.url("shows-one", query, **at)


def _rests(asked: Asked, case: CaseFile, stood: Stood) -> Answer:
    """Show everything one line rests on, page by page."""
    place, number = place_of(asked.path["place"]), asked.path["line"]
    lines = lines_at(case, place)
    if not (number.isascii() and number.isdigit() and int(number[:9]) < len(lines)):
        raise PageNotThere(asked.t("shows-line-not-there"))
    line = lines[int(number[:9])]
    shown = page_of(asked, len(line.rows) + len(line.decisions), PAGE)
    entries = [entry_link(asked, case, r) for r in line.rows[shown.start : shown.end]]
    first = max(0, shown.start - len(line.rows))
    left = line.decisions[first : max(0, shown.end - len(line.rows))]
    return asked.page(
        "shows-rests.html", text=line.text, entries=entries,
        decisions=[decision_link(asked, n) for n in left], shown=shown,
        back_at=_back(asked, case, stood, place), **round_it(asked, case, stood),
    )


PAGES = (
    Page("shows", "/what-it-shows", shows, BOOK),
    Page("shows-one", "/what-it-shows/{person}/{sign}", as_it_stood(_one), BOOK),
    Page("shows-lines", "/what-it-rests-on/{place}", as_it_stood(_lines), BOOK),
    Page("shows-rests", "/what-it-rests-on/{place}/{line}", as_it_stood(_rests), BOOK),
)

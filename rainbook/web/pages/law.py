"""What the law asks for, with what is on record beside each part of it.

The one thing a reader would get wrong: a part of the law with records beside it is not made out,
and one without any is not disproved. It says what bears on it and what is not recorded.
"""

from __future__ import annotations

from typing import Any

from rainbook.record import CaseFile, Matrix
from rainbook.web.findings_said.as_it_stood import Stood, as_it_stood, day_words
from rainbook.web.findings_said.cited import FEW, Place, part_of
from rainbook.web.findings_said.people import name_of, why_empty
from rainbook.web.findings_said.standing import round_it
from rainbook.web.interface import BOOK, Answer, Asked, Page, PageNotThere

_FIRST = 3
"""The parts of a matrix before its elements: threats, dates, limits."""


def _law(asked: Asked, case: CaseFile, stood: Stood) -> Answer:
    """Show the law beside the records; where there are several people, whose to open."""
    if len(case.matrices) == 1:
        return _matrix(asked, case, stood, 0)
    listed = [
        (name_of(case, m.person), m.name, asked.url("law-one", dict(stood.query), place=str(n)))
        for n, m in enumerate(case.matrices, 1)
    ]
    empty = why_empty(asked, case, listed)
    return asked.page("law.html", listed=listed, empty=empty, **round_it(asked, case, stood))


def _one(asked: Asked, case: CaseFile, stood: Stood) -> Answer:
    """Show the law beside the records about one person."""
    place = asked.path["place"]
    plain = place.isascii() and place.isdigit() and len(place) < 9
    if not plain or not 0 < int(place) <= len(case.matrices):
        raise PageNotThere(asked.t("law-not-there"))
    return _matrix(asked, case, stood, int(place) - 1)


def _matrix(asked: Asked, case: CaseFile, stood: Stood, number: int) -> Answer:
    matrix = case.matrices[number]

    def lines(part: int) -> Any:
        return part_of(asked, case, stood, Place("m", number, part), FEW)

    elements = [
        {
            "part": e.element, "route": e.route,
            **{
                name: lines(_FIRST + 3 * n + k)
                for k, name in enumerate(("bears", "weakens", "gaps"))
            },
        }
        for n, e in enumerate(matrix.elements)
    ]
    return asked.page(
        "law-one.html", matrix=matrix, person=name_of(case, matrix.person), elements=elements,
        threats=lines(0), limits=lines(2), dates=_dates(matrix, lines(1).lines),
        **round_it(asked, case, stood),
    )


def _dates(matrix: Matrix, lines: Any) -> list[dict[str, Any]]:
    """Return the days to ask about: each with its day in words, its line and its source."""
    return [
        {"day": day_words(c.day) if c.day else "", "line": line, "source": c.source}
        for c, line in zip(matrix.card, lines, strict=False)
    ]


PAGES = (
    Page("law", "/law", as_it_stood(_law), BOOK),
    Page("law-one", "/law/{place}", as_it_stood(_one), BOOK),
)

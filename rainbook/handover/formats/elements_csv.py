"""`elements.csv`: each element of the law, what is on record for and against it, what is not
recorded.

The one thing a reader would get wrong: a row "not recorded" is a gap in the record, to be asked
about; it says nothing against anybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table
from rainbook.handover.said.elements import matrices_of
from rainbook.handover.said.facts import name_of
from rainbook.handover.said.rests_on import cells
from rainbook.record import ElementLine, Line, Matrix

COLUMNS = (
    "person",
    "section",
    "title",
    "route",
    "part",
    "text",
    "lines",
    "log_numbers",
    "as_of",
    "source",
)


def elements_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the matrices of the persons handed over: messages to read first, dates, elements,
    limits.
    """
    rows = (row for m in matrices_of(given) for row in _matrix(given, m))
    write_table(folder / "analysis/elements.csv", COLUMNS, rows)


def _matrix(given: Given, m: Matrix) -> Iterator[list[str]]:
    name = name_of(given, m.person)

    def row(what: str, line: Line, source: str = "") -> list[str]:
        rests = cells(given, line)
        return [name, "", "", "", what, line.text, *rests, m.as_of, source]

    yield row("the law", Line(f"{m.name}. {m.note}"))
    for line in m.threats:
        yield row("read first", line)
    for card in m.card:
        yield row("date", Line(f"{card.sentence} {card.day}".strip(), card.rows), card.source)
    for one in m.elements:
        yield from _element(given, m, one)
    for line in m.limits:
        yield row("limit", line)


def _element(given: Given, m: Matrix, one: ElementLine) -> Iterator[list[str]]:
    said = one.element
    start = [name_of(given, m.person), said.get("section", ""), said.get("title", ""), one.route]
    end = [said.get("as_of", ""), said.get("source", "")]
    words = " ".join(p for p in (said.get("words", ""), said.get("says", "")) if p)
    yield [*start, "words of the law", words, "", "", *end]
    parts = (("on record", one.bears), ("against", one.weakens), ("not recorded", one.gaps))
    for what, lines in parts:
        for line in lines:
            yield [*start, what, line.text, *cells(given, line), *end]
    if said.get("cannot_say"):
        yield [*start, "limit", said["cannot_say"], "", "", *end]


FORMAT = Format(
    "analysis/elements.csv", "the elements of the law and what bears on each", elements_csv
)

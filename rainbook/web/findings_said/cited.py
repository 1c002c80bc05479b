"""Lines of an answer with links to the entries and decisions they rest on.

The one thing a reader would get wrong: a line may rest on hundreds of thousands of entries. A page
links the first few, and the rest stands on pages of its own (`Place` says which line is meant).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rainbook.case import shown_span
from rainbook.record import NO_TIME, CaseFile, Finding, Line, Matrix
from rainbook.web.findings_said.as_it_stood import Stood
from rainbook.web.interface import Asked, PageNotThere

FEW, FOLDED, PAGE = 5, 50, 100
MANY_LINES, LINES = 40, 20
"""Lines of one part beside others on a page, and on each page of its own."""
MANY_LINKS = 500
"""Links of one part on one page; where there would be more, each line has only its first few."""
Holder = Literal["f", "m", "n"]


@dataclass(frozen=True, slots=True)
class Link:
    """What a line rests on: `said` is its time or its number; `to` is "" where no page shows it."""

    said: str
    to: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A line: its text, the first entries and decisions it rests on, some that are folded, and the
    address of all of them where there are more (else "").

    `rests`: how many entries and decisions it rests on.
    """

    text: str
    entries: tuple[Link, ...]
    decisions: tuple[Link, ...]
    folded: tuple[Link, ...]
    rest: str
    rests: int


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines of one kind, and the address of those that stand on further pages (else "")."""

    lines: tuple[Cited, ...]
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Which lines are meant: a finding ("f"), a matrix ("m") or the notes ("n") of the case by its
    number, and one of its parts by its number.
    """

    holder: Holder
    number: int
    part: int

    def __str__(self) -> str:
        return f"{self.holder}-{self.number}-{self.part}"


def place_of(text: str) -> Place:
    """Read a place out of an address. Raises PageNotThere."""
    holder, _, rest = text.partition("-")
    numbers = rest.split("-")
    plain = len(numbers) == 2 and all(n.isascii() and n.isdigit() and len(n) < 9 for n in numbers)
    if holder not in ("f", "m", "n") or not plain:
        raise PageNotThere("There is no such line in this book. Go back and choose one.")
    return Place(holder, int(numbers[0]), int(numbers[1]))  # type: ignore[arg-type]


def lines_at(case: CaseFile, place: Place) -> tuple[Line, ...]:
    """Return the lines at a place. Raises PageNotThere."""
    holders: dict[Holder, Sequence[object]] = {
        "f": case.findings, "m": case.matrices, "n": (case.notes,),
    }
    held = holders[place.holder]
    if place.number < len(held):
        parts = _parts(held[place.number])
        if place.part < len(parts):
            return parts[place.part]
    raise PageNotThere("There is no such line in this book. Go back and choose one.")


def _parts(held: object) -> tuple[tuple[Line, ...], ...]:
    if isinstance(held, Finding):
        return (held.supports, held.against, held.limits)
    if isinstance(held, Matrix):
        card = tuple(Line(c.sentence, c.rows, c.decisions) for c in held.card)
        elements = (p for e in held.elements for p in (e.bears, e.weakens, e.gaps))
        return (held.threats, card, held.limits, *elements)
    return (held,)  # type: ignore[return-value]  # the notes


def part_of(
    asked: Asked, case: CaseFile, stood: Stood, place: Place, folded: int = FOLDED
) -> Part:
    """Return the lines at a place, ready for a page. Raises PageNotThere."""
    lines = lines_at(case, place)
    linked = sum(min(len(x.rows) + len(x.decisions), folded) for x in lines[:MANY_LINES])
    folded = folded if linked <= MANY_LINKS else FEW
    made = tuple(
        cited(asked, case, line, _rest(asked, stood, place, number), folded)
        for number, line in enumerate(lines[:MANY_LINES])
    )
    more = len(lines) > MANY_LINES
    query = {**stood.query, "page": MANY_LINES // LINES + 1}
    return Part(made, asked.url("shows-lines", query, place=str(place)) if more else "")


def cited(asked: Asked, case: CaseFile, line: Line, rest: str = "", folded: int = FOLDED) -> Cited:
    """Return one line with its first links. `rest`: the address of all of them; `folded`: how many
    links stand on the page itself, where they are more than a few.
    """
    rows, numbers = line.rows, line.decisions
    total = len(rows) + len(numbers)
    entries = tuple(entry_link(asked, case, row) for row in rows[:FEW])
    decided = tuple(decision_link(asked, number) for number in numbers[:FEW])
    if total <= max(folded, 2 * FEW) or not rest:
        more = [entry_link(asked, case, row) for row in rows[FEW:folded]]
        more += [decision_link(asked, number) for number in numbers[FEW:folded]]
        return Cited(line.text, entries, decided, tuple(more), "", total)
    return Cited(line.text, entries, decided, (), rest, total)


def entry_link(asked: Asked, case: CaseFile, row: int) -> Link:
    """Return the link to one entry, its time no finer than it is known."""
    return Link(when(asked, case, row), link(asked, "entry", id=case.table.id_of(row)))


def when(asked: Asked, case: CaseFile, row: int) -> str:
    """Return the time of an entry in the case's zone, no finer than it is known."""
    first, last = int(case.table.earliest[row]), int(case.table.latest[row])
    if NO_TIME in (first, last):
        return asked.t("shows-no-time")
    return shown_span(first, last, case.zone)


def decision_link(asked: Asked, number: int) -> Link:
    """Return the link to one decision in the list of them."""
    to = ""
    if asked.desk.has("decisions"):
        to = f"{asked.url('decisions', {'at': number})}#line-{number}"
    return Link(asked.t("shows-decision", number=str(number)), to)


def link(asked: Asked, page: str, **places: Any) -> str:
    """Return the address of a page, "" where this app has no such page."""
    return asked.url(page, **places) if asked.desk.has(page) else ""


def _rest(asked: Asked, stood: Stood, place: Place, number: int) -> str:
    return asked.url("shows-rests", dict(stood.query), place=str(place), line=str(number))

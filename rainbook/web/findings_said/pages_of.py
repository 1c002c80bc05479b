"""Long lists, a page at a time.

The one thing a reader would get wrong: `start` and `end` count from 0, the page's number from 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from rainbook.web.interface import Asked


@dataclass(frozen=True, slots=True)
class Shown:
    """The stretch of a list a page shows; `before` and `after`: the addresses of its neighbours,
    "" where there is none.
    """

    number: int
    of: int
    start: int
    end: int
    before: str
    after: str


def page_of(asked: Asked, whole: int, most: int) -> Shown:
    """Return the stretch the address asks for, the nearest there is where it asks for none."""
    of = max(1, -(-whole // most))
    said = asked.query.get("page", "1")
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 9 else 1
    number = min(max(number, 1), of)
    start = (number - 1) * most
    return Shown(
        number, of, start, min(start + most, whole),
        _at(asked, number - 1) if number > 1 else "", _at(asked, number + 1) if number < of else "",
    )


def _at(asked: Asked, number: int) -> str:
    return asked.url(asked.name, {**asked.query, "page": number}, **asked.path)

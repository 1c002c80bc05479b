"""Draws what was said and ordered above the picture: letters over a line, and bars for what lasted.

The one thing a reader would get wrong: a mark is as wide as what was typed. A refusal of which only
the month is known is drawn over the month.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup

from rainbook.case import shown_span
from rainbook.case.timeline_marks import OPEN, Mark
from rainbook.case.timeline_view import View
from rainbook.web.interface import Asked
from rainbook.web.timeline.inks import FILLS, INK, LINES, box

ROW = 20
LETTERS = {"stop": "S", "blocked": "B", "warned": "W", "made": "M", "served": "O"}
_MOST_ROWS, _BOX, _THIN = 4, 20.0, 3.0
_ROOM = 150


class Heads:
    """The marks of one view. `at` gives the place of an instant, `entry` the address of one."""

    def __init__(
        self,
        asked: Asked,
        view: View,
        marks: Sequence[Mark],
        at: Callable[[int], float],
        entry: Callable[[str], str],
        wide: int,
    ) -> None:
        here = [m for m in marks if m.span and m.span[0] < view.end and m.span[1] >= view.start]
        self.asked, self.zone, self.at, self.entry, self.wide = asked, view.zone, at, entry, wide
        self.stretches = [m for m in here if m.kind in OPEN]
        self.placed = list(_rowed([m for m in here if m.kind not in OPEN], at))
        self.rows = 1 + max((row for _, row, _ in self.placed), default=-1)

    @property
    def high(self) -> int:
        """How high they are together."""
        return 6 + (self.rows + min(len(self.stretches), _MOST_ROWS)) * ROW

    def ground(self, low: float, high: float) -> Iterator[Markup]:
        """Yield what lasted as a tint of the ground."""
        for mark in self.stretches:
            a, b = self._ends(mark)
            yield box(a, low, b, high, FILLS[mark.kind], "", 0.45)

    def draw(self, foot: float) -> Iterator[Markup]:
        """Yield the letters with their lines down to `foot`, and the bars."""
        yield from self._letters(foot)
        yield from self._bars()

    def _letters(self, foot: float) -> Iterator[Markup]:
        for mark, row, x in self.placed:
            y = 4 + row * ROW
            name = self._name(mark)
            a, b = self._ends(mark)
            broad = box(a, y + 17, b, 3, INK) if b - a > _THIN else Markup("")
            yield Markup(
                '<a href="{}" class="rb-line__mark" aria-label="{}"><title>{}</title>{}'
                '<path d="M{} {}V{}" stroke="{}" stroke-width="1.5" stroke-dasharray="{}"/>'
                '<rect x="{}" y="{}" width="18" height="17" rx="3" fill="#fff" stroke="{}" '
                'stroke-width="1.5"/><text x="{}" y="{}" font-size="12" font-weight="700" '
                'text-anchor="middle" fill="{}">{}</text></a>'
            ).format(
                self._href(mark),
                name,
                name,
                broad,
                x,
                y + 17,
                foot,
                INK,
                LINES[mark.kind],
                round(x - 9, 2),
                y,
                INK,
                x,
                y + 13,
                INK,
                LETTERS[mark.kind],
            )

    def _bars(self) -> Iterator[Markup]:
        for place, mark in enumerate(self.stretches[:_MOST_ROWS]):
            y = 4 + (self.rows + place) * ROW
            a, b = self._ends(mark)
            name = self._name(mark)
            yield Markup(
                '<a href="{}" class="rb-line__mark" aria-label="{}"><title>{}</title>{}'
                '<text x="{}" y="{}" font-size="12" text-anchor="{}" fill="{}" stroke="#fff" '
                'stroke-width="4" paint-order="stroke">{}</text></a>'
            ).format(
                self._href(mark),
                name,
                name,
                box(a, y + 1, b, 15, FILLS[mark.kind], "", 1.0, INK),
                a - 5 if a > self.wide - _ROOM else a + 5,
                y + 12,
                "end" if a > self.wide - _ROOM else "start",
                INK,
                self.asked.t("timeline-short-" + mark.kind),
            )

    def _ends(self, mark: Mark) -> tuple[float, float]:
        assert mark.span is not None
        a, b = (self.at(when) for when in mark.span)
        return a, max(b, a + _THIN)

    def _href(self, mark: Mark) -> str:
        return self.entry(mark.event) if mark.event else f"#mark-{mark.number}-{mark.kind}"

    def _name(self, mark: Mark) -> str:
        return f"{self.asked.t('timeline-mark-' + mark.kind)}, {mark_day(mark, self.zone)}"


def mark_day(mark: Mark, zone: str) -> str:
    """Return when a mark is, no finer than it was said."""
    first, last = mark.span or (None, None)
    return shown_span(first, last, zone)


def _rowed(marks: Sequence[Mark], at: Callable[[int], float]) -> Iterator[tuple[Mark, int, float]]:
    """Yield each mark with the row it has room in, and its place; what finds no room lies in the
    last row.
    """
    ends = [-_BOX] * _MOST_ROWS
    for mark in marks:
        assert mark.span is not None
        x = max(at(mark.span[0]), _BOX / 2)
        row = next((n for n, end in enumerate(ends) if x - end >= _BOX), _MOST_ROWS - 1)
        ends[row] = x
        yield mark, row, x

"""Draws a view of the timeline as SVG.

The one thing a reader would get wrong: a height is not a number. It grows by the logarithm, so that
one message beside a thousand can be seen; the numbers are in the table. Everything that is said by
colour is said by place or pattern as well, and nothing is red.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from rainbook.case.timeline import SIDES, STANDINGS, Band, Picture, Timeline
from rainbook.case.timeline_marks import Mark
from rainbook.web.interface import Asked
from rainbook.web.timeline.asking import Wish
from rainbook.web.timeline.heads import Heads
from rainbook.web.timeline.inks import DEFS, FILLS, INK, QUIET, box

WIDE, EDGE = 720, 6
LANE, UP, LABEL = 74, 24, 18
AXIS, MOST_BANDS = 26, 48
_THIN = 3.0


@dataclass(frozen=True)
class Drawn:
    """A picture as HTML, and how many bands had no room."""

    svg: Markup
    left_out: int


class Drawing:
    """One picture being drawn."""

    def __init__(
        self,
        asked: Asked,
        line: Timeline,
        wish: Wish,
        picture: Picture,
        marks: tuple[Mark, ...],
        ids: dict[int, str],
    ) -> None:
        self.asked, self.line, self.wish, self.picture = asked, line, wish, picture
        self.ids = ids
        self.start, self.long = picture.view.start, picture.view.end - picture.view.start
        self.x = [self.at(int(edge)) for edge in picture.view.edges]
        self.most = max(1, int(picture.cells.max())) if picture.cells.size else 1
        self.shown = [n for n, lane in enumerate(line.lanes) if wish.way in ("", lane)]
        # the address of a part is put together from pieces: there can be hundreds
        self.base = asked.url("timeline", {**wish.filters(), "a": "A"})[:-1]
        where = wish.query()
        self.entry = asked.url("entry", where, id="0" * 16).split("0" * 16)
        self.heads = Heads(asked, picture.view, marks, self.at, self.entry_of, WIDE)
        self.head = self.heads.high
        self.high = self.head + LANE * len(self.shown) + AXIS

    def at(self, when: int) -> float:
        """Return where an instant (µs UTC) lies, inside the picture."""
        part = (when - self.start) / self.long
        return round(EDGE + min(max(part, 0.0), 1.0) * (WIDE - 2 * EDGE), 2)

    def draw(self) -> Drawn:
        """Return the picture."""
        t = self.asked.t
        bands = [b for b in self.picture.bands if b.lane in self.shown]
        parts = [
            Markup(
                '<svg class="rb-line" id="line" viewBox="0 0 {0} {1}" width="{0}" height="{1}" '
                'role="group" aria-labelledby="line-title line-desc" focusable="false">'
                '<title id="line-title">{2}</title><desc id="line-desc">{3}</desc>'
            ).format(WIDE, self.high, t("timeline-svg-title"), t("timeline-svg-desc")),
            DEFS,
            Markup("").join(self._ground()),
            Markup("").join(self.heads.draw(self.head + LANE * len(self.shown))),
            *(self._lane(lane, y) for lane, y in self._lanes()),
            Markup("").join(self._bands(bands[:MOST_BANDS])),
            Markup("").join(self._axis()),
            Markup("</svg>"),
        ]
        return Drawn(Markup("").join(parts), max(0, len(bands) - MOST_BANDS))

    def _lanes(self) -> Iterator[tuple[int, float]]:
        for place, lane in enumerate(self.shown):
            yield lane, self.head + place * LANE

    def _ground(self) -> Iterator[Markup]:
        low, high = self.head, LANE * len(self.shown)
        yield Markup('<rect x="0" y="{}" width="{}" height="{}" fill="#fff"/>').format(
            low, WIDE, high
        )
        for a, b in self.picture.view.nights:
            yield box(self.at(a), low, self.at(b), high, "#dfe3ee", "rb-line__night")
        for lane, y in self._lanes():
            for a, b in _holes(
                self.picture.cover[lane], self.picture.view.start, self.picture.view.end
            ):
                if self.at(b) > self.at(a):
                    yield box(self.at(a), y + LABEL, self.at(b), LANE - LABEL - 4, "url(#rb-none)")
        yield from self.heads.ground(low, high)

    def _lane(self, lane: int, y: float) -> Markup:
        middle = y + LABEL + UP + 2
        name = lane_name(self.asked, self.line.lanes[lane])
        parts = [
            Markup(
                '<g class="rb-line__lane" data-lane="{}"><text x="{}" y="{}" font-size="14" '
                'font-weight="600" fill="{}" stroke="#fff" stroke-width="3" '
                'paint-order="stroke">{}</text><path d="M{} {}H{}" stroke="{}"/>'
            ).format(lane, EDGE, y + 14, INK, name, EDGE, middle, WIDE - EDGE, QUIET)
        ]
        totals = self.picture.cells[lane].sum(axis=(0, 1))
        for part in totals.nonzero()[0].tolist():
            parts.append(self._part(lane, part, middle, int(totals[part]), name))
        return Markup("").join([*parts, Markup("</g>")])

    def _part(self, lane: int, part: int, middle: float, total: int, name: str) -> Markup:
        cells = self.picture.cells[lane, :, :, part]
        a, b = self.x[part], self.x[part + 1]
        said, bars = [], []
        for side, key in enumerate(SIDES):
            there = [n for n in range(len(STANDINGS)) if cells[side, n]]
            wide = max((b - a - 1) / max(len(there), 1), _THIN)
            for place, standing in enumerate(there):
                left = a + 0.5 + place * wide
                bars.append(
                    self._bar(side, standing, left, wide, middle, int(cells[side, standing]))
                )
                said.append(self.asked.t(f"timeline-is-{key}-{standing}"))
        when = self.picture.view.names[part]
        does = "timeline-opens" if total == 1 else "timeline-nearer"
        label = f"{name}, {when}: {', '.join(said)}. {self.asked.t(does)}"
        row = int(self.picture.rows[lane, :, :, part].max())
        href = escape(self.entry_of(self.ids[row]) if total == 1 else self._near(part, part))
        said_of = escape(label)
        return Markup(
            f'<a href="{href}" aria-label="{said_of}" data-part="{part}"><title>{said_of}</title>'
            f'<rect x="{a}" y="{middle - UP - 2}" width="{max(b - a, _THIN):.2f}" '
            f'height="{2 * UP + 4}" fill="transparent"/>{Markup("").join(bars)}</a>'
        )

    def _bar(
        self, side: int, standing: int, left: float, wide: float, middle: float, entries: int
    ) -> Markup:
        high = 5 + (UP - 5) * math.log1p(entries - 1) / math.log1p(max(self.most - 1, 1))
        top = (middle - high, middle, middle - high / 2)[side]
        wide = min(wide, 26.0)
        return box(
            left,
            round(top, 2),
            round(left + wide, 2),
            round(high, 2),
            f"url(#rb-{SIDES[side]}-{standing})",
            "",
            1.0,
            FILLS[SIDES[side]],
        )

    def _bands(self, bands: Iterable[Band]) -> Iterator[Markup]:
        """Yield what is known to lie between two times only, as thin bars over all of them."""
        tops = dict(self._lanes())
        used: dict[int, int] = {}
        for band in bands:
            level = used[band.lane] = (used.get(band.lane, -1) + 1) % 4
            y = tops[band.lane] + LABEL + 4 + level * 6 + (UP if band.side == 1 else 0)
            names = self.picture.view.names
            name = self.asked.t(
                "timeline-band",
                way=lane_name(self.asked, self.line.lanes[band.lane]),
                first=names[band.first],
                last=names[band.last],
                what=self.asked.t(f"timeline-is-{SIDES[band.side]}-{band.standing}"),
            )
            one = band.entries == 1
            href = self.entry_of(self.ids[band.row]) if one else self._near(band.first, band.last)
            yield Markup('<a href="{}" aria-label="{}"><title>{}</title>{}</a>').format(
                href,
                name,
                name,
                box(
                    self.x[band.first],
                    y,
                    self.x[band.last + 1],
                    5,
                    f"url(#rb-{SIDES[band.side]}-{band.standing})",
                    "",
                    1.0,
                    FILLS[SIDES[band.side]],
                ),
            )

    def _axis(self) -> Iterator[Markup]:
        y = self.head + LANE * len(self.shown)
        yield Markup('<path d="M{} {}H{}" stroke="{}"/>').format(EDGE, y, WIDE - EDGE, INK)
        for when, label in self.picture.view.labels:
            x = self.at(when)
            where = "end" if x > WIDE - 60 else "start"
            yield Markup(
                '<path d="M{0} {1}v6" stroke="{2}"/><text x="{0}" y="{3}" font-size="13" '
                'text-anchor="{4}" fill="{2}">{5}</text>'
            ).format(x, y, INK, y + 20, where, label)

    def _near(self, first: int, last: int) -> str:
        """Return the address of some parts; where they are all there is, the list below."""
        view = self.picture.view
        if last - first + 1 == view.parts:
            return f"{self.base}{view.start // 60_000_000}&b={view.end // 60_000_000}&l=1#list"
        a, b = (int(view.edges[n]) // 60_000_000 for n in (first, last + 1))
        return f"{self.base}{a}&b={b}"

    def entry_of(self, event: str) -> str:
        """Return the address of one entry."""
        return event.join(self.entry)


def lane_name(asked: Asked, lane: str) -> str:
    """Return what a channel is called: by its own word, or by the name of the service."""
    key = f"timeline-way-{lane}"
    if asked.words.has(key):
        return asked.t(key)
    return asked.t("timeline-way-service", service=lane.replace("_", " ")[:40])


def _holes(cover: Iterable[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a view nothing was added for."""
    at = start
    for first, last in cover:
        if first > at:
            yield at, min(first, end)
        at = max(at, last + 1)
    if at < end:
        yield at, end

"""The timeline: one picture of contacts over time, and the same as tables.

The one thing a reader would get wrong: it shows contacts with the person who keeps the book, their
own messages among them, and nothing else. It is no record of where anybody was or what they did.
"""

from __future__ import annotations

from typing import Any

from rainbook.case import shown_day, shown_time
from rainbook.case.timeline import Picture, Timeline
from rainbook.case.timeline_marks import marks_of
from rainbook.case.timeline_view import DAY
from rainbook.record import CaseFile
from rainbook.web.frame.shown import seen
from rainbook.web.interface import CASE, Answer, Asked, Page
from rainbook.web.timeline.asking import Wish, wish_of
from rainbook.web.timeline.drawing import Drawing, lane_name
from rainbook.web.timeline.tables import A_PAGE, entries, figures, listed_marks, reaches


def _page(asked: Asked) -> Answer:
    case, line, wish = wish_of(asked)
    chosen = wish.chosen
    marks = marks_of(case, chosen.person)
    picture = line.picture(wish.view, chosen)
    ids = {int(row): case.table.id_of(int(row)) for row in _single(picture)}
    ids |= {band.row: case.table.id_of(band.row) for band in picture.bands if band.entries == 1}
    return asked.page(
        "timeline.html",
        slips=wish.slips,
        empty=not len(line.rows) and not len(line.undated),
        dated=len(line.rows) > 0,
        drawn=Drawing(asked, line, wish, picture, marks, ids).draw() if len(line.rows) else None,
        wish=wish,
        view=wish.view,
        zone=line.zone,
        moves=_moves(asked, line.whole, wish),
        base=asked.url("timeline", {**wish.filters(), "a": "A"})[:-1],
        people=[
            (str(n), seen(p.name, 60).striptags())
            for n, p in enumerate(case.people, 1)
            if p.role != "complainant"
        ],
        ways=[(lane, lane_name(asked, lane)) for lane in line.lanes],
        figures=figures(asked, line, picture),
        marks=listed_marks(asked, case, marks),
        reaches=reaches(asked, line, picture),
        far=line.whole != line.main,
        back_query=wish.query(),
        whole=asked.url("timeline", {**wish.filters(), "w": "1"}),
        part=asked.t("timeline-part-" + wish.view.unit.name),
        span=_span(wish),
        **_list(asked, case, line, wish),
    )


def _list(asked: Asked, case: CaseFile, line: Timeline, wish: Wish) -> dict[str, Any]:
    """Return one page of the list of entries, and the addresses of those round it."""
    without = line.without_day(wish.chosen)
    rows = without if wish.dayless else line.listed(wish.view, wish.chosen)
    page = min(wish.page, max(1, -(-len(rows) // A_PAGE)))
    here = [int(row) for row in rows[(page - 1) * A_PAGE : page * A_PAGE]]
    ends = page * A_PAGE >= len(rows)
    return {
        "entries": entries(asked, case, line, here, wish.query()),
        "has_rows": bool(here),
        "without": len(without) > 0,
        "before": asked.url("timeline", _listed(wish, page - 1)) if page > 1 else "",
        "after": "" if ends else asked.url("timeline", _listed(wish, page + 1)),
        "dayless": asked.url("timeline", _listed(wish, 1, dayless=True)),
    }


def _span(wish: Wish) -> tuple[str, str]:
    """Return the first and last day shown, or times where the parts are shorter than a day."""
    view = wish.view
    shown = shown_time if view.unit.length < DAY else shown_day
    return shown(view.start, view.zone), shown(view.end - 1, view.zone)


def _single(picture: Picture) -> list[int]:
    """Return the rows of the parts that hold one entry of a channel and nothing else."""
    totals = picture.cells.sum(axis=(1, 2))
    best = picture.rows.max(axis=(1, 2))
    return [int(row) for row in best[totals == 1]]


def _listed(wish: Wish, page: int, dayless: bool | None = None) -> dict[str, str]:
    """Return the address of a page of the list."""
    without = wish.dayless if dayless is None else dayless
    return wish.query(page=str(page), l="1", d="1" if without else "")


def _moves(asked: Asked, whole: tuple[int, int], wish: Wish) -> list[tuple[str, str]]:
    """Return the names and addresses of the ways to move; no address where there is nothing."""
    view = wish.view
    ends = (
        ("earlier", view.earlier() if view.start > whole[0] else None),
        ("later", view.later() if view.end < whole[1] else None),
        ("closer", view.closer() if view.parts > 1 else None),
        ("wider", view.wider() if view.start > whole[0] or view.end < whole[1] else None),
    )
    made = [
        (name, asked.url("timeline", wish.query(found)) if found else "") for name, found in ends
    ]
    return [*made, ("whole", asked.url("timeline", {**wish.filters(), "w": "1"}))]


PAGES = (Page("timeline", "/timeline", _page, CASE),)

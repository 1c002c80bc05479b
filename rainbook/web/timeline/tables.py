"""The same as the picture, as rows: figures, marks, what the files reach over, and the entries.

The one thing a reader would get wrong: no row holds a word of a message. What an entry says is
shown by its own page, and only when asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from rainbook.case import shown_day, shown_span
from rainbook.case.timeline import SIDES, STANDINGS, Picture, Timeline
from rainbook.case.timeline_marks import Mark
from rainbook.record import NO_TIME, CaseFile, Kind, Way
from rainbook.web.interface import Asked
from rainbook.web.timeline.drawing import lane_name
from rainbook.web.timeline.heads import mark_day

A_PAGE = 50
_NO_ID = "0" * 16
MOST_FIGURES = 600


@dataclass(frozen=True, slots=True)
class Figure:
    """How many entries of one channel lie in one part, each side and standing apart.

    `numbers`: received, sent and noted of what is counted; then all guesses; then all not counted.
    """

    when: str
    way: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ListedMark:
    """A mark as a row. `anchor`: its place on the page; `event`: the entry it is, or ""."""

    anchor: str
    what: str
    when: str
    who: str
    words: str
    event: str


@dataclass(frozen=True, slots=True)
class Reach:
    """From when until when the added files hold entries of a channel."""

    way: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, without its words; `href`: the address of its page."""

    href: str
    when: str
    way: str
    side: str
    who: str
    standing: str


def figures(asked: Asked, line: Timeline, picture: Picture) -> list[Figure]:
    """Return the figures of every part that holds something, then of the bands."""
    found = []
    names = picture.view.names
    totals = picture.cells.sum(axis=(1, 2))
    for part in range(picture.view.parts):
        for lane in totals[:, part].nonzero()[0].tolist():
            cells = picture.cells[lane, :, :, part].tolist()
            numbers = (
                *(cells[side][0] for side in range(len(SIDES))),
                *(sum(side[n] for side in cells) for n in (1, 2)),
            )
            found.append(Figure(names[part], lane_name(asked, line.lanes[lane]), numbers))
    for band in islice(picture.bands, MOST_FIGURES):
        when = asked.t("timeline-between", first=names[band.first], last=names[band.last])
        column = band.side if band.standing == 0 else band.standing + 2
        row = [0] * 5
        row[column] = band.entries
        found.append(Figure(when, lane_name(asked, line.lanes[band.lane]), (*row,)))
    return found


def listed_marks(asked: Asked, case: CaseFile, marks: tuple[Mark, ...]) -> list[ListedMark]:
    """Return every mark as a row; those without a day are last."""
    return [
        ListedMark(
            f"mark-{mark.number}-{mark.kind}",
            asked.t("timeline-mark-" + mark.kind),
            mark_day(mark, case.zone) if mark.span else asked.t("timeline-no-day"),
            case.people[mark.person].name if mark.person >= 0 else "",
            mark.words,
            mark.event if mark.event in case.named else "",
        )
        for mark in marks
    ]


def reaches(asked: Asked, line: Timeline, picture: Picture) -> list[Reach]:
    """Return what the files reach over, channel by channel."""
    return [
        Reach(
            lane_name(asked, line.lanes[lane]),
            shown_day(first, line.zone),
            shown_day(last, line.zone),
        )
        for lane, stretches in enumerate(picture.cover)
        for first, last in stretches[:A_PAGE]
    ]


def entries(
    asked: Asked, case: CaseFile, line: Timeline, rows: list[int], where: dict[str, str]
) -> Iterator[Entry]:
    """Yield rows of the case's table as a person reads them, without their words. `where`: the
    query of the view they are seen in.
    """
    before, _, after = asked.url("entry", where, id=_NO_ID).partition(_NO_ID)
    for row in rows:
        lane, side, standing = line.codes.place(int(line.codes.group[row]))
        yield Entry(
            before + case.table.id_of(row) + after,
            when_of(case, row),
            kind_name(asked, case, row, line.lanes[lane]),
            SIDES[side],
            who_of(asked, case, row),
            STANDINGS[standing],
        )


def when_of(case: CaseFile, row: int) -> str:
    """Return when a row was, no finer than it is known."""
    table = case.table
    first, last = int(table.earliest[row]), int(table.latest[row])
    dated = first != NO_TIME and last != NO_TIME
    return shown_span(first if dated else None, last if dated else None, case.zone)


def kind_name(asked: Asked, case: CaseFile, row: int, lane: str) -> str:
    """Return what a row is: its channel, or for notes of an app what they note."""
    if lane != "other":
        return lane_name(asked, lane)
    return asked.t(
        "timeline-kind-" + Kind(int(case.table.kind[row])).name.lower().replace("_", "-")
    )


def who_of(asked: Asked, case: CaseFile, row: int) -> str:
    """Return who a row is from, and for what the person sent whom it went to."""
    who, guess = int(case.person_of[row]), int(case.guessed_of[row])
    to = -1 if case.relationship_of is None else int(case.relationship_of[row])
    if int(case.way[row]) == Way.SENT:
        return (
            asked.t("timeline-you-to", name=case.people[to].name)
            if to >= 0
            else (asked.t("timeline-you"))
        )
    if who >= 0:
        return case.people[who].name
    if guess >= 0:
        return asked.t("timeline-perhaps", name=case.people[guess].name)
    actor = int(case.table.actor[row])
    if actor < 0:
        return ""
    account = case.table.accounts[actor]
    return asked.t("entry-withheld") if account.kind == "withheld" else account.raw

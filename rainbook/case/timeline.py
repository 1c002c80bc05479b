"""Every contact in order of time, sorted once, so that any stretch of it can be drawn at once.

The one thing a reader would get wrong: an entry is put into a part of the picture only where its
whole time lies in that part. A day without an hour is a band over that day when the picture shows
hours, and never a point at midnight; one without any day is in a list of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from rainbook.case.timeline_lanes import Codes, codes_of, small
from rainbook.case.timeline_view import FIRST, LAST, MINUTE, View, view_of
from rainbook.moment.spans import widen
from rainbook.record import NO_TIME, CaseFile, Warn

SIDES = ("received", "sent", "neither")
"""Towards the person who keeps the book, from them, or seen and noted by them or by a machine."""
STANDINGS = ("counted", "guess", "not counted")
"""May enter a count; who it is from is a guess; anything else (copies, set aside, nobody named)."""
_FAR, _FEW = 3 * 366 * 86_400_000_000, 100
_KEPT = "_timeline"
Ints = npt.NDArray[Any]


@dataclass(frozen=True)
class Band:
    """Entries whose time is wider than a part: from part `first` to part `last` of the view, both
    included. `row`: one of them.
    """

    lane: int
    side: int
    standing: int
    first: int
    last: int
    entries: int
    row: int


@dataclass(frozen=True)
class Picture:
    """What a view holds. `cells` and `rows` have the shape lanes, SIDES, STANDINGS, parts: how many
    entries lie wholly in the part, and the row of one of them (-1 = none). `cover`: for each lane
    the stretches (µs UTC) the originals reach over.
    """

    view: View
    cells: Ints
    rows: Ints
    bands: tuple[Band, ...]
    cover: tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True)
class Chosen:
    """Which entries are asked for. `person`: index into people, -1 = of nobody named, None = all;
    `lanes`: keys, empty = all.
    """

    person: int | None = None
    lanes: Collection[str] = ()


ALL = Chosen()


@dataclass(frozen=True)
class Timeline:
    """The index of one case. `rows`, `first`, `last`, `group` are of the dated entries by time;
    `undated` are the rows no day is known of (or one centuries away).

    Points (under a minute wide) lie again in `point_first`/`point_rows`, those of group g from
    `point_at[g]` to `point_at[g + 1]`; `wide` are places in `rows` of all others.
    """

    zone: str
    codes: Codes
    rows: Ints
    first: Ints
    last: Ints
    group: Ints
    point_first: Ints
    point_rows: Ints
    point_at: Ints
    wide: Ints
    undated: Ints
    undated_group: Ints
    cover: Sequence[tuple[int, int, int, int]] = field(default=())
    main: tuple[int, int] = (0, 0)

    @property
    def lanes(self) -> tuple[str, ...]:
        """The keys of the rows of the picture."""
        return self.codes.lanes

    @property
    def whole(self) -> tuple[int, int]:
        """The first and last instant (µs UTC) of everything dated; (0, 0) for nothing."""
        return (int(self.first[0]), int(self.last.max()) + 1) if len(self.rows) else (0, 0)

    def picture(self, view: View, chosen: Chosen = ALL) -> Picture:
        """Return what a view holds of the entries chosen."""
        allowed = self.codes.allowed(chosen.person, chosen.lanes)
        shape = (len(self.lanes), len(SIDES), len(STANDINGS), view.parts)
        cells, some = np.zeros(shape, np.int64), np.full(shape, -1, np.int64)
        for group in np.flatnonzero(allowed).tolist():
            begins, ends = int(self.point_at[group]), int(self.point_at[group + 1])
            if begins == ends:
                continue
            at = np.searchsorted(self.point_first[begins:ends], view.edges)
            found = np.diff(at)
            there = np.flatnonzero(found)
            place = self.codes.place(group)
            cells[place][there] += found[there]
            some[place][there] = self.point_rows[begins + at[there]]
        bands = self._wide(view, allowed, cells, some)
        return Picture(view, cells, some, bands, self._cover(chosen))

    def _wide(self, view: View, allowed: Ints, cells: Ints, some: Ints) -> tuple[Band, ...]:
        """Put what fits into a part there, and return the rest as bands."""
        first, last = self.first[self.wide], self.last[self.wide]
        seen = (first < view.end) & (last >= view.start) & allowed[self.group[self.wide]]
        at = self.wide[seen]
        if not len(at):
            return ()
        low = np.searchsorted(view.edges, first[seen], "right") - 1
        high = np.searchsorted(view.edges, last[seen], "right") - 1
        fits = (low == high) & (low >= 0) & (high < view.parts)
        places = self.codes.flat[self.group[at]]
        np.add.at(cells.reshape(-1, view.parts), (places[fits], low[fits]), 1)
        some.reshape(-1, view.parts)[places[fits], low[fits]] = self.rows[at[fits]]
        low, high = np.maximum(low, 0), np.minimum(high, view.parts - 1)
        key = (places * view.parts + low) * view.parts + high
        _, one, many = np.unique(key[~fits], return_index=True, return_counts=True)
        where = np.flatnonzero(~fits)[one]
        return tuple(
            Band(
                *self.codes.unflat(int(places[w])),
                int(low[w]),
                int(high[w]),
                int(n),
                int(self.rows[at[w]]),
            )
            for w, n in zip(where.tolist(), many.tolist(), strict=True)
        )

    def listed(self, view: View, chosen: Chosen = ALL) -> Ints:
        """Return the rows of the table whose time touches a view, in order of time."""
        allowed = self.codes.allowed(chosen.person, chosen.lanes)
        low, high = np.searchsorted(self.first, (view.start, view.end))
        before = self.wide[(self.wide < low) & (self.last[self.wide] >= view.start)]
        at = np.concatenate((before, np.arange(low, high)))
        return np.asarray(self.rows[at[allowed[self.group[at]]]])

    def without_day(self, chosen: Chosen = ALL) -> Ints:
        """Return the rows no day is known of, in the order of the table."""
        allowed = self.codes.allowed(chosen.person, chosen.lanes)
        return np.asarray(self.undated[allowed[self.undated_group]])

    def opening(self) -> View:
        """Return the view to begin with: everything but a few entries years away from the rest."""
        return view_of(*self.main, self.zone)

    def _cover(self, chosen: Chosen) -> tuple[tuple[tuple[int, int], ...], ...]:
        files = self.codes.files_of(chosen.person)
        found: list[list[tuple[int, int]]] = [[] for _ in self.lanes]
        for lane, file, first, last in sorted(self.cover, key=lambda c: (c[0], c[2])):
            if files is not None and file not in files:
                continue
            stretches = found[lane]
            if stretches and first <= stretches[-1][1] + 1:
                stretches[-1] = (stretches[-1][0], max(stretches[-1][1], last))
            else:
                stretches.append((first, last))
        return tuple(map(tuple, found))


def timeline_of(case: CaseFile) -> Timeline:
    """Return the index of a case, made once and kept beside it."""
    kept = case.__dict__.get(_KEPT)
    if kept is None:
        kept = _made(case)
        # a frozen dataclass still has its dict; nothing of the case is changed by keeping this
        case.__dict__[_KEPT] = kept
    found: Timeline = kept
    return found


def _made(case: CaseFile) -> Timeline:
    table, codes = case.table, codes_of(case)
    low, high = widen(table.earliest, table.latest, table.precision)
    dated = (table.earliest != NO_TIME) & (low >= FIRST) & (high < LAST)
    rows = np.flatnonzero(codes.contact & dated)
    rows = rows[np.argsort(low[rows], kind="stable")]
    first, last, group = low[rows], high[rows], codes.group[rows]
    narrow = last - first < MINUTE
    points = np.flatnonzero(narrow)
    points = points[np.argsort(small(group[points]), kind="stable")]
    sizes = np.bincount(group[points], minlength=codes.groups)
    undated = np.flatnonzero(codes.contact & ~dated)
    likely = (table.warnings[rows] & Warn.TIME_IMPLAUSIBLE) == 0
    return Timeline(
        zone=case.zone,
        codes=codes,
        rows=rows,
        first=first,
        last=last,
        group=group,
        point_first=first[points],
        point_rows=rows[points],
        point_at=np.concatenate(([0], np.cumsum(sizes))),
        wide=np.flatnonzero(~narrow),
        undated=undated,
        undated_group=codes.group[undated],
        cover=codes.cover(rows[likely], first[likely], last[likely]),
        main=_main(first, last, likely),
    )


def _main(first: Ints, last: Ints, likely: Ints) -> tuple[int, int]:
    """Return the ends of the main part: without times marked as unlikely, and without at most one
    in a hundred that lie three years or more away from all others.
    """
    if not likely.any():
        likely = np.ones(len(first), bool)
    if not len(first):
        return (0, 0)
    begins, ends = first[likely], last[likely]
    few, size = len(begins) // _FEW, len(begins)
    far = np.flatnonzero(np.diff(begins) >= _FAR)
    low = max((int(g) + 1 for g in far if g + 1 <= few), default=0)
    high = min((int(g) + 1 for g in far if size - g - 1 <= few), default=size)
    return int(begins[low]), int(ends[low:high].max()) + 1

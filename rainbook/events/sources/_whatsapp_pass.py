"""The one quick pass over an export: where each record starts, when, by whom, and which bodies need
a closer look.

The one thing a reader would get wrong: only bodies that could be something else than plain words (a
marker, several
lines, hidden characters, broken text) are decoded here; everything else stays bytes in the
original.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from rainbook.events.sources._whatsapp_arrays import (
    LAST,
    LONG,
    MARKS,
    SHORT,
    among,
    bytes_at,
    odd_places,
    out_of_order,
    telling_line_ends,
)
from rainbook.events.sources._whatsapp_header import (
    LONGEST_HEADER,
    Style,
    day_token,
    headers_in,
    time_of_day,
)
from rainbook.events.sources._whatsapp_words import (
    LONGEST_LOOKED_AT,
    PLAIN,
    Meaning,
    meaning_of,
)
from rainbook.events.sources.interface import Material
from rainbook.moment import local_to_utc, readings_of
from rainbook.moment.clock import DAY
from rainbook.moment.order import Token
from rainbook.record import (
    COLUMNS,
    NO_TIME,
    RARE,
    Kind,
    Precision,
    Problem,
    Warn,
    ZoneFrom,
    unfilled,
)

BLOCK = 1 << 21
LONGEST_KEPT = 1 << 20
_Bytes = npt.NDArray[np.uint8]


class _Ids(dict[bytes | None, int]):
    """Numbers byte strings in the order they are first seen; None, nobody, is always -1."""

    def __missing__(self, key: bytes | None) -> int:
        self[key] = made = len(self) - (None in self)
        return made


def _numbers(ids: _Ids, keys: list[bytes | None]) -> npt.NDArray[np.int64]:
    return np.fromiter(map(ids.__getitem__, keys), np.int64, len(keys))


def _lengths(pieces: list[bytes]) -> npt.NDArray[np.int64]:
    return np.fromiter(map(len, pieces), np.int64, len(pieces))


def look_at(body: bytes, *, named: bool, marks_kept: bool) -> tuple[str, Meaning, int]:
    """Return the words, their meaning and the doubts (Warn) of one body: bytes without the record's
    line end.
    """
    doubt = 0
    try:
        words = body.decode("utf-8")
    except UnicodeDecodeError:
        words, doubt = body.decode("utf-8", "replace"), int(Warn.UNREADABLE_TEXT)
    found = meaning_of(words, named=named, marks_kept=marks_kept)
    line = body.find(b"\n", 0, LONGEST_LOOKED_AT)
    if line >= 0 and next(headers_in(body[line + 1 : LONGEST_LOOKED_AT]), None):
        doubt |= _FORGED
    return words, found, doubt | found.warnings


@dataclass
class Pass:
    """State of the pass. After `run`: one entry per record in each array, in file order."""

    material: Material
    style: Style
    crlf: bool
    lead: int
    marks_kept: bool
    starts: Any = field(default_factory=lambda: array("q"))
    dates: Any = field(default_factory=lambda: array("q"))
    times: Any = field(default_factory=lambda: array("q"))
    actors: Any = field(default_factory=lambda: array("q"))
    looked: dict[int, tuple[Meaning, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    tokens: list[Token | None] = field(default_factory=list)
    names: list[bytes] = field(default_factory=list)
    _unlooked: int = 0
    _date_ids: _Ids = field(default_factory=_Ids)
    _time_ids: dict[bytes, int] = field(default_factory=dict)
    _name_ids: _Ids = field(default_factory=lambda: _Ids({None: -1}))

    def run(self) -> Pass:
        """Read every block once; memory stays at one block and the arrays."""
        end = b"\r\n" if self.crlf else b"\n"
        finder = self.style.pattern(end)
        bodies = array("q")
        # every header follows a line end; the first gets one that is not in the file
        buffer, base, searched = end, self.lead - len(end), 0
        blocks = self._blocks()
        block = next(blocks, b"")
        while block:
            after = next(blocks, b"")
            buffer += block
            limit = len(buffer) - (LONGEST_HEADER if after else 0)
            self._take(
                finder.split(memoryview(buffer)[searched:]),
                base + searched,
                base + limit,
                len(end),
                bodies,
            )
            searched = max(0, limit)
            self._look(buffer, base, bodies, not after)
            keep = self._keep_from(len(buffer), base, limit, len(end))
            buffer, base, searched = buffer[keep:], base + keep, max(0, searched - keep)
            block = after
        self.names = [n for n in self._name_ids if n is not None]
        self.dates, self.times = np.array(self.dates, np.int64), np.array(self.times, np.int64)
        self.starts, self.actors = np.array(self.starts, np.int64), np.array(self.actors, np.int64)
        return self

    def _take(self, parts: list[Any], base: int, limit: int, end: int, bodies: array[int]) -> None:
        """Write down the headers of one block that begin before `limit`.

        `parts` is text, header, date, time, name, text, header, …: the lengths of texts and headers
        give every place.
        """
        texts, headers = parts[0:-1:5], parts[1::5]
        if not headers:
            return
        widths = _lengths(headers)
        stops = base + np.cumsum(_lengths(texts) + widths)
        starts = stops - widths + end
        dates, clocks = _numbers(self._date_ids, parts[2::5]), self._clocks(parts[3::5])
        actors = _numbers(self._name_ids, parts[4::5])
        for date in islice(self._date_ids, len(self.tokens), None):
            token = day_token(date) if date else None
            self.tokens.append(token if token and readings_of(token, ORDERS) else None)
        real = (starts - end < limit) & (clocks >= 0)
        if (
            None in self.tokens
        ):  # a header-like line whose numbers are no day or time of day is part of a body
            real &= np.array([t is not None for t in self.tokens])[dates]
        pairs = (
            (self.starts, starts),
            (bodies, stops),
            (self.dates, dates),
            (self.times, clocks),
            (self.actors, actors),
        )
        for column, found in pairs:
            column.frombytes(found[real].astype(np.int64).tobytes())

    def _clocks(self, written: list[bytes]) -> npt.NDArray[np.int64]:
        """Return µs since midnight for each written time, -1 where no clock shows that."""
        joined = b"".join(written)
        if len(joined) == 8 * len(written) and self.style.tsep == ":" and not self.style.half:
            raw = np.frombuffer(joined, np.uint8).reshape(-1, 8).astype(np.int64) - 48
            hour, minute, second = (raw[:, p] * 10 + raw[:, p + 1] for p in (0, 3, 6))
            digits = np.all(
                (raw[:, [0, 1, 3, 4, 6, 7]] >= 0) & (raw[:, [0, 1, 3, 4, 6, 7]] <= 9), axis=1
            )
            fits = digits & (hour < 24) & (minute < 60) & (second < 60)
            return np.where(fits, ((hour * 60 + minute) * 60 + second) * 1_000_000, -1)
        for time in written:
            if time not in self._time_ids:
                found = time_of_day(time)
                self._time_ids[time] = -1 if found is None else found[0]
        return np.fromiter(map(self._time_ids.__getitem__, written), np.int64, len(written))

    def _blocks(self) -> Any:
        at = self.lead
        while piece := self.material.read_at(at, BLOCK):
            yield piece
            at += len(piece)

    def _keep_from(self, size: int, base: int, limit: int, end: int) -> int:
        """Return where the next buffer begins: at the record still open, or just before the
        unsearched end if it is huge.
        """
        if not self.starts:
            return max(0, limit)
        open_at = int(self.starts[-1]) - end - base
        return open_at if size - open_at <= LONGEST_KEPT else max(0, limit)

    def _look(self, buffer: bytes, base: int, bodies: array[int], last: bool) -> None:
        """Look closer at the finished records of this block that may be more than plain words."""
        first, until = self._unlooked, len(self.starts) if last else len(self.starts) - 1
        if until <= first:
            return
        self._unlooked = until
        raw = np.frombuffer(buffer, np.uint8)
        begin = np.array(bodies[first:until], np.int64) - base
        nexts = self.starts[first + 1 : until + 1]
        end = np.array(nexts, np.int64) - base
        if last:
            end = np.append(end, len(buffer))
        whole = begin >= 0
        close = self._suspicious(buffer, raw, np.maximum(begin, 0), end) | ~whole
        close |= np.array(self.actors[first:until]) < 0
        for place in np.flatnonzero(close).tolist():
            row = first + place
            if whole[place]:
                body = buffer[begin[place] : end[place]]
            else:
                size = int(end[place] - begin[place])
                body = self.material.read_at(int(begin[place]) + base, size)
            self._keep(row, without_end(body, self.crlf))

    def _keep(self, row: int, body: bytes) -> None:
        _, found, doubt = look_at(body, named=self.actors[row] >= 0, marks_kept=self.marks_kept)
        if found is not PLAIN or doubt:
            self.looked[row] = (found, doubt)

    def _suspicious(
        self, buffer: bytes, raw: _Bytes, begin: Any, end: Any
    ) -> npt.NDArray[np.bool_]:
        """Return which bodies begin or end like a marker, hold a line feed, odd characters or
        broken text.
        """
        shut = 2 if self.crlf else 1
        inner = end - np.where(raw[np.maximum(end - 1, 0)] == 10, shut, 0)
        size = inner - begin
        head, tail = bytes_at(raw, begin, 8), bytes_at(raw, np.maximum(inner - 4, 0), 4)
        mark = np.isin(head & np.uint64(0xFFFFFF), MARKS)
        found = (
            mark
            | among(head, LONG)
            | among(head & np.uint64(0xFFFFFFFF), SHORT)
            | among(tail, LAST)
        )
        found &= size > 0
        for where in (telling_line_ends(raw), odd_places(raw)):
            found |= np.searchsorted(where, inner, "left") > np.searchsorted(where, begin, "left")
        try:
            buffer[int(begin[0]) : int(end[-1])].decode("utf-8")
        except UnicodeDecodeError:
            found[:] = True
        return np.asarray(found, bool)

    def columns(self, reading: Mapping[str, str]) -> dict[str, npt.NDArray[Any]]:
        """Return the event table's columns for every record found."""
        rows = len(self.starts)
        made = {
            n: unfilled(n, rows) if n in RARE else np.zeros(rows, t) for n, t in COLUMNS.items()
        }
        made["member"][:] = -1 if self.material.path is None else 0
        made["start"], made["end"] = (
            self.starts,
            np.append(self.starts[1:], self.material.size)[:rows],
        )
        made["kind"][:], made["duration"][:], made["sent"][:] = Kind.MESSAGE, -1, NO_TIME
        made["actor"][:], made["seq"][:] = self.actors, np.arange(rows)
        made["precision"][:] = Precision.SECOND if self.style.seconds else Precision.MINUTE
        made["zone_from"][:] = ZoneFrom.USER if reading["zone_said"] == "1" else ZoneFrom.ASSUMED
        self._times(made, reading)
        here = frozenset(s.path.rsplit("/", 1)[-1] for s in self.material.siblings)
        for row, (found, doubt) in self.looked.items():
            made["kind"][row], made["way"][row], made["state"][row] = (
                found.kind,
                found.way,
                found.state,
            )
            made["call"][row], made["duration"][row] = found.call, found.duration
            made["warnings"][row] |= np.uint32(doubt | self._missing(found, here))
        self._contested(made)
        return made

    def _missing(self, found: Meaning, here: frozenset[str]) -> int:
        return (
            int(Warn.MISSING_ATTACHMENT)
            if any(a.name not in here for a in found.attachments)
            else 0
        )

    def _times(self, made: dict[str, npt.NDArray[Any]], reading: Mapping[str, str]) -> None:
        orders = reading["orders"].split("|")
        days = [readings_of(t, orders) if t else () for t in self.tokens]
        low_day = np.array([d[0] if d else 0 for d in days], np.int64)[self.dates]
        width = 999_999 if self.style.seconds else 59_999_999
        local = low_day * DAY + self.times
        low, high, doubt = local_to_utc(local, reading["zone"])
        made["earliest"], made["latest"], made["warnings"] = low, high + width, doubt
        if reading["zone_said"] != "1":
            made["warnings"] |= np.uint32(Warn.TZ_ASSUMED)
        several = np.array([len(d) > 1 for d in days], bool)[self.dates]
        if several.any():
            last_day = np.array([d[-1] if d else 0 for d in days], np.int64)[self.dates[several]]
            early, late, more = local_to_utc(last_day * DAY + self.times[several], reading["zone"])
            made["earliest"][several] = np.minimum(low[several], early)
            made["latest"][several] = np.maximum(high[several], late) + width
            made["warnings"][several] |= more | np.uint32(Warn.AMBIGUOUS_DATE_ORDER)
        self._local = local

    def _contested(self, made: dict[str, npt.NDArray[Any]]) -> None:
        """Flag records that run against the file's order, or come from a lone stranger in a chat of
        two.
        """
        outside = out_of_order(self._local)
        if len(outside):
            fold = (made["warnings"][outside] & np.uint32(Warn.DST_FOLD)) != 0
            made["warnings"][outside] |= np.uint32(Warn.CLOCK_BACKWARD)
            made["warnings"][outside[~fold]] |= np.uint32(_CONTESTED)
        said = np.bincount(self.actors[self.actors >= 0], minlength=len(self.names))
        if len(said) == 3 and np.sum(said >= 5) == 2 and np.sum(said == 1) == 1:
            made["warnings"][self.actors == int(np.argmin(said))] |= np.uint32(_CONTESTED)


_FORGED = int(Warn.FORGED_HEADER_SUSPECT)
_CONTESTED = Warn.FORGED_HEADER_SUSPECT | Warn.MAY_BELONG_TO_MESSAGE_BEFORE
ORDERS = ("year first", "day first", "month first")


def without_end(body: bytes, crlf: bool) -> bytes:
    """Return a body without the one line end that closes its record."""
    end = b"\r\n" if crlf else b"\n"
    return body[: -len(end)] if body.endswith(end) else body

"""The one quick pass over an export: where each record starts, when, by whom, and which bodies need
a closer look.

The one thing a reader would get wrong: only bodies that could be something else than plain words (a
marker, several lines, hidden characters, broken text) are decoded here; everything else stays bytes
in the original.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
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
    Ids,
    among,
    bytes_at,
    lengths,
    numbers,
    telling_places,
)
from rainbook.events.sources._whatsapp_header import Style, day_token, no_name
from rainbook.events.sources._whatsapp_look import (
    NOT_THERE,
    LongBody,
    look_at,
    time_traits,
    without_end,
)
from rainbook.events.sources._whatsapp_patterns import LONGEST_HEADER
from rainbook.events.sources._whatsapp_times import possible_days
from rainbook.events.sources._whatsapp_words import LRM, PLAIN, TYPED, Meaning
from rainbook.events.sources.interface import Material
from rainbook.moment.order import Token
from rainbook.record import Problem, Warn

BLOCK = 1 << 21
LONGEST_KEPT = 1 << 20
_Bytes = npt.NDArray[np.uint8]
_QUOTE = "\u201c".encode()
_MARK, _MISSING = LRM.encode(), int(Warn.MISSING_ATTACHMENT)


@dataclass
class Pass:
    """State of the pass. After `run`: one entry per record in each array, in file order; `marks`:
    WhatsApp's own texts carry U+200E here.
    """

    material: Material
    style: Style
    crlf: bool
    lead: int
    chat: bytes
    starts: Any = field(default_factory=lambda: array("q"))
    dates: Any = field(default_factory=lambda: array("q"))
    times: Any = field(default_factory=lambda: array("q"))
    traits: Any = field(default_factory=lambda: array("h"))
    actors: Any = field(default_factory=lambda: array("q"))
    looked: dict[int, tuple[Meaning, int]] = field(default_factory=dict)
    after_return: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    tokens: list[Token | None] = field(default_factory=list)
    days: list[bytes] = field(default_factory=list)
    names: list[bytes] = field(default_factory=list)
    marks: bool = False
    _typed: dict[int, tuple[Meaning, int]] = field(default_factory=dict)
    _unlooked: int = 0
    _long: LongBody | None = None
    _fed: int = 0
    _named: int = 0
    _quoting: dict[int, bytes] = field(default_factory=dict)
    _date_ids: Ids = field(default_factory=Ids)
    _time_ids: dict[bytes, tuple[int, int]] = field(default_factory=dict)
    _name_ids: Ids = field(default_factory=lambda: Ids({None: -1}))
    _bodies: Any = field(default_factory=lambda: array("q"))

    def run(self) -> Pass:
        """Read every block once; memory stays at one block and the arrays."""
        end = b"\r\n" if self.crlf else b"\n"
        finder = self.style.pattern(end)
        # every header follows a line end; the first gets one that is not in the file
        buffer, base, searched = end, self.lead - len(end), 0
        blocks = self._blocks()
        block = next(blocks, b"")
        while block:
            after = next(blocks, b"")
            buffer += block
            limit = len(buffer) - (LONGEST_HEADER if after else 0)
            known = len(self.starts)
            self._take(
                finder.split(memoryview(buffer)[searched:]), base + searched, base + limit, len(end)
            )
            self._check_names_and_ends(buffer, base, known)
            searched = max(0, limit)
            self._look(buffer, base, not after)
            keep = self._keep_from(len(buffer), base, limit, len(end))
            self._feed(buffer, base, keep)
            buffer, base, searched = buffer[keep:], base + keep, max(0, searched - keep)
            block = after
        self._finish()
        return self

    def _finish(self) -> None:
        self.names = [n for n in self._name_ids if n is not None]
        self.days = [d for d in self._date_ids if d is not None]
        for name in ("starts", "dates", "times", "traits", "actors"):
            column = getattr(self, name)
            setattr(self, name, np.array(column, column.typecode))
        if self.marks:
            self.looked.update(self._typed)
        used = np.unique(self.actors[self.actors >= 0])
        if len(used) < len(self.names):
            self.actors = np.where(self.actors < 0, -1, np.searchsorted(used, self.actors))
            self.names = [self.names[n] for n in used.tolist()]

    def _take(self, parts: list[Any], base: int, limit: int, end: int) -> None:
        """Write down the headers of one block that begin before `limit`.

        `parts` is text, header, date, time, name, text, header, …: the lengths of texts and headers
        give every place.
        """
        texts, headers = parts[0:-1:5], parts[1::5]
        if not headers:
            return
        widths = lengths(headers)
        stops = base + np.cumsum(lengths(texts) + widths)
        starts = stops - widths + end
        dates, (clocks, traits) = numbers(self._date_ids, parts[2::5]), self._clocks(parts[3::5])
        actors = numbers(self._name_ids, parts[4::5])
        for date in islice(self._date_ids, len(self.tokens), None):
            token = day_token(date) if date else None
            self.tokens.append(token if token and possible_days(token) else None)
        real = (starts - end < limit) & (clocks >= 0)
        if None in self.tokens:
            # a header-like line whose numbers are no day or time of day is part of a body
            real &= np.array([t is not None for t in self.tokens])[dates]
        pairs = (
            (self.starts, starts),
            (self._bodies, stops),
            (self.dates, dates),
            (self.times, clocks),
            (self.traits, traits),
            (self.actors, actors),
        )
        for column, found in pairs:
            column.frombytes(found[real].astype(column.typecode).tobytes())

    def _clocks(self, written: list[bytes]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Return µs since midnight for each written time, -1 where no clock shows that, and how it
        is written (see `time_traits`).
        """
        joined = b"".join(written)
        style = self.style
        plain = style.tsep == ":" and not style.half and style.ascii_digits and not style.marked
        width = 8 if style.seconds else 5
        if plain and len(joined) == width * len(written):
            raw = np.frombuffer(joined, np.uint8).reshape(-1, width).astype(np.int64) - 48
            hour, minute = (raw[:, p] * 10 + raw[:, p + 1] for p in (0, 3))
            second = raw[:, 6] * 10 + raw[:, 7] if style.seconds else 0
            fits = (hour < 24) & (minute < 60) & (second < 60)
            micros = np.where(fits, ((hour * 60 + minute) * 60 + second) * 1_000_000, -1)
            return micros, np.where(hour < 10, 1, 0)
        known = self._time_ids
        for time in written:
            if time not in known:
                known[time] = time_traits(time)
        both = np.array([known[time] for time in written], np.int64).reshape(-1, 2)
        return both[:, 0], both[:, 1]

    def _check_names_and_ends(self, buffer: bytes, base: int, known: int) -> None:
        """Undo names that only quote, and note records that follow a CR LF where no other does."""
        for name in islice(self._name_ids, self._named, None):
            if name and (b'"' in name or _QUOTE in name):
                self._quoting[self._name_ids[name]] = name
        self._named = len(self._name_ids)
        for row in range(known, len(self.starts)) if self._quoting else ():
            name, at = self._quoting.get(self.actors[row]), self._bodies[row] - base
            if name is not None and no_name(name, buffer[at : at + LONGEST_HEADER]):
                self.actors[row] = -1
                self._bodies[row] -= len(name) + 2
        if not self.crlf and b"\r\n" in buffer:
            for row in range(known, len(self.starts)):
                at = self.starts[row] - 2
                if at >= self.lead and self.material.read_at(at, 1) == b"\r":
                    self.after_return.append(row)

    def _blocks(self) -> Iterator[bytes]:
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

    def _look(self, buffer: bytes, base: int, last: bool) -> None:
        """Look closer at the finished records of this block that may be more than plain words."""
        first, until = self._unlooked, len(self.starts) if last else len(self.starts) - 1
        if until <= first:
            return
        self._unlooked = until
        raw = np.frombuffer(buffer, np.uint8)
        begin = np.array(self._bodies[first:until], np.int64) - base
        end = np.array(self.starts[first + 1 : until + 1], np.int64) - base
        if last:
            end = np.append(end, len(buffer))
        whole = begin >= 0
        close = self._suspicious(buffer, raw, np.maximum(begin, 0), end) | ~whole
        close |= np.array(self.actors[first:until]) < 0
        for place in np.flatnonzero(close).tolist():
            if self._long is not None and not whole[place]:
                rest = without_end(buffer[self._fed - base : end[place]], self.crlf)
                self._long.add(rest, last=True)
                self.looked[first + place] = (PLAIN, self._long.doubts())
                self._long = None
            else:
                body = buffer[begin[place] : end[place]]
                self._keep(first + place, without_end(body, self.crlf))

    def _feed(self, buffer: bytes, base: int, until: int) -> None:
        """Look at the part of a huge body that leaves the buffer now."""
        if not self.starts or base + until <= self._bodies[-1]:
            return
        if self._long is None:
            self._long, self._fed = LongBody(), self._bodies[-1]
        self._long.add(buffer[self._fed - base : until])
        self._fed = base + until

    def _keep(self, row: int, body: bytes) -> None:
        """Keep what a body means. Whether it must carry the mark shows at the end of the file."""
        actor = self.actors[row]
        named, of_chat = actor >= 0, actor == self._name_ids.get(self.chat, NOT_THERE)
        _, found, doubt = look_at(body, named=named, marks_kept=False, of_chat=of_chat)
        if found is not PLAIN or doubt:
            self.looked[row] = (found, doubt)
        if not self.style.open or not named:
            return
        if found.bare:
            self._typed[row] = (TYPED, doubt & ~_MISSING | TYPED.warnings)
        elif body.startswith(_MARK):
            self.marks = True
            _, strict, warned = look_at(body, named=True, marks_kept=True, of_chat=of_chat)
            self._typed[row] = (strict, warned)

    def _suspicious(
        self, buffer: bytes, raw: _Bytes, begin: Any, end: Any
    ) -> npt.NDArray[np.bool_]:
        """Return which bodies begin or end like a marker, hold a line end that may
        tell, odd characters or broken text.
        """
        inner = end - (raw[end - 1] == 10)
        if self.crlf:
            closed = (raw[end - 1] == 10) & (raw[np.maximum(end - 2, 0)] == 13)
            inner = end - 2 * closed
        size = inner - begin
        head, tail = bytes_at(raw, begin, 8), bytes_at(raw, np.maximum(inner - 4, 0), 4)
        mark = np.isin(head & np.uint64(0xFFFFFF), MARKS)
        found = (
            mark
            | among(head, LONG)
            | among(head & np.uint64(0xFFFFFFFF), SHORT)
            | among(tail, LAST)
            | (raw[np.maximum(inner - 1, 0)] == ord(">"))
        )
        found &= size > 0
        for where in telling_places(raw):
            found |= np.searchsorted(where, inner, "left") > np.searchsorted(where, begin, "left")
        try:
            buffer[int(begin[0]) : int(end[-1])].decode("utf-8")
        except UnicodeDecodeError:
            found[:] = True
        return np.asarray(found, bool)

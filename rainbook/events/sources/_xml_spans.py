"""Finds where each tag of a phone's XML begins and ends, in bytes, without trusting the file to be
well formed.

The one thing a reader would get wrong: quotes come first. A `<sms` inside an attribute, a comment
or CDATA is part of what somebody wrote there and never a record; only a tag whose every attribute
is properly closed is one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rainbook.events.sources._xml_window import BLOCK, Window

RECORDS = (b"sms", b"mms", b"call", b"log")
ROOTS = (b"smses", b"calls", b"alllogs", b"allsms")
OPENS, WHOLE, CLOSES, COMMENT, INSTRUCTION, CDATA, TEXT, BLANKS, DOCTYPE, BROKEN, TRUNCATED = range(
    11
)
TRAIL = 64
"""Blanks after a record that count as its own, so that a million records need no million wrappings.
"""
_AHEAD = 4096  # more than any name, its blanks and "=" may take
_LOOK_BACK = 256
_MARK_OF_ORDER = b"\xef\xbb\xbf"
_SHAPES = 4
_MOST_ATTRIBUTES = 256
_BLANK = b" \t\r\n"
_NAME = re.compile(rb"</?([A-Za-z_][\w:.-]{0,127}+)")
_ATTRIBUTE = re.compile(
    rb"[ \t\r\n]{1,1024}+([A-Za-z_][\w:.-]{0,255}+)[ \t\r\n]{0,1024}+=[ \t\r\n]{0,1024}+([\"'])"
)
_END = re.compile(rb"[ \t\r\n]{0,1024}+(/?)>")
_TRAIL = re.compile(rb"[ \t\r\n]{0,%d}+" % TRAIL)
_BLANKS = re.compile(rb"[ \t\r\n]*+")
_ONE = b"|".join(RECORDS)
_RESUME = re.compile(
    rb"<(?:(?:%b)[ \t\r\n]|/(?:%b|%b)[ \t\r\n>]|!--|!\[CDATA\[|![Dd][Oo][Cc]|![Ee][Nn][Tt]|\?)"
    % (_ONE, _ONE, b"|".join(ROOTS))
)
_NEXT_IS_RECORD = re.compile(rb"[^<>\"']{0,256}+(?=<(?:%b)[ \t\r\n])" % _ONE)
_MARKUP = ((b"<!--", b"-->", COMMENT), (b"<![CDATA[", b"]]>", CDATA), (b"<?", b"?>", INSTRUCTION))


@dataclass(slots=True)
class Piece:
    """One piece of the file: what it is, bytes `start` to `end`, and for a tag its name and
    attributes in order.

    `cut` are the names of attributes that were longer than the limit; of those only the first bytes
    are here.
    """

    what: int
    start: int
    end: int
    name: bytes = b""
    names: tuple[bytes, ...] = ()
    values: tuple[bytes, ...] = ()
    cut: tuple[bytes, ...] = ()


class Spans:
    """Gives the pieces of a file in order; together they are every byte of it once."""

    def __init__(self, window: Window, cut_at: int, wanted: Collection[bytes] = ()) -> None:
        """With `wanted`, a whole record may come with those of its attributes alone, which is
        quicker.
        """
        self._window, self._cut_at, self._wanted = window, cut_at, wanted
        self._shapes: list[tuple[re.Pattern[bytes], bytes, tuple[bytes, ...]]] = []
        self._known: set[tuple[bytes, ...]] = set()

    def __iter__(self) -> Iterator[Piece]:
        window, shapes = self._window, self._shapes
        while True:
            piece = None
            for place, (pattern, name, names) in enumerate(shapes):
                found = pattern.match(window.data, window.at)
                if found is None:
                    continue
                end = found.end()
                # not so near the edge that blanks may follow, and no "<" inside a value: the slow
                # way looks closer
                if (
                    end + TRAIL < len(window.data)
                    and window.data.find(b"<", window.at + 1, end) < 0
                ):
                    piece = Piece(
                        WHOLE, window.offset, window.base + end, name, names, found.groups()
                    )
                    window.at = end
                    if place:
                        shapes.insert(0, shapes.pop(place))
                break
            if piece is None:
                window.need(_AHEAD)
                if window.at >= len(window.data):
                    return
                piece = self._piece()
            yield piece

    def _piece(self) -> Piece:
        window = self._window
        start, data, at = window.offset, window.data, window.at
        if start == 0 and data.startswith(_MARK_OF_ORDER):
            window.at += len(_MARK_OF_ORDER)
            return Piece(BLANKS, 0, window.offset)
        if data[at] != 0x3C:
            return self._text(start)
        for mark, close, what in _MARKUP:
            if data.startswith(mark, at):
                window.at += len(mark)
                if window.until(close, 0) is None:
                    return Piece(TRUNCATED, start, window.offset)
                return Piece(what, start, window.offset)
        if data[at : at + 9].upper() == b"<!DOCTYPE" or data[at : at + 8].upper() == b"<!ENTITY":
            window.until(b">", 0)
            return Piece(DOCTYPE, start, window.offset)
        name = _NAME.match(data, at)
        if name is None:
            return self._broken(start, start + 1)
        window.at = name.end()
        return self._tag(start, name.group(1), data[at + 1] == 0x2F)

    def _text(self, start: int) -> Piece:
        """Take text up to the next tag; blanks alone are told apart from words."""
        window, blank = self._window, True
        while True:
            found = window.data.find(b"<", window.at)
            end = len(window.data) if found < 0 else found
            run = _BLANKS.match(window.data, window.at, end)
            blank = blank and run is not None and run.end() == end
            window.at = end
            if found >= 0 or not window.fill():
                return Piece(BLANKS if blank else TEXT, start, window.offset)

    def _tag(self, start: int, name: bytes, closes: bool) -> Piece:
        window = self._window
        names: list[bytes] = []
        values: list[bytes] = []
        cut: list[bytes] = []
        room = 2 * self._cut_at  # for all attributes of one tag together
        while True:
            window.need(_AHEAD)
            end = _END.match(window.data, window.at)
            if end is not None:
                break
            found = None if closes else _ATTRIBUTE.match(window.data, window.at)
            if found is None or len(names) >= _MOST_ATTRIBUTES:
                return self._broken(start, window.offset)
            window.at = found.end()
            keep = min(self._cut_at, room)
            got = window.until(found.group(2), keep)
            if got is None:
                return self._broken(start, window.offset)
            names.append(found.group(1))
            values.append(got[0])
            room -= len(got[0])
            if got[1] > keep:
                cut.append(found.group(1))
        window.at = end.end()
        what = CLOSES if closes else WHOLE if end.group(1) else OPENS
        if name in RECORDS and what != OPENS:
            self._trail()
            if what == WHOLE and self._wanted and not cut:
                self._learn(name, tuple(names), window.offset - start)
        return Piece(what, start, window.offset, name, tuple(names), tuple(values), tuple(cut))

    def _trail(self) -> None:
        self._window.need(TRAIL + 1)
        found = _TRAIL.match(self._window.data, self._window.at)
        self._window.at = found.end() if found else self._window.at

    def _learn(self, name: bytes, names: tuple[bytes, ...], length: int) -> None:
        """Keep the shape of a whole record: the next ones are mostly the same and can be read in
        one stroke.
        """
        key = (name, *names)
        if (
            key in self._known
            or len(self._shapes) >= _SHAPES
            or len(set(names)) < len(names)
            or self._cut_at < BLOCK
        ):
            return
        self._known.add(key)
        inside = b"".join(
            rb'[ \t\r\n]{1,1024}+%b[ \t\r\n]{0,9}+=[ \t\r\n]{0,9}+"%b"'
            % (re.escape(n), rb'([^"]*+)' if n in self._wanted else rb'[^"]*+')
            for n in names
        )
        pattern = re.compile(
            rb"<%b%b[ \t\r\n]{0,1024}+/>[ \t\r\n]{0,%d}+" % (re.escape(name), inside, TRAIL)
        )
        self._shapes.append((pattern, name, tuple(n for n in names if n in self._wanted)))

    def _broken(self, start: int, broke_at: int) -> Piece:
        """Give up on a tag and go on at the next place where a record, or the end of them, can
        begin.
        """
        window = self._window
        close = self._straight_on(broke_at)
        window.back_to(start + 1)
        while True:
            found = _RESUME.search(window.data, window.at)
            if found is not None:
                place = window.base + found.start()
                if place == close or self._begins_anew(found.start()):
                    window.at = found.start()
                    return Piece(BROKEN, start, place)
                window.at = found.start() + 1
                continue
            # keep enough behind the cursor to look back over blanks
            window.at = max(window.at, len(window.data) - _LOOK_BACK)
            if not window.fill():
                window.at = len(window.data)
                return Piece(TRUNCATED, start, window.offset)

    def _straight_on(self, broke_at: int) -> int:
        """Return where a record begins with no quote between it and the damage, or -1."""
        self._window.back_to(broke_at)
        self._window.need(_AHEAD)
        found = _NEXT_IS_RECORD.match(self._window.data, self._window.at)
        return self._window.base + found.end() if found else -1

    def _begins_anew(self, place: int) -> bool:
        """Return whether only blanks stand between here and a line end or the end of a tag."""
        before = self._window.data[max(0, place - _LOOK_BACK) : place]
        words = before.rstrip(_BLANK)
        blanks = before[len(words) :]
        return words.endswith(b">") or b"\n" in blanks or b"\r" in blanks

"""A closer look at one record: its body, its sender, how its time is written.

The one thing a reader would get wrong: the quick pass and the reading of one cited record both come
here, so that a page and the whole file can never say different things.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from rainbook.events.sources._whatsapp_header import headers_in, time_of_day
from rainbook.events.sources._whatsapp_words import (
    LONGEST_LOOKED_AT,
    Meaning,
    hidden,
    meaning_of,
)
from rainbook.record import Account, Warn

NOT_THERE, _SHORT = -2, 48
_FORGED, _BROKEN_TEXT = int(Warn.FORGED_HEADER_SUSPECT), int(Warn.UNREADABLE_TEXT)
_PHONE = re.compile(r"\+?[\d\s\-\u2010-\u2015\u00a0().]{7,}")
_NO_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202c"))
_ENDS = re.compile(rb"[\r\x0b\x0c\x1c-\x1e]|\xc2\x85|\xe2\x80[\xa8\xa9]")
_LETTERS = re.compile(r"[^\W\d_]+")


def look_at(
    body: bytes, *, named: bool, marks_kept: bool, of_chat: bool = False
) -> tuple[str, Meaning, int]:
    """Return the words, their meaning and the doubts (Warn) of one body: bytes without the record's
    line end.
    """
    # most that is looked at is one of a few markers, again and again
    look = _again if len(body) <= _SHORT else _once
    return look(body, named, marks_kept, of_chat)


def _once(body: bytes, named: bool, marks_kept: bool, of_chat: bool) -> tuple[str, Meaning, int]:
    doubt = 0
    try:
        words = body.decode("utf-8")
    except UnicodeDecodeError:
        words, doubt = body.decode("utf-8", "replace"), _BROKEN_TEXT
    found = meaning_of(words, named=named, marks_kept=marks_kept, of_chat=of_chat)
    return words, found, doubt | found.warnings | header_like(body)


_again = lru_cache(maxsize=1024)(_once)


class LongBody:
    """A body too long to hold, looked at piece by piece: the same doubts as `look_at` finds."""

    def __init__(self) -> None:
        self.head = b""
        self._doubt = 0
        self._strict = codecs.getincrementaldecoder("utf-8")()
        self._lenient = codecs.getincrementaldecoder("utf-8")("replace")
        self._before = ""

    def add(self, piece: bytes, last: bool = False) -> None:
        """Look at the next piece; `last`: nothing follows."""
        if len(self.head) < LONGEST_LOOKED_AT:
            self.head += piece[: LONGEST_LOOKED_AT - len(self.head)]
        if not self._doubt & _BROKEN_TEXT:
            try:
                self._strict.decode(piece, last)
            except UnicodeDecodeError:
                self._doubt |= _BROKEN_TEXT
        text = self._before + self._lenient.decode(piece, last)
        # whether a carriage return closes a line shows in the next piece
        self._before = text[-1:] if text.endswith("\r") and not last else ""
        self._doubt |= hidden(text)

    def doubts(self) -> int:
        """Return the doubts (Warn) of the whole body."""
        return self._doubt | int(Warn.LINE_TOO_LONG) | header_like(self.head)


def header_like(body: bytes) -> int:
    """Return Warn.FORGED_HEADER_SUSPECT when a line inside the body looks like a header; also after
    the characters other programs take for a line end.
    """
    lines = _ENDS.sub(b"\n", body[:LONGEST_LOOKED_AT])
    line = lines.find(b"\n")
    if line < 0 or next(headers_in(lines[line + 1 :], any_numbers=True), None) is None:
        return 0
    return _FORGED


def without_end(body: bytes, crlf: bool) -> bytes:
    """Return a body without the one line end that closes its record."""
    return body[: len(body) - line_end(body, crlf)]


def line_end(record: bytes, crlf: bool) -> int:
    """Return how many bytes the line end takes that closes a record: 0 at the end of a file."""
    end = b"\r\n" if crlf else b"\n"
    return len(end) if record.endswith(end) else 0


def account(name: bytes) -> Account:
    """Return the account a sender's name stands for: a number where it reads as one, else a display
    name.
    """
    raw = name.decode("utf-8", "replace")
    shown = raw.translate(_NO_MARKS).strip()
    return Account("whatsapp", "phone" if _PHONE.fullmatch(shown) else "name", raw)


def name_doubts(name: bytes) -> int:
    """Return the doubts (Warn) a sender's name gives: characters that show nothing, broken text.

    WhatsApp itself puts direction marks round a number.
    """
    try:
        shown = name.decode("utf-8")
    except UnicodeDecodeError:
        return _BROKEN_TEXT | hidden(name.decode("utf-8", "replace"))
    if shown.isprintable():
        return 0
    return 0 if account(name).kind == "phone" else hidden(shown)


def time_traits(written: bytes) -> tuple[int, int]:
    """Return µs since midnight (-1 where no clock shows that) and how the time is written.

    The second number holds two: how an hour under ten is padded (0 not shown, 1 padded, 2 not),
    and four times a number for how the half of the day is written ("PM", "p. m.", …).
    """
    found = time_of_day(written)
    if found is None:
        return -1, 0
    text = written.decode("utf-8", "replace")
    half = re.sub(r"[\d:]", "", text)
    shape = _LETTERS.sub(lambda m: "A" if m[0].isupper() else "a" if m[0].islower() else "x", half)
    number = int.from_bytes(shape.encode("utf-8")[:7], "big") if half else 0
    return found[0], padding(re.findall(r"\d+", text)[0]) + 4 * (number % 4093 + 1 if half else 0)


def padding(number: str) -> int:
    """Return 1 for a padded number under ten, 2 for one without, 0 where it does not show."""
    return 0 if int(number) > 9 else 1 if len(number) > 1 else 2

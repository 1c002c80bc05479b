"""Plain text and everything written as text: CSV, JSON, XML, HTML, cards, calendars, mail.

The one thing a reader would get wrong: a text file says more than its letters. The same address
may stand there folded, escaped or packed, so each such form is given as a piece of its own.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._part import copy, size_of
from rainbook.handover.gate.files._strings import strings_in
from rainbook.handover.gate.files._text_forms import forms
from rainbook.handover.gate.files._text_traces import traces
from rainbook.handover.gate.files.interface import CouldNotLook, Piece, Trace

WINDOW = 1 << 23  # a text longer than this is read in windows
LONGEST = 1 << 26  # the longest packed block, on one line, that is still read whole
OVERLAP = 1 << 11  # an address may run over a few lines
MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ODD = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
PACKED_LINE = re.compile(rb"[ \t]?[A-Za-z0-9+/=_-]{40,}\r?")


class _Text:
    name = "text"
    title = "a text"
    unseen = ""

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether the first bytes read as text in UTF-8, UTF-16 or an older Western encoding.

        An empty file is a text too.
        """
        if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
            return False
        encoding = _encoding(head)
        if encoding.startswith("utf-16"):
            return True
        return len(ODD.findall(head)) <= len(head) // 1000

    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield the text in windows that end at a line, each again in every form it may hide."""
        stream.seek(0)
        encoding = _encoding(stream.read(4096))
        at = next((len(m) for m, name in MARKS if name == encoding and _starts(stream, m)), 0)
        broken: CouldNotLook | None = None
        while at < size:
            data = _window(stream, at, size, encoding)
            end = at + len(data)
            text, used = _decode(data, encoding)
            yield Piece("text", text, at, end, False, used)
            if "\0" in text:
                yield from strings_in(data, "text", False, at)
            try:
                yield from _said(text, inside)
            except CouldNotLook as fault:
                broken = fault
            at = end if end >= size else _back(data, at, encoding)
        if broken:
            raise broken

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Copy the file: a text holds nothing beside what is read."""
        copy(stream, 0, size_of(stream), out)
        return ()


def _said(text: str, inside: int) -> Iterator[Piece | Trace]:
    """Yield the traces in a text and its other forms, each thing said only once."""
    told: set[tuple[str, str]] = set()
    for trace in traces(text, "text"):
        told.add((trace.kind, trace.shown))
        yield trace
    for one in forms(text, "text", inside):
        said: list[Piece | Trace] = [one]
        if isinstance(one, Piece):
            said += traces(one.text, one.where, one.metadata)
        for thing in said:
            key = ("", thing.text) if isinstance(thing, Piece) else (thing.kind, thing.shown)
            if key not in told:
                told.add(key)
                yield thing


def _starts(stream: BinaryIO, mark: bytes) -> bool:
    stream.seek(0)
    return stream.read(len(mark)) == mark


def _encoding(head: bytes) -> str:
    for mark, name in MARKS:
        if head.startswith(mark):
            return name
    pairs = len(head) // 2
    if pairs >= 2:
        even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
        if odd > 0.6 * pairs and even < 0.05 * pairs:
            return "utf-16-le"
        if even > 0.6 * pairs and odd < 0.05 * pairs:
            return "utf-16-be"
    return "utf-8"


def _window(stream: BinaryIO, at: int, size: int, encoding: str) -> bytes:
    """Return bytes from `at`, cut behind a line that is not part of a packed block."""
    stream.seek(at)
    data = stream.read(WINDOW)
    while at + len(data) < size:
        cut = _cut(data, encoding)
        if cut:
            return data[:cut]
        if len(data) >= LONGEST:
            raise CouldNotLook(
                "A line or a packed block of this text is too long to be read at once. "
                "Leave the file out, or give it in parts."
            )
        more = stream.read(WINDOW)
        if not more:
            raise CouldNotLook("The text ends before it should. Give it from its first export.")
        data += more
    return data


def _cut(data: bytes, encoding: str) -> int:
    if encoding == "utf-16-le":
        return (data.rfind(b"\n\0") + 2) // 2 * 2 if b"\n\0" in data else 0
    if encoding == "utf-16-be":
        found = data.rfind(b"\0\n")
        return found + 2 if found >= 0 and found % 2 == 0 else 0
    end = data.rfind(b"\n")
    for _ in range(100_000):
        before = data.rfind(b"\n", 0, max(0, end))
        if end <= 0 or not PACKED_LINE.fullmatch(data, before + 1, end):
            break
        end = before
    return end + 1


def _back(data: bytes, at: int, encoding: str) -> int:
    """Return where the next window begins: a few lines before the end of this one."""
    newline = {"utf-16-le": b"\n\0", "utf-16-be": b"\0\n"}.get(encoding, b"\n")
    found = data.find(newline, max(1, len(data) - OVERLAP) // 2 * 2)
    end = at + len(data)
    if found < 0 or found + len(newline) >= len(data):
        return end
    return at + found + len(newline)


def _decode(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        if encoding != "utf-8":
            return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


KIND = _Text()

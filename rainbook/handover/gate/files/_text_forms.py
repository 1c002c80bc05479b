"""The other ways of writing the same text: escapes, entities, mail and card encodings, base64.

The one thing a reader would get wrong: one form may lie within another (a card in a mail), so each
decoded text is decoded again, a few times over; a secret may be written in any of them.
"""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
from collections.abc import Callable, Iterator

from rainbook.handover.gate.files.interface import (
    AT_LAST,
    HEAD,
    CouldNotLook,
    Piece,
    Trace,
    kind_of,
    look_within_bytes,
)

TIMES = 3  # a form in a form in a form
SHORTEST_FILE = 48
MOST = 1 << 25  # characters put together out of one text
PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31}\d{0,2});")
TAG = re.compile(r"<[/!A-Za-z][^<>]{0,5000}>")
BREAKS = re.compile(r"<(?:br|p|div|tr|li|/p|/div|/tr|/li|td|th|h\d)\b[^<>]{0,5000}>", re.I)
JSON = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[nrt/\"\\,;])")
SIMPLE = {"n": "\n", "r": "\r", "t": "\t"}
QUOTED = re.compile(r"=[0-9A-F]{2}|=\r?\n", re.I)
WORD = re.compile(r"=\?([\w-]{2,30})(?:\*[\w-]*)?\?([QqBb])\?([^?\s]{1,4000})\?=(?:\s+(?==\?))?")
FOLD = re.compile(r"\r?\n[ \t]")
FOLDED = re.compile(r"BEGIN:V|^[A-Za-z-]+:", re.I | re.M)
RUN = re.compile(
    r"[A-Za-z0-9+/_-]{12,}(?:(?:\r?\n|\\n|\\r\\n)[ \t]?[A-Za-z0-9+/_-]{2,})*={0,2}"
)
BREAK = re.compile(r"\\r|\\n|\s")


def _percent(text: str) -> str:
    return PERCENT.sub(
        lambda m: bytes.fromhex(m.group().replace("%", "")).decode("utf-8", "replace"),
        _lines(text, PERCENT).replace("+", " "),
    )


def _entities(text: str) -> str:
    return html.unescape(_lines(text, ENTITY))


def _tags(text: str) -> str:
    if not TAG.search(text):
        return ""
    return TAG.sub("", BREAKS.sub("\n", text))


def _escapes(text: str) -> str:
    def plain(match: re.Match[str]) -> str:
        code = match.group()[1:]
        if code[0] in "ux":
            return chr(int(code[1:], 16))
        return SIMPLE.get(code, code)

    found = JSON.sub(plain, _lines(text, JSON))
    return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _quoted(text: str) -> str:
    if not QUOTED.search(text):
        return ""
    return _decoded(quopri.decodestring(text.encode("utf-8", "replace")))


def _words(text: str) -> str:
    def plain(match: re.Match[str]) -> str:
        charset, way, words = match.groups()
        try:
            if way in "Qq":
                data = quopri.decodestring(words.replace("_", "=20").encode("ascii", "replace"))
            else:
                data = base64.b64decode(words + "=" * (-len(words) % 4))
            return data.decode(charset, "replace")
        except (binascii.Error, LookupError, ValueError):
            return match.group()

    return WORD.sub(plain, FOLD.sub(" ", text)) if WORD.search(text) else ""


def _unfolded(text: str) -> str:
    if not FOLD.search(text) or not FOLDED.search(text):
        return ""
    return FOLD.sub("", text)


def _fields(text: str) -> str:
    """Return the address lines of a card with a space where it writes a semicolon."""
    lines = [line for line in text.splitlines() if re.match(r"(?i)(item\d+\.)?ADR|N[;:]", line)]
    return "\n".join(line.replace(";", " ") for line in lines)


FORMS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("folded lines", _unfolded),
    ("mail header words", _words),
    ("quoted-printable", _quoted),
    ("%-escapes", _percent),
    ("entities", _entities),
    ("escapes", _escapes),
    ("tags", _tags),
    ("address fields", _fields),
)


def forms(text: str, where: str, inside: int) -> Iterator[Piece | Trace]:
    """Yield the text as each other form says it, and what is packed in it as base64.

    Raises CouldNotLook at the end when a packed file could not be read, or when the text, decoded,
    grows past all bounds.
    """
    seen, waiting, made = {text}, [(text, where, 0)], 0
    broken: CouldNotLook | None = None
    while waiting:
        now, place, times = waiting.pop(0)
        try:
            yield from _packed(now, where, inside)
        except CouldNotLook as fault:
            broken = fault
        if times >= TIMES:
            continue
        for name, decode in FORMS:
            found = decode(now)
            if not found.strip() or found in seen or (times and found in now):
                continue
            seen.add(found)
            made += len(found)
            if made > max(MOST, 12 * len(text)):
                raise CouldNotLook(f"{where}: too much is packed in this text. Leave it out.")
            yield Piece(f"{where} (decoded from {name})", found, None, None, False)
            waiting.append((found, place, times + 1))
    if broken:
        raise broken


def _lines(text: str, pattern: re.Pattern[str]) -> str:
    if not pattern.search(text):
        return ""
    lines = text.splitlines()
    chosen = [line for line in lines if pattern.search(line)]
    return "\n".join(chosen)


def _packed(text: str, where: str, inside: int) -> Iterator[Piece | Trace]:
    place = f"{where} (decoded from base64)"
    broken: CouldNotLook | None = None
    for run in RUN.finditer(text):
        data = _unpacked(run.group())
        if len(data) < 6:
            continue
        # no file of a known kind is as short as most of these are
        if len(data) >= SHORTEST_FILE and kind_of(data[:HEAD], "").name not in AT_LAST:
            try:
                yield from look_within_bytes(data, "", place, inside)
            except CouldNotLook as fault:
                broken = fault
            continue
        words = _readable(data)
        if words:
            yield Piece(place, words, None, None, False)
            yield from look_within_bytes(data, "", place, inside) if len(data) > 40 else ()
    if broken:
        raise broken


def _unpacked(run: str) -> bytes:
    run = BREAK.sub("", run).replace("-", "+").replace("_", "/").rstrip("=")
    run = run[: len(run) - 1] if len(run) % 4 == 1 else run
    try:
        return base64.b64decode(run + "=" * (-len(run) % 4))
    except (binascii.Error, ValueError):
        return b""


def _readable(data: bytes) -> str:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be") if b"\0" in data else ("utf-8",):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        plain = sum(c.isalnum() or c in " \t\r\n.,:;-'\"()<>/@+=!?&_#" for c in text)
        if text and plain >= 0.9 * len(text) and (encoding == "utf-8" or text.isascii()):
            return text
    return ""


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")

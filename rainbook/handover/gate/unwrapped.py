"""Looks through the other ways of writing a text, and says where in the text itself it stands.

The one thing a reader would get wrong: a way of writing may lie in another (an escape in a packed
line), so each is looked through again, three times over. What lies deeper is found by the last
look, which then stops everything.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from rainbook.handover.gate.files.interface import (
    AT_LAST,
    HEAD,
    CouldNotLook,
    Piece,
    kind_of,
    look_within_bytes,
)
from rainbook.handover.gate.finder import Finder, Hit, merged
from rainbook.handover.gate.folding import Folded

DEPTH = 3
LOCKED = "a part that could not be looked into"
_UTF8 = (
    "{0}[0-7][0-9A-F]|{0}[CD][0-9A-F]{0}[89AB][0-9A-F]|{0}E[0-9A-F](?:{0}[89AB][0-9A-F]){{2}}|"
    "{0}F[0-7](?:{0}[89AB][0-9A-F]){{3}}|{0}[89A-F][0-9A-F]"
)
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t"}
_BREAK = re.compile(r"</?(?:br|p|div|tr|li|td|th|h\d)\b", re.IGNORECASE)
RUN = re.compile(
    r"[A-Za-z0-9+/_-]{12,}(?:(?:\r?\n|\\r\\n|\\n)[ \t]?[A-Za-z0-9+/_-]{2,})*={0,2}"
)
_NO_DATA = re.compile(r"\\r|\\n|\s")


@dataclass(frozen=True, slots=True)
class Way:
    """One way of writing: what one written sign looks like, and what it says."""

    token: re.Pattern[str]
    says: Callable[[str], str]
    only: re.Pattern[str] | None = None

    def unwrapped(self, text: str) -> Folded | None:
        """Return the text as it is meant, with the way back; None where nothing is written so."""
        if self.only is not None and not self.only.search(text):
            return None
        out: list[str] = []
        at: list[int] = []
        back: list[int] = []
        size = place = 0
        for token in self.token.finditer(text):
            for part, where in (
                (text[place : token.start()], place),
                (self.says(token.group()), token.start()),
            ):
                if part or where == token.start():
                    at.append(size)
                    back.append(where)
                    out.append(part)
                    size += len(part)
            place = token.end()
        if not out:
            return None
        at.append(size)
        back.append(place)
        out.append(text[place:])
        return Folded("".join(out), tuple(at), tuple(back), len(text))


def _hex(sign: str) -> Callable[[str], str]:
    def says(token: str) -> str:
        data = bytes.fromhex(token.replace(sign, ""))
        return data.decode("utf-8") if len(data) > 1 or data < b"\x80" else data.decode("latin-1")

    return says


def _escape(token: str) -> str:
    code = token[1:]
    return chr(int(code[1:], 16)) if code[0] in "ux" else _SIMPLE.get(code, code)


def _mail_word(token: str) -> str:
    _, charset, way, words, _ = token.split("?")
    try:
        if way in "Qq":
            data = re.sub(
                rb"=([0-9A-Fa-f]{2})",
                lambda m: bytes([int(m.group(1), 16)]),
                words.replace("_", " ").encode("ascii", "replace"),
            )
        else:
            data = base64.b64decode(words + "=" * (-len(words) % 4))
        return data.decode(charset.split("*")[0], "replace")
    except (binascii.Error, LookupError, ValueError):
        return token


WAYS = (
    Way(re.compile(r"\r?\n[ \t]"), lambda _: "", re.compile(r"BEGIN:V|^[A-Za-z-]+:", re.I | re.M)),
    Way(re.compile(r"=\?[\w*-]{2,60}\?[QqBb]\?[^?\s]{1,4000}\?="), _mail_word),
    Way(re.compile(r"=\r?\n|" + _UTF8.format("="), re.I), lambda t: _quoted(t)),
    Way(re.compile(r"\+|" + _UTF8.format("%"), re.I), lambda t: _percent(t), re.compile("%[2-7]")),
    Way(re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31}\d{0,2});"), html.unescape),
    Way(re.compile(r"\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[nrt/\"\\,;])"), _escape),
    Way(
        re.compile(r"<[/!A-Za-z][^<>]{0,5000}>"),
        lambda token: "\n" if _BREAK.match(token) else "",
    ),
)


def _quoted(token: str) -> str:
    return "" if token[1] in "\r\n" else _hex("=")(token)


def _percent(token: str) -> str:
    return " " if token == "+" else _hex("%")(token)


def everywhere(finder: Finder, text: str, depth: int = DEPTH) -> list[Hit]:
    """Return every place of a text at which something sought is written in any of these ways."""
    found = finder.find(text)
    for way in WAYS if depth else ():
        made = way.unwrapped(text)
        if made is not None and made.text != text:
            found += [
                replace(hit, start=low, end=high)
                for hit in everywhere(finder, made.text, depth - 1)
                for low, high in (made.span(hit.start, hit.end),)
            ]
    found += _packed(finder, text, depth)
    return merged(found)


def _packed(finder: Finder, text: str, depth: int) -> Iterator[Hit]:
    for run in RUN.finditer(text):
        data = unpacked(run.group())
        kind = kind_in(finder, data, depth) if len(data) > 5 else ""
        if kind:
            yield Hit(run.start(), run.end(), kind, True)


def kind_in(finder: Finder, data: bytes, depth: int = 1) -> str:
    """Return the kind of the first thing sought in packed bytes, "" where there is none."""
    if kind_of(data[:HEAD], "").name in AT_LAST:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            try:
                words = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            hits = everywhere(finder, words, depth - 1) if depth else finder.find(words)
            if hits:
                return hits[0].kind
        return ""
    try:
        for one in look_within_bytes(data, "", "packed", 0):
            hits = finder.find(one.text if isinstance(one, Piece) else one.shown)
            if hits:
                return hits[0].kind
    except CouldNotLook:
        return LOCKED
    return ""


def unpacked(run: str) -> bytes:
    """Return the bytes a run of base64 stands for, b"" where it is none."""
    run = _NO_DATA.sub("", run).replace("-", "+").replace("_", "/").rstrip("=")
    run = run[: len(run) - 1] if len(run) % 4 == 1 else run
    try:
        return base64.b64decode(run + "=" * (-len(run) % 4))
    except (binascii.Error, ValueError):
        return b""

"""Reads vCards (2.1, 3.0, 4.0): the owner's own address book, to be used later as names for
numbers.

The one thing a reader would get wrong: a card says what the owner of the phone called somebody, not
who that is. A name joins no account to a person; only a decision does.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rainbook.events.sources._hidden import hidden
from rainbook.events.sources.interface import Asked, Draft, Material, Rows
from rainbook.record import EventTable, Kind, Warn, Way

LARGEST = 64 << 20
_ROWS = 4096
_LINE = re.compile(rb"[^\r\n]*+(?:\r\n|\n|\r|\Z)")
_BEGIN, _END = b"BEGIN:VCARD", b"END:VCARD"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_MARK = b"\xef\xbb\xbf"
_PROPERTY = re.compile(r'(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)', re.S)
_ESCAPED = re.compile(r"\\(.)", re.S)
_APART = re.compile(r"(?<!\\);")
# a charset is named by the file: only those that turn bytes into letters and do nothing else
_CHARSETS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "ascii",
    "ascii": "ascii",
    "iso-8859-1": "latin-1",
    "iso-8859-15": "iso-8859-15",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
}
_WANTED = ("FN", "N", "ORG", "TEL", "EMAIL")


@dataclass(slots=True)
class _Card:
    """A card whose end has not come yet, and how many cards stand open inside it."""

    start: int
    inside: int = 0
    agent: bool = False
    soft: bool = False


class Vcard:
    """An address book, or one card of it."""

    name: str = "vcard"
    title: str = "Contacts (vCard, .vcf)"

    def claims(self, head: bytes, name: str) -> bool:
        """Return True when the first words of the file begin a card, in UTF-8 or (to be refused
        plainly) UTF-16.
        """
        if head[:2] in _WIDE:
            head = head.replace(b"\x00", b"")[2:]
        return head.removeprefix(_MARK).lstrip(b" \t\r\n")[: len(_BEGIN)].upper() == _BEGIN

    def read(self, material: Material, asked: Asked) -> Iterator[EventTable]:
        """Yield one row for each whole card; what stands between cards is said, and all bytes
        accounted for.
        """
        out = Rows(material, {"source": self.name})
        raw = b"" if material.size > LARGEST else b"".join(material.blocks())
        if material.size > LARGEST:
            out.problem(
                "too_large",
                f"This file has {material.size} bytes; up to {LARGEST} can be read. Export fewer "
                "contacts at a time, without pictures.",
                0,
                material.size,
                "everything in this file",
            )
        elif raw[:2] in _WIDE:
            out.problem(
                "utf16_not_read",
                "These contacts are written in UTF-16, which is not read. Save a copy as UTF-8 "
                "with a text editor and add that.",
                0,
                material.size,
                "everything in this file",
            )
        else:
            for start, end, what in _stretches(raw):
                _account_for(out, raw, start, end, what)
                if len(out) >= _ROWS:
                    yield out.table()
        yield out.table()

    def reread(self, span: bytes, reading: Mapping[str, str]) -> Draft:
        """Return the card that stands in the cited bytes."""
        more: dict[str, Any] = {"name": None, "org": None, "numbers": [], "emails": []}
        warn, parts = 0, ""
        for name, value, lost in _properties(span):
            warn |= int(Warn.UNREADABLE_TEXT) if lost else 0
            if name == "TEL" and value.strip():
                more["numbers"].append(re.sub(r"^tel:", "", value.strip(), flags=re.I))
            elif name == "EMAIL" and value.strip():
                more["emails"].append(value.strip())
            elif name == "FN":
                more["name"] = more["name"] or _plain(value).strip() or None
            elif name == "ORG":
                more["org"] = (
                    more["org"]
                    or ", ".join(p for p in map(_plain, _APART.split(value)) if p.strip())
                    or None
                )
            elif name == "N":
                parts = parts or value
        if more["name"] is None and parts:
            family, given, middle, before, after = (
                [_plain(p).strip() for p in _APART.split(parts)] + [""] * 5
            )[:5]
            more["name"] = " ".join(p for p in (before, given, middle, family, after) if p) or None
        shown = [more["name"] or "", more["org"] or "", *more["numbers"], *more["emails"]]
        warn |= max(hidden(s) for s in shown)
        return Draft(kind=Kind.CONTACT_CARD, way=Way.SYSTEM, warnings=Warn(warn), more=more)


def _account_for(out: Rows, raw: bytes, start: int, end: int, what: str) -> None:
    if what == "card":
        out.add(SOURCE.reread(raw[start:end], out.reading), start, end)
    elif what == "no end":
        out.problem(
            "card_without_end",
            f"The contact that starts at byte {start} has no end and was not read. Look at it in "
            "the original, or export the contacts again.",
            start,
            end,
            "one contact, or more",
        )
    elif raw[start:end].removeprefix(_MARK if start == 0 else b"").strip(b" \t\r\n"):
        out.problem(
            "text_between_records",
            f"Bytes {start} to {end} stand outside every contact and were not read. Look at them "
            "in the original.",
            start,
            end,
            "what these bytes mean",
        )
    else:
        out.wrapping(start, end, "blank space")


def _stretches(raw: bytes) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what) over the whole file; what is "card", "no end" or "outside"."""
    card: _Card | None = None
    outside = at = 0
    while at < len(raw):
        found = _LINE.match(raw, at)
        assert found is not None  # it matches an empty line as well
        word = raw[at : min(found.end(), at + 256)].removeprefix(_MARK if at == 0 else b"")
        # inside a card, a line that begins with a blank belongs to the line before it
        word = (word.strip() if card is None else word.rstrip()).upper()
        begins, ends = word == _BEGIN and not (card and card.soft), word == _END
        if begins and card is not None and card.agent:
            card.inside += 1  # version 2.1 may put another person's card inside one
        elif begins:
            if card is not None:
                yield card.start, at, "no end"
            elif at > outside:
                yield outside, at, "outside"
            card = _Card(at)
        elif ends and card is not None and card.inside:
            card.inside -= 1
        elif ends and card is not None:
            yield card.start, found.end(), "card"
            card, outside = None, found.end()
        if card is not None:
            card.agent = word.startswith(b"AGENT") and word.endswith(b":")
            soft = raw[at : found.end()].rstrip(b"\r\n").endswith(b"=")
            card.soft = soft and (card.soft or b"QUOTED-PRINTABLE" in word)
        at = found.end()
    if card is not None:
        yield card.start, at, "no end"
    elif at > outside:
        yield outside, at, "outside"


def _properties(span: bytes) -> Iterator[tuple[str, str, bool]]:
    """Yield name, decoded value and whether letters were lost, for the wanted properties of the
    outermost card.
    """
    depth, line = 0, b""
    lines = [found[0].rstrip(b"\r\n") for found in _LINE.finditer(span.removeprefix(_MARK))]
    for place, piece in enumerate([*lines, b""]):
        soft = line.endswith(b"=") and b"QUOTED-PRINTABLE" in line.split(b":", 1)[0].upper()
        if soft and piece.strip().upper() != _END and place < len(lines):
            line = line[:-1] + piece
            continue
        if piece[:1] in (b" ", b"\t") and line:
            line += piece[1:]
            continue
        word = line.strip().upper()
        depth += (word == _BEGIN) - (word == _END)
        if depth == 1 and word not in (_BEGIN, _END):
            read = _property(line)
            if read is not None:
                yield read
        line = piece


def _property(line: bytes) -> tuple[str, str, bool] | None:
    # latin-1 keeps every byte as one letter until the charset is known
    found = _PROPERTY.fullmatch(line.decode("latin-1"))
    if found is None or found[1].upper() not in _WANTED:
        return None
    given = found[2].upper()
    value = found[3].encode("latin-1")
    if "QUOTED-PRINTABLE" in given:
        value = binascii.a2b_qp(value)
    charset = re.search(r"CHARSET=\"?([A-Z0-9_-]{1,32})", given)
    named = _CHARSETS.get(charset[1].lower()) if charset else "utf-8"
    try:
        return found[1].upper(), value.decode(named or "utf-8"), named is None
    except UnicodeDecodeError:
        return found[1].upper(), value.decode(named or "utf-8", "replace"), True


def _plain(value: str) -> str:
    """Return a value with its escapes taken out."""
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)


SOURCE = Vcard()

"""The exact bytes of a record in its sealed original, with what stands before and after them.

The one thing a reader would get wrong: nothing here is mended. Bytes that are no text stay bytes,
and are given as such beside the text around them; the cited bytes are whole even where only their
beginning and end are shown.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from rainbook.case.book import Book
from rainbook.custody import OriginalDamaged, SealDamaged
from rainbook.events.containers import Member, Plain, open_original
from rainbook.record import CaseFile, Event, RainbookError

CONTEXT = 300
LONGEST = 6_000
MOST_BYTES = 40 << 20
_PIECE = 1_000
_DATA = re.compile(rb"""\bdata\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_BLANK = re.compile(rb"\s|&#1[03];")
_PLAIN = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}
_DAMAGED = (SealDamaged, zipfile.BadZipFile, zlib.error)


class NotThere(RainbookError):
    """What was asked for is not in the file it should be in."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a record: `text` as it reads, or, where `raw` is not empty, bytes that are none."""

    text: str
    raw: bytes = b""

    @property
    def hex(self) -> str:
        """The bytes as pairs of hex digits."""
        return self.raw.hex(" ").upper()


@dataclass(frozen=True, slots=True)
class Around:
    """A record in its place. Bytes `start` to `end` (not included) of a file of `size` bytes, or of
    its member `path`; `before` begins at byte `begins`, `after` ends at byte `ends`. `left_out`:
    how many bytes in the middle of the record are not in `cited`; they lie after `cited_head`
    pieces.
    """

    name: str
    path: str | None
    start: int
    end: int
    begins: int
    ends: int
    size: int
    before: tuple[Piece, ...]
    cited: tuple[Piece, ...]
    after: tuple[Piece, ...]
    left_out: int = 0
    cited_head: int = 0
    encoding: str = "utf-8"
    raw: bytes = b""


@dataclass(frozen=True, slots=True)
class HexLine:
    """Up to 16 bytes: the number of the first, the bytes as hex, and as letters with dots."""

    at: int
    hex: str
    text: str


def around(book: Book, case: CaseFile, row: int, context: int = CONTEXT) -> Around:
    """Return the bytes of a row of the case's table with up to `context` bytes on each side.

    Raises NotThere, OriginalDamaged and OriginalMissing.
    """
    table = case.table
    sha256 = table.originals[int(table.original[row])]
    path, start, end = table.member_of(row), int(table.start[row]), int(table.end[row])
    encoding = _encoding(table.readings.get(sha256 if path is None else f"{sha256}/{path}", {}))
    name = next((o.name for o in case.originals if o.sha256 == sha256), "")
    with book.open(sha256) as sealed:
        material = _material(sha256, name, path, sealed)
        begins, before = _before(material, start, context, name, encoding)
        head, tail_from, tail = _ends(material, start, end, name, encoding)
        after = _read(material, end, context, name)
        size = material.size
    if end + len(after) < size:
        after = after[: len(after) - _open_letter(after, encoding)]
    shown = pieces(head, encoding)
    left_out = tail_from - start - len(head)
    rest = pieces(tail, encoding) if tail else ()
    return Around(
        name,
        path,
        start,
        end,
        begins,
        end + len(after),
        size,
        pieces(before, encoding),
        shown + rest,
        pieces(after, encoding),
        left_out,
        len(shown),
        encoding,
        head,
    )


def pieces(raw: bytes, encoding: str) -> tuple[Piece, ...]:
    """Return bytes as runs of text and runs of bytes that are no text in this encoding."""
    found: list[Piece] = []
    at = 0
    decode = codecs.getdecoder(encoding)
    while at < len(raw):
        try:
            text, _ = decode(raw[at:], "strict")
            bad = b""
            used = len(raw) - at
        except UnicodeDecodeError as wrong:
            text, _ = decode(raw[at : at + wrong.start], "strict")
            bad = raw[at + wrong.start : at + wrong.end]
            used = wrong.end
        found += [Piece(text[n : n + _PIECE]) for n in range(0, len(text), _PIECE)]
        if bad and found and found[-1].raw:
            found[-1] = Piece("", found[-1].raw + bad)
        elif bad:
            found.append(Piece("", bad))
        at += used
    return tuple(found)


def hex_lines(raw: bytes, start: int) -> Iterator[HexLine]:
    """Yield bytes sixteen a line. `start`: the number of the first byte in its file."""
    for at in range(0, len(raw), 16):
        line = raw[at : at + 16]
        text = "".join(chr(b) if 32 <= b < 127 else "." for b in line)
        yield HexLine(start + at, line.hex(" ").upper(), text)


def attached(book: Book, event: Event, place: int) -> bytes:
    """Return the file an event was sent with, number `place` of its attachments, as it lies in the
    sealed original. Raises NotThere, OriginalDamaged.
    """
    if not 0 <= place < len(event.attachments):
        raise NotThere("This entry has no such file.")
    one, cited = event.attachments[place], event.citation
    if one.path is None:
        return _inside(book, event, place)
    with book.open(cited.original) as sealed:
        material = _material(cited.original, one.name, one.path, sealed)
        if material.size > MOST_BYTES:
            raise NotThere("This file is too large to be shown here.")
        return _read(material, 0, material.size, one.name)


def _before(
    material: Plain | Member, start: int, context: int, name: str, encoding: str
) -> tuple[int, bytes]:
    """Return where the bytes before a record begin, and those bytes; no letter is cut in two."""
    begins = max(0, start - context)
    if encoding.startswith("utf-16"):
        begins += (start - begins) % 2
    before = _read(material, begins, start - begins, name)
    cut = _cut_letter(before, encoding) if begins else 0
    return begins + cut, before[cut:]


def _ends(
    material: Plain | Member, start: int, end: int, name: str, encoding: str
) -> tuple[bytes, int, bytes]:
    """Return the beginning of a record, where its shown end begins, and that end; a short record is
    all beginning.
    """
    head = _read(material, start, min(end - start, LONGEST), name)
    if len(head) >= end - start:
        return head, end, b""
    head = head[: len(head) - _open_letter(head, encoding)]
    tail_from = max(start + len(head), end - _PIECE)
    if encoding.startswith("utf-16"):
        tail_from -= (tail_from - start) % 2
    tail = _read(material, tail_from, end - tail_from, name)
    cut = _cut_letter(tail, encoding) if tail_from > start + len(head) else 0
    return head, tail_from + cut, tail[cut:]


def _encoding(reading: Mapping[str, str]) -> str:
    said = reading.get("encoding", "") or "utf-8"
    try:
        return _PLAIN.get(said, codecs.lookup(said).name)
    except LookupError:
        return "utf-8"


def _cut_letter(raw: bytes, encoding: str) -> int:
    """Return how many bytes at the beginning belong to a letter that was cut in two."""
    if encoding == "utf-8":
        return next((n for n, b in enumerate(raw[:4]) if b & 0xC0 != 0x80), 0)
    if encoding.startswith("utf-16") and len(raw) > 1:
        return 2 * (raw[encoding.endswith("le")] & 0xFC == 0xDC)
    return 0


def _open_letter(raw: bytes, encoding: str) -> int:
    """Return how many bytes at the end belong to a letter that was cut in two."""
    if encoding == "utf-8":
        for back in range(1, min(4, len(raw)) + 1):
            lead = raw[-back]
            if lead & 0xC0 != 0x80:
                needs = 4 if lead >= 0xF0 else 3 if lead >= 0xE0 else 2 if lead >= 0xC0 else 1
                return back if needs > back else 0
    if encoding.startswith("utf-16"):
        odd = len(raw) % 2
        unit = raw[len(raw) - odd - 2 : len(raw) - odd]
        high = len(unit) == 2 and unit[encoding.endswith("le")] & 0xFC == 0xD8
        return odd + 2 * high
    return 0


def _material(sha256: str, name: str, path: str | None, sealed: BinaryIO) -> Plain | Member:
    """Return the file, or its member, in an opened original. Raises NotThere, OriginalDamaged."""
    try:
        opened = open_original(sealed, sha256, name)
    except _DAMAGED as broken:
        raise _damaged(name, broken) from broken
    found = next((m for m in opened.materials if m.path == path), None)
    if found is None:
        raise NotThere(f"The file {name!r} does not hold that part of it any more.")
    return found


def _read(material: Plain | Member, start: int, length: int, name: str) -> bytes:
    try:
        return material.read_at(start, length) if length > 0 else b""
    except _DAMAGED as broken:
        raise _damaged(name, broken) from broken


def _damaged(name: str, broken: Exception) -> OriginalDamaged:
    return OriginalDamaged(
        f"The sealed file of {name!r} is damaged: {broken}. Add the same file again, or put the "
        "folder back from a copy."
    )


def _inside(book: Book, event: Event, place: int) -> bytes:
    """Return a file that stands in the record itself as base64 (a picture message)."""
    cited, wanted = event.citation, event.attachments[place]
    if wanted.sha256 is None or cited.end - cited.start > 2 * MOST_BYTES:
        raise NotThere("The file is not in what was added.")
    with book.open(cited.original) as sealed:
        material = _material(cited.original, "", cited.path, sealed)
        record = _read(material, cited.start, cited.end - cited.start, "")
    for found in _DATA.finditer(record):
        try:
            raw = base64.b64decode(_BLANK.sub(b"", found[1] or found[2] or b""))
        except (binascii.Error, ValueError):
            continue
        if hashlib.sha256(raw).hexdigest() == wanted.sha256:
            return raw
    raise NotThere("The file is not in what was added.")

"""Reads the XML that SMS Backup & Restore and its kin make of an Android phone: texts, picture
messages, calls.

The one thing a reader would get wrong: the file is never handed to an XML reader, because one bad
character would lose all of it. Each record is found by its own bytes (a record's blanks behind it
belong to it), and a damaged one is a Problem that costs nothing but itself. A file with a DOCTYPE
is refused whole: no phone writes one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rainbook.events.sources._phone_fields import WANTED
from rainbook.events.sources._phone_file import Open, PhoneFile, draft_of
from rainbook.events.sources._phone_picture import Parts
from rainbook.events.sources._xml_spans import CLOSES, DOCTYPE, OPENS, RECORDS, ROOTS, WHOLE, Spans
from rainbook.events.sources._xml_window import Window
from rainbook.events.sources.interface import Asked, Draft, Material, Rows
from rainbook.record import EventTable, RainbookError

CUT_AT = 64 << 20
_ROWS = 4096
_ONLY = re.compile(rb"<\?.*?\?>|<!--.*?-->", re.S)
_FIRST = re.compile(rb"<([A-Za-z_][\w:.-]*)")
_ROOT = re.compile(rb"<(?:smses|calls|alllogs|allsms)[ \t\r\n/>]")
_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?encoding[ \t\r\n]*=[ \t\r\n]*[\"']([A-Za-z0-9._-]{1,40})[\"']"
)
_ENCODINGS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "iso-8859-1": "latin-1",
    "latin1": "latin-1",
    "windows-1252": "cp1252",
}
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


class NotARecord(RainbookError):
    """The bytes given to be read again are not one whole record; the sentence says what to do."""


class SmsBackup:
    """`cut_at` is the most bytes of one attribute that are read; a longer one is cut, with a
    warning.
    """

    name: str = "sms_backup"
    title: str = "SMS Backup & Restore (Android texts, picture messages and calls, .xml)"

    def __init__(self, cut_at: int = CUT_AT) -> None:
        self.cut_at = cut_at

    def claims(self, head: bytes, name: str) -> bool:
        """Return True when the first tag is the root of such a list, in UTF-8 or (to be refused
        plainly) UTF-16.
        """
        if head[:2] in _WIDE:
            return _ROOT.search(head[2:].decode(_WIDE[head[:2]], "replace").encode()) is not None
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
        if not start.startswith(b"<"):
            return False
        bare = _ONLY.sub(b"", start)
        if bare.lstrip(b" \t\r\n")[:9].upper() == b"<!DOCTYPE":
            return _ROOT.search(bare) is not None
        first = _FIRST.search(bare)
        return first is not None and first.group(1) in ROOTS

    def read(self, material: Material, asked: Asked) -> Iterator[EventTable]:
        """Yield the records of the file in tables of some thousand rows; nothing but one record is
        held at once.
        """
        head = material.read_at(0, 512)
        declared = _DECLARED.search(head)
        written = declared.group(1).decode("ascii").lower() if declared else "utf-8"
        encoding = _ENCODINGS.get(written, "utf-8")
        rows = Rows(material, {"source": self.name, "zone": "UTC", "encoding": encoding})
        refused = _refusal(material, head, self.cut_at)
        if refused:
            rows.problem(*refused, 0, material.size, "everything in this file")
            yield rows.table()
            return
        if written not in _ENCODINGS:
            rows.problem(
                "encoding_unknown",
                f"The file says that it is written in {written!r}. It was read as UTF-8; "
                "texts with a warning may show wrong letters. Ask for the file in UTF-8.",
            )
        file = PhoneFile(rows, encoding, self.cut_at)
        for piece in Spans(Window(material.blocks(), material.read_at), self.cut_at, WANTED):
            if piece.what == WHOLE and file.open is None and piece.name in RECORDS:
                rows.add(draft_of(piece, None, encoding, False), piece.start, piece.end)
                file.found += 1
            else:
                file.take(piece)
            file.notes += 1
            if file.notes >= _ROWS:
                file.notes = 0
                yield rows.table()
        file.finish(material.size)
        yield rows.table()

    def reread(self, span: bytes, reading: Mapping[str, str]) -> Draft:
        """Return the record that stands in the cited bytes; raises NotARecord when they are not
        exactly one.
        """
        encoding, record = reading.get("encoding", "utf-8"), None
        for piece in Spans(
            Window(iter((span,)), lambda at, length: span[at : at + length]), self.cut_at
        ):
            if record is None and piece.name in RECORDS and piece.what in (WHOLE, OPENS):
                if piece.what == WHOLE and piece.end == len(span):
                    return draft_of(piece, None, encoding, True)
                record = Open(piece, Parts(2 * self.cut_at), encoding)
            elif record is None or piece.name in RECORDS:
                if (
                    record is not None
                    and piece.what == CLOSES
                    and piece.end == len(span)
                    and not record.broken
                ):
                    return record.draft(True)
                break
            else:
                record.take(piece)
        raise NotARecord(
            "These bytes are not one whole record of such a file. Check the original with `verify`."
        )


def _refusal(material: Material, head: bytes, cut_at: int) -> tuple[str, str] | None:
    """Return why the whole file is refused (code and sentence), or None."""
    if head[:2] in _WIDE:
        return (
            "utf16_not_read",
            "This file is written in UTF-16, which no phone writes for this kind of backup. Save a "
            "copy as UTF-8 with a text editor, add that, and keep this file beside it.",
        )
    before, suspect = b"", False
    for block in material.blocks():
        here = before + block
        if b"<!" in here and re.search(rb"<!(?:DOCTYPE|ENTITY)", here, re.I):
            suspect = True
            break
        before = here[-9:]
    # inside a message these are only words; a slower look tells
    if suspect and any(
        p.what == DOCTYPE for p in Spans(Window(material.blocks(), material.read_at), cut_at)
    ):
        return (
            "doctype_refused",
            "This file defines names of its own (DOCTYPE or ENTITY). No phone backup does "
            "that, and it can be used to hide or change text, so nothing in it was read. Ask "
            "where the file came from.",
        )
    return None


SOURCE = SmsBackup()

"""Sorts the pieces of one phone's file into records, problems and wrapping.

The one thing a reader would get wrong: a record that was opened and never closed ends where the
next one begins, and is a Problem of its own; it never takes the next record with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from rainbook.events.sources._phone_fields import Fields, call_draft, text_draft
from rainbook.events.sources._phone_picture import Parts, picture_draft
from rainbook.events.sources._xml_spans import (
    BLANKS,
    BROKEN,
    CDATA,
    CLOSES,
    COMMENT,
    DOCTYPE,
    INSTRUCTION,
    OPENS,
    RECORDS,
    ROOTS,
    TEXT,
    TRUNCATED,
    WHOLE,
    Piece,
)
from rainbook.events.sources._xml_text import read_text
from rainbook.events.sources.interface import Draft, Rows
from rainbook.record import Warn

_WHAT = {COMMENT: "comment", INSTRUCTION: "instruction", BLANKS: "blank space"}


@dataclass(slots=True)
class Open:
    """A record whose closing tag has not come yet."""

    piece: Piece
    parts: Parts
    encoding: str
    broken: bool = False

    def take(self, piece: Piece) -> None:
        """Take what stands inside the record."""
        if piece.what in (BROKEN, TEXT, CDATA):
            # only the layout of a message is blank space and tags: words between its tags are no
            # phone's work
            self.broken = True
        elif piece.what in (WHOLE, OPENS) and piece.name in (b"part", b"addr"):
            add = self.parts.add_part if piece.name == b"part" else self.parts.add_address
            add(fields_of(piece), piece.cut, self.encoding)

    def draft(self, whole: bool) -> Draft:
        return draft_of(self.piece, self.parts, self.encoding, whole)


def fields_of(piece: Piece) -> Fields:
    """Return the tag's attributes; of one that is given twice the first stands."""
    found = dict(zip(piece.names, piece.values, strict=False))
    if len(found) < len(piece.names):
        found.update(zip(reversed(piece.names), reversed(piece.values), strict=True))
    return found


def draft_of(piece: Piece, parts: Parts | None, encoding: str, whole: bool) -> Draft:
    fields = fields_of(piece)
    if piece.name == b"mms":
        made = picture_draft(fields, parts or Parts(0), encoding)
    else:
        made = (text_draft if piece.name == b"sms" else call_draft)(fields, encoding, whole)
    if piece.cut:
        made.warnings |= Warn.CUT
    if len(fields) < len(piece.names):
        # no phone writes a field twice: somebody has been at the file, or two programs have
        made.warnings |= Warn.FORGED_HEADER_SUSPECT
        first = {n: piece.names.index(n) for n in fields}
        again = [
            (n, v)
            for i, (n, v) in enumerate(zip(piece.names, piece.values, strict=True))
            if first[n] != i
        ]
        made.more = {
            **made.more,
            "given_twice": [[n.decode("ascii"), read_text(v, encoding)[0]] for n, v in again],
        }
    return made


@dataclass(slots=True)
class PhoneFile:
    """Sorts the pieces of one file into rows, problems and wrappings."""

    rows: Rows
    encoding: str
    cut_at: int
    open: Open | None = None
    declared: int | None = None
    found: int = 0
    rooted: bool = False
    closed: bool = True
    notes: int = 0

    def take(self, piece: Piece) -> None:
        """Take the next piece of the file."""
        if self.open is not None and not self._inside(self.open, piece):
            return
        what = piece.what
        if what in (WHOLE, OPENS) and piece.name in RECORDS:
            self.open = Open(piece, Parts(2 * self.cut_at), self.encoding)
            if what == WHOLE:  # it came where the record before it had no end
                self.add(self.open, piece.end)
        elif piece.name in ROOTS and what in (OPENS, WHOLE, CLOSES):
            self._root(piece)
        elif what in _WHAT:
            self.rows.wrapping(piece.start, piece.end, _WHAT[what])
        else:
            self._odd(piece)

    def _inside(self, record: Open, piece: Piece) -> bool:
        """Give the piece to the open record; return True when it belongs outside instead."""
        closes = piece.what == CLOSES and piece.name == record.piece.name
        start = record.piece.start
        if closes and not record.broken:
            self.add(record, piece.end)
        elif closes:
            self.problem("broken_record", "cannot be read", start, piece.end)
        elif piece.what in (TRUNCATED, DOCTYPE) or piece.name in RECORDS or piece.name in ROOTS:
            self.problem("broken_record", "has no end", start, piece.start)
            self.open = None
            return True
        else:
            record.take(piece)
            return False
        self.open = None
        return False

    def add(self, record: Open, end: int) -> None:
        """Add the record as a row."""
        self.rows.add(record.draft(False), record.piece.start, end)
        self.found, self.open = self.found + 1, None

    def _root(self, piece: Piece) -> None:
        self.rows.wrapping(
            piece.start,
            piece.end,
            "end of the list" if piece.what == CLOSES else "start of the list",
        )
        self.count()
        self.rooted = True
        self.closed = piece.what != OPENS
        if piece.what != CLOSES:
            count = fields_of(piece).get(b"count", b"")
            self.declared, self.found = (
                int(count) if count.isdigit() and len(count) < 12 else None,
                0,
            )

    def count(self) -> None:
        """Say so when the list held more or fewer records than it declares."""
        if self.declared is not None and self.declared != self.found:
            self.rows.problem(
                "count_mismatch",
                f"The file says that it holds {self.declared} records; {self.found} could be read. "
                "Ask for the file again, or make the backup again, and compare.",
                unknown=f"{max(self.declared - self.found, 0)} records",
            )
        self.declared, self.found = None, 0

    def _odd(self, piece: Piece) -> None:
        start, end = piece.start, piece.end
        if piece.what == TRUNCATED:
            self.closed = True
            self.problem("truncated_tail", "is cut off by the end of the file", start, end)
        elif piece.what == BROKEN:
            self.problem("broken_record", "cannot be read", start, end)
        elif piece.what in (TEXT, CDATA):
            self.rows.problem(
                "text_between_records",
                f"Bytes {start} to {end} stand between the records and are no "
                "record. They are kept; look at them there.",
                start,
                end,
                "what these bytes mean",
            )
        else:
            self.rows.problem(
                "unknown_element",
                f"The tag at byte {start} is not one this reader knows. It is kept; "
                "look at it there.",
                start,
                end,
                "what this tag means",
            )

    def problem(self, code: str, how: str, start: int, end: int) -> None:
        """Say which bytes could not be read as a record."""
        self.rows.problem(
            code,
            f"The record that starts at byte {start} {how}; bytes {start} to {end} are kept but "
            "not read. Make the backup again if the phone still has it, or look at those bytes in "
            "the original.",
            start,
            end,
            "what this record said, and whether it is more than one",
        )

    def finish(self, size: int) -> None:
        """Say what the end of the file leaves open."""
        if self.open is not None:
            self.problem(
                "truncated_tail", "is cut off by the end of the file", self.open.piece.start, size
            )
        elif self.rooted and not self.closed:
            self.rows.problem(
                "truncated_tail",
                f"The file ends at byte {size} without the end of its list: the rest is missing. "
                "Ask for the file again, or make the backup again.",
                unknown="how many records are missing",
            )
        self.count()

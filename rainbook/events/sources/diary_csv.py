"""Reads a diary kept as a table (CSV): one row is one thing somebody saw or lived through and wrote down.

The one thing a reader would get wrong: when it happened and when it was written down are two times, and both are kept
apart. A day that can be read two ways stays two readings; a day without a year has no time at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rainbook.events.sources._cells import DELIMITERS, Row, rows
from rainbook.events.sources._diary_columns import columns_of
from rainbook.events.sources._hidden import hidden
from rainbook.events.sources.interface import HEAD, Asked, Draft, Material, Rows
from rainbook.moment.order import ORDERS, find_order
from rainbook.moment.written import When, Written, read_written, when
from rainbook.record import NO_TIME, Account, EventTable, Kind, Warn, Way

LARGEST = 64 << 20  # a diary is written by hand; more than this is something else
_HEADING_WITHIN = 10  # rows
_ROWS = 4096
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UTF8_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class _Table:
    """How one file is laid out: delimiter, the key of each column, and the row of the headings (-1: none)."""

    delimiter: str
    columns: tuple[str, ...]
    heading: int


@dataclass(frozen=True, slots=True)
class DiaryCsv:
    """A diary in rows and columns."""

    name: str = field(default="diary_csv", init=False)
    title: str = field(default="Diary or log in a table (.csv)", init=False)

    def claims(self, head: bytes, name: str) -> bool:
        """Return True for a table whose headings name a day and what happened, or a .csv that is plainly full of dates."""
        text = _look(head)
        if text is None or text.lstrip("\ufeff \t\r\n")[:1] in ("<", "{", "["):
            return False
        return _layout(text) is not None or (
            name.lower().endswith((".csv", ".tsv")) and _dated(text)
        )

    def read(self, material: Material, asked: Asked) -> Iterator[EventTable]:
        """Yield the rows of the diary; what cannot be read is said, and the whole file accounted for."""
        raw = b"" if material.size > LARGEST else b"".join(material.blocks())
        encoding, skip = _encoding(raw, asked.encoding)
        out = Rows(material, {"source": self.name})
        text = "" if not encoding else raw[skip:].decode(encoding)
        table = _layout(text)
        trouble = _trouble(material.size, raw, encoding, table, text)
        if trouble:
            out.problem(*trouble, 0, material.size, "everything in this file")
            yield out.table()
            return
        assert table is not None
        found = list(rows(text, table.delimiter))
        order = _order(found[table.heading + 1 :], table, asked.date_order)
        out.reading.update(
            {
                "encoding": encoding,
                "delimiter": table.delimiter,
                "columns": json.dumps(table.columns),
                "zone": asked.zone,
                "zone_said": "yes" if asked.zone_said else "no",
                "order": "|".join(order[0]),
                "because": "|".join(order[1]),
            }
        )
        out.wrapping(0, skip, "byte order mark")
        at, line = skip, 1
        for number, row in enumerate(found):
            written = text[row.start : row.end]
            end = at + len(written.encode(encoding))
            self._row(out, row, number, table, (at, end), line)
            line += written.count("\n") or written.count("\r")
            at = end
            if len(out) >= _ROWS:
                yield out.table()
        yield out.table()

    def _row(
        self, out: Rows, row: Row, number: int, table: _Table, place: tuple[int, int], line: int
    ) -> None:
        start, end = place
        if not any(c.strip() for c in row.cells):
            out.wrapping(start, end, "blank row")
        elif number == table.heading or (
            number < table.heading and row.cells[0].lower().startswith("sep=")
        ):
            out.wrapping(start, end, "heading row")
        elif number < table.heading:
            out.problem(
                "line_before_heading",
                f"Line {line} stands before the headings and was not read as an entry. If it "
                "is one, move it below them in a copy and add that.",
                start,
                end,
                "what this line says",
            )
        else:
            out.add(_draft(row, out.reading), start, end)
            if len(row.cells) != len(table.columns):
                out.problem(
                    "row_length",
                    f"Line {line} has {len(row.cells)} cells where the headings are "
                    f"{len(table.columns)}; it was kept as it is. Look at it in the original.",
                    unknown="which cell belongs under which heading",
                )
            if row.unclosed:
                out.problem(
                    "quote_not_closed",
                    f"Line {line} opens a quotation mark that is never closed; the row was kept "
                    "with the mark as a letter. Look at it in the original.",
                    unknown="where this entry ends",
                )

    def reread(self, span: bytes, reading: Mapping[str, str]) -> Draft:
        """Return the entry that stands in the cited bytes."""
        text = span.decode(reading["encoding"])
        return _draft(next(rows(text, reading["delimiter"])), reading)


def _draft(row: Row, reading: Mapping[str, str]) -> Draft:
    columns: list[str] = json.loads(reading["columns"])
    filled = [(k, v) for k, v in zip(columns, row.cells, strict=False) if v]
    cell = {k: v for k, v in filled if not k.startswith("=")}
    more: dict[str, Any] = {
        k: v for k, v in cell.items() if k not in ("date", "time", "what", "who")
    }
    for key, value in filled:
        if key.startswith("="):
            heading, again = key[1:] or "no heading", 2
            while heading in more:
                heading, again = f"{key[1:] or 'no heading'} ({again})", again + 1
            more[heading] = value
    if len(row.cells) > len(columns):
        more["cells without a heading"] = list(row.cells[len(columns) :])
    who, words = cell.get("who", ""), cell.get("what", "")
    day, time = cell.get("date", ""), cell.get("time", "")
    draft = Draft(
        kind=Kind.DIARY,
        way=Way.OBSERVED,
        actor=Account("diary", "name", who) if who.strip() else None,
        words=words or None,
        more=more,
        zone=reading["zone"],
        as_written=" ".join(w for w in (day, time) if w.strip()),
        warnings=Warn(hidden(words) | hidden(who)),
    )
    found = _when(read_written(day, time), reading)
    if found is None:
        draft.warnings |= Warn.UNREADABLE_TIME
    else:
        draft.earliest, draft.latest, draft.precision = (
            found.earliest,
            found.latest,
            found.precision,
        )
        draft.zone_from, draft.assumed, draft.readings = (
            found.zone_from,
            found.assumed,
            found.readings,
        )
        draft.warnings |= found.warnings
    written = _when(read_written(cell.get("written", "")), reading)
    draft.sent = written.earliest if written is not None and not written.readings else NO_TIME
    return draft


def _when(what: Written | None, reading: Mapping[str, str]) -> When | None:
    """Return the instants; a day that no line around it agrees with is read the one way it can be, and doubted."""
    if what is None:
        return None
    said = reading["zone_said"] == "yes"
    orders = reading["order"].split("|")
    found = when(
        what, orders, reading["zone"], said, [b for b in reading["because"].split("|") if b]
    )
    if found is None and what.token is not None:
        other = when(
            what,
            ORDERS,
            reading["zone"],
            said,
            (f"it is no day read {' or '.join(orders)}, as the others are",),
        )
        if other is not None:
            return When(
                other.earliest,
                other.latest,
                other.precision,
                other.zone_from,
                other.warnings | Warn.AMBIGUOUS_DATE_ORDER,
                other.assumed,
                other.readings,
            )
    return found


def _order(entries: Sequence[Row], table: _Table, said: str) -> tuple[Sequence[str], Sequence[str]]:
    """Return the orders the file's days can be in, and the reason where it is an assumption."""
    place = table.columns.index("date")
    read = (read_written(r.cells[place]) for r in entries if place < len(r.cells))
    found = find_order([w.token for w in read if w is not None and w.token is not None], said)
    return found.orders, [found.because] if found.assumed and len(found.orders) == 1 else []


def _encoding(raw: bytes, said: str) -> tuple[str, int]:
    """Return the encoding and how many bytes of mark stand in front; "" when it cannot be known."""
    mark = _MARKS.get(raw[:2])
    skip = 2 if mark else 3 if raw.startswith(_UTF8_MARK) else 0
    for encoding in [mark] if mark else ["utf-8", "cp1252"] if said == "cp1252" else ["utf-8"]:
        try:
            raw[skip:].decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding, skip
    return "", 0


def _trouble(
    size: int, raw: bytes, encoding: str, table: _Table | None, text: str
) -> tuple[str, str] | None:
    """Return why no row can be read (code and sentence), or None."""
    if size > LARGEST:
        return (
            "too_large",
            f"This table has {size} bytes, more than a diary can ({LARGEST}). Split it and add the parts.",
        )
    if not encoding and raw[:2] in _MARKS:
        return (
            "encoding_unknown",
            "This file begins like UTF-16 and then is not. Ask for it again, or save it anew as UTF-8.",
        )
    if not encoding:
        return "encoding_unknown", (
            f"This file is not UTF-8. Read as an old Windows file (cp1252) its first line is {_first_line(raw)!a}. If that "
            "looks right to you, confirm the encoding cp1252 and read it again."
        )
    if table is None:
        names = ", ".join(
            repr(c.strip()[:30])
            for c in next(iter(rows(text, _delimiter(text))), Row((), 0, 0, False)).cells[:8]
        )
        return "headings_unknown", (
            f"Which column is the date? The first row of this table is: {names}. Put a row of headings on top of a copy, "
            "with at least 'date' and 'what happened', and add that."
        )
    return None


def _first_line(raw: bytes) -> str:
    return raw[:400].replace(b"\r", b"\n").split(b"\n")[0][:160].decode("cp1252", "replace")


def _look(head: bytes) -> str | None:
    """Return the beginning of a file as text good enough to find headings in, or None for anything but text."""
    mark = _MARKS.get(head[:2])
    if mark:
        return head[2:].decode(mark, "ignore")
    if b"\x00" in head:
        return None
    return head.removeprefix(_UTF8_MARK).decode("utf-8", "replace")


def _layout(text: str) -> _Table | None:
    """Return how the table is laid out, or None when no row near the top is a row of headings."""
    for delimiter in DELIMITERS:
        for number, row in zip(range(_HEADING_WITHIN), rows(text[:HEAD], delimiter), strict=False):
            columns = columns_of(row.cells)
            if columns is not None:
                return _Table(delimiter, tuple(columns), number)
    return None


def _delimiter(text: str) -> str:
    return max(DELIMITERS, key=text[:4096].count)


def _dated(text: str) -> bool:
    """Return whether most rows have the same number of cells and one column of dates."""
    some = [
        r.cells
        for _, r in zip(range(50), rows(text[:HEAD], _delimiter(text)), strict=False)
        if any(r.cells)
    ]
    if (
        len(some) < 2
        or len(some[0]) < 2
        or sum(len(c) == len(some[0]) for c in some) < 0.8 * len(some)
    ):
        return False
    return any(
        sum(1 for c in some if place < len(c) and read_written(c[place]) is not None)
        >= 0.6 * len(some)
        for place in range(len(some[0]))
    )


SOURCE = DiaryCsv()

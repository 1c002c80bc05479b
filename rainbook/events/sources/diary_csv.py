"""Reads a diary kept as a table (CSV): one row is one thing somebody lived through and wrote down.

The one thing a reader would get wrong: when it happened and when it was written down are two times,
and both are kept apart. A day that can be read two ways stays two readings; a day without a year
has no time at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rainbook.events.sources._cells import Row, rows
from rainbook.events.sources._diary_layout import (
    LARGEST,
    Layout,
    beginning,
    encoding_of,
    is_dated,
    layout_of,
    trouble_with,
)
from rainbook.events.sources._hidden import hidden
from rainbook.events.sources.interface import Asked, Draft, Material, Rows
from rainbook.moment.order import ORDERS, find_order
from rainbook.moment.written import When, Written, read_written, when
from rainbook.record import NO_TIME, Account, Attachment, EventTable, Kind, Warn, Way

_ROWS = 4096
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif")


class DiaryCsv:
    """A diary in rows and columns."""

    name: str = "diary_csv"
    title: str = "Diary or log in a table (.csv)"

    def claims(self, head: bytes, name: str) -> bool:
        """Return True for a table headed with a day and what happened, or a .csv full of dates."""
        text = beginning(head)
        if text is None or text.lstrip("\ufeff \t\r\n")[:1] in ("<", "{", "["):
            return False
        return layout_of(text) is not None or (
            name.lower().endswith((".csv", ".tsv")) and is_dated(text)
        )

    def read(self, material: Material, asked: Asked) -> Iterator[EventTable]:
        """Yield the entries in file order; every byte of the file is accounted for."""
        raw = b"" if material.size > LARGEST else b"".join(material.blocks())
        encoding, skip = encoding_of(raw, asked.encoding)
        out = Rows(material, {"source": self.name})
        text = "" if not encoding else raw[skip:].decode(encoding)
        table = layout_of(text)
        trouble = trouble_with(material.size, raw, encoding, table, text)
        if trouble:
            out.problem(*trouble, 0, material.size, "everything in this file")
            yield out.table()
            return
        assert table is not None
        found = list(rows(text, table.delimiter))
        out.reading.update(_reading(found[table.heading + 1 :], table, encoding, asked))
        out.reading.update(_beside(found, table, material))
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
        self, out: Rows, row: Row, number: int, table: Layout, place: tuple[int, int], line: int
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
    cell, more = _sorted(row, json.loads(reading["columns"]))
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
        attachments=_pictures(cell.get("evidence", ""), reading),
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


def _sorted(row: Row, columns: Sequence[str]) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the cells under known headings, and all that a page shows beside the entry."""
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
    return cell, more


def _beside(found: Sequence[Row], table: Layout, material: Material) -> dict[str, str]:
    """Return where the pictures lie that the entries name: files beside the table in its zip.

    Only pictures, known by their ending: an export that lies in the same zip is read on its own.
    """
    if "evidence" not in table.columns or not material.siblings:
        return {}
    place = table.columns.index("evidence")
    named = {row.cells[place].strip() for row in found if place < len(row.cells)}
    folder = (material.path or "").rpartition("/")[0]
    files = {
        name: [s.path, s.size]
        for s in material.siblings
        if (name := s.path.rpartition("/")[2]) in named
        and s.path.rpartition("/")[0] == folder
        and name.lower().endswith(_PICTURES)
    }
    return {"beside": json.dumps(files, sort_keys=True)} if files else {}


def _pictures(named: str, reading: Mapping[str, str]) -> tuple[Attachment, ...]:
    found = json.loads(reading.get("beside", "{}")).get(named.strip())
    return (Attachment(named.strip(), found[0], found[1]),) if found else ()


def _when(what: Written | None, reading: Mapping[str, str]) -> When | None:
    """Return the instants; a day that no line around it agrees with is read the one way it can be,
    and doubted.
    """
    if what is None:
        return None
    said = reading["zone_said"] == "yes"
    orders = reading["order"].split("|")
    found = when(
        what, orders, reading["zone"], said, [reading["because"]] if reading["because"] else []
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


def _reading(entries: Sequence[Row], table: Layout, encoding: str, asked: Asked) -> dict[str, str]:
    """Return what was decided for the whole file: with it one row alone reads the same."""
    place = table.columns.index("date")
    read = (read_written(r.cells[place]) for r in entries if place < len(r.cells))
    tokens = [w.token for w in read if w is not None and w.token is not None]
    order = find_order(tokens, asked.date_order)
    settled_by_guess = order.assumed and len(order.orders) == 1
    return {
        "encoding": encoding,
        "delimiter": table.delimiter,
        "columns": json.dumps(table.columns),
        "zone": asked.zone,
        "zone_said": "yes" if asked.zone_said else "no",
        "order": "|".join(order.orders),
        "because": order.because if settled_by_guess else "",
    }


SOURCE = DiaryCsv()

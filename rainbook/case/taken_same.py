"""Compares what a book makes of a bundle it took in with what the bundle itself says.

The one thing a reader would get wrong: "the same" is said of the lines and findings that could be
compared. What the bundle never held (another person's words, records left behind) is counted and
named, and never taken for a difference or for sameness.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rainbook.case.bundle_read import LINES, Place, Record, RecordNotUsable, place_of, rows_of
from rainbook.handover.bundle import formats
from rainbook.handover.entries import entries_of, read_events
from rainbook.handover.interface import Entry, Given, NothingToHandOver
from rainbook.handover.selection import select
from rainbook.record import CaseFile, Disclosure

TABLES = ("analysis/findings.csv", "analysis/elements.csv", "analysis/orders.csv")
ELSEWHERE = (
    "line",
    "exhibit",
    "file",
    "inside",
    "byte_start",
    "byte_end",
    "original_sha256",
    "record",
)
"""Columns that say where a line lies: they differ in a book of another make-up."""
NUMBERS = ("log_number", "log_numbers")
SHOWN = 20
_LOGS = re.compile(r"log numbers \d+(?:(?:, | and |–)\d+)*")
_LOG = re.compile(r"('decision': |\bdecision |\blog number )(\d{1,12})\b")
_BEGIN = re.compile(r"(records of this service (?:begin on|go back to)) \d+ \w+ \d{4}")
_REF = re.compile(r" \([A-Z]{1,5}/?\d+/\d+\)")
_KEPT = re.compile(r"[⟦\[](kept back: [^⟧\]]*)[⟧\]]")  # one mark in files, another in what we write
_GONE = re.compile(r"(?: and )?[\d,]{1,12} not handed over")
Row = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the bundle beside the same made here: rows then, rows now, and what differs.
    `beyond`: what rests on records the bundle does not hold, and so can not be the same.
    """

    name: str
    then: int
    now: int
    differs: tuple[str, ...]
    beyond: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """Lines and findings then and now. `withheld`: lines of other people, given without words.
    `masked`: lines in which something was kept back. `not_compared`: tables the bundle does not
    hold.
    """

    tables: tuple[Table, ...]
    withheld: int
    masked: int
    not_compared: tuple[str, ...]

    @property
    def same(self) -> bool:
        """True when nothing that could be compared differs."""
        return not any(t.differs for t in self.tables)


def compared(
    case: CaseFile,
    folder: Path,
    record: Record,
    ids: Mapping[Place, str],
    numbers: Mapping[int, int],
) -> Compared:
    """Return how the case compares with the bundle. `ids`: the id here of each record, by its place
    there; `numbers`: the log number here of each decision there.
    """
    missing = [name for name in (LINES, *TABLES) if not (folder / name).is_file()]
    if LINES in missing:
        return Compared((), 0, 0, tuple(missing))
    try:
        then = list(rows_of(folder / LINES))
        files = record.files()
        known = {place: row for row in then if (place := place_of(row, files)) is not None}
        _must_be_numbered(then)
        by_id = {ids[place]: row for place, row in known.items() if place in ids}
        given = _given(case, record, by_id, len(then))
    except (RecordNotUsable, NothingToHandOver) as broken:
        return Compared((), 0, 0, (f"{LINES} ({broken})", *TABLES))
    with tempfile.TemporaryDirectory() as made:
        tables = [_lines(given, Path(made), known, ids, numbers)]
        tables += [
            _table(given, folder, Path(made), name, numbers)
            for name in TABLES
            if name not in missing
        ]
    withheld = len(then) - len(known)
    masked = sum(any(_KEPT.search(cell) for cell in row.values()) for row in then)
    return Compared(tuple(tables), withheld, masked, tuple(missing))


def _must_be_numbered(lines: Sequence[Mapping[str, str]]) -> None:
    """Raise RecordNotUsable unless the lines are numbered from 1 and have every column."""
    for number, row in enumerate(lines, 1):
        if row.get("line") != str(number) or not {"time", "record", "exhibit"} <= row.keys():
            raise RecordNotUsable("its lines are not numbered from 1, or lack a column")


def _given(
    case: CaseFile, record: Record, by_id: Mapping[str, Mapping[str, str]], lines: int
) -> Given:
    """Return what the formats are given here, each line under the number it has in the bundle."""
    wanted = Disclosure(record.persons, record.initials or "X")
    chosen = select(case, wanted)
    entries = entries_of(case, chosen, read_events(case, chosen, None))
    numbered: dict[int, Entry] = {}
    new = lines
    for entry in entries:
        row = by_id.get(entry.id)
        if row is None:
            new += 1
        number = int(row["line"]) if row is not None else new
        numbered[number] = replace(entry, number=number, ref=row["exhibit"] if row else "")
    blank = replace(entries[0], row=-1, id="", withheld=True, words=None)
    every = tuple(
        numbered.get(n, replace(blank, number=n)) for n in range(1, max(numbered, default=0) + 1)
    )
    return Given(
        case=case,
        disclosure=wanted,
        entries=every,
        exhibits=(),
        cited={},
        mains=frozenset(),
        numbers={e.row: n for n, e in numbered.items()},
        facts=dict(chosen.facts),
    )


def _made(given: Given, folder: Path, name: str) -> Iterator[dict[str, str]]:
    (folder / name).parent.mkdir(exist_ok=True)
    next(one for one in formats() if one.name == name).write(given, folder, None)
    return rows_of(folder / name)


def _lines(
    given: Given,
    made: Path,
    known: Mapping[Place, Mapping[str, str]],
    ids: Mapping[Place, str],
    numbers: Mapping[int, int],
) -> Table:
    now = {row["record"]: row for row in _made(given, made, LINES) if row["record"]}
    differs, found = [], len(now)
    for place, row in known.items():
        other = now.pop(ids.get(place, ""), None)
        if other is None:
            differs.append(f"Line {row['line']} is not among the events here.")
            continue
        columns = [
            c
            for c in row
            if c not in ELSEWHERE and _plain(row[c], numbers) != _plain(other.get(c, ""), None)
        ]
        if columns:
            differs.append(f"Line {row['line']} differs in: {', '.join(columns)}.")
    differs += [f"A record of {row['time']} is here and not in the bundle." for row in now.values()]
    return Table(LINES, len(known), found, tuple(differs))


def _plain(text: str, numbers: Mapping[int, int] | None) -> str:
    """Return a cell with log numbers as they are here, and without exhibit references. `numbers`
    None: it was made here.
    """

    def here(found: re.Match[str]) -> str:
        number = int(found[2])
        return f"{found[1]}{number if numbers is None else numbers.get(number, -number)}"

    text = _LOG.sub(here, _LOGS.sub("log numbers …", text))
    return _KEPT.sub(r"[\1]", _REF.sub("", text))


def _table(
    given: Given, folder: Path, made: Path, name: str, numbers: Mapping[int, int]
) -> Table:
    there = list(rows_of(folder / name))
    then = Counter(_row(row, numbers) for row in there)
    now = Counter(_row(row, None) for row in _made(given, made, name))
    outside = {_row(row, numbers) for row in there if _is_beyond(row)}
    left, new, beyond = then - now, now - then, []
    alike: dict[Row, list[Row]] = {}
    for row in new.elements():
        alike.setdefault(_loose(row), []).append(row)
    for row in [r for r in left.elements() if r in outside]:
        if found := alike.get(_loose(row)):
            beyond.append(_said(row))
            left.subtract([row])
            new.subtract([found.pop()])
    differs = [f"Only in the bundle: {_said(row)}" for row in (+left).elements()]
    differs += [f"Only here: {_said(row)}" for row in (+new).elements()]
    return Table(name, then.total(), now.total(), tuple(differs), tuple(beyond))


def _is_beyond(row: Mapping[str, str]) -> bool:
    """Return whether a row rests on a record that was not handed over, or says how far back the
    records of a service go, which an extract does not show.
    """
    return bool(_GONE.search(row.get("lines", "")) or _BEGIN.search(row.get("text", "")))


def _row(row: Mapping[str, str], numbers: Mapping[int, int] | None) -> Row:
    """Return a row fit to be compared: log numbers as they are here, in order."""
    made = []
    for column, cell in sorted(row.items()):
        if column in NUMBERS:
            found = [int(n) for n in cell.split() if n.isdecimal() and len(n) < 13]
            here = found if numbers is None else [numbers.get(n, -n) for n in found]
            cell = " ".join(str(n) for n in sorted(here))
        made.append((column, _GONE.sub("", _plain(cell, numbers)).strip()))
    return tuple(made)


def _loose(row: Row) -> Row:
    """Return a row without its lines and without how far back a service's records go."""
    return tuple((c, _BEGIN.sub(r"\1 …", v)) for c, v in row if c != "lines")


def _said(row: Row) -> str:
    cells = dict(row)
    parts = [cells.get(c, "") for c in ("sign", "section", "order", "outcome", "part", "answer")]
    return ", ".join(p for p in parts if p) + f": {cells.get('text', '')[:200]}"

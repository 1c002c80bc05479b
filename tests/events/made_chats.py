"""Makes small WhatsApp exports for the tests and reads them the whole way, as a person would.

The one thing a reader would get wrong: every read checks what every source promises, so a test that
only looks at words also fails when a byte is counted twice or a record does not read the same from
its own bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from rainbook.events.containers import Opened, open_original
from rainbook.events.reading import accounted, read_opened
from rainbook.events.shown import event_of
from rainbook.events.sources.interface import Asked
from rainbook.events.sources.whatsapp import SOURCE
from rainbook.moment import iso
from rainbook.record import Event, EventTable, Problem, Warn, Wrapping

ORIGINAL = "5" * 64
LRM = "\u200e"
SUSPECT = ["forged_header_suspect", "may_belong_to_message_before"]
QUIET = {"tz_assumed", "missing_attachment"}


@dataclass(frozen=True)
class Chat:
    """What one file held, in the order it was read."""

    tables: list[EventTable]
    events: list[Event]
    problems: tuple[Problem, ...]
    wrappings: tuple[Wrapping, ...]
    rows: list[tuple[EventTable, int]] = field(default_factory=list)

    @property
    def said(self) -> list[tuple[str | None, str | None]]:
        """Return who said what."""
        return [(e.actor.raw if e.actor else None, e.words) for e in self.events]

    @property
    def doubts(self) -> list[list[str]]:
        """Return what is doubted of each record, without what is always assumed."""
        return [[w for w in e.warnings if w not in QUIET] for e in self.events]

    @property
    def codes(self) -> list[str]:
        return [p.code for p in self.problems]

    @property
    def when(self) -> list[str]:
        """Return the first instant of each record as London clocks show it, without the offset."""
        return [iso(e.moment.earliest or 0, e.moment.zone)[:19] for e in self.events]


def read_chat(data: str | bytes, name: str = "chat.txt", asked: Asked | None = None) -> Chat:
    """Return what a file holds, having checked that every byte is accounted for once and that every
    record reads the same from its own bytes.
    """
    raw = data.encode("utf-8") if isinstance(data, str) else data
    opened, tables = read_tables(raw, name, asked)
    by_path = {m.path: m for m in opened.materials}

    def fetch(_: str, member: str | None, start: int, end: int) -> bytes:
        return by_path[member].read_at(start, end - start)

    rows = [(t, row) for t in tables for row in range(len(t))]
    events = [event_of(t, row, fetch) for t, row in rows]
    for (table, row), event in zip(rows, events, strict=True):
        reads_the_same(table, row, fetch("", table.member_of(row), *_span(event)))
    problems = tuple(p for t in tables for p in t.problems)
    return Chat(tables, events, problems, tuple(w for t in tables for w in t.wrappings), rows)


def read_tables(
    raw: bytes, name: str = "chat.txt", asked: Asked | None = None
) -> tuple[Opened, list[EventTable]]:
    """Return what was opened and its tables, having checked that every byte is accounted for
    once.
    """
    opened = open_original(io.BytesIO(raw), ORIGINAL, name)
    tables = list(read_opened(opened, asked or Asked()))
    counted = accounted(tables, opened.size)
    assert (counted.bytes, counted.twice) == (opened.size, 0)
    if not opened.is_zip:
        assert opened.size == len(raw)
    return opened, tables


def _span(event: Event) -> tuple[int, int]:
    return event.citation.start, event.citation.end


_SAME = ("kind", "way", "state", "call", "duration", "earliest", "latest", "precision", "video")


def reads_the_same(table: EventTable, row: int, span: bytes) -> None:
    """Check that the cited bytes alone give the row: every column, and no doubt it has not."""
    (reading,) = table.readings.values()
    if reading["source"] != SOURCE.name:
        return
    draft = SOURCE.reread(span, reading)
    found = {n: int(table.columns[n][row]) for n in _SAME}
    assert found == {n: int(getattr(draft, n)) for n in _SAME}
    actor, thread = int(table.actor[row]), int(table.thread[row])
    assert draft.actor == (None if actor < 0 else table.accounts[actor])
    assert draft.thread == (None if thread < 0 else table.threads[thread])
    assert not draft.warnings & ~Warn(int(table.warnings[row]))


def zipped(members: Mapping[str, str | bytes], packed: bool = True) -> bytes:
    """Return a zip with these members, the same bytes each time."""
    made = io.BytesIO()
    how = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(made, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return made.getvalue()


def android(*lines: str, day: str = "24/01/2024") -> str:
    """Return an Android export of one day: each line is "HH:MM NAME: words" or "HH:MM words"."""
    return "".join(f"{day}, {line[:5]} - {line[6:]}\n" for line in lines)


def iphone(*lines: str, day: str = "24/01/2024") -> str:
    """Return an iPhone export of one day: each line is "HH:MM:SS NAME: words"."""
    return "".join(f"[{day}, {line[:8]}] {line[9:]}\r\n" for line in lines)

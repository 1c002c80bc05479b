"""Reads a file held in memory with one source, and checks what every source promises.

The one thing a reader would get wrong: the checks run on each call, so a test that only looks at
words also fails when a byte is counted twice or a record does not read the same from its own bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rainbook.events.shown import event_json, event_of, problem_json
from rainbook.events.sources.interface import HEAD, Asked, Draft, Sibling, Source
from rainbook.record import EventTable, Problem, Warn, Wrapping, join

ROOT = Path(__file__).parents[2]
SPECIMENS = ROOT / "tests" / "specimens"
EXPORTS = ROOT.parent / "shared" / "fixtures" / "exports"
ORIGINAL = "5" * 64


@dataclass(frozen=True)
class Held:
    """A file in memory; `block` is how much of it is handed out at once."""

    data: bytes
    name: str = "file"
    block: int = 1 << 20
    original: str = ORIGINAL
    path: str | None = None
    siblings: Sequence[Sibling] = ()

    @property
    def size(self) -> int:
        return len(self.data)

    def read_at(self, start: int, length: int) -> bytes:
        return self.data[start : start + length]

    def blocks(self, length: int = 1 << 20) -> Iterator[bytes]:
        step = min(length, self.block)
        for start in range(0, len(self.data), step):
            yield self.data[start : start + step]


@dataclass(frozen=True)
class Found:
    """What one file holds: its rows as a table and as drafts, and what was said about the rest."""

    table: EventTable
    drafts: list[Draft]
    spans: list[bytes]
    problems: tuple[Problem, ...]
    wrappings: tuple[Wrapping, ...]

    @property
    def words(self) -> list[str | None]:
        return [d.words for d in self.drafts]

    @property
    def codes(self) -> list[str]:
        return [p.code for p in self.problems]

    def warned(self, row: int) -> list[str]:
        return Warn(int(self.table.warnings[row])).names()


def read_all(
    source: Source, data: bytes, asked: Asked | None = None, block: int = 1 << 20
) -> Found:
    """Return what the source finds, having checked coverage, order and rereading."""
    table = join(list(source.read(Held(data, block=block), asked or Asked())))
    spans = [data[s:e] for s, e in zip(table.start.tolist(), table.end.tolist(), strict=True)]
    reading = table.readings[ORIGINAL]
    drafts = [source.reread(span, reading) for span in spans]
    _covers(table, data)
    assert table.seq.tolist() == list(range(len(table)))
    assert table.start.tolist() == sorted(table.start.tolist())
    assert [_columns(table, row) for row in range(len(table))] == [_fields(d) for d in drafts]
    return Found(table, drafts, spans, table.problems, table.wrappings)


def _covers(table: EventTable, data: bytes) -> None:
    """Every byte is in exactly one row, problem or wrapping."""
    pieces = list(zip(table.start.tolist(), table.end.tolist(), strict=True))
    pieces += [(w.start, w.end) for w in table.wrappings]
    pieces += [(p.start, p.end) for p in table.problems if p.start is not None and p.end]
    at = 0
    for start, end in sorted(pieces):
        assert start == at, f"bytes {at} to {start} are nobody's, or two claim them"
        at = end
    assert at == len(data)


_NUMBERS = ("kind", "way", "state", "call", "duration", "earliest", "latest", "sent", "precision")


def _columns(table: EventTable, row: int) -> tuple[Any, ...]:
    actor, thread = int(table.actor[row]), int(table.thread[row])
    return (
        *(int(table.columns[n][row]) for n in _NUMBERS),
        table.zones[int(table.zone[row])],
        int(table.zone_from[row]),
        None if actor < 0 else table.accounts[actor],
        None if thread < 0 else table.threads[thread],
        int(table.warnings[row]),
    )


def _fields(draft: Draft) -> tuple[Any, ...]:
    return (
        *(int(getattr(draft, n)) for n in _NUMBERS),
        draft.zone,
        int(draft.zone_from),
        draft.actor,
        draft.thread,
        int(draft.warnings),
    )


def specimens(source: str) -> list[Path]:
    """Return the specimens of a source, without the expected files beside them."""
    return sorted(p for p in (SPECIMENS / source).iterdir() if ".expected." not in p.name)


def as_lines(found: Found, data: bytes) -> str:
    """Return the events and problems in the stable form, one JSON object a line."""
    shown = [
        event_json(event_of(found.table, row, lambda _o, _m, s, e: data[s:e]))
        for row in range(len(found.table))
    ]
    last = {
        "problems": [problem_json(p) for p in found.problems],
        "wrappings": len(found.wrappings),
    }
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in [*shown, last])


def export(path: str) -> bytes:
    """Return a file of somebody else's tests, or skip the test where those are not there."""
    place = EXPORTS / path
    if not place.exists():
        pytest.skip(f"{place.name} of the shared fixtures is not on this machine")
    return place.read_bytes()


def claimed(source: Source, data: bytes, name: str = "file") -> bool:
    return source.claims(data[:HEAD], name)

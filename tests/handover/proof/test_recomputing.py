"""An expert with an original and its seed works the head out again, and finds an invented tree."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from rainbook.events.reading import read
from rainbook.events.sources.interface import Asked
from rainbook.handover.proof.recomputing import recompute
from rainbook.handover.proof.tree import grow
from rainbook.record import EventTable, Original, join

SPECIMENS = Path(__file__).parents[2] / "specimens"
FILES = ["sms_backup/messages.xml", "whatsapp/android.txt", "whatsapp/with-photos.zip"]
SEED, TOOL = hashlib.sha256(b"the seed of one original").digest(), "1.2.3"


def table_of(raw: bytes, name: str) -> EventTable:
    sha256 = hashlib.sha256(raw).hexdigest()
    return join(list(read(io.BytesIO(raw), sha256, name, Asked())))


@pytest.mark.parametrize("file", FILES)
def test_from_the_original_and_its_seed_alone(file: str, parts: SimpleNamespace) -> None:
    path = SPECIMENS / file
    raw, name = path.read_bytes(), path.name
    sha256 = hashlib.sha256(raw).hexdigest()
    original = Original(sha256, len(raw), name, "2024-06-01T10:00:00Z", "A", "b", "c", "yes")
    world = parts.made.World.__new__(parts.made.World)
    world.made = SimpleNamespace(blobs={sha256: raw})

    def from_book(member: str | None, start: int, end: int) -> bytes:
        found: bytes = world.read(sha256, member, start, end)
        return found

    kept = grow(table_of(raw, name), original, SEED, from_book, TOOL)
    assert recompute(raw, name, SEED, table_of(raw, name), TOOL) == kept.head.hex()


def _fewer(table: EventTable) -> EventTable:
    return table.take(np.arange(len(table) - 1))


def _same(table: EventTable) -> EventTable:
    return table


@pytest.mark.parametrize(
    ("change", "name", "seed", "tool"),
    [
        (_fewer, "messages.xml", SEED, TOOL),  # a record was left out of the tree
        (_same, "other.xml", SEED, TOOL),
        (_same, "messages.xml", bytes(32), TOOL),
        (_same, "messages.xml", SEED, "1.2.4"),
    ],
)
def test_anything_else_gives_another_head(change: Any, name: str, seed: bytes, tool: str) -> None:
    raw = (SPECIMENS / FILES[0]).read_bytes()
    table = table_of(raw, "messages.xml")
    head = recompute(raw, "messages.xml", SEED, table, TOOL)
    assert recompute(raw, name, seed, change(table), tool) != head

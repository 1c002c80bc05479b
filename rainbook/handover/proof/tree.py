"""The tree of one original: every record under the thread its source names, hidden by salts.

The one thing a reader would get wrong: a tree is a function of the original, its name, the reader
with what it was told, and the seed. What is kept of it is only a saving of time.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from rainbook.handover.proof.forms import (
    BODY,
    ENTRY,
    LEAF,
    NO_THREADS,
    canonical,
    hashed,
    levels_of,
    path_of,
    root_of,
    text,
    u64,
)
from rainbook.handover.proof.heads import file_hash, head_hash, reading_hash, reading_text
from rainbook.handover.proof.labels import Ints, threads_of
from rainbook.handover.proof.pieces import Read, digests
from rainbook.handover.proof.seeds import blind, salts, thread_blind, thread_seed, vrf_key
from rainbook.handover.proof.vrf import VrfKey, output
from rainbook.record import EventTable, Original

FORM = "proof tree 1"


@dataclass(frozen=True, slots=True)
class Thread:
    """One thread: its label, its index (32 bytes), how many records, their root, and the body."""

    label: bytes
    index: bytes
    count: int
    root: bytes
    body: bytes

    @property
    def entry(self) -> bytes:
        """Return what stands in the tree for it."""
        return hashed(ENTRY, self.index, self.body)


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree of one original, `threads` in order of index; F, G, O and T are `file`,
    `reading_hash`, `head` and `root`.
    """

    original: str
    size: int
    threads: tuple[Thread, ...]
    key: bytes
    root: bytes
    file: bytes
    reading: str
    reading_hash: bytes
    head: bytes

    def find(self, label: bytes) -> int | None:
        """Return the place of the thread with this label, or None."""
        return next((p for p, t in enumerate(self.threads) if t.label == label), None)

    def before(self, index: bytes) -> int:
        """Return how many threads stand before an index."""
        return bisect_left([t.index for t in self.threads], index)

    def levels(self) -> list[list[bytes]]:
        """Return the levels of the tree over the entries, for `path`. There must be a thread."""
        return levels_of([t.entry for t in self.threads])

    def path(self, place: int, levels: Sequence[Sequence[bytes]]) -> list[bytes]:
        """Return the neighbours from the entry at a place up to T."""
        return path_of(levels, place)

    def pack(self, asked: str = "") -> bytes:
        """Return the tree as bytes to keep, encrypted, in the book. `asked`: what it was read
        with.
        """
        return canonical(
            {"form": FORM, "asked": asked, **{k: _plain(v) for k, v in asdict(self).items()}}
        ).encode("ascii")


def unpack(blob: bytes, asked: str = "", tool: str = "") -> Tree | None:
    """Return a kept tree, or None when it was made otherwise (by another form, another version of
    the program, with other answers) and must be grown again.
    """
    try:
        kept = json.loads(blob)
        if kept.pop("form") != FORM or kept.pop("asked") != asked:
            return None
        if tool and json.loads(kept["reading"])["tool"] != tool:
            return None
        threads = tuple(Thread(**{k: _whole(k, v) for k, v in t.items()}) for t in kept["threads"])
        rest = {k: _whole(k, v) for k, v in kept.items() if k != "threads"}
        return Tree(threads=threads, **rest)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


_BYTES = frozenset(("label", "index", "root", "body", "key", "file", "reading_hash", "head"))


def _plain(value: object) -> object:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, tuple):
        return [{k: _plain(v) for k, v in one.items()} for one in value]
    return value


def _whole(name: str, value: Any) -> Any:
    return bytes.fromhex(value) if name in _BYTES else value


def grow(table: EventTable, original: Original, seed: bytes, read: Read, tool: str) -> Tree:
    """Return the tree of one original. `table` holds its rows and no others, in the order its
    reader gave them; `tool` is the version of the program. Raises RecordNotThere and whatever
    `read` raises.
    """
    key, place = vrf_key(seed), records_of(table)
    found = digests(read, place.members, place.member, place.start, place.end)
    parts = threads_of(table)
    threads = [
        _thread(seed, key, label, leaves_of(place, found, where, thread_seed(seed, label)))
        for label, where in zip(parts.labels, parts.places, strict=True)
    ]
    threads.sort(key=lambda t: t.index)
    root = root_of([t.entry for t in threads]) if threads else hashed(NO_THREADS)
    file = file_hash(blind("file", seed), original.sha256, original.size)
    reading = _reading(table, original, seed, tool)
    read_as = reading_hash(blind("reading", seed), reading)
    head = head_hash(file, read_as, len(threads), key.public, root)
    return Tree(
        original.sha256, original.size, tuple(threads), key.public, root, file, reading, read_as,
        head,
    )


def body_of(of_thread: bytes, count: int, root: bytes) -> bytes:
    """Return the body of a thread; `of_thread` is its seed."""
    return hashed(BODY, thread_blind(of_thread), u64(count), root)


def _thread(seed: bytes, key: VrfKey, label: bytes, leaves: list[bytes]) -> Thread:
    root, count = root_of(leaves), len(leaves)
    body = body_of(thread_seed(seed, label), count, root)
    return Thread(label, output(key, label)[:32], count, root, body)


@dataclass(frozen=True, slots=True)
class Records:
    """Where each record lies: `member` is an index into `members` (None: the original itself)."""

    members: tuple[str | None, ...]
    member: Ints
    start: Ints
    end: Ints


def records_of(table: EventTable, rows: Ints | None = None) -> Records:
    """Return where these rows of the table lie (None: all of them)."""
    member, start, end = (
        c if rows is None else c[rows] for c in (table.member, table.start, table.end)
    )
    present, which = np.unique(member, return_inverse=True)
    paths = tuple(None if m < 0 else table.members[m] for m in present.tolist())
    return Records(
        paths, which.reshape(-1).astype(np.int64), start.astype(np.int64), end.astype(np.int64)
    )


def leaves_of(place: Records, found: bytes, where: Ints, of_thread: bytes) -> list[bytes]:
    """Return the leaves of one thread. `found`: the hashes of all records, 32 bytes each; `where`:
    which of them are the thread's, in order; `of_thread`: its seed.
    """
    sha256, paths = hashlib.sha256, [text(p or "") for p in place.members]
    spans = np.stack((place.start[where], place.end[where]), axis=1).astype(">u8")
    every = np.frombuffer(found, np.uint8).reshape(-1, 32)[where]
    # one slice for each record: start, end and hash beside each other
    ends = np.hstack((spans.view(np.uint8).reshape(-1, 16), every)).tobytes()
    some = zip(
        salts(of_thread, len(where)), place.member[where].tolist(), range(0, len(ends), 48),
        strict=True,
    )
    return [sha256(LEAF + salt + paths[m] + ends[at : at + 48]).digest() for salt, m, at in some]


def _reading(table: EventTable, original: Original, seed: bytes, tool: str) -> str:
    """Return how the original was read, as it is hashed."""
    sha256 = original.sha256
    readings = {
        key.removeprefix(sha256).removeprefix("/"): told
        for key, told in table.readings.items()
        if key == sha256 or key.startswith(f"{sha256}/")
    }
    spans = [
        (p.end or 0) - (p.start or 0)
        for p in table.problems
        if p.original in ("", sha256) and (p.end or 0) > (p.start or 0)
    ]
    unread = (len(spans), sum(spans))
    return reading_text(seed, original.name, readings, tool, len(table), unread)

"""Packs an event table into bytes to keep beside its sealed original, and unpacks it.

The one thing a reader would get wrong: this is only a saving of time. It can be deleted at any
moment and is worked
out again from the original; a table written by another version is not trusted but made afresh.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import numpy as np

from rainbook import __version__
from rainbook.record import COLUMNS, Account, EventTable, Problem, Wrapping

FORM = f"2 {__version__}"
_LENGTH = struct.Struct("<Q")


def pack(table: EventTable, asked: str) -> Iterator[bytes]:
    """Yield the table as bytes: a JSON head, then each column little-endian; a column of one value
    is only in the head.

    `asked` says what the file was read with (zone, day order, …): a table read otherwise is out of
    date.
    """
    same = {n: int(c[0]) for n, c in table.columns.items() if len(c) and (c == c[0]).all()}
    head = {
        "form": FORM,
        "asked": asked,
        "rows": len(table),
        "same": same,
        "originals": table.originals,
        "members": table.members,
        "zones": table.zones,
        "threads": table.threads,
        "recipients": table.recipients,
        "accounts": [[a.platform, a.kind, a.raw] for a in table.accounts],
        "readings": {k: dict(v) for k, v in table.readings.items()},
        "problems": [asdict(p) for p in table.problems],
        "wrappings": [asdict(w) for w in table.wrappings],
    }
    raw = json.dumps(head, ensure_ascii=True).encode()
    yield _LENGTH.pack(len(raw)) + raw
    for name, column in table.columns.items():
        if name not in same:
            yield np.ascontiguousarray(column, np.dtype(COLUMNS[name]).newbyteorder("<")).tobytes()


def unpack(blob: bytes, asked: str) -> EventTable | None:
    """Return the table, or None when it was made by another version or with other answers."""
    (length,) = _LENGTH.unpack_from(blob)
    head = json.loads(blob[_LENGTH.size : _LENGTH.size + length])
    if (
        head.get("form") != FORM
        or head.get("asked") != asked
        or not set(head["same"]) <= set(COLUMNS)
    ):
        return None
    at, rows = _LENGTH.size + length, head["rows"]
    columns: dict[str, Any] = {}
    for name, kind in COLUMNS.items():
        if name in head["same"]:
            columns[name] = np.full(rows, head["same"][name], kind)
            continue
        wide = np.dtype(kind).newbyteorder("<")
        columns[name] = np.frombuffer(blob, wide, rows, at).astype(kind, copy=False)
        at += rows * wide.itemsize
    return EventTable(
        columns=columns,
        originals=tuple(head["originals"]),
        members=tuple(head["members"]),
        zones=tuple(head["zones"]),
        accounts=tuple(Account(*a) for a in head["accounts"]),
        threads=tuple(head["threads"]),
        recipients=tuple(tuple(r) for r in head["recipients"]),
        readings=head["readings"],
        problems=tuple(Problem(**p) for p in head["problems"]),
        wrappings=tuple(Wrapping(**w) for w in head["wrappings"]),
    )

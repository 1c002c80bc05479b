"""Finds the rows that event ids name.

The one thing a reader would get wrong: an id cannot be turned back into a place, so every row's id
has to be worked out once; what is kept afterwards is eight bytes a row, on the table itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import Any

import numpy as np
import numpy.typing as npt

from rainbook.record.table import EventTable, reading_key

_KEPT = "_ids"


def rows_named(table: EventTable, ids: Collection[str]) -> dict[str, int]:
    """Return the row of each event id; an id that names no row is left out.

    The first call on a table of a million rows takes about a second and a half, each later one
    milliseconds.
    """
    found: dict[str, int] = {}
    if not ids or not len(table):
        return found
    marks = _marks(table)
    for one in ids:
        try:
            mark = np.uint64(int(one, 16)) if len(one) == 16 else None
        except ValueError:
            mark = None
        if mark is not None:
            rows = np.flatnonzero(marks == mark)
            if len(rows) and table.id_of(int(rows[0])) == one:
                found[one] = int(rows[0])
    return found


def _marks(table: EventTable) -> npt.NDArray[np.uint64]:
    """Return the first eight bytes of every row's id as a number, worked out once for a table."""
    kept: Any = table.__dict__.get(_KEPT)
    if kept is None:
        kept = np.zeros(len(table), np.uint64)
        files = table.original.astype(np.int64) * (len(table.members) + 1) + table.member + 1
        for code in np.unique(files).tolist():
            rows = np.flatnonzero(files == code)
            kept[rows] = _of_one_file(table, rows)
        # a frozen dataclass still has its dict; nothing is changed by keeping this in it
        table.__dict__[_KEPT] = kept
    return kept  # type: ignore[no-any-return]


def _of_one_file(table: EventTable, rows: npt.NDArray[Any]) -> npt.NDArray[np.uint64]:
    first = int(rows[0])
    original, member = table.originals[int(table.original[first])], table.member_of(first)
    source = table.readings[reading_key(original, member)]["source"]
    lead = f"{original}\0{member or ''}\0".encode("utf-8", "surrogatepass")
    tail = b"\0%d\0" + source.encode()
    sha256 = hashlib.sha256
    digests = b"".join(
        sha256(lead + b"%d" % start + tail % end).digest()[:8]
        for start, end in zip(table.start[rows].tolist(), table.end[rows].tolist(), strict=True)
    )
    return np.frombuffer(digests, ">u8").astype(np.uint64)

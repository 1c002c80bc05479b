"""The event table: one row for each thing one source says happened.

The one thing a reader would get wrong: words are not in the table. A row holds the byte span of its
record in
the sealed original; words, attachments and the time as written are read again from those bytes.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rainbook.record.nouns import Account, Problem, Wrapping

NO_TIME = np.iinfo(np.int64).min
"""Stands in `earliest` and `latest` where a record has no time that could be read."""


COLUMNS: Mapping[str, npt.DTypeLike] = {
    "original": np.int32,  # index into EventTable.originals
    "member": np.int32,  # index into EventTable.members; -1 = the original itself
    "start": np.int64,  # first byte of the record, in the original or its member
    "end": np.int64,  # one past its last byte
    "kind": np.uint8,
    "way": np.uint8,
    "state": np.uint8,
    "call": np.uint8,
    "duration": np.int32,  # seconds; -1 = the source does not say
    "earliest": np.int64,  # microseconds since 1970-01-01 UTC; NO_TIME
    "latest": np.int64,
    "sent": np.int64,  # the sender's clock where the source gives it beside its own; NO_TIME
    "precision": np.uint8,
    "zone": np.int16,  # index into EventTable.zones
    "zone_from": np.uint8,
    "actor": np.int32,  # index into EventTable.accounts; -1 = nobody named
    "thread": np.int32,  # index into EventTable.threads; -1 = none
    "seq": np.int64,  # place in its file, from 0: file order is evidence
    "warnings": np.uint32,  # Warn
    "received": np.int64,  # further clocks of the record, apart from each other; NO_TIME
    "edited": np.int64,
    "deleted": np.int64,
    "read": np.int64,
    "own": np.int32,  # index into accounts: the export owner's own account; -1 = not said
    "recipients": np.int32,  # index into EventTable.recipients; -1 = not said
    "group": np.uint8,  # 1 = in a chat of more than two, as far as the file shows
    "video": np.uint8,  # 1 = a call with a picture
    "refers": np.int64,  # `seq` of the record it answers or changes; -1 = none
}
RARE: Mapping[str, int] = {
    "received": NO_TIME,
    "edited": NO_TIME,
    "deleted": NO_TIME,
    "read": NO_TIME,
    "own": -1,
    "recipients": -1,
    "group": 0,
    "video": 0,
    "refers": -1,
}
"""Columns few sources fill, and what stands there when one does not."""


def unfilled(name: str, rows: int) -> npt.NDArray[Any]:
    """Return a rare column that no row fills: it takes no memory until somebody changes a copy."""
    return np.broadcast_to(np.array(RARE[name], COLUMNS[name]), rows)


@dataclass(frozen=True)
class EventTable:
    """Rows in file order, with the words they point to.

    `columns` maps each name in COLUMNS to a one-dimensional array of the same length. `readings`
    holds, for each original and member, what was decided for the whole file (source, date order,
    zone, line ends): rereading a row's bytes with it gives the same event. Columns do not hold
    words;
    the folded copy for finding is `search_text(words)`, worked out when asked and kept nowhere.
    """

    columns: Mapping[str, npt.NDArray[Any]]
    originals: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    threads: tuple[str, ...] = ()
    recipients: tuple[tuple[str, ...], ...] = ()
    readings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    wrappings: tuple[Wrapping, ...] = ()

    def __len__(self) -> int:
        return len(self.columns["start"])

    def __getattr__(self, name: str) -> npt.NDArray[Any]:
        try:
            return self.__dict__["columns"][name]  # type: ignore[no-any-return]
        except KeyError:
            raise AttributeError(name) from None

    def take(self, rows: npt.NDArray[Any]) -> EventTable:
        """Return the chosen rows (a mask or row numbers), same vocabularies."""
        return replace(self, columns={n: c[rows] for n, c in self.columns.items()})

    def member_of(self, row: int) -> str | None:
        """Return the path inside the container, or None where the record lies in the original
        itself.
        """
        index = int(self.columns["member"][row])
        return None if index < 0 else self.members[index]

    def id_of(self, row: int) -> str:
        """Return the row's stable id: 16 hex digits (FORMATS: sha256 of original, place and
        reader).
        """
        original = self.originals[int(self.columns["original"][row])]
        member = self.member_of(row)
        source = self.readings[reading_key(original, member)]["source"]
        return event_id(original, member, int(self.start[row]), int(self.end[row]), source)


def reading_key(original: str, member: str | None) -> str:
    """Return the key of `EventTable.readings` for a file."""
    return original if member is None else f"{original}/{member}"


def event_id(original: str, member: str | None, start: int, end: int, source: str) -> str:
    """Return 16 hex digits that name one record of one original for ever: importing twice gives the
    same.
    """
    place = "\0".join((original, member or "", str(start), str(end), source))
    return hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def search_text(words: str) -> str:
    """Return a folded copy for finding (NFKC, casefold, no marks or controls); evidence itself is
    never folded.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", words).casefold())
    kept = (
        " " if c.isspace() else c
        for c in folded
        if unicodedata.category(c) not in ("Mn", "Cf", "Cc", "Cs") or c.isspace()
    )
    return " ".join("".join(kept).split())


def empty_columns(rows: int = 0) -> dict[str, npt.NDArray[Any]]:
    """Return every column with `rows` zeros."""
    return {name: np.zeros(rows, dtype=kind) for name, kind in COLUMNS.items()}


def join(tables: Sequence[EventTable]) -> EventTable:
    """Return one table of all rows in the given order, with shared vocabularies."""
    vocab: dict[str, dict[Any, int]] = {
        n: {} for n in ("originals", "members", "zones", "accounts", "threads", "recipients")
    }
    points = {
        "original": "originals",
        "member": "members",
        "zone": "zones",
        "actor": "accounts",
        "thread": "threads",
        "own": "accounts",
        "recipients": "recipients",
    }
    parts: dict[str, list[npt.NDArray[Any]]] = {name: [] for name in COLUMNS}
    readings: dict[str, Mapping[str, str]] = {}
    for table in tables:
        readings.update(table.readings)
        moved = {}
        for column, words in points.items():
            known = vocab[words]
            lift = [known.setdefault(w, len(known)) for w in getattr(table, words)]
            # the extra last place answers for -1, "none"
            moved[column] = np.array([*lift, -1], dtype=COLUMNS[column])[table.columns[column]]
        for name in COLUMNS:
            parts[name].append(moved.get(name, table.columns[name]))
    columns = {n: np.concatenate(p) if p else np.zeros(0, COLUMNS[n]) for n, p in parts.items()}
    return EventTable(
        columns=columns,
        readings=readings,
        problems=tuple(p for t in tables for p in t.problems),
        wrappings=tuple(w for t in tables for w in t.wrappings),
        **{name: tuple(known) for name, known in vocab.items()},
    )

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
from enum import IntEnum, IntFlag
from typing import Any

import numpy as np
import numpy.typing as npt

from rainbook.record.nouns import Account, Problem, Wrapping

NO_TIME = np.iinfo(np.int64).min
"""Stands in `earliest` and `latest` where a record has no time that could be read."""


class Kind(IntEnum):
    """What sort of thing happened."""

    OTHER = 0
    MESSAGE = 1
    CALL = 2
    VOICEMAIL = 3
    EMAIL = 4
    REACTION = 5
    FRIEND_REQUEST = 6
    MESSAGE_REQUEST = 7
    LOGIN = 8
    DEVICE_ADDED = 9
    LOCATION_SHARE = 10
    SCREENSHOT_TAKEN = 11
    SECURITY_CODE_CHANGED = 12
    NUMBER_CHANGED = 13
    BLOCK = 14
    UNBLOCK = 15
    GROUP_CHANGE = 16
    MEDIA = 17
    DRAFT = 18
    DIARY = 19
    CONTACT_CARD = 20
    POLL = 21
    SYSTEM_NOTE = 22
    REMOVED_LATER = 23


class Way(IntEnum):
    """Which way it went, seen from the owner of the export. UNKNOWN until the person says which
    account is theirs.
    """

    UNKNOWN = 0
    RECEIVED = 1
    SENT = 2
    MISSED = 3
    OBSERVED = 4
    SYSTEM = 5


class State(IntEnum):
    """What became of it."""

    NORMAL = 0
    EDITED = 1
    DELETED_BY_SENDER = 2
    DELETED_BY_OWNER = 3
    DELETED = 4
    FAILED = 5
    BLOCKED_BY_DEVICE = 6
    EXPIRED = 7
    VIEW_ONCE = 8
    NOT_YET_SENT = 9


class Call(IntEnum):
    """How a call ended (Android CallLog.Calls values are mapped to these by the reader)."""

    NOT_A_CALL = 0
    ANSWERED = 1
    MISSED = 2
    REJECTED = 3
    BLOCKED = 4
    VOICEMAIL = 5
    CANCELLED = 6
    ANSWERED_ELSEWHERE = 7
    OUTCOME_UNKNOWN = 8


class Precision(IntEnum):
    """How finely the source wrote the time."""

    NONE = 0
    MICROSECOND = 1
    MILLISECOND = 2
    SECOND = 3
    MINUTE = 4
    HOUR = 5
    DAY = 6
    MONTH = 7
    YEAR = 8
    PART_OF_DAY = 9


class ZoneFrom(IntEnum):
    """Where the zone of a time came from."""

    IN_RECORD = 0
    ASSUMED = 1
    USER = 2
    PEER_FIELD = 3


class Warn(IntFlag):
    """The closed list of doubts a reader may attach to one row."""

    AMBIGUOUS_DATE_ORDER = 1 << 0
    TZ_ASSUMED = 1 << 1
    DST_FOLD = 1 << 2
    DST_GAP = 1 << 3
    CLOCK_BACKWARD = 1 << 4
    FORGED_HEADER_SUSPECT = 1 << 5
    REPAIRED_SURROGATE = 1 << 6
    REPAIRED_MOJIBAKE = 1 << 7
    REPAIRED_JSON_ESCAPE = 1 << 8
    TRUNCATED_TAIL = 1 << 9
    COUNT_MISMATCH = 1 << 10
    MARKER_WITHOUT_LRM = 1 << 11
    MISSING_ATTACHMENT = 1 << 12
    DUPLICATE_OF = 1 << 13
    EXPORT_CAP_SUSPECT = 1 << 14
    UNSUPPORTED_KIND = 1 << 15
    UNREADABLE_TEXT = 1 << 16
    HIDDEN_CHARACTERS = 1 << 17
    LINE_TOO_LONG = 1 << 18
    UNREADABLE_TIME = 1 << 19
    TIME_IMPLAUSIBLE = 1 << 20
    MAY_BELONG_TO_MESSAGE_BEFORE = 1 << 21
    CUT = 1 << 22
    TIME_IN_TWO_READINGS = 1 << 23

    def names(self) -> list[str]:
        """Return the doubts as words of the stable interface, in the order of the list."""
        return [w.name.lower() for w in Warn if w in self and w.name]


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
}


@dataclass(frozen=True)
class EventTable:
    """Rows in file order, with the words they point to.

    `columns` maps each name in COLUMNS to a one-dimensional array of the same length. `reading`
    holds, for each
    original and member, what was decided for the whole file (source, date order, zone, line ends):
    rereading a
    row's bytes with it gives the same event.
    """

    columns: Mapping[str, npt.NDArray[Any]]
    originals: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    threads: tuple[str, ...] = ()
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
        n: {} for n in ("originals", "members", "zones", "accounts", "threads")
    }
    points = {
        "original": "originals",
        "member": "members",
        "zone": "zones",
        "actor": "accounts",
        "thread": "threads",
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

"""An open book: its folder, its keys, its log in memory, and the one way to add to it.

The one thing a reader would get wrong: a book whose log is damaged still opens, so that everything
left in it can be read and checked; it only takes no more entries.
"""

from __future__ import annotations

import hashlib
import hmac
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rainbook.custody.chain import Chain
from rainbook.custody.disk import Disk
from rainbook.custody.faults import BookDamaged, Fault
from rainbook.custody.keys import Keys
from rainbook.custody.log import LogRecord
from rainbook.record import Original, RainbookError

FORMAT = b"book 1\n"
Clock = Callable[[], str]
"""Gives the present instant as ISO 8601 in UTC."""
SLOT_LIMIT = 16


class ReadOnly(RainbookError):
    """The book was opened for reading only."""


class BookClosed(RainbookError):
    """The book has been closed."""


def utc_now() -> str:
    """Return the computer's time in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True)
class Holder:
    """A key holder.

    The id of the slot file, its kind (owner, recovery, holder), a label, who added it.
    """

    slot: str
    kind: str
    label: str
    by: str
    at: str
    sha256: str


@dataclass(slots=True)
class Book:
    """Everything the other files of this stage work on."""

    folder: Path
    master: bytes
    keys: Keys
    disk: Disk
    chain: Chain
    clock: Clock
    slot: str = ""
    read_only: bool = False
    closed: bool = False
    faults: list[Fault] = field(default_factory=list)
    put_right: list[Fault] = field(default_factory=list)
    records: list[LogRecord] = field(default_factory=list)
    originals: dict[str, Original] = field(default_factory=dict)
    guard: threading.RLock = field(default_factory=threading.RLock)

    def add(self, kind: str, by: str, body: Mapping[str, Any]) -> LogRecord:
        """Add an entry to the log; it lasts when this returns.

        Raises ReadOnly, BookDamaged, BookClosed, RecordTooLong, DiskFull, DiskRefused.
        """
        with self.guard:
            self.may_write()
            record = self.chain.append(self.clock(), by, kind, body)
            self.remember(record)
            return record

    def forget(self) -> None:
        """Let go of the keys; nothing can be read or added any more."""
        self.closed, self.master, self.keys = True, b"", Keys(*[b""] * 6)

    def may_read(self) -> None:
        """Raise BookClosed after the book was closed."""
        if self.closed:
            raise BookClosed("The book is closed. Open it again.")

    def may_write(self) -> None:
        """Raise ReadOnly, BookDamaged or BookClosed where nothing can be added."""
        self.may_read()
        self.whole()
        if self.read_only:
            raise ReadOnly("The book was opened for reading only. Open it for writing to add.")

    def whole(self) -> None:
        """Raise BookDamaged where the log is not as the book left it."""
        if self.faults:
            raise BookDamaged(
                f"{self.faults[0].sentence} What is in the book can still be read and checked, but"
                " nothing can be added. Put the folder back from a copy, or start a new book and"
                " add the files to it."
            )

    def remember(self, record: LogRecord) -> None:
        """Keep a record in memory, and the original it seals."""
        self.records.append(record)
        body = record.body
        if record.kind == "sealed":
            self.originals[body["sha256"]] = Original(
                sha256=body["sha256"], size=body["size"], name=body["name"], received=record.at,
                by=record.by, came_from=body["came_from"], how=body["how"], own=body["own"],
            )

    def name_of(self, sha256: str) -> bytes:
        """Return the 32 bytes an original is named by: they tell nothing without the key."""
        return hmac.digest(self.keys.file_names, bytes.fromhex(sha256), hashlib.sha256)

    def path_of(self, sha256: str) -> Path:
        """Return where the original is stored."""
        name = self.name_of(sha256).hex()
        return self.folder / "originals" / name[:2] / name

    def kept_of(self) -> list[tuple[str, str]]:
        """Return what may be kept in `tables/`, as (key for table_path_of, what it is in words)."""
        tables = [(s, f"The table kept for {o.name!r}") for s, o in self.originals.items()]
        trees = [(tree_key(s), f"The proof kept for {o.name!r}") for s, o in self.originals.items()]
        return tables + trees + [(key, what) for key, what in UNFINISHED.items()]

    def table_name_of(self, sha256: str) -> bytes:
        """Return the 32 bytes the table of an original is named by."""
        return hmac.digest(self.keys.table_names, bytes.fromhex(sha256), hashlib.sha256)

    def table_path_of(self, sha256: str) -> Path:
        """Return where the table of an original is kept."""
        return self.folder / "tables" / self.table_name_of(sha256).hex()


def _unfinished(name: str) -> str:
    return hashlib.sha256(f"unfinished {name}".encode()).hexdigest()


UNFINISHED: Mapping[str, str] = {
    _unfinished("notes"): "The unfinished notes",
    _unfinished("pictures"): "The pictures of the unfinished notes",
}
"""What is kept among the tables and belongs to no original: key for table_path_of, what it is in
words (docs/format-v1.md, section 4).
"""


def tree_key(sha256: str) -> str:
    """Return the key, in place of an original's SHA-256, under which its proof tree is kept among
    the tables (docs/format-v1.md, section 4).
    """
    return hashlib.sha256(b"proof tree" + bytes.fromhex(sha256)).hexdigest()


def holders_of(records: list[LogRecord]) -> tuple[dict[str, Holder], dict[str, int]]:
    """Return the holders in force by slot id.

    The removed slots with the record that removed them.
    """
    active: dict[str, Holder] = {}
    removed: dict[str, int] = {}
    for record in records:
        if record.kind not in HOLDER_KINDS:
            continue
        for slot in record.body.get("removed", ()):
            active.pop(slot, None)
            removed[slot] = record.number
        for new in record.body.get("added", ()):
            active[new["slot"]] = Holder(
                new["slot"], new["kind"], new["label"], record.by, record.at, new["sha256"])
    return active, removed


HOLDER_KINDS = frozenset(
    ("begun", "holder added", "holder removed", "passphrase changed", "recovery code replaced")
)
OWN_KINDS = HOLDER_KINDS | {
    "sealed", "received again", "decided", "opened", "recovered", "put right",
}
"""Kinds only this stage writes; a note can be of any other kind."""

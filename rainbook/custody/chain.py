"""The log and its head together: what was reported as done, and adding one more entry to it.

The one thing a reader would get wrong: an entry counts as done only when the head says so. A
process can die between the two writes, so exactly one whole entry past the head is taken in; two
are a sign of an old head.
"""

from __future__ import annotations

import secrets
import struct
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from rainbook.custody.disk import Disk, refused
from rainbook.custody.faults import BookDamaged, Fault
from rainbook.custody.keys import Keys
from rainbook.custody.log import (
    START,
    Framed,
    LogRecord,
    chain_of,
    entries,
    is_torn,
    read_log,
    written,
)
from rainbook.record import RainbookError

HEAD_LABEL = b"book 1 head"
HEAD_BYTES = 84  # 12 nonce, 56 figures, 16 tag


@dataclass(frozen=True, slots=True)
class Head:
    """How many records, the chain value after the last, how many bytes of log.

    How many originals.
    """

    records: int = 0
    chain: bytes = START
    log_bytes: int = 0
    originals: int = 0


@dataclass(slots=True)
class Examined:
    """The log as it stands.

    Records in order, faults that stop writing, and work left unfinished.
    """

    framed: list[Framed] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unfinished: list[Fault] = field(default_factory=list)
    head: Head = field(default_factory=Head)
    keep: int = 0
    torn: int = 0


def examine(folder: Path, keys: Keys) -> Examined:
    """Read the log and the head of a book and compare them; nothing is changed. Raises OSError."""
    found = Examined()
    data, head = _bytes(folder / "log", found), _read_head(folder / "head", keys, found)
    read = read_log(data, keys.log)
    found.framed = read.framed
    found.faults += read.faults
    tail = read.gaps[-1] if read.gaps and read.gaps[-1][1] == len(data) else None
    found.keep = tail[0] if tail else len(data)
    if head is not None:
        found.head = head
        _compare(found, head, len(data))
        if tail:
            _tail(found, head, data, tail[0])
    elif tail:
        found.faults.append(Fault("changed", f"log, bytes {tail[0]} to {tail[1]}",
                                  "The end of the log cannot be read."))
    return found


def _bytes(path: Path, found: Examined) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        found.faults.append(Fault("missing", path.name, f"The file {path.name} is not there."))
        return b""


def _read_head(path: Path, keys: Keys, found: Examined) -> Head | None:
    data = _bytes(path, found)
    if found.faults and found.faults[-1].place == path.name:
        return None
    try:
        if len(data) != HEAD_BYTES:
            raise InvalidTag
        plain = AESGCM(keys.head).decrypt(data[:12], data[12:], HEAD_LABEL)
    except InvalidTag:
        found.faults.append(Fault("changed", "head", "The head of the log was changed: it cannot"
                                  " say any more where the log should end."))
        return None
    return Head(*struct.unpack(">Q32sQQ", plain))


def _head_bytes(head: Head, keys: Keys) -> bytes:
    plain = struct.pack(">Q32sQQ", head.records, head.chain, head.log_bytes, head.originals)
    nonce = secrets.token_bytes(12)
    return nonce + AESGCM(keys.head).encrypt(nonce, plain, HEAD_LABEL)


def _compare(found: Examined, head: Head, length: int) -> None:
    """Name where the log and the head do not agree."""
    by_number = {f.record.number: f for f in found.framed}
    past = [f for f in found.framed if f.record.number >= head.records]
    highest = max((n for n in by_number if n < head.records), default=-1)
    if head.records and highest < head.records - 1:
        if length < head.log_bytes and not any(f.kind == "missing" for f in found.faults):
            found.faults.append(Fault(
                "cut", "log", f"The log was cut at its end: {length} of {head.log_bytes} bytes are"
                f" there. {entries(highest + 1, head.records)} is lost."))
    elif head.records and by_number[head.records - 1].chain != head.chain and not found.faults:
        found.faults.append(Fault(
            "changed", "head", "The head and the log do not belong together: one of them was put"
            " back from another copy."))
    if len(past) > 1:
        found.faults.append(Fault(
            "changed", "head", f"The head is older than the log: it knows {head.records} entries"
            f" and the log goes on to {past[-1].record.number}."))
    elif past:
        found.unfinished.append(Fault(
            "unfinished", "log", f"Entry {past[0].record.number} was written and not yet reported"
            " as done when the program stopped. It is kept."))
    sealed = sum(f.record.kind == "sealed" for f in found.framed if f not in past)
    if sealed != head.originals and not found.faults:
        found.faults.append(Fault("changed", "head", f"The head counts {head.originals} originals"
                                  f" and the log {sealed}."))


def _tail(found: Examined, head: Head, data: bytes, start: int) -> None:
    """Name the bytes at the end of the log that are no record."""
    place = f"log, bytes {start} to {len(data)}"
    if start < head.log_bytes:
        if len(data) >= head.log_bytes:
            found.faults.append(Fault(
                "changed", place, f"The end of the log was changed: entry {head.records - 1}"
                " cannot be read."))
    elif is_torn(data[start:]):
        found.torn = len(data) - start
        found.unfinished.append(Fault(
            "unfinished", place, "An entry was being written when the program stopped. It was"
            " never reported as done."))
    else:
        found.faults.append(Fault("added", place, "There are bytes after the end of the log that"
                                  " this program did not write."))


class Chain:
    """The log of an open book, ready to take entries."""

    def __init__(self, folder: Path, keys: Keys, disk: Disk) -> None:
        self._log, self._head = folder / "log", folder / "head"
        self._keys, self._disk = keys, disk
        self.head = Head()
        self.broken = ""

    def begin(self) -> None:
        """Make an empty log. Raises OSError."""
        with self._disk.create(self._log) as file:
            self._disk.flush(file)
        self._disk.whole(self._head, _head_bytes(self.head, self._keys))

    def know(self, found: Examined) -> None:
        """Go on from a log without faults, changing nothing on the disk."""
        records = len(found.framed)
        self.head = Head(
            records, found.framed[-1].chain if records else START, found.keep,
            sum(f.record.kind == "sealed" for f in found.framed),
        )

    def take(self, found: Examined) -> None:
        """Cut off a torn end and bring the head up to one whole entry past it. Raises OSError."""
        if found.torn:
            self._shorten(found.keep)
        if self.head != found.head:
            self._disk.whole(self._head, _head_bytes(self.head, self._keys))

    def append(self, at: str, by: str, kind: str, body: Mapping[str, Any]) -> LogRecord:
        """Add one entry; it is on the disk when this returns.

        Raises BookDamaged, RecordTooLong, DiskFull, DiskRefused; then nothing was added.
        """
        if self.broken:
            raise BookDamaged(self.broken)
        old = self.head
        fields = {"at": at, "body": dict(body), "by": by, "kind": kind}
        data = written(self._keys.log, old.records, old.chain, fields)
        try:
            self._add(data)
            self.head = Head(old.records + 1, chain_of(data), old.log_bytes + len(data),
                             old.originals + (kind == "sealed"))
            self._disk.whole(self._head, _head_bytes(self.head, self._keys))
        except OSError as error:
            self._undo(old)
            raise refused(error, "writing to the log") from error
        return LogRecord(old.records, at, by, kind, body, old.chain.hex())

    def _add(self, data: bytes) -> None:
        with self._log.open("r+b", buffering=0) as file:
            file.seek(self.head.log_bytes)
            self._disk.write(file, data)
            self._disk.flush(file)

    def _undo(self, old: Head) -> None:
        """Take a half-made entry out again, unless the new head is already in place."""
        self.broken = "The last entry could not be finished. Close the book and open it again."
        with suppress(OSError):
            found = Examined()
            if _read_head(self._head, self._keys, found) == old:
                self._shorten(old.log_bytes)
                self.head, self.broken = old, ""

    def _shorten(self, length: int) -> None:
        with self._log.open("r+b", buffering=0) as file:
            self._disk.steps("shorten")
            file.truncate(length)
            self._disk.flush(file)


def mark_of(head: Head) -> str:
    """Return the mark of a point of the log: how many entries, and 32 hex digits of the chain."""
    digits = head.chain.hex()[:32]
    return f"{head.records}-" + "-".join(digits[n:n + 8] for n in range(0, 32, 8))


class MarkUnreadable(RainbookError):
    """What was given as a mark is not one."""


def mark_holds(mark: str, chains: Mapping[int, bytes]) -> bool:
    """Return whether the log holds the point `mark`; `chains` maps a count of entries to its value.

    Raises MarkUnreadable.
    """
    count, _, digits = "".join(mark.split()).lower().partition("-")
    digits = digits.replace("-", "")
    if not count.isdecimal() or len(digits) != 32 or set(digits) - set("0123456789abcdef"):
        raise MarkUnreadable(f"{mark!r} is not a mark. A mark looks like {mark_of(Head())}.")
    known = chains.get(int(count))
    return known is not None and known.hex()[:32] == digits

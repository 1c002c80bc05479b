"""The log: encrypted records, each carrying its number and the chain value before it.

The one thing a reader would get wrong: damage in one record does not hide the rest. The number and
the chain value stand in front of each record and are bound to it, so what follows the damage is
still read and placed.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from rainbook.custody.faults import Fault
from rainbook.record import RainbookError

START = bytes(32)
"""The chain value before record 0."""
LABEL = b"book 1 record"
FRONT = 56  # 4 length, 8 number, 32 chain value before, 12 nonce
LEAST, MOST = FRONT - 4 + 16, 16 * 1024 * 1024
PAD = 256  # plaintext is filled with spaces to a multiple: lengths tell little
_HINT = bytes(5)  # a record's number is far below 2**24, so it starts with five zero bytes


class RecordTooLong(RainbookError):
    """What should be written to the log is longer than one record can hold (16 MiB)."""


@dataclass(frozen=True, slots=True)
class LogRecord:
    """One record.

    Its number from 0, when (ISO 8601 UTC), who, what kind, and the kind's own fields.
    """

    number: int
    at: str
    by: str
    kind: str
    body: Mapping[str, Any]
    before: str


@dataclass(frozen=True, slots=True)
class Framed:
    """A whole, authenticated record and the bytes of the log it stands in."""

    record: LogRecord
    start: int
    end: int
    chain: bytes


@dataclass(slots=True)
class LogRead:
    """What a log holds: records in order of number, faults, and where the last whole one ends."""

    framed: list[Framed] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    gaps: list[tuple[int, int]] = field(default_factory=list)
    end: int = 0


def written(key: bytes, number: int, before: bytes, fields: Mapping[str, Any]) -> bytes:
    """Return the bytes of one record. Raises RecordTooLong."""
    plain = json.dumps(fields, separators=(",", ":"), ensure_ascii=True).encode("ascii")
    plain += b" " * (-len(plain) % PAD)
    if len(plain) + LEAST > MOST:
        raise RecordTooLong("This is longer than one entry of the log can hold (16 MiB).")
    front = struct.pack(">Q", number) + before
    nonce = secrets.token_bytes(12)
    rest = front + nonce + AESGCM(key).encrypt(nonce, plain, LABEL + front)
    return struct.pack(">I", len(rest)) + rest


def chain_of(record: bytes) -> bytes:
    """Return the chain value after a record.

    SHA-256 of its bytes, which hold the value before it.
    """
    return hashlib.sha256(record).digest()


def read_log(data: bytes, key: bytes) -> LogRead:
    """Return every record that can be read, wherever it stands, and what is wrong with the rest."""
    found, cipher = LogRead(), AESGCM(key)
    place = 0
    in_file: list[Framed] = []
    while place < len(data):
        framed = _frame(data, place, cipher)
        if framed is None:
            after = _next_frame(data, place + 1, cipher)
            stop = after.start if after else len(data)
            found.gaps.append((place, stop))
            place = stop
            continue
        in_file.append(framed)
        place = found.end = framed.end
    _place(found, in_file)
    return found


def is_torn(tail: bytes) -> bool:
    """Return True when bytes are what a stopped write leaves.

    The start of one record, or nothing yet.

    Zeros are what some file systems show where a write had not arrived when the power went.
    """
    if not any(tail) or len(tail) < 4:
        return True
    length = int.from_bytes(tail[:4], "big")
    return LEAST <= length <= MOST and len(tail) < 4 + length


def _frame(data: bytes, place: int, cipher: AESGCM) -> Framed | None:
    length = int.from_bytes(data[place:place + 4], "big")
    end = place + 4 + length
    if not LEAST <= length <= MOST or end > len(data):
        return None
    front, nonce = data[place + 4:place + 44], data[place + 44:place + FRONT]
    try:
        fields = json.loads(cipher.decrypt(nonce, data[place + FRONT:end], LABEL + front))
        record = LogRecord(
            int.from_bytes(front[:8], "big"), fields["at"], fields["by"], fields["kind"],
            fields["body"], front[8:].hex(),
        )
    except (InvalidTag, ValueError, KeyError, TypeError):
        return None
    return Framed(record, place, end, chain_of(data[place:end]))


def _next_frame(data: bytes, start: int, cipher: AESGCM) -> Framed | None:
    hint = data.find(_HINT, start)
    while hint >= 0:
        if hint - 4 >= start and (framed := _frame(data, hint - 4, cipher)):
            return framed
        hint = data.find(_HINT, hint + 1)
    return None


def _place(found: LogRead, in_file: list[Framed]) -> None:
    by_number: dict[int, Framed] = {}
    highest = -1
    for framed in in_file:
        number = framed.record.number
        if number in by_number:
            found.faults.append(Fault(
                "added", _where(framed), f"Entry {number} of the log stands in it twice."))
            continue
        if number < highest:
            found.faults.append(Fault(
                "reordered", _where(framed), f"Entry {number} of the log stands after entry"
                f" {highest}: the entries are not in their order."))
        by_number[number] = framed
        highest = max(highest, number)
    found.framed = [by_number[number] for number in sorted(by_number)]
    lost = _explain_gaps(found, in_file, set(by_number))
    _chain(found, by_number, lost)


def _explain_gaps(found: LogRead, in_file: list[Framed], present: set[int]) -> set[int]:
    """Name each stretch that is no record, but for one at the very end; return the numbers lost."""
    lost: set[int] = set()
    for start, stop in found.gaps:
        after = next((f.record.number for f in in_file if f.start >= stop), None)
        if after is None:
            continue  # the end of the log: the head says what should stand there
        before = max((f.record.number for f in in_file if f.end <= start), default=-1)
        here = [n for n in range(before + 1, after) if n not in present]
        place = f"log, bytes {start} to {stop}"
        if here:
            found.faults.append(Fault(
                "changed", place, f"{entries(here[0], here[-1] + 1)} of the log cannot be read:"
                " the bytes were changed."))
        else:
            found.faults.append(Fault("added", place, "There are bytes between two entries of the"
                                      " log that do not belong there."))
        lost.update(here)
    return lost


def _chain(found: LogRead, by_number: dict[int, Framed], lost: set[int]) -> None:
    """Name what is missing between the records and where the chain of values does not hold."""
    expected = 0
    for framed in found.framed:
        number = framed.record.number
        if any(n not in lost for n in range(expected, number)):
            found.faults.append(
                Fault("missing", "log", f"{entries(expected, number)} of the log is not there."))
        previous = by_number.get(number - 1)
        before = START if number == 0 else previous.chain if previous else None
        if before is not None and before.hex() != framed.record.before:
            found.faults.append(Fault(
                "changed", _where(framed), f"Entry {number} of the log does not follow from the"
                " entry before it: one of the two was put in from elsewhere."))
        expected = number + 1


def entries(first: int, end: int) -> str:
    """Return the words for records `first` up to, not including, `end`."""
    return f"Entry {first}" if end == first + 1 else f"Entries {first} to {end - 1}"


def _where(framed: Framed) -> str:
    return f"log, bytes {framed.start} to {framed.end}"

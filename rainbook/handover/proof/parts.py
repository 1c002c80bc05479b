"""The parts of a proof as they are read from proof/proof.json, each of the right type.

The one thing a reader would get wrong: here only the form is checked. That a part has the right
shape says nothing about whether it is true; `checking` does that.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rainbook.handover.proof.strict import (
    fields,
    hashes,
    hexed,
    load,
    number,
    several,
    unreadable,
    words,
)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entry beside the place where a label would stand."""

    place: int
    index: bytes
    body: bytes
    path: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Absent:
    """The claim that no thread of an original has a label."""

    label: bytes
    pi: bytes
    before: Neighbour | None
    after: Neighbour | None


@dataclass(frozen=True, slots=True)
class GivenThread:
    """A thread opened; `records` are (path of the member, start, end)."""

    place: int
    path: tuple[bytes, ...]
    index: bytes
    label: bytes | None
    pi: bytes | None
    blind: bytes
    count: int
    ranges: tuple[tuple[int, int], ...]
    seeds: tuple[bytes, ...]
    hashes: tuple[bytes, ...]
    records: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """What opens the hash of how a file was read, and of the file itself; `blind` is None where the
    file stays closed because something was taken out of a copy of it, and `sha256` is "" then.
    """

    blind: bytes | None
    sha256: str
    size: int
    reading_blind: bytes
    reading: str


@dataclass(frozen=True, slots=True)
class Where:
    """Where records lie in the bundle: `whole`, or by member (extract, table of its spans)."""

    whole: str
    extracts: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class OriginalPart:
    """One original in the proof."""

    file: bytes
    head: bytes
    reading_hash: bytes
    threads: int
    key: bytes
    root: bytes
    opened: OpenedFile | None
    where: Where | None
    given: tuple[GivenThread, ...]
    absent: tuple[Absent, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A statement with its time stamp reply (DER)."""

    statement: str
    signature: bytes
    token: bytes


@dataclass(frozen=True, slots=True)
class Proof:
    """A whole proof. `labels`: label → what the complainant calls the person."""

    statement: str
    key: bytes
    signature: bytes
    stamps: tuple[Stamp, ...]
    originals: tuple[OriginalPart, ...]
    labels: Mapping[bytes, str]


def parse(raw: bytes) -> Proof:
    """Return the proof in these bytes. Raises Refused."""
    names = "format statement key signature stamps originals labels"
    top = fields(load(raw, "The proof"), "The proof", names)
    if top["format"] != "rainbook proof 1":
        raise unreadable("This proof is in a format that this program does not know.")
    return Proof(
        words(top["statement"], "The statement"),
        hexed(top["key"], "The signing key"),
        hexed(top["signature"], "The signature", 64),
        tuple(_stamp(s) for s in several(top["stamps"], "The list of time stamps")),
        tuple(_original(o) for o in several(top["originals"], "The list of files")),
        _labels(top["labels"]),
    )


def _labels(value: Any) -> dict[bytes, str]:
    made: dict[bytes, str] = {}
    for one in several(value, "The list of names"):
        part = fields(one, "A name", "label person")
        label = hexed(part["label"], "A name", None)
        if label in made:
            raise unreadable("A name is claimed twice.")
        made[label] = words(part["person"], "The person of a name")
    return made


def _stamp(value: Any) -> Stamp:
    part = fields(value, "A time stamp", "statement signature token")
    try:
        token = base64.b64decode(words(part["token"], "A time stamp").encode(), validate=True)
    except (binascii.Error, ValueError):
        raise unreadable("A time stamp is not in base 64.") from None
    return Stamp(
        words(part["statement"], "A stamped statement"),
        hexed(part["signature"], "The signature of a stamped statement", 64),
        token,
    )


def _original(value: Any) -> OriginalPart:
    whose = "A file in the proof"
    names = "file head reading_hash threads key root opened bytes members given absent"
    part = fields(value, whose, names)
    members = [words(m, "A path inside a file") for m in several(part["members"], whose)]
    return OriginalPart(
        hexed(part["file"], whose),
        hexed(part["head"], whose),
        hexed(part["reading_hash"], whose),
        number(part["threads"], "The number of threads"),
        hexed(part["key"], "The key of a file"),
        hexed(part["root"], whose),
        None if part["opened"] is None else _opened(part["opened"]),
        None if part["bytes"] is None else _where(part["bytes"]),
        tuple(_thread(t, members) for t in several(part["given"], whose)),
        tuple(_absent(a) for a in several(part["absent"], whose)),
    )


def _opened(value: Any) -> OpenedFile:
    whose = "The opening of a file"
    part = fields(value, whose, "blind sha256 size reading_blind reading")
    closed = [part[name] is None for name in ("blind", "sha256", "size")]
    if any(closed) and not all(closed):
        raise unreadable(f"{whose} is given in part only.")
    return OpenedFile(
        None if closed[0] else hexed(part["blind"], whose),
        "" if closed[1] else hexed(part["sha256"], whose).hex(),
        0 if closed[2] else number(part["size"], "The size of a file"),
        hexed(part["reading_blind"], whose),
        words(part["reading"], "How a file was read"),
    )


def _where(value: Any) -> Where:
    whose = "Where the records of a file are"
    if isinstance(value, dict) and set(value) == {"whole"}:
        return Where(words(value["whole"], whose), {})
    extracts: dict[str, tuple[str, str]] = {}
    for one in several(fields(value, whose, "extracts")["extracts"], whose):
        part = fields(one, whose, "member file spans")
        member = words(part["member"], whose)
        if member in extracts:
            raise unreadable(f"{whose} is said twice.")
        extracts[member] = words(part["file"], whose), words(part["spans"], whose)
    return Where("", extracts)


def _thread(value: Any, members: list[str]) -> GivenThread:
    whose = "A thread"
    names = "place path index label pi blind count ranges seeds hashes records"
    part = fields(value, whose, names)
    label, pi = part["label"], part["pi"]
    if (label is None) != (pi is None):
        raise unreadable("A thread has a name without its proof, or a proof without its name.")
    return GivenThread(
        number(part["place"], "The place of a thread"),
        hashes(part["path"], "The path of a thread"),
        hexed(part["index"], "The index of a thread"),
        None if label is None else hexed(label, "The name of a thread", None),
        None if pi is None else hexed(pi, "The proof of a name", 80),
        hexed(part["blind"], whose),
        number(part["count"], "The number of records in a thread"),
        tuple(_pair(r) for r in several(part["ranges"], whose)),
        hashes(part["seeds"], "A seed in a thread"),
        hashes(part["hashes"], "A hash in a thread"),
        tuple(_record(r, members) for r in several(part["records"], whose)),
    )


def _pair(value: Any) -> tuple[int, int]:
    pair = several(value, "A range of records")
    if len(pair) != 2:
        raise unreadable("A range of records has not two ends.")
    return number(pair[0], "A range of records"), number(pair[1], "A range of records")


def _record(value: Any, members: list[str]) -> tuple[str, int, int]:
    part = several(value, "A record")
    if len(part) != 3:
        raise unreadable("A record has not exactly a place, a start and an end.")
    member, start, end = (number(n, "The place of a record") for n in part)
    if member >= len(members):
        raise unreadable("A record stands in a part of a file that is not named.")
    return members[member], start, end


def _absent(value: Any) -> Absent:
    part = fields(value, "A name said to be absent", "label pi before after")
    return Absent(
        hexed(part["label"], "A name said to be absent", None),
        hexed(part["pi"], "The proof of a name", 80),
        None if part["before"] is None else _neighbour(part["before"]),
        None if part["after"] is None else _neighbour(part["after"]),
    )


def _neighbour(value: Any) -> Neighbour:
    part = fields(value, "A neighbour of an absent name", "place index body path")
    return Neighbour(
        number(part["place"], "The place of a neighbour"),
        hexed(part["index"], "The index of a neighbour"),
        hexed(part["body"], "A neighbour of an absent name"),
        hashes(part["path"], "The path of a neighbour"),
    )

"""Reads an original: finds the one source it belongs to, reads it, and accounts for every byte.

The one thing a reader would get wrong: exactly one source may claim a file. Two claims, or none, is
a `Problem` that covers the whole file; it is never settled by taking the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, BinaryIO

import numpy as np

from rainbook.events.containers import (
    BROKEN,
    Member,
    Opened,
    Plain,
    open_original,
    out_of_reach,
)
from rainbook.events.extracts import is_extract, read_extract
from rainbook.events.sources.interface import HEAD, Asked, Source
from rainbook.record import (
    EventTable,
    Kind,
    Problem,
    Wrapping,
    join,
)
from rainbook.record.table import reading_key
from rainbook.shelf import shelf

_UTF16 = (
    "It is saved as UTF-16 text. Open it in a text editor and save it as UTF-8, and keep the first "
    "file too."
)
_PICTURE = "It is a picture. It can be kept, but what it shows must be written into the diary file."
_LATER = "Reading that is not built yet; the file can be kept."
_HINTS: tuple[tuple[re.Pattern[bytes], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL | re.IGNORECASE), hint)
    for pattern, hint in (
        (rb"SQLite format 3", f"It is a database from a phone. {_LATER} The app's export works."),
        (rb"\xff\xfe|\xfe\xff", _UTF16),
        (rb"%PDF", "It is a PDF. It can be kept, but what it says must be written into the diary."),
        (rb"\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|....ftyp(?:heic|mif1)", _PICTURE),
        (rb"PK\x03\x04", "It is a zip inside a zip. Unpack it and add what is in it."),
        (rb"....ftyp|OggS|ID3|#!AMR|RIFF....WAVE", "It is a recording. It can be kept."),
        (
            rb"\s*\{.{0,4000}?\"(?:sender_name|participants)\"",
            f"It looks like messages from Facebook or Instagram. {_LATER}",
        ),
        (
            rb"\s*\{.{0,4000}?\"(?:date_unixtime|personal_information|from_id)\"|"
            rb"\s*\{\s*\"name\".{0,400}?\"type\":\s*\"(?:personal|bot|private|public|saved)_",
            f"It looks like an export of Telegram. {_LATER}",
        ),
        (rb"\s*[\[{]", f"It looks like JSON. {_LATER}"),
        (
            rb"\s*(?:<!--.{0,400}?-->\s*)?<(?:!doctype html|html|head|body)",
            f"It is a web page (HTML). {_LATER} If the app offers JSON or text as well, keep both.",
        ),
    )
)


@lru_cache(maxsize=1)
def sources() -> tuple[Source, ...]:
    """Return every source in the folder `sources/`."""
    return shelf("rainbook.events.sources", "SOURCE")


def source_named(name: str) -> Source:
    """Return the source a reading names."""
    return next(s for s in sources() if s.name == name)


def read(handle: BinaryIO, original: str, name: str, asked: Asked) -> Iterator[EventTable]:
    """Yield the tables of everything in an original, in file order, Problems and Wrappings with
    them.
    """
    yield from read_opened(open_original(handle, original, name), asked)


def read_opened(opened: Opened, asked: Asked) -> Iterator[EventTable]:
    """Yield the tables of what was opened.

    In a zip, what a chat names as sent in it is never read as an export of its own: whoever sent
    it wrote it.
    """
    if opened.problems:
        yield _only(opened.problems)
    if is_extract(opened):
        yield from read_extract(opened, sources())
        return
    named: set[str] = set()
    beside: list[Plain | Member] = []
    for material in sorted(opened.materials, key=_chats_first):
        if opened.is_zip and material.path in named:
            beside.append(material)
            continue
        try:
            claims = claimants(material)
        except BROKEN as broken:
            out_of_reach(broken)
            yield _only((_damaged(material, broken),))
            continue
        if opened.is_zip and not claims:
            beside.append(material)
            continue
        for table in _read_one(material, claims, asked):
            if opened.is_zip:
                named |= _attachments_of(table, material)
            yield table
    if beside:
        yield _beside(beside, named)


def _chats_first(material: Plain | Member) -> int:
    """Sort what the app itself wrote before what somebody sent: by the names apps give."""
    path = material.path or ""
    stem = material.name.rsplit(".", 1)[0]
    if path == f"{stem}.txt":
        return 0
    return 1 if path == "_chat.txt" else 2 if "/" not in path and path.endswith(".txt") else 3


def claimants(material: Plain | Member) -> tuple[Source, ...]:
    """Return the sources that say this file is theirs."""
    head = material.read_at(0, HEAD)
    return (
        tuple(s for s in sources() if s.claims(head, material.path or material.name))
        if head
        else ()
    )


def _read_one(
    material: Plain | Member, claims: Sequence[Source], asked: Asked
) -> Iterator[EventTable]:
    if len(claims) != 1:
        yield _only((_unclaimed(material, claims),))
        return
    reached = 0
    try:
        for table in claims[0].read(material, asked):
            yield table
            ends = [p.end or 0 for p in table.problems] + [w.end for w in table.wrappings]
            reached = max([reached, *table.end[-1:].tolist(), *ends])
    except (ImportError, *BROKEN) as broken:
        out_of_reach(broken)
        # nothing of a damaged container is lost: the sealed original stays, and what was read
        # before stays read
        yield _only((replace(_damaged(material, broken), start=reached),))


def _damaged(material: Plain | Member, broken: BaseException) -> Problem:
    return _whole(material, "damaged", f"This file could not be read to its end ({broken}).")


def _unclaimed(material: Plain | Member, claims: Sequence[Source]) -> Problem:
    if claims:
        titles = " and ".join(s.title for s in claims)
        return _whole(
            material,
            "two_readers",
            f"This file could be read as {titles}. It was not read as either; please tell us, "
            "with the app it came from.",
        )
    if not material.size:
        return _whole(material, "empty_file", "This file is empty. Export it again from the app.")
    hint = _hint(material.read_at(0, HEAD))
    known = ", ".join(s.title for s in sources())
    return _whole(
        material,
        "no_reader",
        f"No reader knows this kind of file. {hint} Files that can be read now: {known}.".replace(
            "  ", " "
        ),
    )


def _hint(head: bytes) -> str:
    head = head.removeprefix(b"\xef\xbb\xbf")
    return next((hint for pattern, hint in _HINTS if pattern.match(head)), "")


def _whole(material: Plain | Member, code: str, sentence: str) -> Problem:
    return Problem(
        code, sentence, material.path, 0, material.size, "everything in it", material.original
    )


def _only(problems: Sequence[Problem], wrappings: Sequence[Wrapping] = ()) -> EventTable:
    return replace(join(()), problems=tuple(problems), wrappings=tuple(wrappings))


def _attachments_of(table: EventTable, material: Plain | Member) -> set[str]:
    """Return the paths of the attachments the table's rows speak of."""
    media = np.flatnonzero(np.isin(table.kind, (Kind.MEDIA, Kind.DIARY))).tolist()
    if not media:
        return set()
    reading = table.readings[reading_key(material.original, material.path)]
    source = source_named(reading["source"])
    spans = ((int(table.start[row]), int(table.end[row])) for row in media)
    drafts = (source.reread(material.read_at(s, e - s), reading) for s, e in spans)
    return {a.path for draft in drafts for a in draft.attachments if a.path is not None}


def _beside(materials: Sequence[Plain | Member], named: set[str]) -> EventTable:
    problems, wrappings = [], []
    for material in materials:
        if material.path in named:
            what = "attachment named in the chat"
            wrappings.append(Wrapping(material.path, 0, material.size, what))
            continue
        try:
            hint = _hint(material.read_at(0, 4096))
        except BROKEN as broken:
            problems.append(_damaged(material, broken))
            continue
        sentence = (
            f"No reader knows this file inside the zip, and no message names it. {hint} It is kept."
        )
        problems.append(_whole(material, "not_read", sentence.replace("  ", " ")))
    return _only(problems, wrappings)


@dataclass(frozen=True, slots=True)
class Accounted:
    """How many bytes are accounted for, of how many, and how many twice (must be none)."""

    bytes: int
    of: int
    twice: int


def accounted(tables: Sequence[EventTable], of: int) -> Accounted:
    """Return how much of an original is an event, a Problem or its wrapping, in bytes."""
    spans: dict[str | None, list[Any]] = {}
    for table in tables:
        for place in np.unique(table.member).tolist():
            rows = table.member == place
            member = None if place < 0 else table.members[place]
            both = np.stack([table.start[rows], table.end[rows]], axis=1)
            spans.setdefault(member, []).append(both)
        pieces = [(p.path, p.start, p.end) for p in table.problems]
        pieces += [(w.path, w.start, w.end) for w in table.wrappings]
        for path, start, end in pieces:
            if start is not None and end is not None:
                spans.setdefault(path, []).append(np.array([[start, end]], np.int64))
    once = twice = 0
    for parts in spans.values():
        every = np.concatenate(parts)
        every = every[np.argsort(every[:, 0], kind="stable")]
        reach = np.maximum.accumulate(np.concatenate(([0], every[:-1, 1])))
        fresh = np.maximum(0, every[:, 1] - np.maximum(every[:, 0], reach))
        once += int(fresh.sum())
        twice += int((every[:, 1] - every[:, 0]).sum()) - int(fresh.sum())
    return Accounted(once, of, twice)

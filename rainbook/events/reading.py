"""Reads an original: finds the one source it belongs to, reads it, and accounts for every byte.

The one thing a reader would get wrong: exactly one source may claim a file. Two claims, or none, is
a `Problem`
that covers the whole file; it is never settled by taking the first.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, BinaryIO

import numpy as np

from rainbook.events.containers import _BROKEN, Member, Opened, Plain, open_original
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

_HINTS = (
    (
        b"SQLite format 3",
        "It is a database from a phone. Reading those is not built yet; the app's own export "
        "works.",
    ),
    (
        b"\xff\xfe",
        "It is saved as UTF-16 text. Open it in a text editor and save it as UTF-8, and keep the "
        "first file too.",
    ),
    (
        b"\xfe\xff",
        "It is saved as UTF-16 text. Open it in a text editor and save it as UTF-8, and keep the "
        "first file too.",
    ),
    (b"%PDF", "It is a PDF. It can be kept, but what it says must be written into the diary file."),
    (
        b"\xff\xd8\xff",
        "It is a picture. It can be kept, but what it shows must be written into the diary file.",
    ),
    (
        b"\x89PNG",
        "It is a picture. It can be kept, but what it shows must be written into the diary file.",
    ),
)


class OutOfReach(Exception):
    """Part of the program itself could not be loaded, because this process may open no more files."""


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
    """Yield the tables of what was opened."""
    if opened.problems:
        yield _only(opened.problems)
    chats = []
    beside = []
    for material in opened.materials:
        try:
            claims = claimants(material)
        except _BROKEN as broken:
            yield _only(
                (
                    _whole(
                        material, "damaged", f"This file could not be read to its end ({broken})."
                    ),
                )
            )
            continue
        if opened.is_zip and not claims:
            beside.append(material)
        else:
            chats.append((material, claims))
    named: set[str] = set()
    for material, claims in chats:
        for table in _read_one(material, claims, asked):
            if opened.is_zip and beside:
                named |= _attachments_of(table, material)
            yield table
    if beside:
        yield _beside(beside, named)


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
            reached = max([reached, *table.end[-1:].tolist()])
    except (ImportError, *_BROKEN) as broken:
        if isinstance(broken, ImportError) or getattr(broken, "errno", None) == errno.EMFILE:
            raise OutOfReach(str(broken)) from broken
        # nothing of a damaged container is lost: the sealed original stays, and what was read
        # before stays read
        said = f"This file could not be read to its end ({broken})."
        yield _only((replace(_whole(material, "damaged", said), start=reached),))


def _unclaimed(material: Plain | Member, claims: Sequence[Source]) -> Problem:
    if claims:
        titles = " and ".join(s.title for s in claims)
        return _whole(
            material,
            "two_readers",
            f"This file could be read as {titles}. It was not read as either; please tell us, "
            "with the app it came from.",
        )
    head = material.read_at(0, 16)
    if not head:
        return replace(
            _whole(material, "empty_file", "This file is empty. Export it again from the app."),
            start=0,
            end=0,
        )
    hint = next((h for lead, h in _HINTS if head.startswith(lead)), "")
    known = ", ".join(s.title for s in sources())
    return _whole(
        material,
        "no_reader",
        f"No reader knows this kind of file. {hint} Files that can be read now: {known}.".replace(
            "  ", " "
        ),
    )


def _whole(material: Plain | Member, code: str, sentence: str) -> Problem:
    return Problem(
        code, sentence, material.path, 0, material.size, "everything in it", material.original
    )


def _only(problems: Sequence[Problem], wrappings: Sequence[Wrapping] = ()) -> EventTable:
    return replace(join(()), problems=tuple(problems), wrappings=tuple(wrappings))


def _attachments_of(table: EventTable, material: Plain | Member) -> set[str]:
    """Return the names of attachments the table's rows speak of."""
    source = source_named(table.readings[reading_key(material.original, material.path)]["source"])
    reading = table.readings[reading_key(material.original, material.path)]
    spoken: set[str] = set()
    for row in np.flatnonzero(table.kind == Kind.MEDIA).tolist():
        start, end = int(table.start[row]), int(table.end[row])
        spoken.update(
            a.name for a in source.reread(material.read_at(start, end - start), reading).attachments
        )
    return spoken


def _beside(materials: Sequence[Plain | Member], named: set[str]) -> EventTable:
    problems, wrappings = [], []
    for material in materials:
        label = (material.path or material.name).rsplit("/", 1)[-1]
        if label in named:
            wrappings.append(
                Wrapping(material.path, 0, material.size, "attachment named in the chat")
            )
        else:
            problems.append(
                _whole(
                    material,
                    "not_read",
                    "This file inside the zip is no kind that can be read, and no message names "
                    "it. It is kept.",
                )
            )
    return _only(problems, wrappings)


@dataclass(frozen=True, slots=True)
class Accounted:
    """How many bytes are accounted for, of how many, and how many twice (must be none)."""

    bytes: int
    of: int
    twice: int


def accounted(tables: Sequence[EventTable], of: int) -> Accounted:
    """Return how much of an original is an event, a Problem or its wrapping. All numbers in bytes."""
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

"""Reads an extract of an original as a bundle gives it: the cited records, each from its own bytes.

The one thing a reader would get wrong: an extract is a file of its own, so its records have other
ids than in the original; their bytes, and so what they say, are the same. What stood between them
is not there, and nothing here guesses at it.
"""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from rainbook.events.containers import Member, Opened
from rainbook.events.sources.interface import Draft, Rows, Source
from rainbook.record import EventTable, Problem, RainbookError, Wrapping

FOLDER = "rainbook-extract/"
NOTE, TEXT = f"{FOLDER}extract.json", f"{FOLDER}extract.txt"
FORMAT = "rainbook extract 1"
MOST_SPANS = 1_000_000
LARGEST_NOTE = 64 << 20
LARGEST_READING = 1 << 20
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "latin-1", "ascii", "utf-16-le", "utf-16-be", "utf-16")
UNREADABLE = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    StopIteration,
    csv.Error,
    re.error,
    RainbookError,
)
"""What a source raises at bytes that are no record of its kind, or at a reading that is none."""
_DATE = (1980, 1, 1, 0, 0, 0)
_SHA256 = re.compile("[0-9a-f]{64}")
Span = tuple[int, int, int, int]


class NotAnExtract(RainbookError):
    """The note of an extract cannot be what it says it is; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What stands in the note: `spans` are start and end in the original, start and end in the
    extract; `reading` is how the original was read; `groups` are the threads in which others write
    whose words were not given.
    """

    original: str
    name: str
    size: int
    member: str
    reading: Mapping[str, str]
    spans: tuple[Span, ...]
    groups: frozenset[str] = frozenset()


def note_of(raw: bytes, sources: Sequence[str]) -> Extract:
    """Return what the note of an extract says. Raises NotAnExtract for anything that is not whole,
    names a reader there is not, or names places over each other.
    """
    if len(raw) > LARGEST_NOTE:
        raise NotAnExtract("The note of this extract is larger than any that was ever written.")
    try:
        said = json.loads(raw)
    except (ValueError, RecursionError) as broken:
        raise NotAnExtract("The note of this extract is not JSON.") from broken
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise NotAnExtract("The note of this extract is of a kind this version does not know.")
    texts = [t for key in ("original", "name", "member") if isinstance(t := said.get(key), str)]
    size = said.get("size")
    if len(texts) != 3 or not isinstance(size, int) or size < 0:
        raise NotAnExtract("The note of this extract is not whole.")
    original, name, member = texts
    if not _SHA256.fullmatch(original):
        raise NotAnExtract("The note of this extract names no original.")
    reading, spans = checked_reading(said.get("reading"), sources), checked_spans(said.get("spans"))
    if not member and spans and max(s[1] for s in spans) > size:
        raise NotAnExtract("The note of this extract names a place behind the end of its original.")
    groups = said.get("groups", [])
    if not isinstance(groups, list) or not all(isinstance(g, str) for g in groups):
        raise NotAnExtract("The note of this extract names groups that are none.")
    return Extract(original, name, size, member, reading, spans, frozenset(groups))


def checked_reading(given: Any, sources: Sequence[str]) -> dict[str, str]:
    """Return how an original was read. Raises NotAnExtract."""
    if not isinstance(given, dict) or not all(
        isinstance(k, str) and isinstance(v, str) for k, v in given.items()
    ):
        raise NotAnExtract("How the original was read is not said in a way this version knows.")
    if sum(len(k) + len(v) for k, v in given.items()) > LARGEST_READING:
        raise NotAnExtract("What is said of how the original was read is longer than it can be.")
    if given.get("source") not in sources:
        known = ", ".join(sources)
        raise NotAnExtract(
            f"The original was read by {str(given.get('source'))[:60]!r}, which this version does "
            f"not have. It has: {known}."
        )
    if given.get("encoding", "utf-8") not in ENCODINGS:
        raise NotAnExtract("The original was read in an encoding this version does not use.")
    return dict(given)


def checked_spans(given: Any) -> tuple[Span, ...]:
    """Return the places, in order, none over another. Raises NotAnExtract."""
    if not isinstance(given, list) or len(given) > MOST_SPANS:
        raise NotAnExtract(f"The places are no list of at most {MOST_SPANS:,}.")
    spans: list[Span] = []
    before: Span = (0, 0, 0, 0)
    for one in given:
        whole = isinstance(one, list) and len(one) == 4 and all(type(n) is int for n in one)
        # a piece in which something was kept back may be longer or shorter than it was
        if not whole or one[1] <= one[0] or one[3] <= one[2]:
            raise NotAnExtract("A place is not four numbers that fit each other.")
        if one[0] < before[1] or one[2] < before[3] or one[3] >= 1 << 62 or one[1] >= 1 << 62:
            raise NotAnExtract("Two places stand over each other, or not in order.")
        before = (one[0], one[1], one[2], one[3])
        spans.append(before)
    return tuple(spans)


def write_extract(
    out: BinaryIO, said: Extract, text: BinaryIO, media: Iterable[tuple[str, BinaryIO]]
) -> None:
    """Write the zip that is sealed for an extract; the same extract gives the same bytes. `media`:
    the path each file had inside the original, and its bytes.
    """
    note = {
        "format": FORMAT,
        "original": said.original,
        "name": said.name,
        "size": said.size,
        "member": said.member,
        "reading": dict(said.reading),
        "spans": [list(s) for s in said.spans],
        "groups": sorted(said.groups),
    }
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(zipfile.ZipInfo(NOTE, _DATE), json.dumps(note, sort_keys=True))
        for path, content in ((TEXT, text), *media):
            with made.open(zipfile.ZipInfo(path, _DATE), "w", force_zip64=True) as member:
                while block := content.read(1 << 20):
                    member.write(block)


def is_extract(opened: Opened) -> bool:
    """Return whether a zip is an extract by its own account: it holds the note and the text."""
    return opened.is_zip and {NOTE, TEXT} <= {m.path for m in opened.materials}


def read_extract(opened: Opened, sources: Sequence[Source]) -> Iterator[EventTable]:
    """Yield the tables of an extract: each span read as the original was, by its own reader."""
    members = {m.path: m for m in opened.materials if isinstance(m, Member)}
    note, text = members.pop(NOTE), members.pop(TEXT)
    try:
        said = note_of(note.read_at(0, note.size), [s.name for s in sources])
        source = next(s for s in sources if s.name == said.reading["source"])
    except NotAnExtract as wrong:
        out = Rows(text, {"source": ""})
        out.problem("extract_note", f"{wrong} Nothing in it was read.", 0, text.size, "all of it")
        yield out.table()
        yield _beside(note, members.values(), frozenset(members))
        return
    named: set[str] = set()
    yield from _rows(text, said, source, named)
    yield _beside(note, members.values(), named)


def _rows(
    text: Member, said: Extract, source: Source, named: set[str]
) -> Iterator[EventTable]:
    out, reached = Rows(text, said.reading), 0
    for low, high, start, end in said.spans:
        if end > text.size:
            out.problem(
                "extract_cut",
                f"The extract ends before bytes {low}–{high} of the original: it was cut.",
                unknown="the records behind its end",
            )
            break
        _between(out, text, reached, start)
        reached = end
        draft = _draft(text.read_at(start, end - start), said, source)
        if draft is None:
            out.problem(
                "extract_unread",
                f"Bytes {low}–{high} of the original no longer read as a record: something in "
                "them was kept back, or changed.",
                start,
                end,
                "what stood there",
            )
            continue
        draft.group = draft.group or draft.thread in said.groups
        named.update(a.path for a in draft.attachments if a.path is not None)
        out.add(draft, start, end)
        if len(out) >= 50_000:
            yield out.table()
    _between(out, text, reached, text.size)
    yield out.table()


def _draft(span: bytes, said: Extract, source: Source) -> Draft | None:
    try:
        return source.reread(span, said.reading)
    except UNREADABLE:
        return None


def _between(out: Rows, text: Member, start: int, end: int) -> None:
    """Account for bytes between two records: one line feed, or something nobody named."""
    if end - start == 1 and text.read_at(start, 1) == b"\n":
        out.wrapping(start, end, "between two pieces of an extract")
    elif end > start:
        out.problem(
            "extract_not_named",
            "Bytes in this extract belong to no record it names.",
            start,
            end,
            "what they are",
        )


def _beside(note: Member, others: Iterable[Member], named: Iterable[str]) -> EventTable:
    """Account for the note and for what was sent with the records."""
    known, out = set(named), Rows(note, {"source": ""})
    out.wrapping(0, note.size, "where the pieces of an extract lay")
    made = out.table()
    wrappings, problems = list(made.wrappings), []
    for other in others:
        if other.path in known:
            what = "attachment named in the chat"
            wrappings.append(Wrapping(other.path, 0, other.size, what))
        else:
            sentence = "No record of this extract names this file."
            whole = (other.path, 0, other.size, "everything in it", other.original)
            problems.append(Problem("not_read", sentence, *whole))
    return EventTable(
        columns=made.columns, wrappings=tuple(wrappings), problems=tuple(problems)
    )

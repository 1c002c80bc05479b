"""The exhibits: originals as received, extracts of mixed ones, pictures and recordings.

The one thing a reader would get wrong: an extract holds only the cited bytes, in order, with one
line feed between two of them and nothing of ours; where each piece lies in the original and in the
extract stands in its spans file.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from rainbook.handover.attachments import UNREADABLE, take_out
from rainbook.handover.interface import (
    Entry,
    KeptBack,
    OriginalChanged,
    PlaceNotThere,
    Progress,
    ReadOriginal,
)
from rainbook.handover.paper.plain_words import without_folders
from rainbook.handover.producers import letters_of, producers_of
from rainbook.handover.selection import Selection
from rainbook.record import CaseFile, Disclosure, Event, Exhibit, Kind, Original

BLOCK = 1 << 20
FOLDER = "exhibits"
ONE_CHAT = (
    "whatsapp",
)  # readers whose file is one conversation: unread bytes in it belong to that conversation
MayGoWhole = Callable[[BinaryIO, int, str], bool]
"""A container, its size and its name → whether nothing in it has to be taken out."""
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")


@dataclass(slots=True)
class Taken:
    """What was written: the exhibits, where each original (and member) went, what could not be
    taken out.
    """

    numbers: Counter[str] = field(default_factory=Counter)  # letters → the last number given
    exhibits: list[Exhibit] = field(default_factory=list)
    places: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    not_taken: list[str] = field(default_factory=list)
    media: dict[str, str] = field(
        default_factory=dict
    )  # event id and member path → exhibit reference
    # file of an extract → bytes in the original → bytes in the extract, in order
    spans: dict[str, dict[tuple[int, int], tuple[int, int]]] = field(default_factory=dict)
    kept_back: list[KeptBack] = field(default_factory=list)  # see gate.on_exhibits
    masked_rows: set[int] = field(default_factory=set)  # rows whose exact bytes do not go


def stem_of(file: str) -> str:
    """Return how the names of the tables beside an exhibit begin: AB2 for AB2-extract.txt and for
    its redacted copy, AB3-file1 for AB3-file1.bin.
    """
    name = file.rpartition("/")[2].partition(".")[0]
    return name.removesuffix("-redacted").removesuffix("-extract")


def initials_of(disclosure: Disclosure) -> str:
    """Return the initials in capitals (one to five letters). Raises InitialsWanted."""
    return letters_of(disclosure.initials)


def mark(disclosure: Disclosure, letters: str, number: int) -> tuple[str, str]:
    """Return the reference (AB/1 or AB1) and the start of its file name (AB1)."""
    slash = "/" if disclosure.ref_style == "slash" else ""
    return f"{letters}{slash}{number}", f"{letters}{number}"


def take(
    case: CaseFile,
    disclosure: Disclosure,
    chosen: Selection,
    events: Sequence[Event],
    read_original: ReadOriginal,
    folder: Path,
    may_go_whole: MayGoWhole,
    progress: Progress | None,
) -> Taken:
    """Write the exhibits into `folder`/exhibits as they are; they are for the gate, not for giving.

    Raises OriginalChanged, PlaceNotThere, InitialsWanted.
    """
    taken, producers = Taken(), producers_of(case, disclosure)
    (folder / FOLDER).mkdir()
    mine: dict[str, list[Event]] = {}
    for event in events:
        if not chosen.third[event.row]:
            mine.setdefault(event.citation.original, []).append(event)
    # the same bytes received twice are one exhibit
    once = {o.sha256: o for o in reversed(case.originals) if o.sha256 in mine}
    wanted = list(once.values())[::-1]
    for done, original in enumerate(wanted, 1):
        with read_original(original.sha256) as stream:
            cited = mine[original.sha256]
            whole = _whole(case, chosen, original, cited, stream, may_go_whole)
            letters = producers.produces(original.sha256).letters
            given = _Given(original, cited, stream, folder, letters)
            _give(given, whole, disclosure, taken)
        if progress:
            progress("taking the exhibits", done, len(wanted))
    return taken


@dataclass(frozen=True, slots=True)
class _Given:
    """One original of which something goes: the events that go, its bytes, and the bundle."""

    original: Original
    cited: Sequence[Event]
    stream: BinaryIO
    folder: Path
    letters: str  # of who produces it


def _give(given: _Given, whole: bool, disclosure: Disclosure, taken: Taken) -> None:
    """Write the original or its extracts, then what was sent with its messages."""
    letters = given.letters
    units: dict[str, tuple[str, str]] = {}
    for path in [""] if whole else sorted({e.citation.path or "" for e in given.cited}):
        taken.numbers[letters] += 1
        units[path] = mark(disclosure, letters, taken.numbers[letters])
        if whole:
            _give_whole(given, units[path], taken)
        else:
            _give_extract(given, path, units[path], taken)
    sha256, folder = given.original.sha256, given.folder / FOLDER
    refs = take_out(
        sha256, given.cited, units, given.stream, folder, taken.exhibits, taken.not_taken
    )
    for event in given.cited:
        _name_media(event, refs, taken)


def _whole(
    case: CaseFile,
    chosen: Selection,
    original: Original,
    cited: Sequence[Event],
    stream: BinaryIO,
    may_go_whole: MayGoWhole,
) -> bool:
    """Return True when everything in the original belongs to the disclosed threads, and, of a
    container, when nothing in it must be taken out.
    """
    table, sha256 = case.table, original.sha256
    rows = table.original == table.originals.index(sha256)
    if (
        not (chosen.chosen[rows] & ~chosen.third[rows]).all()
        or (table.kind[rows] == Kind.CONTACT_CARD).any()
    ):
        return False
    unread = any(p.original == sha256 and p.end is not None for p in table.problems)
    sources = {cited_event.source for cited_event in cited}
    if unread and not all(s.lower().startswith(ONE_CHAT) for s in sources):
        return False
    stream.seek(0)
    if not zipfile.is_zipfile(stream):
        return True
    known = {e.citation.path for e in cited} | {a.path for e in cited for a in e.attachments}
    try:
        stream.seek(0)
        with zipfile.ZipFile(stream) as container:
            if not all(m.is_dir() or m.filename in known for m in container.infolist()):
                return False
    except (zipfile.BadZipFile, OSError, NotImplementedError):
        return False
    return may_go_whole(stream, original.size, original.name)


def _give_whole(given: _Given, marked: tuple[str, str], taken: Taken) -> None:
    original, stream = given.original, given.stream
    (ref, start), name = marked, without_folders(original.name)
    ending = _ENDING.search(original.name)
    file = f"{FOLDER}/{start}{ending.group().lower() if ending else '.bin'}"
    stream.seek(0)
    digest, size = hashlib.sha256(), 0
    with (given.folder / file).open("wb") as out:
        while block := stream.read(BLOCK):
            digest.update(block)
            size += len(block)
            out.write(block)
    if digest.hexdigest() != original.sha256:
        raise OriginalChanged(
            f"The sealed copy of {name} no longer gives the bytes it "
            "was sealed with. "
            "Nothing was handed over. Run rainbook verify on the case."
        )
    taken.exhibits.append(
        Exhibit(ref, file, original.sha256, False, original.sha256, size, f"{name}, as received")
    )
    taken.places[(original.sha256, "")] = (ref, file)


def _give_extract(given: _Given, path: str, marked: tuple[str, str], taken: Taken) -> None:
    original, (ref, start) = given.original, marked
    file, digest, at = f"{FOLDER}/{start}-extract.txt", hashlib.sha256(), 0
    places: dict[tuple[int, int], tuple[int, int]] = {}
    cited = (e.citation for e in given.cited if (e.citation.path or "") == path)
    spans = sorted({(c.start, c.end) for c in cited})
    with (given.folder / file).open("wb") as out:
        for span, piece in zip(spans, _pieces(given, path, spans), strict=True):
            joined = b"\n" + piece if places else piece
            first = at + len(joined) - len(piece)
            out.write(joined)
            digest.update(joined)
            at += len(joined)
            places[span] = (first, at)
    taken.spans[file] = places
    said = f"extract: {len(spans):,} records, only those of the thread handed over"
    taken.exhibits.append(Exhibit(ref, file, original.sha256, True, digest.hexdigest(), at, said))
    taken.places[(original.sha256, path)] = (ref, file)


def _pieces(given: _Given, path: str, spans: Sequence[tuple[int, int]]) -> Iterator[bytes]:
    """Yield the bytes of each span, in order."""
    stream, name = given.stream, without_folders(given.original.name)
    try:
        stream.seek(0)
        if not path:
            yield from _read_spans(stream, spans, name)
            return
        with zipfile.ZipFile(stream) as container, container.open(path) as member:
            # seeking back in a member unpacks it again from its start; the spans come sorted
            yield from _read_spans(member, spans, name)
    except UNREADABLE as broken:
        raise PlaceNotThere(_not_there(name)) from broken


def _read_spans(stream: object, spans: Sequence[tuple[int, int]], name: str) -> Iterator[bytes]:
    for low, high in spans:
        stream.seek(low)  # type: ignore[attr-defined]
        piece = stream.read(high - low)  # type: ignore[attr-defined]
        if len(piece) != high - low:
            raise PlaceNotThere(_not_there(name))
        yield piece


def _not_there(name: str) -> str:
    return (
        f"A place that a record cites in {name} could not be read again. Nothing was handed over. "
        "Run rainbook verify on the case."
    )


def _name_media(event: Event, refs: dict[str, str], taken: Taken) -> None:
    for place, attachment in enumerate(event.attachments):
        if attachment.path in refs:
            taken.media[f"{event.id}/{place}"] = refs[attachment.path]


def placed(entries: Sequence[Entry], taken: Taken) -> tuple[Entry, ...]:
    """Return the lines with the exhibit each stands in ("" for what a third person wrote)."""
    made = []
    for entry in entries:
        keys = ((entry.citation.original, ""), (entry.citation.original, entry.path))
        ref, file = next(
            (taken.places[k] for k in keys if k in taken.places and not entry.withheld), ("", "")
        )
        names = tuple(
            f"{name} ({taken.media[key]})"
            if (key := f"{entry.id}/{place}") in taken.media
            else name
            for place, name in enumerate(entry.attachments)
        )
        made.append(replace(entry, ref=ref, file=file, attachments=names))
    return tuple(made)

"""Puts the exhibits of a hand-over through the gate and keeps their tables true.

The one thing a reader would get wrong: of a piece that was masked the hash of the piece as it
stands in the copy is given. The hash of the unmasked piece would let anybody try addresses until
one fits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from rainbook.handover.exhibits import FOLDER, Taken, stem_of
from rainbook.handover.gate.exhibits_bared import Bared, bare_exhibits
from rainbook.handover.gate.finder import Finder
from rainbook.handover.gate.masking import Cut
from rainbook.handover.gate.texts import Forced
from rainbook.handover.gate.unwrapped import everywhere
from rainbook.handover.paper.csv_file import write_table
from rainbook.record import Event

SPANS = (
    "original_start",
    "original_end",
    "sha256_of_piece",
    "extract_start",
    "extract_end",
    "masked",
)
REDACTIONS = ("copy_start", "copy_end", "kind")
Cuts = Sequence[tuple[Cut, Cut]]


def through_the_gate(
    taken: Taken, events: Sequence[Event], folder: Path, finder: Finder
) -> None:
    """Change what was taken into what may go, and write the tables beside extracts and copies."""
    homes = {file: place for place, (_, file) in taken.places.items()}
    forced = _forced(taken, events, finder)
    bared = bare_exhibits(taken.exhibits, folder, finder, forced)
    taken.exhibits = bared.exhibits
    taken.kept_back += bared.kept_back
    refs = {e.ref for e in bared.exhibits}
    for event in events:
        if any(_touched(event, file, homes, taken, bared) for file in homes):
            taken.masked_rows.add(event.row)
    taken.places = {
        place: (ref, bared.renamed.get(file, file))
        for place, (ref, file) in taken.places.items()
        if ref in refs
    }
    taken.media = {key: ref for key, ref in taken.media.items() if ref in refs}
    for file in [f for f in bared.renamed if f in homes]:
        # the records of a file that was whole lie where they lie in the original, until it is cut
        taken.spans.setdefault(file, _in_place(events, homes[file]))
    for file in taken.spans:
        if file not in bared.gone:
            _tables(file, taken, bared, folder)


def _in_place(
    events: Sequence[Event], home: tuple[str, str]
) -> dict[tuple[int, int], tuple[int, int]]:
    mine = (e.citation for e in events if (e.citation.original, e.citation.path or "") == home)
    return {span: span for span in sorted((c.start, c.end) for c in mine)}


def _at_home(event: Event, file: str, homes: dict[str, tuple[str, str]]) -> bool:
    sha256, path = homes[file]
    return event.citation.original == sha256 and path in ("", event.citation.path or "")


def _bytes_of(event: Event, file: str, taken: Taken) -> tuple[int, int] | None:
    """Return where a record lies in an exhibit; None where it lies in a member of it."""
    spans = taken.spans.get(file)
    low, high = event.citation.start, event.citation.end
    if spans is None:
        return None if event.citation.path else (low, high)
    return spans.get((low, high))


def _forced(taken: Taken, events: Sequence[Event], finder: Finder) -> dict[str, Forced]:
    """Return the records whose words, as they were read, hold something sought."""
    homes = {file: place for place, (_, file) in taken.places.items()}
    found: dict[str, list[tuple[int, int, str]]] = {}
    for event in events:
        hits = everywhere(finder, event.words) if event.words else []
        for file in homes if hits else ():
            if not _at_home(event, file, homes):
                continue
            where = _bytes_of(event, file, taken)
            if where is not None:
                found.setdefault(file, []).append((*where, hits[0].kind))
    return dict(found)


def _touched(
    event: Event, file: str, homes: dict[str, tuple[str, str]], taken: Taken, bared: Bared
) -> bool:
    """Return whether the exact bytes of a record do not go."""
    if not _at_home(event, file, homes):
        return False
    where = _bytes_of(event, file, taken)
    if file in bared.gone:
        return True
    return where is not None and any(
        cut.start < where[1] and where[0] < cut.end for cut, _ in bared.cuts.get(file, ())
    )


def _tables(file: str, taken: Taken, bared: Bared, folder: Path) -> None:
    """Write AB1-redactions.csv and AB1-spans.csv beside the exhibit."""
    cuts: Cuts = bared.cuts.get(file, ())
    now = folder / bared.renamed.get(file, file)
    start = stem_of(file)
    if cuts:
        rows = [[str(m.start), str(m.end), m.kind] for _, m in cuts]
        write_table(folder / FOLDER / f"{start}-redactions.csv", REDACTIONS, rows)
    if file in taken.spans:
        rows = list(_spans(taken.spans[file], cuts, now.read_bytes()))
        write_table(folder / FOLDER / f"{start}-spans.csv", SPANS, rows)


def _spans(
    spans: dict[tuple[int, int], tuple[int, int]], cuts: Cuts, data: bytes
) -> Iterator[list[str]]:
    shift, place = 0, 0
    for (low, high), (first, last) in spans.items():
        masked = False
        while place < len(cuts) and cuts[place][0].end <= first:  # between two records
            shift += len(cuts[place][0].instead) - (cuts[place][0].end - cuts[place][0].start)
            place += 1
        begin = first + shift
        while place < len(cuts) and cuts[place][0].start < last:
            cut = cuts[place][0]
            shift += len(cut.instead) - (cut.end - cut.start)
            masked = True
            place += 1
        digest = hashlib.sha256(data[begin : last + shift]).hexdigest()
        ends = [str(begin), str(last + shift)]
        yield [str(low), str(high), digest, *ends, "yes" if masked else ""]

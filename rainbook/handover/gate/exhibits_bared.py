"""Each exhibit looked through, and what must not go taken out of the copy that goes.

The one thing a reader would get wrong: the sealed original keeps everything. What is done here is
done to the copy in the bundle, and `KeptBack` says of each that, where and how often it was done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from rainbook.handover.gate.files.interface import (
    HEAD,
    CouldNotLook,
    FileKind,
    Piece,
    Trace,
    kind_of,
)
from rainbook.handover.gate.finder import Finder
from rainbook.handover.gate.masking import Cut
from rainbook.handover.gate.texts import LARGEST, Forced, TooHard, redacted_text
from rainbook.handover.gate.unwrapped import LOCKED
from rainbook.handover.hashes import hash_of
from rainbook.handover.interface import KeptBack
from rainbook.record import Exhibit

KEPT_WHOLE = "file kept back"
BARED = "taken out of a copy"
MASKED = "masked"


@dataclass(slots=True)
class Seen:
    """What was seen in one file: kinds of what is sought, by place; and what tells by its kind."""

    kind: FileKind
    hits: Counter[tuple[str, str]] = field(default_factory=Counter)
    in_metadata: bool = False
    in_content: bool = False
    traces: list[Trace] = field(default_factory=list)

    @property
    def telling(self) -> list[Trace]:
        """The traces beside what a person reads: those are always taken out."""
        return [t for t in self.traces if t.metadata and t.kind != "unseen"]


@dataclass(slots=True)
class Bared:
    """What came of the exhibits: those that go (`renamed` from their first name), what was kept
    back, the cuts in each text with where its mark stands now, by the exhibit's first name.
    """

    exhibits: list[Exhibit] = field(default_factory=list)
    kept_back: list[KeptBack] = field(default_factory=list)
    cuts: dict[str, list[tuple[Cut, Cut]]] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    gone: dict[str, Exhibit] = field(default_factory=dict)


def seen_in(stream: BinaryIO, size: int, name: str, finder: Finder) -> Seen:
    """Return what a file says of what is sought. Raises CouldNotLook."""
    stream.seek(0)
    seen = Seen(kind_of(stream.read(HEAD), name))
    stream.seek(0)
    for one in seen.kind.look(stream, size):
        if isinstance(one, Trace):
            seen.traces.append(one)
        hits = finder.find(
            one.text if isinstance(one, Piece) else one.shown, seen.kind.name != "text"
        )
        for hit in hits:
            seen.hits[(hit.kind, one.where)] += 1
        seen.in_metadata |= bool(hits) and one.metadata
        seen.in_content |= bool(hits) and not one.metadata
    return seen


def may_go_whole(stream: BinaryIO, size: int, name: str, finder: Finder) -> bool:
    """Return whether a container may be handed over as it is: nothing in it has to be taken out."""
    try:
        seen = seen_in(stream, size, name, finder)
    except CouldNotLook:
        return False
    return not seen.hits and not seen.telling


def bare_exhibits(
    exhibits: Sequence[Exhibit],
    folder: Path,
    finder: Finder,
    forced: Mapping[str, Forced] | None = None,
) -> Bared:
    """Look through every exhibit in `folder` and change the copies that must not go as they are.

    `forced`: by file, the records whose words hold something sought.
    """
    done = Bared()
    for one in exhibits:
        made, why = _bare(one, folder, finder, done, (forced or {}).get(one.file, ()))
        if made is None:
            with (folder / one.file).open("rb") as stream:
                text = kind_of(stream.read(HEAD), one.file).name == "text"
            known = "" if text else one.sha256
            done.kept_back.append(KeptBack(one.file, *why, KEPT_WHOLE, 1, one.original, known))
            done.gone[one.file] = one
            (folder / one.file).unlink()
        else:
            done.exhibits.append(made)
            if made.file != one.file:
                done.renamed[one.file] = made.file
    return done


Made = tuple[Exhibit | None, tuple[str, str]]
"""The exhibit as it goes; or None, and the kind and the place of what keeps it back."""


def _bare(one: Exhibit, folder: Path, finder: Finder, done: Bared, forced: Forced) -> Made:
    path = folder / one.file
    try:
        with path.open("rb") as stream:
            seen = seen_in(stream, one.size, one.file, finder)
    except CouldNotLook:
        return None, (LOCKED, "the file")
    if not seen.hits and not seen.telling and not forced:
        return one, ("", "")
    if seen.kind.name == "text":
        return _text(one, path, seen, finder, done, forced)
    if forced and not seen.hits:
        return None, (forced[0][2], "a record")
    return _file(one, path, seen, finder, done)


def _text(
    one: Exhibit, path: Path, seen: Seen, finder: Finder, done: Bared, forced: Forced
) -> Made:
    try:
        if one.size > LARGEST:
            raise TooHard
        data, cuts = redacted_text(path.read_bytes(), seen.kind, finder, forced)
    except (TooHard, CouldNotLook):
        return None, (_first(seen, forced), "text")
    start, dot, ending = one.file.rpartition(".")
    file = f"{start}-redacted{dot}{ending}"
    for kind, times in sorted(Counter(c.kind for c, _ in cuts).items()):
        done.kept_back.append(KeptBack(file, kind, "text", MASKED, times, one.original))
    path.unlink()
    copy = path.with_name(file.rpartition("/")[2])
    copy.write_bytes(data)
    done.cuts[one.file] = cuts
    places = f"{len(cuts)} place{'' if len(cuts) == 1 else 's'}"
    said = f"{one.description.removesuffix(', as received')}; redacted copy, {places} kept back"
    return _changed(one, copy, said, file), ("", "")


def _changed(one: Exhibit, path: Path, description: str, file: str = "") -> Exhibit:
    """Return the exhibit of other bytes than those that were taken from the original."""
    sha256, size = hash_of(path)
    return replace(
        one, file=file or one.file, sha256=sha256, size=size, description=description
    )


def _file(one: Exhibit, path: Path, seen: Seen, finder: Finder, done: Bared) -> Made:
    """Make a bare copy; keep the file back whole where that is not enough."""
    copy = path.with_name("bare")
    try:
        with path.open("rb") as stream, copy.open("w+b") as out:
            taken = seen.kind.bare(stream, out)
            size = out.tell()
            left = None if taken is None else seen_in(out, size, one.file, finder)
    except CouldNotLook:
        taken = left = None
    if left is None or left.hits or left.telling:
        copy.unlink(missing_ok=True)
        return None, (_first(seen), _where(seen))
    copy.replace(path)
    told = Counter((kind, where) for kind, where in seen.hits.elements())
    told.update((t.kind, t.where) for t in seen.telling)
    for (kind, where), times in sorted(told.items()):
        done.kept_back.append(KeptBack(one.file, kind, where, BARED, times, one.original))
    said = f"{one.description.removesuffix(', as received')}; copy without its metadata"
    return _changed(one, path, said), ("", "")


def _first(seen: Seen, forced: Forced = ()) -> str:
    kinds = [*sorted({kind for kind, _ in seen.hits}), *(what for _, _, what in forced)]
    kinds += sorted({t.kind for t in seen.telling})
    return kinds[0] if kinds else LOCKED


def _where(seen: Seen) -> str:
    places = sorted({where for _, where in seen.hits}) or sorted({t.where for t in seen.telling})
    return places[0] if places else "the file"

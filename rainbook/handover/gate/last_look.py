"""The last look: every file of the finished folder, its name, its words and what lies beside them.

The one thing a reader would get wrong: it trusts nothing that was done before. What it finds was
missed, so it stops everything, and nobody is asked to agree to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rainbook.handover.gate.files.interface import HEAD, CouldNotLook, Piece, Trace, kind_of
from rainbook.handover.gate.finder import Finder
from rainbook.handover.gate.interface import GateStopped, Unseen
from rainbook.handover.gate.our_own import Text, texts_of
from rainbook.handover.gate.possible import Gathered
from rainbook.handover.gate.unwrapped import everywhere
from rainbook.handover.hashes import files_of
from rainbook.record import Exhibit

SHOWN_FROM = ("record/facts.csv",)
"""Where what may be telling is gathered, beside the exhibits: the other files repeat it."""
OURS_DEPTH = 1
UNSEEN = "unseen"
"""The kind of trace that names a picture or a recording inside another file."""


@dataclass(slots=True)
class Looked:
    """What the last look saw: how many files, and what nothing here can look into."""

    files: int = 0
    unseen: list[Unseen] = field(default_factory=list)


def last_look(
    folder: Path, exhibits: Sequence[Exhibit], finder: Finder, gathered: Gathered
) -> Looked:
    """Look through every file of a folder. Raises GateStopped."""
    refs = {e.file: e.ref for e in exhibits}
    # the chronology repeats the exhibits; it is all there is where a recipe leaves them out
    shown = SHOWN_FROM if refs else (*SHOWN_FROM, "messages/chronology.csv")
    done = Looked()
    for name, path in files_of(folder).items():
        if finder.find(name.replace("/", " / ")):
            raise GateStopped(_says(name, "its name"))
        done.files += 1
        gather = gathered if name in refs or name in shown else None
        _look(name, path, refs.get(name, ""), finder, gather, done)
    return done


def _look(
    name: str, path: Path, ref: str, finder: Finder, gathered: Gathered | None, done: Looked
) -> None:
    try:
        with path.open("rb") as stream:
            kind = kind_of(stream.read(HEAD), name)
            if kind.name == "text" and not ref:
                _ours(name, path, finder, gathered)
                return
            if kind.unseen and ref:
                done.unseen.append(Unseen(ref, name, kind.unseen))
            ours = None if ref else texts_of(name, path)
            if ours is not None:
                _ours_too(name, ours, finder)
                return
            stream.seek(0)
            for one in kind.look(stream, path.stat().st_size):
                loose = bool(ref) and kind.name != "text"
                if finder.find(one.text if isinstance(one, Piece) else one.shown, loose):
                    raise GateStopped(_says(name, one.where))
                _said(name, ref, one, gathered, done)
    except CouldNotLook as failed:
        raise GateStopped(
            f"{name} could not be looked through, so it cannot be said what is in it. Nothing was "
            f"written. {failed}"
        ) from failed


def _ours(name: str, path: Path, finder: Finder, gathered: Gathered | None) -> None:
    """Look through a text we wrote: UTF-8, in which nothing is packed but what is looked for."""
    text = path.read_bytes().decode("utf-8", "replace")
    if everywhere(finder, text, OURS_DEPTH):
        raise GateStopped(_says(name, "its text"))
    if gathered is not None:
        gathered.text(name, "text", text)


def _ours_too(name: str, texts: Iterator[Text], finder: Finder) -> None:
    """Look through a document we wrote. Raises GateStopped."""
    for where, text in texts:
        if finder.find(text):
            raise GateStopped(_says(name, where))


def _said(
    name: str, ref: str, one: Piece | Trace, gathered: Gathered | None, done: Looked
) -> None:
    """Gather what a file says besides. Raises GateStopped for what is always taken out."""
    if isinstance(one, Piece):
        if gathered is not None and not one.metadata:
            gathered.text(name, one.where, one.text)
    elif ref and one.kind == UNSEEN:
        done.unseen.append(Unseen(ref, f"{name} ({one.where})", one.shown))
    elif ref and one.metadata:
        raise GateStopped(_says(name, f"{one.where}: {one.kind}"))
    elif gathered is not None:
        gathered.trace(name, one)


def look_at_bytes(name: str, data: bytes, finder: Finder) -> None:
    """Look through one text that was written after the last look. Raises GateStopped."""
    if everywhere(finder, data.decode("utf-8", "replace"), OURS_DEPTH):
        raise GateStopped(_says(name, "its text"))


def _says(name: str, where: str) -> str:
    return (
        f"Something that must be kept back still stands in {name} ({where}). Nothing was written "
        "and nothing was left behind. It could not be taken out there; leave that part out of the "
        "hand-over, or ask somebody who knows the program. To see what is looked for: rainbook "
        "keep-back --show"
    )

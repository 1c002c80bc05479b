"""Puts a bundle together: the only file here that knows the order of the others.

The one thing a reader would get wrong: everything is written beside the target first and moved
there in one step, so a bundle folder is whole or is not there.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from pathlib import Path

from rainbook.handover.entries import entries_of, read_events
from rainbook.handover.exhibits import Taken, initials_of, placed, take
from rainbook.handover.hashes import HASHES, write_hashes
from rainbook.handover.interface import (
    BundleNotWritten,
    FolderInUse,
    Format,
    Given,
    Progress,
    ReadOriginal,
)
from rainbook.handover.selection import Selection, select
from rainbook.record import Bundle, CaseFile, Disclosure
from rainbook.shelf import shelf

FORMATS = "rainbook.handover.formats"
EXHIBITS = "exhibits/"
"""Stands among the parts of a disclosure for the exhibits themselves."""


def hand_over(
    case: CaseFile,
    disclosure: Disclosure,
    read_original: ReadOriginal,
    folder: Path,
    progress: Progress | None = None,
) -> Bundle:
    """Write the bundle for one disclosure into `folder` and return what it holds; the same case
    gives the same bytes.

    Raises FolderInUse, PersonNotKnown, InitialsWanted, NothingToHandOver, OriginalChanged,
    PlaceNotThere, NotTypeset, BundleNotWritten. After any of them the folder is as it was before.
    """
    folder = Path(folder).absolute()
    _must_be_free(folder)
    initials_of(disclosure)
    chosen = select(case, disclosure)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=f"{folder.name}.part-", dir=folder.parent))
    except OSError as refused:
        raise FolderInUse(
            f"Nothing can be written beside {folder.name}: {refused.strerror}. Choose another "
            "place."
        ) from refused
    try:
        given = gather(case, disclosure, chosen, read_original, part, progress)
        for one in formats_of(disclosure):
            (part / one.name).parent.mkdir(exist_ok=True)
            one.write(given, part, progress)
        files = write_hashes(part, _what_is_what(given, part))
        _move(part, folder)
    except OSError as refused:
        raise BundleNotWritten(
            f"The bundle could not be written ({refused.strerror or refused}). Nothing was left "
            "behind. See that there is room on the disk, or choose another place."
        ) from refused
    finally:
        shutil.rmtree(part, ignore_errors=True)  # not there any more when all went well
    return Bundle(folder=folder.name, files=files, exhibits=given.exhibits)


def gather(
    case: CaseFile,
    disclosure: Disclosure,
    chosen: Selection,
    read_original: ReadOriginal,
    part: Path,
    progress: Progress | None,
) -> Given:
    """Write the exhibits into `part` and return what the formats are given."""
    events = read_events(case, chosen, progress)
    taken = Taken()
    if EXHIBITS in parts_of(disclosure):
        taken = take(case, disclosure, chosen, events, read_original, part, progress)
    entries = placed(entries_of(case, chosen, events), taken)
    return Given(
        case=case,
        disclosure=disclosure,
        entries=entries,
        exhibits=tuple(taken.exhibits),
        cited=Counter([*(e.ref for e in entries), *taken.media.values()]),
        mains=frozenset(ref for ref, _ in taken.places.values()),
        numbers={e.row: e.number for e in entries},
        facts={**chosen.facts, **_left_out(case, taken.places)},
        not_taken=tuple(taken.not_taken),
        parts=parts_of(disclosure),
    )


def formats() -> tuple[Format, ...]:
    """Return every kind of file a bundle holds, in the order of the names of their modules."""
    return shelf(FORMATS, "FORMAT")


def parts_of(disclosure: Disclosure) -> frozenset[str]:
    """Return the names of what is written: the formats chosen, and "exhibits/" for the exhibits."""
    if disclosure.parts:
        return frozenset(disclosure.parts)
    return frozenset({EXHIBITS, *(one.name for one in formats() if one.always)})


def formats_of(disclosure: Disclosure) -> tuple[Format, ...]:
    """Return the formats one hand-over writes, in the order of the names of their modules."""
    wanted = parts_of(disclosure)
    return tuple(one for one in formats() if one.name in wanted)


def _must_be_free(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise FolderInUse(
            f"{folder.name} is there already and is not a folder. Choose a name that is not taken."
        )
    if folder.is_dir() and any(folder.iterdir()):
        raise FolderInUse(
            f"The folder {folder.name} already holds something, and nothing in it will be "
            "overwritten. "
            "Choose another name, or empty it yourself first."
        )


def _left_out(case: CaseFile, places: dict[tuple[str, str], tuple[str, str]]) -> dict[str, int]:
    """Count the originals of which nothing is handed over."""
    given = {original for original, _ in places}
    return {"originals not given": sum(1 for o in case.originals if o.sha256 not in given)}


def _what_is_what(given: Given, folder: Path) -> dict[str, str]:
    what = {one.name: one.what for one in formats()}
    what.update(
        {
            f"messages/{p.name}": "every line of the thread, a further volume"
            for p in folder.glob("messages/chronology-*.pdf")
        }
    )
    for e in given.exhibits:
        what[e.file] = f"{e.ref}: {e.description}"
        if e.file.endswith("-extract.txt"):
            what[e.file.replace("-extract.txt", "-spans.csv")] = (
                f"{e.ref}: where each piece of the extract lies"
            )
    what[HASHES] = "the hash list"
    return what


def _move(part: Path, folder: Path) -> None:
    part.chmod(0o755)  # made private while it was being written; a bundle is for giving
    if folder.is_dir():
        folder.rmdir()  # empty, or the move is refused: nothing of anybody's is deleted
    try:
        part.rename(folder)
    except OSError as refused:
        raise FolderInUse(
            f"The bundle could not be moved to {folder.name}: {refused.strerror}. Nothing was "
            "left behind."
        ) from refused

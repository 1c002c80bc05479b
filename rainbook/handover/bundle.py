"""Puts a bundle together: the only file here that knows the order of the others.

The one thing a reader would get wrong: everything is written beside the target first and moved
there in one step, so a bundle folder is whole or is not there.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from rainbook.handover.entries import entries_of, read_events
from rainbook.handover.exhibits import FOLDER, Taken, initials_of, placed, stem_of, take
from rainbook.handover.gate.closed import Name, closed
from rainbook.handover.gate.gate import Gate
from rainbook.handover.gate.interface import Agree, agreed_to
from rainbook.handover.gate.on_exhibits import through_the_gate
from rainbook.handover.hashes import HASHES, write_hashes
from rainbook.handover.interface import (
    PARTS_ALWAYS,
    BundleNotWritten,
    FolderInUse,
    Format,
    Given,
    PartNotKnown,
    Progress,
    ReadOriginal,
)
from rainbook.handover.paper.press import Press
from rainbook.handover.proof.heads import fingerprint
from rainbook.handover.proof.making import PROOF
from rainbook.handover.proven import Prover, can_prove, name_by, sign_it, write_it
from rainbook.handover.selection import Selection, select
from rainbook.record import Bundle, CaseFile, Disclosure
from rainbook.shelf import shelf

FORMATS = "rainbook.handover.formats"
READ_ME = "read-me.txt"
EXHIBITS = "exhibits/"
"""Stands among the parts of a disclosure for the exhibits themselves."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a hand-over is given beside its case: the case as it was before, the law on orders."""

    before: CaseFile | None = None
    order_law: tuple[Mapping[str, str], ...] = ()
    name: Name | None = None


def hand_over(
    case: CaseFile,
    disclosure: Disclosure,
    read_original: ReadOriginal,
    folder: Path,
    agree: Agree,
    progress: Progress | None = None,
    before: CaseFile | None = None,
    order_law: tuple[Mapping[str, str], ...] = (),
    prover: Prover | None = None,
) -> Bundle:
    """Write the bundle for one disclosure into `folder` and return what it holds; the same case
    gives the same bytes.

    `agree` is asked once, when everything is written and was looked through, before anything stands
    in `folder`; there is no hand-over without it. `before`: the case as it was at
    `disclosure.since`; `order_law`: what the law file of the case says of each kind of order;
    `prover`: the book's side of the proof and the signature, which are left out without it.

    Raises FolderInUse, PersonNotKnown, InitialsWanted, NothingToHandOver, OriginalChanged,
    PlaceNotThere, NotTypeset, BundleNotWritten, KeepBackNotAsked, GateStopped, NotAgreed. After any
    of them the folder is as it was before.
    """
    folder = Path(folder).absolute()
    _must_be_possible(folder, disclosure)
    gate = Gate(case)
    chosen = select(case, disclosure)
    with _written_beside(folder) as part:
        told = Told(before, order_law, name_by(prover) if prover else None)
        given = gather(case, disclosure, chosen, read_original, part, gate, progress, told)
        given = _agreed(given, part, gate, agree, progress)
        if prover and can_prove(given):
            write_it(given, case, chosen, part, prover, gate)
        files = write_hashes(part, _what_is_what(given, part))
        if prover:
            sign_it(given, part, prover)
        _move(part, folder)
    key = fingerprint(prover.key) if prover else ""
    return Bundle(folder=folder.name, files=files, exhibits=given.exhibits, key=key)


def _agreed(
    given: Given, part: Path, gate: Gate, agree: Agree, progress: Progress | None
) -> Given:
    """Write every format, look through the whole folder, and ask; return what was agreed to.

    Raises GateStopped, NotAgreed.
    """
    with Press() as press:
        set_by_it = replace(given, press=press)
        for one in formats_of(given.disclosure):
            (part / one.name).parent.mkdir(exist_ok=True)
            one.write(set_by_it, part, progress)
        press.finish()
    report = gate.last_look(part, given)
    agreed = replace(given, looked=agreed_to(agree, report).looked)
    _say_who_looked(agreed, part, gate)
    return agreed


@contextmanager
def _written_beside(folder: Path) -> Iterator[Path]:
    """Give a folder to write into; after any error nothing of it is left. Raises FolderInUse,
    BundleNotWritten.
    """
    part = _folder_beside(folder)
    try:
        yield part
    except OSError as refused:
        raise BundleNotWritten(
            f"The bundle could not be written ({refused.strerror or refused}). Nothing was left "
            "behind. See that there is room on the disk, or choose another place."
        ) from refused
    finally:
        shutil.rmtree(part, ignore_errors=True)  # not there any more when all went well


def gather(
    case: CaseFile,
    disclosure: Disclosure,
    chosen: Selection,
    read_original: ReadOriginal,
    part: Path,
    gate: Gate,
    progress: Progress | None,
    told: Told | None = None,
) -> Given:
    """Write the exhibits into `part` and return what the formats are given, both through the gate:
    nothing that must be kept back is in either.
    """
    events = read_events(case, chosen, progress)
    taken = Taken()
    if EXHIBITS in parts_of(disclosure):
        whole = gate.may_go_whole
        taken = take(case, disclosure, chosen, events, read_original, part, whole, progress)
        mine = [e for e in events if not chosen.third[e.row]]
        through_the_gate(taken, mine, part, gate.finder)
    entries = placed(entries_of(case, chosen, events), taken)
    told = told or Told()
    made = Given(
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
        kept_back=tuple(taken.kept_back),
        before=told.before,
        order_law=told.order_law,
        places=taken.places,
    )
    masked = gate.masked(made, frozenset(taken.masked_rows))
    return closed(masked, told.name)


def _say_who_looked(given: Given, part: Path, gate: Gate) -> None:
    """Write the read-me once more, now that somebody said whether the pictures were looked at."""
    for one in formats():
        if one.name == READ_ME:
            one.write(given, part, None)
            gate.look_again(one.name, part / one.name)


def formats() -> tuple[Format, ...]:
    """Return every kind of file a bundle holds, in the order of the names of their modules."""
    return shelf(FORMATS, "FORMAT")


def parts_of(disclosure: Disclosure) -> frozenset[str]:
    """Return the names of what is written: the formats chosen, and "exhibits/" for the exhibits."""
    if disclosure.parts:
        return frozenset(disclosure.parts) | PARTS_ALWAYS
    return PARTS_ALWAYS | frozenset({EXHIBITS, *(one.name for one in formats() if one.always)})


def formats_of(disclosure: Disclosure) -> tuple[Format, ...]:
    """Return the formats one hand-over writes, in the order of the names of their modules."""
    wanted = parts_of(disclosure)
    return tuple(one for one in formats() if one.name in wanted)


def _folder_beside(folder: Path) -> Path:
    """Make the folder everything is written into first. Raises FolderInUse."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=f"{folder.name}.part-", dir=folder.parent))
    except OSError as refused:
        raise FolderInUse(
            f"Nothing can be written beside {folder.name}: {refused.strerror}. Choose another "
            "place."
        ) from refused


def _must_be_possible(folder: Path, disclosure: Disclosure) -> None:
    """Raise FolderInUse, InitialsWanted or PartNotKnown before anything is written."""
    _must_be_free(folder)
    initials_of(disclosure)
    known = {EXHIBITS, *(one.name for one in formats())}
    unknown = sorted(set(disclosure.parts) - known)
    if unknown:
        raise PartNotKnown(
            f"No part of a hand-over is called {unknown[0]}. Look at the list: rainbook recipes"
        )


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
    for p in folder.glob("messages/thread-*.pdf"):
        what.setdefault(f"messages/{p.name}", "the messages as a conversation, a further volume")
    for e in given.exhibits:
        what[e.file] = f"{e.ref}: {e.description}"
        tables = f"{FOLDER}/{stem_of(e.file)}"
        what[f"{tables}-spans.csv"] = f"{e.ref}: where each piece of the extract lies"
        what[f"{tables}-redactions.csv"] = f"{e.ref}: where something was kept back, and its kind"
    what[HASHES] = "the hash list"
    what[PROOF] = "the proof that the records given and those withheld are all of them"
    return what


def _move(part: Path, folder: Path) -> None:
    part.chmod(0o755)  # made private while it was being written; a bundle is for giving
    try:
        if folder.is_dir():
            folder.rmdir()  # empty, or the move is refused: nothing of anybody's is deleted
        part.rename(folder)
    except OSError as refused:
        raise FolderInUse(
            f"The bundle could not be moved to {folder.name}: {refused.strerror}. Nothing was "
            "left behind."
        ) from refused

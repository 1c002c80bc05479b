"""Checks every byte of a book's folder against the log and names whatever is not as it was left.

The one thing a reader would get wrong: a folder put back whole to an earlier copy of itself looks
sound from inside. Only a mark kept elsewhere (a hand-over, the recovery sheet) shows it.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from rainbook.custody.book import FORMAT, Book, holders_of
from rainbook.custody.chain import Examined, examine, mark_holds
from rainbook.custody.faults import Fault
from rainbook.custody.keys import SLOT_BYTES
from rainbook.custody.log import START
from rainbook.custody.opening import LEFTOVER, SLOT_FILE
from rainbook.custody.originals import check_original, check_seal, open_table, path_name
from rainbook.custody.stream import ORIGINAL, SealDamaged, SealedFile

Progress = Callable[[int, int], None]
"""Told bytes done and bytes in all."""
_TOP = ("format", "head", "log", "lock")
_FOLDERS = ("keys", "originals", "tables")
_SEALED = re.compile(r"originals/([0-9a-f]{2})/(\1[0-9a-f]{62})")


def faults_of(book: Book, mark: str | None, progress: Progress | None) -> Iterator[Fault]:
    """Yield every fault of the folder as it is on the disk now. Raises MarkUnreadable."""
    book.may_read()
    seen = set()
    for fault in _all(book, mark, progress or (lambda done, total: None)):
        if (fault.kind, fault.place) not in seen:
            seen.add((fault.kind, fault.place))
            yield fault


def _all(book: Book, mark: str | None, progress: Progress) -> Iterator[Fault]:
    try:
        found = examine(book.folder, book.keys)
    except OSError as error:
        yield Fault("unreadable", "log", f"The log could not be read ({error.strerror}).")
        found = Examined()
    chains = {0: START} | {f.record.number + 1: f.chain for f in found.framed}
    if mark is not None and not mark_holds(mark, chains):
        yield Fault("cut", "log", f"The log does not hold the point {mark}. The whole folder was"
                    " put back to an earlier copy, or the mark belongs to another book.")
    yield from book.put_right
    yield from found.faults
    yield from found.unfinished
    ours = book.chain.head
    if not found.faults and chains.get(ours.records) != ours.chain:
        yield Fault("changed", "log", "The log was put back to another copy while the book was"
                    " open.")
    yield from _format(book)
    yield from _slots(book)
    yield from _walk(book)
    yield from _contents(book, progress)


def _format(book: Book) -> Iterator[Fault]:
    path = book.folder / "format"
    try:
        if path.read_bytes() != FORMAT:
            yield Fault("changed", "format", "The file format was changed.")
    except FileNotFoundError:
        yield Fault("missing", "format", "The file format is not there.")
    except OSError as error:
        yield Fault("unreadable", "format", f"It could not be read ({error.strerror}).")
    lock = book.folder / "lock"
    if lock.is_file() and lock.stat().st_size:
        yield Fault("added", "lock", "The file lock should be empty and is not.")


def _slots(book: Book) -> Iterator[Fault]:
    for slot, holder in holders_of(book.records)[0].items():
        place = f"keys/{slot}.json"
        named = f"The key file of {holder.label!r} ({holder.kind})"
        try:
            with (book.folder / place).open("rb") as file:
                data = file.read(SLOT_BYTES + 1)
            if hashlib.sha256(data).hexdigest() != holder.sha256:
                yield Fault("changed", place, f"{named} was changed.")
        except FileNotFoundError:
            yield Fault("missing", place, f"{named} is not there.")
        except OSError as error:
            yield Fault("unreadable", place, f"{named} could not be read ({error.strerror}).")


def _walk(book: Book) -> Iterator[Fault]:
    """Name whatever stands in the folder and does not belong there."""
    known = {f"keys/{slot}.json" for slot in holders_of(book.records)[0]}
    known |= {_inside(book, book.path_of(sha256)) for sha256 in book.originals}
    known |= {_inside(book, book.table_path_of(key)) for key, _ in book.kept_of()}
    known |= set(_TOP)
    folders = {*_FOLDERS, *(k.rpartition("/")[0] for k in known if k.startswith("originals/"))}
    waiting = [""]
    while waiting:
        part = waiting.pop()
        try:
            entries = sorted(os.scandir(book.folder / part), key=lambda e: e.name)
        except OSError as error:
            yield Fault("unreadable", part or ".", f"It could not be read ({error.strerror}).")
            continue
        for entry in entries:
            place = f"{part}/{entry.name}" if part else entry.name
            if entry.is_dir(follow_symlinks=False) and (
                place in folders or re.fullmatch(r"originals/[0-9a-f]{2}", place)
            ):
                waiting.append(place)
            elif not entry.is_file(follow_symlinks=False) and (place in known or place in folders):
                yield Fault("changed", place, "It is not a plain file or folder any more.")
            elif place not in known:
                yield _stranger(book, place)
    for folder in _FOLDERS:
        if not (book.folder / folder).is_dir():
            yield Fault("missing", folder, f"The folder {folder} is not there.")


def _stranger(book: Book, place: str) -> Fault:
    """Say what a file is that the log does not know; with a damaged log that cannot be told."""
    if LEFTOVER.fullmatch(place):
        return Fault("unfinished", place, "A file was being written when the program stopped. It"
                     " was never reported as done.")
    ours = bool(_SEALED.fullmatch(place)) and _is_ours(book, book.folder / place)
    slot = bool(SLOT_FILE.fullmatch(place.removeprefix("keys/")))
    if book.faults and (ours or slot or re.fullmatch("tables/[0-9a-f]{64}", place)):
        return Fault("unreadable", place, "Whether this belongs here cannot be told: the entries of"
                     " the log that would name it cannot be read.")
    if ours:
        return Fault("unfinished", place, "A file was sealed and the program stopped before that"
                     " was reported as done. Add the file again.")
    if slot:
        return Fault("added", place, "This key file is not one the log knows.")
    return Fault("added", place, "This does not belong in the folder: the program did not put it"
                 " there.")


def _is_ours(book: Book, path: Path) -> bool:
    """Return whether a sealed file is whole, under its right name, and of this book."""
    try:
        with SealedFile(path, ORIGINAL, book.keys.file_wrap, path_name(path)) as file:
            wrong, sha256 = check_seal(file, "", "")
            return not wrong and book.path_of(sha256) == path
    except (OSError, SealDamaged):
        return False


def _contents(book: Book, progress: Progress) -> Iterator[Fault]:
    """Decrypt every original and every kept table."""
    total = sum(o.size for o in book.originals.values())
    done = 0
    for known in book.originals.values():
        before = done
        yield from check_original(book, known, _moved_on(progress, before, total))
        done += known.size
        progress(done, total)
    for key, named in book.kept_of():
        place = _inside(book, book.table_path_of(key))
        try:
            with open_table(book, key) as kept:
                yield from check_seal(kept, place, named)[0]
        except FileNotFoundError:
            continue  # a table is worked out again when it is wanted
        except SealDamaged as damaged:
            yield Fault(damaged.kind, place, f"{named}: {damaged}.")
        except OSError as error:
            yield Fault("unreadable", place, f"{named} could not be read ({error.strerror}).")


def _moved_on(progress: Progress, before: int, total: int) -> Callable[[int], None]:
    return lambda done: progress(before + done, total)


def _inside(book: Book, path: Path) -> str:
    return path.relative_to(book.folder).as_posix()

"""Starting a book, opening one, and putting right what a stop in the middle of work left behind.

The one thing a reader would get wrong: putting right never takes away anything that was reported as
done. It removes half-written files, takes in the one entry that may stand past the head, and says
so in the log.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rainbook.custody.book import FORMAT, SLOT_LIMIT, Book, Clock, holders_of
from rainbook.custody.chain import Chain, Examined, examine
from rainbook.custody.disk import NEW, Disk, refused
from rainbook.custody.faults import Fault
from rainbook.custody.holders import Staged
from rainbook.custody.keys import (
    SLOT_BYTES,
    Cost,
    NoSlot,
    SlotCostRefused,
    SlotDamaged,
    WrongPassphrase,
    keys_from,
    make_slot,
    open_slot,
    read_slot,
)
from rainbook.record import RainbookError

SLOT_FILE = re.compile(r"[0-9a-f]{16}\.json")
LEFTOVER = re.compile(
    r"head\.new|keys/[0-9a-f]{16}\.json\.new|(?:originals|tables)/[0-9a-f]{32}\.new"
)
"""Files that only a stopped write leaves."""


class NotABook(RainbookError):
    """The folder is no book."""


class UnknownVersion(RainbookError):
    """The folder says it is written in a format this version does not know."""


class FolderInUse(RainbookError):
    """The folder for a new book holds something already."""


class SlotRemoved(RainbookError):
    """The key fits a slot that was taken out of force."""


def start_book(
    folder: Path, by: str, ways_in: dict[str, bytes], cost: Cost, disk: Disk, clock: Clock
) -> bytes:
    """Make a new book and return its master key. It appears at `folder` whole or not at all.

    `ways_in` maps the kind of each slot to its secret. Raises FolderInUse, SlotCostRefused,
    DiskFull, DiskRefused.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderInUse(f"{folder} holds something already. Choose a folder that does not.")
    master = secrets.token_bytes(32)
    slots = {kind: make_slot(master, secret, kind, cost) for kind, secret in ways_in.items()}
    made = folder.with_name(f"{folder.name}.{secrets.token_hex(4)}{NEW}")
    try:
        for part in (made, made / "keys", made / "originals", made / "tables"):
            disk.folder(part)
        staged = [Staged(made / "keys", disk, data, kind, kind) for kind, data in slots.items()]
        for slot in staged:
            slot.place()
        chain = Chain(made, keys_from(master), disk)
        chain.begin()
        entries = [slot.entry for slot in staged]
        chain.append(clock(), by, "begun", {"added": entries, "book": 1, "removed": []})
        disk.whole(made / "format", FORMAT)
        if folder.exists():
            folder.rmdir()
        disk.replace(made, folder)
        disk.flush_folder(folder.parent)
    except OSError as error:
        raise refused(error, "making the folder") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return master


def check_format(folder: Path) -> None:
    """Raise NotABook or UnknownVersion where `folder` is no book of this format."""
    try:
        with (folder / "format").open("rb") as file:
            said = file.read(64)
    except (FileNotFoundError, NotADirectoryError):
        raise NotABook(
            f"{folder} is not a book: there is no file called format in it. Check its name."
        ) from None
    except OSError as error:
        raise refused(error, "reading the folder") from error
    if said == FORMAT:
        return
    if re.fullmatch(rb"book [1-9][0-9]{0,5}\n", said):
        raise UnknownVersion(
            f"The folder is written in {said.decode().strip()!r}; this version reads 'book 1'. Use"
            " a newer version of the program."
        )
    raise NotABook(
        "The file called format was changed: it must hold the words 'book 1' and a line end, and"
        " nothing else. Put it back so and try again."
    )


def find_master(folder: Path, secret: bytes, kinds: tuple[str, ...]) -> tuple[str, bytes]:
    """Return the id of the slot that opens with `secret`, and the master key.

    Raises NoSlot, WrongPassphrase, SlotDamaged, SlotCostRefused, KeyWorkUnavailable, DiskRefused.
    """
    tried, faulty = 0, None
    for slot, data in _slots(folder):
        try:
            if read_slot(data)["kind"] not in kinds:
                continue
            tried += 1
            master = open_slot(data, secret)
        except (SlotDamaged, SlotCostRefused) as fault:
            faulty = fault
            continue
        if master is not None:
            return slot, master
    if faulty is not None:
        raise faulty
    what = "recovery code" if kinds == ("recovery",) else "passphrase"
    if not tried:
        raise NoSlot(
            f"This book has no key that opens with a {what}: the files in its folder keys are"
            " gone. Put the folder back from a copy."
        )
    raise WrongPassphrase(f"The {what} is not right for this book. Check it and type it again.")


def _slots(folder: Path) -> Iterator[tuple[str, bytes]]:
    try:
        names = sorted(n for n in os.listdir(folder / "keys") if SLOT_FILE.fullmatch(n))
        for name in names[:SLOT_LIMIT + 1]:
            with (folder / "keys" / name).open("rb") as file:
                yield name[:16], file.read(SLOT_BYTES + 1)
    except FileNotFoundError:
        return
    except OSError as error:
        raise refused(error, "reading a key file") from error


def take_in(book: Book) -> Examined:
    """Read the log into memory; where it has faults the book takes no more entries."""
    try:
        found = examine(book.folder, book.keys)
    except OSError as error:
        raise refused(error, "reading the log") from error
    for framed in found.framed:
        book.remember(framed.record)
    book.faults, book.put_right = found.faults, list(found.unfinished)
    if not found.faults:
        book.chain.know(found)
    return found


def check_slot_in_force(book: Book) -> None:
    """Raise SlotRemoved where the slot used was taken out of force, unless that was cut short."""
    _, removed = holders_of(book.records)
    if removed.get(book.slot, len(book.records) - 1) < len(book.records) - 1:
        raise SlotRemoved(
            "This key was taken out of force, and its key file has been put back into the folder"
            " since. Open the book with a key that is in force."
        )


def put_right(book: Book, found: Examined) -> None:
    """Finish or take back what a stop left, and log it. Raises DiskFull, DiskRefused."""
    try:
        book.put_right += _put_slots_right(book)
        book.put_right += _remove_leftovers(book)
        book.chain.take(found)
    except OSError as error:
        raise refused(error, "putting the folder right") from error
    if book.put_right:
        body = {"found": [[f.kind, f.place, f.sentence] for f in book.put_right]}
        book.add("put right", "", body)


def _put_slots_right(book: Book) -> Iterator[Fault]:
    active, removed = holders_of(book.records)
    keys = book.folder / "keys"
    for slot, holder in active.items():
        path = keys / f"{slot}.json"
        new = keys / f"{slot}.json{NEW}"
        with suppress(FileNotFoundError):
            if not path.exists() and hashlib.sha256(new.read_bytes()).hexdigest() == holder.sha256:
                book.disk.replace(new, path)
                book.disk.flush_folder(keys)
                yield Fault("unfinished", f"keys/{path.name}", "A key file was not in its place"
                            " yet when the program stopped. It was put there.")
    for slot, number in removed.items():
        path = keys / f"{slot}.json"
        if path.exists():
            book.disk.remove(path)
            last = number == len(book.records) - 1
            yield Fault(
                "unfinished" if last else "added", f"keys/{path.name}",
                "A key file that was taken out of force was "
                + ("still there." if last else "there again.") + " It was removed.")


def leftovers(folder: Path) -> list[str]:
    """Return the paths, inside the folder, of files that only a stopped write leaves."""
    found = []
    for part in ("", "keys", "originals", "tables"):
        with suppress(FileNotFoundError), os.scandir(folder / part) as inside:
            for entry in inside:
                name = f"{part}/{entry.name}" if part else entry.name
                if LEFTOVER.fullmatch(name) and entry.is_file(follow_symlinks=False):
                    found.append(name)
    return sorted(found)


def _remove_leftovers(book: Book) -> Iterator[Fault]:
    for name in leftovers(book.folder):
        book.disk.remove(book.folder / name)
        yield Fault("unfinished", name, "A file was being written when the program stopped. It was"
                    " never reported as done and was removed.")

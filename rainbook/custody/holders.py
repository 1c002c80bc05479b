"""Who can open the book: slots added, replaced and taken away, each change one entry of the log.

The one thing a reader would get wrong: taking a slot away does not change the master key. Whoever
kept an old copy of the folder and the old passphrase can still open that copy (docs/format-v1.md,
N4).
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from rainbook.custody.book import SLOT_LIMIT, Book, Holder, holders_of
from rainbook.custody.disk import NEW, Disk, refused
from rainbook.custody.keys import Cost, make_slot, passphrase_bytes
from rainbook.custody.recovery import code_bytes, new_code
from rainbook.record import RainbookError


class TooManyHolders(RainbookError):
    """A book has room for 16 key files."""


class NoSuchHolder(RainbookError):
    """There is no key holder with that id, or it is the last one."""


class Staged:
    """A slot file written beside its place, waiting for its entry in the log."""

    def __init__(self, keys: Path, disk: Disk, data: bytes, kind: str, label: str) -> None:
        self.slot = secrets.token_hex(8)
        self.path = keys / f"{self.slot}.json"
        self._new = keys / f"{self.slot}.json{NEW}"
        self._disk = disk
        self.entry = {
            "slot": self.slot, "kind": kind, "label": label,
            "sha256": hashlib.sha256(data).hexdigest(),
        }
        with disk.create(self._new) as file:
            disk.write(file, data)
            disk.flush(file)
        disk.flush_folder(keys)

    def place(self) -> None:
        """Put the slot in force; its entry is in the log."""
        self._disk.replace(self._new, self.path)
        self._disk.flush_folder(self.path.parent)

    def drop(self) -> None:
        """Take it away again."""
        with suppress(OSError):
            self._disk.remove(self._new)


def add_holder(book: Book, label: str, passphrase: str, by: str, cost: Cost) -> Holder:
    """Let a further person open the book with a passphrase of their own."""
    book.may_write()
    if len(holders_of(book.records)[0]) >= SLOT_LIMIT:
        raise TooManyHolders(f"A book has room for {SLOT_LIMIT} keys. Take one away first.")
    slot = make_slot(book.master, passphrase_bytes(passphrase), "holder", cost)
    return _change(book, "holder added", by, (slot, "holder", label), ())


def change_passphrase(book: Book, passphrase: str, by: str, cost: Cost) -> Holder:
    """Replace the passphrase the book was opened with; after a recovery, the owner's."""
    book.may_write()
    active, _ = holders_of(book.records)
    here = active[book.slot]
    if here.kind == "recovery":
        old = [h for h in active.values() if h.kind == "owner"]
        kind, label = "owner", old[0].label if old else "owner"
    else:
        old, kind, label = [here], here.kind, here.label
    slot = make_slot(book.master, passphrase_bytes(passphrase), kind, cost)
    made = _change(book, "passphrase changed", by, (slot, kind, label), [h.slot for h in old])
    if here.kind != "recovery":
        book.slot = made.slot
    return made


def new_recovery_code(book: Book, by: str, cost: Cost) -> str:
    """Return a fresh recovery code; the sheet before it opens nothing any more."""
    book.may_write()
    active, _ = holders_of(book.records)
    old = [h.slot for h in active.values() if h.kind == "recovery"]
    code = new_code()
    slot = make_slot(book.master, code_bytes(code), "recovery", cost)
    made = _change(book, "recovery code replaced", by, (slot, "recovery", "recovery"), old)
    if book.slot in old:
        book.slot = made.slot
    return code


def remove_holder(book: Book, slot: str, by: str) -> None:
    """Take a holder's key away. Raises NoSuchHolder; the key in use and the owner's last stay."""
    book.may_write()
    active, _ = holders_of(book.records)
    if slot not in active:
        raise NoSuchHolder(f"There is no key {slot!r} in this book. Look at the list of holders.")
    if slot == book.slot:
        raise NoSuchHolder("This is the key the book is open with. Open it with another key first.")
    book.add("holder removed", by, {"added": [], "removed": [slot]})
    _finish(book, None, [slot])


def _change(
    book: Book, kind: str, by: str, new: tuple[bytes, str, str], old: Sequence[str]
) -> Holder:
    """Stage the new slot, log the change, put the slot in force, take the old ones away."""
    data, slot_kind, label = new
    try:
        staged = Staged(book.folder / "keys", book.disk, data, slot_kind, label)
    except OSError as error:
        raise refused(error, "writing a key file") from error
    try:
        book.add(kind, by, {"added": [staged.entry], "removed": list(old)})
    except RainbookError:
        if not book.chain.broken:
            staged.drop()
        raise
    _finish(book, staged, old)
    return holders_of(book.records)[0][staged.slot]


def _finish(book: Book, new: Staged | None, old: Sequence[str]) -> None:
    """Put the new slot in force and delete the old ones; the entry is in the log already.

    Where the disk refuses, no entry may follow: opening the book again finishes the change, and it
    knows an unfinished one by its being the last.
    """
    try:
        if new is not None:
            new.place()
        for slot in old:
            book.disk.remove(book.folder / "keys" / f"{slot}.json")
        book.disk.flush_folder(book.folder / "keys")
    except OSError as error:
        book.chain.broken = (
            "A change of keys is in the log and its key files are not in place yet. Close the book"
            " and open it again: that finishes it."
        )
        raise refused(error, "putting a key file in its place") from error

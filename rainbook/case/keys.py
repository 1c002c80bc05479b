"""Who can open a case: the owner, further holders, and the printed recovery sheet.

The one thing a reader would get wrong: taking a key out of force does not change what its holder
has copied before.
"""

from __future__ import annotations

from dataclasses import dataclass

from rainbook.case.book import Book


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One key in force: its slot, its kind (owner, holder, recovery) and its label."""

    slot: str
    kind: str
    label: str


def keys_of(book: Book) -> tuple[KeyLine, ...]:
    """Return the keys in force."""
    return tuple(KeyLine(h.slot, h.kind, h.label) for h in book.vault().holders())


def add_key(book: Book, label: str, passphrase: str) -> KeyLine:
    """Let a further person open the case with a passphrase of their own."""
    made = book.vault().add_holder(label, passphrase, book.by)
    return KeyLine(made.slot, made.kind, made.label)


def remove_key(book: Book, slot: str) -> None:
    """Take a key out of force. Raises NoSuchHolder."""
    book.vault().remove_holder(slot, book.by)


def change_passphrase(book: Book, passphrase: str) -> None:
    """Replace the passphrase the case was opened with."""
    book.vault().change_passphrase(passphrase, book.by)


def new_recovery_code(book: Book) -> str:
    """Return a new recovery code; the sheet printed before opens nothing any more."""
    return book.vault().new_recovery_code(book.by)

"""The vault: the one door to a book's sealed originals, its decisions and its log.

The one thing a reader would get wrong: whatever a method here returns is on the disk already. There
is no "save", and nothing is ever changed or deleted; taking a decision back is another decision.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from filelock import FileLock, Timeout

from rainbook.custody import holders, originals, proving, verify
from rainbook.custody.book import OWN_KINDS, Book, Clock, Holder, holders_of, utc_now
from rainbook.custody.chain import Chain, mark_of
from rainbook.custody.disk import Disk, Steps, no_steps, refused
from rainbook.custody.faults import Fault
from rainbook.custody.keys import STRONG, Cost, keys_from, passphrase_bytes
from rainbook.custody.log import LogRecord
from rainbook.custody.opening import (
    check_format,
    check_slot_in_force,
    find_master,
    put_right,
    start_book,
    take_in,
)
from rainbook.custody.recovery import code_bytes, new_code
from rainbook.custody.stream import SealedFile
from rainbook.record import (
    Decided,
    Decision,
    Original,
    RainbookError,
    Withdrawn,
    decision_from,
    decision_to,
)


class BookInUse(RainbookError):
    """Another program has the book open for writing."""


class NoSuchDecision(RainbookError):
    """There is no decision with that number that could be taken back."""


class KindReserved(RainbookError):
    """A note may not use a kind of entry that the vault writes itself."""


class Vault:
    """An open book. Use it as a context manager, or call `close`."""

    def __init__(self, book: Book, lock: FileLock | None) -> None:
        self._book, self._lock = book, lock
        self._decided: list[Decided] = []
        self._understood = 0

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, by: str, *, cost: Cost = STRONG,
        clock: Clock = utc_now, steps: Steps = no_steps,
    ) -> tuple[Vault, str]:
        """Make a new book; return it open, with its recovery code, which is not kept anywhere.

        Raises EmptyPassphrase, FolderInUse, DiskFull, DiskRefused.
        """
        code = new_code()
        ways_in = {"owner": passphrase_bytes(passphrase), "recovery": code_bytes(code)}
        folder, disk = Path(os.path.abspath(folder)), Disk(steps)
        master = start_book(folder, by, ways_in, cost, disk, clock)
        vault = cls._start(folder, master, "", disk, clock, False)
        owner = next(h for h in holders_of(vault._book.records)[0].values() if h.kind == "owner")
        vault._book.slot = owner.slot
        return vault, code

    @classmethod
    def open(
        cls, folder: Path, passphrase: str | None = None, *, recovery_code: str | None = None,
        by: str = "", clock: Clock = utc_now, steps: Steps = no_steps, read_only: bool = False,
    ) -> Vault:
        """Open a book with a passphrase or the recovery code, and log that it was opened.

        A book with a damaged log opens too: see `faults`; it takes no more entries. Raises
        NotABook, UnknownVersion, BookInUse, WrongPassphrase, NoSlot, SlotDamaged,
        SlotCostRefused, SlotRemoved, RecoveryLineWrong, RecoveryCodeLength, DiskFull,
        DiskRefused.
        """
        folder = Path(os.path.abspath(folder))
        check_format(folder)
        if recovery_code is not None:
            slot, master = find_master(folder, code_bytes(recovery_code), ("recovery",))
        else:
            secret = passphrase_bytes(passphrase or "")
            slot, master = find_master(folder, secret, ("owner", "holder"))
        vault = cls._start(folder, master, slot, Disk(steps), clock, read_only)
        try:
            if not read_only and not vault.faults:
                vault.note_own("opened" if recovery_code is None else "recovered", by)
        except BaseException:
            vault.close()
            raise
        return vault

    @classmethod
    def _start(
        cls, folder: Path, master: bytes, slot: str, disk: Disk, clock: Clock, read_only: bool
    ) -> Vault:
        keys = keys_from(master)
        chain = Chain(folder, keys, disk)
        book = Book(folder, master, keys, disk, chain, clock, slot, read_only)
        lock = None if read_only else _locked(folder)
        try:
            found = take_in(book)
            check_slot_in_force(book)
            if not read_only and not book.faults:
                put_right(book, found)
        except BaseException:
            if lock:
                lock.release()
            raise
        return cls(book, lock)

    def __enter__(self) -> Vault:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Forget the keys and let others open the book. What is done is on the disk already."""
        self._book.forget()
        if self._lock is not None:
            self._lock.release()

    @property
    def folder(self) -> Path:
        """The book's folder."""
        return self._book.folder

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the log or its head; while there is anything, nothing can be added."""
        return tuple(self._book.faults)

    @property
    def put_right(self) -> tuple[Fault, ...]:
        """What a stop in the middle of work had left, put right when the book was opened."""
        return tuple(self._book.put_right)

    def seal(
        self, stream: BinaryIO, name: str, by: str, came_from: str, how: str, own: str,
        progress: Callable[[int], None] | None = None,
    ) -> Original:
        """Store the bytes of `stream` exactly as received; `progress` is told bytes done so far.

        The same bytes again give the Original already held, and an entry that they were received
        again. Raises SourceUnreadable, DiskFull, DiskRefused, BookDamaged, ReadOnly.
        """
        about = {"name": name, "came_from": came_from, "how": how, "own": own}
        return originals.seal(self._book, stream, about, by, progress)

    def originals(self) -> tuple[Original, ...]:
        """Return every original, in the order sealed."""
        return tuple(self._book.originals.values())

    def open_original(self, sha256: str) -> SealedFile:
        """Return an original as a seekable read-only binary file with `read_at(start, length)`.

        Raises NoSuchOriginal, OriginalMissing, OriginalDamaged; its reads raise SealDamaged.
        """
        return originals.open_original(self._book, sha256)

    def keep_table(self, sha256: str, blob: bytes | Iterable[bytes]) -> None:
        """Keep what was worked out from an original, encrypted; a later one takes its place."""
        originals.keep_table(self._book, sha256, blob)

    def table(self, sha256: str) -> bytes | None:
        """Return the table kept for an original, or None.

        Raises TableDamaged: work it out again.
        """
        return originals.table(self._book, sha256)

    def decide(self, what: Decision, by: str, why: str) -> int:
        """Log a person's decision and return its number. Raises NoSuchDecision."""
        with self._book.guard:
            if isinstance(what, Withdrawn):
                standing = {d.number for d in self.decisions() if not d.withdrawn}
                taken_back = {d.number for d in self.decisions() if isinstance(d.what, Withdrawn)}
                if what.number not in standing - taken_back:
                    raise NoSuchDecision(
                        f"There is no decision number {what.number} to take back. Look at the list"
                        " of decisions."
                    )
            record = self._book.add("decided", by, {"what": decision_to(what), "why": why})
            return record.number

    def decisions(self) -> tuple[Decided, ...]:
        """Return every decision in order, those taken back marked so. Raises UnknownDecision."""
        records = self._book.records
        # records are only ever added: what was understood once is not read again
        for r in records[self._understood :]:
            if r.kind == "decided":
                what = decision_from(r.body["what"])
                self._decided.append(Decided(r.number, r.by, r.at, r.body["why"], what))
        self._understood = len(records)
        back = {d.what.number for d in self._decided if isinstance(d.what, Withdrawn)}
        return tuple(
            replace(d, withdrawn=True) if d.number in back else d for d in self._decided
        )

    def note(self, kind: str, by: str, body: Mapping[str, Any]) -> LogRecord:
        """Log something else: "handed over", "verified", … Raises KindReserved."""
        if kind in OWN_KINDS or not kind.strip():
            raise KindReserved(f"An entry of the kind {kind!r} is written by the program itself.")
        return self._book.add(kind, by, body)

    def note_own(self, kind: str, by: str) -> None:
        """Log that the book was opened with the slot in use."""
        self._book.add(kind, by, {"slot": self._book.slot})

    def log(self) -> tuple[LogRecord, ...]:
        """Return every entry of the log that can be read, in order."""
        return tuple(self._book.records)

    def mark(self) -> str:
        """Return the mark of the log as it stands: keep it elsewhere, give it to `verify` later.

        Raises BookDamaged.
        """
        self._book.whole()
        return mark_of(self._book.chain.head)

    def verify(
        self, mark: str | None = None, progress: Callable[[int, int], None] | None = None
    ) -> Iterator[Fault]:
        """Yield each fault; every byte is read. `progress` is told bytes done, in all.

        Raises MarkUnreadable.
        """
        return verify.faults_of(self._book, mark, progress)

    def holders(self) -> tuple[Holder, ...]:
        """Return the keys in force."""
        return tuple(holders_of(self._book.records)[0].values())

    def add_holder(self, label: str, passphrase: str, by: str, cost: Cost = STRONG) -> Holder:
        """Let a further person open the book with a passphrase of their own."""
        return holders.add_holder(self._book, label, passphrase, by, cost)

    def remove_holder(self, slot: str, by: str) -> None:
        """Take a key out of force. Raises NoSuchHolder."""
        holders.remove_holder(self._book, slot, by)

    def change_passphrase(self, passphrase: str, by: str, cost: Cost = STRONG) -> Holder:
        """Replace the passphrase the book was opened with (after a recovery: the owner's)."""
        return holders.change_passphrase(self._book, passphrase, by, cost)

    def proof_seed(self, sha256: str) -> bytes:
        """Return the 32 secret bytes that hide one original's records in a proof."""
        return proving.proof_seed(self._book, sha256)

    def sign(self, message: bytes) -> bytes:
        """Return the book's Ed25519 signature (64 bytes). Raises BookClosed."""
        return proving.sign(self._book, message)

    def signing_key(self) -> bytes:
        """Return the public key (32 bytes) that checks `sign`. Raises BookClosed."""
        return proving.signing_key(self._book)

    def new_recovery_code(self, by: str, cost: Cost = STRONG) -> str:
        """Return a new recovery code; the sheet printed before opens nothing any more."""
        return holders.new_recovery_code(self._book, by, cost)


def _locked(folder: Path) -> FileLock:
    lock = FileLock(str(folder / "lock"), thread_local=False)  # any thread may close the book
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise BookInUse(
            "The book is open in another window or program. Close it there and try again."
        ) from None
    except OSError as error:
        raise refused(error, "locking the folder") from error
    return lock

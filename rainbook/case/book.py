"""One open case: add, decide, look, hand over.

The one thing a reader would get wrong: `add` seals first and reads second, and it reads from the
sealed copy, never
from the file it was given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from rainbook.case.glance import FileNotOpened
from rainbook.case.known import (
    AccountLine,
    account_lines,
    asked_of,
    case_file,
    names_of,
    settings_of,
)
from rainbook.custody import STRONG, Cost, OriginalMissing, TableDamaged, Vault
from rainbook.events.containers import Opened, open_original
from rainbook.events.guarded import read_guarded
from rainbook.events.people import Question, whose
from rainbook.events.reading import Accounted, accounted
from rainbook.events.shown import event_of
from rainbook.events.tables import pack, unpack
from rainbook.handover.bundle import hand_over
from rainbook.handover.hashes import HASHES, hash_of
from rainbook.record import (
    Bundle,
    CaseFile,
    Decided,
    Decision,
    Disclosure,
    Event,
    EventTable,
    Original,
    Problem,
    join,
)

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding one file."""

    original: Original
    again: bool
    events: int
    problems: tuple[Problem, ...]
    accounted: Accounted


@dataclass(frozen=True, slots=True)
class Looked:
    """The accounts in the records and what only the person can say about them."""

    accounts: tuple[AccountLine, ...]
    questions: tuple[Question, ...]


class Book:
    """An open case. Use it as a context manager."""

    def __init__(self, vault: Vault, by: str) -> None:
        self._vault, self.by = vault, by
        self._tables: dict[str, EventTable] = {}
        self._opened: dict[str, Opened] = {}

    def __enter__(self) -> Book:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the case and its keys."""
        self._vault.close()

    def add(
        self,
        path: Path,
        *,
        how: str = "",
        came_from: str = "",
        own: str = "not asked",
        progress: Progress | None = None,
    ) -> Added:
        """Seal a file, then read it from the sealed copy. Raises FileNotOpened, DiskFull and the
        like of custody.
        """
        try:
            size, stream = path.stat().st_size, path.open("rb")
        except OSError as refused:
            raise FileNotOpened(
                f"{path.name} could not be opened ({refused.strerror}). Check the name and that "
                "you may read it."
            ) from refused
        before = {o.sha256 for o in self._vault.originals()}
        with stream:
            told = (lambda done: progress(done, size)) if progress else None
            original = self._vault.seal(stream, path.name, self.by, came_from, how, own, told)
        table = self._table(original)
        return Added(
            original,
            original.sha256 in before,
            len(table),
            table.problems,
            accounted([table], self._of(original)),
        )

    def decide(self, what: Decision, why: str = "") -> int:
        """Log a decision and return its number."""
        self._tables.clear()
        self._file.cache_clear()
        return self._vault.decide(what, self.by, why)

    def decisions(self) -> tuple[Decided, ...]:
        """Return every decision, those taken back marked so."""
        return self._vault.decisions()

    def originals(self) -> tuple[Original, ...]:
        """Return every sealed original."""
        return self._vault.originals()

    def table(self) -> EventTable:
        """Return every event of every original as one table."""
        return join([self._table(o) for o in self._vault.originals()])

    def file(self) -> CaseFile:
        """Return everything known, as of the last thing put in or decided."""
        return self._file(len(self._vault.originals()), len(self._vault.decisions()))

    @lru_cache(maxsize=1)  # noqa: B019 - one book, one entry; cleared when something is decided
    def _file(self, _originals: int, _decisions: int) -> CaseFile:
        table = self.table()
        return case_file(
            self._vault.originals(),
            table,
            self._vault.decisions(),
            lambda row: self.event(table, row),
            self.as_of(),
        )

    def as_of(self) -> str:
        """Return the instant of the last file received or decision made (not of looking or handing
        over).
        """
        moments = [o.received for o in self._vault.originals()] + [
            d.at for d in self._vault.decisions()
        ]
        return max(moments, default="")

    def event(self, table: EventTable, row: int) -> Event:
        """Return one row made whole, read from the sealed original."""
        return event_of(table, row, self._fetch)

    def looked(self) -> Looked:
        """Return the accounts and the open questions."""
        table, decisions = self.table(), self._vault.decisions()
        region = settings_of(decisions)["region"]
        names = names_of(table, lambda row: self.event(table, row), region)
        who = whose(table, decisions, names, region)
        return Looked(account_lines(table, who, names), who.questions)

    def hand_over(
        self,
        folder: Path,
        disclosure: Disclosure,
        progress: Callable[[str, int, int], None] | None = None,
    ) -> Bundle:
        """Write a bundle and log that it was handed over, with the hash of its list of hashes."""
        bundle = hand_over(self.file(), disclosure, self.open, folder, progress)
        listed, _ = hash_of(folder / HASHES)
        self._vault.note(
            "handed over",
            self.by,
            {
                "persons": list(disclosure.persons),
                "purpose": disclosure.purpose,
                "files": len(bundle.files),
                "hashes": listed,
            },
        )
        return bundle

    def open(self, sha256: str) -> BinaryIO:
        """Return a sealed original as a seekable binary file."""
        return self._vault.open_original(sha256)  # type: ignore[return-value]

    def mark(self) -> str:
        """Return the mark of the log as it stands."""
        return self._vault.mark()

    def vault(self) -> Vault:
        """Return the store itself, for keys and checking."""
        return self._vault

    def _table(self, original: Original) -> EventTable:
        asked = asked_of(original, self._vault.decisions())
        key = f"{original.sha256} {asked}"
        if key not in self._tables:
            self._tables[key] = self._kept(original, str(asked)) or self._read(original, key)
        return self._tables[key]

    def _kept(self, original: Original, asked: str) -> EventTable | None:
        try:
            blob = self._vault.table(original.sha256)
        except TableDamaged:
            return None  # it is only a saving of time: the original is read again
        return None if blob is None else unpack(blob, asked)

    def _read(self, original: Original, key: str) -> EventTable:
        asked = asked_of(original, self._vault.decisions())
        with self.open(original.sha256) as sealed:
            tables, _ = read_guarded(sealed, original.sha256, original.name, original.size, asked)
        made = join(tables)
        self._vault.keep_table(original.sha256, pack(made, str(asked)))
        return made

    def _open(self, original: Original) -> Opened:
        if original.sha256 not in self._opened:
            self._opened[original.sha256] = open_original(
                self.open(original.sha256), original.sha256, original.name
            )
        return self._opened[original.sha256]

    def _of(self, original: Original) -> int:
        return self._open(original).size

    def _fetch(self, sha256: str, member: str | None, start: int, end: int) -> bytes:
        original = next((o for o in self._vault.originals() if o.sha256 == sha256), None)
        if original is None:
            raise OriginalMissing("The case does not hold the file these words were read from.")
        material = next(m for m in self._open(original).materials if m.path == member)
        return material.read_at(start, end - start)


def new_book(folder: Path, passphrase: str, by: str, cost: Cost = STRONG) -> tuple[Book, str]:
    """Make a new case folder; return it open, with its recovery code, which is kept nowhere."""
    vault, code = Vault.create(folder, passphrase, by, cost=cost)
    return Book(vault, by), code


def open_book(
    folder: Path,
    passphrase: str | None,
    by: str,
    *,
    recovery_code: str | None = None,
    read_only: bool = False,
) -> Book:
    """Open a case folder with its passphrase or its recovery code."""
    return Book(
        Vault.open(folder, passphrase, recovery_code=recovery_code, by=by, read_only=read_only), by
    )

"""One open case: add, decide, look, hand over.

The one thing a reader would get wrong: `add` seals first and reads second, and it reads from the
sealed copy, never from the file it was given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from rainbook.case.added import Added, Looked, added_of
from rainbook.case.agreeing import Agree, write_bundle
from rainbook.case.aids import read_first, refusals_proposed
from rainbook.case.checked import checked
from rainbook.case.glance import plain_file
from rainbook.case.known import (
    account_lines,
    asked_of,
    case_file,
    looked_back,
    names_of,
    settings_of,
)
from rainbook.case.past import as_it_stood, end_of
from rainbook.case.preview import Preview, preview
from rainbook.case.proving import Prover
from rainbook.case.sealed import Sealed
from rainbook.case.taking_in import TakenIn, take_in
from rainbook.custody import STRONG, Cost, Vault
from rainbook.events.people import whose
from rainbook.events.shown import event_of
from rainbook.moment import instant
from rainbook.record import (
    Bundle,
    CaseFile,
    Decided,
    Decision,
    Disclosure,
    Event,
    EventTable,
    Line,
    Original,
    Person,
    PersonNamed,
    join,
)

Progress = Callable[[int, int], None]


class Book:
    """An open case. Use it as a context manager."""

    def __init__(self, vault: Vault, by: str) -> None:
        self._vault, self.by = vault, by
        self._sealed = Sealed(vault)
        self._known: tuple[tuple[int, int, str], CaseFile] | None = None

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
        """Seal a file, then read it from the sealed copy.

        Raises FileNotOpened, DiskFull and the like of custody.
        """
        stream, size = plain_file(path)
        with stream:
            return self.add_stream(
                stream, path.name, size, how=how, came_from=came_from, own=own, progress=progress
            )

    def add_stream(
        self,
        stream: BinaryIO,
        name: str,
        size: int,
        *,
        how: str = "",
        came_from: str = "",
        own: str = "not asked",
        progress: Progress | None = None,
    ) -> Added:
        """Seal what a stream holds, then read it from the sealed copy. `size`: what progress is
        told to expect.

        Raises as `add` does, and what the stream itself raises; then nothing is kept.
        """
        told = (lambda done: progress(done, size)) if progress else None
        sealed = self.seal(stream, name, how=how, came_from=came_from, own=own, progress=told)
        return self.read(*sealed)

    def seal(
        self,
        stream: BinaryIO,
        name: str,
        *,
        how: str = "",
        came_from: str = "",
        own: str = "not asked",
        progress: Callable[[int], None] | None = None,
    ) -> tuple[Original, bool]:
        """Seal what a stream holds and read nothing of it; also say whether the book held it
        before. Raises as `add_stream` does.
        """
        before = {o.sha256 for o in self._vault.originals()}
        original = self._vault.seal(stream, name, self.by, came_from, how, own, progress)
        return original, original.sha256 in before

    def read(
        self, original: Original, again: bool = True, progress: Callable[[int], None] | None = None
    ) -> Added:
        """Return what reading a sealed original gives, from the sealed copy. What `progress` raises
        ends the reading.
        """
        decisions = self._vault.decisions()
        table = self._sealed.table(original, decisions, progress)
        of = self._sealed.size_of(original)
        return added_of(original, again, table, of, asked_of(original, decisions))

    def decide(self, what: Decision, why: str = "") -> int:
        """Log a decision and return its number.

        Raises NotInBook, NotUnderstood, TimeNotUnderstood, NoSuchDecision.
        """
        return self._vault.decide(self.check(what), self.by, why)

    def check(self, what: Decision, also: Sequence[PersonNamed] = ()) -> Decision:
        """Return the decision with its times in full, writing nothing. Raises as `decide` does.

        `also`: people who will be named before it.
        """
        people = {p.key: p.name for p in self.people()} | {w.person: w.name for w in also}
        table = self.table() if getattr(what, "event", "") else join(())
        return checked(what, people, table, self.originals(), self.settings(), self.decisions())

    def not_known(self, account: str) -> None:
        """Log that the person was asked whose an account is and does not know; nothing follows."""
        about = {"question": "whose", "account": account, "answer": "do not know"}
        self._vault.note("answered", self.by, about)

    def people(self) -> tuple[Person, ...]:
        """Return everybody who was named, as last named."""
        named = (d.what for d in self.decisions() if not d.withdrawn)
        found = {
            w.person: Person(w.person, w.name, w.role) for w in named if isinstance(w, PersonNamed)
        }
        return tuple(found.values())

    def settings(self) -> dict[str, str]:
        """Return the settings in force."""
        return settings_of(self.decisions())

    def decisions(self) -> tuple[Decided, ...]:
        """Return every decision, those taken back marked so."""
        return self._vault.decisions()

    def originals(self) -> tuple[Original, ...]:
        """Return every sealed original."""
        return self._vault.originals()

    def table(self) -> EventTable:
        """Return every event of every original as one table."""
        return self._sealed.joined(self._vault.originals(), self._vault.decisions())

    def file(self, as_of: int | None = None, until: str = "") -> CaseFile:
        """Return everything known: now, or as it was after entry number `as_of` of the log.

        `until`: only what had happened, and had been written down, by the end of that day (ISO
        8601) in the case's zone. Raises DayNotUnderstood.
        """
        originals, decisions = self._vault.originals(), self._vault.decisions()
        if as_of is not None:
            originals, decisions = as_it_stood(originals, decisions, self._vault.log(), as_of)
        key = (len(originals), len(decisions), until)
        if self._known is None or self._known[0] != key:
            table = self._sealed.joined(originals, decisions)
            moments = [o.received for o in originals] + [d.at for d in decisions]
            at = max(moments, default="")
            known = (
                looked_back(originals, table, decisions, self.event, at, until)
                if until
                else case_file(originals, table, decisions, lambda row: self.event(table, row), at)
            )
            self._known = (key, known)
        return self._known[1]

    def known_now(self) -> bool:
        """Return whether `file()` has nothing left to work out."""
        key = (len(self._vault.originals()), len(self._vault.decisions()), "")
        return self._known is not None and self._known[0] == key

    def number_at(self, day: str) -> int:
        """Return the number of the last log entry made by the end of a day in the case's zone; 0
        where there was none yet. Raises DayNotUnderstood.
        """
        end = end_of(day, self.settings()["zone"])
        return max((r.number for r in self._vault.log() if instant(r.at) <= end), default=0)

    def read_first(self, person: str, most: int = 20) -> tuple[Line, ...]:
        """Return the messages of a person in the order somebody might read them, with the words
        that put them there. Raises ReadingAidOff, NotInBook.
        """
        return read_first(self.file(), person, most)

    def refusals_proposed(self, person: str) -> tuple[Line, ...]:
        """Return the complainant's own messages that may be a refusal; none counts until picked."""
        return refusals_proposed(self.file(), person)

    def event(self, table: EventTable, row: int) -> Event:
        """Return one row made whole, read from the sealed original."""
        return event_of(table, row, self._sealed.fetch)

    def looked(self) -> Looked:
        """Return the accounts and the open questions."""
        table, decisions = self.table(), self._vault.decisions()
        region = settings_of(decisions)["region"]
        names = names_of(table, lambda row: self.event(table, row), region)
        who = whose(table, decisions, names, region)
        said = [r.body["account"] for r in self._vault.log() if r.kind == "answered"]
        return Looked(account_lines(table, who, names), who.questions, frozenset(said))

    def preview(self, disclosure: Disclosure) -> Preview:
        """Return what a bundle would hold, writing nothing. Raises as hand_over does."""
        return preview(self.file(), disclosure)

    def hand_over(
        self,
        folder: Path,
        disclosure: Disclosure,
        agree: Agree,
        progress: Callable[[str, int, int], None] | None = None,
    ) -> Bundle:
        """Write a bundle, if `agree` says yes to what it holds, and log that it was handed over."""
        return write_bundle(self, folder, disclosure, agree, progress)

    def take_in(
        self, folder: Path, progress: Callable[[str, int, int], None] | None = None
    ) -> TakenIn:
        """Take a bundle into this book, which must be empty, and compare. Raises as `take_in`."""
        return take_in(self, folder, progress)

    def prover(self) -> Prover:
        """Return what the book gives to a proof, and its time stamps."""
        return Prover(self._vault, self._sealed)

    def open(self, sha256: str) -> BinaryIO:
        """Return a sealed original as a seekable binary file."""
        return self._sealed.open(sha256)

    def mark(self) -> str:
        """Return the mark of the log as it stands."""
        return self._vault.mark()

    def vault(self) -> Vault:
        """Return the store itself, for keys and checking."""
        return self._vault


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

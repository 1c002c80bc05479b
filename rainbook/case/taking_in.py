"""Takes a bundle into an empty book: an advocate's own rainbook comes to the same events and
findings.

The one thing a reader would get wrong: everything is checked and read before the first byte is
sealed. What somebody else decided is logged as decided by whoever takes it in, with who recorded it
there, when, and under which number.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from rainbook.case.bundle_read import Place, Record, lines_of, read_record
from rainbook.case.checked import checked
from rainbook.case.known import asked_of
from rainbook.case.taken_pieces import Pieces, piece_of
from rainbook.case.taken_same import Compared, compared
from rainbook.custody import Vault
from rainbook.events.guarded import read_guarded
from rainbook.handover.check import check_bundle
from rainbook.handover.hashes import HASHES, hash_of
from rainbook.record import (
    CaseFile,
    DateOrder,
    Decided,
    Decision,
    EncodingIs,
    EventTable,
    Original,
    PersonNamed,
    Problem,
    RainbookError,
    Setting,
    ZoneOf,
    join,
    rows_named,
)

SHOWN = 5
ABOUT_A_FILE = (DateOrder, ZoneOf, EncodingIs)
Progress = Callable[[str, int, int], None]


class Book(Protocol):
    """What this needs of an open book (see case.book)."""

    by: str

    def originals(self) -> tuple[Original, ...]: ...
    def decisions(self) -> tuple[Decided, ...]: ...
    def settings(self) -> dict[str, str]: ...
    def decide(self, what: Decision, why: str = "") -> int: ...
    def file(self) -> CaseFile: ...
    def vault(self) -> Vault: ...


class BundleNotWhole(RainbookError):
    """The bundle is not as it was handed over; nothing was taken in."""


class BookNotEmpty(RainbookError):
    """A bundle is taken into a book of its own; this one holds something already."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of it: files sealed (of them extracts), decisions logged, what was left out and
    why, what could not be read, and whether events and findings are the same.
    """

    files: int
    extracts: int
    decisions: int
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...]
    compared: Compared


@dataclass
class _Plan:
    """Everything that will be sealed and logged, in order."""

    record: Record
    hashes: str
    pieces: Pieces
    table: EventTable = field(default_factory=lambda: join(()))
    decisions: list[Decided] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def take_in(book: Book, folder: Path, progress: Progress | None = None) -> TakenIn:
    """Check the bundle, seal its exhibits, log its decisions and compare.

    Raises BundleNotWhole, RecordNotUsable, BookNotEmpty, UnknownDecision and what `Book.decide`
    raises; after any of these nothing was taken in. A take-in that was stopped in the middle goes
    on where it was when it is asked for again.
    """
    folder = Path(folder)
    _must_be_whole(folder, progress)
    with ExitStack() as held:
        record = read_record(folder)
        every = [piece_of(folder, o, g, held) for o in record.originals for g in o.exhibits]
        plan = _Plan(record, hash_of(folder / HASHES)[0], Pieces(every))
        plan.pieces.must_hold([p for s in record.decisions for p in s.places.values()])
        _must_be_empty(book, plan)
        _read(plan, book, lines_of(folder, record), progress)
        numbers = _write(book, plan, progress)
        pieces = plan.pieces
        ids = {p: i for p in pieces.places() if (i := pieces.id_of(plan.table, p))}
    same = compared(book.file(), folder, plan.record, ids, numbers)
    return TakenIn(
        files=len(plan.pieces.every),
        extracts=sum(not p.given.whole for p in plan.pieces.every),
        decisions=len(plan.decisions),
        left_out=tuple(plan.left_out),
        problems=plan.table.problems,
        compared=same,
    )


def _must_be_whole(folder: Path, progress: Progress | None) -> None:
    faults = check_bundle(folder, progress)
    if faults:
        named = " ".join(f.sentence for f in faults[:SHOWN])
        more = f" And {len(faults) - SHOWN} more." if len(faults) > SHOWN else ""
        raise BundleNotWhole(
            f"This bundle is not as it was handed over, so nothing was taken in. {named}{more} Ask "
            "for it again."
        )


def _read(
    plan: _Plan, book: Book, lines: Collection[Place], progress: Progress | None
) -> None:
    """Read every file and work out every decision, writing nothing."""
    first = _settings(plan, book)
    here = {p.of.sha256: p.original.sha256 for p in plan.pieces.every if p.given.whole}
    files = [
        Decided(s.number, s.by, s.at, s.why, replace(s.what, original=here[s.what.original]))
        for s in plan.record.decisions
        if isinstance(s.what, ABOUT_A_FILE) and s.what.original in here
    ]
    tables = []
    for done, piece in enumerate(plan.pieces.every, 1):
        asked, one = asked_of(piece.original, [*first, *files]), piece.original
        found, _ = read_guarded(piece.stream, one.sha256, one.name, one.size, asked)
        tables.append(join(found))
        if progress:
            progress("reading the exhibits", done, len(plan.pieces.every))
    plan.table = join(tables)
    plan.pieces.place(plan.table, lines)
    plan.decisions = _checked(plan, book, first, files)


def _settings(plan: _Plan, book: Book) -> list[Decided]:
    now, record = book.settings(), plan.record
    wanted = [Setting(name, value) for name, value in record.settings.items()]
    for one in wanted:
        checked(one, {}, join(()), (), now)
    changed = [one for one in wanted if now.get(one.name) != one.value]
    return [Decided(0, "", record.as_of, "", one) for one in changed]


def _checked(
    plan: _Plan, book: Book, first: Sequence[Decided], files: Sequence[Decided]
) -> list[Decided]:
    """Return every decision to log, its records named as here and its numbers as there. Raises
    RecordNotUsable and what `checked` raises.
    """
    settings = book.settings()
    people: dict[str, str] = {}
    originals = [p.original for p in plan.pieces.every]
    made: list[Decided] = []
    for one in [*first, *files, *_placed(plan)]:
        number = getattr(one.what, "order", getattr(one.what, "refusal", None))
        if isinstance(number, int) and number not in {d.number for d in made}:
            plan.left_out.append(
                f"Log number {one.number} there rests on log number {number}, which was not given."
            )
            continue
        what = checked(one.what, people, plan.table, originals, settings, made)
        if isinstance(what, Setting):
            settings[what.name] = what.value
        if isinstance(what, PersonNamed):
            people[what.person] = what.name
        made.append(replace(one, what=what))
    return made


def _placed(plan: _Plan) -> list[Decided]:
    """Return the decisions about people and records, each record named by its id here."""
    places = {p for s in plan.record.decisions for p in s.places.values()}
    ids = {p: plan.pieces.id_of(plan.table, p) for p in places}
    found = rows_named(plan.table, [i for i in ids.values() if i])
    made = []
    for said in sorted(plan.record.decisions, key=lambda s: s.number):
        if isinstance(said.what, (*ABOUT_A_FILE, Setting)):
            continue
        named = {part: ids[place] for part, place in said.places.items()}
        if not all(i in found for i in named.values()):
            plan.left_out.append(
                f"Log number {said.number} there is about a record that does not read here: "
                "something in it was kept back, or it was read by another version."
            )
            continue
        what: Decision = replace(said.what, **named)  # type: ignore[arg-type]
        made.append(Decided(said.number, said.by, said.at, said.why, what))
    return made


def _must_be_empty(book: Book, plan: _Plan) -> None:
    """Raise BookNotEmpty, unless the book holds the beginning of this very take-in."""
    held = {o.sha256 for o in book.originals()}
    said = [d for d in book.decisions() if not isinstance(d.what, Setting)]
    log = [(r.kind, r.body.get("hashes")) for r in book.vault().log()]
    begun = ("taking in", plan.hashes) in log and ("taken in", plan.hashes) not in log
    ours = {p.original.sha256 for p in plan.pieces.every}
    if (held or said) and not (begun and held <= ours):
        raise BookNotEmpty(
            "This book holds something already. A bundle is taken into a book of its own, so that "
            "nothing is mixed. Make one first: rainbook new --book FOLDER"
        )


def _write(book: Book, plan: _Plan, progress: Progress | None) -> dict[int, int]:
    """Seal and log everything; return the number here of each decision there."""
    vault, numbers = book.vault(), dict[int, int]()
    begun = {"hashes": plan.hashes, "persons": list(plan.record.persons)}
    vault.note("taking in", book.by, begun)
    held = {o.sha256 for o in book.originals()}
    for done, piece in enumerate(plan.pieces.every, 1):
        one = piece.original
        if one.sha256 not in held:
            piece.stream.seek(0)
            vault.seal(piece.stream, one.name, book.by, one.came_from, one.how, one.own)
        if progress:
            progress("sealing the exhibits", done, len(plan.pieces.every))
    before = [d for d in book.decisions() if not isinstance(d.what, Setting)]
    for each in plan.decisions:
        changed = {
            part: numbers[number]
            for part in ("order", "refusal")
            if isinstance(number := getattr(each.what, part, None), int)
        }
        what = replace(each.what, **changed) if changed else each.what  # type: ignore[arg-type]
        if isinstance(what, Setting) or not before:
            numbers[each.number] = book.decide(what, _why(each))
        elif before[0].what == what:  # logged before a stop
            numbers[each.number] = before.pop(0).number
        else:
            raise BookNotEmpty(
                "This book holds a decision that is not from this bundle, so nothing more was "
                "taken in. Make a new book for the bundle: rainbook new --book FOLDER"
            )
    vault.note("taken in", book.by, {**begun, "decisions": len(plan.decisions)})
    return numbers


def _why(one: Decided) -> str:
    if isinstance(one.what, Setting):
        return "Taken in from a bundle: a setting of the book it came from."
    said = f"Taken in from a bundle; recorded by {one.by} on {one.at}, log number {one.number}."
    return f"{said} {one.why}".strip()

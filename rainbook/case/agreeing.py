"""Writes a bundle once somebody agreed to what is in it, and logs what they agreed to.

The one thing a reader would get wrong: the log gets kinds and counts, and whether the pictures were
looked at. It never gets what was kept back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rainbook.case.left_over import must_not_look_unfinished
from rainbook.case.recipes import beside
from rainbook.custody import SealDamaged
from rainbook.handover.bundle import hand_over
from rainbook.handover.gate.interface import Agree, Agreed, KeepBackNotAsked, Possible, Report
from rainbook.handover.gate.sought import QUESTION, sought_of
from rainbook.handover.hashes import HASHES, hash_of
from rainbook.handover.interface import OriginalChanged
from rainbook.record import Answered, Bundle, Disclosure, KeepBack, RainbookError

if TYPE_CHECKING:
    from rainbook.case.book import Book

__all__ = [
    "QUESTION",
    "Agree",
    "Agreed",
    "KeepBackNotAsked",
    "Possible",
    "Report",
    "kept_back",
    "must_be_asked",
    "nothing_kept_back",
    "own_accounts",
    "report_json",
    "write_bundle",
]


class NotLogged(RainbookError):
    """The bundle is written, and the book could not note that it was."""


def write_bundle(
    book: Book,
    folder: Path,
    disclosure: Disclosure,
    agree: Agree,
    progress: Callable[[str, int, int], None] | None,
) -> Bundle:
    """Write a bundle, ask, and log that it was handed over, with the hash of its list of hashes.

    Raises as `hand_over` does; NameNotUsable, and NotLogged when only the log could not be written.
    """
    must_not_look_unfinished(folder)
    agreed: list[tuple[Report, Agreed]] = []

    def asked(report: Report) -> Agreed:
        said = agree(report)
        agreed.append((report, said))
        return said

    before, law = beside(book, disclosure)
    try:
        bundle = hand_over(
            book.file(), disclosure, book.open, folder, asked, progress, before, law, book.prover()
        )
    except SealDamaged as damaged:
        raise OriginalChanged(
            f"A sealed file of this book is damaged: {damaged}. Nothing was handed over. Which it "
            "is: rainbook verify BOOK. Then add the same file again, or put the folder back from "
            "a copy."
        ) from damaged
    _note(book, folder, disclosure, bundle, agreed[-1])
    return bundle


def _note(
    book: Book, folder: Path, disclosure: Disclosure, bundle: Bundle, agreed: tuple[Report, Agreed]
) -> None:
    """Log what was handed over. Raises NotLogged."""
    listed, _ = hash_of(folder / HASHES)
    report, said = agreed
    about: dict[str, Any] = {
        "persons": list(disclosure.persons),
        "purpose": disclosure.purpose,
        "recipe": disclosure.recipe,
        "files": len(bundle.files),
        "hashes": listed,
        "kept_back": report.by_kind(),
        "looked": said.looked,
    }
    try:
        book.vault().note("handed over", book.by, about)
    except RainbookError as refused:
        raise NotLogged(
            f"{folder.name} is written and whole, but the book could not note that it was: "
            f"{refused} Before you give it to anybody, write down that you did, or delete it and "
            "hand over again."
        ) from refused


def must_be_asked(book: Book) -> None:
    """Raise KeepBackNotAsked where nobody said what must be kept back."""
    sought_of(book.file())


def kept_back(book: Book) -> tuple[tuple[int, KeepBack], ...]:
    """Return what must be kept back, with the numbers of the decisions."""
    return tuple(
        (d.number, d.what)
        for d in book.decisions()
        if isinstance(d.what, KeepBack) and not d.withdrawn
    )


def nothing_kept_back(book: Book) -> bool:
    """Return whether it was answered that nothing has to be kept back."""
    return any(
        isinstance(d.what, Answered) and (d.what.question, d.what.answer) == (QUESTION, "no")
        for d in book.decisions()
        if not d.withdrawn
    )


def own_accounts(book: Book) -> tuple[str, ...]:
    """Return the complainant's own telephone numbers and mail addresses that the book knows: they
    are offered, because the other person may know the old one and must not get the new one.
    """
    mine = {p.key for p in book.people() if p.role == "complainant"}
    known = book.file().account_person
    raw = {key.rsplit(":", 1)[-1] for key, (person, *_) in known.items() if person in mine}
    return tuple(sorted(r for r in raw if "@" in r or sum(c.isdigit() for c in r) >= 7))


def report_json(report: Report) -> dict[str, Any]:
    """Return a report for other programs."""
    return {**asdict(report), "by_kind": report.by_kind()}

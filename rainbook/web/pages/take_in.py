"""Take a folder that somebody gave into an empty book, and compare what comes out of it.

The one thing a reader would get wrong: "the same" is about the lines and findings of that folder.
It says nothing about who wrote a message, and the other person's book is never looked into.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rainbook.case import Book, TakenIn
from rainbook.record import RainbookError, Setting
from rainbook.web.desk import Job, Stopped
from rainbook.web.giving.folders import BUNDLE, beside, picked
from rainbook.web.interface import BOOK, Answer, Asked, Page, Slip

SHOWN = 20
TABLES = {
    "messages/chronology.csv": "lines",
    "analysis/findings.csv": "findings",
    "analysis/elements.csv": "elements",
    "analysis/orders.csv": "orders",
}
"""The tables that are compared, with the end of the name of their text."""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of it. `taken` is None where nothing was taken in: `why`."""

    name: str
    taken: TakenIn | None
    why: str = ""


def take_in(asked: Asked) -> Answer:
    """Ask which folder, and begin; only into a book that holds nothing yet."""
    free = is_free(asked.book)
    if not asked.posted or not free:
        return _ask(asked, free)
    place = picked(asked)
    if isinstance(place, Slip):
        return _ask(asked, free, (place,))
    return asked.start("take-in-reading", _Work(asked.book, place).work, "take-in-result")


def is_free(book: Book) -> bool:
    """Return whether a book is empty, or holds only what an earlier taking-in began."""
    said = [d for d in book.decisions() if not isinstance(d.what, Setting)]
    if not book.originals() and not said:
        return True
    log = book.vault().log()
    ended = {r.body.get("hashes") for r in log if r.kind == "taken in"}
    return any(r.kind == "taking in" and r.body.get("hashes") not in ended for r in log)


def _ask(asked: Asked, free: bool, slips: Sequence[Slip] = ()) -> Answer:
    return asked.page(
        "take-in.html",
        slips=slips,
        free=free,
        found=beside(asked.desk.home, BUNDLE),
        now=asked.form.one("folder"),
        typed=asked.form.one("folder-typed"),
    )


@dataclass(frozen=True, slots=True)
class _Work:
    book: Book
    place: Path

    def work(self, job: Job) -> Came:
        """Take it in. Raises Stopped; then the same folder goes on where it was."""
        try:
            return Came(self.place.name, self.book.take_in(self.place, job.step))
        except Stopped:
            raise
        except (RainbookError, OSError) as refused:
            return Came(self.place.name, None, str(refused))


def result(asked: Asked) -> Answer:
    """Show what was taken in, and what is the same."""
    done = asked.desk.done
    if not isinstance(done, Came):
        return asked.go("take-in")
    tables = []
    if done.taken is not None:
        for one in done.taken.compared.tables:
            end = TABLES.get(one.name, "")
            tables.append((one, asked.t(f"take-in-table-{end}") if end else one.name))
    return asked.page("take-in-result.html", came=done, tables=tables, most=SHOWN)


PAGES = (
    Page("take-in", "/take-in", take_in, BOOK),
    Page("take-in-result", "/take-in/result", result, BOOK),
)

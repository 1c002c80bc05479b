"""The writing of a folder, with the one question in the middle of it.

The one thing a reader would get wrong: the work waits in the desk's thread for the answer of a
page. Whoever locks the book while it waits has said no: the folder it was written in is taken away.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from rainbook.case import Agreed, Book, Report
from rainbook.case.agreeing import NotLogged
from rainbook.case.left_over import left_beside
from rainbook.case.recipes import opens_first
from rainbook.record import Bundle, Disclosure, RainbookError
from rainbook.web.desk import Job, Stopped
from rainbook.web.giving.chosen import Waiting

HASHES = "hashes.txt"


@dataclass(frozen=True, slots=True)
class Given:
    """What came of it. `state`: "written", "not noted" (written, but the log does not say so), "no"
    (the person said no) or "stopped" (it could not be done: `why`).
    """

    state: str
    folder: str
    first: str = ""
    files: int = 0
    exhibits: int = 0
    hashes: str = ""
    key: str = ""
    why: str = ""
    error: str = ""


class Giving:
    """One writing: what it is about, and what it asks. Its `work` is what the desk starts."""

    def __init__(self, book: Book, folder: Path, wanted: Disclosure, asks: str) -> None:
        self.book, self.folder, self.wanted, self.asks = book, folder, wanted, asks
        self._before = frozenset(left_beside(folder))
        self._said: Agreed | None = None

    def work(self, job: Job) -> Given:
        """Write the folder, asking on the page `asks`. Raises Stopped when the person left."""
        name = self.folder.name
        try:
            made = self.book.hand_over(
                self.folder, self.wanted, lambda report: self._ask(job, report), job.step
            )
        except Stopped:
            raise
        except NotLogged as failed:
            return Given("not noted", name, opens_first(self.wanted), why=str(failed))
        except RainbookError as failed:
            if self._said is not None and not self._said.yes:
                return Given("no", name)
            return Given("stopped", name, why=str(failed), error=type(failed).__name__)
        return self._given(made)

    def _ask(self, job: Job, report: Report) -> Agreed:
        names = tuple(p.name for p in self.book.people() if p.key in self.wanted.persons)
        waiting = Waiting(
            secrets.token_urlsafe(12),
            report,
            self.folder.name,
            self.wanted.recipe,
            names,
            self._place(),
        )
        said = job.ask(waiting, self.asks)
        self._said = said if isinstance(said, Agreed) else Agreed(False)
        return self._said

    def _place(self) -> str:
        """Return the name of the folder that is being written into: the one that was not there."""
        new = [n for n in left_beside(self.folder) if n not in self._before]
        mine = [n for n in new if n.startswith(f"{self.folder.name}.part-")]
        return mine[0] if len(mine) == 1 else ""

    def _given(self, made: Bundle) -> Given:
        return Given(
            "written",
            made.folder,
            opens_first(self.wanted),
            len(made.files),
            len(made.exhibits),
            made.files[HASHES][0],
            made.key,
        )

"""What is said about the book as a whole, and what in the files could not be read.

The one thing a reader would get wrong: a place that could not be read is not an empty place. What
stood there is not known, and each says what that leaves open.
"""

from __future__ import annotations

from typing import Any

from rainbook.record import CaseFile, Problem
from rainbook.web.findings_said.as_it_stood import Stood, as_it_stood
from rainbook.web.findings_said.cited import Place, part_of
from rainbook.web.findings_said.pages_of import page_of
from rainbook.web.findings_said.standing import round_it
from rainbook.web.interface import BOOK, Answer, Asked, Page

ON_A_PAGE = 50


def _notes(asked: Asked, case: CaseFile, stood: Stood) -> Answer:
    """Show the notes, and the places that could not be read a page at a time."""
    names = {o.sha256: o.name for o in case.originals}
    problems = case.table.problems
    shown = page_of(asked, len(problems), ON_A_PAGE)
    return asked.page(
        "book-notes.html", notes=part_of(asked, case, stood, Place("n", 0, 0)), shown=shown,
        problems=[_problem(names, p) for p in problems[shown.start : shown.end]],
        files=bool(case.originals), **round_it(asked, case, stood),
    )


def _problem(names: dict[str, str], problem: Problem) -> dict[str, Any]:
    known = problem.start is not None and problem.end and problem.end > problem.start
    return {
        "sentence": problem.sentence, "unknown": problem.unknown,
        "file": " / ".join(n for n in (names.get(problem.original), problem.path) if n),
        "start": f"{problem.start:,}" if known else "", "end": f"{problem.end:,}" if known else "",
    }


PAGES = (Page("book-notes", "/notes-of-book", as_it_stood(_notes), BOOK),)

"""What a court asks next: which questions are raised by what is recorded, and which are not.

The one thing a reader would get wrong: these are questions. One that is not raised is not answered.
"""

from __future__ import annotations

from rainbook.record import CaseFile
from rainbook.web.findings_said.as_it_stood import Stood, as_it_stood
from rainbook.web.findings_said.cited import Place, part_of
from rainbook.web.findings_said.people import courts, name_of, why_empty
from rainbook.web.findings_said.standing import round_it
from rainbook.web.interface import BOOK, Answer, Asked, Page


def _court(asked: Asked, case: CaseFile, stood: Stood) -> Answer:
    """Show the questions about each person."""
    found = [
        {
            "name": name_of(case, f.person), "finding": f,
            "raised": part_of(asked, case, stood, Place("f", n, 0)),
            "not_raised": part_of(asked, case, stood, Place("f", n, 1)),
            "limits": part_of(asked, case, stood, Place("f", n, 2)),
        }
        for n, f in courts(case)
    ]
    empty = why_empty(asked, case, found)
    return asked.page("court.html", found=found, empty=empty, **round_it(asked, case, stood))


PAGES = (Page("court", "/next", as_it_stood(_court), BOOK),)

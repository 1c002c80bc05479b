"""Messages somebody might read first: an aid that is off until it is turned on.

The one thing a reader would get wrong: what is listed here counts nowhere, and the words of a
message are not in the page until somebody asks for them.
"""

from __future__ import annotations

from typing import Any

from rainbook.record import CaseFile, Line, Setting
from rainbook.web.desk import Job
from rainbook.web.findings_said.as_it_stood import Stood
from rainbook.web.findings_said.cited import cited
from rainbook.web.findings_said.pages_of import page_of
from rainbook.web.findings_said.people import name_of, them, why_empty
from rainbook.web.findings_said.standing import round_it
from rainbook.web.interface import BOOK, Answer, Asked, Page, PageNotThere

ON_A_PAGE = 20
KEPT = "read first"
_NAME = "threat_words"


def read_first(asked: Asked) -> Answer:
    """Show the messages to read first, or how to turn this on; a form sent turns it on or off."""
    on = asked.book.settings().get(_NAME) == "on"
    if asked.posted:
        return _turn(asked, on)
    if not on:
        return asked.page("read-first-off.html")
    mark = asked.book.mark()
    kept = asked.desk.kept.get(KEPT)
    if kept is None or kept[0] != mark or not asked.book.known_now():
        query = dict(asked.query)
        return asked.start("read-first-reading", lambda job: _read(asked, job), asked.name, query)
    return _show(asked, asked.book.file(), kept[1])


def _turn(asked: Asked, on: bool) -> Answer:
    """Turn it on or off, unless it is so already."""
    wanted = asked.form.one("turn")
    if wanted in ("on", "off") and (wanted == "on") != on:
        asked.decide(Setting(_NAME, wanted))
    return asked.go("read-first")


def _read(asked: Asked, job: Job) -> None:
    """Sort the messages of each person and keep the order at the desk."""
    book = asked.book
    case = book.file()
    kept = asked.desk.kept.get(KEPT)
    if kept is not None and kept[0] == book.mark():
        return
    people, found = them(case), {}
    for place, person in enumerate(people):
        job.step("", place, len(people))
        found[person.key] = book.read_first(person.key, len(case.table))
    job.step("", len(people), len(people))
    asked.desk.kept[KEPT] = (book.mark(), found)


def _show(asked: Asked, case: CaseFile, found: dict[str, tuple[Line, ...]]) -> Answer:
    people = [
        (name_of(case, key), asked.url("read-first", {"of": place}), str(place))
        for place, key in enumerate(found, 1)
    ]
    of = asked.query.get("of", "1")
    if people and of not in {place for _, _, place in people}:
        raise PageNotThere(asked.t("shows-nobody-there"))
    lines = list(found.values())[int(of) - 1] if people else ()
    listed = [line for line in lines if line.rows]
    shown = page_of(asked, len(listed), ON_A_PAGE)
    made = [
        _one(asked, case, shown.start + n, line)
        for n, line in enumerate(listed[shown.start : shown.end])
    ]
    return asked.page(
        "read-first.html", people=people, of=of, lines=made, shown=shown,
        name=people[int(of) - 1][0] if people else "",
        texts=[line.text for line in lines if not line.rows],
        empty=why_empty(asked, case, people), **round_it(asked, case, Stood()),
    )


def _one(asked: Asked, case: CaseFile, number: int, line: Line) -> dict[str, Any]:
    """Return a line with its links; its words only where the address asks for them."""
    to = f"{asked.url('read-first', {**asked.query, 'show': number})}#line-{number}"
    shown = asked.query.get("show", "") == str(number)
    return {
        "line": cited(asked, case, line), "number": number, "to": to,
        "text": line.text if shown else "",
    }


PAGES = (Page("read-first", "/read-first", read_first, BOOK),)

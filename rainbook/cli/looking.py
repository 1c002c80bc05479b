"""`look`: what is known.

The one thing a reader would get wrong: the first screen is calm on purpose. How much there is of
anything, and what it says, is shown only to somebody who asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from rainbook.case import Book, Looked, case_json, event_json
from rainbook.cli.cited import name_of, tell_lines
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    opened,
)
from rainbook.cli.finding_page import SHOWN_AS, court_page, is_court, sign_page, tell_finding
from rainbook.cli.law_page import law_page
from rainbook.cli.orders_page import orders_page
from rainbook.cli.pages import (
    AsOfOption,
    CourtOption,
    EntryOption,
    EventsOption,
    EveryOption,
    FirstOption,
    LawOption,
    NotesOption,
    OrdersOption,
    Pages,
    RefusalsOption,
    SignOption,
    UntilOption,
    WordsOption,
)
from rainbook.cli.proposed_page import proposed_json, read_first_page, refusals_page
from rainbook.cli.rows import tell_problems, what_of, when_of, who_of, words_of
from rainbook.cli.saying import WORD_OF_ROLE, NotSaid
from rainbook.cli.screen import Wait, counted, grid, next_steps, out, out_json, say
from rainbook.record import CaseFile, rows_named

_NUMBER, _DAY = re.compile("[0-9]+"), re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def look(
    book: BookOption = DEFAULT_BOOK,
    every: EveryOption = False,
    events: EventsOption = "",
    words: WordsOption = False,
    entry: EntryOption = "",
    sign: SignOption = "",
    court: CourtOption = False,
    law: LawOption = False,
    orders: OrdersOption = False,
    notes: NotesOption = False,
    read_first: FirstOption = False,
    refusals: RefusalsOption = False,
    as_of: AsOfOption = "",
    until: UntilOption = "",
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Show what is known."""
    pages = Pages(sign, court, law, orders, notes, read_first, refusals, entry)
    if (as_of or until) and (read_first or refusals):
        raise NotSaid("--read-first and --refusals show what the book holds now: give no day.")
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        with Wait("Working it out", as_json):
            case = one.file(_number(one, as_of), until)
        rows = [*(_rows(case, events) if events else []), *_entry_rows(case, entry)]
        if as_json:
            _json(one, case, rows, pages)
        elif pages.any():
            _as_it_stood(case, as_of)
            _pages(one, case, pages, every)
            _entries(case, rows, words, bool(events or entry))
        else:
            _as_it_stood(case, as_of)
            _whole(case, every)
            _entries(case, rows, words, bool(events))
            _next(case, one.looked(), every or bool(events))


def _json(book: Book, case: CaseFile, rows: list[int], pages: Pages) -> None:
    """Print the entries asked for, one a line, and last what is known."""
    for row in rows:
        out_json(event_json(case.event(row)))
    proposed = proposed_json(book, case, pages.read_first, pages.refusals)
    out_json({**case_json(case), **proposed})


def _number(book: Book, as_of: str) -> int | None:
    """Return the number of the log meant by a number or a day. Raises NotSaid, DayNotUnderstood."""
    if not as_of:
        return None
    if _NUMBER.fullmatch(as_of) and len(as_of) < 18:
        return int(as_of)
    if _DAY.fullmatch(as_of):
        return book.number_at(as_of)
    raise NotSaid(
        f"{as_of!r} is neither a number from the list (rainbook decide) nor a day like 2024-03-24."
    )


def _pages(book: Book, case: CaseFile, pages: Pages, every: bool) -> None:
    """Print each page asked for, one after the other."""
    asked: tuple[tuple[bool, Callable[[], None]], ...] = (
        (bool(pages.sign), lambda: sign_page(case, pages.sign, every)),
        (pages.court, lambda: court_page(case, every)),
        (pages.law, lambda: law_page(case, every)),
        (pages.orders, lambda: orders_page(case, every)),
        (pages.notes, lambda: _notes(case, every)),
        (pages.read_first, lambda: read_first_page(book, case, every)),
        (pages.refusals, lambda: refusals_page(book, case, every)),
    )
    for place, page in enumerate(page for wanted, page in asked if wanted):
        if place:
            out("")
        page()


def _whole(case: CaseFile, every: bool) -> None:
    """Print the first screen, and with --all everything."""
    _first_screen(case)
    if not every or not case.originals:
        return
    for finding in case.findings:
        out("")
        tell_finding(case, finding, every)
    for page in (law_page, orders_page, _notes):
        out("")
        page(case, every)
    if case.table.problems:
        out("")
    tell_problems(case.table.problems, {o.sha256: o.name for o in case.originals})


def _notes(case: CaseFile, every: bool) -> None:
    if not case.notes:
        say("There is nothing to be said about the book as a whole.")
    tell_lines(case, "", case.notes, every)


def _as_it_stood(case: CaseFile, as_of: str) -> None:
    if as_of:
        number = _NUMBER.fullmatch(as_of)
        when = f"after number {as_of} in the list" if number else f"at the end of {as_of}"
        say(f"As the book stood {when}.")
    if case.until:
        say(
            f"What had happened, and had been written down, by the end of {case.until}, worked out "
            "with what is known now."
        )


def _first_screen(case: CaseFile) -> None:
    if not case.originals:
        out("The book is empty so far.")
        return
    say(f"What is known so far. Days are counted in {case.zone}.")
    say(f"{counted(len(case.originals), 'file')} sealed.")
    if case.people:
        out("")
        grid(
            "",
            ("name", "short word", "who"),
            [(p.name, p.key, WORD_OF_ROLE.get(p.role, p.role)) for p in case.people],
        )
    if case.findings:
        out("")
    for finding in case.findings:
        if not is_court(finding):  # questions have no answer to show here
            said = SHOWN_AS.get(finding.sign, finding.sign)
            say(f"{name_of(case, finding.person)} - {said}: {finding.outcome}")


def _next(case: CaseFile, looked: Looked, asked: bool) -> None:
    out("")
    if not case.originals:
        next_steps(("rainbook add FILE", "puts in a file you have"))
        return
    unread = len(case.table.problems)
    if unread and not asked:
        say(f"{counted(unread, 'place')} in the files could not be read.")
    them = next((p.key for p in case.people if p.role == "suspect"), "")
    steps = []
    if looked.questions:
        steps.append(("rainbook people ask", "what only you can say; each can be skipped"))
    if them:
        steps.append((f"rainbook tell {them}", "what only you can tell; each can be skipped"))
    if not asked and (case.findings or unread):
        steps.append(("rainbook look --all", "what the answers rest on, with numbers"))
    if not asked and any(is_court(f) for f in case.findings):
        steps.append(("rainbook look --court", "what a court asks next"))
    if not asked and them:
        steps.append((f"rainbook look --events {them}", "the entries, without their words"))
    if not them:
        steps.append(("rainbook people", "whose acts should be looked at: nobody is named yet"))
    next_steps(*steps)
    say("You can stop at any time; what was said is kept. Somebody else can look for you.")


def _rows(case: CaseFile, person: str) -> list[int]:
    index = next((i for i, p in enumerate(case.people) if person in (p.key, p.name)), -2)
    if index < 0:
        known = ", ".join(p.key for p in case.people) or "nobody yet"
        raise NotSaid(f"The book knows no person {person!r}. It knows: {known}.")
    theirs = (
        (case.person_of == index) | (case.relationship_of == index) | (case.guessed_of == index)
    )
    rows = theirs.nonzero()[0]
    return [int(r) for r in rows[case.table.earliest[rows].argsort(kind="stable")]]


def _entry_rows(case: CaseFile, reference: str) -> list[int]:
    if not reference:
        return []
    found = rows_named(case.table, (reference,))
    if not found:
        raise NotSaid(
            f"The book holds no entry {reference!r}. To see the entries with their references: "
            "rainbook look --events PERSON"
        )
    return list(found.values())


def _entries(case: CaseFile, rows: list[int], words: bool, asked: bool) -> None:
    if not asked:
        return
    out("")
    last = ("words",) if words else ()
    lines = (_entry(case, row, words) for row in rows)
    grid("", ("reference", "when", "who", "what", *last), lines)
    if not rows:
        say("The book holds no entry of this person. Say which account is theirs: rainbook people")
    elif not words:
        say("The words are not shown. To show them too, add: --words")


def _entry(case: CaseFile, row: int, words: bool) -> tuple[str, ...]:
    event = case.event(row)
    what = what_of(event)
    if not case.counted[row]:
        what += f" [not counted: {case.why_not.get(row, 'no reason is noted')}]"
    shown = (words_of(event),) if words else ()
    return (event.id, when_of(event, case.zone), who_of(event), what, *shown)

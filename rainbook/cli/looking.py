"""`look`: what is known.

The one thing a reader would get wrong: the first screen is calm on purpose. How much there is of
anything, and what it says, is shown only to somebody who asks for it.
"""

from __future__ import annotations

from typing import Annotated

import typer

from rainbook.case import Looked, case_json, event_json
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    opened,
)
from rainbook.cli.rows import tell_problems, what_of, when_of, who_of, words_of
from rainbook.cli.saying import WORD_OF_ROLE, NotSaid
from rainbook.cli.screen import counted, grid, next_steps, out, out_json, say
from rainbook.record import CaseFile, Finding


def look(
    book: BookOption = DEFAULT_BOOK,
    every: Annotated[
        bool, typer.Option("--all", help="Also show what each answer rests on, with numbers.")
    ] = False,
    events: Annotated[
        str, typer.Option(help="Also list every entry of this person, with its reference.")
    ] = "",
    words: Annotated[bool, typer.Option("--words", help="With --events: show the words.")] = False,
    as_of: Annotated[
        int | None, typer.Option(help="As it was after this number in the list of decisions.")
    ] = None,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Show what is known."""
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        case = one.file(as_of)
        rows = _rows(case, events) if events else []
        if as_json:
            for row in rows:
                out_json(event_json(case.event(row)))
            out_json(case_json(case))
            return
        _first_screen(case)
        if every:
            for finding in case.findings:
                _finding(finding)
            if case.table.problems:
                out("")
            tell_problems(case.table.problems, {o.sha256: o.name for o in case.originals})
        if events:
            out("")
            _entries(case, rows, words)
        _next(case, one.looked(), every or bool(events))


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
        name = next((p.name for p in case.people if p.key == finding.person), finding.person)
        say(f"{name} - {finding.sign}: {finding.outcome}")


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
    if not asked and (case.findings or unread):
        steps.append(("rainbook look --all", "what the answers rest on, with numbers"))
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


def _finding(finding: Finding) -> None:
    out("")
    say(f"{finding.sign}: {finding.outcome}")
    say(finding.sentence)
    for label, lines in (
        ("for", finding.supports),
        ("against", finding.against),
        ("limits", finding.limits),
    ):
        for line in lines:
            cited = f" [{counted(len(line.rows), 'entry')} cited]" if line.rows else ""
            cited += f" [decision {', '.join(map(str, line.decisions))}]" if line.decisions else ""
            say(f"{label}: {line.text}{cited}", "  ")


def _entries(case: CaseFile, rows: list[int], words: bool) -> None:
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

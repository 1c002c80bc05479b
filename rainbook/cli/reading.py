"""`read`: what a file holds, without a book or a trace. `look`: what is known.

The one thing a reader would get wrong: `read --json` is an interface others test against: an event
a line, in file
order, then one line of problems and the bytes accounted for.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from rainbook.case import case_json, event_json, problem_json, read_file, shown_time
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    console,
    grid,
    opened,
    out,
    out_json,
    visible,
)
from rainbook.record import CaseFile, Event, Finding

_SHOWN = 40


def read(
    file: Annotated[
        Path, typer.Argument(help="An export: a chat, texts, calls, a diary, contacts.")
    ],
    as_json: JsonOption = False,
    zone: Annotated[
        str | None, typer.Option(help="The time zone its clock was set to, like Europe/London.")
    ] = None,
    day_order: Annotated[
        str, typer.Option(help='"day first" or "month first", where the file leaves it open.')
    ] = "",
    encoding: Annotated[
        str, typer.Option(help="cp1252, for an old text file, once you have seen it reads right.")
    ] = "",
    every: Annotated[
        bool, typer.Option("--all", help="Show every entry, not only the first.")
    ] = False,
) -> None:
    """Show what a file holds. Nothing is kept."""
    glance = read_file(file, zone=zone, date_order=day_order, encoding=encoding)
    try:
        if as_json:
            for event in glance.events():
                out_json(event_json(event))
            counted = glance.accounted
            out_json(
                {
                    "problems": [problem_json(p) for p in glance.problems],
                    "accounted": {"bytes": counted.bytes, "of": counted.of},
                    "wrapping": [asdict(w) for w in glance.wrappings],
                    "original": glance.sha256,
                    "size": glance.size,
                }
            )
            return
        rows = []
        total = sum(len(t) for t in glance.tables)
        for number, event in enumerate(glance.events(), 1):
            if number > _SHOWN and not every:
                break
            rows.append(_row(event, zone or "Europe/London"))
        grid(f"{visible(glance.name)}: {total:,} entries", ("when", "who", "what", "words"), rows)
        if total > len(rows):
            out(f"… and {total - len(rows):,} more (--all shows them).")
        _tail(glance.problems, glance.accounted.bytes, glance.accounted.of)
        out(f"SHA-256 {glance.sha256}, {glance.size:,} bytes. Nothing was kept.")
    finally:
        glance.close()


def _row(event: Event, home: str) -> tuple[str, ...]:
    moment = event.moment
    shown_in = home if moment.zone == "UTC" else moment.zone
    when = shown_time(moment.earliest, shown_in)
    if moment.readings:
        when = " or ".join(shown_time(a, shown_in) for a, _ in moment.readings)
    what = event.kind.replace("_", " ")
    if event.way in ("received", "sent", "missed"):
        what += f", {event.way}"
    if event.state != "normal":
        what += f", {event.state.replace('_', ' ')}"
    if event.duration is not None:
        what += f", {event.duration} s"
    odd = [
        w.replace("_", " ") for w in event.warnings if w not in ("tz_assumed", "missing_attachment")
    ]
    words = event.words if event.words is not None else ", ".join(a.name for a in event.attachments)
    return (
        when,
        event.actor.raw if event.actor else "",
        what + (f" ({', '.join(odd)})" if odd else ""),
        visible(words, 200),
    )


def _tail(problems: tuple[object, ...], done: int, of: int) -> None:
    for problem in problems:
        where = ""
        if getattr(problem, "start", None) is not None:
            where = f" [bytes {problem.start}–{problem.end}]"  # type: ignore[attr-defined]
        out(visible(f"Could not be read{where}: {problem.sentence}"))  # type: ignore[attr-defined]
    share = "every byte" if done == of else f"{done:,} of {of:,} bytes"
    out(f"Accounted for: {share}.")


def look(
    book: BookOption = DEFAULT_BOOK,
    events: Annotated[
        str, typer.Option(help="Also list every entry of this person, with its reference.")
    ] = "",
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Show what is known."""
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        case = one.file()
        if as_json:
            if events:
                for row in _rows(case, events):
                    out_json(event_json(case.event(row)))
            out_json(case_json(case))
            return
        _people(case)
        for finding in case.findings:
            _finding(finding)
        if events:
            _entries(case, events)
        _tail(case.table.problems, 1, 1)
        for question in one.looked().questions:
            out(visible(f"To say: {question.sentence}"))
        if not case.findings:
            out("Nobody is named yet whose acts should be looked at. Start with: rainbook people")


def _rows(case: CaseFile, person: str) -> list[int]:
    index = next((i for i, p in enumerate(case.people) if person in (p.key, p.name)), -2)
    theirs = (
        (case.person_of == index) | (case.relationship_of == index) | (case.guessed_of == index)
    )
    rows = theirs.nonzero()[0]
    return [int(r) for r in rows[case.table.earliest[rows].argsort(kind="stable")]]


def _people(case: CaseFile) -> None:
    rows = []
    for index, person in enumerate(case.people):
        mine = case.person_of == index
        rows.append(
            (
                person.name,
                person.key,
                person.role,
                f"{int(mine.sum()):,}",
                f"{int((case.guessed_of == index).sum()):,}",
            )
        )
    grid(
        f"{len(case.table):,} entries, as of {case.as_of or 'nothing yet'}; days in {case.zone}",
        ("name", "key", "role", "entries", "by guess, not counted"),
        rows,
    )


def _finding(finding: Finding) -> None:
    screen = console()
    screen.print()
    screen.print(f"{finding.sign}: {finding.outcome}", style="bold")
    out(visible(finding.sentence))
    for label, lines in (
        ("for", finding.supports),
        ("against", finding.against),
        ("limits", finding.limits),
    ):
        for line in lines:
            cited = f" [{len(line.rows)} entries cited]" if line.rows else ""
            cited += f" [decision {', '.join(map(str, line.decisions))}]" if line.decisions else ""
            out(visible(f"  {label}: {line.text}{cited}"))


def _entries(case: CaseFile, person: str) -> None:
    rows = []
    for row in _rows(case, person):
        event = case.event(row)
        when, who, what, words = _row(event, case.zone)
        rows.append(
            (
                event.id,
                when,
                who,
                what,
                words
                if case.counted[row]
                else f"[not counted: {case.why_not.get(row, '')}] {words}",
            )
        )
    grid("", ("reference", "when", "who", "what", "words"), rows)

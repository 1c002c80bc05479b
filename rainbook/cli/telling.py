"""`tell`: one question after the other about a person, or about one entry.

The one thing a reader would get wrong: it can be stopped at any time and taken up again. What was
answered is not asked again, and neither is what was passed over, unless --again is given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from rainbook.case import Book
from rainbook.cli import told_entry, told_person
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    opened,
)
from rainbook.cli.rows import what_of, when_of, who_of, words_of
from rainbook.cli.saying import NotSaid
from rainbook.cli.screen import Wait, out, out_json, say
from rainbook.cli.talking import Enough, Talk
from rainbook.record import Person, rows_named

_BEFORE = (
    "Enter passes a question over, d means that you do not know, q stops. What you said is kept, "
    "and everything can be taken back later. You can stop at any time; somebody else can do this "
    "with you."
)
Parts = Mapping[str, Callable[[Talk], None]]


def tell(
    person: Annotated[str, typer.Argument(help="The short word for the person, or their name.")],
    entry: Annotated[
        str, typer.Option(help="About one entry, by its reference: see look --events.")
    ] = "",
    part: Annotated[
        str, typer.Option(help="Only one part: order, gaps, changed and so on.")
    ] = "",
    again: Annotated[
        bool, typer.Option("--again", help="Also ask what was passed over before.")
    ] = False,
    words: Annotated[
        bool, typer.Option("--words", help="With --entry: show its words first.")
    ] = False,
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Be asked, one question at a time, what only you can tell. Every one can be passed over."""
    parts = told_entry.PARTS if entry else told_person.PARTS
    if part and part not in parts:
        raise NotSaid(f"{part!r} is not a part. There is: {', '.join(parts)}.")
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        them = _person(one, person)
        with Wait("Working it out", as_json):
            case = one.file()
        about = _entry(one, entry) if entry else them.key
        talk = Talk(one, case, them, about, again, insist=bool(part))
        chosen = {part: parts[part]} if part else parts
        if as_json:
            _list(talk, chosen)
        else:
            _ask(talk, chosen, words)


def _list(talk: Talk, parts: Parts) -> None:
    """Print each question with whether it was answered, asking nobody."""
    talk.listing = []
    for name, ask in parts.items():
        talk.part = name
        ask(talk)
    for line in talk.listing:
        out_json(line)


def _ask(talk: Talk, parts: Parts, words: bool) -> None:
    try:
        if talk.about != talk.person.key:
            _show(talk, words)
            told_entry.of_mine(talk)
        say(f"These questions are about {talk.person.name}. {_BEFORE}")
        for ask in parts.values():
            ask(talk)
    except (Enough, EOFError):
        say("\nThat is all for now. What you said is written down. See: rainbook decide")
        return
    if talk.asked:
        say("\nThat was the last question. What you said is written down. See: rainbook decide")
    else:
        say("\nThere is nothing left to ask here. To be asked what you passed over, add: --again")


def _person(book: Book, said: str) -> Person:
    """Return the person meant. Raises NotSaid."""
    people = book.people()
    found = next((p for p in people if said in (p.key, p.name)), None)
    if found is None:
        known = ", ".join(p.key for p in people) or "nobody yet"
        raise NotSaid(f"The book knows no person {said!r}. It knows: {known}.")
    if found.role == "complainant":
        raise NotSaid(f"{found.name} is you. Say about whom: rainbook tell PERSON")
    return found


def _entry(book: Book, reference: str) -> str:
    """Return the reference of an entry of the book. Raises NotSaid."""
    if not rows_named(book.table(), (reference,)):
        raise NotSaid(
            f"The book holds no entry {reference!r}. To see the entries with their references: "
            "rainbook look --events PERSON"
        )
    return reference


def _show(talk: Talk, words: bool) -> None:
    """Print the entry the questions are about; its words only where they were asked for."""
    case = talk.case
    event = case.event(rows_named(case.table, (talk.about,))[talk.about])
    said = ", ".join(p for p in (when_of(event, case.zone), who_of(event), what_of(event)) if p)
    say(f"The entry {event.id}: {said}")
    if words:
        say(words_of(event, 2_000), "  ")
    elif event.words:
        say("Its words are not shown. To show them, add: --words")
    out("")

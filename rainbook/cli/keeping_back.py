"""`keep-back`: what must not go out with anything that is handed over.

The one thing a reader would get wrong: it is asked for and never given on the command line, where
it would stay in the history of the computer. What was said is shown only with --show.
"""

from __future__ import annotations

from typing import Annotated

import typer

from rainbook.case import Book, kept_back, nothing_kept_back, own_accounts
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    answer,
    keyboard,
    opened,
)
from rainbook.cli.screen import counted, out, out_json, say
from rainbook.record import KEPT_BACK, Answered, KeepBack, RainbookError

ASKED = {
    "address": "Where you live now, or stay, that the other person must not learn. One address "
    "with house number, street, town and postcode",
    "workplace": "Where you work: the name of it, then its address as another one",
    "school": "A school, nursery or college, yours or a child's",
    "number": "A telephone number they must not learn",
    "email": "A mail address they must not learn",
    "vehicle": "The number plate of a car you use",
    "wifi": "The name of your Wi-Fi at home",
    "place": "A place you go to: a gym, a club, a place of worship, where somebody takes you in",
    "name": "A name: somebody who takes you in, a new name of yours, a child's",
    "something else": "Anything else that must not go out, word for word",
}
"""The question for each kind of KEPT_BACK, in their order."""
BEFORE = (
    "What you type here must not go out with anything you hand over. It is looked for in every "
    "file, in any spelling, and taken out of the copies; your sealed files keep it. It is kept in "
    "your book only. Enter passes a question over, q stops."
)
WHY = "asked what must be kept back"


class NoKeyboard(RainbookError):
    """There is nobody to ask."""


class SomethingIsKept(RainbookError):
    """It cannot be said that nothing is kept back while something is."""


def keep_back(
    none: Annotated[
        bool, typer.Option("--none", help="Say that there is nothing to keep back.")
    ] = False,
    show: Annotated[bool, typer.Option("--show", help="Show what is kept back, in words.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="Only list it; ask nothing.")] = False,
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Be asked what must never go out: an address, a number, a school. Or see what was said."""
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        if none:
            _nothing(one)
        elif not (show or listed or as_json):
            if not keyboard():
                raise NoKeyboard(
                    "There is no keyboard to ask at. To see what is kept back: rainbook keep-back "
                    "--list. To say that there is nothing: rainbook keep-back --none"
                )
            _ask(one)
        _list(one, show, as_json)


def _ask(book: Book) -> None:
    say(BEFORE)
    _offer(book)
    for kind in KEPT_BACK:
        question = ASKED[kind]
        while given := answer(f"{question}: "):
            if given.lower() == "q":
                return
            write(book, KeepBack(kind, given))
            question = "Another one of that kind (Enter goes on)"


def _offer(book: Book) -> None:
    """Offer the complainant's own numbers and addresses that the book knows."""
    held = {what.words for _, what in kept_back(book)}
    for account in own_accounts(book):
        if account in held:
            continue
        said = answer(f"{account} is yours. Must it be kept back from them? (yes / Enter for no) ")
        if said.lower() == "q":
            return
        if said.lower() in ("yes", "y"):
            write(book, KeepBack("email" if "@" in account else "number", account))


def write(book: Book, what: KeepBack) -> None:
    """Write it down without repeating it; a refusal is said and ends nothing."""
    try:
        number = book.decide(what, WHY)
    except RainbookError as refused:
        say(f"Not written down: {refused}")
        return
    say(
        f"Written down as number {number}. To take it back: rainbook decide take-back "
        f"number={number}"
    )


def _nothing(book: Book) -> None:
    if kept_back(book):
        raise SomethingIsKept(
            "The book already says what must be kept back. Take that back first: rainbook "
            "keep-back --list shows the numbers."
        )
    if not nothing_kept_back(book):
        book.decide(Answered("keep-back", "no"), WHY)


def _list(book: Book, show: bool, as_json: bool) -> None:
    held = kept_back(book)
    for number, what in held if as_json else ():
        words = {"words": what.words, "note": what.note} if show else {}
        out_json({"number": number, "kind": what.kind, **words})
    if as_json:
        return
    if not held:
        said = nothing_kept_back(book)
        say(
            "You said that there is nothing to keep back."
            if said
            else "Nothing is kept back yet, and nobody said that there is nothing. Until then "
            "nothing can be handed over."
        )
        return
    out("Kept back from every hand-over")
    for number, what in held:
        say(f"{number}  {what.kind}{': ' + what.words if show else ''}", "  ")
    if not show:
        say(f"{counted(len(held), 'thing')}. To see the words: rainbook keep-back --show")

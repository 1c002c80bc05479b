"""`recipes`: the choices of parts for one reader, each shown part by part before it is used.

The one thing a reader would get wrong: this writes nothing. It says what a recipe holds, what it
leaves out and why; `hand-over --recipe NAME` shows the same again and then asks.
"""

from __future__ import annotations

from typing import Annotated

import typer

from rainbook.case import Book
from rainbook.case.recipes import (
    HandedOver,
    PartShown,
    RecipeShown,
    handed_over,
    parts_shown,
    recipe_json,
    recipe_shown,
    recipes_shown,
    with_recipe,
)
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    opened,
)
from rainbook.cli.screen import next_steps, out, out_json, say
from rainbook.record import Disclosure

RecipeOption = Annotated[
    str, typer.Option("--recipe", help="Which choice of parts; see: rainbook recipes")
]
SinceOption = Annotated[
    int | None,
    typer.Option("--since", help="A review compares with the book after this log entry."),
]


def recipes(
    name: Annotated[str, typer.Argument(help="The recipe to show part by part.")] = "",
    person: Annotated[
        list[str] | None,
        typer.Option("--person", help="Whose thread: opens the book, says what fits it."),
    ] = None,
    since: SinceOption = None,
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Show the recipes: which parts go to whom, and what is left out. Writes nothing."""
    if not name:
        _list(as_json)
        return
    if not person:
        shown = recipe_shown(name)
        out_json(recipe_json(shown)) if as_json else show_recipe(shown)
        return
    recipe_shown(name)  # an unknown name is said before the passphrase is asked
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        wanted = Disclosure(tuple(person), "", since=since or 0)
        if since is not None:
            with_recipe(wanted, "", since, one)
        shown, given = recipe_shown(name, one, wanted), handed_over(one)
    if as_json:
        out_json(recipe_json(shown))
    else:
        show_recipe(shown)
        _earlier(given, person)


def _list(as_json: bool) -> None:
    for one in recipes_shown():
        if as_json:
            out_json(recipe_json(one))
            continue
        out(f"{one.name}: {one.title}")
        say(f"For: {one.for_whom}", "  ")
        say(one.what_for, "  ")
    if not as_json:
        out("")
        next_steps(
            ("rainbook recipes NAME", "what is in it and what is left out"),
            ("rainbook hand-over FOLDER --recipe NAME", "shows it again, asks, then writes"),
        )


def show_recipe(shown: RecipeShown) -> None:
    """Print one recipe: for whom, each part, what is left out and why."""
    say(f"{shown.title}.")
    say(f"For: {shown.for_whom}", "  ")
    say(shown.what_for, "  ")
    if shown.misfit:
        say(f"It does not fit this book: {shown.misfit}", "  ")
    if shown.since_said:
        say(shown.since_said, "  ")
    show_parts(shown.parts)
    if shown.left_out:
        out("What is left out")
    last = ""
    for part in shown.left_out:
        if part.why != last:
            last = part.why
            names = [p.name for p in shown.left_out if p.why == part.why]
            say(f"{', '.join(names)}: {part.why}", "  ")


def show_parts(parts: tuple[PartShown, ...]) -> None:
    """Print each part with what it is, in the order people open them."""
    out("What is in it")
    for part in parts:
        missing = "" if part.there else " (not in this version; it will not be written)"
        say(f"{part.name}: {part.why or part.what}{missing}", "  ")


def show_chosen(book: Book, disclosure: Disclosure) -> None:
    """Print what a hand-over will hold before it is written: the recipe, or every part."""
    if not disclosure.recipe:
        show_parts(parts_shown(disclosure))
        return
    show_recipe(recipe_shown(disclosure.recipe, book, disclosure))


def _earlier(given: tuple[HandedOver, ...], persons: list[str]) -> None:
    """List the earlier hand-overs about these persons, to choose --since from."""
    mine = [one for one in given if set(one.persons) & set(persons)]
    if not mine:
        return
    out("Handed over before")
    for one in mine[-10:]:
        say(f"log entry {one.number}, {one.day}: {one.purpose or 'no purpose said'}", "  ")

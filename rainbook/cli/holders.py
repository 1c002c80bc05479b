"""`keys`: who can open the book.

The one thing a reader would get wrong: taking a key out of force does not reach a copy of the book
made before; that copy still opens with it.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from rainbook.case import (
    add_key,
    change_passphrase,
    keys_of,
    new_recovery_code,
    passphrase_advice,
    recovery_sheet_text,
    remove_key,
)
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    opened,
    passphrase,
)
from rainbook.cli.keeping import SheetOption, give_sheet, sheet_must_be_free
from rainbook.cli.screen import grid, out, out_json, say

FRESH_FILE = Annotated[
    Path | None,
    typer.Option("--new-passphrase-file", help="Read the new passphrase from this file."),
]
keys = typer.Typer(help="Who can open the book.", no_args_is_help=True, rich_markup_mode=None)
_KINDS = {"owner": "the owner's passphrase", "recovery": "the recovery sheet",
          "holder": "a second person's passphrase"}


@keys.command("list")
def list_keys(
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """List who can open the book."""
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        found = keys_of(one)
    if as_json:
        for key in found:
            out_json(asdict(key))
    else:
        grid(
            "Who can open the book",
            ("key", "opens with", "called"),
            [(k.slot, _KINDS.get(k.kind, k.kind), k.label) for k in found],
        )


@keys.command("add")
def add_one(
    label: Annotated[str, typer.Argument(help="A name for the second holder's key.")],
    new_passphrase_file: FRESH_FILE = None,
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Let a second person open the book with a passphrase of their own."""
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        secret = passphrase(new_passphrase_file, None, "Their passphrase: ", twice=True)
        made = add_key(one, label, secret)
    advice = passphrase_advice(secret)
    if as_json:
        out_json({**asdict(made), "advice": advice})
        return
    say(f"{made.label} can open the book now. The key is called {made.slot}.")
    say("Whoever holds it can read everything in the book.")
    if advice:
        say(advice)


@keys.command("remove")
def remove(
    key: Annotated[str, typer.Argument(help="The key, as `keys list` shows it.")],
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Take a key out of force."""
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        remove_key(one, key)
    if as_json:
        out_json({"removed": key})
    else:
        say(f"Key {key} opens nothing any more. A copy of the book made before still opens to it.")


@keys.command("change")
def change(
    recovery: Annotated[
        bool, typer.Option("--recovery", help="Open with the recovery code instead.")
    ] = False,
    new_passphrase_file: FRESH_FILE = None,
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Change the passphrase, also with the recovery code when it is lost."""
    with opened(book, passphrase_file, passphrase_fd, by, recovery=recovery) as one:
        secret = passphrase(new_passphrase_file, None, "New passphrase: ", twice=True)
        change_passphrase(one, secret)
    advice = passphrase_advice(secret)
    if as_json:
        out_json({"changed": True, "advice": advice})
        return
    out("The passphrase is changed.")
    if advice:
        say(advice)


@keys.command("sheet")
def sheet_again(
    sheet: SheetOption = None,
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Make a new recovery sheet; the old one opens nothing any more."""
    sheet_must_be_free(sheet, "The old sheet is still good.")
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        code = new_recovery_code(one)
        text = recovery_sheet_text(code, one.mark())
    if as_json:
        out_json({"recovery_code": code if sheet is None else None})
    give_sheet(text, sheet, as_json)

"""`new`, `add` and `keys`: the book itself.

The one thing a reader would get wrong: the recovery code is shown once. `--sheet` writes it to a
file to print; that
file is not inside the book and should not stay on the computer.
"""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from rainbook.case import (
    Added,
    add_key,
    change_passphrase,
    keys_of,
    new_book,
    new_recovery_code,
    passphrase_advice,
    problem_json,
    recovery_sheet_text,
    remove_key,
)
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    Bar,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    grid,
    opened,
    out,
    out_json,
    passphrase,
    visible,
)
from rainbook.record import RainbookError, Setting

SheetOption = Annotated[
    Path | None, typer.Option("--sheet", help="Write the recovery sheet to this file, to print.")
]
FRESH_FILE = Annotated[
    Path | None,
    typer.Option("--new-passphrase-file", help="Read the new passphrase from this file."),
]
keys = typer.Typer(help="Who can open the book.", no_args_is_help=True, rich_markup_mode=None)


class SheetNotWritten(RainbookError):
    """The recovery sheet could not be written where it should go."""


def new(
    book: Annotated[Path, typer.Argument(help="The folder to make.")] = DEFAULT_BOOK,
    zone: Annotated[str, typer.Option(help="The time zone you count days in.")] = "Europe/London",
    language: Annotated[str, typer.Option(help="The language of what is printed.")] = "en-GB",
    sheet: SheetOption = None,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Make a new book."""
    if sheet is not None and sheet.exists():
        raise SheetNotWritten(
            f"{sheet.name} is there already. Choose another name for the sheet; no book was made."
        )
    secret = passphrase(passphrase_file, passphrase_fd, "Choose a passphrase: ", twice=True)
    made, code = new_book(book, secret, by)
    with made:
        for name, value in (("zone", zone), ("language", language)):
            made.decide(Setting(name, value), "chosen when the book was made")
        text = recovery_sheet_text(code, made.mark())
    advice = passphrase_advice(secret)
    if as_json:
        out_json(
            {"book": book.name, "recovery_code": code if sheet is None else None, "advice": advice}
        )
    else:
        out(f"The book {book.name} is made.")
        if advice:
            out(str(advice))
    _give(text, sheet, as_json)


def _give(text: str, sheet: Path | None, as_json: bool) -> None:
    if sheet is None:
        if not as_json:
            out("\n" + text)
        return
    try:
        with sheet.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as refused:
        out(text)  # the only chance to keep it
        raise SheetNotWritten(
            f"{sheet.name} could not be written ({refused.strerror}). The sheet is printed "
            "above; write it down."
        ) from refused
    if not as_json:
        out(
            f"The recovery sheet is in {sheet.name}. Print it, keep the paper away from this "
            "computer, and delete the file."
        )


def add(
    files: Annotated[
        list[Path], typer.Argument(help="Exports from your own phone, accounts or diary.")
    ],
    own: Annotated[
        str, typer.Option(help="Is this yours? yes, no, or whose it is and that they agreed.")
    ] = "",
    how: Annotated[str, typer.Option(help="How it was obtained, in your words.")] = "",
    came_from: Annotated[
        str, typer.Option("--from", help="Where it came from: which phone, which account.")
    ] = "",
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Seal files into the book, then read them."""
    if not own and sys.stdin.isatty() and not as_json:
        out("Only add what is yours, or what its owner gave you freely for this.")
        own = typer.prompt("Is this yours? (yes / no / whose it is)", default="not said")
    own = own or "not asked"
    if own.strip().lower() in ("no", "n"):
        raise RainbookError(
            "Then it is not added. This book takes only what is yours, or what its owner agreed "
            "to give; say whose it is and that they agreed."
        )
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        for file in files:
            with Bar(f"Sealing {file.name}", as_json) as bar:
                came = one.add(file, how=how, came_from=came_from, own=own, progress=bar.to)
            _added(came, as_json)


def _added(came: Added, as_json: bool) -> None:
    original = came.original
    if as_json:
        out_json(
            {
                "original": asdict(original),
                "again": came.again,
                "events": came.events,
                "problems": [problem_json(p) for p in came.problems],
                "accounted": {"bytes": came.accounted.bytes, "of": came.accounted.of},
            }
        )
        return
    known = "was sealed already, nothing was added twice" if came.again else "is sealed"
    out(
        visible(
            f"{original.name} {known}: {came.events:,} entries, SHA-256 {original.sha256[:16]}…"
        )
    )
    for problem in came.problems:
        out(visible(f"  Could not be read: {problem.sentence}"))


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
        out_json([asdict(k) for k in found])
    else:
        grid("", ("key", "kind", "label"), [(k.slot, k.kind, k.label) for k in found])


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
        made = add_key(
            one, label, passphrase(new_passphrase_file, None, "Their passphrase: ", twice=True)
        )
    if as_json:
        out_json(asdict(made))
    else:
        out(f"{visible(made.label)} can open the book now, with key {made.slot}.")


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
        out(
            f"Key {key} opens nothing any more. A copy of the book made before still opens with it."
        )


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
        change_passphrase(
            one, passphrase(new_passphrase_file, None, "New passphrase: ", twice=True)
        )
    if as_json:
        out_json({"changed": True})
    else:
        out("The passphrase is changed.")


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
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        code = new_recovery_code(one)
        text = recovery_sheet_text(code, one.mark())
    if as_json:
        out_json({"recovery_code": code if sheet is None else None})
    _give(text, sheet, as_json)

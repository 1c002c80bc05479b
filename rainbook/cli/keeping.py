"""`new` and `add`: making the book, and putting files into it.

The one thing a reader would get wrong: the recovery code is shown once. `--sheet` writes it to a
file to print; that file is not inside the book and should not stay on the computer.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from rainbook.case import (
    Added,
    FileNotOpened,
    NotUnderstood,
    new_book,
    passphrase_advice,
    problem_json,
    recovery_sheet_text,
    zone_is_known,
)
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
    passphrase,
)
from rainbook.cli.rows import tell_problems
from rainbook.cli.screen import Bar, counted, next_steps, out, out_json, say
from rainbook.record import RainbookError, Setting

SheetOption = Annotated[
    Path | None, typer.Option("--sheet", help="Write the recovery sheet to this file, to print.")
]
_PLACE = (
    "First, one question only you can answer: can somebody you do not trust get into this "
    "computer, or see you type? Then use another one, or an advocate's: whoever sees the "
    "passphrase can open the book. You do not need a book to report."
)
_CHOOSING = (
    "Choose a passphrase that nobody who knows you would guess: four or more unrelated words are "
    "good. It is never sent anywhere. Without it, and without the recovery sheet, the book stays "
    "closed for ever."
)


class SheetNotWritten(RainbookError):
    """The recovery sheet could not be written where it should go."""


class NotYours(RainbookError):
    """The file is not the person's own, and nobody agreed."""


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
    sheet_must_be_free(sheet, "No book was made.")
    if not zone_is_known(zone):
        raise NotUnderstood(
            f"{zone!r} is not a time zone name. Use one like Europe/London or America/New_York. "
            "No book was made."
        )
    if keyboard() and not as_json:
        say(_PLACE)
        answer("\nTo go on here, press Enter. To stop, press Ctrl and C. ")
        if passphrase_file is None and passphrase_fd is None:
            say("\n" + _CHOOSING)
    secret = passphrase(passphrase_file, passphrase_fd, "Choose a passphrase: ", twice=True)
    advice = passphrase_advice(secret)
    made, code = new_book(book, secret, by)
    with made:
        for name, value in (("zone", zone), ("language", language)):
            made.decide(Setting(name, value), "chosen when the book was made")
        text = recovery_sheet_text(code, made.mark())
    if as_json:
        shown = code if sheet is None else None
        out_json({"book": book.name, "recovery_code": shown, "advice": advice})
    else:
        say(f"The book {book.name} is made.")
        if advice:
            say(advice)
    give_sheet(text, sheet, as_json)
    if not as_json:
        where = "" if book == DEFAULT_BOOK else f" --book {book}"
        next_steps((f"rainbook add FILE{where}", "next: put in a file you have"))


def sheet_must_be_free(sheet: Path | None, so: str) -> None:
    """Raise SheetNotWritten where the sheet would overwrite something or has no folder to go to."""
    if sheet is None:
        return
    if sheet.exists() or sheet.is_symlink():
        raise SheetNotWritten(
            f"{sheet.name} is there already. Choose another name for the sheet. {so}"
        )
    if not sheet.absolute().parent.is_dir():
        raise SheetNotWritten(f"The folder for the sheet {sheet.name} is not there. {so}")


def give_sheet(text: str, sheet: Path | None, as_json: bool) -> None:
    """Print the sheet, or write it to a new file."""
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
        say(
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
    own = _consent(own, as_json)
    refused = 0
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        for file in files:
            try:
                with Bar(f"Sealing {file.name}", as_json) as bar:
                    came = one.add(file, how=how, came_from=came_from, own=own, progress=bar.to)
            except FileNotOpened as failed:
                refused += 1
                if as_json:
                    out_json({"error": str(failed), "file": file.name})
                else:
                    say(f"Not added: {failed}")
                continue
            _added(came, as_json)
    if refused:
        if not as_json:
            say(f"{counted(refused, 'file')} of {len(files)} could not be added; see above.")
        raise typer.Exit(2)
    if not as_json:
        next_steps(("rainbook people ask", "next: say which account is whose"))


def _consent(own: str, as_json: bool) -> str:
    """Return what was said to "is this yours?". Raises NotYours."""
    if not own and keyboard() and not as_json:
        say("Only add what is yours, or what its owner gave you freely for this.")
        own = answer("Is this yours? (yes, no, or whose it is; Enter to leave it open) ")
        own = own or "not said"
    own = own.strip() or "not asked"
    first = own.lower().replace(",", " ").replace(".", " ").split()[:1]
    if first and first[0] in ("no", "n", "nope", "not"):
        if own.lower() in ("not asked", "not said"):
            return own
        raise NotYours(
            "Then it is not added. The book takes only what is yours, or what its owner agreed to "
            "give. If the owner agreed, say whose it is, for example: --own \"my sister's; she "
            'agreed"'
        )
    return "yes" if own.lower() in ("yes", "y") else own


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
    if came.again:
        say(f"{original.name}: was in the book already. Nothing was added twice.")
    else:
        say(f"{original.name}: sealed. {counted(came.events, 'entry')} read.")
    tell_problems(came.problems, {original.sha256: original.name})

"""`hand-over`: what leaves the house.

The one thing a reader would get wrong: nothing is written before the person has seen what it would
hold and said yes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rainbook.case import Book, Preview, bundle_json, preview_json, shown_day
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
from rainbook.cli.screen import Bar, counted, out, out_json, say
from rainbook.record import Bundle, CaseFile, Disclosure, RainbookError

NOT_CHECKED = (
    "Before you give it to anyone: the files are as you received them. They can hold your address, "
    "your place of work, a new number or where a picture was taken. Nothing looks for these yet; "
    "please look yourself, or let somebody you trust look for you. What you said about fear, alarm "
    "and what you changed goes with it, word for word (findings.pdf, facts.csv)."
)


class WhoseThread(RainbookError):
    """It was not said whose thread is handed over."""


class FolderTaken(RainbookError):
    """There is something where the folder should be written."""


class NoInitials(RainbookError):
    """Nobody said whose initials mark the exhibits."""


class NotAgreed(RainbookError):
    """Nobody said yes to what would be handed over."""


def hand_over(
    folder: Annotated[Path, typer.Argument(help="The folder to write; it must not be there yet.")],
    person: Annotated[
        list[str] | None,
        typer.Option("--person", help="Whose thread (more than once for several)."),
    ] = None,
    initials: Annotated[
        str, typer.Option(help="The initials of whoever will produce the files.")
    ] = "",
    purpose: Annotated[str, typer.Option(help="What it is for, kept in the book's log.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Write it without asking.")] = False,
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Write a folder to give to somebody: index, chronology, the files and a list of hashes."""
    if folder.is_symlink() or (folder.exists() and not _is_empty(folder)):
        raise FolderTaken(
            f"{folder.name} is there already, and nothing in it will be overwritten. Choose "
            "another name."
        )
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        wanted = disclosure_of(one.file(), person, initials, purpose)
        seen, zone = one.preview(wanted), one.settings()["zone"]
        if as_json and not yes:
            out_json({"would_hold": preview_json(seen, zone)})
        elif not as_json:
            show_preview(seen, zone)
        if not yes:
            _agreed(as_json)
        given = write(one, folder, wanted, as_json)
    if as_json:
        out_json(bundle_json(given))
    else:
        tell(given, folder)


def disclosure_of(
    case: CaseFile, person: list[str] | None, initials: str, purpose: str
) -> Disclosure:
    """Return what goes to whom. Raises WhoseThread, NoInitials."""
    others = [p for p in case.people if p.role == "suspect"]
    if not person and len(others) != 1:
        known = ", ".join(p.key for p in others)
        raise WhoseThread(
            f"Say whose thread is handed over, with --person. The book knows: {known}."
            if known
            else "The book does not say yet whose contact it is about. First: rainbook people ask"
        )
    initials = initials or case.settings["initials"]
    if not initials:
        raise NoInitials(
            "Say the initials of whoever will produce the files; they mark each of them: "
            "--initials AB"
        )
    return Disclosure(
        tuple(person or [others[0].key]),
        initials,
        case.settings["ref_style"],
        purpose,
    )


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and next(folder.iterdir(), None) is None


def show_preview(seen: Preview, zone: str) -> None:
    """Print what a bundle would hold."""
    out("What it will hold")
    say(f"The thread with {' and '.join(seen.persons)}.", "  ")
    days = ""
    if seen.first is not None:
        days = f", from {shown_day(seen.first, zone)} to {shown_day(seen.last, zone)}"
    say(f"{counted(seen.lines, 'line')}{days}; {seen.own:,} of them are your own.", "  ")
    if seen.third:
        say(f"{counted(seen.third, 'line')} by other people: listed without their words.", "  ")
    say(f"Left out: {counted(seen.elsewhere, 'entry')} of the book.", "  ")
    say(f"Marked with the initials {seen.initials}. Taken from:", "  ")
    for original in seen.originals:
        say(original.name, "    ")
    say(NOT_CHECKED)


def _agreed(as_json: bool) -> None:
    if as_json or not keyboard():
        raise NotAgreed("Nothing was written. To write it without being asked, add: --yes")
    if answer("Write it? (yes / no) ").lower() not in ("yes", "y"):
        raise NotAgreed("Nothing was written.")


def write(book: Book, folder: Path, wanted: Disclosure, quiet: bool) -> Bundle:
    """Write the bundle, with a bar."""
    with Bar("Writing", quiet) as bar:
        return book.hand_over(folder, wanted, bar.step)


def tell(given: Bundle, folder: Path) -> None:
    """Print what was written and how to check it."""
    exhibits = counted(len(given.exhibits), "exhibit")
    say(
        f"{folder.name} is written: {counted(len(given.files), 'file')}, {exhibits}. Begin with "
        "index.pdf."
    )
    say(f"To check it later: rainbook verify {folder.name}, or any tool that reads hashes.txt.")

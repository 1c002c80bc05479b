"""`hand-over`: what leaves the house.

The one thing a reader would get wrong: nothing is written before the person has seen what it would
hold and said yes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rainbook.case import (
    Agreed,
    Book,
    Preview,
    Report,
    bundle_json,
    must_be_asked,
    preview_json,
    report_json,
    shown_day,
)
from rainbook.case.left_over import left_beside, must_not_look_unfinished
from rainbook.case.recipes import opens_first, with_recipe
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
from rainbook.cli.recipes_page import RecipeOption, SinceOption, show_chosen
from rainbook.cli.report_page import show_report
from rainbook.cli.screen import Bar, counted, out, out_json, say
from rainbook.record import Bundle, CaseFile, Disclosure, RainbookError

NOT_SEEN = (
    "Faces, street views, uniforms and what is said: nothing here sees them. What you said about "
    "fear, alarm and what you changed goes with it, word for word (findings.pdf, facts.csv)."
)
LOOKED = ("yes", "no")


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
    recipe: RecipeOption = "",
    since: SinceOption = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Write it without asking; needs --looked.")
    ] = False,
    looked: Annotated[
        str,
        typer.Option(help="With --yes: did somebody look at each picture and recording? yes or no"),
    ] = "",
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Write a folder to give to somebody: index, chronology, the files and a list of hashes."""
    _must_be_free(folder)
    _name_left_over(folder, as_json)
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        wanted = disclosure_of(one.file(), person, initials, purpose)
        if recipe or since is not None:
            wanted = with_recipe(wanted, recipe, since, one)
        _show(one, wanted, as_json, yes)
        must_be_asked(one)
        asked = _answers(yes, looked, as_json)
        given = write(one, folder, wanted, asked, as_json)
    if as_json:
        out_json({**bundle_json(given), "report": [report_json(r) for r in asked.reports][-1]})
    else:
        tell(given, folder, opens_first(wanted))


def _answers(yes: bool, looked: str, as_json: bool) -> Asked:
    """Return what answers the report. Raises NotAgreed where nobody could."""
    _must_be_answered(yes, looked, as_json)
    return Asked(yes, looked, as_json)


def _must_be_free(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not _is_empty(folder)):
        raise FolderTaken(
            f"{folder.name} is there already, and nothing in it will be overwritten. Choose "
            "another name."
        )


def _name_left_over(folder: Path, as_json: bool) -> None:
    """Say which folders an earlier hand-over left unfinished; nothing is deleted."""
    must_not_look_unfinished(folder)
    left = left_beside(folder)
    if as_json and left:
        out_json({"left_over": list(left)})
    elif left:
        say(
            "An earlier hand-over was stopped before it was done, and this is left of it: "
            f"{', '.join(left)}. It is not protected by your passphrase, and what must be kept "
            "back may stand in it. Delete it, unless a hand-over is still running."
        )


def _show(book: Book, wanted: Disclosure, as_json: bool, yes: bool) -> None:
    """Print what a bundle would hold, before anything is written."""
    seen, zone = book.preview(wanted), book.settings()["zone"]
    if as_json and not yes:
        out_json({"would_hold": preview_json(seen, zone)})
    elif not as_json:
        show_preview(seen, zone)
        show_chosen(book, wanted)


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
    say(NOT_SEEN)


def _must_be_answered(yes: bool, looked: str, as_json: bool) -> None:
    """Raise NotAgreed where nobody can be asked and not everything is said."""
    if looked and looked not in LOOKED:
        raise NotAgreed("--looked takes yes or no. Nothing was written.")
    if (as_json or not keyboard()) and not (yes and looked):
        raise NotAgreed(
            "Nothing was written. To write it without being asked, add: --yes, and --looked yes or "
            "--looked no, which says whether somebody looked at each picture and recording."
        )


class Asked:
    """Shows a report and asks whether it may go; `reports` keeps what was shown."""

    def __init__(self, yes: bool = False, looked: str = "", quiet: bool = False) -> None:
        self.yes, self.looked, self.quiet = yes, looked, quiet
        self.bar: Bar | None = None
        self.reports: list[Report] = []

    def __call__(self, report: Report) -> Agreed:
        """Return what was answered; no is an answer. Raises EOFError where nothing can be typed."""
        self.reports.append(report)
        if self.bar is not None:
            self.bar.__exit__()
            self.bar = None
        if not self.quiet:
            show_report(report)
        looked = self._looked(report)
        if self.yes:
            return Agreed(True, looked)
        return Agreed(answer("Write it? (yes / no) ").lower() in ("yes", "y"), looked)

    def _looked(self, report: Report) -> str:
        if not report.unseen:
            return "not asked"
        if self.looked:
            return self.looked
        say(NOT_SEEN)
        while True:
            said = answer("Has somebody looked at each? (yes / no / show me the list) ").lower()
            if said in ("yes", "y", "no", "n"):
                return "yes" if said[0] == "y" else "no"
            for one in report.unseen:
                say(f"{one.ref}  {one.file}: {one.what}", "  ")


def write(
    book: Book, folder: Path, wanted: Disclosure, asked: Asked, quiet: bool
) -> Bundle:
    """Write the bundle, with a bar that ends before anything is asked."""
    with Bar("Writing", quiet) as bar:
        asked.bar = bar
        return book.hand_over(folder, wanted, asked, bar.step)


def tell(given: Bundle, folder: Path, first: str = "index.pdf") -> None:
    """Print what was written and how to check it. `first`: the file to open first."""
    exhibits = counted(len(given.exhibits), "exhibit")
    say(
        f"{folder.name} is written: {counted(len(given.files), 'file')}, {exhibits}. Begin with "
        f"{first}."
    )
    say(
        f"To check it: open check.html in it, or rainbook verify {folder.name}, or any tool that "
        "reads hashes.txt."
    )
    say("Write these two down, or send them another way than the folder:")
    say(f"hash of hashes.txt: {given.files['hashes.txt'][0]}", "  ")
    say(f"fingerprint of the key: {given.key}", "  ")

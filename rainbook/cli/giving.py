"""`hand-over`, `verify` and `example`: what leaves the house, and checking that it is whole.

The one thing a reader would get wrong: `verify` without faults says that nothing changed; it never
says who wrote a
message or that a phone's clock was right.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rainbook.case import Book, bundle_json, check_folder, make_example
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    Bar,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    opened,
    out,
    out_json,
    passphrase,
    visible,
)
from rainbook.record import Bundle, Disclosure, RainbookError

_NOT_CHECKED = (
    "Before you give it to anyone: the files are as you received them. They can hold your "
    "address, your place of work,"
    " a new number or where a picture was taken. Nothing looks for these yet; please look yourself."
)


class WhoseThread(RainbookError):
    """It was not said whose thread is handed over."""


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
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Write a folder to give to somebody: an index, a chronology, the files and a list of hashes."""
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        given = _write(one, folder, person, initials, purpose, as_json)
    if as_json:
        out_json(bundle_json(given))
    else:
        _tell(given, folder)


def _write(
    book: Book, folder: Path, person: list[str] | None, initials: str, purpose: str, quiet: bool
) -> Bundle:
    case = book.file()
    others = [p for p in case.people if p.role == "suspect"]
    if not person and len(others) != 1:
        known = ", ".join(p.key for p in others) or "nobody yet"
        raise WhoseThread(
            f"Say whose thread is handed over, with --person. The book knows: {known}."
        )
    wanted = Disclosure(
        tuple(person or [others[0].key]),
        initials or case.settings["initials"],
        case.settings["ref_style"],
        purpose,
    )
    with Bar("Writing", quiet) as bar:
        return book.hand_over(folder, wanted, bar.step)


def _tell(given: Bundle, folder: Path) -> None:
    out(
        f"{folder.name} is written: {len(given.files)} files, {len(given.exhibits)} of them "
        "exhibits. Begin with index.pdf."
    )
    out(f"To check it later: rainbook verify {folder.name}, or any tool that reads hashes.txt.")
    out(_NOT_CHECKED)


def verify(
    folder: Annotated[Path, typer.Argument(help="A book, or a folder that was handed over.")],
    mark: Annotated[
        str, typer.Option(help="The mark on the recovery sheet: finds a whole older copy.")
    ] = "",
    hashes: Annotated[
        str, typer.Option(help="The SHA-256 of hashes.txt noted when it was handed over.")
    ] = "",
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
) -> None:
    """Check every byte and name whatever was changed, is missing, was added or stands in another
    order.
    """
    with Bar("Checking", as_json) as bar:
        found = check_folder(
            folder,
            lambda: passphrase(passphrase_file, passphrase_fd),
            mark=mark,
            hashes=hashes,
            progress=bar.to,
        )
    if as_json:
        out_json(
            {
                "what": found.what,
                "faults": [{"kind": k, "place": p, "sentence": s} for k, p, s in found.faults],
            }
        )
    else:
        for kind, place, sentence in found.faults:
            out(visible(f"{kind}: {place}: {sentence}"))
        if not found.faults:
            out(
                "Every byte was read and compared. Nothing is changed, missing, added or out of "
                "order."
            )
            out("This does not show who wrote a message, nor that a phone's clock was right.")
    if found.faults:
        raise typer.Exit(1)


def example(
    book: Annotated[Path, typer.Argument(help="The folder for the example book.")] = Path(
        "example-case"
    ),
    folder: Annotated[Path, typer.Argument(help="The folder for what is handed over.")] = Path(
        "example-bundle"
    ),
    as_json: JsonOption = False,
) -> None:
    """Make the example: a book about invented people, and what is handed over from it."""
    made, added, _ = make_example(
        book, told=(lambda _: None) if as_json else (lambda line: out(line + " …"))
    )
    with made:
        for came in added:
            if not as_json:
                out(
                    f"  {came.original.name}: {came.events} entries, {came.accounted.bytes:,} of "
                    f"{came.accounted.of:,} bytes accounted for"
                )
        given = _write(made, folder, None, "", "example", as_json)
        findings = made.file().findings
    checked = check_folder(folder, lambda: "")
    if as_json:
        out_json({**bundle_json(given), "faults": len(checked.faults)})
    else:
        for finding in findings:
            out(visible(f"{finding.sign}: {finding.outcome}. {finding.sentence}"))
        _tell(given, folder)
        out(
            f"Checked: {len(checked.faults)} faults. The example book is {book.name}; its "
            "passphrase is: example passphrase, not a secret"
        )
    if checked.faults:
        raise typer.Exit(1)

"""`verify` and `example`: checking that everything is whole, and the whole way on invented people.

The one thing a reader would get wrong: `verify` without faults says that nothing changed; it never
says who wrote a message or that a phone's clock was right.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rainbook.case import bundle_json, check_folder, kind_of_folder, make_example
from rainbook.cli.desk import JsonOption, PassFdOption, PassFileOption, passphrase
from rainbook.cli.finding_page import SHOWN_AS, is_court
from rainbook.cli.giving import NOT_SEEN, Asked, disclosure_of, tell, write
from rainbook.cli.screen import Bar, counted, out_json, say


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
    sealed = kind_of_folder(folder) == "case"
    secret = passphrase(passphrase_file, passphrase_fd) if sealed else ""
    with Bar("Checking", as_json) as bar:
        found = check_folder(
            folder,
            lambda: secret,
            mark=mark,
            hashes=hashes,
            progress=bar.to,
        )
    if as_json:
        faults = [{"kind": k, "place": p, "sentence": s} for k, p, s in found.faults]
        out_json({"what": found.what, "faults": faults, "said": list(found.said)})
    else:
        for kind, place, sentence in found.faults:
            say(f"{kind}: {place}: {sentence}")
        say(_result(len(found.faults), found.what))
        for one in found.said:
            say(one, "  ")
    if found.faults:
        raise typer.Exit(1)


def _result(faults: int, what: str) -> str:
    if faults:
        return (
            f"{counted(faults, 'place')} not as it was left. Do not mend it yourself: keep this "
            "copy, and look for another one."
        )
    name = "book" if what == "case" else "folder"
    return (
        f"Every byte of this {name} was read and compared. Nothing is changed, missing, added or "
        "out of order.\nThis does not show who wrote a message, nor that a phone's clock was right."
    )


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
    made, added, _ = make_example(book, told=_quiet if as_json else lambda line: say(line + " …"))
    with made:
        for came in [] if as_json else added:
            say(
                f"{came.original.name}: {counted(came.events, 'entry')}, "
                f"{came.accounted.bytes:,} of {came.accounted.of:,} bytes accounted for",
                "  ",
            )
        case = made.file()
        # nobody is asked about invented people; the report is shown all the same
        asked = Asked(yes=True, looked="no", quiet=as_json)
        given = write(made, folder, disclosure_of(case, None, "", "example"), asked, as_json)
    checked = check_folder(folder, lambda: "")
    if as_json:
        out_json({**bundle_json(given), "faults": len(checked.faults)})
    else:
        for finding in (f for f in case.findings if not is_court(f)):
            said = SHOWN_AS.get(finding.sign, finding.sign)
            say(f"{said}: {finding.outcome}. {finding.sentence}")
        tell(given, folder)
        say(NOT_SEEN)
        say(
            f"Checked: {counted(len(checked.faults), 'fault')}. The example book is {book.name}; "
            "its passphrase is: example passphrase, not a secret"
        )
    if checked.faults:
        raise typer.Exit(1)


def _quiet(_: str) -> None:
    return None

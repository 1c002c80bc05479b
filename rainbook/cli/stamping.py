"""`stamp ask` and `stamp keep`: a time stamp for what a book holds, before anything is handed over.

The one thing a reader would get wrong: nothing is sent. The request holds one hash, of which nobody
can work anything out; whoever wants the stamp sends it to an authority themselves.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rainbook.case.extras import ask_book_stamp, read_reply
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    opened,
)
from rainbook.cli.screen import out_json, say


def ask(
    out: Annotated[Path, typer.Argument(help="The request to write, a file ending in .tsq.")],
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Write a request for a time stamp of everything the book holds now."""
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        said = one.prover().statement()
        ask_book_stamp(said, out)
    if as_json:
        out_json({"file": out.name, "statement": said})
        return
    say(
        f"{out.name} is written. It holds one hash and nothing else. Send it to a time stamp "
        "authority (docs/extras.md shows how); the authority learns the hash and from where it was "
        "sent. Then: rainbook stamp keep ANSWER"
    )
    say("Files added to the book after this are not covered by it; ask again then.")


def keep(
    reply: Annotated[Path, typer.Argument(help="The answer of the authority, a file like .tsr.")],
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Check the answer and keep it in the book; it goes with every later hand-over."""
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        kept = one.prover().keep_stamp(read_reply(reply), one.by)
    if as_json:
        out_json({"time": kept.time, "authority": kept.authority, "said": kept.sentence})
    else:
        say(kept.sentence)

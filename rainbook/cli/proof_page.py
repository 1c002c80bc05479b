"""`stamp open`: what shows that an original is the one a hand-over speaks of.

The one thing a reader would get wrong: a hand-over of which something was taken out does not give
the original's own hash. Whoever may see the original itself gets it here, with what opens the
sealed one; and an expert who is to work the whole tree out again gets the seed, which is logged.
"""

from __future__ import annotations

from typing import Annotated

import typer

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
from rainbook.record import Original, RainbookError


class NoSuchFile(RainbookError):
    """The book holds no file of that name, or more than one."""


def open_one(
    name: Annotated[str, typer.Argument(help="The file's name, or the beginning of its SHA-256.")],
    seed: Annotated[
        bool, typer.Option("--seed", help="Also the seed, for an expert who has the file.")
    ] = False,
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Show one original's own hash and what opens its sealed hash in a proof."""
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        found = _named(one.originals(), name)
        told = one.prover().opening(found, seed, one.by)
    if as_json:
        out_json(told)
        return
    for key, value in told.items():
        say(f"{key}: {value}")
    say(
        "Give these only to somebody who may see the whole file: with them anybody could try out "
        "what was taken out of a copy."
    )


def _named(originals: tuple[Original, ...], name: str) -> Original:
    wanted = name.lower()
    exact = len(wanted) >= 8
    found = [o for o in originals if o.name == name or (exact and o.sha256.startswith(wanted))]
    if len(found) != 1:
        known = ", ".join(sorted({o.name for o in originals})) or "none yet"
        raise NoSuchFile(
            f"The book holds {len(found)} files called {name!r}. It holds: {known}. Where two have "
            "one name, give the first eight or more digits of the SHA-256 instead."
        )
    return found[0]

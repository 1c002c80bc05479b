"""Makes the example case that ships with the program, and its bundle. All people in it are
invented.

The one thing a reader would get wrong: it goes through the same doors as anybody's own case;
nothing is prepared.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from rainbook.case.added import Added
from rainbook.case.book import Book, new_book
from rainbook.custody import STRONG, Cost
from rainbook.record import OrderServed, RainbookError, decision_from

PASSPHRASE = "example passphrase, not a secret"
FILES = (
    "WhatsApp Chat with Alex Reed.txt",
    "sms-20240603.xml",
    "calls-20240603.xml",
    "diary.csv",
    "contacts.vcf",
)
ABOVE = "the order above"
_FOLDER = "rainbook.example"


class ExampleBroken(RainbookError):
    """A decision of the example points to no event, or to more than one."""


def make_example(
    folder: Path,
    by: str = "Sam Okafor",
    told: Callable[[str], None] = lambda _: None,
    cost: Cost = STRONG,
) -> tuple[Book, list[Added], str]:
    """Make the example case in `folder`; return it open, what was added and its recovery code."""
    told("Making a sealed case folder")
    book, code = new_book(folder, PASSPHRASE, by, cost)
    added = []
    with ExitStack() as stack:
        for name in FILES:
            path = stack.enter_context(as_file(files(_FOLDER) / name))
            told(f"Sealing and reading {name}")
            added.append(
                book.add(path, how="exported from the app", came_from="my own phone", own="yes")
            )
    told("Writing down what Sam said about it")
    for one in json.loads((files(_FOLDER) / "decisions.json").read_text("utf-8")):
        book.decide(decision_from(_resolved(book, one["decision"])), one["why"])
    return book, added, code


def _resolved(book: Book, value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the decision with {"original_name", "words_start"} turned into the event's id, and the
    order above into its number.
    """
    made = dict(value)
    if made.get("order") == ABOVE:
        orders = [d.number for d in book.decisions() if isinstance(d.what, OrderServed)]
        made["order"] = orders[-1]
    wanted = made.get("event")
    if not isinstance(wanted, Mapping):
        return made
    table = book.table()
    shas = [o.sha256 for o in book.originals() if o.name == wanted["original_name"]]
    rows = [
        row
        for row in range(len(table))
        if table.originals[int(table.original[row])] in shas
        and (book.event(table, row).words or "").startswith(wanted["words_start"])
    ]
    if len(rows) != 1:
        raise ExampleBroken(
            f"{wanted['words_start']!r} begins {len(rows)} messages of "
            f"{wanted['original_name']}; it must begin one."
        )
    made["event"] = table.id_of(rows[0])
    return made

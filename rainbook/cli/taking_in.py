"""`take-in`: a bundle somebody gave is taken into an empty book, and compared.

The one thing a reader would get wrong: "the same" is about the events and findings of the bundle.
It says nothing about who wrote a message, and the other person's book is never looked into.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from rainbook.case import TakenIn, TakenTable, problem_json
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    opened,
)
from rainbook.cli.screen import Bar, counted, out_json, say

SHOWN = 20
ABOUT = {
    "messages/chronology.csv": "Lines of the chronology",
    "analysis/findings.csv": "Findings, sentence by sentence",
    "analysis/elements.csv": "Elements of the law, line by line",
    "analysis/orders.csv": "Acts held against clauses of orders",
}
EXTRACTS = (
    "An extract holds only the records of the thread that was given. What rests on the other "
    "records of that file (how far back they go, who else is in them) can only be seen in the book "
    "it came from."
)


def take_in(
    folder: Annotated[Path, typer.Argument(help="The folder that was handed over.")],
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Take a handed-over folder into an empty book of your own, and compare what comes out."""
    with opened(book, passphrase_file, passphrase_fd, by) as one, Bar("Taking in", as_json) as bar:
        taken = one.take_in(folder, bar.step)
    if as_json:
        problems = [problem_json(p) for p in taken.problems]
        same = taken.compared.same
        out_json({**asdict(taken), "problems": problems, "same": same})
    else:
        _tell(taken)
    if not taken.compared.same:
        raise typer.Exit(1)


def _tell(taken: TakenIn) -> None:
    files, extracts = counted(taken.files, "file"), counted(taken.extracts, "extract")
    decisions = counted(taken.decisions, "decision")
    say(
        f"Every byte of the folder was checked. Sealed: {files}, {extracts} among them. "
        f"{decisions} logged under your name, each with who recorded it there, when, and under "
        "which number."
    )
    for line in taken.left_out:
        say(f"Left out: {line}", "  ")
    for problem in taken.problems[:SHOWN]:
        say(f"Could not be read: {problem.sentence}", "  ")
    if len(taken.problems) > SHOWN:
        say(f"and {len(taken.problems) - SHOWN:,} more that could not be read.", "  ")
    for table in taken.compared.tables:
        _table(table)
    if taken.compared.withheld:
        lines = counted(taken.compared.withheld, "line")
        say(f"{lines} of other people are given without words, so they are not here.", "  ")
    for name in taken.compared.not_compared:
        say(f"Not compared: {name} is not in the folder, or cannot be read.", "  ")
    if taken.compared.masked:
        lines = counted(taken.compared.masked, "line")
        say(f"In {lines} something was kept back: how long a message is counts other letters here.")
    if taken.extracts:
        say(EXTRACTS)
    say(_result(taken))


def _table(table: TakenTable) -> None:
    what = ABOUT.get(table.name, table.name)
    verdict = "the same" if not table.differs else f"{len(table.differs):,} differ"
    say(f"{what}: {table.then:,} there, {table.now:,} here: {verdict}.")
    for line in table.differs[:SHOWN]:
        say(line, "    ")
    if len(table.differs) > SHOWN:
        say(f"and {len(table.differs) - SHOWN:,} more.", "    ")
    for line in table.beyond:
        say(f"Rests on records that were not given, and may say something else there: {line}", "  ")


def _result(taken: TakenIn) -> str:
    if taken.compared.same and not taken.compared.not_compared:
        return "The same events and the same findings come out of it here."
    if taken.compared.same:
        return "What could be compared is the same."
    return "Not everything comes out the same; what differs is named above."

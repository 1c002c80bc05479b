"""Which pages of `look` were asked for: its options, and what they stand for.

The one thing a reader would get wrong: without any of them the first screen is shown, and it is
calm on purpose. Each of these is shown only to somebody who asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Annotated

import typer

EveryOption = Annotated[
    bool, typer.Option("--all", help="Everything: what each answer rests on, every reference.")
]
EventsOption = Annotated[
    str, typer.Option(help="Also list every entry of this person, with its reference.")
]
WordsOption = Annotated[
    bool, typer.Option("--words", help="With --events or --entry: show the words.")
]
EntryOption = Annotated[str, typer.Option(help="Show one entry, by its reference.")]
SignOption = Annotated[str, typer.Option(help="Show one answer in full, by its name.")]
CourtOption = Annotated[bool, typer.Option("--court", help="Show what a court asks next.")]
LawOption = Annotated[
    bool, typer.Option("--law", help="Show what the law asks for, beside what is on record.")
]
OrdersOption = Annotated[
    bool, typer.Option("--orders", help="Show orders, clause by clause, with acts beside them.")
]
NotesOption = Annotated[
    bool, typer.Option("--notes", help="Show what is said about the book as a whole.")
]
FirstOption = Annotated[
    bool, typer.Option("--read-first", help="Show messages to read first (off until turned on).")
]
RefusalsOption = Annotated[
    bool, typer.Option("--refusals", help="Show messages that may be a refusal, to pick from.")
]
AsOfOption = Annotated[
    str, typer.Option(help="What the book held after this number in the list, or by this day.")
]
UntilOption = Annotated[
    str, typer.Option(help="What had happened by the end of this day, with what is known now.")
]


@dataclass(frozen=True, slots=True)
class Pages:
    """What was asked for."""

    sign: str = ""
    court: bool = False
    law: bool = False
    orders: bool = False
    notes: bool = False
    read_first: bool = False
    refusals: bool = False
    entry: str = ""

    def any(self) -> bool:
        """Return whether a page of its own was asked for, in place of the first screen."""
        return any(getattr(self, f.name) for f in fields(self))

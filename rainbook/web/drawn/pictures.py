"""What a drawn picture shows: a phone with a list, a phone with a chat, a table, a sheet of paper,
or a phone and a computer.

The one thing a reader would get wrong: the words in a picture are texts like all others (`have.ftl`
names them), so a picture is never in another language than its page.
"""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("list", "chat", "table", "paper", "move")


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture. `items`: the names of the texts of its rows; `mark`: which row is ringed.

    For "chat" the marks are 0 = the name at the top, 1 = the three dots.
    """

    kind: str
    items: tuple[str, ...] = ()
    mark: int = 0


def listed(*items: str, mark: int = 0) -> Picture:
    """Return a phone with a list, one row of it ringed."""
    return Picture("list", items, mark)


NAME, DOTS = Picture("chat", (), 0), Picture("chat", (), 1)
MOVE, TABLE, PAPER = Picture("move"), Picture("table"), Picture("paper")

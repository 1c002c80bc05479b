"""How much of each list the index has room for, from generous to the least.

The one thing a reader would get wrong: the last room always fits two pages, because every text in
it has a length limit; so does a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rainbook.handover.paper.visible import breakable, visible

_HALF_MARK = re.compile("⟦[^⟧]*$")


@dataclass(frozen=True, slots=True)
class Room:
    """Most entries of each list, and most letters of one text. `ascii_only` marks all else (see
    typeset.pdf).
    """

    accounts: int
    channels: int
    facts: int
    findings: int
    missing: int
    exhibits: int
    letters: int
    ascii_only: bool = False

    def plain(self, ascii_only: bool) -> Room:
        """Return the same room, marking everything outside ASCII if asked."""
        return replace(self, ascii_only=ascii_only)

    def text(self, words: str, letters: int = 0) -> str:
        """Return the text on one line, visible and breakable, cut with "… (cut)" when it is longer
        than the room.
        """
        limit = letters or self.letters
        flat = visible(" ".join(words.split()), self.ascii_only)
        if len(flat) > limit:
            flat = f"{_HALF_MARK.sub('', flat[:limit]).rstrip()}… (cut)"
        return breakable(flat)

    def some(self, lines: Sequence[str], most: int, where: str) -> list[str]:
        """Return at most `most` lines, and one more saying how many there are and where."""
        if len(lines) <= most:
            return list(lines)
        return [*lines[:most], f"and {len(lines) - most:,} more, see {where}"]


ROOMS = (
    Room(8, 8, 8, 8, 14, 12, 600),
    Room(6, 6, 6, 6, 12, 8, 380),
    Room(5, 5, 4, 5, 11, 6, 240),
    Room(4, 4, 3, 4, 10, 4, 160),
    Room(3, 3, 2, 3, 9, 3, 110),
    Room(2, 2, 1, 2, 5, 2, 70),
    Room(1, 1, 1, 2, 4, 1, 50),
    Room(1, 1, 1, 1, 2, 1, 40),
)

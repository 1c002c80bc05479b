"""What can be wrong with a book's folder, named so that a person can act on it.

The one thing a reader would get wrong: "unfinished" is not damage. It is work that was cut off
before it was ever reported as done; every other kind means the folder is not as the book left it.
"""

from __future__ import annotations

from dataclasses import dataclass

from rainbook.record import RainbookError

FAULTS = (
    "changed", "missing", "added", "reordered", "cut", "unfinished", "unreadable",
)
"""The closed list of `Fault.kind`."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing found.

    Its kind (one of FAULTS), the file (and bytes) it is in, and a plain sentence.
    """

    kind: str
    place: str
    sentence: str


class BookDamaged(RainbookError):
    """The log or its head is not as the book left it: it can be read and checked, not added to."""

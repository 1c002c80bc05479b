"""Says what a bundle would hold before anything is written.

The one thing a reader would get wrong: it is the same choice of rows the bundle makes, not a guess
at it; only the files themselves are not made.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rainbook.handover.exhibits import initials_of
from rainbook.handover.selection import select
from rainbook.record import NO_TIME, CaseFile, Disclosure, Original


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be handed over. Times µs UTC or None.

    `own`: lines the complainant wrote. `third`: lines by somebody else, listed without words.
    `originals`: the files lines are taken from; `elsewhere`: entries of the book that stay behind.
    """

    persons: tuple[str, ...]
    initials: str
    lines: int
    own: int
    third: int
    elsewhere: int
    first: int | None
    last: int | None
    originals: tuple[Original, ...]


def preview(case: CaseFile, disclosure: Disclosure) -> Preview:
    """Return what would be handed over.

    Raises InitialsWanted, PersonNotKnown, NothingToHandOver.
    """
    initials = initials_of(disclosure)
    chosen = select(case, disclosure)
    table = case.table
    times = table.earliest[chosen.rows]
    times = times[times != NO_TIME]
    cited = {table.originals[i] for i in np.unique(table.original[chosen.rows]).tolist()}
    return Preview(
        tuple(case.people[i].name for i in chosen.people),
        initials,
        len(chosen.rows),
        int((chosen.own & chosen.chosen).sum()),
        chosen.facts["third"],
        chosen.facts["elsewhere"],
        int(times.min()) if len(times) else None,
        int(times.max()) if len(times) else None,
        tuple(o for o in case.originals if o.sha256 in cited),
    )

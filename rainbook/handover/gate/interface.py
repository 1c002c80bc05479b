"""What the gate asks, what it is told, and the ways it can stop a hand-over.

The one thing a reader would get wrong: nothing in a `Report` is what was kept back; the words are
shown by nobody but the person's own book.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from rainbook.handover.interface import KeptBack
from rainbook.record import RainbookError

LOOKED = ("yes", "no", "not asked")
"""Whether somebody looked at each picture and listened to each recording. "Not asked" is for a
bundle that holds none."""


class KeepBackNotAsked(RainbookError):
    """The person was never asked what must not leave the house."""


class GateStopped(RainbookError):
    """Something that must be kept back still stands in a file; nothing was written."""


class NotAgreed(RainbookError):
    """Nobody said yes to what would be handed over."""


@dataclass(frozen=True, slots=True)
class Possible:
    """Something that may be telling and that nobody said must go: shown, and left as it is.

    `words` is it, with a little of what stands around it; `times` how often it was seen in `file`.
    """

    kind: str
    file: str
    where: str
    words: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Unseen:
    """A picture or a recording nothing here can look into: `what` it may show, in plain words."""

    ref: str
    file: str
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a hand-over would hold and what was taken out of it, before anybody agrees to it.

    `masked`: what was taken out, by file and kind. `kept_files`: files kept back whole, and why.
    `sought`: how many things of each kind were looked for. `looked`: how many files were.
    """

    parts: tuple[str, ...]
    masked: tuple[KeptBack, ...]
    kept_files: tuple[KeptBack, ...]
    possible: tuple[Possible, ...]
    unseen: tuple[Unseen, ...]
    could_not_look: tuple[str, ...]
    sought: tuple[tuple[str, int], ...]
    looked: int
    not_taken: tuple[str, ...] = ()  # what could not be given at all, in plain words

    def by_kind(self) -> dict[str, int]:
        """Return how many places of each kind were taken out; files kept back count once."""
        found: Counter[str] = Counter()
        for one in (*self.masked, *self.kept_files):
            found[one.kind] += one.times
        return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the person said to a report. `looked` is one of LOOKED."""

    yes: bool
    looked: str = "not asked"


Agree = Callable[[Report], Agreed]
"""Called once, when everything else is done, with what would be handed over."""


def agreed_to(agree: Agree, report: Report) -> Agreed:
    """Ask, and return the answer. Raises NotAgreed unless it is a yes that says whether somebody
    looked at what nothing here can look into.
    """
    said = agree(report)
    if said.yes is not True:
        raise NotAgreed("Nothing was written.")
    if said.looked not in LOOKED or (report.unseen and said.looked == "not asked"):
        raise NotAgreed(
            f"{len(report.unseen)} pictures or recordings would go out, and nothing here can look "
            "into them. Say whether somebody looked at each of them (yes or no). Nothing was "
            "written."
        )
    return said

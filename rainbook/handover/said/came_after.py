"""When the complainant made it plain that contact was to end, and which contacts came after it.

The one thing a reader would get wrong: "after" means surely after. A contact of the same day as a
fact that is known to the day, or one whose time can be read in two ways, is counted apart, and a
fact without a time has nothing after it that anybody could show.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from rainbook.handover import times
from rainbook.handover.interface import Entry, Given
from rainbook.handover.paper.plain_words import number_of
from rainbook.handover.said.facts import facts_of
from rainbook.handover.said.rests_on import counted
from rainbook.moment import instant
from rainbook.record import Blocked, Decided, OrderServed, ToldToStop, Warned

Mask = npt.NDArray[np.bool_]
REFUSALS = (ToldToStop, Blocked, Warned, OrderServed)


@dataclass(frozen=True, slots=True)
class After:
    """One refusal with the contacts surely after it, and those of which that cannot be told.

    `at`: as recorded, or the time of the message it stands in, "" for none; `line`: that message.
    """

    decided: Decided
    at: str
    line: int
    surely: tuple[Entry, ...]
    unsure: tuple[Entry, ...]


def refusals_of(given: Given) -> list[After]:
    """Return each refusal about the persons handed over, in order of time, those without one last,
    with what came after it from that person.
    """
    by_id = {e.id: e for e in given.entries}
    theirs: dict[str, Contacts] = {}
    found = []
    for decided in facts_of(given):
        what = decided.what
        if not isinstance(what, REFUSALS):
            continue
        said_in = by_id.get(what.event) if isinstance(what, ToldToStop) and what.event else None
        at = what.served if isinstance(what, OrderServed) else what.at
        if said_in is not None and not at:
            at = said_in.time.latest
        line = said_in.number if said_in else 0
        if what.person not in theirs:
            theirs[what.person] = contacts_of(given, what.person)
        found.append(After(decided, at, line, *theirs[what.person].after(at)))
    return sorted(found, key=lambda a: (not is_time(a.at), a.at[:10], a.at, a.decided.number))


class Contacts:
    """The counted contacts of one person, their times read once: a long thread is held against
    many refusals.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Read both ends of every entry's time, of both its readings."""
        self.entries = tuple(entries)
        ends = [_ends(e) for e in self.entries]
        self._known = np.array([bool(e) for e in ends], bool)
        self._days = _low_high([[w[:10] for w in e] or [""] for e in ends])
        self._clocks = _low_high([[w[:19] for w in e] or [""] for e in ends])
        self._instants = _low_high([[instant(w) for w in e] or [0] for e in ends])

    def after(self, at: str) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        """Return the contacts surely after a day or instant, and those of which it cannot be told;
        none for what is neither.
        """
        if not self.entries or not is_time(at):
            return (), ()
        mark: str | int = at
        low, high = self._days
        if len(at) > 10:
            low, high = self._clocks
            if datetime.fromisoformat(at).tzinfo is not None:
                (low, high), mark = self._instants, instant(at)
            else:
                mark = at[:19]
        surely = self._known & (low > mark)
        unsure = ~surely & (~self._known | (high >= mark))
        return self._those(surely), self._those(unsure)

    def _those(self, mask: Mask) -> tuple[Entry, ...]:
        return tuple(self.entries[i] for i in np.flatnonzero(mask).tolist())


def _ends(entry: Entry) -> list[str]:
    written = (entry.time.earliest, entry.time.latest, *entry.time.second_reading.split("/"))
    return [w for w in written if w]


def _low_high(ends: list[list[Any]]) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    return np.array([min(e) for e in ends]), np.array([max(e) for e in ends])


def contacts_of(given: Given, person: str) -> Contacts:
    """Return the counted contacts of one person, in the order of the lines."""
    places = {i for i, p in enumerate(given.case.people) if p.key == person}
    return Contacts(
        e for e in given.entries if e.contact and int(given.case.person_of[e.row]) in places
    )


def is_time(at: str) -> bool:
    """Return whether something recorded is a whole day or an instant."""
    try:
        return bool(date.fromisoformat(at) if len(at) <= 10 else datetime.fromisoformat(at))
    except ValueError:
        return False


def sentence(text: str) -> str:
    """Return the text with its first letter large and nothing else changed: a name stays a name."""
    return text[:1].upper() + text[1:]


def kind_of(decided: Decided) -> str:
    """Return what sort of refusal it was, in plain words."""
    what = decided.what
    if isinstance(what, OrderServed):
        return what.kind
    if isinstance(what, Warned):
        return f"warned by {what.by}" if what.by else "warned"
    return "blocked" if isinstance(what, Blocked) else "told to stop"


def when_of(given: Given, one: After) -> str:
    """Return when it was, in words."""
    return times.recorded(one.at, given.case.zone) if one.at else "time not recorded"


def what_came(one: After, where: str) -> str:
    """Return "5 contacts after it (lines 3–7), the last Mon 4 Mar 2024, 08:00 +00:00", or that
    there was none, or that it cannot be told.
    """
    if not is_time(one.at):
        return "cannot tell: its time is not recorded"
    unsure = ""
    if one.unsure:
        numbers = counted("line", [e.number for e in one.unsure], where)
        unsure = f"; of {len(one.unsure):,} more it cannot be told ({numbers})"
    if not one.surely:
        return f"no contact on record after it{unsure}"
    last = one.surely[-1]
    lines = counted("line", [e.number for e in one.surely], where)
    number = number_of(len(one.surely), "contact")
    return f"{number} after it ({lines}), the last {last.time.text}{unsure}"

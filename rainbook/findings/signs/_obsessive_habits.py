"""How acts lie in time and what they are like: night, unanswered runs, bursts, lengths, repeats.

The one thing a reader would get wrong: these are facts beside the rate and decide nothing. Each is
given for the time before and after the same day, so that a person is held against themselves only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
import numpy.typing as npt

from rainbook.findings.interface import acts, groups_of
from rainbook.moment import local_in_zone
from rainbook.moment.spans import widen
from rainbook.record import NO_TIME, CaseFile, Kind, Person, RainbookError

HOUR = 3_600_000_000
NIGHT = (23, 6)
"""Night is from 23:00 to 06:00 by the complainant's clock."""
NIGHT_LONG = 7 * HOUR
AT_MOST_READ = 1_000
"""Messages whose words are read on each side of the day: reading goes back to the sealed file."""
_WITH_WORDS = (Kind.MESSAGE, Kind.EMAIL, Kind.MEDIA, Kind.MESSAGE_REQUEST, Kind.VOICEMAIL)
Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Night:
    """Rows surely at night, and how many rows have a time of day; `unsure`: it may be either."""

    rows: tuple[int, ...]
    timed: int
    unsure: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """Characters of each message that was read, and its row; `unread`: words not there or not
    readable; `could`: messages there are.
    """

    rows: tuple[int, ...]
    words: tuple[str, ...]
    unread: tuple[int, ...]
    could: int

    @property
    def middle(self) -> float:
        """Return the median number of characters, 0 where nothing was read."""
        return float(median(map(len, self.words))) if self.words else 0.0


def times_of(found: acts.Acts, rows: Sequence[int]) -> tuple[Longs, Longs, Longs]:
    """Return the rows in the order of their times, with their first and last instants (µs UTC)."""
    kept = np.isin(np.array(found.rows, np.int64), np.array(rows, np.int64))
    kept &= found.first != NO_TIME
    return np.array(found.rows, np.int64)[kept], found.first[kept], found.last[kept]


def night_of(found: acts.Acts, rows: Sequence[int], zone: str) -> Night:
    """Return which of the rows lie between 23:00 and 06:00 of the zone's clock."""
    all_rows, first, last = times_of(found, rows)
    hours = [local_in_zone(t, zone) // HOUR % 24 for t in (first, last)]
    dark = [(h >= NIGHT[0]) | (h < NIGHT[1]) for h in hours]
    # between two instants of one night (or day) less than a night apart lies no other
    sure = (dark[0] == dark[1]) & (last - first < NIGHT_LONG)
    return Night(
        tuple(all_rows[sure & dark[0]].tolist()),
        int(sure.sum()),
        tuple(all_rows[~sure].tolist()),
    )


def longest_run(
    case: CaseFile, person: Person, found: acts.Acts, rows: Sequence[int]
) -> tuple[int, ...] | None:
    """Return the rows of the longest run of acts between which the complainant surely sent nothing,
    None where what was sent back is not known. The first of equal runs.
    """
    sent = acts.own_replies(case, person)
    if sent is None:
        return None
    all_rows, first, last = times_of(found, rows)
    if not len(all_rows):
        return ()
    table = case.table
    reply = widen(table.earliest[sent], table.latest[sent], table.precision[sent])
    dated = reply[0] != NO_TIME
    # a reply that may lie at more than one place ends the run at each: runs are never made longer
    low = np.searchsorted(np.maximum.accumulate(last), reply[0][dated], "left")
    high = np.searchsorted(first, reply[1][dated], "right")
    low = np.minimum(low, high)
    marks = np.zeros(len(all_rows) + 2, np.int64)
    np.add.at(marks, low, 1)
    np.add.at(marks, high + 1, -1)
    broken = np.cumsum(marks)[1 : len(all_rows)] > 0
    edges = np.concatenate(([0], np.flatnonzero(broken) + 1, [len(all_rows)]))
    place = int(np.argmax(np.diff(edges)))
    return tuple(all_rows[edges[place] : edges[place + 1]].tolist())


def most_in_an_hour(found: acts.Acts, rows: Sequence[int]) -> tuple[int, ...]:
    """Return the rows of the most acts that surely lie within 60 minutes; the first of equals."""
    all_rows, first, last = times_of(found, rows)
    # an act whose own time is as wide as an hour cannot be placed in one
    narrow = last - first < HOUR
    all_rows, first, last = all_rows[narrow], first[narrow], last[narrow]
    if not len(all_rows):
        return ()
    ends = np.searchsorted(np.maximum.accumulate(last), first + HOUR, "right")
    place = int(np.argmax(ends - np.arange(len(ends))))
    return tuple(all_rows[place : ends[place]].tolist())


def most_in_a_day(day: Longs, rows: Longs) -> tuple[int, ...]:
    """Return the rows of the day with the most acts; the first of equals."""
    known, number = np.unique(day, return_counts=True)
    return tuple(rows[day == known[int(np.argmax(number))]].tolist()) if len(known) else ()


def read_words(case: CaseFile, rows: Sequence[int], *, last: bool) -> Read:
    """Read the words of the first (or last) AT_MOST_READ messages among the rows."""
    written = [r for r in rows if Kind(int(case.table.kind[r])) in _WITH_WORDS]
    chosen = written[-AT_MOST_READ:] if last else written[:AT_MOST_READ]
    kept: list[int] = []
    words: list[str] = []
    unread: list[int] = []
    for row in chosen:
        said = _words(case, row)
        if said:
            kept.append(row)
            words.append(said)
        else:
            unread.append(row)
    return Read(tuple(kept), tuple(words), tuple(unread), len(written))


def repeated_words(reads: Sequence[Read]) -> list[tuple[int, ...]]:
    """Return groups of rows whose words are the same or nearly the same, the largest first."""
    rows = [row for read in reads for row in read.rows]
    groups = groups_of([text for read in reads for text in read.words])
    found = [tuple(rows[place] for place in group) for group in groups]
    return sorted(found, key=lambda g: (-len(g), g))


def _words(case: CaseFile, row: int) -> str | None:
    try:
        return case.event(row).words
    except RainbookError:
        return None  # could not look: said in the limits

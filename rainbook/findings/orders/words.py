"""How an act held against an order is put into words: when it was, no finer than is known, and its
own words, cut short.

The one thing a reader would get wrong: the words quoted were written by the other person. Whatever
could break out of the quotation, or cannot be seen, is shown as a mark; the exhibit has it as it
was.
"""

from __future__ import annotations

import re
import unicodedata

import numpy as np
import numpy.typing as npt

from rainbook.findings import wording
from rainbook.moment import MONTHS, iso
from rainbook.record import NO_TIME, CaseFile, RainbookError

LONGEST = 80
PILE = 5  # a letter with four marks on it
MOST_READ = 500
SECOND, MINUTE, DAY = 1_000_000, 60_000_000, 86_400_000_000
QUARTER = 15 * MINUTE  # no zone changes its offset inside a quarter of an hour
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_SPACES = re.compile(r"[ \t\u00a0]+")
_BREAKS = re.compile(r" ?(?:\r\n|\n|\r)[ \r\n]*")
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"
Longs = npt.NDArray[np.int64]


def quoted(words: str, at_most: int = LONGEST) -> str:
    """Return words in straight quotation marks, at most so many visible characters and "…".

    Line breaks become " / ", a quotation mark inside becomes ', and a character that cannot be
    seen becomes its mark, e.g. ⟦U+202E⟧.
    """
    text = _BREAKS.sub(" / ", _SPACES.sub(" ", words[: at_most * 8].strip()))
    made: list[str] = []
    shown, before = 0, ""
    for char in text:
        if char in _JOINERS and before and ord(before) > 0x2FF:
            made[-1] += char  # wanted inside emoji and in scripts that join
        elif unicodedata.category(char) in ("Mn", "Me") and made and made[-1] != " ":
            # a pile of marks on one letter hides the lines above and below it
            made[-1] += char if len(made[-1]) < PILE else ""
        else:
            made.append(_shown(char, not made))
            shown += len(made[-1])
        if shown > at_most:
            return '"' + "".join(made[:-1]).rstrip() + '…"'
        before = char
    return '"' + "".join(made) + ('…"' if len(words) > at_most * 8 else '"')


def _shown(char: str, leads: bool) -> str:
    if char == '"':
        return "'"
    kind = unicodedata.category(char)
    if kind in _HIDDEN or (leads and kind.startswith("M")):
        return f"⟦U+{ord(char):04X}⟧"
    return char


def plain(words: str, at_most: int = LONGEST) -> str:
    """Return a short text somebody typed (a kind of order, a clause number) without its quotation
    marks.
    """
    return quoted(words, at_most)[1:-1]


class Clock:
    """The clocks of one zone, quick enough for a hundred thousand times."""

    def __init__(self, zone: str) -> None:
        self.zone = zone
        self._offsets: dict[int, int] = {}
        self._marks: dict[int, str] = {}
        self._days: dict[int, str] = {}

    def wall(self, instant: int) -> int:
        """Return what the zone's clocks show at an instant, in µs as if it were UTC."""
        quarter = instant // QUARTER
        if quarter not in self._offsets:
            shown = iso(quarter * QUARTER, self.zone)[-6:]
            away = (int(shown[1:3]) * 60 + int(shown[4:6])) * MINUTE
            self._offsets[quarter] = -away if shown[0] == "-" else away
        return instant + self._offsets[quarter]

    def mark(self, instant: int) -> str:
        """Return " +01:00" where the clocks show one time twice about this instant, else ""."""
        quarter = instant // QUARTER
        if quarter not in self._marks:
            away = self.wall(instant) - instant
            before, after = (
                self.wall(instant + by * QUARTER) - instant - by * QUARTER for by in (-4, 4)
            )
            twice = before > away or after < away
            self._marks[quarter] = f" {iso(instant, self.zone)[-6:]}" if twice else ""
        return self._marks[quarter]

    def walls(self, instants: Longs) -> Longs:
        """Return `wall` of each instant."""
        known, where = np.unique(instants // QUARTER, return_inverse=True)
        away = [self.wall(q * QUARTER) - q * QUARTER for q in known.tolist()]
        return instants + np.array(away, np.int64).reshape(-1)[where]

    def when(self, first: int, last: int, fine: bool = True) -> str:
        """Return "on 12 June 2024 at 10:00:05" for an act that lies between two instants (µs UTC),
        no finer than they are apart; `fine`: its seconds are known.
        """
        if first == NO_TIME:
            return "at a time that is not known"
        a, b = self.wall(first), self.wall(last)
        day, at = self._day(a), self._at(a, fine)
        if last - first < MINUTE and a // MINUTE == b // MINUTE:
            return f"on {day} at {self._at(a, last - first < SECOND)}{self.mark(first)}"
        whole = a % DAY < MINUTE and b % DAY >= DAY - MINUTE
        if a // DAY == b // DAY:
            till = f"{self._at(b, fine)}{self.mark(last)}"
            return f"on {day}" if whole else f"on {day} between {at}{self.mark(first)} and {till}"
        if whole:
            return f"between {day} and {self._day(b)}"
        return f"between {day} at {at} and {self._day(b)} at {self._at(b, fine)}"

    def _day(self, wall: int) -> str:
        day = wall // DAY
        if day not in self._days:
            year, month, number = str(np.datetime64(day, "D")).rsplit("-", 2)
            self._days[day] = f"{int(number)} {MONTHS[int(month) - 1]} {int(year)}"
        return self._days[day]

    def _at(self, wall: int, fine: bool) -> str:
        seconds = wall % DAY // SECOND
        minutes = f"{seconds // 3600:02}:{seconds // 60 % 60:02}"
        return f"{minutes}:{seconds % 60:02}" if fine else minutes


class Reader:
    """Reads the words and the place of at most MOST_READ acts from the sealed originals."""

    def __init__(self, case: CaseFile) -> None:
        self.case = case
        self._read: dict[int, tuple[str, str] | None] = {}

    @property
    def left(self) -> int:
        """Return how many more acts may be read."""
        return MOST_READ - len(self._read)

    def read(self, row: int) -> tuple[str, str] | None:
        """Return an act's words and its place ("" for none), or None where the original could not
        be read. A row counts once however often it is asked for.
        """
        if row not in self._read:
            self._read[row] = self._fetch(row)
        return self._read[row]

    def has(self, row: int) -> bool:
        """Say whether the act was read."""
        return row in self._read

    def _fetch(self, row: int) -> tuple[str, str] | None:
        try:
            event = self.case.event(row)
        except (RainbookError, OSError):
            return None
        return event.words or "", str(event.more.get("place", "") or "")


def article(noun: str) -> str:
    """Return "a call", "an e-mail"."""
    return f"an {noun}" if noun[:1].lower() in "aeio" else f"a {noun}"


def act_nouns(case: CaseFile, rows: Longs) -> list[str]:
    """Return "a WhatsApp message" for each row."""
    table = case.table
    actors = len(table.accounts) + 1
    codes = table.kind[rows].astype(np.int64) * actors + table.actor[rows]
    _, first, where = np.unique(codes, return_index=True, return_inverse=True)
    names = [
        article(wording.channels(table, [row]).removeprefix("1 ")) for row in rows[first].tolist()
    ]
    return [names[i] for i in where.reshape(-1).tolist()]

"""What may show an act and may soon be gone: what the complainant recorded, and what the records
themselves hint at, each with its clock.

The one thing a reader would get wrong: a hint is a question for the officer. Nobody has said that
there was a camera, and nobody has asked; the words "nobody has asked yet" stand beside each.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rainbook.handover.interface import Entry, Given
from rainbook.handover.once import once
from rainbook.handover.paper.plain_words import CALLS, STATES, WAYS, said
from rainbook.handover.said.facts import line_of_event, when
from rainbook.handover.said.rests_on import counted
from rainbook.handover.schedules.contacts import about_these
from rainbook.handover.schedules.identifiers import is_theirs
from rainbook.handover.schedules.periods import (
    GONE,
    Clock,
    Period,
    clock_of,
    day_of,
    period_of,
    stretch_of,
)
from rainbook.handover.times import recorded
from rainbook.record import ActSort, Decided, Perishable

HINT = "nobody has asked yet"
MOST_PLACES = 200
"""Diary entries with a place that are asked about one by one; the rest are counted in one row."""
_AT_THE_DOOR = ("came to my home", "gift", "damage or theft", "came in")
_DISAPPEARING = (
    "disappearing messages", "éphémères", "selbstlöschend", "mensajes temporales",
    "mensagens temporárias", "messaggi effimeri", "verdwijnende berichten",
)
_NO_PLATFORM = ("Text message", "Phone call", "Phone", "Diary", "E-mail")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to ask for. `number`: of the log, 0 for a hint; `lines`: the lines it is about;
    `of_when`: in words; `asked`: when it was asked for, or HINT, or "not recorded as asked for".
    """

    what: str
    where: str
    of_when: str
    lines: tuple[int, ...]
    period: Period | None
    clock: Clock
    asked: str
    answer: str
    ask: str
    number: int = 0
    by: str = ""
    recorded: str = ""

    @property
    def open(self) -> bool:
        """True while no answer is recorded."""
        return not self.answer


@once
def perishables_of(given: Given) -> list[Item]:
    """Return everything to ask for: what still runs first, the sooner gone the sooner; then what
    has no clock; then what is usually gone, the latest first; then what was answered.
    """
    told = [(d, d.what) for d in given.case.decisions if isinstance(d.what, Perishable)]
    mine = [(d, what) for d, what in told if about_these(given, d)]
    items = [_recorded(given, d, what) for d, what in mine]
    items += _hints(given, [what for _, what in mine])
    return sorted(items, key=lambda one: (_order(one), one.what, one.number, one.lines))


def _order(item: Item) -> tuple[int, int]:
    ends = item.clock.gone_by
    if item.answer:
        return 3, 0
    if ends is None:
        return 1, 0
    return (2, -ends.toordinal()) if usually_gone(item) else (0, ends.toordinal())


def usually_gone(item: Item) -> bool:
    """Return whether even the longest usual period had run out by the state of the records."""
    return GONE in item.clock.text


def _recorded(given: Given, decided: Decided, what: Perishable) -> Item:
    line = line_of_event(given, what.event) if what.event else 0
    entry = given.entries[line - 1] if line else None
    days = stretch_of(what.at, given.case.zone) or (_days(given, [entry]) if entry else None)
    period = period_of(given.case, what.what, what.kept_days)
    asked = f"asked for on {when(given, what.asked_at)}" if what.asked_at else ""
    return Item(
        what=what.what,
        where=what.where,
        of_when=when(given, what.at) if what.at else entry.time.text if entry else "not recorded",
        lines=(line,) if line else (),
        period=period,
        clock=clock_of(given.case, days, period),
        asked=asked or "not recorded as asked for",
        answer=what.answer,
        ask="" if asked else period.ask if period else "",
        number=decided.number,
        by=decided.by,
        recorded=decided.at,
    )


def _hints(given: Given, told: list[Perishable]) -> list[Item]:
    """Return what the records hint at and nobody recorded: what is told of a kind as a whole hides
    the hint; what is told of one entry hides only that entry.
    """
    whole = {t.what for t in told if not t.event}
    single = {(t.what, t.event) for t in told if t.event}
    groups: dict[tuple[str, str], list[Entry]] = {}
    places: list[tuple[str, Entry]] = []
    doors = _doors(given)
    for entry in given.entries:
        if entry.withheld:
            continue
        by_them = is_theirs(given, entry)
        if by_them and entry.kind == "diary":
            places.append(("doorbell" if entry.id in doors else "cctv", entry))
        for what, where in _hinted(entry, by_them):
            if what not in whole and (what, entry.id) not in single:
                groups.setdefault((what, where), []).append(entry)
    found = [_group(given, what, where, entries) for (what, where), entries in groups.items()]
    # a camera told of at one place says nothing about another place
    open_ones = [p for p in places if (p[0], p[1].id) not in single]
    return [*found, *_places(given, open_ones)]


def _hinted(entry: Entry, by_them: bool) -> list[tuple[str, str]]:
    """Return what a record that is no diary entry hints at, and with whom it lies."""
    found = []
    state = entry.state
    if by_them and (entry.kind == "voicemail" or said("voicemail", CALLS) in state):
        found.append(("voicemail", "the complainant's mailbox with the network"))
    if by_them and entry.channel in ("Phone call", "Text message"):
        found.append(("phone records", "the networks of both numbers"))
    elif by_them and entry.channel not in _NO_PLATFORM:
        found.append(("platform logs", entry.channel))
    notice = entry.kind == "system note" or entry.way == WAYS["system"]
    words = (entry.words or "").lower() if notice else ""
    gone = (STATES["expired"], STATES["view_once"])
    if any(w in words for w in _DISAPPEARING) or any(g in state.split("; ") for g in gone):
        found.append(("disappearing messages", entry.channel))
    return found


def _doors(given: Given) -> set[str]:
    """Return the entries recorded as something at the door of the home."""
    told = (d.what for d in given.case.decisions if not d.withdrawn)
    return {t.event for t in told if isinstance(t, ActSort) and t.sort in _AT_THE_DOOR}


def _group(given: Given, what: str, where: str, entries: list[Entry]) -> Item:
    """Return one hint for many records; its clock is that of the latest of them."""
    days = _days(given, entries)
    numbers = tuple(e.number for e in entries)
    first, last = _day(days[0]) if days else "", _day(days[1]) if days else ""
    of_when = first if first == last else f"{first} to {last}; the clock is that of the latest"
    return _item(given, what, where, of_when or "no readable day", numbers, days and (days[1],) * 2)


def _places(given: Given, places: list[tuple[str, Entry]]) -> list[Item]:
    """Return a question about a camera for each diary entry with a place, the latest first."""
    asked = sorted(places, key=lambda p: p[1].time.earliest, reverse=True)
    found, rest = [], asked[MOST_PLACES:]
    for what, entry in asked[:MOST_PLACES]:
        place = _place(given, entry)
        if place or what == "doorbell":
            days = _days(given, [entry])
            where = place or "place not in the diary's own column"
            found.append(_item(given, what, where, entry.time.text, (entry.number,), days))
    if rest:
        where = f"{len(rest):,} further diary entries, each with its own place"
        numbers = tuple(sorted(e.number for _, e in rest))
        found.append(_item(given, "cctv", where, "earlier than those listed", numbers, None))
    return found


def _place(given: Given, entry: Entry) -> str:
    """Return the place as the diary's own column has it, "" for none."""
    return str(given.case.event(entry.row).more.get("place") or "").strip()


def _item(
    given: Given,
    what: str,
    where: str,
    of_when: str,
    lines: tuple[int, ...],
    days: tuple[date, date] | None,
) -> Item:
    period = period_of(given.case, what)
    clock = clock_of(given.case, days, period)
    return Item(
        what, where, of_when, lines, period, clock, HINT, "", period.ask if period else ""
    )


def _days(given: Given, entries: Iterable[Entry]) -> tuple[date, date] | None:
    """Return the first and the last day these lines can be of, both readings of a doubtful date
    included; None where none has a day.
    """
    found: list[date] = []
    for entry in entries:
        for end in (entry.time.earliest, entry.time.latest, *entry.time.second_reading.split("/")):
            if day := day_of(end, given.case.zone):
                found.append(day)
    return (min(found), max(found)) if found else None


def _day(day: date) -> str:
    return recorded(day.isoformat(), "")


def lines_of(item: Item, at_most: int = 8) -> str:
    """Return "line 3" or "lines 3, 7–9 and 12 more, see perishables.csv"; "" for none."""
    return counted("line", item.lines, "perishables.csv", at_most)

"""What the index says is missing, in doubt, set aside or withheld.

The one thing a reader would get wrong: a line here with the figure 0 is left out, so an empty
section would look like perfection; the section therefore always says what was never asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rainbook.handover.entries import NOT_THEIRS
from rainbook.handover.interface import Given
from rainbook.handover.paper.plain_words import DOUBTS, number_of
from rainbook.handover.paper.room import Room
from rainbook.handover.said.facts import cited_of
from rainbook.record import Changed, Impact

ALWAYS = "How it felt and what was changed because of it: not part of this bundle. Ask."
IN_PART = (
    "How it felt and what was changed because of it: in facts.csv and findings.pdf, as far as it "
    "was recorded. Ask for the rest."
)
SAID_APART = {
    DOUBTS[code]
    for code in (
        "ambiguous_date_order",
        "time_in_two_readings",
        "tz_assumed",
        "unreadable_time",
        "duplicate_of",
    )
}


def missing(given: Given, room: Room) -> list[str]:
    """Return the doubts as sentences, the weightiest first, the last ones cut when there is no
    room.
    """
    lines = [
        *_unread(given),
        *_times(given),
        *_not_counted(given),
        *_withheld(given),
        *(f"{n:,} × {text}" for text, n in sorted(Counter(given.not_taken).items())),
        *_other_doubts(given),
    ]
    shown = room.some(
        [room.text(line) for line in lines], room.missing, "missing.csv and chronology.csv"
    )
    felt = any(isinstance(d.what, (Changed, Impact)) for d in cited_of(given))
    return [*shown, IN_PART if felt else ALWAYS]


def _unread(given: Given) -> list[str]:
    table = given.case.table
    given_away = {e.original for e in given.exhibits}
    here = [p for p in table.problems if p.original in given_away]
    elsewhere = len(table.problems) - len(here)
    lines = []
    if here:
        first = here[0]
        lines.append(
            f"{number_of(len(here), 'thing')} could not be read in what is handed over "
            f"(missing.csv). First: {first.sentence}"
        )
    if elsewhere:
        lines.append(
            f"{number_of(elsewhere, 'thing')} could not be read in originals that are not "
            "handed over."
        )
    return lines


def _times(given: Given) -> list[str]:
    entries, lines = given.entries, []
    untimed = [e.number for e in entries if not e.time.earliest]
    two = [e.number for e in entries if e.time.second_reading]
    zone = [e.number for e in entries if DOUBTS["tz_assumed"] in e.warnings]
    if untimed:
        lines.append(f"{_named(untimed)} without a readable time (at the end of the chronology).")
    if two:
        lines.append(
            f"{_named(two)} with a date that can be read in two ways; both are shown and none is "
            "chosen."
        )
    if zone:
        lines.append(
            f"{_named(zone)} without a time zone in the record: {given.case.zone} or the zone the "
            "complainant named was assumed."
        )
    return lines


def _not_counted(given: Given) -> list[str]:
    why: dict[str, list[int]] = {}
    for e in given.entries:
        if not e.counted and not e.withheld and e.why_not != NOT_THEIRS:
            why.setdefault(e.why_not, []).append(e.number)
    return [f"{_named(lines)} not counted: {reason}." for reason, lines in _most_first(why)]


def _named(lines: Sequence[int]) -> str:
    """Return "Line 19", "Lines 3, 4", or from five lines on how many and the first three."""
    if len(lines) < 5:
        return f"Line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines))}"
    return f"{len(lines):,} lines ({', '.join(map(str, lines[:3]))}…)"


def _most_first(groups: Mapping[str, list[int]]) -> list[tuple[str, list[int]]]:
    return sorted(groups.items(), key=lambda item: (-len(item[1]), item[1]))


def _withheld(given: Given) -> list[str]:
    facts, lines = given.facts, []
    if facts["third"]:
        lines.append(
            f"{number_of(facts['third'], 'line')} by other people in a group with the person: "
            "listed, words not given."
        )
    if facts["diary"]:
        entries = number_of(facts["diary"], "diary entry", "diary entries")
        lines.append(f"{entries} not handed over: not linked to the person by an account.")
    if facts["withheld"]:
        lines.append(
            f"{number_of(facts['withheld'], 'record')} of withheld numbers not handed over: linked "
            "to nobody."
        )
    if facts["elsewhere"]:
        lines.append(
            f"{number_of(facts['elsewhere'], 'record')} of other threads not handed over: "
            "nobody else's words are in this bundle."
        )
    if facts["originals not given"]:
        lines.append(
            f"{number_of(facts['originals not given'], 'original')} not handed over at all "
            "(address books among them are never given)."
        )
    extracts = sum(1 for e in given.exhibits if e.file.endswith("-extract.txt"))
    if extracts:
        lines.append(
            f"{number_of(extracts, 'exhibit is an extract', 'exhibits are extracts')}: the "
            "whole file also holds other people's records and stays sealed."
        )
    withdrawn = sum(1 for d in given.case.decisions if d.withdrawn)
    if withdrawn:
        lines.append(
            f"{number_of(withdrawn, 'decision')} of the complainant taken back and not given."
        )
    return lines


def _other_doubts(given: Given) -> list[str]:
    said: dict[str, list[int]] = {}
    for e in given.entries:
        for warning in e.warnings:
            if warning not in SAID_APART:
                said.setdefault(warning, []).append(e.number)
    return [f"{_named(lines)}: {text}" for text, lines in _most_first(said)]

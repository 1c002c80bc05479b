"""What a picture of a thread shows: which lines stand together, on which side, under which day.

The one thing a reader would get wrong: the side a message stands on comes from the record (sent,
received, missed), or from the name the record itself puts over it; never from what anybody guessed.
Where the record says neither, the message stands in the middle and says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rainbook.handover.entries import WITHHELD
from rainbook.handover.interface import Entry, Given
from rainbook.handover.paper.plain_words import DOUBTS, WAYS, number_of
from rainbook.handover.paper.visible import breakable, lines_of, visible
from rainbook.moment import SHORT_MONTHS, SHORT_WEEKDAYS
from rainbook.record import Kind, Problem, Way

LEFT, RIGHT, MIDDLE = "left", "right", "middle"
NOBODY = "the record does not say who sent this"
NAMED = "written under this name"
NO_THREAD = "Records that stand in no thread"
NAMES_ONLY = (
    "This file names the writer of each message and does not say sent or received: on the right "
    "stands what is written under a name of the complainant."
)
GAPS = 200  # unread stretches shown in one thread; record/missing.csv has all
Part = dict[str, object]
Show = Callable[[str], str]
_ONE_TIME = re.compile(r"(\w{3} \d+ \w{3} \d{4}), (\d\d:\d\d(?::\d\d)?) ([+-]\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class Thread:
    """One thread: its name as the source gives it ("" = none), its lines in order, and the
    stretches that could not be read, each with the line it stands behind (0 = before the first).
    """

    name: str
    entries: tuple[Entry, ...]
    gaps: tuple[tuple[int, Problem, str], ...]


def threads_of(given: Given) -> tuple[Thread, ...]:
    """Return every thread handed over, by its first line; what stands in no thread comes last.

    A thread named by a number or an address is one thread in every original; a mere name is one
    only inside its own original.
    """
    table = given.case.table
    lines: dict[tuple[str, int, int], list[Entry]] = {}
    for entry in given.entries:
        place = int(table.thread[entry.row])
        name = table.threads[place] if place >= 0 else ""
        here = (int(table.original[entry.row]), int(table.member[entry.row]))
        key = ("", -1, -1) if not name else (name, *((-1, -1) if is_address(name) else here))
        lines.setdefault(key, []).append(entry)
    ordered = sorted(lines.items(), key=lambda one: (not one[0][0], one[1][0].number))
    return tuple(Thread(key[0], tuple(es), _gaps(given, es)) for key, es in ordered)


def is_address(thread: str) -> bool:
    """Return whether a thread's name is a number or an address, the same in every original."""
    return "@" in thread or sum(c.isdigit() for c in thread) >= 7


def _gaps(given: Given, entries: Sequence[Entry]) -> tuple[tuple[int, Problem, str], ...]:
    """Return what could not be read between two of these lines of one file, by place."""
    by_file: dict[tuple[str, str], list[Entry]] = {}
    for entry in sorted(entries, key=lambda e: e.citation.start):
        if entry.ref:
            by_file.setdefault((entry.citation.original, entry.path), []).append(entry)
    starts = {file: [e.citation.start for e in here] for file, here in by_file.items()}
    found = []
    for problem in given.case.table.problems:
        file, start, end = (problem.original, problem.path or ""), problem.start, problem.end
        here = by_file.get(file, [])
        if start is None or end is None or end <= start or not here:
            continue
        if start <= here[0].citation.start and end >= here[-1].citation.end:
            continue  # it is about the file as a whole
        before = bisect_left(starts[file], start)
        found.append((here[before - 1].number if before else 0, problem, here[0].ref))
    return tuple(sorted(found, key=lambda one: (one[0], one[1].start or 0)))


def side_of(given: Given, entry: Entry) -> tuple[str, str]:
    """Return the side a line stands on and, in words, what the record says of its way."""
    way = Way(int(given.case.table.way[entry.row]))
    if way != Way.UNKNOWN:
        said = WAYS[way.name.lower()]
        return {Way.SENT: RIGHT, Way.RECEIVED: LEFT, Way.MISSED: LEFT}.get(way, MIDDLE), said
    if int(given.case.table.actor[entry.row]) < 0 and not entry.withheld:
        return MIDDLE, NOBODY
    if entry.withheld:
        return LEFT, WAYS["unknown"]
    if entry.own or entry.theirs:
        return RIGHT if entry.own else LEFT, NAMED
    return MIDDLE, f"{NAMED}; whose it is was not decided"


def parts_of_thread(
    given: Given,
    thread: Thread,
    entries: Sequence[Entry],
    plain_only: bool,
    chosen: frozenset[int] = frozenset(),
) -> Iterator[Part]:
    """Yield what the template draws for some lines of a thread: its heading, then days, gaps and
    messages. `chosen`: numbers of the lines that are shown for their own sake.
    """

    def show(text: str) -> str:
        return breakable(visible(text, plain_only))

    yield _heading(given, thread, entries, show)
    behind: dict[int, list[tuple[Problem, str]]] = {}
    for number, problem, ref in thread.gaps[:GAPS]:
        behind.setdefault(number, []).append((problem, ref))
    day = ""
    if entries[0] is thread.entries[0]:
        yield from _unread(behind.get(0, ()), show)
    for entry in entries:
        today, clock = day_and_clock(entry)
        if today != day:
            day = today
            yield {"kind": "day", "text": show(today)}
        yield _bubble(given, entry, clock, show, plain_only, entry.number in chosen)
        yield from _unread(behind.get(entry.number, ()), show)
    if len(thread.gaps) > GAPS and entries[-1] is thread.entries[-1]:
        more = number_of(len(thread.gaps) - GAPS, "stretch", "stretches")
        yield {"kind": "gap", "text": f"{more} more that could not be read: record/missing.csv"}


def _heading(given: Given, thread: Thread, entries: Sequence[Entry], show: Show) -> Part:
    many = number_of(len(entries), "line")
    note = f"{many}, from line {entries[0].number} to line {entries[-1].number} of the chronology."
    unsaid = any(
        given.case.table.way[e.row] == Way.UNKNOWN and given.case.table.actor[e.row] >= 0
        for e in entries
    )
    service = ", ".join(dict.fromkeys(e.channel for e in entries))
    name = f"{service}: {thread.name}" if thread.name else f"{NO_THREAD} ({service})"
    return {
        "kind": "thread",
        "text": show(name),
        "note": f"{note} {NAMES_ONLY}" if unsaid else note,
    }


def _unread(found: Iterable[tuple[Problem, str]], show: Show) -> Iterator[Part]:
    for problem, ref in found:
        said = f"{ref}: bytes {problem.start}–{problem.end} could not be read"
        yield {"kind": "gap", "text": show(said)}


def day_and_clock(entry: Entry) -> tuple[str, str]:
    """Return the heading of the day and the time below it; a time in doubt is given whole."""
    doubt = " †" if DOUBTS["tz_assumed"] in entry.warnings else ""
    plain = _ONE_TIME.fullmatch(entry.time.text)
    if plain:
        return plain[1], f"{plain[2]} {plain[3]}{doubt}"
    early, late = entry.time.earliest[:10], entry.time.latest[:10]
    if not early:
        return "Time not readable", f"written as: {entry.as_written}" if entry.as_written else ""
    if early == late and not entry.time.second_reading:
        read = date.fromisoformat(early)
        day = SHORT_WEEKDAYS[read.weekday()]
        said = f"{day} {read.day} {SHORT_MONTHS[read.month - 1]} {read.year}"
        return said, entry.time.text.removeprefix(f"{said}, ") + doubt
    return "Day in doubt", entry.time.text + doubt


def _bubble(
    given: Given, entry: Entry, clock: str, show: Show, plain_only: bool, chosen: bool
) -> Part:
    side, way = side_of(given, entry)
    words = lines_of(WITHHELD if entry.withheld else entry.words or "", plain_only)
    if entry.words is None and not entry.withheld:
        words = []
    kind = "" if entry.kind in ("message", entry.channel.split()[-1].lower()) else entry.kind
    how = " · ".join(x for x in (entry.channel, kind, way) if x)
    return {
        "kind": "said",
        "side": side,
        "who": show("" if way == NOBODY else entry.who),
        "when": show(clock),
        "how": show(how),
        "words": words if entry.words != "" or entry.withheld else [_no_words()],
        "rtl": bool(words) and all(line["rtl"] for line in words),
        "quiet": entry.withheld or entry.words == "",
        "aside": not entry.counted and not entry.own,
        "chosen": chosen,
        "foot": show(_foot(given, entry)),
    }


def _no_words() -> dict[str, object]:
    return {"text": "[no words]", "rtl": False}


def _foot(given: Given, entry: Entry) -> str:
    """Return what stands small below a message: what came with it, its state, where it is."""
    named = [a for a in entry.attachments if a != (entry.words or "").strip()]
    notes = [f"With: {a}" for a in named]
    notes += [entry.state] if entry.state else []
    notes += [w for w in entry.warnings if w != DOUBTS["tz_assumed"]]
    if entry.masked:
        notes.append("Something in it was kept back; the sealed original holds it.")
    if not entry.counted and entry.why_not:
        notes.append(f"Not counted: {entry.why_not}.")
    inside = f" in {entry.path}" if entry.path else ""
    exhibit = f"{entry.ref}{inside}, bytes {entry.citation.start}–{entry.citation.end}, "
    place = f"{exhibit if entry.ref and not entry.withheld else ''}line {entry.number}"
    account = entry.account if entry.account not in ("", entry.who) else ""
    if account and given.case.table.kind[entry.row] != Kind.DIARY:
        place = f"{account} · {place}"
    return "\n".join([*notes, place])

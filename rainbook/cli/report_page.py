"""What the gate found, shown before anybody says yes.

The one thing a reader would get wrong: what was kept back is shown by kind and file, never in
words; what is possible is shown in words, because only the person can tell whether it matters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rainbook.case import Report
from rainbook.cli.screen import counted, out, say, visible

MOST = 40
T = TypeVar("T")


def show_report(report: Report) -> None:
    """Print what was taken out, what was kept back whole, what is possible, what is not seen."""
    out("")
    out("What was looked for, and what was taken out")
    sought = ", ".join(f"{kind} ({count})" for kind, count in report.sought) or "nothing was named"
    say(f"Looked for in {counted(report.looked, 'file')}: {sought}.", "  ")
    found = report.by_kind()
    if not found:
        say("Nothing had to be taken out.", "  ")
    for kind, times in found.items():
        say(f"{kind}: {counted(times, 'place')}", "  ")
    places = Counter[tuple[str, str, str]]()
    for one in report.masked:
        places[(one.file or "what is written about the records", one.kind, one.done)] += one.times
    for (file, kind, done), times in _first(sorted(places.items())):
        say(f"{file}: {kind}, {done}, {counted(times, 'place')}", "    ")
    for one in report.kept_files:
        say(f"{one.file} does not go at all: {one.kind} ({one.where}).", "  ")
    for said in report.not_taken:
        say(said, "  ")
    _possible(report)
    if report.unseen:
        out("What nothing here can look into")
        many = counted(len(report.unseen), "picture or recording", "pictures or recordings")
        say(f"{many}.", "  ")


def _possible(report: Report) -> None:
    if not report.possible:
        return
    out("What may be telling, and goes as it is")
    say("Only you can say whether it matters. To keep one back: answer no, then rainbook keep-back")
    for one in _first(report.possible):
        times = f" ({one.times} times)" if one.times > 1 else ""
        say(f"{one.kind}, {one.file}{times}:", "  ")
        say(f"… {visible(one.words, 120)} …", "    ")


def _first(lines: Iterable[T]) -> Iterator[T]:
    """Yield the first MOST of some lines and say how many more there are."""
    for place, one in enumerate(held := list(lines)):
        if place == MOST:
            say(f"and {len(held) - MOST} more (--json lists all)", "    ")
            return
        yield one

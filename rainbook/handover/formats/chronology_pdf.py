"""`chronology.pdf`, `chronology-2.pdf`…: every line of the thread, for reading, at most VOLUME
lines each.

The one thing a reader would get wrong: a line number is the same in the PDF, the CSV and the index;
volumes do not start again at 1.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from rainbook.handover import times
from rainbook.handover.entries import WITHHELD
from rainbook.handover.interface import Entry, Format, Given, Progress
from rainbook.handover.paper.plain_words import DOUBTS
from rainbook.handover.paper.soon import set_soon
from rainbook.handover.paper.visible import breakable, lines_of, visible

VOLUME = 1_500


def chronology_pdf(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the volumes, each compiled apart so that memory stays level. Raises NotTypeset."""
    entries = given.entries
    volumes = max(1, -(-len(entries) // VOLUME))
    for volume in range(volumes):
        part = entries[volume * VOLUME : (volume + 1) * VOLUME]
        name = f"messages/chronology{f'-{volume + 1}' if volume else ''}.pdf"

        def data(
            plain_only: bool, part: tuple[Entry, ...] = part, volume: int = volume
        ) -> dict[str, Any]:
            return _data(given, part, volume, volumes, plain_only)

        done = min(len(entries), (volume + 1) * VOLUME)
        told = partial(progress, "setting the chronology", done, len(entries)) if progress else None
        set_soon(given, folder / name, "chronology", data, told)


def _data(
    given: Given, part: tuple[Entry, ...], volume: int, volumes: int, plain_only: bool
) -> dict[str, Any]:
    def show(text: str) -> str:
        return breakable(visible(text, plain_only))

    return {
        "title": "Chronology" if volumes == 1 else f"Chronology, volume {volume + 1} of {volumes}",
        "zone": show(given.case.zone),
        "as_of": show(times.recorded(given.case.as_of, given.case.zone)),
        "first": part[0].number if part else 0,
        "last": part[-1].number if part else 0,
        "of": len(given.entries),
        "entries": [_line(entry, show, plain_only) for entry in part],
    }


def _line(entry: Entry, show: Any, plain_only: bool) -> dict[str, Any]:
    kind = "" if entry.kind in ("message", entry.channel.split()[-1]) else entry.kind
    how = ", ".join(x for x in (entry.channel, kind, entry.way) if x)
    words = WITHHELD if entry.withheld else entry.words
    zoned = DOUBTS["tz_assumed"] in entry.warnings
    notes = [w for w in entry.warnings if w != DOUBTS["tz_assumed"]]
    if not entry.counted and entry.why_not:
        notes.append(f"Not counted: {entry.why_not}.")
    if entry.time.second_reading or (entry.as_written and not entry.time.earliest):
        notes.append(f"Written as: {entry.as_written}")
    place = f"bytes {entry.citation.start}–{entry.citation.end}" if entry.ref else ""
    return {
        "number": entry.number,
        "time": show(entry.time.text) + (" †" if zoned else ""),
        "who": show(entry.who),
        "account": show(entry.account) if entry.account not in ("", entry.who) else "",
        "how": show(how),
        "words": lines_of(words, plain_only) if words is not None else [],
        "withheld": entry.withheld,
        "attachments": [show(a) for a in entry.attachments if a != (words or "").strip()],
        "state": show(entry.state),
        "notes": [show(n) for n in notes],
        "ref": show(entry.ref),
        "place": place,
        "inside": "" if entry.withheld else show(entry.path),
        "own": entry.own,
    }


FORMAT = Format("messages/chronology.pdf", "every line of the thread, for reading", chronology_pdf)

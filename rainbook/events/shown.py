"""Makes one row whole: reads its cited bytes again and gives words, attachments and the time as
written.

The one thing a reader would get wrong: the words come from the sealed original each time, never
from a copy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rainbook.events.reading import source_named
from rainbook.events.sources.interface import Draft
from rainbook.moment import iso
from rainbook.record import (
    NO_TIME,
    Call,
    Citation,
    Event,
    EventTable,
    Kind,
    Moment,
    Problem,
    State,
    Warn,
    Way,
)
from rainbook.record.table import reading_key

Fetch = Callable[[str, str | None, int, int], bytes]
"""Returns bytes `start` to `end` of an original or of a member inside it."""


def event_of(table: EventTable, row: int, fetch: Fetch, way: int | None = None) -> Event:
    """Return one row made whole by reading its cited bytes again."""
    original = table.originals[int(table.original[row])]
    member = table.member_of(row)
    start, end = int(table.start[row]), int(table.end[row])
    reading = table.readings[reading_key(original, member)]
    draft = source_named(reading["source"]).reread(fetch(original, member, start, end), reading)
    lasted = int(table.duration[row])
    return Event(
        id=table.id_of(row),
        row=row,
        kind=Kind(int(table.kind[row])).name.lower(),
        way=Way(int(table.way[row]) if way is None else way).name.lower(),
        state=State(int(table.state[row])).name.lower(),
        call=Call(int(table.call[row])).name.lower(),
        duration=None if lasted < 0 else lasted,
        actor=draft.actor,
        thread=draft.thread,
        moment=_moment(table, row, draft),
        words=draft.words,
        attachments=draft.attachments,
        warnings=tuple(Warn(int(table.warnings[row])).names()),
        citation=Citation(original, member, start, end),
        source=reading["source"],
        more=draft.more,
    )


def _moment(table: EventTable, row: int, draft: Draft) -> Moment:
    early, late = int(table.earliest[row]), int(table.latest[row])
    known = draft.earliest == early
    nothing = early == NO_TIME
    return Moment(
        None if nothing else early,
        None if nothing else late,
        draft.as_written,
        draft.zone,
        draft.assumed,
        draft.readings if known else (),
    )


def event_json(event: Event) -> dict[str, Any]:
    """Return an event in the stable form of `rainbook read FILE --json` (docs/read-json.md)."""
    return {
        "id": event.id,
        "kind": event.kind,
        "way": event.way,
        "actor": event.actor.raw if event.actor else None,
        "when": _moment_json(event.moment),
        "words": event.words,
        "attachments": [
            {
                "name": a.name,
                "path": a.path,
                "size": a.size,
                "sha256": a.sha256,
                "media_type": a.media_type,
            }
            for a in event.attachments
        ],
        "state": event.state,
        "call": None if event.call == "not_a_call" else event.call,
        "duration": event.duration,
        "warnings": list(event.warnings),
        "thread": event.thread,
        "source": event.source,
        "more": dict(event.more),
        "citation": {
            "original": event.citation.original,
            "path": event.citation.path,
            "start": event.citation.start,
            "end": event.citation.end,
        },
    }


def _moment_json(moment: Moment) -> dict[str, Any]:
    zone = moment.zone
    shown = [None if m is None else iso(m, zone) for m in (moment.earliest, moment.latest)]
    return {
        "as_written": moment.as_written,
        "earliest": shown[0],
        "latest": shown[1],
        "zone": zone,
        "assumed": list(moment.assumed),
        "readings": [[iso(a, zone), iso(b, zone)] for a, b in moment.readings],
    }


def problem_json(problem: Problem) -> dict[str, Any]:
    """Return a Problem in the stable form."""
    return {
        "code": problem.code,
        "sentence": problem.sentence,
        "original": problem.original,
        "path": problem.path,
        "start": problem.start,
        "end": problem.end,
        "unknown": problem.unknown,
    }

"""Turns chosen rows into lines of the chronology, all in plain words.

The one thing a reader would get wrong: `counted` and `why_not` come from the case and are only
repeated here; a line that does not count is still given, with the reason beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rainbook.handover import times
from rainbook.handover.interface import Entry, Progress
from rainbook.handover.paper import plain_words
from rainbook.handover.selection import Selection
from rainbook.record import CaseFile, Event, Kind, ToldToStop, Way

NOT_THEIRS = "not by the person named"
CONTESTED = {"may_belong_to_message_before"}
NOT_OUT = ("failed", "not_yet_sent")
NOT_GIVEN = "another person in this group"
REMOVED = "no longer in a later export of the same chat"
WITHHELD = "[words of another person in this group: not given]"


@dataclass(frozen=True, slots=True)
class Reading:
    """What every line is worked out from. `usual`: see `channels`; `gone`: rows that a later export
    no longer holds.
    """

    case: CaseFile
    chosen: Selection
    usual: Mapping[int, str]
    gone: frozenset[int]


def channels(case: CaseFile) -> dict[int, str]:
    """Return the channel of each row of nobody: key is the index of the original, value a plain
    name.

    A record without an account (one the complainant sent, a note by the app) stands under its
    file's usual platform.
    """
    table, found = case.table, {}
    for original in range(len(table.originals)):
        actors = table.actor[(table.original == original) & (table.actor >= 0)]
        counts = Counter(table.accounts[a].platform for a in actors.tolist())
        if counts:
            found[original] = plain_words.channel_name(min(counts, key=lambda p: (-counts[p], p)))
    return found


def channel_of(case: CaseFile, row: int, usual: Mapping[int, str], kind: str) -> str:
    """Return the plain name of the service a row came by; a phone's calls and texts stand apart."""
    name = _service(case, row, usual)
    if name != plain_words.PLATFORMS["phone"]:
        return name
    return "Phone call" if kind in ("call", "voicemail") else "Text message"


def _service(case: CaseFile, row: int, usual: Mapping[int, str]) -> str:
    table = case.table
    actor, original = int(table.actor[row]), int(table.original[row])
    if actor >= 0:
        return plain_words.channel_name(table.accounts[actor].platform)
    if original in usual:
        return usual[original]
    keys = (k for k in sorted(table.readings) if k.startswith(table.originals[original]))
    return plain_words.channel_name(
        next((table.readings[k].get("source", "") for k in keys), "") or "record"
    )


def who_of(case: CaseFile, chosen: Selection, row: int, event: Event) -> tuple[str, str]:
    """Return who (a name, or what the record says) and the account as written ("" = none)."""
    account = event.actor.raw if event.actor else ""
    if chosen.third[row]:
        return NOT_GIVEN, ""
    # a heading typed inside another message names whoever its writer pleased
    doubt = " (in doubt)" if CONTESTED & set(event.warnings) else ""
    if chosen.own[row]:
        me = next((p.name for p in case.people if p.role == "complainant"), "the complainant")
        return f"{me}{doubt}", account
    for who, note in ((case.person_of, doubt), (case.guessed_of, " (a guess)")):
        person = int(np.asarray(who)[row])
        if person >= 0:
            return f"{case.people[person].name}{note}", account
    return account or ("the app" if event.way == "system" else "not named in the record"), account


def entry_of(reading: Reading, number: int, event: Event) -> Entry:
    """Return the line for one row, without its exhibit (see `exhibits.placed`)."""
    case, chosen, row = reading.case, reading.chosen, event.row
    third, own = bool(chosen.third[row]), bool(chosen.own[row])
    who, account = who_of(case, chosen, row, event)
    way = plain_words.said(Way(int(np.asarray(case.way)[row])).name.lower(), plain_words.WAYS)
    kind = Kind(int(case.table.kind[row])).name.lower().replace("_", " ")
    counted = bool(np.asarray(case.counted)[row]) and not third
    return Entry(
        number=number,
        row=row,
        id=event.id,
        time=times.shown(event.moment, int(case.table.precision[row]), case.zone),
        as_written="" if third else event.moment.as_written,
        doubts=tuple(event.moment.assumed),
        channel=channel_of(case, row, reading.usual, kind),
        kind=kind,
        way=way,
        who=who,
        account=account,
        words=None if third else event.words,
        attachments=() if third else tuple(a.name for a in event.attachments),
        state="; ".join(
            s
            for s in (_told(case, event), _state(event, way, row in reading.gone and not third))
            if s
        ),
        warnings=tuple(plain_words.said(w, plain_words.DOUBTS) for w in event.warnings),
        counted=counted,
        why_not="" if counted else _why(case, row, third),
        ref="",
        file="",
        citation=event.citation,
        withheld=third,
        theirs=bool(chosen.theirs[row]) and not own,
        own=own,
        went_out=event.state not in NOT_OUT and kind != "draft",
    )


def _told(case: CaseFile, event: Event) -> str:
    """Say that the complainant recorded this message as the one that told the person to stop."""
    told = (d for d in case.decisions if isinstance(d.what, ToldToStop) and not d.withdrawn)
    number = next((d.number for d in told if d.what.event == event.id), 0)  # type: ignore[union-attr]
    return f"Recorded as told to stop (log number {number})" if number else ""


def _state(event: Event, way: str, gone: bool) -> str:
    call = plain_words.call_words(event.call, event.duration)
    state = plain_words.said(event.state, plain_words.STATES)
    return "; ".join(s for s in (call, state, REMOVED if gone else "") if s and s != way)


def _why(case: CaseFile, row: int, third: bool) -> str:
    if third:
        return "written by somebody else"
    return case.why_not.get(row, "") or NOT_THEIRS


def read_events(case: CaseFile, chosen: Selection, progress: Progress | None) -> list[Event]:
    """Return the chosen rows as events, in order of time. The sealed originals are read in their
    own order.
    """
    rows = chosen.rows
    in_file_order = np.lexsort((case.table.start[rows], case.table.original[rows])).tolist()
    found: dict[int, Event] = {}
    for done, place in enumerate(in_file_order, 1):
        found[place] = case.event(int(rows[place]))
        if progress and (done % 200 == 0 or done == len(rows)):
            progress("reading the records", done, len(rows))
    return [found[place] for place in range(len(rows))]


def entries_of(case: CaseFile, chosen: Selection, events: Sequence[Event]) -> list[Entry]:
    """Return all lines, numbered from 1."""
    reading = Reading(case, chosen, channels(case), frozenset(case.removed_later))
    return [entry_of(reading, number, event) for number, event in enumerate(events, 1)]

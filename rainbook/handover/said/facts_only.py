"""The values of `facts-only.pdf`: counted facts for somebody who has to act and need not read the
messages.

The one thing a reader would get wrong: what is not here is the point. No words of anybody, no name
but the two, no account, no analysis, nothing that was felt. It is not a letter and is in nobody's
name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Entry, Given
from rainbook.handover.paper.plain_words import number_of
from rainbook.handover.paper.room import Room
from rainbook.handover.said.came_after import is_time, refusals_of
from rainbook.handover.said.facts import complainant, facts_of, name_of
from rainbook.record import Decided, OrderServed, PoliceContact, ToldTo, ToldToStop

TEMPLATE = "facts_only"
ROOM = Room(0, 10, 8, 0, 0, 0, 80)
"""Ten services, eight of each list, eighty letters of a kind of order: two pages at most."""
_REFERENCE = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9/._ -]{1,29}")
_POLICE = re.compile(r"\bpolice|\bpc\b|\b101\b|\b999\b", re.IGNORECASE)
WITHHELD = "A reference is recorded in words and is not printed here."
CHECK = (
    "Counted by rainbook {version} from the records {complainant} keeps. Each contact counted here "
    "is one line marked “counted” in the chronology of those records; {lines} are in the thread, "
    "the complainant's own replies and what is not counted among them. A guess, a second copy and "
    "a record set aside are in no figure. Whoever needs to check can ask {complainant}, or the "
    "officer or solicitor who has the chronology and the originals, and count again. read-me.txt "
    "says how to see that this file was not changed."
)


def facts_data(given: Given, plain_only: bool, version: str) -> dict[str, Any]:
    """Return the values of the template. `version`: of the program."""
    room = ROOM.plain(plain_only)
    name = complainant(given)
    every = [e for e in given.entries if e.contact]
    return {
        "title": "Contacts on record: counted facts",
        "zone": room.text(given.case.zone),
        "as_of": room.text(times.recorded(given.case.as_of, given.case.zone)),
        "complainant": room.text(name),
        "other": room.text(" and ".join(name_of(given, p) for p in given.disclosure.persons)),
        "span": room.text(_span(every), 300),
        "services": _services(every, room),
        "stops": room.some([room.text(s, 200) for s in _stops(given)], room.facts, "the records"),
        "today": room.text(times.recorded(given.case.as_of[:10], "")),
        "orders": _orders(given, room),
        "references": room.some(
            [room.text(r) for r in _references(given)], room.facts, "the records"
        ),
        "check": room.text(
            CHECK.format(
                version=version,
                complainant=name[:80],
                lines=number_of(len(given.entries), "line"),
            ),
            900,
        ),
    }


def _span(every: Sequence[Entry]) -> str:
    """Return from when to when, to the day."""
    dated = [e for e in every if e.time.earliest]
    if not every:
        return "No contact is counted."
    if not dated:
        return f"{number_of(len(every), 'contact')}; none has a time that can be read."
    first, last = (_day(e) for e in (dated[0], dated[-1]))
    undated = len(every) - len(dated)
    more = f" {number_of(undated, 'contact')} without a time that can be read." if undated else ""
    when = f"on {first}" if first == last else f"from {first} to {last}"
    return f"{number_of(len(every), 'contact')} on record, {when}.{more}"


def _day(entry: Entry) -> str:
    return times.recorded(entry.time.earliest[:10], "")


def _services(every: Sequence[Entry], room: Room) -> list[dict[str, str]]:
    """Return the number of contacts by service, with the first and the last day, most first."""
    groups: dict[str, list[Entry]] = {}
    for entry in every:
        groups.setdefault(entry.channel, []).append(entry)
    order = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = [_service(name, those) for name, those in order[: room.channels]]
    rest = [e for _, those in order[room.channels :] for e in those]
    if rest:
        rows.append(_service(number_of(len(order) - room.channels, "other service"), rest))
    return [{key: room.text(cell) for key, cell in row.items()} for row in rows]


BY_HAND = "Noted by hand (diary)"
"""How a diary is called here: a stranger would take "Diary" for a service."""


def _service(name: str, those: Sequence[Entry]) -> dict[str, str]:
    dated = [e for e in those if e.time.earliest]
    return {
        "name": BY_HAND if name == "Diary" else name,
        "count": f"{len(those):,}",
        "first": _day(dated[0]) if dated else "not readable",
        "last": _day(dated[-1]) if dated else "not readable",
    }


def _stops(given: Given) -> list[str]:
    """Return when each person was asked to stop, and how many contacts surely came after it."""
    lines = []
    for one in refusals_of(given):
        if not isinstance(one.decided.what, ToldToStop):
            continue
        if not is_time(one.at):
            lines.append("Asked to stop; when is not recorded.")
            continue
        day = times.recorded(one.at[:10] if len(one.at) <= 10 else _local(given, one.at), "")
        after = number_of(len(one.surely), "contact")
        unsure = f"; of {len(one.unsure):,} more it cannot be told" if one.unsure else ""
        lines.append(f"Asked to stop on {day}; {after} surely after that{unsure}.")
    return lines


def _local(given: Given, at: str) -> str:
    """Return the calendar day of an instant in the case's zone."""
    from_zone = times.recorded(at, given.case.zone)
    return from_zone.split(",")[0]


def _orders(given: Given, room: Room) -> list[dict[str, str]]:
    """Return the orders in force on the day of the record: kind and dates."""
    today = given.case.as_of[:10]
    rows = [
        {
            "kind": d.what.kind,
            "made": _recorded(given, d.what.made),
            "served": _recorded(given, d.what.served),
            "until": _recorded(given, d.what.until) if d.what.until else "no end recorded",
        }
        for d in facts_of(given)
        if isinstance(d.what, OrderServed) and not (d.what.until and d.what.until[:10] < today)
    ]
    left = len(rows) - room.facts
    shown = [{k: room.text(v) for k, v in row.items()} for row in rows[: room.facts]]
    if left > 0:
        more = f"and {left:,} more, see the records"
        shown.append({"kind": more, "made": "", "served": "", "until": ""})
    return shown


def _recorded(given: Given, at: str) -> str:
    return times.recorded(at, given.case.zone) if at else "not recorded"


def _references(given: Given) -> list[str]:
    """Return the reference numbers recorded with the police; only what looks like a number of a
    file, because people write names beside it.
    """
    found: dict[str, None] = {}
    for decided in given.case.decisions:
        reference, at = _reference(given, decided)
        if not reference:
            continue
        day = times.recorded(at[:10], "") if is_time(at) else "a day not recorded"
        if _REFERENCE.fullmatch(reference):
            found[f"{reference}, recorded with a contact with the police of {day}"] = None
        else:
            found[WITHHELD] = None
    return list(found)


def _reference(given: Given, decided: Decided) -> tuple[str, str]:
    what = decided.what
    if decided.withdrawn:
        return "", ""
    if isinstance(what, PoliceContact):
        theirs = not what.person or what.person in given.disclosure.persons
        return (what.reference.strip(), what.at) if theirs else ("", "")
    if isinstance(what, ToldTo) and _POLICE.search(what.who):
        return what.reference.strip(), what.at
    return "", ""

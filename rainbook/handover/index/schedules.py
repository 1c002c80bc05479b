"""What the index says of the schedules: identifiers, what may soon be gone, promises, what was kept
back, and where things lie.

The one thing a reader would get wrong: it points to a file only where that file is in the bundle; a
recipe may leave parts out.
"""

from __future__ import annotations

from rainbook.handover.interface import Given
from rainbook.handover.paper.plain_words import number_of
from rainbook.handover.paper.room import Room
from rainbook.handover.schedules.contacts import contacts_of
from rainbook.handover.schedules.identifiers import schedule_of
from rainbook.handover.schedules.perishables import Item, perishables_of, usually_gone

MOST = 3
FOLDERS = (
    ("messages/", "messages: the records, with the complainant's replies"),
    ("exhibits/", "exhibits: the files themselves"),
    ("record/", "record: what the complainant recorded, and the schedules"),
    ("analysis/", "analysis: our analysis and charts, apart from the messages"),
)


def schedules(given: Given, room: Room) -> list[str]:
    """Return the sentences, what is urgent first."""
    return [*_gone(given, room), *_police(given), *_identifiers(given), *_kept_back(given)]


def where_things_lie(given: Given) -> str:
    """Return which folder holds what, for the folders this bundle has."""
    there = "; ".join(text for at, text in FOLDERS if any(p.startswith(at) for p in given.parts))
    return f"In this folder: {there}." if there else ""


def _gone(given: Given, room: Room) -> list[str]:
    where = _first(given, "record/schedules.pdf", "record/perishables.csv")
    if not where:
        return []
    items = [one for one in perishables_of(given) if not one.answer]
    running = [one for one in items if one.clock.gone_by and not usually_gone(one)]
    most = min(MOST, room.facts)
    lines = [_thing(room, one) for one in running[:most]]
    rest = len(items) - len(lines)
    if rest and lines:
        lines.append(f"and {number_of(rest, 'thing')} more to ask for, see {where}")
    elif rest:
        lines.append(
            f"{number_of(rest, 'thing')} to ask for (cameras, voicemail, networks, services); no "
            f"clock runs, or the usual periods are over; ask all the same: {where}."
        )
    return lines


def _thing(room: Room, one: Item) -> str:
    name = one.period.name if one.period else one.what
    place = f", {room.text(one.where, min(60, room.letters))}" if one.where else ""
    asked = room.text(one.asked, min(60, room.letters))
    return f"{name[:1].upper()}{name[1:]}{place}: {one.clock.text} ({asked})"


def _police(given: Given) -> list[str]:
    where = _first(given, "record/contacts-log.csv", "record/schedules.pdf")
    contacts = contacts_of(given) if where else []
    if not contacts:
        return ["Contact with the police: none recorded."] if where else []
    overdue = sum(1 for one in contacts if one.overdue)
    late = (
        f"; {number_of(overdue, 'promise')} whose day has passed, not recorded as done"
        if overdue
        else ""
    )
    return [f"{number_of(len(contacts), 'contact')} with the police{late}: {where}."]


def _identifiers(given: Given) -> list[str]:
    where = _first(given, "record/identifiers.csv", "record/schedules.pdf")
    count = len(schedule_of(given).theirs) if where else 0
    said = number_of(count, "number, handle or address", "numbers, handles and addresses")
    return [f"{said}, each with why and what would settle it: {where}."] if where else []


def _kept_back(given: Given) -> list[str]:
    if not given.kept_back:
        return []
    things = number_of(len(given.kept_back), "thing was", "things were")
    return [f"{things} kept back: see record/withheld.csv."]


def _first(given: Given, *names: str) -> str:
    """Return the first of these files that is in the bundle, without its folder; "" for none."""
    return next((n.rpartition("/")[2] for n in names if n in given.parts), "")

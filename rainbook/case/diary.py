"""Writes what somebody typed into the app as an entry of their diary: an original made by them, on
this computer, and sealed like every other.

The one thing a reader would get wrong: nothing typed is kept anywhere but in that original; what
was said about it (who, how it was) are decisions like all others, and only answers become one.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from rainbook.case.added import Added
from rainbook.case.book import Book
from rainbook.case.checked import NotInBook
from rainbook.case.diary_entry import (
    LARGEST_PHOTO,
    Entry,
    EntryNotKept,
    PhotoNotKnown,
    as_read,
    file_of,
    is_empty,
    now_or,
    picture_ending,
)
from rainbook.case.times import shown_span
from rainbook.events.containers import open_original
from rainbook.events.sources.interface import Asked
from rainbook.moment import instant, iso
from rainbook.record import (
    UNSAID,
    DateOrder,
    Decided,
    Decision,
    Event,
    EventBy,
    Impact,
    NotRelevant,
    Original,
    RainbookError,
    UnknownDecision,
    WitnessOf,
    decision_from,
    decision_to,
)

__all__ = [
    "LARGEST_PHOTO",
    "WRITTEN_HERE",
    "Entry",
    "EntryNotKept",
    "NothingWritten",
    "PhotoNotKnown",
    "Understood",
    "Written",
    "entry_of",
    "is_empty",
    "photo_of",
    "picture_ending",
    "set_aside",
    "understood",
    "write_again",
    "write_entry",
    "written_here",
]
WRITTEN_HERE = "written in the app"
ORDERS = ("day first", "month first", "year first")
_NOT_YET = "none"  # stands for the reference of an entry that is not sealed yet
_NAME = re.compile(r"notes-([0-9-]{10})-([0-9]{1,9})\.(?:csv|zip)")


class NothingWritten(RainbookError):
    """Nothing was typed that could be kept."""


@dataclass(frozen=True, slots=True)
class Understood:
    """How a written time is read. `shown`: in words, "" where no day could be read. `assumed`:
    sentences. `ways`: (order of the numbers, the day in words) where it can be read two ways.
    """

    shown: str = ""
    assumed: tuple[str, ...] = ()
    ways: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing an entry: the file, the reference of the event, the decisions made."""

    added: Added
    event: str
    decisions: tuple[int, ...]


def understood(book: Book, entry: Entry) -> Understood:
    """Return how the day and time of an entry will be read, by the very reader that reads it."""
    one = _read(book, entry)
    if one is None or one.moment.earliest is None:
        return Understood("", () if one is None else one.moment.assumed)
    zone = book.settings()["zone"]
    ways: dict[str, str] = {}
    if len(one.moment.readings) > 1 and not entry.date_order:
        for order in ORDERS:
            other = _read(book, replace(entry, date_order=order))
            if other is not None and len(other.moment.readings) == 0 and other.moment.latest:
                shown = shown_span(other.moment.earliest, other.moment.latest, zone)
                if shown not in ways.values():
                    ways[order] = shown
    shown = shown_span(one.moment.earliest, one.moment.latest, zone)
    return Understood(
        shown, one.moment.assumed, tuple(ways.items()) if len(ways) > 1 else ()
    )


def write_entry(book: Book, entry: Entry, now: datetime | None = None) -> Written:
    """Seal the entry as an original made by the person, read it, and log what they said of it.

    Raises NothingWritten, PhotoNotKnown, EntryNotKept, what `Book.add_stream` and `Book.decide`
    raise; what is wrong with what was said is found before anything is sealed.
    """
    if is_empty(entry):
        raise NothingWritten("Nothing was typed yet, so nothing was kept.")
    at, zone = now_or(now), book.settings()["zone"]
    made = file_of(entry, at, _asked(book, entry))
    _hold_against(book, entry)
    name = _free_name(book.originals(), iso(instant(at.isoformat()), zone)[:10])
    ending = ".zip" if entry.photo else ".csv"
    added = book.add_stream(
        io.BytesIO(made), name + ending, len(made), how=WRITTEN_HERE, own="yes"
    )
    sha256 = added.original.sha256
    if added.again:  # sent twice: it is the same entry
        return Written(added, _event_in(book, sha256), ())
    numbers = []
    if entry.date_order:
        numbers.append(book.decide(DateOrder(sha256, entry.date_order)))
    event = _event_in(book, sha256)
    numbers += [book.decide(what, entry.note) for what in _said(entry, event)]
    return Written(added, event, tuple(numbers))


def write_again(book: Book, before: str, entry: Entry, why: str) -> Written:
    """Write an entry anew and set the one before aside with the reason; both stay.

    `before`: the reference of the event. Raises as `write_entry` and `Book.decide` do.
    """
    book.check(NotRelevant(before))
    made = write_entry(book, entry)
    if made.event == before:
        return made
    number = book.decide(NotRelevant(before), why)
    return replace(made, decisions=(*made.decisions, number))


def written_here(book: Book) -> list[Event]:
    """Return the entries that were written in the app, the latest written first."""
    held = {o.sha256: number for number, o in enumerate(book.originals()) if _is_ours(o)}
    table = book.table()
    place = {n: held[sha] for n, sha in enumerate(table.originals) if sha in held}
    rows = np.flatnonzero(np.isin(table.original, list(place))).tolist()
    rows.sort(key=lambda row: -place[int(table.original[row])])
    return [book.event(table, row) for row in rows]


def set_aside(decisions: Sequence[Decided]) -> dict[str, Decided]:
    """Return the decision that set an event aside, by the event's reference."""
    return {
        d.what.event: d for d in decisions if isinstance(d.what, NotRelevant) and not d.withdrawn
    }


def entry_of(book: Book, event: Event) -> Entry:
    """Return what was typed of an entry, and what was said of it, to begin it anew."""
    more = {k: str(v) for k, v in event.more.items()}
    said = [d.what for d in book.decisions() if not d.withdrawn]
    by = next((w for w in said if isinstance(w, EventBy) and w.event == event.id), None)
    felt = next((w for w in said if isinstance(w, Impact) and w.event == event.id), None)
    return Entry(
        day=event.moment.as_written,  # the day and the time, side by side
        place=more.get("place", ""),
        words=event.words or "",
        who=event.actor.raw if event.actor else "",
        witnesses=more.get("witnesses", ""),
        felt=more.get("impact", ""),
        changed=more.get("What I changed", ""),
        person=by.person if by else "",
        basis=by.basis if by else "",
        note=by.note if by else "",
        alarm=felt.alarm if felt else UNSAID,
        distress=felt.distress if felt else UNSAID,
        fear_of_violence=felt.fear_of_violence if felt else UNSAID,
        photo=photo_of(book, event),
        photo_name=more.get("The photo was called", ""),
    )


def photo_of(book: Book, event: Event) -> bytes:
    """Return the photo of an entry as it was received, b"" where there is none."""
    paths = {a.path for a in event.attachments if a.path and (a.size or 0) <= LARGEST_PHOTO}
    if not paths:
        return b""
    with book.open(event.citation.original) as sealed:
        held = open_original(sealed, event.citation.original, "notes.zip").materials
        return next((m.read_at(0, m.size) for m in held if m.path in paths), b"")


def _is_ours(original: Original) -> bool:
    return original.how == WRITTEN_HERE


def _asked(book: Book, entry: Entry) -> Asked:
    settings = book.settings()
    return Asked(settings["zone"], region=settings["region"], date_order=entry.date_order)


def _read(book: Book, entry: Entry) -> Event | None:
    """Return the event an entry will be; the photo changes nothing about its time."""
    bare = replace(entry, photo=b"")
    asked = _asked(book, entry)
    return as_read(file_of(bare, now_or(None), asked), asked)


def _said(entry: Entry, event: str) -> list[Decision]:
    """Return what was said of the entry beside its words; what was not answered is not there."""
    said: list[Decision] = []
    if entry.person and entry.basis:
        said.append(EventBy(event, entry.person, entry.basis, entry.note))
    answers = (entry.alarm, entry.distress, entry.fear_of_violence)
    if set(answers) != {UNSAID}:
        said.append(
            Impact(event, "", *answers, person=entry.person if entry.basis else "")
        )
    if entry.witnesses.strip():
        said.append(WitnessOf(event, entry.witnesses))
    return said


def _hold_against(book: Book, entry: Entry) -> None:
    """Raise NotInBook or UnknownDecision where what was said of the entry cannot be logged."""
    for what in _said(entry, _NOT_YET):
        decision_from(decision_to(what))
    if entry.person and entry.person not in {p.key for p in book.people()}:
        raise NotInBook("The person chosen is not named in the book. Name them first.")
    if entry.date_order and entry.date_order not in ORDERS:
        raise UnknownDecision(f"{entry.date_order!r} is no order of the numbers of a day.")


def _free_name(originals: Sequence[Original], day: str) -> str:
    """Return a name without its ending that no entry of that day has yet."""
    found = (_NAME.fullmatch(o.name) for o in originals if _is_ours(o))
    last = max((int(f[2]) for f in found if f and f[1] == day), default=0)
    return f"notes-{day}-{last + 1}"


def _event_in(book: Book, sha256: str) -> str:
    """Return the reference of the first event of an original."""
    table = book.table()
    rows = np.flatnonzero(table.original == list(table.originals).index(sha256))
    return table.id_of(int(rows[0]))

"""The fields of the form, between what was typed, what is kept for later, and an entry.

The one thing a reader would get wrong: what was typed is kept as it is. A choice that was not made
stays unmade; "I do not know" is a choice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rainbook.case.diary import Entry
from rainbook.record import ANSWERS, BASES, UNSAID, Person
from rainbook.web.interface import Asked, Form

TYPED = ("words", "day", "time", "place", "who", "witnesses", "felt", "changed", "note")
FELT = ("alarm", "distress", "fear_of_violence")
CHOSEN = ("forgot", "person", "basis", *FELT, "again", "why")
OTHER, UNKNOWN = "other", "unknown"
SUGGESTED = ("morning", "afternoon", "evening", "night")
_ID = re.compile("[0-9a-f]{16}")


def is_id(text: str) -> bool:
    """Return whether a text can be the id of a note, or of an entry."""
    return _ID.fullmatch(text) is not None


def fields_of(asked: Asked, form: Form) -> dict[str, str]:
    """Return what a form holds, as it is kept for later; a choice that is none is left out."""
    kept = {name: form.exact(name) for name in TYPED}
    kept["forgot"] = "yes" if form.one("forgot") else ""
    known = {p.key for p in others(asked)}
    who = form.one("person")
    kept["person"] = who if who in known or who in (OTHER, UNKNOWN) else ""
    kept["basis"] = form.one("basis") if form.one("basis") in BASES else ""
    for name in FELT:
        kept[name] = form.one(name) if form.one(name) in ANSWERS else ""
    kept["again"] = form.one("again") if is_id(form.one("again")) else ""
    return {name: value for name, value in kept.items() if value}


def others(asked: Asked) -> list[Person]:
    """Return everybody who was named and is not the owner of the book."""
    return [p for p in asked.book.people() if p.role != "complainant"]


def is_bare(kept: Mapping[str, str]) -> bool:
    """Return whether nothing was typed; choices alone are nothing to keep."""
    return not any(kept.get(name, "").strip() for name in TYPED)


def entry_from(
    asked: Asked, kept: Mapping[str, str], photo: bytes, photo_name: str, order: str = ""
) -> Entry:
    """Return the entry that was typed. `order`: how the numbers of its day are meant."""
    names = {p.key: p.name for p in others(asked)}
    person = kept.get("person", "")
    typed = kept.get("who", "") if person in ("", OTHER) else ""
    return Entry(
        day=kept.get("day", ""),
        time=kept.get("time", ""),
        place=kept.get("place", ""),
        words=kept.get("words", ""),
        who=names.get(person, typed),
        witnesses=kept.get("witnesses", ""),
        felt=kept.get("felt", ""),
        changed=kept.get("changed", ""),
        person=person if person in names and kept.get("basis") else "",
        basis=kept.get("basis", "") if person in names else "",
        note=kept.get("note", ""),
        alarm=kept.get("alarm", UNSAID),
        distress=kept.get("distress", UNSAID),
        fear_of_violence=kept.get("fear_of_violence", UNSAID),
        date_order=order,
        photo=photo,
        photo_name=photo_name,
    )


def fields_from(entry: Entry, again: str, people: list[Person]) -> dict[str, str]:
    """Return the fields that begin an entry anew."""
    key = entry.person or next((p.key for p in people if p.name == entry.who), "")
    kept = {
        "words": entry.words, "day": entry.day, "time": entry.time, "place": entry.place,
        "who": "" if key else entry.who, "witnesses": entry.witnesses, "felt": entry.felt,
        "changed": entry.changed, "note": entry.note, "basis": entry.basis, "again": again,
        "person": key or (OTHER if entry.who else ""),
        **{name: getattr(entry, name) for name in FELT if getattr(entry, name) != UNSAID},
    }  # fmt: skip
    return {name: value for name, value in kept.items() if value}

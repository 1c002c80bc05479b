"""Holds what somebody says against the book before it is written down for ever.

The one thing a reader would get wrong: a decision is never changed afterwards, so a slip of the pen
(a person nobody named, an entry that is not there, a day that is none) is refused here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from rainbook.case.times import said_time, zone_is_known
from rainbook.findings.interface import load_law
from rainbook.record import (
    Decision,
    EncodingIs,
    EventTable,
    Original,
    PersonNamed,
    RainbookError,
    Setting,
    ToldToStop,
    ZoneOf,
    rows_named,
)

TIMES = ("at", "made", "served", "until")
ORDERS = ("day first", "month first", "year first")
ENCODINGS = ("cp1252", "utf-8")
_WORD = re.compile(r"[a-z0-9][a-z0-9_-]{0,30}")
_CHOICES = {"ref_style": ("slash", "plain")}


class NotInBook(RainbookError):
    """What was said is about a person, an entry or a file the book does not hold."""


class NotUnderstood(RainbookError):
    """A value cannot be what it is given for; the sentence says what is wanted."""


def checked(
    what: Decision,
    people: Mapping[str, str],
    table: EventTable,
    originals: Sequence[Original],
    settings: Mapping[str, str],
) -> Decision:
    """Return the decision with its times written out in full.

    Raises NotInBook, NotUnderstood and TimeNotUnderstood.
    """
    _person(what, people)
    event, original = getattr(what, "event", ""), getattr(what, "original", "")
    if event and not rows_named(table, (event,)):
        raise NotInBook(
            f"The book holds no entry {event!r}. To see the entries with their references: "
            "rainbook look --events PERSON"
        )
    if original and original not in {o.sha256 for o in originals}:
        listed = ", ".join(o.name for o in originals) or "none yet"
        raise NotInBook(f"The book holds no file {original!r}. It holds {listed}.")
    _value(what, settings)
    given = {f.name: getattr(what, f.name) for f in fields(what)}
    zone = settings["zone"]
    times = {n: said_time(given[n], zone) for n in TIMES if given.get(n)}
    return replace(what, **times) if times else what  # type: ignore[arg-type]


def _person(what: Decision, people: Mapping[str, str]) -> None:
    person = getattr(what, "person", "")
    if isinstance(what, PersonNamed):
        if not _WORD.fullmatch(person):
            raise NotUnderstood(
                f"{person!r} cannot be the short word for a person. Use small letters and digits, "
                "such as alex or neighbour-2."
            )
        if not what.name.strip():
            raise NotUnderstood("The name is empty. Write the name as it should stand on paper.")
    elif person and person not in people:
        known = ", ".join(people) or "nobody yet"
        raise NotInBook(
            f"The book knows no person {person!r}. It knows: {known}. Name them first, for "
            'example: rainbook people name alex "Alex Reed" them'
        )


def _value(what: Decision, settings: Mapping[str, str]) -> None:
    if isinstance(what, ToldToStop) and not (what.event or what.at or what.how):
        raise NotUnderstood(
            "Say which message it was (event=REFERENCE), or when (at=2024-03-24; a day is enough)."
        )
    if isinstance(what, EncodingIs) and what.encoding not in ENCODINGS:
        raise NotUnderstood(f"{what.encoding!r} is not one of: {', '.join(ENCODINGS)}.")
    if isinstance(what, ZoneOf):
        _zone(what.zone)
    if not isinstance(what, Setting):
        return
    if what.name not in settings:
        raise NotUnderstood(f"{what.name!r} is not a setting. There is: {', '.join(settings)}.")
    if what.name == "zone":
        _zone(what.value)
    if what.name == "law":
        load_law(what.value)
    wanted = _CHOICES.get(what.name, (what.value,))
    if what.value not in wanted:
        raise NotUnderstood(f"{what.value!r} is not one of: {', '.join(wanted)}.")
    if what.name == "region" and not re.fullmatch("[A-Z]{2}", what.value):
        raise NotUnderstood(f"{what.value!r} is not a country code of two capitals, such as GB.")
    if what.name == "session_gap_minutes" and not re.fullmatch(r"[1-9]\d{0,4}", what.value):
        raise NotUnderstood(f"{what.value!r} is not a number of minutes, such as 60.")
    if what.name == "initials" and not re.fullmatch(r"[A-Za-z. ]{0,10}", what.value):
        raise NotUnderstood(f"{what.value!r} are not initials. Write one to five letters: AB.")


def _zone(name: str) -> None:
    if not zone_is_known(name):
        raise NotUnderstood(
            f"{name!r} is not a time zone name. Use one like Europe/London or America/New_York."
        )

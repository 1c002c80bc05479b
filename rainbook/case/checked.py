"""Holds what somebody says against the book before it is written down for ever.

The one thing a reader would get wrong: a decision is never changed afterwards, so a slip of the pen
(a person nobody named, an entry that is not there, a day that is none) is refused here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from typing import Any

from rainbook.case.times import said_stretch, said_time, zone_is_known
from rainbook.findings.interface import load_law
from rainbook.findings.said_times import when_of
from rainbook.handover.gate.sought import cannot_look_for
from rainbook.record import (
    DECISIONS,
    TARGETS,
    UNSAID,
    ActTag,
    AimedAt,
    Blocked,
    Decided,
    Decision,
    EncodingIs,
    EventTable,
    Impact,
    KeepBack,
    OrderAllows,
    OrderServed,
    Original,
    PersonNamed,
    RainbookError,
    Setting,
    ToldToStop,
    Warned,
    ZoneOf,
    rows_named,
)

STRETCHES = ("at", "start", "end", "until")
"""Fields that also take a month or a year."""
TIMES = (*STRETCHES, "made", "served", "asked_at", "promised_by")
ORDERS = ("day first", "month first", "year first")
ENCODINGS = ("cp1252", "utf-8")
REFUSALS = (ToldToStop, Blocked, Warned, OrderServed)
_WORD = re.compile(r"[a-z0-9][a-z0-9_-]{0,30}")
_HOURS = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]-(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)")
_PERIOD = re.compile("(?:[1-9][0-9]{0,4}(?:-[1-9][0-9]{0,4})?)?")
_CHOICES = {"ref_style": ("slash", "plain"), "threat_words": ("off", "on")}
_NUMBERS = {
    "session_gap_minutes": ("minutes", "60"),
    "near_days": ("days", "92"),
    "many_people": ("people", "5"),
}
_FILLED = {
    "knew": ("words", "what they knew, and why they should not have"),
    "theme": ("theme", "in a word of yours what it was about"),
    "connects": ("words", "what connects the two"),
    "witness": ("who", "who or what else can show it"),
    "told": ("who", "who was told"),
    "clause": ("words", "the clause, word for word"),
    "order-allows": ("words", "what the order allows, word for word"),
    "not-asked": ("question", "which question was passed over"),
}
"""Where one field is the point of the decision: it may not be empty."""


class NotInBook(RainbookError):
    """What was said is about a person, an entry, a file or an order the book does not hold."""


class NotUnderstood(RainbookError):
    """A value cannot be what it is given for; the sentence says what is wanted."""


def checked(
    what: Decision,
    people: Mapping[str, str],
    table: EventTable,
    originals: Sequence[Original],
    settings: Mapping[str, str],
    decisions: Sequence[Decided] = (),
) -> Decision:
    """Return the decision with its times written out in full. `decisions`: what was said before.

    Raises NotInBook, NotUnderstood, TimeNotUnderstood and LawNotUsable.
    """
    _whole(what)
    _person(what, people)
    _entries(what, table)
    original = getattr(what, "original", "")
    if original and original not in {o.sha256 for o in originals}:
        listed = ", ".join(o.name for o in originals) or "none yet"
        raise NotInBook(f"The book holds no file {original!r}. It holds {listed}.")
    _numbers(what, decisions)
    _value(what, settings)
    _told(what, people, settings)
    _keep_back(what, settings)
    return _timed(what, settings["zone"])


def tags_of(law: str) -> tuple[tuple[str, str], ...]:
    """Return the id and the words of each example of the law's own list. Raises LawNotUsable."""
    return tuple((tag.id, tag.words) for tag in load_law(law).tags)


def _whole(what: Decision) -> None:
    """Raise NotUnderstood where it is not said whom or which entry it is about."""
    named = isinstance(what, PersonNamed)  # an empty short word has a sentence of its own
    for spec in fields(what):
        wanted = {"event": "entry", "other": "other entry", "person": "person"}.get(spec.name)
        if wanted and spec.default is MISSING and not named and not getattr(what, spec.name):
            raise NotUnderstood(f"{spec.name} is empty. Say which {wanted} it is about.")


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


def _entries(what: Decision, table: EventTable) -> None:
    named = [getattr(what, part, "") for part in ("event", "other")]
    for event in named:
        if event and not rows_named(table, (event,)):
            raise NotInBook(
                f"The book holds no entry {event!r}. To see the entries with their references: "
                "rainbook look --events PERSON"
            )
    if hasattr(what, "other") and named[0] == named[1]:
        raise NotUnderstood("The two entries are the same one. Name two: event=… other=…")


def _numbers(what: Decision, decisions: Sequence[Decided]) -> None:
    """Raise NotInBook where an order or a refusal is named by a number that is none."""
    standing = [d for d in decisions if not d.withdrawn]
    order, refusal = getattr(what, "order", None), getattr(what, "refusal", None)
    if isinstance(order, int):
        orders = {d.number: d.what.kind for d in standing if isinstance(d.what, OrderServed)}
        _one_of_those("order", order, orders, 'order-served person=alex kind="…" served=2024-06-01')
    if isinstance(refusal, int):
        names = {kind: name for name, kind in DECISIONS.items()}
        said = {d.number: names[type(d.what)] for d in standing if isinstance(d.what, REFUSALS)}
        _one_of_those("refusal", refusal, said, "told-to-stop person=alex at=2024-03-24")


def _one_of_those(name: str, number: int, known: Mapping[int, str], example: str) -> None:
    if number in known:
        return
    listed = ", ".join(f"{n} ({called})" for n, called in known.items())
    if listed:
        raise NotInBook(f"Number {number} in the list is no {name}. There is: {listed}.")
    raise NotInBook(
        f"Number {number} in the list is no {name}; none is recorded. Record it first, for "
        f"example: rainbook decide {example}"
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
    if isinstance(what, Setting):
        _setting(what, settings)


def _setting(what: Setting, settings: Mapping[str, str]) -> None:
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
    if what.name.startswith("period_") and not _PERIOD.fullmatch(what.value):
        raise NotUnderstood(f"{what.value!r} is not a number of days, such as 30 or 7-30.")
    if what.name in _NUMBERS and not re.fullmatch("[1-9][0-9]{0,4}", what.value):
        of, example = _NUMBERS[what.name]
        raise NotUnderstood(f"{what.value!r} is not a number of {of}, such as {example}.")
    if what.name == "initials" and not re.fullmatch(r"[A-Za-z. ]{0,10}", what.value):
        raise NotUnderstood(f"{what.value!r} are not initials. Write one to five letters: AB.")


def _keep_back(what: Decision, settings: Mapping[str, str]) -> None:
    """Raise NotUnderstood where something cannot be looked for; what it is is not repeated."""
    if isinstance(what, KeepBack) and (why := cannot_look_for(what, settings["region"])):
        raise NotUnderstood(f"This cannot be looked for. {why}")


def _told(what: Decision, people: Collection[str], settings: Mapping[str, str]) -> None:
    """Raise NotUnderstood where an answer about an act, a person or an order cannot be one."""
    for name, (part, wanted) in _FILLED.items():
        if isinstance(what, DECISIONS[name]) and not getattr(what, part).strip():
            raise NotUnderstood(f"{part} is empty. Say {wanted}.")
    if isinstance(what, AimedAt) and what.at not in (*TARGETS, *people):
        raise NotUnderstood(
            f"{what.at!r} is nobody it can be aimed at. It is one of: {', '.join(TARGETS)}; or "
            f"the short word of a person: {', '.join(people) or 'nobody is named yet'}."
        )
    if isinstance(what, ActTag):
        tags = tags_of(settings["law"])
        if what.tag not in dict(tags):
            listed = "; ".join(f"{tag} ({words})" for tag, words in tags)
            raise NotUnderstood(f"{what.tag!r} is not in the list of the law. There is: {listed}.")
    if isinstance(what, OrderAllows) and what.hours and not _HOURS.fullmatch(what.hours):
        raise NotUnderstood(f"{what.hours!r} are not hours of the day. Write 09:00-17:00.")
    answers = (what.alarm, what.distress, what.fear_of_violence) if isinstance(what, Impact) else ()
    if isinstance(what, Impact) and set(answers) == {UNSAID} and not what.words.strip():
        raise NotUnderstood(
            "Say at least one of alarm=, distress=, fear_of_violence= (yes, no, do not know), or "
            "words=."
        )


def _timed(what: Decision, zone: str) -> Decision:
    if isinstance(what, AimedAt):  # its "at" is whom it was aimed at
        return what
    given = {f.name: getattr(what, f.name) for f in fields(what) if f.name in TIMES}
    times: dict[str, Any] = {
        name: (said_stretch if name in STRETCHES else said_time)(value, zone)
        for name, value in given.items()
        if value
    }
    for first, last in (("start", "end"), ("made", "until")):
        if first in times and last in times and _after(times[first], times[last], zone):
            raise NotUnderstood(
                f"{last} ({given[last]}) lies before {first} ({given[first]}). Check the two."
            )
    return replace(what, **times) if times else what


def _after(first: str, last: str, zone: str) -> bool:
    one, two = when_of(first, zone), when_of(last, zone)
    return one is not None and two is not None and one[0] > two[1]


def _zone(name: str) -> None:
    if not zone_is_known(name):
        raise NotUnderstood(
            f"{name!r} is not a time zone name. Use one like Europe/London or America/New_York."
        )

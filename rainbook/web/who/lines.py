"""Says each kind of decision in a plain sentence.

The one thing a reader would get wrong: the sentence repeats what somebody said, with names in place
of short words. It says nothing about whether it is so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from rainbook.case import Book, shown_span, shown_time
from rainbook.record import (
    DECISIONS,
    NO_TIME,
    UNSAID,
    Decided,
    Withdrawn,
    rows_named,
)
from rainbook.web.interface import Asked
from rainbook.web.who.naming import account_words, basis_words, plain, role_words

_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{5,15}[+-][0-9:]{5})?")
KINDS: Mapping[type[Any], str] = {kind: name for name, kind in DECISIONS.items()}
ENTRIES = ("event", "other")
_HIDDEN: Mapping[str, tuple[str, ...]] = {"keep-back": ("words", "note"), "person": ("person",)}
"""Which fields are not listed: a secret, and a word only the program needs."""
IN_SENTENCE: Mapping[str, tuple[str, ...]] = {
    "person": ("name", "role"),
    "account": ("account", "person"),
    "by-person": ("event", "person"),
    "told-to-stop": ("person", "event", "at"),
    "blocked": ("person", "at"),
    "warned": ("person", "at", "by"),
    "order-served": ("person", "kind"),
    "not-relevant": ("event",),
    "asks": ("person",),
    "date-order": ("original", "order"),
    "zone": ("original", "zone"),
    "encoding": ("original", "encoding"),
    "setting": ("name", "value"),
    "withdrawn": ("number",),
    "relationship": ("person", "bond"),
    "started-by": ("event", "who"),
    "did-back": ("event", "what"),
    "purpose": ("person", "purpose"),
    "aimed-at": ("event", "at"),
    "acted-for": ("event", "person"),
    "sort": ("event", "sort"),
    "tag": ("event", "tag"),
    "together": ("person", "how"),
    "gap-reason": ("person", "reason"),
    "history": ("person", "past"),
    "impact": (),
    "changed": ("area",),
    "witness": ("event", "who"),
    "told": ("who",),
    "knew": ("event",),
    "theme": ("event", "theme"),
    "connects": ("event", "other"),
    "came-after": ("event", "refusal"),
    "never-arrived": ("event",),
    "explained": ("person", "answer"),
    "single-threat": ("event", "of"),
    "clause": ("order", "clause"),
    "order-allows": ("order",),
    "allowed": ("event", "order", "answer"),
    "not-asked": (),
    "answered": ("answer",),
    "keep-back": ("kind",),
    "police-contact": ("at", "how"),
    "perishable": ("what",),
    "produced-by": ("original", "name"),
}
"""The fields that stand in the sentence of each kind; the others are listed below it."""


@dataclass(frozen=True)
class Line:
    """One decision as a page shows it. `more`: (label, value as said) for what the sentence leaves
    out. `back_at`: when it was taken back, "" while it stands. `can_undo`: a button may be shown.
    `entries`: the references of the entries it is about.
    """

    number: int
    at: str
    why: str
    sentence: str
    more: tuple[tuple[str, str], ...]
    withdrawn: bool
    back_at: str
    can_undo: bool
    can_repeat: bool
    entries: tuple[str, ...] = ()


@dataclass(frozen=True)
class Around:
    """What sentences need to know of the book: names by short word, files, entries and their times.
    """

    people: Mapping[str, str]
    files: Mapping[str, str]
    entries: Mapping[str, str]
    zone: str = "UTC"


def around(book: Book, wanted: list[Decided]) -> Around:
    """Return what the sentences of these decisions need."""
    zone, table = book.settings()["zone"], book.table()
    named = {getattr(d.what, part, "") for d in wanted for part in ENTRIES}
    rows = rows_named(table, {n for n in named if isinstance(n, str) and n})
    entries = {}
    for event, row in rows.items():
        first, last = int(table.earliest[row]), int(table.latest[row])
        entries[event] = "" if first == NO_TIME else shown_span(first, last, zone)
    return Around(
        {p.key: p.name for p in book.people()}, {o.sha256: o.name for o in book.originals()},
        entries,
        zone,
    )


def line_of(
    asked: Asked, one: Decided, about: Around, backs: Mapping[int, str], shown_at: str
) -> Line:
    """Return one decision as a page shows it. `backs`: when each was taken back, in words."""
    kind = KINDS[type(one.what)]
    values = {
        spec.name: value_words(asked, kind, spec.name, getattr(one.what, spec.name), about)
        for spec in fields(one.what)
    }
    used = IN_SENTENCE[kind]
    hidden = _HIDDEN.get(kind, ())
    more = tuple(
        (asked.t(f"decisions-field-{field_key(kind, name, asked)}"), value)
        for name, value in values.items()
        if name not in used and name not in hidden and value
    )
    return Line(
        one.number, shown_at, one.why,
        asked.t(f"decisions-line-{kind}", **{name: values[name] for name in used}),
        more, one.withdrawn, backs.get(one.number, ""),
        not one.withdrawn and not isinstance(one.what, Withdrawn),
        one.withdrawn and not isinstance(one.what, Withdrawn),
        tuple(e for part in ENTRIES if (e := getattr(one.what, part, "")) in about.entries),
    )


def field_key(kind: str, name: str, asked: Asked) -> str:
    """Return the name of the text for a field: its own for this kind, or the one for all."""
    own = f"{kind}-{name.replace('_', '-')}"
    return own if asked.words.has(f"decisions-field-{own}") else name.replace("_", "-")


def value_words(asked: Asked, kind: str, name: str, value: Any, about: Around) -> str:
    """Return one value in plain words, safe inside a sentence; "" where nothing was said."""
    if isinstance(value, tuple):
        return "; ".join(word_of(asked, part) for part in value)
    if isinstance(value, int):
        return str(value) if value else ""
    special = {
        "person": lambda: plain(about.people.get(value, value), 60),
        "account": lambda: account_words(asked, value),
        "basis": lambda: basis_words(asked, value),
        "role": lambda: role_words(asked, value),
        "event": lambda: entry_words(asked, value, about),
        "other": lambda: entry_words(asked, value, about),
        "original": lambda: plain(about.files.get(value, value[:12])),
    }
    if value == UNSAID and name != "answer":
        return ""
    if not value:
        return asked.t("decisions-nothing") if name in IN_SENTENCE[kind] else ""
    if name in special:
        return special[name]()
    if _INSTANT.fullmatch(value):
        return time_words(value, about.zone)
    if kind == "aimed-at" and name == "at" and value in about.people:
        return plain(about.people[value], 60)
    if kind == "setting" and name == "name":
        return setting_words(asked, value)
    return word_of(asked, value)


def time_words(said: str, zone: str) -> str:
    """Return a day or an instant that was said (ISO 8601) as people read it."""
    try:
        read = datetime.fromisoformat(said)
    except ValueError:
        return plain(said)
    if read.tzinfo is None:
        return f"{read.day} {read:%B %Y}"
    return shown_time(round(read.timestamp() * 1_000_000), zone)


def setting_words(asked: Asked, name: str) -> str:
    """Return what a setting is called."""
    key = f"decisions-setting-{name.replace('_', '-')}"
    return asked.t(key) if asked.words.has(key) else plain(name)


def word_of(asked: Asked, word: str) -> str:
    """Return a word of a closed list in plain words, or what was typed as it is."""
    key = f"decisions-word-{re.sub('[^a-z0-9]+', '-', word.lower())[:40].strip('-')}"
    return asked.t(key) if len(word) < 40 and asked.words.has(key) else plain(word, 2_000)


def entry_words(asked: Asked, event: str, about: Around) -> str:
    """Return what an entry is called: by its time, or as one that has none."""
    when = about.entries.get(event)
    if when is None:
        return asked.t("decisions-entry-gone")
    return asked.t("decisions-entry", when=when) if when else asked.t("decisions-entry-no-time")

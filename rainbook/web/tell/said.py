"""What was said before, made ready to be read: each answer with what it answers.

The one thing a reader would get wrong: a text here may come from the book and is handed on as it
is. The template makes it visible and safe.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

from rainbook.case import shown_day, shown_time
from rainbook.record import DO_NOT_KNOW, UNSAID, Answered, Decided
from rainbook.web.tell.kinds import DAY, WHEN, Field, Question, label_key
from rainbook.web.tell.offers import Seen, offers_for
from rainbook.web.tell.standing import One, Standing
from rainbook.web.words import Words

_NOT_SHOWN = ("person", "event", "order", "refusal")
_SECOND = 1_000_000


def label_of(question: Question, spec: Field, words: Words, ending: str = "") -> str:
    """Return the key of a label or hint: the question's own, else the one all share, else ""."""
    name = spec.name.replace("_", "-")
    places = (f"tell-{question.place}-{name}{ending}", f"tell-field-{name}{ending}")
    return next((k for k in places if words.has(k)), "")


def said_before(
    standing: Standing, one: One, words: Words, entries: Mapping[str, Seen]
) -> list[tuple[int, list[tuple[str, str]]]]:
    """Return what was said: the number of each decision, and its parts as label and text."""
    return [(d.number, _parts(standing, one, d, words, entries)) for d in one.said]


def _parts(
    standing: Standing, one: One, decided: Decided, words: Words, entries: Mapping[str, Seen]
) -> list[tuple[str, str]]:
    what: Any = decided.what
    if isinstance(what, Answered):
        key = "tell-unsure" if what.answer == DO_NOT_KNOW else "tell-answer-no"
        return [("", words.text(key))]
    found = []
    if not standing.event and (event := entries.get(getattr(what, "event", ""))):
        found.append(("", event.when))
    known = {spec.name: spec for spec in one.question.fields}
    for part in fields(what):
        value, spec = getattr(what, part.name), known.get(part.name)
        named = spec is not None and spec.choices in ("people", "others")
        if value in ("", (), 0, UNSAID) or (part.name in _NOT_SHOWN and not named):
            continue
        label = "" if spec is None else _label(one, spec, words)
        for text in value if isinstance(value, tuple) else (str(value),):
            found.append((label, _text(standing, one, spec, text, words, entries)))
    return found or [("", words.text("tell-answer-yes"))]


def _label(one: One, spec: Field, words: Words) -> str:
    """Return the label of a part; the answer itself stands under the question and needs none."""
    if spec is one.question.first and not one.question.keys:
        return ""
    key = label_of(one.question, spec, words)
    return words.text(key, **one.values) if key else ""


def _text(
    standing: Standing,
    one: One,
    spec: Field | None,
    value: str,
    words: Words,
    entries: Mapping[str, Seen],
) -> str:
    """Return a value as a person reads it: a word of a list by its label, a day as a day."""
    if value == DO_NOT_KNOW:
        return words.text("tell-unsure")
    if spec is None:
        return value
    if value in spec.of:
        return words.text(label_key(spec.labels, value), **one.values)
    if spec.widget in (WHEN, DAY):
        return shown_said(value, standing.case.zone)
    if spec.choices == "entries":
        return entries[value].when if value in entries else value
    if spec.choices in ("people", "others", "tags", "accounts"):
        offers = offers_for(standing, one, spec)
        return next((o.text for o in offers if o.value == value and o.text), value)
    return value


def shown_said(written: str, zone: str) -> str:
    """Return a year, month, day or instant of the record (ISO 8601) as people read it."""
    if re.fullmatch("[0-9]{4}-[0-9]{2}(-[0-9]{2})?", written):
        whole = written if len(written) == 10 else f"{written}-01"
        days = (date.fromisoformat(whole) - date(1970, 1, 1)).days
        said = shown_day(days * 86_400 * _SECOND, "UTC")
        return said if len(written) == 10 else said.removeprefix("1 ")
    if len(written) < 16:
        return written
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        return written
    return shown_time(int((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()) * _SECOND,
                      zone)

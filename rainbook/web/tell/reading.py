"""Reads what was typed into a form: values for a decision, or what to mend.

The one thing a reader would get wrong: words are kept exactly as they were typed. Only times, hours
and numbers are read, and a slip in one of them loses nothing of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rainbook.web.interface import Form, Slip
from rainbook.web.tell.kinds import (
    DAY,
    DAYS,
    HOURS,
    LINE,
    LIST,
    MESSAGES,
    PICK,
    TICKS,
    WHEN,
    WORDS,
    Field,
)
from rainbook.web.tell.times import NoSuchTime, time_of, typed_time

_LONGEST_LINE, _LONGEST_WORDS = 2_000, 200_000
Say = Callable[..., str]
Values = Mapping[str, tuple[str, ...]]


@dataclass
class Given:
    """What a form holds: `values` by field, without what was left blank; `slips` to mend."""

    values: dict[str, Any] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)
    ways: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read(spec: Field, form: Form, picks: Values, zone: str, say: Say, given: Given) -> None:
    """Put one field of a form into `given`. `picks`: what can be picked, by field."""
    try:
        value = _READ[spec.widget](spec, form, picks, zone)
    except NoSuchTime as wrong:
        given.slips.append(Slip(id_of(spec), say(str(wrong))))
        given.ways[spec.name] = wrong.ways
        return
    except NotTaken as wrong:
        given.slips.append(Slip(id_of(spec), say(str(wrong))))
        return
    if value not in ("", ()):
        given.values[spec.name] = value


def id_of(spec: Field) -> str:
    """Return the id of the first box of a field, where a slip leads to."""
    return {WHEN: f"{spec.name}-day", DAY: f"{spec.name}-day", LIST: f"{spec.name}-1"}.get(
        spec.widget, spec.name
    )


class NotTaken(Exception):
    """A value cannot be taken; the text is the key of the sentence to show."""


def _pick(spec: Field, form: Form, picks: Values, _: str) -> str:
    value = form.one(spec.name)
    if value and value not in picks[spec.name]:
        raise NotTaken("tell-slip-pick")
    return value


def _several(spec: Field, form: Form, picks: Values, _: str) -> tuple[str, ...]:
    values = tuple(dict.fromkeys(form.all(spec.name)))
    if not set(values) <= set(picks[spec.name]):
        raise NotTaken("tell-slip-pick")
    return values


def _text(given: str, most: int) -> str:
    """Return words exactly as typed, "" for blanks only. Raises NotTaken."""
    if "\0" in given:
        raise NotTaken("tell-slip-character")
    if len(given) > most:
        raise NotTaken("tell-slip-long")
    return given if given.strip() else ""


def _words(spec: Field, form: Form, _: Values, __: str) -> str:
    return _text(form.exact(spec.name), _LONGEST_WORDS)


def _line(spec: Field, form: Form, _: Values, __: str) -> str:
    return _text(form.exact(spec.name), _LONGEST_LINE)


def _list(spec: Field, form: Form, _: Values, __: str) -> tuple[str, ...]:
    texts = [_text(t.replace("\r\n", "\n"), _LONGEST_WORDS) for t in form.all(spec.name)]
    return tuple(t for t in texts if t)


def _time(spec: Field, form: Form, _: Values, zone: str) -> str:
    return time_of(typed_time(form, spec.name), spec.widget, zone)


def _hours(spec: Field, form: Form, _: Values, __: str) -> str:
    ends = [form.one(f"{spec.name}-{end}") for end in ("from", "to")]
    if not any(ends):
        return ""
    found = [re.fullmatch("([0-9]{1,2})[:.]([0-9]{2})", end) for end in ends]
    if any(f is None for f in found):
        raise NotTaken("tell-slip-hours")
    return "-".join(f"{f[1].zfill(2)}:{f[2]}" for f in found if f is not None)


def _days(spec: Field, form: Form, _: Values, __: str) -> int | str:
    value = form.one(spec.name)
    if value and not re.fullmatch("[1-9][0-9]{0,3}", value):
        raise NotTaken("tell-slip-days")
    return int(value) if value else ""


_READ: Mapping[str, Callable[[Field, Form, Values, str], Any]] = {
    PICK: _pick, TICKS: _several, MESSAGES: _several, WORDS: _words, LINE: _line, LIST: _list,
    WHEN: _time, DAY: _time, HOURS: _hours, DAYS: _days,
}

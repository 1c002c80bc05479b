"""Reads a law file and checks it against what each entry must hold.

The one thing a reader would get wrong: the check is the schema. An element without a source, a date
or what it cannot say is not read at all, so no page can print one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields as fields_of
from typing import Any

from rainbook.findings.law import fields
from rainbook.findings.law.entries import (
    ASKED,
    ROLES,
    SOMETHING_ELSE,
    Decided,
    Element,
    OrderKind,
    Route,
    Tag,
    Unknown,
)
from rainbook.findings.law.fields import LawNotUsable

TABLES = ("element", "tag", "order", "case", "unknown")


def parts_of(text: str, name: str) -> dict[str, Any]:
    """Return the parts of a law file by their names in `Law`. Raises LawNotUsable."""
    try:
        given: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise LawNotUsable(
            f"{name} is not a TOML file that can be read: {wrong}. Put back the file that came "
            "with this version."
        ) from wrong
    at = f"{name}, first lines"
    made: dict[str, Any] = {
        "jurisdiction": fields.text(given, "jurisdiction", at),
        "name": fields.text(given, "name", at),
        "as_of": fields.as_of(given, at),
        "note": fields.text(given, "note", at),
    }
    fields.only(given, {*made, *TABLES}, at)
    readers = (_element, _tag, _order, _case, _unknown)
    for key, reader in zip(TABLES, readers, strict=True):
        found = fields.tables(given, key, name)
        made[f"{key}s"] = tuple(reader(f, f"{name}, {key} {fields.called(f)}") for f in found)
    _whole(made, name)
    return made


def _whole(made: Mapping[str, Any], name: str) -> None:
    """Raise LawNotUsable where the entries do not fit together."""
    for key in ("element", "tag", "order", "case"):
        _once([one.id for one in made[f"{key}s"]], key, name)
    if not made["elements"]:
        raise LawNotUsable(f"{name} has no element. A law file holds at least one [[element]].")
    if SOMETHING_ELSE not in {tag.id for tag in made["tags"]}:
        raise LawNotUsable(
            f"{name} has no tag {SOMETHING_ELSE!r}. The lists of acts are examples everywhere: "
            "something else must always be on offer."
        )
    places = [e.matrix for e in made["elements"] if e.matrix]
    for twice in {p for p in places if places.count(p) > 1}:
        raise LawNotUsable(f"{name} has two elements at place {twice} of the matrix.")


def _once(ids: Sequence[str], key: str, name: str) -> None:
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        raise LawNotUsable(f"{name} has two {key}s called {twice!r}. Give one another id.")


def _element(given: Mapping[str, Any], at: str) -> Element:
    known = {f.name for f in fields_of(Element)} - {"routes"} | {"route"}
    fields.only(given, known, at)
    if not (given.get("words") or given.get("says")):
        raise LawNotUsable(f"{at}: it needs `words` (exact, quoted) or `says` (our paraphrase).")
    must = ("id", "section", "act", "title", "source", "cannot_say")
    may = ("words", "words_2", "says", "in_force_note", "towards")
    made = Element(
        **{key: fields.text(given, key, at) for key in must},
        **{key: fields.maybe(given, key, at) for key in may},
        read=fields.read(given, at),
        as_of=fields.as_of(given, at),
        in_force=fields.in_force(given, at),
        bears=fields.texts(given, "bears", at, "what evidence bears on it"),
        role=fields.one_of(fields.text(given, "role", at), ROLES, "role", at),
        matrix=fields.number(given, "matrix", at),
        months=fields.number(given, "months", at),
        routes=tuple(_route(r, at) for r in fields.tables(given, "route", at)),
    )
    if (made.role == "time limit") is not bool(made.months):
        raise LawNotUsable(f"{at}: a time limit has `months`, and nothing else has.")
    return made


def _route(given: Mapping[str, Any], at: str) -> Route:
    fields.only(given, {f.name for f in fields_of(Route)}, f"{at}, route")
    answers = given.get("answers", [])
    if answers:
        answers = fields.texts(given, "answers", at, "answers")
    daily = given.get("daily_life", False)
    if not isinstance(daily, bool):
        raise LawNotUsable(f"{at}: `daily_life` must be true or false.")
    return Route(
        number=fields.maybe(given, "number", at),
        words=fields.maybe(given, "words", at),
        says=fields.maybe(given, "says", at),
        answers=tuple(fields.one_of(a, ASKED, "answers", at) for a in answers),
        at_least=fields.number(given, "at_least", at),
        daily_life=daily,
    )


def _tag(given: Mapping[str, Any], at: str) -> Tag:
    fields.only(given, {f.name for f in fields_of(Tag)}, at)
    return Tag(
        fields.text(given, "id", at),
        fields.text(given, "words", at),
        fields.maybe(given, "letter", at),
    )


def _order(given: Mapping[str, Any], at: str) -> OrderKind:
    fields.only(given, {f.name for f in fields_of(OrderKind)}, at)
    must = ("id", "name", "act", "section", "who_applies", "terms", "breach", "source")
    may = ("standard", "note", "in_force_note")
    return OrderKind(
        **{key: fields.text(given, key, at) for key in must},
        **{key: fields.maybe(given, key, at) for key in may},
        read=fields.read(given, at),
        as_of=fields.as_of(given, at),
        in_force=fields.in_force(given, at),
        called=fields.texts(given, "called", at, "names people write"),
    )


def _case(given: Mapping[str, Any], at: str) -> Decided:
    fields.only(given, {f.name for f in fields_of(Decided)}, at)
    return Decided(
        fields.text(given, "id", at),
        fields.text(given, "sentence", at),
        fields.text(given, "source", at),
        fields.read(given, at),
        fields.as_of(given, at),
        fields.maybe(given, "words", at),
    )


def _unknown(given: Mapping[str, Any], at: str) -> Unknown:
    fields.only(given, {f.name for f in fields_of(Unknown)}, at)
    return Unknown(
        fields.text(given, "what", at),
        fields.text(given, "sentence", at),
        fields.text(given, "source", at),
        fields.as_of(given, at),
    )

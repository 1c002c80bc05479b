"""Makes a form of the fields of a decision, and a decision of what was sent.

The one thing a reader would get wrong: the record's own class says what is asked. A closed list is
a choice; everything else is typed, and is held against the book before it is written down.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import MISSING, Field, dataclass, fields
from typing import Any

from rainbook.case import tags_of
from rainbook.record import (
    DECISIONS,
    TARGETS,
    UNSAID,
    Blocked,
    Decision,
    OrderServed,
    ToldToStop,
    Warned,
    decision_from,
    rows_named,
)
from rainbook.web.interface import Asked, Form, Slip
from rainbook.web.who.lines import ENTRIES, around, field_key, line_of, word_of
from rainbook.web.who.naming import account_words, basis_words, plain, role_words

_REFERENCE = re.compile(r"(?:^|/)([0-9a-f]{16})(?:[?#].*)?$")  # alone, or in a copied address
LONG = ("words", "note", "said", "promised")
ENCODINGS = ("cp1252", "utf-8")
_MANY = 12  # choices shown one below the other; more are a list to open


@dataclass(frozen=True)
class Question:
    """One field of a form. `kind`: choice, list, checks, line or area; `options`: (value, words).
    """

    name: str
    kind: str
    label: str
    hint: str
    options: Sequence[tuple[str, str]]
    value: str | Sequence[str]
    needed: bool


def questions(asked: Asked, name: str, form: Form) -> list[Question]:
    """Return what is asked for one kind of decision, with what was typed already."""
    return [_question(asked, name, spec, form) for spec in fields(DECISIONS[name])]


def _question(asked: Asked, kind: str, spec: Field[Any], form: Form) -> Question:
    options = _options(asked, kind, spec)
    several = "tuple" in str(spec.type)
    needed = spec.default is MISSING and spec.default_factory is MISSING
    if options is not None and several:
        shape = "checks"
    elif options is not None:
        shape = "choice" if len(options) <= _MANY else "list"
    else:
        shape = "area" if several or spec.name in LONG else "line"
    key = field_key(kind, spec.name, asked)
    hint = f"decisions-hint-{key}"
    lines = asked.t("decisions-hint-lines") if shape == "area" and several else ""
    typed = form.all(spec.name) if shape == "checks" else form.exact(spec.name)
    return Question(
        spec.name, shape, asked.t(f"decisions-field-{key}"),
        asked.t(hint) if asked.words.has(hint) else lines,
        options or (), typed, needed,
    )


def _options(asked: Asked, kind: str, spec: Field[Any]) -> list[tuple[str, str]] | None:
    """Return the choices of a field, None where it is typed."""
    book, name = asked.book, spec.name
    if one_of := spec.metadata.get("one_of"):
        return [(w, _choice_words(asked, name, w)) for w in one_of if w not in ("", UNSAID)]
    if name == "person" and kind != "person":
        return [(p.key, plain(p.name, 60)) for p in book.people()]
    if name == "original":
        return [(o.sha256, plain(o.name, 80)) for o in book.originals()]
    if name == "account" and kind == "account":
        return [(a.key, account_words(asked, a.key)) for a in book.looked().accounts]
    if name == "order" and kind != "date-order":
        return _standing(asked, (OrderServed,))
    if name == "refusal":
        return _standing(asked, (ToldToStop, Blocked, Warned, OrderServed))
    if name == "number":
        return _standing(asked, tuple(DECISIONS.values()))
    if name == "tag":
        return list(tags_of(book.settings()["law"]))
    if kind == "aimed-at" and name == "at":
        people = [(p.key, plain(p.name, 60)) for p in book.people()]
        return [*((t, word_of(asked, t)) for t in TARGETS), *people]
    if name == "encoding":
        return [(e, e) for e in ENCODINGS]
    if kind == "setting" and name == "name":
        return [(s, s) for s in book.settings()]
    return None


def _choice_words(asked: Asked, name: str, word: str) -> str:
    if name == "basis":
        return basis_words(asked, word)
    return role_words(asked, word) if name == "role" else word_of(asked, word)


def _standing(asked: Asked, kinds: tuple[type[Any], ...]) -> list[tuple[str, str]]:
    """Return the decisions in force of these kinds, each by its number with its sentence."""
    found = [d for d in asked.book.decisions() if not d.withdrawn and isinstance(d.what, kinds)]
    about = around(asked.book, found)
    return [(str(d.number), line_of(asked, d, about, {}, "").sentence) for d in found]


def made(asked: Asked, name: str) -> tuple[Decision | None, tuple[Slip, ...]]:
    """Return the decision a form says, or what is to be mended in it."""
    slips, values = [], {}
    for one in questions(asked, name, asked.form):
        spec = next(f for f in fields(DECISIONS[name]) if f.name == one.name)
        value = _value(spec, one, asked.form)
        if one.needed and value in ("", ()):
            slips.append(Slip(one.name, asked.t("decisions-need", label=one.label)))
        elif value is None:
            slips.append(Slip(one.name, asked.t("decisions-not-one", label=one.label)))
        elif one.name in ENTRIES and value and not rows_named(asked.book.table(), (value,)):
            slips.append(Slip(one.name, asked.t("decisions-no-entry")))
        elif value not in ("", ()):
            values[one.name] = value
    if slips:
        return None, tuple(slips)
    return decision_from({"kind_of_decision": name, **values}), ()


def _value(spec: Field[Any], one: Question, form: Form) -> Any:
    """Return what was sent for one field as its class wants it; None for what cannot be one."""
    known = {value for value, _ in one.options}
    if one.kind == "checks":
        ticked = tuple(form.all(one.name))
        return ticked if set(ticked) <= known else None
    if "tuple" in str(spec.type):
        return tuple(line for line in form.exact(one.name).split("\n") if line.strip())
    typed = form.exact(one.name) if one.name in LONG else form.one(one.name)
    if one.kind in ("choice", "list") and typed and typed not in known:
        return None
    if one.name in ENTRIES:
        found = _REFERENCE.search(typed)
        return found[1] if found else typed
    if str(spec.type) == "int" and typed:
        whole = typed.isascii() and typed.isdigit() and len(typed) < 10
        return int(typed) if whole else None
    return typed if typed.strip() else ""

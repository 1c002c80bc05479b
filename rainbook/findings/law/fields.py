"""Reads single fields of a law file: a text, a day, a list of words.

The one thing a reader would get wrong: nothing is put right in silence. A field that is missing,
empty or of another kind ends the reading, and the sentence names the file, the entry and the field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from rainbook.findings.law.entries import NOT_VERIFIED, READ
from rainbook.record import RainbookError


class LawNotUsable(RainbookError):
    """A law file is missing or says less than it must; the sentence names the file, the entry and
    the field.
    """


def tables(given: Mapping[str, Any], key: str, name: str) -> Sequence[Mapping[str, Any]]:
    """Return the [[key]] tables. Raises LawNotUsable."""
    found = given.get(key, [])
    if not isinstance(found, list) or not all(isinstance(f, dict) for f in found):
        raise LawNotUsable(f"{name}: `{key}` must be written as [[{key}]] tables.")
    return found


def called(given: Mapping[str, Any]) -> str:
    """Return what to call an entry in a sentence about a fault in it."""
    return str(given.get("id") or given.get("what") or "without a name")


def text(given: Mapping[str, Any], key: str, at: str) -> str:
    """Return a text that must be there. Raises LawNotUsable."""
    found = given.get(key)
    if not isinstance(found, str) or not found.strip():
        raise LawNotUsable(
            f"{at}: `{key}` is missing or empty. Every entry says where it comes from and when it "
            "was read."
        )
    return found


def maybe(given: Mapping[str, Any], key: str, at: str) -> str:
    """Return a text that may be left out, "" where it is. Raises LawNotUsable."""
    return text(given, key, at) if key in given else ""


def texts(given: Mapping[str, Any], key: str, at: str, what: str) -> tuple[str, ...]:
    """Return a list of texts with at least one in it. Raises LawNotUsable."""
    found = given.get(key)
    fine = isinstance(found, list) and all(isinstance(f, str) and f.strip() for f in found)
    if not found or not fine:
        raise LawNotUsable(f"{at}: `{key}` must be a list of {what}.")
    return tuple(found)


def one_of(found: str, known: Iterable[str], key: str, at: str) -> str:
    """Return a word of a closed list. Raises LawNotUsable."""
    words = tuple(known)
    if found not in words:
        raise LawNotUsable(f"{at}: `{key}` must be one of: {', '.join(words)}.")
    return found


def number(given: Mapping[str, Any], key: str, at: str) -> int:
    """Return a whole number from 0 up, 0 where it is left out. Raises LawNotUsable."""
    found = given.get(key, 0)
    if isinstance(found, bool) or not isinstance(found, int) or found < 0:
        raise LawNotUsable(f"{at}: `{key}` must be a whole number.")
    return found


def in_force(given: Mapping[str, Any], at: str) -> date | None:
    """Return the first day in force, None where it is "not verified" and the reason is given.
    Raises LawNotUsable.
    """
    if given.get("in_force") == NOT_VERIFIED:
        text(given, "in_force_note", at)
        return None
    found = given.get("in_force")
    if type(found) is not date:
        raise LawNotUsable(
            f"{at}: `in_force` must be a day such as 2012-11-25, without quotation marks, or "
            f'"{NOT_VERIFIED}" with the reason in `in_force_note`.'
        )
    return found


def as_of(given: Mapping[str, Any], at: str) -> str:
    """Return the year, month or day of the text read. Raises LawNotUsable."""
    found = text(given, "as_of", at)
    if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", found):
        raise LawNotUsable(
            f'{at}: `as_of` must be a year, month or day in quotation marks, such as "2015".'
        )
    return found


def read(given: Mapping[str, Any], at: str) -> str:
    """Return how much of the text was read. Raises LawNotUsable."""
    return one_of(text(given, "read", at), READ, "read", at)


def only(given: Mapping[str, Any], known: set[str], at: str) -> None:
    """Raise LawNotUsable for a field this version does not know: it is likely a slip."""
    extra = sorted(set(given) - known)
    if extra:
        raise LawNotUsable(
            f"{at}: this version does not know {', '.join(extra)}. Check the spelling."
        )

"""Finds what could say who somebody is: names, numbers, e-mail, postcodes, addresses, references.

The one thing a reader would get wrong: it can miss some, and how many is measured
(benchmarks/feedback.py); the page says so. It never changes a text: the person decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rainbook.web.feedback.folding import folded
from rainbook.web.feedback.names import names_in
from rainbook.web.feedback.numbers import phones_in, references_in
from rainbook.web.feedback.places import addresses_in, mails_in, postcodes_in

KINDS = ("mail", "reference", "phone", "address", "postcode", "name")
"""The kinds, the surest first: where two lie over each other, the surer one gives the kind."""

_FINDERS = {
    "mail": mails_in, "phone": phones_in, "reference": references_in,
    "address": addresses_in, "postcode": postcodes_in, "name": names_in,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing seen: its kind, its words as typed, and where (characters, end not included)."""

    kind: str
    words: str
    start: int
    end: int


def personal_in(text: str) -> tuple[Seen, ...]:
    """Return everything in a text that could say who somebody is, in order, none lying over
    another. Each kind is one of KINDS.
    """
    plain = folded(text)
    found = [
        (*plain.span(start, end), kind)
        for kind in KINDS
        for start, end in _FINDERS[kind](plain.text)
    ]
    return tuple(Seen(kind, text[start:end], start, end) for start, end, kind in _apart(found))


def _apart(found: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    made: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(found, key=lambda f: (f[0], -f[1])):
        if made and start < made[-1][1]:
            first, last, before = made[-1]
            kind = min(before, kind, key=KINDS.index)
            made[-1] = (first, max(last, end), kind)
        else:
            made.append((start, end, kind))
    return made


def without(text: str, seen: Sequence[Seen], mark: str) -> str:
    """Return the text with everything seen in it replaced by a mark ("[taken out]")."""
    made, at = [], 0
    for one in seen:
        made += [text[at:one.start], mark]
        at = one.end
    return "".join([*made, text[at:]])

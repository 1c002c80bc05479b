"""Puts messages in an order so that those with words often found in threats are read first.

The one thing a reader would get wrong: this is an order for human reading, learnt from posts about
women, not from messages to one person. It says nothing about any message, and most threats that are
veiled stand low. It is off unless the setting "threat_words" is "on".
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt
from typing import Any

from rainbook.findings.sorting.folding import words_of
from rainbook.findings.sorting.threat_parts import Groups, Parts, groups_from, parts_of, windows

WEIGHTS = "threat_words.json"
SHOWN_WORDS = 6


@dataclass(frozen=True, slots=True)
class ThreatWords:
    """One message's place in what was given, and the words (as folded) that put it where it is.

    `value` is for order only: it has no unit and is never printed.
    """

    place: int
    value: float
    words: tuple[str, ...]


def sort_threats(texts: Sequence[str | None]) -> list[ThreatWords]:
    """Return the messages that hold a word of the list, the first to be read first.

    Of a message only the first 4,000 characters are looked at. A message without such a word is
    not returned. The order of what was given matters only between equal messages.
    """
    groups, weights = _learnt()
    found = [_sorted_by(place, text or "", groups, weights) for place, text in enumerate(texts)]
    return sorted((f for f in found if f.words), key=lambda f: (-f.value, f.place))


def figures() -> dict[str, Any]:
    """Return how well the order did when it was measured: average precision and its interval, what
    chance gives, the share among the first 10 and 50, on what, and as of which day.
    """
    return dict(_file()["measured"])


def _sorted_by(
    place: int, text: str, groups: Groups, weights: Mapping[str, float]
) -> ThreatWords:
    best = ThreatWords(place, float("-inf"), ())
    for words in windows(words_of(text)):
        parts = parts_of(words, groups)
        known = sorted(parts.keys() & weights.keys())
        if not known:
            continue
        # the sum runs in the order of the names, so that every machine gives the same
        value = sum(weights[name] for name in known) / sqrt(len(parts))
        if value > best.value:
            best = ThreatWords(place, value, _shown(words, known, parts, weights))
    return best


def _shown(
    words: Sequence[str], known: Sequence[str], parts: Parts, weights: Mapping[str, float]
) -> tuple[str, ...]:
    """Return the words that speak for it most, in the order they stand in."""
    credit: dict[str, float] = {}
    for name in known:
        at = parts[name]
        for place in at:
            credit[words[place]] = credit.get(words[place], 0.0) + weights[name] / len(at)
    speaking = (w for w in credit if credit[w] > 0 and w != ".")
    best = sorted(speaking, key=lambda w: (-credit[w], w))[:SHOWN_WORDS]
    return tuple(sorted(best, key=list(words).index))


@cache
def _file() -> dict[str, Any]:
    text = (files("rainbook.findings.sorting") / WEIGHTS).read_text(encoding="utf-8")
    return dict(json.loads(text))


@cache
def _learnt() -> tuple[Groups, Mapping[str, float]]:
    held = _file()
    groups = groups_from(
        held["groups"], held["groups_of_people"], held["groups_of_harm"], held["roles"]
    )
    return groups, held["weights"]

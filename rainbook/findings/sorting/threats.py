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
from typing import Any, NamedTuple

from rainbook.findings.sorting.folding import words_of

WEIGHTS = "threat_words.json"
WINDOW, STEP = 40, 20  # words looked at together: a long message is not paler than a short one
NEAR, NEAR_GROUP = 3, 4  # how many words apart two words, or a word and a group, may stand
SHOWN_WORDS = 6
_ENDS = ("ing", "ed", "es", "s")


@dataclass(frozen=True, slots=True)
class ThreatWords:
    """One message's place in what was given, and the words (as folded) that put it where it is.

    `value` is for order only: it has no unit and is never printed.
    """

    place: int
    value: float
    words: tuple[str, ...]


class Part(NamedTuple):
    """One feature of a message and the places of the words it was made from."""

    name: str
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """Which group a word's stem belongs to, the groups that mean a person, and those of harm."""

    of: Mapping[str, str]
    people: frozenset[str]
    harm: frozenset[str]


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
        known = {p.name: p for p in parts_of(words, groups) if p.name in weights}
        if not known:
            continue
        # the sum runs in the order of the names, so that every machine gives the same
        size = sqrt(len(known))
        value = sum(weights[name] for name in sorted(known)) / size
        if value > best.value:
            best = ThreatWords(place, value, _shown(words, known.values(), weights))
    return best


def _shown(words: Sequence[str], known: Any, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Return the words that speak for it most, in the order they stand in."""
    credit: dict[str, float] = {}
    for part in known:
        for at in set(part.at):
            credit[words[at]] = credit.get(words[at], 0.0) + weights[part.name] / len(part.at)
    speaking = (w for w in credit if credit[w] > 0 and w != ".")
    best = sorted(speaking, key=lambda w: (-credit[w], w))[:SHOWN_WORDS]
    return tuple(sorted(best, key=list(words).index))


def windows(words: Sequence[str]) -> list[Sequence[str]]:
    """Return overlapping stretches of at most WINDOW words; of a shorter message, all of it."""
    last = max(len(words) - WINDOW, 0)
    return [words[i : i + WINDOW] for i in [*range(0, last, STEP), last]]


def parts_of(words: Sequence[str], groups: Groups) -> list[Part]:
    """Return the features of a stretch of words: stems, pairs of stems near each other, the same
    with groups in capitals, groups in one sentence, and a harm that a sentence begins with.
    """
    stems = [stem(w) for w in words]
    named = [groups.of.get(s, s) for s in stems]
    found = [Part(s, (i,)) for i, s in enumerate(stems)]
    found += _near(stems, NEAR, "")
    found += [Part(f"={g}", (i,)) for i, g in enumerate(named) if g.isupper()]
    found += [p for p in _near(named, NEAR_GROUP, "=") if any(named[i].isupper() for i in p.at)]
    people = ["WHO" if g in groups.people else g for g in named]
    found += [
        p for p in _near(people, NEAR_GROUP, "=")
        if all(people[i].isupper() for i in p.at) and any(people[i] == "WHO" for i in p.at)
    ]
    return found + _sentences(named, people, groups)


def _near(words: Sequence[str], most: int, mark: str) -> list[Part]:
    """Return pairs "a b" of neighbours and "a .. b" of words at most so many apart."""
    return [
        Part(f"{mark}{words[i]}{' ' if d == 1 else ' .. '}{words[i + d]}", (i, i + d))
        for i in range(len(words)) for d in range(1, most + 1) if i + d < len(words)
    ]


def _sentences(named: Sequence[str], people: Sequence[str], groups: Groups) -> list[Part]:
    found: list[Part] = []
    start = 0
    for end in [*(i for i, w in enumerate(named) if w == "."), len(named)]:
        inside = {named[i]: i for i in range(end - 1, start - 1, -1) if named[i].isupper()}
        held = sorted(inside)
        for n, one in enumerate(held):
            found += [Part(f"={one}+{two}", (inside[one], inside[two])) for two in held[n + 1 :]]
            who = next((i for i in range(start, end) if people[i] == "WHO"), None)
            if who is not None and one not in groups.people:
                found.append(Part(f"={one}+WHO", (inside[one], who)))
        if start < end and named[start] in groups.harm:
            found += [Part(f"=^{named[start]}+{g}", (start, inside[g])) for g in held]
            found.append(Part("=^HARM", (start,)))
        start = end + 1
    return found


def stem(word: str) -> str:
    """Return an English word without the commonest endings: "beating" and "beats" are "beat"."""
    if not word.isalpha():
        return word
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= 3:
            left = word[: -len(end)]
            doubled = len(left) > 3 and left[-1] == left[-2] and left[-1] not in "ls"
            return left[:-1] if doubled and end in ("ing", "ed") else left
    return word


def groups_from(lists: Mapping[str, str], people: str, harm: str) -> Groups:
    """Return the groups of words written out in lists; a word in two lists is of the first."""
    of: dict[str, str] = {}
    for name, words in lists.items():
        for word in words.split():
            of.setdefault(stem(word), name)
    return Groups(of, frozenset(people.split()), frozenset(harm.split()))


@cache
def _file() -> dict[str, Any]:
    text = (files("rainbook.findings.sorting") / WEIGHTS).read_text(encoding="utf-8")
    return dict(json.loads(text))


@cache
def _learnt() -> tuple[Groups, Mapping[str, float]]:
    held = _file()
    lists = held["groups"]
    return groups_from(lists, held["groups_of_people"], held["groups_of_harm"]), held["weights"]

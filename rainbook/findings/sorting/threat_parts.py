"""What a message is made of for the order of threats: words, words near each other, and who is to
do what to whom.

The one thing a reader would get wrong: a part says that words stand near each other, not what they
mean; "she should be shot" and "she should be shot at noon by a photographer" share most parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

WINDOW, STEP = 40, 20  # words looked at together: a long message is not paler than a short one
NEAR, NEAR_GROUP = 3, 4  # how many words apart two words, or a word and a group, may stand
NEAR_TWO, NEAR_THREE = 7, 9  # the same for two and three roles in one sentence
_ENDS = ("ing", "ed", "es", "s")
_ENDED = ("HARM", "SEX", "HUNT")
_DONE = (
    "hung", "shot", "beaten", "broken", "broke", "torn", "tore", "thrown", "threw", "struck",
    "strung", "slain", "dead", "cut", "hit",
)
_TELLING = frozenset(
    f"{role}{end}" for role in _ENDED for end in ("", "S", "ED", "ING")
) | {"DEATH", "TOOL", "JAIL"}

Parts: TypeAlias = dict[str, tuple[int, ...]]
"""The places in a stretch of words that each part was made from, by the name of the part."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Which group a word's stem belongs to, the groups that mean a person, those of harm, and the
    role a word or its stem can have in a sentence.
    """

    of: Mapping[str, str]
    people: frozenset[str]
    harm: frozenset[str]
    roles: Mapping[str, str]


def groups_from(
    lists: Mapping[str, str], people: str, harm: str, roles: Mapping[str, str]
) -> Groups:
    """Return the groups and roles of words written out in lists; a word in two is of the first."""
    of: dict[str, str] = {}
    for name, words in lists.items():
        for word in words.split():
            of.setdefault(stem(word), name)
    role: dict[str, str] = {}
    for name, words in roles.items():
        for word in words.split():
            role.setdefault(stem(word), name)
            role.setdefault(word, name)
    return Groups(of, frozenset(people.split()), frozenset(harm.split()), role)


def windows(words: Sequence[str]) -> list[Sequence[str]]:
    """Return overlapping stretches of at most WINDOW words; of a shorter message, all of it."""
    last = max(len(words) - WINDOW, 0)
    return [words[i : i + WINDOW] for i in [*range(0, last, STEP), last]]


def parts_of(words: Sequence[str], groups: Groups) -> Parts:
    """Return the parts of a stretch of words: stems, pairs of stems near each other, the same with
    groups in capitals ("="), groups in one sentence, a harm that a sentence begins with ("=^"),
    and roles in the order they stand in within a sentence ("~").
    """
    stems = [stem(w) for w in words]
    named = [groups.of.get(s, s) for s in stems]
    people = ["WHO" if g in groups.people else g for g in named]
    found: Parts = {s: (i,) for i, s in enumerate(stems)}
    _near(found, stems, [True] * len(stems), NEAR, "")
    large = [g.isupper() for g in named]
    found |= {f"={g}": (i,) for i, g in enumerate(named) if large[i]}
    _near(found, named, large, NEAR_GROUP, "=")
    _near_people(found, people, large)
    _sentences(found, named, people, groups)
    _in_order(found, words, stems, groups)
    return found


def _near(
    found: Parts, words: Sequence[str], wanted: Sequence[bool], most: int, mark: str
) -> None:
    """Add pairs "a b" of neighbours and "a .. b" of words at most so many apart, one of them
    wanted.
    """
    many = len(words)
    for i, one in enumerate(words):
        for j in range(i + 1, min(i + most + 1, many)):
            if wanted[i] or wanted[j]:
                found[f"{mark}{one}{' ' if j == i + 1 else ' .. '}{words[j]}"] = (i, j)


def _near_people(found: Parts, people: Sequence[str], large: Sequence[bool]) -> None:
    for i, one in enumerate(people):
        if not large[i]:
            continue
        for j in range(i + 1, min(i + NEAR_GROUP + 1, len(people))):
            if large[j] and "WHO" in (one, people[j]):
                found[f"={one}{' ' if j == i + 1 else ' .. '}{people[j]}"] = (i, j)


def _sentences(
    found: Parts, named: Sequence[str], people: Sequence[str], groups: Groups
) -> None:
    for start, end in _stretches(named):
        inside = {named[i]: i for i in range(end - 1, start - 1, -1) if named[i].isupper()}
        held = sorted(inside)
        who = next((i for i in range(start, end) if people[i] == "WHO"), None)
        for n, one in enumerate(held):
            for two in held[n + 1 :]:
                found[f"={one}+{two}"] = (inside[one], inside[two])
            if who is not None and one not in groups.people:
                found[f"={one}+WHO"] = (inside[one], who)
        if named[start] in groups.harm:
            found |= {f"=^{named[start]}+{g}": (start, inside[g]) for g in held}
            found["=^HARM"] = (start,)


def _stretches(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where each sentence that holds a word begins, and one past where it ends."""
    ends = [*(i for i, w in enumerate(words) if w == "."), len(words)]
    begins = [0, *(e + 1 for e in ends)]
    return [(b, e) for b, e in zip(begins, ends, strict=False) if b < e]


def _in_order(found: Parts, words: Sequence[str], stems: Sequence[str], groups: Groups) -> None:
    """Add one role, two and three in the order they stand in, and the role that begins."""
    for start, end in _stretches(words):
        held = [(i, r) for i in range(start, end) if (r := _role(words[i], stems[i], groups))]
        for n, (i, one) in enumerate(held):
            found[f"~{one}"] = (i,)
            _follow(found, held[n:], one in _TELLING)
        if held and held[0][0] == start:
            one = held[0][1]
            found[f"~^{one}"] = (start,)
            found |= {f"~^{one}>{r}": (start, i) for i, r in held[1:] if i < start + 6}
        if held:
            found[f"~first {held[0][1]}"] = (held[0][0],)


def _follow(found: Parts, held: Sequence[tuple[int, str]], telling: bool) -> None:
    i, one = held[0]
    for m in range(1, len(held)):
        j, two = held[m]
        if j - i > NEAR_TWO:
            return
        pair = f"~{one}>{two}"
        found[pair] = (i, j)
        if j == i + 1:
            found[f"~{one}+{two}"] = (i, j)
        tells = telling or two in _TELLING
        for k, three in held[m + 1 :]:
            if k - i > NEAR_THREE:
                break
            if tells or three in _TELLING:
                found[f"{pair}>{three}"] = (i, j, k)


def _role(word: str, word_stem: str, groups: Groups) -> str | None:
    role = groups.roles.get(word) or groups.roles.get(word_stem)
    return f"{role}{_ending(word)}" if role in _ENDED else role


@lru_cache(maxsize=20_000)
def _ending(word: str) -> str:
    """Return how a word of doing ends: "killed" and "hung" ED, "killing" ING, "kills" S."""
    if word.endswith("ing"):
        return "ING"
    if word in _DONE or word.endswith("ed"):
        return "ED"
    return "S" if word.endswith("s") and not word.endswith("ss") else ""


@lru_cache(maxsize=20_000)
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

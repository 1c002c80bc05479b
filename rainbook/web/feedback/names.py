"""Finds names of people: by the words in front of them, by lists of names, by capitals in a row.

The one thing a reader would get wrong: no list holds every name, so the words in front ("my name
is", "my ex", "Mrs") count more than the lists; a rare name alone in small letters is missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Span = tuple[int, int]

_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_NAMED = re.compile(
    r"(?:\b(?:my|his|her|their|our|'s|full|real|first|last|whose) names? (?:is|was|are|=)|"
    r"\bmy names|\bname's|\bname\s?[:=\-]|"
    r"\b(?:i am|i'm|is|was|he's|she's|are|was|were) (?:called|named)|"
    r"\bcalled himself|\bcalled herself|\bsigned(?: by)?[:,]?|\bgoes by(?: the name of)?|"
    r"\bsincerely,?|\bfaithfully,?|\bregards,?|\bbest wishes,?|\bmany thanks,?\n|\bfrom:|"
    r"\bby the name of)\s*$", re.I,
)
_INTRO = re.compile(
    r"(?:\bi'm|\bi am|\bim|\bthis is|\bhere is|\bit's|\bask for|\bspeak to|\btalk to|\bspoke to|"
    r"\bspoke with|\bcontact|\btell|\btold|\bwith|\bfrom|\bby|\band|\bthanks,?|\bcheers,?|"
    r"\blove,?|\bxx?|\bwrote to|\bname of|\bex|\bcalled|\bnamed|\bagainst|\bof|\bto|\bfor)\s*$",
    re.I,
)
_TITLE = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|dame|pc|dc|ds|dci|pcso|sgt|sergeant|"
    r"constable|inspector|detective|judge|rev|reverend|cllr|councillor|auntie|aunty|aunt|uncle|"
    r"imam|rabbi|nurse)\.?\s*$", re.I,
)
_RELATION = re.compile(
    r"\b(?:my|his|her|our|their|your|an|the)\s+(?:(?:little|big|older|younger|old|new|current|"
    r"former|dear|late|step|best|baby|abusive)\s+)?"
    r"(?:ex(?:[ -](?:husband|wife|partner|boyfriend|girlfriend|fianc\w+))?|husband|wife|partner|"
    r"boyfriend|girlfriend|fianc\w+|son|daughter|brother|sister|mum|mam|mother|dad|father|friend|"
    r"mate|neighbou?r|boss|manager|colleague|landlord|cousin|uncle|aunt|auntie|nan|gran|grandad|"
    r"social worker|solicitor|advocate|caseworker|support worker|health visitor|flatmate|"
    r"housemate|kids?|child(?:ren)?|baby|stalker|brother-in-law|sister-in-law|nephew|niece|"
    r"counsellor|therapist|midwife|employer)s?,?\s*(?:is\s+)?(?:called\s+|named\s+)?$", re.I,
)
_PUBLIC = re.compile(
    r"\b(?:suzy lamplugh|alice ruggles|hollie gazzard|paladin|clare's law|sarah's law|"
    r"claire's law|martyn's law|king charles|st\.? [a-z]+'s?|victoria (?:line|station)|"
    r"saint [a-z]+|jo cox)\b", re.I,
)


@dataclass(frozen=True, slots=True)
class _Lists:
    sure: frozenset[str]
    unsure: frozenset[str]
    places: frozenset[str]
    family: frozenset[str]
    others: frozenset[str]


@cache
def _lists() -> _Lists:
    given = _words("names.txt")
    return _Lists(
        frozenset(w for w in given if w[-1] not in "?!") - {w[:-1] for w in given if w[-1] in "?!"},
        frozenset(w[:-1] for w in given if w[-1] == "?"),
        frozenset(w[:-1] for w in given if w[-1] == "!"),
        frozenset(_words("surnames.txt")),
        frozenset(_words("not_names.txt")),
    )


def _words(name: str) -> list[str]:
    text = (files("rainbook.web.feedback") / name).read_text(encoding="utf-8")
    lines = (line for line in text.split("\n") if not line.startswith(("#", "[")))
    return [word for line in lines for word in line.split()]


def names_known() -> frozenset[str]:
    """Return every given and family name of the lists, in small letters."""
    lists = _lists()
    return lists.sure | lists.unsure | lists.places | lists.family


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    typed: str
    low: str
    first: bool

    @property
    def cap(self) -> bool:
        """Whether it begins with a capital."""
        return self.typed[0].isupper()


def names_in(text: str) -> Iterator[Span]:
    """Yield where names of people stand."""
    hidden = [m.span() for m in _PUBLIC.finditer(text)]
    words = _cut(text)
    shouted = sum(w.typed.isupper() for w in words if len(w.typed) > 1) * 2 > len(words) > 3
    at = 0
    while at < len(words):
        long = _name_at(text, words, at, shouted)
        if long and not any(a <= words[at].start < b for a, b in hidden):
            yield words[at].start, words[at + long - 1].end
            at += long
        else:
            at += 1


def _cut(text: str) -> list[_Word]:
    made = []
    for m in _WORD.finditer(text):
        if re.search(r"'(?:m|ve|ll|d|re|t)$", m[0], re.I):
            continue  # "I'm", "don't"
        typed = re.sub(r"'s?$", "", m[0]) or m[0]
        before = text[:m.start()].rstrip(" \t\"'(*-")
        first = not before or before[-1] in ".!?\n:;"
        first = first and not re.search(r"\b[A-Z]\.$", before)  # "K. Osei"
        made.append(_Word(m.start(), m.start() + len(typed), typed, typed.lower(), first))
    return made


def _name_at(text: str, words: list[_Word], at: int, shouted: bool) -> int:
    """Return how many words from `at` are a name: 0 for none."""
    lists, one = _lists(), words[at]
    before = text[max(0, one.start - 60):one.start]
    plausible = one.low not in lists.others and len(one.low) > 1
    known = one.low in lists.sure
    cued = _NAMED.search(before) or _TITLE.search(before)
    if cued and plausible and (one.cap or known or _NAMED.search(before)):
        return _long(text, words, at)
    near = _RELATION.search(before)
    if near and plausible and (one.cap or known):
        return _long(text, words, at)
    if known and plausible and (one.cap or len(one.low) > 2):
        return _long(text, words, at)
    return _by_capitals(text, words, at, before, shouted)


def _by_capitals(text: str, words: list[_Word], at: int, before: str, shouted: bool) -> int:
    lists, one = _lists(), words[at]
    if not one.cap or shouted or len(one.low) < 2:
        return 0
    following = words[at + 1] if at + 1 < len(words) else None
    pair = following is not None and following.cap and _same_line(text, one, following)
    family = bool(pair and following and following.low in lists.family)
    if family and (one.low not in lists.others or one.low in lists.places | lists.unsure):
        return _long(text, words, at)
    if one.low in lists.places or one.low in lists.others:
        return 0
    if one.low in lists.unsure:
        return 0 if one.first and not pair else _long(text, words, at)
    mixed = not one.typed.isupper()
    if _INTRO.search(before) and mixed and not one.first:
        return _long(text, words, at)
    unknown = pair and following is not None and following.low not in lists.others
    if not mixed or (one.first and not unknown):
        return 0
    return _long(text, words, at)


def _long(text: str, words: list[_Word], at: int) -> int:
    """Return how many words a name that begins at `at` has: more only while they look like it."""
    lists, count = _lists(), 1
    while count < 4 and at + count < len(words):
        last, more = words[at + count - 1], words[at + count]
        if not _same_line(text, last, more) or more.low in lists.others:
            break
        listed = more.low in lists.family or more.low in lists.sure
        if not (more.cap or (listed and not words[at].cap)):
            break
        count += 1
    return count


def _same_line(text: str, one: _Word, other: _Word) -> bool:
    between = text[one.end:other.start]
    return between in (" ", "  ", ". ") and not (between == ". " and len(one.typed) > 1)

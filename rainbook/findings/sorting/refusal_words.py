"""Proposes which of the complainant's own messages may say "do not contact me".

The one thing a reader would get wrong: a proposal is not a refusal and enters no count; it becomes
one when the person picks the message. What is not proposed may still be a refusal: the patterns
are few and narrow on purpose. Only messages the complainant sent may be given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rainbook.findings.sorting.folding import fold, visible
from rainbook.findings.sorting.refusal_patterns import (
    ALLOWED_BEFORE,
    JOKE,
    NAME_BEFORE,
    NEGATED,
    NOT_A_NAME,
    PATTERNS,
    QUOTED,
    Pattern,
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """One message that may hold a refusal: its place in what was given, the words as they stand
    there, and the characters of the message from `start` to `end` (end not included).
    """

    place: int
    words: str
    start: int
    end: int


def propose_refusals(texts: Sequence[str | None]) -> list[Proposed]:
    """Return at most one proposal for a message, the earliest words in it, in the order given.

    Of a message only the first 4,000 characters are looked at.
    """
    return [found for place, text in enumerate(texts) if (found := _proposed(place, text or ""))]


def _proposed(place: int, message: str) -> Proposed | None:
    folded = fold(message)
    # quoted words are somebody else's: they are blotted out, and the places stay
    text = QUOTED.sub(lambda m: "\x00" * len(m[0]), folded.text)
    spans = [m.span() for p in PATTERNS for m in p.words.finditer(text) if _stands(text, p, m)]
    if not spans:
        return None
    start, end = folded.span(*min(spans, key=lambda s: (s[0], -s[1])))
    return Proposed(place, visible(message[start:end]), start, end)


def _stands(text: str, pattern: Pattern, found: re.Match[str]) -> bool:
    """Say whether the words round a match let it stand: nothing before that turns it round, nothing
    after that makes a joke or something else of it.
    """
    before = re.split(r"[.!?;:,\n\x00()]", text[max(found.start() - 120, 0) : found.start()])[-1]
    after = text[found.end() : found.end() + 60]
    if JOKE.search(re.split(r"[.!?\n](?=\s+\w)", after)[0]):
        return False
    if pattern.not_after and pattern.not_after.match(after):
        return False
    if pattern.not_with and pattern.not_with.search(_sentence(text, found)):
        return False
    return pattern.anywhere or _may_begin(before)


def _sentence(text: str, found: re.Match[str]) -> str:
    first = re.split(r"[.!?\n\x00]", text[max(found.start() - 200, 0) : found.start()])[-1]
    last = re.split(r"[.!?\n\x00]", text[found.end() : found.end() + 200])[0]
    return f"{first} | {last}"


def _may_begin(before: str) -> bool:
    """Say whether a demand may begin after these words of the same clause."""
    before = " ".join(before.split())
    if not before or not re.search(r"\w", before):
        return True
    if NEGATED.search(before):
        return False
    if ALLOWED_BEFORE.search(before):
        return True
    name = NAME_BEFORE.fullmatch(before)
    return name is not None and name[1] not in NOT_A_NAME

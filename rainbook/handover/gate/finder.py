"""Finds what must be kept back in any text, and says exactly where it stands.

The one thing a reader would get wrong: a found place is in characters of the text that was given,
never of the folded one. Nothing is found that is not a whole word or a whole number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rainbook.handover.gate.folding import folded
from rainbook.handover.gate.sought import Sought
from rainbook.handover.gate.writings import IN_A_NUMBER

_DIGITS = re.compile(r"[0-9oil][0-9oil\W_]{4,400}")
# names of time zones are the program's own and name no place of anybody
_ZONE = re.compile(r"(?:europe|america|asia|africa|australia|pacific|atlantic|indian)/[a-z_/-]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """One place in a text: characters `start` to `end` (end not included), and the kind. `packed`:
    it stands there as base64, which is taken out whole.
    """

    start: int
    end: int
    kind: str
    packed: bool = False


class Finder:
    """Everything that is sought, compiled once."""

    def __init__(self, sought: Sequence[Sought]) -> None:
        self.sought = tuple(sought)
        self._words: list[tuple[str, tuple[str, ...], re.Pattern[str]]] = []
        self._numbers: list[tuple[str, re.Pattern[str]]] = []
        self._loose: list[tuple[str, tuple[str, ...], re.Pattern[str]]] = []
        self._hints: list[tuple[str, tuple[str, ...], re.Pattern[str]]] = []
        for one in self.sought:
            for way in one.writings:
                if way.pattern.startswith(IN_A_NUMBER):
                    self._numbers.append((one.kind, re.compile(way.pattern)))
                else:
                    self._words.append((one.kind, way.holds, re.compile(way.pattern)))
                    self._loose.append((one.kind, way.holds, re.compile(way.loose)))
            for way in one.hints:
                self._hints.append((one.kind, way.holds, re.compile(way.pattern)))

    def find(self, text: str, loose: bool = False) -> list[Hit]:
        """Return every place something sought stands at, in order, those that touch made one.

        `loose`: the text was taken from between other bytes, so a word may begin in the middle of
        what stands there ("TAGZZ99 4YE"); short ones are not looked for in that way.
        """
        if not text or not (self._words or self._numbers):
            return []
        plain = folded(text)
        found = [
            (*m.span(), kind)
            for kind, holds, pattern in self._words
            if all(h in plain.text for h in holds)
            for m in pattern.finditer(plain.text)
        ]
        found += self._in_numbers(plain.text)
        for kind, holds, pattern in self._loose if loose else ():
            if all(h in plain.text for h in holds):
                places = (m.span() for m in pattern.finditer(plain.text))
                found += [(*p, kind) for p in places if _long(plain.text[slice(*p)])]
        if found and "/" in text:
            zones = [m.span() for m in _ZONE.finditer(plain.text)]
            found = [f for f in found if not any(a <= f[0] and f[1] <= b for a, b in zones)]
        return merged(Hit(*plain.span(start, end), kind) for start, end, kind in found)

    def hints(self, text: str) -> list[Hit]:
        """Return where something stands that is too little to take out: the street alone."""
        if not text or not self._hints:
            return []
        plain = folded(text)
        return merged(
            Hit(*plain.span(*m.span()), kind)
            for kind, holds, pattern in self._hints
            if all(h in plain.text for h in holds)
            for m in pattern.finditer(plain.text)
        )

    def _in_numbers(self, text: str) -> list[tuple[int, int, str]]:
        if not self._numbers:
            return []
        found = []
        for run in _DIGITS.finditer(text):
            # one more character on each side, so that a letter or a plus in front is seen
            low, high = max(0, run.start() - 4), min(len(text), run.end() + 4)
            for kind, pattern in self._numbers:
                found += [(*m.span(), kind) for m in pattern.finditer(text, low, high)]
        return found


def _long(found: str) -> bool:
    """Return whether something is long enough to be found inside other letters."""
    solid = [c for c in found if c.isalnum()]
    return len(solid) >= (5 if any(c.isdigit() for c in solid) else 8)


def merged(hits: Iterable[Hit]) -> list[Hit]:
    """Return the places in order; where two lie over each other, the longer one's kind stands."""
    made: list[Hit] = []
    for one in sorted(hits, key=lambda h: (h.start, -h.end, h.kind)):
        if made and one.start < made[-1].end:
            if one.end > made[-1].end:
                packed = made[-1].packed and one.packed
                made[-1] = Hit(made[-1].start, one.end, made[-1].kind, packed)
        else:
            made.append(one)
    return made

"""Folds a text for finding and keeps the way back to each character of it.

The one thing a reader would get wrong: a folded character may stand for several of the text, or the
other way round; a found place is only ever used through `Folded.span`, never as it is.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_PLAIN = re.compile(r"[\t\n\r\x20-\x7e]+")
_LOWER = {upper: upper + 32 for upper in range(65, 91)}
# letters of other alphabets, and signs, that are drawn like one of ours (the second of each pair)
_PAIRS = (
    "а=a в=b с=c ԁ=d е=e ғ=f ɡ=g һ=h і=i ӏ=l ј=j к=k ⅼ=l м=m н=h о=o р=p ԛ=q г=r ѕ=s т=t "
    "у=y х=x ѵ=v ԝ=w ү=y з=3 б=6 α=a β=b ε=e η=n ι=i κ=k ν=v ο=o ρ=p τ=t υ=u χ=x γ=y ω=w "
    "ı=i ȷ=j ł=l ø=o đ=d ħ=h ŧ=t ɑ=a ո=n ս=u օ=o հ=h ց=g զ=q ƽ=5 ꓲ=i ꓳ=o ꓮ=a ꓐ=b ꓚ=c "
    "ꓓ=d ꓰ=e ꓝ=f ꓖ=g ꓧ=h ꓙ=j ꓗ=k ꓡ=l ꓟ=m ꓠ=n ꓑ=p ꓣ=r ꓢ=s ꓔ=t ꓴ=u ꓦ=v ꓪ=w ꓫ=x ꓬ=y ꓜ=z "
    "’=' ‘=' ‛=' ʼ=' ′=' `=' ´=' “=\" ”=\" «=\" »=\" ‐=- ‑=- ‒=- –=- —=- ―=- −=- ⁃=- ﹣=- "
    "⁄=/ ∕=/ ·=. •=. ∙=. 。=. ․=. ،=, 、=, ٫=. ＋=+ ﹢=+ ß=ss æ=ae œ=oe"
)
_ALIKE = dict(pair.split("=") for pair in _PAIRS.split(" "))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `at` and `back` are matching places in it and in the text it was made from, at
    each of which the two go on side by side until the next.
    """

    text: str
    at: tuple[int, ...]
    back: tuple[int, ...]
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of the text that became `start` to `end` (end not included)."""
        first = self._place(start)
        last = self._place(end - 1) if end > start else first
        # the character the last one came from is taken whole, with the marks that hang on it
        return first, max(last + 1, self._next(end))

    def _place(self, folded: int) -> int:
        here = bisect_right(self.at, folded) - 1
        place = self.back[here] + folded - self.at[here]
        return min(place, self.back[here + 1] - 1) if here + 1 < len(self.back) else place

    def _next(self, folded: int) -> int:
        """Return the place right behind what was folded up to here, marks and all."""
        here = bisect_right(self.at, folded - 1) - 1
        if here + 1 < len(self.at) and self.at[here + 1] <= folded:
            return self.back[here + 1]
        return self._place(folded - 1) + 1


def folded(text: str) -> Folded:
    """Return the text in small plain letters and digits: no accents, no hidden characters, wide
    and look-alike characters as the plain ones.
    """
    if text.isascii() and not _HIDDEN.search(text):
        return Folded(text.translate(_LOWER), (0,), (0,), len(text))
    out: list[str] = []
    at: list[int] = []
    back: list[int] = []
    size = place = 0
    while place < len(text):
        run = _PLAIN.match(text, place)
        if run:
            at.append(size)
            back.append(place)
            out.append(run.group().translate(_LOWER))
            size += len(out[-1])
            place = run.end()
            continue
        made = _one(text[place])
        if made:
            at.append(size)
            back.append(place)
            out.append(made)
            size += len(made)
        elif at:
            # what vanishes belongs to the run before it: mark where the text goes on
            at.append(size)
            back.append(place + 1)
        place += 1
    return Folded("".join(out), tuple(at) or (0,), tuple(back) or (0,), len(text))


_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@lru_cache(maxsize=65_536)
def _one(character: str) -> str:
    """Return what one character outside plain ASCII is folded to; "" for what does not show."""
    known = _ALIKE.get(character.lower())
    if known is not None:
        return known
    if character.isspace():
        return " "
    made = ""
    for part in unicodedata.normalize("NFKD", character).casefold():
        if part.isspace():
            made += " "
        elif unicodedata.category(part) not in ("Mn", "Me", "Cf", "Cc", "Cs", "Co"):
            digit = unicodedata.digit(part, None)
            made += str(digit) if digit is not None else _ALIKE.get(part, part)
    return made

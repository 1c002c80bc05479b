"""A text as it is looked through: wide letters and digits made plain, unseen characters left out.

The one thing a reader would get wrong: every place found in a folded text is turned back into
characters of the text as typed, so that what is shown and taken out is exactly what was typed.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_SAME = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-", "\u00a0": " ",
})
_UNSEEN = {"Cf", "Mn"}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `at[i]` is where its character `i` stands in the text as typed."""

    text: str
    at: tuple[int, ...]
    whole: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a piece of the folded text stands in the text as typed."""
        if start >= end:
            place = self.at[start] if start < len(self.at) else self.whole
            return place, place
        # an accent or an unseen character behind the last one belongs to it
        after = self.at[end] if end < len(self.at) else self.whole
        return self.at[start], max(self.at[end - 1] + 1, after if end == len(self.at) else 0)


def folded(text: str) -> Folded:
    """Return a text folded: accents off, wide characters plain, unseen ones out. Case is kept."""
    made: list[str] = []
    at: list[int] = []
    for place, char in enumerate(text):
        plain = char
        if not char.isascii():
            plain = unicodedata.normalize("NFKD", char).translate(_SAME)
            plain = "".join(c for c in plain if unicodedata.category(c) not in _UNSEEN)
            plain = plain.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("ı", "i")
        elif char == "`":
            plain = "'"
        made.append(plain)
        at.extend([place] * len(plain))
    return Folded("".join(made), tuple(at), len(text))

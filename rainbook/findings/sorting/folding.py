"""A folded copy of a message to look for words in: one case, no accents, nothing invisible.

The one thing a reader would get wrong: only the first MOST characters of a message are folded, so
that no message can take long; whoever shows what was found must say so. The copy is for looking
only: what is shown is taken from the message itself by `span`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MOST = 4_000
"""Characters of one message that are looked at."""
_DROPPED = ("Mn", "Me", "Cf", "Cc", "Cs", "Co", "Cn")
_SAME = str.maketrans(
    # Cyrillic and Greek letters that look like Latin ones, and the marks people type as "'"
    "аеорсухіјѕԁһӏвкмнтցαορνικτυ’‘ʼ`´′＇",
    "aeopcyxijsdhlbkmhtgaopviktu'''''''",
)
_WEB = re.compile(r"https?://\S+")
_LONG_RUN = re.compile(r"(.)\1{2,}")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[.!?]+|\n")


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` to look in; `places[i]` is where character i of it stands in the message."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the first character in the message and one past the last, for a stretch of
        `text` that is not empty.
        """
        return self.places[start], self.places[end - 1] + 1


def fold(words: str) -> Folded:
    """Return the folded copy of the first MOST characters."""
    given = words[:MOST]
    if given.isascii() and given.isprintable():
        return Folded(given.lower().replace("`", "'"), tuple(range(len(given))))
    kept: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(given):
        for one in _folded(letter):
            kept.append(one)
            places.append(place)
    return Folded("".join(kept), tuple(places))


def _folded(letter: str) -> str:
    if letter in "\n\r\u2028\u2029":
        return "\n"
    if letter.isspace():
        return " "
    # the marks are seen to before NFKC, which would make a space and a mark of some of them
    whole = unicodedata.normalize("NFKC", letter.translate(_SAME)).casefold()
    parts = unicodedata.normalize("NFKD", whole).translate(_SAME)
    return "".join(p for p in parts if unicodedata.category(p) not in _DROPPED)


def visible(words: str) -> str:
    """Return the words on one line without characters that are not seen or that turn text round."""
    kept = (" " if c.isspace() else c for c in words
            if c.isspace() or unicodedata.category(c) not in ("Cf", "Cc", "Cs"))
    return " ".join("".join(kept).split())


def words_of(words: str) -> list[str]:
    """Return the words of a folded message; "." stands for the end of a sentence or a line.

    Web addresses and words of more than 40 characters are left out; a letter repeated more than
    twice is written twice.
    """
    found = WORD.findall(_WEB.sub(" ", fold(words).text))
    return [
        "." if one[0] in ".!?\n" else _LONG_RUN.sub(r"\1\1", one)
        for one in found if len(one) <= 40 or one[0] in ".!?"
    ]

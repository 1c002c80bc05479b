"""Makes every character of a text show on paper: what cannot be seen, or would turn the line round,
is marked.

The one thing a reader would get wrong: this is for the PDFs only. The CSV and the exhibits keep the
exact characters; a mark ⟦U+202E⟧ stands where the character stands.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
RUN = 30  # characters without a space before a line may be broken inside a word
STEP = 4
LONGEST = 20_000  # characters of one message shown in a PDF; the CSV has all
_JOINERS = "\u200c\u200d"
_BREAK = "\u200b"


@lru_cache(maxsize=1)
def _covered() -> tuple[list[int], list[int]]:
    firsts, lasts = [], []
    for line in (FONTS / "coverage.txt").read_text(encoding="ascii").split():
        first, last = line.split("-")
        firsts.append(int(first, 16))
        lasts.append(int(last, 16))
    return firsts, lasts


def can_show(char: str) -> bool:
    """Return whether some committed font has a picture of this character."""
    firsts, lasts = _covered()
    place = bisect_right(firsts, ord(char)) - 1
    return place >= 0 and ord(char) <= lasts[place]


def mark(char: str) -> str:
    """Return the visible mark of a character, e.g. ⟦U+202E⟧."""
    return f"⟦U+{ord(char):04X}⟧"


def visible(text: str, plain_only: bool = False) -> str:
    """Return the text with marks in place of what cannot be shown; line feeds stay. Never raises.

    `plain_only` marks everything outside printable ASCII: the last resort when a font refuses to
    draw a cluster.
    """
    shown = []
    text = text.replace("\r\n", "\n")
    for place, char in enumerate(text):
        if char == "\n" or " " <= char <= "~":
            shown.append(char)
        elif char == "\t":
            shown.append("    ")
        elif plain_only or not _shows(char, text, place):
            shown.append(mark(char))
        else:
            shown.append(char)
    return "".join(shown)


def _shows(char: str, text: str, place: int) -> bool:
    before = text[place - 1] if place else ""
    if char in _JOINERS or char in "\ufe0e\ufe0f":
        # wanted inside emoji and in scripts that join; anywhere else it only hides
        wanted = (ord(before) > 0x2FF if before else False) or (
            char == "\ufe0f" and before in "0123456789#*©®"
        )
        return bool(before) and wanted and can_show(before)
    kind = unicodedata.category(char)
    if kind in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return False
    if kind in ("Mn", "Me", "Mc") and (not before or before.isspace()):
        return False
    return can_show(char)


def breakable(text: str) -> str:
    """Return the text with break places (zero width) in runs of more than RUN characters without a
    space.

    Only for layout: a 1,000-letter word would otherwise leave the page.
    """
    made: list[str] = []
    run = 0
    for place, char in enumerate(text):
        run = 0 if char.isspace() else run + 1
        plain = char.isascii() and (place == 0 or text[place - 1].isascii())
        if run > RUN and run % STEP == 0 and (plain or _starts_cluster(char, text[place - 1])):
            made.append(_BREAK)
        made.append(char)
    return "".join(made)


def _starts_cluster(char: str, before: str) -> bool:
    joined = before in _JOINERS or char in _JOINERS or char in "\ufe0e\ufe0f"
    skin = 0x1F3FB <= ord(char) <= 0x1F3FF or 0x1F1E6 <= ord(char) <= 0x1F1FF
    return not joined and not skin and not unicodedata.category(char).startswith("M")


def right_to_left(text: str) -> bool:
    """Return whether the first letter with a direction runs from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def lines_of(words: str, plain_only: bool = False) -> list[dict[str, object]]:
    """Return the words as lines for a template: text and direction. Text over LONGEST characters is
    cut and says so.
    """
    cut = words[:LONGEST]
    lines: list[dict[str, object]] = [
        {"text": breakable(line), "rtl": right_to_left(line)}
        for line in visible(cut, plain_only).split("\n")
    ]
    if len(words) > LONGEST:
        lines.append(
            {
                "text": f"[{len(words) - LONGEST:,} more characters: see chronology.csv]",
                "rtl": False,
            }
        )
    return lines

"""Writes `fonts/coverage.txt`: which characters the committed fonts can show.

The one thing a reader would get wrong: this is run by an engineer when a font changes, never by the
program; a test runs `ranges()` again and compares.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "rainbook" / "handover" / "paper" / "fonts"


def ranges(folder: Path = FONTS) -> list[str]:
    """Return lines "first-last" (hexadecimal, both included) of every character some font in the
    folder maps.
    """
    known: set[int] = set()
    for file in sorted(folder.glob("*.ttf")):
        with TTFont(file, lazy=True) as font:
            known |= set(font.getBestCmap())
    lines: list[str] = []
    first = last = -2
    for code in [*sorted(known), 0x110000 + 2]:
        if code == last + 1:
            last = code
            continue
        if first >= 0:
            lines.append(f"{first:04X}-{last:04X}")
        first = last = code
    return lines


if __name__ == "__main__":
    (FONTS / "coverage.txt").write_text("\n".join(ranges()) + "\n", encoding="ascii", newline="\n")

"""The pieces headers are made of, as patterns over raw UTF-8 bytes: digits of any script, half-day
words, hidden marks.

The one thing a reader would get wrong: every repeat has an upper bound. A header is never longer
than LONGEST_HEADER, so a line of a hundred megabytes costs no more than a short one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rainbook.events.sources._whatsapp_words import AM, PM

MARKS = r"(?:\u200e|\u200f|\u061c|\u202a|\u202b|\u202c|\u202d|\ufeff){0,3}"
LEAD = r"(?:\u200e|\u200f){0,3}"
BLANK = r"(?:[ \u00a0]|\u202f|\u2009)"
LONGEST_NAME = 800  # bytes: a group's name may hold 100 characters of several code points each
LONGEST_HEADER = 1_280
MARK_CHARS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\ufeff"


def _half_day() -> str:
    """Return a pattern for half-day words that allows the dots, blanks and marks people's phones
    put between letters.
    """
    loose = []
    # ASCII letters match in both sizes by themselves, those of Greek or Russian do not
    words = {form for word in AM | PM for form in (word, word.upper())}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        latin = word.isascii() and len(word) <= 3
        gap = rf"\.?{BLANK}?" if latin else r"(?:[.\u05f4\"\u200c ])?"
        loose.append(gap.join(re.escape(c) for c in word) + r"\.?")
    return "(?:" + "|".join(loose) + ")"


HALF_DAY = _half_day()


@lru_cache(maxsize=1)
def any_digit() -> str:
    """Return a class of all decimal digits of the basic plane (Arabic, Persian, Devanagari, …)."""
    return (
        "[" + "".join(chr(c) for c in range(0x10000) if unicodedata.category(chr(c)) == "Nd") + "]"
    )


def compiled(pattern: str) -> re.Pattern[bytes]:
    r"""Return a pattern of characters as one of UTF-8 bytes; `\uXXXX` may be written in it."""
    wide = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), pattern)
    # a class of wide characters becomes an alternation of their bytes
    thin = re.sub(r"(?<!\\)\[[^\]\\]*[^\x00-\x7f][^\]]*\]", lambda m: _class(m[0]), wide)
    return re.compile(thin.encode("utf-8"), re.IGNORECASE)


def _class(klass: str) -> str:
    wide = [c for c in klass[1:-1] if ord(c) > 127]
    thin = "".join(c for c in klass[1:-1] if ord(c) < 128)
    if len(wide) > 20:
        return _digit_runs(wide, thin)
    return "(?:" + "|".join([*([f"[{thin}]"] if thin else []), *wide]) + ")"


def _digit_runs(wide: list[str], thin: str) -> str:
    """Return digits grouped by their leading bytes, written so that latin-1 round-trips them as raw
    bytes.
    """
    runs: dict[bytes, list[int]] = {}
    for char in wide:
        raw = char.encode("utf-8")
        runs.setdefault(raw[:-1], []).append(raw[-1])
    parts = ["[" + thin + "]"] if thin else []
    for lead, lasts in runs.items():
        parts.append(
            "".join(f"\\x{b:02x}" for b in lead) + f"[\\x{min(lasts):02x}-\\x{max(lasts):02x}]"
        )
    return "(?:" + "|".join(parts) + ")"


@lru_cache(maxsize=2)
def general_pattern(ascii_digits: bool) -> re.Pattern[bytes]:
    """Return the pattern that knows every family; anchored use only (`match`), never a search in
    the middle of a line.
    """
    d = "[0-9]" if ascii_digits else any_digit()
    words = "klo|kl\\.?|at|um|om|à|às|a las|alle"
    return compiled(
        rf"{MARKS}(?P<open>\[)?{MARKS}(?P<n1>{d}{{1,4}}){MARKS}(?P<sep>\. |[./-]){MARKS}"
        rf"(?P<n2>{d}{{1,2}}){MARKS}(?P=sep){MARKS}(?P<n3>{d}{{1,4}}){MARKS}"
        rf"(?P<gap>\.?[,،、]?{MARKS}(?:{BLANK}{{1,3}}(?:{words}){BLANK}|{BLANK}{{1,3}})){MARKS}"
        rf"(?:(?P<before>{HALF_DAY}){BLANK}{{0,3}})?(?P<hour>{d}{{1,2}})(?P<tsep>[:.]){MARKS}"
        rf"(?P<minute>{d}{{2}})(?:(?P=tsep)(?P<second>{d}{{2}}))?"
        rf"(?:{BLANK}{{0,3}}{MARKS}(?P<after>{HALF_DAY}))?{MARKS}"
        rf"(?P<close>\]{BLANK}?| - | – | — |: |, | )"
    )

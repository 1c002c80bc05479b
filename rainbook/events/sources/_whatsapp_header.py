"""The line WhatsApp puts before each message of an exported chat, in every family met, on raw
bytes.

The one thing a reader would get wrong: a file has one style, the one its phone wrote. A line in
another style that
looks like a header was typed by somebody, so it stays inside the message it stands in, and that is
said.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rainbook.events.sources._whatsapp_words import AM, PM
from rainbook.moment.order import Token

MICRO = 1_000_000
MARKS = r"(?:\u200e|\u200f|\u061c|\u202a|\u202c|\u202d|\ufeff)*"
BLANK = r"(?:[ \u00a0]|\u202f|\u2009)"
_MARK_CHARS = dict.fromkeys(
    map(
        ord,
        '\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\ufeff \u00a0\u202f\u2009.\u05f4\u2019"',
    )
)
LONGEST_HEADER = 512
_HEADER_BEGINS = frozenset(bytes([b]) for b in (*b"0123456789[", *range(0xC2, 0xF5)))


def _half_day() -> str:
    """Return a pattern for half-day words that allows the dots, blanks and marks people's phones
    put between letters.
    """
    loose = []
    for word in sorted(AM | PM, key=len, reverse=True):
        latin = word.isascii() and len(word) <= 3
        gap = rf"\.?{BLANK}?" if latin else r"(?:[.\u05f4\"\u200c ])?"
        loose.append(gap.join(re.escape(c) for c in word) + r"\.?")
    return "(?:" + "|".join(loose) + ")"


@lru_cache(maxsize=1)
def _digit() -> str:
    """Return a class of all decimal digits of the basic plane (Arabic, Persian, Devanagari, …)."""
    return (
        "[" + "".join(chr(c) for c in range(0x10000) if unicodedata.category(chr(c)) == "Nd") + "]"
    )


_HALF_DAY = _half_day()


def _general(digit: str) -> str:
    d = digit
    return (
        rf"{MARKS}(?P<open>\[)?{MARKS}(?P<n1>{d}{{1,4}}){MARKS}(?P<sep>\. |[./-]){MARKS}(?P<n2>{d}{{1,2}}){MARKS}"
        rf"(?P=sep){MARKS}(?P<n3>{d}{{1,4}}){MARKS}(?P<gap>\.?[,،、]?(?:{BLANK}+(?:klo|kl\.?|at|um|om|à|às|a las|alle){BLANK}|{BLANK}+))"
        rf"{MARKS}(?:(?P<before>{_HALF_DAY}){BLANK}*)?(?P<hour>{d}{{1,2}})(?P<tsep>[:.]){MARKS}(?P<minute>{d}{{2}})(?:(?P=tsep)(?P<second>{d}{{2}}))?"
        rf"(?:{BLANK}*{MARKS}(?P<after>{_HALF_DAY}))?{MARKS}(?P<close>\]{BLANK}?| - | – | — |: |, | )"
    )


def to_bytes(pattern: str) -> bytes:
    """Return a str pattern as a bytes pattern over UTF-8: each class of wide characters becomes an
    alternation.
    """
    return (
        re.sub(r"(?<!\\)\[[^\]\\]*[^\x00-\x7f][^\]]*\]", lambda m: _class(m[0]), pattern).encode(
            "utf-8"
        )
        if not pattern.isascii() or "\\u" in pattern
        else pattern.encode()
    )


def _class(klass: str) -> str:
    wide, thin = (
        [c for c in klass[1:-1] if ord(c) > 127],
        "".join(c for c in klass[1:-1] if ord(c) < 128),
    )
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


def _expand(pattern: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), pattern)


@lru_cache(maxsize=4)
def general_pattern(ascii_digits: bool) -> re.Pattern[bytes]:
    """Return the pattern that knows every family; anchored use only (`match`), never a search in
    the middle of a line.
    """
    source = _expand(_general("[0-9]" if ascii_digits else _digit()))
    return re.compile(to_bytes(source), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What all real headers of one export share. `half`: "", "before" or "after" (12-hour clock)."""

    open: bool
    sep: str
    four_at: int
    gap: str
    tsep: str
    seconds: bool
    half: str
    close: str
    ascii_digits: bool

    def key(self) -> str:
        """Return the style in one line, as kept in a file's reading."""
        return "|".join(
            (
                str(int(self.open)),
                self.sep,
                str(self.four_at),
                self.gap,
                self.tsep,
                str(int(self.seconds)),
                self.half,
                self.close,
                str(int(self.ascii_digits)),
            )
        )

    @staticmethod
    def from_key(key: str) -> Style:
        """Return the style a reading names."""
        o, sep, four, gap, tsep, sec, half, close, asc = key.split("|")
        return Style(o == "1", sep, int(four), gap, tsep, sec == "1", half, close, asc == "1")

    def pattern(self, line_end: bytes = b"\n") -> re.Pattern[bytes]:
        """Return a pattern for exactly this style after a line end: groups header, date, time,
        name.
        """
        return _style_pattern(self, line_end)


@lru_cache(maxsize=64)
def _style_pattern(style: Style, line_end: bytes) -> re.Pattern[bytes]:
    d = "[0-9]" if style.ascii_digits else _digit()
    mark = MARKS if not style.ascii_digits else ""
    wide = {
        0: (rf"{d}{{1,2}}", rf"{d}{{1,2}}"),
        1: (rf"{d}{{4}}", rf"{d}{{1,2}}"),
        3: (rf"{d}{{1,2}}", rf"{d}{{4}}"),
    }[style.four_at]
    sep = re.escape(style.sep) + mark
    date = wide[0] + mark + sep + rf"{d}{{1,2}}" + mark + sep + wide[1]
    seconds = rf"{re.escape(style.tsep)}{d}{{2}}" if style.seconds else ""
    time = rf"{d}{{1,2}}{re.escape(style.tsep)}{mark}{d}{{2}}{seconds}"
    if style.half == "after":
        time += rf"{BLANK}*{mark}{_HALF_DAY}"
    elif style.half == "before":
        time = rf"{_HALF_DAY}{BLANK}*{time}"
    first = MARKS if not style.ascii_digits else r"(?:\u200e|\u200f)*"
    lead = rf"{first}\[{mark}" if style.open else first
    close = rf"\]{BLANK}?" if style.open else re.escape(style.close)
    one = r"((?:[^:\n\r]{1,200}|[^\n\r]{1,200}?)): "  # a name rarely holds a colon: try the quick way first
    name = one if style.close == " " and not style.open else rf"(?:{one})?"
    # a header never starts in the middle of a line: the line end is part of the pattern (and a fast
    # thing to search)
    source = rf"({line_end.decode()}{lead}({date}){mark}{_gap(style.gap)}{mark}({time}){mark}{close}{name})"
    return re.compile(to_bytes(_expand(source)), re.IGNORECASE)


def _gap(gap: str) -> str:
    return "".join(rf"{BLANK}+" if c == " " else re.escape(c) for c in gap)


def style_of(match: re.Match[bytes], ascii_digits: bool) -> Style:
    """Return the style of one header-like line."""
    part = {k: (v or b"").decode("utf-8", "replace") for k, v in match.groupdict().items()}
    four = 1 if len(part["n1"]) == 4 else 3 if len(part["n3"]) == 4 else 0
    gap = re.sub(f"{BLANK}+", " ", part["gap"]).lower()
    half = "before" if part["before"] else "after" if part["after"] else ""
    opened = bool(part["open"])
    return Style(
        opened,
        part["sep"],
        four,
        gap,
        part["tsep"],
        bool(part["second"]),
        half,
        "]" if opened else part["close"],
        ascii_digits,
    )


def headers_in(text: bytes) -> Iterator[tuple[int, Style]]:
    """Yield (offset, style) of every line of `text` that looks like a header of any family."""
    start = 0
    while start < len(text):
        end = text.find(b"\n", start)
        end = len(text) if end < 0 else end
        head = text[start : min(end, start + LONGEST_HEADER)]
        for ascii_digits in (True, False) if head[:1] in _HEADER_BEGINS else ():
            found = general_pattern(ascii_digits).match(head)
            if found and plausible(found):
                yield start, style_of(found, ascii_digits)
                break
            if head.isascii():
                break
        start = end + 1


def plausible(match: re.Match[bytes]) -> bool:
    """Return whether the numbers can be a day and a time of day, in any order."""
    a, b, c = (int(match[n].decode("utf-8")) for n in ("n1", "n2", "n3"))
    if bool(match["open"]) != match["close"].startswith(b"]"):
        return False
    hour, minute, second = (
        int((match[n] or b"0").decode("utf-8")) for n in ("hour", "minute", "second")
    )
    year, others = (a, (b, c)) if a > 31 else (c, (a, b))
    day_ok = min(others) in range(1, 13) and max(others) in range(1, 32)
    return (
        day_ok
        and (year < 100 or 1990 <= year <= 2100)
        and hour < 25
        and minute < 60
        and second < 60
    )


def main_style(sample: bytes) -> Style | None:
    """Return the style most header-like lines of the sample share (the first seen wins a tie), or
    None.
    """
    seen = Counter(style for _, style in headers_in(sample))
    return seen.most_common(1)[0][0] if seen else None


def day_token(written: bytes) -> Token | None:
    """Return the three numbers of a written day, or None when they are not numbers of a day."""
    numbers = re.findall(r"\d+", written.decode("utf-8", "replace"))
    if len(numbers) != 3:
        return None
    a, b, c = (int(n) for n in numbers)
    return (a, b, c, max(len(numbers[0]), len(numbers[2])) == 4)


def time_of_day(written: bytes) -> tuple[int, bool] | None:
    """Return µs since midnight and whether seconds are written; None when no clock shows that."""
    if (
        len(written) == 8 and written[2:3] == b":" == written[5:6]
    ):  # by far the most common form, HH:MM:SS
        hour, minute, second = int(written[:2]), int(written[3:5]), int(written[6:])
        return (
            (((hour * 60 + minute) * 60 + second) * MICRO, True)
            if hour < 24 and minute < 60 and second < 60
            else None
        )
    text = written.decode("utf-8", "replace")
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    half = re.sub(r"[\d:]", "", text).translate(_MARK_CHARS).replace("\u200c", "").casefold()
    hour, minute, second = numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else 0
    if half:
        is_pm = half in PM
        if (hour > 12 and not is_pm) or (not is_pm and half not in AM):
            return None
        hour = hour if hour > 12 else hour % 12 + (12 if is_pm else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return ((hour * 60 + minute) * 60 + second) * MICRO, len(numbers) > 2

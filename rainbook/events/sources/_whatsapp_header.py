"""The line WhatsApp puts before each message of an exported chat, in every family met, on raw
bytes.

The one thing a reader would get wrong: a file has one style, the one its phone wrote, and its first
line shows it. A line in another style that looks like a header was typed by somebody, so it stays
inside the message it stands in, and that is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from functools import lru_cache

from rainbook.events.sources._whatsapp_patterns import (
    BLANK,
    HALF_DAY,
    LEAD,
    LONGEST_HEADER,
    LONGEST_NAME,
    MARK_CHARS,
    MARKS,
    any_digit,
    compiled,
    general_pattern,
)
from rainbook.events.sources._whatsapp_words import AM, PM, SYSTEM_QUOTES
from rainbook.moment.order import Token

MICRO = 1_000_000
_SHORTEST_HEADER = 11  # 1/1/24 1:00 and what closes it
_ONLY_MARKS = dict.fromkeys(map(ord, MARK_CHARS))
_NO_MARKS = dict.fromkeys(map(ord, MARK_CHARS + ' \u00a0\u202f\u2009.\u05f4\u2019"\u200c'))
_HEADER_BEGINS = frozenset(bytes([b]) for b in (*b"0123456789[", *range(0xC2, 0xF5)))


@dataclass(frozen=True, slots=True)
class Style:
    """What all real headers of one export share. `half`: "", "before" or "after" (12-hour clock);
    `marked`: direction marks stand between the numbers.
    """

    open: bool
    sep: str
    four_at: int
    gap: str
    tsep: str
    seconds: bool
    half: str
    close: str
    ascii_digits: bool
    marked: bool

    def key(self) -> str:
        """Return the style in one line, as kept in a file's reading."""
        return "|".join(str(int(p) if isinstance(p, bool) else p) for p in astuple(self))

    @staticmethod
    def from_key(key: str) -> Style:
        """Return the style a reading names."""
        o, sep, four, gap, tsep, sec, half, close, asc, marked = key.split("|")
        return Style(
            o == "1", sep, int(four), gap, tsep, sec == "1", half, close, asc == "1", marked == "1"
        )

    def pattern(self, line_end: bytes = b"\n") -> re.Pattern[bytes]:
        """Return a pattern for exactly this style after a line end: groups header, date, time,
        name.
        """
        return _style_pattern(self, line_end)


@lru_cache(maxsize=64)
def _style_pattern(style: Style, line_end: bytes) -> re.Pattern[bytes]:
    d = "[0-9]" if style.ascii_digits else any_digit()
    loose = style.marked or not style.ascii_digits
    mark = MARKS if loose else ""
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
        time += rf"{BLANK}{{0,3}}{mark}{HALF_DAY}"
    elif style.half == "before":
        time = rf"{HALF_DAY}{BLANK}{{0,3}}{time}"
    first = MARKS if loose else LEAD
    lead = rf"{first}\[{mark}" if style.open else first
    close = rf"\]{BLANK}" if style.close == "] " else re.escape(style.close)
    # a name rarely holds a colon: try the quick way first
    one = rf"((?:[^:\n\r]{{1,{LONGEST_NAME}}}|[^\n\r]{{1,{LONGEST_NAME}}}?)): "
    name = one if style.close == " " else rf"(?:{one})?"
    # a header never starts in the middle of a line: the line end is part of the pattern (and a fast
    # thing to search)
    gap = "".join(rf"{BLANK}{{1,3}}" if c == " " else re.escape(c) + mark for c in style.gap)
    whole = rf"{lead}({date}){mark}{gap}{mark}({time}){mark}{close}{name}"
    return compiled(f"({line_end.decode()}{whole})")


def style_of(match: re.Match[bytes], ascii_digits: bool) -> Style:
    """Return the style of one header-like line."""
    part = {k: (v or b"").decode("utf-8", "replace") for k, v in match.groupdict().items()}
    four = 1 if len(part["n1"]) == 4 else 3 if len(part["n3"]) == 4 else 0
    gap = re.sub(f"{BLANK}+", " ", part["gap"].translate(_ONLY_MARKS)).lower()
    half = "before" if part["before"] else "after" if part["after"] else ""
    inside = match[0][match.start("n1") - match.start() :].decode("utf-8", "replace")
    closed = "]" + " " * (len(part["close"]) - 1)
    return Style(
        bool(part["open"]),
        part["sep"],
        four,
        gap,
        part["tsep"],
        bool(part["second"]),
        half,
        closed if part["open"] else part["close"],
        ascii_digits,
        any(c in inside for c in MARK_CHARS),
    )


def headers_in(text: bytes, any_numbers: bool = False) -> Iterator[tuple[int, Style]]:
    """Yield (offset, style) of every line of `text` that looks like a header of any family;
    `any_numbers`: also where its numbers are no day or no time of day.
    """
    start = 0
    while start < len(text):
        end = text.find(b"\n", start)
        end = len(text) if end < 0 else end
        head = text[start : min(end, start + LONGEST_HEADER)]
        like = len(head) >= _SHORTEST_HEADER and head[:1] in _HEADER_BEGINS
        for ascii_digits in (True, False) if like else ():
            found = general_pattern(ascii_digits).match(head)
            if found and (any_numbers or plausible(found)):
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
    # a blank alone closes one family only; elsewhere a half-day word nobody knows would stand there
    if match["close"] == b" " and (match["sep"] != b". " or match["second"] is None):
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
    """Return the style of the file, or None where no line is a header.

    The first line is the phone's own and shows it. Where something else stands first, the style of
    most lines is taken: nobody but the person's own hand puts text there.
    """
    found = list(headers_in(sample))
    if found and not sample[: found[0][0]].strip():
        return found[0][1]
    seen = Counter(style for _, style in found)
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
    text = written.decode("utf-8", "replace")
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    half = re.sub(r"[\d:]", "", text).translate(_NO_MARKS).casefold()
    hour, minute, second = numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else 0
    if half:
        is_pm = half in PM
        if (hour > 12 and not is_pm) or (not is_pm and half not in AM):
            return None
        hour = hour if hour > 12 else hour % 12 + (12 if is_pm else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return ((hour * 60 + minute) * 60 + second) * MICRO, len(numbers) > 2


def no_name(name: bytes, after: bytes) -> bool:
    """Return whether what stands before ": " is no sender but the start of a line of WhatsApp's own
    that quotes a group's name, as in: Kim changed the subject to "Sunday: lunch".
    """
    if b'"' not in name and "\u201c".encode() not in name:
        return False
    text, rest = name.decode("utf-8", "replace").casefold(), after.split(b"\n", 1)[0].rstrip()
    quote = max(text.rfind('"'), text.rfind("\u201c"))
    opened = text[quote] == "\u201c" or text.count('"') % 2 == 1
    said = any(words in text[:quote] for words in SYSTEM_QUOTES)
    return opened and said and (b'"' in rest or "\u201d".encode() in rest)

"""What an attribute of a phone's XML says: its bytes turned into text, and what had to be repaired.

The one thing a reader would get wrong: old phones write one emoji as two half references
(`&#55357;&#56841;`), which no XML reader accepts. The pair is put together again and the row says
so; half of a pair alone is lost and says so.
"""

from __future__ import annotations

import re

from rainbook.events.sources._hidden import hidden
from rainbook.record import Warn

_REFERENCE = re.compile(r"&(?:#([0-9]{1,10})|#[xX]([0-9a-fA-F]{1,8})|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")
_UNREADABLE, _REPAIRED = int(Warn.UNREADABLE_TEXT), int(Warn.REPAIRED_SURROGATE)
NO_CHARACTER = "\ufffd"


def read_text(value: bytes, encoding: str = "utf-8") -> tuple[str, int]:
    """Return the text of an attribute's bytes and the warnings (Warn, as a number) that belong to
    it.

    References are resolved once, never twice; an unknown one stays as it is written.
    """
    if value.isascii():
        text = value.decode("ascii")
        if "&" not in text:
            return text, 0 if text.isprintable() else hidden(text)
        warn = 0
    else:
        text, warn = _decode(value, encoding)
    if "&" in text:
        text = _REFERENCE.sub(_resolve, text)
    if _HALF.search(text):
        text = _PAIR.sub(_join, text)
        text, lost = _HALF.subn(NO_CHARACTER, text)
        warn |= _REPAIRED | (_UNREADABLE if lost else 0)
    elif NO_CHARACTER in text and NO_CHARACTER.encode() not in value:
        warn |= _UNREADABLE  # a reference to no character at all
    return text, warn | hidden(text)


def _decode(value: bytes, encoding: str) -> tuple[str, int]:
    try:
        return value.decode(encoding), 0
    except UnicodeDecodeError:
        pass
    try:
        # some phones write the two halves of an emoji as bytes of their own
        return value.decode("utf-8", "surrogatepass"), 0
    except UnicodeDecodeError:
        return value.decode(encoding, "replace"), _UNREADABLE


def _resolve(found: re.Match[str]) -> str:
    ten, sixteen, name = found.groups()
    if name:
        return _NAMED[name]
    number = int(ten) if ten else int(sixteen, 16)
    return chr(number) if number <= 0x10FFFF else NO_CHARACTER


def _join(found: re.Match[str]) -> str:
    high, low = ord(found[0][0]), ord(found[0][1])
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))

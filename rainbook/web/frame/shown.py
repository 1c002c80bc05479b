"""Text from a file or a person, made ready for a page.

The one thing a reader would get wrong: the exact characters stay in the record. On a page, what
cannot be seen or would turn the line round is shown as a mark, because the other person may have
written it to mislead.
"""

from __future__ import annotations

import unicodedata

from markupsafe import Markup, escape

LONGEST = 2_000
_JOINERS = "\u200c\u200d"
_MARK = Markup('<span class="rb-hidden">%s</span>')


def seen(text: object, most: int = LONGEST) -> Markup:
    """Return a text as HTML: escaped, hidden and turning characters as visible marks, cut at `most`
    characters with a note. Line feeds stay.
    """
    whole = str(text)
    parts: list[Markup | str] = []
    plain: list[str] = []
    for place, char in enumerate(whole[:most]):
        if is_visible(char, whole, place):
            plain.append(char)
            continue
        parts += [escape("".join(plain)), _MARK % f"[U+{ord(char):04X}]"]
        plain = []
    parts.append(escape("".join(plain)))
    if len(whole) > most:
        parts.append(Markup(' <span class="rb-cut">… [%s]</span>') % f"{len(whole):,}")
    return Markup("").join(parts)


def is_visible(char: str, text: str, place: int) -> bool:
    """Return whether a character of a text can be shown as it is."""
    if char in "\n\t" or " " <= char <= "~":
        return True
    kind = unicodedata.category(char)
    if char in _JOINERS:  # between letters or pictures they belong to the writing
        inside = 0 < place < len(text) - 1
        return inside and not (text[place - 1].isspace() or text[place + 1].isspace())
    if char == "\ufe0f":
        return place > 0
    return kind not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")

"""A short text of a person or a file, made fit to stand inside a sentence.

The one thing a reader would get wrong: nothing is kept in this form. What cannot be seen, or would
turn the line round, is shown as a mark; the record has the exact characters.
"""

from __future__ import annotations

from rainbook.web.frame.shown import is_visible

_MARK = "\ufffd"


def plain(text: str, most: int = 80) -> str:
    """Return a text in one line of at most `most` characters, hidden characters as marks."""
    line = text.replace("\n", " ").replace("\t", " ")
    cut = line[:most]
    made = "".join(c if is_visible(c, cut, n) else _MARK for n, c in enumerate(cut))
    return made + ("…" if len(line) > most else "")

"""Characters a reader of a page cannot see: which words hold them.

The one thing a reader would get wrong: nothing is removed. The words stay exactly as they came and
the row gets a warning, because a hidden character can turn a sentence round or make two different
texts look the same.
"""

from __future__ import annotations

import re

from rainbook.record import Warn

_ANY = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, without tab and line ends
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the direction of writing
    "\u200b\u200c\u2028\u2029\u2060-\u2064\ufeff"  # no width, or a line end of another kind
    "\u200d\U000e0000-\U000e007f]"  # these two are looked at again
)
# joins emoji into one picture: hidden only where it joins something else
_JOINED = re.compile("(?<=[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d")
# spells out the flags of England, Scotland and Wales: hidden only away from the black flag
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007f]{1,8}")
_WARN = int(Warn.HIDDEN_CHARACTERS)


def hidden(words: str) -> int:
    """Return Warn.HIDDEN_CHARACTERS as a number when the words hold a character that does not show,
    else 0.
    """
    if (words.isprintable() and words.isascii()) or not _ANY.search(words):
        return 0
    return _WARN if _ANY.search(_FLAG.sub("", _JOINED.sub("", words))) else 0

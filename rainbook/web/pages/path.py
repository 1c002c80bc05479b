"""The way through a record, as one page that can be come back to.

The one thing a reader would get wrong: it shows no numbers and no progress. Nothing has to be done,
and the order is only a suggestion.
"""

from __future__ import annotations

from rainbook.web.interface import BOOK, Answer, Asked, Page
from rainbook.web.pages.take_in import is_free

STEPS = (
    ("have", "have"), ("add", "files"), ("who", "who"), ("timeline", "timeline"),
    ("diary", "notes"), ("tell", "tell"), ("shows", "signs"), ("give", "hand"),
)
BESIDE = (("files", "held"), ("decisions", "said"), ("keep-back", "keep-back"), ("keys", "keys"),
          ("case-settings", "of-book"), ("settings", "settings"), ("more-forms", "forms"),
          ("take-in", "take-in"))
"""What lies beside the steps; a folder can be taken in only where the book holds nothing yet."""


def _path(asked: Asked) -> Answer:
    """Show the steps, and what lies beside them."""
    has, free = asked.desk.has, is_free(asked.book)
    return asked.page(
        "path.html", steps=[s for s in STEPS if has(s[0])],
        beside=[s for s in BESIDE if has(s[0]) and (free or s[0] != "take-in")],
        empty=not asked.book.originals(),
    )


PAGES = (Page("path", "/book", _path, BOOK),)

"""What the program is, what it cannot do, and what stays on this computer.

The one thing a reader would get wrong: this page is a promise. What stands on it must be true of
the program as it is, not as it is meant to be (docs/limits.md, docs/attackers.md).
"""

from __future__ import annotations

from rainbook.web.interface import Answer, Asked, Page

PARTS = ("plain", "blind", "stays", "traces", "end", "all", "words", "work")
"""The parts of the page in order: each has a heading and a text of its name."""
OF_THE_APP = ("stays", "traces", "end")
"""Parts that are true on the person's own computer only, not where the guide alone is hosted."""


def show(asked: Asked) -> Answer:
    """Show the page."""
    own = asked.desk.has("new")
    return asked.page("about.html", parts=[p for p in PARTS if own or p not in OF_THE_APP])


PAGES = (Page("about", "/about", show),)

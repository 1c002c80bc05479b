"""The guide: what the signs are, what can be done online, and what the law asks.

The one thing a reader would get wrong: these pages need no book and keep nothing. There is no form
on them, so there is nothing that could be kept.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from rainbook.web.guide import GuidePage, guide_pages
from rainbook.web.interface import Answer, Asked, Page

LINKS = ("signs", "online", "contact", "types", "course")
"""The pages below the front page, in order, each as "guide-NAME"."""


def show(page: GuidePage, asked: Asked) -> Answer:
    """Show one page of the guide."""
    names = [one.name for one in guide_pages()]
    after = names.index(page.name) + 1
    return asked.page(
        "guide.html",
        page=page,
        links=LINKS,
        next_page=names[after] if after < len(names) else "",
    )


_HELD = {page.name: page for page in guide_pages()}


def _show(name: str) -> Callable[[Asked], Answer]:
    return partial(show, _HELD[name])


# written out, because names and paths are read from here before anything is loaded (page_list.py)
PAGES = (
    Page("guide", "/guide", _show("guide")),
    Page("guide-signs", "/guide/signs", _show("guide-signs")),
    Page("guide-online", "/guide/online", _show("guide-online")),
    Page("guide-contact", "/guide/contact", _show("guide-contact")),
    Page("guide-types", "/guide/types", _show("guide-types")),
    Page("guide-course", "/guide/course", _show("guide-course")),
)

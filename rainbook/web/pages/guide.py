"""The guide: what the signs are, what can be done online, and what the law asks.

The one thing a reader would get wrong: these pages need no book and keep nothing. There is no form
on them, so there is nothing that could be kept.
"""

from __future__ import annotations

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


PAGES = tuple(
    Page(page.name, page.path, partial(show, page)) for page in guide_pages()
)

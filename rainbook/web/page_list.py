"""Every page of the app: what they are called, and the pages themselves.

The one thing a reader would get wrong: names and paths are read from the sources as text, because
loading all pages takes a second that nobody should wait for at the first page. A test holds the two
together; a page whose name and path are not written out in one place is found by it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from rainbook.shelf import shelf
from rainbook.web.interface import Page

_PAGE = re.compile(r'Page\(\s*"([a-z0-9-]+)",\s*"(/[^"]*)"')


@cache
def known_paths() -> Mapping[str, str]:
    """Return the path of every page by its name, loading none of them."""
    found: dict[str, str] = {}
    folder = files("rainbook.web") / "pages"
    for one in sorted(folder.iterdir(), key=lambda p: p.name):
        if one.name.endswith(".py"):
            found.update(_PAGE.findall(one.read_text(encoding="utf-8")))
    return found


def all_pages() -> tuple[Page, ...]:
    """Return every page of the app."""
    return tuple(page for pages in shelf("rainbook.web.pages", "PAGES") for page in pages)

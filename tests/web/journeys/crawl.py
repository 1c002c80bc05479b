"""Goes to every page of the app that can be reached by a link, on the example.

The one thing a reader would get wrong: what is found is found by following the links, as a person
would; only pages that no link leads to are named here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from rainbook.web.app import all_pages
from rainbook.web.interface import Page
from tests.web.journeys.kit import Visitor

SEEDS = ("", "home", "this-device", "exit", "locked", "book", "new", "open", "add/send", "wait")
# a link inside a picture (SVG) has an href of another kind
LINKS = "all => all.map(a => new URL(a.getAttribute('href'), location).href)"
EACH = 2  # pages looked at of one kind
NO_PAGE = {
    "leave": "ends the visit", "lock": "closes the book", "awake": "answers a script",
    "undo": "is a form only", "busy": "goes on at once where nothing long is done",
    "files-copy": "gives a file to keep", "picture": "is a picture", "give-copy": "is a file",
    "diary-picture": "is a picture", "diary-keep": "answers a script",
    "add-send": "takes a file", "add-read": "is a form only", "diary-photo": "takes a file",
    "glance-look": "takes a file", "open": "goes to the book where one is open",
    "locked": "goes to the book where one is open", "decisions-again": "is a form only",
    "diary-again": "is a form only", "list-in-send": "takes a file",
    "files-say": "is a form only", "give-look": "shows a picture, and the example holds none",
}
"""Pages that have nothing to look at while a book is open, and why."""

STEPS = frozenset((
    "added", "diary-check", "diary-one", "feedback-kept", "give-preview",
    "give-report", "give-who", "given", "keys-remove", "law-one", "list-in-done",
    "more-forms-done", "orders-clause", "original", "sheet", "shows-lines", "stamps-done",
    "take-in", "take-in-result", "tell-entry-question", "verify-result", "who-how", "who-me",
    "who-next",
))
"""Pages that only a form or another book leads to; test_steps.py goes to each."""


def patterns() -> list[tuple[Page, re.Pattern[str]]]:
    """Return every page with what its addresses look like; those without places first."""
    found = []
    for page in sorted(all_pages(), key=lambda p: "{" in p.path):
        inside = re.sub(r"\\\{[a-z_]+(:path)?\\\}", "[^/]+", re.escape(page.path.lstrip("/")))
        found.append((page, re.compile(inside)))
    return found


def name_of(path: str) -> str:
    """Return the name of the page at a path below the visit, "" for none."""
    return next((p.name for p, like in PATTERNS if like.fullmatch(path)), "")


PATTERNS = patterns()


def pages_of(one: Visitor, each: int = EACH) -> Iterator[tuple[str, str]]:
    """Yield the name and the path (with its query) of each page; the browser is on it then."""
    seen: Counter[str] = Counter()
    known, open_ones = set(SEEDS), list(SEEDS)
    while open_ones:
        path = open_ones.pop(0)
        name = name_of(path.partition("?")[0])
        if not name or name in NO_PAGE or seen[name] >= each:
            continue
        one.go(path)
        here = name_of(urlsplit(one.page.url[len(one.root):]).path)
        if here == name:
            seen[name] += 1
            yield name, path
        elif here and seen[here] < each and here not in NO_PAGE:
            seen[here] += 1
            yield here, one.page.url[len(one.root):]
        for link in one.page.eval_on_selector_all("a[href]", LINKS):
            if link.startswith(one.root):
                path = link[len(one.root):].partition("#")[0]
                if path not in known:
                    known.add(path)
                    open_ones.append(path)

"""Every word the app says: one file for each page file and language (Fluent, projectfluent.org).

The one thing a reader would get wrong: a text that is missing in Welsh is shown in English and
marked as English; a text that is missing in English is a fault and is raised.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from rainbook.record import RainbookError

LOCALES: Mapping[str, str] = {"en": "en-GB", "cy": "cy"}
CHECKED = frozenset({"en"})
"""Languages whose words somebody who speaks them has read."""
_MARKED = Markup('<span lang="en">%s</span>')
_VALUE = re.compile("\ue000([0-9]+)\ue001")


class WordsMissing(RainbookError):
    """A page asks for a text that no file holds, or one that cannot be put together."""


class Words:
    """The texts of one language, with English behind them."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LOCALES else "en"
        self.locale = LOCALES[self.language]
        self.checked = self.language in CHECKED
        self._own, self._english = _bundle(self.language), _bundle("en")
        self._marks = MarkdownIt("commonmark", {"html": False, "linkify": False})

    def has(self, key: str) -> bool:
        """Return whether there is a text of this name."""
        return self._english.has_message(key)

    def text(self, key: str, **values: Any) -> str:
        """Return a text, plain. Raises WordsMissing."""
        bundle = self._own if self._own.has_message(key) else self._english
        if not bundle.has_message(key):
            raise WordsMissing(f"There is no text {key!r}.")
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise WordsMissing(f"The text {key!r} says nothing.")
        said, faults = bundle.format_pattern(pattern, values)
        if faults:
            raise WordsMissing(f"The text {key!r} cannot be put together: {faults[0]}")
        return str(said)

    def html(self, key: str, **values: Any) -> Markup:
        """Return a text for a page, marked as English where it is not in this language."""
        said = escape(self.text(key, **values))
        foreign = self.language != "en" and not self._own.has_message(key)
        return _MARKED % said if foreign else said

    def markdown(self, key: str, **values: Any) -> Markup:
        """Return a text written in Markdown as HTML; values are never read as Markdown."""
        kept = list(values.values())
        marks = {name: f"\ue000{place}\ue001" for place, name in enumerate(values)}
        made = self._marks.render(self.text(key, **marks))
        made = _VALUE.sub(lambda found: str(escape(kept[int(found[1])])), made)
        foreign = self.language != "en" and not self._own.has_message(key)
        return Markup('<div lang="en">' + made + "</div>") if foreign else Markup(made)  # noqa: S704


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([LOCALES[language]], use_isolating=False)
    folder = files(__name__) / language
    for one in sorted(folder.iterdir(), key=lambda p: p.name):
        if one.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(one.read_text(encoding="utf-8")))
    return bundle

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
_KEY = re.compile(r"^([a-zA-Z][\w-]*) *=", re.M)
_VALUE = re.compile("\ue000([0-9]+)\ue001")


class WordsMissing(RainbookError):
    """A page asks for a text that no file holds, or one that cannot be put together."""


class Words:
    """The texts of one language, with English behind them."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LOCALES else "en"
        self.locale = LOCALES[self.language]
        self.checked = self.language in CHECKED
        self._own, self._english = _texts(self.language), _texts("en")
        self._marks = MarkdownIt("commonmark", {"html": False, "linkify": False})

    def has(self, key: str) -> bool:
        """Return whether there is a text of this name."""
        return key in self._english.file_of

    def text(self, key: str, **values: Any) -> str:
        """Return a text, plain. Raises WordsMissing."""
        texts = self._own if key in self._own.file_of else self._english
        if key not in texts.file_of:
            raise WordsMissing(f"There is no text {key!r}.")
        bundle = texts.bundle(key)
        pattern = bundle.get_message(key).value if bundle.has_message(key) else None
        if pattern is None:
            raise WordsMissing(f"The text {key!r} says nothing.")
        said, faults = bundle.format_pattern(pattern, values)
        if faults:
            raise WordsMissing(f"The text {key!r} cannot be put together: {faults[0]}")
        return str(said)

    def html(self, key: str, **values: Any) -> Markup:
        """Return a text for a page, marked as English where it is not in this language."""
        said = escape(self.text(key, **values))
        foreign = self.language != "en" and key not in self._own.file_of
        return _MARKED % said if foreign else said

    def markdown(self, key: str, **values: Any) -> Markup:
        """Return a text written in Markdown as HTML; values are never read as Markdown."""
        kept = list(values.values())
        marks = {name: f"\ue000{place}\ue001" for place, name in enumerate(values)}
        made = self._marks.render(self.text(key, **marks))
        made = _VALUE.sub(lambda found: str(escape(kept[int(found[1])])), made)
        foreign = self.language != "en" and key not in self._own.file_of
        return Markup('<div lang="en">' + made + "</div>") if foreign else Markup(made)


class _Texts:
    """The texts of one language. A file is understood when the first text of it is wanted: all of
    them together take a third of a second, and the first page must not wait for that.
    """

    def __init__(self, language: str) -> None:
        self._locale = LOCALES[language]
        self._files: dict[str, str] = {}
        self._bundles: dict[str, FluentBundle] = {}
        self.file_of: dict[str, str] = {}
        folder = files(__name__) / language
        for one in sorted(folder.iterdir(), key=lambda p: p.name):
            if one.name.endswith(".ftl"):
                text = one.read_text(encoding="utf-8")
                self._files[one.name] = text
                self.file_of.update(dict.fromkeys(_KEY.findall(text), one.name))

    def bundle(self, key: str) -> FluentBundle:
        """Return the texts of the file that holds a text."""
        name = self.file_of[key]
        if name not in self._bundles:
            made = FluentBundle([self._locale], use_isolating=False)
            made.add_resource(FluentResource(self._files[name]))
            self._bundles[name] = made
        return self._bundles[name]


@cache
def _texts(language: str) -> _Texts:
    return _Texts(language)

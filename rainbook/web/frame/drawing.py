"""Draws pages from templates.

The one thing a reader would get wrong: everything is escaped unless a template function returns
Markup, and only `words`, `shown` and the picture drawers do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from rainbook.web.frame.shown import seen
from rainbook.web.interface import Asked

Place = Callable[[str, Mapping[str, Any], Mapping[str, Any]], str]
_MARK = Markup('<input type="hidden" name="mark" value="{}">')


@cache
def environment() -> Environment:
    """Return the templates: ours, and those of the design system under its own name."""
    made = Environment(
        loader=ChoiceLoader([
            PackageLoader("rainbook.web", "templates"),
            PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        ]),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        auto_reload=False,  # a program that is replaced while it runs stays the one it was
    )
    made.filters["seen"] = seen
    return made


def renderer(place: Place) -> Callable[[Asked, str, Mapping[str, Any]], str]:
    """Return what makes a page from a template and its data."""
    env = environment()

    def render(asked: Asked, template: str, data: Mapping[str, Any]) -> str:
        # the page shown while something long is done is gone in a moment: what is said waits
        said = [] if template == "busy.html" else asked.visit.take_said()
        given = {
            "asked": asked, "t": asked.words.html, "md": asked.words.markdown,
            "plain": asked.words.text, "words": asked.words,
            "csrf": lambda: _MARK.format(asked.visit.mark), "url": asked.url,
            "static": lambda file: place("static", {"file": file}, {}),
            "said": said, "slips": (), "desk": asked.desk, "visit": asked.visit,
            "here": asked.name, "sentence": "", **data,
        }
        return env.get_template(template).render(given)

    return render

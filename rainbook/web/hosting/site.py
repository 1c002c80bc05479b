"""Puts the hosted guide together from a short list of pages that need no book.

The one thing a reader would get wrong: a page is here because its file is on this list AND its name
is; a new page of the app is never hosted by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from jinja2 import BaseLoader, ChoiceLoader, Environment, FunctionLoader
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rainbook.record import RainbookError
from rainbook.web.entrance.neutral import neutral
from rainbook.web.feedback import Kept
from rainbook.web.frame.drawing import environment
from rainbook.web.frame.forms import form_of, query_of
from rainbook.web.frame.static_files import static_route
from rainbook.web.hosting.marks import Marks, NoVisit
from rainbook.web.interface import NOTHING, Answer, Asked, Form, Page
from rainbook.web.pages import guide, help, self_check
from rainbook.web.pages.feedback import AGAIN, feedback_pages
from rainbook.web.settings import LEAVING, Settings
from rainbook.web.words import Words

if TYPE_CHECKING:
    from rainbook.web.desk import Desk
    from rainbook.web.entrance.visit import Visit

LISTED = frozenset({
    "guide", "guide-signs", "guide-online", "guide-contact", "guide-types", "guide-course",
    "self-check", "help", "help-print", "about", "feedback", "feedback-kept",
})
"""The names of the pages that may be hosted; there are no others."""
_MARK = Markup('<input type="hidden" name="mark" value="{}">')
NEUTRAL = ("/page", "/page/{file}", "/favicon.ico")


class NotHosted(RainbookError):
    """A page on the list of hosted pages needs a book, or is not there."""


@dataclass(frozen=True)
class NoDesk:
    """What stands where the app has a desk: the settings and the names of the pages, no book."""

    settings: Settings
    pages: frozenset[str] = field(default=LISTED)
    is_open: bool = False
    busy: bool = False

    def has(self, page: str) -> bool:
        """Return whether there is a page of this name."""
        return page in self.pages


class Site:
    """The hosted guide. `folder`: where feedback is kept."""

    def __init__(self, folder: Path, settings: Settings, marks: Marks | None = None) -> None:
        self.kept, self.settings = Kept(folder), settings
        self.desk, self.visit = NoDesk(settings), NoVisit(marks or Marks())
        self.pages = hosted_pages(self.kept)
        self._env = _environment()
        pages = [
            Route(p.path, partial(self._serve, p), methods=["GET", "POST"], name=p.name)
            for p in self.pages
        ]
        quiet = neutral(lambda: settings, lambda: False)
        rest = [Route(path, quiet, methods=["GET"]) for path in NEUTRAL]
        self.asgi = Starlette(
            routes=[Route("/", _to_guide, methods=["GET"]), *pages, *rest, static_route()],
            exception_handlers={404: self._not_there, 405: self._not_there, 500: self._fault},
        )

    def place(self, name: str, places: Mapping[str, Any], query: Mapping[str, Any]) -> str:
        """Return the address of a page."""
        return f"{self.asgi.url_path_for(name, **places)}{query_of(query)}"

    async def _serve(self, page: Page, request: Request) -> Response:
        asked = self._asked(page.name, request)
        try:
            if asked.posted:
                asked.form = await form_of(request)
                if not self.visit.mark_ok(asked.form.one("mark")):
                    # the page was open for long: shown again with what was typed, nothing kept
                    asked.form["step"] = [AGAIN]
            answer = await run_in_threadpool(page.handle, asked)
        except RainbookError as failed:
            answer = asked.page("hosted-trouble.html", status=422, sentence=str(failed))
        return _response(answer)

    def _asked(self, name: str, request: Request) -> Asked:
        # no book and no visit: these two answer only what pages of the list ask of them
        desk, visit = cast("Desk", self.desk), cast("Visit", self.visit)
        return Asked(
            desk, visit, Words(self.settings.language), request.method, name, {},
            dict(request.query_params), Form(), self._render, self.place,
        )

    def _render(self, asked: Asked, template: str, data: Mapping[str, Any]) -> str:
        leave = self.settings.leave
        given = {
            "asked": asked, "t": asked.words.html, "md": asked.words.markdown,
            "plain": asked.words.text, "words": asked.words, "url": asked.url,
            "csrf": lambda: _MARK.format(self.visit.mark),
            "static": lambda file: self.place("static", {"file": file}, {}),
            "said": (), "slips": (), "desk": self.desk, "visit": self.visit, "here": asked.name,
            "sentence": "", "heading": asked.t("trouble-heading"),
            "away": "/page" if leave in LEAVING else leave, **data,
        }
        return self._env.get_template(template).render(given)

    async def _not_there(self, request: Request, _: Exception) -> Response:
        asked = self._asked("guide", request)
        said, heading = asked.t("hosted-not-there"), asked.t("not-there-heading")
        return _response(asked.page("hosted-trouble.html", status=404, sentence=said,
                                    heading=heading))

    async def _fault(self, request: Request, _: Exception) -> Response:
        asked = self._asked("guide", request)
        return _response(asked.page("hosted-trouble.html", status=500,
                                    sentence=asked.t("hosted-fault")))


def hosted_pages(kept: Kept) -> tuple[Page, ...]:
    """Return the pages of the list. Raises NotHosted where one needs a book or is not there."""
    about = Page("about", "/about", lambda asked: asked.page("hosted-about.html"))
    forms = feedback_pages(lambda _: kept, here_only=False)
    found = (*guide.PAGES, *self_check.PAGES, *help.PAGES, about, *forms)
    wrong = [p.name for p in found if p.name in LISTED and (p.needs != NOTHING or p.raw)]
    missing = LISTED - {p.name for p in found}
    if wrong or missing:
        raise NotHosted(
            f"These pages cannot be hosted: {', '.join(sorted([*wrong, *missing]))}. Put back the "
            "files that came with this version."
        )
    return tuple(p for p in found if p.name in LISTED)


def _environment() -> Environment:
    """Return the templates of the app, with the frame of the hosted guide round every page."""
    made = environment().overlay()
    inner = cast(BaseLoader, made.loader)

    def source(name: str) -> str | None:
        return inner.get_source(made, "hosted.html")[0] if name == "base.html" else None

    made.loader = ChoiceLoader([FunctionLoader(source), inner])
    return made


async def _to_guide(_: Request) -> Response:
    return RedirectResponse("/guide", 303)


def _response(answer: Answer) -> Response:
    if answer.kind == "go":
        return RedirectResponse(str(answer.body), 303)
    return Response(cast("str | bytes", answer.body), answer.status, dict(answer.headers),
                    answer.media_type)

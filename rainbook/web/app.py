"""Puts the app together: every page of the shelf, behind the door.

The one thing a reader would get wrong: a page that needs the book is run in the desk's thread. A
request that would have to wait for something long is shown how far that is instead.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from rainbook.web.desk import Desk, Job, NoBookOpen
from rainbook.web.entrance.door import Door
from rainbook.web.frame.drawing import renderer
from rainbook.web.frame.forms import form_of, query_of
from rainbook.web.frame.static_files import static_route
from rainbook.web.frame.trouble import trouble
from rainbook.web.interface import CASE, NOTHING, Answer, Asked, Form, Page
from rainbook.web.page_list import all_pages, known_paths
from rainbook.web.words import Words

WAIT = 1.5  # seconds a page waits for the case file before it shows how far that is


class App:
    """The pages, the desk they work at, and the door in front of them.

    `first`: pages that are there at once; the others are loaded when one of them is wanted, or some
    time after the first answer. Without it all are loaded at once.
    """

    def __init__(self, desk: Desk, door: Door, first: Iterable[Page] = ()) -> None:
        self.desk, self.door = desk, door
        self.pages = {page.name: page for page in (tuple(first) or all_pages())}
        self._loading = threading.Lock()
        paths = {**known_paths(), **{page.name: page.path for page in self.pages.values()}}
        desk.pages = frozenset(paths)
        desk.leave = door.leave
        self._render = renderer(self.place)
        routes = [
            Route(path, partial(self._serve, name), methods=["GET", "POST"], name=name)
            for name, path in paths.items()
        ]
        inside = Starlette(routes=[*routes, static_route()])
        inside.add_exception_handler(404, self._not_there)
        inside.add_exception_handler(405, self._not_there)
        self._inside = inside
        mounted = Starlette(routes=[Mount("/{root}", app=inside)])
        self.asgi: ASGIApp = door.around(mounted)

    def place(self, name: str, places: Mapping[str, Any], query: Mapping[str, Any]) -> str:
        """Return the address of a page: its path below the visit's secret."""
        path = self._inside.url_path_for(name, **places)
        return f"/{self.door.visit.root}{path}{query_of(query)}"

    def load(self) -> None:
        """Load every page that is not there yet. More than once does no harm."""
        with self._loading:
            if len(self.pages) < len(self.desk.pages):
                self.pages = {**{page.name: page for page in all_pages()}, **self.pages}

    async def _serve(self, name: str, request: Request) -> Response:
        asked = self._asked(name, request, Form())
        try:
            if name not in self.pages:
                await run_in_threadpool(self.load)
            page = self.pages[name]
            if page.raw:
                answer: Answer = await page.handle(asked, request)
            else:
                answer = await self._page(page, asked, request)
        except Exception as failed:
            answer = trouble(asked, failed)
        return response(answer)

    async def _page(self, page: Page, asked: Asked, request: Request) -> Answer:
        if asked.posted:
            asked.form = await form_of(request)
            if not self.door.visit.mark_ok(asked.form.one("mark")):
                return asked.page("refused.html", status=403)
        if page.needs == NOTHING:
            return await run_in_threadpool(page.handle, asked)
        return await run_in_threadpool(self._at_desk, page, asked)

    def _at_desk(self, page: Page, asked: Asked) -> Answer:
        """Run a page in the desk's thread, or show what is being done there."""
        if not self.desk.is_open:
            raise NoBookOpen("No book is open.")
        job = self.desk.job
        if self.desk.busy:
            if job is not None and job.asks == asked.url(asked.name, None, **asked.path):
                return page.handle(asked)  # type: ignore[no-any-return]
            return asked.go("busy")
        if page.needs == CASE and not asked.posted and not self._worked_out(asked):
            return asked.go("busy")
        work: Callable[[], Answer] = partial(page.handle, asked)
        return self.desk.run(work).result()

    def _worked_out(self, asked: Asked) -> bool:
        """Return whether the case file is there; if not, it is being worked out."""
        if self.desk.run(self.desk.is_worked_out).result():
            return True
        again = asked.url(asked.name, asked.query, **asked.path)
        job = self.desk.start(asked.t("busy-working-out"), self._work_out, again)
        job.ended.wait(WAIT)
        if job.state == "failed" and job.failed is not None:
            raise job.failed
        return job.state == "done"

    def _work_out(self, job: Job) -> None:
        self.desk.book().file()

    def _asked(self, name: str, request: Request, form: Form) -> Asked:
        path = {k: str(v) for k, v in request.path_params.items() if k != "root"}
        return Asked(
            self.desk, self.door.visit, Words(self.desk.settings.language), request.method, name,
            path, dict(request.query_params), form, self._render, self.place,
        )

    async def _not_there(self, request: Request, _: Exception) -> Response:
        asked = self._asked("not-there", request, Form())
        return response(asked.page("not-there.html", status=404))


def response(answer: Answer) -> Response:
    """Return an answer as Starlette sends it; the door adds the headers every answer has."""
    headers = dict(answer.headers)
    if answer.kind == "go":
        return RedirectResponse(str(answer.body), 303, headers)
    if isinstance(answer.body, str | bytes):
        return Response(answer.body, answer.status, headers, answer.media_type)
    return StreamingResponse(answer.body, answer.status, headers, answer.media_type)



"""The pages that say nothing: shown on leaving, and to whoever comes to the door without a key.

The one thing a reader would get wrong: they are ordinary pages that work without this program's
other parts, so that somebody who looks over a shoulder sees something that has a reason to be open.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from rainbook.web.entrance.calendar_page import month_rows
from rainbook.web.frame.drawing import environment
from rainbook.web.frame.static_files import held
from rainbook.web.settings import LEAVING, Settings

FILES = ("page.css", "page.js")


def neutral(
    settings: Callable[[], Settings], may_type: Callable[[], bool]
) -> Callable[[Request], Awaitable[Response]]:
    """Return what answers the paths that need no key. `may_type`: whether a code can be typed."""
    env = environment()

    async def answer(request: Request) -> Response:
        path = request.url.path
        name = path.rpartition("/")[2]
        if name in FILES:
            kind, body = held()[name]
            return Response(body, media_type=kind)
        if path == "/favicon.ico":
            return Response(b"", 204)
        if path == "/open" and may_type():
            again = request.query_params.get("again", "")
            return _html(env.get_template("code.html").render(again=bool(again)))
        leave = settings().leave
        if leave not in LEAVING:
            # no redirect: after a form, Chromium holds one to form-action and stays on the page
            return _html(env.get_template("page-away.html").render(address=leave))
        today = date.today()
        rows = month_rows(today.year, today.month)
        return _html(env.get_template(f"page-{leave}.html").render(today=today, rows=rows))

    return answer


def _html(body: str) -> Response:
    return Response(body, media_type="text/html; charset=utf-8")

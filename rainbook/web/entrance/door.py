"""The door: who may come in, and the headers everybody takes away.

The one thing a reader would get wrong: being on this computer is no right to come in. Another
program, another person's account or a page of another site that reaches this port is shown nothing
that it could not find by itself.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rainbook.web.entrance.headers import ALWAYS
from rainbook.web.entrance.running import AGAIN
from rainbook.web.entrance.visit import COOKIE, Visit, same

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 10
SLOW = 0.5  # seconds every wrong token costs
ENTER, TYPED, NEUTRAL = "/enter", "/open", "/page"
ASKED_BY_ITSELF = "x-by-itself"
"""A header of requests a page makes without anybody doing something: they keep nothing open."""
_LONGEST_TOKEN = 400
# a cookie set by this answer is not sent along with a redirect that began on a file of the disk
_IN = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Rainbook</title>'
    '<meta http-equiv="refresh" content="0;url={}"></head><body><p><a href="{}">Rainbook</a></p>'
    "</body></html>"
)


class Door:
    """Lets one browser in, once, with the token or the code; afterwards with its visit's secrets.

    `port`: where we are. `left`: the visit is over, only the page shown on leaving is served.
    """

    def __init__(self, port: int, neutral: Callable[[Request], Awaitable[Response]]) -> None:
        self.host = f"127.0.0.1:{port}"
        self.origin = f"http://{self.host}"
        self.visit = Visit()
        self.left = False
        self._neutral = neutral
        self._guard, self._guessing = threading.Lock(), threading.Lock()
        self.token, self.code = "", ""
        self.entered: Callable[[], None] = lambda: None  # called when the browser came in
        self.again: Callable[[str, str], str] = lambda *_: ""  # see running.py
        self.renew()

    def renew(self) -> str:
        """Make a new token and code, and a new visit; the one before is over. Return the token."""
        with self._guard:
            self.token = secrets.token_urlsafe(32)
            self.code = "".join(secrets.choice(_LETTERS) for _ in range(CODE_LENGTH))
            self.visit, self.left = Visit(), False
        return self.token

    def leave(self) -> None:
        """End the visit: its secrets open nothing any more."""
        with self._guard:
            self.visit, self.left = Visit(), True
            self.token = self.code = ""

    def enter(self, given: str, typed: bool) -> bool:
        """Return whether the token (or, typed, the code) is the one, and use it up."""
        with self._guessing:  # guesses wait for each other
            with self._guard:
                wanted = self.code if typed else self.token
                if wanted and same(given, wanted):
                    self.token = self.code = ""
                    return True
            time.sleep(SLOW)
            return False

    def around(self, app: ASGIApp) -> ASGIApp:
        """Return the app behind this door."""

        async def behind(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                if scope["type"] == "websocket":
                    await send({"type": "websocket.close", "code": 1008})
                return

            async def out(message: Message) -> None:
                if message["type"] == "http.response.start":
                    headers = MutableHeaders(scope=message)
                    for name, value in ALWAYS.items():
                        headers.setdefault(name, value)
                await send(message)

            request = Request(scope, receive)
            refused = await self._refused(request)
            await (app if refused is None else refused)(scope, receive, out)

        return behind

    async def _refused(self, request: Request) -> Response | None:
        """Return what is answered instead of a page, or None where the request may come in."""
        headers, path = request.headers, request.url.path
        if headers.getlist("host") != [self.host]:
            return PlainTextResponse("Not here.", 421)
        if request.method not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("Not here.", 405)
        if path in (ENTER, AGAIN) and request.method == "POST":
            return await (self._enter(request) if path == ENTER else self._again(request))
        reading = request.method in ("GET", "HEAD")
        if not self._ours(headers, reading):
            return PlainTextResponse("Not here.", 403)
        if reading and (path in (TYPED, "/favicon.ico") or path.startswith(NEUTRAL)):
            return await self._neutral(request)
        first, _, _ = path.removeprefix("/").partition("/")
        cookie = request.cookies.get(COOKIE, "")
        if self.left or not (same(first, self.visit.root) and same(cookie, self.visit.cookie)):
            if reading and headers.get("sec-fetch-mode", "navigate") == "navigate":
                return RedirectResponse(NEUTRAL, 303)
            return PlainTextResponse("Not here.", 403)
        if headers.get(ASKED_BY_ITSELF) is None:
            self.visit.touch()
        return None

    def _ours(self, headers: Headers, reading: bool) -> bool:
        """Return whether a request was made by a page of ours, or typed by the person."""
        site = headers.get("sec-fetch-site")
        origin = headers.get("origin")
        if reading:
            # "same-site" is another port of this computer: a program of somebody else's
            asked_for = site in (None, "none", "same-origin")
            return asked_for and origin in (None, self.origin)
        if origin is None:
            return site == "same-origin"
        return origin == self.origin and site in (None, "same-origin")

    async def _enter(self, request: Request) -> Response:
        """Begin the visit: a form with the token (from our own start file) or the code (typed)."""
        fields = await _fields(request)
        token, code = fields.get("token", [""])[0], fields.get("code", [""])[0]
        typed = not token
        origin = request.headers.get("origin")
        # the start file lies on the disk, where a page's origin is "null"
        if typed and origin != self.origin:
            return PlainTextResponse("Not here.", 403)
        given = "".join(c for c in code.lower() if c.isalnum()) if typed else token
        if not await run_in_threadpool(self.enter, given, typed):
            return RedirectResponse(TYPED + "?again=1" if typed else NEUTRAL, 303)
        self.entered()
        home = f"/{self.visit.root}/"
        answer = HTMLResponse(_IN.format(home, home))
        answer.set_cookie(
            COOKIE, self.visit.cookie, path=home, httponly=True, samesite="strict",
        )
        return answer

    async def _again(self, request: Request) -> Response:
        """Give a new token to the same account, which shows that it knows the secret."""
        fields = await _fields(request)
        once, shown = (fields.get(name, [""])[0] for name in ("once", "shown"))
        said = await run_in_threadpool(self.again, once, shown)
        return PlainTextResponse(said, 200 if said else 403)


async def _fields(request: Request) -> dict[str, list[str]]:
    """Return the fields of a very short form; more than that is read as none."""
    body = bytearray()
    async for block in request.stream():
        body += block
        if len(body) > _LONGEST_TOKEN:
            return {}
    return parse_qs(body.decode("ascii", "replace"))

"""Stands in front of every page of the hosted guide: names, origins, turns, sizes, headers.

The one thing a reader would get wrong: it writes nothing down and sets no cookie. Who asks is known
only as a hash, for as long as the bucket of turns is not full again.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rainbook.web.entrance.headers import ALWAYS
from rainbook.web.hosting.buckets import Buckets

LONGEST = 96 << 10
"""Bytes of a body: 5,000 characters of any writing, each sent as up to twelve letters."""
_BUSY = (
    "Too much was asked from here in a short time. Please wait {} seconds and try again.\n"
    "In an emergency call 999.\n"
)
_LONG = "That is too much text. Nothing was kept. Please go back and make it shorter.\n"


def _turns(burst: int, every: float) -> Callable[[], Buckets]:
    return lambda: Buckets(burst, every)


@dataclass
class Shield:
    """What may come in. `hosts`: the names this site answers to, with ports where they have one.

    `proxy`: the address of the server in front that carries TLS, "" for none; only what that one
    says in X-Forwarded-For is believed, and only its last entry. `reads` and `sends`: turns;
    `parts`: turns for what pages are made of and for the page shown on leaving.
    """

    hosts: frozenset[str]
    proxy: str = ""
    reads: Buckets = field(default_factory=_turns(150, 0.2))
    sends: Buckets = field(default_factory=_turns(20, 30))
    parts: Buckets = field(default_factory=_turns(1_000, 0.02))

    def around(self, app: ASGIApp) -> ASGIApp:
        """Return the app behind this shield."""

        async def behind(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                if scope["type"] == "websocket":
                    await send({"type": "websocket.close", "code": 1008})
                return
            refused = self.refused(scope)
            out = _with_headers(send)
            if refused is not None:
                await refused(scope, receive, out)
                return
            body = await _body(receive) if scope["method"] == "POST" else b""
            if body is None:
                await PlainTextResponse(_LONG, 413, {"Connection": "close"})(scope, receive, out)
                return
            await app(scope, _given(body, receive), out)

        return behind

    def refused(self, scope: Scope) -> Response | None:
        """Return what is answered instead of a page, None where the request may come in."""
        headers = Headers(scope=scope)
        host = headers.getlist("host")
        if len(host) != 1 or host[0].lower() not in self.hosts:
            return PlainTextResponse("Not here.\n", 421)
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("Not here.\n", 405, {"Allow": "GET, HEAD, POST"})
        posted = scope["method"] == "POST"
        # whoever has read too many pages can still leave the one that is open
        part = scope["path"].startswith(("/static/", "/page"))
        turns = self.sends if posted else self.parts if part else self.reads
        wait = turns.wait(self._asker(scope, headers))
        if wait:
            return PlainTextResponse(_BUSY.format(wait), 429, {"Retry-After": str(wait)})
        if posted and not _from_here(headers, host[0].lower()):
            return PlainTextResponse("Not from here.\n", 403)
        length = headers.get("content-length", "0")
        if posted and (not length.isdecimal() or int(length) > LONGEST):
            return PlainTextResponse(_LONG, 413, {"Connection": "close"})
        return None

    def _asker(self, scope: Scope, headers: Headers) -> str:
        address = str((scope.get("client") or ("?", 0))[0])
        if self.proxy and address == self.proxy:
            told = ",".join(headers.getlist("x-forwarded-for"))
            return told.rpartition(",")[2].strip() or address
        return address


def _from_here(headers: Headers, host: str) -> bool:
    """Return whether a form was sent by a page of this site."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if origin is None:
        return site == "same-origin"
    try:
        told = urlsplit(origin)
    except ValueError:
        return False
    whole = f"{told.scheme}://{told.netloc}" == origin and told.scheme in ("http", "https")
    return whole and told.netloc.lower() == host and site in (None, "same-origin")


async def _body(receive: Receive) -> bytes | None:
    """Return the whole body, None if it is too long. Nothing is put on the disk."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += message.get("body", b"")
        if len(body) > LONGEST:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _given(body: bytes, receive: Receive) -> Receive:
    waiting = [body]

    async def again() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await receive()

    return again


def _with_headers(send: Send) -> Callable[[Message], Awaitable[None]]:
    async def out(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in ALWAYS.items():
                headers.setdefault(name, value)
        await send(message)

    return out

"""The files pages are made of: style, scripts, pictures we drew.

The one thing a reader would get wrong: there is no folder that is served. A name is looked up in a
list made from what ships, so no name can lead anywhere else.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
         ".svg": "image/svg+xml"}
FOLDERS = ("rainbook.web.static", "rainbook.web.drawn")


@cache
def held() -> dict[str, tuple[str, bytes]]:
    """Return every file that can be asked for: name → type and bytes."""
    found = {}
    for package in FOLDERS:
        parent, _, folder = package.rpartition(".")
        place = files(parent) / folder
        for one in place.iterdir() if place.is_dir() else ():
            kind = TYPES.get("." + one.name.rpartition(".")[2])
            if kind:
                found[one.name] = (kind, one.read_bytes())
    return found


async def _static(request: Request) -> Response:
    kind, body = held().get(request.path_params["file"], ("", b""))
    if not kind:
        return Response("Not here.", 404, media_type="text/plain")
    return Response(body, 200, media_type=kind)


def static_route() -> Route:
    """Return the one route below which the files lie."""
    return Route("/static/{file}", _static, name="static")

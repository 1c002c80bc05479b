"""Reads a form with files from a request, after the mark that shows it came from our own page.

The one thing a reader would get wrong: the mark is the first field, and it is checked before
anything else of the form is looked at. A form whose mark comes later is refused.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import suppress

from starlette.requests import ClientDisconnect, Request

from rainbook.record import RainbookError
from rainbook.web.uploads.parts import Field, FormNotRead, Happening, Parts
from rainbook.web.uploads.pipe import UploadStopped

MARK = "mark"
MOST_LET_GO = 4 << 30  # bytes read and dropped so that the browser can hear the answer


class FormRefused(RainbookError):
    """The form was not made by a page of this visit; nothing of it was looked at."""


async def happenings(
    request: Request, mark_ok: Callable[[str], bool], alive: Callable[[], None]
) -> AsyncIterator[Happening]:
    """Yield what the form holds, in order, after its mark. `alive` is called for each piece.

    Raises FormRefused, FormNotRead, UploadStopped.
    """
    parts = Parts(request.headers.get("content-type", ""))
    marked = False
    try:
        async for block in request.stream():
            alive()
            for one in parts.feed(block):
                if marked:
                    yield one
                    continue
                marked = isinstance(one, Field) and one.name == MARK and mark_ok(one.value)
                if not marked:
                    raise FormRefused(
                        "This form is from an earlier visit, so nothing was taken from it. Go back"
                        " to the page and send it again."
                    )
    except ClientDisconnect as gone:
        raise UploadStopped from gone
    parts.finish()
    if not marked:
        raise FormNotRead("The form was empty. Go back to the page and send it again.")


async def let_go(request: Request, most: int = MOST_LET_GO) -> None:
    """Read what is left of a request and drop it: a browser that is still sending hears nothing."""
    dropped = 0
    with suppress(ClientDisconnect, RuntimeError):  # it is gone, or was read to its end
        async for block in request.stream():
            dropped += len(block)
            if dropped > most:
                return

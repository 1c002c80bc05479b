"""Reads a posted form and writes the query of an address.

The one thing a reader would get wrong: only plain forms are read here, whole and in memory, up to
a limit. A file that is uploaded never comes this way (its page is `raw`): nothing is put aside on
the disk in plain text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlencode

from starlette.requests import Request

from rainbook.record import RainbookError
from rainbook.web.interface import Form

LONGEST = 2 << 20  # bytes
_PLAIN = "application/x-www-form-urlencoded"


class FormTooLong(RainbookError):
    """More was sent than a form of ours can hold."""


class FormNotUnderstood(RainbookError):
    """What was sent is not a form of ours."""


async def form_of(request: Request) -> Form:
    """Return the fields of a form. Raises FormTooLong, FormNotUnderstood."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _PLAIN:
        raise FormNotUnderstood("What was sent could not be read. Go back and send it again.")
    body = bytearray()
    async for block in request.stream():
        body += block
        if len(body) > LONGEST:
            raise FormTooLong(
                "That is more text than fits at once. Nothing was saved. Go back and send a "
                "shorter part of it first."
            )
    try:
        fields = parse_qs(
            body.decode("ascii"), keep_blank_values=True, max_num_fields=2_000, errors="strict"
        )
    except ValueError as wrong:
        raise FormNotUnderstood(
            "What was sent could not be read. Go back and send it again."
        ) from wrong
    return Form(fields)


def query_of(query: Mapping[str, Any]) -> str:
    """Return the query of an address with its question mark, "" for none; empty values are left
    out.
    """
    pairs: list[tuple[str, str]] = []
    for name, value in query.items():
        several = value if isinstance(value, list | tuple) else (value,)
        pairs += [(name, str(one)) for one in several if one is not None and one != ""]
    return "?" + urlencode(pairs) if pairs else ""

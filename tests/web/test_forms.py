"""Forms as they are read, and the query of an address as it is written.

The one thing a reader would get wrong: bytes that are no text are refused whole, not mended; what
a person typed is kept letter for letter or not at all.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any

import pytest
from starlette.requests import Request

from rainbook.web.frame.forms import LONGEST, FormNotUnderstood, FormTooLong, form_of, query_of
from rainbook.web.interface import Form

PLAIN = "application/x-www-form-urlencoded"


def _read(blocks: Iterable[bytes], kind: str = PLAIN) -> Form:
    left = list(blocks)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": left.pop(0), "more_body": bool(left)}

    scope = {"type": "http", "method": "POST", "headers": [(b"content-type", kind.encode())]}
    return asyncio.run(form_of(Request(scope, receive)))


READ = (
    (b"", {}),
    (b"a=1&b=2", {"a": ["1"], "b": ["2"]}),
    (b"a=1&a=2", {"a": ["1", "2"]}),
    (b"a=&b", {"a": [""], "b": [""]}),
    (b"a=x+y%20z%2B", {"a": ["x y z+"]}),
    (b"a=%F0%9F%98%80%E2%80%AE", {"a": ["\U0001f600\u202e"]}),
    (b"a=%00", {"a": ["\0"]}),
    (b"a=b=c;d", {"a": ["b=c;d"]}),
    (b"a%3Db=%26", {"a=b": ["&"]}),
)


@pytest.mark.parametrize(("body", "fields"), READ)
def test_what_is_read(body: bytes, fields: dict[str, list[str]]) -> None:
    assert _read([body]) == fields
    assert _read([body[:3], body[3:]]) == fields
    assert _read([body], PLAIN.upper() + "; charset=utf-8") == fields


@pytest.mark.parametrize(("body", "kind"), [
    (b"a=%FF", PLAIN),
    (b"a=%ED%A0%80", PLAIN),  # half a letter of two parts (a lone surrogate)
    (b"a=\xc3\xa9", PLAIN),
    (b"&".join(b"a=%d" % n for n in range(2_001)), PLAIN),
    (b"a=1", "text/plain"),
    (b"a=1", "application/json"),
    (b"a=1", ""),
    (b"a=1", "multipart/form-data; boundary=x"),
])
def test_what_is_no_form_of_ours(body: bytes, kind: str) -> None:
    with pytest.raises(FormNotUnderstood, match="Go back and send it again"):
        _read([body], kind)


def test_as_much_as_fits_and_no_more() -> None:
    whole = b"a=" + b"x" * (LONGEST - 2)
    assert len(_read([whole[:LONGEST // 2], whole[LONGEST // 2:]]).one("a")) == LONGEST - 2
    with pytest.raises(FormTooLong, match="Nothing was saved"):
        _read([whole, b"x"])


@pytest.mark.parametrize(("found", "one", "exact", "every"), [
    ({}, "", "", []),
    ({"a": []}, "", "", []),
    ({"a": [" x "]}, "x", " x ", [" x "]),
    ({"a": ["1", "2"]}, "1", "1", ["1", "2"]),
    ({"a": ["x\r\ny\n"]}, "x\ny", "x\ny\n", ["x\r\ny\n"]),
])
def test_a_field_is_asked_for_in_three_ways(
    found: dict[str, list[str]], one: str, exact: str, every: list[str]
) -> None:
    form = Form(found)
    assert (form.one("a"), form.exact("a"), form.all("a")) == (one, exact, every)
    assert form.one("none", "else") == "else"


@pytest.mark.parametrize(("query", "text"), [
    ({}, ""),
    ({"a": ""}, ""),
    ({"a": None}, ""),
    ({"a": 0}, "?a=0"),
    ({"a": "x y&b=1", "c": "\u202e"}, "?a=x+y%26b%3D1&c=%E2%80%AE"),
    ({"a": ["1", "", "2"]}, "?a=1&a=2"),
    ({"a": (1, 2)}, "?a=1&a=2"),
])
def test_the_query_of_an_address(query: dict[str, Any], text: str) -> None:
    assert query_of(query) == text

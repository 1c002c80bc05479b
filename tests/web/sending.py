"""A form with files, written by hand and sent piece by piece, as a server hands it on.

The one thing a reader would get wrong: a test client that sends everything at once could not show
how much is held in memory, nor a browser that goes away in the middle.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.web.conftest import Client

BOUNDARY = "a-line-between"
KIND = f"multipart/form-data; boundary={BOUNDARY}"
MARKER = b"wheelbarrow and parsnip"
CHAT = b"24/03/2024, 18:40 - Sam Okafor: Please stop.\n24/03/2024, 18:41 - Alex Reed: No.\n"
Pieces = Iterator[bytes]


def field(name: str, value: str) -> bytes:
    return (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
    ).encode()


def begin(filename: str, name: str = "files") -> bytes:
    return (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    ).encode("utf-8", "surrogatepass")


END = b"\r\n"
LAST = f"--{BOUNDARY}--\r\n".encode()


def whole(mark: str, *files: tuple[str, bytes], own: str = "yes", **more: str) -> bytes:
    """Return a form with its mark, the answers and the files."""
    said = b"".join(field(n, v) for n, v in {"mark": mark, "own": own, **more}.items())
    return said + b"".join(begin(n) + data + END for n, data in files) + LAST


def sent(
    client: Client, page: str, pieces: Pieces, kind: str = KIND, length: int | None = None,
    gone: bool = False,
) -> tuple[int, bytes, dict[str, str]]:
    """Send a request piece by piece; return the status, the body and the headers of the answer.

    `gone`: the browser goes away after the last piece instead of ending the request.
    """
    answer: dict[str, Any] = {"status": 0, "body": b"", "headers": {}}

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(0)
        piece = next(pieces, None)
        if piece is None:
            return {"type": "http.disconnect"} if gone else {
                "type": "http.request", "body": b"", "more_body": False,
            }
        return {"type": "http.request", "body": piece, "more_body": True}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            answer["status"] = message["status"]
            answer["headers"] = {k.decode(): v.decode() for k, v in message["headers"]}
        else:
            answer["body"] += message.get("body", b"")

    scope = _scope(client, page, kind, length)
    asyncio.run(client.app.asgi(scope, receive, send))  # type: ignore[arg-type]
    return answer["status"], answer["body"], answer["headers"]


def _scope(client: Client, page: str, kind: str, length: int | None) -> dict[str, Any]:
    """Return what a server says of a request: the address and the headers."""
    headers = {
        "host": client.door.host, "origin": client.door.origin, "sec-fetch-site": "same-origin",
        "cookie": "; ".join(f"{c.name}={c.value}" for c in client.http.cookies.jar),
        "content-type": kind,
    }
    if length is not None:
        headers["content-length"] = str(length)
    path = client.url(page)
    return {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST",
        "scheme": "http", "path": path, "raw_path": path.encode(), "query_string": b"",
        "root_path": "", "client": ("127.0.0.1", 9), "server": ("127.0.0.1", 8),
        "headers": [(k.encode(), v.encode()) for k, v in headers.items()],
    }


def names(client: Client) -> list[str]:
    return [o.name for o in client.desk.book().originals()]


def settled(client: Client) -> None:
    """Wait until nothing long is being done."""
    late = time.monotonic() + 60
    while client.desk.busy and time.monotonic() < late:
        time.sleep(0.02)
    assert not client.desk.busy


def stored(tmp_path: Path) -> list[str]:
    """Return the names of the sealed files, whole and begun."""
    found = [p.name for p in (tmp_path / "home/book/originals").rglob("*") if p.is_file()]
    assert found, "the example has sealed files"
    return sorted(found)

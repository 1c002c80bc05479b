"""Finds an app that runs already, so that the same book is not opened twice.

The one thing a reader would get wrong: the note in the folder holds a secret of its own, readable
by this account only. With it the app that runs ends its visit, closes the book and lets this person
in again; it opens nothing by itself. The secret is never sent: both sides only show that they know
it, because somebody else's program may have taken the port of an app that was cut off.
"""

from __future__ import annotations

import hmac
import http.client
import json
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from rainbook.web.entrance.visit import same

if TYPE_CHECKING:
    from rainbook.web.desk import Desk
    from rainbook.web.entrance.door import Door

FILE = "running.json"
AGAIN = "/again"


class Running:
    """The note that says where the app runs. Nothing is written before there is a folder."""

    def __init__(self, home: Path, port: int, door: Door, desk: Desk) -> None:
        self._path = home / FILE
        self._port, self._door, self._desk = port, door, desk
        self._secret = secrets.token_urlsafe(32)

    def note(self) -> None:
        """Write the note where the folder is there already."""
        if not self._path.parent.is_dir():
            return
        text = json.dumps({"port": self._port, "secret": self._secret})
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
            opened = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(opened, "w", encoding="utf-8") as file:
                file.write(text)

    def gone(self) -> None:
        """Take the note away, if it is ours."""
        if _noted(self._path) == (self._port, self._secret):
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def again(self, once: str, shown: str) -> str:
        """Return a new token for whoever knows the secret, and what shows that we know it; the
        visit that was ends. Return "" for anybody else. `once`: made up for this one question.
        """
        if not once or not same(shown, _knows(self._secret, "ask", once)):
            return ""
        self._desk.lock()
        token = self._door.renew()
        return f"{token} {_knows(self._secret, 'give', once + token)}"


def opened_again(home: Path) -> tuple[int, str] | None:
    """Return the port of the app that runs for this folder and a token for it, or None."""
    noted = _noted(home / FILE)
    if noted is None:
        return None
    port, secret = noted
    once = secrets.token_urlsafe(24)
    asks = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        asks.request(
            "POST", AGAIN, urlencode({"once": once, "shown": _knows(secret, "ask", once)}),
            {"Content-Type": "application/x-www-form-urlencoded",
             "Origin": f"http://127.0.0.1:{port}"},
        )
        answer = asks.getresponse()
        token, _, shown = answer.read(400).decode("ascii", "replace").partition(" ")
        theirs = same(shown, _knows(secret, "give", once + token))
        return (port, token) if answer.status == 200 and token and theirs else None
    except (OSError, http.client.HTTPException):
        return None
    finally:
        asks.close()


def _knows(secret: str, word: str, about: str) -> str:
    """Return what only somebody who knows the secret can make."""
    return hmac.new(secret.encode(), f"{word} {about}".encode(), "sha256").hexdigest()


def _noted(path: Path) -> tuple[int, str] | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        port, secret = int(found["port"]), str(found["secret"])
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    return (port, secret) if 0 < port < 65536 else None

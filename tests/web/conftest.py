"""The app as a browser would meet it, without one: its pages, its door and its desk.

The one thing a reader would get wrong: nothing is stood in for. The client goes through the same
door with the same secrets; only the port is not a real one.
"""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rainbook.case import make_example, open_book
from rainbook.case.example import PASSPHRASE
from rainbook.custody import LEAST
from rainbook.web.app import App
from rainbook.web.desk import Desk
from rainbook.web.entrance.door import Door
from rainbook.web.entrance.neutral import neutral
from rainbook.web.settings import read_settings

PORT = 8


@dataclass
class Client:
    """A browser that has come in. `get` and `post` take the name of a page or an address."""

    app: App
    door: Door
    desk: Desk
    http: TestClient

    def url(self, page: str, query: dict[str, Any] | None = None, **places: Any) -> str:
        """Return the address of a page."""
        return page if page.startswith("/") else self.app.place(page, places, query or {})

    def get(self, page: str, query: dict[str, Any] | None = None, **places: Any) -> Any:
        """Open a page; redirects are followed, and something long is waited for."""
        return self._through(self.http.get(self.url(page, query, **places), headers=_HEADERS))

    def post(
        self, page: str, fields: dict[str, Any], follow: bool = True, **places: Any
    ) -> Any:
        """Send a form of this visit; redirects are followed, and something long is waited for."""
        answer = self.http.post(
            self.url(page, None, **places), data={"mark": self.door.visit.mark, **fields},
            headers={**_HEADERS, "Origin": self.door.origin}, follow_redirects=False,
        )
        if follow and answer.status_code == 303:
            return self._through(self.http.get(answer.headers["location"], headers=_HEADERS))
        return answer

    def _through(self, answer: Any) -> Any:
        busy = self.url("busy")
        for _ in range(600):
            if not answer.url.path.startswith(busy):
                return answer
            job = self.desk.job
            if job is not None and job.state == "running":
                job.ended.wait(0.2)
            elif job is not None and job.state == "failed":
                return answer
            else:
                then = re.search(r'data-go="([^"]+)"', answer.text)
                if then:
                    return self.http.get(then[1].replace("&amp;", "&"), headers=_HEADERS)
            time.sleep(0.02)
            answer = self.http.get(busy, headers=_HEADERS)
        raise AssertionError("it never ended")


_HEADERS = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate"}


def come_in(home: Path) -> Client:
    """Return a client that came in with the token."""
    desk = Desk(home, read_settings(home))
    door = Door(PORT, neutral(lambda: desk.settings, lambda: bool(door.code)))
    app = App(desk, door)
    http = TestClient(app.asgi, base_url=door.origin)
    answer = http.post("/enter", data={"token": door.token}, headers={"Origin": "null"})
    assert answer.status_code == 200
    made = Client(app, door, desk, http)
    door.visit.device = "no"
    return made


@pytest.fixture
def app_client(tmp_path: Path) -> Iterator[Client]:
    """Return a client with no book open; its folder is empty."""
    client = come_in(tmp_path / "home")
    yield client
    client.desk.lock().result(30)
    client.desk.end()


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example as a closed book, made once. Copy it before changing it."""
    folder = tmp_path_factory.mktemp("example") / "book"
    book, _, _ = make_example(folder, cost=LEAST)
    book.close()
    return folder


@pytest.fixture
def example_client(tmp_path: Path, example_folder: Path) -> Iterator[Client]:
    """Return a client with a copy of the example open."""
    home = tmp_path / "home"
    shutil.copytree(example_folder, home / "book")
    client = come_in(home)
    client.desk.take(open_book(home / "book", PASSPHRASE, "owner"))
    yield client
    client.desk.lock().result(30)
    client.desk.end()


@pytest.fixture
def text_of() -> Callable[[Any], str]:
    """Return a function that gives the visible words of an answer, spaces joined."""

    def text(answer: Any) -> str:
        bare = re.sub(r"<(script|style)[^>]*>.*?</\1>", " ", answer.text, flags=re.S)
        return " ".join(re.sub(r"<[^>]+>", " ", bare).split())

    return text

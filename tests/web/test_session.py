"""Leaving, locking, staying awake, and the pages that say nothing.

The one thing a reader would get wrong: a request a page makes by itself keeps nothing open. Only
what a person does counts as somebody being there.
"""

from __future__ import annotations

import re
import threading
import time
from typing import Any

import pytest
from starlette.testclient import TestClient

from rainbook.web.desk import Stopped

TELLING = re.compile(
    r"stalk|harass|abus|victim|suspect|perpetrator|police|offender|evidence|spyware|tracker|"
    r"rainbook|violen|domestic|court|crime|safe|threat|999|exit|book|passphrase|record", re.I
)


def test_leaving_ends_everything_at_once(example_client: Any) -> None:
    client, desk = example_client, example_client.desk
    root, book = client.door.visit.root, desk.book()
    answer = client.post("leave", {}, follow=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/page")
    assert answer.headers["clear-site-data"] == '"cache", "storage"'
    assert f"Path=/{root}/; Max-Age=0" in answer.headers["set-cookie"]
    assert client.door.left and not desk.is_open
    assert (client.door.token, client.door.code) == ("", "")
    assert client.http.get(f"/{root}/book", follow_redirects=False).headers["location"] == "/page"
    desk.run(lambda: None).result(30)
    assert vars(book.vault())["_book"].master == b""


def test_leaving_waits_for_nothing(example_client: Any) -> None:
    client, desk = example_client, example_client.desk
    let, began = threading.Event(), threading.Event()

    def work(job: Any) -> None:
        began.set()
        let.wait(30)
        job.step("", 1, 2)

    job = desk.start("x", work, "/x")
    assert began.wait(30)
    assert client.post("leave", {}, follow=False).status_code == 303
    assert client.door.left and not desk.is_open and job.state == "running"
    let.set()
    assert job.ended.wait(30) and isinstance(job.failed, Stopped)


def test_an_address_typed_by_somebody_leaves_nothing(example_client: Any) -> None:
    """Only the form leaves; a link or a preview of it does not."""
    answer = example_client.get("leave")
    assert answer.url.path.endswith("/exit") and example_client.desk.is_open


def test_locking_closes_the_book_and_stays(example_client: Any, text_of: Any) -> None:
    answer = example_client.post("lock", {})
    assert answer.url.path.endswith("/locked") and "You locked the book." in text_of(answer)
    assert not example_client.desk.is_open and not example_client.door.left
    assert example_client.get("path").url.path.endswith("/open")
    assert example_client.get("home").status_code == 200


@pytest.mark.parametrize(("why", "said"), [
    ("idle", "Nothing was done for 10 minutes. So the book was locked."),
    ("slept", "This computer was asleep. So the book was locked."),
    ("asked", "You locked the book."),
    ("", "All that was written down is kept."),
])
def test_why_it_is_locked_is_said(app_client: Any, text_of: Any, why: str, said: str) -> None:
    app_client.desk.locked_because = why
    assert said in text_of(app_client.get("locked"))


def test_locking_by_an_address_does_nothing(example_client: Any) -> None:
    example_client.get("lock")
    assert example_client.desk.is_open


def test_opening_again_forgets_why_it_was_locked(example_client: Any) -> None:
    example_client.post("lock", {})
    example_client.post(
        "open", {"book": "book", "passphrase": "example passphrase, not a secret"}
    )
    assert example_client.desk.is_open and example_client.desk.locked_because == ""


@pytest.mark.parametrize(("page", "headers", "counts"), [
    ("home", {}, True),
    ("awake", {}, True),
    ("home", {"X-By-Itself": "1"}, False),
    ("busy", {"X-By-Itself": "1"}, False),
    ("home", {"X-By-Itself": ""}, False),
])
def test_what_counts_as_somebody_being_there(
    app_client: Any, page: str, headers: dict[str, str], counts: bool
) -> None:
    visit = app_client.door.visit
    visit.seen = time.monotonic() - 500
    app_client.http.get(app_client.url(page), headers=headers, follow_redirects=False)
    assert (visit.idle() < 100) == counts


def test_somebody_without_a_key_keeps_nothing_awake(app_client: Any) -> None:
    visit = app_client.door.visit
    visit.seen = time.monotonic() - 500
    stranger = TestClient(app_client.app.asgi, base_url=app_client.door.origin)
    for path in ("/page", "/", "/open", f"/{visit.root}/home", "/favicon.ico", "/x/home"):
        stranger.get(path, follow_redirects=False)
    assert visit.idle() > 400


def test_awake_says_nothing(app_client: Any) -> None:
    answer = app_client.post("awake", {}, follow=False)
    assert (answer.status_code, answer.content) == (200, b"")


def test_the_page_asks_for_itself_again_without_scripts(example_client: Any) -> None:
    """Without scripts the page goes to the one that says it is locked, soon after it was."""
    found = re.search(
        r'<noscript><meta http-equiv="refresh" content="(\d+);url=([^"]+)"></noscript>',
        example_client.get("path").text,
    )
    assert found and (int(found[1]), found[2]) == (605, example_client.url("locked"))


def test_how_far_it_is_and_stopping(example_client: Any, text_of: Any) -> None:
    client, desk = example_client, example_client.desk
    let, stepped = threading.Event(), threading.Event()

    def work(job: Any) -> None:
        for n in range(600):
            job.step("sealing <b>\u202ex", 1 + n % 2, 4)
            stepped.set()
            let.wait(0.05)

    desk.start("Reading files", work, client.url("path"))
    assert stepped.wait(30)
    page = client.http.get(client.url("busy"))
    assert "Reading files" in page.text and "sealing &lt;b&gt;" in page.text
    assert "[U+202E]" in page.text and re.search(r'value="(25|50)"', page.text)
    # a page that needs the book shows how far it is instead
    waiting = client.http.get(client.url("keys"), follow_redirects=False)
    assert waiting.headers["location"] == client.url("busy")
    assert client.http.get(client.url("help")).status_code == 200
    stopped = client.post("busy", {"stop": "yes"})
    assert "It was stopped. What you put in before is kept." in text_of(stopped)
    assert desk.is_open and not desk.busy


def test_a_failure_is_shown_in_its_own_words(example_client: Any, text_of: Any) -> None:
    desk = example_client.desk

    def fails(_: Any) -> None:
        raise ZeroDivisionError("words of a record")

    assert desk.start("x", fails, "/x").ended.wait(30)
    answer = example_client.http.get(example_client.url("busy"))
    assert answer.status_code == 500
    assert "a fault in the program, not something you did (ZeroDivisionError" in text_of(answer)
    assert "words of a record" not in answer.text


@pytest.mark.parametrize("leave", ["converter", "calendar", "blank"])
@pytest.mark.parametrize("path", ["/page", "/open", "/page/anything", "/pages"])
def test_the_pages_that_need_no_key_say_nothing(app_client: Any, leave: str, path: str) -> None:
    app_client.post("settings", {"language": "en", "leave": leave, "idle": "5"})
    stranger = TestClient(app_client.app.asgi, base_url=app_client.door.origin)
    answer = stranger.get(path)
    assert answer.status_code == 200
    assert TELLING.search(answer.text.replace("/page/page.css", "")) is None
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("name", ["page.css", "page.js"])
def test_what_they_are_made_of_says_nothing_either(app_client: Any, name: str) -> None:
    stranger = TestClient(app_client.app.asgi, base_url=app_client.door.origin)
    answer = stranger.get(f"/page/{name}")
    assert answer.status_code == 200 and answer.content
    assert TELLING.search(answer.text) is None
    assert stranger.get("/page/app.js").headers["content-type"].startswith("text/html")


def test_the_page_where_the_code_is_typed_says_only_the_name(app_client: Any) -> None:
    app_client.door.renew()
    stranger = TestClient(app_client.app.asgi, base_url=app_client.door.origin)
    text = stranger.get("/open?again=1").text
    assert 'name="code"' in text
    assert TELLING.sub("", text.replace("Rainbook", "")) == text.replace("Rainbook", "")

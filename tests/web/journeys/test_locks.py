"""Nobody there: the page is covered, the book is locked, and what was written is not lost.

The one thing a reader would get wrong: the clock that is moved is the browser's alone. That the
server locks by itself, whatever a browser does, is in tests/web/test_watch.py.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.journeys.kit import PASSPHRASE, Visitor

Visit = Callable[..., Visitor]
MINUTE = 60_000  # milliseconds


@pytest.fixture
def begin(visit: Visit, example_folder: Path) -> Callable[[str], Visitor]:
    """Return a function that opens a page of the example, locked after one minute, with a clock
    that the test moves.
    """

    def at(path: str) -> Visitor:
        one = visit(example_folder).come_in().open_book()
        one.go("settings")
        one.page.fill("#idle", "1")
        one.send("Keep these settings")
        assert one.page.input_value("#idle") == "1"
        one.page.clock.install()
        one.go(path)
        return one

    return at


def _locked(one: Visitor) -> str:
    """Wait for the page that says it is locked, see that it is, and return its words."""
    one.page.wait_for_url(one.root + "locked")
    words = one.page.inner_text("main")
    one.go("book")
    assert one.page.url == one.root + "open"
    return str(words)


@pytest.mark.parametrize("path", ["book", "timeline", "notes/write"])
def test_it_is_locked_when_nobody_is_there(begin: Callable[[str], Visitor], path: str) -> None:
    one = begin(path)
    one.page.clock.fast_forward(MINUTE - 5_000)
    one.page.wait_for_timeout(200)
    assert one.page.url.startswith(one.root + path)
    one.page.clock.fast_forward(10_000)
    assert "Nothing was done for one minute. So the book was locked." in _locked(one)


def test_the_page_is_covered_before_the_server_answers(begin: Callable[[str], Visitor]) -> None:
    one = begin("book")
    held = []
    one.page.route("**/lock", lambda route: held.append(route))
    one.page.clock.fast_forward(MINUTE + 5_000)
    one.page.wait_for_function("document.documentElement.classList.contains('rb-covered')")
    assert len(held) == 1 and one.page.url == one.root + "book"
    assert one.page.title() == "Rainbook"
    assert one.page.evaluate("getComputedStyle(document.body).visibility") == "hidden"
    held[0].continue_()
    _locked(one)


@pytest.mark.parametrize("doing", [
    lambda page: page.keyboard.press("a"),
    lambda page: page.mouse.move(200, 300),
])
def test_whoever_does_something_is_there(
    begin: Callable[[str], Visitor], doing: Callable[..., None]
) -> None:
    one = begin("notes/write")
    for _ in range(3):
        one.page.clock.fast_forward(MINUTE - 10_000)
        with one.page.expect_response("**/awake") as told:  # the server is told, too
            doing(one.page)
            one.page.clock.fast_forward(2_000)
        assert told.value.status == 200
    assert one.page.url.startswith(one.root + "notes/write")
    one.page.clock.fast_forward(MINUTE + 5_000)
    _locked(one)


def test_where_no_book_is_open_nothing_is_locked(visit: Visit) -> None:
    one = visit().come_in()
    one.page.clock.install()
    one.go("guide")
    one.page.clock.fast_forward(30 * MINUTE)
    one.page.wait_for_timeout(300)
    assert one.page.url == one.root + "guide"


def test_without_scripts_the_page_goes_on_to_the_one_that_says_so(
    visit: Visit, example_folder: Path
) -> None:
    one = visit(example_folder, java_script_enabled=False).come_in().open_book()
    one.go("settings")
    one.page.fill("#idle", "1")
    one.send("Keep these settings")
    for path in ("book", "timeline", "notes/write"):
        one.go(path)
        found = one.page.locator("head meta[http-equiv=refresh]").get_attribute("content")
        assert found == f"65;url={one.root[len(one.app.origin):]}locked"
    one.send("Lock")
    assert one.page.url == one.root + "locked"
    # where nothing is open there is nothing to go on for
    assert one.page.locator("head meta[http-equiv=refresh]").count() == 0


def test_a_note_that_was_being_written_is_there_afterwards(
    begin: Callable[[str], Visitor]
) -> None:
    one = begin("notes/write")
    one.page.fill("#words", "He stood by the blue door again.")
    with one.page.expect_response("**/notes/keep"):
        one.page.clock.fast_forward(21_000)
    one.page.wait_for_url("**/notes/write?draft=*")
    draft = one.page.url[len(one.root):]
    one.page.clock.fast_forward(MINUTE + 5_000)
    _locked(one)
    one.page.fill("#passphrase", PASSPHRASE)
    one.page.press("#passphrase", "Enter")
    one.page.wait_for_url("**/book")
    one.go(draft)
    assert one.page.input_value("#words") == "He stood by the blue door again."

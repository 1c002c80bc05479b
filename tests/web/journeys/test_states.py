"""Pages with something to mend, something opened, or nothing to show yet, held to the same rules.

The one thing a reader would get wrong: a page is met most often when something is missing. A page
that is fine only when all goes well is not fine.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.journeys.kit import DESKTOP, Visitor, served
from tests.web.journeys.rules import axe_on, too_wide

SENT_EMPTY = ("new", "settings", "second", "keys/change", "people/new", "notes/write", "give",
              "give/who", "check", "add", "look", "guide/yourself", "feedback",
              "questions/alex/paper")
"""Pages whose first form is sent as it is."""
EMPTY_BOOK = ("book", "people", "timeline", "notes", "said", "what-it-shows", "law", "orders",
              "next", "files", "give", "questions", "notes-of-book", "keep-back", "read-first")
OPENED = ("guide/signs", "what-it-shows/alex/fixated", "timeline", "give", "said", "files", "law")
"""Pages of which every fold is opened."""


@pytest.fixture(scope="module")
def one(
    browser: Any, tmp_path_factory: pytest.TempPathFactory, example_folder: Path
) -> Iterator[Visitor]:
    """Return a visitor with the example open."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(example_folder, home / "book")
    with served(home) as app:
        context = browser.new_context(viewport=DESKTOP)
        yield Visitor(context.new_page(), app).come_in().open_book()
        context.close()


def test_forms_sent_empty(one: Visitor) -> None:
    found = {}
    for path in SENT_EMPTY:
        one.go(path)
        button = one.page.locator("main form[method=post] button[type=submit]").first
        if button.count() == 0:
            button = one.page.locator("main form button").first
        button.click()
        one.wait()
        assert "fault in the program" not in one.words(), path
        if wrong := axe_on(one.page):
            found[path] = wrong
    assert found == {}


def test_a_mistake_is_read_out_first_and_leads_to_its_field(one: Visitor) -> None:
    one.go("keys/change")
    one.page.locator("main form button[type=submit]").first.click()
    one.page.wait_for_selector("#slips")
    assert one.page.evaluate("document.activeElement.id") == "slips"
    one.page.click("#slips a")
    assert one.page.evaluate("document.activeElement.id") == "passphrase"
    assert "passphrase-slip" in one.page.get_attribute("#passphrase", "aria-describedby")


def test_every_fold_opened(one: Visitor) -> None:
    found = {}
    for path in OPENED:
        assert one.go(path).status == 200, path
        one.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        if wrong := axe_on(one.page):
            found[path] = wrong
        if too_wide(one.page):
            found[path] = [*found.get(path, []), "wider than 320"]
    assert found == {}


def test_an_empty_book_says_what_comes_next(browser: Any, tmp_path: Path) -> None:
    with served(tmp_path) as app:
        context = browser.new_context(viewport=DESKTOP)
        one = Visitor(context.new_page(), app).come_in()
        one.go("new")
        for field in ("passphrase", "again"):
            one.page.fill(f"#{field}", "four words of mine")
        one.send("Make the book")
        assert "Your recovery sheet" in one.words()
        assert axe_on(one.page) == []
        one.send("I have the sheet, or I will do without it")
        found = {}
        for path in EMPTY_BOOK:
            answer = one.go(path)
            assert answer.status == 200, path
            assert len(one.page.inner_text("main").split()) > 8, path
            if wrong := axe_on(one.page):
                found[path] = wrong
        context.close()
    assert found == {}


def test_the_page_that_waits_and_the_pages_before_a_book(browser: Any, tmp_path: Path) -> None:
    with served(tmp_path) as app:
        context = browser.new_context(viewport=DESKTOP)
        one = Visitor(context.new_page(), app).come_in("unsure")
        found = {}
        for path in ("this-device", "home", "open", "open?with=sheet", "locked", "example", "none",
                     "what-you-have", "new", "check", "look", "more-forms", "stamps"):
            one.go(path)
            if wrong := axe_on(one.page):
                found[path] = wrong
        one.go("example")
        one.page.click("main form button")
        one.page.wait_for_selector("#far")
        found["wait"] = axe_on(one.page)
        one.wait()
        assert one.page.url.endswith("/book")
        context.close()
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_who_may_be_seen_is_told_first_what_to_do(
    browser: Any, tmp_path: Path, answer: str
) -> None:
    with served(tmp_path) as app:
        context = browser.new_context(viewport=DESKTOP)
        one = Visitor(context.new_page(), app).come_in(answer)
        assert "another device" in one.words()
        assert one.page.locator("main input:not([type=hidden]), main textarea").count() == 0
        context.close()


def test_no_page_that_asks_for_words_comes_before_the_first_question(
    browser: Any, tmp_path: Path
) -> None:
    with served(tmp_path) as app:
        context = browser.new_context(viewport=DESKTOP)
        one = Visitor(context.new_page(), app)
        one.page.goto(app.origin + "/open")
        one.page.fill("#code", app.code)
        one.page.click("button")
        one.page.wait_for_selector("input[name=seen-by]")
        one.root = one.page.url
        for path in ("home", "new", "open"):
            one.page.goto(one.root + path)
            assert one.page.url == one.root
        context.close()

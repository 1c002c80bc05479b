"""The pages that only a form leads to, held to the same rules on the way.

The one thing a reader would get wrong: STEPS is not a list of excuses. A page that stands in it and
is not met here fails the test.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from rainbook.case import open_book
from rainbook.record import OrderServed
from tests.web.journeys.crawl import STEPS, name_of
from tests.web.journeys.kit import DESKTOP, PASSPHRASE, Visitor, served
from tests.web.journeys.rules import wrong_with

CHAT = (
    "01/02/2024, 09:00 - Messages and calls are end-to-end encrypted.\n"
    "01/02/2024, 09:01 - Alex Reed: are you there\n"
    "02/03/2024, 09:05 - Sam: please stop\n"
    "03/03/2024, 22:10 - Alex Reed: I am outside\n"
)
SUBMIT = "main form button.govuk-button:not(.govuk-button--secondary)"


class Walk:
    """A visitor that holds every page it meets to the rules."""

    def __init__(self, one: Visitor, order: int) -> None:
        self.one, self.page, self.order = one, one.page, order
        self.met: set[str] = set()
        self.wrong: dict[str, list[str]] = {}
        self.failed: dict[str, str] = {}

    def go(self, path: str) -> None:
        """Open a page and look at it."""
        self.one.go(path)
        self.look()

    def look(self) -> str:
        """Look at the page that is there; return its name."""
        name = name_of(urlsplit(self.page.url[len(self.one.root):]).path)
        if name not in self.met:
            self.met.add(name)
            if wrong := wrong_with(self.page):
                self.wrong[name] = wrong
        return name

    def send(self, selector: str = SUBMIT) -> str:
        """Press a button and look at what comes of it; return its name."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()
        self.one.wait()
        return self.look()

    def follow(self, beginning: str) -> str:
        """Follow the first link whose path begins so."""
        link = self.page.locator(f"main a[href*='/{beginning}']").first
        address = link.get_attribute("href")
        self.go(address.split("/", 2)[2])
        return str(address)


@pytest.fixture(scope="module")
def walked(
    browser: Any, tmp_path_factory: pytest.TempPathFactory, example_folder: Path
) -> Iterator[Walk]:
    """Go through all the steps once."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(example_folder, home / "book")
    with served(home) as app:
        context = browser.new_context(viewport=DESKTOP)
        context.set_default_timeout(8_000)
        with open_book(example_folder, PASSPHRASE, "owner", read_only=True) as book:
            order = next(d.number for d in book.decisions() if isinstance(d.what, OrderServed))
        walk = Walk(Visitor(context.new_page(), app).come_in().open_book(), order)
        for step in (_note, _keys, _entries, _say, _give, _check_and_more, _new_book, _files):
            try:
                step(walk)
            except Exception as failed:  # the steps after it are tried all the same
                walk.failed[step.__name__] = f"{walk.page.url[-60:]}: {failed!s:.300}"
        yield walk
        context.close()


def _note(walk: Walk) -> None:
    walk.go("notes/write")
    walk.page.fill("#words", "He stood at the bus stop again.")
    walk.page.fill("#day", "3 March 2024")
    assert walk.send("main button[name=do][value=next]") == "diary-check"
    walk.send("main form[action*='notes/check'] button.govuk-button")
    if walk.look() != "diary-one":
        walk.go("notes")
        walk.follow("notes/one/")


def _keys(walk: Walk) -> None:
    walk.go("second")
    walk.page.fill("#label", "Jo")
    for field in ("passphrase", "again"):
        walk.page.fill(f"#{field}", "words only Jo knows")
    assert walk.send() == "keys"
    walk.follow("keys/remove")
    walk.send("main form button.govuk-button--secondary")
    walk.go("keys/sheet")
    assert walk.send() == "sheet"
    walk.send()


def _entries(walk: Walk) -> None:
    walk.go("what-it-shows/alex/unwanted")
    walk.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    lines = walk.page.locator("main a[href*='/what-it-rests-on/']").first.get_attribute("href")
    walk.go("what-it-shows/alex/repeated")
    entry = walk.follow("entry/").rsplit("/", 1)[1].partition("?")[0]
    walk.go(f"original/{entry}?show=1")
    walk.go(f"about/{entry}")
    walk.follow(f"about/{entry}/")
    walk.go("what-it-rests-on/" + lines.split("/what-it-rests-on/")[1].split("/")[0].split("?")[0])
    walk.go(f"orders/{walk.order}/0")


def _say(walk: Walk) -> None:
    walk.go("feedback?page=guide")
    walk.page.fill("#text", "The page is clear.")
    for _ in range(3):
        if walk.send("main form button.govuk-button[value=look], main form button[value=keep]") == (
            "feedback-kept"
        ):
            break
    walk.go("people/new")
    walk.page.fill("main input[type=text]", "Kim Vale")
    walk.page.locator("main input[type=radio]").first.check()
    walk.send()
    walk.go("law")
    walk.follow("law/")


def _give(walk: Walk) -> None:
    walk.go("give")
    walk.page.check("input[name=recipe][value=first-report]")
    assert walk.send() == "give-who"
    walk.page.check("input[name=person][value=alex]")
    walk.page.fill("#initials", "SO")
    assert walk.send() == "give-preview"
    assert walk.send() == "give-report"
    if walk.page.locator("main a[href*='/give/look/']").count():
        walk.follow("give/look/")
        walk.go("give/report")
    for radio in walk.page.locator("input[name=looked]").all()[:1]:
        radio.check()
    assert walk.send("button[name=answer][value=write]") == "given"


def _check_and_more(walk: Walk) -> None:
    walk.go("check")
    walk.page.locator("input[name=folder][value^=for]").first.check()
    assert walk.send() == "verify-result"
    walk.go("more-forms")
    walk.follow("more-forms/make/")
    for radio in walk.page.locator("input[name=folder][value^=for]").all()[:1]:
        radio.check()
    assert walk.send() == "more-forms-done"
    walk.go("stamps/ask")
    if walk.page.locator("#about").count():
        walk.page.check("#about")
    assert walk.send() == "stamps-done"


def _new_book(walk: Walk) -> None:
    """Take the bundle into an empty book."""
    walk.page.locator("header form button").click()
    walk.one.wait()
    walk.go("new")
    walk.page.fill("#name", "second")
    for field in ("passphrase", "again"):
        walk.page.fill(f"#{field}", "four words of mine")
    assert walk.send() == "sheet"
    walk.send()
    walk.go("take-in")
    walk.page.locator("input[name=folder][value^=for]").first.check()
    assert walk.send() == "take-in-result"


def _files(walk: Walk) -> None:
    """Begin a third book with one chat, and say who is who."""
    walk.page.locator("header form button").click()
    walk.one.wait()
    walk.go("new")
    walk.page.fill("#name", "third")
    for field in ("passphrase", "again"):
        walk.page.fill(f"#{field}", "four words of mine")
    walk.send()
    walk.send()
    walk.go("add")
    walk.page.locator("main input[type=radio]").first.check()
    walk.page.set_input_files("#files", {
        "name": "WhatsApp Chat with Alex Reed.txt", "mimeType": "text/plain",
        "buffer": CHAT.encode(),
    })
    assert walk.send() == "added"
    walk.go("files")
    walk.follow("files/")
    walk.go("people/next")
    for _ in range(12):
        fields = walk.page.locator("main input[type=text]")
        if fields.count() and not fields.first.input_value():
            fields.first.fill("Sam")
        for name in walk.page.eval_on_selector_all(
            "main input[type=radio]", "all => [...new Set(all.map(r => r.name))]"
        ):
            options = walk.page.locator(f"main input[name={name}]")
            # somebody new, or somebody who is not the person: how it is known is asked then
            options.nth(min(1, options.count() - 1)).check()
        if walk.look() == "who" or walk.page.locator(SUBMIT).count() == 0:
            break
        walk.send()
    walk.go("said/list")
    walk.page.set_input_files("#file", {
        "name": "list.json", "mimeType": "application/json", "buffer": b"[]",
    })
    walk.send()


def test_every_step_can_be_gone(walked: Walk) -> None:
    assert walked.failed == {}


def test_every_step_was_met(walked: Walk) -> None:
    assert " ".join(sorted(STEPS - walked.met)) == ""


def test_nothing_is_wrong_with_any_step(walked: Walk) -> None:
    assert walked.wrong == {}

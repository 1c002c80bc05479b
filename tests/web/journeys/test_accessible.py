"""Every page, as it is met by people who see, hear, move or read differently.

The one thing a reader would get wrong: axe finds what a program can find. That a page can be used
is tried here with the keyboard, without scripts and at 320 pixels; whether it can be understood is
for people to say.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from rainbook.web.app import all_pages
from tests.web.journeys.crawl import NO_PAGE, STEPS, name_of, pages_of
from tests.web.journeys.kit import DESKTOP, Visitor, served
from tests.web.journeys.rules import axe_on, too_wide

TELLING = ("stalk", "harass", "abus", "victim", "suspect", "perpetrator", "police", "offender",
           "evidence", "spyware", "tracker")
FACTS = """() => ({
  title: document.title,
  ones: document.querySelectorAll('h1').length,
  first: (document.querySelector(
    'a, button, input:not([type=hidden]), select, textarea, summary') || {}).id,
  styles: document.querySelectorAll('[style]').length,
  labelless: [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
    .filter(f => !f.labels.length && !f.getAttribute('aria-label')).map(f => f.name),
  remembered: [...document.querySelectorAll('form')].filter(f => f.querySelector(
    'input[type=text], input[type=password], textarea') && f.autocomplete !== 'off').length,
})"""


@dataclass
class Looked:
    """What was found on the pages: `pages` by name; the rest by path."""

    pages: set[str] = field(default_factory=set)
    axe: dict[str, list[str]] = field(default_factory=dict)
    wide: dict[str, int] = field(default_factory=dict)
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    origin: str = ""


@pytest.fixture(scope="module")
def looked(
    browser: Any, tmp_path_factory: pytest.TempPathFactory, example_folder: Path
) -> Iterator[Looked]:
    """Go to every page once."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(example_folder, home / "book")
    with served(home) as app:
        context = browser.new_context(viewport=DESKTOP)
        one = Visitor(context.new_page(), app).come_in().open_book()
        found = Looked(told=one.told, asked=one.asked, origin=app.origin)
        for name, path in pages_of(one):
            _look(one, found, name, path)
        context.close()
    yield found


def _look(one: Visitor, found: Looked, name: str, path: str) -> None:
    found.pages.add(name)
    found.facts[path] = one.page.evaluate(FACTS)
    if wrong := axe_on(one.page):
        found.axe[path] = wrong
    if wide := too_wide(one.page):
        found.wide[path] = wide


def test_every_page_was_looked_at(looked: Looked) -> None:
    missing = {page.name for page in all_pages()} - looked.pages - set(NO_PAGE) - STEPS
    assert " ".join(sorted(missing)) == ""


def test_axe_finds_nothing_on_any_page(looked: Looked) -> None:
    assert looked.axe == {}


def test_nothing_is_wider_than_320_pixels(looked: Looked) -> None:
    """At 400 % a window of 1,280 pixels is 320 wide."""
    assert looked.wide == {}


def test_every_page_has_one_heading_and_begins_with_the_way_out(looked: Looked) -> None:
    wrong = {p: f for p, f in looked.facts.items() if f["ones"] != 1 or f["first"] != "exit"}
    assert wrong == {}


def test_titles_and_addresses_say_nothing(looked: Looked) -> None:
    shown = [f"{path} {facts['title']}" for path, facts in looked.facts.items()]
    assert [s for s in shown if any(word in s.casefold() for word in TELLING)] == []
    assert all(facts["title"].endswith("Rainbook") for facts in looked.facts.values())


def test_nothing_is_filled_in_by_the_browser(looked: Looked) -> None:
    assert {p: f["remembered"] for p, f in looked.facts.items() if f["remembered"]} == {}


def test_no_style_is_written_into_a_page_and_every_field_has_a_name(looked: Looked) -> None:
    assert {p: f["styles"] for p, f in looked.facts.items() if f["styles"]} == {}
    assert {p: f["labelless"] for p, f in looked.facts.items() if f["labelless"]} == {}


def test_the_console_stays_silent_and_nobody_else_is_asked(looked: Looked) -> None:
    assert [t for t in looked.told if "422" not in t] == []
    assert {a for a in looked.asked if not a.startswith(looked.origin + "/")} == set()


def test_the_names_of_pages_are_found() -> None:
    assert name_of("entry/0123456789abcdef") == "entry"
    assert name_of("guide") == "guide" and name_of("none/of/these") == ""

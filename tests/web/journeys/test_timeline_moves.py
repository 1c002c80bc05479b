"""The timeline in a real browser: keys, wheel, drag, marks; and that nothing of it stays behind."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.web.journeys.kit import PHONE, Visitor

Visit = Callable[..., Visitor]
AXE = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")


@pytest.fixture
def seen(visit: Visit, example_folder: Path) -> Visitor:
    """A visitor who looks at the timeline of the example."""
    visitor = visit(example_folder).come_in().open_book()
    visitor.go("timeline")
    return visitor


def span(page: Any) -> tuple[int, int]:
    """Return the minutes the picture begins and ends at."""
    data = page.locator("#shown")
    return int(data.get_attribute("data-start")), int(data.get_attribute("data-end"))


def after(page: Any, act: Callable[[], None]) -> tuple[int, int]:
    """Return the ends of the picture once it has moved."""
    before = span(page)
    act()
    page.wait_for_function(
        "old => document.getElementById('shown').dataset.start + ' ' + "
        "document.getElementById('shown').dataset.end !== old",
        arg=f"{before[0]} {before[1]}",
    )
    return span(page)


def test_moving_leaves_the_address_and_the_history_alone(seen: Visitor) -> None:
    page = seen.page
    address, length = page.url, page.evaluate("history.length")
    first = span(page)
    near = after(page, lambda: page.click("#go-closer"))
    assert first[0] < near[0] and near[1] < first[1]
    assert page.evaluate("document.activeElement.id") == "go-closer"
    later = after(page, lambda: page.click("#go-later"))
    assert later[0] > near[0]
    whole = after(page, lambda: page.click("#go-whole"))
    assert whole == first
    assert (page.url, page.evaluate("history.length")) == (address, length)
    assert seen.told == []


def test_the_keys_go_from_mark_to_mark_and_closer(seen: Visitor) -> None:
    page = seen.page
    page.focus("#picture")
    page.keyboard.press("ArrowRight")
    one = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    two = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowDown")
    three = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert len({one, two, three}) == 3 and None not in (one, two, three)
    assert page.locator("#line a:not([tabindex='-1'])").count() == 0
    first = span(page)
    near = after(page, lambda: page.keyboard.press("+"))
    assert near[1] - near[0] < first[1] - first[0]
    earlier = after(page, lambda: page.keyboard.press("PageUp"))
    assert earlier[0] < near[0]
    wide = after(page, lambda: page.keyboard.press("-"))
    assert wide[1] - wide[0] > earlier[1] - earlier[0]
    assert after(page, lambda: page.keyboard.press("Home")) == first


def test_the_wheel_goes_closer_round_the_pointer_and_a_drag_goes_along(seen: Visitor) -> None:
    page = seen.page
    page.evaluate("document.getElementById('picture').scrollIntoView({ block: 'center' })")
    box = page.locator("#line").bounding_box()
    x, y = box["x"] + box["width"] * 0.75, box["y"] + box["height"] / 2
    first = span(page)
    page.mouse.move(x, y)

    def turn() -> None:
        page.keyboard.down("Control")
        for _ in range(4):
            page.mouse.wheel(0, -100)
        page.keyboard.up("Control")

    near = after(page, turn)
    middle = first[0] + (first[1] - first[0]) * 0.75
    assert near[0] < middle < near[1] and near[1] - near[0] < (first[1] - first[0]) * 0.7

    def drag() -> None:
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x - 100, y, steps=4)
        page.mouse.up()

    along = after(page, drag)
    assert along[0] > near[0]
    assert re.search(r"/timeline$", page.url)


def test_a_mark_goes_closer_until_it_opens_an_entry(seen: Visitor) -> None:
    page = seen.page
    for _ in range(12):
        opens = page.locator("#line a[aria-label$='Opens this entry.']")
        if opens.count():
            opens.first.focus()
            page.keyboard.press("Enter")
            break
        nearer = page.locator("#line a[data-part]").first
        after(page, lambda one=nearer: (one.focus(), page.keyboard.press("Enter")))
    page.wait_for_url("**/entry/**")
    assert page.locator("mark").count() == 0
    page.click("text=Show the words")
    page.wait_for_selector("mark")
    assert seen.told == []


def test_a_letter_shows_its_row_in_the_table(seen: Visitor) -> None:
    page = seen.page
    page.locator("#line a[href^='#mark-']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#marks[open]")
    assert page.evaluate("document.activeElement.id").startswith("mark-")


@pytest.mark.parametrize("path", ["timeline", "timeline?l=1", "entry", "original"])
def test_there_is_nothing_axe_would_mend(
    visit: Visit, example_folder: Path, path: str
) -> None:
    visitor = visit(example_folder, viewport=PHONE).come_in().open_book()
    visitor.go("timeline?l=1")
    page = visitor.page
    if not path.startswith("timeline"):
        href = page.locator("#list td, #list th a").first.get_attribute("href")
        page.goto(visitor.app.origin + href.replace("/entry/", f"/{path}/") + "&show=1")
    else:
        visitor.go(path)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    found = AXE.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_javascript_every_step_is_a_link(visit: Visit, example_folder: Path) -> None:
    visitor = visit(example_folder, java_script_enabled=False)
    visitor.come_in().open_book()
    visitor.go("timeline")
    page = visitor.page
    page.wait_for_selector("#line")
    first = span(page)
    page.click("#go-closer")
    near = span(page)
    assert near[1] - near[0] < first[1] - first[0]
    page.select_option("#c", "calls")
    page.click(".rb-line-form button")
    assert page.locator("#line g").count() == 1

"""The way from the first page to the words of an entry, with no mouse; and with hard sight.

The one thing a reader would get wrong: a page need not be used by a mouse first. Every step from
the first page on is a key, and after each the focus is on something that can be seen (keys.py).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.web.journeys.keys import COVERED, LEAST, Keys, colours, different, picture_of
from tests.web.journeys.kit import PASSPHRASE, Visitor

Visit = Callable[..., Visitor]
ZOOMED = {"width": 320, "height": 256}
"""What is left of a window of 1,280 by 1,024 at 400 %."""
STOPS = ("a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select, "
         "textarea, summary, [tabindex='0']")


def _come_in(keys: Keys) -> None:
    """Type the code, answer the first question, and stand on the front page."""
    one = keys.one
    one.listen()
    one.page.goto(one.app.origin + "/open")
    while keys.at().rpartition(" ")[2] != "code":
        keys.press("Tab")
    one.page.keyboard.type(one.app.code)
    keys.press("Enter")
    one.page.wait_for_selector("input[name=seen-by]")
    one.root = one.page.url
    keys.press("Tab")
    assert keys.at().endswith("exit"), "the way out is not the first thing"
    keys.tab_to("seen-by")
    # the arrows go through the answers, the space bar takes the one they are on
    keys.press("ArrowDown", "ArrowDown", "Space")
    assert one.page.locator("input[name=seen-by]:checked").get_attribute("value") == "no"
    keys.go("Go on", "**/home")


def _open_the_book(keys: Keys) -> None:
    """Mistype the passphrase, be shown it, mend it."""
    page = keys.one.page
    keys.go("Open a record", "**/open")
    keys.tab_to("| passphrase")
    page.keyboard.type("not this one at all")
    with page.expect_navigation():
        keys.press("Enter")
    page.wait_for_function("document.activeElement.id === 'slips'")
    keys.press("Tab")
    assert "That does not open this book." in keys.at()
    keys.press("Enter")
    assert page.evaluate("document.activeElement.id") == "passphrase"
    page.keyboard.type(PASSPHRASE)
    keys.press("Enter")
    page.wait_for_url("**/book")


def _nearer(keys: Keys) -> None:
    """Go from mark to mark, and closer, until one opens an entry."""
    page = keys.one.page
    for _ in range(20):
        keys.press("ArrowRight")
        keys.look()
        words = keys.at()
        if "Opens this entry." in words:
            return
        if "Shows it closer." in words:
            before = page.get_attribute("#shown", "data-start")
            keys.press("Enter")
            page.wait_for_selector(f"#shown:not([data-start='{before}'])", state="attached")
            assert keys.at() != "BODY", "the focus is lost with the picture that was there"
    raise AssertionError("no mark opens an entry")


def test_from_the_first_page_to_the_words_of_an_entry(visit: Visit, example_folder: Path) -> None:
    keys = Keys(visit(example_folder))
    page = keys.one.page
    _come_in(keys)
    _open_the_book(keys)
    keys.go("See it in order", "**/timeline*")
    keys.tab_to("Picture of contacts")
    _nearer(keys)
    keys.press("Enter")
    page.wait_for_url("**/entry/**")
    assert page.locator("mark").count() == 0
    keys.go("Show the words", "**show=1*")
    page.wait_for_selector("mark")
    keys.tab_to("Back to the timeline", back=True)
    keys.press("Enter")
    page.wait_for_url("**/timeline*")
    assert len(keys.looked) >= 12, keys.looked


def test_the_focus_stays_where_a_way_to_move_ends(visit: Visit, example_folder: Path) -> None:
    """At the end of the record there is no "later"; whoever stood on it is not sent to the top."""
    keys = Keys(visit(example_folder).come_in().open_book())
    page = keys.one.page
    keys.one.go("timeline")
    for name, times in (("closer", 1), ("later", 20), ("wider", 20)):
        page.focus(f"#go-{name}")
        for _ in range(times):
            before = page.locator("#span").inner_text()
            keys.press("Enter")
            page.wait_for_function(
                "old => document.getElementById('span').innerText !== old", arg=before
            )
            assert keys.at() != "BODY", f"{name}, after {before}"
            if not page.locator(f"#go-{name}").count():
                break
        assert times == 1 or not page.locator(f"#go-{name}").count()


def test_the_way_past_the_top_leads_to_the_main_part(visit: Visit, example_folder: Path) -> None:
    keys = Keys(visit(example_folder).come_in().open_book())
    page = keys.one.page
    for path in ("book", "help", "settings"):
        keys.one.go(path)
        keys.press("Tab")
        assert keys.at().endswith("exit")
        keys.press("Tab")
        assert "main part of the page" in keys.at()
        box = page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
        assert box["height"] > 10 and box["top"] >= 0, "it is not seen"
        keys.press("Enter", "Tab")
        inside = "document.getElementById('main').contains(document.activeElement)"
        assert page.evaluate(inside), keys.at()
        assert page.evaluate(COVERED) == ""


def test_the_bar_at_the_top_covers_nothing_that_has_the_focus(
    visit: Visit, example_folder: Path
) -> None:
    """Going back up a long page: what has the focus comes up below the bar, not behind it."""
    one = visit(example_folder, viewport=ZOOMED).come_in().open_book()
    keys = Keys(one)
    for path in ("help", "notes/write", "what-it-shows", "guide"):
        one.go(path)
        one.page.locator(f"footer :is({STOPS})").last.focus()
        passed = 0
        while not keys.at().endswith("exit"):
            keys.press("Shift+Tab")
            assert one.page.evaluate(COVERED) == "", f"{path}: {keys.at()}"
            passed += 1
            assert passed < 200
        assert passed > 15


def test_the_main_steps_can_be_used_at_400_percent(visit: Visit, example_folder: Path) -> None:
    one = visit(example_folder, viewport=ZOOMED).come_in()
    for path in ("", "home", "new", "open"):
        _can_be_pressed(one, path)
    one.open_book()
    for path in ("book", "add", "people", "people/new", "timeline", "questions", "notes/write",
                 "what-it-shows", "give", "keep-back", "keep-back/ask/1", "check"):
        _can_be_pressed(one, path)


def _can_be_pressed(one: Visitor, path: str) -> None:
    """Every button can be brought into the window, is whole in it, and takes the press itself."""
    one.go(path)
    buttons = one.page.locator("main button:visible, main a.govuk-button:visible, #exit")
    for place in range(min(buttons.count(), 8)):
        button = buttons.nth(place)
        button.click(trial=True)
        box = button.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= ZOOMED["width"], (path, box)
    assert one.page.evaluate("document.documentElement.scrollWidth") <= ZOOMED["width"], path


@pytest.mark.parametrize("hard", [{"forced_colors": "active"}, {"reduced_motion": "reduce"}])
def test_focus_and_states_are_seen(
    visit: Visit, example_folder: Path, hard: dict[str, Any]
) -> None:
    one = visit(example_folder, **hard).come_in().open_book()
    keys = Keys(one)
    for path, last in (("settings", "exit-2"), ("people/new", "Skip"), ("add", "Put them in"),
                       ("timeline", "Picture of contacts"), ("notes/write", "diary")):
        one.go(path)
        for _ in range(40):
            keys.press("Tab")
            if keys.at() == "BODY" or last in keys.at():
                break
            keys.look()
        assert one.page.evaluate("document.getAnimations().length") == 0
    assert len(keys.looked) >= 10, keys.looked
    _states(one)


def _states(one: Visitor) -> None:
    """A chosen answer looks other than one that is not, and so does a mistake."""
    one.go("people/new")
    page = one.page
    box = page.locator(".govuk-radios__item").first.bounding_box()
    before = picture_of(page, box)
    page.locator("input[type=radio]").first.check()
    page.evaluate("document.activeElement.blur()")
    after = picture_of(page, box)
    assert different(before, after) >= LEAST
    assert page.locator("#slips").count() == 0
    one.send("Write it down")
    slips = page.locator("#slips").bounding_box()
    assert colours(picture_of(page, slips)) > 2
    one.go("timeline")
    drawn = picture_of(page, page.locator("#line").bounding_box())
    assert colours(drawn) > 4

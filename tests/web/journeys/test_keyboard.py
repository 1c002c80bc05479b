"""The way from the first page to the words of an entry, with no mouse; and with hard sight.

The one thing a reader would get wrong: a style that says "outline" proves nothing. That the focus
can be seen is found in pictures of the page: one with the focus there, and one without.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from tests.web.journeys.kit import PASSPHRASE, Visitor

Visit = Callable[..., Visitor]
ZOOMED = {"width": 320, "height": 256}
"""What is left of a window of 1,280 by 1,024 at 400 %."""
LEAST = 40  # pixels that have to change where the focus is
STOPS = ("a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select, "
         "textarea, summary, [tabindex='0']")
WORDS = """() => {
  const one = document.activeElement;
  const label = one.labels && one.labels.length ? one.labels[0].innerText : '';
  return one === document.body ? 'BODY'
    : [label, one.getAttribute('aria-label'), one.innerText, one.id].filter(Boolean).join(' | ');
}"""
PLACE = """() => {
  const one = document.activeElement, boxes = [one, ...(one.labels || [])]
    .map(b => b.getBoundingClientRect()).filter(b => b.width && b.height);
  const left = Math.min(...boxes.map(b => b.left)), top = Math.min(...boxes.map(b => b.top));
  return {kind: one.tagName + '.' + (one.className.baseVal ?? one.className) + '.' + one.type,
    x: left, y: top, width: Math.max(...boxes.map(b => b.right)) - left,
    height: Math.max(...boxes.map(b => b.bottom)) - top};
}"""
COVERED = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  const bar = document.querySelector('.rb-exit').getBoundingClientRect();
  if (one.closest('.rb-exit') || box.height === 0) { return ''; }
  // something of it has to be seen: below the bar, and inside the window
  const seen = Math.min(box.bottom, innerHeight) - Math.max(box.top, bar.bottom);
  return seen >= Math.min(box.height, 16) ? '' :
    `${one.tagName} ${one.id} ${one.textContent.trim().slice(0, 40)} ${box.top} ${bar.bottom}`;
}"""


@dataclass
class Keys:
    """Somebody at a keyboard. `looked`: the kinds of things whose focus was looked at."""

    one: Visitor
    looked: set[str] = field(default_factory=set)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.one.page.keyboard.press(key)

    def at(self) -> str:
        """Return what the focus is on, in words."""
        return str(self.one.page.evaluate(WORDS))

    def tab_to(self, words: str, back: bool = False) -> None:
        """Press Tab until the focus is on something of these words; it is never lost or unseen."""
        passed = []
        for _ in range(120):
            self.press("Shift+Tab" if back else "Tab")
            passed.append(self.at())
            assert passed[-1] != "BODY", f"lost after {passed}"
            assert self.one.page.evaluate(COVERED) == "", passed[-1]
            self.look()
            if words in passed[-1]:
                return
        raise AssertionError(f"{words} is not among {passed}")

    def go(self, words: str, then: str) -> None:
        """Tab to something, press Enter, and wait for an address that ends as `then`."""
        self.tab_to(words)
        self.press("Enter")
        self.one.page.wait_for_url(then)
        self.one.wait()

    def look(self) -> None:
        """Hold a picture with the focus against one without; each kind of thing once."""
        place = self.one.page.evaluate(PLACE)
        kind = place.pop("kind")
        if kind in self.looked:
            return
        self.looked.add(kind)
        changed = _changed(self.one.page, place)
        assert changed >= LEAST, f"{kind}: {changed} pixels"


def _changed(page: Any, place: dict[str, float]) -> int:
    """Return how many pixels are other ones without the focus."""
    size = page.viewport_size
    left, top = max(place["x"] - 8, 0), max(place["y"] - 8, 0)
    clip = {
        "x": left, "y": top, "width": max(min(place["width"] + 16, size["width"] - left), 1),
        "height": max(min(place["height"] + 16, size["height"] - top), 1),
    }
    page.evaluate("window.was = document.activeElement")
    before = _picture(page, clip)
    page.evaluate("window.was.blur()")
    after = _picture(page, clip)
    page.evaluate("window.was.focus({preventScroll: true})")
    return _different(before, after)


def _different(one: Image.Image, other: Image.Image) -> int:
    clear = ImageChops.difference(one, other).convert("L").point(lambda v: 255 * (v > 24))
    return int(clear.histogram()[255])


def _picture(page: Any, clip: dict[str, float]) -> Image.Image:
    shot = page.screenshot(clip=clip, animations="disabled")
    return Image.open(io.BytesIO(shot)).convert("RGB")


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
    before = _picture(page, box)
    page.locator("input[type=radio]").first.check()
    page.evaluate("document.activeElement.blur()")
    after = _picture(page, box)
    assert _different(before, after) >= LEAST
    assert page.locator("#slips").count() == 0
    one.send("Write it down")
    slips = page.locator("#slips").bounding_box()
    assert len(_picture(page, slips).getcolors(1 << 24)) > 2
    one.go("timeline")
    drawn = _picture(page, page.locator("#line").bounding_box())
    assert len(drawn.getcolors(1 << 24)) > 4

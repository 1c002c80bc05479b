"""Somebody at a keyboard: what the focus is on, whether it is covered, and whether it can be seen.

The one thing a reader would get wrong: a style that says "outline" proves nothing. That the focus
can be seen is found in pictures of the page: one with the focus there, and one without.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from PIL import Image, ImageChops

from tests.web.journeys.kit import Visitor

LEAST = 40  # pixels that have to change where the focus is
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
        changed = changed_at(self.one.page, place)
        assert changed >= LEAST, f"{kind}: {changed} pixels"


def changed_at(page: Any, place: dict[str, float]) -> int:
    """Return how many pixels are other ones without the focus."""
    size = page.viewport_size
    left, top = max(place["x"] - 8, 0), max(place["y"] - 8, 0)
    clip = {
        "x": left, "y": top, "width": max(min(place["width"] + 16, size["width"] - left), 1),
        "height": max(min(place["height"] + 16, size["height"] - top), 1),
    }
    page.evaluate("window.was = document.activeElement")
    before = picture_of(page, clip)
    page.evaluate("window.was.blur()")
    after = picture_of(page, clip)
    page.evaluate("window.was.focus({preventScroll: true})")
    return different(before, after)


def different(one: Image.Image, other: Image.Image) -> int:
    """Return how many pixels of two pictures are clearly other ones."""
    clear = ImageChops.difference(one, other).convert("L").point(lambda v: 255 * (v > 24))
    return int(clear.histogram()[255])


def picture_of(page: Any, clip: dict[str, float]) -> Image.Image:
    """Return a picture of a part of the window; nothing in it moves."""
    shot = page.screenshot(clip=clip, animations="disabled")
    return Image.open(io.BytesIO(shot)).convert("RGB")


def colours(picture: Image.Image) -> int:
    """Return how many colours a picture has."""
    raw = picture.tobytes()
    return len({raw[at : at + 3] for at in range(0, len(raw), 3)})

"""What every page is held to, wherever it is met.

The one thing a reader would get wrong: axe finds what a program can find; the rest is for people.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.journeys.kit import DESKTOP

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW = {"width": 320, "height": 640}


def axe_on(page: Any) -> list[str]:
    """Return what axe finds on a page."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
    return [f"{v['id']}: {[n['target'] for n in v['nodes']][:3]}" for v in found["violations"]]


def too_wide(page: Any) -> int:
    """Return how wide a page is in a window of 320 pixels, 0 where it fits."""
    page.set_viewport_size(NARROW)
    wide = int(page.evaluate("document.documentElement.scrollWidth"))
    page.set_viewport_size(DESKTOP)
    return wide if wide > NARROW["width"] else 0


def wrong_with(page: Any) -> list[str]:
    """Return everything that is wrong with a page."""
    found = axe_on(page)
    if wide := too_wide(page):
        found.append(f"{wide} pixels wide")
    if page.locator("h1").count() != 1:
        found.append("not one heading")
    if not page.title().endswith("Rainbook"):
        found.append(f"title {page.title()!r}")
    return found

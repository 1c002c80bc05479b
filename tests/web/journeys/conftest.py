"""One browser for a file of journeys, and a copy of the example for whoever wants one.

The one thing a reader would get wrong: where there is no Chromium these tests are skipped and say
so; the test command installs it where it may.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.web.journeys.kit import CHROMIUM, DESKTOP, FLAGS, Served, Visitor, served


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Return Chromium."""
    if CHROMIUM is None:
        pytest.skip("chromium (a Debian package) is not here to open the pages with")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Visitor]]:
    """Return a function that starts an app for a folder and comes in with a new browser context.

    `book`: a closed book to copy into the folder first. More is given to the browser context.
    """
    with ExitStack() as stack:

        def begin(book: Path | None = None, **context: Any) -> Visitor:
            home = tmp_path / f"home-{len(list(tmp_path.iterdir()))}"
            home.mkdir()
            if book is not None:
                shutil.copytree(book, home / "book")
            app: Served = stack.enter_context(served(home))
            made = browser.new_context(**{"viewport": DESKTOP, **context})
            made.set_default_timeout(20_000)
            stack.callback(made.close)
            return Visitor(made.new_page(), app)

        yield begin

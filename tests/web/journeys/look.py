"""Makes a picture of every page at the width of a phone and of a desk: ./run pictures FOLDER

The one thing a reader would get wrong: it proves nothing by itself. Somebody has to look. It is no
part of the tests: it is collected only when it is named.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.web.journeys.crawl import pages_of
from tests.web.journeys.kit import DESKTOP, PHONE, Visitor, served


def test_pictures(
    browser: Any, tmp_path: Path, example_folder: Path, request: pytest.FixtureRequest
) -> None:
    """Write NUMBER-NAME-desk.png and NUMBER-NAME-phone.png for every page links lead to."""
    given = request.config.getoption("--pictures")
    assert given, "Say where the pictures should go: ./run pictures FOLDER"
    folder = Path(given)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(example_folder, tmp_path / "home" / "book")
    with served(tmp_path / "home") as app:
        page = browser.new_context(viewport=DESKTOP).new_page()
        one = Visitor(page, app).come_in().open_book()
        for count, (name, _) in enumerate(pages_of(one), 1):
            for word, size in (("desk", DESKTOP), ("phone", PHONE)):
                page.set_viewport_size(size)
                page.wait_for_timeout(80)
                page.screenshot(path=str(folder / f"{count:03}-{name}-{word}.png"), full_page=True)
            page.set_viewport_size(DESKTOP)

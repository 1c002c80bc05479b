"""Makes a picture of every page at the width of a phone and of a desk: ./run pictures FOLDER

The one thing a reader would get wrong: it proves nothing by itself. Somebody has to look.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from rainbook.case import make_example
from tests.web.journeys.crawl import pages_of
from tests.web.journeys.kit import CHROMIUM, DESKTOP, FLAGS, PHONE, Visitor, served


def pictures(folder: Path) -> int:
    """Write NAME-N-phone.png and NAME-N-desk.png for every page; return how many pages."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        home = Path(place) / "home"
        home.mkdir()
        make_example(home / "book")[0].close()
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        with served(home) as app:
            one = Visitor(browser.new_context(viewport=DESKTOP).new_page(), app)
            one.come_in().open_book()
            for name, _ in pages_of(one):
                count += 1
                for word, size in (("desk", DESKTOP), ("phone", PHONE)):
                    one.page.set_viewport_size(size)
                    one.page.wait_for_timeout(80)
                    one.page.screenshot(
                        path=str(folder / f"{count:03}-{name}-{word}.png"), full_page=True
                    )
                one.page.set_viewport_size(DESKTOP)
                sys.stdout.write(f"\r{count:4} {name:30}")
                sys.stdout.flush()
        browser.close()
    sys.stdout.write(f"\r{count} pages are in {folder}\n")
    return count


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where the pictures should go: ./run pictures FOLDER")
    pictures(Path(sys.argv[1]))

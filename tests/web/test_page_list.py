"""The names and paths that are known before any page is loaded are those of the pages.

The one thing a reader would get wrong: the list is read from the sources as text. A page that is
put together some other way would be missing from it, and from the app.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from rainbook.web.app import App
from rainbook.web.desk import Desk
from rainbook.web.entrance.door import Door
from rainbook.web.entrance.neutral import neutral
from rainbook.web.guide import guide_pages
from rainbook.web.page_list import all_pages, known_paths
from rainbook.web.pages import session, start
from rainbook.web.settings import Settings


def test_what_is_read_is_what_there_is() -> None:
    assert dict(known_paths()) == {page.name: page.path for page in all_pages()}
    assert len(all_pages()) == len(known_paths()), "a name stands twice"


def test_the_pages_of_the_guide_are_where_its_list_says() -> None:
    listed = {page.name: page.path for page in guide_pages()}
    assert {n: p for n, p in known_paths().items() if n in listed} == listed


def test_the_first_page_loads_neither_the_case_nor_the_other_pages(tmp_path: Path) -> None:
    code = (
        "import sys; from rainbook.web.serve import Serving; from pathlib import Path; "
        "one = Serving(Path(sys.argv[1])); one.socket.close(); "
        "print(sorted(m for m in sys.modules if m.startswith(('rainbook.case', "
        "'rainbook.handover', 'rainbook.web.pages.')) or m in ('typst', 'pikepdf', 'PIL')))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[2],
    )
    assert ran.stdout.strip() == "['rainbook.web.pages.session', 'rainbook.web.pages.start']"


def test_a_page_that_is_not_loaded_yet_is_loaded_when_it_is_wanted(tmp_path: Path) -> None:
    desk = Desk(tmp_path, Settings())
    door = Door(8, neutral(lambda: desk.settings, lambda: False))
    app = App(desk, door, (*session.PAGES, *start.PAGES))
    assert desk.has("timeline") and "timeline" not in app.pages
    app.load()
    app.load()
    assert set(app.pages) == set(known_paths())
    desk.end()

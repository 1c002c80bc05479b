"""A note in a real browser: what is typed survives, with the script and without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.web.journeys.kit import Visitor

Visit = Callable[..., Visitor]


def test_what_is_typed_is_kept_when_the_page_is_left(visit: Visit, example_folder: Path) -> None:
    one = visit(example_folder).come_in().open_book()
    one.go("notes/write")
    one.page.fill("#words", "half a MARKERED sentence")
    one.go("people")
    one.page.wait_for_timeout(500)
    one.go("notes")
    assert "Begun and not saved yet" in one.words()
    assert "half a MARKERED sentence" in one.words()
    one.page.get_by_role("link", name="Go on writing").click()
    one.page.wait_for_load_state()
    assert one.page.input_value("#words") == "half a MARKERED sentence"
    store = one.page.evaluate("localStorage.length + sessionStorage.length")
    assert store == 0
    held = b"".join(p.read_bytes() for p in one.app.home.rglob("*") if p.is_file())
    assert b"MARKERED" not in held
    assert [said for said in one.told if "Failed to load" not in said] == []


def test_a_note_is_written_and_saved_without_scripts(visit: Visit, example_folder: Path) -> None:
    one = visit(example_folder, java_script_enabled=False).come_in().open_book()
    one.go("notes/write")
    assert one.page.get_by_text("every 20 seconds").is_hidden()
    one.page.fill("#words", 'first line\nand "second", =1+1')
    one.page.fill("#day", "3 March 2024")
    one.page.fill("#time", "evening")
    one.send("Look at it before saving")
    assert "We read this as: Sun 3 Mar 2024 17:00 to 22:59" in one.words()
    one.send("Save it")
    assert "Saved. Your words are in the book" in one.words()
    assert 'first line and "second", =1+1' in one.words()

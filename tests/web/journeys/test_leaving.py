"""Leaving from every page: what is shown, what Back shows, what is left.

The one thing a reader would get wrong: the address stays in the browser's list of pages, and the
app says so. What is promised is that it shows nothing any more.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.journeys.kit import Visitor

Visit = Callable[..., Visitor]
PLACES = ("", "home", "guide", "help", "settings", "exit", "feedback", "about", "book", "keys",
          "people", "timeline", "said", "notes", "what-it-shows", "give", "add", "questions",
          "what-you-have", "files", "keep-back", "law", "orders", "next", "check")


def test_every_page_can_be_left_and_back_shows_nothing(
    visit: Visit, example_folder: Path
) -> None:
    """Each time the program is started again while it runs, which begins a visit of its own."""
    one = visit(example_folder).come_in()
    for path in PLACES:
        if path != PLACES[0]:
            one.page = one.page.context.new_page()
            one.come_again()
        one.open_book()
        answer = one.go(path)
        assert answer.status == 200, path
        before = one.page.inner_text("main")
        one.page.click("#exit")
        one.page.wait_for_url("**/page")
        assert one.page.title() == "Kitchen measures", path
        _nothing_comes_back(one, before)
        one.page.close()


def _nothing_comes_back(one: Visitor, before: str) -> None:
    for _ in range(4):
        if one.page.go_back(wait_until="load") is None:
            break  # the first page of this tab
        assert before.strip()[:60] not in one.page.inner_text("body")
        # the code is used up, so its page is not there either
        assert one.page.url == one.app.origin + "/page" or one.page.url.startswith("file:")


@pytest.mark.parametrize("keys", [3])
def test_shift_three_times_leaves(visit: Visit, example_folder: Path, keys: int) -> None:
    one = visit(example_folder).come_in().open_book()
    for _ in range(keys):
        one.page.keyboard.press("Shift")
    one.page.wait_for_url("**/page")
    assert "book" not in one.words()


def test_shift_twice_or_slowly_or_with_letters_stays(visit: Visit) -> None:
    one = visit().come_in()
    for key in ("Shift", "Shift", "a", "Shift", "Shift"):
        one.page.keyboard.press(key)
    one.page.wait_for_timeout(300)
    assert one.page.url.startswith(one.root)


def test_leaving_works_without_scripts(visit: Visit, example_folder: Path) -> None:
    one = visit(example_folder, java_script_enabled=False).come_in().open_book()
    one.page.click("#exit")
    one.page.wait_for_url("**/page")
    one.page.go_back()
    assert one.page.url == one.app.origin + "/page"


def test_the_page_is_covered_before_anything_is_answered(visit: Visit) -> None:
    one = visit().come_in()
    seen = one.page.evaluate(
        "() => { document.getElementById('exit').form.requestSubmit();"
        " return getComputedStyle(document.body).visibility + ' ' + document.title; }"
    )
    assert seen == "hidden Rainbook"


def test_after_leaving_the_book_is_closed_and_can_be_opened_again(
    visit: Visit, example_folder: Path
) -> None:
    one = visit(example_folder).come_in().open_book()
    one.page.click("#exit")
    one.page.wait_for_url("**/page")
    again = visit(example_folder).come_in()
    assert again.go("home").status == 200
    # the first app no longer holds its own book: its lock can be had
    for _ in range(50):
        ended = not (one.app.home / "book" / "lock").exists() or _can_lock(one.app.home / "book")
        if ended:
            break
        one.page.wait_for_timeout(100)
    assert ended


def _can_lock(book: Path) -> bool:
    from rainbook.case import open_book  # noqa: PLC0415
    from rainbook.record import RainbookError  # noqa: PLC0415

    try:
        open_book(book, "example passphrase, not a secret", "owner").close()
    except RainbookError:
        return False
    return True


def test_nothing_of_it_is_kept_by_the_browser(visit: Visit, example_folder: Path) -> None:
    """No cookie, no storage and no stored answer after leaving."""
    one = visit(example_folder).come_in().open_book()
    assert [c["name"] for c in one.page.context.cookies()] == ["place"]
    one.page.click("#exit")
    one.page.wait_for_url("**/page")
    one.page.wait_for_timeout(300)
    assert one.page.context.cookies() == []
    assert one.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert one.page.evaluate("caches.keys().then(keys => keys.length)") == 0
    stored = one.page.evaluate(
        "address => fetch(address, {cache: 'only-if-cached', mode: 'same-origin'})"
        ".then(answer => answer.status, () => 0)", one.root + "book",
    )
    assert stored in (0, 504)


def test_another_page_can_be_shown_on_leaving_with_and_without_scripts(
    visit: Visit
) -> None:
    """An address of the person's choice; the browser is given an answer in its place."""
    for scripts in (True, False):
        one = visit(java_script_enabled=scripts)
        one.page.context.route("https://example.org/*", lambda route: route.fulfill(
            status=200, content_type="text/html", body="<title>Elsewhere</title>elsewhere"
        ))
        one.come_in()
        one.go("settings")
        one.page.check("input[name=leave][value=other]")
        one.page.fill("#address", "https://example.org/")
        one.send("Keep these settings")
        one.page.click("#exit")
        one.page.wait_for_url("https://example.org/")
        assert one.page.title() == "Elsewhere"

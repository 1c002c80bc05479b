"""The whole way in a browser that runs no scripts: every page works, and those that wait move on.

The one thing a reader would get wrong: this is no second app. The same pages are used; what a
script does quicker, a link, a button or the browser itself does here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rainbook.case import check_folder
from tests.web.journeys import made
from tests.web.journeys.kit import Visitor
from tests.web.journeys.steps import THEIR_ROLE, begin_book, follow, heading, press, put_in, say_who

Visit = Callable[..., Visitor]
NOTE = "A car stood across the road for an hour."


def test_from_the_first_question_to_a_folder_without_scripts(visit: Visit) -> None:
    one = visit(java_script_enabled=False).come_in()
    sheet = begin_book(one)
    assert "Your recovery sheet" in sheet and "Print this page" not in sheet
    said = put_in(one, made.two_phones())
    assert said.count("It was read.") == 3
    follow(one, "Say who is who")
    others = {made.THEIRS: made.OTHER, made.ME: made.ME, made.OTHER: made.OTHER}
    say_who(one, made.ME, others, {made.OTHER: THEIR_ROLE})
    _an_entry_by_links(one)
    _a_note(one)
    folder = _gives_and_checks(one)
    assert check_folder(folder, lambda: "").faults == ()
    assert {at for at in one.asked if not at.startswith(one.app.origin + "/")} == set()


def _an_entry_by_links(one: Visitor) -> None:
    one.go("book")
    follow(one, "See it in order")
    before = one.page.get_attribute("#shown", "data-end")
    follow(one, "Closer")
    assert one.page.get_attribute("#shown", "data-end") != before
    follow(one, "All of it")
    one.page.click("#list summary")  # opens without a script
    one.page.locator("#list a", has_text="Sun 11 Feb 2024 23:40").click()
    one.page.wait_for_url("**/entry/**")
    follow(one, "Show the words")
    assert made.WAITING in one.page.inner_text("mark")


def _a_note(one: Visitor) -> None:
    one.go("book")
    follow(one, "Write what the messages do not say")
    follow(one, "Write something down")
    one.page.fill("#words", NOTE)
    assert "every 20 seconds" not in one.words(), "nothing keeps it by itself here"
    one.send("Keep for later")
    assert "Begun and not saved yet" in one.words()
    follow(one, "Go on writing")
    assert one.page.input_value("#words") == NOTE
    one.page.fill("#day", "12 March 2024")
    one.send("Look at it before saving")
    one.send("Save it")
    assert "Saved." in one.words() and NOTE in one.words()


def _gives_and_checks(one: Visitor) -> Path:
    one.go("keep-back")
    one.send("There is nothing to keep back")
    one.go("book")
    follow(one, "Hand it over")
    one.page.get_by_label("A first report").check()
    one.send("Go on")
    one.page.fill("#initials", "SO")
    one.send("Go on")
    press(one, "Look through it", "**/give/report")
    one.page.get_by_label("Yes, somebody looked at each").check()
    press(one, "Write it", "**/given")
    assert heading(one) == "The folder is written"
    name = str(one.page.locator("dd bdi").first.inner_text())
    follow(one, "Check it here")
    press(one, "Check it", "**/check/result")
    assert heading(one) == "It is as it was left"
    return one.app.home / name


def test_a_locked_book_says_so_and_opens_again(visit: Visit, example_folder: Path) -> None:
    one = visit(example_folder, java_script_enabled=False).come_in().open_book()
    one.page.get_by_role("button", name="Lock").click()
    one.page.wait_for_url("**/locked")
    assert "You locked the book." in one.words()
    one.open_book()
    assert heading(one) == "Your book"

"""Steps that several journeys take: making a book, putting files in, saying who is who.

The one thing a reader would get wrong: a step goes by what stands on the page, its words and its
buttons. Where these are not there it fails; no address is typed that a person would not type.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.web.journeys.kit import PASSPHRASE, Visitor
from tests.web.journeys.made import Upload

UNKNOWN, NEW = "I do not know", "Someone I have not named yet"
LONGEST = 120_000  # milliseconds: a book is made, files are read, or a folder is written
THEIR_ROLE = "The one whose contact this book is about"


def press(one: Visitor, button: str, then: str) -> None:
    """Press a button of the page's own part and wait for an address that ends as `then`."""
    one.page.locator("main").get_by_role("button", name=button, exact=True).first.click()
    one.page.wait_for_url(then, timeout=LONGEST)


def follow(one: Visitor, link: str) -> None:
    """Follow a link of the page's own part by its words."""
    with one.page.expect_navigation():
        one.page.locator("main a", has_text=link).first.click()
    one.wait()


def heading(one: Visitor) -> str:
    """Return the words of the page's heading."""
    return str(one.page.inner_text("h1"))


def begin_book(one: Visitor) -> str:
    """Make a book from the front page; return the words of the recovery sheet."""
    follow(one, "Begin a record")
    one.page.fill("#passphrase", PASSPHRASE)
    one.page.fill("#again", PASSPHRASE)
    press(one, "Make the book", "**/sheet")
    sheet = one.words()
    press(one, "I have the sheet, or I will do without it", "**/second")
    press(one, "Not now", "**/book")
    return sheet


def put_in(one: Visitor, files: Sequence[Upload]) -> str:
    """Put files in on the page for it; return what the page says of them."""
    follow(one, "Add files")
    one.page.get_by_label("Yes, they are mine").check()
    one.page.set_input_files("#files", files)
    press(one, "Put them in the book", "**/added")
    return one.words()


def say_who(
    one: Visitor, me: str, others: Mapping[str, str], roles: Mapping[str, str]
) -> list[str]:
    """Answer every question about who is who, and return the questions.

    `others`: part of a question → the name; what has no part in it is "I do not know". `roles`:
    name → the words of their role, for those named anew.
    """
    follow(one, "Answer one at a time")
    asked: list[str] = []
    for _ in range(40):
        place = one.page.url[len(one.root):].partition("/")[2].partition("/")[0]
        if place == "next":
            return asked
        if place == "me":
            one.page.fill("#name", me)
            one.send("Next")
        elif place == "one":
            asked.append(heading(one))
            _whose(one, next((who for part, who in others.items() if part in asked[-1]), UNKNOWN))
        elif place.startswith("new"):
            name = others[next(part for part in others if part in asked[-1])]
            one.page.fill("#name", name)
            one.page.get_by_label(roles[name]).check()
            one.send("Write it down")
        else:
            one.page.get_by_label("It is their own number or account").check()
            one.send("Write it down")
    raise AssertionError(f"it never ended: {asked}")


def _whose(one: Visitor, who: str) -> None:
    choice = one.page.locator("main label", has_text=who)
    (choice if choice.count() else one.page.get_by_text(NEW)).first.click()
    one.send("Next")

"""A chat written to harm whoever looks at it is put in, and every page is looked at.

The one thing a reader would get wrong: that it is shown as text is not enough. What is asked here
is what the browser did: whether a script ran, a box opened, somebody else was asked for something,
or a page became too wide or too slow to use.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import new_book
from rainbook.custody import LEAST
from tests.web.journeys import made
from tests.web.journeys.crawl import pages_of
from tests.web.journeys.kit import DESKTOP, PASSPHRASE, PHONE, Visitor, served
from tests.web.journeys.steps import THEIR_ROLE, follow, put_in, say_who

SLOW = 8_000  # milliseconds; a machine that does much else at once is slow too
TURNING = re.compile("[\u0000\u001b\u200b\u202a-\u202e\u2066\u2067\ufeff]")
FACTS = """() => ({
  hacked: window.hacked,
  made: [...document.querySelectorAll('iframe, object, embed, base, script:not([src]), b')]
    .map(one => one.outerHTML.slice(0, 80)),
  handlers: [...document.querySelectorAll('*')].filter(one => [...one.attributes].some(
    a => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value) && a.name !== 'value')
    ).map(one => one.outerHTML.slice(0, 80)),
  outside: [...document.querySelectorAll('a[href], form, img, link')].map(
    one => one.href && (one.href.baseVal || one.href) || one.action || one.src || '').filter(
    at => /example\\.org/.test(at)),
  said: document.body.textContent,
  wide: document.documentElement.scrollWidth - innerWidth,
  took: performance.getEntriesByType('navigation')[0].duration,
})"""


@dataclass
class Found:
    """What was found on the pages, by path; `said`: everything that stands on them."""

    seen: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    ran: dict[str, Any] = field(default_factory=dict)
    wide: dict[str, int] = field(default_factory=dict)
    slow: dict[str, float] = field(default_factory=dict)
    turning: dict[str, str] = field(default_factory=dict)
    boxes: list[str] = field(default_factory=list)
    said: str = ""
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    origin: str = ""

    def closed(self, box: Any) -> None:
        """Note a box that opened, and close it: the page would wait for ever."""
        self.boxes.append(box.message)
        box.dismiss()


@pytest.fixture(scope="module")
def found(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Found]:
    """Put the chats in, name the people as the chats do, and go to every page once."""
    home = tmp_path_factory.mktemp("home")
    book, _ = new_book(home / "book", PASSPHRASE, "owner", cost=LEAST)
    book.close()
    with served(home) as app:
        context = browser.new_context(viewport=DESKTOP)
        context.set_default_timeout(30_000)
        one = Visitor(context.new_page(), app)
        held = Found(told=one.told, asked=one.asked, origin=app.origin)
        one.page.on("dialog", held.closed)
        one.come_in().open_book()
        put_in(one, made.hostile_files())
        _look(one, held, "added")
        follow(one, "Say who is who")
        say_who(one, made.ME, {made.ME: made.ME, "hacked": made.EVIL}, {made.EVIL: THEIR_ROLE})
        for name, path in pages_of(one):
            held.names.add(name)
            _look(one, held, path)
        _look_at_entries(one, held)
        _look_at_one_file(one, held)
        context.close()
    shutil.rmtree(home)
    yield held


def _look(one: Visitor, found: Found, path: str) -> None:
    facts = one.page.evaluate(FACTS)
    found.seen.append(path)
    found.said += facts["said"] + "\n"
    wrong = {k: facts[k] for k in ("hacked", "made", "handlers", "outside") if facts[k]}
    if wrong:
        found.ran[path] = wrong
    if facts["took"] > SLOW:
        found.slow[path] = facts["took"]
    if turned := TURNING.search(facts["said"]):
        found.turning[path] = repr(facts["said"][max(turned.start() - 40, 0) : turned.end() + 9])
    for size in (DESKTOP, PHONE):
        one.page.set_viewport_size(size)
        wide = one.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            found.wide[f"{path} at {size['width']}"] = wide
    one.page.set_viewport_size(DESKTOP)


def _look_at_entries(one: Visitor, found: Found) -> None:
    """Open every entry with its words and its pictures, and a few with their bytes."""
    one.go("timeline?l=1")
    links = one.page.eval_on_selector_all(
        "#list a[href*='/entry/']", "all => all.map(a => new URL(a.href).pathname)"
    )
    for place, at in enumerate(links):
        path = at[at.index("entry/"):]
        one.go(path + "?show=1")
        _look(one, found, path)
        if one.page.locator("main a[href*='file=']").count():
            follow(one, "Show the picture")
            _look(one, found, path + " with its picture")
        if place % 8 == 1:
            one.go(path.replace("entry/", "original/") + "?show=1&hex=1")
            _look(one, found, path + " bytes")


def _look_at_one_file(one: Visitor, found: Found) -> None:
    """Look at the worst of them without putting it in."""
    one.go("look")
    one.page.set_input_files("input[type=file]", made.hostile_files()[0])
    one.page.locator("main form button").first.click()
    one.page.wait_for_function("() => !location.pathname.endsWith('/look')")
    one.wait()
    _look(one, found, "looked at")


def test_every_sort_of_page_was_looked_at(found: Found) -> None:
    assert {"entry", "files-one", "who", "person", "timeline", "decisions", "tell",
            "tell-question", "shows", "diary-write", "give", "keep-back", "read-first",
            "law", "orders"} <= found.names
    assert sum("with its picture" in path for path in found.seen) == 2 * len(made.SENT)
    assert sum(path.endswith(" bytes") for path in found.seen) >= 3


def test_nothing_of_it_ran(found: Found) -> None:
    assert found.ran == {} and found.boxes == []


def test_the_browser_had_nothing_to_refuse(found: Found) -> None:
    """A violation of the content rules would mean that only the last fence held."""
    assert [said for said in found.told if "404" not in said] == []


def test_nobody_else_was_asked_for_anything(found: Found) -> None:
    assert {at for at in found.asked if not at.startswith(found.origin + "/")} == set()


@pytest.mark.parametrize("words", [
    "<script>window.hacked=1</script>", "{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {% if %} { $name }",
    "</textarea></title></style></script>", "javascript:window.hacked=1",
    "[U+202E]gpj.tfel[U+202C]", "[U+200B]z[U+200B]e", "before[U+0000]after [U+001B][31mred",
    "[U+FEFF] [U+2066]turned[U+2069]", "cron.d/hacked.jpg", '"><img src=x onerror=',
])
def test_it_is_shown_as_it_was_written(found: Found, words: str) -> None:
    assert words in found.said


def test_no_character_that_turns_or_hides_is_on_a_page(found: Found) -> None:
    assert found.turning == {}


def test_no_page_is_wider_than_the_window(found: Found) -> None:
    assert found.wide == {}


def test_no_page_takes_long(found: Found) -> None:
    assert found.slow == {}


def test_a_million_letters_are_cut_with_a_note(found: Found) -> None:
    assert "1,000,000]" in found.said
    assert "W" * 20_000 not in found.said and "N" * 20_000 not in found.said


def test_nothing_was_written_outside_the_book(found: Found) -> None:
    assert not Path("/etc/cron.d/hacked.jpg").exists()

"""The guide: every line of the page it is made from, and no trace of having been read.

The one thing a reader would get wrong: page_as_given.txt is the page itself, not a copy of our
quotations; a line taken out of the guide is missed here.
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest

from rainbook.case.law_words import acts_of_law, law_in_role, not_known_of_law
from rainbook.web.guide import GuideNotUsable, Part, _part, guide_pages, quotes

GIVEN = (Path(__file__).parent / "page_as_given.txt").read_text(encoding="utf-8")
LINES = [line.strip().removeprefix("•").strip() for line in GIVEN.splitlines() if line.strip()]
NAMES = ["guide", "guide-signs", "guide-online", "guide-contact", "guide-types", "guide-course"]


@pytest.fixture
def pages(app_client: Any, text_of: Any) -> dict[str, str]:
    """Return the visible words of every page of the guide."""
    return {name: html.unescape(text_of(app_client.get(name))) for name in NAMES}


def test_the_page_given_is_whole() -> None:
    assert len(LINES) == 27
    assert LINES[0] == "Violence against women and girls"
    assert LINES[-1] == "Give feedback about this page"


def test_every_line_of_the_page_is_quoted_in_its_order() -> None:
    assert list(quotes().values()) == LINES


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[:30])
def test_every_line_of_the_page_can_be_read_in_the_guide(line: str) -> None:
    quoted = [words for page in guide_pages() for part in page.parts for words in part.quoted]
    assert line in quoted


def test_the_lines_are_on_the_pages_as_they_are_drawn(pages: dict[str, str]) -> None:
    whole = " ".join(pages.values())
    assert [line for line in LINES if " ".join(line.split()) not in whole] == []


def test_there_are_six_pages_with_quiet_paths_and_titles(app_client: Any) -> None:
    assert [page.name for page in guide_pages()] == NAMES
    for name in NAMES:
        answer = app_client.get(name)
        assert answer.status_code == 200
        title = re.search(r"<title>(.*?)</title>", answer.text)
        assert title is not None and title[1].startswith("Guide")
        assert answer.text.count("<h1") == 1


@pytest.mark.parametrize(("page", "words"), [
    ("guide-signs", "What speaks against it"),
    ("guide-signs", "A large number"),
    ("guide-online", "If you find nothing, it does not mean that nothing is there."),
    ("guide-online", "A change may tell the other person that you know."),
    ("guide-online", "There is no law on online stalking alone."),
    ("guide-types", "It says nothing about the person you know."),
    ("guide-types", "The figures are the page's own. Which studies they come from is not said"),
    ("guide-course", "two or more"),
])
def test_what_each_page_must_say(page: str, words: str, pages: dict[str, str]) -> None:
    where = "guide" if words == "A large number" else page
    assert words in pages[where]


def test_each_sign_has_for_and_against(pages: dict[str, str]) -> None:
    for heading in ("It may look like this", "What speaks against it", "What helps to see it"):
        assert pages["guide-signs"].count(heading) == 4


def test_the_law_of_each_nation_stands_with_its_day_and_source(pages: dict[str, str]) -> None:
    course = pages["guide-course"]
    for nation in law_in_role("course of conduct"):
        (entry,) = nation.entries
        for words in (nation.name, *entry.words, entry.section, entry.source):
            assert words in course
        assert f"The law as read in {entry.as_of}. It may be out of date." in course
    for _, sentence, _ in not_known_of_law():
        assert sentence in course


LAW = {
    "England and Wales": "conduct on at least two occasions in relation to that person",
    "Northern Ireland": "conduct on two or more occasions",
    "Scotland": "conduct on at least two occasions",
}


def test_the_nations_say_it_in_different_words() -> None:
    found = {nation.name: nation.entries[0].words[0] for nation in law_in_role("course of conduct")}
    assert found == LAW


def test_a_nation_without_an_entry_stays_and_says_nothing_was_read(pages: dict[str, str]) -> None:
    limits = {nation.name: len(nation.entries) for nation in law_in_role("time limit")}
    assert limits == {"England and Wales": 1, "Northern Ireland": 0, "Scotland": 0}
    assert "Northern Ireland Nothing was read on this." in pages["guide-course"]
    scots = next(n for n in law_in_role("second source") if n.name == "Scotland")
    assert not scots.entries[0].is_read
    assert "The text of the law was not read for this." in pages["guide-course"]


def test_the_examples_are_the_laws_and_not_ours() -> None:
    listed = {acts.name: acts.acts for acts in acts_of_law()}
    assert {name: len(acts) for name, acts in listed.items()} == {
        "England and Wales": 7, "Northern Ireland": 10, "Scotland": 10,
    }
    assert not [act for acts in listed.values() for act in acts if "something else" in act]


def test_reading_the_guide_leaves_no_trace(app_client: Any, tmp_path: Path) -> None:
    """No cookie, no file, nothing noted in the visit, no form that could send anything."""
    visit = app_client.door.visit
    before = (sorted(tmp_path.rglob("*")), list(visit.said), visit.device)
    for name in NAMES:
        answer = app_client.get(name)
        assert "set-cookie" not in answer.headers
        main = answer.text[answer.text.index("<main"):answer.text.index("</main>")]
        assert "<form" not in main and "<input" not in main
        assert not re.search(r'(?:href|src)="https?:', answer.text)
    assert (sorted(tmp_path.rglob("*")), list(visit.said), visit.device) == before


def test_words_of_the_page_are_marked_as_english(app_client: Any) -> None:
    assert '<blockquote class="govuk-inset-text govuk-!-margin-top-0" lang="en">' in (
        app_client.get("guide").text
    )


@pytest.mark.parametrize("written", ["quote nothing", "picture x", "text"])
def test_a_part_that_is_not_there_is_refused(written: str) -> None:
    with pytest.raises(GuideNotUsable):
        _part(written)


def test_quotations_that_follow_each_other_stand_together() -> None:
    first = next(p for p in guide_pages()[0].parts if p.kind == "quote")
    assert first == Part("quote", "page-a", quoted=tuple(LINES[:3]))

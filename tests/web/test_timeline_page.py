"""The timeline's page, without JavaScript: what it shows, what it never sends, how one moves."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from rainbook.case import Book, new_book
from rainbook.custody import LEAST
from rainbook.record import AccountOf, PersonNamed

BIDI = "Al\u202eex"
ATTACK = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'


def picture(answer: Any) -> ElementTree.Element:
    """Return the picture of an answer, read as the XML it is."""
    found = re.search(r'<svg class="rb-line".*?</svg>', answer.text, re.S)
    assert found is not None
    return ElementTree.fromstring(found[0])


def labels(answer: Any) -> list[str]:
    return [a.get("aria-label") or "" for a in picture(answer).iter("a")]


def chat(tmp_path: Path, who: str = "Alex Reed", words: str = "You do not mean that.") -> Path:
    path = tmp_path / "WhatsApp Chat with Alex Reed.txt"
    path.write_text(
        "24/03/2024, 18:40 - Sam Okafor: Please stop.\n"
        f"24/03/2024, 23:41 - {who}: {words}\n", encoding="utf-8",
    )
    return path


@pytest.fixture
def made(app_client: Any, tmp_path: Path) -> Any:
    """A new, empty book, on the desk."""
    book, _ = new_book(tmp_path / "new", "five blue kettles sing", "owner", LEAST)
    app_client.desk.take(book)
    return app_client


def placed(book: Book, who: str = "Alex Reed") -> None:
    book.decide(PersonNamed("sam", "Sam Okafor", "complainant"))
    book.decide(PersonNamed("alex", who, "suspect"))
    book.decide(AccountOf("sam", "whatsapp:name:Sam Okafor", "own number"))
    book.decide(AccountOf("alex", f"whatsapp:name:{who}", "named sender"))


def test_an_empty_book_says_so_calmly(made: Any, text_of: Callable[[Any], str]) -> None:
    answer = made.get("timeline")
    assert answer.status_code == 200
    assert "There is nothing in the book yet" in text_of(answer)
    assert "<svg class=" not in answer.text


def test_the_example_has_a_mark_for_every_lane_and_said_stop(example_client: Any) -> None:
    found = labels(example_client.get("timeline"))
    for start in ("Calls, ", "Texts, ", "WhatsApp, ", "Your diary, ", "Other notes, "):
        assert any(one.startswith(start) for one in found), start
    for mark in ("You said stop, Sun 24 Mar 2024", "You blocked them, Mon 13 May 2024",
                 "An order was made, Tue 28 May 2024", "They were given the order, Wed 29 May"):
        assert any(one.startswith(mark) for one in found), mark


def test_no_words_and_no_numbers_are_shown_at_first(example_client: Any) -> None:
    answer = example_client.get("timeline")
    table = answer.text.split('id="tables"')[1]
    assert "Please stop contacting" not in answer.text and "dentist" not in answer.text.lower()
    # every table is folded away, and what a mark is called holds no count
    assert re.findall(r"<details[^>]*>", table) and "open>" not in answer.text
    assert not any(re.search(r"\b\d+ (entries|messages|calls)", one) for one in labels(answer))


def test_every_mark_of_one_entry_opens_it_and_every_other_goes_closer(example_client: Any) -> None:
    svg = picture(example_client.get("timeline"))
    opens, nearer = 0, 0
    for link in svg.iter("a"):
        label, href = link.get("aria-label") or "", link.get("href") or ""
        if label.endswith("Opens this entry."):
            opens += bool(re.search(r"/entry/[0-9a-f]{16}\?", href))
            assert "/entry/" in href
        elif label.endswith("Shows it closer."):
            nearer += bool(re.search(r"a=\d+&b=\d+", href))
    assert opens > 5 and nearer > 5
    link = next(a for a in svg.iter("a") if "Opens" in (a.get("aria-label") or ""))
    assert example_client.get(link.get("href")).status_code == 200


def test_the_figures_are_those_of_the_picture_and_guesses_stand_apart(example_client: Any) -> None:
    answer = example_client.get("timeline")
    rows = re.findall(
        r'<th scope="row" class="govuk-table__header">([^<]*)</th><td class="govuk-table__cell">'
        r'([^<]*)</td>((?:<td class="govuk-table__cell govuk-table__cell--numeric">\d+</td>){5})',
        answer.text,
    )
    totals: dict[str, list[int]] = {}
    for _, way, numbers in rows:
        found = [int(n) for n in re.findall(r">(\d+)<", numbers)]
        totals[way] = [a + b for a, b in zip(totals.get(way, [0] * 5), found, strict=True)]
    # the example holds 33 call rows: 24 came in, 4 went out, 5 not counted; one diary guess
    assert totals["Calls"] == [24, 4, 0, 0, 5]
    assert totals["WhatsApp"] == [93, 22, 0, 0, 1]
    # of its nine rows four are known to be Alex, one is a guess, and of four nobody said anything
    assert totals["Your diary"] == [0, 0, 4, 1, 4]


MOVES = ["earlier", "later", "closer", "wider", "whole"]


@pytest.mark.parametrize("name", MOVES)
def test_every_way_to_move_is_a_link_without_telling_words(example_client: Any, name: str) -> None:
    middle = example_client.get("timeline", {"a": "28540800", "b": "28569600", "p": "2"})
    found = re.search(rf'id="go-{name}" href="([^"]+)"', middle.text)
    assert found is not None
    href = found[1].replace("&amp;", "&")
    assert re.fullmatch(r"/[^?]+/timeline\?[a-z]=[-0-9a-z]+(&[a-z]=[-0-9a-z]+)*", href)
    answer = example_client.get(href)
    assert answer.status_code == 200 and "p=2" in href
    assert picture(answer) is not None


def test_a_person_a_way_and_days_can_be_chosen(example_client: Any) -> None:
    whole = {"a": "28440000", "b": "28640000"}
    everybody = labels(example_client.get("timeline", whole))
    only = labels(example_client.get("timeline", {**whole, "c": "calls"}))
    assert all(one.startswith("Calls") for one in only if "pens" in one or "closer" in one)
    assert len(only) < len(everybody)
    days = example_client.get("timeline", {"from": "2024-05-13", "to": "2024-05-14"})
    assert "Shown: Mon 13 May 2024 00:00 to Tue 14 May 2024 23:59." in days.text
    backwards = example_client.get("timeline", {"from": "2024-05-14", "to": "2024-05-13"})
    assert "Shown: Mon 13 May 2024 00:00 to Tue 14 May 2024 23:59." in backwards.text


def test_a_day_that_is_none_is_asked_for_again(example_client: Any) -> None:
    answer = example_client.get("timeline", {"from": "soon"})
    assert answer.status_code == 422
    assert 'href="#from"' in answer.text and 'id="from-slip"' in answer.text


HOSTILE = [
    {"a": "x", "b": "y"}, {"a": "9" * 12, "b": "-" + "9" * 12}, {"a": "5", "b": "5"},
    {"p": "99"}, {"p": "-5"}, {"c": "<b>"}, {"page": "9" * 9}, {"page": "0"}, {"a": "1"},
    {"from": "9999-12-31"}, {"from": "0001-01-01", "to": "9999-12-31"}, {"a": "٣", "b": "٤"},
]


@pytest.mark.parametrize("query", HOSTILE)
def test_an_address_that_makes_no_sense_is_still_a_page(
    example_client: Any, query: dict[str, str]
) -> None:
    answer = example_client.get("timeline", query)
    assert answer.status_code == 200 and picture(answer) is not None
    assert "<b>" not in answer.text


def test_the_list_has_fifty_on_a_page_and_goes_on(example_client: Any) -> None:
    first = example_client.get("timeline", {"l": "1"})
    listed = re.findall(r'class="govuk-link" href="[^"]*/entry/([0-9a-f]{16})', first.text)
    following = re.search(r'href="([^"]+)#list">More entries', first.text)
    assert following is not None
    second = example_client.get(following[1].replace("&amp;", "&"))
    others = re.findall(r'class="govuk-link" href="[^"]*/entry/([0-9a-f]{16})', second.text)
    marks = 3  # the refusals in the table of marks link to their entries as well
    assert len(listed) == 50 + marks and not set(listed[marks:]) & set(others[marks:])
    assert "Earlier entries" in second.text and "Earlier entries" not in first.text


def test_names_that_would_mislead_are_shown_with_their_marks(made: Any, tmp_path: Path) -> None:
    book = made.desk.book()
    book.add(chat(tmp_path, BIDI, ATTACK))
    placed(book, BIDI)
    answer = made.get("timeline", {"l": "1"})
    assert answer.status_code == 200
    assert "\u202e" not in answer.text and "[U+202E]" in answer.text
    assert "<script>alert" not in answer.text and "onerror" not in answer.text


def test_a_name_that_is_markup_is_text(made: Any, tmp_path: Path) -> None:
    book = made.desk.book()
    book.add(chat(tmp_path))
    placed(book)
    book.decide(PersonNamed("alex", ATTACK, "suspect"))
    answer = made.get("timeline", {"l": "1"})
    assert answer.status_code == 200 and picture(answer) is not None
    assert "<img" not in answer.text and "<script>alert" not in answer.text


def test_a_diary_without_days_has_a_list_and_no_picture(made: Any, tmp_path: Path) -> None:
    path = tmp_path / "diary.csv"
    path.write_text("date,time,what\n,,I do not know when\n", encoding="utf-8")
    made.desk.book().add(path)
    answer = made.get("timeline")
    assert "<svg class=" not in answer.text
    assert "Show entries with no known day" in answer.text
    listed = made.get("timeline", {"d": "1", "l": "1"})
    assert re.search(r"/entry/[0-9a-f]{16}", listed.text)


def test_nothing_in_the_page_is_styled_or_run_inline(example_client: Any) -> None:
    text = example_client.get("timeline").text
    assert " style=" not in text and not re.search(r"\son\w+=", text)
    colours = set(re.findall(r"#[0-9a-f]{3,6}\b", text))
    assert not {c for c in colours if is_red(c)}


def is_red(colour: str) -> bool:
    """Return whether a colour would be called red."""
    whole = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    if len(whole) != 6:
        return False
    red, green, blue = (int(whole[n : n + 2], 16) for n in (0, 2, 4))
    return red > 120 and red > 1.8 * green and red > 1.8 * blue


def test_red_is_known_when_it_is_seen() -> None:
    assert is_red("#d4351c") and not is_red("#0b5a5e") and not is_red("#a67c3d")

"""What it shows, as it stood: by a day, after a number of the list; and where there is nothing yet.

The one thing a reader would get wrong: the book keeps one case file. A past one that is kept must
go as soon as anything new is written down.
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import case_json, new_book
from rainbook.custody import LEAST
from rainbook.record import PersonNamed, Withdrawn

ALEX = "2"


def plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def sentences(client: Any, **asked: Any) -> list[str]:
    told = case_json(client.desk.book().file(**asked))
    return [" ".join(f["sentence"].split()) for f in told["findings"] if f["sign"] != "court"]


@pytest.mark.parametrize(
    ("form", "banner", "asked"),
    [
        ({"way": "until", "day": "1", "month": "4", "year": "2024"},
         "As it stood on 1 April 2024: what had happened by the end of that day, with what is "
         "known now.", {"until": "2024-04-01"}),
        ({"way": "number", "number": "20"},
         "As it stood after number 20 in the list of your notes.", {"as_of": 20}),
        ({"way": "now", "number": "20"}, "", {}),
    ],
)  # fmt: skip
def test_the_form_shows_the_book_as_it_stood(
    example_client: Any, form: dict[str, str], banner: str, asked: dict[str, Any]
) -> None:
    page = plain(example_client.post("shows", form).text)
    wanted = sentences(example_client, **asked)
    assert wanted
    assert [s for s in wanted if s not in page] == []
    assert ("As it stood" in page) == bool(banner)
    assert banner in page
    now = sentences(example_client)
    assert (wanted == now) == (not banner)


def test_a_day_before_anything_was_put_in_shows_an_empty_book(example_client: Any) -> None:
    page = example_client.post("shows", {"way": "held", "day": "1", "month": "1", "year": "2000"})
    text = plain(page.text)
    assert "As your book stood at the end of 1 January 2000" in text
    assert "Your book is empty so far. So these pages cannot tell." in text


@pytest.mark.parametrize(
    ("form", "sentence", "field"),
    [
        ({}, "Choose what you would like to see.", "way"),
        ({"way": "sideways"}, "Choose what you would like to see.", "way"),
        ({"way": "until"}, "Give a day that there was", "day"),
        ({"way": "until", "day": "30", "month": "2", "year": "2024"}, "Give a day", "day"),
        ({"way": "held", "day": "1", "month": "1", "year": "99"}, "Give a day", "day"),
        ({"way": "held", "day": "٣", "month": "1", "year": "2024"}, "Give a day", "day"),
        ({"way": "number"}, "Give a number from 1 to ", "number"),
        ({"way": "number", "number": "0"}, "Give a number from 1 to ", "number"),
        ({"way": "number", "number": "99999"}, "Give a number from 1 to ", "number"),
        ({"way": "number", "number": "<b>"}, "Give a number from 1 to ", "number"),
    ],
)
def test_what_cannot_be_read_is_asked_again_and_kept(
    example_client: Any, form: dict[str, str], sentence: str, field: str
) -> None:
    page = example_client.post("shows", form)
    assert page.status_code == 422
    assert sentence in plain(page.text)
    assert f'href="#{field}"' in page.text
    assert f'id="{field}"' in page.text
    for name, value in form.items():
        if name != "way":
            assert f'name="{name}" type="text"' in page.text
            assert f'value="{html.escape(value)}"' in page.text


@pytest.mark.parametrize(
    "query", [{"until": "yesterday"}, {"as_of": "-1"}, {"until": "2024-13-01"}, {"as_of": "1e9"}]
)
def test_an_address_with_no_day_in_it_is_a_calm_page(
    example_client: Any, query: dict[str, str]
) -> None:
    page = example_client.get("shows", query)
    assert page.status_code == 422
    assert "cannot be read. Go back" in plain(page.text)


def test_every_page_goes_on_showing_the_same_day(example_client: Any) -> None:
    day = {"until": "2024-04-01"}
    wanted = case_json(example_client.desk.book().file(until="2024-04-01"))
    one = next(f for f in wanted["findings"] if f["sign"] == "unwanted")
    page = example_client.get("shows", day)
    at = re.search(r'href="([^"]+/what-it-shows/2/unwanted[^"]*)"', page.text)
    assert at
    shown = plain(example_client.get(html.unescape(at[1])).text)
    assert "As it stood on 1 April 2024" in shown
    assert one["supports"][0]["text"] in shown
    for name in ("court", "law", "orders", "book-notes"):
        assert f'href="{example_client.url(name, day)}"' in page.text, name
        assert "As it stood on 1 April 2024" in plain(example_client.get(name, day).text), name


def test_what_is_written_down_afterwards_changes_a_past_day_too(example_client: Any) -> None:
    day = {"until": "2024-04-01"}
    before = plain(example_client.get("shows-one", day, person=ALEX, sign="unwanted").text)
    assert "told Alex Reed to stop on 24 March 2024" in before
    example_client.desk.book().decide(Withdrawn(22))
    after = plain(example_client.get("shows-one", day, person=ALEX, sign="unwanted").text)
    assert "No refusal is recorded. That is not the same as wanted." in after
    assert "Cannot tell" in after


def test_the_page_of_now_is_not_the_page_of_a_past_day(example_client: Any) -> None:
    past = example_client.get("shows", {"until": "2024-04-01"}).text
    now = example_client.get("shows").text
    assert "As it stood" in past
    assert "As it stood" not in now
    assert "2 June 2024" in now
    assert "2 June 2024" not in past


def test_an_empty_book_cannot_tell(app_client: Any, tmp_path: Path) -> None:
    book, _ = new_book(tmp_path / "new", "eight plain words for a test", "owner", LEAST)
    app_client.desk.take(book)
    for name in ("shows", "court", "law", "orders"):
        text = plain(app_client.get(name).text)
        assert "This cannot tell you anything yet" in text, name
        assert "Your book is empty so far" in text, name
        assert "nothing found" not in text.lower()
        assert "No " not in re.sub(r".*This cannot tell you anything yet", "", text)[:200]
    notes = plain(app_client.get("book-notes").text)
    assert "Your book is empty so far." in notes
    assert "No file has been put in yet, so none has been read." in notes


def test_a_book_in_which_nobody_is_named_cannot_tell(app_client: Any, tmp_path: Path) -> None:
    book, _ = new_book(tmp_path / "new", "eight plain words for a test", "owner", LEAST)
    diary = tmp_path / "diary.csv"
    diary.write_text("date,time,text\n2024-03-03,,A car outside.\n", encoding="utf-8")
    book.add(diary)
    book.decide(PersonNamed("sam", "Sam Okafor", "complainant"))
    app_client.desk.take(book)
    for name in ("shows", "court", "law"):
        text = plain(app_client.get(name).text)
        assert "You have not said yet who the other person is." in text, name
        assert "these pages cannot tell" in text
    book.decide(PersonNamed("alex", "Alex Reed", "suspect"))
    text = plain(app_client.get("shows").text)
    assert "About Alex Reed" in text
    assert "You have not said yet" not in text

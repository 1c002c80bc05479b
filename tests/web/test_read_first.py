"""Messages to read first, as a page: off until turned on, and no words until asked for.

The one thing a reader would get wrong: the setting is a decision of the book like any other, so
turning it on and off stands in the list and can be taken back.
"""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from rainbook.record import PersonNamed, Setting


def plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def setting(client: Any) -> str:
    return str(client.desk.book().settings().get("threat_words"))


def lines_of(client: Any) -> list[str]:
    found = client.desk.book().read_first("alex", 1_000)
    return [" ".join(line.text.split()) for line in found if line.rows]


def test_it_is_off_and_says_what_it_is(example_client: Any) -> None:
    text = plain(example_client.get("read-first").text)
    assert "This is off." in text
    assert "It is often wrong, both ways." in text
    assert "It decides nothing, and counts for nothing." in text
    assert "Turn it on" in text
    assert setting(example_client) == "off"


def test_turning_it_on_and_off_is_a_decision(example_client: Any) -> None:
    before = len(example_client.desk.book().decisions())
    page = plain(example_client.post("read-first", {"turn": "on"}).text)
    assert "This is on. You can turn it off at any time." in page
    assert "Written down." in page
    assert setting(example_client) == "on"
    example_client.post("read-first", {"turn": "on"})  # it is on: nothing is written
    example_client.post("read-first", {"turn": "<b>"})
    made = example_client.desk.book().decisions()[before:]
    assert [d.what for d in made] == [Setting("threat_words", "on")]
    page = plain(example_client.post("read-first", {"turn": "off"}).text)
    assert "This is off." in page
    assert setting(example_client) == "off"


def test_no_words_are_in_the_page_until_one_is_asked_for(example_client: Any) -> None:
    page = example_client.post("read-first", {"turn": "on"})
    wanted = lines_of(example_client)
    assert wanted
    assert [w for w in wanted if w in plain(page.text)] == []
    assert "To be read first, because" not in page.text
    links = re.findall(r'href="([^"]+#line-\d+)">Show the words', page.text)
    assert len(links) == min(len(wanted), 20)
    for number, address in enumerate(links):
        shown = plain(example_client.get(html.unescape(address)).text)
        assert [w for w in wanted if w in shown] == [wanted[number]]


def test_each_message_leads_to_its_entry(example_client: Any) -> None:
    page = example_client.post("read-first", {"turn": "on"}).text
    book = example_client.desk.book()
    case, found = book.file(), book.read_first("alex", 1_000)
    ids = [case.table.id_of(row) for line in found for row in line.rows][:20]
    assert re.findall(r"/entry/([0-9a-f]{16})", page) == ids


@pytest.mark.parametrize("of", ["0", "2", "x", "-1"])
def test_somebody_who_is_not_there(example_client: Any, of: str) -> None:
    example_client.post("read-first", {"turn": "on"})
    page = example_client.get("read-first", {"of": of})
    assert page.status_code == 404
    assert "There is no such person in this book." in plain(page.text)


def test_what_was_sorted_is_sorted_again_when_something_new_is_written_down(
    example_client: Any,
) -> None:
    example_client.post("read-first", {"turn": "on"})
    example_client.desk.book().decide(PersonNamed("bo", "Bo Lane", "suspect"))
    page = plain(example_client.get("read-first").text)
    assert "Whose messages? Alex Reed Bo Lane" in page
    other = plain(example_client.get("read-first", {"of": "2"}).text)
    assert "Messages of Bo Lane" in other
    assert "No message was put first. This does not mean that there is no threat." in other

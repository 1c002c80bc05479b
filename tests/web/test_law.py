"""What the law asks for, as a page: every part with what is on record, against, and not on record.

The one thing a reader would get wrong: what the page should hold is taken from the case file's own
JSON form. A part of the law with nothing beside it must say so.
"""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from rainbook.case import case_json
from rainbook.record import PersonNamed


def plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def squeezed(text: str) -> str:
    return " ".join(text.split())


def matrix_of(client: Any) -> dict[str, Any]:
    told = case_json(client.desk.book().file())
    assert len(told["matrices"]) == 1
    return dict(told["matrices"][0])


def sections(page: str) -> list[str]:
    return [part.split("</section>")[0] for part in page.split("data-element=")[1:]]


def test_every_part_of_the_law_stands_with_all_its_lines(example_client: Any) -> None:
    wanted = matrix_of(example_client)
    shown = sections(example_client.get("law").text)
    assert len(shown) == len(wanted["elements"]) == 14
    for element, section in zip(wanted["elements"], shown, strict=True):
        part, text = element["element"], plain(section)
        for name in ("section", "title", "words", "says", "cannot_say", "source"):
            assert squeezed(part[name]) in text, (part["id"], name)
        assert element["route"] in text
        assert f"as read in {part['as_of']}" in text
        for kind, none in (
            ("bears", "There is nothing on record that speaks for this part."),
            ("weakens", "There is nothing on record against this part."),
            ("gaps", "No gap is noted."),
        ):
            assert (none in text) == (not element[kind]), (part["id"], kind)
            for line in element[kind]:
                assert squeezed(line["text"]) in text, part["id"]
                for entry in line["events"][:5]:
                    assert f"/entry/{entry}" in section
                for number in line["decisions"]:
                    assert f"#line-{number}" in section


def test_on_record_against_and_not_on_record_have_one_heading_level(example_client: Any) -> None:
    for section in sections(example_client.get("law").text):
        levels = re.findall(r"<h([1-6])[^>]*>([^<]+)<", section)
        found = [(n, said) for n, said in levels if said in ("On record", "Against it")]
        found += [(n, said) for n, said in levels if said == "Not on record"]
        assert found == [("4", "On record"), ("4", "Against it"), ("4", "Not on record")]


def test_more_than_a_few_entries_lead_to_all_of_them(example_client: Any) -> None:
    wanted = matrix_of(example_client)["elements"][0]["bears"][0]
    section = sections(example_client.get("law").text)[0]
    rest = re.search(r'href="([^"]+/what-it-rests-on/[^"]+)"', section)
    assert rest
    page = example_client.get(html.unescape(rest[1]))
    found = re.findall(r"/entry/([0-9a-f]{16})", page.text)
    assert found == wanted["events"][:100]
    assert squeezed(wanted["text"]) in plain(page.text)


def test_the_dates_are_questions_with_their_source(example_client: Any) -> None:
    page = example_client.get("law").text
    dates = page.split('data-part="dates"', 1)[1].split("</section>")[0]
    assert re.findall(r"<h3[^>]*>([^<]+)</h3>", dates) == ["2 December 2024", "28 May 2025"]
    for card in matrix_of(example_client)["card"]:
        assert squeezed(card["sentence"]) in plain(dates)
        assert squeezed(card["source"]) in plain(dates)
    assert "The police or a solicitor can tell you if a day here matters to you." in plain(dates)


def test_the_law_is_named_with_its_nation_and_day(example_client: Any) -> None:
    wanted = matrix_of(example_client)
    text = plain(example_client.get("law").text)
    assert "under the law of England and Wales" in text
    assert "The law is given as it was read in 2015." in text
    assert squeezed(wanted["note"]) in text
    assert "Nothing here says that a part of the law is met. That is for a court." in text
    for line in wanted["limits"]:
        assert squeezed(line["text"]) in text


def test_two_people_have_a_page_each(example_client: Any) -> None:
    example_client.desk.book().decide(PersonNamed("bo", "Bo <b>Lane", "suspect"))
    told = case_json(example_client.desk.book().file())["matrices"]
    page = example_client.get("law")
    assert len(told) == 2
    assert sections(page.text) == []
    assert "Bo &lt;b&gt;Lane" in page.text
    for place, matrix in enumerate(told, 1):
        text = plain(example_client.get("law-one", place=str(place)).text)
        name = "Alex Reed" if matrix["person"] == "alex" else "Bo <b>Lane"
        assert f"About {name}, under the law of England and Wales" in text


@pytest.mark.parametrize("place", ["0", "2", "x", "-1", "99999999999"])
def test_a_page_of_the_law_that_is_not_there(example_client: Any, place: str) -> None:
    page = example_client.get("law-one", place=place)
    assert page.status_code == 404
    assert "There is no such page about the law." in plain(page.text)

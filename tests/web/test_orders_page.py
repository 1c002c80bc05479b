"""Orders, as pages: each clause with its answers, at most "possible breach", and no words unasked.

The one thing a reader would get wrong: the sentence of an answer quotes a message. It must not be
in the page at all, not even folded, until somebody asks for that one.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import Any

import pytest

from rainbook.case import case_json
from rainbook.record import OrderServed, PersonNamed, Withdrawn
from rainbook.web.findings_said.as_it_stood import KEPT, Stood

ORDER = "47"


def plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def answers(page: str) -> list[tuple[str, str]]:
    """Return the answers of a page in order, each with the entry it is about."""
    found = re.findall(r'data-answer="([^"]+)">.*?/entry/([0-9a-f]{16})', page, re.S)
    return [(answer, entry) for answer, entry in found]


def test_every_answer_stands_under_its_clause(example_client: Any) -> None:
    told = case_json(example_client.desk.book().file())["clauses"]
    page = example_client.get("orders").text
    assert sorted(answers(page)) == sorted((c["answer"], c["event"]) for c in told)
    assert [a for a, _ in answers(page)] == [
        "possible breach", "possible breach", "possible breach", "before it was served",
        "cannot tell",
    ]  # fmt: skip
    text = plain(page)
    assert "Non-molestation order, about Alex Reed" in text
    assert "Made 28 May 2024" in text
    assert "Served, or known of 29 May 2024, 14:10" in text
    assert "Lasts until 28 May 2025" in text
    assert "Clause 1 The respondent must not communicate with the applicant by any means." in text
    assert "What it allows Through a solicitor. (Clause 1)" in text
    assert "Only a court can say if an order was broken." in text
    for check in told:
        for number in check["line"]["decisions"]:
            assert f"#line-{number}" in page


def test_the_words_are_not_in_the_page_until_asked_for(example_client: Any) -> None:
    told = case_json(example_client.desk.book().file())["clauses"]
    for name, places in (("orders", {}), ("orders-clause", {"order": ORDER, "place": "0"})):
        page = example_client.get(name, **places).text
        assert "I promise" not in page
        links = re.findall(r'href="([^"]+#answer-(\d+))">Show the full line', page)
        assert links
        for address, number in links:
            shown = plain(example_client.get(html.unescape(address)).text)
            wanted = " ".join(told[int(number)]["line"]["text"].split())
            others = [" ".join(c["line"]["text"].split()) for c in told]
            assert [o for o in others if o in shown] == [wanted]


def test_no_order_is_said_so(example_client: Any) -> None:
    example_client.desk.book().decide(Withdrawn(47))
    page = plain(example_client.get("orders").text)
    assert "No court order is on record in this book." in page
    assert "Clause" not in page.replace("clause by clause", "")


def test_an_order_without_clauses_holds_nothing_against_anybody(example_client: Any) -> None:
    book = example_client.desk.book()
    number = book.decide(OrderServed("alex", "<i>paper</i>", "2024-01-05", ""))
    page = example_client.get("orders").text
    order = page.split(f'data-order="{number}"')[1].split("</section>")[0]
    assert "No clause has been written down word for word." in plain(order)
    assert "Served, or known of not written down" in plain(order)
    assert "<i>" not in order
    assert answers(order) == []


def test_a_clause_with_a_hundred_thousand_answers_makes_small_pages(example_client: Any) -> None:
    book = example_client.desk.book()
    case = book.file(until="2024-06-02")
    held = [c for c in case.clauses if c.clause == "1"]
    many = tuple(held[n % len(held)] for n in range(100_000))
    stood = Stood(until="2024-06-02")
    example_client.desk.kept[KEPT] = ((stood, book.mark()), replace(case, clauses=many))
    page = example_client.get("orders", stood.query)
    assert len(page.content) < 300_000
    first = page.text.split("The respondent must not communicate")[1].split("</ul>")[0]
    assert len(answers(first)) == 5
    rest = re.search(r'href="([^"]+)">See all the answers for this clause', page.text)
    assert rest
    one = example_client.get(html.unescape(rest[1]))
    assert "Page 1 of 2,000" in plain(one.text)
    assert len(answers(one.text)) == 50
    assert len(one.content) < 300_000


@pytest.mark.parametrize(
    ("order", "place"), [("46", "0"), ("47", "9"), ("47", "x"), ("x", "0"), ("47", "-1")]
)
def test_a_clause_that_is_not_there(example_client: Any, order: str, place: str) -> None:
    page = example_client.get("orders-clause", order=order, place=place)
    assert page.status_code == 404
    assert "There is no such clause in this book." in plain(page.text)


def test_a_hostile_name_is_only_text(example_client: Any) -> None:
    example_client.desk.book().decide(PersonNamed("alex", "<img src=x>\u202e", "suspect"))
    page = example_client.get("orders").text
    assert "<img" not in page
    assert "\u202e" not in page
    assert "&lt;img src=x&gt;[U+202E]" in page

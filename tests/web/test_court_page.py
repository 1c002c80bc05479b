"""What a court asks next, as a page: what is raised and what is not, under like headings.

The one thing a reader would get wrong: a question that is not raised has not been answered, and
the page must say so.
"""

from __future__ import annotations

import html
import re
from typing import Any

from rainbook.case import case_json
from rainbook.record import PersonNamed


def plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def told_of(client: Any) -> list[dict[str, Any]]:
    told = case_json(client.desk.book().file())
    return [f for f in told["findings"] if f["sign"] == "court"]


def test_raised_and_not_raised_stand_apart_with_every_line(example_client: Any) -> None:
    wanted = told_of(example_client)[0]
    page = example_client.get("court").text
    raised = page.split(">Raised by what is on record<")[1].split(">Not raised<")[0]
    not_raised = page.split(">Not raised<")[1].split(">What limits this<")[0]
    limits = page.split(">What limits this<")[1].split("</section>")[0]
    for part, shown in (("supports", raised), ("against", not_raised), ("limits", limits)):
        assert len(re.findall("<li", shown)) == len(wanted[part]) > 0
        for line in wanted[part]:
            assert " ".join(line["text"].split()) in plain(shown)
            for entry in line["events"][:5]:
                assert f"/entry/{entry}" in shown
            for number in line["decisions"]:
                assert f"#line-{number}" in shown
    assert " ".join(wanted["sentence"].split()) in plain(page)


def test_it_says_that_these_are_questions(example_client: Any) -> None:
    text = plain(example_client.get("court").text)
    assert "These are questions, not answers." in text
    assert "One that is not raised has not been answered." in text
    page = example_client.get("court").text
    levels = re.findall(r"<h([1-6])[^>]*>(Raised by what is on record|Not raised)<", page)
    assert levels == [("3", "Raised by what is on record"), ("3", "Not raised")]


def test_each_person_has_their_questions(example_client: Any) -> None:
    example_client.desk.book().decide(PersonNamed("bo", "Bo Lane", "suspect"))
    wanted = told_of(example_client)
    text = plain(example_client.get("court").text)
    assert [f["person"] for f in wanted] == ["alex", "bo"]
    assert "About Alex Reed" in text
    assert "About Bo Lane" in text
    for finding in wanted:
        assert " ".join(finding["sentence"].split()) in text

"""What is said about the book as a whole, as a page, and what in the files could not be read.

The one thing a reader would get wrong: a place that could not be read must never look like an empty
one, and a file's name and words are the other person's to choose.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from rainbook.case import case_json
from rainbook.record import Problem
from rainbook.web.findings_said.as_it_stood import KEPT, Stood


def plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def test_every_note_stands_with_what_it_rests_on(example_client: Any) -> None:
    wanted = case_json(example_client.desk.book().file())["notes"]
    page = example_client.get("book-notes").text
    notes = page.split('data-part="notes"')[1].split("</section>")[0]
    shown = notes.split('<li class="govuk-!-margin-bottom-4">')[1:]
    assert len(shown) == len(wanted) > 5
    for line, item in zip(wanted, shown, strict=True):
        assert " ".join(line["text"].split()) in plain(item)
        assert re.findall(r"/entry/([0-9a-f]{16})", item) == line["events"]
        assert re.findall(r"#line-(\d+)", item) == [str(n) for n in line["decisions"]]
    assert "No place was found that could not be read." in plain(page)


def test_a_file_that_could_not_be_read_is_named(example_client: Any, tmp_path: Path) -> None:
    broken = tmp_path / "sms-<b>broken.xml"
    broken.write_text('<smses count="2"><sms address="+447700900842" date="170', encoding="utf-8")
    example_client.desk.book().add(broken)
    told = case_json(example_client.desk.book().file())["problems"]
    assert told
    page = example_client.get("book-notes").text
    unread = page.split('data-part="unread"')[1].split("</section>")[0]
    for problem in told:
        assert " ".join(problem["sentence"].split()) in plain(unread)
    assert "sms-&lt;b&gt;broken.xml" in unread
    assert "<b>" not in unread
    assert "What stands there is not known." in plain(unread)


def test_a_hundred_thousand_such_places_stand_on_small_pages(example_client: Any) -> None:
    book = example_client.desk.book()
    case = book.file(until="2024-06-02")
    problems = tuple(
        Problem("x", f"Place {n} <i>.", "\u202ename" * 50, n, n + 7, "What <u>was</u> there.")
        for n in range(100_000)
    )
    stood = Stood(until="2024-06-02")
    told = replace(case, table=replace(case.table, problems=problems))
    example_client.desk.kept[KEPT] = ((stood, book.mark()), told)
    page = example_client.get("book-notes", {**stood.query, "page": 2000})
    assert len(page.content) < 300_000
    text = plain(page.text)
    assert "Page 2,000 of 2,000" in text
    assert "Place 99999 <i>." in text
    assert "Place 99949 <i>." not in text
    assert "From byte 99,999 to byte 100,006" in text
    assert "What this leaves open: What <u>was</u> there." in text
    assert "<u>" not in page.text
    assert "\u202e" not in page.text

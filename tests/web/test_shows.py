"""What it shows, as pages: every line with what it rests on, for and against, and no verdict.

The one thing a reader would get wrong: what the pages should hold is taken from the case file's own
JSON form, not from the pages' code, so a line the pages lose is missed here.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import Any

import pytest

from rainbook.case import case_json
from rainbook.record import Finding, Line, PersonNamed, Setting
from rainbook.web.findings_said.as_it_stood import KEPT, Stood
from rainbook.web.words import Words
from tests.house.test_verdicts import VERDICTS

ALEX = "2"  # the second person of the example
SIGNS = ("fixated", "obsessive", "unwanted", "repeated", "linked")
PARTS = ("supports", "against", "limits")


def plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def squeezed(text: str) -> str:
    return " ".join(text.split())


def finding_of(client: Any, sign: str, **asked: Any) -> dict[str, Any]:
    told = case_json(client.desk.book().file(**asked))
    return next(f for f in told["findings"] if f["sign"] == sign)


def part_of(page: str, part: str) -> str:
    return re.split(r"<section", page.split(f'data-part="{part}"', 1)[1], maxsplit=1)[0]


def items(part: str) -> list[str]:
    return re.split(r'<li class="govuk-!-margin-bottom-4">', part)[1:]


def every_rest(client: Any, address: str) -> tuple[list[str], list[str]]:
    """Return the entries and decisions on all the pages a line's "and more" leads to."""
    entries: list[str] = []
    numbers: list[str] = []
    while address:
        page = client.get(address).text
        entries += re.findall(r"/entry/([0-9a-f]{16})", page)
        numbers += re.findall(r"#line-(\d+)", page)
        more = re.search(r'rel="next" href="([^"]+)"', page)
        address = html.unescape(more[1]) if more else ""
    return entries, numbers


@pytest.mark.parametrize("sign", SIGNS)
def test_every_line_stands_on_the_page_with_all_it_rests_on(example_client: Any, sign: str) -> None:
    wanted = finding_of(example_client, sign)
    page = example_client.get("shows-one", person=ALEX, sign=sign).text
    assert squeezed(wanted["sentence"]) in plain(page)
    for part in PARTS:
        shown = items(part_of(page, part))
        assert len(shown) == len(wanted[part]), part
        for line, item in zip(wanted[part], shown, strict=True):
            assert squeezed(line["text"]) in plain(item)
            entries = re.findall(r"/entry/([0-9a-f]{16})", item)
            numbers = re.findall(r"#line-(\d+)", item)
            rest = re.search(r'href="([^"]+/what-it-rests-on/[^"]+)"', item)
            if rest:
                assert entries == line["events"][:5]
                entries, numbers = every_rest(example_client, html.unescape(rest[1]))
            assert entries == line["events"]
            assert numbers == [str(n) for n in line["decisions"]]


def test_the_first_page_has_each_sign_with_its_sentence_and_its_answer(
    example_client: Any,
) -> None:
    page = example_client.get("shows").text
    for wanted in case_json(example_client.desk.book().file())["findings"]:
        said = squeezed(wanted["sentence"]) in plain(page)
        assert said == (wanted["sign"] != "court"), wanted["sign"]
    titles = re.findall(r"<h3[^>]*>([^<]+)</h3>", page)
    assert titles == ["Fixated", "Obsessive", "Unwanted", "Repeated", "What links the acts"]
    order = re.findall(r'data-outcome="([^"]+)"', page)
    assert order[3:] == ["shown", "not shown", "shown", "shown", "shown"]


def test_the_three_answers_differ_in_word_and_shape(example_client: Any) -> None:
    page = example_client.get("shows").text
    found = re.findall(
        r'data-outcome="(shown|not shown|cannot tell)">(<svg.*?</svg>).*?<strong>([^<]+)', page,
        re.S,
    )[:3]
    assert [word for _, _, word in found] == ["Shown", "Not shown", "Cannot tell"]
    assert len({shape for _, shape, _ in found}) == 3


@pytest.mark.parametrize("query", [{}, {"against": "no"}, {"part": "supports"}, {"show": "for"}])
def test_for_and_against_stand_under_the_same_heading_whatever_is_asked(
    example_client: Any, query: dict[str, str]
) -> None:
    page = example_client.get("shows-one", query, person=ALEX, sign="unwanted").text
    headings = re.findall(r"<h([1-6])[^>]*>(What speaks [^<]+)<", page)
    assert headings == [("2", "What speaks for it"), ("2", "What speaks against it")]
    for part in ("supports", "against"):
        assert items(part_of(page, part)), part
    around = page[page.index('data-part="supports"') : page.index('data-part="limits"')]
    assert "hidden" not in re.sub("govuk-visually-hidden", "", around)


def test_no_page_holds_a_verdict_or_the_words_of_a_message(example_client: Any) -> None:
    case = example_client.desk.book().file()
    told = [case.event(row).words or "" for row in range(len(case.table))]
    said = {squeezed(w) for w in told if len(w) > 12}
    assert len(said) > 50
    pages = [("shows", {}), ("court", {}), ("law", {}), ("orders", {}), ("book-notes", {})]
    pages += [("shows-one", {"person": ALEX, "sign": sign}) for sign in SIGNS]
    pages += [("orders-clause", {"order": "47", "place": "0"}), ("read-first", {})]
    example_client.desk.book().decide(Setting("threat_words", "on"))
    for name, places in pages:
        page = example_client.get(name, **places)
        assert page.status_code == 200
        text = plain(page.text)
        assert not VERDICTS.findall(text), name
        assert [w for w in said if w in text] == [], name
        assert "not a verdict" in text
        assert "What this cannot know" in text
        assert example_client.url("help") in page.text


def test_every_figure_of_the_example_has_words(example_client: Any) -> None:
    words = Words("en")
    case = example_client.desk.book().file()
    names = {n for f in case.findings if f.sign != "court" for n in f.figures}
    missing = [n for n in names if not words.has(f"shows-fig-{n.replace('_', '-')}-how")]
    assert len(names) > 30
    assert missing == []


@pytest.mark.parametrize(
    ("sign", "heading", "rows"),
    [
        ("repeated", "Days with an act", [
            ("February 2024", "6"), ("March 2024", "14"), ("April 2024", "13"),
            ("May 2024", "17"), ("June 2024", "2"),
        ]),
        ("unwanted", "What came after each no", [
            ("told to stop (number 22)", "103", "3"), ("told to stop (number 23)", "77", "2"),
            ("blocked (number 24)", "24", "1"), ("told to stop (number 25)", "19", "0"),
            ("non-molestation order (number 47)", "3", "0"),
        ]),
        ("obsessive", "Acts a day, before and after", [
            ("Before that day", "0.89", "0.34"), ("From that day on", "1.35", "0.05"),
        ]),
    ],
)  # fmt: skip
def test_a_picture_has_the_same_figures_as_a_table(
    example_client: Any, sign: str, heading: str, rows: list[tuple[str, ...]]
) -> None:
    page = example_client.get("shows-one", person=ALEX, sign=sign).text
    table = page[page.index("<table") : page.index("</table>")]
    assert heading in plain(table)
    found = [
        tuple(plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S))
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", table, re.S)[1:]
    ]
    assert found == rows
    drawn = page[page.index("data-picture") : page.index("</figure>")]
    assert re.search(r'<svg role="img" aria-labelledby="pic-t pic-d"', drawn)
    said = re.findall(r"<text[^>]*>([^<]*)</text>", drawn)
    assert said == [cell for row in rows for cell in row]


@pytest.mark.parametrize("sign", ["fixated", "linked"])
def test_a_sign_without_such_figures_has_no_picture(example_client: Any, sign: str) -> None:
    page = example_client.get("shows-one", person=ALEX, sign=sign).text
    assert "data-picture" not in page


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("shows-one", {"person": "nobody", "sign": "fixated"}),
        ("shows-one", {"person": "99", "sign": "fixated"}),
        ("shows-one", {"person": "0", "sign": "fixated"}),
        ("shows-one", {"person": ALEX, "sign": "guilt"}),
        ("shows-one", {"person": ALEX, "sign": "court"}),
        ("shows-one", {"person": "1", "sign": "fixated"}),
        ("shows-rests", {"place": "f-99-0", "line": "0"}),
        ("shows-rests", {"place": "f-1-7", "line": "0"}),
        ("shows-rests", {"place": "f-1-0", "line": "999"}),
        ("shows-rests", {"place": "f-1-0", "line": "-1"}),
        ("shows-rests", {"place": "f-1-0", "line": "٣"}),
        ("shows-rests", {"place": "x-1-0", "line": "0"}),
        ("shows-lines", {"place": "<b>"}),
        ("shows-lines", {"place": "f-1"}),
    ],
)
def test_what_is_not_there_is_said_calmly(
    example_client: Any, name: str, places: dict[str, str]
) -> None:
    page = example_client.get(name, **places)
    assert page.status_code == 404
    assert "There is no such" in plain(page.text)


def test_the_short_word_of_a_person_is_understood_too(example_client: Any) -> None:
    page = example_client.get("shows-one", person="alex", sign="unwanted")
    assert page.status_code == 200
    assert "Unwanted" in plain(page.text)


HOSTILE = "<script>alert(1)</script>\u202eevil\u0000 {{ 7*7 }} { $x }"


def test_a_hostile_name_is_only_ever_text(example_client: Any) -> None:
    example_client.desk.book().decide(PersonNamed("alex", HOSTILE, "suspect"))
    places = [("shows", {}), ("court", {}), ("law", {}), ("orders", {}), ("book-notes", {})]
    for name, more in [*places, ("shows-one", {"person": ALEX, "sign": "unwanted"})]:
        page = example_client.get(name, **more)
        assert page.status_code == 200, name
        assert "<script>alert" not in page.text
        assert "\u202e" not in page.text
        assert "\x00" not in page.text
        if name != "book-notes":
            assert "&lt;script&gt;alert(1)" in page.text, name
            assert "[U+202E]" in page.text, name
            assert "{{ 7*7 }}" in page.text, name


def test_a_name_of_a_million_letters_does_not_fill_a_page(example_client: Any) -> None:
    example_client.desk.book().decide(PersonNamed("alex", "A" * 1_000_000, "suspect"))
    for name, places in (("shows", {}), ("shows-one", {"person": ALEX, "sign": "unwanted"})):
        page = example_client.get(name, **places)
        assert page.status_code == 200
        assert len(page.content) < 300_000, name


def test_a_line_that_rests_on_200_000_entries_makes_a_small_page(example_client: Any) -> None:
    book = example_client.desk.book()
    case = book.file(until="2024-06-02")
    rows = tuple(n % len(case.table) for n in range(200_000))
    lines = tuple(Line(f"Line {n}.", rows, tuple(range(1, 51))) for n in range(200))
    finding = Finding("repeated", "alex", "shown", "Long.", lines, lines, lines)
    told = replace(case, findings=(finding,))
    stood = Stood(until="2024-06-02")
    example_client.desk.kept[KEPT] = ((stood, book.mark()), told)
    page = example_client.get("shows-one", stood.query, person=ALEX, sign="repeated")
    assert page.status_code == 200
    assert len(page.content) < 300_000
    assert "Line 39." in page.text
    assert "Line 40." not in page.text
    found = re.findall(r'href="([^"]+/what-it-rests-on/f-0-1\?[^"]+)"', page.text)
    rest = example_client.get(html.unescape(found[0]))
    assert "Line 39." not in rest.text
    assert "Line 40." in rest.text
    assert "Line 59." in rest.text
    last = example_client.get(
        "shows-rests", {**stood.query, "page": 2001}, place="f-0-1", line="199"
    )
    assert "Page 2,001 of 2,001" in plain(last.text)
    assert re.findall(r"#line-(\d+)", last.text) == [str(n) for n in range(1, 51)]
    assert len(last.content) < 300_000


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("shows-one", {"person": ALEX, "sign": "repeated"}), ("court", {}), ("law", {}),
    ],
)  # fmt: skip
def test_the_page_of_a_line_leads_back_to_where_the_line_stands(
    example_client: Any, name: str, places: dict[str, str]
) -> None:
    page = example_client.get(name, **places).text
    rest = re.search(r'href="([^"]+/what-it-rests-on/[^"]+)"', page)
    assert rest
    there = example_client.get(html.unescape(rest[1])).text
    back = re.search(r'class="govuk-back-link" href="([^"]+)"', there)
    assert back
    assert html.unescape(back[1]) == example_client.url(name, **places)

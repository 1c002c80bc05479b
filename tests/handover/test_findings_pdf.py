"""The findings as a PDF: tagged, with contents that lead nowhere else, hostile words marked.

The one thing a reader would get wrong: that it opens proves little; headings, tables, contents and
pages are counted by hand from `law_case`.
"""

from __future__ import annotations

import shutil
import subprocess

import pikepdf
import pytest

from rainbook.handover.bundle import gather, hand_over
from rainbook.handover.gate.gate import Gate
from rainbook.handover.said.findings import where_in_findings
from rainbook.handover.selection import select
from tests.handover.agreeing import agree


@pytest.fixture(scope="module")
def given(lawful_story, to_sam, tmp_path_factory):
    """What the formats of the story with the law are given."""
    chosen = select(lawful_story.case, to_sam)
    place = tmp_path_factory.mktemp("pages")
    case, gate = lawful_story.case, Gate(lawful_story.case)
    return gather(case, to_sam, chosen, lawful_story.read, place, gate, None)


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """Return the name of every structure element, in reading order."""
    found: list[str] = []
    todo = [pdf.Root.StructTreeRoot]
    while todo:
        node = todo.pop(0)
        if isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(str(node.S))
            kids = node.get("/K", [])
            todo = [*(kids if isinstance(kids, pikepdf.Array) else [kids]), *todo]
    return found


def test_headings_contents_and_tables_are_tagged(lawful) -> None:
    with pikepdf.open(lawful.folder / "analysis/findings.pdf") as pdf:
        found = tags(pdf)
    # H2: contents, the four signs, read first, four signs, links, court, messages, elements, dates,
    # orders, law
    assert (found.count("/H1"), found.count("/H2"), found.count("/TOCI")) == (1, 14, 11)
    # the signs, three signs with rows, links, raised, not raised, one route, two routes, dates, one
    # clause with acts, sources
    assert found.count("/Table") == 13


def test_the_contents_lead_to_its_own_pages_and_nowhere_else(lawful) -> None:
    with pikepdf.open(lawful.folder / "analysis/findings.pdf") as pdf:
        links = [a for page in pdf.pages for a in page.get("/Annots", [])]
        assert [("/Dest" in a, "/A" in a, "/Contents" in a) for a in links] == [
            (True, False, True)
        ] * 11


def test_what_a_court_asks_has_a_page_of_its_own(given, lawful) -> None:
    where = where_in_findings(given)
    with pikepdf.open(lawful.folder / "analysis/findings.pdf") as pdf:
        last = len(pdf.pages)
    assert where["linked"] < where["court"] < where["threats"]
    assert [n for n, p in where.items() if p == where["court"]] == ["court"]
    assert max(where.values()) <= last


def text_of(path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (Debian package poppler-utils) is not here to read the PDF with")
    ran = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return " ".join(ran.stdout.decode("utf-8").split())


def test_hostile_words_are_marked_and_run_nothing(lawful) -> None:
    text = text_of(lawful.folder / "analysis/findings.pdf")
    assert "⟦U+202E⟧evil⟦U+200B⟧ #panic(1) <label> *bold*" in text


def test_two_runs_give_the_same_bytes(lawful, lawful_story, to_sam, tmp_path) -> None:
    again = hand_over(lawful_story.case, to_sam, lawful_story.read, tmp_path / "b", agree)
    assert again.files == lawful.bundle.files


def test_nothing_worked_out_is_said(kit, to_sam, tmp_path) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec()])])
    hand_over(made.case, to_sam, made.read, tmp_path / "b", agree)
    text = text_of(tmp_path / "b" / "analysis/findings.pdf")
    for wanted in (
        "This sign was not looked at when the bundle was made.",
        "No single message was picked by the complainant as a threat.",
        "The elements of the law were not laid beside the records",
        "No order or notice is recorded. That does not mean that there is none.",
    ):
        assert wanted in text


def test_a_case_cut_at_a_day_says_so(kit, to_sam, tmp_path) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec()])], until="2024-04-01")
    hand_over(made.case, to_sam, made.read, tmp_path / "b", agree)
    for name in ("analysis/findings.pdf", "index.pdf"):
        assert "Cut at Mon 1 Apr 2024:" in text_of(tmp_path / "b" / name)

"""The chronology for reading: tagged, with header rows, in volumes.

The one thing a reader would get wrong: line numbers run on from volume to volume.
"""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest

from rainbook.handover import times
from rainbook.handover.bundle import hand_over
from rainbook.handover.formats import chronology_pdf
from rainbook.handover.interface import NotTypeset
from rainbook.handover.paper import typeset
from rainbook.record import Disclosure
from tests.handover.agreeing import agree


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


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("index.pdf", "Index"),
        ("messages/chronology.pdf", "Chronology"),
        ("analysis/findings.pdf", "Findings and the law"),
    ],
)
def test_the_documents_are_tagged_titled_and_do_nothing(handed, name: str, title: str) -> None:
    with pikepdf.open(handed.folder / name) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert "/OpenAction" not in pdf.Root and "/AA" not in pdf.Root and "/Names" not in pdf.Root
        assert str(pdf.docinfo["/Title"]) == title
        assert "/Author" not in pdf.docinfo
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20240602090000")
        with pdf.open_metadata() as said:
            assert (said["pdfuaid:part"], said["pdfaid:part"], said["pdfaid:conformance"]) == (
                "1",
                "3",
                "A",
            )
            assert said["dc:title"] == title


def test_the_table_has_one_header_row_and_a_row_for_each_line(handed) -> None:
    with pikepdf.open(handed.folder / "messages/chronology.pdf") as pdf:
        found = tags(pdf)
    assert (found.count("/Table"), found.count("/TH"), found.count("/TR"), found.count("/H1")) == (
        1,
        5,
        10,
        1,
    )


def test_every_table_of_the_index_has_headings(handed) -> None:
    with pikepdf.open(handed.folder / "index.pdf") as pdf:
        found = tags(pdf)
    # accounts 4, services 5, groupings 4, findings 3, exhibits 4; eleven sections with "Read first"
    assert (found.count("/Table"), found.count("/TH"), found.count("/H2")) == (5, 20, 11)


def test_a_long_thread_goes_into_volumes_and_the_numbers_run_on(
    story, to_sam, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(chronology_pdf, "VOLUME", 4)
    hand_over(story.case, to_sam, story.read, tmp_path / "b", agree)
    titles = {}
    for path in sorted((tmp_path / "b/messages").glob("chronology*.pdf")):
        with pikepdf.open(path) as pdf:
            titles[path.name] = (str(pdf.docinfo["/Title"]), tags(pdf).count("/TR"))
    assert titles == {
        "chronology.pdf": ("Chronology, volume 1 of 3", 5),
        "chronology-2.pdf": ("Chronology, volume 2 of 3", 5),
        "chronology-3.pdf": ("Chronology, volume 3 of 3", 2),
    }


HARD = {
    "right to left": "שלום לא",
    "Arabic": "لماذا لا تردين علي؟",
    "Indic": "तुम कहाँ हो বাংলা ਪੰਜਾਬੀ ગુજરાતી தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල",
    "emoji in families": "👩‍👩‍👧 ❤️ 1️⃣ 🇬🇧 👍🏽",
    "letters no font here has": "你好 \U0001f9ff \ue000 \U000e0041",
    "marks without a letter": "\u0301\u0301 \u093f",
    "half a pair": "\ud83d",
    "controls": "a\x00b\x07c\u202ed\u2066e\u200bf\ufeffg\u2028h",
    "markup": '#panic("x") *bold* $x$ <label> \\ @ref [ ] { } // /* ```raw``` i<10 =head',
    "one word of a thousand letters": "A" * 1000,
    "sixty lines": "\n".join(f"line {n}" for n in range(60)),
    "stacked accents": "z" + "\u0334\u0353\u0301" * 50,
    "nothing": "",
    "only blanks": "   \n\n ",
}


@pytest.mark.parametrize("name", HARD)
def test_anything_somebody_may_write_can_be_printed(name: str, kit, tmp_path) -> None:
    made = kit.build([kit.File(f"{HARD[name][:9]}.txt", [kit.Rec(words=HARD[name])])])
    people = tuple(replace(p, name=HARD[name][:50] or "nobody") for p in made.case.people)
    case = replace(made.case, people=people)
    bundle = hand_over(case, Disclosure(("sam",), "AB"), made.read, tmp_path / "b", agree)
    with pikepdf.open(tmp_path / "b" / "messages/chronology.pdf") as pdf:
        assert tags(pdf).count("/TR") == 2
    assert bundle.files["index.pdf"][1] > 10_000


def test_what_a_font_refuses_is_tried_once_more_in_ascii() -> None:
    """The coverage list cannot know every cluster; a refusal must not cost the whole bundle."""
    asked: list[bool] = []

    def data(plain_only: bool) -> dict[str, object]:
        asked.append(plain_only)
        word = "marked" if plain_only else "漢"
        return {
            "title": word,
            "zone": word,
            "as_of": word,
            "first": 0,
            "last": 0,
            "of": 0,
            "entries": [],
        }

    made = typeset.pdf("chronology", data, times.stamp("2024-06-02"))
    assert (made[:5], asked) == (b"%PDF-", [False, True])


def test_a_template_that_fails_is_said_plainly() -> None:
    with pytest.raises(NotTypeset, match="could not be made as a PDF"):
        typeset.pdf("chronology", lambda plain_only: {}, times.stamp("2024-06-02"))

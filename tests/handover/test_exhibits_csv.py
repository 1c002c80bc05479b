"""The register and the exhibits themselves.

The one thing a reader would get wrong: an original with one line of somebody else's in it is never
given whole.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import replace

import pytest

from rainbook.handover.bundle import hand_over
from rainbook.handover.exhibits import initials_of
from rainbook.handover.interface import InitialsWanted, OriginalChanged, PlaceNotThere
from rainbook.record import Attachment, Disclosure, Kind, Problem
from tests.handover.agreeing import agree

REGISTER = [  # exhibit, file, what it is, lines citing it
    ("AB/1", "exhibits/AB1.txt", "WhatsApp Chat with Sam.txt, as received", "6"),
    (
        "AB/2",
        "exhibits/AB2-extract.txt",
        "extract: 2 records, only those of the thread handed over",
        "2",
    ),
    ("AB/3", "exhibits/AB3.zip", "WhatsApp Chat with Sam.zip, as received", "1"),
    ("AB/3/1", "exhibits/AB3-photo1.jpg", "photo sent with a message in AB/3", "1"),
]


def test_the_register(handed) -> None:
    rows = handed.table("exhibits.csv")
    found = [(r["exhibit"], r["file"], r["what_it_is"], r["lines_citing_it"]) for r in rows]
    assert found == REGISTER


def test_originals_that_do_not_go_are_not_even_named(handed) -> None:
    everything = b"".join(
        p.read_bytes() for p in handed.folder.rglob("*") if p.suffix in (".csv", ".txt")
    )
    assert b"contacts.vcf" not in everything
    assert b"it is mum" not in everything
    assert b"900777" not in everything
    assert b"About mum" not in everything and b"nothing about mum" not in everything
    assert b"taken back" not in everything


def test_where_files_lay_on_a_computer_is_not_given(handed) -> None:
    assert {r["how_obtained"] for r in handed.table("exhibits.csv")} == {
        "exported in the app to x.txt"
    }


def test_a_whole_original_is_the_bytes_received(handed, story) -> None:
    for name, place in (("exhibits/AB1.txt", 0), ("exhibits/AB3.zip", 2)):
        content = (handed.folder / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == story.case.originals[place].sha256


def test_an_extract_is_the_cited_bytes_with_one_line_feed_between(handed, story) -> None:
    extract = (handed.folder / "exhibits/AB2-extract.txt").read_bytes()
    assert extract == b"1|I know where you work\n2|who"
    original = story.blobs[story.case.originals[1].sha256]
    for row in handed.table("exhibits/AB2-spans.csv"):
        piece = original[int(row["original_start"]) : int(row["original_end"])]
        assert piece == extract[int(row["extract_start"]) : int(row["extract_end"])]
        assert hashlib.sha256(piece).hexdigest() == row["sha256_of_piece"]


def test_a_picture_opens_alone_and_an_address_card_never_goes(handed, kit) -> None:
    assert (handed.folder / "exhibits/AB3-photo1.jpg").read_bytes() == kit.PHOTO
    names = sorted(p.name for p in (handed.folder / "exhibits").iterdir())
    assert names == ["AB1.txt", "AB2-extract.txt", "AB2-spans.csv", "AB3-photo1.jpg", "AB3.zip"]


@pytest.mark.parametrize(
    ("initials", "style", "refs"),
    [
        ("AB", "slash", ["AB/1"]),
        ("AB", "plain", ["AB1"]),
        ("a.b.", "slash", ["AB/1"]),
        ("A C B", "slash", ["ACB/1"]),
    ],
)
def test_marks(initials: str, style: str, refs: list[str], kit, tmp_path) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec()])])
    given = Disclosure(("sam",), initials, style)
    bundle = hand_over(made.case, given, made.read, tmp_path / "b", agree)
    assert [e.ref for e in bundle.exhibits] == refs


@pytest.mark.parametrize("initials", ["", " ", "A1", "ABCDEF", "А", "../x", "=A"])
def test_initials_that_mark_nothing(initials: str) -> None:
    with pytest.raises(InitialsWanted, match="Give the initials"):
        initials_of(Disclosure(("sam",), initials))


SPAN = Problem("x", "could not be read", None, 0, 1)
WHOLE_OR_NOT = [  # what stands beside Sam's message, reader, problems, given whole?
    ("his alone", {}, "whatsapp", [], True),
    ("his alone, a fault in a chat", {}, "whatsapp", [SPAN], True),
    ("his alone, a fault in a file of many threads", {}, "sms_backup", [SPAN], False),
    ("his alone, a fault without a place", {}, "sms_backup", [Problem("x", "cut short")], True),
    ("somebody else's thread", {"who": "mum", "thread": "+44 7700 900777"}, "whatsapp", [], False),
    ("an unknown number", {"who": "+44 7700 900555", "thread": "z"}, "whatsapp", [], False),
    ("an address card", {"kind": Kind.CONTACT_CARD, "thread": None}, "whatsapp", [], False),
    ("her mother in the group", {"who": "mum"}, "whatsapp", [], False),
    (
        "her diary",
        {"who": None, "thread": "+44 7700 900123", "kind": Kind.DIARY},
        "diary",
        [],
        False,
    ),
]


@pytest.mark.parametrize(
    ("beside", "change", "source", "problems", "whole"),
    WHOLE_OR_NOT,
    ids=[w[0] for w in WHOLE_OR_NOT],
)
def test_what_is_given_whole(
    beside, change, source, problems, whole, kit, to_sam, tmp_path
) -> None:
    recs = [
        kit.Rec(words="mine"),
        *([kit.Rec(**{"words": "not for them", **change})] if change else []),
    ]
    made = kit.build([kit.File("f.txt", recs, source, problems)])
    bundle = hand_over(made.case, to_sam, made.read, tmp_path / "b", agree)
    assert [e.is_extract for e in bundle.exhibits] == [not whole]
    if change:
        assert b"not for them" not in b"".join(
            p.read_bytes() for p in (tmp_path / "b").rglob("*.*")
        )


@pytest.mark.parametrize(
    ("media", "whole"),
    [
        ({}, True),
        ({"IMG.jpg": b"a picture of a kind nobody knows"}, True),
        ({"IMG.jpg": b"\xff\xd8\xff"}, False),  # a damaged picture: what it says is not known
        ({"other.txt": b"mum's"}, False),
    ],
)
def test_a_container_with_more_in_it_is_not_given_whole(
    media, whole, kit, to_sam, tmp_path
) -> None:
    recs = [kit.Rec(attachments=(Attachment("IMG.jpg", "IMG.jpg"),))]
    made = kit.build([kit.File("f.zip", recs, zipped=True, media=media)])
    bundle = hand_over(made.case, to_sam, made.read, tmp_path / "b", agree)
    assert bundle.exhibits[0].is_extract is not whole


def test_a_hostile_name_inside_a_container_names_no_file(kit, to_sam, tmp_path) -> None:
    name = "../../evil\u202egpj.exe"
    media = {name: b"MZ\x90"}
    made = kit.build(
        [
            kit.File(
                "../x/../../f.zip",
                [kit.Rec(attachments=(Attachment(name, name),))],
                zipped=True,
                media=media,
            )
        ]
    )
    bundle = hand_over(made.case, to_sam, made.read, tmp_path / "b", agree)
    assert [e.file for e in bundle.exhibits] == ["exhibits/AB1.zip", "exhibits/AB1-file1.bin"]
    assert [p.name for p in tmp_path.iterdir()] == ["b"]


def test_an_original_that_changed_stops_everything(story, to_sam, tmp_path) -> None:
    bad = replace(story, blobs={k: b"x" * len(v) for k, v in story.blobs.items()})
    with pytest.raises(OriginalChanged, match="Nothing was handed over"):
        hand_over(story.case, to_sam, bad.read, tmp_path / "b", agree)
    assert list(tmp_path.iterdir()) == []


def test_a_cited_place_that_is_gone_stops_everything(story, to_sam, tmp_path) -> None:
    second = story.case.originals[1].sha256
    bad = replace(story, blobs={**story.blobs, second: b"short"})
    with pytest.raises(PlaceNotThere, match="Nothing was handed over"):
        hand_over(story.case, to_sam, bad.read, tmp_path / "b", agree)
    assert list(tmp_path.iterdir()) == []


def test_the_tables_have_the_same_shape_everywhere(handed) -> None:
    for path in handed.folder.rglob("*.csv"):
        raw = path.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n"), path.name
        with path.open(encoding="utf-8-sig", newline="") as stream:
            assert len({len(row) for row in csv.reader(stream)}) == 1, path.name

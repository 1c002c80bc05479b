"""Contacts: three versions of vCard, old encodings, and cards without a beginning or an end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rainbook.events.sources.vcard import SOURCE
from rainbook.record import NO_TIME, Kind, Way
from tests.events.reading_back import Found, as_lines, claimed, export, read_all, specimens


def card(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""])


def cards(text: str) -> Found:
    return read_all(SOURCE, text.encode())


@pytest.mark.parametrize("path", specimens("vcard"), ids=lambda p: p.name)
def test_specimen(path: Path, accept: Callable[[Path, str], None]) -> None:
    data = path.read_bytes()
    assert claimed(SOURCE, data)
    found = read_all(SOURCE, data)
    accept(path.with_name(path.name + ".expected.jsonl"), as_lines(found, data))


NOBODY: dict[str, object] = {"name": None, "org": None, "numbers": [], "emails": []}
CARDS = [
    (["FN:Alex Marsh"], {"name": "Alex Marsh"}),
    (["N:Marsh;Alex;J;Dr;"], {"name": "Dr Alex J Marsh"}),
    (["FN:", "N:Marsh;Alex;;;"], {"name": "Alex Marsh"}),
    (["FN:Jo\\, from\\nwork"], {"name": "Jo, from\nwork"}),
    (["FN:folded in t", " wo"], {"name": "folded in two"}),
    (["ORG:Example Ltd;Sales"], {"org": "Example Ltd, Sales"}),
    (["TEL;CELL:07700 900101"], {"numbers": ["07700 900101"]}),
    (["TEL:07700 900101", "item1.TEL;TYPE=home:07700 900102"],
     {"numbers": ["07700 900101", "07700 900102"]}),
    (["TEL;VALUE=uri:tel:+447700900101"], {"numbers": ["+447700900101"]}),
    (['TEL;TYPE="cell:a":07700 900101'], {"numbers": ["07700 900101"]}),
    (["tel:07700 900101", "Email:jo@example.org"],
     {"numbers": ["07700 900101"], "emails": ["jo@example.org"]}),
    (["FN;ENCODING=QUOTED-PRINTABLE:=4A=", "=6F"], {"name": "Jo"}),
    (["FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9"], {"name": "Caf\u00e9"}),
    (["FN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Caf=E9"], {"name": "Caf\u00e9"}),
    (["TEL:", "NOTE:FN:not a name"], {}),
    (["AGENT:", "BEGIN:VCARD", "FN:The agent", "END:VCARD", "FN:Jo"], {"name": "Jo"}),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "more"), CARDS)
def test_card(lines: list[str], more: dict[str, object]) -> None:
    found = cards(card(*lines))
    draft = found.drafts[0]
    assert (len(found.table), found.codes) == (1, [])
    assert (draft.kind, draft.way, draft.words) == (Kind.CONTACT_CARD, Way.SYSTEM, None)
    assert (draft.earliest, draft.actor, draft.thread) == (NO_TIME, None, None)
    assert draft.more == NOBODY | more


@pytest.mark.parametrize(
    ("line", "warned"),
    [
        ("FN;CHARSET=KOI8-R;ENCODING=QUOTED-PRINTABLE:=C1", ["unreadable_text"]),
        ("FN;CHARSET=idna:x", ["unreadable_text"]),
        ("FN;ENCODING=QUOTED-PRINTABLE:Caf=E9", ["unreadable_text"]),
        ("FN:turned\u202eround", ["hidden_characters"]),
        ("FN:plain", []),
    ],
)
def test_doubtful_letters_are_marked(line: str, warned: list[str]) -> None:
    assert cards(card(line)).warned(0) == warned


SHAPES = [
    (card("FN:A") + card("FN:B"), ["A", "B"], []),
    ("\n\n" + card("FN:A") + "\n \n", ["A"], []),
    (card("FN:A") + "words\n" + card("FN:B"), ["A", "B"], ["text_between_records"]),
    ("BEGIN:VCARD\nFN:lost\n" + card("FN:B"), ["B"], ["card_without_end"]),
    (card("FN:A") + "BEGIN:VCARD\nFN:cut", ["A"], ["card_without_end"]),
    ("END:VCARD\n" + card("FN:A"), ["A"], ["text_between_records"]),
    (card("FN:A\r\n BEGIN:VCARD"), ["ABEGIN:VCARD"], []),  # folded: a part of the name
    (card("NOTE;QUOTED-PRINTABLE:x=\r\nBEGIN:VCARD", "FN:A"), ["A"], []),  # within the note
    (card("FN:A").replace("\r\n", "\r"), ["A"], []),
    (card("FN:A").lower().replace("fn:a", "fn:A"), ["A"], []),
]


@pytest.mark.parametrize(("text", "names", "codes"), SHAPES)
def test_where_cards_begin_and_end(text: str, names: list[str], codes: list[str]) -> None:
    found = cards(text)
    assert ([d.more["name"] for d in found.drafts], found.codes) == (names, codes)


def test_a_mark_in_front_and_utf16() -> None:
    assert read_all(SOURCE, b"\xef\xbb\xbf" + card("FN:A").encode()).drafts[0].more["name"] == "A"
    wide = b"\xff\xfe" + card("FN:A").encode("utf-16-le")
    assert claimed(SOURCE, wide)
    assert read_all(SOURCE, wide).codes == ["utf16_not_read"]


@pytest.mark.parametrize(
    ("head", "mine"),
    [(b"BEGIN:VCARD", True), (b"\n begin:vcard", True), (b"BEGIN:VCALENDAR", False), (b"", False)],
)
def test_claims(head: bytes, mine: bool) -> None:
    assert claimed(SOURCE, head) is mine


def test_the_contacts_of_another_project() -> None:
    found = read_all(SOURCE, export("KnugiHK__WhatsApp-Chat-Exporter/tests/data/contacts.vcf"))
    assert (len(found.table), found.codes) == (6, [])
    assert found.drafts[2].more["name"] == "John Butler \U0001f31f\U0001f4ab\U0001f31f"
    assert [d.more["numbers"] for d in found.drafts][1:3] == [["5673334444"], ["5556667777"]]
    assert [d.more["name"] for d in found.drafts][3:] == [None, None, None]
    assert found.drafts[3].more["org"] == "Airline Contact #'s"


LINES = st.sampled_from([
    "BEGIN:VCARD", "END:VCARD", "FN:x", "AGENT:", "", " folded", "N;QUOTED-PRINTABLE:a=", "words",
    "=",
])  # fmt: skip


@given(st.lists(LINES, max_size=15), st.sampled_from(["\n", "\r\n", "\r"]))
def test_whatever_the_lines_every_byte_is_accounted_for(lines: list[str], end: str) -> None:
    cards(end.join(lines))

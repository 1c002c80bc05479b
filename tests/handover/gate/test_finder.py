"""What is found, written how: the table is the specification.

The one thing a reader would get wrong: what must NOT be found stands beside it. A hand-over that
takes out half of what people say is as useless as one that gives an address away.
"""

from __future__ import annotations

import pytest

from rainbook.handover.gate.finder import Finder
from rainbook.handover.gate.sought import cannot_look_for, sought_for
from rainbook.record import KeepBack

FOUND = [
    ("address", "Flat 3, 12 Mill Lane, Otley LS21 4AB", (
        "flat 3 12 mill lane otley ls21 4ab", "12, Mill Ln", "12 MILL LANE", "12 mill lane",
        "Mill Lane 12", "Mill Lane no. 12", "ls21 4ab", "LS214AB", "LS21  4AB", "LS21-4AB",
        "Mill Lane, Otley", "12\nMill\r\nLane", "12 Míll Läne", "1２ Mill Lane",
        "12 M\u0456ll L\u0430ne", "12\u200b Mi\u00adll La\u200dne", "12 mill", "12a Mill Lane",
        "Flat 3, 12 Mill Lane", "12.Mill.Lane", "12_Mill_Lane"),
     ("Mill Lane", "112 Mill Lane", "12 Mill Street", "12 Miller", "LS21 4ABC", "XLS21 4AB",
      "3 Otley")),
    ("address", "12, Mill Lane", ("12 mill ln",), ("12 lane mill",)),
    ("address", "Rose Cottage, Hill Road, Ilkley", (
        "rose cottage", "Hill Rd, Ilkley", "ROSE COTTAGE HILL ROAD ILKLEY"), ("Hill Road", "Rose")),
    ("address", "221b Baker Street", ("221B Baker St", "221 b baker street"),
     ("221 Baker Street",)),
    ("number", "07700 900221", (
        "+447700900221", "+44 (0)7700 900 221", "0044 7700-900221", "447700900221",
        "447700900221@s.whatsapp.net", "07700.900.221", "7700900221", "tel:07700900221",
        "07700,900221", "(07700) 900221", "０７７００ ９００２２１", "O77OO 900221",
        "07700\n900221", "+44\u00a07700\u2011900221"),
     ("07700900222", "107700900221", "077009002211", "7700 900 22 12")),
    ("number", "+1 202 555 0143", ("(202) 555-0143", "1-202-555-0143", "001 202 555 0143"),
     ("202 555 0144",)),
    ("email", "sam.okafor@example.org", (
        "SAM.Okafor@Example.org", "sam.okafor+x@example.org", "sam.okafor at example dot org",
        "sam.okafor%40example.org", "sam.okafor (at) example.org"),
     ("notsam.okafor@example.org", "sam.okafor@example.organ")),
    ("vehicle", "AB12 CDE", ("ab12cde", "AB12-CDE", "ABI2 CDE", "A B 1 2 C D E"),
     ("AB12CDEF", "XAB12 CDE", "AB13 CDE")),
    ("wifi", "BT-Hub_99", ("bt-hub_99", "SSID:BT-HUB_99"), ("BT-Hub_990", "BTHub99")),
    ("school", "St Mary's Primary School", (
        "Saint Marys Primary School", "St. Mary’s Primary", "st marys sch", "ST MARYS PRI SCHOOL"),
     ("St Mary", "primary school")),
    ("workplace", "Hart & Sons Ltd", (
        "Hart and Sons Limited", "hart & sons", "HART &amp; SONS LTD", "Hart+Sons"),
     ("Hart", "sons")),
    ("workplace", "O'Brien Solicitors", ("obrien solicitors", "O’Brien's Solicitors"), ("brien",)),
    ("place", "Leeds", ("in Leeds.", "LEEDS", "(leeds)"), ("Leedsby", "Europe/Leeds")),
    ("name", "Jo Marsh", ("Jo  Marsh", "jo.marsh", "Jo-Marsh", "JO_MARSH"),
     ("Jo Marshall", "jomarsh", "Jo")),
    ("something else", "the blue door", ("The Blue Door", "the blue\ndoor"), ("blue door",)),
]


def found(kind: str, words: str, text: str) -> list[str]:
    finder = Finder([sought_for(KeepBack(kind, words))])
    return [text[h.start : h.end] for h in finder.find(text)]


@pytest.mark.parametrize(
    ("kind", "words", "text"), [(k, w, t) for k, w, yes, _ in FOUND for t in yes]
)
def test_found_in_this_writing(kind: str, words: str, text: str) -> None:
    hits = found(kind, words, f"xx: {text} ok")
    assert hits != []
    assert all(hit in text for hit in hits), "the place is in the text itself, to the character"


@pytest.mark.parametrize(
    ("kind", "words", "text"), [(k, w, t) for k, w, _, no in FOUND for t in no]
)
def test_not_taken_for_it(kind: str, words: str, text: str) -> None:
    assert found(kind, words, f"xx: {text} ok") == []


@pytest.mark.parametrize(("text", "place"), [
    ("at 12 Mill Lane.", "12 Mill Lane"),
    ("é 12 Mill Lane é", "12 Mill Lane"),
    ("ﬁ \u200b\u200b12\u200b Mill La\u0301ne!", "12\u200b Mill La\u0301ne"),
    ("ＡＴ １２ Ｍｉｌｌ Ｌａｎｅ", "１２ Ｍｉｌｌ Ｌａｎｅ"),
    ("ring +44 (0)7700 900221.", "+44 (0)7700 900221"),
])
def test_the_place_is_exact(text: str, place: str) -> None:
    kind, words = ("number", "07700900221") if "7700" in text else ("address", "12 Mill Lane")
    assert found(kind, words, text) == [place]


@pytest.mark.parametrize(("kind", "words", "hint"), [
    ("address", "12 Mill Lane, Otley", "Mill Lane"),
    ("school", "Hillside Primary School", "Hillside"),
    ("address", "Rose Cottage", ""),
])
def test_too_little_is_shown_and_not_taken_out(kind: str, words: str, hint: str) -> None:
    finder, text = Finder([sought_for(KeepBack(kind, words))]), f"near {hint or 'Rose'} today"
    assert finder.find(text) == []
    assert [text[h.start : h.end] for h in finder.hints(text)] == ([hint] if hint else [])


@pytest.mark.parametrize(("kind", "words", "may"), [
    ("name", "Ada Byron", True),
    ("place", "Leeds", True),
    ("name", "May", False),
    ("name", "Jo", False),
    ("place", "home", False),
    ("address", "12", False),
    ("address", "", False),
    ("number", "12345", False),
    ("number", "123456", True),
    ("email", "sam", False),
    ("vehicle", "AB1", False),
    ("workplace", "chronology", False),
    ("wifi", "...", False),
])
def test_what_can_be_looked_for(kind: str, words: str, may: bool) -> None:
    why = cannot_look_for(KeepBack(kind, words))
    assert (why == "") is may
    assert words.strip() == "" or len(words) < 4 or words not in why

"""What stands in a file in place of what was taken out; the file stays what it was.

The one thing a reader would get wrong: the expected texts were written by hand; quotes, commas,
tags and line ends that hold a file together are all still there.
"""

from __future__ import annotations

import base64
import csv
import io
import json
from xml.etree import ElementTree

import pytest

from rainbook.handover.gate.files.interface import HEAD, kind_of
from rainbook.handover.gate.finder import Finder
from rainbook.handover.gate.masking import Masker, applied, cuts_in
from rainbook.handover.gate.sought import sought_for
from rainbook.handover.gate.texts import TooHard, redacted_text
from rainbook.handover.gate.unwrapped import everywhere
from rainbook.record import KeepBack

FINDER = Finder([
    sought_for(KeepBack("address", "12 Mill Lane, Otley LS21 4AB")),
    sought_for(KeepBack("number", "07700 900221")),
])
A = "[kept back: address]"
PACKED = base64.b64encode(b"I am at 12 Mill Lane now").decode()
WRITTEN = [
    ("come to 12 Mill Lane now", f"come to {A} now"),
    ('a,"12","Mill Lane",b', f'a,"{A}","",b'),
    ('body="12&#10;Mill Lane&amp;x"', f'body="{A}&amp;x"'),
    (r'{"a":"12 Mill\nLane \u0031"}', rf'{{"a":"{A} \u0031"}}'),
    ("q=12%20Mill%20Lane&x", f"q={A}&x"),
    ("&#49;2 Mill Lane", A),
    ("%31%32 Mill L%61ne", A),
    ("12 <b>Mill</b><br/>Lane!", f"{A}<b></b><br/>!"),
    (r"+44\u00207700 900221", "[kept back: number]"),
    (f"x {PACKED} y", f"x {base64.b64encode(A.encode()).decode()} y"),
    ("=?utf-8?B?MTIgTWlsbCBMYW5l?=", A),
    ("DESCRIPTION:12 Mi\r\n ll Lane\r\n", f"DESCRIPTION:{A}\r\n\r\n"),
    ("ADR:;;12 Mill Lane;Otley;;LS21 4AB;UK", f"ADR:;;{A};;;{A};UK"),
    ("nothing of it", "nothing of it"),
]


@pytest.mark.parametrize(("text", "becomes"), WRITTEN)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_what_stands_there_instead(text: str, becomes: str, encoding: str) -> None:
    data = b"\0\0" + text.encode(encoding)
    cuts = cuts_in(text, encoding, 2, everywhere(FINDER, text))
    made, marks = applied(data, cuts)
    assert made[2:].decode(encoding) == becomes
    for mark in marks:
        assert made[mark.start : mark.end] == mark.instead


def widths(text: str) -> list[int]:
    return [len(row) for row in csv.reader(io.StringIO(text))]


@pytest.mark.parametrize(("name", "text", "reads"), [
    ("x.xml", '<s><m b="at 12&#10;Mill Lane &amp; x" n="+44 7700 900221"/></s>',
     ElementTree.fromstring),
    ("x.json", '{"m": ["12 Mill\\nLane", "\\u002b447700900221"], "n": 1}', json.loads),
    ("x.csv", 'a,b,c\r\n"12 Mill Lane, Otley",2,3\r\n', widths),
])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_stays_well_formed(name: str, text: str, reads, encoding: str) -> None:
    data = text.encode(encoding)
    made, cuts = redacted_text(data, kind_of(data[:HEAD], name), FINDER)
    assert cuts
    reads(made.decode(encoding))
    assert "Mill" not in made.decode(encoding)


def test_a_record_whose_words_hold_it_goes_whole() -> None:
    """The words were read in a way no other reader here knows."""
    data = b"one\ntwelve mill lane, spelled out\nthree"
    kind = kind_of(data, "x.txt")
    made, _ = redacted_text(data, kind, FINDER, ((4, 33, "address"),))
    assert made == f"one\n{A}\nthree".encode()
    with pytest.raises(TooHard):
        redacted_text(data, kind, FINDER)


def test_our_own_texts_are_masked_and_counted() -> None:
    mask = Masker(FINDER)
    assert mask("12 Mill Lane, and 07700900221 or 12 mill ln") == (
        "⟦kept back: address⟧, and ⟦kept back: number⟧ or ⟦kept back: address⟧"
    )
    assert mask("12 Mill Lane") == "⟦kept back: address⟧"
    assert dict(mask.counts) == {"address": 3, "number": 1}

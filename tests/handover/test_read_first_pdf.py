"""One message with what stands around it: asked for, or picked as a threat.

The one thing a reader would get wrong: what stands around a message is what stands around it in its
own thread; nothing between the first and the last is left out.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from rainbook.handover.bundle import gather
from rainbook.handover.formats import read_first_pdf
from rainbook.handover.gate.gate import Gate
from rainbook.handover.said.picture import NoSuchLine, around, picture
from rainbook.handover.said.thread import threads_of
from rainbook.handover.selection import select
from rainbook.record import Decided, Disclosure, SingleThreat


def words_of(made: bytes | Path) -> str:
    pdf = pypdfium2.PdfDocument(made)
    text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    return " ".join(text.split())


@pytest.fixture
def ten(kit, tmp_path):
    recs = [kit.Rec(f"2024-03-{n:02}T08:00:00+00:00", f"word{n}.") for n in range(1, 11)]
    made = kit.build([kit.File("a.txt", recs)])
    wanted = Disclosure(("sam",), "AB")
    (tmp_path / "messages").mkdir()
    gate, chosen = Gate(made.case), select(made.case, wanted)
    return gather(made.case, wanted, chosen, made.read, tmp_path, gate, None)


# lines wanted, how many around → the lines each piece holds
AROUND = {
    "in the middle": ({5}, 2, [[3, 4, 5, 6, 7]]),
    "at the start": ({1}, 2, [[1, 2, 3]]),
    "at the end": ({10}, 2, [[8, 9, 10]]),
    "two that touch": ({3, 6}, 1, [[2, 3, 4, 5, 6, 7]]),
    "two apart": ({2, 8}, 1, [[1, 2, 3], [7, 8, 9]]),
    "nothing around": ({4}, 0, [[4]]),
    "no such line": ({11}, 2, []),
}


@pytest.mark.parametrize("case", AROUND)
def test_what_stands_around_a_line(case: str, ten) -> None:
    wanted, context, pieces = AROUND[case]
    found = around(threads_of(ten), frozenset(wanted), context)
    assert [[e.number for e in entries] for _, entries in found] == pieces


def test_a_picture_shows_the_message_with_its_context(ten) -> None:
    text = words_of(picture(ten, 5, 5, context=2))
    assert [n for n in range(1, 11) if f"word{n}." in text] == [3, 4, 5, 6, 7]
    assert "Framed: line 5 of the chronology" in text


def test_a_picture_of_no_line_is_refused(ten) -> None:
    with pytest.raises(NoSuchLine, match="it has lines 1 to 10"):
        picture(ten, 11, 12)


def test_what_was_picked_as_a_threat_is_drawn_with_its_context(ten, tmp_path) -> None:
    threat = Decided(7, "Asha Khan", "2024-06-01T10:00:00Z", "", SingleThreat("", "death"))
    for withdrawn, written in ((False, True), (True, False)):
        what = replace(threat.what, event=ten.entries[8].id)
        case = replace(ten.case, decisions=(replace(threat, what=what, withdrawn=withdrawn),))
        read_first_pdf.read_first_pdf(replace(ten, case=case), tmp_path, None)
        path = tmp_path / "messages/read-first.pdf"
        assert path.exists() == written
        if written:
            text = words_of(path)
            assert [n for n in range(1, 11) if f"word{n}." in text] == [4, 5, 6, 7, 8, 9, 10]
            assert "line 9 (log number 7)" in text
            path.unlink()

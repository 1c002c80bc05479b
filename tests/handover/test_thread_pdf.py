"""The conversation as a PDF.

The one thing a reader would get wrong: the PDF is read back here as a screen reader reads it, in
the order of its words.
"""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from rainbook.handover.bundle import gather
from rainbook.handover.formats import thread_pdf
from rainbook.handover.gate.gate import Gate
from rainbook.handover.said.picture import picture
from rainbook.handover.said.thread import threads_of
from rainbook.handover.selection import select
from rainbook.record import Disclosure


def words_of(made: bytes | Path) -> str:
    pdf = pypdfium2.PdfDocument(made)
    text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    return " ".join(text.split())


@pytest.fixture
def given(story, to_sam, tmp_path):
    (tmp_path / "messages").mkdir()
    gate, chosen = Gate(story.case), select(story.case, to_sam)
    return gather(story.case, to_sam, chosen, story.read, tmp_path, gate, None)


def test_the_conversation_is_tagged_and_declared(given, tmp_path) -> None:
    thread_pdf.thread_pdf(given, tmp_path, None)
    with pikepdf.open(tmp_path / "messages/thread-1.pdf") as pdf:
        meta = pdf.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("3", "A")
        assert meta["pdfuaid:part"] == "1"
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo["/Title"]) == "The messages as a conversation"
    text = words_of(tmp_path / "messages/thread-1.pdf")
    # the chat's first lines in order: his, her reply, his
    assert text.index("Where are you?") < text.index("Please stop.") < text.index("=HYPERLINK")
    assert "evil⟦U+202E⟧txt" in text
    assert "it is mum" not in text


def test_two_runs_give_the_same_bytes(given, tmp_path) -> None:
    made = []
    for _ in range(2):
        thread_pdf.thread_pdf(given, tmp_path, None)
        made.append((tmp_path / "messages/thread-1.pdf").read_bytes())
    assert made[0] == made[1]


def test_volumes_hold_at_most_so_many_lines_and_run_on(given, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(thread_pdf, "VOLUME", 4)
    thread_pdf.thread_pdf(given, tmp_path, None)
    names = sorted(p.name for p in (tmp_path / "messages").glob("thread-*.pdf"))
    # nine lines: 4, 4, 1
    assert names == ["thread-1.pdf", "thread-2.pdf", "thread-3.pdf"]
    assert "volume 3 of 3" in words_of(tmp_path / "messages/thread-3.pdf")
    cut = thread_pdf.volumes_of(threads_of(given), 4)
    assert [sum(len(e) for _, e in pieces) for pieces in cut] == [4, 4, 1]


HARD = {
    "right to left": "שלום לא",
    "emoji in families": "👩‍👩‍👧 ❤️ 1️⃣ 🇬🇧 👍🏽",
    "letters no font here has": "你好 \U0001f9ff \ue000",
    "half a pair": "\ud83d",
    "controls": "a\x00b\x07c\u202ed\u2066e",
    "markup": '#panic("x") *bold* $x$ <label> \\ @ref [ ] { } // ```raw``` i<10 =head',
    "one word of a thousand letters": "A" * 1000,
    "nothing": "",
    "only blanks": "   \n\n ",
}


def test_anything_somebody_may_write_can_be_drawn(kit, tmp_path) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec(words=w) for w in HARD.values()])])
    wanted = Disclosure(("sam",), "AB")
    gate, chosen = Gate(made.case), select(made.case, wanted)
    one = gather(made.case, wanted, chosen, made.read, tmp_path, gate, None)
    text = words_of(picture(one, 1, len(HARD)))
    for shown in ("line 9", "⟦U+202E⟧", "⟦U+D83D⟧", '#panic("x") *bold*', "[no words]"):
        assert shown in text

"""The bytes shown as an entry are the cited ones, compared with the file as it was added."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from rainbook.case import Book
from rainbook.case.around import (
    LONGEST,
    Around,
    NotThere,
    Piece,
    around,
    attached,
    hex_lines,
    pieces,
)
from rainbook.record import CaseFile

CHAT = (
    "24/03/2024, 18:40 - Sam Okafor: Please stop contacting me.\n"
    "24/03/2024, 23:41 - Alex Reed: You do not mean that 😊\n"
    "25/03/2024, 07:02 - Alex Reed: Good morning.\n"
)
DOT = b"\x89PNG\r\n\x1a\nnot much of a picture"
SMS = (
    "<?xml version='1.0' encoding='UTF-8'?>\n<smses count=\"2\">\n"
    '  <sms address="+447700900317" date="1711324860000" type="1" body="Where are you" />\n'
    '  <mms address="+447700900317" date="1711324870000" msg_box="1" m_type="132"><parts>'
    '<part seq="0" ct="image/png" name="dot.png" data="{}" /></parts></mms>\n</smses>\n'
)
DIARY = 'date,time,what\n24/03/2024,23:30,"Outside, again"\n25/03/2024,,A note\n'


def add(book: Book, tmp_path: Path, name: str, raw: bytes) -> CaseFile:
    path = tmp_path / "given" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)
    book.add(path)
    return book.file()


def joined(runs: tuple[Piece, ...], encoding: str = "utf-8") -> bytes:
    return b"".join(piece.raw or piece.text.encode(encoding) for piece in runs)


def check(case: CaseFile, book: Book, raw: bytes, context: int = 40) -> list[Around]:
    """Compare every row of the case with the bytes of the file it was read from."""
    found = [around(book, case, row, context) for row in range(len(case.table))]
    for one in found:
        assert joined(one.cited, one.encoding) == raw[one.start : one.end]
        assert joined(one.before, one.encoding) == raw[one.begins : one.start]
        assert joined(one.after, one.encoding) == raw[one.end : one.ends]
        assert one.size == len(raw) and one.left_out == 0
        assert one.begins >= max(0, one.start - context) and one.ends <= one.end + context
    return found


def test_a_chat_shows_each_message_between_its_neighbours(book: Book, tmp_path: Path) -> None:
    raw = CHAT.encode()
    found = check(add(book, tmp_path, "WhatsApp Chat with Alex Reed.txt", raw), book, raw)
    assert [joined(f.cited).decode() for f in found] == CHAT.splitlines(keepends=True)
    assert (found[0].before, found[0].begins) == ((), 0)
    assert (found[2].after, found[2].ends) == ((), len(raw))


@pytest.mark.parametrize("context", range(20, 40))
def test_a_letter_of_many_bytes_is_never_cut_in_two(
    book: Book, tmp_path: Path, context: int
) -> None:
    raw = CHAT.replace("morning", "😊" * 12).replace("stop", "é" * 9).encode()
    found = check(add(book, tmp_path, "WhatsApp Chat with A.txt", raw), book, raw, context)
    assert all(not piece.raw for f in found for piece in (*f.before, *f.after))


def test_bytes_that_are_no_text_stay_bytes(book: Book, tmp_path: Path) -> None:
    raw = CHAT.encode().replace(b"morning", b"mor\xff\xfening")
    found = check(add(book, tmp_path, "WhatsApp Chat with A.txt", raw), book, raw)
    assert Piece("", b"\xff\xfe") in found[2].cited
    assert Piece("", b"\xff\xfe").hex == "FF FE"


def test_a_text_of_a_phone_is_shown_as_its_element(book: Book, tmp_path: Path) -> None:
    raw = SMS.format(base64.b64encode(DOT).decode()).encode()
    found = check(add(book, tmp_path, "sms-1.xml", raw), book, raw)
    assert joined(found[0].cited).startswith(b'<sms address="+447700900317"')


def test_a_row_of_a_diary_is_shown_as_it_was_typed(book: Book, tmp_path: Path) -> None:
    raw = DIARY.encode()
    found = check(add(book, tmp_path, "diary.csv", raw), book, raw)
    assert joined(found[0].cited) == b'24/03/2024,23:30,"Outside, again"\n'


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("context", [20, 21, 22, 23])
def test_a_diary_in_two_byte_letters_is_read_as_such(
    book: Book, tmp_path: Path, mark: str, context: int
) -> None:
    raw = ("\ufeff" + DIARY.replace("note", "note 😊😊😊😊")).encode(mark)
    found = check(add(book, tmp_path, "diary.csv", raw), book, raw, context)
    assert all(not p.raw for f in found for p in (*f.before, *f.cited, *f.after))


def test_a_member_of_a_zip_is_shown_from_its_own_bytes(book: Book, tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("_chat.txt", CHAT)
    case = add(book, tmp_path, "WhatsApp Chat - Alex Reed.zip", made.getvalue())
    found = check(case, book, CHAT.encode())
    assert {f.path for f in found} == {"_chat.txt"}


def test_the_middle_of_a_very_long_record_is_left_out_and_said(
    book: Book, tmp_path: Path
) -> None:
    words = "é" * LONGEST
    raw = CHAT.replace("Good morning.", words).encode()
    case = add(book, tmp_path, "WhatsApp Chat with A.txt", raw)
    one = around(book, case, 2)
    head = joined(one.cited[: one.cited_head])
    tail = joined(one.cited[one.cited_head :])
    assert raw[one.start :].startswith(head) and raw.endswith(tail)
    assert len(head) + one.left_out + len(tail) == one.end - one.start
    assert one.left_out > 0 and len(head) <= LONGEST
    assert all(not piece.raw for piece in one.cited)


PIECES = [
    (b"", ()),
    (b"a", (Piece("a"),)),
    (b"a\xffb", (Piece("a"), Piece("", b"\xff"), Piece("b"))),
    (b"\xff\xfe\xfd", (Piece("", b"\xff\xfe\xfd"),)),
    (b"\xe2\x82", (Piece("", b"\xe2\x82"),)),
    ("€".encode(), (Piece("€"),)),
    (b"x" * 2001, (Piece("x" * 1000), Piece("x" * 1000), Piece("x"))),
]


@pytest.mark.parametrize(("raw", "wanted"), PIECES)
def test_bytes_are_taken_apart_into_text_and_what_is_none(
    raw: bytes, wanted: tuple[Piece, ...]
) -> None:
    assert pieces(raw, "utf-8") == wanted


def test_sixteen_bytes_stand_on_a_line_of_numbers() -> None:
    lines = list(hex_lines(b"0123456789abcdef\xff\n", 32))
    assert [(one.at, one.text) for one in lines] == [(32, "0123456789abcdef"), (48, "..")]
    assert lines[1].hex == "FF 0A"


def test_a_picture_in_a_text_is_given_back_byte_for_byte(book: Book, tmp_path: Path) -> None:
    raw = SMS.format(base64.b64encode(DOT).decode()).encode()
    event = add(book, tmp_path, "sms-1.xml", raw).event(1)
    assert event.attachments[0].sha256 == hashlib.sha256(DOT).hexdigest()
    assert attached(book, event, 0) == DOT
    for wrong in (1, -1):
        with pytest.raises(NotThere):
            attached(book, event, wrong)


def test_a_picture_in_a_zip_is_given_back_byte_for_byte(book: Book, tmp_path: Path) -> None:
    line = "25/03/2024, 07:03 - Alex Reed: IMG-20240325-WA0001.jpg (file attached)\n"
    missing = line.replace("0001", "0002")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("WhatsApp Chat with Alex Reed.txt", CHAT + line + missing)
        packed.writestr("IMG-20240325-WA0001.jpg", DOT)
    case = add(book, tmp_path, "WhatsApp Chat with Alex Reed.zip", made.getvalue())
    assert attached(book, case.event(3), 0) == DOT
    with pytest.raises(NotThere):
        attached(book, case.event(4), 0)

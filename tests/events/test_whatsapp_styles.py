"""Every family of header met, the half-day words, the digits of other scripts, and what is no chat.

Each export has three lines of one day at 21:25 (15 seconds in, where the family writes them).
"""

from __future__ import annotations

import pytest

from rainbook.events.sources.interface import HEAD
from rainbook.events.sources.whatsapp import SOURCE
from rainbook.record import Precision
from tests.events.made_chats import LRM, read_chat

DAY, SECOND = "2018-06-13T21:25:00", "2018-06-13T21:25:15"
FAMILIES = [
    # as the phone writes it, the instant on a London clock, whether seconds are written
    ("13/06/2018, 21:25 - ", DAY), ("13/06/18, 21:25 - ", DAY), ("6/13/18, 21:25 - ", DAY),
    ("13.06.18, 21:25 - ", DAY), ("13-06-2018, 21:25 - ", DAY), ("13.06.2018, 21:25 - ", DAY),
    ("2018/06/13, 9:25 pm - ", DAY), ("2018-06-13, 9:25 p.m. - ", DAY),
    ("06/13/2018, 09:25 p. m. - ", DAY), ("6/13/18, 9:25 PM - ", DAY),
    ("6/13/18, 9:25\u202fPM - ", DAY), ("6/13/18, 9:25\u00a0PM - ", DAY),
    ("6/13/18, 9:25\u2009PM - ", DAY), ("6/13/18, 9:25PM - ", DAY),
    ("06/13/18, 9:25:15 PM – ", SECOND), ("06/13/18, 9:25:15 PM — ", SECOND),
    ("13.6.2018 klo 21.25 - ", DAY), ("13.6.2018 klo 21.25.15 - ", SECOND),
    ("13/6/18 kl. 21.25 - ", DAY), ("13/06/2018 à 21:25 - ", DAY), ("13/06/2018 21:25 - ", DAY),
    ("[13/06/2018, 21:25:15] ", SECOND), ("[13.06.18, 21:25:15] ", SECOND),
    ("[13/06/2018, 9:25:15\u202fPM] ", SECOND), ("[06/13/18 21:25] ", DAY),
    ("[2018/06/13 9:25:15 p. m.] ", SECOND), ("[2018.06.13, 21:25:15] ", SECOND),
    ("[13.6.2018 klo 21.25.15] ", SECOND), ("[13/06/2018, 21:25:15]", SECOND),
    (f"{LRM}[13/06/2018, 21:25:15] ", SECOND),
    ("13. 6. 2018. 21:25:15 ", SECOND), ("13. 06. 2018., 21:25 - ", DAY),
    ("13/06/2018, 21:25: ", DAY), ("2018-06-13 21:25: ", DAY),
    ("2018. 6. 13. 오후 9:25, ", DAY), ("[2018. 6. 13. 오후 9:25:15] ", SECOND),
    ("2018/6/13 下午9:25 - ", DAY), ("2018/6/13 晚上9:25 - ", DAY),
    ("[2018/6/13 下午9:25:15] ", SECOND),
    ("2018/06/13 午後9:25 - ", DAY),
    ("٢٠١٨/٠٦/١٣, ٢١:٢٥ - ", DAY), ("\u200f١٣\u200f/٦\u200f/٢٠١٨, ٩:٢٥ م - ", DAY),
    ("\u200f13\u200f/6\u200f/2018, 9:25 م - ", DAY), ("[۲۰۱۸/۶/۱۳،\u200f ۲۱:۲۵:۱۵] ", SECOND),
    ("१३/०६/२०१८, ९:२५ अपराह्न - ", DAY), ("১৩/৬/২০১৮, ৯:২৫ PM - ", DAY),
    ("13/6/2018, 9:25 μ.μ. - ", DAY), ("13/6/2018, 9:25 ΜΜ - ", DAY),
    ("13.06.2018, 9:25 ПП - ", DAY), ("13/6/2018, 9:25 du. - ", DAY),
]  # fmt: skip


@pytest.mark.parametrize(("header", "instant"), FAMILIES, ids=[h for h, _ in FAMILIES])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_family(header: str, instant: str, end: str) -> None:
    text = f"{header}Alex: one{end}{header}Sam: two{end}{header}+44 7700 900123: three{end}"
    chat = read_chat(text)
    assert chat.said == [("Alex", "one"), ("Sam", "two"), ("+44 7700 900123", "three")]
    assert (chat.when, chat.codes) == ([instant] * 3, [])
    assert not any(chat.doubts)
    wanted = Precision.SECOND if instant == SECOND else Precision.MINUTE
    assert {int(t.precision[row]) for t, row in chat.rows} == {wanted}
    width = 999_999 if instant == SECOND else 59_999_999
    spans = {(e.moment.latest or 0) - (e.moment.earliest or 0) for e in chat.events}
    assert spans == {width}


@pytest.mark.parametrize(("header", "_"), FAMILIES, ids=[h for h, _ in FAMILIES])
def test_every_family_but_one_has_lines_without_a_sender(header: str, _: str) -> None:
    chat = read_chat(f"{header}Alex: one\n{header}You blocked this contact\n{header}Sam: two\n")
    if header == "13. 6. 2018. 21:25:15 ":
        # only a name tells a header of this family from "13. 6. 2018. 21:25:15 was the time"
        assert len(chat.said) == 2 and chat.doubts[0] == ["forged_header_suspect"]
    else:
        assert chat.said[1] == (None, "You blocked this contact")
        assert chat.events[1].kind == "block"


HALF_DAYS = [
    ("12:00 am", "00:00"), ("12:59 am", "00:59"), ("00:08 am", "00:08"), ("1:00 am", "01:00"),
    ("11:59 am", "11:59"), ("12:00 pm", "12:00"), ("12:59 pm", "12:59"), ("1:00 pm", "13:00"),
    ("11:59 pm", "23:59"), ("00:08 pm", "12:08"), ("12:00 AM", "00:00"), ("12:00 P.M.", "12:00"),
    ("12:00 a. m.", "00:00"), ("12:00\u202fa.\u00a0m.", "00:00"), ("13:05 pm", "13:05"),
    ("12:00 ص", "00:00"), ("12:00 م", "12:00"), ("上午12:00", "00:00"), ("下午12:00", "12:00"),
    ("凌晨12:05", "00:05"), ("中午12:05", "12:05"), ("晚上11:05", "23:05"), ("오전 12:05", "00:05"),
    ("오후 12:05", "12:05"), ("午前0:05", "00:05"), ("午後0:05", "12:05"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "clock"), HALF_DAYS)
def test_half_of_the_day(written: str, clock: str) -> None:
    assert read_chat(f"13/06/2018, {written} - Alex: x\n").when == [f"2018-06-13T{clock}:00"]


@pytest.mark.parametrize("day", ["30/02/2024", "31/04/2024", "00/00/2024", "31/31/2024"])
def test_what_is_no_day_is_no_header(day: str) -> None:
    chat = read_chat(f"{day}, 09:00 - Alex: x\n{day}, 09:01 - Sam: y\n")
    assert (chat.events, len(chat.problems)) == ([], 1)


@pytest.mark.parametrize("written", ["13:05 am", "24:00", "12:60", "9:25 xm"])
def test_what_no_clock_shows_is_no_header(written: str) -> None:
    chat = read_chat(f"13/06/2018, 09:00 - Alex: x\n13/06/2018, {written} - Alex: y\n")
    assert len(chat.events) <= 1


NO_CHATS = [
    "", "hello\n", "24/01/2024\n", "date,what\n2024-01-24,he came\n", "{}", "<smses/>",
    "BEGIN:VCARD\n24/01/2024, 09:00 - Alex: x\n", "{\n24/01/2024, 09:00 - Alex: x\n",
    "my notes\n24/01/2024, 09:00 - Alex: x\n", "24 January 2024, 09:00 - Alex: x\n",
    "24/01/2024, 09:00 Alex: x\n24/01/2024, 09:00\n",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_CHATS)
def test_what_is_no_chat(text: str) -> None:
    assert not SOURCE.claims(text.encode()[:HEAD], "WhatsApp Chat with Alex.txt")


def test_text_before_the_first_line_is_a_problem_and_the_chat_is_read() -> None:
    chat = read_chat("My chat\n\n24/01/2024, 09:00 - Alex: a\n24/01/2024, 09:01 - Sam: b\n")
    assert [(p.code, p.start, p.end) for p in chat.problems] == [("before_first_record", 0, 9)]
    assert chat.said == [("Alex", "a"), ("Sam", "b")]


def test_a_byte_order_mark_is_wrapping() -> None:
    chat = read_chat("\ufeff24/01/2024, 09:00 - Alex: a\n")
    assert [(w.start, w.end, w.what) for w in chat.wrappings] == [(0, 3, "byte order mark")]
    assert chat.said == [("Alex", "a")]


WORDS = ["", " ", "a", " a ", "a\n", "a\n\nb", "a\nb\n\n", "é", "e\u0301", "🏳️‍🌈", "\u200d", "a: b",
         "  - x", "ﬁ", "\u200fשלום", "\t"]  # fmt: skip


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_words_are_exact(words: str, end: str) -> None:
    header = "[24/01/2024, 09:00:00] " if end == "\r\n" else "24/01/2024, 09:00 - "
    chat = read_chat(f"{header}Alex: {words}{end}{header}Sam: b{end}")
    assert chat.said == [("Alex", words), ("Sam", "b")]


def test_broken_text_is_shown_as_such() -> None:
    chat = read_chat(b"24/01/2024, 09:00 - Al\xffex: a\xffb\n24/01/2024, 09:01 - Sam: c\n")
    assert chat.said == [("Al\ufffdex", "a\ufffdb"), ("Sam", "c")]
    assert chat.doubts == [["unreadable_text"], []]


ACCOUNTS = [("Alex", "name"), ("+44 7700 900123", "phone"),
            ("\u202a+44 7700 900123\u202c", "phone"),
            ("+44\u00a07700\u00a0900123", "phone"), ("+44 7700\u2011900\u2011123", "phone"),
            ("~ Kim", "name"), ("999", "name"), ("07700900123", "phone")]  # fmt: skip


@pytest.mark.parametrize(("name", "kind"), ACCOUNTS)
def test_a_sender_is_a_number_or_a_name(name: str, kind: str) -> None:
    actor = read_chat(f"24/01/2024, 09:00 - {name}: x\n").events[0].actor
    assert actor is not None and (actor.platform, actor.kind, actor.raw) == ("whatsapp", kind, name)


THREADS = [
    ("WhatsApp Chat with Alex Marsh.txt", "Alex Marsh"), ("WhatsApp Chat - Alex.zip", "Alex"),
    ("WhatsApp-Chat mit Alex.txt", "Alex"), ("Conversa do WhatsApp com Alex.txt", "Alex"),
    ("Chat de WhatsApp con Alex.txt", "Alex"), ("Discussion WhatsApp avec Alex.txt", "Alex"),
    ("WhatsApp Chat with Alex (1).txt", "Alex"), ("WHATSAPP CHAT WITH ALEX.TXT", "ALEX"),
    ("notes.txt", "notes"), ("C:\\x\\WhatsApp Chat with Alex.txt", "Alex"), (".txt", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "thread"), THREADS)
def test_the_chat_is_named_by_its_file(name: str, thread: str | None) -> None:
    assert read_chat("24/01/2024, 09:00 - Alex: x\n", name).events[0].thread == thread

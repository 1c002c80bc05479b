"""Texts of a phone: the instants, the phone's own zone, and words exact or marked."""

from __future__ import annotations

import pytest

from rainbook.events.sources._hidden import hidden
from rainbook.events.sources._phone_clock import clock_of, sent_at
from rainbook.events.sources._xml_text import read_text
from rainbook.events.sources.sms_backup import SOURCE
from rainbook.record import NO_TIME, Precision, Warn
from tests.events.made_sms import one, sms, smses
from tests.events.reading_back import read_all

CLOCKS = [
    # date, readable_date                         → milliseconds, minutes from UTC, implausible
    ("1719835200000", "", 1719835200000, None, False),
    ("1719835200123", "1 Jul 2024 13:00:00", 1719835200123, 60, False),
    ("1719835200000", "Jul 1, 2024 1:00:00 PM", 1719835200000, 60, False),
    ("1719835200000", "Jul 1, 2024 1:00:00\u202fPM", 1719835200000, 60, False),
    ("1719835200000", "Jul 1, 2024, 12:00:00 PM", 1719835200000, 0, False),
    ("1719835200000", "2024-07-01 17:45:00", 1719835200000, 345, False),
    ("1479160220000", "Mon, 14 Nov 2016 16:50:20 EST", 1479160220000, -300, False),
    ("1609632000000", "Jan 3, 2021 12:00:00 AM", 1609632000000, 0, False),
    ("1719835200000", "1 Jul 2024 13:07:00", 1719835200000, None, True),  # no zone is 67 minutes
    ("1719835200000", "3 Jul 2024 13:00:00", 1719835200000, None, True),  # nor two days
    ("1719835200000", "01/07/2024 13:00:00", 1719835200000, None, False),  # two readings: unused
    ("915148800000", "", 915148800000, None, True),  # 1999
    ("4102444800000", "", 4102444800000, None, True),  # 2100
]


@pytest.mark.parametrize(("date", "readable", "ms", "offset", "odd"), CLOCKS)
def test_clock(date: str, readable: str, ms: int, offset: int | None, odd: bool) -> None:
    found = one(sms(date=date, readable_date=readable))
    draft = found.drafts[0]
    assert (draft.earliest, draft.latest) == (ms * 1000, ms * 1000)
    assert (draft.precision, draft.zone, draft.as_written) == (Precision.MILLISECOND, "UTC", date)
    assert draft.more.get("utc_offset_minutes") == offset
    assert found.warned(0) == (["time_implausible"] if odd else [])


@pytest.mark.parametrize("date", ["bad", "", "0", "-5", "1e12", "9" * 30, "253402300800000"])
def test_a_time_that_cannot_be_read_keeps_its_record(date: str) -> None:
    found = one(sms(date=date))
    assert (found.drafts[0].earliest, found.drafts[0].words) == (NO_TIME, "hello")
    assert found.drafts[0].precision is Precision.NONE
    assert found.warned(0) == ["unreadable_time"]
    assert found.drafts[0].as_written == date


@pytest.mark.parametrize(
    ("written", "in_seconds", "micros", "odd"),
    [
        (b"1719835199000", False, 1719835199000000, False),
        (b"1719835199", True, 1719835199000000, False),
        (b"1719835199000", True, 1719835199000000, False),
        (b"0", False, NO_TIME, False),
        (b"null", True, NO_TIME, False),
        (b"1719835199", False, NO_TIME, True),  # milliseconds in 1970: no clock of a sender
    ],
)
def test_clock_of_the_sender(written: bytes, in_seconds: bool, micros: int, odd: bool) -> None:
    assert sent_at(written, in_seconds) == (micros, int(Warn.TIME_IMPLAUSIBLE) if odd else 0)


def test_a_picture_message_may_count_in_seconds() -> None:
    assert clock_of(b"1719835260", b"", True)[:3] == (
        1719835260000000, 1719835260999999, Precision.SECOND,
    )  # fmt: skip
    assert clock_of(b"1719835260000", b"", True)[:2] == (1719835260000000, 1719835260000000)


TEXTS = [
    ("a &amp;&lt;&gt;&quot;&apos; b", "a &<>\"' b", []),
    ("&amp;lt;", "&lt;", []),  # once, not twice
    ("one&#10;two&#x0A;three", "one\ntwo\nthree", []),
    ("&nbsp; &", "&nbsp; &", []),
    ("&#55357;&#56841;", "\U0001f609", ["repaired_surrogate"]),
    ("&#xD83D;&#xDE09;", "\U0001f609", ["repaired_surrogate"]),
    ("a&#55357;b", "a\ufffdb", ["repaired_surrogate", "unreadable_text"]),
    ("&#56841;&#55357;", "\ufffd\ufffd", ["repaired_surrogate", "unreadable_text"]),
    ("&#9999999;", "\ufffd", ["unreadable_text"]),
    ("a&#0;b", "a\x00b", ["hidden_characters"]),
    ("a&#8238;b", "a\u202eb", ["hidden_characters"]),
    ("a\u200bb", "a\u200bb", ["hidden_characters"]),
    ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469", []),  # one picture of two people
    ("a\u200db", "a\u200db", ["hidden_characters"]),
    ("\ud83d\ude09", "\U0001f609", ["repaired_surrogate"]),  # halves as bytes of their own
]


@pytest.mark.parametrize(("written", "words", "warned"), TEXTS)
def test_words_are_exact_or_marked(written: str, words: str, warned: list[str]) -> None:
    found = one(sms(written))
    assert (found.words, found.warned(0)) == ([words], warned)


def test_bytes_that_are_no_text_are_marked() -> None:
    assert read_text(b"caf\xe9") == ("caf\ufffd", int(Warn.UNREADABLE_TEXT))
    assert read_text(b"caf\xe9", "latin-1") == ("caf\u00e9", 0)
    head = b'<?xml version="1.0" encoding="ISO-8859-1"?>'
    found = read_all(SOURCE, head + smses(sms("caf@")).replace(b"@", b"\xe9"))
    assert (found.words, found.warned(0)) == (["caf\u00e9"], [])


def test_an_unknown_encoding_is_said_and_nothing_lost() -> None:
    found = read_all(SOURCE, b'<?xml version="1.0" encoding="KOI8-R"?>' + smses(sms()))
    assert (found.words, found.codes) == (["hello"], ["encoding_unknown"])


def test_flags_of_three_countries_hide_nothing() -> None:
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    assert hidden(flag) == 0
    assert hidden("a\U000e0067") == int(Warn.HIDDEN_CHARACTERS)

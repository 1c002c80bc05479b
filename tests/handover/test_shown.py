"""How text and times are shown, and how cells are kept from running.

The one thing a reader would get wrong: marks are for paper; a CSV keeps every character it can
hold.
"""

from __future__ import annotations

import csv
import importlib.util
import unicodedata
from pathlib import Path

import pytest

from rainbook.handover.paper.csv_file import ADDED, exact, guarded, write_table
from rainbook.handover.paper.plain_words import (
    DOUBTS,
    account_said,
    call_words,
    channel_name,
    without_folders,
)
from rainbook.handover.paper.visible import (
    FONTS,
    breakable,
    can_show,
    lines_of,
    right_to_left,
    visible,
)
from rainbook.handover.times import recorded, shown, stamp
from rainbook.moment import instant
from rainbook.record import Moment, Precision, Warn

VISIBLE = [  # as written, as shown
    ("hello", "hello"),
    ("a\u202eb", "a⟦U+202E⟧b"),
    ("a\u200bb", "a⟦U+200B⟧b"),
    ("\u200eimage omitted", "⟦U+200E⟧image omitted"),
    ("a\x00b", "a⟦U+0000⟧b"),
    ("a\rb", "a⟦U+000D⟧b"),
    ("a\r\nb", "a\nb"),
    ("a\u2028b", "a⟦U+2028⟧b"),
    ("soft\u00adhyphen", "soft⟦U+00AD⟧hyphen"),
    ("\ud83d", "⟦U+D83D⟧"),
    ("漢", "⟦U+6F22⟧"),
    ("\ue000", "⟦U+E000⟧"),
    ("👩‍👧", "👩‍👧"),
    ("a\u200db", "a⟦U+200D⟧b"),
    ("❤\ufe0f", "❤\ufe0f"),
    ("1\ufe0f", "1\ufe0f"),
    ("a\ufe0f", "a⟦U+FE0F⟧"),
    ("e\u0301", "e\u0301"),
    ("\u0301", "⟦U+0301⟧"),
    ("Łódź ‘quoted’ – £5", "Łódź ‘quoted’ – £5"),
    ("שלום مرحبا नमस्ते", "שלום مرحبا नमस्ते"),
]


@pytest.mark.parametrize(("written", "wanted"), VISIBLE)
def test_visible(written: str, wanted: str) -> None:
    assert visible(written) == wanted


def test_the_last_resort_is_ascii_only() -> None:
    assert visible("é\n~", plain_only=True) == "⟦U+00E9⟧\n~"


def test_every_control_and_format_character_is_marked() -> None:
    for code in range(0x20000):
        char = chr(code)
        if unicodedata.category(char) in ("Cc", "Cf", "Cs") and char not in "\n\t":
            assert char not in visible(f"a{char}b"), hex(code)


def test_coverage_is_what_the_fonts_say() -> None:
    spec = importlib.util.spec_from_file_location(
        "make_coverage", Path(__file__).with_name("make_coverage.py")
    )
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    pytest.importorskip("fontTools", reason="fontTools is not installed")
    spec.loader.exec_module(module)
    assert (FONTS / "coverage.txt").read_text(encoding="ascii").split() == module.ranges()


def test_fonts_are_small_licensed_and_cover_the_marks_themselves() -> None:
    assert sum(p.stat().st_size for p in FONTS.glob("*.ttf")) < 8_000_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "LICENCE.txt").read_text(
        encoding="utf-8"
    )
    assert all(can_show(c) for c in "⟦⟧+†–“”…’0123456789ABCDEFU")


def test_long_words_may_break_and_lose_nothing() -> None:
    word = "x" * 1000
    broken = breakable(word)
    assert broken.replace("\u200b", "") == word
    assert max(len(part) for part in broken.split("\u200b")) <= 35
    assert breakable("an ordinary sentence") == "an ordinary sentence"


def test_a_very_long_message_is_cut_and_says_so() -> None:
    said = lines_of("y " * 15_000)
    assert said[-1]["text"] == "[10,000 more characters: see chronology.csv]"


@pytest.mark.parametrize(
    ("text", "rtl"), [("שלום x", True), ("x שלום", False), ("123 مرحبا", True), ("", False)]
)
def test_direction(text: str, rtl: bool) -> None:
    assert right_to_left(text) is rtl


CELLS = [  # as it is, as it is written
    ("=1+1", "'=1+1"),
    ("+44 7700 900123", "'+44 7700 900123"),
    ("-1", "'-1"),
    ("@x", "'@x"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    ("  =1", "'  =1"),
    ("＝1", "'＝1"),
    ("\n=1", "'\n=1"),
    ("\tx", "'\tx"),
    ("|cmd", "'|cmd"),
    ("'=1", "'=1"),
    ("hello", "hello"),
    ("", ""),
    ("a=1", "a=1"),
    ("“=1”", "“=1”"),
]


@pytest.mark.parametrize(("cell", "written"), CELLS)
def test_cells_that_could_run(cell: str, written: str) -> None:
    assert guarded(cell) == (written, written != cell)


def test_a_table_is_exact_again_by_its_last_column(tmp_path: Path) -> None:
    words = [c for c, _ in CELLS] + ['say "hi", then\r\nleave', "a\u202eb", "\x00", "x\ud83dy"]
    write_table(tmp_path / "t.csv", ("n", "words"), ([str(n), w] for n, w in enumerate(words)))
    raw = (tmp_path / "t.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfn,words,apostrophe_added_in\r\n")
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [exact(r["words"], "words", r[ADDED]) for r in rows[:-1]] == words[:-1]
    assert (rows[-1]["words"], rows[-1][ADDED]) == ("x⟦U+D83D⟧y", "words:half-character")


def moment(low: str, high: str = "", readings: tuple[tuple[str, str], ...] = ()) -> Moment:
    pairs = tuple((instant(a), instant(b)) for a, b in readings)
    return Moment(instant(low), instant(high or low), "", "Europe/London", readings=pairs)


TIMES = [  # the moment, how finely written, as shown in London
    (moment("2024-06-01T09:30:05Z"), Precision.SECOND, "Sat 1 Jun 2024, 10:30:05 +01:00"),
    (moment("2024-01-01T09:30:05Z"), Precision.MINUTE, "Mon 1 Jan 2024, 09:30 +00:00"),
    (
        moment("2024-01-01T09:30:00Z", "2024-01-01T09:30:59.999Z"),
        Precision.MINUTE,
        "Mon 1 Jan 2024, 09:30 +00:00",
    ),
    (
        moment("2024-05-31T23:00:00Z", "2024-06-01T22:59:59Z"),
        Precision.DAY,
        "Sat 1 Jun 2024, time of day not in the record",
    ),
    (
        moment("2024-10-27T00:30:00Z", "2024-10-27T01:30:00Z"),
        Precision.MINUTE,
        "between Sun 27 Oct 2024, 01:30 +01:00 and Sun 27 Oct 2024, 01:30 +00:00",
    ),
    (
        moment(
            "2024-03-04T10:00:00Z",
            "2024-04-03T09:00:00Z",
            (
                ("2024-03-04T10:00:00Z", "2024-03-04T10:00:00Z"),
                ("2024-04-03T09:00:00Z", "2024-04-03T09:00:00Z"),
            ),
        ),
        Precision.MINUTE,
        "Mon 4 Mar 2024, 10:00 +00:00 or Wed 3 Apr 2024, 10:00 +01:00",
    ),
    (moment("2024-03-01T00:00:00Z", "2024-03-31T22:59:59Z"), Precision.MONTH, "Mar 2024"),
    (moment("2024-01-01T00:00:00Z", "2024-12-31T23:59:59Z"), Precision.YEAR, "2024"),
    (Moment(None, None, "??", "UTC"), Precision.NONE, "time not readable"),
]


@pytest.mark.parametrize(("when", "precision", "wanted"), TIMES, ids=[t[2] for t in TIMES])
def test_times(when: Moment, precision: Precision, wanted: str) -> None:
    assert shown(when, precision, "Europe/London").text == wanted


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2024-06-01", "Sat 1 Jun 2024"),
        ("2024-06-01T09:00:00Z", "Sat 1 Jun 2024, 10:00 +01:00"),
        ("2024-06-01T09:00", "Sat 1 Jun 2024, 09:00"),
        ("last summer", "last summer"),
        ("", ""),
    ],
)
def test_recorded_days(written: str, wanted: str) -> None:
    assert recorded(written, "Europe/London") == wanted


def test_the_date_of_a_bundle_is_the_case_s() -> None:
    assert stamp("2024-06-02").isoformat() == "2024-06-02T00:00:00+00:00"
    assert stamp("2024-06-02T10:00:00+01:00").isoformat() == "2024-06-02T09:00:00+00:00"


def test_every_doubt_has_a_sentence() -> None:
    assert set(Warn(sum(Warn)).names()) == set(DOUBTS)
    assert all(s.endswith(".") for s in DOUBTS.values())


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("/home/asha/x/a.txt", "a.txt"),
        (r"C:\Users\Asha\a.txt", "a.txt"),
        (r"\\nas\share\a.txt", "a.txt"),
        ("exported to ~/Downloads/a.txt by me", "exported to a.txt by me"),
        ("a.txt", "a.txt"),
        ("and then", "and then"),
    ],
)
def test_folders_are_not_shown(written: str, wanted: str) -> None:
    assert without_folders(written) == wanted


@pytest.mark.parametrize(
    ("outcome", "seconds", "wanted"),
    [
        ("not_a_call", None, ""),
        ("missed", None, "missed"),
        ("answered", 125, "answered, 2 min 5 s"),
        ("answered", 9, "answered, 9 s"),
        ("something_new", -1, "something new"),
    ],
)
def test_calls(outcome: str, seconds: int | None, wanted: str) -> None:
    assert call_words(outcome, seconds) == wanted


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("whatsapp", "WhatsApp"),
        ("whatsapp_chat", "WhatsApp"),
        ("sms", "Text message"),
        ("new-thing", "New-thing"),
    ],
)
def test_services(code: str, wanted: str) -> None:
    assert channel_name(code) == wanted


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("whatsapp:name:Sam", "Sam (WhatsApp)"),
        ("phone:+447700900123", "+447700900123 (Phone)"),
        ("his mobile", "his mobile"),
    ],
)
def test_account_keys(key: str, wanted: str) -> None:
    assert account_said(key) == wanted

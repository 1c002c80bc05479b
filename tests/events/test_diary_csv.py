"""The diary: headings in any order, two times apart, and rows that are not quite a table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rainbook.events.sources.diary_csv import SOURCE
from rainbook.events.sources.interface import Asked
from rainbook.record import NO_TIME, Account, Kind, Precision, Way, ZoneFrom
from tests.events.reading_back import Found, as_lines, claimed, read_all, specimens

HEAD = "Date,What happened\n"
DAY = 86_400_000_000


def diary(*rows: str, head: str = HEAD, asked: Asked | None = None) -> Found:
    return read_all(SOURCE, (head + "".join(r + "\n" for r in rows)).encode(), asked)


@pytest.mark.parametrize("path", specimens("diary_csv"), ids=lambda p: p.name)
def test_specimen(path: Path, accept: Callable[[Path, str], None]) -> None:
    data = path.read_bytes()
    assert claimed(SOURCE, data, path.name)
    found = read_all(SOURCE, data)
    accept(path.with_name(path.name + ".expected.jsonl"), as_lines(found, data))


HEADINGS = [
    ("Date,What happened", "2024-06-01,x"),
    ("What happened,Date", "x,2024-06-01"),
    ("DATE,Description", "2024-06-01,x"),
    ("Date of incident;Incident", "2024-06-01;x"),
    ("When\tDetails", "2024-06-01\tx"),
    ('"Day","Entry"', '"2024-06-01","x"'),
    ("date|notes", "2024-06-01|x"),
    (" Date (day/month/year) , What happened? ", "2024-06-01,x"),
    ("sep=;\nDate;Notes", "2024-06-01;x"),
    ("Notes,Day,Date,Details", ",,2024-06-01,x"),
    ("\nDate,What happened", "2024-06-01,x"),
]


@pytest.mark.parametrize(("head", "row"), HEADINGS)
def test_headings(head: str, row: str) -> None:
    found = diary(row, head=head + "\n")
    assert claimed(SOURCE, head.encode())
    assert (found.words, found.codes) == (["x"], [])
    assert found.drafts[0].as_written == "2024-06-01"
    # 2024-05-31 23:00 UTC: midnight in London in June
    assert found.drafts[0].earliest == 1717196400000000
    assert found.drafts[0].latest == 1717196400000000 + DAY - 1


KEPT = [
    ("Where", "place"), ("Location", "place"), ("Witnesses", "witnesses"),
    ("Who saw it", "witnesses"),
    ("How it made me feel", "impact"), ("Effect on me", "impact"), ("Evidence", "evidence"),
    ("Reported to", "reported"), ("Police reference", "reported"), ("Weather", "Weather"),
    ("", "no heading"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "key"), KEPT)
def test_other_columns_are_kept(heading: str, key: str) -> None:
    found = diary("2024-06-01,x,  as it is ", head=f"Date,What happened,{heading}\n")
    assert found.drafts[0].more == {key: "  as it is "}


def test_headings_that_come_twice_lose_nothing() -> None:
    found = diary("2024-06-01,x,a,b,c,d", head="Date,What happened,Where,where,Other,Other\n")
    assert sorted(found.drafts[0].more.values()) == ["a", "b", "c", "d"]


def test_a_row_is_an_observation() -> None:
    found = diary('2024-06-01,"he said ""open"",\nand left ",Alex', head="Date,What happened,Who\n")
    draft = found.drafts[0]
    assert (draft.kind, draft.way, draft.thread) == (Kind.DIARY, Way.OBSERVED, None)
    assert draft.actor == Account("diary", "name", "Alex")
    assert draft.words == 'he said "open",\nand left '
    assert diary("2024-06-01,x, ", head="Date,What happened,Who\n").drafts[0].actor is None


def test_when_it_happened_and_when_it_was_written_stay_apart() -> None:
    head = "Date,Time,What happened,Written on\n"
    draft = diary("1 June 2024,9pm,x,2 June 2024 08:00", head=head).drafts[0]
    # 21:00 and 08:00 in London are 20:00 and 07:00 UTC
    assert (draft.earliest, draft.latest) == (1717272000000000, 1717272059999999)
    assert (draft.sent, draft.more["written"]) == (1717311600000000, "2 June 2024 08:00")
    assert (draft.as_written, draft.precision) == ("1 June 2024 9pm", Precision.MINUTE)
    unclear = diary("1 June 2024,,x,03/04/2024", head=head).drafts[0]
    assert (unclear.sent, unclear.more["written"]) == (NO_TIME, "03/04/2024")


ORDERS = [
    # days in file order              said            first row: month read, readings, warned
    (["03/04/2024"], "", 0, ["ambiguous_date_order", "tz_assumed"]),
    (["03/04/2024"], "day first", 4, ["tz_assumed"]),
    (["03/04/2024"], "month first", 3, ["tz_assumed"]),
    (["03/04/2024", "13/04/2024"], "", 4, ["tz_assumed"]),
    (["03/04/2024", "04/13/2024"], "", 3, ["tz_assumed"]),
    (["03/04/2024", "13/04/2024", "04/14/2024"], "", 0, ["ambiguous_date_order", "tz_assumed"]),
]


@pytest.mark.parametrize(("days", "said", "month", "warned"), ORDERS)
def test_order_of_day_and_month(days: list[str], said: str, month: int, warned: list[str]) -> None:
    found = diary(*(f"{d},x" for d in days), asked=Asked(date_order=said))
    midnights = {4: 1712098800000000, 3: 1709510400000000}  # 3 April and 4 March 2024 in London
    first = found.drafts[0]
    assert found.warned(0) == warned
    if month:
        assert (first.earliest, first.readings) == (midnights[month], ())
    else:
        assert [r[0] for r in first.readings] == [midnights[3], midnights[4]]
        assert (first.earliest, first.latest) == (midnights[3], midnights[4] + DAY - 1)


def test_a_day_that_contradicts_the_others_is_doubted_not_lost() -> None:
    found = diary(*(f"{n}/04/2024,x" for n in range(13, 20)), "04/14/2024,odd")
    assert found.warned(7) == ["ambiguous_date_order", "tz_assumed"]
    assert found.drafts[7].earliest == 1713049200000000  # 14 April 2024 in London


def test_zone() -> None:
    draft = diary("2024-06-01,x", asked=Asked(zone="America/New_York", zone_said=True)).drafts[0]
    assert (draft.earliest, draft.zone) == (1717214400000000, "America/New_York")  # 04:00 UTC
    assert (draft.zone_from, draft.warnings, draft.assumed) == (ZoneFrom.USER, 0, ())


@pytest.mark.parametrize("day", ["", "3 May", "Tuesday", "soon", "30 Feb 2024"])
def test_a_day_without_a_year_has_no_time(day: str) -> None:
    found = diary(f"{day},x")
    assert (found.drafts[0].earliest, found.drafts[0].words) == (NO_TIME, "x")
    assert (found.warned(0), found.drafts[0].as_written) == (["unreadable_time"], day)


ODD_ROWS = [
    ("2024-06-01,x,one too many", ["x"], ["row_length"]),
    ("2024-06-01", [None], ["row_length"]),
    ('2024-06-01,"never closed', ['"never closed'], ["quote_not_closed"]),
    ('2024-06-01,"he said "open" to me"', ['"he said "open" to me"'], ["quote_not_closed"]),
    (",", [], []), ("", [], []), (" ,  ", [], []),
    ("2024-06-01,=HYPERLINK(A1)", ["=HYPERLINK(A1)"], []),
    ("2024-06-01,+44 7700 900101", ["+44 7700 900101"], []),
    ("2024-06-01,one\u2028two\x0bthree\x85four", ["one\u2028two\x0bthree\x85four"], []),
    ("2024-06-01, spaces stay ", [" spaces stay "], []),
]  # fmt: skip


@pytest.mark.parametrize(("row", "words", "codes"), ODD_ROWS)
def test_odd_rows(row: str, words: list[str | None], codes: list[str]) -> None:
    found = diary(row, "2024-06-02,after")
    assert (found.words, found.codes) == ([*words, "after"], codes)
    assert all(p.start is None and "Line 2 " in p.sentence for p in found.problems)


def test_hidden_characters_are_marked() -> None:
    assert diary("2024-06-01,turned\u202eround").warned(0) == ["tz_assumed", "hidden_characters"]


def test_a_line_before_the_headings_is_said() -> None:
    found = diary("2024-06-01,x", head="My diary\nDate,What happened\n")
    assert (found.words, found.codes) == (["x"], ["line_before_heading"])


ENCODINGS = [
    (b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
]  # fmt: skip


@pytest.mark.parametrize(("mark", "encoding"), ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(mark: bytes, encoding: str, end: str) -> None:
    text = end.join(
        ["Date,What happened", "2024-06-01,caf\u00e9 \U0001f339", "", "2024-06-02,y", ""]
    )
    found = read_all(SOURCE, mark + text.encode(encoding))
    assert (found.words, found.codes) == (["caf\u00e9 \U0001f339", "y"], [])
    assert [s.decode(encoding) for s in found.spans][1] == f"2024-06-02,y{end}"


def test_an_old_encoding_is_asked_for_and_never_guessed() -> None:
    data = (HEAD + "2024-06-01,caf\u00e9\n").encode("cp1252")
    found = read_all(SOURCE, data)
    assert (found.words, found.codes) == ([], ["encoding_unknown"])
    assert "'Date,What happened'" in found.problems[0].sentence
    assert "'2024-06-01,caf\u00e9'" in found.problems[0].sentence
    assert "cp1252" in found.problems[0].sentence
    assert read_all(SOURCE, data, Asked(encoding="cp1252")).words == ["caf\u00e9"]


CLAIMS = [
    ("Date,What happened\n", "notes.txt", True),
    ("a,b\n2024-06-01,x\n2024-06-02,y\n", "x.csv", True),
    ("a,b\n2024-06-01,x\n2024-06-02,y\n", "x.txt", False),
    ("12/03/2024, 21:05 - Alex: hi\n12/03/2024, 21:06 - Sam: ho\n", "chat.txt", False),
    ("[12/03/2024, 21:05:00] Alex: hi\n", "_chat.txt", False),
    ("name,number\nAlex,07700 900101\n", "x.csv", False),
    ("<smses>", "x.csv", False),
    ("Date\n2024-06-01\n", "x.csv", False),
    ("", "x.csv", False),
    ("\x00\x01Date,What happened", "x.csv", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mine"), CLAIMS)
def test_claims(text: str, name: str, mine: bool) -> None:
    assert claimed(SOURCE, text.encode(), name) is mine


def test_a_table_without_headings_asks_for_them() -> None:
    found = read_all(SOURCE, b"2024-06-01,x\n2024-06-02,y\n")
    assert (found.words, found.codes) == ([], ["headings_unknown"])
    assert "Which column is the date?" in found.problems[0].sentence


@given(st.text(alphabet=',"\n\r x2024-06-01;\u2028', max_size=60))
def test_whatever_the_rows_every_byte_is_accounted_for(text: str) -> None:
    read_all(SOURCE, (HEAD + text).encode())

"""The chronology as a table: every line of the thread, in order, exact.

The one thing a reader would get wrong: Mum's message stands in the same file as Sam's and must not
be here.
"""

from __future__ import annotations

import csv

from rainbook.handover.bundle import hand_over
from rainbook.handover.paper.csv_file import ADDED, exact
from rainbook.record import Warn, Way
from tests.handover.agreeing import agree

CSV = "messages/chronology.csv"
# line, time, way, who, words, counted, exhibit, bytes; made by hand from story_files
LINES = [
    (
        "1",
        "Sun 3 Mar 2024, 14:05:00 +00:00",
        "received",
        "Sam Marsh",
        "Where are you?",
        "yes",
        "AB/1",
        "0",
        "16",
    ),
    (
        "2",
        "Sun 3 Mar 2024, 14:06:00 +00:00",
        "sent",
        "Asha Khan",
        "Please stop.",
        "yes",
        "AB/1",
        "17",
        "31",
    ),
    (
        "3",
        "Sun 3 Mar 2024, 14:30:00 +00:00",
        "received",
        "Sam Marsh",
        '=HYPERLINK("x")',
        "yes",
        "AB/1",
        "32",
        "49",
    ),
    (
        "4",
        "Mon 4 Mar 2024, 08:00:00 +00:00 or Wed 3 Apr 2024, 08:00:00 +01:00",
        "received",
        "Sam Marsh",
        "evil\u202etxt",
        "yes",
        "AB/1",
        "50",
        "62",
    ),
    (
        "5",
        "Tue 5 Mar 2024, 09:00:00 +00:00",
        "received",
        "Sam Marsh",
        "See you",
        "no",
        "AB/1",
        "63",
        "72",
    ),
    (
        "6",
        "Wed 6 Mar 2024, 08:00:00 +00:00",
        "received",
        "Sam Marsh",
        "I know where you work",
        "yes",
        "AB/2",
        "12",
        "35",
    ),
    (
        "7",
        "Thu 7 Mar 2024, 08:00:00 +00:00",
        "received",
        "Sam Marsh (a guess)",
        "who",
        "no",
        "AB/2",
        "36",
        "41",
    ),
    (
        "8",
        "Fri 8 Mar 2024, 08:00:00 +00:00",
        "received",
        "Sam Marsh",
        "look",
        "yes",
        "AB/3",
        "0",
        "6",
    ),
    ("9", "time not readable", "received", "Sam Marsh", "no time", "yes", "AB/1", "73", "82"),
]
COLUMNS = ("line", "time", "way", "who", "words", "counted", "exhibit", "byte_start", "byte_end")


def test_every_line_of_the_thread_in_order_and_nobody_elses(handed) -> None:
    rows = handed.table(CSV)
    found = [tuple(exact(row[c], c, row[ADDED]) for c in COLUMNS) for row in rows]
    assert found == LINES


def test_both_readings_of_a_date_are_given_as_instants(handed) -> None:
    row = handed.table(CSV)[3]
    assert (row["earliest"], row["second_reading"]) == (
        "2024-03-04T08:00:00+00:00",
        "2024-04-03T08:00:00+01:00/2024-04-03T08:00:00+01:00",
    )


def test_why_a_line_is_not_counted_stands_beside_it(handed) -> None:
    rows = handed.table(CSV)
    assert [r["why_not_counted"] for r in rows if r["counted"] == "no"] == [
        "set aside",
        "whose account it is was guessed",
    ]


def test_doubts_are_whole_sentences(handed) -> None:
    assert handed.table(CSV)[3]["warnings"] == (
        "The day and the month can be read in two ways; both are shown. "
        "The record names no time zone; one was assumed."
    )


def test_a_file_sent_with_a_message_is_named_with_its_exhibit(handed) -> None:
    assert handed.table(CSV)[7]["attachments"] == "IMG.jpg (AB/3/1); gone.mp4; mum.vcf"


def test_a_formula_is_only_text(handed) -> None:
    row = handed.table(CSV)[2]
    assert (row["words"], row[ADDED]) == ('\'=HYPERLINK("x")', "account;words")


def test_a_message_that_may_be_forged_is_not_plainly_hers(kit, to_sam, tmp_path) -> None:
    forged = kit.Rec(
        words="I love you",
        who="asha",
        way=Way.SENT,
        warnings=Warn.FORGED_HEADER_SUSPECT | Warn.MAY_BELONG_TO_MESSAGE_BEFORE,
        counted=False,
        why_not="its heading may have been typed inside another message",
    )
    made = kit.build([kit.File("a.txt", [kit.Rec(), forged])])
    hand_over(made.case, to_sam, made.read, tmp_path / "b", agree)
    with (tmp_path / "b" / CSV).open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(r["who"], r["counted"]) for r in rows] == [
        ("Sam Marsh", "yes"),
        ("Asha Khan (in doubt)", "no"),
    ]


def test_a_message_with_a_line_like_a_heading_in_it_is_plainly_its_senders(
    kit, to_sam, tmp_path
) -> None:
    holds = kit.Rec(words="see: 1/2/24, 10:00 - Asha: hi", warnings=Warn.FORGED_HEADER_SUSPECT)
    made = kit.build([kit.File("a.txt", [holds])])
    hand_over(made.case, to_sam, made.read, tmp_path / "b", agree)
    assert [r["who"] for r in lines_of(tmp_path)] == ["Sam Marsh"]


def test_a_doubtful_heading_stands_where_it_was_found_whatever_time_it_claims(
    kit, to_sam, tmp_path
) -> None:
    doubt = Warn.FORGED_HEADER_SUSPECT | Warn.MAY_BELONG_TO_MESSAGE_BEFORE
    first, last = kit.Rec(words="a"), kit.Rec(words="c", at="2024-03-03T15:05:00+00:00")
    claimed = kit.Rec(words="b", at="2024-01-01T09:00:00+00:00", warnings=doubt, counted=False)
    made = kit.build([kit.File("a.txt", [first, claimed, last])])
    hand_over(made.case, to_sam, made.read, tmp_path / "b", agree)
    assert [r["words"] for r in lines_of(tmp_path)] == ["a", "b", "c"]


def lines_of(folder):
    with (folder / "b" / CSV).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))

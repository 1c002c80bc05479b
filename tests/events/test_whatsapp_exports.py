"""Exports of other projects' tests: exact counts, and every time right or said to be in doubt.

The truth below was read from each file by eye and from the counts its own project states.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from rainbook.moment import iso
from tests.events.made_chats import SUSPECT, Chat, read_chat
from tests.events.reading_back import export

STATS = "MasterScrat__Chatistics/tests/test_data/whatsapp/"
MINER = "joweich__chat-miner/test/whatsapp/"
STK = "lucasrodes__whatstk/chats/whatsapp/"
MLOMB = "mlomb__chat-analytics/tests/samples/whatsapp/"
READER = "rodrigogs__whats-reader/examples/"
ANDROID = READER + "chats/android-private-chat/WhatsApp Chat with Alice.txt"
IPHONE = READER + "chats/ios-group-chat/_chat.txt"

TEN = ["12-10 14:30", "12-10 14:31", "12-10 14:32", "12-10 14:33", "12-10 14:35", "12-10 14:36"]
MINERS = ["2019-01-01 11:25", "2019-01-20 11:23", "2019-01-30 20:49", "2020-06-10 15:55",
          "2020-06-20 00:08", "2020-06-30 09:10", "2021-12-10 10:10", "2021-12-20 12:10",
          "2021-12-30 22:01"]  # fmt: skip
COUNTS = [
    # file, records, the times of all of them or None
    (STK + "pokemon.txt", 20, None),
    (STK + "lorem-merge-part1.txt", 300, None),
    (STK + "lorem-merge-part2.txt", 300, None),
    (MINER + "test_ddmmyy_24hrs.txt", 9, MINERS),
    (MINER + "test_mmddyyyy_12hrs.txt", 9, MINERS),
    (MINER + "test_[mmddyy]_24hrs.txt", 9, MINERS),
    (STATS + "_chat 2.txt", 4, ["2019-09-17 16:37:47", "2019-09-17 16:38:06",
                               "2019-09-17 16:38:59", "2019-09-17 16:39:52"]),
    (STATS + "_chat 4.txt", 3, ["2019-09-17 08:30:52", "2019-09-17 16:30:10",
                               "2019-09-18 16:50:32"]),
    (MLOMB + "2A_5M.txt", 5, [f"2021-01-01 12:0{n}" for n in (0, 1, 2, 3, 2)]),
    (ANDROID, 45, None),
    (IPHONE, 39, None),
    (READER + "parser-tests/asian-ampm-format-test.txt", 5,
     [f"2024-12-01 22:0{n}" for n in (4, 5, 6, 7, 8)]),
    (READER + "parser-tests/dash-format-test.txt", 5, [f"2024-{t}" for t in TEN[:4] + TEN[5:]]),
    (READER + "parser-tests/european-ampm-format-test.txt", 4,
     ["2018-06-23 13:55", "2018-06-23 13:56", "2018-06-23 13:57", "2018-06-23 01:58"]),
    (READER + "parser-tests/french-format-test.txt", 6, [f"2024-{t}" for t in TEN]),
    (READER + "parser-tests/spanish-format-test.txt", 6, [f"2024-{t}" for t in TEN]),
]  # fmt: skip


def read(path: str) -> Chat:
    return read_chat(export(path), path.rpartition("/")[2])


def holds(chat: Chat, row: int, written: str) -> bool:
    """Return whether a record's interval holds an instant of a London clock."""
    moment = chat.events[row].moment
    first, last = (iso(m or 0, moment.zone)[:19] for m in (moment.earliest, moment.latest))
    return first <= datetime.fromisoformat(written).isoformat() <= last


@pytest.mark.parametrize(("path", "records", "times"), COUNTS, ids=lambda v: str(v)[-24:])
def test_counts_are_exact_and_no_time_is_silently_wrong(
    path: str, records: int, times: list[str] | None
) -> None:
    chat = read(path)
    assert (len(chat.events), chat.codes) == (records, [])
    for row, written in enumerate(times or []):
        assert holds(chat, row, written), (row, written)
        sure = "ambiguous_date_order" not in chat.events[row].warnings
        if sure:
            assert chat.when[row] == datetime.fromisoformat(written).isoformat()


def test_one_chat_in_three_styles_is_the_same_instants_and_words() -> None:
    one, two, three = (read(path) for path, _, times in COUNTS if times is MINERS)
    assert one.when == two.when == three.when
    assert one.said == two.said == three.said


@pytest.mark.parametrize("path", [ANDROID, IPHONE, READER + "parser-tests/dash-format-test.txt"])
def test_a_file_that_can_be_read_both_ways_keeps_both(path: str) -> None:
    chat = read(path)
    both = [e for e in chat.events if "ambiguous_date_order" in e.warnings]
    assert both and all(len(e.moment.readings) == 2 for e in both)
    same = [e for e in chat.events if "ambiguous_date_order" not in e.warnings]
    assert all(e.moment.readings == () for e in same)


def test_lines_without_a_sender_are_kept() -> None:
    chat = read(ANDROID)
    kinds = {e.kind for e in chat.events if e.actor is None}
    assert kinds == {"system_note", "security_code_changed"}
    group = read(IPHONE)
    changes = [e.words for e in group.events if e.kind == "group_change"]
    assert [w and w.split(" ", 1)[1] for w in changes] == [
        'created group "Family Group"', "added you", "added Mom, Dad, Jake",
        "changed this group's icon", 'changed the subject to "Smith Family ❤️"',
    ]  # fmt: skip


def test_a_header_of_another_style_is_part_of_the_message_it_stands_in() -> None:
    chat = read(STATS + "_chat 2.txt")
    assert chat.events[0].words == (
        "This is a message from Peter Doe\n"
        "[1.9.19, 00:00:00] Peter Doe: this is the second line of the first message"
    )
    assert chat.doubts == [["forged_header_suspect"], [], [], []]


def test_a_line_out_of_order_is_doubted() -> None:
    assert read(MLOMB + "2A_5M.txt").doubts == [[], [], [], [], ["clock_backward", *SUSPECT]]

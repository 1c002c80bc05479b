"""One record in two exports is one record; two equal records in one export are two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rainbook.events.copies import Copies, find_copies
from rainbook.record import Account, Kind, State, Warn, join
from tests.signs.build import ALEX_PHONE, KIM, SAM, File, Row, call, say

NINE, TEN = "2024-03-03 09:00:00", "2024-03-03 10:00:05"


def of(*files: list[Row], names: str = "abcd") -> Copies:
    given = [File(rows, name) for rows, name in zip(files, names, strict=False)]
    words = [row.words for file in given for row in file.rows]
    return find_copies(join([f.table() for f in given]), lambda row: words[row])


MERGED = {
    "nothing twice": ([[say(TEN)], [say("2024-03-03 10:05:00")]], [-1, -1]),
    "the same in two exports": ([[say(TEN)], [say(TEN)]], [-1, 0]),
    "in three": ([[say(TEN)], [say(TEN)], [say(TEN)]], [-1, 0, 0]),
    "seconds here, minutes there: the finer time is kept": (
        [[say("2024-03-03 10:00")], [say("2024-03-03 10:00:59")]],
        [1, -1],
    ),
    "seconds here, the next minute there": (
        [[say("2024-03-03 10:01")], [say("2024-03-03 10:00:59")]],
        [-1, -1],
    ),
    "two seconds apart in two exports to the second": (
        [[say(TEN)], [say("2024-03-03 10:00:07")]],
        [-1, -1],
    ),
    "equal words twice in one export": ([[say(TEN), say(TEN)]], [-1, -1]),
    "twice in one, once in the other: two": ([[say(TEN), say(TEN)], [say(TEN)]], [-1, -1, 0]),
    "once, then twice: two": ([[say(TEN)], [say(TEN), say(TEN)]], [-1, 0, -1]),
    "twice in both: two": ([[say(TEN), say(TEN)], [say(TEN), say(TEN)]], [-1, -1, 0, 1]),
    "other words": ([[say(TEN)], [say(TEN, words="bye")]], [-1, -1]),
    "one word composed otherwise, and a direction mark": (
        [[say(TEN, words="caf\u00e9")], [say(TEN, words="\u200ecafe\u0301")]],
        [-1, 0],
    ),
    "a capital letter is another word": ([[say(TEN)], [say(TEN, words="Hello")]], [-1, -1]),
    "another sender": ([[say(TEN)], [say(TEN, SAM)]], [-1, -1]),
    "another chat": ([[say(TEN)], [say(TEN, thread="Bo")]], [-1, -1]),
    "another name for the chat, and the same two write in it": (
        [[say(TEN), say(NINE, SAM)], [say(TEN, thread="x"), say(NINE, SAM, thread="x")]],
        [-1, -1, 0, 1],
    ),
    "another name, the app's own line in one of them": (
        [
            [Row(NINE, None, kind=Kind.SYSTEM_NOTE), say(TEN), say(NINE, SAM)],
            [say(TEN, thread="x"), say(NINE, SAM, thread="x")],
        ],
        [-1, -1, -1, 1, 2],
    ),
    "another name, and somebody else writes there too: another chat": (
        [
            [say(TEN), say(NINE, SAM)],
            [say(TEN, thread="x"), say(NINE, SAM, thread="x"), say(NINE, KIM, thread="x")],
        ],
        [-1, -1, -1, -1, -1],
    ),
    "another name, and one writes alone in both: not known to be the same chat": (
        [[say(TEN)], [say(TEN, thread="x")]],
        [-1, -1],
    ),
    "one number in two spellings": (
        [
            [say(TEN, Account("phone", "phone", "07700900123"), thread="07700900123")],
            [say(TEN, ALEX_PHONE, thread="+447700900123")],
        ],
        [-1, 0],
    ),
    "the same words by text and by WhatsApp": (
        [
            [say(TEN, ALEX_PHONE, thread="+447700900123")],
            [say(TEN, Account("whatsapp", "phone", "+447700900123"), thread="+447700900123")],
        ],
        [-1, -1],
    ),
    "a call and a text": (
        [[call(TEN)], [say(TEN, ALEX_PHONE, words=None, thread="+447700900123")]],
        [-1, -1],
    ),
    "a call in two backups": ([[call(TEN)], [call(TEN)]], [-1, 0]),
    "a picture: its name here, left out there": (
        [
            [say(TEN, words="IMG-1.jpg (file attached)", kind=Kind.MEDIA)],
            [say(TEN, words="<Media omitted>", kind=Kind.MEDIA)],
        ],
        [-1, 0],
    ),
    "taken back later: the words are kept, the mark is the copy": (
        [[say(TEN, words="This message was deleted", state=State.DELETED_BY_SENDER)], [say(TEN)]],
        [1, -1],
    ),
    "edited later": ([[say(TEN)], [say(TEN, words="hello you", state=State.EDITED)]], [-1, 0]),
    "a time that cannot be read is not compared": ([[say("")], [say("")]], [-1, -1]),
    "a diary, day only, given twice": (
        [
            [say("2024-03-03", kind=Kind.DIARY, thread=None)],
            [say("2024-03-03", kind=Kind.DIARY, thread=None)],
        ],
        [-1, 0],
    ),
}


@pytest.mark.parametrize("what", MERGED)
def test_copies(what: str) -> None:
    files, wanted = MERGED[what]
    assert of(*files).copy_of.tolist() == wanted


def test_the_same_original_read_twice() -> None:
    assert of([say(TEN), say(NINE)], [say(TEN), say(NINE)], names="aa").copy_of.tolist() == [
        -1,
        -1,
        0,
        1,
    ]


def test_all_copies_are_cited_together() -> None:
    found = of([say(TEN)], [say(TEN)], [say(TEN)])
    assert found.group(0) == found.group(2) == (0, 1, 2)


def test_words_are_asked_only_where_rows_could_be_copies() -> None:
    table = join(
        [
            File([say(TEN), say(NINE)], "a").table(),
            File([say(TEN), say("2024-03-04 10:00:00")], "b").table(),
        ]
    )
    asked: list[int] = []
    find_copies(table, lambda row: asked.append(row) or "x")  # type: ignore[func-returns-value]
    assert asked == [0, 2]


LONG = [say(f"2024-03-{d:02} 10:00:00", words=f"day {d}") for d in range(1, 8)]


def gone(*files: list[Row]) -> list[tuple[int, str]]:
    return [(r.row, r.export[0][0]) for r in of(*files).removed]


REMOVED = {
    "nothing": ([LONG, LONG], []),
    "one message is missing from the later export": ([LONG, LONG[:3] + LONG[4:]], [(3, "b")]),
    "an export that begins later is missing nothing": ([LONG, LONG[3:]], []),
    "an export that ends earlier is missing nothing": ([LONG, LONG[:4]], []),
    "emptied: only a mark is left": (
        [
            LONG,
            [
                replace(r, words="This message was deleted", state=State.DELETED) if n == 3 else r
                for n, r in enumerate(LONG)
            ],
        ],
        [(3, "b")],
    ),
    "two chats that share nothing but a name": (
        [LONG, [replace(r, words="other") for r in LONG]],
        [],
    ),
    "one of two equal messages is missing": ([[*LONG[:4], LONG[3], *LONG[4:]], LONG], [(4, "b")]),
}


@pytest.mark.parametrize("what", REMOVED)
def test_what_a_later_export_no_longer_holds(what: str) -> None:
    files, wanted = REMOVED[what]
    assert gone(*files) == wanted


def test_a_suspect_heading_is_compared_like_any_row() -> None:
    odd = say(TEN, warn=Warn.MAY_BELONG_TO_MESSAGE_BEFORE)
    assert of([odd], [odd]).copy_of.tolist() == [-1, 0]

"""Whose lines go: the whole thread, her own replies, and nobody else's words.

The one thing a reader would get wrong: two chats of the same name in two files may be two people.
"""

from __future__ import annotations

import numpy as np
import pytest

from rainbook.handover.selection import select
from rainbook.record import Kind, Way

GIVEN, WORDS_WITHHELD, NOT_GIVEN = "given", "listed without words", "not given"
# beside a message of Sam's in thread "Sam" of the first file: another record, in the same or
# another file, and what becomes of it
TABLE = [
    ("her reply", {"who": "asha", "way": Way.SENT, "thread": "Sam"}, 0, GIVEN),
    ("her reply, nobody named", {"who": None, "way": Way.SENT, "thread": "Sam"}, 0, GIVEN),
    (
        "a note by the app",
        {"who": None, "way": Way.SYSTEM, "thread": "Sam", "kind": Kind.SYSTEM_NOTE},
        0,
        GIVEN,
    ),
    ("an unnamed account, the only other", {"who": "Me", "thread": "Sam"}, 0, GIVEN),
    ("her mother in the group", {"who": "mum", "thread": "Sam"}, 0, WORDS_WITHHELD),
    ("her mother in another thread", {"who": "mum", "thread": "Mum"}, 0, NOT_GIVEN),
    ("her reply to her mother", {"who": "asha", "way": Way.SENT, "thread": "Mum"}, 0, NOT_GIVEN),
    ("his other thread", {"who": "sam", "thread": "Sam 2"}, 0, GIVEN),
    ("him by a guess", {"who": "sam", "guess": True, "thread": "x"}, 0, GIVEN),
    ("his record set aside", {"who": "sam", "counted": False}, 0, GIVEN),
    ("a thread of the same name in another file", {"who": "Sam", "thread": "Sam"}, 1, NOT_GIVEN),
    ("him in another file", {"who": "sam", "thread": "y"}, 1, GIVEN),
    ("no thread at all", {"who": None, "thread": None}, 0, NOT_GIVEN),
    ("a diary about him", {"who": "sam", "kind": Kind.DIARY, "thread": "Sam"}, 0, GIVEN),
    (
        "a diary about something else",
        {"who": None, "kind": Kind.DIARY, "thread": "Sam"},
        0,
        NOT_GIVEN,
    ),
    (
        "an address card of his",
        {"who": "sam", "kind": Kind.CONTACT_CARD, "thread": None},
        0,
        NOT_GIVEN,
    ),
]


@pytest.mark.parametrize(("name", "change", "file", "wanted"), TABLE, ids=[t[0] for t in TABLE])
def test_what_becomes_of_a_record(name, change, file, wanted, kit, to_sam) -> None:
    files = [[kit.Rec(thread="Sam")], []]
    files[file].append(kit.Rec(words="beside", **change))
    made = kit.build([kit.File(f"{n}.txt", recs) for n, recs in enumerate(files)])
    chosen = select(made.case, to_sam)
    row = 1
    found = NOT_GIVEN if row not in chosen.rows else WORDS_WITHHELD if chosen.third[row] else GIVEN
    assert found == wanted


def test_the_same_number_in_another_file_is_the_same_thread(kit, to_sam) -> None:
    files = [
        kit.File("chat.txt", [kit.Rec()]),
        kit.File(
            "calls.xml", [kit.Rec(who=None, way=Way.SENT, kind=Kind.CALL, words="call")], "calls"
        ),
    ]
    assert select(kit.build(files).case, to_sam).rows.tolist() == [0, 1]


def test_several_unnamed_people_in_a_group_keep_their_words(kit, to_sam) -> None:
    recs = [
        kit.Rec(thread="g"),
        *(kit.Rec(words=who, who=who, thread="g") for who in ("Ann", "Bo")),
    ]
    chosen = select(kit.build([kit.File("g.txt", recs)]).case, to_sam)
    assert chosen.third.tolist() == [False, True, True]
    assert chosen.facts == {"third": 2, "diary": 0, "withheld": 0, "elsewhere": 0, "cards": 0}


def test_order_is_by_time_then_file_and_no_time_comes_last(kit, to_sam) -> None:
    recs = [
        kit.Rec(at=""),
        kit.Rec("2024-03-05T00:00:00Z"),
        kit.Rec("2024-03-04T00:00:00Z"),
        kit.Rec("2024-03-05T00:00:00Z"),
    ]
    assert select(kit.build([kit.File("a.txt", recs)]).case, to_sam).rows.tolist() == [2, 1, 3, 0]


def test_what_she_sent_to_him_goes_whatever_its_thread_is_called(kit, to_sam) -> None:
    recs = [kit.Rec(thread="a"), kit.Rec(who="asha", way=Way.SENT, thread="b", words="no")]
    made = kit.build([kit.File("a.txt", recs)], relationship_of=np.array([-1, 1]))
    assert select(made.case, to_sam).rows.tolist() == [0, 1]


def test_what_is_left_out_is_counted_by_kind(kit, to_sam) -> None:
    recs = [
        kit.Rec(),
        kit.Rec(who="mum", thread="m"),
        kit.Rec(who=None, thread=None, kind=Kind.DIARY),
        kit.Rec(who="asha", thread=None, kind=Kind.CONTACT_CARD),
    ]
    facts = select(kit.build([kit.File("a.txt", recs)]).case, to_sam).facts
    assert facts == {"third": 0, "diary": 1, "withheld": 0, "elsewhere": 1, "cards": 1}

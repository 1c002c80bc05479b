"""Which side a message stands on, what is said of its way, and where what could not be read stands.

The one thing a reader would get wrong: the side never comes from a guess; what the record does not
say stands in the middle.
"""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from rainbook.handover.bundle import gather
from rainbook.handover.gate.gate import Gate
from rainbook.handover.interface import Entry, Given
from rainbook.handover.said.thread import (
    NAMED,
    NOBODY,
    day_and_clock,
    parts_of_thread,
    side_of,
    threads_of,
)
from rainbook.handover.selection import select
from rainbook.record import Attachment, Disclosure, Kind, Problem, State, Warn, Way


@pytest.fixture
def given(kit: SimpleNamespace, tmp_path):
    """Return what the formats are given for some files of Sam's."""

    def make(*files) -> Given:
        made = kit.build(list(files))
        wanted = Disclosure(("sam",), "AB")
        chosen = select(made.case, wanted)
        return gather(made.case, wanted, chosen, made.read, tmp_path, Gate(made.case), None)

    return make


def bubbles(given: Given) -> list[dict]:
    return [p for p in drawn(given) if p["kind"] == "said"]


def drawn(given: Given) -> list[dict]:
    return [
        part
        for thread in threads_of(given)
        for part in parts_of_thread(given, thread, thread.entries, False)
    ]


# who, way in the record, a guess? → side, what is said of the way
SIDES = {
    "received": ("sam", Way.RECEIVED, False, "left", "received"),
    "sent": ("asha", Way.SENT, False, "right", "sent"),
    "missed": ("sam", Way.MISSED, False, "left", "missed"),
    "by the app": (None, Way.SYSTEM, False, "middle", "note by the app"),
    "seen": ("sam", Way.OBSERVED, False, "middle", "seen or noted"),
    "received from a number that is a guess": ("sam", Way.RECEIVED, True, "left", "received"),
    "only a name, decided to be Sam's": ("sam", Way.UNKNOWN, False, "left", NAMED),
    "only a name, decided to be hers": ("asha", Way.UNKNOWN, False, "right", NAMED),
    "only a name, guessed": (
        "sam",
        Way.UNKNOWN,
        True,
        "middle",
        f"{NAMED}; whose it is was not decided",
    ),
    "neither way nor name": (None, Way.UNKNOWN, False, "middle", NOBODY),
}


@pytest.mark.parametrize("case", SIDES)
def test_the_side_and_the_way_come_from_the_record(case: str, kit, given) -> None:
    who, way, guess, side, said = SIDES[case]
    sure = kit.Rec("2024-03-01T08:00:00+00:00", "first")
    one = kit.Rec("2024-03-02T08:00:00+00:00", "second", who, way, guess=guess)
    made = given(kit.File("a.txt", [sure, one]))
    assert side_of(made, made.entries[1]) == (side, said)


def test_a_bubble_says_who_when_how_and_where(kit, given) -> None:
    made = given(kit.File("a.txt", [kit.Rec(words="Where are you?")]))
    (one,) = bubbles(made)
    assert (one["who"], one["when"], one["how"]) == (
        "Sam Marsh", "14:05:00 +00:00", "WhatsApp · received"
    )  # fmt: skip
    # "0|Where are you?" is sixteen bytes
    assert one["foot"] == "+44 7700 900123 · AB/1, bytes 0–16, line 1"
    assert (one["aside"], one["chosen"]) == (False, False)


def test_what_hides_or_turns_the_line_is_marked(kit, given) -> None:
    made = given(kit.File("a.txt", [kit.Rec(words="evil\u202etxt\u200b.")]))
    assert bubbles(made)[0]["words"] == [{"text": "evil⟦U+202E⟧txt⟦U+200B⟧.", "rtl": False}]


def test_right_to_left_words_stand_right(kit, given) -> None:
    made = given(kit.File("a.txt", [kit.Rec(words="שלום"), kit.Rec(words="שלום\nno")]))
    assert [b["rtl"] for b in bubbles(made)] == [True, False]


def test_no_words_and_no_record_of_words_are_two_things(kit, given) -> None:
    call = kit.Rec(words=None, kind=Kind.CALL, way=Way.MISSED)
    made = given(kit.File("a.txt", [kit.Rec(words=""), call]))
    assert [b["words"] for b in bubbles(made)] == [[{"text": "[no words]", "rtl": False}], []]


def test_below_a_message_stand_files_state_doubts_and_why_it_does_not_count(kit, given) -> None:
    one = kit.Rec(
        words="look",
        attachments=(Attachment("IMG.jpg"),),
        state=State.EDITED,
        warnings=Warn.HIDDEN_CHARACTERS | Warn.TZ_ASSUMED,
        counted=False,
        why_not="set aside",
    )
    made = given(kit.File("a.txt", [kit.Rec(), one]))
    found = bubbles(made)[1]
    assert found["foot"].split("\n") == [
        "With: IMG.jpg",
        "edited later",
        "Holds characters that do not show; they are marked where they stand.",
        "Not counted: set aside.",
        "+44 7700 900123 · AB/1, bytes 8–14, line 2",
    ]
    assert found["when"] == "14:05:00 +00:00 †"
    assert found["aside"]


def test_words_of_a_third_person_stay_withheld(kit, given) -> None:
    group = [
        kit.Rec("2024-03-02T08:00:00+00:00", "all of you", thread="Friends"),
        kit.Rec("2024-03-02T08:01:00+00:00", "a secret", "mum", thread="Friends"),
    ]
    found = bubbles(given(kit.File("a.txt", group)))[1]
    assert found["who"] == "another person in this group"
    assert found["words"][0]["text"] == "[words of another person in this group: not given]"
    assert found["foot"] == "Not counted: written by somebody else.\nline 2"


# the record's time, its second reading, how fine → heading of the day, time in the bubble
CLOCKS = {
    "a second": ("2024-06-03T13:05:09+00:00", "", "Mon 3 Jun 2024", "14:05:09 +01:00"),
    "two readings": (
        "2024-03-04T08:00:00+00:00",
        "2024-04-03T08:00:00+00:00",
        "Day in doubt",
        "Mon 4 Mar 2024, 08:00:00 +00:00 or Wed 3 Apr 2024, 09:00:00 +01:00",
    ),
    "none": ("", "", "Time not readable", "written as: []"),
}


@pytest.mark.parametrize("case", CLOCKS)
def test_a_time_in_doubt_is_given_whole(case: str, kit, given) -> None:
    at, second, day, clock = CLOCKS[case]
    made = given(kit.File("a.txt", [kit.Rec(at, second=second)]))
    assert day_and_clock(made.entries[0]) == (day, clock)


def test_each_thread_stands_alone_in_the_order_of_its_first_line(kit, given) -> None:
    made = given(
        kit.File(
            "a.txt",
            [
                kit.Rec("2024-03-03T08:00:00+00:00", "c", thread="Sam"),
                kit.Rec("2024-03-01T08:00:00+00:00", "a", thread=None),
                kit.Rec("2024-03-05T08:00:00+00:00", "e"),
            ],
        ),
        kit.File(
            "b.txt",
            [
                kit.Rec("2024-03-02T08:00:00+00:00", "b"),
                kit.Rec("2024-03-04T08:00:00+00:00", "d", thread="Sam"),
            ],
        ),
    )
    found = [(t.name, [e.words for e in t.entries]) for t in threads_of(made)]
    # a number is one thread in both files; two chats called Sam may be two Sams
    assert found == [
        ("+44 7700 900123", ["b", "e"]),
        ("Sam", ["c"]),
        ("Sam", ["d"]),
        ("", ["a"]),
    ]


# bytes that could not be read, among records at 0–3, 4–7 and 8–11 → behind which line
GAPS = {
    "between two": ((3, 4), 1, "AB/1: bytes 3–4 could not be read"),
    "behind the last": ((11, 20), 3, "AB/1: bytes 11–20 could not be read"),
    "the whole file": ((0, 11), None, ""),
}


@pytest.mark.parametrize("case", GAPS)
def test_what_could_not_be_read_stands_in_its_place(case: str, kit, given) -> None:
    (start, end), behind, said = GAPS[case]
    recs = [kit.Rec(f"2024-03-0{n}T08:00:00+00:00", "x") for n in (1, 2, 3)]
    problem = Problem("damaged", "It is damaged.", None, start, end)
    parts = drawn(given(kit.File("a.txt", recs, problems=[problem])))
    seen, found = 0, None
    for part in parts:
        seen += part["kind"] == "said"
        if part["kind"] == "gap":
            found, text = seen, part["text"]
    assert found == behind
    if behind is not None:
        assert text == said


def test_what_could_not_be_read_before_the_first_message_stands_before_it(kit, given) -> None:
    hers = kit.Rec("2024-03-01T08:00:00+00:00", "x", "mum", thread="+44 7700 900777")
    his = [kit.Rec(f"2024-03-0{n}T08:00:00+00:00", "x") for n in (2, 3)]
    # her mother's record is bytes 0–3, his are 4–7 and 8–11
    problem = Problem("damaged", "It is damaged.", None, 3, 4)
    kinds = [p["kind"] for p in drawn(given(kit.File("a.txt", [hers, *his], problems=[problem])))]
    assert kinds == ["thread", "gap", "day", "said", "day", "said"]


def test_a_masked_message_says_that_something_was_kept_back(kit, given) -> None:
    made = given(kit.File("a.txt", [kit.Rec(words="I am at ▇▇▇")]))
    masked: tuple[Entry, ...] = tuple(replace(e, masked=True) for e in made.entries)
    foot = bubbles(replace(made, entries=masked))[0]["foot"]
    assert "kept back; the sealed original holds it" in foot

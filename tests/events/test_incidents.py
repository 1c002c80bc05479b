"""Occasions under the three groupings, and which records are acts at all."""

from __future__ import annotations

import numpy as np
import pytest

from rainbook.events.incidents import ACT_KINDS
from rainbook.moment.spans import fewest_sessions, widen
from rainbook.record import GROUPINGS, CaseFile, Kind, NotRelevant, Precision, State, Way
from tests.signs.build import JOINED, KIM, OWNER, SAM, Row, call, case, id_of_row, say

EACH, SESSION, DAY = GROUPINGS


def rows(file: CaseFile, grouping: str) -> list[tuple[int, ...]]:
    return [i.rows for i in file.incidents if i.grouping == grouping]


GROUPED = [
    ("an hour to the minute is one session", ["10:00", "11:00"], [(0, 1)], [(0, 1)]),
    ("an hour and a minute is two", ["10:00", "11:01"], [(0,), (1,)], [(0, 1)]),
    ("acts chain", ["10:00", "10:50", "11:40"], [(0, 1, 2)], [(0, 1, 2)]),
    ("file order does not matter", ["15:00", "10:00", "10:30"], [(1, 2), (0,)], [(1, 2, 0)]),
]


@pytest.mark.parametrize(
    ("what", "clock", "sessions", "days"), GROUPED, ids=[g[0] for g in GROUPED]
)
def test_sessions_and_days(
    what: str, clock: list[str], sessions: list[tuple[int, ...]], days: list[tuple[int, ...]]
) -> None:
    file = case([say(f"2024-03-03 {c}") for c in clock])
    assert (rows(file, SESSION), rows(file, DAY)) == (sessions, days)
    assert sorted(rows(file, EACH)) == [(n,) for n in range(len(clock))]


def test_the_gap_is_a_setting() -> None:
    clock = [say("2024-03-03 10:00"), say("2024-03-03 10:20")]
    assert len(rows(case(clock, gap="19"), SESSION)) == 2
    assert len(rows(case(clock, gap="20"), SESSION)) == 1


def test_days_are_the_complainants() -> None:
    late = [say("2024-06-03 23:30"), say("2024-06-04 00:30")]
    assert [i.day for i in case(late).incidents if i.grouping == DAY] == [
        "2024-06-03",
        "2024-06-04",
    ]
    assert [i.day for i in case(late, zone="UTC").incidents if i.grouping == DAY] == ["2024-06-03"]


def test_an_act_of_doubtful_day_is_an_act_and_nothing_more() -> None:
    file = case(
        [say("2024-03-04 10:00", or_at="2024-04-03 10:00"), say("2024-05-01 10:00"), say("")]
    )
    assert sorted(rows(file, EACH)) == [(0,), (1,), (2,)]
    assert (rows(file, SESSION), rows(file, DAY)) == ([(1,)], [(1,)])


def test_a_day_only_diary_entry_has_a_day_and_no_session() -> None:
    file = case([say("2024-03-04")])
    assert (rows(file, EACH), rows(file, SESSION), rows(file, DAY)) == ([(0,)], [], [(0,)])


def test_an_hour_that_happens_twice_has_a_day_and_no_session() -> None:
    file = case([say("2024-10-27 01:30")])
    assert (rows(file, SESSION), rows(file, DAY)) == ([], [(0,)])


def test_a_day_of_25_hours_is_one_day() -> None:
    file = case([say("2024-10-27 00:05"), say("2024-10-27 23:55")])
    assert rows(file, DAY) == [(0, 1)]


@pytest.mark.parametrize("kind", list(Kind), ids=lambda k: k.name.lower())
def test_which_kinds_are_acts(kind: Kind) -> None:
    acts = {
        "MESSAGE",
        "CALL",
        "VOICEMAIL",
        "EMAIL",
        "REACTION",
        "FRIEND_REQUEST",
        "MESSAGE_REQUEST",
        "LOCATION_SHARE",
        "SCREENSHOT_TAKEN",
        "MEDIA",
        "DIARY",
        "POLL",
    }
    found = case([Row("2024-03-03 10:00", kind=kind)])
    assert (len(found.incidents) == 3) is (kind.name in acts) is (kind in ACT_KINDS)


NOT_ACTS = {
    "what Sam sent": say("2024-03-03 10:00", SAM),
    "a call Sam made": call("2024-03-03 10:00", OWNER, way=Way.SENT),
    "a call Sam made, under Alex's number": call("2024-03-03 10:00", way=Way.SENT),
    "a note of the service": say("2024-03-03 10:00", way=Way.SYSTEM),
    "a message that never left": say("2024-03-03 10:00", state=State.NOT_YET_SENT),
    "a stranger": say("2024-03-03 10:00", KIM),
}


@pytest.mark.parametrize("what", NOT_ACTS)
def test_what_is_no_act(what: str) -> None:
    assert case([NOT_ACTS[what]]).incidents == ()


ARE_ACTS = {
    "a missed call": call("2024-03-03 10:00"),
    "a call the phone blocked": call("2024-03-03 10:00", state=State.BLOCKED_BY_DEVICE),
    "a message taken back by its sender": say("2024-03-03 10:00", state=State.DELETED_BY_SENDER),
}


@pytest.mark.parametrize("what", ARE_ACTS)
def test_what_is_an_act_all_the_same(what: str) -> None:
    assert len(case([ARE_ACTS[what]]).incidents) == 3


def test_a_group_is_named() -> None:
    group = [
        say("2024-03-03 10:00", thread="Team"),
        say("2024-03-03 10:01", SAM, thread="Team"),
        say("2024-03-03 10:01", KIM, thread="Team"),
    ]
    file = case([*group, say("2024-03-03 10:30")])
    assert [i.towards for i in file.incidents] == [
        "a group the complainant is in",
        "complainant",
        *["the complainant and a group the complainant is in"] * 2,
    ]


def test_what_is_left_out_says_why() -> None:
    given = [say("2024-03-03 10:00"), say("2024-03-04 10:00")]
    file = case(given, [*JOINED, NotRelevant(id_of_row(given, 0))])
    assert (file.counted.tolist(), dict(file.why_not)) == (
        [False, True],
        {0: "set aside as not relevant"},
    )
    assert rows(file, EACH) == [(1,)]


def test_nothing_at_all() -> None:
    assert case([say("2024-03-03 10:00", SAM)], JOINED).incidents == ()


US = 1_000_000
MINUTES = 60 * US
WIDTHS = {
    "to the minute, given as an instant": (600, 600, Precision.MINUTE, 600, 659.999999),
    "to the minute, given with its width": (600, 659.999999, Precision.MINUTE, 600, 659.999999),
    "to the minute, in one of two hours": (600, 4200, Precision.MINUTE, 600, 4259.999999),
    "to the second": (600, 600, Precision.SECOND, 600, 600.999999),
    "to the hour": (3600, 3600, Precision.HOUR, 3600, 7199.999999),
    "a day the reader gave whole": (0, 86399.999999, Precision.DAY, 0, 86399.999999),
}


@pytest.mark.parametrize("what", WIDTHS)
def test_a_time_is_as_wide_as_its_last_digit(what: str) -> None:
    first, last, precision, wide_first, wide_last = WIDTHS[what]
    given = (np.array([round(t * US)], np.int64) for t in (first, last))
    found = widen(*given, np.array([precision], np.uint8))
    assert [int(t[0]) for t in found] == [round(wide_first * US), round(wide_last * US)]


FEWEST = {
    "none": ([], 0),
    "one": ([(0, 0)], 1),
    "an hour apart": ([(0, 0), (60, 60)], 1),
    "more than an hour apart": ([(0, 0), (61, 61)], 2),
    "one that may lie anywhere holds all together": ([(0, 500), (100, 100), (300, 300)], 1),
    "two that overlap, one far behind": ([(0, 50), (40, 90), (200, 200)], 2),
}


@pytest.mark.parametrize("what", FEWEST)
def test_the_fewest_sessions_there_must_be(what: str) -> None:
    times, wanted = FEWEST[what]
    first = np.array([a * MINUTES for a, _ in times], np.int64)
    last = np.array([b * MINUTES for _, b in times], np.int64)
    assert fewest_sessions(first, last, 60 * MINUTES) == wanted

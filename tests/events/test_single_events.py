"""Events placed one by one: a sighting in the diary, a withheld call.

The one thing a reader would get wrong: what was decided about one event goes before what its
account says, and a
guess about one event counts no more than any other guess.
"""

from __future__ import annotations

import pytest

from rainbook.record import Decision, EventBy, Kind, Way
from tests.signs.build import JOINED, WITHHELD, File, Row, call, case, id_of_row, say

ROWS = [
    Row("2024-03-05 18:00", None, "across the road", Kind.DIARY, Way.OBSERVED, None),
    Row("2024-03-06 18:00", None, "the doorbell", Kind.DIARY, Way.OBSERVED, None),
    call("2024-03-07 03:00", WITHHELD),
    say("2024-03-08 10:00"),
]


def by(row: int, person: str, basis: str) -> Decision:
    return EventBy(id_of_row(ROWS, row), person, basis)


# decisions; person of each row (0 Sam, 1 Alex, -1 nobody); guessed; counted
TABLE: dict[str, tuple[list[Decision], list[int], list[int], list[bool]]] = {
    "nothing decided": ([], [-1, -1, -1, 1], [-1] * 4, [True] * 4),
    "seen": ([by(0, "alex", "seen")], [1, -1, -1, 1], [-1] * 4, [True] * 4),
    "a guess is kept and never counted": (
        [by(1, "alex", "guess")],
        [-1, -1, -1, 1],
        [-1, 1, -1, -1],
        [True, False, True, True],
    ),
    "a withheld call whose voice was known": (
        [by(2, "alex", "recognised")],
        [-1, -1, 1, 1],
        [-1] * 4,
        [True] * 4,
    ),
    "goes before what the account says": (
        [by(3, "sam", "seen")],
        [-1, -1, -1, 0],
        [-1] * 4,
        [True] * 4,
    ),
    "two people: neither": (
        [by(0, "alex", "seen"), by(0, "sam", "seen")],
        [-1, -1, -1, 1],
        [-1] * 4,
        [False, True, True, True],
    ),
    "an event that is not there": (
        [EventBy("0" * 16, "alex", "seen")],
        [-1, -1, -1, 1],
        [-1] * 4,
        [True] * 4,
    ),
    "a person nobody named": ([by(0, "kim", "seen")], [-1, -1, -1, 1], [-1] * 4, [True] * 4),
}


@pytest.mark.parametrize("what", TABLE)
def test_whose_it_is(what: str) -> None:
    decisions, person, guessed, counted = TABLE[what]
    found = case([File(ROWS)], [*JOINED, *decisions])
    assert found.person_of.tolist() == person
    assert found.guessed_of.tolist() == guessed
    assert found.counted.tolist() == counted


def test_a_sighting_is_an_act_and_a_guessed_one_is_not() -> None:
    found = case([File(ROWS)], [*JOINED, by(0, "alex", "seen"), by(1, "alex", "guess")])
    acts = [i.rows for i in found.incidents if i.grouping == "each act"]
    assert acts == [(0,), (3,)]

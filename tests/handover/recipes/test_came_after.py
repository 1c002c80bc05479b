"""What came after a refusal: surely after, or it cannot be told; never more than the times show."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from rainbook.handover.said.came_after import Contacts, is_time, sentence

FIVE = "2024-03-05T"


def entry(low: str, high: str = "", second: str = "") -> SimpleNamespace:
    return SimpleNamespace(
        time=SimpleNamespace(earliest=low, latest=high or low, second_reading=second)
    )


@pytest.mark.parametrize(
    ("at", "low", "high", "second", "answer"),
    [
        # a day: only a later day is surely after, the same day cannot be told
        ("2024-03-05", "2024-03-06T00:00:00+00:00", "", "", "after"),
        ("2024-03-05", "2024-03-05T23:59:59+00:00", "", "", "cannot tell"),
        ("2024-03-05", "2024-03-04T23:59:59+00:00", "", "", "before"),
        # the day is the one the clocks of the case's zone showed
        ("2024-06-05", "2024-06-06T00:30:00+01:00", "", "", "after"),
        # an instant, to the second, across offsets
        (f"{FIVE}12:00:00+00:00", f"{FIVE}12:00:01+00:00", "", "", "after"),
        (f"{FIVE}12:00:00+00:00", f"{FIVE}12:00:00+00:00", "", "", "cannot tell"),
        (f"{FIVE}12:00:00+00:00", f"{FIVE}11:59:59+00:00", "", "", "before"),
        (f"{FIVE}12:00:00+01:00", f"{FIVE}11:30:00+00:00", "", "", "after"),
        # a time known to the minute, or to the day
        (f"{FIVE}12:00:30+00:00", f"{FIVE}12:00:00+00:00", f"{FIVE}12:00:59+00:00", "",
         "cannot tell"),
        ("2024-03-05", f"{FIVE}00:00:00+00:00", "2024-03-06T23:59:59+00:00", "", "cannot tell"),
        # a day that can be read in two ways: both must be after
        ("2024-03-05", "2024-04-03T08:00:00+01:00", "",
         "2024-03-04T08:00:00+00:00/2024-03-04T08:00:00+00:00", "cannot tell"),
        ("2024-03-05", "2024-04-03T08:00:00+01:00", "",
         "2024-03-06T08:00:00+00:00/2024-03-06T08:00:00+00:00", "after"),
        # no time in the record
        ("2024-03-05", "", "", "", "cannot tell"),
        # a fact without a time has nothing after it
        ("", f"{FIVE}12:00:00+00:00", "", "", "before"),
        ("2024", f"{FIVE}12:00:00+00:00", "", "", "before"),
        # a clock time without an offset is held against the clock
        (f"{FIVE}12:00:00", f"{FIVE}12:00:01+00:00", "", "", "after"),
    ],
)
def test_after(at: str, low: str, high: str, second: str, answer: str) -> None:
    one = entry(low, high, second)
    surely, unsure = Contacts([one]).after(at)
    found = "after" if surely else "cannot tell" if unsure else "before"
    assert found == answer


def test_nobody_made_contact() -> None:
    assert Contacts([]).after("2024-03-05") == ((), ())


def test_what_a_time_is() -> None:
    assert [is_time(t) for t in ("2024-03-05", f"{FIVE}12:00:00Z", "2024-03", "", "soon")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_sentence_keeps_every_letter_but_the_first() -> None:
    assert sentence("warned by PC Jones") == "Warned by PC Jones"
    assert sentence("") == ""

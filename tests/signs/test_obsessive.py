"""Obsessive: the table, and what each figure counts.

The one thing a reader would get wrong: the figures beside the rate change no outcome; here they are
checked by hand one by one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rainbook.findings.interface import load_law
from rainbook.findings.signs.obsessive import SIGN
from rainbook.record import CaseFile, Event, Finding, PurposeOf, RainbookError
from tests.signs.build import ALEX, JOINED, SAM, File, Row, call, case, id_of_row, say
from tests.signs.obsessive_rows import RISE, ROSE, STEP, day, every
from tests.signs.obsessive_table import OBSESSIVE
from tests.signs.told import Told

LAW = load_law()


def look(file: CaseFile) -> Finding:
    return SIGN.look(file, next(p for p in file.people if p.key == "alex"), LAW)


def said(found: Finding) -> str:
    return "\n".join(line.text for line in (*found.supports, *found.against, *found.limits))


@pytest.mark.parametrize("told", OBSESSIVE, ids=lambda t: t.given)
def test_the_table(told: Told) -> None:
    found = look(told.build())
    assert (found.outcome, found.sentence) == (told.outcome, told.sentence)
    assert [piece for piece in told.says if piece not in said(found)] == []
    assert [piece for piece in told.silent if piece in said(found)] == []


# ---- the figures beside the rate -----------------------------------------------------------------

QUIET = every([1] * 119)


def figures(rows: list[Row]) -> dict[str, Any]:
    return dict(look(case(rows)).figures)


def test_night_is_from_eleven_to_six_by_the_complainants_clock() -> None:
    # the middle of 120 days is day 60; at night: 23:00 and 05:59 before, 23:30 after
    odd = [
        say(f"{day(5)} 22:59"),
        say(f"{day(5)} 23:00"),
        say(f"{day(6)} 05:59"),
        say(f"{day(6)} 06:00"),
        say(f"{day(80)} 23:30"),
    ]
    found = look(case([*every([1] * 120), *odd]))
    assert found.figures["night"] == [[2, 64], [1, 61]]
    line = next(x for x in found.supports if x.text.startswith("At night"))
    assert line.text == "At night (23:00 to 06:00): 2 of 64 acts before, 1 of 61 acts after."
    assert line.rows == (121, 122, 124)


def test_an_act_known_only_by_its_day_is_neither_day_nor_night() -> None:
    found = look(case([*every([1] * 120), say(day(5))]))
    assert found.figures["night"] == [[0, 60], [0, 60]]
    assert "1 act whose hour is not certain: neither day nor night." in said(found)


def test_a_run_ends_where_something_was_sent_back() -> None:
    # 0 to 9, then Sam, 10 to 59 before the middle; 60 to 119 after it
    rows = [*every([1] * 120), say(f"{day(9)} 12:00", SAM)]
    assert figures(rows)["longest_run"] == [50, 60]


def test_a_reply_in_the_same_minute_ends_the_run_on_both_sides() -> None:
    rows = [*every([1] * 120), say(f"{day(30)} 08:00", SAM)]
    # 0 to 29 | 30 alone | 31 to 59
    assert figures(rows)["longest_run"] == [30, 60]


def test_the_most_in_an_hour_and_on_a_day() -> None:
    flood = [say(f"{day(70)} 10:{m:02}:00") for m in (0, 20, 40, 59)]
    more = [say(f"{day(70)} 11:00:01"), say(f"{day(70)} 15:00:00")]
    found = look(case([*every([1] * 120), *flood, *more]))
    # from 10:00 to 10:59 four; 11:00:01 lies within the hour of 10:20, with 10:40 and 10:59: four
    assert found.figures["most_in_an_hour"] == 4
    assert found.figures["most_in_a_day"] == 7
    line = next(x for x in found.supports if x.text == "Most acts within 60 minutes: 4.")
    assert line.rows == (120, 121, 122, 123)


def test_lengths_and_repeats_are_counted_from_the_words() -> None:
    rows = [
        *every([1] * 60, words="hey"),
        *every([1] * 30, start=60, words="why do you not answer me"),
        *every([1] * 30, start=90, words="WHY do you not answer me?!"),
    ]
    made = figures(rows)
    # by hand: 24 characters thirty times and 26 thirty times: the middle is 25
    assert made["middle_length"] == [3.0, 25.0]
    assert (made["nearly_the_same"], made["most_alike"]) == (60, 60)


def test_words_are_read_up_to_a_number_that_is_said() -> None:
    found = look(case(every([20] * 120)))
    assert found.figures["words_read"] == [1_000, 1_000]
    assert "Words were read of 2,000 of 2,400 messages (at most 1,000 on each side" in said(found)


class GoneFile(RainbookError):
    """The file is not there."""


def test_words_that_cannot_be_read_are_said_and_change_nothing() -> None:
    whole = case(RISE)

    def event(row: int) -> Event:
        if row < 10:
            raise GoneFile("gone")
        return whole.event(row)

    found = look(replace(whole, event=event))
    assert (found.outcome, found.sentence) == ("shown", ROSE)
    assert found.figures["words_read"] == [50, 180]
    assert "10 messages without words, or whose words could not be read." in said(found)


def test_a_call_has_no_words_to_read() -> None:
    calls = [call(f"{day(n)} 09:00") for n in range(30)]
    found = look(case([*QUIET, *calls]))
    assert sum(found.figures["words_read"]) == 119
    assert "Words were read of 119 of 119 messages" in said(found)


def test_single_acts_with_a_purpose_are_taken_out_and_the_rest_looked_at_again() -> None:
    rows = [*every([1] * 120), *every([2] * 60, start=60)]
    told = [PurposeOf("alex", "child", id_of_row(rows, n)) for n in range(120, 240)]
    found = look(case(rows, [*JOINED, *told]))
    assert found.outcome == "cannot tell"
    assert found.sentence.startswith(f"{ROSE} But a purpose is recorded for 120 of them: ")
    some = look(case(RISE, [*JOINED, PurposeOf("alex", "child", id_of_row(RISE, 0))]))
    assert some.outcome == "shown"


# ---- what must not change a figure ---------------------------------------------------------------

STEPS = [*every(STEP, words="where are you this evening"), *every([1] * 100, SAM)]
SAME = {
    "reordered": lambda: case(STEPS[::-1]),
    "split across files": lambda: case([File(STEPS[:200]), File(STEPS[200:], "b")]),
    "files in another order": lambda: case([File(STEPS[200:], "b"), File(STEPS[:200])]),
    "the same original twice": lambda: case([File(STEPS), File(STEPS)]),
    "exported twice": lambda: case([File(STEPS), File(STEPS, "b")]),
}


@pytest.mark.parametrize("change", SAME)
def test_figures_do_not_depend_on(change: str) -> None:
    plain, other = look(case(STEPS)), look(SAME[change]())
    assert other.figures == plain.figures
    assert (other.outcome, other.sentence) == (plain.outcome, plain.sentence) == ("shown", ROSE)


def test_a_neighbouring_zone_moves_nothing_but_its_name() -> None:
    one, two = look(case(STEPS)).figures, look(case(STEPS, zone="Europe/Paris")).figures
    assert {**two, "zone": one["zone"]} == one


def test_an_hour_that_happens_twice_is_one_day_and_night_both_times() -> None:
    rows = [*every([1] * 250), say("2024-10-27 01:30")]
    made = figures(rows)
    # the middle of 250 days is day 125; 27 October is day 240
    assert made["acts"] == 251
    assert made["night"] == [[0, 125], [1, 126]]


def test_deleting_a_cited_act_lowers_the_figures() -> None:
    found = look(case(RISE[:-1]))
    assert found.figures["before_after"] == [[60, 60], [179, 60]]
    assert "to 3 a day (179 acts in 60 days)" in found.sentence


def test_each_rate_can_be_counted_again_from_its_rows() -> None:
    found = look(case(RISE))
    before, after = found.supports[:2]
    assert [len(before.rows), len(after.rows)] == [60, 180]
    assert set(before.rows) | set(after.rows) == set(range(240))
    assert found.figures["split"] == "2024-04-30"
    assert found.figures["change"] == "up"


def test_how_much_there_is_changes_no_outcome() -> None:
    """The same shape ten times over: three times as many is a rise, ten times as much is not."""
    assert look(case(every([n * 10 for n in STEP]))).outcome == "shown"
    assert look(case(every([10] * 120))).outcome == "not shown"
    assert look(case([say(f"{day(0)} 10:00", ALEX)])).outcome == "cannot tell"

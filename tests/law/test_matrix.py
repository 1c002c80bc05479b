"""Runs the matrix tables, and checks what holds for every line: its citations, and no verdict.

The one thing a reader would get wrong: the tables say what stands in a column; the tests below them
say what may stand in none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from rainbook.findings.law import jurisdictions, load_law
from rainbook.findings.matrix.elements import BY_ROLE, FELT, matrix_of
from rainbook.record import (
    AccountOf,
    ActSort,
    ActTag,
    CaseFile,
    DidBack,
    ElementLine,
    EventBy,
    Impact,
    Kind,
    Line,
    Matrix,
    NotAsked,
    NotRelevant,
    SingleThreat,
    Way,
    Withdrawn,
)
from tests.law.matrix_felt_table import FELT as FELT_TABLE
from tests.law.matrix_own_table import OWN_PART
from tests.law.matrix_table import ACTS
from tests.law.matrix_told import EW, NI, SC, TWO, Beside, with_said
from tests.signs.build import JOINED, WITHHELD, Row, call, case, id_of_row, say
from tests.signs.told import ALEX_DIARY, GUESSED, MAR3, MAR9

TABLE = [
    pytest.param(b, id=f"{b.law} {b.element}{b.route}: {b.given}")
    for b in (*ACTS, *FELT_TABLE, *OWN_PART)
]
VERDICT = re.compile(
    r"made out|satisfied|is stalking|is a stalker|is harassment|guilty|\bproves?\b|admissible"
    r"|\brisk score|\bscore\b|confidence|probability|\bclean\b|\bsafe\b|\bliar\b|a breach|breached"
    r"|has committed|an offence was committed by|is met\b|established",
    re.I,
)


def matrix(file: CaseFile, law: str = EW) -> Matrix:
    return matrix_of(file, next(p for p in file.people if p.key == "alex"), load_law(law))


def the_line(found: Matrix, element: str, route: str = "") -> ElementLine:
    (one,) = (
        e
        for e in found.elements
        if e.element["id"] == element and e.route.startswith(route or e.route)
    )
    return one


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [one.text for one in lines]


def every_line(found: Matrix) -> Iterator[Line]:
    yield from (*found.threats, *found.limits)
    for one in found.elements:
        yield from (*one.bears, *one.weakens, *one.gaps)


@pytest.mark.parametrize("told", TABLE)
def test_the_table(told: Beside) -> None:
    found = the_line(matrix(told.build(), told.law), told.element, told.route)
    for column, wanted in (
        (found.bears, told.bears),
        (found.weakens, told.weakens),
        (found.gaps, told.gaps),
    ):
        assert set(wanted) - set(texts(column)) == set()
    everything = "\n".join(texts((*found.bears, *found.weakens, *found.gaps)))
    assert [piece for piece in told.silent if piece in everything] == []


@pytest.mark.parametrize("law", jurisdictions())
@pytest.mark.parametrize("told", TABLE)
def test_no_verdict_and_everything_cited_exists(told: Beside, law: str) -> None:
    file = told.build()
    found = matrix(file, law)
    numbers = {d.number for d in file.decisions}
    for one in every_line(found):
        assert VERDICT.search(one.text) is None, one.text
        assert all(0 <= row < len(file.table) for row in one.rows)
        assert len(set(one.rows)) == len(one.rows)
        assert set(one.decisions) <= numbers
    for card in found.card:
        assert VERDICT.search(card.sentence) is None
        assert all(0 <= row < len(file.table) for row in card.rows)


@pytest.mark.parametrize("law", jurisdictions())
def test_every_element_of_the_matrix_has_lines_of_its_own(law: str) -> None:
    """An element without anything recorded is all gaps; an empty line would look like nothing to
    ask.
    """
    found = matrix(case([]), law)
    assert [e.element["id"] for e in found.elements if not e.gaps] == []
    assert all(e.element["source"] and e.element["as_of"] for e in found.elements)
    in_matrix = load_law(law).in_matrix()
    assert {e.role for e in in_matrix} <= {*BY_ROLE, *FELT}
    assert len(found.elements) == sum(max(len(e.routes), 1) for e in in_matrix)


def test_the_two_routes_are_two_lines() -> None:
    routes = [e.route for e in matrix(case(TWO)).elements if e.element["id"] == "s4A_1_b"]
    assert routes == [
        "(i) to fear, on at least two occasions, that violence will be used against B",
        "(ii) serious alarm or distress which has a substantial adverse effect on B's usual "
        "day-to-day activities",
    ]


def test_lines_cite_their_rows_and_decisions() -> None:
    file = with_said(
        TWO,
        (1, lambda e: ActTag(e, "s2A_3_g")),
        (1, lambda e: Impact(e, fear_of_violence="yes")),
    )()
    found = matrix(file)
    watching = the_line(found, "s2A_2_b").bears[0]
    # five who-is-who, two for Kim, one for the diary: the tag is decision 9, the impact 10
    assert (watching.rows, watching.decisions) == ((1,), (9,))
    afraid = the_line(found, "s4").bears[0]
    assert (afraid.rows, afraid.decisions) == ((1,), (10,))
    untagged = next(g for g in the_line(found, "s2A_2_b").gaps if g.text == "Not tagged: 1 act.")
    assert untagged.rows == (0,)


def test_a_decision_taken_back_takes_its_line_with_it() -> None:
    told = (1, lambda e: Impact(e, fear_of_violence="yes"))
    before = the_line(matrix(with_said(TWO, told)()), "s4")
    after = the_line(matrix(with_said(TWO, told, Withdrawn(9))()), "s4")
    assert texts(before.bears) == ["Fear of violence, yes: 1 act, 1 session, 1 day."]
    assert after.bears == () and "No impact is recorded." in texts(after.gaps)


# ---- single threats ------------------------------------------------------------------------------

THREAT = [
    say("2024-02-01 10:00:00"),
    say("2024-01-30 22:14:05"),
    call("2024-03-09 23:10:07"),
    say("2024-03-10 10:00:00"),
]
ABOUT_S181 = (
    "Online Safety Act 2023 s.181: one act is enough to ask the police about. It speaks of “a "
    "threat of death or serious harm”. Whether a message conveys a threat of that sort, and what "
    "was intended, is for a court."
)


def threatened(law: str = EW) -> tuple[Line, ...]:
    file = with_said(
        THREAT,
        (0, lambda e: SingleThreat(e, "death", "or else")),
        (1, lambda e: SingleThreat(e, "do not know")),
        (2, lambda e: ActSort(e, "threat")),
        (0, lambda e: ActSort(e, "threat")),
    )()
    return matrix(file, law).threats


def test_single_threats_come_first_in_order_of_time() -> None:
    first_sent = "Online, the day that matters is the day it was first sent (s.182)."
    assert texts(threatened()) == [
        ABOUT_S181,
        "Picked as a threat, on 30 January 2024 at 22:14:05: what it threatens: do not know. "
        f"{first_sent} s.181 came into force on 31 January 2024, after it, and does not reach "
        "back; ask about other offences.",
        f"Picked as a threat, on 1 February 2024 at 10:00:00: a threat of death: “or else”. "
        f"{first_sent}",
        "Sorted as a threat and not picked as a single threat: 1 act. Whether each conveys one is "
        "for a person to say.",
    ]
    assert [(t.rows, t.decisions) for t in threatened()] == [
        ((), ()),
        ((1,), (10,)),
        ((0,), (9,)),
        ((2,), (11,)),
    ]


def test_in_scotland_the_section_about_one_act_is_named() -> None:
    said = texts(threatened(SC))
    assert said[0].startswith("Criminal Justice and Licensing (Scotland) Act 2010 s.38: one act")
    assert not any("181" in one or "first sent" in one for one in said)
    assert texts(threatened(NI))[0] == ABOUT_S181


def test_nothing_is_a_threat_that_nobody_picked() -> None:
    assert matrix(case([say(MAR3, words="I will kill you")])).threats == ()


# ---- who it is about, and what is in no count ----------------------------------------------------


def test_what_is_said_about_somebody_else_s_act_is_not_here() -> None:
    rows = [say(MAR3), call(MAR9, WITHHELD)]
    about = (
        EventBy(id_of_row(rows, 1), "kim", "seen"),
        Impact(id_of_row(rows, 1), fear_of_violence="yes"),
        SingleThreat(id_of_row(rows, 1), "death"),
        ActSort(id_of_row(rows, 1), "threat"),
        DidBack(id_of_row(rows, 1), "invited"),
    )
    found = matrix(with_said(rows, *about)())
    assert the_line(found, "s4").bears == ()
    assert found.threats == ()
    assert not any("invited" in one.text for one in every_line(found))


def test_a_guess_is_in_no_line_and_that_is_said() -> None:
    rows = [call(MAR3), call(MAR9)]
    about = Impact(id_of_row(rows, 0), fear_of_violence="yes")
    found = matrix(case(rows, [*GUESSED, about]))
    assert texts(the_line(found, "s7_3").gaps) == ["No act by Alex is recorded."]
    assert the_line(found, "s4").bears == ()
    assert "1 answer not used above: about a record that is in no count." in texts(found.limits)
    assert "Left out, 2 records: who it is from is a guess." in texts(found.limits)


def test_an_act_set_aside_is_in_no_line() -> None:
    file = with_said(
        TWO,
        (1, lambda e: NotRelevant(e)),
        (1, lambda e: Impact(e, fear_of_violence="yes")),
    )()
    found = matrix(file)
    assert the_line(found, "s4").bears == ()
    assert "1 answer not used above: about a record that is in no count." in texts(found.limits)


def test_the_limits_hold_the_law_s_note_its_day_and_what_is_not_known() -> None:
    impact = (0, lambda e: Impact(e, fear_of_violence="no"))
    said = "\n".join(texts(matrix(with_said(TWO, NotAsked("history"), impact)()).limits))
    assert "not used above" not in said
    for piece in (
        "may be out of date",
        "The law as of 2015.",
        "Crime and Policing Bill",
        "1 question passed over for now; nothing follows.",
        "is for a court",
    ):
        assert piece in said


def test_a_diary_entry_has_no_sort_until_somebody_says() -> None:
    diary = Row("2024-03-03", ALEX_DIARY, kind=Kind.DIARY, way=Way.OBSERVED, thread=None)
    unsaid = the_line(matrix(with_said([diary])()), "s1_1")
    said = the_line(
        matrix(with_said([diary], (0, lambda e: ActSort(e, "came to my home")))()), "s1_1"
    )
    assert "What sort of act it was is not recorded for 1 act." in texts(unsaid.gaps)
    assert "By sort of act: came to my home (1)." in texts(said.bears)


def test_the_order_of_decisions_about_different_acts_does_not_matter() -> None:
    one = (0, lambda e: Impact(e, fear_of_violence="yes"))
    two = (1, lambda e: Impact(e, fear_of_violence="no"))
    found = [matrix(with_said(TWO, *pair)()) for pair in ((one, two), (two, one))]
    first, second = (
        [replace(x, decisions=()) for e in m.elements for x in (*e.bears, *e.weakens, *e.gaps)]
        for m in found
    )
    assert first == second


def test_two_accounts_of_one_person_are_one_person() -> None:
    both = the_line(matrix(case([say(MAR3), call("2024-03-09 23:10:07")])), "s7_3")
    assert "Each act counted by itself: 2 (1 WhatsApp message and 1 call)." in texts(both.bears)
    assert isinstance(JOINED[-1], AccountOf)

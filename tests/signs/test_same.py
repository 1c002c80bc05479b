"""What must change nothing, for every sign: the order of the rows, the files they stand in, a
second
copy, the zone a clock was written in. And what must change something: taking away what is cited.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rainbook.findings.interface import Sign, load_law
from rainbook.findings.matrix.elements import matrix_of
from rainbook.record import (
    Account,
    AccountOf,
    Blocked,
    CaseFile,
    Finding,
    Impact,
    Withdrawn,
)
from rainbook.shelf import shelf
from tests.signs.build import JOINED, SAM, ZONE, File, Row, call, case, id_of_row, say

LAW = load_law()
SIGNS: tuple[Sign, ...] = shelf("rainbook.findings.signs", "SIGN")
NEW = Account("phone", "phone", "+44 7700 900456")
NEW_IS = AccountOf("alex", "phone:+447700900456", "recognised")
BLOCKED = Blocked("alex", "2024-03-20T12:00:00+00:00")
START = datetime(2024, 1, 1, 9, 0, 5)


def long_chat() -> list[Row]:
    """Eighty days of a message and an answer; then forty days of four messages and two calls, the
    calls from a number first seen after the block.
    """
    rows = [call("2024-01-02 18:00:00", words=None)]
    for day in range(80):
        at = START + timedelta(days=day)
        rows += [
            say(_written(at), words=f"hello on day {day}"),
            say(_written(at + timedelta(minutes=9)), SAM, words=f"hello you too, {day}"),
        ]
    for day in range(80, 120):
        at = START + timedelta(days=day)
        rows += [
            say(_written(at + timedelta(hours=2 * n)), words=f"why no answer {day} {n}?")
            for n in range(4)
        ]
        rows += [
            call(_written(at + timedelta(hours=9 + n)), NEW, thread="+447700900456")
            for n in range(2)
        ]
    return sorted(rows, key=lambda r: r.at)


def _written(at: datetime) -> str:
    return at.isoformat(sep=" ", timespec="seconds")


CHAT = long_chat()
DECIDED = (*JOINED, NEW_IS, BLOCKED)


def in_zone(row: Row, zone: str) -> Row:
    """Return the row as a clock in another zone would have written the same instant."""
    at = datetime.fromisoformat(row.at).replace(tzinfo=ZoneInfo(ZONE)).astimezone(ZoneInfo(zone))
    return replace(row, at=_written(at.replace(tzinfo=None)), zone=zone)


SAME: dict[str, Callable[[], CaseFile]] = {
    "reordered": lambda: case([File(CHAT[::-1])], DECIDED),
    "split across files": lambda: case([File(CHAT[:97]), File(CHAT[97:], "b")], DECIDED),
    "files in another order": lambda: case([File(CHAT[97:], "b"), File(CHAT[:97])], DECIDED),
    "the same original twice": lambda: case([File(CHAT), File(CHAT)], DECIDED),
    "exported twice": lambda: case([File(CHAT), File(CHAT, "b")], DECIDED),
    "a clock in New York": lambda: case(
        [File([in_zone(r, "America/New_York") for r in CHAT])], DECIDED
    ),
    "a clock in Tokyo": lambda: case([File([in_zone(r, "Asia/Tokyo") for r in CHAT])], DECIDED),
    "decisions said in another order": lambda: case(
        [File(CHAT)], (*JOINED[:2], BLOCKED, NEW_IS, *JOINED[2:])
    ),
}


def look(sign: Sign, file: CaseFile) -> Finding:
    return sign.look(file, next(p for p in file.people if p.key == "alex"), LAW)


@pytest.fixture(scope="module")
def as_it_is() -> CaseFile:
    return case([File(CHAT)], DECIDED)


@pytest.fixture(scope="module", params=SAME)
def changed(request: pytest.FixtureRequest) -> CaseFile:
    return SAME[request.param]()


def numbers(found: Finding) -> dict[str, Any]:
    """Return the figures without the numbers of decisions, which their order gives."""
    return {k: _bare(v) for k, v in found.figures.items()}


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _bare(v) for k, v in value.items() if k != "decision"}
    return [_bare(v) for v in value] if isinstance(value, (list, tuple)) else value


@pytest.mark.parametrize("sign", SIGNS, ids=lambda s: s.name)
def test_figures_do_not_depend_on_how_it_came(
    sign: Sign, as_it_is: CaseFile, changed: CaseFile
) -> None:
    one, two = look(sign, as_it_is), look(sign, changed)
    assert (two.outcome, two.sentence) == (one.outcome, one.sentence)
    assert numbers(two) == numbers(one)


def test_what_is_laid_beside_the_law_does_not_depend_on_how_it_came(
    as_it_is: CaseFile, changed: CaseFile
) -> None:
    """The texts of every element, and the dates to ask about."""

    def texts(file: CaseFile) -> list[str]:
        alex = next(p for p in file.people if p.key == "alex")
        matrix = matrix_of(file, alex, LAW)
        lines = [line.text for e in matrix.elements for line in (*e.bears, *e.weakens, *e.gaps)]
        return [*lines, *(card.sentence for card in matrix.card)]

    assert texts(changed) == texts(as_it_is)
    assert any("6 months" in text for text in texts(as_it_is))


def test_this_chat_lets_every_sign_say_something(as_it_is: CaseFile) -> None:
    """By hand: 1 + 80 + 160 + 80 acts; the number of the calls is new after the block; six a day
    after one.
    """
    found = {s.name: look(s, as_it_is) for s in SIGNS}
    assert found["repeated"].figures["acts"] == 321
    assert {n: f.outcome for n, f in found.items() if n != "court"} == {
        "fixated": "shown",
        "linked": "shown",
        "obsessive": "shown",
        "repeated": "shown",
        "unwanted": "shown",
    }


@pytest.mark.parametrize("sign", SIGNS, ids=lambda s: s.name)
def test_deleting_what_a_line_cites_changes_the_finding(sign: Sign, as_it_is: CaseFile) -> None:
    """The first and the last row of each line for, one at a time."""
    whole = look(sign, as_it_is)
    rows = {r for line in whole.supports if line.rows for r in (line.rows[0], line.rows[-1])}
    for row in sorted(rows)[:6]:
        less = look(sign, case([File([*CHAT[:row], *CHAT[row + 1 :]])], DECIDED))
        assert (said(less), less.figures) != (said(whole), whole.figures)


def said(found: Finding) -> list[str]:
    return [line.text for line in found.supports]


@pytest.mark.parametrize("sign", SIGNS, ids=lambda s: s.name)
def test_an_answer_taken_back_leaves_nothing(sign: Sign) -> None:
    rows = [say("2024-03-03 10:00"), say("2024-03-04 10:00")]
    without = look(sign, case(rows))
    back = [*JOINED, Impact(id_of_row(rows, 0), alarm="yes")]
    kept = case(rows, back)
    gone = case(rows, [*back, Withdrawn(len(back))])
    assert look(sign, gone).figures == without.figures
    assert look(sign, gone).sentence == without.sentence
    assert kept.decisions[-1].what == back[-1]

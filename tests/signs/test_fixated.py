"""Fixated: the crowds that must never be shown, what must not change an answer, and what must.

The one thing a reader would get wrong: taking away one cited thing, an act, a refusal, the
decision that says whose a number is, must take its line away, not only change a figure.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from rainbook.findings.interface import load_law
from rainbook.findings.signs._fixated_again import MOST_TEXTS
from rainbook.findings.signs.fixated import SIGN
from rainbook.record import (
    OUTCOMES,
    Blocked,
    CaseFile,
    Decision,
    Finding,
    PurposeOf,
    ToldToStop,
)
from tests.signs.build import JOINED, SAM, File, Row, call, case, id_of_row, say
from tests.signs.fixated_given import (
    BLOCK,
    LOVE,
    NEW_IS,
    text,
)
from tests.signs.fixated_table import FIXATED
from tests.signs.test_signs import CROWDS
from tests.signs.told import MAR3, MAR4, MAR9, MAR10, Told

LAW = load_law()
NEVER = ("is stalking", "risk", "score", "admissible", "clean", "safe", "guilty", "breach of")


def look(file: CaseFile) -> Finding:
    return SIGN.look(file, next(p for p in file.people if p.key == "alex"), LAW)


def lines_of(found: Finding) -> str:
    return "\n".join(line.text for line in (*found.supports, *found.against, *found.limits))


@pytest.mark.parametrize("told", [pytest.param(t, id=t.given) for t in FIXATED])
def test_the_table(told: Told) -> None:
    file = told.build()
    found = look(file)
    assert (found.outcome, found.sentence) == (told.outcome, told.sentence)
    for piece in told.says:
        assert piece in lines_of(found)
    for piece in told.silent:
        assert piece not in lines_of(found)
    assert found.outcome in OUTCOMES
    assert [w for w in NEVER if w in f"{found.sentence}\n{lines_of(found)}".lower()] == []
    assert all(
        0 <= row < len(file.table)
        for line in (*found.supports, *found.against, *found.limits)
        for row in line.rows
    )
    if found.outcome == "shown":
        assert all(line.rows for line in found.supports)


# ---- volume alone ------------------------------------------------------------------------------

JOURNALIST = [
    say(f"2024-03-{d:02} 09:00", words="Would you like to comment on our story?")
    for d in (1, 4, 8, 12)
]
ALL_CROWDS: dict[str, list[Row]] = {**CROWDS, "a journalist": JOURNALIST}


@pytest.mark.parametrize("crowd", ALL_CROWDS)
def test_volume_alone_is_never_fixated(crowd: str) -> None:
    found = look(case(ALL_CROWDS[crowd]))
    assert (found.outcome, found.supports) == ("cannot tell", ())


@pytest.mark.parametrize("crowd", ALL_CROWDS)
def test_nor_after_a_block_where_a_purpose_is_recorded(crowd: str) -> None:
    """Half of each crowd lies after the block, from the account that was always used."""
    more = (Blocked("alex", "2024-03-04"), PurposeOf("alex", "child"))
    found = look(case(ALL_CROWDS[crowd], [*JOINED, *more]))
    assert found.outcome != "shown"
    assert "A purpose is recorded for the contact as a whole: child." in lines_of(found)


def test_four_hundred_different_messages_after_a_block_show_nothing() -> None:
    """By hand: 400 texts of other letters each, one account, in use before: nothing is new."""
    rows = [say(MAR3), *(_other(n) for n in range(400))]
    found = look(case(rows, [*JOINED, BLOCK]))
    assert (found.outcome, found.supports) == ("not shown", ())


def _other(number: int) -> Row:
    """A message like no other, one a minute from 9 March on."""
    words = hashlib.sha256(str(number).encode()).hexdigest()
    day, minute = divmod(number, 1_440)
    return say(f"2024-03-{9 + day:02} {minute // 60:02}:{minute % 60:02}", words=words)


def test_a_cut_off_reading_is_said_and_is_not_not_shown() -> None:
    rows = [say(MAR3), *(_other(n) for n in range(MOST_TEXTS + 1))]
    found = look(case(rows, [*JOINED, BLOCK]))
    assert found.outcome == "cannot tell"
    assert "2,000 texts after a refusal were compared" in lines_of(found)
    assert "1 later one not looked at" in lines_of(found)
    assert found.figures["texts_read"] == MOST_TEXTS


# ---- what must not change an answer ------------------------------------------------------------

CHAT = [say(MAR3), say(MAR4), text(MAR9, words=LOVE), text(MAR10, words=LOVE)]
DECIDED: list[Decision] = [*JOINED, BLOCK, NEW_IS]
# by hand: 2 acts from the new number on 9 and 10 March, both the same text, block on 5 March
FIGURES = ("shown", [("account", 2, "own number")], [{"texts": 2, "days": 2}])


def figures(file: CaseFile) -> tuple[Any, ...]:
    found = look(file)
    used = [(f["what"], f["acts"], f["basis"]) for f in found.figures["first_used_after_a_refusal"]]
    return found.outcome, used, found.figures["texts_again"]


SAME: dict[str, Callable[[], CaseFile]] = {
    "as it is": lambda: case(CHAT, DECIDED),
    "reordered": lambda: case(CHAT[::-1], DECIDED),
    "split across files": lambda: case([File(CHAT[:2]), File(CHAT[2:], "b")], DECIDED),
    "files in another order": lambda: case([File(CHAT[2:], "b"), File(CHAT[:2])], DECIDED),
    "the same original twice": lambda: case([File(CHAT), File(CHAT)], DECIDED),
    "exported twice": lambda: case([File(CHAT), File(CHAT, "b")], DECIDED),
    "decided in another order": lambda: case(CHAT, [*JOINED, NEW_IS, BLOCK]),
    "seen from a neighbouring zone": lambda: case(CHAT, DECIDED, zone="Europe/Paris"),
    "seen from far away": lambda: case(CHAT, DECIDED, zone="Pacific/Auckland"),
}


@pytest.mark.parametrize("change", SAME)
def test_the_answer_does_not_depend_on(change: str) -> None:
    assert figures(SAME[change]()) == FIGURES


@pytest.mark.parametrize(
    ("at", "outcome"), [("2024-10-27 01:45", "cannot tell"), ("2024-10-27 02:00", "shown")]
)
def test_a_block_in_the_hour_that_happens_twice(at: str, outcome: str) -> None:
    """01:30 may be either hour, so only what is after both is after it."""
    rows = [say(MAR3), text(at), say("2024-10-28 10:00", SAM)]
    more = (Blocked("alex", "2024-10-27T01:30"), NEW_IS)
    assert look(case(rows, [*JOINED, *more])).outcome == outcome


@pytest.mark.parametrize(
    ("at", "outcome"),
    [
        ("2024-03-05 10:00:00", "not shown"),
        ("2024-03-05 10:00:01", "cannot tell"),
        ("2024-03-05 10:00:02", "shown"),
    ],
)
def test_to_the_second_of_the_stop_message(at: str, outcome: str) -> None:
    rows = [say(MAR3), say("2024-03-05 10:00:01", SAM, words="stop"), text(at), say(MAR9, SAM)]
    told = ToldToStop("alex", id_of_row(rows, 1))
    assert look(case(rows, [*JOINED, NEW_IS, told])).outcome == outcome


# ---- another telephone of the complainant's own ------------------------------------------------


def test_the_same_account_in_the_export_of_a_new_telephone_is_not_new() -> None:
    old, new = [say(MAR3), say(MAR4)], [say(MAR9), say(MAR10)]
    found = look(case([File(old), File(new, "b")], [*JOINED, BLOCK]))
    assert (found.outcome, found.supports) == ("not shown", ())


def test_a_service_sam_only_has_since_the_block_cannot_tell() -> None:
    old, new = [call(MAR3), call(MAR4)], [say(MAR9), say(MAR10)]
    found = look(case([File(old), File(new, "b")], [*JOINED, BLOCK]))
    assert (found.outcome, found.supports) == ("cannot tell", ())
    assert "the records of this service begin on 9 March 2024" in lines_of(found)

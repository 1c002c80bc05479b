"""`keep-back`: asked kind by kind, never given on the command line, shown only when asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
KINDS = 10


def typed(*answers: str) -> str:
    return "".join(f"{one}\n" for one in answers)


def plain(text: str) -> str:
    return " ".join(text.split())


def test_each_kind_is_asked_and_can_be_passed_over(opened: Run, empty: Path) -> None:
    ran = opened("keep-back", typed=typed("5 Quay Walk, Hull", "", *[""] * (KINDS - 1)))
    assert (ran.code, ran.err) == (0, "")
    assert "Quay Walk" not in ran.out
    (line,) = opened("keep-back", "--json").lines()
    assert (line["kind"], "words" in line) == ("address", False)
    (line,) = opened("keep-back", "--json", "--show").lines()
    assert line["words"] == "5 Quay Walk, Hull"
    assert "Quay Walk" in opened("keep-back", "--show").out
    assert "Quay Walk" not in opened("decide").out


@pytest.mark.parametrize(("kind", "words", "says"), [
    (1, "12", "Words of fewer than 3 letters"),
    (2, "work", "everyday word"),
    (4, "12345", "fewer than six digits"),
    (5, "sam", "has an @ in it"),
    (6, "AB1", "fewer than four characters"),
    (8, "May", "everyday word"),
    (9, "Jo", "fewer than 3 letters"),
    (9, "chronology", "the program's own sentences"),
])
def test_what_cannot_be_looked_for_is_said(
    kind: int, words: str, says: str, opened: Run, empty: Path
) -> None:
    before = [""] * (kind - 1)
    ran = opened("keep-back", typed=typed(*before, words, "q"))
    assert (ran.code, says in plain(ran.out)) == (0, True)
    assert opened("keep-back", "--json").lines() == []


def test_nothing_is_an_answer(opened: Run, empty: Path) -> None:
    assert "nobody said that there is nothing" in plain(opened("keep-back", "--list").out)
    assert opened("keep-back", "--none").code == 0
    assert "You said that there is nothing" in plain(opened("keep-back", "--list").out)


def test_nothing_cannot_be_said_beside_something(opened: Run, book: Path) -> None:
    ran = opened("keep-back", "--none")
    assert (ran.code, "Take that back first" in plain(ran.err)) == (2, True)


def test_the_own_numbers_are_offered(opened: Run, book: Path) -> None:
    """The example knows one number of Sam's own: +44 7700 900221."""
    ran = opened("keep-back", typed=typed("yes", "q"))
    assert "+447700900221 is yours" in ran.out
    kinds = [line["kind"] for line in opened("keep-back", "--json").lines()]
    assert kinds == ["address", "number", "workplace", "number"]


def test_without_a_keyboard_nothing_is_asked(opened: Run, empty: Path) -> None:
    ran = opened("keep-back")
    assert (ran.code, "no keyboard" in ran.err) == (2, True)


def test_tell_asks_it_too(opened: Run, book: Path) -> None:
    """The eleventh choice is "no, nothing"; here the fourth is taken, and nothing more said."""
    ran = opened("tell", "alex", "--part", "keep-back", typed=typed("4", "07700 900469", "", ""))
    assert (ran.code, ran.err) == (0, "")
    kinds = [line["kind"] for line in opened("keep-back", "--json").lines()]
    assert kinds == ["address", "number", "workplace", "number"]

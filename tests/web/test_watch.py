"""The watch: when the book is locked by itself, and when it is not.

The one thing a reader would get wrong: the two clocks are the test's own. A computer that slept
shows as a look that comes late by one of them; which one stands still differs between systems.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rainbook.case import new_book
from rainbook.case.example import PASSPHRASE
from rainbook.custody import LEAST
from rainbook.web.desk import Desk, Job
from rainbook.web.entrance.visit import Visit
from rainbook.web.settings import Settings
from rainbook.web.watch import EVERY, SLEPT, Watch

IDLE = 10  # minutes


class Made:
    """A desk with an open book, a visit, two clocks, and the watch that looks at them."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder, Settings(idle=IDLE))
        book, _ = new_book(folder / "book", PASSPHRASE, "owner", LEAST)
        self.desk.take(book)
        self.visit = Visit()
        self.wall, self.steady = 1_000_000.0, 50.0
        self.watch = Watch(
            self.desk, lambda: self.visit, lambda: self.wall, lambda: self.steady
        )

    def look(self, wall: float = EVERY, steady: float = EVERY) -> str:
        self.wall += wall
        self.steady += steady
        return self.watch.look()

    def nobody_for(self, minutes: float) -> None:
        self.visit.seen = time.monotonic() - minutes * 60


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    one = Made(tmp_path)
    yield one
    one.desk.lock().result(30)
    one.desk.end()


@pytest.mark.parametrize(("minutes", "why"), [
    (0, ""), (IDLE - 0.1, ""), (IDLE + 0.1, "idle"), (600, "idle"),
])
def test_it_is_locked_when_nobody_was_there(made: Made, minutes: float, why: str) -> None:
    made.nobody_for(minutes)
    assert made.look() == why
    assert made.desk.is_open == (why == "")
    assert made.desk.locked_because == why


@pytest.mark.parametrize(("wall", "steady", "why"), [
    (EVERY, EVERY, ""),
    (EVERY + SLEPT - 1, EVERY + SLEPT - 1, ""),  # a slow computer
    (EVERY + SLEPT + 1, EVERY, "slept"),  # the steady clock stood still
    (EVERY, EVERY + SLEPT + 1, "slept"),  # somebody set the wall clock back meanwhile
    (3_600, 3_600, "slept"),
    (-3_600, EVERY, ""),  # the wall clock was put right
])
def test_it_is_locked_after_sleep(made: Made, wall: float, steady: float, why: str) -> None:
    assert made.look(wall, steady) == why
    assert made.desk.is_open == (why == "")
    assert made.desk.locked_because == why


def test_each_look_is_compared_with_the_one_before(made: Made) -> None:
    assert [made.look() for _ in range(30)] == [""] * 30


@pytest.mark.parametrize(("state", "minutes", "wall", "why"), [
    ("running", 600, EVERY, ""),  # what was begun is let finish
    ("asking", 600, EVERY, "idle"),  # nobody answers
    ("done", 600, EVERY, "idle"),
    ("failed", 600, EVERY, "idle"),
    ("running", 0, 3_600, "slept"),  # sleep locks whatever is being done
    ("asking", 0, EVERY, ""),
])
def test_what_is_being_done_counts(
    made: Made, state: str, minutes: float, wall: float, why: str
) -> None:
    job = made.desk.job = Job("x", "/x")
    job.state = state
    made.nobody_for(minutes)
    assert made.look(wall) == why
    job.state = "done"


def test_a_locked_book_is_not_locked_again(made: Made) -> None:
    made.nobody_for(600)
    assert [made.look(), made.look()] == ["idle", ""]
    made.desk.locked_because = "asked"
    assert made.look(3_600) == "" and made.desk.locked_because == "asked"


def test_it_looks_until_it_is_ended(made: Made) -> None:
    made.watch.end()
    made.watch.run()  # returns

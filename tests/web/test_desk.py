"""The desk: one thing at a time, how far it is, stopping it, and locking while it runs.

The one thing a reader would get wrong: the work here waits for the test with events, so that each
line looks at one moment; nothing is timed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import Book, keys_of, new_book, open_book
from rainbook.case.example import PASSPHRASE
from rainbook.custody import LEAST
from rainbook.custody.book import BookClosed
from rainbook.custody.keys import Keys
from rainbook.record import Setting
from rainbook.web.desk import Desk, DeskBusy, Job, NoBookOpen, Stopped
from rainbook.web.settings import Settings


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path, Settings())
    yield made
    if made.job is not None:
        made.job.stop()
    made.lock().result(30)
    made.end()


@pytest.fixture
def book(tmp_path: Path) -> Book:
    made, _ = new_book(tmp_path / "book", PASSPHRASE, "owner", LEAST)
    return made


def _keys_are_gone(book: Book) -> bool:
    """Return whether nothing can be read or written with a book any more."""
    with pytest.raises(BookClosed):
        book.decide(Setting("zone", "UTC"))
    with pytest.raises(BookClosed):
        book.vault().change_passphrase("another passphrase", "owner")
    inner = vars(book.vault())["_book"]
    return inner.master == b"" and inner.keys == Keys(*[b""] * 6)


class Held:
    """Work that has begun, and ends when it is let."""

    def __init__(self, desk: Desk, step: bool = False) -> None:
        self.began, self.let, self._step = threading.Event(), threading.Event(), step
        self.job = desk.start("reading", self._work, "/then")
        assert self.began.wait(30)

    def _work(self, job: Job) -> str:
        job.step("one of four", 1, 4)
        self.began.set()
        assert self.let.wait(30)
        if self._step:
            job.step("two of four", 2, 4)
        return "what came of it"

    def end(self) -> None:
        self.let.set()
        assert self.job.ended.wait(30)


def test_what_a_page_sees_of_work_that_goes_well(desk: Desk) -> None:
    held = Held(desk)
    job = held.job
    assert (job.name, job.then, job.state) == ("reading", "/then", "running")
    assert (job.said, job.done, job.total) == ("one of four", 1, 4)
    assert (desk.busy, desk.done, desk.job) == (True, None, job)
    held.end()
    assert (job.state, job.failed, desk.busy) == ("done", None, False)
    assert desk.done == "what came of it"


@pytest.mark.parametrize("again", [
    lambda desk: desk.start("second", lambda _: None, "/x"),
    lambda desk: desk.run(lambda: None),
])
def test_only_one_thing_at_a_time(desk: Desk, again: Callable[[Desk], Any]) -> None:
    held = Held(desk)
    with pytest.raises(DeskBusy):
        again(desk)
    assert desk.job is held.job
    held.end()
    again(desk)


def test_two_that_start_at_once_are_one(desk: Desk) -> None:
    ready, let, said = threading.Barrier(8), threading.Event(), []

    def begin() -> None:
        ready.wait(30)
        try:
            desk.start("x", lambda _: let.wait(30), "/x")
            said.append("began")
        except DeskBusy:
            said.append("busy")

    threads = [threading.Thread(target=begin) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
    let.set()
    assert sorted(said) == ["began"] + ["busy"] * 7


@pytest.mark.parametrize(("done", "total", "gone", "left"), [
    (1, 4, 10.0, 30),  # a quarter took ten seconds
    (3, 4, 30.0, 10),
    (4, 4, 30.0, 0),
    (5, 4, 30.0, 0),
    (0, 4, 10.0, None),
    (1, 0, 10.0, None),
    (1, 4, 1.0, None),  # too early to tell
])
def test_the_time_left_is_worked_out_from_the_part_done(
    done: int, total: int, gone: float, left: int | None
) -> None:
    job = Job("x", "/")
    job.step("", done, total)
    job.began -= gone
    assert job.left() == left


def test_stopping_ends_the_work_at_its_next_step(desk: Desk) -> None:
    held = Held(desk, step=True)
    held.job.stop()
    assert held.job.state == "running"
    held.end()
    assert held.job.state == "failed" and isinstance(held.job.failed, Stopped)
    assert held.job.said == "one of four"


def test_a_failure_is_kept_for_the_page_and_the_thread_goes_on(desk: Desk) -> None:
    def work(_: Job) -> None:
        raise ZeroDivisionError

    job = desk.start("x", work, "/x")
    assert job.ended.wait(30)
    assert (job.state, type(job.failed), desk.done) == ("failed", ZeroDivisionError, None)
    assert desk.run(lambda: 7).result(30) == 7


def _asks(desk: Desk, *questions: str) -> Job:
    job = desk.start("x", lambda job: [job.ask(q, f"/{q}") for q in questions], "/x")
    _until(lambda: job.state == "asking")
    return job


def _until(true: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(3_000):
        if true():
            return
        pause.wait(0.01)
    raise AssertionError("it never was")


def test_work_asks_and_the_first_answer_holds(desk: Desk) -> None:
    job = _asks(desk, "colour")
    assert (job.asked, job.asks, desk.busy) == ("colour", "/colour", True)
    assert [job.answer("blue"), job.answer("green")] == [True, False]
    assert job.ended.wait(30)
    assert job.result == ["blue"] and job.asked is None
    assert job.answer("late") is False


def test_a_second_question_waits_for_an_answer_of_its_own(desk: Desk) -> None:
    job = _asks(desk, "colour", "size")
    job.answer("blue")
    _until(lambda: job.state == "asking" and job.asks == "/size")
    assert not job.ended.wait(0.05)
    assert job.answer("small")
    assert job.ended.wait(30)
    assert job.result == ["blue", "small"]


def test_stopping_ends_a_question(desk: Desk) -> None:
    job = _asks(desk, "colour")
    job.stop()
    assert job.ended.wait(30)
    assert isinstance(job.failed, Stopped) and job.answer("blue") is False


def test_without_a_book_there_is_none(desk: Desk) -> None:
    assert not desk.is_open
    with pytest.raises(NoBookOpen):
        desk.book()


def test_locking_while_work_runs_waits_for_the_step_only(desk: Desk, book: Book) -> None:
    desk.take(book)
    desk.kept["sheet"] = "four lines"
    held = Held(desk, step=True)
    closed = desk.lock()
    # at once: no page reaches the book, nothing is kept
    assert not desk.is_open and desk.kept == {}
    with pytest.raises(NoBookOpen):
        desk.book()
    # the step that runs still has it
    assert not closed.done() and keys_of(book)
    held.end()
    closed.result(30)
    assert isinstance(held.job.failed, Stopped) and desk.job is None
    assert _keys_are_gone(book)
    # and somebody else can have it now
    open_book(book.vault().folder, PASSPHRASE, "owner").close()


def test_work_that_was_waiting_its_turn_when_it_was_locked_never_begins(desk: Desk) -> None:
    let, began = threading.Event(), threading.Event()
    desk.run(lambda: let.wait(30))
    job = desk.start("x", lambda _: began.set(), "/x")
    desk.lock()
    let.set()
    assert job.ended.wait(30)
    assert isinstance(job.failed, Stopped) and not began.is_set()


@pytest.mark.parametrize("since_of", [lambda desk: desk.locks, lambda _: None])
def test_a_book_that_was_opened_is_put_on_the_desk(
    desk: Desk, book: Book, since_of: Callable[[Desk], int | None]
) -> None:
    told = []
    desk.opened = lambda: told.append("opened")
    desk.take(book, since_of(desk), {"sheet": "four lines"})
    assert (desk.book(), desk.kept, told) == (book, {"sheet": "four lines"}, ["opened"])


def test_a_book_that_comes_after_the_person_left_is_closed(desk: Desk, book: Book) -> None:
    """Opening takes a second or two, and somebody may press Exit in it."""
    since = desk.locks
    desk.lock()
    with pytest.raises(Stopped):
        desk.take(book, since, {"sheet": "four lines"})
    assert not desk.is_open and desk.kept == {}
    assert _keys_are_gone(book)


def test_another_book_closes_the_one_before(desk: Desk, book: Book, tmp_path: Path) -> None:
    other, _ = new_book(tmp_path / "other", PASSPHRASE, "owner", LEAST)
    desk.take(book)
    desk.kept["sheet"] = "four lines"
    desk.take(other)
    assert desk.book() is other and desk.kept == {}
    assert _keys_are_gone(book)

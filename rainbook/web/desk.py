"""The desk: the one open book, the one thread that touches it, and the one long piece of work.

The one thing a reader would get wrong: locking does not wait. The visit is over at once; the book
is closed, and its keys forgotten, as soon as the step that is running has ended.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from rainbook.record import RainbookError
from rainbook.web.attempts import Attempts
from rainbook.web.settings import Settings

if TYPE_CHECKING:
    from rainbook.case import Book

T = TypeVar("T")
SHORT_WAIT = 0.4  # seconds a request waits for the thread before it shows how far the work is


class NoBookOpen(RainbookError):
    """The page needs an open book and none is open."""


class DeskBusy(RainbookError):
    """Something long is being done with the book."""


class Stopped(RainbookError):
    """The person left, or stopped it: nothing more is done."""


class Job:
    """One long piece of work. `state`: running, asking, done or failed; times in seconds."""

    def __init__(self, name: str, then: str) -> None:
        self.name, self.then = name, then
        self.state, self.said = "running", ""
        self.done, self.total = 0, 0
        self.began = time.monotonic()
        self.result: Any = None
        self.failed: Exception | None = None
        self.asked: Any = None
        self.asks = ""
        self.ended = threading.Event()
        self._stop = threading.Event()
        self._answers = threading.Event()
        self._answer: Any = None

    def step(self, said: str, done: int, total: int) -> None:
        """Say how far it is. Raises Stopped when the person left or stopped it."""
        if self._stop.is_set():
            raise Stopped("It was stopped.")
        self.said, self.done, self.total = said, done, total

    def ask(self, data: Any, page: str) -> Any:
        """Wait until somebody answers on a page (its address); return the answer. Raises Stopped.
        """
        self._answers.clear()
        if self._stop.is_set():
            raise Stopped("It was stopped.")
        self.asked, self.asks = data, page
        self.state = "asking"
        self._answers.wait()
        if self._stop.is_set():
            raise Stopped("It was stopped.")
        self.state, self.asked = "running", None
        return self._answer

    def answer(self, value: Any) -> bool:
        """Answer what the job asks; return whether it was still asking (the first answer holds)."""
        if self.state != "asking" or self._answers.is_set():
            return False
        self._answer = value
        self.state = "running"  # at once: the page that waits must not show the question again
        self._answers.set()
        return True

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self._stop.set()
        self._answers.set()

    def left(self) -> int | None:
        """Return the seconds it may still take, None where nobody can tell."""
        gone = time.monotonic() - self.began
        if self.total <= 0 or self.done <= 0 or gone < 2:
            return None
        return max(0, round(gone * (self.total - self.done) / self.done))


class Desk:
    """The open book and everything that is done with it."""

    def __init__(self, home: Path, settings: Settings, pages: frozenset[str] = frozenset()) -> None:
        self.home, self.settings, self.pages = home, settings, pages
        self.job: Job | None = None
        self.kept: dict[str, Any] = {}  # what pages keep while the book is open; gone with it
        self._book: Book | None = None
        self._guard = threading.RLock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._locks = 0
        self.locked_because = ""
        self.attempts = Attempts()
        self.leave: Callable[[], None] = lambda: None  # ends the visit at the door
        self.opened: Callable[[], None] = lambda: None  # called when a book was put on the desk

    def has(self, page: str) -> bool:
        """Return whether there is a page of this name."""
        return page in self.pages

    @property
    def is_open(self) -> bool:
        """Whether a book is open."""
        return self._book is not None

    @property
    def busy(self) -> bool:
        """Whether something long is being done."""
        return self.job is not None and self.job.state in ("running", "asking")

    @property
    def done(self) -> Any:
        """What the last long piece of work returned, None where it failed or there was none."""
        return self.job.result if self.job is not None and self.job.state == "done" else None

    def book(self) -> Book:
        """Return the open book. Raises NoBookOpen."""
        if self._book is None:
            raise NoBookOpen("No book is open.")
        return self._book

    @property
    def locks(self) -> int:
        """How many times the desk was locked."""
        return self._locks

    def take(
        self, book: Book, since: int | None = None, kept: Mapping[str, Any] | None = None
    ) -> None:
        """Put an opened book on the desk; one that was there is closed first.

        `since`: what `locks` was when opening it began; `kept`: what pages keep while it is open.
        Raises Stopped, the book closed, where the desk was locked meanwhile: nobody is there.
        """
        with self._guard:
            late = since is not None and since != self._locks
            before = book if late else self._book
            if not late:
                self._book = book
                self.kept.clear()
                self.kept.update(kept or {})
        if before is not None:
            before.close()
        if late:
            raise Stopped("It was stopped.")
        self.opened()

    def run(self, work: Callable[[], T]) -> Future[T]:
        """Do something with the book in its thread, after what is being done."""
        if self.busy:
            raise DeskBusy("Something long is being done with the book.")
        return self._thread.submit(work)

    def start(self, name: str, work: Callable[[Job], Any], then: str) -> Job:
        """Begin something long. Raises DeskBusy."""
        with self._guard:
            if self.busy:
                raise DeskBusy("Something long is being done with the book already.")
            job = Job(name, then)
            self.job = job
        self._thread.submit(self._work, job, work, self._locks)
        return job

    def _work(self, job: Job, work: Callable[[Job], Any], locks: int) -> None:
        try:
            if locks != self._locks:
                raise Stopped("It was stopped.")
            job.result = work(job)
            job.state = "done"
        except Exception as failed:  # shown on the page; the thread must go on
            job.failed, job.state = failed, "failed"
        finally:
            job.ended.set()

    def is_worked_out(self) -> bool:
        """Return whether `book.file()` can be answered at once."""
        book = self.book()
        return book.known_now()

    def lock(self) -> Future[None]:
        """Close the book: no page reaches it from now on; its keys go when the running step ends.
        """
        with self._guard:
            book, self._book = self._book, None
            self._locks += 1
            self.kept.clear()
            if self.job is not None:
                self.job.stop()
        return self._thread.submit(self._close, book)

    def end(self) -> None:
        """Let the thread end when its work is done."""
        self._thread.shutdown(wait=False)

    def _close(self, book: Book | None) -> None:
        if book is not None:
            book.close()
        if self.job is not None and not self.busy:
            self.job = None

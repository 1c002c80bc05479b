"""Take in a list of things to write down, from a file that a helper or another program made.

The one thing a reader would get wrong: the list is held against the book first. Where one line of
it cannot be, nothing is written down; and each line that is can be taken back by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from rainbook.case.listed import Listed, ListNotUnderstood, check_listed, listed_in
from rainbook.record import RainbookError
from rainbook.web.desk import Job, NoBookOpen, Stopped
from rainbook.web.frame.shown import seen
from rainbook.web.interface import BOOK, Answer, Asked, Page, Slip
from rainbook.web.uploads import Begun, FormRefused, Piece, happenings, last_part, let_go

MOST = 8 << 20  # bytes of a list; held in memory
LONGEST = 600  # characters of a sentence about it


class ListTooLong(RainbookError):
    """The file is larger than what is held in memory."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it: the numbers written down, or why nothing was."""

    numbers: tuple[int, ...] = ()
    why: str = ""


def _page(asked: Asked) -> Answer:
    """Ask for the file."""
    return asked.page("list-in.html", most=MOST >> 20)


def _slipped(asked: Asked, sentence: str) -> Answer:
    return asked.page("list-in.html", most=MOST >> 20, slips=[Slip("file", sentence)])


async def _send(asked: Asked, request: Request) -> Answer:
    """Read the file, and begin to write down what it says."""
    if not asked.posted:
        return asked.go("list-in")
    if not asked.desk.is_open:
        raise NoBookOpen("No book is open.")
    held, name, taking = bytearray(), "", False
    try:
        async for one in happenings(request, asked.visit.mark_ok, asked.visit.touch):
            if isinstance(one, Begun):
                taking = bool(one.filename) and not name
                if taking:
                    name = last_part(one.filename) or asked.t("list-in-no-name")
            elif isinstance(one, Piece) and taking:
                held += one.data
                if len(held) > MOST:
                    raise ListTooLong(asked.t("list-in-too-long", most=MOST >> 20))
        if not name:
            return _slipped(asked, asked.t("list-in-none"))
        listed = listed_in(held.decode("utf-8-sig", errors="replace"), name)
    except FormRefused:
        await let_go(request)
        return asked.page("refused.html", status=403)
    except ListNotUnderstood:
        return _slipped(asked, asked.t("list-in-wrong"))
    except RainbookError as wrong:  # what it says may quote the file
        await let_go(request)
        return _slipped(asked, seen(str(wrong), LONGEST).striptags())
    return asked.start("list-in-writing", lambda job: _write(asked, job, listed), "list-in-done")


def _write(asked: Asked, job: Job, listed: Listed) -> Taken:
    """Write all of it down, or none. Raises Stopped before the first is written."""
    book = asked.desk.book()
    try:
        job.step("", 0, 0)
        check_listed(book, listed)
        job.step("", 0, 0)  # from here to the end: a list is written whole
        return Taken(tuple(book.decide(what, why) for what, why in listed))
    except Stopped:
        raise
    except RainbookError as refused:
        return Taken(why=str(refused))


def _done(asked: Asked) -> Answer:
    """Say what was written down, or why nothing was."""
    one = asked.desk.done
    if not isinstance(one, Taken):
        return asked.go("list-in")
    return asked.page("list-in-done.html", one=one)


PAGES = (
    Page("list-in", "/said/list", _page, BOOK),
    Page("list-in-send", "/said/list/send", _send, raw=True),
    Page("list-in-done", "/said/list/done", _done, BOOK),
)

"""The files in the book: each as it was sealed, how it was read, and the exact file back.

The one thing a reader would get wrong: nothing here changes or deletes a file. An answer about a
file is a decision; the file is read again with it, and both stay in the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from rainbook.case import Added, Book, shown_time, zone_is_known
from rainbook.record import (
    DateOrder,
    Decision,
    EncodingIs,
    Original,
    RainbookError,
    ZoneOf,
)
from rainbook.web.desk import Job
from rainbook.web.interface import BOOK, Answer, Asked, Page, PageNotThere, Slip
from rainbook.web.unread import unread

ORDERS = ("day first", "month first", "year first")
ZONES = (
    "Europe/London", "Europe/Dublin", "Europe/Paris", "Europe/Warsaw", "Europe/Bucharest",
    "Europe/Istanbul", "Africa/Lagos", "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata", "Asia/Dhaka",
    "Asia/Hong_Kong", "Australia/Sydney", "America/New_York", "America/Los_Angeles",
)
_ENDING = re.compile(r"\.([a-z0-9]{1,5})$", re.IGNORECASE)
_BLOCK = 1 << 20


def _files(asked: Asked) -> Answer:
    """List every original. One that cannot be read any more is listed with the reason."""
    book = asked.book
    rows = []
    for original in reversed(book.originals()):
        read, trouble = _read(book, original)
        rows.append((original, _sealed_at(book, original), state_of(read, trouble), read))
    return asked.page("files.html", rows=rows)


def _read(book: Book, original: Original) -> tuple[Added | None, str]:
    try:
        return book.read(original), ""
    except RainbookError as failed:
        return None, str(failed)


def state_of(read: Added | None, trouble: str) -> str:
    """Return in a word how a file stands: lost, ask, kept, part or read."""
    if read is None or trouble:
        return "lost"
    if "order" in read.asks or "encoding" in read.asks:
        return "ask"
    if not read.events:
        return "kept"
    return "part" if read.problems else "read"


def _sealed_at(book: Book, original: Original) -> str:
    at = datetime.fromisoformat(original.received)
    return shown_time(int(at.timestamp()) * 1_000_000, book.settings()["zone"])


def _original(asked: Asked) -> Original:
    wanted = asked.path["id"]
    for original in asked.book.originals():
        if original.sha256 == wanted:
            return original
    raise PageNotThere(asked.t("files-not-there"))


def _one(asked: Asked) -> Answer:
    return _shown(asked, [])


def _shown(asked: Asked, slips: list[Slip]) -> Answer:
    book, original = asked.book, _original(asked)
    read, trouble = _read(book, original)
    return asked.page(
        "files-one.html", slips=slips, original=original, at=_sealed_at(book, original),
        read=read, trouble=trouble, state=state_of(read, trouble),
        problems=unread(read.problems) if read else (), zones=ZONES,
    )


def _say(asked: Asked) -> Answer:
    """Write down what was said about a file, and read it again."""
    original = _original(asked)
    if not asked.posted:
        return asked.go("files-one", id=original.sha256)
    what, slips = _meant(asked, original.sha256)
    if slips:
        return _shown(asked, slips)
    if what is None:  # skipped
        return asked.go("files-one", id=original.sha256)
    said = what
    return asked.start(
        "files-reading-again", lambda job: _again(asked, job, original, said), "files-one",
        id=original.sha256,
    )


def _again(asked: Asked, job: Job, original: Original, said: Decision) -> None:
    words = asked.t("files-reading-again")
    job.step(words, 0, original.size)
    book = asked.desk.book()
    number = book.decide(said)
    book.read(original, progress=lambda reached: job.step(words, reached, original.size))
    asked.say(asked.t("written-down"), number)


def _meant(asked: Asked, sha256: str) -> tuple[Decision | None, list[Slip]]:
    about = asked.form.one("about")
    if about == "order" and asked.form.one("order") in ORDERS:
        return DateOrder(sha256, asked.form.one("order")), []
    if about == "encoding" and asked.form.one("encoding") in ("cp1252", "utf-8"):
        return EncodingIs(sha256, asked.form.one("encoding")), []
    if about == "zone" and (zone := asked.form.one("zone")):
        if not zone_is_known(zone):
            return None, [Slip("zone", asked.t("files-zone-unknown"))]
        return ZoneOf(sha256, zone), []
    return None, []


def _copy(asked: Asked) -> Answer:
    """Give the exact original back, as it comes out of the sealed store."""
    original = _original(asked)
    if not asked.posted:
        return asked.go("files-one", id=original.sha256)
    ending = _ENDING.search(original.name)
    name = f"copy-{original.sha256[:8]}" + (f".{ending[1].lower()}" if ending else "")
    asked.book.open(original.sha256).close()  # what is wrong with it is said on a page
    return asked.file(_bytes(asked, original), "application/octet-stream", {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Length": str(original.size),
    })


def _bytes(asked: Asked, original: Original) -> Iterator[bytes]:
    """Yield the original in pieces; ends at once when the book is closed."""
    book = asked.book
    with book.open(original.sha256) as sealed:
        while asked.desk.is_open and (block := sealed.read(_BLOCK)):
            yield block


PAGES = (
    Page("files", "/files", _files, BOOK),
    Page("files-one", "/files/{id}", _one, BOOK),
    Page("files-say", "/files/{id}/say", _say, BOOK),
    Page("files-copy", "/files/{id}/copy", _copy, BOOK),
)

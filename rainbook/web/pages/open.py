"""Opening a book with a passphrase or the recovery sheet.

The one thing a reader would get wrong: a wrong passphrase is slowed down, never punished. What was
typed is never shown again.
"""

from __future__ import annotations

from pathlib import Path

from rainbook.case import (
    RecoveryCodeLength,
    RecoveryLineWrong,
    WrongPassphrase,
    open_book,
)
from rainbook.record import RainbookError
from rainbook.web.books import books_in, folder_typed
from rainbook.web.interface import Answer, Asked, Page, Slip

OWNER = "owner"
LONGEST_BY = 60
_GUESSED = (WrongPassphrase, RecoveryCodeLength, RecoveryLineWrong)


def _open(asked: Asked) -> Answer:
    """Ask for the passphrase, and open the book."""
    if asked.desk.is_open:
        return asked.go("path")
    if not asked.visit.device:
        return asked.go("start")
    if not asked.posted:
        return _page(asked, [])
    with asked.desk.attempts.turn:
        return _tried(asked)


def _tried(asked: Asked) -> Answer:
    """Try what was typed."""
    if asked.desk.attempts.wait():
        return _page(asked, [_later(asked)])
    lost = asked.form.one("with") == "sheet"
    name, since = "code" if lost else "passphrase", asked.desk.locks
    secret, by = asked.form.exact(name), asked.form.one("by")
    if len(by) > LONGEST_BY or not by.isprintable():
        return _page(asked, [Slip("by", asked.t("start-open-by-wrong", most=LONGEST_BY))])
    try:
        folder = _folder(asked)
        book = open_book(
            folder, None if lost else secret, by or OWNER, recovery_code=secret if lost else None
        )
    except _GUESSED as wrong:
        asked.desk.attempts.wrong()
        said = str(wrong) if lost else asked.t("start-open-wrong")
        return _page(asked, [Slip(name, said)])
    except RainbookError as failed:
        return _page(asked, [Slip(name, str(failed))])
    asked.desk.attempts.right()
    asked.desk.take(book, since)
    asked.desk.locked_because = ""
    return asked.go("keys" if lost else "path")


def _folder(asked: Asked) -> Path:
    """Return the folder that was chosen or typed. Raises NoSuchFolder."""
    home, chosen = asked.desk.home, asked.form.one("book")
    typed = asked.form.one("folder")
    if typed or chosen not in books_in(home):
        return folder_typed(typed, home / (chosen if chosen in books_in(home) else "book"))
    return home / chosen


def _later(asked: Asked) -> Slip:
    seconds = asked.desk.attempts.wait()
    field = "code" if asked.form.one("with") == "sheet" else "passphrase"
    return Slip(field, asked.t("start-open-wait", seconds=seconds))


def _page(asked: Asked, slips: list[Slip]) -> Answer:
    return asked.page(
        "open.html", slips=slips, books=books_in(asked.desk.home),
        chosen=asked.form.one("book"), folder=asked.form.one("folder"), by=asked.form.one("by"),
        lost=asked.form.one("with") == "sheet" or asked.query.get("with") == "sheet",
    )


PAGES = (Page("open", "/open", _open),)

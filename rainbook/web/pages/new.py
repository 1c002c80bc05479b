"""Making a book: its name and place, a passphrase, the sheet to print, a second holder.

The one thing a reader would get wrong: the recovery code is kept nowhere. It is shown until the
person says that they have it, or leaves; after that nobody can show it again.
"""

from __future__ import annotations

from pathlib import Path

from rainbook.case import (
    add_key,
    make_example,
    new_book,
    passphrase_advice,
    recovery_sheet_text,
    zone_is_known,
)
from rainbook.case.example import PASSPHRASE
from rainbook.record import RainbookError, Setting
from rainbook.web.books import folder_typed, free_name, plain_name
from rainbook.web.desk import Job
from rainbook.web.interface import BOOK, Answer, Asked, Page, Slip

OWNER = "owner"
ZONES = ("Europe/London", "Europe/Dublin", "Europe/Paris", "Europe/Madrid", "Europe/Warsaw",
         "Asia/Karachi", "Asia/Kolkata", "Africa/Lagos", "America/New_York", "Australia/Sydney",
         "UTC")
_SHEET = "sheet"


def _new(asked: Asked) -> Answer:
    """Ask for a name and a passphrase, and make the book."""
    if not asked.visit.device:
        return asked.go("start")
    home = asked.desk.home
    typed = {
        "name": asked.form.one("name", free_name(home)), "where": asked.form.one("where"),
        "zone": asked.form.one("zone", "Europe/London"),
    }
    if not asked.posted:
        return asked.page("new.html", typed=typed, home=home, zones=ZONES)
    secret, again = asked.form.exact("passphrase"), asked.form.exact("again")
    slips: list[Slip] = []
    folder = home / "book"
    try:
        folder = folder_typed(typed["where"], home) / plain_name(typed["name"])
    except RainbookError as wrong:
        slips.append(Slip("where" if "folder on" in str(wrong) else "name", str(wrong)))
    slips += _slips(asked, secret, again, typed["zone"], folder)
    if slips:
        return asked.page("new.html", slips=slips, typed=typed, home=home, zones=ZONES)
    desk, mark, since = asked.desk, asked.t("start-new-making"), asked.desk.locks

    def work(job: Job) -> None:
        job.step(mark, 0, 0)
        home.mkdir(parents=True, exist_ok=True)
        book, code = new_book(folder, secret, OWNER)
        for name, value in (("zone", typed["zone"]), ("language", "en-GB")):
            book.decide(Setting(name, value), "chosen when the book was made")
        desk.take(book, since, {_SHEET: recovery_sheet_text(code, book.mark())})

    return asked.start("start-new-making", work, "sheet")


def _slips(asked: Asked, secret: str, again: str, zone: str, folder: Path) -> list[Slip]:
    """Return what has to be mended before a book can be made."""
    slips = passphrase_slips(asked, secret, again)
    if not zone_is_known(zone):
        slips.append(Slip("zone", asked.t("start-new-zone-wrong")))
    if folder.exists():
        slips.append(Slip("name", asked.t("start-new-taken")))
    return slips


def passphrase_slips(asked: Asked, secret: str, again: str) -> list[Slip]:
    """Return what is wrong with a new passphrase that was typed twice."""
    if not secret:
        return [Slip("passphrase", asked.t("start-new-none"))]
    try:
        passphrase_advice(secret)
    except RainbookError as refused:
        return [Slip("passphrase", str(refused))]
    return [] if secret == again else [Slip("again", asked.t("start-new-different"))]


def _sheet(asked: Asked) -> Answer:
    """Show the recovery sheet until the person has it."""
    if asked.posted:
        asked.desk.kept.pop(_SHEET, None)
        return asked.go("keys" if asked.form.one("from") == "keys" else "second")
    text = asked.desk.kept.get(_SHEET)
    if text is None:
        return asked.go("path")
    return asked.page("sheet.html", text=text, weak="")


def _second(asked: Asked) -> Answer:
    """Offer a key of their own to somebody trusted."""
    label = asked.form.one("label")
    if not asked.posted:
        return asked.page("second.html", label="")
    if asked.form.one("skip"):
        return asked.go("path")
    secret, again = asked.form.exact("passphrase"), asked.form.exact("again")
    slips = passphrase_slips(asked, secret, again)
    if not label:
        slips.insert(0, Slip("label", asked.t("start-new-second-none")))
    if slips:
        return asked.page("second.html", slips=slips, label=label)
    add_key(asked.book, label, secret)
    asked.say(asked.t("start-keys-second-done"))
    return asked.go("keys")


def _example(asked: Asked) -> Answer:
    """Make the example with invented people, and open it."""
    folder = asked.desk.home / free_name(asked.desk.home, "example")
    if not asked.posted:
        return asked.page("example.html", folder=folder.name)
    desk, since = asked.desk, asked.desk.locks

    def work(job: Job) -> None:
        desk.home.mkdir(parents=True, exist_ok=True)
        done = 0

        def told(said: str) -> None:
            nonlocal done
            job.step(said, done, 7)
            done += 1

        book, _, _ = make_example(folder, told=told)
        desk.take(book, since)

    asked.say(asked.t("start-example-passphrase", passphrase=PASSPHRASE))
    return asked.start("start-example-making", work, "path")


PAGES = (
    Page("new", "/new", _new),
    Page("sheet", "/sheet", _sheet, BOOK),
    Page("second", "/second", _second, BOOK),
    Page("example", "/example", _example),
)

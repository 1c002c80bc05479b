"""Time stamps: a request written as a file, an answer kept, and what shows one original.

The one thing a reader would get wrong: nothing is sent. A request holds one hash; whoever wants the
stamp takes that file to an authority and brings its answer back.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rainbook.case import Book
from rainbook.case import extras as made
from rainbook.record import RainbookError
from rainbook.web.desk import Job, Stopped
from rainbook.web.giving.chosen import last_given
from rainbook.web.giving.folders import BUNDLE, beside, files_beside, picked
from rainbook.web.giving.names import proposed, why_not
from rainbook.web.interface import BOOK, NOTHING, Answer, Asked, Page, Slip

OF_BOOK, OF_FOLDER = "book", "folder"
REQUEST, REPLY, ROOTS = (".tsq",), (".tsr",), (".pem", ".crt", ".cer")


@dataclass(frozen=True, slots=True)
class Stamped:
    """What came of it. `did`: "asked", "kept", "looked" or "opened"; `why`: why it was not done;
    `told`: names and values to show.
    """

    did: str
    said: str = ""
    why: str = ""
    told: Mapping[str, str] | None = None


def choose(asked: Asked) -> Answer:
    """Say what a stamp is, and what can be done."""
    return asked.page("stamps.html")


def ask(asked: Asked) -> Answer:
    """Write a request for a stamp of the book as it is now, or of a folder that was given."""
    name = unicodedata.normalize("NFC", asked.form.one("name"))
    if not asked.posted:
        return _form(asked, "ask", name=proposed(asked.desk.home, REQUEST[0]))
    slips: list[Slip] = []
    about = _about(asked, slips)
    if key := why_not(asked.desk.home, name):
        slips.append(Slip("name", asked.t(key)))
    if slips or about is None:
        return _form(asked, "ask", slips, name=name)
    out = asked.desk.home / name

    def work() -> Stamped:
        if isinstance(about, Book):
            made.ask_book_stamp(about.prover().statement(), out)
        else:
            made.ask_folder_stamp(about, out)
        return Stamped("asked", name)

    return _start(asked, "asked", work)


def keep(asked: Asked) -> Answer:
    """Check an authority's answer and keep it in the book or in the folder."""
    if not asked.posted:
        return _form(asked, "keep")
    slips: list[Slip] = []
    about, reply = _about(asked, slips), picked(asked, "reply")
    if isinstance(reply, Slip):
        slips.append(Slip("reply", asked.t("stamps-reply-missing")))
    if slips or about is None or isinstance(reply, Slip):
        return _form(asked, "keep", slips)
    roots, request = _maybe(asked, "roots"), _maybe(asked, "request")

    def work() -> Stamped:
        if isinstance(about, Book):
            kept = about.prover().keep_stamp(made.read_reply(reply), about.by)
        else:
            kept = made.keep_folder_stamp(about, reply, roots=roots, asked=request)
        return Stamped("kept", kept.sentence)

    return _start(asked, "kept", work)


def look(asked: Asked) -> Answer:
    """Check the stamp that stands in a folder and say what it shows."""
    if not asked.posted:
        return _form(asked, "look")
    place = picked(asked)
    if isinstance(place, Slip):
        return _form(asked, "look", [place])
    roots = _maybe(asked, "roots")
    return _start(
        asked, "looked", lambda: Stamped("looked", made.look_at_stamp(place, roots=roots).sentence)
    )


def open_one(asked: Asked) -> Answer:
    """Show one original's own hash and what opens its sealed hash; giving the seed is logged."""
    book = asked.book
    originals = book.originals()
    wanted = [o for o in originals if o.sha256 == asked.form.one("original")]
    if asked.posted and wanted:
        seed = asked.form.one("seed") == "yes"
        return _start(
            asked,
            "opened",
            lambda: Stamped("opened", told=book.prover().opening(wanted[0], seed, book.by)),
        )
    slips = [Slip("original", asked.t("stamps-original-missing"))] if asked.posted else []
    return asked.page("stamps-open.html", slips=slips, originals=originals)


def _about(asked: Asked, slips: list[Slip]) -> Book | Path | None:
    """Return what a stamp is about; None and a slip where that was not said."""
    if asked.form.one("about") == OF_BOOK and asked.desk.is_open:
        return asked.book
    if asked.form.one("about") != OF_FOLDER:
        slips.append(Slip("about", asked.t("stamps-about-missing")))
        return None
    place = picked(asked)
    if isinstance(place, Slip):
        slips.append(place)
        return None
    return place


def _maybe(asked: Asked, field: str) -> Path | None:
    """Return a file that need not be given."""
    place = picked(asked, field)
    return None if isinstance(place, Slip) else place


def _form(asked: Asked, what: str, slips: Sequence[Slip] = (), name: str = "") -> Answer:
    form, home = asked.form, asked.desk.home
    return asked.page(
        "stamps-form.html",
        slips=slips,
        what=what,
        about=form.one("about"),
        name=name,
        found=beside(home, BUNDLE),
        now=form.one("folder") or last_given(asked.desk),
        typed=form.one("folder-typed"),
        files={
            "reply": files_beside(home, *REPLY),
            "request": files_beside(home, *REQUEST),
            "roots": files_beside(home, *ROOTS),
        },
    )


def _start(asked: Asked, did: str, work: Callable[[], Stamped]) -> Answer:
    def do(job: Job) -> Stamped:
        try:
            job.step("", 0, 0)
            return work()
        except Stopped:
            raise
        except RainbookError as refused:
            return Stamped(did, why=str(refused))

    return asked.start("stamps-working", do, "stamps-done")


def done(asked: Asked) -> Answer:
    """Say what came of it."""
    one = asked.desk.done
    if not isinstance(one, Stamped):
        return asked.go("stamps")
    return asked.page("stamps-done.html", one=one, home=str(asked.desk.home.absolute()))


PAGES = (
    Page("stamps", "/stamps", choose, NOTHING),
    Page("stamps-ask", "/stamps/ask", ask, NOTHING),
    Page("stamps-keep", "/stamps/keep", keep, NOTHING),
    Page("stamps-look", "/stamps/look", look, NOTHING),
    Page("stamps-open", "/stamps/open", open_one, BOOK),
    Page("stamps-done", "/stamps/done", done, NOTHING),
)

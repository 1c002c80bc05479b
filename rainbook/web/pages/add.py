"""Putting files in: whose they are first, then the files, then what was read and what was not.

The one thing a reader would get wrong: the files are sealed while they arrive and read afterwards,
as work of its own. Until a file is whole, nothing of it is in the book.
"""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from starlette.requests import Request

from rainbook.case import Added
from rainbook.record import RainbookError
from rainbook.web.desk import Job, NoBookOpen, Stopped
from rainbook.web.interface import BOOK, Answer, Asked, Form, Page, Slip
from rainbook.web.unread import unread
from rainbook.web.uploads import Came, FormRefused, Sending, happenings, let_go, room_left
from rainbook.web.uploads.sending import AnswersNeeded, Saying

CAME, RESULT = "add-came", "add-result"
NO_WORDS = ("no", "n", "nope", "not")
_JSON = "application/json"


def _page(asked: Asked) -> Answer:
    return _drawn(asked, Form(), [])


def _drawn(asked: Asked, typed: Form, slips: list[Slip], status: int = 200) -> Answer:
    room = room_left(asked.book.vault().folder)
    return asked.page("add.html", slips=slips, status=status, typed=typed, room=room)


def _own(asked: Asked, form: Form) -> tuple[str, list[Slip]]:
    """Return what is recorded as "is this yours?", and what is wrong with the answer."""
    said, whose = form.one("own"), form.one("whose")
    if said == "yes":
        return "yes", []
    if said == "open":
        return "not said", []
    if said == "no":
        return "", [Slip("own", asked.t("add-not-yours"))]
    if said != "theirs":
        return "", [Slip("own", asked.t("add-own-missing"))]
    first = whose.lower().replace(",", " ").replace(".", " ").split()[:1]
    if not first or first[0] in NO_WORDS or whose.lower() in ("yes", "y"):
        return "", [Slip("whose", asked.t("add-whose-missing"))]
    return whose[:500], []


async def _send(asked: Asked, request: Request) -> Answer:
    """Take in the files of a form. The answer is a page, or JSON where the script asked for it."""
    if not asked.posted:
        return asked.go("add")
    saying = Saying(
        asked.t("add-sealing"), asked.url("add"), asked.t("add-no-name"), asked.t("add-no-room")
    )
    sending = Sending(asked.desk, saying, _length(request), lambda form: _own(asked, form))
    try:
        async for one in happenings(request, asked.visit.mark_ok, asked.visit.touch):
            await sending.take(one)
        if sending.form.one("check"):
            sending.check()
    except FormRefused:
        await let_go(request)
        return asked.page("refused.html", status=403)
    except (NoBookOpen, Stopped):
        await sending.give_up()
        raise
    except RainbookError as wrong:
        await sending.give_up()
        await let_go(request)
        _keep(asked, sending)
        slips = wrong.slips if isinstance(wrong, AnswersNeeded) else [Slip("files", str(wrong))]
        return _slipped(asked, sending.form, slips)
    except BaseException:
        await sending.give_up()
        raise
    _keep(asked, sending)
    return _sent(asked, sending)


def _length(request: Request) -> int:
    said = request.headers.get("content-length", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 18 else 0


def _keep(asked: Asked, sending: Sending) -> None:
    """Keep what came until it is read; gone with the book."""
    if asked.desk.is_open:
        kept: list[Came] = asked.desk.kept.setdefault(CAME, [])
        kept += sending.came


def _slipped(asked: Asked, form: Form, slips: list[Slip]) -> Answer:
    if form.one("script"):
        return _json({"slips": [[slip.field, slip.sentence] for slip in slips]}, 200)
    return _drawn(asked, form, slips, 422)


def _sent(asked: Asked, sending: Sending) -> Answer:
    form, came = sending.form, sending.came
    if form.one("script"):
        told = [{"again": c.again, "trouble": c.trouble} for c in came]
        return _json({"files": told, "slips": []}, 200)
    if any(not c.trouble for c in came):
        return _start(asked)
    asked.desk.kept.pop(CAME, None)
    slips = [Slip("files", c.trouble) for c in came] or [Slip("files", asked.t("add-none"))]
    return _drawn(asked, form, slips, 422)


def _json(data: dict[str, Any], status: int) -> Answer:
    return Answer("file", json.dumps(data).encode(), status, _JSON)


def _read(asked: Asked) -> Answer:
    """Read what was sealed (the script sends this after the last file)."""
    if not asked.posted or not asked.desk.kept.get(CAME):
        return asked.go("add")
    return _start(asked)


def _start(asked: Asked) -> Answer:
    came: list[Came] = asked.desk.kept.pop(CAME, [])
    return asked.start("add-reading", lambda job: _work(asked, job, came), "added")


def _work(asked: Asked, job: Job, came: list[Came]) -> None:
    """Read each sealed file; what fails with one file is said of that file."""
    book = asked.desk.book()
    by_hash = {o.sha256: o for o in book.originals()}
    total = sum(by_hash[c.sha256].size for c in came if c.sha256)
    found: list[tuple[Came, Added | None]] = []
    done = 0
    for number, one in enumerate(came, 1):
        said = asked.t("add-reading-one", number=number, of=len(came))
        tell = partial(_tell, job, said, done, total)
        tell(0)
        read: Added | None = None
        if one.sha256:
            try:
                read = book.read(by_hash[one.sha256], one.again, tell)
            except Stopped:
                raise
            except RainbookError as failed:
                one = Came(one.name, one.sha256, one.again, str(failed))
            done += by_hash[one.sha256].size
        found.append((one, read))
    if asked.desk.is_open:
        asked.desk.kept[RESULT] = found


def _tell(job: Job, said: str, before: int, total: int, reached: int) -> None:
    job.step(said, before + reached, total)


def _added(asked: Asked) -> Answer:
    found: list[tuple[Came, Added | None]] = asked.desk.kept.get(RESULT, [])
    if not found:
        return asked.go("files")
    shown = [(came, read, unread(read.problems) if read else ()) for came, read in found]
    return asked.page("added.html", shown=shown)


PAGES = (
    Page("add", "/add", _page, BOOK),
    Page("add-send", "/add/send", _send, raw=True),
    Page("add-read", "/add/read", _read, BOOK),
    Page("added", "/added", _added, BOOK),
)

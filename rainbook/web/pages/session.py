"""Leaving, locking, and how far something long is.

The one thing a reader would get wrong: leaving waits for nothing. The visit is over before the
answer is sent, whatever is still being done with the book.
"""

from __future__ import annotations

from rainbook.web.entrance.door import NEUTRAL
from rainbook.web.entrance.headers import LEAVING
from rainbook.web.entrance.visit import COOKIE
from rainbook.web.frame.trouble import trouble
from rainbook.web.interface import Answer, Asked, Page


def _leave(asked: Asked) -> Answer:
    """Lock the book, end the visit, and show a page that says nothing."""
    if not asked.posted:
        return asked.go("exit")
    root = asked.visit.root
    asked.desk.lock()
    asked.desk.leave()
    gone = f"{COOKIE}=; Path=/{root}/; Max-Age=0; HttpOnly; SameSite=Strict"
    return Answer("go", NEUTRAL, 303, headers={**LEAVING, "Set-Cookie": gone})


def _exit(asked: Asked) -> Answer:
    """Say what the button does and what it does not do."""
    return asked.page("exit.html")


def _lock(asked: Asked) -> Answer:
    """Close the book and stay."""
    if asked.posted and asked.desk.is_open:
        asked.desk.lock()
        asked.desk.locked_because = "idle" if asked.form.one("why") == "idle" else "asked"
    return asked.go("locked")


def _locked(asked: Asked) -> Answer:
    """Say that the book is closed, and why."""
    if asked.desk.is_open:
        return asked.go("path")
    why = asked.desk.locked_because
    return asked.page("locked.html", why=why, minutes=asked.desk.settings.idle)


def _awake(asked: Asked) -> Answer:
    """Note that somebody is there: they type, and have sent nothing yet."""
    return asked.file(b"", "text/plain")


def _busy(asked: Asked) -> Answer:
    """Show how far something long is; a post stops it."""
    job = asked.desk.job
    if job is None:
        return asked.go("path" if asked.desk.is_open else "home")
    if asked.posted and asked.form.one("stop") and asked.desk.busy:
        job.stop()
        job.ended.wait(5)
        asked.say(asked.t("busy-stopped"))
        return asked.go("path" if asked.desk.is_open else "home")
    if job.state == "failed" and job.failed is not None:
        return trouble(asked, job.failed)
    go = job.asks if job.state == "asking" else job.then if job.state == "done" else ""
    percent = min(100, 100 * job.done // job.total) if job.total > 0 else None
    return asked.page("busy.html", job=job, go=go, percent=percent, left=job.left())


PAGES = (
    Page("leave", "/leave", _leave),
    Page("exit", "/exit", _exit),
    Page("lock", "/lock", _lock),
    Page("locked", "/locked", _locked),
    Page("awake", "/awake", _awake),
    Page("busy", "/wait", _busy),
)

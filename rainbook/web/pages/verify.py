"""Check a folder that was given, or a book: every byte of it.

The one thing a reader would get wrong: there are three outcomes. Nothing wrong was found; these
things are wrong; it could not be looked at. The last is never shown as one of the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rainbook.case import Checked, check_folder, kind_of_folder
from rainbook.record import RainbookError
from rainbook.web.desk import Job, Stopped
from rainbook.web.giving.chosen import last_given
from rainbook.web.giving.folders import BOOK, BUNDLE, beside, picked
from rainbook.web.interface import NOTHING, Answer, Asked, Page, Slip

WRONG = "WrongPassphrase"


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of checking one folder. `found` is None where it could not be looked at: `why`."""

    name: str
    found: Checked | None
    why: str = ""


def verify(asked: Asked) -> Answer:
    """Ask which folder, and begin to check it."""
    if not asked.posted:
        return _ask(asked)
    place = picked(asked)
    if isinstance(place, Slip):
        return _ask(asked, (place,))
    field = "folder-typed" if asked.form.one("folder-typed") else "folder"
    try:
        kind = kind_of_folder(place)
    except RainbookError as refused:
        return _ask(asked, (Slip(field, str(refused)),))
    except OSError:
        return _ask(asked, (Slip(field, asked.t("verify-no-look")),))
    secret = asked.form.exact("passphrase")
    if kind == BOOK:
        if not secret:
            return _ask(asked, (Slip("passphrase", asked.t("verify-passphrase-missing")),))
        if seconds := asked.desk.attempts.wait():
            slip = Slip("passphrase", asked.t("verify-wait", seconds=seconds))
            return _ask(asked, (slip,))
    return asked.start("verify-reading", _work(asked, place, secret), "verify-result")


def _ask(asked: Asked, slips: Sequence[Slip] = ()) -> Answer:
    return asked.page(
        "verify.html",
        slips=slips,
        found=beside(asked.desk.home, BUNDLE, BOOK),
        now=asked.form.one("folder") or last_given(asked.desk),
        typed=asked.form.one("folder-typed"),
        hashes=asked.form.one("hashes"),
        sheet=asked.form.one("sheet"),
    )


def _work(asked: Asked, place: Path, secret: str) -> Any:
    hashes, sheet, said = asked.form.one("hashes"), asked.form.one("sheet"), asked.t("verify-said")
    attempts, cannot = asked.desk.attempts, asked.t("verify-no-look")

    def work(job: Job) -> Seen:
        try:
            found = check_folder(
                place,
                lambda: secret,
                mark=sheet,
                hashes=hashes,
                progress=lambda done, total: job.step(said, done, total),
            )
        except Stopped:
            raise
        except RainbookError as refused:
            if type(refused).__name__ == WRONG:
                attempts.wrong()
            return Seen(place.name, None, str(refused))
        except OSError as refused:
            return Seen(place.name, None, f"{cannot} {refused.strerror or ''}".strip())
        if found.what == BOOK:
            attempts.right()
        return Seen(place.name, found)

    return work


def result(asked: Asked) -> Answer:
    """Show what was found."""
    done = asked.desk.done
    if not isinstance(done, Seen):
        return asked.go("verify")
    return asked.page("verify-result.html", seen_one=done, most=MOST)


MOST = 200
"""Faults listed; the rest are counted."""
PAGES = (
    Page("verify", "/check", verify, NOTHING),
    Page("verify-result", "/check/result", result, NOTHING),
)

"""What was looked for and taken out, shown while the writing waits; and the one question.

The one thing a reader would get wrong: these pages need no book, because the book's thread is the
one that waits. They read nothing but the report, and the copies that would go out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rainbook.case import Agreed, Report
from rainbook.web.giving.chosen import Waiting, title_of
from rainbook.web.giving.handing import Given
from rainbook.web.interface import NOTHING, Answer, Asked, Page, PageNotThere, Slip

MOST = 40
"""Lines of a list before it is cut; the rest is shown when asked for."""
BLOCK = 1 << 18
_KINDS = {
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif",
    ".webp": "image/webp", ".bmp": "image/bmp", ".mp4": "video/mp4", ".webm": "video/webm",
    ".mov": "video/quicktime", ".3gp": "video/3gpp", ".mp3": "audio/mpeg", ".m4a": "audio/mp4",
    ".aac": "audio/aac", ".ogg": "audio/ogg", ".opus": "audio/ogg", ".wav": "audio/wav",
}
"""What a browser may be given to show, by the ending of the name; nothing that can hold a script.
"""
SHOWN = ("words", "list", "all")


@dataclass(frozen=True, slots=True)
class Place:
    """What was taken out of one file: its kind, what was done, how often."""

    file: str
    kind: str
    done: str
    times: int


def waiting(asked: Asked) -> Waiting | None:
    """Return what the desk's work is asking, None where it asks nothing of this kind."""
    job = asked.desk.job
    found = job.asked if job is not None and job.state == "asking" else None
    return found if isinstance(found, Waiting) else None


def report(asked: Asked) -> Answer:
    """Show the report and take the answer; the first answer holds."""
    one = waiting(asked)
    if one is None:
        return _nothing_asked(asked)
    if not asked.posted:
        return _show(asked, one)
    if asked.form.one("round") != one.mark:
        return _show(asked, one, [Slip("answer", asked.t("give-report-other"))])
    yes = asked.form.one("answer") == "write"
    looked = asked.form.one("looked")
    if looked not in ("yes", "no"):
        looked = "not asked"
    if yes and one.report.unseen and looked == "not asked":
        return _show(asked, one, [Slip("looked", asked.t("give-report-looked-missing"))])
    job = asked.desk.job
    if job is not None:
        job.answer(Agreed(yes, looked if one.report.unseen else "not asked"))
    return asked.go("busy")


def _nothing_asked(asked: Asked) -> Answer:
    if asked.desk.busy:
        return asked.go("busy")
    return asked.go("given" if isinstance(asked.desk.done, Given) else "give")


def _show(asked: Asked, one: Waiting, slips: list[Slip] | None = None) -> Answer:
    found = one.report
    shown = {name for name in SHOWN if asked.query.get(name) == "1"}
    places = list(places_of(found))
    whole = "all" in shown
    return asked.page(
        "give-report.html",
        slips=slips or (),
        one=one,
        report=found,
        title=title_of(asked, one.recipe),
        places=places if whole else places[:MOST],
        possible=found.possible if whole else found.possible[:MOST],
        cut=not whole and max(len(places), len(found.possible)) > MOST,
        shown=shown,
        looked=asked.form.one("looked"),
        may_look=[_shows(one, place) for place in range(len(found.unseen))],
    )


def places_of(found: Report) -> Iterator[Place]:
    """Yield what was taken out by file, kind and what was done, in that order."""
    counted = Counter[tuple[str, str, str]]()
    for one in found.masked:
        counted[(one.file, one.kind, one.done)] += one.times
    for (file, kind, done), times in sorted(counted.items()):
        yield Place(file, kind, done, times)


def _shows(one: Waiting, place: int) -> str:
    """Return "image", "video" or "audio" where a browser can show what would go, else ""."""
    file = one.report.unseen[place].file
    kind = _KINDS.get(Path(file).suffix.lower(), "")
    return kind.split("/")[0] if one.place and kind else ""


def look(asked: Asked) -> Answer:
    """Show one picture or recording as it would go out."""
    one, place = _named(asked)
    if one is None:
        return _nothing_asked(asked)
    shows = _shows(one, place)
    if not shows:
        raise PageNotThere(asked.t("give-look-cannot"))
    later = range(place + 1, len(one.report.unseen))
    return asked.page(
        "give-look.html",
        unseen=one.report.unseen[place],
        place=place,
        shows=shows,
        next=next((n for n in later if _shows(one, n)), None),
    )


def copy(asked: Asked) -> Answer:
    """Answer with the bytes of one picture or recording as it would go out."""
    one, place = _named(asked)
    if one is None or not _shows(one, place):  # nothing is asked any more, so nothing is there
        raise PageNotThere(asked.t("give-look-cannot"))
    file = one.report.unseen[place].file
    written = (asked.desk.home / one.place).resolve()
    found = written / file
    if found.is_symlink() or not found.is_file() or written not in found.resolve().parents:
        raise PageNotThere(asked.t("give-look-cannot"))
    return asked.file(_blocks(found), _KINDS[found.suffix.lower()])


def _named(asked: Asked) -> tuple[Waiting | None, int]:
    """Return what is asked and which picture is meant. Raises PageNotThere."""
    one, number = waiting(asked), asked.path["n"]
    if one is None:
        return None, 0
    if not (number.isascii() and number.isdigit() and len(number) < 9):
        raise PageNotThere(asked.t("give-look-cannot"))
    if int(number) >= len(one.report.unseen):
        raise PageNotThere(asked.t("give-look-cannot"))
    return one, int(number)


def _blocks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while block := stream.read(BLOCK):
            yield block


PAGES = (
    Page("give-report", "/give/report", report, NOTHING),
    Page("give-look", "/give/look/{n}", look, NOTHING),
    Page("give-copy", "/give/copy/{n}", copy, NOTHING),
)

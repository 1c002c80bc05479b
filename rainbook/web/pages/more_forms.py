"""Other forms of a folder that was given: ZIP files of a size, one locked file, a bag, and more.

The one thing a reader would get wrong: none of this opens a book and none of it sends anything. It
starts from a folder that is already written, checks it first, and writes beside the book.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from rainbook.case import extras as made
from rainbook.record import RainbookError
from rainbook.web.desk import Job, Stopped
from rainbook.web.giving.chosen import last_given
from rainbook.web.giving.folders import BUNDLE, beside, files_beside, picked
from rainbook.web.giving.names import proposed, why_not
from rainbook.web.interface import NOTHING, Answer, Asked, Page, PageNotThere, Slip

ENDINGS = {"age": ".age", "bag": "", "case": ".jsonld", "sign": ".pdf", "volumes": ""}
"""The forms this page makes, with the ending of what they write; "" is a folder."""
KEY_FILES = (".p12", ".pfx")
_SIZE = re.compile(r"(\d{1,9})(?:[.,](\d{1,3}))? ?(?:([kmg])b?)?", re.IGNORECASE | re.ASCII)
_UNITS = {"k": 1000, "m": 1000**2, "g": 1000**3}


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its name, and which packages it needs that are not installed here."""

    name: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it. `why`: why it was not made, "" where it was."""

    form: str
    name: str
    why: str = ""


def forms() -> tuple[Form, ...]:
    """Return the forms there are, in the order people want them."""
    order = ("volumes", "age", "sign", "bag", "case")
    known = {one.name: one.needs for one in made.extras()}
    return tuple(
        Form(name, tuple(need for need in known[name] if find_spec(need) is None))
        for name in order
        if name in known
    )


def choose(asked: Asked) -> Answer:
    """List the forms with what each is for and needs."""
    return asked.page("more-forms.html", forms=forms())


def make(asked: Asked) -> Answer:
    """Ask what one form needs, and begin to make it."""
    one = next((f for f in forms() if f.name == asked.path["form"]), None)
    if one is None:
        raise PageNotThere(asked.t("more-forms-no-such"))
    name = unicodedata.normalize("NFC", asked.form.one("name"))
    if not asked.posted:
        return _ask(asked, one, proposed(asked.desk.home, ENDINGS[one.name]))
    slips: list[Slip] = []
    place = picked(asked)
    if isinstance(place, Slip):
        slips.append(place)
    if key := why_not(asked.desk.home, name):
        slips.append(Slip("name", asked.t(key)))
    work = _work_of(asked, one.name, slips)
    if slips or isinstance(place, Slip):
        return _ask(asked, one, name, slips)
    out = asked.desk.home / name

    def do(job: Job) -> Made:
        try:
            job.step("", 0, 0)
            work(place, out)
        except Stopped:
            raise
        except RainbookError as refused:
            return Made(one.name, name, str(refused))
        return Made(one.name, name)

    return asked.start("more-forms-writing", do, "more-forms-done")


def _ask(asked: Asked, one: Form, name: str, slips: Sequence[Slip] = ()) -> Answer:
    form = asked.form
    return asked.page(
        "more-forms-make.html",
        slips=slips,
        one=one,
        name=name,
        found=beside(asked.desk.home, BUNDLE),
        now=form.one("folder") or last_given(asked.desk),
        typed=form.one("folder-typed"),
        size=form.one("size", "25 MB"),
        keys=form.exact("keys"),
        key_files=files_beside(asked.desk.home, *KEY_FILES),
        key_file=form.one("key") or form.one("key-typed"),
    )


def _work_of(asked: Asked, form: str, slips: list[Slip]) -> Callable[[Path, Path], object]:
    """Return what makes a form; what is missing in the fields is added to `slips`."""
    if form == "bag":
        return made.make_bag
    if form == "case":
        return made.make_case_uco
    if form == "volumes":
        limit = size_of(asked.form.one("size"))
        if limit is None:
            slips.append(Slip("size", asked.t("more-forms-size-wrong")))
        return lambda folder, out: made.make_volumes(folder, limit or 0, out)
    if form == "age":
        lines = [line.strip() for line in asked.form.exact("keys").splitlines()]
        keys = [line for line in lines if line and not line.startswith("#")]
        if not keys:
            slips.append(Slip("keys", asked.t("more-forms-keys-missing")))
        return lambda folder, out: made.pack_for_key(folder, keys, out)
    key, password = picked(asked, "key"), asked.form.exact("password")
    if isinstance(key, Slip):
        slips.append(Slip("key", asked.t("more-forms-key-missing")))
        return lambda folder, out: None
    return lambda folder, out: made.make_signed_index(folder, key, password, out)


def size_of(written: str) -> int | None:
    """Return a size in bytes, None where it is none: "25 MB" and "25" are 25,000,000."""
    read = _SIZE.fullmatch(written.strip())
    if read is None:
        return None
    unit = _UNITS[(read[3] or "m").lower()]
    return (int(read[1]) * 1000 + int((read[2] or "").ljust(3, "0"))) * unit // 1000


def done(asked: Asked) -> Answer:
    """Say what was written and where, or why not."""
    one = asked.desk.done
    if not isinstance(one, Made):
        return asked.go("more-forms")
    return asked.page("more-forms-done.html", made=one, home=str(asked.desk.home.absolute()))


PAGES = (
    Page("more-forms", "/more-forms", choose, NOTHING),
    Page("more-forms-done", "/more-forms/done", done, NOTHING),
    Page("more-forms-make", "/more-forms/make/{form}", make, NOTHING),
)

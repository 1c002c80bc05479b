"""Everything said so far, with a way back from each of it, and a form for what no other page asks.

The one thing a reader would get wrong: nothing here is changed or wiped. Taking something back is
another entry; the one before stays in the list, shown as taken back.
"""

from __future__ import annotations

import re
from datetime import datetime

from rainbook.case import Book, shown_time
from rainbook.record import DECISIONS, Decided, RainbookError, Setting, Withdrawn
from rainbook.web.interface import BOOK, Answer, Asked, Form, Page, PageNotThere, Slip
from rainbook.web.who.forms import made, questions
from rainbook.web.who.lines import around, line_of, setting_words

PER_PAGE = 25
NAMES = tuple(DECISIONS)
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("entry", (
        "by-person", "acted-for", "not-relevant", "sort", "tag", "started-by", "did-back",
        "aimed-at", "impact", "witness", "knew", "theme", "connects", "came-after",
        "never-arrived", "single-threat", "allowed",
    )),
    ("somebody", (
        "person", "account", "relationship", "history", "told-to-stop", "blocked", "warned",
        "asks", "purpose", "explained", "together", "gap-reason",
    )),
    ("order", ("order-served", "clause", "order-allows")),
    ("you", ("changed", "told", "police-contact", "perishable", "keep-back")),
    ("file", ("date-order", "zone", "encoding", "produced-by")),
    ("rest", ("setting", "not-asked", "answered", "withdrawn")),
)  # fmt: skip
"""Every kind of decision once, under what it is about."""
_CHOICES = {"ref_style": ("slash", "plain"), "threat_words": ("off", "on"),
            "law": ("england_wales", "scotland", "northern_ireland"), "language": ("en-GB", "cy")}
_ADDRESS = re.compile(r"(?:/[A-Za-z0-9_.~-]+)*/?(?:\?[A-Za-z0-9_.~%=&+-]*)?")


def listed(asked: Asked) -> Answer:
    """Show what was said, the newest first."""
    every = asked.book.decisions()[::-1]
    pages = max(1, -(-len(every) // PER_PAGE))
    page = min(max(1, _number(asked.query.get("page", ""))), pages)
    wanted = _number(asked.query.get("at", ""))
    page = next((n // PER_PAGE + 1 for n, d in enumerate(every) if d.number == wanted), page)
    some = list(every[(page - 1) * PER_PAGE : page * PER_PAGE])
    about, zone = around(asked.book, some), asked.book.settings()["zone"]
    backs = {d.what.number: _when(d.at, zone) for d in every if isinstance(d.what, Withdrawn)}
    return asked.page(
        "decisions.html", number=page, pages=pages,
        lines=[line_of(asked, d, about, backs, _when(d.at, zone)) for d in some],
        here_again=asked.url("decisions", {"page": page if page > 1 else ""}),
    )


def undo(asked: Asked) -> Answer:
    """Take a decision back, say so, and go back to a page of our own."""
    number = _number(asked.form.one("number"))
    if not asked.posted:
        return asked.go("decisions")
    if number not in {d.number for d in asked.book.decisions() if not d.withdrawn}:
        asked.say(asked.t("decisions-undone-before"))
    else:
        try:
            asked.book.decide(Withdrawn(number), "taken back on the page")
        except RainbookError as refused:
            asked.say(str(refused))
        else:
            asked.say(asked.t("decisions-undone"))
    return _back(asked)


def again(asked: Asked) -> Answer:
    """Say once more what was taken back."""
    before = _decided(asked.book, _number(asked.form.one("number")))
    if asked.posted and before is not None and before.withdrawn:
        try:
            asked.decide(before.what, before.why)
        except RainbookError as refused:
            asked.say(str(refused))
    return _back(asked)


def more(asked: Asked) -> Answer:
    """Show everything that can be said, by what it is about."""
    groups = [(group, [(NAMES.index(kind), kind) for kind in kinds]) for group, kinds in GROUPS]
    return asked.page("decisions-more.html", groups=groups, event=asked.query.get("event", ""))


def make(asked: Asked) -> Answer:
    """Ask what one kind of decision says, and write it down."""
    place = _number(asked.path["kind"])
    if asked.path["kind"] not in {str(n) for n in range(len(NAMES))}:
        raise PageNotThere(asked.t("decisions-no-kind"))
    name = NAMES[place]
    if not asked.posted:
        return _form(asked, name, Form({k: [v] for k, v in asked.query.items()}), ())
    try:
        what, slips = made(asked, name)
        if what is None:
            return _form(asked, name, asked.form, slips)
        asked.decide(what, asked.form.exact("why"))
    except RainbookError as refused:
        return _form(asked, name, asked.form, (Slip("why", str(refused)),))
    return asked.go("decisions")


def _form(asked: Asked, name: str, form: Form, slips: tuple[Slip, ...]) -> Answer:
    return asked.page(
        "decisions-make.html", slips=slips, kind=name, place=NAMES.index(name),
        questions=questions(asked, name, form), why=form.exact("why"),
    )


def settings(asked: Asked) -> Answer:
    """Show the settings of the book, and keep what was changed."""
    now = asked.book.settings()
    typed = {name: asked.form.one(name, now[name]) for name in now} if asked.posted else dict(now)
    slips = []
    for name, value in typed.items():
        if value == now[name]:
            continue
        try:
            asked.book.check(Setting(name, value))
        except RainbookError as refused:
            slips.append(Slip(name, str(refused)))
    if asked.posted and not slips:
        changed = [Setting(name, value) for name, value in typed.items() if value != now[name]]
        for what in changed:
            said = asked.t("decisions-setting-kept", name=setting_words(asked, what.name))
            asked.decide(what, "", said)
        if not changed:
            asked.say(asked.t("decisions-setting-same"))
        return asked.go("case-settings")
    return asked.page(
        "decisions-settings.html", slips=tuple(slips), typed=typed, choices=_CHOICES,
        first=("zone", "law", "initials", "ref_style", "threat_words"),
        rest=tuple(n for n in now if not n.startswith("period_") and n not in (
            "zone", "law", "initials", "ref_style", "threat_words")),
        periods=tuple(n for n in now if n.startswith("period_")),
    )


def _back(asked: Asked) -> Answer:
    """Go back to where the form stood: a page below this visit's own address, and nowhere else."""
    back, root = asked.form.one("back"), f"/{asked.visit.root}"
    below = back.removeprefix(root) if back.startswith(root + "/") else ""
    parts = below.partition("?")[0].split("/")
    if below and _ADDRESS.fullmatch(below) and not {"..", "."} & set(parts):
        return Answer("go", back, 303)
    return asked.go("decisions")


def _decided(book: Book, number: int) -> Decided | None:
    return next((d for d in book.decisions() if d.number == number), None)


def _when(at: str, zone: str) -> str:
    moment = datetime.fromisoformat(at)
    return shown_time(round(moment.timestamp() * 1_000_000), zone)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


PAGES = (
    Page("decisions", "/said", listed, BOOK),
    Page("undo", "/undo", undo, BOOK),
    Page("decisions-again", "/said/again", again, BOOK),
    Page("decisions-more", "/said/more", more, BOOK),
    Page("decisions-make", "/said/more/{kind}", make, BOOK),
    Page("case-settings", "/settings-of-book", settings, BOOK),
)

"""Give something to somebody: for whom, whose thread, what it will hold, where it is written.

The one thing a reader would get wrong: nothing on these pages writes anything until the last of
them, and then only after the report was answered with yes (give_report.py).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rainbook.case import KeepBackNotAsked, must_be_asked, shown_day
from rainbook.case.left_over import left_beside
from rainbook.case.recipes import (
    HandedOver,
    RecipeShown,
    handed_over,
    parts_shown,
    recipe_shown,
    recipes_shown,
)
from rainbook.record import CaseFile, Disclosure, Person, RainbookError
from rainbook.web.giving.chosen import (
    USUAL,
    Chosen,
    about_of,
    chosen_on,
    disclosure_of,
    keep_chosen,
    keep_given,
    kept_given,
    last_given,
    mark_of,
    title_of,
)
from rainbook.web.giving.handing import Given, Giving
from rainbook.web.giving.names import proposed, why_not
from rainbook.web.interface import BOOK, CASE, Answer, Asked, Page, Slip

WITH_SINCE = ("review", "everything")
"""Recipes that compare with an earlier time."""
LAST_FEW = 10
SAID = ("NothingToHandOver", "InitialsWanted", "PersonNotKnown", "GateStopped", "NotTypeset")
"""Refusals that these pages say in words of their own."""
FIELDS = {"InitialsWanted": "initials", "NoSuchEntry": "since-typed"}
"""The field a refusal is said at; every other one is said at the person."""


@dataclass(frozen=True, slots=True)
class Card:
    """A recipe as a card: its plain name, what it is for, its parts, and whether it fits."""

    name: str
    title: str
    about: str
    shown: RecipeShown | None
    fits: bool = True


def choose(asked: Asked) -> Answer:
    """Ask for whom it is."""
    cards = _cards(asked)
    if asked.posted:
        wanted = asked.form.one("recipe")
        if any(c.name == wanted and c.fits for c in cards):
            keep_chosen(asked.desk, replace(chosen_on(asked.desk), recipe=wanted))
            return asked.go("give-who")
        slips = [Slip("recipe", asked.t("give-recipe-missing"))]
        return asked.page("give.html", slips=slips, cards=cards, now=wanted)
    return asked.page("give.html", cards=cards, now=chosen_on(asked.desk).recipe)


def _cards(asked: Asked) -> list[Card]:
    found = []
    for one in recipes_shown():
        shown = recipe_shown(one.name, asked.book)
        title, about = title_of(asked, one.name), about_of(asked, shown)
        found.append(Card(one.name, title, about, shown, not shown.misfit))
    usual = Card(USUAL, asked.t("give-recipe-usual"), asked.t("give-recipe-usual-about"), None)
    return [*found, usual]


def who(asked: Asked) -> Answer:
    """Ask whose thread, whose initials, what for, and what a review compares with."""
    chosen = chosen_on(asked.desk)
    if not chosen.recipe:
        return asked.go("give")
    if not asked.posted:
        initials = chosen.initials or asked.book.settings()["initials"]
        return _ask_who(asked, replace(chosen, initials=initials))
    since = asked.form.one("since-typed") or asked.form.one("since")
    typed = replace(
        chosen,
        persons=tuple(dict.fromkeys(asked.form.all("person"))),
        initials=asked.form.one("initials"),
        purpose=asked.form.one("purpose"),
        since=int(since) if since.isascii() and since.isdigit() and len(since) < 12 else None,
    )
    slips = _slips(asked, typed)
    if asked.form.one("since-typed") and typed.since is None:
        slips.append(Slip("since-typed", asked.t("give-since-wrong")))
    if slips:
        return _ask_who(asked, typed, slips)
    keep_chosen(asked.desk, typed)
    try:
        must_be_asked(asked.book)
    except KeepBackNotAsked:
        return asked.go("keep-back", {"then": "give-preview"})
    return asked.go("give-preview")


def _ask_who(asked: Asked, typed: Chosen, slips: Sequence[Slip] = ()) -> Answer:
    case = asked.case()
    first, others = _people(case)
    persons = typed.persons or (tuple(p.key for p in first) if len(first) == 1 else ())
    earlier = handed_over(asked.book) if typed.recipe in WITH_SINCE else ()
    return asked.page(
        "give-who.html",
        slips=slips,
        first=first,
        others=others,
        typed=replace(typed, persons=persons),
        title=title_of(asked, typed.recipe),
        compares=typed.recipe in WITH_SINCE,
        earlier=[(h, _names(case, h)) for h in reversed(earlier[-LAST_FEW:])],
    )


def _names(case: CaseFile, given: HandedOver) -> str:
    known = {p.key: p.name for p in case.people}
    return ", ".join(known.get(key, key) for key in given.persons)


def _people(case: CaseFile) -> tuple[list[Person], list[Person]]:
    """Return those the book is about, and everybody else but the complainant."""
    first = [p for p in case.people if p.role == "suspect"]
    return first, [p for p in case.people if p.role not in ("suspect", "complainant")]


def _slips(asked: Asked, typed: Chosen) -> list[Slip]:
    known = {p.key for people in _people(asked.case()) for p in people}
    slips = []
    if not typed.persons or not known.issuperset(typed.persons):
        slips.append(Slip("person", asked.t("give-who-missing")))
    if not typed.initials:
        slips.append(Slip("initials", asked.t("give-initials-missing")))
    if slips:
        return slips
    try:
        asked.book.preview(disclosure_of(asked.book, typed))
    except RainbookError as refused:
        field = FIELDS.get(type(refused).__name__, "person")
        slips.append(Slip(field, why(asked, refused)))
    return slips


def why(asked: Asked, refused: RainbookError) -> str:
    """Return why something cannot be given, in this app's own words where it has some."""
    name = type(refused).__name__
    return asked.t(f"give-cannot-{name.lower()}") if name in SAID else str(refused)


def preview(asked: Asked) -> Answer:
    """Show what it will hold, and begin to write it under a name."""
    chosen = chosen_on(asked.desk)
    if not chosen.ready:
        return asked.go("give")
    try:
        must_be_asked(asked.book)
        wanted = disclosure_of(asked.book, chosen)
        if asked.posted:
            return _begin(asked, wanted)
        return _preview(asked, wanted, proposed(asked.desk.home))
    except KeepBackNotAsked:
        return asked.go("keep-back", {"then": "give-preview"})
    except RainbookError as refused:
        slips = [Slip("person", why(asked, refused))]
        return _ask_who(asked, chosen, slips)


def _preview(
    asked: Asked, wanted: Disclosure, name: str, slips: Sequence[Slip] = ()
) -> Answer:
    book = asked.book
    seen, zone = book.preview(wanted), book.settings()["zone"]
    shown = recipe_shown(wanted.recipe, book, wanted) if wanted.recipe else None
    days = () if seen.first is None else (shown_day(seen.first, zone), shown_day(seen.last, zone))
    return asked.page(
        "give-preview.html",
        slips=slips,
        seen=seen,
        days=days,
        zone=zone,
        shown=shown,
        parts=shown.parts if shown else parts_shown(wanted),
        compared=_compared(asked, wanted) if shown and wanted.recipe in WITH_SINCE else "",
        wanted=wanted,
        title=title_of(asked, wanted.recipe),
        round=mark_of(wanted),
        name=name,
        left=left_beside(asked.desk.home / "x"),
    )


def _compared(asked: Asked, wanted: Disclosure) -> str:
    if not wanted.since:
        return asked.t("give-since-nothing")
    for one in handed_over(asked.book):
        if one.number == wanted.since:
            return asked.t("give-since-day", day=one.day)
    return asked.t("give-since-number", number=str(wanted.since))


def _begin(asked: Asked, wanted: Disclosure) -> Answer:
    name = unicodedata.normalize("NFC", asked.form.one("name"))
    if asked.form.one("round") != mark_of(wanted):
        slips = [Slip("shown", asked.t("give-preview-changed"))]
        return _preview(asked, wanted, name, slips)
    if key := why_not(asked.desk.home, name):
        return _preview(asked, wanted, name, [Slip("name", asked.t(key))])
    one = Giving(asked.book, asked.desk.home / name, wanted, asked.url("give-report"))
    return asked.start("give-writing", one.work, "given")


def given(asked: Asked) -> Answer:
    """Say what was written, where, and how to check it; or that nothing was."""
    done = asked.desk.done
    left = left_beside(asked.desk.home / "x")
    if isinstance(done, Given):
        written = done.state in ("written", "not noted")
        keep_given(asked.desk, done, done.folder if written else last_given(asked.desk))
    done = kept_given(asked.desk)
    if not isinstance(done, Given):
        return asked.page("given.html", done=None, home="", left=left, why="")
    said = asked.t(f"give-cannot-{done.error.lower()}") if done.error in SAID else done.why
    return asked.page(
        "given.html", done=done, home=str(asked.desk.home.absolute()), left=left, why=said
    )


PAGES = (
    Page("give", "/give", choose, CASE),
    Page("give-who", "/give/who", who, CASE),
    Page("give-preview", "/give/preview", preview, CASE),
    Page("given", "/given", given, BOOK),
)

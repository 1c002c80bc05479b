"""What the person has chosen so far: for whom, whose thread, whose initials, what for.

The one thing a reader would get wrong: two windows share one choice. A preview carries the mark of
what it showed, and is shown again when something else was chosen meanwhile.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from rainbook.case import Book, Report
from rainbook.case.recipes import RecipeShown, recipes_shown, with_recipe
from rainbook.record import Disclosure
from rainbook.web.desk import Desk
from rainbook.web.interface import Asked

_KEPT, _LAST = "give", "given"
USUAL = "usual"
"""Stands for "I do not know": no recipe, the usual parts."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen so far. `recipe`: a name, USUAL, or "" where nothing was chosen yet; `since`:
    the log entry to compare with, None = as the recipe says.
    """

    recipe: str = ""
    persons: tuple[str, ...] = ()
    initials: str = ""
    purpose: str = ""
    since: int | None = None

    @property
    def ready(self) -> bool:
        """Whether everything that must be said was said."""
        return bool(self.recipe and self.persons and self.initials)


def chosen_on(desk: Desk) -> Chosen:
    """Return what was chosen since the book was opened."""
    found = desk.kept.get(_KEPT)
    return found if isinstance(found, Chosen) else Chosen()


def keep_chosen(desk: Desk, chosen: Chosen) -> None:
    """Keep it until the book is locked."""
    desk.kept[_KEPT] = chosen


def keep_given(desk: Desk, given: object, name: str) -> None:
    """Keep what the last writing came to, until the book is locked."""
    desk.kept[_LAST] = (given, name)


def kept_given(desk: Desk) -> object:
    """Return what the last writing came to, None where there was none."""
    return desk.kept.get(_LAST, (None, ""))[0]


def last_given(desk: Desk) -> str:
    """Return the name of the folder written last since the book was opened, "" for none."""
    return str(desk.kept.get(_LAST, (None, ""))[1])


def disclosure_of(book: Book, chosen: Chosen) -> Disclosure:
    """Return what goes to whom, as the command makes it. Raises what `with_recipe` raises."""
    wanted = Disclosure(
        chosen.persons, chosen.initials, book.settings()["ref_style"], chosen.purpose
    )
    recipe = "" if chosen.recipe == USUAL else chosen.recipe
    if recipe or chosen.since is not None:
        return with_recipe(wanted, recipe, chosen.since, book)
    return wanted


def mark_of(wanted: Disclosure) -> str:
    """Return a short mark that differs where anything of a disclosure does."""
    return hashlib.sha256(repr(wanted).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def title_of(asked: Asked, recipe: str) -> str:
    """Return the plain name of a recipe; one this page does not know has its own."""
    key = f"give-recipe-{recipe or USUAL}"
    if asked.words.has(key):
        return asked.t(key)
    return next((r.title for r in recipes_shown() if r.name == recipe), recipe)


def about_of(asked: Asked, shown: RecipeShown) -> str:
    """Return in a sentence or two what a recipe is for."""
    key = f"give-recipe-{shown.name}-about"
    return asked.t(key) if asked.words.has(key) else f"{shown.for_whom} {shown.what_for}"


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a job asks: the report, what it is about, and the mark of this question.

    `place`: the name of the unfinished folder that holds the copies, "" where it was not found.
    """

    mark: str
    report: Report
    folder: str
    recipe: str
    persons: tuple[str, ...]
    place: str = ""

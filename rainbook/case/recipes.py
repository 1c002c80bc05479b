"""Recipes for the fronts: what each holds and leaves out, and a disclosure made with one.

The one thing a reader would get wrong: a recipe is shown before anything is written, and what every
hand-over must hold (the check, what was withheld, the read-me) is in each of them whatever its file
says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from rainbook.case.times import shown_day
from rainbook.findings.law import load_law
from rainbook.handover.bundle import EXHIBITS, formats, parts_of
from rainbook.handover.interface import PARTS_ALWAYS
from rainbook.handover.recipes import LAST, Recipe, UnknownRecipe, recipe, recipes
from rainbook.moment import instant
from rainbook.record import CaseFile, Disclosure, RainbookError

if TYPE_CHECKING:
    from rainbook.case.book import Book

__all__ = [
    "HandedOver",
    "NoSuchEntry",
    "PartShown",
    "RecipeDoesNotFit",
    "RecipeShown",
    "UnknownRecipe",
    "beside",
    "chosen_json",
    "handed_over",
    "opens_first",
    "parts_shown",
    "recipe_json",
    "recipe_shown",
    "recipes_shown",
    "with_recipe",
]

NEEDS_BEFORE = frozenset({"record/changes.pdf", "record/changes.csv"})
NOTHING_BEFORE = "There is no earlier hand-over about them to compare with; it will say so."
NOT_THERE = "not in this version"
WHAT_EXHIBITS = "the originals, or the cited parts of them"
WHAT_ALWAYS = "goes with every hand-over"


class NoSuchEntry(RainbookError):
    """The log has no entry of that number."""


class RecipeDoesNotFit(RainbookError):
    """The recipe follows the law of another jurisdiction."""


@dataclass(frozen=True, slots=True)
class PartShown:
    """One part of a bundle: its name, what it is, why it is in (or out of) this recipe.

    `there`: False where this version has nothing that writes it.
    """

    name: str
    what: str
    why: str
    there: bool = True


@dataclass(frozen=True, slots=True)
class RecipeShown:
    """A recipe as a front shows it. `misfit`: why it does not fit the case's law, "" where it does.

    `since`: the number of the log entry it compares with, 0 = none; `since_said`: in words.
    """

    name: str
    title: str
    for_whom: str
    what_for: str
    parts: tuple[PartShown, ...]
    left_out: tuple[PartShown, ...]
    misfit: str = ""
    since: int = 0
    since_said: str = ""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """One hand-over as the log holds it. `at`: ISO 8601 UTC; `day`: in the book's zone."""

    number: int
    at: str
    day: str
    persons: tuple[str, ...]
    purpose: str


def recipes_shown() -> tuple[RecipeShown, ...]:
    """Return every recipe, in the order they are shown."""
    return tuple(_shown(one) for one in recipes())


def recipe_shown(
    name: str, book: Book | None = None, disclosure: Disclosure | None = None
) -> RecipeShown:
    """Return one recipe; with a book, whether it fits its law, and with what it would compare.

    Raises UnknownRecipe.
    """
    one = recipe(name)
    found = _shown(one)
    if book is None:
        return found
    found = replace(found, misfit=one.misfit(book.settings()["law"]))
    if disclosure is None or not one.since:
        return found
    since = disclosure.since or _last(book, disclosure)
    return replace(found, since=since, since_said=_since_said(book, since))


def parts_shown(disclosure: Disclosure) -> tuple[PartShown, ...]:
    """Return what a bundle for this disclosure will hold, with or without a recipe; in the order of
    the recipe, else by name.
    """
    wanted = parts_of(disclosure)
    why = {p.name: p.why for p in recipe(disclosure.recipe).parts} if disclosure.recipe else {}
    first = [name for name in why if name in wanted]
    return tuple(_part(n, why.get(n, "")) for n in (*first, *sorted(wanted - set(first))))


def with_recipe(disclosure: Disclosure, name: str, since: int | None, book: Book) -> Disclosure:
    """Return the disclosure with the parts of a recipe. `since`: a log number to compare with, None
    = as the recipe says; with no recipe (name "") only `since` is checked and set.

    Raises UnknownRecipe, RecipeDoesNotFit, NoSuchEntry.
    """
    if since is not None:
        _must_be_there(book, since)
    if not name:
        return replace(disclosure, since=since or 0)
    one = recipe(name)
    if misfit := one.misfit(book.settings()["law"]):
        raise RecipeDoesNotFit(f"{one.title}: {misfit}")
    if since is None:
        since = _last(book, disclosure) if one.since == LAST else 0
    return replace(
        disclosure,
        recipe=one.name,
        parts=_names(one),
        since=since,
        purpose=disclosure.purpose or one.purpose,
    )


def handed_over(book: Book) -> tuple[HandedOver, ...]:
    """Return every hand-over the log holds, the oldest first."""
    zone = book.settings()["zone"]
    return tuple(
        HandedOver(
            r.number,
            r.at,
            shown_day(instant(r.at), zone),
            tuple(r.body.get("persons", ())),
            str(r.body.get("purpose", "")),
        )
        for r in book.vault().log()
        if r.kind == "handed over"
    )


def beside(
    book: Book, disclosure: Disclosure
) -> tuple[CaseFile | None, tuple[Mapping[str, str], ...]]:
    """Return what `hand_over` wants beside the case: the case as it was at `disclosure.since` (None
    where no part asks for it), and what the law file says of each kind of order.
    """
    law = load_law(book.settings()["law"])
    orders = tuple(one.cited() for one in law.orders)
    wanted = bool(disclosure.since) and bool(NEEDS_BEFORE & parts_of(disclosure))
    return (book.file(as_of=disclosure.since) if wanted else None), orders


def recipe_json(shown: RecipeShown) -> dict[str, Any]:
    """Return one recipe for other programs."""
    return asdict(shown)


def opens_first(disclosure: Disclosure) -> str:
    """Return the file to begin with: "index.pdf", or the first part of the recipe."""
    return recipe(disclosure.recipe).parts[0].name if disclosure.recipe else "index.pdf"


def chosen_json(book: Book, disclosure: Disclosure) -> dict[str, Any]:
    """Return what a hand-over will hold, for other programs: the recipe, or only its parts."""
    if disclosure.recipe:
        return recipe_json(recipe_shown(disclosure.recipe, book, disclosure))
    return {"parts": [asdict(p) for p in parts_shown(disclosure)]}


def _names(one: Recipe) -> tuple[str, ...]:
    every = (EXHIBITS, *(f.name for f in formats()))
    names = one.names(every)
    return (*names, *sorted(PARTS_ALWAYS - set(names)))


def _shown(one: Recipe) -> RecipeShown:
    why = {p.name: p.why for p in one.parts}
    out = [_part(name, left.why) for left in one.left_out for name in left.names]
    return RecipeShown(
        one.name,
        one.title,
        one.for_whom,
        one.what_for,
        tuple(_part(name, why.get(name, "")) for name in _names(one)),
        tuple(out),
    )


def _part(name: str, why: str) -> PartShown:
    what = {f.name: f.what for f in formats()} | {EXHIBITS: WHAT_EXHIBITS}
    if not why and name in PARTS_ALWAYS:
        why = f"{what.get(name, 'part of every hand-over')}; {WHAT_ALWAYS}"
    if name.endswith("/") and name != EXHIBITS:
        return PartShown(name, "everything in this folder", why)
    return PartShown(name, what.get(name, NOT_THERE), why, name in what)


def _last(book: Book, disclosure: Disclosure) -> int:
    """Return the number of the last hand-over about any of these persons, 0 where there is none."""
    wanted = set(disclosure.persons)
    return max((h.number for h in handed_over(book) if wanted & set(h.persons)), default=0)


def _must_be_there(book: Book, number: int) -> None:
    last = max((r.number for r in book.vault().log()), default=-1)
    if not 1 <= number <= last:
        raise NoSuchEntry(
            f"The log has no entry {number} to compare with; its entries go from 1 to {last}. "
            "Those that were hand-overs: rainbook recipes review --person NAME"
        )


def _since_said(book: Book, since: int) -> str:
    if not since:
        return NOTHING_BEFORE
    for one in handed_over(book):
        if one.number == since:
            purpose = f" ({one.purpose})" if one.purpose else ""
            return f"Compared with entry {since} of the log: handed over on {one.day}{purpose}."
    return f"Compared with the book after entry {since} of its log."

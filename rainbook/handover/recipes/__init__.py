"""The recipes: each is a choice of parts for one reader, as data, checked field by field.

The one thing a reader would get wrong: a recipe adds to a hand-over and never takes from its
safety. Whatever it names, `parts_always` of the interface goes too, and every part it does not name
is one it says it leaves out, and why. How a recipe is written: docs/recipes.md.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from rainbook.record import RainbookError

LAST = "last hand-over"
"""Stands in `since` for the log entry of the last hand-over about the same persons."""
_NAME = re.compile(r"[a-z][a-z-]{1,30}")
_FILE = re.compile(r"[a-z0-9][a-z0-9./-]{0,80}")
_FIELDS = {"name", "order", "title", "for_whom", "what_for", "all_parts", "part", "left_out"}
_FIELDS |= {"defaults", "fits"}


class RecipeNotUsable(RainbookError):
    """A recipe file says less than it must, or something this version does not know."""


class UnknownRecipe(RainbookError):
    """There is no recipe of that name."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a recipe: the name of a format, or "exhibits/"; and why it is in this one."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Parts a recipe leaves out, and why. A name that ends in "/" stands for all in that folder."""

    names: tuple[str, ...]
    why: str

    def covers(self, name: str) -> bool:
        """Return whether a part is one of these."""
        return any(n == name or (n.endswith("/") and name.startswith(n)) for n in self.names)


@dataclass(frozen=True, slots=True)
class Recipe:
    """A choice of parts. `parts` in the order people open them; `all_parts`: every part there is.

    `since`: "" or LAST. `laws`: the jurisdictions it fits, empty = all; `elsewhere`: jurisdiction →
    what there is instead.
    """

    name: str
    order: int
    title: str
    for_whom: str
    what_for: str
    parts: tuple[Part, ...]
    left_out: tuple[LeftOut, ...]
    all_parts: bool = False
    purpose: str = ""
    since: str = ""
    laws: tuple[str, ...] = ()
    elsewhere: Mapping[str, str] | None = None

    def names(self, every: Sequence[str]) -> tuple[str, ...]:
        """Return the names of its parts; `every`: those of all parts there are."""
        named = tuple(p.name for p in self.parts)
        return (*named, *sorted(set(every) - set(named))) if self.all_parts else named

    def misfit(self, law: str) -> str:
        """Return why it does not fit a jurisdiction ("england_wales"), "" where it does."""
        if not self.laws or law in self.laws:
            return ""
        return (self.elsewhere or {}).get(law, "It was not written for this jurisdiction.")


def recipes() -> tuple[Recipe, ...]:
    """Return the recipes that come with this version, in the order they are shown. Raises
    RecipeNotUsable.
    """
    found = [
        read_recipe(f.read_text("utf-8"), f.name)
        for f in files(__name__).iterdir()
        if f.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda r: (r.order, r.name)))


def recipe(name: str) -> Recipe:
    """Return one recipe. Raises UnknownRecipe, RecipeNotUsable."""
    known = recipes()
    for one in known:
        if one.name == name:
            return one
    raise UnknownRecipe(
        f"There is no recipe called {name!r}. There are: {', '.join(r.name for r in known)}. "
        "What each holds: rainbook recipes"
    )


def read_recipe(text: str, file: str) -> Recipe:
    """Return the recipe a TOML text holds. Raises RecipeNotUsable naming what is wrong."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise RecipeNotUsable(f"{file}: this is not written as TOML ({wrong}).") from wrong
    _only(given, _FIELDS, file)
    name = _text(given, "name", file)
    if not _NAME.fullmatch(name) or file != f"{name}.toml":
        raise RecipeNotUsable(f"{file}: `name` must be the file's own name, in small letters.")
    every = given.get("all_parts", False)
    if not isinstance(every, bool):
        raise RecipeNotUsable(f"{file}: `all_parts` must be true or false.")
    defaults = _table(given, "defaults", {"purpose", "since"}, file)
    since = defaults.get("since", "")
    if since not in ("", LAST):
        raise RecipeNotUsable(f'{file}: `since` must be left out or be "{LAST}".')
    fits = _table(given, "fits", {"laws", "elsewhere"}, file)
    made = Recipe(
        name,
        _order(given, file),
        _text(given, "title", file),
        _text(given, "for_whom", file),
        _text(given, "what_for", file),
        tuple(_part(one, file) for one in _tables(given, "part", file)),
        tuple(_left_out(one, file) for one in _tables(given, "left_out", file)),
        every,
        _text(defaults, "purpose", file),
        since,
        _names(fits, "laws", file) if fits else (),
        _elsewhere(fits, file),
    )
    _agrees(made, file)
    return made


def _agrees(made: Recipe, file: str) -> None:
    """Raise RecipeNotUsable for a recipe without parts, or that names one twice."""
    if not made.parts:
        raise RecipeNotUsable(f"{file}: a recipe has at least one [[part]].")
    names = [p.name for p in made.parts]
    twice = sorted({n for n in names if names.count(n) > 1})
    both = sorted({n for n in names if any(out.covers(n) for out in made.left_out)})
    if twice or both:
        raise RecipeNotUsable(f"{file}: named twice: {', '.join(twice or both)}.")


def _part(given: Mapping[str, Any], file: str) -> Part:
    _only(given, {"name", "why"}, file)
    return Part(_file(_text(given, "name", file), file), _text(given, "why", file))


def _left_out(given: Mapping[str, Any], file: str) -> LeftOut:
    _only(given, {"names", "why"}, file)
    names = tuple(_file(n, file) for n in _names(given, "names", file))
    return LeftOut(names, _text(given, "why", file))


def _file(name: str, file: str) -> str:
    """Return the name of a part: a path inside the bundle. Raises RecipeNotUsable."""
    if not _FILE.fullmatch(name) or ".." in name:
        raise RecipeNotUsable(f"{file}: {name!r} is not the name of a part of a bundle.")
    return name


def _order(given: Mapping[str, Any], file: str) -> int:
    found = given.get("order")
    if isinstance(found, bool) or not isinstance(found, int):
        raise RecipeNotUsable(f"{file}: `order` must be a whole number: its place in the list.")
    return found


def _elsewhere(fits: Mapping[str, Any], file: str) -> Mapping[str, str]:
    found = fits.get("elsewhere", {})
    if not isinstance(found, dict):
        raise RecipeNotUsable(f"{file}: `elsewhere` must be a table of jurisdictions.")
    return {law: _text(found, law, file) for law in found}


def _text(given: Mapping[str, Any], key: str, file: str) -> str:
    found = given.get(key)
    if not isinstance(found, str) or not found.strip():
        raise RecipeNotUsable(f"{file}: `{key}` is missing or empty.")
    return " ".join(found.split())


def _names(given: Mapping[str, Any], key: str, file: str) -> tuple[str, ...]:
    found = given.get(key)
    if not isinstance(found, list) or not found or not all(isinstance(f, str) for f in found):
        raise RecipeNotUsable(f"{file}: `{key}` must be a list of names.")
    return tuple(found)


def _table(given: Mapping[str, Any], key: str, known: set[str], file: str) -> Mapping[str, Any]:
    found = given.get(key, {})
    if not isinstance(found, dict):
        raise RecipeNotUsable(f"{file}: `{key}` must be a [{key}] table.")
    _only(found, known, file)
    return found


def _tables(given: Mapping[str, Any], key: str, file: str) -> Sequence[Mapping[str, Any]]:
    found = given.get(key, [])
    if not isinstance(found, list) or not all(isinstance(f, dict) for f in found):
        raise RecipeNotUsable(f"{file}: `{key}` must be written as [[{key}]] tables.")
    return found


def _only(given: Mapping[str, Any], known: set[str], file: str) -> None:
    extra = sorted(set(given) - known)
    if extra:
        raise RecipeNotUsable(
            f"{file}: this version does not know {', '.join(extra)}. Check the spelling."
        )

"""Finds folders for the pages that begin with one: those beside the book, or one that is typed.

The one thing a reader would get wrong: a place beside the book is named by its name only. A typed
place may be anywhere the person may look; nothing is written there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rainbook.case import kind_of_folder
from rainbook.case.left_over import is_unfinished
from rainbook.record import RainbookError
from rainbook.web.interface import Asked, Slip

MOST = 200
BUNDLE, BOOK = "bundle", "case"


@dataclass(frozen=True, slots=True)
class Beside:
    """A folder beside the book. `kind`: "bundle" or "case"; `unfinished`: never finished."""

    name: str
    kind: str
    unfinished: bool = False


def beside(home: Path, *kinds: str) -> tuple[Beside, ...]:
    """Return the folders of these kinds in the app's own place, by name, at most MOST."""
    try:
        names = sorted(p.name for p in home.iterdir() if p.is_dir() and not p.is_symlink())
    except OSError:
        return ()
    found = (_look(home / name) for name in names)
    return tuple([one for one in found if one is not None and one.kind in kinds][:MOST])


def _look(place: Path) -> Beside | None:
    try:
        return Beside(place.name, kind_of_folder(place), is_unfinished(place))
    except (RainbookError, OSError):
        return None


def files_beside(home: Path, *endings: str) -> tuple[str, ...]:
    """Return the names of files with one of these endings in the app's own place."""
    try:
        found = [p.name for p in home.iterdir() if p.is_file() and not p.is_symlink()]
    except OSError:
        return ()
    return tuple(sorted(n for n in found if n.lower().endswith(endings))[:MOST])


def picked(asked: Asked, field: str = "folder") -> Path | Slip:
    """Return the place a form names: one from the list, or the one typed in `field`-typed.

    A slip where neither was given. Whether anything stands there is for whoever opens it.
    """
    typed = asked.form.one(f"{field}-typed").strip("\"'")
    name = asked.form.one(field)
    if typed:
        return _typed(asked, typed, field)
    if name and "/" not in name and "\\" not in name and name not in (".", ".."):
        return asked.desk.home / name
    return Slip(field, asked.t("give-names-no-folder"))


def _typed(asked: Asked, typed: str, field: str) -> Path | Slip:
    """Return a typed place: absolute, in the person's own folder (~), or beside the book."""
    try:
        place = asked.desk.home / Path(typed).expanduser()  # an absolute one stays as it is
        place.is_dir()
    except (OSError, RuntimeError, ValueError):
        place = None
    if place is None or "\0" in typed:
        return Slip(f"{field}-typed", asked.t("give-names-no-place"))
    return place

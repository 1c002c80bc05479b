"""The books in the usual folder, and names for new ones.

The one thing a reader would get wrong: nothing remembers which books were opened. The list is what
lies in the folder at this moment.
"""

from __future__ import annotations

import re
from pathlib import Path

from rainbook.record import RainbookError

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _-]{0,39}")
_NEVER = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.I)


class NameNotPlain(RainbookError):
    """A folder would have a name some computers refuse."""


class NoSuchFolder(RainbookError):
    """The folder somebody typed is not there."""


def books_in(home: Path) -> tuple[str, ...]:
    """Return the names of the books in a folder, sorted; () where it is not there."""
    try:
        found = [p.name for p in home.iterdir() if _is_book(p)]
    except OSError:
        return ()
    return tuple(sorted(found))


def _is_book(folder: Path) -> bool:
    return (folder / "format").is_file() and (folder / "log").exists()


def free_name(home: Path, first: str = "book") -> str:
    """Return a name nothing in the folder has yet."""
    names = [first, *(f"{first}-{n}" for n in range(2, 1_000))]
    return next((n for n in names if not (home / n).exists()), first)


def plain_name(typed: str) -> str:
    """Return a folder name that every computer takes. Raises NameNotPlain."""
    name = typed.strip()
    if not _NAME.fullmatch(name) or _NEVER.fullmatch(name) or name != name.rstrip(" ."):
        raise NameNotPlain(
            "Use a short name of plain letters and numbers, such as book or papers-2."
        )
    return name


def folder_typed(typed: str, home: Path) -> Path:
    """Return the folder somebody typed, or the usual one for nothing. Raises NoSuchFolder."""
    text = typed.strip().strip('"')
    if not text:
        return home
    try:
        place = Path(text).expanduser()
        there = place.is_absolute() and place.is_dir()
    except (OSError, RuntimeError, ValueError):  # too long, no such account, not a name
        there = False
    if not there:
        raise NoSuchFolder(
            "There is no such folder on this computer. Type the whole way to it, as your files "
            "program shows it."
        )
    return place

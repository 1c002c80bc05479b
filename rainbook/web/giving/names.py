"""Names for a new folder or file beside the book: which can be used, and one to propose.

The one thing a reader would get wrong: a name is a name and never a way to another place. What is
not on the short list of characters is refused, so that the folder can go to any other computer and
looks in a list as it is.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

from rainbook.case import kind_of_folder
from rainbook.case.left_over import is_unfinished
from rainbook.record import RainbookError

LONGEST = 60
"""Characters of a name; in UTF-8 it stays below what any file system takes."""
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?",
    re.IGNORECASE | re.DOTALL,
)
_BESIDE_LETTERS = " -_.()"


def proposed(home: Path, ending: str = "") -> str:
    """Return the first free name of today: "for-2026-11-22-1". `ending`: such as ".zip"."""
    day, number = date.today().isoformat(), 1  # the day of this computer: it is only a name
    while taken(home / f"for-{day}-{number}{ending}"):
        number += 1
    return f"for-{day}-{number}{ending}"


def taken(place: Path) -> bool:
    """Return whether anything stands there, a broken link too."""
    return place.is_symlink() or place.exists()


def why_not(home: Path, name: str) -> str:
    """Return the key of the text that says why a name cannot be used, "" where it can.

    The keys: give-names-empty, -long, -letters, -edge, -reserved, -unfinished, -book, -taken.
    """
    name = unicodedata.normalize("NFC", name)
    if not name:
        return "give-names-empty"
    if any(not (c.isalnum() or c in _BESIDE_LETTERS) for c in name):
        return "give-names-letters"
    if len(name) > LONGEST or len(name.encode()) > 3 * LONGEST:
        return "give-names-long"
    if not name[0].isalnum() or name[-1] in " ." or ".." in name:
        return "give-names-edge"
    if _RESERVED.fullmatch(name):
        return "give-names-reserved"
    if is_unfinished(home / name):
        return "give-names-unfinished"
    if in_book(home):
        return "give-names-book"
    return "give-names-taken" if taken(home / name) else ""


def in_book(place: Path) -> bool:
    """Return whether a folder is a book or lies inside one."""
    here = place.absolute()
    return any(_is_book(one) for one in (here, *here.parents))


def _is_book(folder: Path) -> bool:
    try:
        return kind_of_folder(folder) == "case"
    except (RainbookError, OSError):  # neither, or nobody may look
        return False

"""What a file is called, and whether there is room for it.

The one thing a reader would get wrong: a name never becomes a path. It is a label in the record,
kept as it was given; a page shows it with its hidden characters visible.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

LONGEST_NAME = 1_000  # characters
RESERVE = 64 << 20  # bytes left free for the log, the tables and the computer itself
_PARTS = re.compile(r"[/\\]")


def last_part(given: str) -> str:
    """Return the last part of a name, which may have come with folders, cut at LONGEST_NAME.

    Folders say where somebody keeps things; they are not part of the file. "" where nothing is
    left.
    """
    name = _PARTS.split(given)[-1].encode("utf-8", "replace").decode("utf-8")
    return "" if name.strip(" .\x00") == "" else name[:LONGEST_NAME]


def room_left(folder: Path) -> int:
    """Return how many bytes can still be taken in, 0 or more. Raises nothing: a disk that does not
    say is found out while writing.
    """
    try:
        return max(0, shutil.disk_usage(folder).free - RESERVE)
    except OSError:
        return 1 << 62

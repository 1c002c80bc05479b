"""What a hand-over that was stopped (killed, a power cut) leaves on the disk.

The one thing a reader would get wrong: such a folder is not protected by the passphrase and was
not always looked through for what must be kept back. It is named, and only the person deletes it:
another hand-over may be writing into it at this moment.
"""

from __future__ import annotations

import re
from pathlib import Path

from rainbook.record import RainbookError

UNFINISHED = (
    "This folder is what a hand-over left that was stopped before it was done. Give it to nobody: "
    "what must be kept back may stand in it. Delete it and hand over again."
)
# as tempfile.mkdtemp names the folder everything is written into (handover/bundle.py)
_PART = re.compile(r".*\.part-[a-z0-9_]{8}", re.DOTALL)


class NameNotUsable(RainbookError):
    """The folder would have the name of one that was left unfinished."""


def is_unfinished(folder: Path) -> bool:
    """Return whether a folder has the name of one that is still being written."""
    return _PART.fullmatch(folder.absolute().name or folder.resolve().name) is not None


def left_beside(folder: Path) -> tuple[str, ...]:
    """Return the names of the unfinished folders in the place where `folder` is to be written,
    sorted. Never raises for what it finds there.
    """
    try:
        beside = [p for p in folder.absolute().parent.iterdir() if is_unfinished(p)]
        return tuple(sorted(p.name for p in beside if p.is_dir() and not p.is_symlink()))
    except OSError:  # no such place yet, or nobody may look into it: hand-over says so itself
        return ()


def must_not_look_unfinished(folder: Path) -> None:
    """Raise NameNotUsable for a name under which `verify` would find every bundle unfinished."""
    if is_unfinished(folder):
        raise NameNotUsable(
            "A name that ends so is for folders that were never finished. Choose another name."
        )

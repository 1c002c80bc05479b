"""Checks a folder: a case with its passphrase, or a bundle with nothing but the folder.

The one thing a reader would get wrong: an empty list of faults means every byte was read and
compared; when that could not be done, it raises and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rainbook.custody import NoSlot, NotABook, SlotDamaged, Vault
from rainbook.handover.check import check_bundle
from rainbook.handover.hashes import HASHES
from rainbook.record import RainbookError

Progress = Callable[[int, int], None]


class NothingToCheck(RainbookError):
    """The folder is neither a case nor a bundle."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked ("case" or "bundle") and each fault: kind, place, sentence."""

    what: str
    faults: tuple[tuple[str, str, str], ...]


def kind_of_folder(folder: Path) -> str:
    """Return "case" or "bundle". Raises NothingToCheck."""
    if not folder.is_dir():
        raise NothingToCheck(f"There is no folder {folder.name!r} here. Check its name.")
    if (folder / "format").is_file() or (folder / "log").is_file():
        return "case"
    if (folder / HASHES).is_file() or (folder / "index.pdf").is_file():
        return "bundle"
    raise NothingToCheck(
        f"{folder.name or folder} is neither a book nor a bundle: it has no {HASHES} and "
        "no log. Name the folder itself."
    )


def check_folder(
    folder: Path,
    passphrase: Callable[[], str],
    *,
    mark: str = "",
    hashes: str = "",
    progress: Progress | None = None,
) -> Checked:
    """Check every byte of a case or bundle. `passphrase` is asked only for a case.

    `mark` (from a recovery sheet or an earlier bundle's log entry) also finds a whole older copy
    put in its place.
    """
    if kind_of_folder(folder) == "bundle":
        told = (lambda _, done, total: progress(done, total)) if progress else None
        found = check_bundle(folder, told, hashes)
        return Checked("bundle", tuple((f.what, f.file, f.sentence) for f in found))
    secret = passphrase()
    try:
        with Vault.open(folder, secret, read_only=True) as vault:
            found_faults = vault.verify(mark or None, progress)
            faults = tuple((f.kind, f.place, f.sentence) for f in found_faults)
    except NotABook as damaged:  # it has a log, so it was one
        kind = "changed" if (folder / "format").exists() else "missing"
        faults = ((kind, "format", str(damaged)),)
    except (NoSlot, SlotDamaged) as damaged:
        faults = (("changed", "keys", str(damaged)),)
    return Checked("case", faults)

"""Checks a folder: a case with its passphrase, or a bundle with nothing but the folder.

The one thing a reader would get wrong: an empty list of faults means every byte was read and
compared; when that could not be done, it raises and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rainbook.case.left_over import UNFINISHED, is_unfinished
from rainbook.custody import NoSlot, NotABook, SlotDamaged, Vault
from rainbook.handover.check import check_bundle
from rainbook.handover.hashes import HASHES
from rainbook.handover.interface import Fault
from rainbook.handover.proof.checking import check_proof
from rainbook.handover.proof.making import PROOF
from rainbook.handover.proof.signed import check_signed
from rainbook.handover.stamps import reading as stamps
from rainbook.record import RainbookError

Progress = Callable[[int, int], None]


NO_PROOF = (
    "There is no proof in this bundle that the records in it are all there are: it gives none of "
    "the files themselves."
)


class NothingToCheck(RainbookError):
    """The folder is neither a case nor a bundle."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked ("case" or "bundle"), each fault (kind, place, sentence), and of a bundle
    what its signature, its time stamps and its proof show, in plain sentences.
    """

    what: str
    faults: tuple[tuple[str, str, str], ...]
    said: tuple[str, ...] = ()


def kind_of_folder(folder: Path) -> str:
    """Return "case" or "bundle". Raises NothingToCheck."""
    if not folder.is_dir():
        raise NothingToCheck(f"There is no folder {folder.name!r} here. Check its name.")
    if (folder / "format").is_file() or (folder / "log").is_file():
        return "case"
    if (folder / HASHES).is_file() or (folder / "index.pdf").is_file() or is_unfinished(folder):
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
        return _bundle(folder, check_bundle(folder, told, hashes))
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


def _bundle(folder: Path, changed: tuple[Fault, ...]) -> Checked:
    """Return what is wrong with a bundle, and what else it shows; nothing is claimed of one in
    which anything is wrong.
    """
    signed = check_signed(folder, stamps.check)
    proved = check_proof(folder, stamps.check) if (folder / PROOF).exists() else None
    named = {(f.what, f.file) for f in changed}
    beside = (*signed.faults, *(proved.faults if proved else ()))
    faults = [*changed, *(f for f in beside if (f.what, f.file) not in named)]
    if is_unfinished(folder):  # whole or not: nobody knows whether it was agreed to
        faults.insert(0, Fault("unfinished", folder.name, UNFINISHED))
    if proved and not faults and proved.key != signed.key:
        sentence = "The proof and the bundle are signed with two different keys."
        faults.append(Fault("changed", PROOF, sentence))
    said = (*signed.said, *(proved.said if proved else (NO_PROOF,)))
    return Checked(
        "bundle",
        tuple((f.what, f.file, f.sentence) for f in faults),
        () if faults else said,
    )

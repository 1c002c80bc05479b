"""Checks a bundle against its own hash list and says in plain words what is wrong.

The one thing a reader would get wrong: a bundle whose list was rewritten to match changed files
agrees with itself; only the hash of hashes.txt kept in the case's log (or written down by whoever
received it) shows that. Give it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Container
from pathlib import Path

from rainbook.handover.hashes import CONTENTS, HASHES, NOT_LISTED, files_of, hash_of
from rainbook.handover.interface import Fault, Progress

_LINE = re.compile(r"([0-9a-f]{64})  ([!-~](?:[ -~]*[!-~])?)")
Listed = dict[str, str]


def check_bundle(
    folder: Path, progress: Progress | None = None, hashes_sha256: str = ""
) -> tuple[Fault, ...]:
    """Return everything wrong with the bundle, by file name; nothing means it is as it was handed
    over.

    `hashes_sha256`: the hash of hashes.txt noted at the time; "" leaves that comparison out. Never
    raises for what it finds in the folder.
    """
    folder = Path(folder)
    if not folder.is_dir():
        return (Fault("missing", "", "There is no such folder."),)
    if not (folder / HASHES).is_file():
        return (
            Fault(
                "missing", HASHES, f"{HASHES} is missing: without it nothing here can be checked."
            ),
        )
    faults, listed = _read_list(folder)
    if hashes_sha256 and hash_of(folder / HASHES)[0] != hashes_sha256:
        faults.append(
            Fault(
                "changed",
                HASHES,
                f"{HASHES} is not the list that was handed over; it was rewritten.",
            )
        )
    present = files_of(folder)
    sizes = _sizes(folder)
    seen: dict[str, str] = {}
    for done, (name, path) in enumerate(present.items(), 1):
        fault = _check_file(name, path, listed, sizes, seen)
        faults.extend([fault] if fault else [])
        if progress:
            progress("checking the files", done, len(present))
    faults.extend(_missing(listed, seen, present))
    return tuple(
        sorted(_with_moves(faults, listed, seen), key=lambda f: (f.file, f.what, f.sentence))
    )


def _missing(listed: Listed, seen: dict[str, str], present: Container[str]) -> list[Fault]:
    return [
        Fault("missing", name, f"{name} is missing." + _elsewhere(digest, name, seen))
        for name, digest in listed.items()
        if name not in present
    ]


def _read_list(folder: Path) -> tuple[list[Fault], Listed]:
    faults: list[Fault] = []
    listed: Listed = {}
    text = (folder / HASHES).read_bytes().decode("utf-8", "replace")
    lines = text.split("\n")
    if lines.pop() != "" or not lines:
        faults.append(
            Fault(
                "changed", HASHES, f"{HASHES} ends in the middle of a line: something was cut off."
            )
        )
    for place, line in enumerate(lines, 1):
        read = _LINE.fullmatch(line)
        if read is None or ".." in read[2].split("/") or read[2].startswith("/"):
            faults.append(
                Fault("changed", HASHES, f"Line {place} of {HASHES} is not a hash and a file name.")
            )
        elif read[2] in listed:
            faults.append(Fault("changed", HASHES, f"{HASHES} lists {read[2]} twice."))
        else:
            listed[read[2]] = read[1]
    if list(listed) != sorted(listed):
        faults.append(
            Fault(
                "reordered",
                HASHES,
                f"The lines of {HASHES} are not in the order they were written.",
            )
        )
    return faults, listed


def _sizes(folder: Path) -> dict[str, int]:
    """Return the sizes contents.csv states; a damaged table only means that sizes are not said."""
    try:
        with (folder / CONTENTS).open(encoding="utf-8-sig", newline="") as stream:
            return {row["file"]: int(row["bytes"]) for row in csv.DictReader(stream)}
    except (OSError, ValueError, KeyError, TypeError, csv.Error):
        return {}


def _check_file(
    name: str, path: Path, listed: Listed, sizes: dict[str, int], seen: dict[str, str]
) -> Fault | None:
    if name in NOT_LISTED and not path.is_symlink():
        return None
    if path.is_symlink() or not path.is_file():
        return Fault(
            "added" if name not in listed else "changed", name, f"{name} is a link, not a file."
        )
    try:
        digest, size = hash_of(path)
    except OSError as refused:
        return Fault("unreadable", name, f"{name} could not be read: {refused.strerror}.")
    seen[name] = digest
    if name not in listed:
        return Fault("added", name, f"{name} was added: it is not in {HASHES}.")
    if digest == listed[name]:
        return None
    was = sizes.get(name, size)
    how = (
        f" It is {abs(size - was):,} bytes {'longer' if size > was else 'shorter'} than it was."
        if size != was
        else ""
    )
    return Fault("changed", name, f"{name} has changed.{how}")


def _elsewhere(digest: str, name: str, seen: dict[str, str]) -> str:
    other = next((n for n, d in seen.items() if d == digest and n != name), "")
    return f" Its content now stands in {other}." if other else ""


def _with_moves(faults: list[Fault], listed: Listed, seen: dict[str, str]) -> list[Fault]:
    """Return the faults, saying of a changed file that holds another file's content that it was
    moved.
    """
    made = []
    for fault in faults:
        now = seen.get(fault.file, "")
        home = [n for n, d in listed.items() if d == now and n != fault.file]
        if fault.what == "changed" and home and listed.get(fault.file) != now:
            fault = Fault(
                "moved", fault.file, f"{fault.file} now holds what {home[0]} should hold."
            )
        made.append(fault)
    return made

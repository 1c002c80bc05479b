"""Puts the program on a stick, with a folder for books and something to press.

The one thing a reader would get wrong: Python itself is not copied. The other computer needs Python
3.11 or newer, and must be of the same kind (system and processor), because some packages are built
for one kind only.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources import as_file, files
from pathlib import Path, PurePath

from rainbook.record import RainbookError

APP, BOOKS = "app", "books"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_RUN = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); from rainbook.start import main; main()"
)
STARTS = {
    "start.sh": '#!/bin/sh\ncd "$(dirname "$0")" || exit 1\n'
    f'exec python3 -I -B -c "{_RUN}" "$PWD/{APP}" open --folder "$PWD/{BOOKS}" "$@"\n',
    "start.command": '#!/bin/sh\ncd "$(dirname "$0")" || exit 1\n'
    f'exec python3 -I -B -c "{_RUN}" "$PWD/{APP}" open --folder "$PWD/{BOOKS}" "$@"\n',
    "start.bat": '@echo off\r\ncd /d "%~dp0"\r\n'
    f'py -3 -I -B -c "{_RUN}" "%~dp0{APP}" open --folder "%~dp0{BOOKS}" %*\r\n',
}
READ_ME = (
    "Rainbook on a stick\r\n\r\n"
    "Windows: press start.bat. Mac: start.command. Linux: start.sh.\r\n"
    "The computer needs Python 3.11 or newer, and must be of the kind this was made on:\r\n"
    "{kind}.\r\n\r\n"
    "Books are kept in the folder books. Nothing is installed. The browser of the computer may\r\n"
    "still keep a list of the pages that were opened; a private window is used where there is\r\n"
    "one.\r\n"
)


class StickInUse(RainbookError):
    """The folder to write to holds something already, or is not there."""


def main(given: list[str]) -> int:
    """Copy the program into a folder; return the exit code."""
    reads = argparse.ArgumentParser(
        prog="rainbook carry", description="Put the program on a stick."
    )
    reads.add_argument("folder", type=Path, help="A folder on the stick; it is made if need be.")
    folder: Path = reads.parse_args(given).folder
    try:
        count = carry(folder)
    except RainbookError as failed:
        sys.stderr.write(f"{failed}\n")
        return 2
    except OSError as refused:
        sys.stderr.write(
            f"The stick refused ({refused.strerror}). Delete what was copied to {folder.name} and "
            "try again with more room.\n"
        )
        return 2
    sys.stdout.write(f"{count} packages copied. Begin with start.sh, start.command or start.bat.\n")
    return 0


def carry(folder: Path) -> int:
    """Copy the program and all it needs into a folder; return how many packages. Raises StickInUse,
    OSError.
    """
    if any((folder / name).exists() for name in (APP, *STARTS)):
        raise StickInUse(
            f"{folder.name} holds the program already. Delete its folder {APP} and the files that "
            "start it first; the books in it stay as they are."
        )
    app = folder / APP
    app.mkdir(parents=True)
    (folder / BOOKS).mkdir(exist_ok=True)
    with as_file(files("rainbook")) as ours:
        shutil.copytree(ours, app / "rainbook", ignore=_without)
    count = 1
    for one in needed("rainbook"):
        _copy(one, app)
        count += 1
    for name, text in STARTS.items():
        made = folder / name
        made.write_bytes(text.encode())
        made.chmod(0o755)
    kind = f"{sys.platform}, {sys.implementation.cache_tag}"
    (folder / "read-me.txt").write_bytes(READ_ME.format(kind=kind).encode())
    return count


def _without(_: str, names: list[str]) -> set[str]:
    return {n for n in names if n in ("__pycache__", "node_modules") or n.endswith(".pyc")}


def needed(name: str) -> Iterator[Distribution]:
    """Yield every installed package that another one needs, without the ones only extras need."""
    seen, open_ones = {name}, [name]
    while open_ones:
        one = distribution(open_ones.pop())
        for wanted in one.requires or ():
            found = _NAME.match(wanted)
            if found is None or "extra ==" in wanted:
                continue
            inner = found[0].lower().replace("_", "-").replace(".", "-")
            if inner in seen:
                continue
            seen.add(inner)
            try:
                yield distribution(inner)
            except PackageNotFoundError:
                continue  # needed on another kind of computer only
            open_ones.append(inner)


def _copy(one: Distribution, app: Path) -> None:
    for listed in one.files or ():
        place = PurePath(str(listed))
        if ".." in place.parts or place.is_absolute() or place.parts[0] == "tests":
            continue  # a program beside the packages, or the tests of one
        if "__pycache__" in place.parts:
            continue  # what Python compiled for itself
        source = Path(str(one.locate_file(listed)))
        target = app / place
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)

"""What every extra shares: the bundle it starts from, checked, and a way to write beside it.

The one thing a reader would get wrong: a bundle is checked first and its bytes are hashed once more
while they are copied. So what an extra holds is what was checked, even if a file was changed
between the two.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from rainbook.handover.check import check_bundle
from rainbook.handover.hashes import (
    BLOCK,
    HASHES,
    files_of,
    hash_of,
)
from rainbook.record import RainbookError


class NotWhole(RainbookError):
    """The folder is not a bundle, or something in it is not as it was handed over."""


class ChangedMeanwhile(RainbookError):
    """A file of the bundle changed while it was being copied."""


class NameTaken(RainbookError):
    """Something stands already where an extra should be, or it would stand in the bundle."""


class ExtraNotInstalled(RainbookError):
    """A package that one extra needs, and nothing else does, is not installed."""


class ExtraNotWritten(RainbookError):
    """The disk refused something while an extra was made; nothing was left under its name."""


@dataclass(frozen=True, slots=True)
class Extra:
    """One standard: `name` as it is typed, `what` it makes in a plain sentence, the packages it
    `needs` beside the usual ones, and the function that makes it.
    """

    name: str
    what: str
    make: Callable[..., Path]
    needs: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a checked bundle: its name with forward slashes, where it is, its SHA-256 (64 hex
    digits) and its size in bytes.
    """

    name: str
    path: Path
    sha256: str
    size: int


def whole(folder: Path) -> tuple[Part, ...]:
    """Return the files of a bundle that passes its check, sorted by name. Raises NotWhole."""
    folder = Path(folder)
    faults = check_bundle(folder)
    if faults:
        more = f" ({len(faults)} faults in all.)" if len(faults) > 1 else ""
        raise NotWhole(
            f"{folder.name} is not as it was handed over: {faults[0].sentence}{more} Nothing was "
            "made of it. Use another copy, or write the bundle again."
        )
    lines = (folder / HASHES).read_text("ascii").split("\n")[:-1]
    listed = {line[66:]: line[:64] for line in lines}  # 64 hex digits, two spaces, the name
    found = []
    for name, path in files_of(folder).items():
        if path.is_symlink():
            raise NotWhole(f"{name} is a link, not a file. Nothing was made of this folder.")
        digest = listed.get(name) or hash_of(path)[0]
        found.append(Part(name, path, digest, path.stat().st_size))
    return tuple(found)


def blocks_of(part: Part) -> Iterator[bytes]:
    """Yield the bytes of a file in blocks of at most 1 MiB. Raises ChangedMeanwhile at the end if
    they are not those that were checked.
    """
    digest, size = hashlib.sha256(), 0
    with part.path.open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
            size += len(block)
            if size > part.size:
                break
            yield block
    if (digest.hexdigest(), size) != (part.sha256, part.size):
        raise ChangedMeanwhile(
            f"{part.name} was changed while it was being copied. Nothing was written; close "
            "whatever has it open and start again."
        )


def bytes_of(part: Part) -> bytes:
    """Return all bytes of a file. Raises ChangedMeanwhile."""
    return b"".join(blocks_of(part))


def copied(part: Part, to: BinaryIO) -> None:
    """Write the bytes of a file into an open one. Raises ChangedMeanwhile."""
    for block in blocks_of(part):
        to.write(block)


@contextmanager
def new_folder(out: Path, bundle: Path) -> Iterator[Path]:
    """Give a folder to write into, beside `out`, and move it there in one step at the end.

    Raises NameTaken, ExtraNotWritten. After any error nothing is left and `out` is as it was.
    """
    out = free(out, bundle)
    with _refusals(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=f"{out.name}.part-", dir=out.parent))
    try:
        with _refusals(out):
            yield part
            part.chmod(0o755)  # made private while it was being written; it is for giving
            part.rename(free(out, bundle))
    finally:
        shutil.rmtree(part, ignore_errors=True)  # not there any more when all went well


@contextmanager
def new_file(out: Path, bundle: Path | None) -> Iterator[BinaryIO]:
    """Give an open file beside `out`, and put it there in one step at the end.

    Raises NameTaken, ExtraNotWritten. After any error nothing is left and `out` is as it was.
    """
    out = free(out, bundle)
    with _refusals(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f"{out.name}.part-", dir=out.parent)
    part = Path(name)
    try:
        with _refusals(out):
            with os.fdopen(descriptor, "w+b") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            part.chmod(0o644)
            part.rename(free(out, bundle))
    finally:
        part.unlink(missing_ok=True)


def free(out: Path, bundle: Path | None) -> Path:
    """Return the absolute path, if nothing stands there and it is not inside the bundle. Raises
    NameTaken.
    """
    out = Path(os.path.abspath(out))
    if out.is_symlink() or out.exists():
        raise NameTaken(
            f"{out.name} is there already, and nothing will be overwritten. Choose another name."
        )
    if bundle is not None and _inside(out, bundle):
        raise NameTaken(
            f"{out.name} would stand inside {bundle.name}, and then that folder would not pass its "
            "check any more. Choose a place beside it."
        )
    return out


def _inside(out: Path, bundle: Path) -> bool:
    home = Path(os.path.realpath(bundle))
    real = Path(os.path.realpath(out))
    return home == real or home in real.parents


@contextmanager
def _refusals(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as refused:
        raise ExtraNotWritten(
            f"{out.name} could not be written ({refused.strerror or type(refused).__name__}). "
            "Nothing was left behind. See that there is room on the disk, or choose another place."
        ) from refused


def optional(module: str, package: str) -> Any:
    """Return a module that only one extra needs. Raises ExtraNotInstalled, naming what to install.

    Asked for by name, so that the program runs, and is checked for its types, without it.
    """
    try:
        return import_module(module)
    except ImportError as missing:
        raise ExtraNotInstalled(
            f"This needs the package {package}, which is not installed. Install it together with "
            "the others of its kind: pip install 'rainbook[extras]'"
        ) from missing


def sums(parts: Sequence[Part]) -> tuple[int, int]:
    """Return how many bytes and how many files."""
    return sum(p.size for p in parts), len(parts)

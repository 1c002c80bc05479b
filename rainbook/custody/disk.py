"""Every change to the book's folder goes through here: write, flush to the disk, rename into place.

The one thing a reader would get wrong: a rename is only lasting once its folder is flushed too.
Windows cannot flush a folder, and macOS flushes the drive's own cache only on a special request
(made here).
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from rainbook.record import RainbookError

Steps = Callable[[str], None]
"""Told the name of each file-system call just before it is made; tests stop the process there."""
NEW = ".new"
"""Ending of a file that is not in place yet; it only ever holds encrypted bytes."""
_FULL_FLUSH = 51  # F_FULLFSYNC, macOS only
_TRIES, _PAUSE = 20, 0.05  # virus scanners on Windows hold a new file for a moment


class DiskFull(RainbookError):
    """The disk has no room left; nothing that was reported as done is touched."""


class DiskRefused(RainbookError):
    """The operating system refused a read or write in the book's folder."""


def no_steps(_: str) -> None:
    """Do nothing between the calls: the usual case."""


class Disk:
    """The file-system calls of one open book, each announced to `steps` first."""

    def __init__(self, steps: Steps = no_steps) -> None:
        self.steps = steps

    def create(self, path: Path) -> BinaryIO:
        """Open a file that must not exist yet, for writing and reading back."""
        self.steps("create")
        return path.open("x+b", buffering=0)

    def write(self, file: BinaryIO, data: bytes | bytearray | memoryview) -> None:
        """Write every byte of `data` at the file's place; raises OSError."""
        self.steps("write")
        left = memoryview(data)
        while left:
            left = left[file.write(left):]

    def flush(self, file: BinaryIO) -> None:
        """Return once the bytes are on the disk, as far as the system can promise it."""
        self.steps("flush")
        _flush(file.fileno())

    def flush_folder(self, folder: Path) -> None:
        """Make renames in `folder` lasting; Windows has no such call and journals them itself."""
        self.steps("flush folder")
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            _flush(handle)
        finally:
            os.close(handle)

    def replace(self, old: Path, new: Path) -> None:
        """Put `old` in the place of `new` in one step."""
        self.steps("replace")
        for left in range(_TRIES, -1, -1):
            try:
                os.replace(old, new)
                return
            except PermissionError:
                if os.name != "nt" or not left:
                    raise
                time.sleep(_PAUSE)

    def remove(self, path: Path) -> None:
        """Take a file away; one that is gone already is no fault."""
        self.steps("remove")
        path.unlink(missing_ok=True)

    def folder(self, path: Path) -> None:
        """Make a folder where there is none, and make it lasting."""
        if not path.is_dir():
            self.steps("folder")
            path.mkdir(mode=0o700)
            self.flush_folder(path.parent)

    def whole(self, path: Path, data: bytes) -> None:
        """Put `data` at `path`: either all of it is there afterwards or the file is as before."""
        new = path.with_name(path.name + NEW)
        self.remove(new)  # one that a stopped write left
        with self.create(new) as file:
            self.write(file, data)
            self.flush(file)
        self.replace(new, path)
        self.flush_folder(path.parent)


def refused(error: OSError, doing: str) -> RainbookError:
    """Return the plain exception for what the operating system said while `doing` something."""
    quota = getattr(errno, "EDQUOT", -1)
    if error.errno in (errno.ENOSPC, quota):
        return DiskFull(
            f"The disk is full, so {doing} was not finished. Nothing that was reported as done"
            " is touched. Make room on the disk and do it again."
        )
    why = error.strerror or type(error).__name__
    return DiskRefused(
        f"The computer refused while {doing} ({why}). Nothing that was reported as done is"
        " touched. Check that the folder can be written to and do it again."
    )


def _flush(handle: int) -> None:
    try:
        import fcntl as system  # noqa: PLC0415  there is no such module on Windows
    except ImportError:
        os.fsync(handle)
        return
    control: Any = system.fcntl
    if hasattr(system, "F_FULLFSYNC"):
        with suppress(OSError):  # network drives do not know the request; fsync below still holds
            control(handle, _FULL_FLUSH)
            return
    os.fsync(handle)

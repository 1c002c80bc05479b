"""age: the bundle as one file that only the holder of a named key can open.

The one thing a reader would get wrong: whoever can read the key named here can read everything in
the file, for ever. Ask for the key by a way the other person does not share, and compare it aloud.
"""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from rainbook.handover.extras.interface import (
    Extra,
    Part,
    blocks_of,
    new_file,
    optional,
    whole,
)
from rainbook.record import RainbookError

TOP = "handed-over"
"""The folder inside the tar file."""
_MOST = 64


class NotARecipient(RainbookError):
    """What was given is not the public key of somebody."""


class NotEncrypted(RainbookError):
    """The bundle could not be encrypted."""


def pack_for(folder: Path, recipients: Sequence[str], out: Path) -> Path:
    """Write the bundle `folder` as one file `out` for the holders of the keys, and return it.

    `recipients`: 1 to 64 public keys, `age1…` or a line `ssh-ed25519 …`. The tar inside has the
    same bytes each time; the encrypted file never has, because its key is new each time. Raises
    NotARecipient, NotWhole, NameTaken, ExtraNotInstalled, ChangedMeanwhile, ExtraNotWritten.
    """
    pyrage = optional("pyrage", "pyrage")
    keys = [_recipient(pyrage, one) for one in recipients]
    if not 0 < len(keys) <= _MOST:
        raise NotARecipient(
            f"Name between 1 and {_MOST} keys; {len(keys)} were given. A key begins with age1 or "
            "ssh-ed25519."
        )
    parts = whole(folder)
    with new_file(out, folder) as stream:
        encrypted(pyrage, parts, keys, stream)
    return Path(out)


def encrypted(pyrage: Any, parts: Sequence[Part], keys: Sequence[Any], to: BinaryIO) -> None:
    """Write the files as an encrypted tar, block by block. Raises NotEncrypted and
    ChangedMeanwhile.
    """
    source = Source(tar_blocks(parts))
    try:
        pyrage.encrypt_io(source, to, keys)
    except Exception as failed:
        # what went wrong while reading is the true cause; the package wraps it in its own
        if source.failed is not None:
            raise source.failed from None
        raise NotEncrypted(
            "The bundle could not be encrypted. Nothing was written; see that there is room on the "
            "disk, and start again."
        ) from failed


def _recipient(pyrage: Any, written: str) -> Any:
    """Return one key. Raises NotARecipient; a secret key is refused without being repeated."""
    key = written.strip()
    if key.upper().startswith("AGE-SECRET-KEY") or "PRIVATE KEY" in key:
        raise NotARecipient(
            "That is a secret key. It belongs to one person and must never be given to anybody, "
            "not even to this program. Ask for the public one; it begins with age1."
        )
    try:
        if key.startswith("age1"):
            return pyrage.x25519.Recipient.from_str(key)
        if key.startswith("ssh-ed25519 "):
            return pyrage.ssh.Recipient.from_str(key)
    except Exception as refused:
        raise NotARecipient(_SAYS) from refused
    raise NotARecipient(_SAYS)


_SAYS = (
    "This is not the public key of anybody, or a letter of it is wrong. A key begins with age1 or "
    "with ssh-ed25519, and is copied whole, never typed."
)


def tar_blocks(parts: Sequence[Part]) -> Iterator[bytes]:
    """Yield a tar file (POSIX pax) of the bundle, block by block: sorted by name, time 0, owner 0,
    mode 644. Raises ChangedMeanwhile.
    """
    for one in sorted(parts, key=lambda p: p.name):
        head = tarfile.TarInfo(f"{TOP}/{one.name}")
        head.size, head.mode, head.mtime = one.size, 0o644, 0
        yield head.tobuf(tarfile.PAX_FORMAT)
        yield from blocks_of(one)
        yield bytes(-one.size % tarfile.BLOCKSIZE)
    yield bytes(2 * tarfile.BLOCKSIZE)


class Source(io.RawIOBase):
    """A stream one can read from, over blocks as they come; `failed` keeps what they raised."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self.blocks, self.held = blocks, b""
        self.failed: BaseException | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as one block goes; 0 at the end."""
        while not self.held:
            try:
                self.held = next(self.blocks)
            except StopIteration:
                return 0
            except BaseException as failed:
                self.failed = failed
                raise
        given = self.held[: len(buffer)]
        buffer[: len(given)] = given
        self.held = self.held[len(given) :]
        return len(given)


EXTRA = Extra("age", "one file only the holder of a named key can open", pack_for, ("pyrage",))

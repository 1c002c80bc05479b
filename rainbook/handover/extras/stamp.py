"""A time stamp for a bundle: the request, and the answer kept beside what it is for.

The one thing a reader would get wrong: what is stamped is the hash of signed.json, which stands for
the whole bundle. The authority learns that hash and the network address of whoever sends it, and
nothing else; this program sends nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cryptography import x509

from rainbook.handover.extras.interface import (
    Extra,
    NotWhole,
    new_file,
    whole,
)
from rainbook.handover.hashes import SIGNED, STAMP
from rainbook.handover.stamps.reading import NotAStamp, Stamp, read, request
from rainbook.handover.stamps.token import LONGEST


def ask_folder(folder: Path, out: Path) -> Path:
    """Write the request for a time stamp of the bundle `folder` as the file `out` and return it.

    Raises NotWhole, NameTaken, ExtraNotWritten.
    """
    made = request(digest_of(folder))
    with new_file(out, folder) as stream:
        stream.write(made)
    return Path(out)


def keep_folder(
    folder: Path, reply: Path, *, roots: Sequence[x509.Certificate] = (), asked: bytes = b""
) -> Stamp:
    """Check the answer in the file `reply`, put it into the bundle as signed.tsr, and return what
    it shows. What stands there already is never replaced.

    Raises NotWhole, NotAStamp, NotGranted, OtherHash, StampNotSigned, NameTaken, ExtraNotWritten.
    """
    digest = digest_of(folder)
    answer = read_file(reply)
    stamp = read(answer, digest, roots=roots, asked=asked)
    with new_file(Path(folder) / STAMP, None) as stream:
        stream.write(answer)
    return stamp


def digest_of(folder: Path) -> bytes:
    """Return the SHA-256 of the bundle's signed.json. Raises NotWhole."""
    signed = next((p for p in whole(folder) if p.name == SIGNED), None)
    if signed is None:
        raise NotWhole(
            f"There is no {SIGNED} in {Path(folder).name}, so there is nothing to stamp. Write the "
            "bundle again with this version."
        )
    return bytes.fromhex(signed.sha256)


def read_file(path: Path) -> bytes:
    """Return the bytes of a request or an answer. Raises NotAStamp if it cannot be one."""
    try:
        with path.open("rb") as stream:
            found = stream.read(LONGEST + 1)
    except OSError as refused:
        raise NotAStamp(
            f"{path.name} could not be read ({refused.strerror}). Check its name."
        ) from refused
    if not found:
        raise NotAStamp(f"{path.name} is empty. Ask the authority again.")
    return found


EXTRA = Extra("stamp", "a request for a time stamp, hash only (RFC 3161)", ask_folder)

"""The door to the extras: what can be made of a bundle folder, and time stamps, over paths.

The one thing a reader would get wrong: none of this opens a book or asks for a passphrase. It works
on what was already handed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rainbook.handover.extras.age import pack_for
from rainbook.handover.extras.bagit import bag
from rainbook.handover.extras.case_uco import case_uco
from rainbook.handover.extras.interface import Extra, new_file
from rainbook.handover.extras.pades import sign_index
from rainbook.handover.extras.split import split
from rainbook.handover.extras.stamp import ask_folder, digest_of, keep_folder, read_file
from rainbook.handover.stamps import reading as stamps
from rainbook.handover.stamps.reading import Stamp
from rainbook.shelf import shelf

__all__ = [
    "ExtraLine",
    "Stamp",
    "ask_book_stamp",
    "ask_folder_stamp",
    "check_stamp",
    "extras",
    "keep_folder_stamp",
    "look_at_stamp",
    "make_bag",
    "make_case_uco",
    "make_signed_index",
    "make_volumes",
    "pack_for_key",
    "read_reply",
]
EXTRAS = "rainbook.handover.extras"


@dataclass(frozen=True, slots=True)
class ExtraLine:
    """One extra as a list shows it: its name, what it makes, and which packages it needs."""

    name: str
    what: str
    needs: tuple[str, ...]


def extras() -> tuple[ExtraLine, ...]:
    """Return every extra there is, by name."""
    found: tuple[Extra, ...] = shelf(EXTRAS, "EXTRA")
    return tuple(ExtraLine(e.name, e.what, e.needs) for e in sorted(found, key=lambda e: e.name))


def make_bag(folder: Path, out: Path) -> Path:
    """Write a BagIt bag of the bundle as the new folder `out`."""
    return bag(folder, out)


def make_case_uco(folder: Path, out: Path) -> Path:
    """Write the exhibits and messages of the bundle as the CASE/UCO file `out`."""
    return case_uco(folder, out)


def make_volumes(folder: Path, limit: int, out: Path) -> Path:
    """Write the bundle as ZIP volumes of at most `limit` bytes into the new folder `out`."""
    return split(folder, limit, out)


def make_signed_index(folder: Path, key: Path, password: str, out: Path) -> Path:
    """Write a signed copy of index.pdf as `out`, with the key in a PKCS#12 file."""
    return sign_index(folder, key, password, out)


def pack_for_key(folder: Path, recipients: Sequence[str], out: Path) -> Path:
    """Write the bundle as one file that only the holders of these public keys can open."""
    return pack_for(folder, recipients, out)


def ask_folder_stamp(folder: Path, out: Path) -> Path:
    """Write the request for a time stamp of the bundle."""
    return ask_folder(folder, out)


def keep_folder_stamp(
    folder: Path, reply: Path, *, roots: Path | None = None, asked: Path | None = None
) -> Stamp:
    """Check the answer and put it into the bundle. `roots`: a PEM file of certificates the person
    trusts; `asked`: the request it answers.
    """
    return keep_folder(
        folder,
        reply,
        roots=stamps.roots_in(roots) if roots else (),
        asked=read_file(asked) if asked else b"",
    )


def look_at_stamp(folder: Path, *, roots: Path | None = None) -> Stamp:
    """Check the stamp that stands in a bundle and return what it shows. Changes nothing."""
    reply = read_file(Path(folder) / "signed.tsr")
    trusted = stamps.roots_in(roots) if roots else ()
    return stamps.read(reply, digest_of(folder), roots=trusted)


def check_stamp(reply: bytes, digest: bytes) -> tuple[str, str] | str:
    """Return (time, who) of a stamp, or why it does not hold; what the proof is given."""
    return stamps.check(reply, digest)


def ask_book_stamp(statement: str, out: Path) -> Path:
    """Write the request for a time stamp of a book's own statement (case/proving.py)."""
    with new_file(out, None) as stream:
        stream.write(stamps.ask_statement(statement.encode("ascii")))
    return Path(out)


def read_reply(reply: Path) -> bytes:
    """Return the bytes of an authority's answer. Raises NotAStamp."""
    return read_file(reply)

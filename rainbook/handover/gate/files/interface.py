"""What every kind of file must be able to do: say everything it says, and make a bare copy.

The one thing a reader would get wrong: an empty answer means "looked everywhere, nothing is
written here". A file that could not be read to its end raises CouldNotLook; it never answers with
less.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, Protocol, runtime_checkable

from rainbook.record import RainbookError
from rainbook.shelf import shelf

HEAD = 4096
"""How many first bytes of a file `kind_of` should be given (fewer when the file is shorter)."""
DEEPEST = 3
"""How many files may lie inside one another before nothing here looks further."""
AT_LAST = ("text", "other")
"""The kinds that claim what nobody else claims, in this order."""
PICTURE = "what the picture shows"
SPEECH = "what is said in it"
FILM = "what the film shows and what is said in it"


class CouldNotLook(RainbookError):
    """A file, or a part of it, could not be read: damaged, locked, or made to wear out a reader."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text a file says somewhere.

    `where` is in plain words. `start` and `end` are bytes in the file, None where the text is not
    stored there as such (packed, inside another file, put together from parts). `encoding` is how
    those bytes are read: `text == file[start:end].decode(encoding)`; "" where `start` is None or
    the bytes say it in another form. `metadata`: not part of what a person reads when they open it,
    and left out of a bare copy. Hidden content (a hidden sheet, a hidden layer, a comment) is
    content: a bare copy keeps it, so it is not marked.
    """

    where: str
    text: str
    start: int | None
    end: int | None
    metadata: bool
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that gives away by its kind, whatever it says.

    `kind` is one of: place, author, path, device, software, thumbnail, network, hidden sheet,
    hidden text, trailing bytes, unseen. `shown` is what it says, plain and short; for "unseen" it
    is what nothing here can look into in a file inside this one (PICTURE, SPEECH, FILM).
    `metadata` as in Piece.
    """

    where: str
    kind: str
    shown: str
    metadata: bool = True


@runtime_checkable
class FileKind(Protocol):
    """One kind of file. Each file of this folder defines one, as KIND."""

    name: str
    title: str
    unseen: str
    """What nothing here can look into: "", PICTURE, SPEECH or FILM."""

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether the first bytes (at most HEAD) are of this kind; the name may only help."""
        ...

    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield everything the file says. `stream` can seek; `inside` counts the files around it.

        Memory stays bounded however long the file is. Raises CouldNotLook, at the latest at the
        end, when any part could not be read.
        """
        ...

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Write a copy without metadata and return what was taken out, in plain words.

        The content stays byte for byte where the format allows it. () means there was nothing to
        take out and the copy is the same; None means this kind, or this file, cannot be made bare,
        and what was written to `out` is to be thrown away. Raises CouldNotLook like `look`.
        """
        ...


def kinds() -> tuple[FileKind, ...]:
    """Return every kind of file on the shelf; those that claim what is left over come last."""
    found: tuple[FileKind, ...] = shelf("rainbook.handover.gate.files", "KIND")
    first = [one for one in found if one.name not in AT_LAST]
    last = [one for name in AT_LAST for one in found if one.name == name]
    return (*first, *last)


def kind_of(head: bytes, name: str) -> FileKind:
    """Return the kind of a file by its first bytes; "other" when no kind knows them."""
    return next(one for one in kinds() if one.name == "other" or one.claims(head, name))


def look_within(
    stream: BinaryIO, size: int, name: str, where: str, inside: int, metadata: bool = False
) -> Iterator[Piece | Trace]:
    """Yield what a file inside another file says; `where` is put in front of each place.

    Byte places are dropped, because they are not places in the outer file. `metadata` marks all of
    it as metadata (a thumbnail, a film behind a picture). Raises CouldNotLook, also when the files
    lie too deep inside one another.
    """
    if inside >= DEEPEST:
        raise CouldNotLook(
            f"{where}: too many files lie inside one another here. Take the inner file out and "
            "add it by itself, or leave this file out."
        )
    stream.seek(0)
    head = stream.read(HEAD)
    stream.seek(0)
    kind = kind_of(head, name)
    if kind.unseen:
        yield Trace(where, "unseen", kind.unseen, metadata)
    for one in kind.look(stream, size, inside + 1):
        place = f"{where}: {one.where}"
        if isinstance(one, Trace):
            yield replace(one, where=place, metadata=one.metadata or metadata)
        else:
            yield replace(
                one, where=place, start=None, end=None, encoding="",
                metadata=one.metadata or metadata,
            )


def look_within_bytes(
    data: bytes, name: str, where: str, inside: int, metadata: bool = False
) -> Iterator[Piece | Trace]:
    """Do what `look_within` does for bytes already in memory."""
    yield from look_within(io.BytesIO(data), len(data), name, where, inside, metadata)


def said(texts: Iterable[Piece | Trace]) -> str:
    """Return everything said, one line each: for tests and for a person to read."""
    return "\n".join(one.text if isinstance(one, Piece) else one.shown for one in texts)

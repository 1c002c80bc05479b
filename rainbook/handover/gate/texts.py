"""A text that was received, copied without what must not go: marks in the bytes, pictures bared.

The one thing a reader would get wrong: the copy is looked through again, by whoever reads files and
not by whoever cut it. If anything is still there the copy is thrown away and the file does not go.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence

from rainbook.handover.gate.files.interface import (
    AT_LAST,
    HEAD,
    CouldNotLook,
    FileKind,
    Piece,
    Trace,
    kind_of,
)
from rainbook.handover.gate.finder import Finder
from rainbook.handover.gate.masking import (
    Cut,
    NotInItsBytes,
    applied,
    cuts_in,
    joined,
    mark_in_file,
)
from rainbook.handover.gate.unwrapped import LOCKED, RUN, everywhere, unpacked

LARGEST = 1 << 28
"""Bytes of the largest text that is masked; a larger one with something in it does not go."""


class TooHard(Exception):
    """Something in a text could not be taken out of it; the file must not go."""


Forced = Sequence[tuple[int, int, str]]
"""Bytes from, to (not included) and the kind: records whose words hold something sought."""


def redacted_text(
    data: bytes, kind: FileKind, finder: Finder, forced: Forced = ()
) -> tuple[bytes, list[tuple[Cut, Cut]]]:
    """Return the bytes with marks in them, and each cut with where its mark stands.

    A `forced` record in which nothing was found goes whole. Raises TooHard and CouldNotLook.
    """
    if len(data) > LARGEST:
        raise TooHard
    cuts: list[Cut] = []
    encoding = ""
    try:
        for piece in list(kind.look(io.BytesIO(data), len(data))):
            if isinstance(piece, Piece) and piece.start is not None and piece.encoding:
                if data[piece.start : piece.end].decode(piece.encoding) != piece.text:
                    raise TooHard
                encoding = encoding or piece.encoding
                cuts += cuts_of(piece, finder)
    except (NotInItsBytes, UnicodeDecodeError) as odd:
        raise TooHard from odd
    for low, high, what in forced:
        if not any(c.start < high and low < c.end for c in cuts):
            cuts.append(Cut(low, high, mark_in_file(what).encode(encoding or "ascii"), what))
    cuts = joined(cuts)
    made, marks = applied(data, cuts)
    if not cuts or still_there(made, kind, finder):
        raise TooHard
    return made, list(zip(cuts, marks, strict=True))


def cuts_of(piece: Piece, finder: Finder) -> list[Cut]:
    """Return the cuts in a stretch of text: words, and files packed in it. Raises NotInItsBytes."""
    start = piece.start or 0
    cuts = cuts_in(piece.text, piece.encoding, start, everywhere(finder, piece.text))
    for run in RUN.finditer(piece.text):
        if run.end() - run.start() < 64:
            continue
        instead, said = _packed(run.group(), finder)
        if said:
            low = start + len(piece.text[: run.start()].encode(piece.encoding))
            high = low + len(run.group().encode(piece.encoding))
            cuts.append(Cut(low, high, instead.encode(piece.encoding), said))
    return cuts


def _packed(run: str, finder: Finder) -> tuple[str, str]:
    """Return what stands in place of a packed file that tells something, and of what kind it was;
    ("", "") where it may stay.
    """
    data = unpacked(run)
    kind = kind_of(data[:HEAD], "") if data else None
    if kind is None or kind.name in AT_LAST:
        return "", ""
    out = io.BytesIO()
    try:
        told = _told(kind, data, finder)
        if not told:
            return "", ""
        bare = kind.bare(io.BytesIO(data), out)
        if bare is not None and not _told(kind, out.getvalue(), finder):
            return base64.b64encode(out.getvalue()).decode("ascii"), told
    except CouldNotLook:
        told = LOCKED
    return base64.b64encode(mark_in_file(told).encode("ascii")).decode("ascii"), told


def _told(kind: FileKind, data: bytes, finder: Finder) -> str:
    """Return the kind of what a packed file tells, "" for nothing. Raises CouldNotLook."""
    found = ""
    for one in kind.look(io.BytesIO(data), len(data)):
        hits = finder.find(one.text if isinstance(one, Piece) else one.shown, True)
        if hits:
            return hits[0].kind
        if isinstance(one, Trace) and one.metadata and one.kind != "unseen":
            found = found or one.kind
    return found


def still_there(data: bytes, kind: FileKind, finder: Finder) -> bool:
    """Return whether a copy still says anything sought, or anything that is always taken out."""
    for one in kind.look(io.BytesIO(data), len(data)):
        if finder.find(one.text if isinstance(one, Piece) else one.shown):
            return True
        if isinstance(one, Trace) and one.metadata and one.kind != "unseen":
            return True
    return False

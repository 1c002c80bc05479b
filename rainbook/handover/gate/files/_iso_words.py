"""What the notes of a film say: titles, authors, places, camera, in the three ways they are kept.

The one thing a reader would get wrong: one film may say its place three times (QuickTime's ©xyz,
3GPP's loci, Apple's own key); taking out one leaves the others.

Source: QuickTime File Format Specification; 3GPP TS 26.244; ISO 6709 annex H.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._boxes import Box
from rainbook.handover.gate.files._part import exactly
from rainbook.handover.gate.files._strings import strings_in
from rainbook.handover.gate.files.interface import Piece, Trace, look_within_bytes

NOTE_MOST = 1 << 25
ISO6709 = re.compile(r"[+-]\d{2,6}(?:\.\d+)?[+-]\d{3,7}(?:\.\d+)?(?:[+-]\d+(?:\.\d+)?)?")
AUTHORS = (b"\xa9ART", b"\xa9aut", b"\xa9wrt", b"\xa9own", b"\xa9dir", b"\xa9prd", b"\xa9cpy",
           b"aART", b"auth", b"perf", b"cprt", b"\xa9prf", b"ownr", b"apID", b"\xa9pub")
DEVICES = (b"\xa9mak", b"\xa9mod", b"manu", b"modl", b"CNMN", b"CNFV", b"\xa9xsp", b"SDLN", b"CAME")
SOFTWARE = (b"\xa9swr", b"\xa9too", b"\xa9enc", b"\xa9swf")
PLACES = (b"\xa9xyz", b"loci", b"gps ", b"GPS ", b"gpsd")
KEYS = (
    ("location", "place"), ("make", "device"), ("model", "device"), ("serial", "device"),
    ("android.version", "software"), ("software", "software"), ("author", "author"),
    ("artist", "author"), ("copyright", "author"), ("creator", "author"),
    ("director", "author"), ("publisher", "author"), ("user", "author"),
)


def note(stream: BinaryIO, box: Box) -> Iterator[Piece | Trace]:
    """Yield what one box of "udta" says, with what its four letters mean."""
    data = exactly(stream, box.body, box.length, "a note in the file", NOTE_MOST)
    where = f"note {_letters(box.kind)}"
    if box.kind == b"loci" and len(data) > 6:
        yield from _loci(data, where)
        return
    texts = _texts(box.kind, data)
    for text in texts:
        yield Piece(where, text, None, None, True)
    yield from strings_in(data, where, True, box.body)
    shown = " ".join(texts)[:200] or f"{len(data):,} bytes"
    yield from _trace(box.kind, where, shown)


def value(data: bytes, kind: bytes, key: str, inside: int) -> Iterator[Piece | Trace]:
    """Yield what one value of a list says; `data` is the body of its "data" box."""
    where = f"note {key or _letters(kind)}"
    sort, words = int.from_bytes(data[:4], "big"), data[8:]
    if kind == b"covr" or sort in (13, 14, 27):
        yield Trace("cover picture", "thumbnail", f"a small picture of {len(words):,} bytes")
        yield from look_within_bytes(words, "", "cover picture", inside, metadata=True)
        return
    text = words.decode("utf-16-be" if sort == 2 else "utf-8", "replace").strip("\0 ")
    if text:
        yield Piece(where, text, None, None, True)
    yield from strings_in(words, where, True)
    named = next((sort for part, sort in KEYS if part in key.casefold()), "")
    if named:
        yield Trace(where, named, text[:200])
    else:
        yield from _trace(kind, where, text[:200])


def _letters(kind: bytes) -> str:
    return kind.decode("latin-1").strip()


def _trace(kind: bytes, where: str, shown: str) -> Iterator[Trace]:
    sorts = ((PLACES, "place"), (AUTHORS, "author"), (DEVICES, "device"), (SOFTWARE, "software"))
    for kinds, sort in sorts:
        if kind in kinds:
            yield Trace(where, sort, shown)
            return
    if ISO6709.search(shown):
        yield Trace(where, "place", shown)


def _texts(kind: bytes, data: bytes) -> list[str]:
    found = []
    if kind[:1] == b"\xa9":  # one or more of: length, language, words
        at = 0
        while at + 4 <= len(data):
            length = int.from_bytes(data[at : at + 2], "big")
            words = data[at + 4 : at + 4 + length]
            found.append(words.decode("utf-8", "replace"))
            at += 4 + length
    elif len(data) > 6 and data[:4] == bytes(4):  # 3GPP: version, language, words
        words = data[6:]
        wide = words[:2] == b"\xfe\xff"
        found.append(words.decode("utf-16" if wide else "utf-8", "replace"))
    return [text.strip("\0 ") for text in found if text.strip("\0 ")]


def _loci(data: bytes, where: str) -> Iterator[Piece | Trace]:
    wide = data[6:8] == b"\xfe\xff"
    gap = b"\0\0" if wide else b"\0"
    end = data.find(gap, 6)
    while wide and end % 2:
        end = data.find(gap, end + 1)
    end = len(data) if end < 0 else end
    name = data[6:end].decode("utf-16" if wide else "utf-8", "replace")
    at = end + len(gap) + 1
    lon, lat = (int.from_bytes(data[n : n + 4], "big", signed=True) / 65536 for n in (at, at + 4))
    if name:
        yield Piece(where, name, None, None, True)
    yield Trace(where, "place", f"{lat:.5f}, {lon:.5f} {name}".strip())
    yield from strings_in(data[at + 12 :], where, True)

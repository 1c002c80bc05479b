"""ID3, APE and Lyrics3: what sound files say about themselves, before and behind the sound.

The one thing a reader would get wrong: a file may carry all of them at once, each with other
words, and players show only one.

Source: id3.org ID3v2.2.0, 2.3.0, 2.4.0; APEv2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._part import exactly
from rainbook.handover.gate.files._strings import strings_in
from rainbook.handover.gate.files._unpack import inflated
from rainbook.handover.gate.files.interface import CouldNotLook, Piece, Trace, look_within_bytes

MOST = 1 << 26
ENCODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")
AUTHORS = (b"TPE1", b"TPE2", b"TPE3", b"TCOM", b"TEXT", b"TOWN", b"TCOP", b"TENC", b"TP1", b"TCM",
           b"TOLY", b"TOPE", b"TPUB")
SOFTWARE = (b"TSSE", b"TSS")
PATHS = (b"TOFN", b"TOF")
APE, APE_ENDS = b"APETAGEX", 32


def id3_length(head: bytes) -> int:
    """Return how many bytes the ID3v2 notes take that begin here; 0 for none."""
    if head[:3] != b"ID3" or len(head) < 10 or max(head[6:10]) > 127:
        return 0
    return 10 + _safe(head[6:10]) + (10 if head[5] & 0x10 else 0)


def tails(stream: BinaryIO, size: int) -> Iterator[tuple[str, int, int]]:
    """Yield the notes behind the sound: their name, where they begin, where they end."""
    end = size
    for _ in range(4):
        tail = exactly(stream, max(0, end - 128), min(128, end), "the recording")
        if len(tail) == 128 and tail[:3] == b"TAG":
            start, name = end - 128, "ID3v1"
        elif tail[-APE_ENDS:-24] == APE:
            has_head = int.from_bytes(tail[-12:-8], "little") >> 31
            length = int.from_bytes(tail[-20:-16], "little") + (APE_ENDS if has_head else 0)
            start, name = end - length, "APE"
        elif tail[-9:] == b"LYRICS200":
            start, name = end - 15 - int(tail[-15:-9] or b"0"), "Lyrics3"
        else:
            return
        if not 0 <= start < end:
            raise CouldNotLook("The notes behind the sound are damaged. Leave the file out.")
        yield name, start, end
        end = start


def tail_said(stream: BinaryIO, name: str, start: int, end: int) -> Iterator[Piece | Trace]:
    """Yield what notes behind the sound say."""
    data = exactly(stream, start, end - start, name, MOST)
    yield from strings_in(data, f"{name} notes", True, start)
    if name == "ID3v1":
        artist = data[33:63].decode("cp1252", "replace").strip("\0 ")
        if artist:
            yield Trace("ID3v1 artist", "author", artist)


def id3(data: bytes, inside: int) -> Iterator[Piece | Trace]:
    """Yield what ID3v2 notes say, frame by frame; `data` begins with "ID3"."""
    version, flags = data[3], data[5]
    end = min(len(data), 10 + _safe(data[6:10]))
    body = data[10:end]
    if flags & 0x80 and version < 4:
        body = body.replace(b"\xff\0", b"\xff")
    at = 0
    if flags & 0x40 and version > 2:
        length = int.from_bytes(body[:4], "big") + 4 if version == 3 else _safe(body[:4])
        at = min(len(body), length)
    wide = 3 if version == 2 else 4
    while at + 2 * wide <= len(body) and body[at]:
        kind = body[at : at + wide]
        size = body[at + wide : at + 2 * wide]
        length = _safe(size) if version == 4 else int.from_bytes(size, "big")
        bits = b"" if version == 2 else body[at + 8 : at + 10]
        at += 2 * wide + len(bits)
        if not kind.isalnum() or at + length > len(body):
            yield from strings_in(body, "ID3 notes", True)
            raise CouldNotLook("The notes before the sound are damaged. Make a bare copy.")
        yield from _frame(kind, _plain(body[at : at + length], bits, version), inside)
        at += length
    yield from strings_in(body[at:], "ID3 notes", True)


def _safe(four: bytes) -> int:
    found = 0
    for one in four:
        found = found << 7 | one & 127
    return found


def _plain(data: bytes, bits: bytes, version: int) -> bytes:
    if len(bits) < 2:
        return data
    packed, locked = (0x80, 0x40) if version == 3 else (0x08, 0x04)
    if bits[1] & locked:
        raise CouldNotLook("A note before the sound is locked. Make a bare copy of the file.")
    if version == 4 and bits[1] & 0x02:
        data = data.replace(b"\xff\0", b"\xff")
    if version == 4 and bits[1] & 0x01:
        data = data[4:]
    if bits[1] & packed:
        data = inflated(data[4:] if version == 3 else data, "ID3 notes", MOST)
    return data


def _frame(kind: bytes, data: bytes, inside: int) -> Iterator[Piece | Trace]:
    where = f"ID3 {kind.decode('latin-1')}"
    if kind in (b"APIC", b"PIC"):
        yield from _picture(kind, data, where, inside)
    elif kind in (b"GEOB", b"GEO"):
        yield from _file(data, where, inside)
    elif kind[:1] == b"T" or kind in (b"COMM", b"COM", b"USLT", b"ULT", b"USER"):
        encoding = ENCODINGS[data[0]] if data and data[0] < 4 else "latin-1"
        language = 3 if kind[:1] in (b"C", b"U") else 0
        text = _text(data[1 + language :], encoding)
        yield Piece(where, text, None, None, True)
        yield from strings_in(data, where, True)  # whatever the frame says its letters are
        sorts = ((AUTHORS, "author"), (SOFTWARE, "software"), (PATHS, "path"))
        sort = next((sort for kinds, sort in sorts if kind in kinds), "")
        if sort and text:
            yield Trace(where, sort, text[:200])
    else:
        yield from strings_in(data, where, True)


def _text(data: bytes, encoding: str) -> str:
    if encoding == "utf-16" and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16-le"
    # each of several texts may begin with a byte-order mark of its own
    text = data.decode(encoding, "replace").replace("\ufeff", "").replace("\ufffe", "")
    return "\n".join(part for part in text.split("\0") if part)


def _cut(data: bytes, encoding: int) -> tuple[str, bytes]:
    wide = encoding in (1, 2)
    gap, at = (b"\0\0", 0) if wide else (b"\0", 0)
    while True:
        at = data.find(gap, at)
        if at < 0:
            return _text(data, ENCODINGS[encoding & 3]), b""
        if not wide or at % 2 == 0:
            return _text(data[:at], ENCODINGS[encoding & 3]), data[at + len(gap) :]
        at += 1


def _picture(kind: bytes, data: bytes, where: str, inside: int) -> Iterator[Piece | Trace]:
    encoding, rest = data[0] if data else 0, data[1:]
    mime, rest = (rest[:3], rest[3:]) if kind == b"PIC" else rest.partition(b"\0")[::2]
    text, rest = _cut(rest[1:], encoding)
    yield Trace("cover picture", "thumbnail", f"a picture of {len(rest):,} bytes")
    yield Piece(where, f"{mime.decode('latin-1')} {text}", None, None, True)
    yield from look_within_bytes(rest, "", "cover picture", inside, metadata=True)


def _file(data: bytes, where: str, inside: int) -> Iterator[Piece | Trace]:
    encoding, rest = data[0] if data else 0, data[1:]
    mime, _, rest = rest.partition(b"\0")
    name, rest = _cut(rest, encoding)
    title, rest = _cut(rest, encoding)
    yield Piece(where, f"{mime.decode('latin-1')} {name} {title}", None, None, True)
    yield Trace(where, "path", name or "a file without a name")
    yield from look_within_bytes(rest, name, "file among the notes", inside, metadata=True)

"""Secrets in the notes of sound and film, laid out by hand from the specifications.

The one thing a reader would get wrong: the sound in these files is silence or a few bytes; only
the boxes, frames and pages around it are real.
"""

from __future__ import annotations

import base64
import io
import struct
import wave
from collections.abc import Callable

from benchmarks.leaks_in_pictures import box, saved, xmp


def mp3(before: bytes, behind: bytes = b"") -> bytes:
    """Return three frames of MP3 with notes around them."""
    frame = b"\xff\xfb\x90\x00" + bytes(413)
    return before + frame * 3 + behind


def id3(kind: bytes, body: bytes, version: int = 3) -> bytes:
    """Return ID3 notes with one frame."""
    size = _safe(len(body)) if version == 4 else struct.pack(">I", len(body))
    frames = kind + size + b"\0\0" + body + bytes(20)
    return b"ID3" + bytes([version, 0, 0]) + _safe(len(frames)) + frames


def _safe(number: int) -> bytes:
    return bytes(number >> shift & 127 for shift in (21, 14, 7, 0))


def _cover(words: str) -> bytes:
    return b"\0image/jpeg\0\x03\0" + saved("JPEG", comment=words.encode())


def _id3v1(words: str) -> bytes:
    said = words.encode("latin-1")
    return b"TAG" + said[:30].ljust(30, b"\0") + said[30:60].ljust(30, b"\0") + bytes(64) + b"\xff"


def _ape(words: str) -> bytes:
    item = struct.pack("<II", len(words.encode()), 0) + b"Place\0" + words.encode()
    foot = b"APETAGEX" + struct.pack("<IIII", 2000, len(item) + 32, 1, 0) + bytes(8)
    return item + foot


def ogg(comments: list[bytes], mark: bytes = b"OpusTags") -> bytes:
    """Return an Ogg with a head, comments and one page of sound; sums as RFC 3533 says."""
    body = mark + struct.pack("<I", 4) + b"made" + struct.pack("<I", len(comments))
    body += b"".join(struct.pack("<I", len(one)) + one for one in comments)
    body += b"\1" if mark[:1] == b"\3" else b""
    head = b"OpusHead\1\1" + bytes(9) if mark[:1] == b"O" else b"\1vorbis" + bytes(23)
    pages, packets = b"", [head, body, b"SOUND" * 20]
    number = 0
    for packet in packets:
        laces = [255] * (len(packet) // 255) + [len(packet) % 255]
        while laces:
            now, laces = laces[:250], laces[250:]
            taken, packet = packet[: sum(now)], packet[sum(now) :]
            pages += _page(number, now, taken)
            number += 1
    return pages


def _page(number: int, laces: list[int], body: bytes) -> bytes:
    flags = 2 if number == 0 else 0
    head = b"OggS\0" + bytes([flags]) + bytes(8) + struct.pack("<III", 7, number, 0)
    whole = head + bytes([len(laces), *laces]) + body
    return whole[:22] + struct.pack("<I", crc(whole)) + whole[26:]


def crc(data: bytes) -> int:
    """Return the sum of an Ogg page, bit by bit."""
    found = 0
    for one in data:
        found ^= one << 24
        for _ in range(8):
            found = (found << 1 ^ (0x04C11DB7 if found >> 31 else 0)) & 0xFFFFFFFF
    return found


def _ogg_cover(words: str) -> bytes:
    small = saved("JPEG", comment=words.encode())
    block = struct.pack(">II", 3, 10) + b"image/jpeg" + struct.pack(">IIIII", 0, 24, 16, 24, 0)
    block += struct.pack(">I", len(small)) + small
    return ogg([b"METADATA_BLOCK_PICTURE=" + base64.b64encode(block)])


def wav(*chunks: tuple[bytes, bytes]) -> bytes:
    """Return a WAV as the standard library writes it, with further chunks."""
    out = io.BytesIO()
    with wave.open(out, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(8000)
        made.writeframes(bytes(64))
    data = out.getvalue()
    for kind, body in chunks:
        data += kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)
    return data[:4] + struct.pack("<I", len(data) - 8) + data[8:]


def _listed(words: str) -> bytes:
    body = words.encode() + b"\0"
    inner = b"IART" + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)
    return wav((b"LIST", b"INFO" + inner))


def flac(words: str) -> bytes:
    """Return a FLAC with a comment and eight bytes of sound."""
    comment = struct.pack("<I", 4) + b"made" + struct.pack("<I", 1)
    said = b"LOCATION=" + words.encode()
    comment += struct.pack("<I", len(said)) + said
    stream = b"\0" + (34).to_bytes(3, "big") + bytes(34)
    block = b"\x84" + len(comment).to_bytes(3, "big") + comment
    return b"fLaC" + stream + block + b"\xff\xf8SOUND!"


def film(brand: bytes, *notes: bytes, before: bytes = b"", behind: bytes = b"",
         track: tuple[bytes, bytes] | None = None) -> bytes:
    """Return a film with one track of picture, `notes` in its "moov", and a track of notes."""
    head = box(b"ftyp", brand + b"\0\0\2\0isommp42") + before
    pieces = [b"PICTURES" * 4, *([track[1]] if track else [])]
    mdat = box(b"mdat", *pieces)
    at = len(head) + 8
    kinds = [b"vide", *([track[0]] if track else [])]
    traks = []
    for kind, piece in zip(kinds, pieces, strict=True):
        tables = [
            box(b"stsd", bytes(4), struct.pack(">I", 1), box(b"data", bytes(8))),
            box(b"stsz", bytes(4), struct.pack(">II", len(piece), 1)),
            box(b"stsc", bytes(4), struct.pack(">IIII", 1, 1, 1, 1)),
            box(b"stco", bytes(4), struct.pack(">II", 1, at)),
        ]
        handler = box(b"hdlr", bytes(8) + kind + bytes(13))
        traks.append(box(b"trak", box(b"mdia", handler, box(b"minf", box(b"stbl", *tables)))))
        at += len(piece)
    return head + mdat + box(b"moov", box(b"mvhd", bytes(100)), *traks, *notes) + behind


def quicktime(kind: bytes, words: str) -> bytes:
    """Return a QuickTime note of "udta"."""
    said = words.encode()
    return box(b"udta", box(kind, struct.pack(">HH", len(said), 0x15C7), said))


def apple(key: bytes, words: str) -> bytes:
    """Return a "meta" box with one note under a key of Apple's."""
    named = struct.pack(">I", 8 + len(key)) + b"mdta" + key
    keys = box(b"keys", bytes(4), struct.pack(">I", 1), named)
    item = box(struct.pack(">I", 1), box(b"data", struct.pack(">II", 1, 0), words.encode()))
    handler = box(b"hdlr", bytes(8) + b"mdta" + bytes(13))
    return box(b"meta", handler, keys, box(b"ilst", item))


def tags(kind: bytes, words: str) -> bytes:
    """Return iTunes' notes: udta, meta, ilst, and one named by four letters."""
    item = box(kind, box(b"data", struct.pack(">II", 1, 0), words.encode()))
    handler = box(b"hdlr", bytes(8) + b"mdir" + bytes(13))
    return box(b"udta", box(b"meta", bytes(4), handler, box(b"ilst", item)))


XMP_ID = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
Maker = Callable[[str], bytes]
SOUND: list[tuple[str, str, bool, Maker]] = [
    ("mp3", "ID3 title", True, lambda w: mp3(id3(b"TIT2", b"\x03" + w.encode(), 4))),
    ("mp3", "ID3 artist, UTF-16", True, lambda w: mp3(id3(b"TPE1", b"\1" + w.encode("utf-16")))),
    ("mp3", "ID3 comment", True, lambda w: mp3(id3(b"COMM", b"\0eng\0" + w.encode("latin-1")))),
    ("mp3", "ID3 private note", True, lambda w: mp3(id3(b"PRIV", b"x\0" + w.encode()))),
    ("mp3", "ID3 cover's comment", True, lambda w: mp3(id3(b"APIC", _cover(w)))),
    ("mp3", "ID3v1", True, lambda w: mp3(b"", _id3v1(w))),
    ("mp3", "APE", True, lambda w: mp3(b"", _ape(w))),
    ("opus", "comment", True, lambda w: ogg([b"TITLE=" + w.encode()])),
    ("opus", "cover's comment", True, _ogg_cover),
    ("ogg", "comment, long", True,
     lambda w: ogg([b"A=" + b"x" * 70_000, b"B=" + w.encode()], b"\3vorbis")),
    ("flac", "comment", True, flac),
    ("wav", "LIST artist", True, _listed),
    ("wav", "bext", True, lambda w: wav((b"bext", w.encode().ljust(602, b"\0")))),
    ("wav", "XMP", True, lambda w: wav((b"_PMX", xmp(w)))),
    ("amr", "behind the end", True, lambda w: b"#!AMR\n" + (b"\x3c" + bytes(31)) * 3 + w.encode()),
    ("mov", "QuickTime author", True, lambda w: film(b"qt  ", quicktime(b"\xa9aut", w))),
    ("mp4", "title", True, lambda w: film(b"isom", tags(b"\xa9nam", w))),
    ("m4a", "artist", True, lambda w: film(b"M4A ", tags(b"\xa9ART", w))),
    ("mov", "Apple's author", True,
     lambda w: film(b"qt  ", apple(b"com.apple.quicktime.author", w))),
    ("mp4", "XMP", True, lambda w: film(b"isom", behind=box(b"uuid", XMP_ID, xmp(w)))),
    ("mp4", "unused space", True, lambda w: film(b"isom", before=box(b"free", w.encode()))),
    ("mp4", "unknown part", True, lambda w: film(b"isom", behind=box(b"prVt", w.encode()))),
    ("3gp", "title", True,
     lambda w: film(b"3gp4", box(b"udta", box(b"titl", bytes(6) + w.encode() + b"\0")))),
    ("mp4", "track of notes", True, lambda w: film(b"isom", track=(b"meta", w.encode()))),
    ("mp4", "subtitles", False,
     lambda w: film(b"isom", track=(b"text", struct.pack(">H", len(w.encode())) + w.encode()))),
]

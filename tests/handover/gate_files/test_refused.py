"""Hostile and damaged files: each is refused in a plain sentence, soon, and in little memory.

The one thing a reader would get wrong: a file that is cut short must not be answered with what was
read before the cut. The answer would look like "nothing there".
"""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile
import zlib
from random import Random

import pikepdf
import pytest

from benchmarks.leaks_in_documents import DOCUMENTS, packed, pdf
from benchmarks.leaks_in_pictures import PICTURES, box, heic, saved
from benchmarks.leaks_in_sound import SOUND, film, id3, mp3, ogg, wav
from rainbook.handover.gate.files.interface import HEAD, CouldNotLook, Trace, kind_of

SECONDS = 20  # on a busy machine; each takes well under one


def look(data: bytes) -> None:
    began = time.process_time()
    try:
        for _ in kind_of(data[:HEAD], "").look(io.BytesIO(data), len(data)):
            pass
    finally:
        assert time.process_time() - began < SECONDS


def _jpeg_with(exif: bytes) -> bytes:
    plain = saved("JPEG")
    body = b"Exif\0\0" + exif
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + plain[2:]


def _png_with(kind: bytes, body: bytes) -> bytes:
    plain = saved("PNG")
    chunk = struct.pack(">I", len(body)) + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")
    return plain[:33] + chunk + plain[33:]


def _nested_boxes(many: int) -> bytes:
    data = b""
    sizes = range(8, 8 * (many + 1), 8)
    data = b"".join(struct.pack(">I", size) + b"moov" for size in reversed(sizes))
    return box(b"ftyp", b"isom\0\0\2\0") + data


def _locked_pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("x", "page"))) as made:
        made.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def _locked_zip() -> bytes:
    data = bytearray(packed({"a.txt": b"Nothing"}))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def _deep(many: int) -> bytes:
    data = b"Nothing"
    for _ in range(many):
        data = packed({"a.zip": data})
    return data


def _short_member() -> bytes:
    """A member whose list says 200 MB and whose bytes are seven."""
    data = bytearray(packed({"a.txt": b"Nothing"}))
    at = data.index(b"PK\1\2")
    data[at + 24 : at + 28] = struct.pack("<I", 200_000_000)
    data[at + 20 : at + 24] = struct.pack("<I", 100_000_000)
    return bytes(data)


def _pdf_bomb() -> bytes:
    """A page whose drawing is a megabyte packed and 256 MB unpacked."""
    made, out = pikepdf.new(), io.BytesIO()
    drawing = pikepdf.Stream(made, b"")
    drawing.write(zlib.compress(b" " * (1 << 28)), filter=pikepdf.Name.FlateDecode)
    made.add_blank_page().obj.Contents = drawing
    made.save(out, compress_streams=False,
              stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


BOMB = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
LOOP = b"MM\0*\0\0\0\x08" + b"\0\0" + b"\0\0\0\x08"
OUTSIDE = b"MM\0*\0\0\0\x08" + b"\0\1" + struct.pack(">HHII", 0x010E, 2, 9999, 60000) + bytes(4)
HUGE = b"\0\0\0\1mdat" + (1 << 63).to_bytes(8, "big")
FTYP = box(b"ftyp", b"isom\0\0\2\0")

REFUSED = {
    "EXIF tables in a circle": _jpeg_with(LOOP),
    "an EXIF value outside": _jpeg_with(OUTSIDE),
    "EXIF that is none": _jpeg_with(b"nonsense nonsense"),
    "a JPEG without an end": saved("JPEG")[:-2],
    "a JPEG segment past the end": b"\xff\xd8\xff\xe1\xff\xff" + bytes(100),
    "a PNG cut short": saved("PNG")[:-20],
    "a packed PNG text that is a bomb": _png_with(
        b"zTXt", b"a\0\0" + zlib.compress(bytes(1 << 25))),
    "a packed PNG text that is damaged": _png_with(b"zTXt", b"a\0\0nonsense"),
    "a GIF cut short": saved("GIF")[:-5],
    "a WebP cut short": saved("WEBP")[:-5],
    "XMP with entities": saved("JPEG", xmp=BOMB.encode()),
    "a box of 2^63 bytes": FTYP + HUGE,
    "a box longer than its own": FTYP + box(b"moov", struct.pack(">I", 99) + b"trak"),
    "a box shorter than its head": FTYP + struct.pack(">I", 4) + b"moov",
    "100,000 boxes in one another": _nested_boxes(100_000),
    "100,000 boxes side by side": FTYP + box(b"moov") * 100_000,
    "a film cut short": film(b"isom")[:-30],
    "a HEIC whose note lies outside": heic(bytes(60), b"Exif")[:-30],
    "ID3 cut short": mp3(id3(b"TIT2", b"\3abc"))[:30],
    "an Ogg cut short": ogg([b"A=b"])[:90],
    "a WAV cut short": wav((b"LIST", b"INFO" + bytes(40)))[:-10],
    "a locked PDF": _locked_pdf(),
    "a PDF cut short": pdf("x", "page")[:-60],
    "a PDF page that is a bomb": _pdf_bomb(),
    "a PDF that is none": b"%PDF-1.7\nnonsense",
    "a zip cut short": packed({"a.txt": b"Nothing"})[:-10],
    "a locked zip": _locked_zip(),
    "zips in zips": _deep(5),
    "a zip that is a bomb": packed({"a.txt": bytes(1 << 27)}),
    "a zip of 10,001 members": packed({f"{n}.txt": b"" for n in range(10_001)}),
    "a member that is not there": _short_member(),
    "a document with entities": packed(
        {"[Content_Types].xml": b"<a/>", "word/document.xml": BOMB.encode()}),
    "a document nested too deep": packed(
        {"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a>" * 5000 + b"</a>" * 5000}),
    "a document with damaged XML": packed(
        {"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a><b></a>"}),
    "a document with macros": packed(
        {"[Content_Types].xml": b"<a/>", "word/vbaProject.bin": bytes(90)}),
    "a damaged picture in a document": packed(
        {"[Content_Types].xml": b"<a/>", "word/media/a.jpg": saved("JPEG")[:-40]}),
    "7z": b"7z\xbc\xaf\x27\x1c" + bytes(40),
    "RAR": b"Rar!\x1a\x07\x01\0" + bytes(40),
    "gzip": b"\x1f\x8b\x08" + bytes(40),
    "tar": b"a.txt".ljust(257, b"\0") + b"ustar\x0000" + bytes(300),
    "age": b"age-encryption.org/v1\n-> X25519 abc\n",
    "a text with a line that never ends": b"A" * ((1 << 26) + (1 << 24)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_a_plain_sentence(name: str) -> None:
    with pytest.raises(CouldNotLook) as refused:
        look(REFUSED[name])
    said = str(refused.value)
    assert said.rstrip().endswith(".")
    assert not any(word in said for word in ("Error", "Traceback", "0x"))


MADE = [*PICTURES, *SOUND, *DOCUMENTS]


@pytest.mark.parametrize("number", range(len(MADE)), ids=lambda n: f"{MADE[n][0]}: {MADE[n][1]}")
def test_a_damaged_file_is_read_or_refused_but_never_breaks_the_reader(number: int) -> None:
    chance, data = Random(number), MADE[number][3]("14 Larkspur Rise")
    for turn in range(12):
        harmed = bytearray(data)
        if turn % 3 == 0:
            del harmed[chance.randrange(len(harmed)) :]
        else:
            for _ in range(turn):
                harmed[chance.randrange(len(harmed))] = chance.choice((0, 1, 127, 255))
        kind = kind_of(bytes(harmed[:HEAD]), "")
        try:
            look(bytes(harmed))
            kind.bare(io.BytesIO(harmed), io.BytesIO())
        except CouldNotLook:
            continue


class _Long(io.RawIOBase):
    """A film of 4 GB that takes no room: a head, zeros, a tail."""

    def __init__(self, head: bytes, zeros: int, tail: bytes) -> None:
        self.head, self.tail, self.at = head, tail, 0
        self.behind = len(head) + zeros
        self.size = self.behind + len(tail)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self.at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self.at, io.SEEK_END: self.size}[whence]
        return self.at

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        many = max(0, min(len(buffer), self.size - self.at))
        buffer[:many] = bytes(many)
        for start, part in ((0, self.head), (self.behind, self.tail)):
            low, high = max(self.at, start), min(self.at + many, start + len(part))
            if low < high:
                buffer[low - self.at : high - self.at] = part[low - start : high - start]
        self.at += many
        return many


class _Counted(io.RawIOBase):
    written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.written += len(data)
        return len(data)


def test_a_film_of_4_gb_takes_little_memory() -> None:
    tail = box(b"moov", box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+51.5000-000.1000/")))
    head = FTYP + b"\0\0\0\1mdat" + (16 + (4 << 30)).to_bytes(8, "big")
    stream, out = _Long(head, 4 << 30, tail), _Counted()
    kind = kind_of(head, "a.mp4")
    tracemalloc.start()
    found = list(kind.look(stream, stream.size))  # type: ignore[arg-type]
    taken = kind.bare(stream, out)  # type: ignore[arg-type]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert ("place", "+51.5000-000.1000/") in {
        (x.kind, x.shown) for x in found if isinstance(x, Trace)
    }
    assert taken == ("notes (title, author, place, camera)",)
    assert out.written == stream.size
    assert peak < 32 << 20


def test_a_zip_of_a_zip_is_looked_into_up_to_a_depth() -> None:
    look(_deep(2))
    assert zipfile.ZipFile(io.BytesIO(_deep(2))).namelist() == ["a.zip"]

"""Which kind claims which first bytes, and what nothing here can look into in it.

The one thing a reader would get wrong: the name of a file never decides against its first bytes.
"""

from __future__ import annotations

import pytest

from rainbook.handover.gate.files.amr import KIND as AMR
from rainbook.handover.gate.files.archive import KIND as ARCHIVE
from rainbook.handover.gate.files.film import KIND as FILM_KIND
from rainbook.handover.gate.files.flac import KIND as FLAC
from rainbook.handover.gate.files.gif import KIND as GIF
from rainbook.handover.gate.files.heif import KIND as HEIF
from rainbook.handover.gate.files.interface import FILM, PICTURE, SPEECH, FileKind, kind_of
from rainbook.handover.gate.files.jpeg import KIND as JPEG
from rainbook.handover.gate.files.m4a import KIND as M4A
from rainbook.handover.gate.files.mp3 import KIND as MP3
from rainbook.handover.gate.files.office import KIND as OFFICE
from rainbook.handover.gate.files.ogg import KIND as OGG
from rainbook.handover.gate.files.other import KIND as OTHER
from rainbook.handover.gate.files.pdf import KIND as PDF
from rainbook.handover.gate.files.png import KIND as PNG
from rainbook.handover.gate.files.raw_media import KIND as RAW_MEDIA
from rainbook.handover.gate.files.text import KIND as TEXT
from rainbook.handover.gate.files.tiff import KIND as TIFF
from rainbook.handover.gate.files.wav import KIND as WAV
from rainbook.handover.gate.files.webp import KIND as WEBP
from rainbook.handover.gate.files.zip_file import KIND as ZIP

PK = b"PK\3\4" + bytes(22) + b"\x05\0\0\0"


@pytest.mark.parametrize(("head", "name", "kind", "unseen"), [
    (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a.txt", JPEG, PICTURE),
    (b"\x89PNG\r\n\x1a\n", "a.jpg", PNG, PICTURE),
    (b"GIF89a", "a", GIF, PICTURE),
    (b"RIFF\0\0\0\0WEBPVP8 ", "a.jpg", WEBP, PICTURE),
    (b"RIFF\0\0\0\0WAVEfmt ", "a", WAV, SPEECH),
    (b"RIFF\0\0\0\0AVI LIST", "a", RAW_MEDIA, FILM),
    (b"\0\0\0\x18ftypheic\0\0\0\0", "a.jpg", HEIF, PICTURE),
    (b"\0\0\0\x18ftypavif\0\0\0\0", "a", HEIF, PICTURE),
    (b"\0\0\0\x18ftypM4A \0\0\0\0", "a", M4A, SPEECH),
    (b"\0\0\0\x18ftypisom\0\0\0\0", "a", FILM_KIND, FILM),
    (b"\0\0\0\x14ftypqt  \0\0\0\0", "a", FILM_KIND, FILM),
    (b"\0\0\x10\0moov\0\0\0lmvhd", "a.mov", FILM_KIND, FILM),
    (b"ID3\3\0\0\0\0\0\0", "a", MP3, SPEECH),
    (b"\xff\xfb\x90\0", "a", MP3, SPEECH),
    (b"\xff\xf1\x50\x80", "a.aac", MP3, SPEECH),
    (b"OggS\0\2", "a.opus", OGG, SPEECH),
    (b"fLaC\0", "a", FLAC, SPEECH),
    (b"#!AMR\n", "a", AMR, SPEECH),
    (b"II*\0\x08\0\0\0", "a", TIFF, PICTURE),
    (b"%PDF-1.7\n", "a.txt", PDF, ""),
    (PK + b"xl/ab", "a", OFFICE, ""),
    (PK + b"a.txt", "letter.DOCX", OFFICE, ""),
    (PK + b"a.txt", "a.zip", ZIP, ""),
    (b"7z\xbc\xaf\x27\x1c", "a.zip", ARCHIVE, ""),
    (b"\x1aE\xdf\xa3", "a.webm", RAW_MEDIA, FILM),
    (b"\xff\xfeH\0e\0l\0l\0o\0", "a", TEXT, ""),
    ("Grüße".encode("cp1252"), "a", TEXT, ""),
    (b"", "a.jpg", TEXT, ""),
    (b"SQLite format 3\0" + bytes(range(32)), "a.db", OTHER, ""),
])
def test_the_first_bytes_decide(head: bytes, name: str, kind: FileKind, unseen: str) -> None:
    assert kind_of(head, name) is kind
    assert kind.unseen == unseen

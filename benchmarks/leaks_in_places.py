"""Coordinates planted in every way a file says where it was made.

The one thing a reader would get wrong: the words looked for are worked out here from degrees,
minutes and seconds, not read back from the file.
"""

from __future__ import annotations

import struct
from collections.abc import Callable

from PIL import Image

from benchmarks.leaks_in_documents import packed
from benchmarks.leaks_in_pictures import box, heic, saved, xmp
from benchmarks.leaks_in_sound import apple, film, id3, mp3, ogg, quicktime

Place = Callable[[int, int, int], tuple[bytes, str]]
"""Whole degrees north and west, and a number to tell files apart → the file, what it says."""


def _exif(north: int, west: int, turn: int) -> tuple[Image.Exif, str]:
    made = Image.Exif()
    made[0x0112] = 1 + turn
    made.get_ifd(0x8825).update({
        1: "N", 2: (float(north), 30.0, 9.0 * (turn + 1)), 3: "W", 4: (float(west), 7.0, 30.0),
    })
    seconds = 9 * (turn + 1)  # 9 seconds are 0.0025 degrees, 7.5 minutes are 0.125
    return made, f"{north + 0.5 + seconds / 3600:.6f}, {-(west + 0.125):.6f}"


def _picture(form: str) -> Place:
    def make(north: int, west: int, turn: int) -> tuple[bytes, str]:
        notes, words = _exif(north, west, turn)
        return saved(form, exif=notes.tobytes()), words

    return make


def _heic(north: int, west: int, turn: int) -> tuple[bytes, str]:
    notes, words = _exif(north, west, turn)
    return heic(bytes(4) + notes.tobytes().removeprefix(b"Exif\0\0"), b"Exif"), words


def _decimal(north: int, west: int, turn: int) -> tuple[str, str]:
    return f"{north}.50{turn}25", f"-{west}.12{turn}5"


def _written(pattern: str, apart: bool = False) -> Place:
    """A text; where the two numbers stand apart in it, only the first is looked for."""

    def make(north: int, west: int, turn: int) -> tuple[bytes, str]:
        lat, lon = _decimal(north, west, turn)
        return pattern.format(lat, lon).encode(), lat if apart else f"{lat} {lon}"

    return make


def _xmp(north: int, west: int, turn: int) -> tuple[bytes, str]:
    said = f"{north},30.{turn}25N"
    note = xmp("").replace(b'dc:note=""', f'xmlns:exif="e" exif:GPSLatitude="{said}"'.encode())
    return saved("JPEG", xmp=note), said


def _iso6709(north: int, west: int, turn: int) -> str:
    return f"+{north}.50{turn}2-{west:03d}.12{turn}0+021.000/"


def _mov(north: int, west: int, turn: int) -> tuple[bytes, str]:
    words = _iso6709(north, west, turn)
    return film(b"qt  ", quicktime(b"\xa9xyz", words)), words


def _apple(north: int, west: int, turn: int) -> tuple[bytes, str]:
    words = _iso6709(north, west, turn)
    return film(b"qt  ", apple(b"com.apple.quicktime.location.ISO6709", words)), words


def _loci(north: int, west: int, turn: int) -> tuple[bytes, str]:
    lat, lon = north + 0.5, -(west + 0.125 * (turn + 1))
    fixed = struct.pack(">iii", int(lon * 65536), int(lat * 65536), 0)
    body = bytes(6) + b"Home\0\0" + fixed + b"earth\0\0"
    return film(b"3gp4", box(b"udta", box(b"loci", body))), f"{lat:.5f}, {lon:.5f}"


def _track(north: int, west: int, turn: int) -> tuple[bytes, str]:
    words = _iso6709(north, west, turn)
    return film(b"isom", track=(b"meta", words.encode())), words


def _behind(north: int, west: int, turn: int) -> tuple[bytes, str]:
    moving, words = _mov(north, west, turn)
    return saved("JPEG") + moving, words


def _opus(north: int, west: int, turn: int) -> tuple[bytes, str]:
    words = _iso6709(north, west, turn)
    return ogg([b"GEO_LOCATION=" + words.encode()]), words


def _mp3(north: int, west: int, turn: int) -> tuple[bytes, str]:
    words = _iso6709(north, west, turn)
    return mp3(id3(b"TXXX", b"\0where\0" + words.encode())), words


def _zipped(north: int, west: int, turn: int) -> tuple[bytes, str]:
    photo, words = _picture("JPEG")(north, west, turn)
    return packed({"photos/a.jpg": photo}), words


PLACES: list[tuple[str, str, bool, Place]] = [
    ("jpg", "EXIF GPS", True, _picture("JPEG")),
    ("png", "EXIF GPS", True, _picture("PNG")),
    ("webp", "EXIF GPS", True, _picture("WEBP")),
    ("avif", "EXIF GPS", True, _picture("AVIF")),
    ("heic", "EXIF GPS", True, _heic),
    ("jpg", "XMP GPS", True, _xmp),
    ("jpg", "film behind the photo", True, _behind),
    ("zip", "photo's EXIF GPS", True, _zipped),
    ("mov", "©xyz", True, _mov),
    ("mov", "Apple's place", True, _apple),
    ("3gp", "loci", True, _loci),
    ("mp4", "track of notes", True, _track),
    ("opus", "place", True, _opus),
    ("mp3", "place", True, _mp3),
    ("txt", "link to a map", False, _written("See https://maps.google.com/maps?q={0},{1} now\n")),
    ("txt", "geo link", False, _written("geo:{0},{1}\n")),
    ("txt", "map's own link", False, _written("https://example.org/maps/@{0},{1},17z\n")),
    ("txt", "link, escaped", False, _written("https://example.org/?u=maps%3Fq%3D{0}%2C{1}\n")),
    ("json", "latitude", False, _written('{{"latitude": {0}, "longitude": {1}}}\n', True)),
    ("xml", "track point", False, _written('<gpx><trkpt lat="{0}" lon="{1}"/></gpx>\n', True)),
    ("ics", "GEO", False, _written("BEGIN:VCALENDAR\r\nGEO:{0};{1}\r\nEND:VCALENDAR\r\n")),
    ("vcf", "GEO", False, _written("BEGIN:VCARD\r\nGEO:geo:{0},{1}\r\nEND:VCARD\r\n")),
]

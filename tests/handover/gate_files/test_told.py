"""What each kind of file says: every place a secret was planted in is read, and named.

The one thing a reader would get wrong: "metadata" in these tables is a promise. What is marked so
must be gone from a bare copy; what is not marked is content, and stays.
"""

from __future__ import annotations

import io
import random

import pytest

from benchmarks.leaks_in_documents import DOCUMENTS, packed, pdf
from benchmarks.leaks_in_pictures import PICTURES, exif, heic, saved, xmp
from benchmarks.leaks_in_places import PLACES
from benchmarks.leaks_in_sound import SOUND, apple, film, id3, mp3, ogg
from benchmarks.leaks_in_texts import TEXTS
from benchmarks.leaks_planted import Slot
from benchmarks.leaks_without import WITHOUT
from rainbook.handover.gate.files.interface import (
    FILM,
    HEAD,
    PICTURE,
    SPEECH,
    Piece,
    Trace,
    kind_of,
    kinds,
)

SECRET = "14 Larkspur Rise, Netherby"
SLOTS: list[Slot] = [*TEXTS, *PICTURES, *SOUND, *DOCUMENTS]


def told(data: bytes, name: str = "") -> list[Piece | Trace]:
    return list(kind_of(data[:HEAD], name).look(io.BytesIO(data), len(data)))


def plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def saying(found: list[Piece | Trace], words: str) -> list[Piece | Trace]:
    return [
        one for one in found
        if plain(words) in plain(one.text if isinstance(one, Piece) else one.shown)
    ]


KIND_OF_ENDING = {
    "txt": "text", "csv": "text", "json": "text", "xml": "text", "html": "text", "vcf": "text",
    "ics": "text", "eml": "text", "jpg": "jpeg", "png": "png", "gif": "gif", "webp": "webp",
    "tif": "tiff", "heic": "heif", "avif": "heif", "mp3": "mp3", "opus": "ogg", "ogg": "ogg",
    "flac": "flac", "wav": "wav", "amr": "amr", "mov": "film", "mp4": "film", "3gp": "film",
    "m4a": "m4a", "pdf": "pdf", "docx": "office", "xlsx": "office", "pptx": "office",
    "odt": "office", "zip": "zip", "db": "other", "bin": "other", "webm": "raw media",
}


@pytest.mark.parametrize("slot", SLOTS, ids=lambda slot: f"{slot[0]}: {slot[1]}")
def test_a_secret_is_read_wherever_it_stands(slot: Slot) -> None:
    ending, _where, metadata, make = slot
    data = make(SECRET)
    assert kind_of(data[:HEAD], f"a.{ending}").name == KIND_OF_ENDING[ending]
    found = saying(told(data, f"a.{ending}"), SECRET)
    assert found
    assert {one.metadata for one in found} == {metadata}


@pytest.mark.parametrize("slot", PLACES, ids=lambda slot: f"{slot[0]}: {slot[1]}")
def test_a_place_is_a_trace_whatever_it_says(slot: Slot) -> None:
    ending, _where, metadata, make = slot
    data, words = make(51, 2, 1)
    traces = [one for one in told(data, f"a.{ending}") if isinstance(one, Trace)]
    places = [one for one in saying(list(traces), words) if isinstance(one, Trace)]
    assert "place" in {one.kind for one in places}
    assert {one.metadata for one in places} == {metadata}


@pytest.mark.parametrize(("text", "kind", "shown"), [
    ("at 51.50125, -0.14167 now", "place", "51.50125, -0.14167"),
    ("https://example.org/?q=51.5,-0.1", "place", "?q=51.5,-0.1"),
    ("geo:51.5,-0.1", "place", "geo:51.5,-0.1"),
    ("https://example.org/maps/@51.5,-0.1,17z", "place", "/@51.5,-0.1"),
    ("meet at 9C3XGV4C+XV ok", "place", "9C3XGV4C+XV"),
    ("///larder.copper.violin", "place", "///larder.copper.violin"),
    ("51°30'4.5\"N 0°8'30\"W", "place", "51°30'4.5\"N 0°8'30\"W"),
    ('{"latitudeE7": 515012500, "longitudeE7": -1416700}', "place",
     '"latitudeE7": 515012500, "longitudeE7": -1416700'),
    ("BEGIN:VCALENDAR\r\nLOCATION;LANGUAGE=en:Wexcombe Surgery\r\n", "place",
     "LOCATION;LANGUAGE=en:Wexcombe Surgery"),
    (r"C:\Users\jo.doe\Desktop\a.txt", "path", r"C:\Users\jo.doe\Desktop\a.txt"),
    ("/Users/jo/Pictures/a.jpg", "path", "/Users/jo/Pictures/a.jpg"),
    ("/home/jo/a.txt", "path", "/home/jo/a.txt"),
    (r"see \\nas-jo\share\a.txt", "path", r"\\nas-jo\share\a.txt"),
    ("file:///D:/letters/a.txt", "path", "file:///D:/letters/a.txt"),
    ('{"ssid": "Larkspur-Hub"}', "network", 'ssid": "Larkspur-Hub'),
    ("WIFI:T:WPA;S:Larkspur-Hub;P:x;;", "network", "WIFI:T:WPA;S:Larkspur-Hub"),
    ("bssid 02:00:5e:10:00:01", "network", "02:00:5e:10:00:01"),
])
def test_a_text_gives_away_by_its_kind(text: str, kind: str, shown: str) -> None:
    data = (text + "\n").encode()
    assert (kind, shown) in {(x.kind, x.shown) for x in told(data) if isinstance(x, Trace)}


@pytest.mark.parametrize("text", [
    "it was 20:15 on 01/02/2026 and cost 12.50, or 13.75",
    "version 3.11.7, chapter 4.5, 10.10.2026",
    "he said and/or, yes/no; a+b=c; C++ and 5+5",
    "https://example.org/users/home?page=2",
    "call me: +44 7700 900123 / +44 7700 900124",
])
def test_ordinary_words_are_no_trace(text: str) -> None:
    assert [x for x in told((text + "\n").encode()) if isinstance(x, Trace)] == []


@pytest.mark.parametrize(("data", "trace"), [
    (saved("JPEG", exif=exif(0x013B, "Marta Q")), ("EXIF artist", "author", "Marta Q")),
    (saved("JPEG", exif=exif(0xA431, "SN 4711")), ("EXIF serial number", "device", "SN 4711")),
    (saved("PNG") + b"left over",
     ("trailing bytes", "trailing bytes", "9 bytes behind the end")),
    (film(b"qt  ", apple(b"com.apple.quicktime.model", "Phone 9")),
     ("note com.apple.quicktime.model", "device", "Phone 9")),
    (mp3(id3(b"TPE1", b"\3Marta Q")), ("ID3 TPE1", "author", "Marta Q")),
    (ogg([b"ARTIST=Marta Q"]), ("comment ARTIST", "author", "Marta Q")),
    (pdf("Marta Q", "property"), ("document author", "author", "Marta Q")),
    (pdf("Old plan", "layer"), ("hidden layer", "hidden text", "Old plan")),
    (packed({"a.mp4": film(b"isom")}), ("a.mp4", "unseen", FILM)),
    (packed({"a.jpg": saved("JPEG")}), ("a.jpg", "unseen", PICTURE)),
    (packed({"a.opus": ogg([])}), ("a.opus", "unseen", SPEECH)),
])
def test_a_trace_says_where_and_what(data: bytes, trace: tuple[str, str, str]) -> None:
    found = {(x.where, x.kind, x.shown) for x in told(data) if isinstance(x, Trace)}
    assert trace in found


def test_a_thumbnail_and_a_hidden_sheet_are_traces() -> None:
    slots = {(ending, where): make for ending, where, _, make in SLOTS}
    small = told(slots["jpg", "thumbnail's comment"](SECRET))
    assert "thumbnail" in {x.kind for x in small if isinstance(x, Trace)}
    for state in ("hidden", "veryHidden"):
        sheet = told(slots["xlsx", state](SECRET))
        assert ("sheet Old (hidden)", "hidden sheet") in {
            (x.where, x.kind) for x in sheet if isinstance(x, Trace)
        }
        assert "sheet Old (hidden)" in {
            x.where for x in saying(list(sheet), SECRET) if isinstance(x, Piece)
        }


@pytest.mark.parametrize("clean", WITHOUT, ids=lambda clean: f"{clean[0]}: {clean[1]}")
def test_a_file_without_anything_gives_nothing_away(clean: tuple[str, str, object]) -> None:
    data = clean[2](random.Random(5), 2)  # type: ignore[operator]
    found = told(data, f"a.{clean[0]}")
    assert [x for x in found if isinstance(x, Trace) and x.kind != "unseen"] == []
    assert saying(found, SECRET) == []


WIDE = SECRET.encode("utf-16-le")
PROSE = "we are moving to Larkspur Rise in Netherby and the boys start school there on Monday"


@pytest.mark.parametrize(("data", "words"), [
    (mp3(id3(b"TIT2", b"\0" + WIDE)), SECRET),
    (mp3(id3(b"TIT2", b"\1" + SECRET.encode())), SECRET),
    (ogg([b"TITLE=" + WIDE]), SECRET),
    (saved("JPEG", exif=exif(0x013B, WIDE.decode("latin-1"))), SECRET),
    (saved("JPEG", comment=WIDE), SECRET),
    *((saved("JPEG", xmp=xmp(PROSE[n:])), PROSE[8:]) for n in range(4)),
])
def test_words_written_in_another_way_than_the_file_says_are_read(
    data: bytes, words: str
) -> None:
    assert saying(told(data), words)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_the_bytes_named_are_the_text(encoding: str) -> None:
    data = ("Café\n" + SECRET + "\n").encode(encoding)
    stored = [x for x in told(data) if isinstance(x, Piece) and x.encoding]
    assert stored
    for piece in stored:
        assert data[piece.start : piece.end].decode(piece.encoding) == piece.text


def test_a_long_text_is_read_in_windows_that_miss_nothing() -> None:
    line = "Nothing of note happened on this day either.\n"
    for before in (186_410, 186_413, 186_415):  # the secret around the end of the first window
        data = (line * before + "14 Larkspur Rise,\nNetherby\n" + line * 9).encode()
        pieces = [x for x in told(data) if isinstance(x, Piece) and x.encoding]
        assert len(pieces) == 2
        assert saying(list(pieces), SECRET)
        assert b"".join(
            data[0 if n == 0 else pieces[n - 1].end : piece.end] for n, piece in enumerate(pieces)
        ) == data


def test_each_kind_has_a_name_of_its_own_and_the_last_are_last() -> None:
    names = [kind.name for kind in kinds()]
    assert len(names) == len(set(names))
    assert names[-2:] == ["text", "other"]
    assert {kind.unseen for kind in kinds()} == {"", PICTURE, SPEECH, FILM}
    assert kind_of(b"", "a.txt").name == "text"


@pytest.mark.parametrize("slot", [*SLOTS, *WITHOUT], ids=lambda slot: f"{slot[0]}: {slot[1]}")
def test_one_kind_at_most_claims_a_file(slot: tuple[object, ...]) -> None:
    make = slot[-1]
    data = make(SECRET) if len(slot) == 4 else make(random.Random(1), 1)  # type: ignore[operator]
    claims = [k.name for k in kinds() if k.name not in ("text", "other")
              and k.claims(data[:HEAD], f"a.{slot[0]}")]
    assert len(claims) <= 1


def test_a_heic_says_its_xmp_and_its_exif_apart() -> None:
    data = heic(bytes(4) + exif(0x010E, SECRET).tobytes().removeprefix(b"Exif\0\0"), b"Exif")
    assert {x.where for x in saying(told(data), SECRET)} == {"EXIF description"}

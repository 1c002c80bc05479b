"""Bare copies: what must be gone, and what must stay byte for byte.

The one thing a reader would get wrong: a bare copy is looked into again by the same readers, so
these tests also compare with what other programs (Pillow, pikepdf, zipfile) see in it.
"""

from __future__ import annotations

import io
import struct
import zipfile

import pikepdf
import pytest
from PIL import Image

from benchmarks.leaks_in_documents import DOCUMENTS, packed, pdf
from benchmarks.leaks_in_pictures import PICTURES, box, exif, heic, saved
from benchmarks.leaks_in_places import PLACES
from benchmarks.leaks_in_sound import SOUND, crc, film, id3, mp3, ogg, quicktime, wav
from benchmarks.leaks_planted import Slot
from rainbook.handover.gate.files.interface import HEAD, Piece, Trace, kind_of

SECRET = "14 Larkspur Rise, Netherby"
NO_BARE_COPY = {"tif", "webm"}
TAKEN = [s for s in (*PICTURES, *SOUND, *DOCUMENTS) if s[2] and s[0] not in NO_BARE_COPY]
KEPT = [s for s in (*SOUND, *DOCUMENTS) if not s[2] and s[0] not in ("db", "bin")]
BY_NAME = {(ending, where): make for ending, where, _, make in TAKEN}


def bare(data: bytes, name: str = "") -> tuple[bytes, tuple[str, ...] | None]:
    out = io.BytesIO()
    taken = kind_of(data[:HEAD], name).bare(io.BytesIO(data), out)
    return out.getvalue(), taken


def told(data: bytes, name: str = "") -> list[Piece | Trace]:
    return list(kind_of(data[:HEAD], name).look(io.BytesIO(data), len(data)))


def plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def says(data: bytes, words: str, name: str = "") -> bool:
    return any(
        plain(words) in plain(x.text if isinstance(x, Piece) else x.shown)
        for x in told(data, name)
    )


@pytest.mark.parametrize("slot", TAKEN, ids=lambda slot: f"{slot[0]}: {slot[1]}")
def test_metadata_is_gone_and_a_second_copy_takes_out_nothing(slot: Slot) -> None:
    name = f"a.{slot[0]}"
    data = slot[3](SECRET)
    copy, taken = bare(data, name)
    assert taken
    assert not says(copy, SECRET, name)
    assert SECRET.encode() not in copy
    assert [x for x in told(copy, name) if isinstance(x, Trace) and x.metadata] == []
    again, nothing = bare(copy, name)
    assert nothing == ()
    assert again == copy


@pytest.mark.parametrize("slot", KEPT, ids=lambda slot: f"{slot[0]}: {slot[1]}")
def test_content_stays(slot: Slot) -> None:
    copy, taken = bare(slot[3](SECRET), f"a.{slot[0]}")
    assert taken is not None
    assert says(copy, SECRET, f"a.{slot[0]}")


@pytest.mark.parametrize("slot", [p for p in PLACES if p[2]], ids=lambda p: f"{p[0]}: {p[1]}")
def test_a_place_is_gone(slot: Slot) -> None:
    data, _words = slot[3](51, 2, 1)  # type: ignore[call-arg,misc]
    copy, taken = bare(data, f"a.{slot[0]}")
    assert taken
    assert [x for x in told(copy) if isinstance(x, Trace) and x.kind == "place"] == []


@pytest.mark.parametrize(("ending", "where"), [
    (ending, where) for ending, where in BY_NAME
    if ending in ("jpg", "png", "gif", "webp", "avif")
])
def test_another_program_sees_the_same_picture_and_no_notes(ending: str, where: str) -> None:
    data = BY_NAME[ending, where](SECRET)
    copy, _ = bare(data)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(copy)) as after:
        assert before.convert("RGBA").tobytes() == after.convert("RGBA").tobytes()
        # nothing but how it is turned
        assert set(after.getexif()) - {0x0112} == set()
        assert after.getexif().get(0x0112, 1) == before.getexif().get(0x0112, 1)
        assert {"comment", "xmp", "Author", "Comment"} & set(after.info) == set()


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_how_a_picture_is_turned_stays(form: str, turned: int) -> None:
    copy, taken = bare(saved(form, exif=exif(0x013B, SECRET, turned)))
    assert taken == ("EXIF",)
    with Image.open(io.BytesIO(copy)) as after:
        assert dict(after.getexif()) == ({0x0112: turned} if turned > 1 else {})


@pytest.mark.parametrize("progressive", [False, True])
def test_the_scans_of_a_jpeg_stay_byte_for_byte(progressive: bool) -> None:
    how = {"quality": 80, "progressive": progressive, "icc_profile": b"PROFILE" * 20}
    plain_one = saved("JPEG", **how)
    noted = saved("JPEG", **how, exif=exif(0x010E, SECRET), comment=SECRET.encode())
    copy, taken = bare(noted + b"MORE" + SECRET.encode())
    assert copy == plain_one
    assert taken == ("EXIF", "comment", "what lies behind the end of the picture")


def test_a_moving_png_still_moves() -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (8, 8), (n * 60, 0, 0)) for n in range(4)]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:], exif=exif(0x010E, SECRET))
    copy, _ = bare(out.getvalue())
    with Image.open(io.BytesIO(copy)) as after:
        assert after.n_frames == 4  # type: ignore[attr-defined]
    assert not says(copy, SECRET)


def test_a_film_keeps_its_length_and_its_tables_stay_true() -> None:
    # laid out here: ftyp, mdat with 16 bytes of picture, moov with one table that points at them
    head = box(b"ftyp", b"isom\0\0\2\0")
    mdat = box(b"mdat", b"SIXTEEN-BYTES-OF")
    stco = box(b"stco", bytes(4), struct.pack(">II", 1, len(head) + 8))
    trak = box(b"trak", box(b"mdia", box(b"minf", box(b"stbl", stco))))
    data = head + mdat + box(b"moov", quicktime(b"\xa9xyz", "+51.5000-000.1000/"), trak)
    copy, taken = bare(data)
    assert taken == ("notes (title, author, place, camera)",)
    assert len(copy) == len(data)
    assert copy[: len(head + mdat)] == data[: len(head + mdat)]
    at = int.from_bytes(copy[copy.index(b"stco") + 12 :][:4], "big")
    assert copy[at : at + 16] == b"SIXTEEN-BYTES-OF"
    assert copy[copy.index(b"moov") + 8 :][:4] == b"free"
    assert b"51.5" not in copy


def test_a_track_of_notes_goes_and_the_picture_beside_it_stays() -> None:
    data = film(b"isom", track=(b"meta", b"+51.5000-000.1000/"))
    copy, _ = bare(data)
    assert len(copy) == len(data)
    assert copy.count(b"PICTURES" * 4) == 1
    assert copy.count(b"trak") == data.count(b"trak") - 1 == 1


def test_the_notes_of_a_heic_are_written_over_and_its_picture_is_not() -> None:
    note = bytes(4) + exif(0x010E, SECRET).tobytes().removeprefix(b"Exif\0\0")
    data = heic(note, b"Exif")
    copy, taken = bare(data)
    assert taken == ("EXIF",)
    assert copy[: -len(note)] == data[: -len(note)]
    assert copy[-len(note) :].startswith(b"\0\0\0\0MM\0*")


def test_the_sound_of_a_recording_stays_byte_for_byte() -> None:
    sound = mp3(b"")
    assert bare(mp3(id3(b"TIT2", b"\3" + SECRET.encode()), b"TAG" + bytes(125)))[0] == sound
    assert bare(wav((b"bext", bytes(602))))[0] == wav()


def test_the_pages_of_an_ogg_keep_their_places_and_their_sums() -> None:
    data = ogg([b"TITLE=" + SECRET.encode(), b"X" * 70_000])
    copy, _ = bare(data)
    assert len(copy) == len(data)
    at, pages = 0, 0
    while at < len(copy):
        count = copy[at + 26]
        end = at + 27 + count + sum(copy[at + 27 : at + 27 + count])
        page = copy[at:end]
        assert crc(page[:22] + bytes(4) + page[26:]) == int.from_bytes(page[22:26], "little")
        at, pages = end, pages + 1
    assert pages == 4  # a head, comments over two pages, sound
    assert copy.endswith(b"SOUND" * 20)


def test_another_program_sees_the_same_pages_and_no_properties() -> None:
    for way in ("property", "xmp", "attached", "script", "earlier"):
        copy, taken = bare(pdf(SECRET, way))
        assert taken
        with pikepdf.open(io.BytesIO(copy)) as after, pikepdf.open(
            io.BytesIO(pdf(SECRET, way))
        ) as before:
            assert "/Info" not in after.trailer
            assert "/Metadata" not in after.Root
            assert len(after.attachments) == 0
            assert (after.pages[0].Contents.read_bytes()
                    == before.pages[0].Contents.read_bytes())
        assert copy.count(b"%%EOF") == 1


def test_the_parts_of_a_document_stay_byte_for_byte() -> None:
    data = BY_NAME["docx", "author"](SECRET)
    copy, _ = bare(data)
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(io.BytesIO(copy)) as after:
        assert after.testzip() is None
        assert before.namelist() == after.namelist()
        for name in set(before.namelist()) - {"docProps/core.xml"}:
            assert before.read(name) == after.read(name)
        assert b"creator" not in after.read("docProps/core.xml")
        assert {one.date_time for one in after.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(("data", "taken"), [
    (saved("TIFF"), None),
    (b"\0\1\2\3 nothing known", None),
    (packed({"a.bin": b"\0\1\2\3"}), ()),
    (packed({"a.tif": saved("TIFF")}), None),
    (b"A plain text.\n", ()),
])
def test_what_cannot_be_made_bare_says_so(data: bytes, taken: tuple[str, ...] | None) -> None:
    assert bare(data)[1] == taken


def test_two_copies_are_the_same_bytes() -> None:
    for make in BY_NAME.values():
        data = make(SECRET)
        assert bare(data)[0] == bare(data)[0]

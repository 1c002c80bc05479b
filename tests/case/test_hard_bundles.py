"""Hard input through the whole book: a whole bundle that checks, or one plain sentence.

The one thing a reader would get wrong: whatever is refused, the place where the bundle should have
stood holds nothing afterwards, no unfinished folder either.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from rainbook.case import Book, check_folder
from rainbook.case.recipes import recipes_shown, with_recipe
from rainbook.handover import attachments
from rainbook.handover.formats.chronology_pdf import VOLUME
from rainbook.handover.formats.missing_csv import NOTHING_READ, WITHHELD
from rainbook.handover.gate.interface import Agreed
from rainbook.record import (
    AccountOf,
    Answered,
    Bundle,
    Disclosure,
    KeepBack,
    NotRelevant,
    PersonNamed,
    RainbookError,
)
from tests.case.kit import LINES, Write, ids, who_is_who

ALEX = Disclosure(("alex",), "SO")
NAME = "WhatsApp Chat with Alex Reed.txt"
AGREE = lambda _: Agreed(True, "no")  # noqa: E731
TOO_LARGE = "is larger than 4 GB unpacked and was left out."
Open = Callable[..., Book]
SMS = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<smses count="2">\n'
    b'<sms protocol="0" address="+447700900123" date="1711305600000" type="1" subject="null" '
    b'body="one" read="1" status="-1" readable_date="" contact_name="Alex Reed" />\n'
    b'<sms protocol="0" address="+447700900123" date="17113057000'
)


def torn_zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as container:
        container.writestr(zipfile.ZipInfo("_chat"), "24/03/2024, 18:40 - Alex Reed: x\n" * 50)
    return made.getvalue()[:-40]


def given(book: Book, place: Path, wanted: Disclosure = ALEX, name: str = "bundle") -> Bundle:
    """Hand over into `place`, and check every byte of it."""
    place.mkdir(exist_ok=True)
    bundle = book.hand_over(place / name, wanted, AGREE)
    checked = check_folder(place / name, lambda: "")
    assert (checked.what, checked.faults) == ("bundle", ())
    assert name in {p.name for p in place.iterdir()}
    assert not list(place.glob("*.part-*"))
    return bundle


def refused(book: Book, place: Path, wanted: Disclosure = ALEX, name: str = "bundle") -> str:
    """Return the one sentence a hand-over is refused with; nothing may be left of it."""
    place.mkdir(exist_ok=True)
    with pytest.raises(RainbookError) as said:
        book.hand_over(place / name, wanted, AGREE)
    assert list(place.iterdir()) == []
    sentence = str(said.value)
    assert len(sentence) < 700
    assert "\n" not in sentence
    return sentence


def missing(bundle: Path) -> list[tuple[str, str, str]]:
    """Return exhibit, code and what of each row of missing.csv."""
    with (bundle / "record/missing.csv").open(encoding="utf-8-sig", newline="") as stream:
        return [(r["exhibit"], r["code"], r["what"]) for r in csv.DictReader(stream)]


@pytest.mark.parametrize(("name", "content", "code"), [
    ("mystery.xyz", bytes(range(256)) * 40, "no_reader"),
    ("WhatsApp Chat with Kim.zip", torn_zip(), "zip_cut"),
    ("nothing.txt", b"", "empty_file"),
])
def test_a_file_nothing_can_be_read_from_stops_nothing_and_is_listed(
    name: str, content: bytes, code: str, book: Book, chat: Write, tmp_path: Path
) -> None:
    book.add(chat(NAME, *LINES))
    (tmp_path / name).write_bytes(content)
    book.add(tmp_path / name)
    who_is_who(book)
    given(book, tmp_path / "out")
    # by no name: nobody knows whose file it is
    assert missing(tmp_path / "out" / "bundle") == [("", code, NOTHING_READ)]
    assert name not in (tmp_path / "out" / "bundle/record/missing.csv").read_text("utf-8")


def test_a_file_cut_in_the_middle_goes_as_far_as_it_could_be_read(
    book: Book, chat: Write, tmp_path: Path
) -> None:
    book.add(chat(NAME, *LINES))
    (tmp_path / "sms-20240603.xml").write_bytes(SMS)
    book.add(tmp_path / "sms-20240603.xml")
    who_is_who(book)
    book.decide(AccountOf("alex", "phone:+447700900123", "seen"))
    made = given(book, tmp_path / "out")
    assert [e.file for e in made.exhibits] == ["exhibits/SO1.txt", "exhibits/SO2-extract.txt"]
    assert missing(tmp_path / "out" / "bundle") == [
        ("SO/2", "truncated_tail", WITHHELD), ("SO/2", "count_mismatch", WITHHELD)]


@pytest.mark.parametrize("place", [0, 40, 90, -1])
def test_a_sealed_file_that_was_damaged_is_refused(
    place: int, book: Book, folder: Path, chat: Write, tmp_path: Path, again: Open
) -> None:
    """Byte 0 and 40 stand in its header, 90 in the first piece, the last one in its seal."""
    book.add(chat(NAME, *LINES))
    who_is_who(book)
    book.close()
    (sealed,) = (p for p in (folder / "originals").rglob("*") if p.is_file())
    content = bytearray(sealed.read_bytes())
    content[place] ^= 1
    sealed.write_bytes(content)
    with again() as one:
        sentence = refused(one, tmp_path / "out")
        assert "damaged" in sentence
        assert "dd the same file again, or put the folder back from a copy." in sentence


def test_nothing_is_known_to_be_theirs(book: Book, chat: Write, tmp_path: Path) -> None:
    book.decide(Answered("keep-back", "no"))
    book.decide(PersonNamed("alex", "Alex Reed", "suspect"))
    assert "rainbook add FILE" in refused(book, tmp_path / "out")
    book.add(chat("nothing.txt"))
    assert "No record could be read" in refused(book, tmp_path / "out")
    book.add(chat(NAME, *LINES))
    book.decide(PersonNamed("kim", "Kim", "other"))
    book.decide(AccountOf("kim", "whatsapp:name:Alex Reed", "seen"))
    for name in ("", *(r.name for r in recipes_shown())):
        wanted = with_recipe(ALEX, name, None, book)
        assert refused(book, tmp_path / "out", wanted).endswith("first: rainbook people ask")


def test_everything_set_aside_or_only_guessed_is_still_given_and_not_counted(
    book: Book, chat: Write, tmp_path: Path
) -> None:
    book.add(chat(NAME, *LINES))
    who_is_who(book, "guess")
    given(book, tmp_path / "guess")
    for one in ids(book.file()):
        book.decide(NotRelevant(one))
    given(book, tmp_path / "aside")
    for place in ("guess", "aside"):
        text = (tmp_path / place / "bundle/messages/chronology.csv").read_text("utf-8-sig")
        lines = list(csv.DictReader(io.StringIO(text)))
        theirs = [r["counted"] for r in lines if r["account"] == "Alex Reed"]
        assert theirs == ["no", "no"]


def film(size: int) -> bytes:
    """Return a film that holds nothing: its kind, an empty description, and `size` zeros."""
    def box(kind: bytes, content: bytes) -> bytes:
        return (len(content) + 8).to_bytes(4, "big") + kind + content

    head = box(b"ftyp", b"isom\0\0\2\0") + box(b"moov", box(b"mvhd", bytes(100)))
    return head + box(b"mdat", bytes(size))


@pytest.mark.parametrize(("largest", "whole"), [(4 << 30, True), (1 << 20, False)])
def test_a_film_larger_than_can_be_taken_out(
    largest: int, whole: bool, book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "LARGEST", largest)
    path = tmp_path / "WhatsApp Chat with Alex Reed.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        lines = (f"{when} - {who}: {words}\n" for when, who, words in LINES)
        sent = "27/03/2024, 12:00 - Alex Reed: VID-20240327-WA0001.mp4 (file attached)\n"
        container.writestr("_chat.txt", "".join(lines) + sent)
        container.writestr("VID-20240327-WA0001.mp4", film(3 << 20))
    book.add(path)
    who_is_who(book)
    made = given(book, tmp_path / "out")
    files = [e.file for e in made.exhibits]
    left = f"A file sent with a message in SO/1 {TOO_LARGE}"
    assert missing(tmp_path / "out/bundle") == ([] if whole else [("", "left_out", left)])
    # the container goes whole either way; it is only that one film does not go by itself as well
    assert files == ["exhibits/SO1.zip", *(["exhibits/SO1-video1.mp4"] if whole else [])]


def test_a_long_chronology_goes_in_volumes(book: Book, chat: Write, tmp_path: Path) -> None:
    lines = [
        (f"{1 + n // 1440 % 28:02}/{1 + n // 40320:02}/2024, {n // 60 % 24:02}:{n % 60:02}",
         "Sam Okafor" if n % 9 == 0 else "Alex Reed", f"line {n}")
        for n in range(4_600)
    ]
    book.add(chat(NAME, *lines))
    who_is_who(book)
    only = ("index.pdf", "messages/chronology.pdf", "messages/chronology.csv", "exhibits/")
    given(book, tmp_path / "out", Disclosure(("alex",), "SO", parts=only))
    volumes = sorted(p.name for p in (tmp_path / "out/bundle/messages").glob("chronology*.pdf"))
    assert len(volumes) == -(-4_600 // VOLUME)
    assert len(volumes) >= 3
    text = (tmp_path / "out/bundle/messages/chronology.csv").read_text("utf-8-sig")
    assert sum(1 for _ in csv.reader(io.StringIO(text))) == 4_601


RIGHT_TO_LEFT = (
    "\u202e\u0645\u062d\u0645\u062f \u05d3\u05d5\u05d3 \U0001f468\u200d\U0001f467\U0001f52a"
)
PEOPLE = (
    RIGHT_TO_LEFT,
    "../../x",
    "CON",
    "a\0b",
    "\u202e\u202d\u2066\u2069\u200f",  # only marks that turn a line round
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script> #read(\"/etc/passwd\") $x$ *b* @x",
    "x" * 10_000,
    "\U0001f52a" * 10_000,
)


def named_plainly(bundle: Bundle) -> None:
    """Whatever stood in a record, a file's name is short and plain."""
    parts = {part for file in bundle.files for part in file.split("/")}
    assert all(part.isascii() and len(part) < 60 for part in parts)
    assert not {"..", "CON"} & parts


def test_hostile_names_of_people(book: Book, chat: Write, tmp_path: Path) -> None:
    senders = [f"Sender {chr(65 + n)}" for n in range(len(PEOPLE))]
    book.add(chat(NAME, *LINES, *(("27/03/2024, 12:00", who, "Hello.") for who in senders)))
    who_is_who(book)
    for who, name in zip(senders, PEOPLE, strict=True):
        book.decide(PersonNamed(who[-1].lower(), name, "suspect"))
        book.decide(AccountOf(who[-1].lower(), f"whatsapp:name:{who}", "named sender"))
    everybody = Disclosure(tuple(who[-1].lower() for who in senders), "SO")
    made = given(book, tmp_path / "out", everybody)
    assert [e.file for e in made.exhibits] == ["exhibits/SO1-extract.txt"]
    named_plainly(made)
    book.decide(PersonNamed("z", "x" * 10_000, "suspect"))
    assert "x" * 60 in refused(book, tmp_path / "none", Disclosure(("z",), "SO"))


@pytest.mark.parametrize("name", [RIGHT_TO_LEFT, "../../x", "CON"])
def test_hostile_names_in_the_records(
    name: str, book: Book, chat: Write, tmp_path: Path
) -> None:
    """As the sender, and (as far as a file can be called so) as the chat."""
    lines = [(when, name if who == "Alex Reed" else who, words) for when, who, words in LINES]
    book.add(chat(f"WhatsApp Chat with {name.replace('/', '')}.txt", *lines))
    who_is_who(book)
    book.decide(AccountOf("alex", f"whatsapp:name:{name}", "named sender"))
    made = given(book, tmp_path / "out")
    assert [e.file for e in made.exhibits] == ["exhibits/SO1.txt"]
    named_plainly(made)


def test_initials_and_people_that_cannot_be(book: Book, chat: Write, tmp_path: Path) -> None:
    book.add(chat(NAME, *LINES))
    who_is_who(book)
    for initials in ("", "  ", "../x", "AAAAAA", "\U0001f52a", "A\0", "A1"):
        sentence = refused(book, tmp_path / "out", Disclosure(("alex",), initials))
        assert "one to five letters from A to Z" in sentence
    assert "no person was named" in refused(book, tmp_path / "out", Disclosure((), "SO"))
    assert "'zed'" in refused(book, tmp_path / "out", Disclosure(("zed",), "SO"))


@pytest.mark.parametrize("purpose", ["p" * 50_000, f"{RIGHT_TO_LEFT}\0\x1b[31m"])
def test_a_purpose_of_any_kind(purpose: str, book: Book, chat: Write, tmp_path: Path) -> None:
    book.add(chat(NAME, *LINES))
    who_is_who(book)
    given(book, tmp_path / "out", Disclosure(("alex",), "SO", purpose=purpose))


@pytest.mark.parametrize("kept", [False, True])
def test_two_hand_overs_give_the_same_bytes(
    kept: bool, book: Book, chat: Write, tmp_path: Path
) -> None:
    lines = [*LINES, ("27/03/2024, 12:00", "Alex Reed", "I stand at 14 Sample Street.")]
    book.add(chat(NAME, *lines))
    who_is_who(book)
    if kept:
        book.decide(KeepBack("address", "14 Sample Street"))
    names = ("", *(r.name for r in recipes_shown())) if kept else ("",)
    for name in names:
        wanted = with_recipe(ALEX, name, None, book)
        both = []
        for place in ("first", "second"):
            given(book, tmp_path / place, wanted, f"bundle {name}")
            top = tmp_path / place / f"bundle {name}"
            files = sorted(p for p in top.rglob("*") if p.is_file())
            both.append({p.relative_to(top).as_posix(): p.read_bytes() for p in files})
        assert both[0] == both[1], name
        held = b"".join(both[0].values())
        assert (b"14 Sample Street" in held) is not kept

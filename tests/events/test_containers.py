"""Zip files: what is read in them, what is refused and why, and what each member is called."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib

import pytest

from rainbook.events import unpacking
from rainbook.events.containers import open_original
from rainbook.events.reading import accounted, read_opened
from rainbook.events.sources.interface import Asked
from tests.events.made_chats import LRM, ORIGINAL, android, iphone, read_chat, zipped

CHAT = android("09:00 Alex: one", "09:01 Sam: two")
PHOTO = "00000002-PHOTO-2024-01-24-09-00-00.jpg"
WITH_PHOTO = iphone(f"09:00:00 Alex: {LRM}<attached: {PHOTO}>", "09:01:00 Sam: who is that")
ALIKE = [("Alex", "one"), ("Sam", "two")]


def test_a_chat_in_a_zip() -> None:
    chat = read_chat(zipped({"_chat.txt": CHAT}), "WhatsApp Chat - Alex.zip")
    assert (chat.said, chat.codes) == (ALIKE, [])
    assert {(e.citation.path, e.thread) for e in chat.events} == {("_chat.txt", "Alex")}


def test_two_chats_in_one_zip_are_two() -> None:
    chat = read_chat(zipped({"one/_chat.txt": CHAT, "two/_chat.txt": CHAT}))
    assert [e.citation.path for e in chat.events] == ["one/_chat.txt"] * 2 + ["two/_chat.txt"] * 2
    assert len({e.id for e in chat.events}) == 4


PLACES = [
    # the members beside the chat, where the attachment is found
    ({PHOTO: "JPEG"}, (PHOTO, 4)),
    ({f"media/{PHOTO}": "JPEG"}, (f"media/{PHOTO}", 4)),
    ({PHOTO: "JPEG", f"media/{PHOTO}": "other"}, (PHOTO, 4)),  # beside the chat
    ({f"a/{PHOTO}": "JPEG", f"b/{PHOTO}": "other"}, None),  # no one could say which
    ({PHOTO.upper(): "JPEG"}, None),
    ({}, None),
]


@pytest.mark.parametrize(("members", "place"), PLACES)
def test_where_an_attachment_lies(members: dict[str, str], place: tuple[str, int] | None) -> None:
    chat = read_chat(zipped({"_chat.txt": WITH_PHOTO, **members}))
    (found,) = chat.events[0].attachments
    assert (found.path, found.size) == (place or (None, None))
    assert ("missing_attachment" in chat.events[0].warnings) == (place is None)
    named = [w.path for w in chat.wrappings if w.what == "attachment named in the chat"]
    assert named == ([place[0]] if place else [])
    others = sorted(m for m in members if place is None or m != place[0])
    assert sorted(p.path or "" for p in chat.problems) == others
    assert {p.code for p in chat.problems} <= {"not_read"}


def test_what_no_message_names_is_a_problem_each() -> None:
    chat = read_chat(zipped({"_chat.txt": CHAT, "a.jpg": "\xff\xd8\xff", "b.bin": "", "c/d": "x"}))
    assert [(p.code, p.path) for p in chat.problems] == [
        ("not_read", "a.jpg"), ("not_read", "b.bin"), ("not_read", "c/d"),
    ]  # fmt: skip


SENT = [
    # what Alex sent as a document is not read as an export, whoever it says wrote it
    ("WhatsApp Chat with Sam.txt", android("09:00 Sam: I wanted it", "09:01 Sam: yes")),
    ("contact.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mum\r\nTEL:+447700900101\r\nEND:VCARD\r\n"),
    ("diary.csv", "date,what\n2024-01-24,I went there myself\n"),
]


@pytest.mark.parametrize(("name", "content"), SENT)
def test_a_document_sent_in_the_chat_is_an_attachment(name: str, content: str) -> None:
    main = android("09:00 Alex: " + name + " (file attached)", "09:01 Sam: what is that")
    for order in ((name, "WhatsApp Chat with Alex.txt"), ("WhatsApp Chat with Alex.txt", name)):
        members: dict[str, str | bytes] = {n: main if "Alex" in n else content for n in order}
        chat = read_chat(zipped(members), "WhatsApp Chat with Alex.zip")
        assert {e.citation.path for e in chat.events} == {"WhatsApp Chat with Alex.txt"}
        assert [(a.path, a.size) for a in chat.events[0].attachments] == [(name, len(content))]
        assert [w.path for w in chat.wrappings] == [name]


NAMES = [
    "../../../etc/passwd", "/etc/passwd", "C:\\Windows\\x.txt", "..\\..\\x.txt", "\u202etxt.exe",
    "a" * 300, "nul", "con.txt", "a\tb.txt", "a/b/../c.txt", "é.txt", "e\u0301.txt", "🙂.txt", " ",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_only_a_label(name: str) -> None:
    chat = read_chat(zipped({name: CHAT}))
    assert (chat.said, {e.citation.path for e in chat.events}) == (ALIKE, {name})


def test_a_name_stops_at_nul() -> None:
    raw = zipped({"a.txtXb": CHAT}).replace(b"a.txtXb", b"a.txt\x00b")
    assert {e.citation.path for e in read_chat(raw).events} == {"a.txt"}


def test_names_that_differ_in_case_are_two_files() -> None:
    chat = read_chat(zipped({"Chat.txt": CHAT, "chat.txt": CHAT}))
    assert sorted(str(e.citation.path) for e in chat.events) == ["Chat.txt"] * 2 + ["chat.txt"] * 2


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("copies", [2, 3])
def test_files_of_one_name_are_all_refused(copies: int) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(copies):
            archive.writestr("_chat.txt", CHAT if number else CHAT.replace("one", "another"))
        archive.writestr("_chat.txt [1]", "taken")
        archive.writestr("other.txt", CHAT)
    chat = read_chat(made.getvalue())
    assert {e.citation.path for e in chat.events} == {"other.txt"}
    refused = [p for p in chat.problems if p.code == "zip_two_of_one_name"]
    assert [p.path for p in refused] == [f"_chat.txt [{n}]" for n in range(2, copies + 2)]


def test_a_locked_member_is_named_and_the_others_read() -> None:
    raw = bytearray(zipped({"_chat.txt": CHAT, "locked.txt": CHAT}))
    for at in (raw.find(b"PK\x03\x04", 5) + 6, raw.rfind(b"PK\x01\x02") + 8):
        raw[at] |= 1
    chat = read_chat(bytes(raw))
    assert (chat.said, [(p.code, p.path) for p in chat.problems]) == (
        ALIKE, [("zip_locked", "locked.txt")],
    )  # fmt: skip


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_no_phone_uses(how: int) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as archive:
        archive.writestr("_chat.txt", CHAT)
    chat = read_chat(made.getvalue())
    assert (chat.events, chat.codes) == ([], ["zip_method"])


def test_a_zip_in_a_zip_is_not_opened() -> None:
    chat = read_chat(zipped({"_chat.txt": CHAT, "inner.zip": zipped({"_chat.txt": CHAT})}))
    assert (chat.said, [(p.code, p.path) for p in chat.problems]) == (
        ALIKE, [("not_read", "inner.zip")],
    )  # fmt: skip
    assert "zip inside a zip" in chat.problems[0].sentence


REFUSED = [
    # the bytes of a zip, the reason it is refused for
    (zipped({}), "zip_empty"),
    (zipped({"_chat.txt": CHAT})[:-30], "zip_cut"),
    (zipped({"_chat.txt": CHAT})[:60], "zip_cut"),
    (b"PK\x03\x04", "zip_cut"),
    (b"PK\x03\x04" + b"\x00" * 100, "zip_cut"),
    (b"PK\x05\x06" + b"\xff" * 18, "zip_damaged"),
    (zipped({"_chat.txt": CHAT}).replace(b"PK\x01\x02", b"PK\x01\x00"), "zip_damaged"),
    (zipped({"_chat.txt": CHAT}).replace(b"PK\x03\x04", b"PK\x03\x04PK", 1), "zip_damaged"),
]


@pytest.mark.parametrize(("raw", "code"), REFUSED)
def test_what_is_no_whole_zip_is_refused_with_a_reason(raw: bytes, code: str) -> None:
    chat = read_chat(raw, "chat.zip")
    assert (chat.events, chat.codes) == ([], [code])
    assert chat.problems[0].sentence.endswith("on its own.")


def test_a_member_that_does_not_match_its_checksum() -> None:
    raw = bytearray(zipped({"_chat.txt": CHAT, "good.txt": CHAT}, packed=False))
    raw[raw.find(b"one")] = ord("O")
    chat = read_chat(bytes(raw))
    assert [(p.code, p.path) for p in chat.problems] == [("damaged", "_chat.txt")]
    assert "CRC" in chat.problems[0].sentence
    assert {e.citation.path for e in chat.events} == {"good.txt"}


def test_a_member_shorter_than_its_list_says() -> None:
    raw = bytearray(zipped({"_chat.txt": CHAT}))
    at = raw.find(b"PK\x01\x02")
    raw[at + 24 : at + 28] = struct.pack("<L", len(CHAT) + 50)
    chat = read_chat(bytes(raw))
    assert (chat.events, chat.codes) == ([], ["damaged"])
    assert "shorter" in chat.problems[0].sentence


def test_a_member_longer_than_its_list_says() -> None:
    raw = bytearray(zipped({"_chat.txt": CHAT}))
    at = raw.find(b"PK\x01\x02")
    raw[at + 24 : at + 28] = struct.pack("<L", 30)
    chat = read_chat(bytes(raw))
    assert (chat.events, chat.codes) == ([], ["damaged"])


def test_a_member_whose_packed_bytes_are_broken() -> None:
    raw = bytearray(zipped({"_chat.txt": "".join(map(str, range(9999)))}))
    raw[60:90] = b"\xff" * 30
    assert read_chat(bytes(raw)).codes == ["damaged"]


def test_a_directory_with_content_is_a_file() -> None:
    chat = read_chat(zipped({"folder/": "", "hidden/": CHAT}))
    assert {e.citation.path for e in chat.events} == {"hidden/"}


@pytest.mark.parametrize("seed", range(40))
def test_any_harm_to_a_zip_is_a_problem_or_nothing(seed: int) -> None:
    chance = random.Random(seed)
    raw = bytearray(zipped({"_chat.txt": WITH_PHOTO, PHOTO: "JPEG" * 20}))
    for _ in range(chance.randrange(1, 4)):
        raw[chance.randrange(4, len(raw))] = chance.randrange(256)
    del raw[chance.choice([len(raw), chance.randrange(4, len(raw))]) :]
    opened = open_original(io.BytesIO(bytes(raw)), ORIGINAL, "x.zip")
    tables = list(read_opened(opened, Asked()))
    counted = accounted(tables, opened.size)
    assert (counted.bytes, counted.twice) == (opened.size, 0)


def test_reading_here_and_there_in_a_member_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zlib.compress(bytes(range(256)) * 400)[:200] + b"".join(
        struct.pack("<L", n) for n in range(50_000)
    )
    for held in (0, 1 << 20):
        monkeypatch.setattr(unpacking, "KEPT_IN_MEMORY", held)
        opened = open_original(io.BytesIO(zipped({"a": data, "b": data[::-1]})), ORIGINAL, "z")
        one, two = opened.materials
        chance = random.Random(7)
        for _ in range(60):
            start, length = chance.randrange(len(data)), chance.randrange(5000)
            member, wanted = chance.choice([(one, data), (two, data[::-1])])
            assert member.read_at(start, length) == wanted[start : start + length]
        assert one.read_at(len(data), 5) == b"" == one.read_at(0, 0)
        assert b"".join(one.blocks(7777)) == data

"""The original's page, and the pictures sent with an entry."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import new_book
from rainbook.custody import LEAST

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
LINE = "25/03/2024, 07:0{} - Alex Reed: {} (file attached)\n"
FILES = {
    # name in the chat: its bytes, the type it is served as ("" = not shown)
    "IMG-20240325-WA0001.jpg": (b"\xff\xd8\xff\xe0 a photo", "image/jpeg"),
    "IMG-20240325-WA0002.png": (PNG, "image/png"),
    "STK-20240325-WA0003.webp": (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
    "GIF-20240325-WA0004.gif": (b"GIF89a\1\0\1\0", "image/gif"),
    "IMG-20240325-WA0005.jpg": (b"<html><script>alert(1)</script>", ""),
    "IMG-20240325-WA0006.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ""),
    "AUD-20240325-WA0007.opus": (b"OggS voice", ""),
    "IMG-20240325-WA0008.webp": (b"ABCD\x10\0\0\0WEBPVP8 ", ""),
}
PLACES = {name: row for row, name in enumerate(FILES)}


@pytest.fixture(scope="module")
def zipped() -> bytes:
    """A chat with its files, as a phone gives it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        lines = [LINE.format(n, name) for n, name in enumerate(FILES, 1)]
        packed.writestr("WhatsApp Chat with Alex Reed.txt", "".join(lines))
        for name, (raw, _) in FILES.items():
            packed.writestr(name, raw)
    return made.getvalue()


def opened(client: Any, tmp_path: Path, name: str, raw: bytes) -> Any:
    book, _ = new_book(tmp_path / "new", "five blue kettles sing", "owner", LEAST)
    path = tmp_path / name
    path.write_bytes(raw)
    book.add(path)
    client.desk.take(book)
    return client


def numbers(shown: str) -> bytes:
    """Return the bytes a page shows as numbers."""
    cells = re.findall(r'<td class="govuk-table__cell"><code>([0-9A-F ]+)</code>', shown)
    return bytes.fromhex("".join(cells))


def id_of(client: Any, row: int) -> str:
    found: str = client.desk.run(lambda: client.desk.book().table().id_of(row)).result()
    return found


@pytest.mark.parametrize("name", FILES)
def test_a_picture_is_what_its_first_bytes_say(
    app_client: Any, tmp_path: Path, zipped: bytes, name: str
) -> None:
    client = opened(app_client, tmp_path, "WhatsApp Chat with Alex Reed.zip", zipped)
    raw, kind = FILES[name]
    answer = client.get("picture", id=id_of(client, PLACES[name]), place="0")
    if not kind:
        assert answer.status_code == 404 and raw not in answer.content
        return
    assert (answer.status_code, answer.content) == (200, raw)
    assert answer.headers["content-type"] == kind
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    named = answer.headers["content-disposition"]
    assert re.fullmatch(r'inline; filename="picture\.[a-z]+"', named)
    assert "sandbox" in answer.headers["content-security-policy"]


def test_a_picture_is_named_only_when_asked_for(
    app_client: Any, tmp_path: Path, zipped: bytes
) -> None:
    client = opened(app_client, tmp_path, "WhatsApp Chat with Alex Reed.zip", zipped)
    entry = id_of(client, 0)
    assert "<img" not in client.get("entry", id=entry).text
    shown = client.get("entry", {"show": "1"}, id=entry).text
    assert "<img" not in shown and "Show the picture" in shown
    asked = client.get("entry", {"show": "1", "file": "0"}, id=entry).text
    assert f'src="{client.url("picture", id=entry, place=0)}"' in asked
    # without the words being shown, the file is not either
    assert "<img" not in client.get("entry", {"file": "0"}, id=entry).text


def test_a_picture_inside_a_text_is_served_from_the_record(
    app_client: Any, tmp_path: Path
) -> None:
    raw = (
        "<?xml version='1.0' encoding='UTF-8'?>\n<smses count=\"1\">\n"
        '  <mms address="+447700900317" date="1711324870000" msg_box="1" m_type="132"><parts>'
        f'<part seq="0" ct="text/html" name="x.html" data="{base64.b64encode(PNG).decode()}" />'
        "</parts></mms>\n</smses>\n"
    ).encode()
    client = opened(app_client, tmp_path, "sms-1.xml", raw)
    answer = client.get("picture", id=id_of(client, 0), place="0")
    assert (answer.status_code, answer.content) == (200, PNG)
    assert answer.headers["content-type"] == "image/png"


@pytest.mark.parametrize("place", ["1", "-1", "x", "99999", "٠", "0" * 400, "%2e%2e"])
def test_a_file_that_is_not_there_is_not_found(
    app_client: Any, tmp_path: Path, zipped: bytes, place: str
) -> None:
    client = opened(app_client, tmp_path, "WhatsApp Chat with Alex Reed.zip", zipped)
    base = client.url("picture", id=id_of(client, 0), place="A")[:-1]
    answer = client.http.get(base + place, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 404


def test_the_original_names_its_file_member_and_place(
    app_client: Any, tmp_path: Path, zipped: bytes
) -> None:
    client = opened(app_client, tmp_path, "WhatsApp Chat with Alex Reed.zip", zipped)
    quiet = client.get("original", id=id_of(client, 1)).text
    assert "WhatsApp Chat with Alex Reed.zip" in quiet and "Chat with Alex Reed.txt" in quiet
    first, second = (len(LINE.format(n, name)) for n, name in list(enumerate(FILES, 1))[:2])
    assert f"byte {first} up to byte {first + second}" in quiet
    assert "WA0002" not in quiet
    assert "WA0002" in client.get("original", {"show": "1"}, id=id_of(client, 1)).text


def test_bytes_that_are_no_text_are_shown_as_numbers(app_client: Any, tmp_path: Path) -> None:
    raw = b"24/03/2024, 18:40 - Alex Reed: caf\xe9 and\xff\xfe more\n"
    client = opened(app_client, tmp_path, "WhatsApp Chat with Alex Reed.txt", raw)
    shown = client.get("original", {"show": "1"}, id=id_of(client, 0)).text
    assert ">E9</span> and" in shown and ">FF FE</span> more" in shown
    assert numbers(shown) == raw


def test_the_file_begins_and_ends_where_it_does(app_client: Any, tmp_path: Path) -> None:
    raw = b"24/03/2024, 18:40 - Alex Reed: all of it\n"
    client = opened(app_client, tmp_path, "WhatsApp Chat with Alex Reed.txt", raw)
    shown = client.get("original", {"show": "1", "hex": "1"}, id=id_of(client, 0)).text
    assert "[the file begins]" in shown and "[the file ends]" in shown
    assert numbers(shown) == raw

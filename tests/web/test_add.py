"""Putting files in: the page, and what it says came of each file.

The one thing a reader would get wrong: the script asks the same page, and gets the same answers,
as a browser without one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.web.conftest import Client
from tests.web.sending import (
    CHAT,
    LAST,
    begin,
    field,
    names,
    sent,
    settled,
    whole,
)

Text = Callable[[Any], str]


def add(client: Client, *files: tuple[str, bytes], **answers: str) -> Any:
    """Send files as a browser without a script does; return the page that follows."""
    body = whole(client.door.visit.mark, *files, **answers)
    status, page, headers = sent(client, "add-send", iter([body]), length=len(body))
    if status != 303:
        return status, page.decode()
    settled(client)
    return status, client.get(headers["location"])


def test_the_question_comes_before_the_files(example_client: Client, text_of: Text) -> None:
    page = example_client.get("add")
    assert page.status_code == 200
    whose, files = page.text.index('name="own"'), page.text.index('type="file"')
    assert page.text.index('name="mark"') < whose < files
    assert "You can also drag files here." in text_of(page)
    assert all(f'name="{name}"' in page.text[:files] for name in ("whose", "how", "came_from"))


def test_a_chat_is_sealed_read_and_shown_without_counts(
    example_client: Client, text_of: Text
) -> None:
    _, page = add(example_client, ("chat.txt", CHAT))
    said = text_of(page)
    assert page.url.path == example_client.url("added")
    assert "It is locked away in the book. It was read." in said
    assert "What could not be read" not in said
    assert "Nothing was deleted from your phone" in said
    # the number of entries is behind a line that opens
    assert said.index("More about how it was read") < said.index("Entries found: 2.")
    assert "Every byte of the file is accounted for" in said


def test_the_same_file_twice_is_said(example_client: Client, text_of: Text) -> None:
    add(example_client, ("chat.txt", CHAT))
    held = names(example_client)
    _, page = add(example_client, ("chat.txt", CHAT))
    assert "It was in the book already. Nothing was put in twice." in text_of(page)
    assert names(example_client) == held


UNREAD = (
    ("empty.txt", b"", "This file is empty. Export it again from the app."),
    ("pic.png", b"\x89PNG\r\n\x1a\n" + b"x" * 50, "It is a picture. It can be kept"),
    ("result.json", b'{"name": "A", "type": "personal_chat", "messages": []}',
     "It looks like an export of Telegram."),
)


@pytest.mark.parametrize(("name", "data", "says"), UNREAD, ids=[u[0] for u in UNREAD])
def test_what_cannot_be_read_is_kept_and_said_plainly(
    name: str, data: bytes, says: str, example_client: Client, text_of: Text
) -> None:
    _, page = add(example_client, (name, data))
    said = text_of(page)
    assert "It is locked away in the book. It was not read. It is kept" in said
    assert says in said
    assert "What this leaves open" in said
    assert names(example_client)[-1] == name


def test_a_question_about_a_file_leads_to_its_page(example_client: Client, text_of: Text) -> None:
    table = b"What happened;Date\nA letter;03/04/2024\nA call;05/06/2024\n"
    _, page = add(example_client, ("diary.csv", table))
    assert "There is one thing only you can say about this file" in text_of(page)
    sha256 = example_client.desk.book().originals()[-1].sha256
    assert example_client.url("files-one", id=sha256) + "#asks" in page.text


def test_nothing_chosen_is_said(example_client: Client) -> None:
    mark = example_client.door.visit.mark
    body = field("mark", mark) + field("own", "yes") + begin("") + b"\r\n" + LAST
    status, page, _ = sent(example_client, "add-send", iter([body]))
    assert status == 422
    assert "Choose a file first." in page.decode()


def test_what_was_typed_comes_back_with_the_mistake(example_client: Client) -> None:
    status, page = add(
        example_client, ("a.txt", CHAT), own="theirs", whose="", how='by "hand" <b>'
    )
    assert status == 422
    assert 'value="by &#34;hand&#34; &lt;b&gt;"' in page
    assert 'value="theirs" id="own-2" checked' in page


def test_a_hostile_name_is_shown_visibly_and_is_no_path(
    example_client: Client, tmp_path: Path
) -> None:
    before = {p for p in tmp_path.rglob("*") if "book" not in p.parts}
    _, page = add(example_client, ("../../\u202egpj.<script>alert(1)</script>.txt", CHAT))
    assert "<script>alert" not in page.text
    _, page = add(example_client, ("../..\\\u202egpj.<img onerror=x>.txt", CHAT + b"\n"))
    assert "[U+202E]" in page.text
    assert "&lt;img onerror=x&gt;" in page.text
    assert names(example_client)[-1] == "\u202egpj.<img onerror=x>.txt"
    assert {p for p in tmp_path.rglob("*") if "book" not in p.parts} == before


def scripted(client: Client, body: bytes) -> dict[str, Any]:
    status, page, headers = sent(client, "add-send", iter([body]), length=len(body))
    settled(client)
    assert (status, headers["content-type"]) == (200, "application/json")
    found: dict[str, Any] = json.loads(page)
    return found


def test_the_script_asks_first_then_sends_each_file_then_has_them_read(
    example_client: Client, text_of: Text
) -> None:
    mark = example_client.door.visit.mark
    wrong = scripted(example_client, whole(mark, own="no", script="yes", check="yes"))
    assert [slip[0] for slip in wrong["slips"]] == ["own"]
    assert scripted(example_client, whole(mark, script="yes", check="yes"))["slips"] == []
    one = scripted(example_client, whole(mark, ("a.txt", CHAT), script="yes"))
    two = scripted(example_client, whole(mark, ("b.txt", CHAT), script="yes"))
    assert (one["files"], two["files"]) == (
        [{"again": False, "trouble": ""}], [{"again": True, "trouble": ""}],
    )
    page = example_client.post("add-read", {})
    assert page.url.path == example_client.url("added")
    said = text_of(page)
    assert said.index("It was read.") < said.index("It was in the book already.")


def test_without_a_book_nothing_is_taken_in(app_client: Client) -> None:
    body = whole(app_client.door.visit.mark, ("a.txt", CHAT))
    status, _, headers = sent(app_client, "add-send", iter([body]), length=len(body))
    assert (status, headers["location"]) == (303, app_client.url("open"))


def test_a_whole_zip_reaches_the_list_of_files(
    example_client: Client, root: Path, text_of: Text
) -> None:
    chat = (root / "tests/specimens/whatsapp/with-photos.zip").read_bytes()
    _, page = add(example_client, ("WhatsApp Chat with Alex Marsh.zip", chat))
    assert "It was read." in text_of(page)
    files = example_client.get("files")
    said = text_of(files)
    assert "WhatsApp Chat with Alex Marsh.zip" in said
    assert "It was read. Some parts could not be read." in said

"""What the app remembers: which values are taken, and where they are kept.

The one thing a reader would get wrong: a file that was damaged or written by somebody else is no
failure. What is not a setting is as it comes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rainbook.web.settings import NAME, Settings, is_address, keep_settings, read_settings

ADDRESSES = (
    ("https://example.org", True),
    ("https://www.example.org/weather?day=1#today", True),
    ("https://example.org:8443/x", True),
    ("https://[2001:db8::1]/", False),  # nobody looks at a page like this
    ("http://example.org", False),
    ("HTTPS://example.org", False),
    ("javascript:alert(1)//https://", False),
    ("data:text/html,x", False),
    ("file:///etc/passwd", False),
    ("//example.org", False),
    ("https://", False),
    ("https:///example.org", False),
    ("https://x", False),  # a name of this network
    ("https://user@example.org", False),
    ("https://user:pass@example.org", False),
    ("https://example.org\\@example.com", False),
    ("https://example.org:99999", False),
    ("https://example.org:x", False),
    ("https://[::1", False),
    ("https://example.org/ x", False),
    ("https://example.org/\r\nSet-Cookie: a=b", False),
    ("https://example.org/\n", False),
    ("https://example.org/\"><script>", False),
    ("https://ex\u00e4mple.org", False),
    ("https://example.org/\u202e", False),
    ("https://example.org/" + "x" * 280, True),
    ("https://example.org/" + "x" * 281, False),
    ("", False),
)


@pytest.mark.parametrize(("text", "taken"), ADDRESSES)
def test_which_addresses_can_be_shown_on_leaving(text: str, taken: bool) -> None:
    assert is_address(text) is taken


AS_IT_COMES = Settings("en", "converter", 10)
FILES = (
    (b"", AS_IT_COMES),
    (b"{", AS_IT_COMES),
    (b"\xff\xfe", AS_IT_COMES),
    (b"null", AS_IT_COMES),
    (b"[1]", AS_IT_COMES),
    (b"[" * 100_000, AS_IT_COMES),
    (b'{"language": "cy"}', Settings("cy", "converter", 10)),
    (b'{"language": "xx", "leave": "blank", "idle": 1}', Settings("en", "blank", 1)),
    (b'{"language": ["cy"], "leave": {}, "idle": "5"}', AS_IT_COMES),
    (b'{"leave": "https://example.org", "idle": 60}', Settings("en", "https://example.org", 60)),
    (b'{"leave": "javascript:alert(1)", "idle": 61}', AS_IT_COMES),
    (b'{"leave": "https://u:p@example.org", "idle": 0}', AS_IT_COMES),
    (b'{"idle": true}', AS_IT_COMES),
    (b'{"idle": 5.5}', AS_IT_COMES),
    (b'{"idle": -1}', AS_IT_COMES),
    (b'{"idle": 1e999}', AS_IT_COMES),
    (b'{"more": 1, "idle": 5}', Settings("en", "converter", 5)),
)


@pytest.mark.parametrize(("data", "read"), FILES)
def test_a_damaged_file_is_no_failure(tmp_path: Path, data: bytes, read: Settings) -> None:
    (tmp_path / NAME).write_bytes(data)
    assert read_settings(tmp_path) == read


def test_without_a_file_they_are_as_they_come(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == read_settings(tmp_path / "none") == AS_IT_COMES


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    made = Settings("cy", "https://example.org/x", 3)
    keep_settings(tmp_path, made)
    assert read_settings(tmp_path) == made
    assert json.loads((tmp_path / NAME).read_text("utf-8")) == {
        "language": "cy", "leave": "https://example.org/x", "idle": 3, "name": "Rainbook",
    }


GOOD = {"language": "en", "leave": "calendar", "idle": "7"}
EXIT = "This must be an address that starts with https, with no name and no password in it."
IDLE = "Type a number from 1 to 60."
SENT = (
    # what is changed → what has to be mended, what holds afterwards
    ({}, (), Settings("en", "calendar", 7)),
    ({"leave": "other", "address": "https://example.org"}, (),
     Settings("en", "https://example.org", 7)),
    ({"leave": "other", "address": "https://u:p@example.org"}, (EXIT,), AS_IT_COMES),
    ({"leave": "other", "address": "javascript:alert(1)"}, (EXIT,), AS_IT_COMES),
    ({"leave": "other"}, (EXIT,), AS_IT_COMES),
    ({"leave": "elsewhere"}, (EXIT,), AS_IT_COMES),
    ({"leave": ""}, (EXIT,), AS_IT_COMES),
    ({"idle": "1"}, (), Settings("en", "calendar", 1)),
    ({"idle": "60"}, (), Settings("en", "calendar", 60)),
    ({"idle": "0"}, (IDLE,), AS_IT_COMES),
    ({"idle": "61"}, (IDLE,), AS_IT_COMES),
    ({"idle": ""}, (IDLE,), AS_IT_COMES),
    ({"idle": "-5"}, (IDLE,), AS_IT_COMES),
    ({"idle": "5.5"}, (IDLE,), AS_IT_COMES),
    ({"idle": "\u0667"}, (IDLE,), AS_IT_COMES),  # a digit of another writing
    ({"idle": "000112345"}, (IDLE,), AS_IT_COMES),
    ({"idle": "9" * 6_000}, (IDLE,), AS_IT_COMES),
    ({"idle": "x", "leave": "other"}, (EXIT, IDLE), AS_IT_COMES),
)


@pytest.mark.parametrize(("changed", "slips", "holds"), SENT)
def test_what_a_person_may_set(
    app_client: Any, text_of: Any, changed: dict[str, str], slips: tuple[str, ...], holds: Settings
) -> None:
    app_client.desk.home.mkdir()
    answer = app_client.post("settings", {**GOOD, **changed})
    assert answer.status_code == (422 if slips else 200)
    for sentence in (EXIT, IDLE):
        assert (sentence in text_of(answer)) == (sentence in slips)
    assert app_client.desk.settings == holds
    assert (app_client.desk.home / NAME).exists() == (not slips)
    assert read_settings(app_client.desk.home) == holds


def test_without_a_folder_nothing_is_written(app_client: Any, text_of: Any) -> None:
    answer = app_client.post("settings", GOOD)
    assert "There is no folder of yours to keep them in yet." in text_of(answer)
    assert app_client.desk.settings == Settings("en", "calendar", 7)
    assert not app_client.desk.home.exists()


@pytest.mark.parametrize(("leave", "title"), [
    ("converter", "Kitchen measures"), ("calendar", "Calendar"), ("blank", "New page"),
])
def test_the_page_that_was_chosen_is_shown_on_leaving(
    app_client: Any, leave: str, title: str
) -> None:
    app_client.post("settings", {**GOOD, "leave": leave})
    answer = app_client.post("leave", {})
    assert f"<title>{title}</title>" in answer.text

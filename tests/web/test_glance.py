"""A look at a file without a book: it shows what is there, keeps nothing and writes nothing.

The one thing a reader would get wrong: the disk is watched while the file is read, not only
afterwards; a file that is deleted at the end would have been there.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import NotUnderstood, read_file, read_held
from rainbook.events.sources.interface import Asked
from rainbook.record import Call, Kind, State, Warn, Way
from rainbook.web.pages.glance import _QUIET, MOST
from rainbook.web.words import Words
from tests.web.conftest import Client
from tests.web.sending import CHAT, LAST, MARKER, begin, field, sent, whole

Text = Callable[[Any], str]
TWO_WAYS = b"What happened;Date\nA letter;03/04/2024\n"


def look(client: Client, name: str, data: bytes, **answers: str) -> tuple[int, str]:
    said = b"".join(field(n, v) for n, v in {"mark": client.door.visit.mark, **answers}.items())
    body = said + begin(name, "file") + data + b"\r\n" + LAST
    status, page, headers = sent(client, "glance-look", iter([body]), length=len(body))
    assert headers["cache-control"] == "no-store"
    return status, page.decode()


class Shown:
    """A page as the fixture that reads its words wants it."""

    def __init__(self, text: str) -> None:
        self.text = text


def test_a_file_is_shown_without_a_book(app_client: Client, text_of: Text) -> None:
    status, page = look(app_client, "chat.txt", CHAT)
    said = text_of(Shown(page))
    assert status == 200
    assert "Sun 24 Mar 2024 18:40 Sam Okafor message" in said
    assert "Nothing of it was kept, and nothing was written." in said
    assert "This is all of it." in said
    # the words themselves are behind a line that opens
    assert said.index("Show the words") < said.index("Please stop.")
    assert "Entries found: 2." in said


def test_the_same_file_is_read_as_from_the_disk(tmp_path: Path) -> None:
    """What the command shows and what the page shows is the same reading."""
    path = tmp_path / "chat.txt"
    path.write_bytes(CHAT)
    one, two = read_file(path), read_held(BytesIO(CHAT), "chat.txt", len(CHAT))
    assert list(one.events()) == list(two.events())
    assert (one.sha256, one.size, one.accounted) == (two.sha256, two.size, two.accounted)
    one.close()


@pytest.mark.parametrize(
    ("answers", "shows"),
    [
        ({}, "Mon 4 Mar 2024, no hour given or Wed 3 Apr 2024, no hour given diary entry"),
        ({"order": "day first"}, "What Wed 3 Apr 2024, no hour given diary entry"),
        ({"order": "month first"}, "What Mon 4 Mar 2024, no hour given diary entry"),
    ],
)
def test_what_is_said_about_the_file_is_used(
    answers: dict[str, str], shows: str, app_client: Client, text_of: Text
) -> None:
    _, page = look(app_client, "d.csv", TWO_WAYS, **answers)
    assert shows in text_of(Shown(page))


def test_a_place_that_is_none_is_said_with_what_was_typed(
    app_client: Client, text_of: Text
) -> None:
    status, page = look(app_client, "chat.txt", CHAT, zone="Mars/North")
    assert status == 422
    assert "is not a time zone name" in text_of(Shown(page))
    assert 'value="Mars/North"' in page
    with pytest.raises(NotUnderstood):
        read_held(None, "x", 0, date_order="upside down")  # type: ignore[arg-type]


def test_nothing_chosen_wrong_mark_and_too_large_are_said(
    app_client: Client, text_of: Text
) -> None:
    mark = app_client.door.visit.mark
    none = field("mark", mark) + begin("", "file") + b"\r\n" + LAST
    status, page, _ = sent(app_client, "glance-look", iter([none]))
    assert (status, "Choose a file first." in page.decode()) == (422, True)
    wrong = whole("wrong", ("a.txt", CHAT))
    assert sent(app_client, "glance-look", iter([wrong]))[0] == 403

    def large() -> Any:
        yield field("mark", mark) + begin("a.bin", "file")
        for _ in range((MOST >> 20) + 1):
            yield b"x" * (1 << 20)
        yield b"\r\n" + LAST

    status, page, _ = sent(app_client, "glance-look", large())
    assert status == 422
    assert "too large to look at like this" in page.decode()


def test_what_the_other_person_wrote_cannot_change_the_page(app_client: Client) -> None:
    hostile = "24/03/2024, 18:40 - Alex: <script>x</script> \u202egnp\u2066 \x07\n".encode()
    _, page = look(app_client, "<img src=x>\u202e.txt", hostile)
    assert "<script>x" not in page
    assert "<img src=x>" not in page
    assert page.count("[U+202E]") >= 2


def test_only_the_start_is_shown_unless_more_is_asked_for(
    app_client: Client, text_of: Text
) -> None:
    chat = b"".join(b"24/03/2024, 18:%02d - Alex: line %d\n" % (n % 60, n) for n in range(60))
    start = text_of(Shown(look(app_client, "chat.txt", chat)[1]))
    assert "its first 40 entries" in start
    assert "line 39" in start
    assert "line 40" not in start
    more = text_of(Shown(look(app_client, "chat.txt", chat, many="yes")[1]))
    assert "line 59" in more


def test_nothing_is_written_while_a_file_is_looked_at(
    app_client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "elsewhere"
    place.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(place))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.chdir(place)
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")}
    seen: set[str] = set()
    over = threading.Event()

    def watch() -> None:
        while not over.is_set():
            seen.update(str(p) for p in tmp_path.rglob("*") if p not in before)
            for handle in Path("/proc/self/fd").glob("*"):
                try:
                    if handle.is_file() and MARKER in handle.read_bytes()[: 1 << 20]:
                        seen.add(str(handle))
                except OSError:
                    continue
            time.sleep(0.005)

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        chat = b"24/03/2024, 18:40 - Alex: " + MARKER + b"\n"
        status, page = look(app_client, "chat.txt", chat * 20_000)
    finally:
        over.set()
        watching.join()
    assert status == 200
    assert MARKER.decode() in page
    assert seen == set()
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")} == before


def test_every_kind_way_and_doubt_there_is_has_words() -> None:
    words = Words("en")
    wanted = [f"kind-{k.name}" for k in Kind]
    wanted += [f"way-{w.name}" for w in Way if w.name in ("RECEIVED", "SENT", "MISSED")]
    wanted += [f"call-{c.name}" for c in Call if c.name != "NOT_A_CALL"]
    wanted += [f"state-{s.name}" for s in State if s.name not in ("NORMAL", "BLOCKED_BY_DEVICE")]
    wanted += [f"doubt-{w.name}" for w in Warn if w.name and w.name.lower() not in _QUIET]
    keys = [f"glance-{name.lower().replace('_', '-')}" for name in wanted]
    assert len(keys) > 50
    assert [key for key in keys if not words.has(key)] == []
    assert Asked().zone == "Europe/London"  # the page says "leave it empty for the UK"

"""Files on their way in: nothing in plain text on the disk, little memory, and nothing half done.

The one thing a reader would get wrong: the app is given its requests piece by piece, as a server
does, and the disk is looked at while they come, not only afterwards.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.conftest import Client
from tests.web.sending import (
    CHAT,
    END,
    LAST,
    MARKER,
    Pieces,
    begin,
    field,
    names,
    sent,
    settled,
    stored,
    whole,
)


def test_files_come_into_the_book_as_they_were_sent(example_client: Client) -> None:
    before = names(example_client)
    body = whole(
        example_client.door.visit.mark, ("chat.txt", CHAT), ("C:\\x\\\u202eodd.bin", b"\x00\xff"),
        how="made it myself", came_from="my old phone",
    )
    status, _, headers = sent(example_client, "add-send", iter([body]), length=len(body))
    settled(example_client)
    assert status == 303
    assert headers["location"] == example_client.url("busy")
    assert names(example_client) == [*before, "chat.txt", "\u202eodd.bin"]
    chat, odd = example_client.desk.book().originals()[-2:]
    assert (chat.own, chat.how, chat.came_from) == ("yes", "made it myself", "my old phone")
    with example_client.desk.book().open(chat.sha256) as sealed:
        assert sealed.read() == CHAT
    assert odd.size == 2


def test_the_mark_comes_first_or_nothing_is_sealed(example_client: Client) -> None:
    before, mark = names(example_client), example_client.door.visit.mark
    late = begin("a.txt") + CHAT + END + field("mark", mark) + field("own", "yes") + LAST
    second = field("own", "yes") + field("mark", mark) + begin("a.txt") + CHAT + END + LAST
    for body in (whole("wrong", ("a.txt", CHAT)), late, second, LAST):
        status, _, _ = sent(example_client, "add-send", iter([body]), length=len(body))
        assert status in (403, 422)
    settled(example_client)
    assert names(example_client) == before


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"own": ""}, "Say whose the files are"),
        ({"own": "no"}, "Then they are not put in"),
        ({"own": "theirs"}, "Say whose the files are and that they agreed"),
        ({"own": "theirs", "whose": "No, she did not"}, "Say whose the files are and"),
        ({"own": "theirs", "whose": "yes"}, "Say whose the files are and"),
    ],
    ids=["not said", "no", "nobody named", "did not agree", "yes is nobody"],
)
def test_whose_they_are_comes_before_any_byte(
    answers: dict[str, str], says: str, example_client: Client
) -> None:
    before = names(example_client)
    body = whole(example_client.door.visit.mark, ("a.txt", CHAT), **answers)
    status, page, _ = sent(example_client, "add-send", iter([body]), length=len(body))
    settled(example_client)
    assert status == 422
    assert says in page.decode()
    assert names(example_client) == before


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        ({"own": "yes"}, "yes"), ({"own": "open"}, "not said"),
        ({"own": "theirs", "whose": "my sister's, she agreed"}, "my sister's, she agreed"),
    ],
)
def test_what_was_said_of_whose_they_are_is_kept(
    answers: dict[str, str], kept: str, example_client: Client
) -> None:
    body = whole(example_client.door.visit.mark, ("a.txt", CHAT), **answers)
    sent(example_client, "add-send", iter([body]), length=len(body))
    settled(example_client)
    assert example_client.desk.book().originals()[-1].own == kept


def test_a_file_that_breaks_off_leaves_nothing_behind(
    example_client: Client, tmp_path: Path
) -> None:
    before = names(example_client)
    entries = len(example_client.desk.book().vault().log())
    on_disk = stored(tmp_path)

    def pieces() -> Pieces:
        yield field("mark", example_client.door.visit.mark) + field("own", "yes") + begin("a.bin")
        for _ in range(100):
            yield MARKER * 2_000

    sent(example_client, "add-send", pieces(), gone=True)
    settled(example_client)
    assert names(example_client) == before
    assert len(example_client.desk.book().vault().log()) == entries
    assert stored(tmp_path) == on_disk


def test_leaving_ends_an_upload_at_once(example_client: Client, tmp_path: Path) -> None:
    book, before = example_client.desk.book(), stored(tmp_path)

    def pieces() -> Pieces:
        yield field("mark", example_client.door.visit.mark) + field("own", "yes") + begin("a.bin")
        yield MARKER * 2_000
        time.sleep(0.3)
        example_client.desk.lock()
        yield from (MARKER * 2_000 for _ in range(50))
        yield END + LAST

    began = time.monotonic()
    sent(example_client, "add-send", pieces())
    example_client.desk.lock().result(20)
    assert time.monotonic() - began < 20
    assert [o.name for o in book.originals() if o.name == "a.bin"] == []
    assert stored(tmp_path) == before


def test_more_than_the_disk_holds_is_refused_in_a_sentence(example_client: Client) -> None:
    before = names(example_client)
    body = whole(example_client.door.visit.mark, ("a.bin", b"x"))
    status, page, _ = sent(example_client, "add-send", iter([body]), length=1 << 55)
    assert status == 422
    assert "not enough room on this disk" in page.decode()
    assert names(example_client) == before


def many(mark: str, mebibytes: int) -> Callable[[], Pieces]:
    def pieces() -> Pieces:
        yield field("mark", mark) + field("own", "yes") + begin("large.bin")
        block = (MARKER * 3_000)[: 1 << 16]
        for _ in range(mebibytes * 16):
            yield block
        yield END + LAST

    return pieces


@pytest.fixture
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Temporary folders and a home of their own, so that what is left in them is seen."""
    place = tmp_path / "elsewhere"
    place.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(place))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.chdir(place)
    return [place, tmp_path / "home"]


def test_nothing_of_a_large_file_stands_on_the_disk_in_plain_text(
    own_places: list[Path], example_client: Client
) -> None:
    """Looked at again and again while 50 MiB come in, and afterwards, down to open files."""
    found: list[str] = []
    looks = 0

    def look() -> None:
        nonlocal looks
        looks += 1
        opened = list(Path("/proc/self/fd").glob("*")) if Path("/proc").is_dir() else []
        files = [p for place in own_places for p in place.rglob("*")]
        for path in [*files, *opened]:
            try:
                if path.is_file() and MARKER in path.read_bytes()[: 4 << 20]:
                    found.append(str(path))
            except OSError:
                continue

    def pieces() -> Pieces:
        for number, piece in enumerate(many(example_client.door.visit.mark, 50)()):
            if number % 100 == 99:
                look()
            yield piece

    status, _, _ = sent(example_client, "add-send", pieces())
    settled(example_client)
    look()
    assert status == 303
    assert looks > 7
    assert found == []
    assert names(example_client)[-1] == "large.bin"
    assert list(own_places[0].rglob("*")) == []


def test_the_marker_is_found_where_it_stands_in_plain_text(tmp_path: Path) -> None:
    """The look above must be able to find something."""
    (tmp_path / "a").write_bytes(b"x" * 1_000 + MARKER)
    assert MARKER in (tmp_path / "a").read_bytes()[: 4 << 20]


def test_a_file_of_200_mib_needs_little_memory(example_client: Client) -> None:
    """The highest the process ever stood grows by less than 64 MiB."""
    small = many(example_client.door.visit.mark, 4)
    sent(example_client, "add-send", small())  # what is loaded at first use is no growth
    settled(example_client)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    status, _, _ = sent(example_client, "add-send", many(example_client.door.visit.mark, 200)())
    after_sealing = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    settled(example_client)
    assert status == 303
    assert example_client.desk.book().originals()[-1].size == 200 << 20
    assert after_sealing - before < 64 << 10  # KiB


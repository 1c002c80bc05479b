"""The files in the book: how each stands, what only the person can say, and the exact file back.

The one thing a reader would get wrong: an answer changes how a file is read and never the file.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import Added, Book, open_book
from rainbook.case.example import PASSPHRASE
from rainbook.events.reading import Accounted
from rainbook.record import DateOrder, EncodingIs, Original, Problem, ZoneOf
from rainbook.web.desk import Stopped
from rainbook.web.pages.files import state_of
from rainbook.web.unread import MOST_PLACES, unread
from tests.web.conftest import Client
from tests.web.test_add import add

Text = Callable[[Any], str]
TWO_WAYS = b"What happened;Date\nA letter;03/04/2024\nA call;05/06/2024\n"
OLD = "Date,What happened\n1 June 2024,left flowers at the caf\xe9\n".encode("cp1252")
FILE = Original("0" * 64, 9, "a.txt", "2024-06-01T00:00:00.000+00:00", "owner", "", "", "yes")
LOST = Problem("broken_record", "One record has no end.", None, 4, 9, "one record", "0" * 64)


def read(events: int, *problems: Problem, doubts: tuple[str, ...] = ()) -> Added:
    return Added(FILE, False, events, problems, Accounted(9, 9, 0), ("x",), frozenset(doubts))


STATES = (
    ("nothing wrong", read(2), "", "read"),
    ("a part is not read", read(2, LOST), "", "part"),
    ("nothing is read", read(0, LOST), "", "kept"),
    ("days in two ways", read(2, doubts=("ambiguous_date_order",)), "", "ask"),
    ("old letters", read(0, Problem("encoding_unknown", "Look.")), "", "ask"),
    ("the clock alone asks nothing", read(2, doubts=("tz_assumed",)), "", "read"),
    ("it cannot be opened", None, "It is not there any more.", "lost"),
)


@pytest.mark.parametrize(("_", "was", "trouble", "state"), STATES, ids=[s[0] for s in STATES])
def test_how_a_file_stands_in_a_word(
    _: str, was: Added | None, trouble: str, state: str
) -> None:
    assert state_of(was, trouble) == state


def test_what_could_not_be_read_is_put_together_and_every_place_is_kept() -> None:
    many = [
        Problem("broken", f"The record at byte {n} has no end.", "a/_chat.txt", n, n + 1, "one")
        for n in range(MOST_PLACES + 3)
    ]
    other = Problem("empty_file", "This file is empty.")
    found = unread([*many, other])
    assert [(u.code, len(u.spots), u.more) for u in found] == [
        ("broken", MOST_PLACES, 3), ("empty_file", 0, 0),
    ]
    assert found[0].sentence == "The record at byte 0 has no end."
    assert (found[0].spots[1].inside, found[0].spots[1].start, found[0].spots[1].end) == (
        "a/_chat.txt", 1, 2,
    )


def _open(folder: Path) -> Book:
    return open_book(folder, PASSPHRASE, "owner")


def last(client: Client) -> Original:
    return client.desk.book().originals()[-1]


def test_every_file_is_listed_and_none_can_be_taken_out(
    example_client: Client, text_of: Text
) -> None:
    said = text_of(example_client.get("files"))
    assert "WhatsApp Chat with Alex Reed.txt" in said
    assert "Nothing is ever taken out of the book" in said


def test_a_file_says_where_it_is_from_and_what_was_said_of_it(
    example_client: Client, text_of: Text
) -> None:
    add(example_client, ("d.csv", b"Date,What happened\n1 June 2024,a\n"), own="theirs",
        whose="my sister's, she agreed", how="she sent it", came_from="her laptop")
    said = text_of(example_client.get("files-one", id=last(example_client).sha256))
    for part in ("my sister's, she agreed", "she sent it", "her laptop", "A diary in a table",
                 "Europe/London (nobody said so yet)"):
        assert part in said.replace("&#39;", "'")


def test_the_order_of_days_is_asked_written_down_and_read_again(
    example_client: Client, text_of: Text
) -> None:
    add(example_client, ("d.csv", TWO_WAYS))
    one = last(example_client)
    assert "How are the days written in this file?" in text_of(
        example_client.get("files-one", id=one.sha256))
    said = {"about": "order", "order": "month first"}
    page = example_client.post("files-say", said, id=one.sha256)
    assert "How are the days written in this file?" not in text_of(page)
    assert "The month comes first" in text_of(page)
    book = example_client.desk.book()
    assert book.decisions()[-1].what == DateOrder(one.sha256, "month first")
    assert "ambiguous_date_order" not in book.read(one).doubts


def test_an_old_file_is_read_once_the_person_has_seen_it(
    example_client: Client, text_of: Text
) -> None:
    add(example_client, ("d.csv", OLD))
    one = last(example_client)
    page = example_client.get("files-one", id=one.sha256)
    assert "left flowers at the café" in text_of(page)
    page = example_client.post("files-say", {"about": "encoding", "encoding": "cp1252"},
                               id=one.sha256)
    book = example_client.desk.book()
    assert book.decisions()[-1].what == EncodingIs(one.sha256, "cp1252")
    assert (book.read(one).events, book.read(one).problems) == (1, ())
    assert "It was read." in text_of(page)


def test_a_clock_can_be_said_and_a_place_that_is_none_is_not_taken(
    example_client: Client, text_of: Text
) -> None:
    add(example_client, ("d.csv", b"Date,Time,What happened\n1 June 2024,09:00,a\n"))
    one, book = last(example_client), example_client.desk.book()
    before = len(book.decisions())
    page = example_client.post("files-say", {"about": "zone", "zone": "Mars/North"}, id=one.sha256)
    assert page.status_code == 422
    assert "not the name of a time zone" in text_of(page)
    assert len(book.decisions()) == before
    example_client.post("files-say", {"about": "zone", "zone": "Asia/Kolkata"}, id=one.sha256)
    assert book.decisions()[-1].what == ZoneOf(one.sha256, "Asia/Kolkata")
    assert book.read(one).asked.zone == "Asia/Kolkata"


@pytest.mark.parametrize(
    "said", [{"about": "order", "order": ""}, {"about": "encoding"}, {"about": "zone", "zone": ""}]
)
def test_passing_a_question_over_writes_nothing_down(
    said: dict[str, str], example_client: Client
) -> None:
    add(example_client, ("d.csv", TWO_WAYS))
    before = len(example_client.desk.book().decisions())
    example_client.post("files-say", said, id=last(example_client).sha256)
    assert len(example_client.desk.book().decisions()) == before


def test_the_exact_file_comes_back_under_a_quiet_name(example_client: Client) -> None:
    data = bytes(range(256)) * 9_000
    add(example_client, ("Proof of stalking \u202e.BIN", data))
    one = last(example_client)
    answer = example_client.post("files-copy", {}, follow=False, id=one.sha256)
    assert answer.content == data
    assert answer.headers["content-disposition"] == (
        f'attachment; filename="copy-{one.sha256[:8]}.bin"'
    )
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-type"] == "application/octet-stream"


def test_a_file_that_is_gone_from_the_folder_is_said_and_hides_nothing(
    example_client: Client, text_of: Text
) -> None:
    add(example_client, ("d.csv", TWO_WAYS))
    one, vault = last(example_client), example_client.desk.book().vault()
    example_client.desk.lock().result(20)
    for path in (vault.folder / "originals").rglob("*"):
        if path.is_file() and path.stat().st_size < len(TWO_WAYS) + 100:
            path.unlink()
    example_client.desk.take(_open(vault.folder))
    said = text_of(example_client.get("files"))
    assert "This file cannot be opened now." in said
    assert "WhatsApp Chat with Alex Reed.txt" in said
    page = text_of(example_client.get("files-one", id=one.sha256))
    assert "is not in the folder any more" in page


def test_a_file_the_book_does_not_hold_is_not_there(example_client: Client) -> None:
    assert example_client.get("files-one", id="f" * 64).status_code == 404


def test_leaving_ends_the_reading_of_a_file_and_nothing_is_lost(example_client: Client) -> None:
    """What the person does to leave is raised from where the reading tells how far it is."""
    chat = b"24/03/2024, 18:40 - Alex: " + b"parsnip " * 20 + b"\n"
    book = example_client.desk.book()
    one, again = book.seal(BytesIO(chat * 20_000), "chat.txt")
    told: list[int] = []

    def leave(reached: int) -> None:
        told.append(reached)
        if reached > 1 << 20:
            raise Stopped("It was stopped.")

    with pytest.raises(Stopped):
        book.read(one, again, leave)
    assert told == sorted(told)
    assert one in book.originals()
    told.clear()
    assert book.read(one, again, told.append).events == 20_000
    assert told[-1] == one.size

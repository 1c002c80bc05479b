"""Wrong passphrases: what they cost, and that they harm nothing.

The one thing a reader would get wrong: a wait is the server's, not the page's; forms sent all at
once wait for each other, so they are no way round it.
"""

from __future__ import annotations

import hashlib
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import new_book, open_book
from rainbook.case.example import PASSPHRASE
from rainbook.custody import LEAST
from rainbook.web.attempts import Attempts


class Clock:
    """A clock in seconds that the test moves."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


# wrong ones in a row → seconds until the next may be tried
COST = ((0, 0), (1, 0), (2, 0), (3, 2), (4, 4), (5, 8), (6, 16), (7, 32), (8, 60), (9, 60),
        (50, 60), (2_000, 60))


@pytest.mark.parametrize(("wrong", "seconds"), COST)
def test_what_wrong_ones_cost(wrong: int, seconds: int) -> None:
    clock = Clock()
    one = Attempts(clock)
    for _ in range(wrong):
        one.wrong()
    clock.now += 0.001
    assert one.wait() == seconds
    clock.now += seconds
    assert one.wait() == 0


def test_the_right_one_ends_it() -> None:
    one = Attempts(Clock())
    for _ in range(9):
        one.wrong()
    one.right()
    assert one.wait() == 0
    one.wrong()
    assert one.wait() == 0


def _hashes(folder: Path) -> dict[str, str]:
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in files if p.name != "lock"  # empty; there while somebody is trying
    }


@pytest.fixture
def client(app_client: Any, example_folder: Path) -> Any:
    shutil.copytree(example_folder, app_client.desk.home / "book")
    return app_client


def test_fifty_wrong_passphrases_change_nothing_and_the_right_one_opens(
    client: Any, text_of: Any
) -> None:
    clock = Clock()
    client.desk.attempts = Attempts(clock)
    book = client.desk.home / "book"
    before = _hashes(book)
    for n in range(50):
        clock.now += 61
        answer = client.post("open", {"book": "book", "passphrase": f"wrong {n}"})
        assert answer.status_code == 422
        assert "That does not open this book. Nothing was harmed." in text_of(answer)
        assert f"wrong {n}" not in answer.text
    assert _hashes(book) == before and len(before) > 10
    # now even the right one waits
    waiting = client.post("open", {"book": "book", "passphrase": PASSPHRASE})
    assert "Please wait 60 seconds. Nothing is ever wiped" in text_of(waiting)
    assert not client.desk.is_open
    clock.now += 61
    assert client.post("open", {"book": "book", "passphrase": PASSPHRASE}).url.path.endswith("book")
    assert client.desk.is_open and client.desk.attempts.wait() == 0


def test_while_it_waits_nothing_is_tried(client: Any) -> None:
    client.desk.attempts = Attempts(Clock())
    said = [client.post("open", {"book": "book", "passphrase": "wrong"}).text for _ in range(6)]
    assert ["That does not open" in one for one in said] == [True] * 3 + [False] * 3
    assert ["Please wait 2 seconds" in one for one in said] == [False] * 3 + [True] * 3


def test_many_at_once_are_no_way_round(client: Any) -> None:
    client.desk.attempts = Attempts(Clock())
    said: list[str] = []

    def send() -> None:
        said.append(client.post("open", {"book": "book", "passphrase": "wrong"}).text)

    threads = [threading.Thread(target=send) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(60)
    assert sum("That does not open" in one for one in said) == 3
    assert sum("Please wait 2 seconds" in one for one in said) == 5


def test_a_wrong_recovery_sheet_is_told_what_is_wrong_and_costs_the_same(
    app_client: Any, text_of: Any
) -> None:
    client = app_client
    client.desk.home.mkdir()
    book, code = new_book(client.desk.home / "book", PASSPHRASE, "owner", LEAST)
    book.close()
    client.desk.attempts = Attempts(Clock())
    first, second, *rest = code.splitlines()
    other = ("A" if second[0] != "A" else "B") + second[1:]
    for typed, said in (
        ("", "The recovery code has 0 characters; it must have 40: 4 lines of 10."),
        ("abcd", "The recovery code has 4 characters; it must have 40: 4 lines of 10."),
        ("\n".join([first, other, *rest]), "Line 2 of the recovery code does not read as it was"),
    ):
        answer = client.post("open", {"book": "book", "with": "sheet", "code": typed})
        assert answer.status_code == 422 and 'id="code-slip"' in answer.text
        assert said in text_of(answer)
    again = client.post("open", {"book": "book", "with": "sheet", "code": code})
    assert "Please wait 2 seconds" in text_of(again)
    assert 'href="#code"' in again.text  # the field that is on this page
    client.desk.attempts.right()
    opened = client.post("open", {"book": "book", "with": "sheet", "code": code.lower()})
    assert opened.url.path.endswith("/keys") and client.desk.is_open


def test_a_book_that_is_open_elsewhere_is_said_and_costs_nothing(
    client: Any, text_of: Any
) -> None:
    other = open_book(client.desk.home / "book", PASSPHRASE, "owner")
    try:
        for _ in range(5):
            answer = client.post("open", {"book": "book", "passphrase": PASSPHRASE})
            assert answer.status_code == 422
            assert "The book is open in another window or program. Close it there" in (
                text_of(answer)
            )
        assert client.desk.attempts.wait() == 0 and not client.desk.is_open
    finally:
        other.close()


@pytest.mark.parametrize("fields", [
    {}, {"book": "../book"}, {"book": "book\0"}, {"folder": "relative"},
    {"folder": "\0"}, {"folder": "/nowhere/at/all"}, {"folder": "~nobody-of-this-name"},
    {"folder": "/" + "x" * 5_000}, {"book": "none"},
])
def test_a_folder_that_is_no_book_is_said_plainly(
    app_client: Any, text_of: Any, fields: dict[str, str]
) -> None:
    answer = app_client.post("open", {"passphrase": "x", **fields})
    assert answer.status_code == 422
    assert "fault in the program" not in text_of(answer)
    assert app_client.desk.attempts.wait() == 0

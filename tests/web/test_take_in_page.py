"""Taking a folder that was given into an empty book."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import Agreed, new_book, open_book
from rainbook.case.example import PASSPHRASE
from rainbook.custody import LEAST
from rainbook.record import Disclosure, PersonNamed

Text = Callable[[Any], str]


@pytest.fixture(scope="module")
def bundle(example_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what the example hands over, written once."""
    home = tmp_path_factory.mktemp("given")
    shutil.copytree(example_folder, home / "book")
    with open_book(home / "book", PASSPHRASE, "owner") as book:
        book.hand_over(home / "given", Disclosure(("alex",), "SO"), lambda r: Agreed(True, "no"))
    return home / "given"


@pytest.fixture
def client(app_client: Any, bundle: Path) -> Any:
    """Return a client with an empty book open, and a folder that was given beside it."""
    home = app_client.desk.home
    home.mkdir(parents=True, exist_ok=True)
    shutil.copytree(bundle, home / "given")
    book, _ = new_book(home / "book", "long enough words", "helper", cost=LEAST)
    app_client.desk.take(book)
    return app_client


def test_a_folder_is_taken_in_and_compared(client: Any, text_of: Text) -> None:
    page = text_of(client.post("take-in", {"folder": "given"}))
    assert "the same" in page and "Lines of messages and calls" in page
    assert "Nothing was taken in" not in page
    # the chat, the texts, the calls and the diary
    assert len(client.desk.book().originals()) == 4
    # it holds something now, so nothing more goes into it
    full = text_of(client.get("take-in"))
    assert "holds something already" in full
    again = text_of(client.post("take-in", {"folder": "given"}))
    assert "holds something already" in again


def test_a_changed_folder_is_refused(client: Any, text_of: Text) -> None:
    (client.desk.home / "given" / "index.pdf").write_bytes(b"x")
    page = text_of(client.post("take-in", {"folder": "given"}))
    assert "Nothing was taken in" in page and "index.pdf" in page
    assert client.desk.book().originals() == ()


def test_only_into_an_empty_book(example_client: Any, text_of: Text) -> None:
    assert "holds something already" in text_of(example_client.get("take-in"))
    before = len(example_client.desk.book().vault().log())
    example_client.post("take-in", {"folder": "book"})
    assert len(example_client.desk.book().vault().log()) == before


def test_a_word_somebody_said_is_something_too(client: Any, text_of: Text) -> None:
    client.desk.book().decide(PersonNamed("sam", "Sam Okafor", "complainant"))
    assert "holds something already" in text_of(client.get("take-in"))


@pytest.mark.parametrize("fields", [{}, {"folder": "../given"}, {"folder-typed": "a\0b"}])
def test_no_folder_was_named(fields: dict[str, str], client: Any) -> None:
    assert client.post("take-in", fields).status_code == 422


def test_a_folder_that_is_none(client: Any, text_of: Text) -> None:
    page = text_of(client.post("take-in", {"folder-typed": "book"}))
    assert "Nothing was taken in" in page


def test_without_a_book_there_is_nothing_to_take_it_into(app_client: Any) -> None:
    assert not app_client.get("take-in").url.path.endswith("/take-in")

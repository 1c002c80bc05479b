"""Checking a folder: three outcomes that are never mistaken for each other."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import Agreed, open_book
from rainbook.case.example import PASSPHRASE
from rainbook.record import Disclosure

Text = Callable[[Any], str]
RIGHT, WRONG, COULD_NOT = (
    "Nothing is changed, missing, added or out of order",
    "It is not as it was left",
    "It could not be looked at",
)


@pytest.fixture(scope="module")
def bundle(example_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what the example hands over, written once."""
    home = tmp_path_factory.mktemp("given")
    shutil.copytree(example_folder, home / "book")
    with open_book(home / "book", PASSPHRASE, "owner") as book:
        book.hand_over(home / "given", Disclosure(("alex",), "SO"), lambda r: Agreed(True, "no"))
    return home / "given"


@pytest.fixture
def client(app_client: Any, bundle: Path, example_folder: Path) -> Any:
    """Return a client whose folder holds a book that is not open, and a folder that was given."""
    shutil.copytree(bundle, app_client.desk.home / "given")
    shutil.copytree(example_folder, app_client.desk.home / "book")
    return app_client


def outcomes(said: str) -> list[bool]:
    return [words in said for words in (RIGHT, WRONG, COULD_NOT)]


def test_the_folders_beside_the_book_are_listed(client: Any, text_of: Text) -> None:
    (client.desk.home / "holidays").mkdir()
    said = text_of(client.get("verify"))
    assert "given" in said and "book (a book)" in said and "holidays" not in said


def test_a_whole_folder(client: Any, text_of: Text) -> None:
    for fields in ({"folder": "given"}, {"folder-typed": str(client.desk.home / "given")}):
        said = text_of(client.post("verify", fields))
        assert outcomes(said) == [True, False, False]
        assert "does not show who wrote a message" in said
        assert "What else it shows" in said


@pytest.mark.parametrize(("what", "says"), [
    ("changed", "messages/chronology.csv"),
    ("missing", "messages/chronology.csv"),
    ("added", "messages/more.txt"),
])
def test_one_byte_is_enough(what: str, says: str, client: Any, text_of: Text) -> None:
    file = client.desk.home / "given" / "messages" / "chronology.csv"
    data = file.read_bytes()
    if what == "changed":
        file.write_bytes(data[:-3] + bytes([data[-3] ^ 1]) + data[-2:])
    elif what == "missing":
        file.unlink()
    else:
        (file.parent / "more.txt").write_text("x")
    said = text_of(client.post("verify", {"folder": "given"}))
    assert outcomes(said) == [False, True, False]
    assert says in said and "Do not mend it yourself" in said
    assert "What else it shows" not in said


def test_a_mark_that_was_written_down(client: Any, text_of: Text) -> None:
    for mark, outcome in (("0" * 64, [False, True, False]),):
        said = text_of(client.post("verify", {"folder": "given", "hashes": mark}))
        assert outcomes(said) == outcome


def test_a_book_needs_its_passphrase(client: Any, text_of: Text) -> None:
    asked = client.post("verify", {"folder": "book"})
    assert (asked.status_code, "Type its passphrase" in text_of(asked)) == (422, True)
    said = text_of(client.post("verify", {"folder": "book", "passphrase": PASSPHRASE}))
    assert outcomes(said) == [True, False, False]
    said = client.post("verify", {"folder": "book", "passphrase": "not this one at all"})
    assert outcomes(text_of(said)) == [False, False, True]
    assert "not this one at all" not in said.text


def test_wrong_passphrases_cost_time_here_too(client: Any, text_of: Text) -> None:
    for _ in range(3):
        client.post("verify", {"folder": "book", "passphrase": "not this one at all"})
    asked = client.post("verify", {"folder": "book", "passphrase": PASSPHRASE})
    assert (asked.status_code, "Wait" in text_of(asked)) == (422, True)


def test_a_changed_book(client: Any, text_of: Text) -> None:
    sealed = next(p for p in (client.desk.home / "book" / "originals").rglob("*") if p.is_file())
    sealed.chmod(stat.S_IRUSR | stat.S_IWUSR)
    sealed.write_bytes(sealed.read_bytes()[:-1])
    said = text_of(client.post("verify", {"folder": "book", "passphrase": PASSPHRASE}))
    assert outcomes(said) == [False, True, False]


def test_the_open_book_itself(example_client: Any, text_of: Text) -> None:
    said = text_of(example_client.post("verify", {"folder": "book", "passphrase": PASSPHRASE}))
    assert outcomes(said) == [True, False, False]
    assert example_client.desk.is_open


@pytest.mark.parametrize(("fields", "says"), [
    ({}, "Choose a folder"),
    ({"folder": ".."}, "Choose a folder"),
    ({"folder": "../home/given"}, "Choose a folder"),
    ({"folder-typed": "nowhere"}, "There is no folder"),
    ({"folder-typed": "a\0b"}, "cannot be the place"),
    ({"folder-typed": "x" * 5000}, "cannot be the place"),
    ({"folder-typed": "."}, "neither a book nor a bundle"),
    ({"folder-typed": "~nobody-of-this-name/x"}, "cannot be the place"),
])
def test_what_is_no_folder_is_said_at_its_field(
    fields: dict[str, str], says: str, client: Any, text_of: Text
) -> None:
    again = client.post("verify", fields)
    assert (again.status_code, says in text_of(again)) == (422, True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_nobody_may_read(client: Any, text_of: Text) -> None:
    (client.desk.home / "given" / "index.pdf").chmod(0)
    said = text_of(client.post("verify", {"folder": "given"}))
    assert outcomes(said)[0] is False


def test_a_hostile_name_in_a_folder(client: Any) -> None:
    (client.desk.home / "given" / "<img src=x>\u202e.txt").write_text("x")
    page = client.post("verify", {"folder": "given"})
    assert "<img src=x>" not in page.text and "\u202e" not in page.text
    assert "&lt;img src=x&gt;" in page.text

"""Books and small exports for the tests of the case, made with the cheapest key work accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rainbook.case import Book, new_book, open_book
from rainbook.custody import LEAST
from tests.case.kit import PASSPHRASE, Write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "book"


@pytest.fixture
def book(folder: Path) -> Iterator[Book]:
    """A new, empty, open book."""
    made, _ = new_book(folder, PASSPHRASE, "A. Bell", cost=LEAST)
    with made:
        yield made


@pytest.fixture
def again(folder: Path) -> Callable[..., Book]:
    """Return a function that opens the book once more."""
    return lambda **how: open_book(folder, PASSPHRASE, "A. Bell", **how)


@pytest.fixture
def chat(tmp_path: Path) -> Write:
    """Return a function that writes a chat export: lines of "day, time, who, words"."""

    def write(name: str, *lines: tuple[str, str, str]) -> Path:
        path = tmp_path / "given" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(f"{when} - {who}: {words}\n" for when, who, words in lines)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    return write

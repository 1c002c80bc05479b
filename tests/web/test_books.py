"""Which folders are books, and which names a new one may have.

The one thing a reader would get wrong: a name has to work on every computer the folder may be
carried to, not only on this one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from rainbook.web.books import (
    NameNotPlain,
    NoSuchFolder,
    books_in,
    folder_typed,
    free_name,
    plain_name,
)

NAMES = (
    ("book", "book"),
    ("papers-2", "papers-2"),
    ("a b", "a b"),
    ("  book ", "book"),
    ("x" * 40, "x" * 40),
    ("x" * 41, None),
    ("7", "7"),
    ("console", "console"),
    ("CON", None), ("con", None), ("Prn", None), ("aux", None), ("nul", None), ("COM1", None),
    ("lpt9", None),
    ("", None), ("   ", None), (".", None), ("..", None), ("../x", None), ("..\\x", None),
    ("a/b", None), ("a\\b", None), ("/x", None), ("C:x", None), ("~", None), (".hidden", None),
    ("-x", None), ("_x", None), (" -x", None), ("a.b", None), ("a\0b", None), ("a\nb", None),
    ("a\u202eb", None), ("b\u00f6ok", None), ("\u0431ook", None), ("book\u200b", None),
    ("a*", None), ("a?", None), ("a|b", None), ('a"b', None), ("<b>", None), ("a:b", None),
)


@pytest.mark.parametrize(("typed", "name"), NAMES)
def test_which_names_a_folder_may_have(typed: str, name: str | None) -> None:
    if name is not None:
        assert plain_name(typed) == name
        return
    with pytest.raises(NameNotPlain, match="Use a short name of plain letters and numbers"):
        plain_name(typed)


def _book(folder: Path, *parts: str) -> None:
    folder.mkdir(parents=True)
    for part in parts:
        (folder / part).write_bytes(b"")


def test_which_folders_are_books(tmp_path: Path) -> None:
    _book(tmp_path / "b", "format", "log")
    _book(tmp_path / "a b", "format", "log")
    _book(tmp_path / "half", "format")
    _book(tmp_path / "pictures")
    (tmp_path / "file").write_bytes(b"")
    assert books_in(tmp_path) == ("a b", "b")
    assert books_in(tmp_path / "none") == ()
    assert books_in(tmp_path / "file") == ()


def test_a_free_name_is_one_nothing_has(tmp_path: Path) -> None:
    assert free_name(tmp_path / "none") == "book"
    (tmp_path / "book").mkdir()
    (tmp_path / "book-2").write_bytes(b"")
    assert free_name(tmp_path) == "book-3"
    assert free_name(tmp_path, "example") == "example"


def test_a_folder_is_typed_whole_or_left_out(tmp_path: Path) -> None:
    assert folder_typed("", tmp_path / "usual") == tmp_path / "usual"
    assert folder_typed("  ", tmp_path / "usual") == tmp_path / "usual"
    assert folder_typed(f' "{tmp_path}" ', tmp_path / "usual") == tmp_path
    assert folder_typed("~", tmp_path) == Path.home()


@pytest.mark.parametrize("typed", [
    "none", "./x", "..", "/nowhere/at/all", "/\0", "\0", "~nobody-has-this-name/x",
    "/" + "x" * 5_000, "/" + "x/" * 5_000, "\u202e",
])
def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, typed: str) -> None:
    with pytest.raises(NoSuchFolder, match="There is no such folder on this computer"):
        folder_typed(typed, tmp_path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NoSuchFolder):
        folder_typed(str(tmp_path / "file"), tmp_path)

"""Names and places: what a form may name, and what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from rainbook.web.giving.folders import beside, files_beside
from rainbook.web.giving.names import in_book, proposed, why_not


def test_nothing_is_written_into_a_book(tmp_path: Path) -> None:
    home = tmp_path / "book"
    (home / "inside").mkdir(parents=True)
    (home / "log").write_bytes(b"")
    for place in (home, home / "inside", home / "not-there"):
        assert in_book(place)
        assert why_not(place, "for-you") == "give-names-book"
    assert not in_book(tmp_path)
    assert why_not(tmp_path, "for-you") == ""


@pytest.mark.parametrize("reserved", [
    "con", "PRN", "Aux", "nul", "COM1", "lpt9", "con.txt", "COM¹", "conin$", "clock$.a",
])
def test_names_windows_keeps_for_itself(reserved: str, tmp_path: Path) -> None:
    assert why_not(tmp_path, reserved) in ("give-names-reserved", "give-names-letters")


@pytest.mark.parametrize("name", ["console", "com", "com10", "auxiliary", "nul1"])
def test_names_that_only_begin_so(name: str, tmp_path: Path) -> None:
    assert why_not(tmp_path, name) == ""


def test_a_proposed_name_can_be_used(tmp_path: Path) -> None:
    for ending in ("", ".age", ".tsq"):
        first = proposed(tmp_path, ending)
        assert why_not(tmp_path, first) == ""
        (tmp_path / first).symlink_to("nowhere")
        assert proposed(tmp_path, ending) not in ("", first)


def test_what_lies_beside_the_book(tmp_path: Path) -> None:
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "hashes.txt").write_bytes(b"")
    (tmp_path / "given.part-abcd1234").mkdir()
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "log").write_bytes(b"")
    (tmp_path / "photos").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "given")
    (tmp_path / "a.TSR").write_bytes(b"")
    found = [(one.name, one.kind, one.unfinished) for one in beside(tmp_path, "bundle", "case")]
    assert found == [
        ("book", "case", False), ("given", "bundle", False), ("given.part-abcd1234", "bundle", True)
    ]
    assert [one.name for one in beside(tmp_path, "case")] == ["book"]
    assert files_beside(tmp_path, ".tsr") == ("a.TSR",)
    assert beside(tmp_path / "nowhere", "case") == files_beside(tmp_path / "nowhere", ".tsr") == ()

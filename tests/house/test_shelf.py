"""The shelf: what is in the folder is on it, in order, from a folder or a zip file.

The one thing a reader would get wrong: a file without its constant is a fault of ours, and loud.
"""

from __future__ import annotations

import importlib
import sys
import zipfile
from pathlib import Path

import pytest

from rainbook.shelf import NotOnShelf, shelf

FILES = {
    "__init__.py": "",
    "interface.py": "",
    "_shared.py": "SIGN = 'not this one'",
    "second.py": "SIGN = 'two'",
    "first.py": "SIGN = 'one'",
    "folder/__init__.py": "SIGN = 'a folder is one file'",
    "words.toml": "SIGN = 'not a module'",
}


def _laid_out(place: Path, package: str, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = place / package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    importlib.invalidate_caches()


def test_a_folder_is_a_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _laid_out(tmp_path, "shelf_in_a_folder", FILES)
    monkeypatch.syspath_prepend(tmp_path)
    assert shelf("shelf_in_a_folder", "SIGN") == ("one", "a folder is one file", "two")


def test_a_zip_file_is_a_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "shipped.zip", "w") as packed:
        for name, text in FILES.items():
            packed.writestr(f"shelf_in_a_zip/{name}", text)
    monkeypatch.syspath_prepend(tmp_path / "shipped.zip")
    assert shelf("shelf_in_a_zip", "SIGN") == ("one", "a folder is one file", "two")


def test_a_file_without_its_constant_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _laid_out(tmp_path, "shelf_with_a_gap", {"__init__.py": "", "gap.py": "OTHER = 1"})
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(NotOnShelf, match=r"shelf_with_a_gap\.gap does not define SIGN"):
        shelf("shelf_with_a_gap", "SIGN")


def test_a_fault_inside_a_file_is_not_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _laid_out(tmp_path, "shelf_with_a_fault", {"__init__.py": "", "fault.py": "1 / 0"})
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ZeroDivisionError):
        shelf("shelf_with_a_fault", "SIGN")
    assert "shelf_with_a_fault.fault" not in sys.modules


@pytest.mark.parametrize(("package", "wanted"), [
    ("rainbook.events.sources", "SOURCE"),
    ("rainbook.findings.signs", "SIGN"),
])
def test_our_own_shelves_hold_what_their_folders_hold(package: str, wanted: str) -> None:
    found = shelf(package, wanted)
    assert found
    names = [one.name for one in found]
    assert len(names) == len(set(names)), "two files answer to one name"

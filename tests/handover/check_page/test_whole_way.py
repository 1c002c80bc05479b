"""A bundle the program itself wrote, opened in a browser as an officer would.

The one thing a reader would get wrong: both checkers look at the same folder here, the one that
made it and the page in it, which shares no code with it. Something was taken out of one exhibit.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from rainbook.case import check_folder


def test_the_example_holds_in_both_checkers(checker: Any, way_through: Any) -> None:
    assert (check_folder(way_through.bundle, lambda: "").faults, way_through.code) == ((), 0)
    found = checker.check(way_through.bundle)
    assert found.failing() == set()
    assert found.summary == "Everything that was checked holds."
    assert {found.checks[name] for name in ("files", "added", "signed", "key")} == {"Holds"}
    # 161 of the chat, the texts and the calls, and four of the diary: of its fifth a word was taken
    assert "165 records" in found.text.replace("\u00a0", " ")
    assert (way_through.bundle / "check.html").read_bytes() == checker.file.read_bytes()


def test_a_byte_changed_in_it_is_found_by_both(
    checker: Any, way_through: Any, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(way_through.bundle, tmp_path / "copy"))
    raw = bytearray((copy / "exhibits/SO1.txt").read_bytes())
    raw[900] ^= 1
    (copy / "exhibits/SO1.txt").write_bytes(raw)
    assert "exhibits/SO1.txt" in {place for _, place, _ in check_folder(copy, lambda: "").faults}
    found = checker.check(copy)
    assert "files" in found.failing()
    assert any(name == "exhibits/SO1.txt" for name, _ in found.faults)

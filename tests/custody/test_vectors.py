"""The vectors of format 1.

One book that must open, and each edit of it that must be found and named.
"""

from __future__ import annotations

import hashlib
import json
import runpy
from pathlib import Path
from typing import Any

import pytest

import rainbook.custody
from rainbook.custody import Vault

VECTORS = Path(__file__).parent / "vectors"
GOOD: dict[str, Any] = json.loads((VECTORS / "good.json").read_text("ascii"))
REFUSED: list[dict[str, Any]] = json.loads((VECTORS / "refused.json").read_text("ascii"))


def apply(folder: Path, edit: dict[str, Any]) -> None:
    """Make one edit of a vector, as vectors/refused.json writes it."""
    path = folder / edit["file"]
    data = path.read_bytes() if path.exists() else b""
    match edit["do"]:
        case "flip":
            at = edit["at"]
            data = data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]
        case "cut":
            data = data[:edit["from"]] + data[edit["to"]:]
        case "append":
            data += bytes.fromhex(edit["hex"])
        case "insert":
            data = data[:edit["at"]] + data[edit["from"]:edit["to"]] + data[edit["at"]:]
        case "swap":
            (a, b), (c, d) = edit["one"], edit["two"]
            data = data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]
        case "put":
            data = bytes.fromhex(edit["hex"])
        case "exchange":
            other = folder / edit["with"]
            data, theirs = other.read_bytes(), data
            other.write_bytes(theirs)
        case "copy":
            path = folder / edit["to"]
        case "remove":
            path.unlink()
            return
        case unknown:
            raise AssertionError(unknown)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)


@pytest.mark.parametrize("case", REFUSED, ids=[c["name"] for c in REFUSED])
def test_every_edit_is_found_and_named(good: Path, case: dict[str, Any]) -> None:
    for edit in case["edits"]:
        apply(good, edit)
    if case["opens"]:
        with pytest.raises(getattr(rainbook.custody, case["opens"])):
            Vault.open(good, GOOD["passphrase"], read_only=True)
        return
    with Vault.open(good, GOOD["passphrase"], read_only=True) as vault:
        found = {(f.kind, f.place.partition(",")[0]) for f in vault.verify()}
    assert found == {(kind, place) for kind, place in case["found"]}


@pytest.mark.parametrize("way", ["passphrase", "recovery_code"])
def test_the_good_vector_opens(good: Path, way: str) -> None:
    with Vault.open(good, read_only=True, **{way: GOOD[way]}) as vault:
        assert [r.kind for r in vault.log()] == GOOD["kinds"]
        assert vault.mark() == GOOD["mark"]
        assert {o.sha256: o.name for o in vault.originals()} == {
            sha256: o["name"] for sha256, o in GOOD["originals"].items()}
        assert list(vault.verify(GOOD["mark"])) == []


def test_a_reader_written_from_the_page_alone_opens_the_good_vector(good: Path) -> None:
    reader = runpy.run_path(str(Path(__file__).parent / "independent_reader.py"))
    found = reader["read_book"](good, GOOD["passphrase"])
    assert found["mark"] == GOOD["mark"]
    assert [r["kind"] for r in found["log"]] == GOOD["kinds"]
    assert {s: len(data) for s, data in found["originals"].items()} == {
        s: o["size"] for s, o in GOOD["originals"].items()}
    assert all(hashlib.sha256(d).hexdigest() == s for s, d in found["originals"].items())


def test_that_reader_imports_nothing_of_ours() -> None:
    text = (Path(__file__).parent / "independent_reader.py").read_text("utf-8")
    assert "rainbook" not in text

"""BagIt: checked by the reference tool of the Library of Congress."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rainbook.handover.extras.bagit import bag

reference = pytest.importorskip("bagit", reason="the reference tool for BagIt is not installed")


def test_the_reference_tool_takes_the_bag(given: Path, tmp_path: Path, tree_of: Any) -> None:
    made = bag(given, tmp_path / "bag")
    found = reference.Bag(str(made))
    assert found.validate() and found.is_valid()
    assert found.version_info == (1, 0)
    payload = tree_of(given)
    assert {name: (made / "data" / name).read_bytes() for name in payload} == payload
    size = sum(map(len, payload.values()))
    # the state of the story's records is 2 June 2024, and not the day of this test
    assert found.info == {
        "Bag-Software-Agent": "rainbook 0.1.0",
        "Bagging-Date": "2024-06-02",
        "Payload-Oxum": f"{size}.{len(payload)}",
    }


def test_the_same_bundle_gives_the_same_bag(given: Path, tmp_path: Path, tree_of: Any) -> None:
    one, two = bag(given, tmp_path / "one"), bag(given, tmp_path / "two")
    assert tree_of(one) == tree_of(two)


@pytest.mark.parametrize("name", [
    "data/exhibits/AB1.txt", "bag-info.txt", "manifest-sha256.txt", "bagit.txt",
])
def test_the_reference_tool_refuses_a_bag_with_one_byte_changed(
    name: str, given: Path, tmp_path: Path
) -> None:
    made = bag(given, tmp_path / "bag")
    held = bytearray((made / name).read_bytes())
    held[-2] ^= 1
    (made / name).write_bytes(held)
    with pytest.raises(reference.BagError):
        reference.Bag(str(made)).validate()

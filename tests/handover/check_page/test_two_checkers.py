"""The checker in Python on the bundles of the third maker: it must say what the page says.

The one thing a reader would get wrong: no browser is asked here. That the page refuses the same
edits is tested beside this; together the two tests show that two programs agree on one format.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rainbook.handover.proof.checking import check_proof
from rainbook.handover.proof.signed import check_signed


def test_the_third_makers_bundle_is_taken(bundle: Path, made: Any, story: Any) -> None:
    found, signed = check_proof(bundle), check_signed(bundle)
    assert found.faults == () and signed.faults == ()
    assert found.key == signed.key == bytes.fromhex(made.public(story.KEY))


def test_each_edit_the_page_refuses_is_refused(
    bundle: Path, made: Any, story: Any, edits: dict[str, Any]
) -> None:
    raw = (bundle / "proof/proof.json").read_text()
    taken = []
    for name, (change, _) in edits.items():
        proof = json.loads(raw)
        change(proof)
        story.put(bundle, proof)
        made.seal(bundle, story.KEY)
        if not check_proof(bundle).faults:
            taken.append(name)
    assert taken == []


@pytest.mark.parametrize("name", ["statement", "key", "signature", "format"])
def test_a_signature_edited_is_refused(name: str, bundle: Path, made: Any) -> None:
    signed = json.loads((bundle / "signed.json").read_text())
    signed[name] = signed[name].replace(signed[name][-3], "0" if signed[name][-3] != "0" else "1")
    (bundle / "signed.json").write_text(made.canonical(signed) + "\n")
    assert check_signed(bundle).faults

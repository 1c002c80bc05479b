"""Every bundle in vectors/take is taken and every edit in vectors/refuse is refused.

The one thing a reader would get wrong: the files of vectors/ are the specification; that the script
beside them still makes the same ones is a test of its own.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rainbook.handover.proof.checking import check_proof, check_statement
from rainbook.handover.proof.parts import parse
from rainbook.handover.proof.strict import Refused
from rainbook.handover.stamps.reading import read as read_stamp

VECTORS = Path(__file__).parent / "vectors"
TAKE = sorted(p.stem for p in (VECTORS / "take").glob("*.json"))
REFUSE = sorted(p.stem for p in (VECTORS / "refuse").glob("*.json"))
Put = Callable[[dict[str, bytes]], Path]


def vector(place: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((VECTORS / place / f"{name}.json").read_bytes())
    return found


def files_of(text: dict[str, str | None]) -> dict[str, bytes]:
    return {n: base64.b64decode(f) for n, f in text.items() if f is not None}


def stamp_check(token: bytes, digest: bytes) -> tuple[str, str] | str:
    stamp = read_stamp(token, digest)
    return stamp.time, stamp.authority


@pytest.mark.parametrize("name", TAKE)
def test_taken(name: str, put: Put) -> None:
    one = vector("take", name)
    folder = put(files_of(one["files"]))
    checked = check_proof(folder, stamp_check)
    assert checked.faults == ()
    assert checked.said[0].startswith(f"This bundle gives {one['records']} record")
    claimed = any("and accounts named" in s or "named as follows" in s for s in checked.said)
    assert claimed is bool(parse((folder / "proof/proof.json").read_bytes()).labels)
    if claimed:
        assert f"and {one['withheld']} more that are withheld" in checked.said[1]
    assert sum("A time stamp by" in s for s in checked.said) == one["stamps"]


@pytest.mark.parametrize("name", REFUSE)
def test_refused(name: str, put: Put, parts: SimpleNamespace) -> None:
    one = vector("refuse", name)
    files = {**vector("take", one["of"])["files"], **one["files"]}
    folder = put(files_of(files))
    checked = check_proof(folder)
    assert checked.said == ()
    assert [parts.bad[name].says in f.sentence for f in checked.faults] == [True]


def test_a_signed_edit_has_a_signature_that_holds(parts: SimpleNamespace, put: Put) -> None:
    for name in REFUSE:
        one = vector("refuse", name)
        files = files_of({**vector("take", one["of"])["files"], **one["files"]})
        if one["signed_again"]:
            proof = parse(files["proof/proof.json"])
            try:
                check_statement(proof.statement, proof.key, proof.signature)
            except Refused as form:
                assert name.startswith("statement-"), form


def test_the_script_makes_these_vectors(parts: SimpleNamespace) -> None:
    assert sorted(parts.good) == TAKE
    assert sorted(parts.bad) == REFUSE
    tried = [n for n in TAKE if not vector("take", n)["stamps"]]
    for name in tried:
        files = files_of(vector("take", name)["files"])
        assert parts.made.in_memory(parts.good[name].make(parts.made)) == files
    for name, bad in parts.bad.items():
        if bad.of in tried:
            files = files_of(vector("take", bad.of)["files"])
            made = parts.changed(parts, name, files)
            kept = vector("refuse", name)["files"]
            assert {k: v and base64.b64encode(v).decode() for k, v in made.items()} == kept


def test_the_page_names_every_vector_to_take() -> None:
    page = (Path(__file__).parents[3] / "docs/bundle-format.md").read_text(encoding="utf-8")
    assert [n for n in TAKE if f"`{n}`" not in page] == []

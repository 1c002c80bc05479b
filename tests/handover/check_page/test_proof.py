"""Every edit of the proof is refused, though list and signature were made anew to match it."""

from __future__ import annotations

import base64
import importlib.util
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest


def _edits() -> dict[str, Any]:
    place = Path(__file__).with_name("proof_edits.py")
    spec = importlib.util.spec_from_file_location("check_page_proof_edits", place)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    found: dict[str, Any] = module.EDITS
    return found


VECTORS = Path(__file__).parents[1] / "proof/vectors"
Proof = dict[str, Any]
EDITS = _edits()


@pytest.mark.parametrize("edit", EDITS)
def test_each_edit_is_refused(edit: str, checker: Any, bundle: Path, made: Any, story: Any) -> None:
    change, step = EDITS[edit]
    proof = json.loads((bundle / "proof/proof.json").read_text())
    change(proof)
    story.put(bundle, proof)
    made.seal(bundle, story.KEY)
    found = checker.check(bundle)
    failing = found.failing()
    assert f"proof-{step}" in failing
    assert all(name.startswith("proof-") or name == "key" for name in failing)
    assert "What was given" not in found.text
    assert found.summary == "The files are as listed, but something else does not hold."


WRITTEN = {
    "a key twice": lambda words: words[:-2] + ',"format":"rainbook proof 1"}\n',
    "more after its end": lambda words: words + "{}",
    "cut off": lambda words: words[: len(words) // 2],
    "nested without end": lambda words: "[" * 100_000,
    "not ASCII": lambda words: words.replace("Sam Reed", "Sam R\u202eeed"),
    "empty": lambda words: "",
    "null": lambda words: "null",
    "a list": lambda words: "[]",
}


@pytest.mark.parametrize("how", WRITTEN)
def test_a_proof_written_in_another_way_is_refused(
    how: str, checker: Any, bundle: Path, made: Any, story: Any
) -> None:
    file = bundle / "proof/proof.json"
    file.write_text(WRITTEN[how](file.read_text()), encoding="utf-8")
    made.seal(bundle, story.KEY)
    assert checker.check(bundle).failing() == {"proof-form"}


CHRONOLOGY = {
    "a line dropped": lambda lines: lines[:-2],
    "a line added": lambda lines: [
        *lines,
        lines[-1].replace("(withheld),,,,", f"x,,1,2,{'0' * 64}"),
    ],
    "a line twice": lambda lines: [lines[0], lines[1], *lines[1:]],
    "a line moved to another place": lambda lines: [
        one.replace(",0,14,", ",0,13,") for one in lines
    ],
    "a quotation mark that never ends": lambda lines: [*lines, '"'],
    "a number that is none": lambda lines: [one.replace(",0,14,", ",0x,14,") for one in lines],
    "no heading": lambda lines: lines[2:],
}


@pytest.mark.parametrize("how", CHRONOLOGY)
def test_the_lines_must_be_the_records(
    how: str, checker: Any, bundle: Path, made: Any, story: Any
) -> None:
    file = bundle / "messages/chronology.csv"
    rows = file.read_bytes().decode("utf-8").split("\r\n")
    # words may hold a line end: a row ends where the next begins with a quotation mark or the last
    lines = "\r\n".join(rows[:-1]).replace("\r\nand lines", "\0and lines").split("\r\n")
    changed = "\r\n".join(CHRONOLOGY[how](lines)).replace("\0", "\r\n") + "\r\n"
    assert changed.encode() != file.read_bytes()
    file.write_bytes(changed.encode())
    made.seal(bundle, story.KEY)
    assert checker.check(bundle).failing() == {"proof-lines"}


def vectors(kind: str) -> list[str]:
    """Return the names of the vectors of one kind; without any, one name that fails."""
    return sorted(p.stem for p in (VECTORS / kind).glob("*.json")) or ["(none there)"]


def _vector(kind: str, name: str) -> Proof:
    file = VECTORS / kind / f"{name}.json"
    read: Proof = json.loads(file.read_text(encoding="ascii"))
    return read


def _laid(files: dict[str, str | None], folder: Path) -> Path:
    for name, raw in files.items():
        if raw is None:
            continue
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(base64.b64decode(raw))
    return folder


@pytest.mark.parametrize("name", vectors("take"))
def test_every_vector_to_take_is_taken(name: str, checker: Any) -> None:
    vector = _vector("take", name)
    with tempfile.TemporaryDirectory() as folder:
        found = checker.check(_laid(vector["files"], Path(folder)))
    steps = {n: said for n, said in found.checks.items() if n.startswith("proof")}
    assert set(steps.values()) == {"Holds"}, vector["why"]
    said = " ".join(found.text.split()).replace(",", "")
    assert f"What was given {vector['records']} record" in said
    assert (f"and {vector['withheld']} more that" in said) is bool(vector["withheld"])


@pytest.mark.parametrize("name", vectors("refuse"))
def test_every_vector_to_refuse_is_refused(name: str, checker: Any) -> None:
    vector = _vector("refuse", name)
    base = _vector("take", vector["of"])
    with tempfile.TemporaryDirectory() as folder:
        found = checker.check(_laid({**base["files"], **vector["files"]}, Path(folder)))
    # hashes.txt is in no vector, so only what the proof itself says counts here
    assert any(name.startswith("proof") for name in found.failing()), vector["why"]
    assert "What was given" not in found.text

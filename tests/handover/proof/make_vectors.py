"""Writes vectors/: bundles every checker must take, and edits every checker must refuse.

The one thing a reader would get wrong: this is run by hand, when the format gets a new version. The
tokens of the stamps are made by an authority on this computer that openssl plays; a run keeps those
that are there, as long as the statements are the same.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import json
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from rainbook.handover.stamps.reading import request

HERE = Path(__file__).parent
VECTORS = HERE / "vectors"


def beside(name: str, folder: Path = HERE) -> Any:
    """Load a file of this folder: with pytest's importlib mode it is on no path."""
    known = f"proof_{name}"
    if known not in sys.modules:
        spec = importlib.util.spec_from_file_location(known, folder / f"{name}.py")
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules[known] = module
        spec.loader.exec_module(module)
    return sys.modules[known]


def of_vectors() -> SimpleNamespace:
    """Return what vectors are made with: `made` (proof_case), `good` and `bad` by name."""
    made, worlds, edits = beside("proof_case"), beside("worlds"), beside("edits")
    made.worlds, made.in_memory = worlds, in_memory
    edits.Bundle.parsed = staticmethod(json.loads)
    if "absent-though-present" not in edits.BAD:
        for more in ("edits_files", "edits_absent", "edits_above"):
            beside(more)
    return SimpleNamespace(made=made, good=worlds.GOOD, edits=edits, bad=edits.BAD)


def in_memory(world: Any) -> dict[str, bytes]:
    """Return the files of a bundle."""
    with tempfile.TemporaryDirectory() as place:
        folder = world.write(Path(place) / "bundle")
        return {
            p.relative_to(folder).as_posix(): p.read_bytes()
            for p in sorted(folder.rglob("*"))
            if p.is_file()
        }


def changed(parts: SimpleNamespace, name: str, files: dict[str, bytes]) -> dict[str, bytes | None]:
    """Return the files an edit leaves different from the good bundle's; None: not there."""
    bundle = parts.edits.Bundle(dict(files), parts.made)
    parts.bad[name].edit(bundle)
    bundle.put()
    after = bundle.files
    return {n: after.get(n) for n in sorted({*files, *after}) if after.get(n) != files.get(n)}


def _text(files: dict[str, Any]) -> dict[str, str | None]:
    return {n: None if f is None else base64.b64encode(f).decode() for n, f in files.items()}


def _write(place: str, name: str, value: dict[str, Any]) -> None:
    path = VECTORS / place / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(json.dumps(value, sort_keys=True, indent=1).encode("ascii") + b"\n")


def kept_tokens() -> dict[str, str]:
    """Return the tokens of the vectors that are there, by statement."""
    found: dict[str, str] = {}
    for path in (VECTORS / "take").glob("*.json"):
        raw = base64.b64decode(json.loads(path.read_bytes())["files"]["proof/proof.json"])
        found.update({s["statement"]: s["token"] for s in json.loads(raw)["stamps"]})
    return found


def with_tokens(world: Any, kept: dict[str, str]) -> Any:
    """Put true tokens on the stamped statements of a world."""
    for one in world.stamps:
        if one["statement"] not in kept:
            kept[one["statement"]] = base64.b64encode(_token(one["statement"])).decode()
        one["token"] = kept[one["statement"]]
    return world


def _token(statement: str) -> bytes:
    """Return the reply of an authority of our own to a request for a statement's hash."""
    digest = hashlib.sha256(statement.encode("ascii")).digest()
    with tempfile.TemporaryDirectory() as place:
        ours = beside("authority", HERE.parent / "extras").authority(Path(place))
        reply: bytes = ours.answer(request(digest))
        return reply


def main() -> None:
    """Write every vector."""
    parts, kept = of_vectors(), kept_tokens()
    bundles: dict[str, dict[str, bytes]] = {}
    for name, good in parts.good.items():
        world = with_tokens(good.make(parts.made), kept)
        bundles[name] = in_memory(world)
        _write("take", name, {
            "why": good.why, "records": good.records, "withheld": good.withheld,
            "stamps": len(world.stamps), "files": _text(bundles[name]),
        })
    for name, bad in parts.bad.items():
        files = changed(parts, name, bundles[bad.of])
        _write("refuse", name, {
            "of": bad.of, "why": bad.why, "signed_again": bad.signed, "files": _text(files),
        })


if __name__ == "__main__":
    main()

"""A third program that makes a bundle with its proof, written from docs/bundle-format.md alone.

It shares nothing with rainbook and nothing with the page: where the three agree, the page of the
format says enough. It is slow and short on purpose.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import struct
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def _beside(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


vrf = _beside("made_vrf").vrf


def H(*parts: bytes | int) -> bytes:
    return hashlib.sha256(
        b"".join(p if isinstance(p, bytes) else bytes([p]) for p in parts)
    ).digest()


def u64(number: int) -> bytes:
    return struct.pack(">Q", number)


def text(words: str) -> bytes:
    raw = words.encode("utf-8", "surrogatepass")
    return struct.pack(">I", len(raw)) + raw


def canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


# --- trees


def half(n: int) -> int:
    return 1 << (n - 1).bit_length() - 1


def root_of(leaves: list[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    k = half(len(leaves))
    return H(1, root_of(leaves[:k]), root_of(leaves[k:]))


def path_to(place: int, leaves: list[bytes]) -> list[bytes]:
    if len(leaves) == 1:
        return []
    k = half(len(leaves))
    if place < k:
        return [*path_to(place, leaves[:k]), root_of(leaves[k:])]
    return [*path_to(place - k, leaves[k:]), root_of(leaves[:k])]


def salts(seed: bytes, n: int) -> list[bytes]:
    if n == 1:
        return [seed]
    k = half(n)
    return salts(H(0x10, seed), k) + salts(H(0x11, seed), n - k)


def named(thread: str) -> bytes:
    return b"\1" + thread.encode("utf-8")


def account(platform: str, kind: str, value: str) -> bytes:
    return b"\2" + "\0".join((platform, kind, value)).encode("utf-8")


@dataclass
class Original:
    """An original: its bytes, its records (label, member, start, end), the bytes of its members,
    which leaves of which label are given (None: all), and where they lie in the bundle.
    """

    data: bytes
    records: list[tuple[bytes, str, int, int]]
    members: dict[str, bytes] = field(default_factory=dict)
    open: dict[bytes, set[int] | None] = field(default_factory=dict)
    where: dict[str, Any] | None = None
    nameless: bool = False

    def __post_init__(self) -> None:
        self.members.setdefault("", self.data)
        self.seed = H(b"a seed for tests", self.data)
        self.labels = sorted({r[0] for r in self.records}, key=lambda one: self.vrf(one)[2])
        self.key = self.vrf(b"")[0]
        self.F = H(4, self.blind(b"file"), H(self.data), u64(len(self.data)))
        told = H(0x0A, self.blind(b"told"), text(canonical({"name": "x", "readings": {}})))
        self.reading = canonical(
            {"records": len(self.records), "told": told.hex(), "tool": "0.2.0", "unread": [0, 0]}
        )
        self.G = H(5, self.blind(b"reading"), text(self.reading))
        self.entries = [self.entry(one) for one in self.labels]
        self.T = root_of(self.entries) if self.entries else H(8)
        self.O = H(6, self.F, self.G, u64(len(self.labels)), self.key, self.T)

    def blind(self, what: bytes) -> bytes:
        return H(b"rb1 blind ", what, self.seed)

    def vrf(self, label: bytes) -> tuple[bytes, bytes, bytes]:
        return vrf(H(b"rb1 vrf", self.seed), label)

    def thread(self, label: bytes) -> tuple[bytes, list[tuple[str, int, int]], list[bytes]]:
        seed = H(b"rb1 thread", self.seed, label)
        mine = [r[1:] for r in self.records if r[0] == label]
        leaves = [
            H(0, salt, text(path), u64(start), u64(end), H(self.members[path][start:end]))
            for salt, (path, start, end) in zip(salts(seed, len(mine)), mine, strict=True)
        ]
        return seed, mine, leaves

    def body(self, label: bytes) -> bytes:
        seed, _, leaves = self.thread(label)
        return H(2, H(b"rb1 thread blind", seed), u64(len(leaves)), root_of(leaves))

    def entry(self, label: bytes) -> bytes:
        return H(3, self.vrf(label)[2], self.body(label))

    def opened(self, label: bytes, paths: list[str]) -> dict[str, Any]:
        seed, mine, leaves = self.thread(label)
        chosen = self.open[label]
        place = self.labels.index(label)
        shown = sorted(range(len(mine)) if chosen is None else chosen)
        seeds: list[str] = []
        hashes: list[str] = []

        def walk(low: int, n: int, at: bytes) -> None:
            inside = [leaf for leaf in shown if low <= leaf < low + n]
            if len(inside) == n:
                seeds.append(at.hex())
            elif not inside:
                hashes.append(root_of(leaves[low : low + n]).hex())
            else:
                k = half(n)
                walk(low, k, H(0x10, at))
                walk(low + k, n - k, H(0x11, at))

        walk(0, len(mine), seed)
        _, pi, index = self.vrf(label)
        return {
            "place": place,
            "path": [one.hex() for one in path_to(place, self.entries)],
            "index": index.hex(),
            "label": None if self.nameless else label.hex(),
            "pi": None if self.nameless else pi.hex(),
            "blind": H(b"rb1 thread blind", seed).hex(),
            "count": len(mine),
            "ranges": ranges(shown),
            "seeds": seeds,
            "hashes": hashes,
            "records": [[paths.index(mine[n][0]), mine[n][1], mine[n][2]] for n in shown],
        }

    def absent(self, label: bytes) -> dict[str, Any]:
        _, pi, index = self.vrf(label)
        after = sum(1 for one in self.labels if self.vrf(one)[2] < index)

        def neighbour(place: int) -> dict[str, Any] | None:
            if not 0 <= place < len(self.labels):
                return None
            one = self.labels[place]
            return {
                "place": place,
                "index": self.vrf(one)[2].hex(),
                "body": self.body(one).hex(),
                "path": [h.hex() for h in path_to(place, self.entries)],
            }

        sides = {"before": neighbour(after - 1), "after": neighbour(after)}
        return {"label": label.hex(), "pi": pi.hex(), **sides}

    def part(self, claimed: list[bytes]) -> dict[str, Any]:
        paths = sorted({r[1] for r in self.records if r[0] in self.open})
        opened = {
            "blind": self.blind(b"file").hex(),
            "sha256": H(self.data).hex(),
            "size": len(self.data),
            "reading_blind": self.blind(b"reading").hex(),
            "reading": self.reading,
        }
        return {
            "file": self.F.hex(),
            "head": self.O.hex(),
            "reading_hash": self.G.hex(),
            "threads": len(self.labels),
            "key": self.key.hex(),
            "root": self.T.hex(),
            "opened": opened if self.open else None,
            "bytes": self.where,
            "members": paths,
            "given": [self.opened(one, paths) for one in self.labels if one in self.open],
            "absent": [self.absent(one) for one in claimed if one not in self.labels],
        }


def ranges(shown: list[int]) -> list[list[int]]:
    made: list[list[int]] = []
    for leaf in shown:
        if made and made[-1][1] == leaf:
            made[-1][1] = leaf + 1
        else:
            made.append([leaf, leaf + 1])
    return made


def public(key: Ed25519PrivateKey) -> str:
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def statement_of(originals: list[Original]) -> str:
    k = u64(len(originals))
    return canonical(
        {
            "proof": 1,
            "originals": len(originals),
            "files": H(7, k, *(o.F for o in originals)).hex(),
            "heads": H(9, k, *(o.O for o in originals)).hex(),
            "sealed": "2026-11-21T09:30:00Z",
            "log": "ab" * 32,
        }
    )


def proof_of(
    originals: list[Original], people: list[tuple[bytes, str]], key: Ed25519PrivateKey
) -> dict[str, Any]:
    """Return proof.json as a value, before anybody edits it."""
    statement = statement_of(originals)
    return {
        "format": "rainbook proof 1",
        "statement": statement,
        "key": public(key),
        "signature": key.sign(f"rainbook proof 1\n{statement}".encode()).hex(),
        "stamps": [],
        "originals": [o.part([label for label, _ in people]) for o in originals],
        "labels": [{"label": label.hex(), "person": person} for label, person in people],
    }


def seal(folder: Path, key: Ed25519PrivateKey, made: str = "2026-11-22T14:52:41Z") -> None:
    """Write hashes.txt over all that is there, and signed.json over it."""
    for name in ("hashes.txt", "signed.json", "signed.tsr"):
        (folder / name).unlink(missing_ok=True)
    files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    lines = "".join(f"{H((folder / name).read_bytes()).hex()}  {name}\n" for name in files)
    (folder / "hashes.txt").write_bytes(lines.encode("ascii"))
    sign(folder, key, H(lines.encode("ascii")).hex(), made)


def sign(folder: Path, key: Ed25519PrivateKey, hashes: str, made: str) -> None:
    statement = canonical({"bundle": 1, "hashes": hashes, "made": made})
    signed = {
        "format": "rainbook signature 1",
        "statement": statement,
        "key": public(key),
        "signature": key.sign(f"rainbook bundle 1\n{statement}".encode()).hex(),
    }
    (folder / "signed.json").write_text(canonical(signed) + "\n", encoding="ascii")

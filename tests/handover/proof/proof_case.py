"""Small bundles with a proof, made of invented people, and the way to change one and sign it again.

The one thing a reader would get wrong: only the files a checker of proofs looks at are written; the
chronology here has the columns it needs and no more.
"""

from __future__ import annotations

import copy
import hashlib
import importlib.util
import io
import json
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rainbook import record
from rainbook.handover.paper.csv_file import write_table
from rainbook.handover.proof.heads import (
    SIGNED_AS,
    file_hash,
    head_hash,
    reading_hash,
    statement_of,
)
from rainbook.handover.proof.making import Sealing, prove, rows_given, write_proof
from rainbook.handover.proof.tree import Tree, grow
from rainbook.handover.selection import Selection, select


def _beside() -> ModuleType:
    """Load small_case.py of the folder above: with importlib mode it is on no path."""
    name = "proof_small_case"
    if name not in sys.modules:
        place = Path(__file__).parents[1] / "small_case.py"
        spec = importlib.util.spec_from_file_location(name, place)
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


small = _beside()
Rec, File, NUMBER = small.Rec, small.File, small.NUMBER
SAM, MUM = NUMBER["sam"], NUMBER["mum"]
TOOL = "9.9.9"
SECRET = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"a signing key for tests").digest())
PUBLIC = SECRET.public_key().public_bytes_raw()
FACTS = {"sealed": "2024-06-01T10:00:00.000+00:00", "log": "6-aebf17b7-b7089f1a-3ab3032c-28c4653b"}
SPANS = ("original_start", "original_end", "sha256_of_piece", "extract_start", "extract_end")
LINE = ("line", "words", "inside", "byte_start", "byte_end", "original_sha256")
Proof = dict[str, Any]


def seed_of(sha256: str) -> bytes:
    """The seed of an original, as the book would make it, from a key that everybody knows."""
    return hashlib.sha256(b"seed for tests" + bytes.fromhex(sha256)).digest()


def from_sam(*words: str, thread: str | None = SAM) -> list[Any]:
    return [Rec(words=w, thread=thread) for w in words]


def from_mum(*words: str, thread: str | None = MUM) -> list[Any]:
    return [Rec(words=w, who="mum", thread=thread) for w in words]


@dataclass
class World:
    """A case, its trees and its bundle. `extracted`: names of files given as extracts; `redacted`:
    rows whose bytes are not given; `upto`: how many originals an earlier, stamped statement had.
    """

    files: Sequence[Any]
    extracted: frozenset[str] = frozenset()
    redacted: frozenset[int] = frozenset()
    stamps: list[dict[str, Any]] = field(default_factory=list)
    closed: frozenset[str] = frozenset()  # names of files of which something was taken out

    def __post_init__(self) -> None:
        self.made = small.build(self.files)
        self.case: record.CaseFile = self.made.case
        self.chosen: Selection = select(self.case, record.Disclosure(("sam",), "AB"))
        self.trees: dict[str, Tree] = {o.sha256: self.tree(o) for o in self.case.originals}

    def read(self, sha256: str, member: str | None, start: int, end: int) -> bytes:
        blob = self.made.blobs[sha256]
        if member is not None:
            blob = zipfile.ZipFile(io.BytesIO(blob)).read(member)
        return blob[start:end]

    def table(self, original: record.Original) -> record.EventTable:
        number = self.case.table.originals.index(original.sha256)
        return self.case.table.take(self.case.table.original == number)

    def tree(self, original: record.Original, tool: str = TOOL) -> Tree:
        def read(member: str | None, start: int, end: int) -> bytes:
            return self.read(original.sha256, member, start, end)

        return grow(self.table(original), original, seed_of(original.sha256), read, tool)

    def where(self) -> dict[str, dict[str, Any]]:
        """Where the records of each original of which something goes are in the bundle."""
        found: dict[str, dict[str, Any]] = {}
        for number, original in enumerate(self.case.originals):
            mine = self.chosen.chosen & ~self.chosen.third & (self.case.table.original == number)
            start = f"exhibits/AB{number + 1}"
            if not mine.any():
                continue
            if original.name in self.extracted:
                file = {"file": f"{start}-extract.txt", "spans": f"{start}-spans.csv"}
                member = "chat.txt" if self.files[number].zipped else ""
                found[original.sha256] = {"extracts": [{"member": member, **file}]}
            else:
                ending = original.name.rpartition(".")[2]
                found[original.sha256] = {"whole": f"{start}.{ending}"}
        return found

    def proof(self) -> Proof:
        sealing = Sealing(FACTS["sealed"], FACTS["log"], PUBLIC, SECRET.sign, self.stamps)
        return prove(
            self.case, self.chosen, self.redacted, self.trees, seed_of, self.read, self.where(),
            sealing, closed=frozenset(map(self.sha_of, self.closed)),
        )

    def sha_of(self, name: str) -> str:
        return next(o.sha256 for o in self.case.originals if o.name == name)

    def named(self, sha256: str) -> str:
        """What the chronology names a file by."""
        closed = sha256 in map(self.sha_of, self.closed)
        return self.trees[sha256].file.hex() if closed else sha256

    def statement(self, upto: int, tool: str = TOOL) -> str:
        """The statement as it was when there were `upto` originals, read by this version."""
        trees = [self.tree(o, tool) for o in self.case.originals[:upto]]
        return statement_of([t.file for t in trees], [t.head for t in trees], FACTS)

    def stamp(self, upto: int, token: bytes = b"not a token", tool: str = TOOL) -> None:
        said = self.statement(upto, tool)
        signature = SECRET.sign(SIGNED_AS + said.encode())
        self.stamps.append({"statement": said, "signature": signature, "token": token})

    def write(self, folder: Path) -> Path:
        """Write the bundle and return its folder."""
        (folder / "exhibits").mkdir(parents=True)
        (folder / "messages").mkdir()
        given = rows_given(self.case, self.chosen, self.redacted, self.where())
        for sha256, place in self.where().items():
            self._exhibit(folder, sha256, place, given)
        write_table(folder / "messages/chronology.csv", LINE, self._lines(given))
        write_proof(self.proof(), folder / "proof/proof.json")
        return folder

    def _exhibit(self, folder: Path, sha256: str, place: dict[str, Any], given: Any) -> None:
        table = self.case.table
        if "whole" in place:
            (folder / place["whole"]).write_bytes(self.made.blobs[sha256])
            return
        rows = np.flatnonzero(given & (table.original == table.originals.index(sha256)))
        joined, spans = b"", []
        for start, end in sorted((int(table.start[r]), int(table.end[r])) for r in rows):
            joined += b"\n" if joined else b""
            member = place["extracts"][0]["member"] or None
            piece, at = self.read(sha256, member, start, end), len(joined)
            joined += piece
            digest = hashlib.sha256(piece).hexdigest()
            spans.append([str(start), str(end), digest, str(at), str(len(joined))])
        one = place["extracts"][0]
        (folder / one["file"]).write_bytes(joined)
        write_table(folder / one["spans"], SPANS, spans)

    def _lines(self, given: Any) -> list[list[str]]:
        table, lines = self.case.table, []
        for number, row in enumerate(self.chosen.rows.tolist(), 1):
            if not given[row]:
                lines.append([str(number), "[withheld]", "", "", "", ""])
                continue
            place = [str(int(table.start[row])), str(int(table.end[row]))]
            original = table.originals[int(table.original[row])]
            named = self.named(original)
            lines.append([str(number), "given", table.member_of(row) or "", *place, named])
        return lines


def load(folder: Path) -> Proof:
    """The proof of a bundle, to be changed."""
    made: Proof = json.loads((folder / "proof/proof.json").read_bytes())
    return made


def signed_again(proof: Proof) -> Proof:
    """The proof with every hash above its originals' parts worked out again and signed: what the
    holder of the signing key can do. F and G come from `opened` where that is given.
    """
    made = copy.deepcopy(proof)
    for part in made["originals"]:
        if one := part["opened"]:
            reading_blind = bytes.fromhex(one["reading_blind"])
            if all(one[name] is not None for name in ("blind", "sha256", "size")):
                blind = bytes.fromhex(one["blind"])
                part["file"] = file_hash(blind, one["sha256"], one["size"]).hex()
            part["reading_hash"] = reading_hash(reading_blind, one["reading"]).hex()
        file, reading, key, root = (
            bytes.fromhex(part[name]) for name in ("file", "reading_hash", "key", "root")
        )
        part["head"] = head_hash(file, reading, part["threads"], key, root).hex()
    files, heads = (
        [bytes.fromhex(p[name]) for p in made["originals"]] for name in ("file", "head")
    )
    made["statement"] = statement_of(files, heads, FACTS)
    made["signature"] = SECRET.sign(SIGNED_AS + made["statement"].encode()).hex()
    return made

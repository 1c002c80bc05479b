"""Writes the proof and the signature of a hand-over.

The one thing a reader would get wrong: a record of which something was kept back is withheld in the
proof, as a hash; the copy with the mark in it proves nothing about that record, and is not said to.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from rainbook.handover.exhibits import FOLDER, stem_of
from rainbook.handover.gate.closed import Name
from rainbook.handover.gate.gate import Gate, touched
from rainbook.handover.interface import Given
from rainbook.handover.proof.heads import file_hash
from rainbook.handover.proof.in_bundle import CHRONOLOGY
from rainbook.handover.proof.making import (
    PROOF,
    Sealing,
    claimed_labels,
    prove,
    rows_given,
    write_proof,
)
from rainbook.handover.proof.seeds import blind
from rainbook.handover.proof.signed import write_signed
from rainbook.handover.proof.tree import Tree
from rainbook.handover.selection import Selection
from rainbook.record import CaseFile

EXHIBITS = f"{FOLDER}/"


class Prover(Protocol):
    """What a book gives so that a hand-over can prove what it holds (case/proving.py)."""

    @property
    def key(self) -> bytes:
        """The public key `sign` belongs to, 32 bytes."""
        ...

    def trees(self) -> Mapping[str, Tree]:
        """Return the tree of every original, by SHA-256."""
        ...

    def seed(self, sha256: str) -> bytes:
        """Return the secret seed of one original, 32 bytes."""
        ...

    def read(self, sha256: str, member: str | None, start: int, end: int) -> bytes:
        """Return bytes of a sealed original."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Return the book's signature over a message, 64 bytes."""
        ...

    def sealing(self) -> Sealing:
        """Return what signs and dates the proof."""
        ...


def name_by(prover: Prover) -> Name:
    """Return what names a file whose own hash is not given: its F, in hex."""

    def name(sha256: str, size: int) -> str:
        return file_hash(blind("file", prover.seed(sha256)), sha256, size).hex()

    return name


def can_prove(given: Given) -> bool:
    """Return whether this choice of parts holds what a proof is about: records and their list."""
    return {EXHIBITS, CHRONOLOGY} <= given.parts and not given.case.until


def write_it(
    given: Given, case: CaseFile, chosen: Selection, folder: Path, prover: Prover, gate: Gate
) -> None:
    """Write proof/proof.json and look through it. `case`: as it is, with nothing masked.

    Raises TreeNotOfCase, RecordNotThere, GateStopped and the like of custody.
    """
    where, withheld = where_of(given), touched(given.entries)
    shut = _shut(given, case)
    rows = rows_given(case, chosen, withheld, where)
    # a name that must be kept back is not claimed: its thread stays in the proof without it
    claimed = {
        label: person
        for label, person in claimed_labels(case, chosen, rows).items()
        if not gate.finder.find(f"{label[1:].decode('utf-8', 'replace')} {person}")
    }
    made = prove(
        case, chosen, withheld, prover.trees(), prover.seed, prover.read, where,
        prover.sealing(), claimed, shut,
    )
    write_proof(made, folder / PROOF)
    gate.look_again(PROOF, folder / PROOF)


def _shut(given: Given, case: CaseFile) -> frozenset[str]:
    """Return the SHA-256 of the originals that go by another name in this bundle."""
    shown = {o.sha256 for o in given.case.originals}
    return frozenset(o.sha256 for o in case.originals if o.sha256 not in shown)


def where_of(given: Given) -> dict[str, dict[str, Any]]:
    """Return, by SHA-256 of the original, where the bytes of its records are in the bundle."""
    extracts = {e.file for e in given.exhibits if e.is_extract or "-redacted." in e.file}
    where: dict[str, dict[str, Any]] = {}
    for (sha256, member), (_, file) in sorted(given.places.items()):
        if file not in extracts:
            where[sha256] = {"whole": file}
            continue
        spans = f"{FOLDER}/{stem_of(file)}-spans.csv"
        one = {"member": member, "file": file, "spans": spans}
        where.setdefault(sha256, {"extracts": []})["extracts"].append(one)
    return where


def sign_it(given: Given, folder: Path, prover: Prover) -> None:
    """Write signed.json for the list of hashes that is in the folder."""
    write_signed(folder, given.case.as_of, prover.key, prover.sign)

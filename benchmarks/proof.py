"""The proof of one thread of 5,000 records out of 1,000,000: how long, and how large.

The one thing a reader would get wrong: the peer of growing a tree is plain SHA-256 over the same
bytes, which proves far less; it says how much of the time is the disk's and the hash's own.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from timing import miss

from rainbook import record
from rainbook.handover.paper.csv_file import write_table
from rainbook.handover.proof.checking import check_proof
from rainbook.handover.proof.making import PROOF, Sealing, prove, rows_given, write_proof
from rainbook.handover.proof.tree import Tree, grow
from rainbook.handover.selection import Selection, select

SIZE = 90  # bytes of a record, its line end with it
THREADS = 400
KEY = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"benchmark").digest())
SEED = hashlib.sha256(b"seed").digest()
LINE = ("inside", "byte_start", "byte_end", "original_sha256")
PEOPLE = (
    record.Person("asha", "Asha Khan", "complainant"),
    record.Person("sam", "Sam Marsh", "suspect"),
)


def timed(what: str, work: Callable[[], Any]) -> tuple[Any, float]:
    """Do something, print the seconds it took, and return it with the seconds of CPU."""
    wall, began = time.perf_counter(), time.process_time()
    made = work()
    took, wall = time.process_time() - began, time.perf_counter() - wall
    print(f"{what:60}{took:9.2f} s CPU{wall:9.2f} s wall")
    return made, took


def _no_words(row: int) -> record.Event:
    raise LookupError(f"nothing here reads the words of row {row}")


def made_case(rows: int, given: int) -> tuple[record.CaseFile, bytes]:
    """Return a case of one mixed file in which every (rows / given)th record is with Sam."""
    rng = np.random.default_rng(11)
    raw = rng.integers(32, 127, rows * SIZE, np.uint8)
    raw[SIZE - 1 :: SIZE] = 10
    blob = raw.tobytes()
    columns = record.table.empty_columns(rows)
    columns["start"] = np.arange(rows, dtype=np.int64) * SIZE
    columns["end"] = columns["start"] + SIZE - 1
    columns["seq"] = np.arange(rows, dtype=np.int64)
    columns["member"][:] = -1
    with_sam = np.zeros(rows, bool)
    with_sam[rng.choice(rows, given, replace=False)] = True
    other = rng.integers(1, THREADS, rows)
    columns["thread"] = np.where(with_sam, 0, other).astype(np.int32)
    columns["actor"] = columns["thread"].copy()
    names = tuple(f"+44 7700 {900_000 + n}" for n in range(THREADS))
    sha256 = hashlib.sha256(blob).hexdigest()
    table = record.EventTable(
        columns=columns, originals=(sha256,), threads=names, readings={sha256: {"source": "x"}},
        accounts=tuple(record.Account("sms", "phone", n) for n in names),
    )
    original = record.Original(sha256, len(blob), "sms.xml", "2024", "A", "", "", "yes")
    person = np.where(with_sam, 1, -1).astype(np.int32)
    return record.CaseFile(
        table=table, originals=(original,), people=PEOPLE, person_of=person,
        guessed_of=np.full(rows, -1, np.int32), basis_of=(), counted=np.ones(rows, bool),
        why_not={}, way=table.way, incidents=(), decisions=(), orders=(), settings={},
        zone="Europe/London", as_of="2024-06-02T09:00:00Z", event=_no_words,
    ), blob


def bundle(
    folder: Path, case: record.CaseFile, chosen: Selection, blob: bytes, tree: Tree,
    redacted: frozenset[int],
) -> Path:
    """Write what a checker needs: extract, table of its spans, chronology, proof."""
    sha256 = case.originals[0].sha256
    where = {sha256: {"extracts": [{"member": "", "file": "AB1.txt", "spans": "AB1.csv"}]}}
    rows = np.flatnonzero(rows_given(case, chosen, redacted, where))
    (folder / "messages").mkdir(parents=True)
    spans = [(int(case.table.start[r]), int(case.table.end[r])) for r in rows]
    (folder / "AB1.txt").write_bytes(b"\n".join(blob[a:b] for a, b in spans))
    columns = ("original_start", "original_end", "extract_start", "extract_end")
    places = [(a, b, n * SIZE, n * SIZE + SIZE - 1) for n, (a, b) in enumerate(spans)]
    write_table(folder / "AB1.csv", columns, [[str(n) for n in p] for p in places])
    lines = [["", str(a), str(b), sha256] for a, b in spans]
    write_table(folder / "messages/chronology.csv", LINE, lines)
    sealing = Sealing("2024", "1-00000000", KEY.public_key().public_bytes_raw(), KEY.sign)
    made, _ = timed(f"making the proof ({len(rows):,} records given)", lambda: prove(
        case, chosen, redacted, {sha256: tree}, lambda _: SEED,
        lambda sha, member, start, end: blob[start:end], where, sealing,
    ))
    write_proof(made, folder / PROOF)
    return folder


def main() -> int:
    """Run it; the exit code is 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--given", type=int, default=5_000)
    asked = parser.parse_args()
    case, blob = made_case(asked.rows, asked.given)
    chosen = select(case, record.Disclosure(("sam",), "AB"))
    print(f"{asked.rows:,} records, {len(blob) / 1e6:.0f} MB, {THREADS} threads")
    _, plain = timed("plain SHA-256 of the file (peer)", lambda: hashlib.sha256(blob).digest())
    tree, grown = timed("growing the tree", lambda: grow(
        case.table, case.originals[0], SEED, lambda member, start, end: blob[start:end], "1.0"
    ))
    print(f"{'growing / plain SHA-256':60}{grown / plain:9.1f} ×")
    kept, _ = timed("packing the tree", lambda: tree.pack())
    print(f"{'the tree kept':60}{len(kept) / 1e3:9.0f} kB")
    sizes = {}
    every = np.flatnonzero(chosen.chosen)
    some: frozenset[int] = frozenset(every[::10].tolist())
    for what, back in (("whole", frozenset[int]()), ("1 in 10 withheld", some)):
        with tempfile.TemporaryDirectory() as place:
            folder = bundle(Path(place) / "bundle", case, chosen, blob, tree, back)
            checked, _ = timed("checking it", partial(check_proof, folder))
            if checked.faults:
                sys.exit(checked.faults[0].sentence)
            sizes[what] = (folder / PROOF).stat().st_size / 1e3
            print(f"{f'proof.json, the thread {what}':60}{sizes[what]:9.0f} kB")
    missed = miss("kB of proof, a whole thread", sizes["whole"], 200, at_most=True)
    took = grown * 1e6 / asked.rows
    missed |= miss("s of CPU to grow a tree of 1,000,000", took, 10, at_most=True)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())

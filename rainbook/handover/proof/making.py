"""Makes proof/proof.json for one disclosure out of the trees of the originals.

The one thing a reader would get wrong: an original of which nothing is given is in the proof too.
It has to show, for each name that is claimed, that it has no such thread or how many records of it
are withheld.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from rainbook.handover.proof.forms import root_of
from rainbook.handover.proof.heads import SIGNED_AS, statement_of
from rainbook.handover.proof.labels import Ints, Threads, labels_of_persons, threads_of
from rainbook.handover.proof.opening import Mask, Opened, open_some
from rainbook.handover.proof.pieces import digests
from rainbook.handover.proof.seeds import blind, thread_blind, thread_seed, vrf_key
from rainbook.handover.proof.tree import Records, Thread, Tree, leaves_of, records_of
from rainbook.handover.proof.vrf import output
from rainbook.handover.proof.vrf import prove as prove_label
from rainbook.handover.selection import Selection
from rainbook.record import CaseFile, EventTable, RainbookError

FORMAT_NAME = "rainbook proof 1"
PROOF = "proof/proof.json"
Fetch = Callable[[str, str | None, int, int], bytes]
"""SHA-256 of an original, member (None: the original itself), start, end → those bytes."""


class TreeNotOfCase(RainbookError):
    """A kept tree does not belong to the records of the case."""


@dataclass(frozen=True, slots=True)
class Sealing:
    """What signs and dates a proof: `sealed` and `log` as in the statement, the public key, and
    what signs with its secret half; `stamps`: earlier or equal statements with their tokens.
    """

    sealed: str
    log: str
    public_key: bytes
    sign: Callable[[bytes], bytes]
    stamps: Sequence[Mapping[str, Any]] = ()


def rows_given(
    case: CaseFile, chosen: Selection, redacted: frozenset[int], where: Mapping[str, Any]
) -> Mask:
    """Return which rows of the case's table are given with their bytes. `where`: by SHA-256, the
    originals that are in the bundle.
    """
    held = [i for i, sha256 in enumerate(case.table.originals) if sha256 in where]
    given: Mask = chosen.chosen & ~chosen.third & np.isin(case.table.original, held)
    given[sorted(redacted)] = False
    return given


def claimed_labels(case: CaseFile, chosen: Selection, given: Mask) -> dict[bytes, str]:
    """Return the labels that are shown and claimed, with the persons' names: those of the threads
    of which something is given, as far as they are an account of a person handed over.
    """
    shown = labels_of_persons(case, chosen.people)
    present = threads_of(case.table, np.flatnonzero(given).astype(np.int64)).labels
    return {label: shown[label] for label in present if label in shown}


def prove(
    case: CaseFile,
    chosen: Selection,
    redacted: frozenset[int],
    trees: Mapping[str, Tree],
    seeds: Callable[[str], bytes],
    read: Fetch,
    where: Mapping[str, Mapping[str, Any]],
    sealing: Sealing,
    claimed: Mapping[bytes, str] | None = None,
    closed: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """Return the proof as it is written (docs/bundle-format.md, section 3).

    `redacted`: rows whose bytes are not given; `where`: by SHA-256, where an original's records
    are in the bundle; `claimed`: label → person's name (None: as claimed_labels says); `closed`:
    the SHA-256 of originals whose own hash is not given: something was taken out of a copy of it,
    and whoever has the copy could try what fits the hash. The case must be the whole case, not
    cut at a day. Raises TreeNotOfCase, RecordNotThere and what `read` raises.
    """
    given = rows_given(case, chosen, redacted, where)
    claims = claimed_labels(case, chosen, given) if claimed is None else dict(claimed)
    order = list(dict.fromkeys(o.sha256 for o in case.originals))
    parts = [
        _original(
            _Work(case.table, trees[sha], seeds(sha), given, read, sha in closed),
            claims, where.get(sha),
        )
        for sha in order
    ]
    return {
        **_signed([trees[sha] for sha in order], sealing),
        "originals": parts,
        "labels": [{"label": k.hex(), "person": claims[k]} for k in sorted(claims)],
    }


def _signed(trees: Sequence[Tree], sealing: Sealing) -> dict[str, Any]:
    """Return the statement over these trees, signed, with the stamps."""
    facts = {"sealed": sealing.sealed, "log": sealing.log}
    said = statement_of([t.file for t in trees], [t.head for t in trees], facts)
    return {
        "format": FORMAT_NAME,
        "statement": said,
        "key": sealing.public_key.hex(),
        "signature": sealing.sign(SIGNED_AS + said.encode("ascii")).hex(),
        "stamps": [_stamp(one) for one in sealing.stamps],
    }


def write_proof(proof: Mapping[str, Any], path: Path) -> None:
    """Write the proof: JSON without spaces, ASCII, one line end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    written = json.dumps(proof, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    path.write_bytes(written.encode("ascii") + b"\n")


def _stamp(one: Mapping[str, Any]) -> dict[str, str]:
    """Return a stamp as written; `token` is bytes, or base64 already."""
    token, signature = one["token"], one["signature"]
    return {
        "statement": one["statement"],
        "signature": signature.hex() if isinstance(signature, bytes) else signature,
        "token": base64.b64encode(token).decode("ascii") if isinstance(token, bytes) else token,
    }


@dataclass(frozen=True, slots=True)
class _Work:
    """One original while its part is made. `given` is over all rows of the case's table."""

    table: EventTable
    tree: Tree
    seed: bytes
    given: Mask
    read: Fetch
    closed: bool

    def rows(self) -> Ints:
        """Return its rows, in the order its reader gave them."""
        if self.tree.original not in self.table.originals:
            return np.zeros(0, np.int64)
        number = self.table.originals.index(self.tree.original)
        return np.flatnonzero(self.table.original == number).astype(np.int64)


def _original(
    work: _Work, claims: Mapping[bytes, str], where: Mapping[str, Any] | None
) -> dict[str, Any]:
    tree, rows = work.tree, work.rows()
    parts = threads_of(work.table, rows)
    _must_fit(tree, parts)
    place = records_of(work.table, rows)
    members: dict[str, int] = {}
    levels = tree.levels() if tree.threads else []
    some = {
        label: places
        for label, places in zip(parts.labels, parts.places, strict=True)
        if label in claims or work.given[rows[places]].any()
    }
    opened = bool(work.given[rows].any())
    given = []
    for number, thread in enumerate(tree.threads):
        if thread.label in some:
            chosen = some[thread.label], work.given[rows[some[thread.label]]]
            one = _thread(work, thread, place, chosen, members)
            path = [h.hex() for h in tree.path(number, levels)]
            given.append({"place": number, "path": path, **one, **_name(work, thread, claims)})
    return {
        "file": tree.file.hex(),
        "head": tree.head.hex(),
        "reading_hash": tree.reading_hash.hex(),
        "threads": len(tree.threads),
        "key": tree.key.hex(),
        "root": tree.root.hex(),
        "opened": _opening(work) if opened else None,
        "bytes": dict(where) if opened and where is not None else None,
        "members": list(members),
        "given": given,
        "absent": [_absent(work, k, levels) for k in sorted(claims) if tree.find(k) is None],
    }


def _must_fit(tree: Tree, parts: Threads) -> None:
    counts = dict(zip(parts.labels, (len(p) for p in parts.places), strict=True))
    if counts != {t.label: t.count for t in tree.threads}:
        raise _not_of_case()


def _not_of_case() -> TreeNotOfCase:
    return TreeNotOfCase(
        "What was worked out of one original does not belong to its records as they are read "
        "now. Nothing was handed over. Work it out again and hand over once more."
    )


def _opening(work: _Work) -> dict[str, Any]:
    tree, seed = work.tree, work.seed
    file = {"blind": blind("file", seed).hex(), "sha256": tree.original, "size": tree.size}
    return {
        **(dict.fromkeys(file) if work.closed else file),
        "reading_blind": blind("reading", seed).hex(),
        "reading": tree.reading,
    }


def _thread(
    work: _Work, thread: Thread, place: Records, chosen: tuple[Ints, Mask], members: dict[str, int]
) -> dict[str, Any]:
    """Return one thread with the records given. `chosen`: which of the original's records are the
    thread's, and which of those are given.
    """
    where, given = chosen
    of_thread = thread_seed(work.seed, thread.label)
    if not given.any():
        opened = Opened(hashes=[thread.root.hex()])
    else:
        leaves = [] if given.all() else _leaves(work, place, where, of_thread)
        if leaves and root_of(leaves) != thread.root:
            raise _not_of_case()
        opened = open_some(given, of_thread, leaves)
    inside = where[given]
    paths = [place.members[m] or "" for m in place.member[inside].tolist()]
    numbers = [members.setdefault(p, len(members)) for p in paths]
    spans = zip(numbers, place.start[inside].tolist(), place.end[inside].tolist(), strict=True)
    return {
        "blind": thread_blind(of_thread).hex(),
        "count": thread.count,
        "ranges": opened.ranges,
        "seeds": opened.seeds,
        "hashes": opened.hashes,
        "records": [list(span) for span in spans],
    }


def _leaves(work: _Work, place: Records, where: Ints, of_thread: bytes) -> list[bytes]:
    """Return the leaves of a thread, its records read again."""
    sha256 = work.tree.original
    its = Records(place.members, place.member[where], place.start[where], place.end[where])
    found = digests(
        lambda member, start, end: work.read(sha256, member, start, end),
        its.members, its.member, its.start, its.end,
    )
    return leaves_of(its, found, np.arange(len(where), dtype=np.int64), of_thread)


def _name(work: _Work, thread: Thread, claims: Mapping[bytes, str]) -> dict[str, Any]:
    """Return the index and, where the name may be shown, the label with its proof."""
    if thread.label not in claims:
        return {"index": thread.index.hex(), "label": None, "pi": None}
    pi = prove_label(vrf_key(work.seed), thread.label)
    return {"index": thread.index.hex(), "label": thread.label.hex(), "pi": pi.hex()}


def _absent(work: _Work, label: bytes, levels: Sequence[Sequence[bytes]]) -> dict[str, Any]:
    """Return the proof that no thread has this label."""
    tree, key = work.tree, vrf_key(work.seed)
    pi = prove_label(key, label)
    at = tree.before(output(key, label)[:32])
    beside = [_neighbour(tree, place, levels) for place in (at - 1, at)]
    return {"label": label.hex(), "pi": pi.hex(), "before": beside[0], "after": beside[1]}


def _neighbour(tree: Tree, place: int, levels: Sequence[Sequence[bytes]]) -> dict[str, Any] | None:
    if not 0 <= place < len(tree.threads):
        return None
    thread = tree.threads[place]
    return {
        "place": place,
        "index": thread.index.hex(),
        "body": thread.body.hex(),
        "path": [h.hex() for h in tree.path(place, levels)],
    }

"""Checks the proof of a bundle, and says in plain sentences what holds.

The one thing a reader would get wrong: one refusal ends it. When anything in a proof does not hold,
nothing is claimed of the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from rainbook.handover.interface import Fault
from rainbook.handover.proof import said
from rainbook.handover.proof.forms import ENTRY, NO_THREADS, hashed, root_from
from rainbook.handover.proof.heads import (
    SIGNED_AS,
    file_hash,
    files_hash,
    head_hash,
    heads_hash,
    reading_hash,
)
from rainbook.handover.proof.in_bundle import CHRONOLOGY, given_digests, lines_given
from rainbook.handover.proof.making import PROOF
from rainbook.handover.proof.parts import Absent, GivenThread, Neighbour, OriginalPart, Proof, parse
from rainbook.handover.proof.said import StampCheck, Stamped
from rainbook.handover.proof.strict import LARGEST, Refused, canonical_json, fields, number, words
from rainbook.handover.proof.vrf import usable, verify
from rainbook.handover.proof.walking import body_of, check_ranges
from rainbook.record import RainbookError

Line = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of it. With a fault nothing is said to hold, and `key` (32 bytes) is empty."""

    faults: tuple[Fault, ...]
    said: tuple[str, ...] = ()
    key: bytes = b""


def check_proof(folder: Path, stamp_check: StampCheck | None = None) -> Checked:
    """Check proof/proof.json of a bundle; never raises for what it finds in the folder.

    `stamp_check`: given the token (DER) and the 32 bytes it must stamp, returns (the time in ISO
    8601, who) or the sentence that says why it does not hold; None: time stamps are only counted.
    """
    path = folder / PROOF
    try:
        if not path.is_file() or path.is_symlink():
            raise Refused("There is no proof in this bundle.", "missing")
        if path.stat().st_size > LARGEST:
            raise Refused("The proof is larger than any this program writes.", "unreadable")
        proof = parse(path.read_bytes())
        return Checked((), _check(folder, proof, stamp_check), proof.key)
    except Refused as why:
        return Checked((Fault(why.what, why.file, str(why)),))
    except (OSError, ValueError, RecursionError, MemoryError) as odd:
        sentence = f"The proof, or a file it needs, cannot be read ({type(odd).__name__})."
        return Checked((Fault("unreadable", PROOF, sentence),))


def _check(folder: Path, proof: Proof, stamp_check: StampCheck | None) -> tuple[str, ...]:
    statement = check_statement(proof.statement, proof.key, proof.signature)
    _names_all(statement, proof.originals)
    lines: list[Line] = []
    for place, part in enumerate(proof.originals, 1):
        lines += _original(folder, part, proof, f"File {place} of the proof")
    _as_listed(lines, lines_given(folder))
    stamped = [
        _stamped(proof, place, statement, stamp_check) for place in range(len(proof.stamps))
    ]
    return said.sentences(proof, statement, stamped)


def check_statement(
    statement: str, key: bytes, signature: bytes, whose: str = "The statement"
) -> dict[str, Any]:
    """Return what a statement says. Raises Refused where its form or its signature is wrong."""
    value = canonical_json(statement, whose)
    part = fields(value, whose, "proof originals files heads sealed log")
    if part["proof"] != 1 or type(part["proof"]) is not int:
        raise Refused(f"{whose} is in a format that this program does not know.", "unreadable")
    number(part["originals"], "The number of files")
    for name in ("files", "heads", "sealed", "log"):
        words(part[name], whose)
    check_signature(key, signature, SIGNED_AS + statement.encode("ascii"), whose)
    return part


def check_signature(key: bytes, signature: bytes, message: bytes, whose: str) -> None:
    """Raise Refused unless the signature is that of this key over the message."""
    if not usable(key):
        raise Refused(f"{whose} is signed with a key that anybody could sign with.")
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        raise Refused(f"{whose} was changed after it was signed, or signed by another.") from None


def _names_all(statement: dict[str, Any], parts: Sequence[OriginalPart]) -> None:
    if statement["originals"] != len(parts):
        raise Refused("The proof does not speak of as many files as the statement.")
    if statement["files"] != files_hash([p.file for p in parts]):
        raise Refused("The files are not those that were signed for.")
    if statement["heads"] != heads_hash([p.head for p in parts]):
        raise Refused("What was found in the files is not what was signed for.")


def _original(folder: Path, part: OriginalPart, proof: Proof, whose: str) -> list[Line]:
    """Return the lines one original gives. Raises Refused."""
    made = head_hash(part.file, part.reading_hash, part.threads, part.key, part.root)
    if made != part.head:
        raise Refused(f"{whose} has not the head that was signed for.")
    if not usable(part.key):
        raise Refused(f"{whose} has a key under which a name can have two places.")
    if not part.threads and part.root != hashed(NO_THREADS):
        raise Refused(f"{whose} is said to hold nothing and its root says otherwise.")
    _opens(part, whose)
    records = [r for thread in part.given for r in thread.records]
    for thread in part.given:
        check_ranges(thread)
    _apart(part.given)
    found: list[bytes] = []
    if records:
        if part.opened is None or part.where is None:
            raise Refused(f"{whose} gives records and says nothing of where they are from.")
        if part.where.whole and part.opened.blind is None:
            raise Refused(f"{whose} is given whole, and its own hash is not.")
        found = given_digests(folder, part.where, part.opened, records)
    _threads(part, found, whose)
    _every_name(part, proof, whose)
    for absent in part.absent:
        _absent(part, absent, whose)
    # where the file stays closed, the chronology names it by F
    named = (part.opened and part.opened.sha256) or part.file.hex()
    return [(named, path, start, end) for path, start, end in records]


def _opens(part: OriginalPart, whose: str) -> None:
    if part.opened is None:
        return
    one = part.opened
    if one.blind is not None and file_hash(one.blind, one.sha256, one.size) != part.file:
        raise Refused(f"{whose} is not the file that was sealed.")
    if reading_hash(one.reading_blind, one.reading) != part.reading_hash:
        raise Refused(f"{whose} was not read in the way that was signed for.")
    said.reading_of(one.reading)


def _apart(threads: Sequence[GivenThread]) -> None:
    """Raise Refused where a record is given twice, or stands before one that went before it."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for thread in threads:
        reached: dict[str, int] = {}
        for path, start, end in thread.records:
            if start >= end:
                raise Refused("A record has no bytes.")
            if start < reached.get(path, 0):
                raise Refused("The records of a thread do not stand in the order of their file.")
            reached[path] = end
            spans.setdefault(path, []).append((start, end))
    for some in spans.values():
        some.sort()
        if any(a[1] > b[0] for a, b in pairwise(some)):
            raise Refused("A record is given twice, or two share bytes.")


def _threads(part: OriginalPart, found: Sequence[bytes], whose: str) -> None:
    at, last = 0, -1
    for thread in part.given:
        if not last < thread.place < part.threads:
            raise Refused(f"The threads of {whose} are not in order, or one stands twice.")
        last = thread.place
        body = body_of(thread, found[at : at + len(thread.records)])
        at += len(thread.records)
        if not _stands(part, thread.index, body, thread.place, thread.path):
            raise Refused(
                f"The records of a thread in {whose} are not those that were signed for: one was "
                "left out, added, changed, moved or put in another order."
            )
        if thread.label is not None:
            _verifies(part, thread.label, thread.pi or b"", thread.index, whose)


def _stands(
    part: OriginalPart, index: bytes, body: bytes, place: int, path: Sequence[bytes]
) -> bool:
    entry = hashed(ENTRY, index, body)
    return root_from(entry, place, part.threads, path) == part.root


def _verifies(
    part: OriginalPart, label: bytes, pi: bytes, index: bytes | None, whose: str
) -> bytes:
    """Return the index of a label. Raises Refused where its proof is no proof, or gives another."""
    beta = verify(part.key, label, pi)
    if beta is None:
        raise Refused(f"A name in {whose} has a proof that is not one for this name.")
    if index is not None and beta[:32] != index:
        raise Refused(f"A thread in {whose} has not the name it is said to have.")
    return beta[:32]


def _every_name(part: OriginalPart, proof: Proof, whose: str) -> None:
    given = Counter(t.label for t in part.given if t.label is not None)
    absent = Counter(a.label for a in part.absent)
    for label in {*proof.labels, *given, *absent}:
        times = given[label] + absent[label]
        if times > 1:
            raise Refused(f"A name is spoken of twice in {whose}.")
        if not times:
            raise Refused(f"{whose} does not account for a name: its records may be left out.")


def _absent(part: OriginalPart, absent: Absent, whose: str) -> None:
    index = _verifies(part, absent.label, absent.pi, None, whose)
    before, after = absent.before, absent.after
    wrong = Refused(f"It is not shown that a name is absent from {whose}.")
    for one in (before, after):
        if one is not None and not _is_entry(part, one):
            raise wrong
    low = -1 if before is None else before.place
    high = part.threads if after is None else after.place
    if high != low + 1:
        raise wrong
    if before is not None and not before.index < index:
        raise wrong
    if after is not None and not index < after.index:
        raise wrong


def _is_entry(part: OriginalPart, one: Neighbour) -> bool:
    return one.place < part.threads and _stands(part, one.index, one.body, one.place, one.path)


def _as_listed(lines: Sequence[Line], listed: Sequence[Line]) -> None:
    proven = Counter((sha, said.as_written(path), a, b) for sha, path, a, b in lines)
    shown = Counter(listed)
    if shown - proven:
        raise Refused(
            "The chronology has a line whose words are given and that the proof does not hold.",
            "added", CHRONOLOGY,
        )
    if proven - shown:
        raise Refused(
            "The proof holds a record that is not in the chronology.", "missing", CHRONOLOGY
        )


def _stamped(
    proof: Proof, place: int, now: dict[str, Any], stamp_check: StampCheck | None
) -> Stamped:
    one = proof.stamps[place]
    then = check_statement(one.statement, proof.key, one.signature, "A stamped statement")
    count = then["originals"]
    if count > now["originals"]:
        raise Refused("A stamped statement speaks of more files than there are now.")
    some = proof.originals[:count]
    if then["files"] != files_hash([p.file for p in some]):
        raise Refused("The files are not those of the stamped statement.")
    trees = then["heads"] == heads_hash([p.head for p in some])
    if stamp_check is None:
        return Stamped(count, trees, None)
    answer = stamp_answer(stamp_check, one.token, hashed(one.statement.encode("ascii")))
    return Stamped(count, trees, answer)


def stamp_answer(stamp_check: StampCheck, token: bytes, digest: bytes) -> tuple[str, str]:
    """Return when and by whom a hash was stamped. Raises Refused where it was not, in the words of
    `stamp_check` (which may raise them as a RainbookError too).
    """
    try:
        answer = stamp_check(token, digest)
    except RainbookError as why:
        answer = str(why)
    if isinstance(answer, str):
        raise Refused(f"A time stamp does not hold: {answer}")
    return answer

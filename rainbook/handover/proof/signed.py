"""signed.json: one signature over a whole bundle, by way of its list of hashes.

The one thing a reader would get wrong: a signature shows that the holder of a key signed these
files. Whose key it is, its fingerprint shows only to somebody who got it in another way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rainbook.handover.hashes import HASHES, SIGNED, STAMP, hash_of
from rainbook.handover.interface import Fault
from rainbook.handover.paper.visible import visible
from rainbook.handover.proof.checking import check_signature, stamp_answer
from rainbook.handover.proof.forms import canonical, hashed
from rainbook.handover.proof.heads import fingerprint
from rainbook.handover.proof.said import StampCheck
from rainbook.handover.proof.strict import Refused, canonical_json, fields, hexed, load, words

SIGNED_AS = b"rainbook bundle 1\n"
_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Signature:
    """What came of checking it. `key` is b"" where there is a fault."""

    faults: tuple[Fault, ...]
    said: tuple[str, ...] = ()
    key: bytes = b""


def write_signed(
    folder: Path, made: str, public_key: bytes, sign: Callable[[bytes], bytes]
) -> None:
    """Write signed.json for the hashes.txt that is in the folder. `made`: the day of the case (ISO
    8601), never the computer's.
    """
    said = canonical({"bundle": 1, "hashes": hash_of(folder / HASHES)[0], "made": made})
    value = {
        "format": "rainbook signature 1",
        "key": public_key.hex(),
        "signature": sign(SIGNED_AS + said.encode("ascii")).hex(),
        "statement": said,
    }
    (folder / SIGNED).write_bytes(canonical(value).encode("ascii") + b"\n")


def check_signed(folder: Path, stamp_check: StampCheck | None = None) -> Signature:
    """Check signed.json and, where `stamp_check` is given, signed.tsr; never raises for what it
    finds. See check_proof for `stamp_check`.
    """
    try:
        return _check(folder, stamp_check)
    except Refused as why:
        return Signature((Fault(why.what, SIGNED, str(why)),))
    except (OSError, ValueError, RecursionError, MemoryError) as odd:
        sentence = f"{SIGNED} cannot be read ({type(odd).__name__})."
        return Signature((Fault("unreadable", SIGNED, sentence),))


def _check(folder: Path, stamp_check: StampCheck | None) -> Signature:
    raw = _bytes(folder / SIGNED)
    names = "format statement key signature"
    top: dict[str, Any] = fields(load(raw, SIGNED), SIGNED, names)
    if top["format"] != "rainbook signature 1":
        raise Refused(f"{SIGNED} is in a format that this program does not know.", "unreadable")
    statement, key = words(top["statement"], SIGNED), hexed(top["key"], SIGNED)
    part = fields(canonical_json(statement, SIGNED), SIGNED, "bundle hashes made")
    if type(part["bundle"]) is not int or part["bundle"] != 1:
        raise Refused(f"{SIGNED} is in a format that this program does not know.", "unreadable")
    made, listed = words(part["made"], SIGNED), hexed(part["hashes"], SIGNED).hex()
    signature = hexed(top["signature"], SIGNED, 64)
    check_signature(key, signature, SIGNED_AS + statement.encode("ascii"), "The bundle")
    if not (folder / HASHES).is_file() or hash_of(folder / HASHES)[0] != listed:
        raise Refused(f"{HASHES} is not the list that was signed for.")
    said = [
        f"The list of all files is signed, as the case stood on {visible(made[:40])}. The "
        f"fingerprint of the key is {fingerprint(key)}."
    ]
    if (folder / STAMP).is_file():
        said.append(_stamped(_bytes(folder / STAMP), raw, stamp_check))
    return Signature((), tuple(said), key)


def _bytes(path: Path) -> bytes:
    if not path.is_file() or path.is_symlink():
        raise Refused("The bundle is not signed: signed.json is not there.", "missing")
    if path.stat().st_size > _LARGEST:
        raise Refused(f"{path.name} is larger than any this program writes.", "unreadable")
    return path.read_bytes()


def _stamped(token: bytes, raw: bytes, stamp_check: StampCheck | None) -> str:
    if stamp_check is None:
        return "There is a time stamp for the signature; it was not checked."
    answer = stamp_answer(stamp_check, token, hashed(raw))
    when, who = visible(answer[0][:40]), visible(answer[1][:200])
    return f"A time stamp by {who} shows that the signature was there at {when}."

"""Edits of proof.json that every checker must refuse, each with the step that must not hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

Proof = dict[str, Any]


def sam(proof: Proof) -> Proof:
    """The thread "Sam" of the first original: four records, leaves 0, 1 and 3 given."""
    return next(t for t in proof["originals"][0]["given"] if t["count"] == 4)


def chat(proof: Proof) -> Proof:
    """The thread "Sam" of the second original: three records in a zip, all given."""
    found: Proof = proof["originals"][1]["given"][0]
    return found


def _put(find: Callable[[Proof], Proof], **new: Any) -> Callable[[Proof], None]:
    return lambda proof: find(proof).update(new)


def _original(n: int) -> Callable[[Proof], Proof]:
    return lambda proof: proof["originals"][n]


def _absent(proof: Proof) -> Proof:
    found: Proof = proof["originals"][2]["absent"][0]
    return found


def _flip(key: str, find: Callable[[Proof], Proof]) -> Callable[[Proof], None]:
    def flip(proof: Proof) -> None:
        old = find(proof)[key]
        find(proof)[key] = ("1" if old[0] == "0" else "0") + old[1:]

    return flip


def _dropped(proof: Proof) -> None:
    thread = chat(proof)
    thread.update(ranges=[[0, 2]], records=thread["records"][:2])


def _swapped(proof: Proof) -> None:
    thread = chat(proof)
    thread["records"][0], thread["records"][1] = thread["records"][1], thread["records"][0]


def _moved(proof: Proof) -> None:
    one, other = proof["originals"][0]["given"]
    for key in ("label", "pi"):
        one[key], other[key] = other[key], one[key]


def _unnamed(proof: Proof) -> None:
    for original in proof["originals"]:
        for thread in original["given"]:
            thread.update(label=None, pi=None)


def _given_and_absent(proof: Proof) -> None:
    thread = chat(proof)
    one = dict(proof["originals"][1]["absent"][0], label=thread["label"], pi=thread["pi"])
    proof["originals"][1]["absent"].append(one)


def _gap(proof: Proof) -> None:
    """Claim that one of the two threads there are is not there, by leaving its place out."""
    for part in proof["originals"][2]["absent"]:
        part.update(before=None, after=None)


def _statement(**new: Any) -> Callable[[Proof], None]:
    def change(proof: Proof) -> None:
        statement = {**json.loads(proof["statement"]), **new}
        proof["statement"] = json.dumps(statement, sort_keys=True, separators=(",", ":"))

    return change


def _last_place(proof: Proof) -> None:
    thread = chat(proof)
    thread["records"][2][2] += 1


def _overlapping(proof: Proof) -> None:
    proof["originals"][1]["given"].append(dict(chat(proof), place=chat(proof)["place"] + 1))


EDITS: dict[str, tuple[Callable[[Proof], Any], str]] = {
    # what is done: the first step that must not hold
    "a record dropped": (_dropped, "records"),
    "two records swapped": (_swapped, "records"),
    "a record longer than it was": (_last_place, "records"),
    "a record that ends where it begins": (
        lambda p: chat(p)["records"].__setitem__(0, [0, 5, 5]), "form",
    ),
    "a member that is not there": (
        lambda p: p["originals"][1].update(members=["_other.txt"]), "records",
    ),
    "a record in no member": (lambda p: chat(p)["records"].__setitem__(0, [9, 0, 5]), "form"),
    "records moved to another name": (_moved, "records"),
    "records given twice": (_overlapping, "records"),
    "a count too high": (_put(chat, count=4), "records"),
    "a count too low": (_put(sam, count=3), "records"),
    "a count of nothing": (_put(sam, count=0), "records"),
    "ranges that touch": (_put(chat, ranges=[[0, 1], [1, 3]]), "records"),
    "ranges out of order": (_put(sam, ranges=[[3, 4], [0, 2]]), "records"),
    "a hash left over": (lambda p: sam(p)["hashes"].append("00" * 32), "records"),
    "a seed left over": (lambda p: sam(p)["seeds"].append("00" * 32), "records"),
    "a hash missing": (lambda p: sam(p)["hashes"].pop(), "records"),
    "a path too long": (lambda p: sam(p)["path"].append("00" * 32), "records"),
    "a place too far": (_put(sam, place=9), "records"),
    "threads out of order": (lambda p: p["originals"][0]["given"].reverse(), "records"),
    "another blind": (_flip("blind", sam), "records"),
    "another index": (_flip("index", sam), "records"),
    "the proof of a name": (_flip("pi", sam), "records"),
    "a name without proof": (_put(sam, pi=None), "records"),
    "a name not given": (_unnamed, "labels"),
    "an absent name left out": (lambda p: p["originals"][2]["absent"].pop(), "labels"),
    "the proof of an absent name": (_flip("pi", _absent), "labels"),
    "a name both here and not": (_given_and_absent, "labels"),
    "neighbours left out": (_gap, "labels"),
    "one more name claimed": (
        lambda p: p["labels"].append({"label": "01" + b"Mum".hex(), "person": "x"}), "labels",
    ),
    "T": (_flip("root", _original(2)), "originals"),
    "F": (_flip("file", _original(2)), "statement"),
    "O": (_flip("head", _original(2)), "statement"),
    "G": (_flip("reading_hash", _original(2)), "originals"),
    "the number of threads": (_put(_original(2), threads=3), "originals"),
    "the public key": (_flip("key", _original(2)), "originals"),
    "the size": (lambda p: p["originals"][0]["opened"].update(size=1), "originals"),
    "the hash of an original": (
        lambda p: p["originals"][0]["opened"].update(sha256="00" * 32), "originals",
    ),
    "what was read": (
        lambda p: p["originals"][0]["opened"].update(
            reading=p["originals"][0]["opened"]["reading"].replace("0.2.0", "0.3.0")
        ),
        "originals",
    ),
    "nothing opened": (lambda p: p["originals"][0].update(opened=None), "records"),
    "no bytes": (lambda p: p["originals"][1].update(bytes=None), "records"),
    "the bytes of another file": (
        lambda p: p["originals"][1].update(bytes={"whole": "index.pdf"}), "records",
    ),
    "an original dropped": (lambda p: p["originals"].pop(), "statement"),
    "originals in another order": (lambda p: p["originals"].reverse(), "statement"),
    "the statement: fewer": (_statement(originals=2), "statement"),
    "the statement: earlier": (_statement(sealed="2020-01-01T00:00:00Z"), "statement"),
    "the signature": (_flip("signature", lambda p: p), "statement"),
    "the key": (_flip("key", lambda p: p), "statement"),
    "a key of small order": (
        lambda p: p.update(key="01" + "00" * 31, signature="01" + "00" * 63), "statement",
    ),
    "another format": (lambda p: p.update(format="rainbook proof 2"), "form"),
    "something nobody looks at": (lambda p: p.update(extra=1), "form"),
    "a part missing": (lambda p: p.pop("labels"), "form"),
    "a number that is a word": (_put(chat, count="3"), "form"),
    "a number that does not fit": (_put(chat, count=2**53), "form"),
    "half a number": (_put(chat, count=2.5), "form"),
    "capitals in hex": (lambda p: p.update(key=p["key"].upper()), "form"),
}  # fmt: skip

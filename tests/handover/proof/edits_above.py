"""More edits every checker must refuse: files, statements, stamps and forged trees.

The one thing a reader would get wrong: what is signed again is as the holder of the key would do
it, with every hash above the change worked out anew.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

from nacl.bindings import crypto_scalarmult_ed25519_base_noclamp as times_base
from nacl.bindings import crypto_scalarmult_ed25519_noclamp as times

from rainbook.handover.proof.forms import BODY, ENTRY, canonical, hashed, root_from, u64
from rainbook.handover.proof.heads import SIGNED_AS
from rainbook.handover.proof.seeds import vrf_key
from rainbook.handover.proof.vrf import _on_curve

PROOF, CHRONOLOGY = "proof/proof.json", "messages/chronology.csv"
IDENTITY = b"\x01" + bytes(31)
bad: Callable[..., Any] = sys.modules["proof_edits"].bad
"""Keeps an edit in the table of edits.py, which is loaded before this file."""


@bad("stamped", "as many files as the statement")
def file_left_out(b: Any) -> None:
    """A file in which the name is absent is left out."""
    del b.proof["originals"][1]


@bad("stamped", "more files than there are now", signed=True)
def file_left_out_signed(b: Any) -> None:
    """The last file is left out and the rest signed again; the stamp still speaks of it."""
    sha = b.original(2)["opened"]["sha256"]
    del b.proof["originals"][2]
    b.write(CHRONOLOGY, [r for r in b.rows(CHRONOLOGY) if r[5] != sha])
    b.sign()


@bad("stamped", "not those of the stamped statement", signed=True)
def files_reordered_signed(b: Any) -> None:
    """Two files change places and all is signed again."""
    b.proof["originals"].reverse()
    b.sign()


@bad("stamped", "files are not those that were signed for")
def files_reordered(b: Any) -> None:
    """Two files change places."""
    b.proof["originals"].reverse()


@bad("stamped", "not those of the stamped statement", signed=True)
def file_exchanged_signed(b: Any) -> None:
    """After the stamp the first file is written anew with other words, and all is signed."""
    made, worlds = b.made, b.made.worlds
    world, old = worlds.stamped(made), b.proof["stamps"]
    world.files[0].records[0].words = "Where are you, love?"
    again = made.World(world.files)
    files = made.in_memory(again)
    b.files.clear()
    b.files.update(files)
    b.proof = {**b.parsed(files[PROOF]), "stamps": old}


@bad("whole-thread", "is not the file that was sealed")
def size_forged(b: Any) -> None:
    """The size of a file is said to be another."""
    b.original()["opened"]["size"] += 1


@bad("whole-thread", "was not read in the way")
def version_forged(b: Any) -> None:
    """Another version of the program is said to have read the file."""
    one = b.original()["opened"]
    one["reading"] = one["reading"].replace(b.made.TOOL, "9.9.8")


@bad("whole-thread", "one way it can be written", signed=True)
def reading_not_canonical(b: Any) -> None:
    """How the file was read is written with a space, and signed."""
    b.original()["opened"]["reading"] += " "
    b.sign()


def resay(b: Any, said: str) -> None:
    b.proof["statement"] = said
    b.proof["signature"] = b.made.SECRET.sign(SIGNED_AS + said.encode()).hex()


@bad("whole-thread", "changed after it was signed")
def statement_edited(b: Any) -> None:
    """The day of the sealing is said to be another."""
    b.proof["statement"] = b.proof["statement"].replace("2024-06-01", "2024-05-01")


@bad("whole-thread", "changed after it was signed")
def signed_by_another(b: Any) -> None:
    """The key is exchanged and the signature is not."""
    b.proof["key"] = vrf_key(b"another").public.hex()


@bad("whole-thread", "one way it can be written", signed=True)
def statement_not_canonical(b: Any) -> None:
    """The statement has a space in it, and is signed."""
    resay(b, b.proof["statement"].replace(":", ": ", 1))


@bad("whole-thread", "exactly the parts", signed=True)
def statement_says_more(b: Any) -> None:
    """The statement has a further part, and is signed."""
    said = b.parsed(b.proof["statement"].encode())
    resay(b, canonical({**said, "zz": 1}))


@bad("whole-thread", "anybody could sign with")
def signing_key_small(b: Any) -> None:
    """The signing key is the neutral point: its signatures hold for everything."""
    b.proof.update(key=IDENTITY.hex(), signature=(IDENTITY + bytes(32)).hex())


@bad("stamped", "changed after it was signed")
def stamped_statement_edited(b: Any) -> None:
    """The log of a stamped statement is said to be another."""
    one = b.proof["stamps"][0]
    one["statement"] = one["statement"].replace("6-aebf17b7", "7-aebf17b7")


@bad("stamped", "changed after it was signed")
def stamped_signature_of_another(b: Any) -> None:
    """The signatures of two stamped statements change places."""
    one, two = b.proof["stamps"]
    one["signature"], two["signature"] = two["signature"], one["signature"]


@bad("whole-thread", "does not know")
def format_unknown(b: Any) -> None:
    """The proof says that it is of another format."""
    b.proof["format"] = "rainbook proof 2"


@bad("one-of-several", "What was found in the files is not what was signed for")
def thread_invented_and_hashed_anew(b: Any) -> None:
    """A thread is closed over other records, all hashes above made anew by one who cannot sign."""
    one, part = b.thread(), b.original()
    body = hashed(BODY, bytes.fromhex(one["blind"]), u64(3), b"\xaa" * 32)
    one.update(ranges=[], seeds=[], records=[], hashes=["aa" * 32])
    b.write(CHRONOLOGY, b.rows(CHRONOLOGY)[:1])
    entry = hashed(ENTRY, bytes.fromhex(one["index"]), body)
    path = [bytes.fromhex(h) for h in one["path"]]
    part["root"] = (root_from(entry, one["place"], part["threads"], path) or b"").hex()
    signed = b.made.signed_again(b.proof)
    part["head"] = signed["originals"][0]["head"]


@bad("whole-thread", "two places", signed=True)
def vrf_key_small(b: Any) -> None:
    """Under the neutral point as key every name has the same index; all is signed again."""
    part, thread = b.original(), b.thread()
    label = bytes.fromhex(thread["label"])
    pi, index = _neutral_proof(label)
    body = hashed(
        BODY, bytes.fromhex(thread["blind"]), u64(thread["count"]), _root(b.made)
    )
    thread.update(pi=pi.hex(), index=index.hex())
    part.update(key=IDENTITY.hex(), root=hashed(ENTRY, index, body).hex())
    b.sign()


@bad("whole-thread", "given twice", signed=True)
def record_in_two_threads_signed(b: Any) -> None:
    """The holder of the key makes a tree in which one record stands in two threads."""
    _made_of(b, ("Sam Marsh", 0), ("+44 7700 900123", 0))


@bad("whole-thread", "order of their file", signed=True)
def records_reordered_signed(b: Any) -> None:
    """The holder of the key makes a tree in which the records stand the other way round."""
    _made_of(b, ("+44 7700 900123", 1), ("+44 7700 900123", 0))


def _made_of(b: Any, *records: tuple[str, int]) -> None:
    """Make the bundle of a file of two lines whose records are (thread, which line)."""
    made = b.made
    lines = [made.Rec(words=w, thread=t) for w, (t, _) in zip(("one", "two"), records, strict=True)]
    world = made.World([made.File("WhatsApp Chat with Sam.txt", lines)])
    for name in ("start", "end"):
        column = world.case.table.columns[name]
        column[:] = [int(column[line]) for _, line in records]
    world.trees = {o.sha256: world.tree(o) for o in world.case.originals}
    b.files.clear()
    b.files.update(made.in_memory(world))
    b.proof = b.parsed(b.files[PROOF])


def _root(made: ModuleType) -> bytes:
    world = made.worlds.one_thread(made)
    root: bytes = next(iter(world.trees.values())).threads[0].root
    return root


def _neutral_proof(label: bytes) -> tuple[bytes, bytes]:
    """Return a proof that holds under the neutral point for any label, and the index it gives."""
    k = (7).to_bytes(32, "little")
    point = _on_curve(IDENTITY, label)
    points = (IDENTITY, point, IDENTITY, times_base(k), times(k, point))
    c = hashlib.sha512(b"\x03\x02" + b"".join(points) + b"\x00").digest()[:16]
    beta = hashlib.sha512(b"\x03\x03" + IDENTITY + b"\x00").digest()
    return IDENTITY + c + k, beta[:32]

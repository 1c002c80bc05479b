"""Keys: a passphrase opens a slot, a slot holds the master key, all other keys come from that.

The one thing a reader would get wrong: a slot file is hostile input. Its figures are checked
against hard bounds before any work is done with them, so that it cannot ask for 100 GB of memory or
for a trivial cost.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from rainbook.record import RainbookError

SLOT_KINDS = ("owner", "recovery", "holder")
SLOT_BYTES = 4096  # a slot file longer than this is not one of ours
_FIELDS = frozenset(
    ("book", "check", "kdf", "kind", "lanes", "memory_kib", "nonce", "passes", "salt", "wrapped")
)
_SHORT = 12


class EmptyPassphrase(RainbookError):
    """The passphrase is empty or blank."""


class UnusablePassphrase(RainbookError):
    """The passphrase holds something that is no text."""


class WrongPassphrase(RainbookError):
    """Every slot is whole and none opens with what was given."""


class SlotDamaged(RainbookError):
    """A slot file is not byte for byte as a slot is written."""


class SlotCostRefused(RainbookError):
    """A slot asks for less work than is safe, or more than is reasonable."""


class NoSlot(RainbookError):
    """The book has no slot that could be opened in this way."""


class KeyWorkUnavailable(RainbookError):
    """This computer's cryptography library has no Argon2id, or too little memory for it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """How much work one guess at a passphrase takes: Argon2id memory in KiB, passes and lanes."""

    memory_kib: int = 262_144
    passes: int = 3
    lanes: int = 4


STRONG = Cost()
LEAST = Cost(19_456, 2, 1)
"""The documented minimum (OWASP's smallest Argon2id setting); a slot below it is refused."""
MOST = Cost(1_048_576, 10, 16)


@dataclass(frozen=True, slots=True)
class Keys:
    """The six working keys of one book, 32 bytes each."""

    file_wrap: bytes
    file_names: bytes
    table_wrap: bytes
    table_names: bytes
    log: bytes
    head: bytes


def derived(master: bytes, info: bytes) -> bytes:
    """Return 32 bytes from the master key: HKDF-SHA256, no salt (docs/format-v1.md)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(master)


def keys_from(master: bytes) -> Keys:
    """Return the working keys, one info label each (docs/format-v1.md)."""
    return Keys(
        file_wrap=derived(master, b"book 1 file keys"),
        file_names=derived(master, b"book 1 file names"),
        table_wrap=derived(master, b"book 1 table keys"),
        table_names=derived(master, b"book 1 table names"),
        log=derived(master, b"book 1 log"),
        head=derived(master, b"book 1 head"),
    )


def passphrase_bytes(passphrase: str) -> bytes:
    """Return what the key work is done on: NFKC then UTF-8, so every keyboard gives the same key.

    Raises EmptyPassphrase, UnusablePassphrase.
    """
    if not passphrase.strip():
        raise EmptyPassphrase("The passphrase is empty. Choose a few words that only you know.")
    try:
        return unicodedata.normalize("NFKC", passphrase).encode("utf-8")
    except UnicodeEncodeError:
        raise UnusablePassphrase(
            "The passphrase holds bytes that are not text. Type it again, or save the passphrase"
            " file as UTF-8."
        ) from None


def passphrase_advice(passphrase: str) -> str | None:
    """Return a sentence of advice on a weak passphrase, or None.

    Raises as passphrase_bytes does.
    """
    passphrase_bytes(passphrase)
    if len(unicodedata.normalize("NFKC", passphrase)) < _SHORT:
        return (
            f"This passphrase is shorter than {_SHORT} characters. Somebody who copies the folder"
            " can try guesses for as long as they like. Four or more unrelated words are better."
        )
    return None


def make_slot(master: bytes, secret: bytes, kind: str, cost: Cost = STRONG) -> bytes:
    """Return the bytes of a slot file that opens to `master` with `secret`.

    Raises SlotCostRefused.
    """
    _check_cost(cost)
    shown: dict[str, Any] = {
        "book": 1, "kdf": "argon2id", "kind": kind, "lanes": cost.lanes,
        "memory_kib": cost.memory_kib, "passes": cost.passes, "salt": secrets.token_hex(16),
    }
    nonce = secrets.token_bytes(12)
    wrapped = AESGCM(_work(secret, shown)).encrypt(nonce, master, _written(shown))
    shown |= {"nonce": nonce.hex(), "wrapped": wrapped.hex()}
    return _written(shown | {"check": _check(shown)})


def open_slot(data: bytes, secret: bytes) -> bytes | None:
    """Return the master key, or None where the secret is not this slot's.

    Raises SlotDamaged, SlotCostRefused, KeyWorkUnavailable.
    """
    slot = read_slot(data)
    bound = {k: v for k, v in slot.items() if k not in ("check", "nonce", "wrapped")}
    key = AESGCM(_work(secret, slot))
    try:
        return key.decrypt(
            bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"]), _written(bound)
        )
    except InvalidTag:
        return None


def read_slot(data: bytes) -> dict[str, Any]:
    """Return a slot's fields when every byte is as we write it.

    Raises SlotDamaged, SlotCostRefused.
    """
    damaged = SlotDamaged(
        "A key file of this book is damaged. Open the book with another passphrase or the recovery"
        " sheet, or put the key file back from a copy."
    )
    try:
        slot = json.loads(data) if len(data) <= SLOT_BYTES else None
    except (ValueError, RecursionError):
        raise damaged from None
    if not isinstance(slot, dict) or set(slot) != _FIELDS or _written(slot) != data:
        raise damaged
    if slot["check"] != _check({k: v for k, v in slot.items() if k != "check"}):
        raise damaged
    figures = [slot[name] for name in ("book", "lanes", "memory_kib", "passes")]
    if any(type(figure) is not int for figure in figures) or slot["kind"] not in SLOT_KINDS:
        raise damaged
    if slot["book"] != 1 or slot["kdf"] != "argon2id":
        raise damaged
    if not all(_is_hex(slot[name], size) for name, size in _SIZES.items()):
        raise damaged
    _check_cost(Cost(slot["memory_kib"], slot["passes"], slot["lanes"]))
    return slot


_SIZES = {"salt": 16, "nonce": 12, "wrapped": 48}


def _is_hex(value: object, size: int) -> bool:
    digits = set("0123456789abcdef")
    return isinstance(value, str) and len(value) == 2 * size and set(value) <= digits


def _check_cost(cost: Cost) -> None:
    for name in ("memory_kib", "passes", "lanes"):
        given, low, high = (getattr(c, name) for c in (cost, LEAST, MOST))
        if not low <= given <= high:
            raise SlotCostRefused(
                f"A key file of this book asks for {name} {given}; only {low} to {high} is"
                " accepted. It was not written by this program. Put the key file back from a copy."
            )


def _written(fields: dict[str, Any]) -> bytes:
    """Return the only way these fields are written: sorted, no spaces, ASCII, one line end."""
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return text.encode("ascii") + b"\n"


def _check(fields: dict[str, Any]) -> str:
    return hashlib.sha256(_written(fields)).hexdigest()


def _work(secret: bytes, slot: dict[str, Any]) -> bytes:
    try:
        return Argon2id(
            salt=bytes.fromhex(slot["salt"]), length=32, iterations=slot["passes"],
            lanes=slot["lanes"], memory_cost=slot["memory_kib"],
        ).derive(secret)
    except (UnsupportedAlgorithm, MemoryError):
        raise KeyWorkUnavailable(
            f"This computer could not do the key work ({slot['memory_kib'] // 1024} MiB of memory"
            " with Argon2id). Close other programs and try again, or use another computer."
        ) from None

"""The seed of an original's proof and the key a book signs with."""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from rainbook.custody import LEAST, BookClosed, Vault
from rainbook.custody.proving import proof_seed

PASSPHRASE = "five blue kettles sing"
ONE, OTHER = hashlib.sha256(b"one").hexdigest(), hashlib.sha256(b"other").hexdigest()


def hkdf(master: bytes, info: bytes) -> bytes:
    """RFC 5869 by hand, for one block and no salt."""
    key = hmac.digest(bytes(32), master, "sha256")
    return hmac.digest(key, info + b"\x01", "sha256")


def test_the_secrets_are_what_the_page_says(vault: Vault) -> None:
    master = vault._book.master
    assert vault.proof_seed(ONE) == hkdf(master, b"book 1 proof" + bytes.fromhex(ONE))
    secret = hkdf(master, b"book 1 signing")
    public = Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()
    assert vault.signing_key() == public


def test_each_original_has_a_seed_of_its_own_and_each_book_too(
    vault: Vault, tmp_path: Path
) -> None:
    other, _ = Vault.create(tmp_path / "second", PASSPHRASE, "A. Bell", cost=LEAST)
    with other:
        seeds = {vault.proof_seed(ONE), vault.proof_seed(OTHER), other.proof_seed(ONE)}
        assert len(seeds) == 3
        assert other.signing_key() != vault.signing_key()


def test_a_signature_is_checked_with_the_public_key_alone(vault: Vault) -> None:
    key = Ed25519PublicKey.from_public_bytes(vault.signing_key())
    key.verify(vault.sign(b"what is said"), b"what is said")
    with pytest.raises(InvalidSignature):
        key.verify(vault.sign(b"what is said"), b"what is not said")


def test_the_secrets_stay_the_same_when_the_book_is_opened_again(folder: Path) -> None:
    with Vault.create(folder, PASSPHRASE, "A. Bell", cost=LEAST)[0] as vault:
        before = vault.signing_key(), vault.proof_seed(ONE)
    with Vault.open(folder, PASSPHRASE, read_only=True) as again:
        assert (again.signing_key(), again.proof_seed(ONE)) == before


def test_a_closed_book_has_forgotten_them(vault: Vault) -> None:
    book = vault._book
    vault.close()
    for ask in (vault.signing_key, lambda: vault.sign(b"x"), lambda: vault.proof_seed(ONE)):
        with pytest.raises(BookClosed):
            ask()
    with pytest.raises(BookClosed):
        proof_seed(book, ONE)
    assert book.master == b""

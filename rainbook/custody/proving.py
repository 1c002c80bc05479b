"""The two secrets a proof needs: a seed for each original, and the key the book signs with.

The one thing a reader would get wrong: neither is kept anywhere. Each is worked out from the master
key when it is asked for, and closing the book forgets them with it.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rainbook.custody.book import Book
from rainbook.custody.keys import derived


def proof_seed(book: Book, sha256: str) -> bytes:
    """Return the 32 secret bytes that hide the records of one original in a proof."""
    book.may_read()
    return derived(book.master, b"book 1 proof" + bytes.fromhex(sha256))


def sign(book: Book, message: bytes) -> bytes:
    """Return the book's Ed25519 signature (64 bytes) over a message."""
    return _key(book).sign(message)


def signing_key(book: Book) -> bytes:
    """Return the public key (32 bytes) that checks what the book signs."""
    return _key(book).public_key().public_bytes_raw()


def _key(book: Book) -> Ed25519PrivateKey:
    book.may_read()
    return Ed25519PrivateKey.from_private_bytes(derived(book.master, b"book 1 signing"))

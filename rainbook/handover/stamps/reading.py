"""Time stamps (RFC 3161): asking for one, and reading the answer. Only a hash ever leaves.

The one thing a reader would get wrong: nothing here sends anything. The request is a file that the
person sends themselves; and a stamp shows that the hash was there by then, signed by whoever the
certificate names. Whether to trust them is for the reader, unless roots they trust are given.
"""

from __future__ import annotations

import hashlib
import secrets
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.utils import CryptographyDeprecationWarning

from rainbook.handover.stamps.der import (
    BOOLEAN,
    INTEGER,
    OCTETS,
    SEQUENCE,
    NotDer,
    made,
    number,
    only,
)
from rainbook.handover.stamps.signature import StampNotSigned, authority_of, led_to, signed_by
from rainbook.handover.stamps.token import (
    LONGEST,
    UNREADABLE,
    NotAStamp,
    NotGranted,
    Token,
    token_of,
)
from rainbook.record import RainbookError

__all__ = [
    "NotAStamp",
    "NotGranted",
    "OtherHash",
    "RootsNotRead",
    "Stamp",
    "StampNotSigned",
    "ask_statement",
    "check",
    "keep_statement",
    "read",
    "request",
    "roots_in",
]
SHA256 = "2.16.840.1.101.3.4.2.1"
_SHA256_DER = bytes.fromhex("300d06096086480165030402010500")
_DIGEST = 32
_DER = Encoding.DER


class OtherHash(RainbookError):
    """The stamp is for something else."""


class RootsNotRead(RainbookError):
    """The file of trusted certificates could not be read."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp whose signature holds. `time`: ISO 8601 UTC; `authority`, `issuer`: names in its
    certificate; `policy`, `serial` as it states; `certificate`: SHA-256 of the certificate (hex);
    `root`: the name of the given root it leads to, "" when no roots were given.
    """

    time: str
    authority: str
    issuer: str
    policy: str
    serial: int
    certificate: str
    root: str = ""

    @property
    def sentence(self) -> str:
        """Say in plain words what it shows and what it does not."""
        trust = (
            f"Its certificate leads to {self.root}, which you said you trust."
            if self.root
            else "The signature was checked with the certificate in the answer itself, so it shows "
            "who the answer names, and not that they are who they say: whether to trust them is "
            "for the reader."
        )
        return (
            f"Signed as having been there on {self.time} by {self.authority} (certificate from "
            f"{self.issuer}). {trust}"
        )


def request(digest: bytes) -> bytes:
    """Return a request for a time stamp (TimeStampReq, DER) for a SHA-256 of 32 bytes.

    It holds the hash, a new random number and the wish for the certificate, and nothing else.
    """
    if len(digest) != _DIGEST:
        raise OtherHash("A time stamp is asked for a SHA-256 hash: 32 bytes.")
    # the top bits make it a positive number that is always 8 bytes long
    nonce = bytes((secrets.randbelow(64) + 64,)) + secrets.token_bytes(7)
    imprint = made(SEQUENCE, _SHA256_DER + made(OCTETS, digest))
    return made(
        SEQUENCE, made(INTEGER, b"\1") + imprint + made(INTEGER, nonce) + made(BOOLEAN, b"\xff")
    )


def read(
    reply: bytes, digest: bytes, *, roots: Sequence[x509.Certificate] = (), asked: bytes = b""
) -> Stamp:
    """Check an answer (TimeStampResp, DER) for a SHA-256 and return what it shows.

    `roots`: certificates the reader trusts; then the stamp must lead to one of them. `asked`: the
    request; then the answer must repeat its random number. Raises NotAStamp, NotGranted, OtherHash,
    StampNotSigned.
    """
    with warnings.catch_warnings():
        # a strange certificate is refused or used; a note for programmers helps nobody here
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        return _read(reply, digest, roots, asked)


def _read(reply: bytes, digest: bytes, roots: Sequence[x509.Certificate], asked: bytes) -> Stamp:
    token = token_of(reply)
    if token.hash_kind != SHA256 or token.hashed != digest:
        raise OtherHash(
            "This time stamp is for something else: the hash in it is another one. Use the answer "
            "to the request made for this very folder or statement."
        )
    if asked and _nonce(asked) != token.nonce:
        raise OtherHash(
            "This is the answer to another request: its random number is another one. Use the "
            "answer that came for this request."
        )
    try:
        return _checked(token, roots)
    except UNREADABLE as strange:
        # certificates are read as they are needed, and one may hold anything
        raise NotAStamp(
            "The certificate in this answer could not be read. Ask the authority again, or another "
            "one."
        ) from strange


def _checked(token: Token, roots: Sequence[x509.Certificate]) -> Stamp:
    leaf = authority_of(token)
    signed_by(token, leaf)
    root = led_to(leaf, token, roots) if roots else None
    return Stamp(
        time=_shown(token),
        authority=leaf.subject.rfc4514_string(),
        issuer=leaf.issuer.rfc4514_string(),
        policy=token.policy,
        serial=token.serial,
        certificate=hashlib.sha256(leaf.public_bytes(_DER)).hexdigest(),
        root=root.subject.rfc4514_string() if root else "",
    )


def _shown(token: Token) -> str:
    fraction = f".{token.fraction}" if token.fraction else ""
    return f"{token.time:%Y-%m-%dT%H:%M:%S}{fraction}Z"


def _nonce(asked: bytes) -> int | None:
    try:
        numbers = [p for p in only(asked, SEQUENCE).parts()[2:] if p.tag == INTEGER]
        return number(numbers[0]) if numbers else None
    except NotDer as strange:
        raise NotAStamp("The request is not one that was made here. Make a new one.") from strange


def check(reply: bytes, digest: bytes) -> tuple[str, str] | str:
    """Return (time, who) of a stamp, or the sentence that says why it does not hold: the form in
    which the proof and signed.json are given a way to check one.
    """
    try:
        stamp = read(reply, digest)
    except RainbookError as refused:
        return str(refused)
    return stamp.time, stamp.authority


def ask_statement(statement: bytes) -> bytes:
    """Return a request for a time stamp of the book's own statement (docs/bundle-format.md, §2)."""
    return request(hashlib.sha256(statement).digest())


def keep_statement(
    statement: bytes, reply: bytes, *, roots: Sequence[x509.Certificate] = (), asked: bytes = b""
) -> Stamp:
    """Check the answer for a statement before it is kept. Raises as `read`."""
    return read(reply, hashlib.sha256(statement).digest(), roots=roots, asked=asked)


def roots_in(file: Path) -> tuple[x509.Certificate, ...]:
    """Return the certificates in a PEM file, at least one. Raises RootsNotRead."""
    try:
        if file.stat().st_size > LONGEST:
            raise ValueError
        return tuple(x509.load_pem_x509_certificates(file.read_bytes()))
    except (OSError, *UNREADABLE) as refused:
        raise RootsNotRead(
            f"{file.name} could not be read as certificates. It must be a text file (PEM) with one "
            "or more parts that begin with BEGIN CERTIFICATE."
        ) from refused

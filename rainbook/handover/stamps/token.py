"""Takes the answer of a time stamping authority apart (RFC 3161, RFC 5652), and checks nothing yet.

The one thing a reader would get wrong: every value here is what the answer claims. Only
`stamps.read` says which of it is signed, and by whom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm

from rainbook.handover.stamps.der import (
    OCTETS,
    OID,
    SEQUENCE,
    SET,
    TIME,
    NotDer,
    Value,
    identifier,
    number,
    only,
    wanted,
)
from rainbook.record import RainbookError

SIGNED_DATA = "1.2.840.113549.1.7.2"
TST_INFO = "1.2.840.113549.1.9.16.1.4"
GRANTED = (0, 1)  # 1: granted with changes; what was granted is checked all the same
LONGEST = 1 << 20
VERSIONS = (3, 4, 5)  # what is signed is not plain data (RFC 5652, 5.1)
MOST_CERTIFICATES = 16
UNREADABLE = (
    ValueError,
    TypeError,
    OverflowError,
    UnsupportedAlgorithm,
    x509.InvalidVersion,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)
"""What reading a damaged or strange certificate may raise, at once or when a part is asked for."""
_INSIDE_0, _INSIDE_1, _NAME_0 = 0xA0, 0xA1, 0x80
_TIME = re.compile(rb"(\d{14})(?:\.(\d*[1-9]))?Z")


class NotAStamp(RainbookError):
    """The file is no answer of a time stamping authority, or is damaged."""


class NotGranted(RainbookError):
    """The authority answered that it gives no time stamp."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who is said to have signed, and how: issuer (DER) and serial number, or the id of the key;
    the digest by its identifier, the way it is signed as it stands; the signed attributes by their
    identifiers.
    """

    issuer: bytes
    serial: int
    key_id: bytes
    digest: str
    way: Value
    signature: bytes
    signed: bytes
    attributes: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Token:
    """What an answer claims. `content`: the bytes of the TSTInfo; `nonce` None if there is none;
    `fraction`: the digits of the seconds behind the point.
    """

    content: bytes
    policy: str
    hash_kind: str
    hashed: bytes
    serial: int
    time: datetime
    fraction: str
    nonce: int | None
    certificates: tuple[x509.Certificate, ...]
    signer: Signer


def token_of(reply: bytes) -> Token:
    """Return what the answer (TimeStampResp, DER) claims. Raises NotAStamp, NotGranted."""
    if len(reply) > LONGEST:
        raise NotAStamp(f"The answer is larger than {LONGEST:,} bytes; no time stamp is.")
    try:
        return _token(_content_info(only(reply, SEQUENCE).parts()))
    except (NotDer, IndexError, *UNREADABLE) as strange:
        why = f" {strange}" if isinstance(strange, NotDer) else ""
        raise NotAStamp(
            "This is not the answer of a time stamping authority, or it was damaged on the way."
            f"{why} Ask the authority again, and keep the file exactly as it came."
        ) from strange


def _content_info(answer: list[Value]) -> Value:
    if not 1 <= len(answer) <= 2:
        raise NotDer("It has too many parts.")
    status = number(wanted(answer[0], SEQUENCE).parts()[0])
    if status not in GRANTED:
        said = _status_said(answer[0].parts()[1:])
        raise NotGranted(
            f"The authority gave no time stamp (its answer is number {status}{said}). Ask again "
            "later, or ask another one."
        )
    return wanted(answer[1], SEQUENCE)


def _status_said(parts: list[Value]) -> str:
    texts = parts[0].parts() if parts and parts[0].tag == SEQUENCE else []
    said = " ".join(t.inside.decode("utf-8", "replace") for t in texts)
    return f": {said[:200]}" if said else ""


def _token(info: Value) -> Token:
    kind, inside = _two(info.parts())
    if identifier(kind) != SIGNED_DATA:
        raise NotDer("It is not signed.")
    parts = only(wanted(inside, _INSIDE_0).inside, SEQUENCE).parts()
    kind, wrapped = _two(wanted(parts[2], SEQUENCE).parts())
    if identifier(kind) != TST_INFO:
        raise NotDer("What is signed in it is not a time stamp.")
    content = only(wanted(wrapped, _INSIDE_0).inside, OCTETS).inside
    certificates = [p for p in parts[3:-1] if p.tag == _INSIDE_0]
    signers = wanted(parts[-1], SET).parts()
    if len(signers) != 1:
        raise NotDer("It is not signed by exactly one.")
    signer = _signer(signers[0])
    listed = [algorithm(one) for one in wanted(parts[1], SET).parts()]
    if number(parts[0]) not in VERSIONS or signer.digest not in listed:
        raise NotDer("It is of another version, or does not name the digest it is signed with.")
    return _claims(content, _certificates(certificates), signer)


def _two(parts: list[Value]) -> tuple[Value, Value]:
    if len(parts) != 2:
        raise NotDer("Two values should stand together where others do.")
    return parts[0], parts[1]


def _certificates(found: list[Value]) -> tuple[x509.Certificate, ...]:
    inside = [one for value in found for one in value.parts() if one.tag == SEQUENCE]
    if len(inside) > MOST_CERTIFICATES:
        raise NotDer(f"It holds more than {MOST_CERTIFICATES} certificates.")
    return tuple(x509.load_der_x509_certificate(one.whole) for one in inside)


def _claims(content: bytes, certificates: tuple[x509.Certificate, ...], signer: Signer) -> Token:
    parts = only(content, SEQUENCE).parts()
    if number(parts[0]) != 1:
        raise NotDer("It is of another version.")
    imprint = wanted(parts[2], SEQUENCE).parts()
    time, fraction = _time(wanted(parts[4], TIME).inside)
    nonces = [number(p) for p in parts[5:] if p.tag == 0x02]
    return Token(
        content=content,
        policy=identifier(parts[1]),
        hash_kind=algorithm(imprint[0]),
        hashed=wanted(imprint[1], OCTETS).inside,
        serial=number(parts[3]),
        time=time,
        fraction=fraction,
        nonce=nonces[0] if nonces else None,
        certificates=certificates,
        signer=signer,
    )


def _time(written: bytes) -> tuple[datetime, str]:
    read = _TIME.fullmatch(written)
    if read is None:
        raise NotDer("Its time is not written as it must be.")
    when = datetime.strptime(read[1].decode("ascii"), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return when, (read[2] or b"").decode("ascii")


def _signer(value: Value) -> Signer:
    parts = wanted(value, SEQUENCE).parts()
    issuer, serial, key_id = b"", 0, b""
    if parts[1].tag == _NAME_0:
        key_id = parts[1].inside
    else:
        name, count = _two(wanted(parts[1], SEQUENCE).parts())
        issuer, serial = name.whole, number(count)
    signed = wanted(parts[3], _INSIDE_0)
    if number(parts[0]) != (3 if key_id else 1):
        raise NotDer("Its signature is of another version.")
    if len(parts) > 6 and (len(parts) > 7 or parts[6].tag != _INSIDE_1):
        raise NotDer("Its signature has too many parts.")
    return Signer(
        issuer=issuer,
        serial=serial,
        key_id=key_id,
        digest=algorithm(parts[2]),
        way=wanted(parts[4], SEQUENCE),
        signature=wanted(parts[5], OCTETS).inside,
        # what is signed is the set itself, under its ordinary tag (RFC 5652, 5.4)
        signed=bytes((SET,)) + signed.whole[1:],
        attributes=_attributes(signed),
    )


def algorithm(value: Value) -> str:
    """Return which one an AlgorithmIdentifier names. Raises NotDer."""
    return identifier(wanted(wanted(value, SEQUENCE).parts()[0], OID))


def _attributes(signed: Value) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for one in signed.parts():
        kind, values = _two(wanted(one, SEQUENCE).parts())
        inside = wanted(values, SET).parts()
        if identifier(kind) in found or len(inside) != 1:
            raise NotDer("A signed value stands in it twice.")
        found[identifier(kind)] = inside[0]
    return found

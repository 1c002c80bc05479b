"""Checks the signature of a time stamp, the certificate it was made with, and where that leads.

The one thing a reader would get wrong: a signature that holds under the certificate inside the
answer says only that the two belong together. Trust comes from roots the reader brings.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from rainbook.handover.stamps.der import (
    OCTETS,
    OID,
    SEQUENCE,
    NotDer,
    Value,
    identifier,
    number,
    only,
    wanted,
)
from rainbook.handover.stamps.token import TST_INFO, UNREADABLE, Token, algorithm
from rainbook.record import RainbookError

DIGESTS: dict[str, hashes.HashAlgorithm] = {
    "2.16.840.1.101.3.4.2.1": hashes.SHA256(),
    "2.16.840.1.101.3.4.2.2": hashes.SHA384(),
    "2.16.840.1.101.3.4.2.3": hashes.SHA512(),
}
PSS, MGF1 = "1.2.840.113549.1.1.10", "1.2.840.113549.1.1.8"
SIGNATURES: dict[str, tuple[type, hashes.HashAlgorithm | None]] = {
    "1.2.840.113549.1.1.1": (rsa.RSAPublicKey, None),
    "1.2.840.113549.1.1.11": (rsa.RSAPublicKey, hashes.SHA256()),
    "1.2.840.113549.1.1.12": (rsa.RSAPublicKey, hashes.SHA384()),
    "1.2.840.113549.1.1.13": (rsa.RSAPublicKey, hashes.SHA512()),
    "1.2.840.10045.4.3.2": (ec.EllipticCurvePublicKey, hashes.SHA256()),
    "1.2.840.10045.4.3.3": (ec.EllipticCurvePublicKey, hashes.SHA384()),
    "1.2.840.10045.4.3.4": (ec.EllipticCurvePublicKey, hashes.SHA512()),
}
"""Which key and which digest a signature is made with; None: the digest it names beside it."""
CONTENT_TYPE, MESSAGE_DIGEST = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"
CERT_V1, CERT_V2 = "1.2.840.113549.1.9.16.2.12", "1.2.840.113549.1.9.16.2.47"
LEAST_RSA = 2048
DEEPEST = 8
USUAL_SALT = 20  # bytes, where a signature does not say (RFC 4055, 3.1)
_VERSION = 0xA0
UNDERSTOOD = (x509.BasicConstraints, x509.KeyUsage, x509.ExtendedKeyUsage, x509.CertificatePolicies)


class StampNotSigned(RainbookError):
    """The signature of a time stamp does not hold, or its certificate is not one for stamps."""


def authority_of(token: Token) -> x509.Certificate:
    """Return the certificate the stamp says it was made with. Raises StampNotSigned."""
    for one in token.certificates:
        if _is_of(one, token):
            return one
    raise StampNotSigned(
        "The certificate of the authority is not in the answer. Ask again with the request as it "
        "was written here: it asks for the certificate."
    )


def _is_of(one: x509.Certificate, token: Token) -> bool:
    signer = token.signer
    if signer.key_id:
        try:
            held = one.extensions.get_extension_for_class(x509.SubjectKeyIdentifier)
        except (x509.ExtensionNotFound, *UNREADABLE):
            return False
        return held.value.digest == signer.key_id
    parts = only(one.tbs_certificate_bytes, SEQUENCE).parts()
    issuer = parts[3 if parts[0].tag == _VERSION else 2].whole
    return issuer == signer.issuer and one.serial_number == signer.serial


def signed_by(token: Token, leaf: x509.Certificate) -> None:
    """Check that the stamp is signed with the key of this certificate, which may sign stamps and
    was in force at its time. Raises StampNotSigned. Source: RFC 3161, 2.3 and 2.4.2; RFC 5816.
    """
    _for_stamps(leaf)
    _in_force(leaf, token.time)
    digest = _digest(token.signer.digest)
    said = token.signer.attributes
    try:
        kind = identifier(wanted(said[CONTENT_TYPE], OID))
        inside = wanted(said[MESSAGE_DIGEST], OCTETS).inside
        named = _names(said, leaf)
    except (KeyError, IndexError, NotDer) as missing:
        raise StampNotSigned(_BROKEN) from missing
    if kind != TST_INFO or inside != hashlib.new(digest.name, token.content).digest() or not named:
        raise StampNotSigned(_BROKEN)
    try:
        _verify(token, leaf, digest)
    except (InvalidSignature, IndexError, NotDer) as wrong:
        raise StampNotSigned(_BROKEN) from wrong


_BROKEN = (
    "The signature of this time stamp does not hold: something in it was changed after it was "
    "signed. Ask the authority again, and keep the file exactly as it came."
)


_WEAK = (
    "This time stamp is signed in a way that is too weak or is not known here. Ask an authority "
    "that signs with SHA-256 or better."
)


def _digest(kind: str) -> hashes.HashAlgorithm:
    if kind not in DIGESTS:
        raise StampNotSigned(_WEAK)
    return DIGESTS[kind]


def _verify(token: Token, leaf: x509.Certificate, digest: hashes.HashAlgorithm) -> None:
    key, signer = leaf.public_key(), token.signer
    kind = algorithm(signer.way)
    wants, own = SIGNATURES.get(kind, (type(None), None))
    strong = isinstance(key, rsa.RSAPublicKey) and key.key_size >= LEAST_RSA
    if isinstance(key, rsa.RSAPublicKey) and strong and kind == PSS:
        key.verify(signer.signature, signer.signed, *_pss(signer.way))
    elif isinstance(key, rsa.RSAPublicKey) and strong and wants is rsa.RSAPublicKey:
        key.verify(signer.signature, signer.signed, padding.PKCS1v15(), own or digest)
    elif isinstance(key, ec.EllipticCurvePublicKey) and wants is ec.EllipticCurvePublicKey:
        key.verify(signer.signature, signer.signed, ec.ECDSA(own or digest))
    else:
        raise StampNotSigned(_WEAK)


def _pss(way: Value) -> tuple[padding.PSS, hashes.HashAlgorithm]:
    """Return how an RSA signature with salt was made (RFC 4055, 3.1): one digest for both parts."""
    given = {p.tag: only(p.inside, p.inside[0]) for p in way.parts()[1].parts()}
    try:
        mask, kind = given[0xA1].parts()
        one, other = algorithm(given[0xA0]), algorithm(kind)
        salt = number(given[0xA2]) if 0xA2 in given else USUAL_SALT
    except KeyError as missing:  # a digest that is left out stands for SHA-1
        raise StampNotSigned(_WEAK) from missing
    if identifier(mask) != MGF1 or one != other or salt < 0:
        raise StampNotSigned(_WEAK)
    digest = _digest(one)
    return padding.PSS(padding.MGF1(digest), salt), digest


def _names(said: dict[str, Value], leaf: x509.Certificate) -> bool:
    """Return whether the signed values name this very certificate, by its hash (RFC 5816)."""
    whole = leaf.public_bytes(Encoding.DER)
    if CERT_V1 not in said and CERT_V2 not in said:
        return False
    named = True
    if CERT_V1 in said:
        one = _first_named(said[CERT_V1])
        # SHA-1 is what that form has; the signature above does not rest on it
        sha1 = hashlib.sha1(whole, usedforsecurity=False).digest()
        named = wanted(one[0], OCTETS).inside == sha1
    if CERT_V2 in said:
        one = _first_named(said[CERT_V2])
        kind = hashes.SHA256().name
        if one[0].tag == SEQUENCE:
            kind = _digest(identifier(one[0].parts()[0])).name
            one = one[1:]
        named = named and wanted(one[0], OCTETS).inside == hashlib.new(kind, whole).digest()
    return named


def _first_named(value: Value) -> list[Value]:
    certs = wanted(wanted(value, SEQUENCE).parts()[0], SEQUENCE).parts()
    return wanted(certs[0], SEQUENCE).parts()


def _for_stamps(leaf: x509.Certificate) -> None:
    """Raise unless time stamps are the one thing this certificate is for, and it must be heeded."""
    try:
        extensions = leaf.extensions
        use = extensions.get_extension_for_class(x509.ExtendedKeyUsage)
        right = use.critical and list(use.value) == [ExtendedKeyUsageOID.TIME_STAMPING]
        keys = [e.value for e in extensions if isinstance(e.value, x509.KeyUsage)]
        right = right and all(k.digital_signature or k.content_commitment for k in keys)
    except (x509.ExtensionNotFound, *UNREADABLE):
        right = False
    if not right:
        raise StampNotSigned(
            "The certificate in the answer is not one for time stamps. Whoever answered is not a "
            "time stamping authority; ask another one."
        )


def _in_force(one: x509.Certificate, when: datetime) -> None:
    if not one.not_valid_before_utc <= when <= one.not_valid_after_utc:
        raise StampNotSigned(
            f"The certificate of {one.subject.rfc4514_string()} was not in force at the time in "
            "the stamp. Ask another authority."
        )


def led_to(
    leaf: x509.Certificate, token: Token, roots: Sequence[x509.Certificate]
) -> x509.Certificate:
    """Return the one of the given roots that the certificate leads to, each step signed and in
    force at the time of the stamp. Raises StampNotSigned.
    """
    found = _climb(leaf, token, roots, 0, [])
    if found is None:
        raise StampNotSigned(
            f"The certificate of {leaf.subject.rfc4514_string()} does not lead to any of the "
            "certificates you trust. It may be a good one all the same: ask the authority for its "
            "root certificate, and check with them that it is theirs."
        )
    return found


def _climb(
    one: x509.Certificate,
    token: Token,
    roots: Sequence[x509.Certificate],
    steps: int,
    tried: list[x509.Certificate],
) -> x509.Certificate | None:
    """Go up from certificate to certificate. `tried`: each of them once, so that certificates which
    all vouch for one another cost no more than their number.
    """
    tried.append(one)
    if one in roots:
        return one
    for above in (*roots, *token.certificates):
        if above not in tried and steps < DEEPEST and _issued(one, above, token.time, steps):
            found = _climb(above, token, roots, steps + 1, tried)
            if found is not None:
                return found
    return None


def _issued(one: x509.Certificate, above: x509.Certificate, when: datetime, below: int) -> bool:
    """Return whether `above` may issue certificates, was in force, and issued `one`. `below`: how
    many certificates that issue others stand under it.
    """
    try:
        one.verify_directly_issued_by(above)
        _in_force(above, when)
        limits = above.extensions.get_extension_for_class(x509.BasicConstraints).value
        every = list(above.extensions)
    except (InvalidSignature, StampNotSigned, x509.ExtensionNotFound, *UNREADABLE):
        return False
    usage = [e.value for e in every if isinstance(e.value, x509.KeyUsage)]
    return (
        limits.ca
        and (limits.path_length is None or limits.path_length >= below)
        and all(u.key_cert_sign for u in usage)
        and all(isinstance(e.value, UNDERSTOOD) for e in every if e.critical)
    )

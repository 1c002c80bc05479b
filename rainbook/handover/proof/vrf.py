"""ECVRF-EDWARDS25519-SHA512-TAI (RFC 9381, suite 0x03): one index for each label, and its proof.

The one thing a reader would get wrong: the underlying library multiplies only points of the
subgroup of prime order, so a proof with any other point is refused here; the RFC would let some of
them pass, and no maker writes one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from nacl.bindings import (
    crypto_core_ed25519_add,
    crypto_core_ed25519_is_valid_point,
    crypto_core_ed25519_sub,
    crypto_scalarmult_ed25519_base_noclamp,
    crypto_scalarmult_ed25519_noclamp,
)
from nacl.exceptions import CryptoError

PROOF_BYTES = 80
_SUITE = b"\x03"
_FIELD = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_IDENTITY = b"\x01" + bytes(31)


@dataclass(frozen=True, slots=True)
class VrfKey:
    """A secret key, taken apart once. `public`: the 32 bytes that check its proofs."""

    public: bytes
    scalar: bytes
    nonce: bytes


def key_from(secret: bytes) -> VrfKey:
    """Return the key of 32 secret bytes (RFC 8032, 5.1.5)."""
    wide = bytearray(hashlib.sha512(secret).digest())
    wide[0] &= 248
    wide[31] = wide[31] & 127 | 64
    scalar = _scalar(int.from_bytes(wide[:32], "little") % _ORDER)
    return VrfKey(crypto_scalarmult_ed25519_base_noclamp(scalar), scalar, bytes(wide[32:]))


def usable(public: bytes) -> bool:
    """Return True for a point of the curve in the subgroup of prime order (so: not small)."""
    return len(public) == 32 and crypto_core_ed25519_is_valid_point(public)


def output(key: VrfKey, label: bytes) -> bytes:
    """Return beta (64 bytes) of a label."""
    point = _on_curve(key.public, label)
    return _beta(crypto_scalarmult_ed25519_noclamp(key.scalar, point))


def prove(key: VrfKey, label: bytes) -> bytes:
    """Return the proof pi (80 bytes) that a label has its output under this key."""
    point = _on_curve(key.public, label)
    gamma = crypto_scalarmult_ed25519_noclamp(key.scalar, point)
    k = int.from_bytes(hashlib.sha512(key.nonce + point).digest(), "little") % _ORDER
    u = crypto_scalarmult_ed25519_base_noclamp(_scalar(k))
    v = crypto_scalarmult_ed25519_noclamp(_scalar(k), point)
    c = _challenge(key.public, point, gamma, u, v)
    s = (k + int.from_bytes(c, "little") * int.from_bytes(key.scalar, "little")) % _ORDER
    return gamma + c + _scalar(s)


def verify(public: bytes, label: bytes, pi: bytes) -> bytes | None:
    """Return beta (64 bytes), or None where the proof is not one for this label and key."""
    if len(pi) != PROOF_BYTES or not usable(public) or not usable(pi[:32]):
        return None
    gamma, c, s = pi[:32], pi[32:48], pi[48:]
    if int.from_bytes(s, "little") >= _ORDER:
        return None
    wide = c + bytes(16)
    try:
        point = _on_curve(public, label)
        times_key = crypto_scalarmult_ed25519_noclamp(wide, public)
        times_gamma = crypto_scalarmult_ed25519_noclamp(wide, gamma)
        u = crypto_core_ed25519_sub(crypto_scalarmult_ed25519_base_noclamp(s), times_key)
        v = crypto_core_ed25519_sub(crypto_scalarmult_ed25519_noclamp(s, point), times_gamma)
    except CryptoError:  # a scalar of zero: nobody writes one
        return None
    return _beta(gamma) if c == _challenge(public, point, gamma, u, v) else None


def _scalar(number: int) -> bytes:
    return number.to_bytes(32, "little")


def _beta(gamma: bytes) -> bytes:
    return hashlib.sha512(_SUITE + b"\x03" + _times_eight(gamma) + b"\x00").digest()


def _challenge(*points: bytes) -> bytes:
    return hashlib.sha512(_SUITE + b"\x02" + b"".join(points) + b"\x00").digest()[:16]


def _on_curve(salt: bytes, label: bytes) -> bytes:
    """Return the point a label is turned into (RFC 9381, 5.4.1.1). Each try fails half the time."""
    for count in range(256):
        tried = hashlib.sha512(_SUITE + b"\x01" + salt + label + bytes((count, 0))).digest()[:32]
        if int.from_bytes(tried, "little") & (2**255 - 1) >= _FIELD:
            continue
        try:
            point = _times_eight(tried)
        except CryptoError:
            continue
        if point != _IDENTITY:
            return point
    raise ArithmeticError("No point was found for a label; this happens once in 2**256 labels.")


def _times_eight(point: bytes) -> bytes:
    for _ in range(3):
        point = crypto_core_ed25519_add(point, point)
    return point

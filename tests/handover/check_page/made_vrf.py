"""ECVRF-EDWARDS25519-SHA512-TAI (RFC 9381), the half that proves, by the affine law of the curve.

A few hundred points are all a test needs, so it is short and not fast.
"""

from __future__ import annotations

import hashlib
from functools import cache

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
Point = tuple[int, int]


def add(a: Point, b: Point) -> Point:
    (x1, y1), (x2, y2) = a, b
    k = D * x1 * x2 * y1 * y2 % P
    return (
        (x1 * y2 + x2 * y1) * pow(1 + k, -1, P) % P,
        (y1 * y2 + x1 * x2) * pow(1 - k, -1, P) % P,
    )


def times(n: int, a: Point) -> Point:
    made = (0, 1)
    for bit in bin(n)[2:]:
        made = add(made, made)
        if bit == "1":
            made = add(made, a)
    return made


def written(a: Point) -> bytes:
    return (a[1] | (a[0] & 1) << 255).to_bytes(32, "little")


def read(raw: bytes) -> Point | None:
    number = int.from_bytes(raw, "little")
    y, sign = number & (1 << 255) - 1, number >> 255
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return (P - x if x & 1 != sign else x, y)


BASE = read(bytes([0x58]) + bytes([0x66]) * 31)
assert BASE is not None


@cache
def vrf(secret: bytes, alpha: bytes) -> tuple[bytes, bytes, bytes]:
    """Return public key, pi and the first 32 bytes of beta (RFC 9381, suite 0x03)."""
    long = hashlib.sha512(secret).digest()
    x = int.from_bytes(long[:32], "little") & (1 << 254) - 8 | 1 << 254
    key = written(times(x, BASE))
    counter = 0
    while True:
        ready = hashlib.sha512(b"\3\1" + key + alpha + bytes([counter, 0])).digest()[:32]
        point = read(ready)
        if point and times(8, point) != (0, 1):
            break
        counter += 1
    h = times(8, point)
    gamma = times(x, h)
    nonce = int.from_bytes(hashlib.sha512(long[32:] + written(h)).digest(), "little") % Q
    points = [key, *map(written, (h, gamma, times(nonce, BASE), times(nonce, h)))]
    c = hashlib.sha512(b"\3\2" + b"".join(points) + b"\0").digest()[:16]
    s = (nonce + int.from_bytes(c, "little") * x) % Q
    beta = hashlib.sha512(b"\3\3" + written(times(8, gamma)) + b"\0").digest()
    return key, written(gamma) + c + s.to_bytes(32, "little"), beta[:32]

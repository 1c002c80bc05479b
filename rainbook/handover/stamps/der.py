"""Reads DER, the encoding of certificates and time stamps: strictly, and no more of it than those
need.

The one thing a reader would get wrong: everything that could be written in two ways is refused, so
the bytes a signature was made over are the bytes that were read.
"""

from __future__ import annotations

from dataclasses import dataclass

from rainbook.record import RainbookError

BOOLEAN, INTEGER, OCTETS, OID, SEQUENCE, SET = 0x01, 0x02, 0x04, 0x06, 0x30, 0x31
UTF8, TIME = 0x0C, 0x18
_LONGEST_LENGTH = 4


class NotDer(RainbookError):
    """The bytes are not DER, or not of the form that was expected."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its tag, the bytes inside it, and all its bytes."""

    tag: int
    inside: bytes
    whole: bytes

    def parts(self) -> list[Value]:
        """Return the values inside, in order. Raises NotDer."""
        found, rest = [], self.inside
        while rest:
            one = first(rest)
            found.append(one)
            rest = rest[len(one.whole) :]
        return found


def only(data: bytes, tag: int) -> Value:
    """Return the one value that `data` is, with nothing behind it. Raises NotDer."""
    value = first(data)
    if len(value.whole) != len(data):
        raise NotDer(f"{len(data) - len(value.whole)} bytes stand behind the end of it.")
    return wanted(value, tag)


def wanted(value: Value, tag: int) -> Value:
    """Return the value if it has this tag. Raises NotDer."""
    if value.tag != tag:
        raise NotDer(f"A value of kind {tag:#04x} should stand where one of {value.tag:#04x} does.")
    return value


def first(data: bytes) -> Value:
    """Return the value the bytes begin with. Raises NotDer."""
    if len(data) < 2 or data[0] & 0x1F == 0x1F:
        raise NotDer("It ends too early, or holds a kind of value that does not belong there.")
    start, size = 2, data[1]
    if size & 0x80:
        digits = size & 0x7F
        start += digits
        written = data[2:start]
        size = int.from_bytes(written, "big")
        if not 0 < digits <= _LONGEST_LENGTH or len(written) != digits:
            raise NotDer("A length in it is not written in the strict form (DER).")
        if written[0] == 0 or size < 0x80:
            raise NotDer("A length in it is written longer than it needs to be.")
    if len(data) < start + size:
        raise NotDer("It ends too early.")
    return Value(data[0], data[start : start + size], data[: start + size])


def number(value: Value) -> int:
    """Return an INTEGER. Raises NotDer."""
    inside = wanted(value, INTEGER).inside
    padded = len(inside) > 1 and (inside[0], inside[1] >> 7) in ((0, 0), (0xFF, 1))
    if not inside or padded:
        raise NotDer("A number in it is not written in the strict form (DER).")
    return int.from_bytes(inside, "big", signed=True)


def identifier(value: Value) -> str:
    """Return an OBJECT IDENTIFIER as numbers with dots. Raises NotDer."""
    inside = wanted(value, OID).inside
    if not inside or inside[-1] & 0x80:
        raise NotDer("An identifier in it is cut off.")
    found, held = [], 0
    for place, byte in enumerate(inside):
        if held == 0 and byte == 0x80 and (place == 0 or not inside[place - 1] & 0x80):
            raise NotDer("An identifier in it is not written in the strict form (DER).")
        held = held << 7 | byte & 0x7F
        if not byte & 0x80:
            found.append(held)
            held = 0
    top = min(found[0] // 40, 2)
    return ".".join(map(str, [top, found[0] - 40 * top, *found[1:]]))


def made(tag: int, inside: bytes) -> bytes:
    """Return a value as DER, of at most 127 bytes inside (all this program writes is shorter)."""
    if len(inside) > 0x7F:
        raise NotDer("This value is too long to be written here.")
    return bytes((tag, len(inside))) + inside

"""DER: what could be written in two ways is refused."""

from __future__ import annotations

from typing import Any

import pytest

from rainbook.handover.stamps.der import NotDer, first, identifier, made, number, only


@pytest.mark.parametrize(("data", "read", "says"), [
    ("", first, "too early"),
    ("3000ff", lambda d: only(d, 0x30), "1 bytes stand behind"),
    ("1f0100", first, "does not belong"),
    ("30810100", first, "longer than it needs"),
    ("3082000100", first, "longer than it needs"),
    ("3080", first, "strict form"),
    ("30850000000001", first, "strict form"),
    ("300500", first, "too early"),
    ("02020001", lambda d: number(first(d)), "strict form"),
    ("0202ffff", lambda d: number(first(d)), "strict form"),
    ("0200", lambda d: number(first(d)), "strict form"),
    ("0600", lambda d: identifier(first(d)), "cut off"),
    ("06022a86", lambda d: identifier(first(d)), "cut off"),
    ("06032a8001", lambda d: identifier(first(d)), "strict form"),
    ("020101", lambda d: identifier(first(d)), "should stand where"),
])
def test_der_that_could_be_written_in_another_way_is_refused(
    data: str, read: Any, says: str
) -> None:
    with pytest.raises(NotDer, match=says):
        read(bytes.fromhex(data))


@pytest.mark.parametrize(("data", "value"), [
    ("06092a864886f70d010702", "1.2.840.113549.1.7.2"),
    ("0603883703", "2.999.3"),
    ("06022a03", "1.2.3"),
    ("06012b", "1.3"),
])
def test_identifiers(data: str, value: str) -> None:
    assert identifier(first(bytes.fromhex(data))) == value


@pytest.mark.parametrize(("data", "value"), [("020100", 0), ("02017f", 127), ("02020080", 128),
                                             ("0201ff", -1), ("0202ff7f", -129)])
def test_numbers(data: str, value: int) -> None:
    assert number(first(bytes.fromhex(data))) == value


def test_a_value_too_long_to_be_written_here() -> None:
    assert made(0x04, bytes(127)) == b"\x04\x7f" + bytes(127)
    with pytest.raises(NotDer, match="too long"):
        made(0x04, bytes(128))

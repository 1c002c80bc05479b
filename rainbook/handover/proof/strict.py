"""Reads JSON that somebody hostile may have written, and takes nothing for granted.

The one thing a reader would get wrong: a key written twice, a number with a point, NaN and nesting
without end are refused, because two programs could read them as two different things.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from rainbook.handover.proof.forms import canonical
from rainbook.record import RainbookError

LARGEST = 256 << 20
MOST = 2**53 - 1  # what every program can count to
_HEX = re.compile(r"(?:[0-9a-f]{2})*")


class Refused(RainbookError):
    """Something in a proof does not hold; the text says what. `file`: where it was found."""

    def __init__(self, sentence: str, what: str = "changed", file: str = "proof/proof.json"):
        super().__init__(sentence)
        self.what, self.file = what, file


def unreadable(sentence: str) -> Refused:
    """Return the refusal of something that is not in the form of a proof."""
    return Refused(sentence, "unreadable")


def load(raw: bytes, whose: str) -> Any:
    """Return what the JSON says. `whose`: what it is called in a refusal. Raises Refused."""
    if len(raw) > LARGEST:
        raise unreadable(f"{whose} is larger than any this program writes.")
    try:
        return json.loads(
            raw.decode("ascii"),
            object_pairs_hook=_once,
            parse_float=_no_float,
            parse_constant=_no_float,
        )
    except (ValueError, RecursionError, MemoryError):
        raise unreadable(f"{whose} is not JSON in the form this program writes.") from None


def canonical_json(words: str, whose: str) -> Any:
    """Return what canonical JSON says. Raises Refused where it is written in any other way."""
    if not words.isascii():
        raise unreadable(f"{whose} holds characters it cannot hold.")
    value = load(words.encode("ascii"), whose)
    if canonical(value) != words:
        raise Refused(f"{whose} is not written in the one way it can be written.")
    return value


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found = list(pairs)
    made = dict(found)
    if len(made) != len(found):
        raise ValueError("a key stands twice")
    return made


def _no_float(_: str) -> NoReturn:
    raise ValueError("only whole numbers")


def fields(value: Any, whose: str, names: str) -> dict[str, Any]:
    """Return an object that has exactly these keys (separated by spaces)."""
    if not isinstance(value, dict) or set(value) != set(names.split()):
        raise unreadable(f"{whose} has not exactly the parts it must have.")
    return value


def several(value: Any, whose: str) -> list[Any]:
    """Return a list."""
    if not isinstance(value, list):
        raise unreadable(f"{whose} is not a list.")
    return value


def words(value: Any, whose: str) -> str:
    """Return text."""
    if not isinstance(value, str):
        raise unreadable(f"{whose} is not text.")
    return value


def number(value: Any, whose: str) -> int:
    """Return a whole number from 0 to 2**53 - 1."""
    if type(value) is not int or not 0 <= value <= MOST:
        raise unreadable(f"{whose} is not a number that can stand there.")
    return value


def hexed(value: Any, whose: str, size: int | None = 32) -> bytes:
    """Return the bytes of lower-case hex; `size` None: any number of them."""
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        raise unreadable(f"{whose} is not in hexadecimal digits.")
    if size is not None and len(value) != 2 * size:
        raise unreadable(f"{whose} has not {size} bytes.")
    return bytes.fromhex(value)


def hashes(value: Any, whose: str) -> tuple[bytes, ...]:
    """Return a list of 32-byte values."""
    return tuple(hexed(one, whose) for one in several(value, whose))

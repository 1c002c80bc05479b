"""The recovery code: 160 random bits a person can print, keep elsewhere, and type again.

The one thing a reader would get wrong: the check characters only find typing mistakes. They are
worked out from the code itself, they keep nobody out, and the code is never stored anywhere.
"""

from __future__ import annotations

import hashlib
import secrets

from rainbook.record import RainbookError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U."""
LINES, LINE_BYTES = 4, 5
_LOOKALIKES = str.maketrans({"I": "1", "L": "1", "O": "0"})
_LINE = 10  # characters of one line: 8 of code, 2 of check


class RecoveryLineWrong(RainbookError):
    """One line of the recovery code was typed wrong; the sentence says which."""


class RecoveryCodeLength(RainbookError):
    """The recovery code has too few or too many characters."""


def new_code() -> str:
    """Return a fresh code: four lines of `XXXX-XXXX-CC`, the last two characters a check."""
    return code_from(secrets.token_bytes(LINES * LINE_BYTES))


def code_from(data: bytes) -> str:
    """Return the written code for 20 bytes."""
    lines = []
    for number in range(LINES):
        part = data[number * LINE_BYTES:(number + 1) * LINE_BYTES]
        text = _text(int.from_bytes(part, "big"), 8)
        lines.append(f"{text[:4]}-{text[4:]}-{_check(number, part)}")
    return "\n".join(lines)


def code_bytes(typed: str) -> bytes:
    """Return the 20 bytes of a typed code.

    Case, spaces, hyphens and look-alike letters do not matter.

    Raises RecoveryCodeLength, RecoveryLineWrong (names the first line that is wrong).
    """
    kept = "".join(c for c in typed.upper() if not c.isspace() and c not in "-–—")
    kept = kept.translate(_LOOKALIKES)
    if len(kept) != LINES * _LINE:
        raise RecoveryCodeLength(
            f"The recovery code has {len(kept)} characters; it must have {LINES * _LINE}:"
            f" {LINES} lines of {_LINE}. Type all the lines of the sheet."
        )
    made = b""
    for number in range(LINES):
        line = kept[number * _LINE:(number + 1) * _LINE]
        made += _line_bytes(number, line)
    return made


def recovery_sheet_text(code: str, mark: str) -> str:
    """Return the plain text of the sheet to print: the code, the mark, and how to use them."""
    numbered = "\n".join(f"    {n}.  {line}" for n, line in enumerate(code.splitlines(), 1))
    return (
        "RECOVERY SHEET\n\n"
        "These four lines open your book when the passphrase is lost. Anyone who has both this\n"
        "sheet and the folder can read everything. Keep the sheet away from the computer, with\n"
        "somebody you trust. It is shown once and is not kept anywhere else.\n\n"
        f"{numbered}\n\n"
        "The last two characters of each line are a check on your typing.\n\n"
        "Mark of the book when this sheet was made:\n\n"
        f"    {mark}\n\n"
        "Give the mark when the book is checked: the check then also finds whether the whole\n"
        "folder was put back to an earlier copy.\n"
    )


def _line_bytes(number: int, line: str) -> bytes:
    wrong = RecoveryLineWrong(
        f"Line {number + 1} of the recovery code does not read as it was printed. Look at line"
        f" {number + 1} of the sheet and type it again."
    )
    value = 0
    for character in line[:8]:
        place = ALPHABET.find(character)
        if place < 0:
            raise wrong
        value = value * 32 + place
    part = value.to_bytes(LINE_BYTES, "big")
    if line[8:] != _check(number, part):
        raise wrong
    return part


def _check(number: int, part: bytes) -> str:
    """Ten bits of SHA-256 over the line's number and bytes.

    Lines in the wrong order are found too.
    """
    digest = hashlib.sha256(b"book 1 line" + bytes([number]) + part).digest()
    return _text(int.from_bytes(digest[:2], "big") >> 6, 2)


def _text(value: int, length: int) -> str:
    return "".join(ALPHABET[value >> 5 * place & 31] for place in range(length - 1, -1, -1))

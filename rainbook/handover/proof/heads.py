"""What an original and a book are hashed to: file, reading, head, and the signed statement.

The one thing a reader would get wrong: a statement speaks of the files and of their trees apart. A
later version of a reader changes the trees and never the files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rainbook.handover.proof.forms import (
    FILE,
    FILES,
    HEAD,
    HEADS,
    READING,
    TOLD,
    canonical,
    hashed,
    text,
    u64,
)
from rainbook.handover.proof.seeds import blind

SIGNED_AS = b"rainbook proof 1\n"
"""Stands before the statement when it is signed, so that no other signature can be taken for it."""


def file_hash(hidden_by: bytes, sha256: str, size: int) -> bytes:
    """Return F. `hidden_by`: blind("file")."""
    return hashed(FILE, hidden_by, bytes.fromhex(sha256), u64(size))


def reading_hash(hidden_by: bytes, reading: str) -> bytes:
    """Return G. `hidden_by`: blind("reading")."""
    return hashed(READING, hidden_by, text(reading))


def reading_text(
    seed: bytes,
    name: str,
    readings: Mapping[str, Mapping[str, str]],
    tool: str,
    records: int,
    unread: tuple[int, int],
) -> str:
    """Return how an original was read, as it is hashed. `readings`: by member, "" the original
    itself; `unread`: how many stretches could not be read, and how many bytes.
    """
    told = canonical({"name": name, "readings": {k: dict(v) for k, v in readings.items()}})
    return canonical(
        {
            "records": records,
            "told": hashed(TOLD, blind("told", seed), text(told)).hex(),
            "tool": tool,
            "unread": list(unread),
        }
    )


def head_hash(file: bytes, reading: bytes, threads: int, key: bytes, root: bytes) -> bytes:
    """Return O, the head of an original."""
    return hashed(HEAD, file, reading, u64(threads), key, root)


def files_hash(files: Sequence[bytes]) -> str:
    """Return what a statement says of the F of its originals, in hex."""
    return hashed(FILES, u64(len(files)), *files).hex()


def heads_hash(heads: Sequence[bytes]) -> str:
    """Return what a statement says of the O of its originals, in hex."""
    return hashed(HEADS, u64(len(heads)), *heads).hex()


def statement_of(
    files: Sequence[bytes], heads: Sequence[bytes], facts: Mapping[str, str]
) -> str:
    """Return the statement. `facts`: `sealed`, when the last original was sealed, and `log`, the
    mark of the log after that entry.
    """
    said: dict[str, Any] = {
        "proof": 1,
        "originals": len(files),
        "files": files_hash(files),
        "heads": heads_hash(heads),
        "sealed": facts["sealed"],
        "log": facts["log"],
    }
    return canonical(said)


def fingerprint(key: bytes) -> str:
    """Return the short form of a public key that people compare: 32 hex digits in fours."""
    digits = hashed(key).hex()[:32]
    return " ".join(digits[at : at + 4] for at in range(0, 32, 4))

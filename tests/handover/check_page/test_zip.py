"""Records inside a container: kinds the page reads, and containers made to lead it astray.

The one thing a reader would get wrong: every bundle here is sealed and signed by the holder of the
key, so nothing but the container itself is at fault.
"""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LINES = [b"Sam: hello\n", b"Asha: please stop\n", b"Sam: no\n" * 5000]
CHAT = b"".join(LINES)


def packed(name: str = "_chat.txt", method: int = zipfile.ZIP_DEFLATED, **more: Any) -> bytes:
    """Return a container of two members; `more`: zip64, comment."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", method) as container:
        container.writestr("other.bin", bytes(range(256)) * 40)
        with container.open(name, "w", force_zip64=more.get("zip64", False)) as member:
            member.write(CHAT)
        container.comment = more.get("comment", b"")
    return raw.getvalue()


def entry_at(raw: bytes) -> int:
    """Return where the directory's entry of _chat.txt begins."""
    return raw.rindex(b"PK\1\2")


def patched(raw: bytes, place: int, form: str, value: int) -> bytes:
    size = struct.calcsize(form)
    return raw[:place] + struct.pack(form, value) + raw[place + size :]


GOOD: dict[str, tuple[str, bytes]] = {
    "deflated": ("_chat.txt", packed()),
    "stored": ("_chat.txt", packed(method=zipfile.ZIP_STORED)),
    "name in UTF-8": ("WhatsApp mit Sára.txt", packed("WhatsApp mit Sára.txt")),
    "name in an old code page": (
        "Chat \u0393.txt",
        packed("Chat Z.txt").replace(b"Z.t", b"\xe2.t"),
    ),
    "64-bit sizes": ("_chat.txt", packed(zip64=True)),
    "a comment that looks like an end": ("_chat.txt", packed(comment=b"xx PK\5\6 xx")),
    "bytes in front": ("_chat.txt", b"#!/bin/sh\n" + packed()),
}
BAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "not a zip": (lambda raw: b"x" * 500, "Does not hold"),
    "empty": (lambda raw: b"", "Does not hold"),
    "two members of one name": (
        lambda raw: raw.replace(b"other.bin", b"_chat.txt"), "Does not hold",
    ),
    "cut off": (lambda raw: raw[:-30], "Does not hold"),
    "packed bytes damaged": (
        lambda raw: patched(raw, raw.index(b"_chat.txt") + 40, "<I", 0xFFFFFFFF), "Does not hold",
    ),
    "size said to be smaller": (
        lambda raw: patched(raw, entry_at(raw) + 24, "<I", 20), "Does not hold",
    ),
    "packed size beyond the file": (
        lambda raw: patched(raw, entry_at(raw) + 20, "<I", 1 << 30), "Does not hold",
    ),
    "place beyond the file": (
        lambda raw: patched(raw, entry_at(raw) + 42, "<I", 1 << 30), "Does not hold",
    ),
    "name longer than the directory": (
        lambda raw: patched(raw, entry_at(raw) + 28, "<H", 0xFFFF), "Does not hold",
    ),
    "more members than there are": (
        lambda raw: patched(raw, len(raw) - 12, "<H", 3), "Does not hold",
    ),
    "a password": (lambda raw: patched(raw, entry_at(raw) + 8, "<H", 1), "Could not be checked"),
    "a way of packing not known": (
        lambda raw: patched(raw, entry_at(raw) + 10, "<H", 12), "Could not be checked",
    ),
}  # fmt: skip


def bundle_of(folder: Path, data: bytes, member: str, made: Any, story: Any) -> Path:
    """Write a bundle with this one container, its chat's lines all given."""
    label, places, start = made.named("Sam"), [], 0
    for line in LINES:
        places.append((label, member, start, start + len(line)))
        start += len(line)
    one = made.Original(data, places, {member: CHAT}, {label: None})
    one.where = {"whole": "exhibits/AB1.zip"}
    for name in ("exhibits", "messages", "proof"):
        (folder / name).mkdir(parents=True)
    (folder / "exhibits/AB1.zip").write_bytes(data)
    with (folder / "messages/chronology.csv").open("w", encoding="utf-8-sig", newline="") as out:
        rows = csv.writer(out, lineterminator="\r\n")
        columns = ["inside", "byte_start", "byte_end", "original_sha256", "apostrophe_added_in"]
        rows.writerow(columns)
        rows.writerows([path, low, high, made.H(data).hex(), ""] for _, path, low, high in places)
    story.put(folder, made.proof_of([one], [(label, "Sam Reed")], story.KEY))
    made.seal(folder, story.KEY)
    return folder


@pytest.mark.parametrize("kind", GOOD)
def test_records_in_this_kind_of_container_are_read(
    kind: str, checker: Any, tmp_path: Path, made: Any, story: Any
) -> None:
    member, data = GOOD[kind]
    found = checker.check(bundle_of(tmp_path / "bundle", data, member, made, story))
    assert found.failing() == set()
    assert "3 records are given. They are all the records" in found.text


@pytest.mark.parametrize("how", BAD)
def test_a_container_made_to_mislead_does_not_hold(
    how: str, checker: Any, tmp_path: Path, made: Any, story: Any
) -> None:
    spoil, answer = BAD[how]
    data = spoil(packed())
    assert data != packed()
    found = checker.check(bundle_of(tmp_path / "bundle", data, "_chat.txt", made, story))
    assert found.checks["proof-records"] == answer
    assert found.failing() <= {"proof-records"}
    assert "What was given" not in found.text

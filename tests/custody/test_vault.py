"""Sealing, reading back, deciding and logging: what a vault promises when nothing goes wrong."""

from __future__ import annotations

import hashlib
import io
import random
import tracemalloc
import zipfile
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from rainbook.custody import (
    BookClosed,
    NoSuchOriginal,
    OriginalDamaged,
    OriginalMissing,
    ReadOnly,
    SealDamaged,
    SourceUnreadable,
    TableDamaged,
    Vault,
)
from rainbook.record import Original, Setting

PASSPHRASE = "five blue kettles sing"
CHUNK = 65_536
ABOUT = {"by": "A. Bell", "came_from": "my phone", "how": "export chat", "own": "yes"}


def put(vault: Vault, data: bytes, name: str = "notes.txt") -> Original:
    return vault.seal(io.BytesIO(data), name, **ABOUT)


def stored(vault: Vault, original: Original) -> Path:
    return vault._book.path_of(original.sha256)


@pytest.mark.parametrize("size", [
    0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 16 * CHUNK, 16 * CHUNK + 1, 3_000_000,
])
def test_an_original_comes_back_byte_for_byte(vault: Vault, size: int) -> None:
    data = random.Random(size).randbytes(size)
    kept = put(vault, data)
    assert (kept.sha256, kept.size) == (hashlib.sha256(data).hexdigest(), size)
    assert stored(vault, kept).stat().st_size == 83 + size + 16 * max(1, -(-size // CHUNK))
    with vault.open_original(kept.sha256) as file:
        assert file.read() == data
        assert b"".join(file.blocks()) == data
    assert list(vault.verify()) == []


@pytest.mark.parametrize(("start", "length"), [
    (0, 0), (0, 1), (CHUNK - 1, 2), (CHUNK, CHUNK), (1, 3 * CHUNK), (199_999, 5), (200_000, 5),
    (500_000, 1), (0, 10**12),
])
def test_any_place_of_an_original_can_be_read(vault: Vault, start: int, length: int) -> None:
    data = random.Random(1).randbytes(200_000)
    kept = put(vault, data)
    with vault.open_original(kept.sha256) as file:
        assert file.read_at(start, length) == data[start:start + length]
        file.seek(start)
        assert file.read(length) == data[start:start + length]
        assert file.tell() == min(start + length, max(start, 200_000))


def test_an_original_is_a_file_to_the_standard_library(vault: Vault) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("chat.txt", "first line\nsecond line\n" * 9000)
    kept = put(vault, packed.getvalue())
    with vault.open_original(kept.sha256) as file, zipfile.ZipFile(file) as archive:
        assert archive.read("chat.txt").count(b"\n") == 18_000
    text = put(vault, b"one\ntwo\n" + b"x" * CHUNK + b"\nend")
    with vault.open_original(text.sha256) as file:
        assert [len(line) for line in file] == [4, 4, CHUNK + 1, 3]
        file.seek(-3, io.SEEK_END)
        assert file.read1() == b"end"
        with pytest.raises(ValueError, match="before the start"):
            file.seek(-1)
        with pytest.raises(io.UnsupportedOperation):
            file.write(b"x")


def test_what_is_known_about_an_original_is_kept(vault: Vault, folder: Path) -> None:
    kept = put(vault, b"a line\n", "Chat with R \udcff\u202e.txt")
    assert kept == Original(
        sha256=hashlib.sha256(b"a line\n").hexdigest(), size=7, name="Chat with R \udcff\u202e.txt",
        received="2026-03-01T09:01:00+00:00", by="A. Bell", came_from="my phone",
        how="export chat", own="yes",
    )
    vault.close()
    with Vault.open(folder, PASSPHRASE) as again:
        assert again.originals() == (kept,)


def test_the_same_bytes_again_are_one_original_received_twice(vault: Vault, folder: Path) -> None:
    first = put(vault, b"a line\n", "chat.txt")
    assert put(vault, b"a line\n", "chat (1).txt") == first
    assert vault.originals() == (first,)
    assert [(r.kind, r.body.get("name")) for r in vault.log()[1:]] == [
        ("sealed", "chat.txt"), ("received again", "chat (1).txt")]
    assert sum(p.is_file() for p in (folder / "originals").rglob("*")) == 1


@pytest.mark.parametrize("harm", ["gone", "flipped", "cut"])
def test_the_same_bytes_again_put_a_damaged_original_back(vault: Vault, harm: str) -> None:
    data = b"a line\n" * 20_000
    path = stored(vault, kept := put(vault, data))
    whole = path.read_bytes()
    path.write_bytes({"gone": b"", "flipped": whole[:-1] + b"\0", "cut": whole[:900]}[harm])
    if harm == "gone":
        path.unlink()
    assert len(list(vault.verify())) == 1
    put(vault, data)
    assert list(vault.verify()) == []
    assert vault.open_original(kept.sha256).read() == data
    assert "put_back" in vault.log()[-1].body


def test_a_missing_a_damaged_and_an_unknown_original_are_told_apart(vault: Vault) -> None:
    path = stored(vault, kept := put(vault, b"a line\n" * 20_000))
    with pytest.raises(NoSuchOriginal):
        vault.open_original("00" * 32)
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + bytes([whole[100] ^ 0xFF]) + whole[101:])
    with vault.open_original(kept.sha256) as file:
        with pytest.raises(SealDamaged):
            file.read_at(5, 1)
        assert file.read_at(CHUNK, 7) == (b"a line\n" * 20_000)[CHUNK:CHUNK + 7]
    path.write_bytes(b"\0" + whole[1:])
    with pytest.raises(OriginalDamaged, match="Add the same file again"):
        vault.open_original(kept.sha256)
    path.unlink()
    with pytest.raises(OriginalMissing, match="Add the same file again"):
        vault.open_original(kept.sha256)


class Broken(io.RawIOBase):
    """A memory card pulled out in the middle."""

    def readable(self) -> bool:
        return True

    seen = False

    def readinto(self, buffer: bytearray) -> int:
        if self.seen:
            raise OSError(5, "Input/output error")
        self.seen = True
        return len(buffer)


def test_a_source_that_breaks_off_leaves_nothing(vault: Vault, folder: Path) -> None:
    with pytest.raises(SourceUnreadable, match="Nothing was added"):
        vault.seal(cast(BinaryIO, Broken()), "card.bin", **ABOUT)
    assert vault.originals() == ()
    assert list(vault.verify()) == []
    assert list((folder / "originals").iterdir()) == []


class Zeros:
    """So many zero bytes, never all at once, in uneven pieces."""

    def __init__(self, left: int) -> None:
        self.left = left

    def read(self, size: int = -1) -> bytes:
        now = min(self.left, 700_001 if size < 0 else min(size, 700_001))
        self.left -= now
        return bytes(now)


def test_sealing_and_reading_take_the_same_memory_for_any_size(vault: Vault) -> None:
    seen: list[int] = []
    tracemalloc.start()
    kept = vault.seal(cast(BinaryIO, Zeros(100_000_000)), "big.bin", **ABOUT, progress=seen.append)
    with vault.open_original(kept.sha256) as file:
        assert sum(len(block) for block in file.blocks()) == 100_000_000
    assert list(vault.verify()) == []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12_000_000
    assert seen == sorted(seen)
    assert seen[-1] == 100_000_000


def test_tables_are_kept_replaced_and_lost_without_loss(vault: Vault) -> None:
    kept = put(vault, b"a line\n")
    assert vault.table(kept.sha256) is None
    for blob in (b"", b"one", b"x" * 300_000):
        vault.keep_table(kept.sha256, blob)
        assert vault.table(kept.sha256) == blob
    vault.keep_table(kept.sha256, (bytes([n]) * 70_000 for n in range(3)))
    assert vault.table(kept.sha256) == b"\0" * 70_000 + b"\1" * 70_000 + b"\2" * 70_000
    assert list(vault.verify()) == []
    path = vault._book.table_path_of(kept.sha256)
    for harmed in (path.read_bytes() + b"\0", path.read_bytes()[:-1], b"short"):
        path.write_bytes(harmed)
        with pytest.raises(TableDamaged):
            vault.table(kept.sha256)
        assert [f.place.partition(",")[0] for f in vault.verify()] == [f"tables/{path.name}"]
    path.unlink()
    assert vault.table(kept.sha256) is None
    assert list(vault.verify()) == []


def test_a_book_open_for_reading_changes_nothing(vault: Vault, folder: Path) -> None:
    kept = put(vault, b"a line\n")
    vault.close()
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    with Vault.open(folder, PASSPHRASE, read_only=True) as reader:
        assert reader.open_original(kept.sha256).read() == b"a line\n"
        assert list(reader.verify()) == []
        with pytest.raises(ReadOnly):
            put(reader, b"another\n")
        with pytest.raises(ReadOnly):
            reader.decide(Setting("zone", "Europe/London"), "A. Bell", "")
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_a_closed_book_takes_and_gives_nothing(vault: Vault) -> None:
    kept = put(vault, b"a line\n")
    vault.close()
    with pytest.raises(BookClosed):
        put(vault, b"another\n")
    for read in (vault.open_original, vault.table):
        with pytest.raises(BookClosed):
            read(kept.sha256)
    with pytest.raises(BookClosed):
        list(vault.verify())
    assert vault._book.master == b""

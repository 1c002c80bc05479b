"""Sealing a file as it was received, reading it back, and checking every byte of it.

The one thing a reader would get wrong: the original is in its place and on the disk before its
entry is written. A stop in between leaves a whole sealed file that was never reported as sealed:
"unfinished".
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag

from rainbook.custody.book import Book
from rainbook.custody.disk import NEW, refused
from rainbook.custody.faults import Fault
from rainbook.custody.stream import (
    CHUNK,
    HEADER,
    ORIGINAL,
    STEP,
    TABLE,
    TAG,
    SealDamaged,
    SealedFile,
    Sealing,
)
from rainbook.record import Original, RainbookError

BLOCK = 1 << 20
COMPARED = 64  # how many damaged chunks are compared to find out whether they changed places
Progress = Callable[[int], None]
"""Told how many bytes are done so far."""


class SourceUnreadable(RainbookError):
    """The file to be added could not be read to its end; nothing was added."""


class NoSuchOriginal(RainbookError):
    """No original with that SHA-256 was ever sealed in this book."""


class OriginalMissing(RainbookError):
    """The sealed file is not in the folder any more."""


class OriginalDamaged(RainbookError):
    """The sealed file is not as it was sealed."""


class TableDamaged(RainbookError):
    """A kept table cannot be read; it can be worked out again from its original."""


def seal(
    book: Book, stream: BinaryIO, about: dict[str, str], by: str, progress: Progress | None
) -> Original:
    """Read `stream` once to its end, store it encrypted, log it; return what is known about it.

    `about` holds name, came_from, how and own. Bytes already held give the existing Original
    and an entry that they came again. Raises SourceUnreadable, DiskFull, DiskRefused,
    BookDamaged, ReadOnly.
    """
    book.may_write()
    new = book.folder / "originals" / (secrets.token_hex(16) + NEW)
    try:
        sha256, size = _store(book, new, stream, progress)
        with book.guard:  # the same bytes from two threads are one original
            return _place(book, new, sha256, {"sha256": sha256, "size": size, **about}, by)
    except OSError as error:
        raise refused(error, "storing the file") from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _store(
    book: Book, new: Path, stream: BinaryIO, progress: Progress | None
) -> tuple[str, int]:
    digest = hashlib.sha256()
    with book.disk.create(new) as file:
        sealing = Sealing(book.disk, file, ORIGINAL, book.keys.file_wrap)
        for block in _blocks(stream):
            digest.update(block)
            sealing.add(block)
            if progress:
                progress(sealing.size)
        sha256 = digest.hexdigest()
        sealing.finish(book.name_of(sha256))
    return sha256, sealing.size


def _blocks(stream: BinaryIO) -> Iterator[memoryview]:
    """Yield the stream in pieces; each is only good until the next is asked for."""
    into: Callable[[bytearray], int] | None = getattr(stream, "readinto", None)
    buffer = bytearray(BLOCK if into else 0)
    while True:
        try:
            if into:
                block = memoryview(buffer)[:into(buffer) or 0]
            else:
                block = memoryview(stream.read(BLOCK))
        except OSError as error:
            raise SourceUnreadable(
                f"The file could not be read to its end ({error.strerror or error}). Nothing was"
                " added. Copy the file to this computer again and add the copy."
            ) from error
        if not block:
            return
        yield block


def _place(book: Book, new: Path, sha256: str, body: dict[str, object], by: str) -> Original:
    path, known = book.path_of(sha256), book.originals.get(sha256)
    if known is not None:
        wrong = list(check_original(book, known))
        if wrong:
            body["put_back"] = wrong[0].sentence
            _move(book, new, path)
        book.add("received again", by, body)
        return known
    _move(book, new, path)
    try:
        book.add("sealed", by, body)
    except RainbookError:
        if not book.chain.broken:
            book.disk.remove(path)
        raise
    return book.originals[sha256]


def _move(book: Book, new: Path, path: Path) -> None:
    book.disk.folder(path.parent)
    book.disk.replace(new, path)
    book.disk.flush_folder(path.parent)


def open_original(book: Book, sha256: str) -> SealedFile:
    """Return the original as a seekable file; its plain bytes are only ever in memory.

    Raises NoSuchOriginal, OriginalMissing, OriginalDamaged; reading raises SealDamaged.
    """
    book.may_read()
    known = book.originals.get(sha256)
    if known is None:
        raise NoSuchOriginal(f"This book holds no file with the SHA-256 {sha256}.")
    try:
        return SealedFile(
            book.path_of(sha256), ORIGINAL, book.keys.file_wrap, book.name_of(sha256))
    except FileNotFoundError:
        raise OriginalMissing(
            f"The sealed file of {known.name!r} is not in the folder any more. Add the same file"
            " again, or put the folder back from a copy."
        ) from None
    except SealDamaged as damaged:
        raise OriginalDamaged(
            f"The sealed file of {known.name!r} is damaged: {damaged}. Add the same file again, or"
            " put the folder back from a copy."
        ) from damaged
    except OSError as error:
        raise refused(error, "reading a sealed file") from error


def keep_table(book: Book, sha256: str, blob: bytes | Iterable[bytes]) -> None:
    """Keep what was worked out from an original, encrypted; it can be lost without loss."""
    book.may_write()
    path = book.table_path_of(sha256)
    new = path.with_name(secrets.token_hex(16) + NEW)
    try:
        with book.disk.create(new) as file:
            sealing = Sealing(book.disk, file, TABLE, book.keys.table_wrap)
            for block in [blob] if isinstance(blob, bytes | bytearray | memoryview) else blob:
                sealing.add(block)
            sealing.finish(book.table_name_of(sha256))
        book.disk.replace(new, path)
        book.disk.flush_folder(path.parent)
    except OSError as error:
        raise refused(error, "keeping a table") from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def table(book: Book, sha256: str) -> bytes | None:
    """Return the kept table of an original, None where there is none. Raises TableDamaged."""
    book.may_read()
    damaged = TableDamaged(
        "A kept table cannot be read. It is worked out again from its original; nothing is lost.")
    try:
        with open_table(book, sha256) as kept:
            if kept.extra:
                raise damaged
            return kept.read()
    except FileNotFoundError:
        return None
    except SealDamaged as error:
        raise damaged from error
    except OSError as error:
        raise refused(error, "reading a kept table") from error


def open_table(book: Book, sha256: str) -> SealedFile:
    """Open a kept table; raises FileNotFoundError, SealDamaged."""
    return SealedFile(
        book.table_path_of(sha256), TABLE, book.keys.table_wrap, book.table_name_of(sha256))


def check_original(
    book: Book, known: Original, progress: Progress | None = None
) -> Iterator[Fault]:
    """Decrypt every byte of an original and compare SHA-256 and size with the log."""
    path = book.path_of(known.sha256)
    place = path.relative_to(book.folder).as_posix()
    named = f"The sealed file of {known.name!r}"
    try:
        with SealedFile(path, ORIGINAL, book.keys.file_wrap, path_name(path)) as file:
            wrong, sha256 = check_seal(file, place, named, progress)
            yield from wrong
            if not wrong and (sha256 != known.sha256 or file.size != known.size):
                yield Fault("changed", place, f"{named} holds other bytes than were sealed.")
    except FileNotFoundError:
        yield Fault("missing", place, f"{named} is not in the folder any more.")
    except SealDamaged as damaged:
        yield Fault(damaged.kind, place, f"{named}: {damaged}.")
    except OSError as error:
        yield Fault("unreadable", place, f"{named} could not be read ({error.strerror}).")


def path_name(path: Path) -> bytes:
    """Return the 32 bytes a sealed file's own file name stands for."""
    return bytes.fromhex(path.name)


def check_seal(
    file: SealedFile, place: str, named: str, progress: Progress | None = None
) -> tuple[list[Fault], str]:
    """Return what is wrong with a sealed file, chunk by chunk.

    The SHA-256 of its plain bytes.
    """
    digest, bad, done = hashlib.sha256(), [], 0
    for number in range(file.chunks):
        try:
            plain = file.plain(number, file.stored(number))
            digest.update(plain)
            done += len(plain)
        except InvalidTag:
            bad.append(number)
            done += CHUNK
        if progress and number % 16 == 15:
            progress(min(done, file.size))
    faults = [_chunk_fault(file, bad, place, named)] if bad else []
    if file.extra > 0:
        faults.append(Fault("added", place, f"{named} has {file.extra} bytes more at its end than"
                            " were sealed."))
    return faults, digest.hexdigest()


def _chunk_fault(file: SealedFile, bad: list[int], place: str, named: str) -> Fault:
    start, end = HEADER + bad[0] * STEP, HEADER + bad[-1] * STEP + STEP
    where = f"{place}, bytes {start} to {min(end, HEADER + file.size + TAG * file.chunks)}"
    few = bad[:COMPARED]
    moved = any(_opens_as(file, one, other) for one in few for other in few if one != other)
    if file.extra < 0:
        if moved:
            return Fault("missing", where, f"{named}: {-file.extra} bytes are missing from it.")
        return Fault("cut", where, f"{named} was cut: {-file.extra} bytes are missing at its end.")
    if moved:
        return Fault("reordered", where, f"{named}: parts of it have changed places.")
    count = "1 part" if len(bad) == 1 else f"{len(bad)} parts"
    return Fault("changed", where, f"{named}: {count} of 64 KiB in this stretch was changed.")


def _opens_as(file: SealedFile, stored: int, number: int) -> bool:
    try:
        file.plain(number, file.stored(stored, number))
    except InvalidTag:
        return False
    return True

"""Takes pictures and recordings of disclosed records out of a container, each as an exhibit that
opens alone.

The one thing a reader would get wrong: the name inside the container is hostile text and never
names a file; the ending comes from the first bytes of the content, not from that name.
"""

from __future__ import annotations

import hashlib
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from rainbook.record import Event, Exhibit

BLOCK = 1 << 20
LARGEST = 4 << 30  # bytes of one attachment unpacked
STARTS: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"\xff\xd8\xff", "photo", ".jpg"),
    (0, b"\x89PNG\r\n\x1a\n", "photo", ".png"),
    (0, b"GIF8", "photo", ".gif"),
    (8, b"WEBP", "photo", ".webp"),
    (4, b"ftypheic", "photo", ".heic"),
    (4, b"ftypmif1", "photo", ".heic"),
    (4, b"ftypM4A", "audio", ".m4a"),
    (4, b"ftyp3g", "video", ".3gp"),
    (4, b"ftypqt", "video", ".mov"),
    (4, b"ftyp", "video", ".mp4"),
    (0, b"OggS", "audio", ".ogg"),
    (0, b"ID3", "audio", ".mp3"),
    (0, b"\xff\xfb", "audio", ".mp3"),
    (0, b"#!AMR", "audio", ".amr"),
    (8, b"WAVE", "audio", ".wav"),
    (0, b"\xff\xf1", "audio", ".aac"),
    (0, b"%PDF-", "document", ".pdf"),
)
CARD = b"BEGIN:VCARD"
UNREADABLE = (
    KeyError,
    zipfile.BadZipFile,
    RuntimeError,
    NotImplementedError,
    ValueError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
)


def sniffed(head: bytes) -> tuple[str, str]:
    """Return what the first bytes are (photo, video, audio, document, file), and its ending."""
    for at, start, kind, ending in STARTS:
        if head[at : at + len(start)] == start:
            return kind, ending
    return "file", ".bin"


def take_out(
    original: str,
    cited: Sequence[Event],
    units: Mapping[str, tuple[str, str]],
    stream: BinaryIO,
    folder: Path,
    exhibits: list[Exhibit],
    not_taken: list[str],
) -> dict[str, str]:
    """Write each attachment that lies in the container, once; add its exhibit, or say why it was
    not given.

    Returns the exhibit reference of each member's path. `units` maps a member's path ("" = the
    whole original) to the reference and file start of its exhibit.
    """
    wanted = _wanted(cited, units)
    stream.seek(0)
    if not wanted or not zipfile.is_zipfile(stream):
        return {}
    stream.seek(0)
    refs: dict[str, str] = {}
    counts: dict[tuple[str, str], int] = {}
    with zipfile.ZipFile(stream) as container:
        for path, (ref, start) in wanted.items():
            one = _write(container, path, folder / "part")
            if isinstance(one, str):
                not_taken.append(f"A file sent with a message in {ref} {one}.")
                continue
            kind, ending, digest, size = one
            of_all = counts[(ref, "")] = counts.get((ref, ""), 0) + 1
            of_kind = counts[(ref, kind)] = counts.get((ref, kind), 0) + 1
            name = f"{start}-{kind}{of_kind}{ending}"
            (folder / "part").rename(folder / name)
            said = f"{kind} sent with a message in {ref}"
            refs[path] = f"{ref}/{of_all}"
            exhibits.append(
                Exhibit(refs[path], f"exhibits/{name}", original, True, digest, size, said)
            )
    return refs


def _wanted(
    cited: Sequence[Event], units: Mapping[str, tuple[str, str]]
) -> dict[str, tuple[str, str]]:
    """Return each member's path once, with the reference and file start of its exhibit."""
    wanted: dict[str, tuple[str, str]] = {}
    for event in cited:
        for attachment in event.attachments:
            if attachment.path:
                marked = units.get(event.citation.path or "") or units[""]
                wanted.setdefault(attachment.path, marked)
    return wanted


def _write(container: zipfile.ZipFile, path: str, to: Path) -> tuple[str, str, str, int] | str:
    """Return kind, ending, SHA-256 and size of what was written, or the end of a sentence saying
    why not.
    """
    digest, size, head = hashlib.sha256(), 0, b""
    with to.open("wb") as out:
        for block in _blocks(container, path):
            if isinstance(block, str):
                break
            head = head or block[:64]
            size += len(block)
            digest.update(block)
            out.write(block)
        else:
            block = ""
    if not block and head.lstrip(b"\xef\xbb\xbf \r\n")[: len(CARD)].upper() == CARD:
        block = "is an address card and was left out"
    if block:
        to.unlink()
        return str(block)
    kind, ending = sniffed(head)
    return kind, ending, digest.hexdigest(), size


def _blocks(container: zipfile.ZipFile, path: str) -> Iterator[bytes | str]:
    """Yield the member's bytes; a last string instead says why it cannot be given."""
    size = 0
    try:
        with container.open(path) as member:
            while block := member.read(BLOCK):
                size += len(block)
                if size > LARGEST:
                    yield "is larger than 4 GB unpacked and was left out"
                    return
                yield block
    except UNREADABLE:
        yield "could not be read from what was received"

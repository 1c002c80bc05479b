"""The bare copy of an office document: the same parts, with nothing said about who made it.

The one thing a reader would get wrong: comments, tracked changes and hidden sheets are content and
stay. Only what the program notes by itself goes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._part import copy, size_of
from rainbook.handover.gate.files._zip import between, open_zip, read, write_plain
from rainbook.handover.gate.files.interface import AT_LAST, HEAD, CouldNotLook, kind_of

CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>'
)
APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>'
)
CUSTOM = APP.replace(b"extended-properties", b"custom-properties")
META = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'
    b"<office:meta/></office:document-meta>"
)
EMPTY = {"docProps/core.xml": CORE, "docProps/app.xml": APP, "docProps/custom.xml": CUSTOM,
         "meta.xml": META}
THUMBNAIL = re.compile(r"(?i)^(docProps/thumbnail\.|Thumbnails/)")
RELATION = re.compile(rb"<Relationship\b[^>]*?metadata/thumbnail[^>]*?/>")
LISTED = re.compile(rb'<manifest:file-entry\b[^>]*?full-path="Thumbnails/[^>]*?/>')
OUT_OF = "document properties (author, company, title, program)"


def bare_office(stream: BinaryIO, out: BinaryIO, inside: int) -> tuple[str, ...] | None:
    """Write the document without its properties, small picture and the notes in its pictures.

    None when a picture or file in it is of a kind that cannot be made bare though it says more.
    """
    packed = open_zip(stream)
    taken = dict[str, None]()
    written: list[tuple[str, bytes, bool]] = []
    for member in packed.infolist():
        name = member.filename
        if THUMBNAIL.match(name) and not member.is_dir():
            taken["thumbnail"] = None
            continue
        data = read(packed, member)
        new = _new(name, data, inside, taken)
        if new is None:
            return None
        written.append((name, new, member.compress_type != zipfile.ZIP_STORED))
    return _write(packed, stream, out, written, taken)


def _new(name: str, data: bytes, inside: int, taken: dict[str, None]) -> bytes | None:
    if name in EMPTY:
        if data != EMPTY[name]:
            taken[OUT_OF] = None
        return EMPTY[name]
    if name == "_rels/.rels":
        return RELATION.sub(b"", data)
    if name == "META-INF/manifest.xml":
        return LISTED.sub(b"", data)
    if name.endswith((".xml", ".rels", "/")) or name == "mimetype":
        return data
    return bare_within(name, data, inside, taken)


def bare_within(name: str, data: bytes, inside: int, taken: dict[str, None]) -> bytes | None:
    """Return a bare copy of a file inside another; the same bytes for a kind not known.

    None when the file is of a known kind that cannot be made bare.
    """
    kind = kind_of(data[:HEAD], name)
    if kind.name in AT_LAST:
        return data
    if inside >= 3:
        raise CouldNotLook(f"{name}: too many files lie inside one another. Leave the file out.")
    out = io.BytesIO()
    gone = kind.bare(io.BytesIO(data), out, inside + 1)
    if gone is None:
        return None
    for one in gone:
        taken[f"{one} of {name}"] = None
    return out.getvalue()


def bare_zip(stream: BinaryIO, out: BinaryIO, inside: int) -> tuple[str, ...] | None:
    """Write the zip with each member bare, and without its own comments, times and owners."""
    packed = open_zip(stream)
    taken = dict[str, None]()
    if any(member.file_size > 1 << 26 for member in packed.infolist()):
        return None
    written: list[tuple[str, bytes, bool]] = []
    for member in packed.infolist():
        new = b"" if member.is_dir() else bare_within(
            member.filename, read(packed, member), inside, taken
        )
        if new is None:
            return None
        written.append((member.filename, new, member.compress_type != zipfile.ZIP_STORED))
    return _write(packed, stream, out, written, taken)


def _write(
    packed: zipfile.ZipFile, stream: BinaryIO, out: BinaryIO,
    written: list[tuple[str, bytes, bool]], taken: dict[str, None],
) -> tuple[str, ...]:
    """Write the members; where there was nothing to take out, the file as it is."""
    size = size_of(stream)
    for one in between(packed, stream, size):
        taken[one.where] = None
    if taken:
        write_plain(out, iter(written))
    else:
        copy(stream, 0, size, out)
    return tuple(taken)


def members_of(packed: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Yield the members that are files."""
    return (member for member in packed.infolist() if not member.is_dir())

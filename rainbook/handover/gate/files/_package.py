"""Looking into a zip file, whether it is an office document or only files packed together.

The one thing a reader would get wrong: which of the two it is, its own list says, not its name. A
document renamed to .zip is still looked into as a document.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from rainbook.handover.gate.files._office import hidden_sheets, part, refuse_macros
from rainbook.handover.gate.files._office_bare import THUMBNAIL, members_of
from rainbook.handover.gate.files._text_traces import traces
from rainbook.handover.gate.files._zip import between, look_member, open_zip, read
from rainbook.handover.gate.files.interface import CouldNotLook, Piece, Trace

LISTED = ("[Content_Types].xml", "content.xml")
BOOK = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml")

NAMES = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".docm", ".xlsm", ".pptm", ".dotx",
         ".xltx", ".ott", ".ots")
MARKS = (b"[Content_Types].xml", b"_rels/.rels", b"docProps/", b"word/", b"xl/", b"ppt/",
         b"application/vnd.oasis")


def looks_like_document(head: bytes, name: str) -> bool:
    """Say whether a file begins as a packed office document does."""
    if head[:4] != b"PK\3\4":
        return False
    length = int.from_bytes(head[26:28], "little")
    first = head[30 : 30 + length + 64]
    return name.casefold().endswith(NAMES) or any(mark in first for mark in MARKS)


def is_document(packed: zipfile.ZipFile) -> bool:
    """Say whether a zip file is an office document."""
    names = set(packed.namelist())
    return LISTED[0] in names or (LISTED[1] in names and "mimetype" in names)


def look_package(stream: BinaryIO, size: int, inside: int) -> Iterator[Piece | Trace]:
    """Yield what every member says, and what stands beside the members.

    Raises CouldNotLook at the end when a member could not be read.
    """
    packed = open_zip(stream)
    document = is_document(packed)
    broken: CouldNotLook | None = None
    for member in members_of(packed):
        try:
            yield from _member(packed, member, document, inside)
        except CouldNotLook as fault:
            broken = fault
    yield from between(packed, stream, size)
    if document:
        refuse_macros(packed.namelist())
        yield from _hidden(packed)
    if broken:
        raise broken


def _member(
    packed: zipfile.ZipFile, member: zipfile.ZipInfo, document: bool, inside: int
) -> Iterator[Piece | Trace]:
    name = member.filename
    if not document:
        yield Piece("file name inside the zip", name, None, None, False)
        yield from traces(name, "file name inside the zip")
        yield from look_member(packed, member, name, inside)
    elif name.endswith((".xml", ".rels")):
        yield from part(read(packed, member), name)
    elif THUMBNAIL.match(name):
        yield Trace("thumbnail", "thumbnail", f"a small picture of {member.file_size:,} bytes")
        yield from look_member(packed, member, "thumbnail", inside, metadata=True)
    else:
        yield Piece("file name inside the document", name, None, None, False)
        yield from look_member(packed, member, name, inside)


def _hidden(packed: zipfile.ZipFile) -> Iterator[Piece]:
    names = {member.filename: member for member in members_of(packed)}
    wanted = [name for name in names if name in BOOK or name.startswith("xl/worksheets/")]
    if BOOK[0] in names:
        yield from hidden_sheets({name: read(packed, names[name]) for name in wanted})

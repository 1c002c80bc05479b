"""Reads every text of a document this program wrote itself, fast: its PDFs and its workbook.

The one thing a reader would get wrong: this is for our own documents alone, whose making is known
(no pictures, no files within, no earlier versions, one text to a cell). An exhibit is read object
by object by `files`, which trusts nothing.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]

from rainbook.handover.gate.files.interface import CouldNotLook

Text = tuple[str, str]
"""Where it stands, in plain words, and what it says."""
_STRING = re.compile(rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<(?!<)[0-9A-Fa-f\s]*>", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_TAG = re.compile(r"<[^>]*>")


def texts_of(name: str, path: Path) -> Iterator[Text] | None:
    """Yield the texts of one of our documents, or return None for a file of another kind.

    Raises CouldNotLook for one that cannot be read to its end.
    """
    if name.endswith(".pdf"):
        return _of_pdf(path)
    return _of_workbook(path) if name.endswith(".xlsx") else None


def _of_pdf(path: Path) -> Iterator[Text]:
    data = path.read_bytes()
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            for number in range(len(document)):
                page = document[number]
                words = page.get_textpage()
                yield f"page {number + 1}", words.get_text_range().replace("\r\n", "\n")
                words.close()
                page.close()
        finally:
            document.close()
        yield from _beside_the_pages(data)
    except (pypdfium2.PdfiumError, pikepdf.PdfError, ValueError) as fault:
        raise CouldNotLook("This document could not be read to its end.") from fault


def _beside_the_pages(data: bytes) -> Iterator[Text]:
    """Yield every string of every object (titles, other words for figures, links) and the XMP."""
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for part in pdf.objects:
            if isinstance(part, pikepdf.Stream) and part.get("/Type") == "/Metadata":
                yield "properties", html.unescape(part.read_bytes().decode("utf-8", "replace"))
            elif isinstance(part, pikepdf.Stream):
                part.write(b"")  # what is drawn was read page by page; only strings are left
        pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
    said = (_string(found.group()) for found in _STRING.finditer(plain.getvalue()))
    yield "document", "\n".join(dict.fromkeys(said))


def _string(raw: bytes) -> str:
    """Return what a PDF string says."""
    if raw.startswith(b"<"):
        digits = b"".join(raw[1:-1].split())
        value = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    else:
        value = _ESCAPED.sub(_character, raw[1:-1])
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1")


def _character(found: re.Match[bytes]) -> bytes:
    what = found.group(1)
    if what[:1].isdigit():
        return bytes([int(what, 8) & 255])
    return b"" if what in (b"\n", b"\r", b"\r\n") else _PLAIN.get(what, what)


def _of_workbook(path: Path) -> Iterator[Text]:
    try:
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                text = book.read(name).decode("utf-8")
                # a cell's end is a line's end, so that no two cells read as one
                yield name, html.unescape(_TAG.sub("\n", text))
                yield name, html.unescape(" ".join(re.findall(r'="([^"]*)"', text[:65_536])))
    except (zipfile.BadZipFile, UnicodeDecodeError, RuntimeError) as fault:
        raise CouldNotLook("This workbook could not be read to its end.") from fault

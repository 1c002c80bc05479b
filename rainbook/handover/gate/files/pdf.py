"""PDF documents: the words of each page, and everything the file says beside its pages.

The one thing a reader would get wrong: saving a PDF again often only adds to it. An earlier
version, with the words that were taken out, may still lie in front of the later one.

Source: ISO 32000-2.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import BinaryIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]

from rainbook.handover.gate.files._behind import behind
from rainbook.handover.gate.files._part import exactly, size_of
from rainbook.handover.gate.files._pdf_bare import bare_pdf
from rainbook.handover.gate.files._pdf_objects import everything
from rainbook.handover.gate.files._strings import strings_in
from rainbook.handover.gate.files._text_traces import traces
from rainbook.handover.gate.files.interface import CouldNotLook, Piece, Trace

MOST = 1 << 29
PAGES = 20_000
VERSIONS = 8
END = b"%%EOF"
# the library tells of every oddity it reads over; what matters is raised
logging.getLogger("pikepdf").addHandler(logging.NullHandler())
LOCKED = "The PDF is locked with a password. Unlock it first, or leave it out."
DAMAGED = "The PDF is damaged and could not be read to its end. Give it from its first export."
FAULTS = (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, RuntimeError, TypeError, KeyError,
          RecursionError, OverflowError)


class _Pdf:
    name = "pdf"
    title = "a PDF document"
    unseen = ""

    def claims(self, head: bytes, name: str) -> bool:
        """Say whether the mark of a PDF stands in the first 1,024 bytes."""
        return b"%PDF-" in head[:1024]

    def look(self, stream: BinaryIO, size: int, inside: int = 0) -> Iterator[Piece | Trace]:
        """Yield the words of each page, then properties, notes, files within, earlier versions."""
        data = exactly(stream, 0, size, "the PDF", MOST)
        try:
            with pikepdf.open(io.BytesIO(data)) as pdf:
                # first, because it unpacks within bounds, which drawing the pages does not
                yield from everything(pdf, inside)
                yield from _pages(data)
                linear = pdf.is_linearized
        except pikepdf.PasswordError as fault:
            raise CouldNotLook(LOCKED) from fault
        except FAULTS as fault:
            raise CouldNotLook(DAMAGED) from fault
        yield from _earlier(data, linear, inside)
        yield from strings_in(data[: data.find(b"%PDF-")], "before the beginning", True, 0)
        end = data.rfind(END)
        if end < 0:
            raise CouldNotLook(DAMAGED)  # what could be pieced together is not all there was
        yield from behind(stream, end + len(END), size, inside)

    def bare(self, stream: BinaryIO, out: BinaryIO, inside: int = 0) -> tuple[str, ...] | None:
        """Write the document without properties, XMP, files within, scripts or earlier versions."""
        data = exactly(stream, 0, size_of(stream), "the PDF", MOST)
        try:
            with pikepdf.open(io.BytesIO(data)) as pdf:
                older = 0 if pdf.is_linearized else len(_ends(data))
                return bare_pdf(pdf, out, inside, older)
        except pikepdf.PasswordError as fault:
            raise CouldNotLook(LOCKED) from fault
        except FAULTS as fault:
            raise CouldNotLook(DAMAGED) from fault


def _pages(data: bytes, where: str = "") -> Iterator[Piece | Trace]:
    document = pypdfium2.PdfDocument(data)
    try:
        if len(document) > PAGES:
            raise CouldNotLook("The PDF has too many pages to be read. Split it first.")
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            text = words.get_text_range().replace("\r\n", "\n")
            words.close()
            page.close()
            place = f"{where}page {number + 1}"
            if text.strip():
                yield Piece(place, text, None, None, bool(where))
                yield from traces(text, place, bool(where))
    finally:
        document.close()


def _ends(data: bytes) -> list[int]:
    """Return where each earlier version ends."""
    found, at = list[int](), data.find(END)
    while at >= 0 and len(found) <= VERSIONS:
        found.append(at + len(END))
        at = data.find(END, at + 1)
    return found[:-1]


def _earlier(data: bytes, linear: bool, inside: int) -> Iterator[Piece | Trace]:
    if linear:  # such a file has two ends and one version
        return
    for number, end in enumerate(_ends(data), 1):
        if number > VERSIONS:
            raise CouldNotLook("The PDF holds too many earlier versions. Make a bare copy of it.")
        where = f"earlier version {number}"
        yield Trace(where, "hidden text", "an earlier version of the document")
        try:
            with pikepdf.open(io.BytesIO(data[:end])) as pdf:
                for one in everything(pdf, inside):
                    if isinstance(one, Piece):
                        yield Piece(f"{where}, {one.where}", one.text, None, None, True)
                    else:
                        yield Trace(f"{where}, {one.where}", one.kind, one.shown, True)
                yield from _pages(data[:end], f"{where}, ")
        except FAULTS as fault:
            raise CouldNotLook(
                f"The PDF holds an {where} that could not be read. Make a bare copy of it."
            ) from fault


KIND = _Pdf()

"""The bare copy of a PDF: the same pages, with nothing said about who made it and how.

The one thing a reader would get wrong: comments and form fields are content and stay. The document
is written anew, so earlier versions of it go.
"""

from __future__ import annotations

import io
from typing import BinaryIO

import pikepdf

from rainbook.handover.gate.files.interface import CouldNotLook, kind_of

NOTES = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/SpiderInfo")
NAMES = ("/EmbeddedFiles", "/JavaScript")


def bare_pdf(
    pdf: pikepdf.Pdf, out: BinaryIO, inside: int, older: int
) -> tuple[str, ...] | None:
    """Write the document without its notes and return what went; `older` versions lie in it."""
    taken = dict[str, None]()
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
        taken["document properties (author, title, program)"] = None
    _root(pdf, taken)
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            _object(one, inside, taken)
    if older:
        taken["earlier versions of the document"] = None
    pdf.remove_unreferenced_resources()
    pdf.save(out, deterministic_id=True, linearize=False, fix_metadata_version=False)
    return tuple(taken)


def _root(pdf: pikepdf.Pdf, taken: dict[str, None]) -> None:
    names = pdf.Root.get("/Names")
    if isinstance(names, pikepdf.Dictionary):
        for key in NAMES:
            if key in names:
                del names[key]
                taken["files within" if key == "/EmbeddedFiles" else "scripts"] = None
    if "/AF" in pdf.Root:
        del pdf.Root["/AF"]
        taken["files within"] = None
    action = pdf.Root.get("/OpenAction")
    if isinstance(action, pikepdf.Dictionary) and "/JS" in action:
        del pdf.Root["/OpenAction"]
        taken["scripts"] = None


def _object(one: pikepdf.Object, inside: int, taken: dict[str, None]) -> None:
    for key in NOTES:
        if key in one:
            del one[key]
            taken["thumbnail" if key == "/Thumb" else "XMP and programs' notes"] = None
    if "/JS" in one or ("/AA" in one and isinstance(one, pikepdf.Dictionary)):
        for key in ("/JS", "/AA"):
            if key in one:
                del one[key]
        taken["scripts"] = None
    if "/EF" in one:  # what a note with a file pinned to it points to
        del one["/EF"]
        taken["files within"] = None
    if isinstance(one, pikepdf.Stream) and str(one.get("/Filter", "")) == "/DCTDecode":
        data = one.read_raw_bytes()
        kind = kind_of(data[:4096], "")
        if kind.name != "jpeg":
            raise CouldNotLook("A picture in the PDF is damaged. Leave the PDF out.")
        new = io.BytesIO()
        if kind.bare(io.BytesIO(data), new, inside + 1):
            how = one.get("/DecodeParms")
            kept = how if isinstance(how, pikepdf.Dictionary) else None
            one.write(new.getvalue(), filter=pikepdf.Name.DCTDecode, decode_parms=kept)
            taken["notes of its pictures"] = None

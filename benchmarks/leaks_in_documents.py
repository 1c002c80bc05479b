"""Secrets in PDF, office documents, zip files, databases and unknown files.

The one thing a reader would get wrong: an office document here is made whole by openpyxl or
XlsxWriter, or packed part by part with zipfile where neither writes what is wanted.
"""

from __future__ import annotations

import io
import re
import sqlite3
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import openpyxl
import pikepdf
import xlsxwriter
from openpyxl.comments import Comment

from benchmarks.leaks_in_pictures import saved

WHEN = (2026, 1, 4, 0, 0, 0)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{0}</cp:coreProperties>'
)


def pdf(words: str, way: str) -> bytes:
    """Return a PDF of one page with words in one place."""
    made = pikepdf.new()
    said = words if way == "page" else "Nothing here"
    _page(made, said.encode("cp1252"))
    add = PDF_WAYS.get(way)
    if add:
        add(made, words)
    out = io.BytesIO()
    made.save(out, deterministic_id=True)
    if way == "earlier":
        return _later(out.getvalue(), words)
    return out.getvalue()


def _page(made: pikepdf.Pdf, said: bytes) -> None:
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
                              BaseFont=pikepdf.Name.Helvetica,
                              Encoding=pikepdf.Name.WinAnsiEncoding)
    page = made.add_blank_page(page_size=(400, 200))
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    escaped = said.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    page.obj.Contents = made.make_stream(b"BT /F1 9 Tf 20 100 Td (" + escaped + b") Tj ET")


def _property(made: pikepdf.Pdf, words: str) -> None:
    made.docinfo["/Author"] = words


def _xmp(made: pikepdf.Pdf, words: str) -> None:
    with made.open_metadata(set_pikepdf_as_editor=False) as notes:
        notes["dc:creator"] = [words]


def _attached(made: pikepdf.Pdf, words: str) -> None:
    made.attachments["note.txt"] = pikepdf.AttachedFileSpec(
        made, words.encode(), filename="note.txt", creation_date="", mod_date=""
    )


def _comment(made: pikepdf.Pdf, words: str) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text,
                              Rect=[0, 0, 9, 9], Contents=pikepdf.String(words))
    made.pages[0].obj.Annots = made.make_indirect(pikepdf.Array([made.make_indirect(note)]))


def _field(made: pikepdf.Pdf, words: str) -> None:
    one = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String("a"), V=pikepdf.String(words))
    made.Root.AcroForm = pikepdf.Dictionary(Fields=[made.make_indirect(one)])


def _script(made: pikepdf.Pdf, words: str) -> None:
    code = pikepdf.String(f"var x = '{words.replace(chr(92), chr(92) * 2)}';")
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=code)


def _photo(made: pikepdf.Pdf, words: str) -> None:
    photo = made.make_stream(saved("JPEG", comment=words.encode()))
    photo.Type, photo.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    photo.Width, photo.Height, photo.BitsPerComponent = 24, 16, 8
    photo.ColorSpace, photo.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
    made.pages[0].obj.Resources.XObject = pikepdf.Dictionary(P=photo)


def _layer(made: pikepdf.Pdf, words: str) -> None:
    one = made.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String(words))
    )
    made.Root.OCProperties = pikepdf.Dictionary(
        OCGs=pikepdf.Array([one]), D=pikepdf.Dictionary(OFF=pikepdf.Array([one]))
    )


PDF_WAYS: dict[str, Callable[[pikepdf.Pdf, str], None]] = {
    "property": _property, "xmp": _xmp, "attached": _attached, "comment": _comment,
    "field": _field, "script": _script, "photo": _photo, "layer": _layer, "earlier": _property,
}


def _later(data: bytes, words: str) -> bytes:
    """Add a later version in which the properties are empty, as editors do."""
    with pikepdf.open(io.BytesIO(data)) as made:
        number = made.trailer["/Info"].objgen[0]
        root, size = made.trailer["/Root"].objgen[0], len(made.objects) + 1
    before = int(data.rsplit(b"startxref", 1)[1].split()[0])
    at = len(data)
    new = b"%d 0 obj\n<< >>\nendobj\n" % number
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, at)
    tail = b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    return data + new + table + tail % (size, root, number, before, at + len(new))


def packed(parts: dict[str, bytes], comment: bytes = b"", extra: bytes = b"") -> bytes:
    """Return a zip of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            one = zipfile.ZipInfo(name, WHEN)
            one.extra, one.compress_type = extra, zipfile.ZIP_DEFLATED
            made.writestr(one, data)
        made.comment = comment
    return out.getvalue()


def word(body: str, **further: str | bytes) -> bytes:
    """Return a Word document; `further` parts are named with __ for / and _x for .xml."""
    parts: dict[str, bytes] = {
        "[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<Relationships/>",
        "word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>".encode(),
    }
    for name, data in further.items():
        path = name.replace("__", "/").replace("_x", ".xml").replace("_jpg", ".jpeg")
        parts[path] = data if isinstance(data, bytes) else data.encode()
    return packed(parts)


def _runs(words: str) -> bytes:
    runs = "".join(f"<w:r><w:t>{escape(c)}</w:t></w:r>" for c in words)
    return word(f"<w:p>{runs}</w:p>")


def _struck(words: str) -> bytes:
    return word(f'<w:p><w:del w:author="Jo"><w:r><w:delText>{escape(words)}</w:delText></w:r>'
                "</w:del></w:p>")


def _commented(words: str) -> bytes:
    return word("<w:p/>", word__comments_x=f"<w:comments {WORD}><w:comment><w:p><w:r><w:t>"
                f"{escape(words)}</w:t></w:r></w:p></w:comment></w:comments>")


def _thumbnail(words: str) -> bytes:
    return word("<w:p/>", docProps__thumbnail_jpg=saved("JPEG", comment=words.encode()))


def _sheet(words: str, way: str) -> bytes:
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = datetime(2026, 1, 4)
    first = book.active
    first["A1"] = words if way == "cell" else "Nothing"
    if way in ("hidden", "veryHidden"):
        second = book.create_sheet("Old")
        second["B2"], second.sheet_state = words, way
    elif way == "comment":
        first["A1"].comment = Comment(words, "Jo")
    elif way == "row":
        first["A3"] = words
        first.row_dimensions[3].hidden = True
    elif way == "author":
        book.properties.creator = words
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as made:  # it writes the time of day in two places
        parts = {name: made.read(name) for name in made.namelist()}
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2026-01-04T00:00:00Z", core)
    return packed(parts)


def _company(words: str) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"company": words, "created": datetime(2026, 1, 4)})
    book.add_worksheet().write("A1", "Nothing")
    book.close()
    return out.getvalue()


def _open(words: str, way: str) -> bytes:
    kind = b"application/vnd.oasis.opendocument.text"
    head = 'xmlns:office="o" xmlns:text="t" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    said = escape(words)
    body = f"<text:p>{said}</text:p>" if way == "text" else "<text:p>Nothing</text:p>"
    meta = f"<dc:creator>{said}</dc:creator>" if way == "author" else ""
    return packed({
        "mimetype": kind, "content.xml": f"<office:d {head}>{body}</office:d>".encode(),
        "meta.xml": f"<office:document-meta {head}>{meta}</office:document-meta>".encode(),
    })


def _slide(words: str) -> bytes:
    slide = (f'<p:sld xmlns:p="p" xmlns:a="a" show="0"><a:p><a:t>{escape(words)}</a:t></a:p>'
             "</p:sld>")
    return packed({"[Content_Types].xml": b"<Types/>", "ppt/slides/slide1.xml": slide.encode()})


def _left_behind(words: str) -> bytes:
    """A zip in front of which something stands that its list does not know."""
    return b"PK\3\4" + words.encode() + bytes(40) + packed({"a.txt": b"Nothing"})


def _database(words: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        base = sqlite3.connect(path)
        base.execute("create table said (what text)")
        base.execute("insert into said values (?)", (words,))
        base.commit()
        base.close()
        return path.read_bytes()


def _unknown(words: str) -> bytes:
    return b"\x00\x01\x02VRSN" + bytes(60) + words.encode("utf-16-le") + bytes(range(200, 256)) * 3


def _name(words: str) -> bytes:
    return packed({f"{words.replace(':', '').replace(chr(92), '/')}.txt": b"Nothing"})


def _webm(words: str) -> bytes:
    return b"\x1aE\xdf\xa3\x80" + bytes(30) + b"\x7b\xa9" + bytes([0x80 | len(words)]) + (
        words.encode() + zlib.compress(bytes(400)))


EXTRA = "extra field of an owner"
DOCUMENTS = [
    ("pdf", "page", False, lambda w: pdf(w, "page")),
    *((("pdf", way, way in ("property", "xmp", "attached", "script", "photo", "earlier"),
        lambda w, way=way: pdf(w, way))) for way in PDF_WAYS),
    ("docx", "text cut into runs", False, _runs),
    ("docx", "words struck out", False, _struck),
    ("docx", "comment", False, _commented),
    ("docx", "author", True, lambda w: word("<w:p/>", docProps__core_x=CORE.format(
        f"<dc:creator>{escape(w)}</dc:creator>"))),
    ("docx", "company", True, lambda w: word("<w:p/>", docProps__app_x=(
        f"<Properties><Company>{escape(w)}</Company></Properties>"))),
    ("docx", "own property", True, lambda w: word("<w:p/>", docProps__custom_x=(
        f"<Properties><property name={quoteattr(w)}/></Properties>"))),
    ("docx", "photo's comment", True, lambda w: word(
        "<w:p/>", word__media__a_jpg=saved("JPEG", comment=w.encode()))),
    ("docx", "thumbnail's comment", True, _thumbnail),
    *((("xlsx", way, way == "author", lambda w, way=way: _sheet(w, way)))
      for way in ("cell", "hidden", "veryHidden", "comment", "row", "author")),
    ("xlsx", "company", True, _company),
    ("pptx", "hidden slide", False, _slide),
    ("odt", "text", False, lambda w: _open(w, "text")),
    ("odt", "author", True, lambda w: _open(w, "author")),
    ("zip", "member", False, lambda w: packed({"a/note.txt": w.encode()})),
    ("zip", "file name", False, _name),
    ("zip", "zip in a zip", False, lambda w: packed({"b.zip": packed({"a.txt": w.encode()})})),
    ("zip", "photo's comment", True,
     lambda w: packed({"a.jpg": saved("JPEG", comment=w.encode())})),
    ("zip", "comment", True, lambda w: packed({"a.txt": b"Nothing"}, comment=w.encode())),
    ("zip", EXTRA, True, lambda w: packed(
        {"a.txt": b"Nothing"}, extra=struct.pack("<HH", 0x6375, len(w)) + w.encode())),
    ("zip", "in front of the members", True, _left_behind),
    ("db", "cell", False, _database),
    ("bin", "UTF-16 in an unknown file", False, _unknown),
    ("webm", "title", True, _webm),
]

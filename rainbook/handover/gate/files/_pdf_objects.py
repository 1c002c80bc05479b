"""Everything a PDF says beside its pages, object by object: strings, XMP, files, pictures, scripts.

The one thing a reader would get wrong: no list of places is kept here. Every string in every
object is read, because a PDF may put words where nobody thinks of looking.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from rainbook.handover.gate.files._strings import strings_in
from rainbook.handover.gate.files._text_traces import traces
from rainbook.handover.gate.files._unpack import inflated
from rainbook.handover.gate.files._xml_words import walk
from rainbook.handover.gate.files._xmp import xmp
from rainbook.handover.gate.files.interface import (
    PICTURE,
    CouldNotLook,
    Piece,
    Trace,
    look_within_bytes,
)

OBJECTS, STRINGS = 2_000_000, 5_000_000
DEEPEST = 60
STREAM_MOST = 1 << 27
ABOUT = {"/Author": "author", "/Creator": "software", "/Producer": "software",
         "/Company": "author", "/Manager": "author", "/SourceModified": "",
         "/LastModifiedBy": "author"}
SCRIPTS = ("/JS", "/JavaScript")


def everything(pdf: pikepdf.Pdf, inside: int) -> Iterator[Piece | Trace]:
    """Yield what the document says beside the words on its pages.

    Raises CouldNotLook at the end for a part that could not be read.
    """
    yield from _about(pdf)
    broken: CouldNotLook | None = None
    count = 0
    for number, one in enumerate(pdf.objects):
        if number > OBJECTS:
            raise CouldNotLook("The PDF has too many parts to be read. Split it first.")
        texts: dict[str, str] = {}
        _strings(one, texts, 0, "")
        count += len(texts)
        if count > STRINGS:
            raise CouldNotLook("The PDF says too much to be read. Split it first.")
        yield from _said(texts, one)
        if isinstance(one, pikepdf.Stream):
            try:
                yield from _stream(one, inside)
            except CouldNotLook as fault:
                broken = fault
    yield from _layers(pdf)
    if broken:
        raise broken


def _about(pdf: pikepdf.Pdf) -> Iterator[Piece | Trace]:
    about = pdf.trailer.get("/Info")
    if not isinstance(about, pikepdf.Dictionary):
        return
    for key, value in about.items():
        text = str(value) if isinstance(value, pikepdf.String | pikepdf.Name) else ""
        if text:
            where = f"document {key[1:].casefold()}"
            yield Piece(where, text, None, None, True)
            if ABOUT.get(key):
                yield Trace(where, ABOUT[key], text[:200])


def _strings(one: pikepdf.Object, texts: dict[str, str], deep: int, key: str) -> None:
    """Gather every string in an object, but not in the objects it only points to."""
    if deep > DEEPEST:
        raise CouldNotLook("The PDF is nested too deep to be read. Leave it out.")
    if isinstance(one, pikepdf.String):
        texts.setdefault(_text(one), key)
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for name, value in one.items():
            if name != "/Parent" and not _elsewhere(value):
                _strings(value, texts, deep + 1, name)
    elif isinstance(one, pikepdf.Array):
        for value in one:
            if not _elsewhere(value):
                _strings(value, texts, deep + 1, key)


def _elsewhere(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and value.is_indirect


def _text(one: pikepdf.String) -> str:
    return str(one)


def _said(texts: dict[str, str], one: pikepdf.Object) -> Iterator[Piece | Trace]:
    for text, key in texts.items():
        if not any(c.isalnum() for c in text):
            continue
        where = _where(key, one)
        metadata = where in ("script", "document properties")
        yield Piece(where, text, None, None, metadata)
        yield from traces(text, where, metadata)


def _where(key: str, one: pikepdf.Object) -> str:
    if key in SCRIPTS:
        return "script"
    if key in ABOUT:
        return "document properties"
    kind = str(one.get("/Subtype", "")) if isinstance(one, pikepdf.Dictionary) else ""
    if key in ("/F", "/UF"):
        return "name of a file within"
    if key == "/URI":
        return "link"
    if key in ("/T", "/TU", "/V", "/DV"):
        return "comment" if kind not in ("", "/Widget") else "form field"
    told = kind.startswith("/") and key in ("/Contents", "/RC", "/Subj")
    return "comment" if told else "document"


def _stream(one: pikepdf.Stream, inside: int) -> Iterator[Piece | Trace]:
    kind, sort = str(one.get("/Type", "")), str(one.get("/Subtype", ""))
    if kind == "/EmbeddedFile":
        yield Trace("file within", "hidden text", "a file within the document")
        yield from look_within_bytes(_bytes(one), "", "file within", inside, metadata=True)
    elif kind == "/Metadata" or sort == "/XML":
        yield from xmp(_bytes(one), inside)
    elif sort == "/Image":
        yield from _picture(one, inside)
    elif sort == "/Form" or (not kind and not sort):
        yield from _unknown(one)


def _bytes(one: pikepdf.Stream) -> bytes:
    names = _filters(one)
    if names == ["/FlateDecode"] and "/DecodeParms" not in one:
        # unpacked here, because the library would unpack any amount
        return inflated(one.read_raw_bytes(), "A part of the PDF", STREAM_MOST)
    if len(names) > 2 or names.count("/FlateDecode") > 1:
        raise CouldNotLook("A part of the PDF is packed several times over. Leave it out.")
    try:
        data = one.read_bytes()
    except (pikepdf.PdfError, RuntimeError) as fault:
        raise CouldNotLook("A part of the PDF could not be unpacked. Leave it out.") from fault
    if len(data) > STREAM_MOST:
        raise CouldNotLook("A part of the PDF is too large to be read. Leave it out.")
    return data


def _picture(one: pikepdf.Stream, inside: int) -> Iterator[Piece | Trace]:
    names = _filters(one)
    if names == ["/JPXDecode"]:
        yield from strings_in(one.read_raw_bytes(), "picture", False)
    if names == ["/DCTDecode"]:
        yield from look_within_bytes(one.read_raw_bytes(), "", "picture", inside)
    elif "/ImageMask" not in one:
        yield Trace("picture", "unseen", PICTURE, False)


def _filters(one: pikepdf.Stream) -> list[str]:
    filters = one.get("/Filter")
    if isinstance(filters, pikepdf.Array):
        return [str(name) for name in filters]
    return [] if filters is None else [str(filters)]


def _unknown(one: pikepdf.Stream) -> Iterator[Piece | Trace]:
    """A stream that says not what it is: drawing on a page, a script, a form, or anything."""
    data = _bytes(one)
    head = data[:512].lstrip()
    if head.startswith((b"<?xml", b"<xdp", b"<template", b"<config", b"<xfa")):
        words: list[str] = []
        walk(io.BytesIO(data), "form", lambda _name, a: words.extend(a.values()),
             lambda _: None, words.append)
        yield Piece("form", " ".join(words), None, None, False)
    elif b"app." in data or b"function" in data or b"this." in data:
        yield from strings_in(data, "script", True)


def _layers(pdf: pikepdf.Pdf) -> Iterator[Trace]:
    layers = pdf.Root.get("/OCProperties")
    default = layers.get("/D") if isinstance(layers, pikepdf.Dictionary) else None
    hidden = default.get("/OFF") if isinstance(default, pikepdf.Dictionary) else None
    for layer in hidden if isinstance(hidden, pikepdf.Array) else ():
        name = str(layer.get("/Name", "")) if isinstance(layer, pikepdf.Dictionary) else ""
        yield Trace("hidden layer", "hidden text", name or "a layer that is not shown", False)
    for number, page in enumerate(pdf.pages, 1):
        if "/Thumb" in page.obj:
            yield Trace(f"page {number}", "thumbnail", "a small picture of the page")

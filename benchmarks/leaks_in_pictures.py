"""Secrets in the notes of pictures, and behind their end; made with Pillow where it can.

The one thing a reader would get wrong: HEIC is laid out by hand from ISO/IEC 23008-12, because no
program in the set writes it; its "picture" is four bytes.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from html import escape

from PIL import Image, PngImagePlugin, TiffImagePlugin

WIDTH, HEIGHT = 24, 16
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
    'syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:note="{0}">'
    "<dc:creator><rdf:Seq><rdf:li>{1}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF>"
    "</x:xmpmeta>"
)


def picture() -> Image.Image:
    """Return a small picture with some colours in it."""
    made = Image.new("RGB", (WIDTH, HEIGHT))
    made.putdata([(x * 10 % 256, x * 7 % 256, x * 3 % 256) for x in range(WIDTH * HEIGHT)])
    return made


def saved(form: str, **how: object) -> bytes:
    """Return the picture as Pillow saves it."""
    out = io.BytesIO()
    picture().save(out, form, **how)
    return out.getvalue()


def exif(tag: int, words: str, turned: int = 1) -> Image.Exif:
    """Return EXIF with one text in it."""
    made = Image.Exif()
    made[0x0112] = turned
    below = {0x9286, 0xA430, 0xA431, 0x927C}
    value: object = words
    if tag == 0x9286:
        value = b"ASCII\0\0\0" + words.encode()
    elif tag in range(0x9C9B, 0x9CA0):
        value = words.encode("utf-16-le") + b"\0\0"
    elif tag == 0x927C:
        value = b"MAKER\0\1\2" + words.encode() + b"\0\3"
    if tag in below:
        made.get_ifd(0x8769)[tag] = value
    else:
        made[tag] = value
    return made


def xmp(words: str, creator: str = "") -> bytes:
    """Return an XMP packet with words as an attribute, or as the creator."""
    return XMP.format(escape(words), escape(creator)).encode()


def _thumbnail(words: str) -> bytes:
    """A small picture in EXIF that has a comment of its own: laid out by hand."""
    small = saved("JPEG", comment=words.encode())
    first = struct.pack("<HHHII", 1, 0x0112, 3, 1, 1) + struct.pack("<I", 26)
    second = struct.pack("<HHHIIHHIII", 2, 0x0201, 4, 1, 56, 0x0202, 4, 1, len(small), 0)
    body = b"Exif\0\0II*\0\x08\0\0\0" + first + second + small
    segment = b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    plain = saved("JPEG")
    return plain[:2] + segment + plain[2:]


def _segment(marker: int, body: bytes) -> bytes:
    plain = saved("JPEG")
    return plain[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body + plain[2:]


def _iptc(words: str) -> bytes:
    value = words.encode()
    data = b"\x1c\x02\x5a" + struct.pack(">H", len(value)) + value
    data = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)
    return _segment(0xED, b"Photoshop 3.0\0" + data)


def _long_xmp(words: str) -> bytes:
    body = xmp(words)
    head = b"http://ns.adobe.com/xmp/extension/\0" + b"A" * 32
    return _segment(0xE1, head + struct.pack(">II", len(body), 0) + body)


def _zip(words: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(zipfile.ZipInfo("a.txt", (2026, 1, 4, 0, 0, 0)), words + "\n" + "x" * 60)
    return out.getvalue()


def _png(words: str, way: str) -> bytes:
    info = PngImagePlugin.PngInfo()
    if way == "zTXt":
        info.add_text("Comment", words + " " + "x" * 80, zip=True)
    elif way == "iTXt":
        info.add_itxt("Description", words + " " + "x" * 80, zip=True)
    elif way == "xmp":
        info.add_itxt("XML:com.adobe.xmp", xmp(words).decode())
    elif way == "raw":
        body = exif(0x010E, words).tobytes()
        digits = "\n".join(body.hex()[n : n + 72] for n in range(0, 2 * len(body), 72))
        info.add_text("Raw profile type exif", f"\nexif\n{len(body):8}\n{digits}\n", zip=True)
    elif way == "unknown":
        info.add(b"prVt", words.encode())
    else:
        info.add_text("Author", words)
    return saved("PNG", pnginfo=info)


def _gif_xmp(words: str) -> bytes:
    plain = saved("GIF")
    tail = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
    block = b"\x21\xff\x0bXMP DataXMP" + xmp(words) + tail
    return plain[:-1] + block + plain[-1:]


def _tiff(words: str) -> bytes:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[0x010E] = words
    return saved("TIFF", tiffinfo=tags)


def box(kind: bytes, *parts: bytes) -> bytes:
    """Return a box of ISO base media."""
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + kind + body


def heic(note: bytes, sort: bytes, mime: bytes = b"") -> bytes:
    """Return a HEIC with a picture of four bytes and one note, laid out by hand."""
    head = box(b"ftyp", b"heic\0\0\0\0mif1heic")
    entries = [
        box(b"infe", b"\2\0\0\0\0\1\0\0hvc1\0"),
        box(b"infe", b"\2\0\0\1\0\2\0\0" + sort + b"\0" + (mime + b"\0" if mime else b"")),
    ]
    iinf = box(b"iinf", b"\0\0\0\0\0\2", *entries)

    def meta(at: int) -> bytes:
        iloc = box(
            b"iloc", b"\0\0\0\0\x44\0\0\2",
            struct.pack(">HHHII", 1, 0, 1, at, 4),
            struct.pack(">HHHII", 2, 0, 1, at + 4, len(note)),
        )
        handler = box(b"hdlr", bytes(8) + b"pict" + bytes(13))
        return box(b"meta", bytes(4), handler, box(b"pitm", b"\0\0\0\0\0\1"), iinf, iloc)

    place = len(head) + len(meta(0)) + 8
    return head + meta(place) + box(b"mdat", b"PICT" + note)


def _heic_exif(words: str) -> bytes:
    return heic(bytes(4) + exif(0x010E, words).tobytes().removeprefix(b"Exif\0\0"), b"Exif")


def _avif(words: str) -> bytes:
    return saved("AVIF", exif=exif(0x010E, words).tobytes())


def _jpeg(tag: int) -> Callable[[str], bytes]:
    return lambda words: saved("JPEG", exif=exif(tag, words, 6))


PICTURES = [
    ("jpg", "EXIF artist", True, _jpeg(0x013B)),
    ("jpg", "EXIF description", True, _jpeg(0x010E)),
    ("jpg", "EXIF user comment", True, _jpeg(0x9286)),
    ("jpg", "EXIF owner", True, _jpeg(0xA430)),
    ("jpg", "EXIF Windows author", True, _jpeg(0x9C9D)),
    ("jpg", "EXIF maker note", True, _jpeg(0x927C)),
    ("jpg", "XMP", True, lambda w: saved("JPEG", xmp=xmp(w))),
    ("jpg", "XMP creator", True, lambda w: saved("JPEG", xmp=xmp("", w))),
    ("jpg", "XMP, continued", True, _long_xmp),
    ("jpg", "IPTC city", True, _iptc),
    ("jpg", "comment", True, lambda w: saved("JPEG", comment=w.encode())),
    ("jpg", "segment of an unknown kind", True, lambda w: _segment(0xEB, b"JP\0" + w.encode())),
    ("jpg", "thumbnail's comment", True, _thumbnail),
    ("jpg", "text behind the end", True, lambda w: saved("JPEG") + w.encode()),
    ("jpg", "zip behind the end", True, lambda w: saved("JPEG") + _zip(w)),
    ("jpg", "comment, progressive", True,
     lambda w: saved("JPEG", comment=w.encode(), progressive=True)),
    ("png", "tEXt author", True, lambda w: _png(w, "tEXt")),
    ("png", "zTXt", True, lambda w: _png(w, "zTXt")),
    ("png", "iTXt, packed", True, lambda w: _png(w, "iTXt")),
    ("png", "XMP", True, lambda w: _png(w, "xmp")),
    ("png", "raw profile", True, lambda w: _png(w, "raw")),
    ("png", "unknown chunk", True, lambda w: _png(w, "unknown")),
    ("png", "eXIf", True, lambda w: saved("PNG", exif=exif(0x010E, w))),
    ("png", "behind the end", True, lambda w: saved("PNG") + bytes(9) + w.encode()),
    ("gif", "comment", True, lambda w: saved("GIF", comment=w.encode())),
    ("gif", "XMP", True, _gif_xmp),
    ("webp", "EXIF", True, lambda w: saved("WEBP", exif=exif(0x010E, w, 8))),
    ("webp", "XMP", True, lambda w: saved("WEBP", xmp=xmp(w))),
    ("tif", "description", True, _tiff),
    ("heic", "EXIF", True, _heic_exif),
    ("heic", "XMP", True, lambda w: heic(xmp(w), b"mime", b"application/rdf+xml")),
    ("avif", "EXIF", True, _avif),
]

"""The original: the exact bytes an entry was read from, in their place; and its pictures.

The one thing a reader would get wrong: what is served as a picture is decided by its first bytes
and by a short list, never by its name or by what the other person's phone called it.
"""

from __future__ import annotations

from rainbook.case.around import Around, HexLine, NotThere, around, attached, hex_lines
from rainbook.record import CaseFile
from rainbook.web.interface import CASE, Answer, Asked, Page, PageNotThere
from rainbook.web.timeline.about_entry import about, row_of

_KEPT = ("a", "b", "p", "c")
_FAR, _HEX = 4_000, 4_096
PICTURES = (
    (b"\xff\xd8\xff", 0, "image/jpeg", "jpg"),
    (b"\x89PNG\r\n\x1a\n", 0, "image/png", "png"),
    (b"GIF87a", 0, "image/gif", "gif"),
    (b"GIF89a", 0, "image/gif", "gif"),
    (b"WEBP", 8, "image/webp", "webp"),
)
"""First bytes, where they stand, media type and ending of what may be shown in a page."""


def _page(asked: Asked) -> Answer:
    case = asked.case()
    row = row_of(asked, case)
    show = asked.query.get("show") == "1"
    wide = asked.query.get("wide") == "1"
    found = around(asked.book, case, row, _FAR if wide else 300) if show else None
    return asked.page(
        "original.html",
        one=about(asked, case, row),
        original=_original(case, row),
        bytes=found,
        show=show,
        wide=wide,
        lines=_lines(found, asked.query.get("hex") == "1") if found else [],
        more=found is not None and found.end - found.start > _HEX,
        view={name: asked.query[name][:16] for name in _KEPT if asked.query.get(name)},
    )


def _lines(found: Around, asks: bool) -> list[HexLine]:
    """Return the bytes as numbers: when asked, and where they are no text."""
    if asks or any(piece.raw for piece in found.cited):
        return list(hex_lines(found.raw[:_HEX], found.start))
    return []


def _original(case: CaseFile, row: int) -> object:
    sha256 = case.table.originals[int(case.table.original[row])]
    return next((o for o in case.originals if o.sha256 == sha256), None)


def _picture(asked: Asked) -> Answer:
    case = asked.case()
    row = row_of(asked, case)
    number = asked.path.get("place", "")
    if not (number.isascii() and number.isdigit() and len(number) < 5):
        raise PageNotThere(asked.t("original-no-file"))
    try:
        raw = attached(asked.book, case.event(row), int(number))
    except NotThere as missing:
        raise PageNotThere(str(missing)) from missing
    for first, at, media_type, ending in PICTURES:
        if raw[at : at + len(first)] == first and (at == 0 or raw[:4] == b"RIFF"):
            return asked.file(raw, media_type, _headers(ending))
    raise PageNotThere(asked.t("original-not-shown"))


def _headers(ending: str) -> dict[str, str]:
    return {
        "Content-Disposition": f'inline; filename="picture.{ending}"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    }


PAGES = (
    Page("original", "/original/{id}", _page, CASE),
    Page("picture", "/original/{id}/{place}", _picture, CASE),
)

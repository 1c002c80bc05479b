"""Turns plain data and a template into a PDF: tagged, for a screen reader, the same bytes every
time.

The one thing a reader would get wrong: evidence is data. It reaches the template as JSON strings
and is never joined to markup, so no message can run as a command. `json.dumps` is not there for
style.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from rainbook.handover.interface import NotTypeset
from rainbook.handover.paper.visible import FONTS

STANDARDS: list[typst.PDFStandard] = ["a-3a", "ua-1"]
TURNS = 10
TEMPLATES = Path(__file__).parent / "templates"
Data = Mapping[str, Any]


class NoGlyph(NotTypeset):
    """A font refuses to draw something; it can be set with everything but plain letters marked."""


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    # only the committed fonts: what this computer has installed must not change a byte
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )


def pdf(template: str, data: Callable[[bool], Data], stamp: datetime) -> bytes:
    """Return the PDF. `data(plain_only)` gives the template's values.

    Asked for with plain_only=False; once more with True (only ASCII, all else marked) if a font
    refuses to draw something. Raises NotTypeset.
    """
    try:
        return compiled(template, data(False), stamp)
    except NoGlyph:
        return compiled(template, data(True), stamp)


def compiled(template: str, data: Data, stamp: datetime) -> bytes:
    """Return the PDF of one template and its values. Raises NotTypeset; NoGlyph where it is a font
    that refuses to draw something.
    """
    try:
        return _compile(template, data, stamp)
    except typst.TypstError as refused:
        fault = NoGlyph if "could not be displayed" in str(refused) else NotTypeset
        raise fault(sentence(template, str(refused))) from refused


def pages(template: str, data: Callable[[bool], Data], stamp: datetime) -> int:
    """Return how many pages the PDF would have (it is laid out once more for that). Raises
    NotTypeset.
    """
    return int(_marked(template, data, stamp, "<pages>")[0])


def places(template: str, data: Callable[[bool], Data], stamp: datetime) -> dict[str, int]:
    """Return the page on which each part the template names begins, the first where there are
    several (it is laid out once more for that). Raises NotTypeset.
    """
    found: dict[str, int] = {}
    for one in _marked(template, data, stamp, "<place>"):
        found.setdefault(one["part"], one["page"])
    return found


def _marked(template: str, data: Callable[[bool], Data], stamp: datetime, label: str) -> list[Any]:
    """Return the values a template puts under a label."""
    source, values = _source(template), _values(data(False), stamp)
    try:
        found = typst.query(source, label, field="value", font_paths=_fonts(), sys_inputs=values)
    except typst.TypstError as refused:
        raise NotTypeset(sentence(template, str(refused))) from refused
    read = json.loads(found)
    assert isinstance(read, list)
    return read


def _source(template: str) -> bytes:
    names = ("house.typ", f"{template}.typ")
    return b"".join((TEMPLATES / name).read_bytes().replace(b"\r\n", b"\n") for name in names)


def _values(data: Data, stamp: datetime) -> dict[str, str]:
    # as named arguments of the template's datetime(...)
    fields = ("year", "month", "day", "hour", "minute", "second")
    named = {name: getattr(stamp, name) for name in fields}
    return {"data": json.dumps({**data, "stamp": named})}


def _compile(template: str, data: Data, stamp: datetime) -> bytes:
    compiler = typst.Compiler(
        _source(template), font_paths=_fonts(), sys_inputs=_values(data, stamp)
    )
    made = compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=stamp)
    _forget()
    assert isinstance(made, bytes)  # a PDF is one document; only images come as a list
    return made


def _forget() -> None:
    """Let the typesetter drop what it kept of the last document.

    It drops what ten compilations did not use; without ten empty ones four volumes of 2,500 lines
    stay in memory together (measured: 1.4 GB, with them 0.5 GB).
    """
    for _ in range(TURNS):
        typst.Compiler(b"", font_paths=_fonts()).compile(format="pdf")


def sentence(template: str, refused: str) -> str:
    """Return what is said of a document that could not be set."""
    return (
        f"The {template} could not be made as a PDF ({refused[:200]}). Nothing was handed "
        "over. "
        "Please report this; the case itself is not affected."
    )

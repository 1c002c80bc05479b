"""What the tests of the schedules, charts and figures share: what a format is given, and the tags
of a PDF.

The one thing a reader would get wrong: `given_of` goes through the gate as a hand-over does.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf

from rainbook.handover.bundle import gather
from rainbook.handover.gate.gate import Gate
from rainbook.handover.interface import Given
from rainbook.handover.selection import select
from rainbook.record import Decided, Decision, Disclosure

AT = "2024-06-01T10:00:00Z"


def given_of(made: Any, place: Path, *persons: str) -> Given:
    """Return what the formats of a hand-over about these persons (Sam for none) are given."""
    place.mkdir(exist_ok=True)
    wanted = Disclosure(persons or ("sam",), "AB")
    gate = Gate(made.case)
    chosen = select(made.case, wanted)
    return gather(made.case, wanted, chosen, made.read, place, gate, None)


def decided(*whats: Decision) -> list[Decided]:
    """Return these as decisions 1, 2 …"""
    return [Decided(n, "Asha Khan", AT, "", what) for n, what in enumerate(whats, 1)]


def tags(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Return the name and the alt text of every structure element, in reading order."""
    found: list[tuple[str, str]] = []
    todo = [pdf.Root.StructTreeRoot]
    while todo:
        node = todo.pop(0)
        if isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append((str(node.S), str(node.get("/Alt", ""))))
            kids = node.get("/K", [])
            todo = [*(kids if isinstance(kids, pikepdf.Array) else [kids]), *todo]
    return found


def check_declared(pdf: pikepdf.Pdf, title: str) -> None:
    """Assert what every PDF of a bundle declares: tags, language, title, no author, no script."""
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "en-GB"
    assert str(pdf.docinfo["/Title"]) == title
    assert "/Author" not in pdf.docinfo
    assert "/OpenAction" not in pdf.Root and "/AA" not in pdf.Root and "/Names" not in pdf.Root
    with pdf.open_metadata() as said:
        assert (said["pdfuaid:part"], said["pdfaid:part"]) == ("1", "3")

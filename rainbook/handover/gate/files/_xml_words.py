"""Every word of an XML file: its texts and its attributes, read without following anything.

The one thing a reader would get wrong: a file that declares entities of its own is refused, not
expanded. Nothing an ordinary program writes needs them, and they are how a small file becomes a
huge one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO
from xml.parsers import expat

from rainbook.handover.gate.files.interface import CouldNotLook

BLOCK = 1 << 16
DEEPEST = 2000

Opened = Callable[[str, Mapping[str, str]], None]
Closed = Callable[[str], None]
Text = Callable[[str], None]


def walk(stream: BinaryIO, where: str, opened: Opened, closed: Closed, text: Text) -> None:
    """Call back for each tag and each text, with names as written ("w:p").

    Raises CouldNotLook for XML that is damaged, declares entities or is nested over 2,000 deep.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise CouldNotLook(f"{where}: is nested too deep to be read. Leave this file out.")
        opened(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        closed(name)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.CommentHandler = text
    parser.EntityDeclHandler = lambda *_declared: _refuse(where)
    parser.ProcessingInstructionHandler = lambda target, data: text(data)
    try:
        while block := stream.read(BLOCK):
            parser.Parse(block, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as fault:
        raise CouldNotLook(
            f"{where}: is damaged and could not be read to its end ({fault}). "
            "Give the file from its first export."
        ) from fault


def _refuse(where: str) -> None:
    raise CouldNotLook(
        f"{where}: declares entities of its own, which are not followed. Leave this file out."
    )


def local(name: str) -> str:
    """Return a name without its prefix: "p" for "w:p"."""
    return name.rpartition(":")[2]
